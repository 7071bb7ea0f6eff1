"""Contradictions between items, numbered, and the facts they touch; traces from the scene that are nobody's.

A pair that an entered 矛盾 covers is that entry's matter and not listed again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations, product

import numpy as np

from gaoyao.dossier.frame import CaseFrame
from gaoyao.dossier.vocabulary import Conflict, Item, Link, Trace
from gaoyao.dossier.vocabulary.court import (
    COUNT_ACCUSED,
    COUNT_INCIDENT,
    FACT_COUNTS,
    ITEM_LINKS,
    ITEM_TRACES,
    LINK_FACT,
)
from gaoyao.logic.frame import Int8
from gaoyao.proof.claims import Compared, Contradiction, Said, contradictions, read
from gaoyao.proof.drawn import NO, UNKNOWN, YES
from gaoyao.proof.registers import from_confession, told

Texts = dict[int, list[str]]


def compared(frame: CaseFrame, said: list[Said] | None = None) -> Compared:
    """The contradictions nobody has entered as a 矛盾, in a fixed order that the file's order does not change."""
    claims = read(frame) if said is None else said
    return contradictions(claims, Entered(frame, claims).covers) if claims else Compared()


class Entered:
    """Which contradictions of claims an entered 矛盾 deals with.

    One that names its slot deals with that slot; one that names none deals with two items only where they disagree on
    one slot.  A 矛盾 that a person calls peripheral does not deal with a detail that a person calls essential.
    """

    def __init__(self, frame: CaseFrame, said: list[Said]) -> None:
        self._known: dict[frozenset[int], list[tuple[str, int]]] = defaultdict(list)
        numbers = frame.view.index(Item.kind)
        codes = [code for code, _ in Conflict.slot.options] + [""]
        slots = [codes[n] for n in frame.choice(Conflict.slot)[0].tolist()]
        essential = frame.flag(Conflict.essential)[0].tolist()
        cells = frame.view.cells.get(Conflict.items.path, {})
        loose: set[int] = set()
        for n, ident in enumerate(frame.subjects(Conflict.kind)):
            value = cells[ident].value if ident in cells else None
            named = (
                [numbers[str(one)] for one in value if str(one) in numbers]
                if isinstance(value, tuple)
                else []
            )
            for pair in combinations(sorted(set(named)), 2):
                self._known[frozenset(pair)].append((slots[n], essential[n]))
            loose.update(named if not slots[n] else ())
        self._slots: dict[frozenset[int], set[str]] = defaultdict(set)
        for found in contradictions(one for one in said if one.item in loose).found if loose else ():
            for one, other in product(found.one_claims, found.other_claims):
                self._slots[frozenset((one.item, other.item))].add(one.key[2])

    def covers(self, one: Said, other: Said) -> bool:
        """Does an entry deal with what these two claims disagree on?"""
        pair = frozenset((one.item, other.item))
        material = YES in (one.material, other.material)
        return any(
            (slot == one.key[2] or (not slot and len(self._slots.get(pair, ())) <= 1))
            and not (material and essential == NO)
            for slot, essential in self._known.get(pair, ())
        )


def linked(frame: CaseFrame) -> dict[int, set[int]]:
    """Item → the facts it supports or contradicts."""
    codes = [code for code, _ in Link.direction.options] + [""]
    directions = [codes[n] for n in frame.choice(Link.direction)[0].tolist()]
    fact_of = dict(zip(*(column.tolist() for column in frame.pairs(LINK_FACT)), strict=True))
    found: dict[int, set[int]] = defaultdict(set)
    for item, link in zip(*(column.tolist() for column in frame.pairs(ITEM_LINKS)), strict=True):
        if directions[link] in ("supports", "contradicts") and link in fact_of:
            found[item].add(fact_of[link])
    return found


def facts_touched(frame: CaseFrame, found: Iterable[Contradiction]) -> list[tuple[int, ...]]:
    """Per contradiction the facts it touches: those both sides speak to, otherwise those either does, among the
    facts of the accused and the incident that the claims are about."""
    rows = list(found)
    if not rows:
        return []
    facts, within = linked(frame), _Within(frame)
    out = []
    for one in rows:
        sides = [
            {fact for said in side for fact in facts.get(said.item, ())}
            for side in (one.one_claims, one.other_claims)
        ]
        touched = (sides[0] & sides[1]) or (sides[0] | sides[1])
        out.append(tuple(sorted(fact for fact in touched if within(fact, one.key[0], one.key[1]))))
    return out


class _Within:
    """Does a fact belong to a count of that accused and that incident ('' for any)?"""

    def __init__(self, frame: CaseFrame) -> None:
        accused = dict(zip(*(column.tolist() for column in frame.pairs(COUNT_ACCUSED)), strict=True))
        incident = dict(zip(*(column.tolist() for column in frame.pairs(COUNT_INCIDENT)), strict=True))
        self._whose = [
            (frame.identifier("accused", accused[n]) if n in accused else "", frame.identifier("incident", incident[n]) if n in incident else "")
            for n in range(frame.size("count"))
        ]  # fmt: skip
        self._counts: dict[int, list[int]] = defaultdict(list)
        for fact, count in zip(*(column.tolist() for column in frame.pairs(FACT_COUNTS)), strict=True):
            self._counts[fact].append(count)

    def __call__(self, fact: int, accused: str, incident: str) -> bool:
        whose = [self._whose[count] for count in self._counts.get(fact) or range(len(self._whose))]
        return any(accused in ("", one) and incident in ("", other) for one, other in whose) or not whose


def by_fact(frame: CaseFrame, found: list[Contradiction], slots: dict[str, str]) -> tuple[Int8, Texts]:
    """Per fact: does a contradiction that nobody dealt with touch what a conviction needs?

    yes: a person said the detail is essential; unknown: nobody has said; no: none, or all peripheral.
    """
    out = np.full(frame.size("fact"), NO, np.int8)
    why: Texts = defaultdict(list)
    for number, (one, facts) in enumerate(zip(found, facts_touched(frame, found), strict=True), 1):
        for fact in facts:
            if one.essential != NO:
                out[fact] = max(out[fact], one.essential)
                left, right = (
                    frame.name("item", side[0].item) for side in (one.one_claims, one.other_claims)
                )
                why[fact].append(
                    f"系统比对矛盾{number}（{slots[one.key[2]]}）：{left}说“{one.one}”，{right}说“{one.other}”"
                )
    return out, dict(why)


# ------------------------------------------------------------ traces


def unmatched_traces(frame: CaseFrame, unsure: bool = False) -> list[int]:
    """Traces left at the scene whose comparison excludes, or that belong to somebody else or nobody known.

    `unsure`: those of which nobody has said whether they were left at the scene.
    """
    results, owners = ([code for code, _ in one.options] + [""] for one in (Trace.result, Trace.matched_to))
    result, owner = frame.choice(Trace.result)[0].tolist(), frame.choice(Trace.matched_to)[0].tolist()
    scene = frame.flag(Trace.from_scene)[0].tolist()
    return [
        n for n in range(frame.size("trace"))
        if scene[n] == (UNKNOWN if unsure else YES) and owners[owner[n]] not in ("accused", "victim")
        and (results[result[n]] == "exclusion" or owners[owner[n]] in ("third", "unknown_person"))
    ]  # fmt: skip


def disposed_traces(frame: CaseFrame) -> Int8:
    """Per trace: was its owner found or its presence explained, with the reason written down?

    An explanation that rests on nothing but confessions and what is drawn from them is none.
    """
    codes = [code for code, _ in Trace.disposal.options] + [""]
    disposal = frame.choice(Trace.disposal)[0].tolist()
    reasons, supports = (frame.view.cells.get(one.path, {}) for one in (Trace.reason, Trace.support))
    numbers, drawn = frame.view.index(Item.kind), from_confession(frame)

    def done(n: int, ident: str) -> bool:
        if (
            codes[disposal[n]] not in ("traced", "explained")
            or ident not in reasons
            or not told(reasons[ident].value)
        ):
            return False
        value = supports[ident].value if ident in supports else ()
        named = (
            [numbers[str(one)] for one in value if str(one) in numbers] if isinstance(value, tuple) else []
        )
        return not named or any(drawn[item] == NO for item in named)

    return np.array(
        [YES if done(n, ident) else NO for n, ident in enumerate(frame.subjects("trace"))], np.int8
    )


def foreign_by_fact(frame: CaseFrame) -> tuple[Int8, Texts]:
    """Per fact: does a trace that is nobody's, and that nobody disposed of, bear on its counts?

    The counts are those of the facts its item speaks to; a trace whose item speaks to none bears on all.
    """
    out = np.full(frame.size("fact"), NO, np.int8)
    why: Texts = defaultdict(list)
    disposed = disposed_traces(frame)
    open_traces = [n for n in unmatched_traces(frame) if disposed[n] == NO]
    item_of = {
        trace: item
        for item, trace in zip(*(column.tolist() for column in frame.pairs(ITEM_TRACES)), strict=True)
    }
    unsure = [n for n in unmatched_traces(frame, unsure=True) if disposed[n] == NO]
    for touched in traces_by_fact(frame, unsure).values():
        out[list(touched)] = UNKNOWN
    for trace, touched in traces_by_fact(frame, open_traces).items():
        for fact in touched:
            out[fact] = YES
            why[fact].append(
                f"{frame.name('item', item_of[trace])}所载现场痕迹不属于被告人、被害人，没有查明或者解释"
            )
    return out, dict(why)


def traces_by_fact(frame: CaseFrame, traces: Iterable[int]) -> dict[int, tuple[int, ...]]:
    """Trace → the facts of the counts it bears on."""
    wanted = list(traces)
    if not wanted:
        return {}
    facts = linked(frame)
    item_of = {
        trace: item
        for item, trace in zip(*(column.tolist() for column in frame.pairs(ITEM_TRACES)), strict=True)
    }
    counts: dict[int, set[int]] = defaultdict(set)
    for fact, count in zip(*(column.tolist() for column in frame.pairs(FACT_COUNTS)), strict=True):
        counts[fact].add(count)
    every = set(range(frame.size("count")))
    found = {}
    for trace in wanted:
        spoken = facts.get(item_of[trace], set())
        bears = set().union(*(counts.get(fact) or every for fact in spoken)) if spoken else every
        found[trace] = tuple(
            fact for fact in range(frame.size("fact")) if (counts.get(fact) or every) & bears or not every
        )
    return found
