"""A review narrowed to what one page holds: one person's statements, one stretch of the chronology, one register."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from gaoyao.review.deadlines import DeadlineLine
from gaoyao.review.lanes import Chronicle, EventLine
from gaoyao.review.model import Review, Timeline
from gaoyao.review.pages import Registers, StatementsPage
from gaoyao.review.render.pictures.lanes import key

EVENTS = 150
"""Events on a page of the chronology."""
_MOVES = ("contradictory", "drifted", "novel", "public_before", "known_before", "unsure", "first")
LAST = 5
_ORDER = {
    "due_soon": 1,
    "running": 1,
    "recalculated": 1,
    "suspended": 2,
    "cannot_compute": 3,
    "not_entered": 3,
    "met": 4,
}


def speakers(page: StatementsPage) -> list[str]:
    """Who said something, in the order of the file."""
    return list(dict.fromkeys([one.person for one in page.versions] + [one.person for one in page.slots]))


def of_person(page: StatementsPage, who: str) -> StatementsPage:
    """What one person said, and the questioning of his records."""
    records = {one.item.number for one in page.versions if one.person == who}
    moves = {name: tuple(one for one in getattr(page, name) if one.person == who) for name in _MOVES}
    return replace(
        page, versions=tuple(one for one in page.versions if one.person == who), slots=tuple(one for one in page.slots if one.person == who),
        shared=tuple(one for one in page.shared if {one.one.number, one.other.number} & records),
        questioning=tuple(one for one in page.questioning if one.item.number in records), **moves,
    )  # fmt: skip


def of_kinds(registers: Registers, kinds: Iterable[str]) -> Registers:
    """The entries of some kinds; contradictions and rivals belong to the register of doubts."""
    wanted = frozenset(kinds)
    kept = tuple(one for one in registers.entries if one.kind in wanted)
    doubts = "doubt" in wanted
    return Registers(registers.contradictions if doubts else (), kept, registers.rivals if doubts else ())


def nearest_first(lines: Iterable[DeadlineLine]) -> tuple[DeadlineLine, ...]:
    """Overdue, then what ends next, then what could not be computed, then what is done."""

    def place(one: DeadlineLine) -> tuple[int, str, str]:
        group = 0 if one.overdue else _ORDER.get(one.status, LAST)
        return (group, one.due or "9", one.title)

    return tuple(sorted(lines, key=place))


def stretches(review: Review) -> int:
    """How many pages the chronology has."""
    return max(1, -(-max(len(_ordered(review.chronicle)), len(review.timeline)) // EVENTS))


def stretch(review: Review, number: int) -> Review:
    """The review with one page of the chronology, from 1; the acts stand on every page."""
    found = review.chronicle
    first = (number - 1) * EVENTS
    kept = {key(one) for one in _ordered(found)[first : first + EVENTS]}
    lanes = tuple(
        replace(lane, events=tuple(one for one in lane.events if key(one) in kept)) for lane in found.lanes
    )
    part = Chronicle(
        found.acts if number == 1 else tuple(one for one in found.acts if key(one) in kept),
        tuple(lane for lane in lanes if lane.events),
        tuple(one for one in found.clashes if key(one.one) in kept or key(one.other) in kept),
    )
    return replace(review, make_chronicle=lambda: part, make_timeline=lambda: _moments(review, kept, first))


def _moments(review: Review, kept: set[tuple[str, str, int]], first: int) -> Timeline:
    """The moments of the page: those of its events, and its share of those that stand in no lane."""
    shown = {(kind, number) for _, kind, number in kept}
    inside = {(one.subject.kind, one.subject.number) for one in _ordered(review.chronicle)}
    loose = [one for one in review.timeline if (one[2].kind, one[2].number) not in inside]
    own = {id(one) for one in loose[first : first + EVENTS]}
    return tuple(one for one in review.timeline if (one[2].kind, one[2].number) in shown or id(one) in own)


def _ordered(found: Chronicle) -> list[EventLine]:
    lines = {key(one): one for lane in found.lanes for one in lane.events}
    lines |= {key(one): one for one in found.acts}
    return sorted(lines.values(), key=lambda one: (one.when.low, one.when.high, key(one)))
