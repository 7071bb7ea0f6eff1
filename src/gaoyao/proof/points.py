"""Detectors of stratum 0 and 4: points, support seen from each point, corroboration of confessions.

A point is one fact for one count; a support is one link seen from one point.  A fact that names no count is
common to every count.  Pure functions from a frame to tables; `tests/proof` holds a brute-force twin of each.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from gaoyao.dossier.derived import Point, Support
from gaoyao.dossier.frame import CaseFrame
from gaoyao.dossier.vocabulary import Case, Item, Link
from gaoyao.dossier.vocabulary.court import COUNT_ACCUSED, FACT_COUNTS, ITEM_LINKS, ITEM_SPEAKER, LINK_FACT
from gaoyao.logic.frame import Int8, Ints
from gaoyao.logic.truth import Truth, Why

OBJECTIVE = frozenset(
    (
        "physical",
        "documentary",
        "expert",
        "scene",
        "seizure",
        "audio_video",
        "electronic",
        "experiment",
        "accident_report",
    )
)
DERIVATIVE = frozenset(("identification", "legality_note", "arrival_note"))
_WHO = {"class": -1, "individual": 1, "presence": 1}
YES, NO, UNKNOWN = int(Truth.YES), int(Truth.NO), int(Truth.UNKNOWN)


@dataclass(slots=True)
class Table:
    """Points and supports as parallel lists; numbers are positions in the frame's order of each kind."""

    point_fact: list[int] = field(default_factory=list)
    point_count: list[int] = field(default_factory=list)
    support_point: list[int] = field(default_factory=list)
    support_item: list[int] = field(default_factory=list)
    support_link: list[int] = field(default_factory=list)
    support_for: list[bool] = field(default_factory=list)
    own: list[int] = field(default_factory=list)
    co: list[int] = field(default_factory=list)
    objective: list[int] = field(default_factory=list)
    restates: list[int] = field(default_factory=list)
    identifies: list[int] = field(default_factory=list)
    explained: list[int] = field(default_factory=list)

    def chosen(self, rows: list[tuple[int, list[int]]]) -> Table:
        """A table of some points, each with some of its supports: (point, supports); a point may come again."""
        supports = [n for _, kept in rows for n in kept]
        made = Table(
            [self.point_fact[point] for point, _ in rows], [self.point_count[point] for point, _ in rows]
        )
        made.support_point = [row for row, (_, kept) in enumerate(rows) for _ in kept]
        for name in _COLUMNS:
            column = getattr(self, name)
            setattr(made, name, [column[n] for n in supports])
        return made


_COLUMNS = (
    "support_item",
    "support_link",
    "support_for",
    "own",
    "co",
    "objective",
    "restates",
    "identifies",
    "explained",
)


class Names(Sequence[str]):
    """Names made when one is asked for."""

    def __init__(self, size: int, make: Callable[[int], str]) -> None:
        self._size, self._make = size, make

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, index: int | slice) -> Any:
        return (
            [self._make(n) for n in range(self._size)[index]]
            if isinstance(index, slice)
            else self._make(index)
        )


def _groups(source: Ints, target: Ints) -> dict[int, list[int]]:
    groups: dict[int, list[int]] = defaultdict(list)
    for one, other in zip(source.tolist(), target.tolist(), strict=True):
        groups[one].append(other)
    return groups


def _first(source: Ints, target: Ints) -> dict[int, int]:
    return dict(zip(source.tolist(), target.tolist(), strict=True))


def _codes(options: tuple[tuple[str, str], ...], indexes: Ints) -> list[str]:
    names = [code for code, _ in options] + [""]
    return [names[index] for index in indexes.tolist()]


def build(frame: CaseFrame) -> Table:
    """The points and supports of a case."""
    table = Table()
    counts_of = _groups(*frame.pairs(FACT_COUNTS))
    everyone = list(range(frame.size("count")))
    points_of: dict[int, list[int]] = defaultdict(list)
    for fact in range(frame.size("fact")):
        for count in counts_of.get(fact, everyone):
            points_of[fact].append(len(table.point_fact))
            table.point_fact.append(fact)
            table.point_count.append(count)
    accused_of = _first(*frame.pairs(COUNT_ACCUSED))
    _supports(frame, table, points_of, accused_of)
    return table


def _supports(
    frame: CaseFrame, table: Table, points_of: dict[int, list[int]], accused_of: dict[int, int]
) -> None:
    types = _codes(Item.type.options, frame.choice(Item.type)[0])
    directions = _codes(Link.direction.options, frame.choice(Link.direction)[0])
    ties = _codes(Link.tie.options, frame.choice(Link.tie)[0])
    entered = frame.flag(Link.identifies)[0].tolist()
    explained = frame.flag(Link.explained)[0].tolist()
    restating = frame.flag(Item.only_restates_confession)[0].tolist()
    speakers = _first(*frame.pairs(ITEM_SPEAKER))
    fact_of = _first(*frame.pairs(LINK_FACT))
    derived = derivations(frame)
    for item, link in zip(*(column.tolist() for column in frame.pairs(ITEM_LINKS)), strict=True):
        if directions[link] not in ("supports", "contradicts") or link not in fact_of:
            continue
        confession = types[item] == "confession"
        from_confession = types[item] in DERIVATIVE and any(
            types[one] == "confession" for one in derived.get(item, ())
        )
        restates = YES if from_confession else restating[item] if restating[item] == YES else NO
        identifies = entered[link] or _WHO.get(ties[link], UNKNOWN)
        for point in points_of.get(fact_of[link], ()):
            own = _own(confession, speakers.get(item), accused_of.get(table.point_count[point]))
            table.support_point.append(point)
            table.support_item.append(item)
            table.support_link.append(link)
            table.support_for.append(directions[link] == "supports")
            table.own.append(own)
            table.co.append(-own if confession else NO)
            table.objective.append(YES if types[item] in OBJECTIVE else NO)
            table.restates.append(restates)
            table.identifies.append(identifies)
            table.explained.append(YES if explained[link] == YES else NO)


def _own(confession: bool, speaker: int | None, accused: int | None) -> int:
    if not confession:
        return NO
    if speaker is None or accused is None:
        return UNKNOWN
    return YES if speaker == accused else NO


def derivations(frame: CaseFrame) -> dict[int, list[int]]:
    """Item number → the items it is derived from, directly."""
    numbers = {frame.identifier("item", n): n for n in range(frame.size("item"))}
    found: dict[int, list[int]] = {}
    for subject, live in frame.view.cells.get(Item.derived_from.path, {}).items():
        if subject in numbers and isinstance(live.value, tuple):
            found[numbers[subject]] = [numbers[str(one)] for one in live.value if str(one) in numbers]
    return found


def install(frame: CaseFrame, table: Table, plain: bool = False) -> None:
    """Put the tables into the frame as the kinds `point` and `support`.

    `plain` tables are numbered rows, for evaluating rules only: one point may stand in them several times.
    """
    size = len(table.point_fact)
    complete, why = frame.flag(Case.evidence_complete)
    fact_ids = [frame.identifier("fact", n) for n in table.point_fact]
    count_ids = [frame.identifier("count", n) for n in table.point_count]
    frame.add_table(
        Point, _numbers(size) if plain else [f"{c}/{f}" for c, f in zip(count_ids, fact_ids, strict=True)],
        {"complete": (np.full(size, complete[0] if len(complete) else 0, np.int8), np.full(size, why[0] if len(why) else 1, np.int8))},
        {
            "point.fact": _edge(range(size), table.point_fact),
            "point.count": _edge(range(size), table.point_count),
            "point.case": _edge(range(size), [0] * size),
            "point.supports": _edge(*_split(table, True)),
            "point.against": _edge(*_split(table, False)),
            "count.points": _edge(table.point_count, range(size)),
        },
        sources={"complete": lambda _: frame.cell(Case.evidence_complete, 0).sources if frame.size("case") else ()},
        names=None if plain else [
            f"{frame.name('count', c)}：{frame.name('fact', f)}" for c, f in zip(table.point_count, table.point_fact, strict=True)
        ],
    )  # fmt: skip
    links = range(len(table.support_item))
    frame.add_table(
        Support,
        _numbers(len(links)) if plain else [f"{frame.identifier('link', table.support_link[n])}@{table.support_point[n]}" for n in links],
        {
            name: _truths(values)
            for name, values in (
                ("own_confession", table.own), ("co_confession", table.co), ("objective", table.objective),
                ("restates", table.restates), ("identifies", table.identifies), ("explained", table.explained),
            )
        },
        {"support.item": _edge(links, table.support_item)},
        sources=dict.fromkeys(
            ("own_confession", "co_confession", "objective", "restates", "identifies", "explained"),
            lambda n: frame.cell(Link.direction, table.support_link[n]).sources,
        ),
        names=None if plain else [frame.name("item", item) for item in table.support_item],
    )  # fmt: skip


def _numbers(size: int) -> list[str]:
    return [str(n) for n in range(size)]


def _truths(values: list[int]) -> tuple[Int8, Int8]:
    """Truth and Why of a derived flag; what the file does not tell is 未录入."""
    truth = np.array(values, np.int8)
    return truth, np.where(truth == UNKNOWN, np.int8(Why.NOT_ENTERED), np.int8(Why.KNOWN))


def _split(table: Table, supporting: bool) -> tuple[list[int], list[int]]:
    rows = [n for n, one in enumerate(table.support_for) if one is supporting]
    return [table.support_point[n] for n in rows], rows


def _edge(source: range | list[int], target: range | list[int]) -> tuple[Ints, Ints]:
    first, second = np.array(list(source), np.int64), np.array(list(target), np.int64)
    order = np.argsort(first, kind="stable")
    return first[order], second[order]


def corroborated(frame: CaseFrame, table: Table, able: Int8, lost: frozenset[int] = frozenset()) -> Int8:
    """Per item, once the items in `lost` are gone: does some item of another origin, which may be used, support a
    fact that it supports (Interp. 2021 art. 96)?

    `able` is per item whether it may be used.  yes when one that may is entered; unknown when only items are whose
    use is not settled; no when the evidence is entered completely and there is none; otherwise unknown.
    Another origin: not the same speaker, not a restatement of a confession, not derived from the item.
    """
    barred = frozenset(np.flatnonzero(able == NO).tolist())
    unsettled = frozenset(np.flatnonzero(able == UNKNOWN).tolist())
    out = _supported(frame, table, lost | barred)
    if unsettled:
        out[(out == YES) & (_supported(frame, table, lost | barred | unsettled) != YES)] = UNKNOWN
    return out


def _supported(frame: CaseFrame, table: Table, lost: frozenset[int]) -> Int8:
    complete = frame.flag(Case.evidence_complete)[0]
    closed = bool(len(complete) and complete[0] == YES)
    out = np.full(frame.size("item"), NO if closed else UNKNOWN, np.int8)
    for item, others in corroborators(frame, table, lost):
        if next(others, None) is not None:
            out[item] = YES
    return out


def corroborators(
    frame: CaseFrame, table: Table, lost: frozenset[int] = frozenset()
) -> Iterator[tuple[int, Iterator[int]]]:
    """Every item that supports a fact, with the items of another origin, not in `lost`, that support one of its facts."""
    speakers = _first(*frame.pairs(ITEM_SPEAKER))
    derived = derivations(frame)
    rows: dict[int, set[int]] = defaultdict(set)
    supporters: dict[int, set[int]] = defaultdict(set)
    for n, item in enumerate(table.support_item):
        if table.support_for[n]:
            fact = table.point_fact[table.support_point[n]]
            rows[item].add(fact)
            if table.restates[n] != YES and item not in lost:
                supporters[fact].add(item)

    def others(item: int, facts: set[int]) -> Iterator[int]:
        speaker = speakers.get(item)
        for fact in facts:
            for other in supporters[fact]:
                same = speaker is not None and speakers.get(other) == speaker
                if other != item and item not in derived.get(other, ()) and not same:
                    yield other

    for item, facts in rows.items():
        yield item, others(item, facts)
