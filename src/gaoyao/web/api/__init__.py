"""The workbench for programs: the same cases, actions and gates, by bearer token."""
