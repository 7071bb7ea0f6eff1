"""Random monotone formulas and brute force over them: slow, obvious twins of `proof.cuts` and `proof.asksets`."""

import random
from collections.abc import Iterator
from itertools import chain, combinations

from gaoyao.logic.truth import Truth
from gaoyao.proof.formula import Formula, Leaf, Least, flags_in


def formula(rng: random.Random, flags: int, depth: int = 3) -> Formula:
    """A formula over f0 … with AND, OR and at-least-k, repeated flags, empty parts now and then."""
    if depth == 0 or rng.random() < 0.2:
        return Leaf(f"f{rng.randrange(flags)}")
    parts = tuple(formula(rng, flags, depth - 1) for _ in range(rng.choice((0, 1, 2, 2, 3, 3, 4))))
    return Least(rng.choice((0, 1, 1, 2, 2, 3, len(parts))), parts)


def names(one: Formula) -> list[str]:
    """Its flags, each once."""
    return list(dict.fromkeys(flags_in(one)))


def true(one: Formula, good: frozenset[str]) -> bool:
    """Two-valued: is it true when exactly these flags are good?"""
    if isinstance(one, Leaf):
        return one.flag in good
    return sum(true(part, good) for part in one.parts) >= one.count


def subsets(flags: list[str], most: int | None = None) -> Iterator[frozenset[str]]:
    """Every subset, smaller ones first."""
    sizes = range(len(flags) + 1 if most is None else min(most, len(flags)) + 1)
    return chain.from_iterable(map(frozenset, combinations(flags, size)) for size in sizes)


def minimal(found: Iterator[frozenset[str]]) -> set[frozenset[str]]:
    """The sets without a proper subset among them; `found` comes smaller ones first."""
    kept: list[frozenset[str]] = []
    for one in found:
        if not any(other <= one for other in kept):
            kept.append(one)
    return set(kept)


def cuts(one: Formula) -> set[frozenset[str]]:
    """All minimal sets whose loss makes it not true."""
    every = frozenset(names(one))
    return minimal(lost for lost in subsets(names(one)) if not true(one, every - lost))


def paths(one: Formula) -> set[frozenset[str]]:
    """All minimal sets that make it true."""
    return minimal(kept for kept in subsets(names(one)) if true(one, kept))


def completions(values: dict[str, int], flags: list[str]) -> Iterator[frozenset[str]]:
    """The good flags of every completion of partly known values."""
    sure = frozenset(flag for flag in flags if values.get(flag, 0) > 0)
    loose = [flag for flag in flags if values.get(flag, 0) == 0]
    return (sure | more for more in subsets(loose))


def kleene(one: Formula, values: dict[str, int]) -> Truth:
    """Yes when true in every completion, no when in none (pessimistic and optimistic run)."""
    answers = {true(one, good) for good in completions(values, names(one))}
    return Truth.UNKNOWN if len(answers) > 1 else Truth.YES if True in answers else Truth.NO


def settling(one: Formula, values: dict[str, int], answer: int) -> set[frozenset[str]]:
    """All minimal sets of unknown flags that, so answered, settle the formula that way."""
    loose = [flag for flag in names(one) if values.get(flag, 0) == 0]
    wanted = Truth.YES if answer > 0 else Truth.NO
    return minimal(
        asked for asked in subsets(loose) if kleene(one, {**values, **dict.fromkeys(asked, answer)}) is wanted
    )
