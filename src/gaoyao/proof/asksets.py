"""What would settle an open formula: the smallest sets of unknown flags, both ways (proof model C3.8).

An unknown flag that is not answered stays unknown.  A set settles the formula towards yes when answering all
of it yes makes the formula true whatever the others turn out to be, and towards no when answering all of it no
makes it false whatever the others turn out to be.  Both directions are always given: the list says what must be
found out, not what would convict.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gaoyao.logic.truth import Truth
from gaoyao.proof.cuts import SET_LIMIT, SIZE_LIMIT, Family, cut_sets, fixed, path_sets
from gaoyao.proof.formula import Formula, evaluate, flags_in


@dataclass(frozen=True, slots=True)
class AskSets:
    """The truth now, the unknown flags in the formula's order, and the smallest sets towards yes and no."""

    truth: Truth
    unknown: tuple[str, ...]
    to_yes: Family
    to_no: Family

    @property
    def keys(self) -> tuple[str, ...]:
        """Flags that settle the formula alone, one way or the other (关键未知)."""
        return tuple(
            dict.fromkeys(one[0] for family in (self.to_yes, self.to_no) for one in family.of_size(1))
        )


def ask_sets(
    formula: Formula, flags: Mapping[str, int], limit: int = SIZE_LIMIT, most: int = SET_LIMIT
) -> AskSets:
    """The smallest sets of unknown flags that settle the formula, of at most `limit` flags each.

    `flags` are Kleene values; a flag that is not given is unknown.  A formula that is settled already needs the
    empty set in its own direction and has none in the other.
    """
    own = {flag: flags.get(flag, int(Truth.UNKNOWN)) for flag in dict.fromkeys(flags_in(formula))}
    known = {flag: value > 0 for flag, value in own.items() if value != int(Truth.UNKNOWN)}
    left = fixed(formula, known)
    unknown = tuple(dict.fromkeys(flags_in(left)))
    return AskSets(
        evaluate(formula, flags), unknown, path_sets(left, limit, most), cut_sets(left, limit, most)
    )
