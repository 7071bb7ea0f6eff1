"""What an interpretation is: a disputed point, the schools, the default by day of hearing, the switch."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


class UnknownInterpretationError(LookupError):
    """A switch names an interpretation or a school that does not exist."""


@dataclass(frozen=True, slots=True)
class School:
    """One reading: who holds it and what follows."""

    id: str
    label: str
    holders: str
    reading: str


@dataclass(frozen=True, slots=True)
class Interpretation:
    """One disputed point.  `defaults` are (first hearing day, school) pairs in ascending order.

    `settled` says why there is no choice: a later or higher norm, or the version in force on the day, decides.
    `concerns` names the kind of subject it bears on where no rule carries it; a review prints it where there is one.
    """

    id: str
    question: str
    schools: tuple[School, ...]
    defaults: tuple[tuple[date, str], ...]
    why_default: str
    settled: str = ""
    concerns: str = ""

    def school(self, ident: str) -> School:
        """The school `ident`; raises UnknownInterpretationError naming the schools there are."""
        for one in self.schools:
            if one.id == ident:
                return one
        known = "、".join(f"{one.id}（{one.label}）" for one in self.schools)
        raise UnknownInterpretationError(f"解释口径“{self.id}”没有“{ident}”一说；可选：{known}")

    def default_on(self, hearing: date) -> str:
        """The default school for a hearing on that day."""
        chosen = self.defaults[0][1]
        for first, ident in self.defaults:
            if hearing >= first:
                chosen = ident
        return chosen
