"""A later reading of the papers into a case that people have worked on: pure functions over sets of assertions."""
