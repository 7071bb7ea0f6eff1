"""Minimal cut sets and path sets of a monotone formula with at-least-k (proof model C3.5).

A cut set is a set of flags whose loss makes the formula not true however the others stand; a path (proof) set
is a set of flags that keeps it true by itself.  Both are found bottom-up with a cap on the size (MOCUS; the
sets of a part are combined, supersets dropped at once): a minimal set of at most `limit` flags is a union of
minimal sets of the parts that are no larger, so nothing of that size is missed.  Sets are machine words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from gaoyao.proof.formula import Formula, Leaf, Least, flags_in

SIZE_LIMIT = 3
SET_LIMIT = 1000

Words = list[int]
_ALWAYS: Words = [0]
_NEVER: Words = []


@dataclass(frozen=True, slots=True)
class Family:
    """Minimal sets, smaller ones first, then in the order of the formula's flags.

    Every minimal set of at most `size_limit` flags is listed when `complete`; otherwise more than `set_limit`
    sets met at some step, some may be missing, and a listed one (which still does what it says) may not be the
    smallest.  `larger` says that minimal sets beyond the size limit may exist.  The empty set: no loss is needed.
    """

    sets: tuple[tuple[str, ...], ...]
    size_limit: int
    set_limit: int
    larger: bool
    complete: bool

    def of_size(self, size: int) -> tuple[tuple[str, ...], ...]:
        """The sets with exactly so many flags."""
        return tuple(one for one in self.sets if len(one) == size)

    @property
    def smallest(self) -> int | None:
        """How many flags the smallest listed set has; None where none is listed."""
        return len(self.sets[0]) if self.sets else None


def cut_sets(formula: Formula, limit: int = SIZE_LIMIT, most: int = SET_LIMIT) -> Family:
    """The minimal sets of flags, at most `limit` each, whose loss makes the formula not true."""
    return _Search(limit, most).family(formula, losing=True)


def path_sets(formula: Formula, limit: int = SIZE_LIMIT, most: int = SET_LIMIT) -> Family:
    """The minimal sets of flags, at most `limit` each, that make the formula true without any other."""
    return _Search(limit, most).family(formula, losing=False)


TRUE, FALSE = Least(0, ()), Least(1, ())


def fixed(formula: Formula, values: Mapping[str, bool]) -> Formula:
    """The formula with some flags settled and the constants worked out of it."""
    if isinstance(formula, Leaf):
        value = values.get(formula.flag)
        return formula if value is None else TRUE if value else FALSE
    parts: list[Formula] = []
    count = formula.count
    for part in formula.parts:
        one = fixed(part, values)
        if one == TRUE:
            count -= 1
        elif one != FALSE:
            parts.append(one)
    if count <= 0:
        return TRUE
    if len(parts) < count:
        return FALSE
    return parts[0] if len(parts) == 1 else Least(count, tuple(parts))


def renamed(formula: Formula, names: Mapping[str, str]) -> Formula:
    """The formula with flags called by another name: items by their origin, so that an origin is lost as a whole."""
    if isinstance(formula, Leaf):
        return Leaf(names.get(formula.flag, formula.flag))
    return Least(formula.count, tuple(renamed(part, names) for part in formula.parts))


@dataclass(slots=True)
class _Search:
    """One enumeration: the limits, the numbers of the flags, and whether a limit was met."""

    size: int
    most: int
    larger: bool = False
    complete: bool = True
    numbers: dict[str, int] = field(default_factory=dict)

    def family(self, formula: Formula, losing: bool) -> Family:
        for flag in flags_in(formula):
            self.numbers.setdefault(flag, len(self.numbers))
        found = self._sets(formula, losing)
        names = list(self.numbers)
        sets = sorted(
            ([n for n in range(len(names)) if word >> n & 1] for word in found),
            key=lambda one: (len(one), one),
        )
        return Family(
            tuple(tuple(names[n] for n in one) for one in sets),
            self.size,
            self.most,
            self.larger,
            self.complete,
        )

    def _sets(self, formula: Formula, losing: bool) -> Words:
        if isinstance(formula, Leaf):
            return self._trim({1 << self.numbers[formula.flag]})
        count = len(formula.parts) - formula.count + 1 if losing else formula.count
        if count <= 0:
            return _ALWAYS
        if count > len(formula.parts):
            return _NEVER
        return self._at_least(count, [self._sets(part, losing) for part in formula.parts])

    def _at_least(self, count: int, parts: list[Words]) -> Words:
        """The sets that do for at least `count` of the parts."""
        reached: list[Words] = [_ALWAYS] + [_NEVER] * count
        for done, own in enumerate(parts):
            # Below `lowest` too few parts are left to reach the count.
            lowest = max(1, count - (len(parts) - done - 1))
            for size in range(count, lowest - 1, -1):
                if len(reached[size]) >= self.most:
                    self.complete = False
                    continue
                both = self._both(reached[size - 1], own)
                if both:
                    reached[size] = self._trim({*reached[size], *both}) if reached[size] else both
        return reached[count]

    def _both(self, first: Words, second: Words) -> Words:
        if first == _ALWAYS:
            return second
        if second == _ALWAYS:
            return first
        if not first or not second:
            return _NEVER
        if len(first) > len(second):
            first, second = second, first
        return self._trim(self._unions(first, second))

    def _unions(self, first: Words, second: Words) -> set[int]:
        """Every union within the size; larger ones are noted, not made: only overlapping sets can fit."""
        by_size: dict[int, Words] = defaultdict(list)
        by_flag: dict[int, Words] = defaultdict(list)
        for word in second:
            by_size[word.bit_count()].append(word)
            for flag in _flags(word):
                by_flag[flag].append(word)
        out: set[int] = set()
        for word in first:
            if len(out) > 4 * self.most:
                self.complete = False
                break
            own = word.bit_count()
            for size, words in by_size.items():
                if own + size <= self.size:
                    out.update(word | other for other in words)
            for flag in _flags(word):
                for other in by_flag[flag]:
                    union = word | other
                    if union.bit_count() <= self.size:
                        out.add(union)
            if not self.larger and any(own + size > self.size for size in by_size):
                self.larger = any((word | other).bit_count() > self.size for other in second)
        return out

    def _trim(self, words: set[int]) -> Words:
        """Without the too large and the supersets of others; at most `most`."""
        kept: Words = []
        seen: set[int] = set()
        for word in sorted(words, key=lambda one: (one.bit_count(), one)):
            size = word.bit_count()
            if size > self.size:
                self.larger = True
                break
            if not _covered(word, size, kept, seen):
                kept.append(word)
                seen.add(word)
        if len(kept) > self.most:
            self.complete = False
            del kept[self.most :]
        return kept


def _covered(word: int, size: int, kept: Words, seen: set[int]) -> bool:
    """Is a proper subset of the word among the kept?"""
    if 1 << size < len(kept):
        subset = (word - 1) & word
        while True:
            if subset in seen:
                return True
            if not subset:
                return False
            subset = (subset - 1) & word
    return any(other & word == other for other in kept)


def _flags(word: int) -> Iterable[int]:
    while word:
        low = word & -word
        yield low
        word ^= low
