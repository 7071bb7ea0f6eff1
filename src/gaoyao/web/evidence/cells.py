"""Cells as a page shows them: what is entered, on what basis, where it stands, and what a finding rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlencode

from django.urls import reverse

from gaoyao.dossier.exchange.subjects import UNKNOWN_TIME
from gaoyao.dossier.model import Address, Assertion, Basis, Value
from gaoyao.dossier.schema import KINDS
from gaoyao.dossier.texts import value_text
from gaoyao.dossier.view import Live
from gaoyao.dossier.vocabulary import CounterCheck, Fact
from gaoyao.law.charges.loader import charges
from gaoyao.logic.reasons import leaves
from gaoyao.logic.tree import Field, FieldType
from gaoyao.logic.truth import Why
from gaoyao.review.model import Finding
from gaoyao.web.cases.policy import Permission
from gaoyao.web.cases.reading import Desk, Read
from gaoyao.web.evidence.entry import field_of
from gaoyao.web.originals import places

CODED = frozenset((Fact.template.path, CounterCheck.code.path))
"""Fields whose value is a code of a charge; a page tells what it stands for."""


@dataclass(frozen=True, slots=True)
class Side:
    """One assertion of a cell: what it says, on what basis, where, by whom; its page and its crop where the original is kept.

    `spot` is the place in the file it was loaded from, `full` all that is known of who entered it: shown on demand.
    """

    text: str
    basis: str
    where: str
    quote: str
    note: str
    by: str
    spot: str
    full: str
    page: str = ""
    crop: str = ""


@dataclass(frozen=True, slots=True)
class CellLine:
    """One cell of a page."""

    path: str
    subject: str
    name: str
    label: str
    question: str
    text: str
    state: str
    sides: tuple[Side, ...]
    shown: str
    edit: str
    editable: bool
    why_not: str
    confirmable: bool


def line(desk: Desk, field: Field, subject: str, back: str) -> CellLine:
    """One cell for this reader; `back` says to which page the form returns."""
    live = desk.read.view.live(field, subject)
    edit = desk.policy.may(Permission.CELL_EDIT, desk.assignment, field)
    confirm = desk.policy.may(Permission.CELL_CONFIRM, desk.assignment, field)
    low = live.basis is not None and live.basis < Basis.CONFIRMED and live.why is not Why.CONFLICTING
    return CellLine(
        field.path, subject, desk.read.name(subject), field.label, field.question or f"{field.label}？", text_of(field, live, desk.read), state_of(live),
        tuple(_side(desk, field, record) for record in _told_once(live)), live.first.id if live.first else "",
        reverse("cell", args=[desk.case.key]) + "?" + urlencode({"f": field.path, "s": subject, "back": back}),
        bool(edit) and live.basis is not Basis.RULED, edit.reason, bool(confirm) and low,
    )  # fmt: skip


def text_of(field: Field, live: Live, read: Read | None = None) -> str:
    """The live value in words; all sides of a conflict; the label of an absence.  `read` gives subjects their names."""
    if live.why is Why.CONFLICTING:
        return "／".join(dict.fromkeys(worded(field, record.value, read) for record in live.assertions))
    if live.value is None:
        return live.why.label
    return worded(field, live.value, read)


def worded(field: Field, value: Value, read: Read | None) -> str:
    """A value in words; a reference by the name of what it points to, a code of a charge by what it stands for."""
    if field.path in CODED and isinstance(value, str):
        return "、".join(_of_code().get(one, one) for one in value.split("、"))
    if read is not None and field.type in (FieldType.REF, FieldType.REFS) and isinstance(value, str | tuple):
        return "、".join(read.name(str(one)) for one in ((value,) if isinstance(value, str) else value))
    return value_text(field, value)


@cache
def _of_code() -> dict[str, str]:
    """What the codes of the charges stand for: elements and counter-checks."""
    known = charges().values()
    return {one.id: one.text for charge in known for one in (*charge.facts, *charge.aggravating)} | {
        one.id: one.question for charge in known for one in charge.checks
    }


def _told_once(live: Live) -> list[Assertion]:
    """The assertions of a cell; what a confirmation repeats from its reading is told once, as confirmed."""
    if live.why is Why.CONFLICTING:
        return list(live.assertions)
    kept: dict[tuple[Value, Address], Assertion] = {}
    for record in live.assertions:
        kept.setdefault((record.value, record.address), record)
    return list(kept.values())


def state_of(live: Live) -> str:
    """A word for the style sheet: conflicting, absent, missing, known."""
    if live.why is Why.KNOWN:
        return "known"
    return {Why.CONFLICTING: "conflicting", Why.NOT_ENTERED: "missing"}.get(live.why, "absent")


def _side(desk: Desk, field: Field, record: Assertion) -> Side:
    read = desk.read
    act = read.log.chain(record.part, record.part_owner).revisions[record.revision - 1]
    at = "" if act.at == UNKNOWN_TIME else act.at.replace("T", " ")[:16]
    where = record.address.page or read.frame.page(record.subject)
    spot = (
        f"{record.address.file}第{record.address.line}行"
        if record.address.file and record.address.line
        else record.address.file
    )
    page = places.page_address(desk, record)
    return Side(
        worded(field, record.value, read), record.basis.label, where or spot, record.address.quote, record.note,
        f"{act.actor.partition('（')[0]} {at}".strip(), spot if where and not where.startswith(spot) else "", f"{act.actor} {at}".strip(), page, places.crop_address(desk, record) if page else "",
    )  # fmt: skip


def rests_on(desk: Desk, findings: Iterable[Finding], back: str) -> list[CellLine]:
    """The cells on which findings rest, each once, in the order of the reasons."""
    found: dict[tuple[str, str], Field] = {}
    for one in findings:
        for leaf in leaves(one.reason):
            field = field_of(leaf.field) if leaf.field else None
            if field is not None and leaf.kind == field.kind:
                found.setdefault((field.path, desk.read.subject(leaf.kind, leaf.subject)), field)
    return [line(desk, field, subject, back) for (_, subject), field in found.items() if subject]


def entered(desk: Desk, subject: str, back: str) -> list[tuple[str, list[CellLine], list[CellLine]]]:
    """(name, cells entered, cells not yet entered) of a subject and of what is nested in it."""
    read, made = desk.read, []
    waiting = [subject]
    while waiting:
        one = waiting.pop(0)
        kind = KINDS[read.view.kind(one)]
        cells = [line(desk, field, one, back) for field in kind.fields.values()]
        made.append((read.name(one) if one == subject else _nested(read, one), [c for c in cells if c.state != "missing"],
                     [c for c in cells if c.state == "missing" and c.editable]))  # fmt: skip
        waiting += [
            child
            for child_kind in KINDS.values()
            if child_kind.parent == kind.kind
            for child in read.view.children(child_kind.kind, one)
        ]
    return made


def _nested(read: Read, subject: str) -> str:
    parent = read.view.parent(subject)
    return read.name(subject).removeprefix(f"{read.name(parent)}的")
