"""Periods of criminal procedure: calendar, deadline rows, counting, explained dates, governors.

`compute(rule, Declared(...), conventions, today)` answers one period; `read` turns a flat record into
`Declared`; `supplement` and `remand` govern how often a case may be sent back.  Stages, steps and their
wiring to the case file build on these and live elsewhere: nothing here reads a dossier or a clock.
"""

from __future__ import annotations

from gaoyao.procedure.calendar import YearNotAnnounced, is_holiday, is_workday, next_workday
from gaoyao.procedure.conventions import DEFAULT_CONVENTIONS, INTERPRETATIONS, CountingConventions
from gaoyao.procedure.counting import Length, days, hours, months, workdays
from gaoyao.procedure.declared import Declared, Exclusion, Extension, Restart
from gaoyao.procedure.engine import compute, readings
from gaoyao.procedure.governors import Body, Ground, Remand, Return, remand, suggestion, supplement
from gaoyao.procedure.model import Cause, DeadlineRule, Excluded, Leg, Nature
from gaoyao.procedure.reading import read
from gaoyao.procedure.result import Computation, Finding, Status, Step
from gaoyao.procedure.rows import CATALOGUE, RULES, SUPPLEMENTARY, UnknownDeadlineError, rule

__all__ = [
    "CATALOGUE", "DEFAULT_CONVENTIONS", "INTERPRETATIONS", "RULES", "SUPPLEMENTARY", "Body", "Cause",
    "Computation",
    "CountingConventions", "DeadlineRule", "Declared", "Excluded", "Exclusion", "Extension", "Finding",
    "Ground", "Leg",
    "Length", "Nature", "Remand", "Restart", "Return", "Status", "Step", "UnknownDeadlineError",
    "YearNotAnnounced",
    "compute", "days", "hours", "is_holiday", "is_workday", "months", "next_workday", "read", "readings",
    "remand",
    "rule", "suggestion", "supplement", "workdays",
]  # fmt: skip
