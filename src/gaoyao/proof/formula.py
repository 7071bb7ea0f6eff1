"""Monotone formulas over good flags: AND, OR and at-least-k; three-valued (proof model C3).

A formula over flags evaluated with unknown = bad is the pessimistic run, with unknown = good the optimistic
one; for a monotone formula strong Kleene evaluation gives yes exactly when the pessimistic run is true and no
exactly when the optimistic run is false (tested).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from gaoyao.logic.truth import Truth


@dataclass(frozen=True, slots=True)
class Leaf:
    """One good flag: an item usable, a tie individual, a conflict resolved …  `flag` names it."""

    flag: str


@dataclass(frozen=True, slots=True)
class Least:
    """At least `count` of the parts; all is `count == len(parts)`, any is `count == 1`, count 0 is always yes."""

    count: int
    parts: tuple[Formula, ...]


Formula = Leaf | Least


def every(*parts: Formula) -> Formula:
    """All parts; none is yes."""
    return Least(len(parts), parts)


def some(*parts: Formula) -> Formula:
    """Any part; none is no."""
    return Least(1, parts)


class Flags(Protocol):
    """Kleene values by name; what is not there is unknown."""

    def get(self, flag: str, default: int, /) -> int:
        """The value of a flag."""


def evaluate(formula: Formula, flags: Flags) -> Truth:
    """Strong Kleene; a flag that is not given is unknown."""
    if isinstance(formula, Leaf):
        return Truth(flags.get(formula.flag, 0))
    yes = unknown = 0
    for part in formula.parts:
        truth = evaluate(part, flags)
        yes += truth is Truth.YES
        unknown += truth is Truth.UNKNOWN
        if yes >= formula.count:
            return Truth.YES
    if formula.count == 0:
        return Truth.YES
    return Truth.UNKNOWN if yes + unknown >= formula.count else Truth.NO


def flags_in(formula: Formula) -> Iterator[str]:
    """Every flag, with repetitions, in order."""
    if isinstance(formula, Leaf):
        yield formula.flag
    else:
        for part in formula.parts:
            yield from flags_in(part)
