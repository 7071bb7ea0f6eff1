"""The rules, one module per subject.  Importing this package declares them all."""

from __future__ import annotations

from gaoyao.law.rule import RULES, Rule, compile_rules
from gaoyao.law.rules import (
    conduct,
    conduct_police,
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
    conduct, conduct_police, confession, facts, court, digital, registers, disposal, dispositions, expertise, identification, legality, management, objects,
    panel, petition, plea, pretrial, principles, testimony, trial_process, who,
)  # fmt: skip
"""In the order in which rules of one stratum are listed."""


def _place(ident: str) -> int:
    """The number of the rule's module in MODULES."""
    return next(
        number
        for number, module in enumerate(MODULES)
        if module.__name__.endswith(f".{ident.partition('.')[0]}")
    )


for _ident in sorted(RULES, key=_place):  # the order of importing, which shared terms decide, says nothing
    RULES[_ident] = RULES.pop(_ident)


def all_rules() -> tuple[Rule, ...]:
    """Every rule, compiled with its exceptions, ordered by stratum, then as in MODULES."""
    return compile_rules(RULES)
