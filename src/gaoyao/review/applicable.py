"""Which rules apply: the stage, the law in force on the day that counts, the school chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gaoyao.law.rule import Rule


class Gate(StrEnum):
    """Why a rule is or is not run."""

    OPEN = "open"
    OTHER_STAGE = "other_stage"
    NOT_IN_FORCE = "not_in_force"
    OTHER_SCHOOL = "other_school"


@dataclass(frozen=True, slots=True)
class Context:
    """The three dates and the choices of a review: today's clock, the law's date, the stage, the schools.

    `hearing` is the day whose law governs the review (the hearing, or today where none is entered).
    """

    today: date
    hearing: date
    stage: str
    schools: Mapping[str, str]
    role: str


def applicable(rule: Rule, context: Context) -> Gate:
    """May this rule be run in this context?  In force means: at least one of its sources is in force."""
    if context.stage not in rule.stages:
        return Gate.OTHER_STAGE
    if rule.interpretation is not None:
        name, school = rule.interpretation
        if context.schools[name] != school:
            return Gate.OTHER_SCHOOL
    if not rule.cited_on(context.hearing):
        return Gate.NOT_IN_FORCE
    return Gate.OPEN
