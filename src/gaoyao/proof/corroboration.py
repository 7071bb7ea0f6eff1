"""Is what an item says borne out by something of another origin (Interp. 2021 art. 96, 143)?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from gaoyao.dossier.frame import CaseFrame
from gaoyao.dossier.vocabulary import Case
from gaoyao.logic.frame import Int8
from gaoyao.proof.drawn import NO, UNKNOWN, YES, derivations
from gaoyao.proof.origins import origins_of
from gaoyao.proof.points import Table


def corroborated(
    frame: CaseFrame,
    table: Table,
    able: Int8,
    lost: frozenset[int] = frozenset(),
    origin: Sequence[object] | None = None,
) -> Int8:
    """Per item, once the items in `lost` are gone: does some item of another origin, which may be used, support a
    fact that it supports?

    `able` is per item whether it may be used.  yes when one that may is entered; unknown when only items are whose
    use, or whose being more than a restatement, is not settled; no when the evidence is entered completely and there
    is none; otherwise unknown.  `origin`: what `origins` says, where it is known already.
    """
    barred = frozenset(np.flatnonzero(able == NO).tolist())
    unsettled = frozenset(np.flatnonzero(able == UNKNOWN).tolist()) | _unsure(table)
    marks = origins_of(frame) if origin is None else origin
    out = _supported(frame, table, lost | barred, marks)
    if unsettled:
        out[(out == YES) & (_supported(frame, table, lost | barred | unsettled, marks) != YES)] = UNKNOWN
    return out


def _unsure(table: Table) -> frozenset[int]:
    return frozenset(
        item for item, value in zip(table.support_item, table.restates, strict=True) if value == UNKNOWN
    )


def _supported(frame: CaseFrame, table: Table, lost: frozenset[int], origin: Sequence[object]) -> Int8:
    complete = frame.flag(Case.evidence_complete)[0]
    closed = bool(len(complete) and complete[0] == YES)
    out = np.full(frame.size("item"), NO if closed else UNKNOWN, np.int8)
    for item, others in corroborators(frame, table, lost, origin):
        if next(others, None) is not None:
            out[item] = YES
    return out


def corroborators(
    frame: CaseFrame,
    table: Table,
    lost: frozenset[int] = frozenset(),
    origin: Sequence[object] | None = None,
) -> Iterator[tuple[int, Iterator[int]]]:
    """Every item that supports a fact, with the items of another origin, not in `lost`, that support one of its facts.

    Another origin: not the same person, sample or entered mark, not a restatement of a confession, and neither of the
    two derived from the other.
    """
    derived = derivations(frame)
    marks = origins_of(frame) if origin is None else origin
    rows: dict[int, set[int]] = defaultdict(set)
    supporters: dict[int, set[int]] = defaultdict(set)
    for n, item in enumerate(table.support_item):
        if table.support_for[n]:
            fact = table.point_fact[table.support_point[n]]
            rows[item].add(fact)
            if table.restates[n] != YES and item not in lost:
                supporters[fact].add(item)

    def others(item: int, facts: set[int]) -> Iterator[int]:
        for fact in facts:
            for other in supporters[fact]:
                apart = item not in derived.get(other, ()) and other not in derived.get(item, ())
                if apart and marks[other] != marks[item]:
                    yield other

    for item, facts in rows.items():
        yield item, others(item, facts)
