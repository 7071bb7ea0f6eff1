"""Do two things happen at one time?  Three-valued, on intervals whose ends are themselves intervals.

A moment is known to lie between two minutes; a stretch has such a beginning and such an end.  Yes means: whatever
the true times are, they share time.  No: whatever they are, they do not.  Otherwise unknown.  Pure functions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gaoyao.logic.truth import Truth

Within = tuple[int, int]
"""The first and the last minute at which something may have been."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """From a beginning to an end, each known within minutes; a moment (`end` None) has no length we know of."""

    start: Within
    end: Within | None = None

    @property
    def low(self) -> int:
        """The first minute that may belong to it."""
        return self.start[0]

    @property
    def high(self) -> int:
        """The last minute that may belong to it."""
        return self.start[1] if self.end is None else max(self.end[1], self.start[1])

    @property
    def backwards(self) -> bool:
        """Does it certainly end before it begins?  Then nothing can be said of it."""
        return self.end is not None and self.end[1] < self.start[0]

    @property
    def fuzz(self) -> int:
        """Minutes of doubt at its worse end."""
        ends = [self.start] if self.end is None else [self.start, self.end]
        return max(last - first for first, last in ends)


def together(one: Stretch, other: Stretch) -> Truth:
    """Do they share time?  Touching (one ends in the minute in which the other begins) is no sharing.

    A moment shares time with a stretch when it lies inside, not on a border; two moments only when both are known to
    the minute and the same.
    """
    if one.backwards or other.backwards:
        return Truth.UNKNOWN
    if one.end is None and other.end is None:
        if one.start[1] < other.start[0] or other.start[1] < one.start[0]:
            return Truth.NO
        exact = one.start[0] == one.start[1] and other.start == one.start
        return Truth.YES if exact else Truth.UNKNOWN
    if one.end is None:
        return _inside(one.start, other)
    if other.end is None:
        return _inside(other.start, one)
    if max(one.start[1], other.start[1]) < min(one.end[0], other.end[0]):
        return Truth.YES
    apart = one.end[1] <= other.start[0] or other.end[1] <= one.start[0]
    return Truth.NO if apart else Truth.UNKNOWN


def _inside(moment: Within, stretch: Stretch) -> Truth:
    begin, end = stretch.start, stretch.end or stretch.start
    if begin[1] < moment[0] and moment[1] < end[0]:
        return Truth.YES
    return Truth.NO if moment[1] < begin[0] or moment[0] > end[1] else Truth.UNKNOWN


def before(one: Within, other: Within) -> Truth:
    """Was the first moment before the second?"""
    if one[1] < other[0]:
        return Truth.YES
    return Truth.NO if one[0] >= other[1] else Truth.UNKNOWN


def pairs(stretches: Sequence[Stretch], fuzz: int) -> list[tuple[int, int, Truth]]:
    """Every pair that shares time, or may share it with less than `fuzz` minutes of doubt at each: places in the
    sequence and truth.  By sorting, so that what is far apart is never compared.
    """
    order = sorted(range(len(stretches)), key=lambda n: (stretches[n].low, stretches[n].high, n))
    found: list[tuple[int, int, Truth]] = []
    running: list[int] = []
    for n in order:
        one = stretches[n]
        running = [other for other in running if stretches[other].high >= one.low]
        for other in running:
            truth = together(stretches[other], one)
            sharp = max(one.fuzz, stretches[other].fuzz) < fuzz
            if truth is Truth.YES or (truth is Truth.UNKNOWN and sharp):
                found.append((min(other, n), max(other, n), truth))
        running.append(n)
    return sorted(found)
