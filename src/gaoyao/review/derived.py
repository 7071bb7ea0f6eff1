"""What the engine concludes from the file before the rules run: contradictions, signs, traces, reasons written down.

Everything here is keyed by a kind of the dossier, so that a supposed loss takes it over unless it touches it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

import numpy as np

from gaoyao.dossier.frame import CaseFrame
from gaoyao.dossier.schema import KINDS
from gaoyao.dossier.view import View
from gaoyao.dossier.vocabulary import Accused, Rival, Trace
from gaoyao.dossier.vocabulary.court import COUNT_ACCUSED, FACT_COUNTS, FACT_RIVALS, RIVAL_EXCLUDED_BY
from gaoyao.law.rules.common import FROM_CONFESSION
from gaoyao.law.rules.disposal import (
    BY_ITEMS,
    BY_PERSON,
    CLAIMS,
    CONFLICT_REASON,
    DISPOSED,
    FOREIGN,
    SIGN,
    UNMATCHED,
)
from gaoyao.logic.frame import Int8
from gaoyao.proof import disagreement, falsity, registers
from gaoyao.proof.claims import SLOTS, Compared, read
from gaoyao.proof.points import NO, YES

REASONED_KINDS = ("conflict", "rival", "alibi", "doubt", "favourable")
HAS_REASON = CONFLICT_REASON.name


@dataclass(slots=True)
class Derived:
    """What was concluded, for the pages that show it: contradictions, signs per accused, unmatched traces."""

    compared: Compared
    told: falsity.Told
    signs: dict[str, list[str]]
    traces: list[int]

    def touched(self, frame: CaseFrame) -> set[int]:
        """The items whose loss may change a contradiction, a trace or a sign: these losses are worked out in full."""
        items = {item for one in self.compared.found for item in one.items}
        if frame.size("trace"):
            numbers = frame.view.index("item")
            items |= {numbers[frame.view.parent(ident)] for ident in frame.subjects("trace")}
            supports = frame.view.cells.get(Trace.support.path, {}).values()
            items |= {
                numbers[str(one)]
                for live in supports
                for one in (live.value if isinstance(live.value, tuple) else ())
                if str(one) in numbers
            }
        return items

    def resigned(self, lost: frozenset[int]) -> bool:
        """Would the loss change whether an accused's confession shows a sign?"""
        own = {
            item for items in (*self.told.admitting.values(), *self.told.denying.values()) for item in items
        }
        return not own.isdisjoint(lost) and _shown(falsity.signs(self.told, lost)) != _shown(self.signs)

    def signing(self) -> set[int]:
        """The items that may change a sign when they are lost: statements of accused who show any, or could."""
        found: set[int] = set()
        for person, items in self.told.admitting.items():
            alone = [falsity.signs(self.told, frozenset(items) - {item}) for item in items]
            if self.signs.get(person) or any(one.get(person) for one in alone):
                found |= {*items, *self.told.denying.get(person, ())}
        return found


def _shown(signs: dict[str, list[str]]) -> set[str]:
    return {person for person, found in signs.items() if found}


def conclude(frame: CaseFrame) -> Derived:
    """Put the conclusions about facts, traces, accused and registers on record."""
    said = read(frame)
    compared = disagreement.compared(frame, said)
    frame.set_concluded("fact", CLAIMS.name, *disagreement.by_fact(frame, compared.found, SLOTS))
    frame.set_concluded("fact", FOREIGN.name, *disagreement.foreign_by_fact(frame))
    traces = disagreement.unmatched_traces(frame)
    unmatched = np.full(frame.size("trace"), NO, np.int8)
    unmatched[traces] = YES
    frame.set_concluded("trace", UNMATCHED.name, unmatched)
    frame.set_concluded("trace", DISPOSED.name, disagreement.disposed_traces(frame))
    told = falsity.told(frame, said)
    signs = falsity.signs(told)
    accused = frame.subjects("accused")
    shown = np.array([YES if signs.get(one) else NO for one in accused], np.int8)
    frame.set_concluded("accused", SIGN.name, shown, _sentences(accused, signs))
    conclude_registers(frame)
    return Derived(compared, told, signs, traces)


def _sentences(accused: Sequence[str], signs: dict[str, list[str]]) -> Callable[[int], Sequence[str]]:
    return lambda number: ["迹象：" + "；".join(signs[accused[number]])] if signs.get(accused[number]) else ()


def gone_with(view: View, removed: Collection[str]) -> tuple[str, ...]:
    """What falls when these items are taken away: contradictions they are a side of, their traces, signs they gave."""
    frame = CaseFrame(view)
    gone = frozenset(frame.number("item", one) for one in removed)
    told = []
    for number, one in enumerate(disagreement.compared(frame).found, 1):
        if not gone.isdisjoint(one.items):
            told.append(
                f"系统比对矛盾{number}（{SLOTS[one.key[2]]}：“{one.one}”与“{one.other}”）：一方已去掉"
            )
    foreign = (*disagreement.unmatched_traces(frame), *disagreement.unmatched_traces(frame, unsure=True))
    unmatched = {frame.identifier("trace", n) for n in foreign}
    for item in sorted(gone):
        if not unmatched.isdisjoint(view.children("trace", frame.identifier("item", item))):
            told.append(f"{frame.name('item', item)}：所载他人的现场痕迹随之去掉")
    case = falsity.told(frame)
    before, after = falsity.signs(case), falsity.signs(case, gone)
    for number, person in enumerate(frame.subjects(Accused.kind)):
        if before.get(person) and not after.get(person):
            told.append(f"{frame.name(Accused.kind, number)}：供述须审查真实性的迹象随之去掉")
    return tuple(told)


def conclude_registers(frame: CaseFrame) -> None:
    """What hangs on the registers alone; drawn again when a supposed loss changes an entry."""
    for kind in REASONED_KINDS:
        frame.set_concluded(kind, HAS_REASON, written(frame, kind))
    by_items, by_person = answered(frame)
    frame.set_concluded("accused", BY_ITEMS.name, by_items)
    frame.set_concluded("accused", BY_PERSON.name, by_person)


def written(frame: CaseFrame, kind: str) -> Int8:
    """Per entry of a register: is a reason written down?"""
    cells = frame.view.cells.get(KINDS[kind].fields["reason"].path, {})
    return np.array(
        [
            YES if ident in cells and registers.told(cells[ident].value) else NO
            for ident in frame.subjects(kind)
        ],
        np.int8,
    )


def answered(frame: CaseFrame) -> tuple[Int8, Int8]:
    """Per accused: was 虚假供述 excluded by items other than confessions, with a reason; by a named person with one?

    The entry names the accused, or the only accused of the facts it is about.
    """
    by_items, by_person = (np.full(frame.size(Accused.kind), NO, np.int8) for _ in range(2))
    types = [code for code, _ in Rival.type.options] + [""]
    states = [code for code, _ in Rival.status.options] + [""]
    kinds, status = frame.choice(Rival.type)[0].tolist(), frame.choice(Rival.status)[0].tolist()
    wanted = [
        n
        for n in range(frame.size(Rival.kind))
        if types[kinds[n]] == "false_confession" and states[status[n]] == "excluded"
    ]
    if not wanted:
        return by_items, by_person
    reasons = written(frame, Rival.kind)
    confession = frame.concluded(FROM_CONFESSION)
    for rival in wanted:
        ident = frame.identifier(Rival.kind, rival)
        person = _whose(frame, rival, ident)
        if person is None or reasons[rival] != YES:
            continue
        if any(confession[item] == NO for item in frame.targets(RIVAL_EXCLUDED_BY, rival)):
            by_items[person] = YES
        if isinstance(frame.view.live(Rival.by, ident).value, str):
            by_person[person] = YES
    return by_items, by_person


def _whose(frame: CaseFrame, rival: int, ident: str) -> int | None:
    named = frame.view.live(Rival.accused, ident).value
    if isinstance(named, str):
        return frame.view.index(Accused.kind).get(named)
    source, target = frame.pairs(FACT_RIVALS)
    facts = source[target == rival].tolist()
    counts = [
        count for fact in facts for count in (frame.targets(FACT_COUNTS, fact) or range(frame.size("count")))
    ]
    people = {person for count in counts for person in frame.targets(COUNT_ACCUSED, count)}
    return people.pop() if len(people) == 1 else None
