"""Every paper that is evidence becomes an item with its act; statements stand in the order of time."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gaoyao.dossier.model import Span
from gaoyao.dossier.vocabulary import Accused, Arrival, Hearing, Item, Motion, Supplement
from gaoyao.intake.documents.cut import Sheet
from gaoyao.intake.drafting.people import People
from gaoyao.intake.drafting.proposals import Draft, LeftOut
from gaoyao.intake.forms.base import MOMENT, Cell, Form, Names, Reader, moment_of

_ACTS = frozenset({"interrogation", "inquiry", "identification", "acquisition", "appraisal"})
_TOP = {"motion": "M", "hearing": "H", "supplement": "S"}
_SPOKEN = frozenset({"interrogation", "inquiry"})


@dataclass(slots=True)
class Entry:
    """A document, what its form says, and the item it became ('' where none)."""

    sheet: Sheet
    form: Form
    item: str = ""
    act: str = ""

    @property
    def begun(self) -> Span | None:
        """When the act began, where the form tells."""
        for cell in (*self.form.cells, *self.form.item):
            if cell.field.path in ("interrogation.start", "inquiry.start", "item.happened") and isinstance(
                cell.value, Span
            ):
                return cell.value
        return None


def in_time(entries: list[Entry]) -> list[Entry]:
    """Statements by the time they were made, at the places where statements stand; the rest as filed."""
    places = [n for n, entry in enumerate(entries) if entry.form.kind in _SPOKEN]
    spoken = sorted(
        (entries[n] for n in places),
        key=lambda entry: (entry.begun is None, entry.begun.low if entry.begun else 0),
    )
    out = list(entries)
    for n, entry in zip(places, spoken, strict=True):
        out[n] = entry
    return out


def place_entries(draft: Draft, people: People, entries: list[Entry]) -> None:
    """Declare items and acts and propose their cells."""
    for entry in entries:
        kind = entry.sheet.document.kind
        if entry.form.kind in _TOP:
            subject = draft.declare(entry.form.kind, _TOP[entry.form.kind])
            _cells(draft, people, subject, entry.form.cells, entry.sheet)
            page = {"motion": Motion.page, "hearing": Hearing.page, "supplement": Supplement.page}[
                entry.form.kind
            ]
            draft.put(subject, page, entry.sheet.document.where, entry.sheet, 0, 1)
        elif kind.item:
            _item(draft, people, entry, kind.item)


def _item(draft: Draft, people: People, entry: Entry, code: str) -> None:
    sheet, form = entry.sheet, entry.form
    document = sheet.document
    entry.item = draft.declare("item", "E")
    speaker = (
        people.add(form.speaker, form.speaker_role, sheet) if form.speaker and form.kind in _SPOKEN else ""
    )
    if form.kind == "inquiry":
        code = "victim" if form.speaker_role == "victim" else "witness"
    title = (
        f"{form.speaker}{document.title}"
        if speaker and form.speaker not in document.title
        else document.title
    )
    first = next((n for n, char in enumerate(sheet.raw) if not char.isspace()), 0)
    end = sheet.raw.find("\n", first)
    span = (first, end if end > first else len(sheet.raw))
    draft.put(entry.item, Item.title, title, sheet, *span)
    draft.put(entry.item, Item.type, code, sheet, *span)
    draft.put(entry.item, Item.page, document.where, sheet, *span)
    draft.put(entry.item, Item.file, document.volume.source.name, sheet, *span)
    if speaker:
        draft.put(entry.item, Item.speaker, speaker, sheet, *_speaker(sheet, form.speaker))
    _cells(draft, people, entry.item, form.item, sheet)
    if form.kind in _ACTS:
        entry.act = draft.declare(form.kind, "", entry.item, single=True)
        _cells(draft, people, entry.act, form.cells, sheet)
    elif form.kind == "arrival":
        _arrival(draft, people, entry)


def _speaker(sheet: Sheet, name: str) -> tuple[int | None, int | None]:
    at = sheet.raw.find(name)
    return (at, at + len(name)) if at >= 0 else (None, None)


def _arrival(draft: Draft, people: People, entry: Entry) -> None:
    """The account of how an accused was caught belongs to him where exactly one accused is named in it."""
    named = [name for name in people.accused if name in entry.sheet.raw]
    if len(named) != 1 or draft.has(f"{people.accused[named[0]]}-arrival"):
        why = (
            "没有写明是哪一名被告人"
            if not named
            else "涉及几名被告人或者已有一份"
            if len(named) > 1
            else "该被告人已有一份到案经过"
        )
        draft.left_out.append(
            LeftOut(entry.sheet.document.where, "到案经过", f"{why}，没有归入被告人名下，请由人录入")
        )
        return
    subject = draft.declare("arrival", "", people.accused[named[0]], single=True)
    draft.put(subject, Arrival.page, entry.sheet.document.where, entry.sheet, 0, 1)
    _cells(draft, people, subject, entry.form.cells, entry.sheet)


def _cells(draft: Draft, people: People, subject: str, cells: list[Cell], sheet: Sheet) -> None:
    for cell in cells:
        value = cell.value
        if isinstance(value, Names):
            value = tuple(
                dict.fromkeys(
                    people.add(name, value.role, sheet, cell.start, cell.end) for name in value.names
                )
            )
            value = tuple(one for one in value if one.startswith("P"))
            if not value:
                continue
        draft.put(subject, cell.field, value, sheet, cell.start, cell.end)


_SUSPECTS_PAPERS = frozenset({"interrogation", "extraction_log", "body_check", "arrival", "dated"})
_OTHER_NAMES = re.compile(r"[\u4e00-\u9fff·]{2,6}")


def name_accused(people: People, entries: list[Entry]) -> None:
    """Suspects who appear only in their own questioning; other names that their papers give."""
    for entry in entries:
        entry.form.speaker = (
            people.known_as(entry.form.speaker) if entry.form.kind in _SUSPECTS_PAPERS else entry.form.speaker
        )
        if entry.form.kind == "interrogation" and entry.form.speaker:
            _other_names(people, entry)
    for entry in entries:
        if entry.form.kind in _SUSPECTS_PAPERS:
            entry.form.speaker = people.known_as(entry.form.speaker)
        if entry.form.kind == "interrogation" and entry.form.speaker:
            people.add_accused(entry.form.speaker, entry.sheet)


def _other_names(people: People, entry: Entry) -> None:
    reader = Reader(entry.sheet)
    found = reader.labelled("曾用名|绰号|别名|化名")
    named = _OTHER_NAMES.match(reader.text, *found) if found and found[0] < found[1] else None
    if named and named.group() not in ("没有", "不详"):
        people.add_accused(entry.form.speaker, entry.sheet)
        people.add_alias(entry.form.speaker, named.group(), entry.sheet, *reader.span(*named.span()))


def born(draft: Draft, people: People, entries: list[Entry]) -> None:
    """Dates of birth from the forms of questioning."""
    for entry in entries:
        if entry.form.kind != "interrogation" or entry.form.speaker not in people.accused:
            continue
        reader = Reader(entry.sheet)
        for found in MOMENT.finditer(reader.text):
            if "出生" in reader.text[max(0, found.start() - 8) : found.start()]:
                value = moment_of(found, reader.raw(*found.span()))
                if value is not None:
                    draft.put(
                        people.accused[entry.form.speaker],
                        Accused.born_on,
                        value,
                        entry.sheet,
                        *reader.span(*found.span()),
                    )
                break
