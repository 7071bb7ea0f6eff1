"""Stages, periods, counting and the calendar of criminal procedure."""
