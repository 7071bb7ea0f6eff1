"""The time axis of the lanes: a column for every day on which something is recorded, what lies between left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from gaoyao.logic.tree import EPOCH
from gaoyao.proof.overlaps import Stretch

DAY = 1440
LEFT, RIGHT, GAP = 150.0, 914.0, 7.0
NARROW, TIMED, BUSY = 40.0, 52.0, 70.0
"""Widths of a day: nothing with a beginning and an end, one such event, several."""
LONG = 2 * DAY
"""An event less exact than this has a column for its first day only."""


@dataclass(frozen=True, slots=True)
class Column:
    """A day (days since 1970) and where it is drawn."""

    day: int
    x: float
    wide: float

    @property
    def date(self) -> str:
        """03-06."""
        return (EPOCH + timedelta(days=self.day)).strftime("%m-%d")

    @property
    def year(self) -> str:
        """2021年."""
        return (EPOCH + timedelta(days=self.day)).strftime("%Y年")


@dataclass(frozen=True, slots=True)
class Axis:
    """The columns of one picture; it covers the minutes from `low` up to `high` (exclusive)."""

    columns: tuple[Column, ...]
    low: int
    high: int

    def at(self, minute: int) -> float:
        """Where a minute stands; a minute between two days stands in the gap between their columns."""
        for one in self.columns:
            if minute < one.day * DAY:
                return max(LEFT, one.x - GAP / 2)
            if minute < (one.day + 1) * DAY:
                return one.x + one.wide * (minute - one.day * DAY) / DAY
        last = self.columns[-1]
        return min(RIGHT, last.x + last.wide + GAP / 2)

    def shows(self, when: Stretch) -> bool:
        """Does any of it belong to this picture?"""
        return when.low < self.high and when.high >= self.low


def days(events: Iterable[Stretch]) -> dict[int, int]:
    """Day → how many events with a beginning and an end are on it, for every day that needs a column."""
    found: dict[int, int] = {}
    for one in events:
        for first, last in [one.start] if one.end is None else [one.start, one.end]:
            wanted = {first // DAY} if last - first >= LONG else {first // DAY, last // DAY}
            for day in wanted:
                found.setdefault(day, 0)
        if one.end is not None and one.high - one.low < LONG:
            found[one.low // DAY] += 1
    return dict(sorted(found.items()))


def axes(wanted: dict[int, int]) -> list[Axis]:
    """The pictures: as many days side by side as fit, then the next picture."""
    rows: list[list[tuple[int, float]]] = [[]]
    room = RIGHT - LEFT
    for day, timed in wanted.items():
        wide = NARROW if not timed else TIMED if timed == 1 else BUSY
        if rows[-1] and wide + GAP > room:
            rows.append([])
            room = RIGHT - LEFT
        rows[-1].append((day, wide))
        room -= wide + GAP
    return _spread([row for row in rows if row])


def _spread(rows: Sequence[list[tuple[int, float]]]) -> list[Axis]:
    made = []
    for number, row in enumerate(rows):
        spare = RIGHT - LEFT - sum(wide + GAP for _, wide in row)
        more = min(spare / len(row), BUSY) if number < len(rows) - 1 or len(rows) == 1 else 0.0
        x = LEFT + GAP / 2
        columns = []
        for day, wide in row:
            columns.append(Column(day, x, wide + more))
            x += wide + more + GAP
        low = row[0][0] * DAY if number else -(10**9)
        high = rows[number + 1][0][0] * DAY if number + 1 < len(rows) else 10**9
        made.append(Axis(tuple(columns), low, high))
    return made
