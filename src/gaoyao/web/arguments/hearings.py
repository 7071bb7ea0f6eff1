"""The hearings of a case: when, what was shown and what was confronted."""

from __future__ import annotations

from dataclasses import dataclass

from gaoyao.dossier.vocabulary import Group, Hearing, Item
from gaoyao.logic.truth import Why
from gaoyao.web.cases.reading import Desk
from gaoyao.web.evidence.cells import text_of

SHOWN = 30


@dataclass(frozen=True, slots=True)
class Sitting:
    """One hearing; `shown` and `confronted` in words."""

    id: str
    type: str
    held_on: str
    page: str
    shown: str
    confronted: str


def hearings(desk: Desk) -> tuple[Sitting, ...]:
    """The hearings in the order of the file."""
    view = desk.read.view

    def names(one: str, field: str) -> str:
        live = view.live(Hearing.fields[field], one)
        if not isinstance(live.value, tuple):
            return live.why.label if live.why is not Why.KNOWN else "—"
        told = [
            desk.read.name(str(ref)) if view.kind(str(ref)) == Group.kind else str(ref) for ref in live.value
        ]  # fmt: skip
        return "、".join(told[:SHOWN]) + (f"等 {len(told)} 件" if len(told) > SHOWN else "")

    return tuple(
        Sitting(
            one, text_of(Hearing.type, view.live(Hearing.type, one)), text_of(Hearing.held_on, view.live(Hearing.held_on, one)),
            text_of(Hearing.page, view.live(Hearing.page, one)), names(one, "shown"), names(one, "confronted"),
        )
        for one in view.subjects(Hearing.kind)
    )  # fmt: skip


def unconfronted(desk: Desk) -> tuple[str, ...]:
    """Items that neither stand in a hearing's list nor are marked, alone or by their group, as confronted in court."""
    view = desk.read.view
    named: set[str] = set()
    for one in view.subjects(Hearing.kind):
        value = view.live(Hearing.confronted, one).value
        named |= {str(ref) for ref in value} if isinstance(value, tuple) else set()
    groups = {one for one in view.subjects(Group.kind) if view.live(Group.confronted, one).value is True}
    left = []
    for one in view.subjects(Item.kind):
        group = view.live(Item.group, one).value
        marked = view.live(Item.confronted, one).value is True
        if not (marked or one in named or (isinstance(group, str) and group in named | groups)):
            left.append(one)
    return tuple(left)
