"""Detectors of stratum 0: points, and the support seen from each point.

A point is one fact for one count; a support is one link seen from one point.  A fact that names no count is
common to every count.  Pure functions from a frame to tables; `tests/proof` holds a brute-force twin of each.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from gaoyao.dossier.derived import Point, Support
from gaoyao.dossier.frame import CaseFrame
from gaoyao.dossier.vocabulary import Case, Fact, Item, Link
from gaoyao.dossier.vocabulary.court import (
    COUNT_ACCUSED,
    COUNT_INCIDENT,
    FACT_COUNTS,
    ITEM_LINKS,
    ITEM_SPEAKER,
    LINK_FACT,
)
from gaoyao.logic.frame import Int8, Ints
from gaoyao.logic.truth import Why
from gaoyao.proof.drawn import NO, OBJECTIVE, UNKNOWN, YES, restating, types_of
from gaoyao.proof.registers import told

__all__ = ["NO", "UNKNOWN", "YES", "Names", "Table", "build", "install", "unassigned"]

_NOBODY = -1
"""The speaker of a confession who is none of the accused of this case: one tried elsewhere."""
_WHO = {"class": -1, "individual": 1, "presence": 1}


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
    perhaps_other: list[int] = field(default_factory=list)
    perhaps_confession: list[int] = field(default_factory=list)
    identifies: list[int] = field(default_factory=list)
    explained: list[int] = field(default_factory=list)
    reasoned: list[int] = field(default_factory=list)
    not_denied: list[int] = field(default_factory=list)

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
    "perhaps_other",
    "perhaps_confession",
    "identifies",
    "explained",
    "reasoned",
    "not_denied",
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
    types = types_of(frame)
    directions = _codes(Link.direction.options, frame.choice(Link.direction)[0])
    ties = _codes(Link.tie.options, frame.choice(Link.tie)[0])
    entered = frame.flag(Link.identifies)[0].tolist()
    explained = frame.flag(Link.explained)[0].tolist()
    restates = restating(frame)
    speakers = _first(*frame.pairs(ITEM_SPEAKER))
    fact_of = _first(*frame.pairs(LINK_FACT))
    spoken = frame.view.cells.get(Item.speaker.path, {})
    admits = frame.flag(Item.admits)[0].tolist()
    given = {ident for ident, live in frame.view.cells.get(Link.reason.path, {}).items() if told(live.value)}
    only = 0 if frame.size("accused") == 1 else None
    for item, link in zip(*(column.tolist() for column in frame.pairs(ITEM_LINKS)), strict=True):
        if directions[link] not in ("supports", "contradicts") or link not in fact_of:
            continue
        confession = types[item] == "confession"
        identifies = entered[link] or _WHO.get(ties[link], UNKNOWN)
        for point in points_of.get(fact_of[link], ()):
            accused = accused_of.get(table.point_count[point])
            named = frame.identifier("item", item) in spoken
            own = _own(confession, speakers.get(item, _NOBODY) if named else only, accused)
            table.support_point.append(point)
            table.support_item.append(item)
            table.support_link.append(link)
            table.support_for.append(directions[link] == "supports")
            table.own.append(own)
            table.co.append(-own if confession else NO)
            table.objective.append(YES if types[item] in OBJECTIVE else NO)
            table.restates.append(restates[item])
            table.perhaps_other.append(NO if confession or restates[item] == YES else YES)
            table.perhaps_confession.append(YES if confession or restates[item] != NO else NO)
            table.identifies.append(identifies)
            table.explained.append(YES if explained[link] == YES else NO)
            table.not_denied.append(YES if confession and admits[item] != NO else NO)
            table.reasoned.append(YES if frame.identifier("link", link) in given else NO)


def _own(confession: bool, speaker: int | None, accused: int | None) -> int:
    if not confession:
        return NO
    if speaker is None or accused is None:
        return UNKNOWN
    return YES if speaker == accused else NO


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
                ("perhaps_other", table.perhaps_other), ("perhaps_confession", table.perhaps_confession), ("reasoned", table.reasoned), ("not_denied", table.not_denied),
            )
        },
        {"support.item": _edge(links, table.support_item)},
        sources=dict.fromkeys(
            ("own_confession", "co_confession", "objective", "restates", "identifies", "explained", "perhaps_other", "perhaps_confession", "reasoned", "not_denied"),
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


PERSONAL = frozenset(("identity", "act", "presence", "intent", "subject", "age", "capacity", "joint_role"))
"""Facts that are one accused's: what is proved of one says nothing of another."""


def unassigned(frame: CaseFrame) -> frozenset[int]:
    """Facts that name no count although there are several accused (where the fact is personal) or several incidents:
    evidence about one would carry the others."""
    if frame.size("count") < 2:
        return frozenset()
    accused = set(frame.pairs(COUNT_ACCUSED)[1].tolist())
    incidents = set(frame.pairs(COUNT_INCIDENT)[1].tolist())
    named = set(frame.pairs(FACT_COUNTS)[0].tolist())
    roles = [code for code, _ in Fact.role.options] + [""]
    codes = frame.choice(Fact.role)[0].tolist()
    return frozenset(
        fact
        for fact in range(frame.size("fact"))
        if fact not in named and (len(incidents) > 1 or (len(accused) > 1 and roles[codes[fact]] in PERSONAL))
    )
