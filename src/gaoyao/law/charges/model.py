"""A charge as data.  The lists are experience of practice put in our own words, not a list of the law's."""

from __future__ import annotations

from dataclasses import dataclass

from gaoyao.dossier.schema import Answerer
from gaoyao.law.citation import Citation

LEVELS = ("arrest", "indictment", "trial")
"""From which stage on a fact is needed: 审查逮捕 (CPL 81), 审查起诉 (CPL 176), 审判 (CPL 200)."""
LEVEL_OF_STAGE = {"investigation": 0, "arrest_review": 0, "prosecution_review": 1}
"""Every later stage asks for all facts."""


@dataclass(frozen=True, slots=True)
class ChargeFact:
    """One fact to be proved.

    `id` is what Fact.template holds; `role` a code of Fact.role; `personal` whether each accused needs his own;
    `evidence` codes of Item.type; `materials` the usual materials in words; `leaves_traces` whether it usually
    leaves objective traces; `since` one of LEVELS; `condition` when it is asked for at all, '' for always.
    """

    id: str
    text: str
    role: str
    personal: bool
    since: str
    leaves_traces: bool
    evidence: tuple[str, ...]
    materials: str
    condition: str = ""


@dataclass(frozen=True, slots=True)
class CounterCheck:
    """A known trap and the neutral question that meets it; `duty` where the law itself asks for the check."""

    id: str
    trap: str
    question: str
    answers: Answerer
    duty: Citation | None = None


@dataclass(frozen=True, slots=True)
class Charge:
    """One charge.  `unverified` names sources whose text was not at hand; they never enter a paper."""

    id: str
    name: str
    aliases: tuple[str, ...]
    articles: tuple[Citation, ...]
    unverified: tuple[str, ...]
    elements: str
    facts: tuple[ChargeFact, ...]
    aggravating: tuple[ChargeFact, ...]
    checks: tuple[CounterCheck, ...]

    @property
    def general(self) -> bool:
        """Is this the template for charges without a file of their own?"""
        return self.id.startswith("_")

    @property
    def leaves_traces(self) -> bool:
        """Does a crime of this kind usually leave objective traces?"""
        return any(one.leaves_traces for one in self.facts)

    def needed(self, stage: str) -> tuple[ChargeFact, ...]:
        """The facts without a condition that a stage (a code of Case.stage) asks for."""
        level = LEVEL_OF_STAGE.get(stage, len(LEVELS) - 1)
        return tuple(one for one in self.facts if not one.condition and LEVELS.index(one.since) <= level)
