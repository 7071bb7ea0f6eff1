"""The rules, one module per subject.  Importing this package declares them all."""

from __future__ import annotations

from gaoyao.law.rule import RULES, Rule, compile_rules
from gaoyao.law.rules import (
    conduct,
    confession,
    court,
    digital,
    disposal,
    dispositions,
    expertise,
    facts,
    identification,
    legality,
    management,
    objects,
    panel,
    petition,
    plea,
    pretrial,
    principles,
    registers,
    testimony,
    trial_process,
    who,
)

MODULES = (
    confession, conduct, legality, testimony, objects, expertise, identification, digital, court, facts, who, registers, pretrial, disposal,
    dispositions, principles, trial_process, panel, management, petition,
    plea,
)  # fmt: skip


def all_rules() -> tuple[Rule, ...]:
    """Every rule, compiled with its exceptions, ordered by stratum."""
    return compile_rules(RULES)
