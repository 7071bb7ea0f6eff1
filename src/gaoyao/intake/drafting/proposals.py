"""Proposals: values with the place they were read from; what cannot be asserted is left out and said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from gaoyao.dossier.gate import WrongValueError, check_absent, check_for
from gaoyao.dossier.log import Log
from gaoyao.dossier.model import Absent, Address, Amount, Basis, Span, Value
from gaoyao.dossier.schema import Part
from gaoyao.dossier.vocabulary import Case
from gaoyao.intake.documents.cut import Place, Sheet
from gaoyao.intake.ocr.reading import HAND
from gaoyao.intake.pages.apart import PARSER
from gaoyao.intake.pages.model import Box, Page, State, Trouble
from gaoyao.intake.sources.model import Form as FileForm
from gaoyao.logic.tree import Field, FieldType

ACTOR = "皋陶（机器读取）"
ACTION = "读取卷宗"
EVERYTHING = "全部文件（见覆盖报告）"
QUOTE = 300
"""Characters of a quotation at most; the address gives the rest."""


class Proposal(NamedTuple):
    """One value of one cell; `place` is None where the whole document is the source (卷内无记载)."""

    subject: str
    field: Field
    value: Value
    sheet: Sheet
    place: Place | None
    confidence: float | None


class LeftOut(NamedTuple):
    """Something that was read and is not asserted, and why."""

    where: str
    what: str
    why: str


@dataclass
class Draft:
    """What will be written: subjects in order of declaration, and proposals."""

    subjects: list[tuple[str, str, str]] = field(default_factory=list)
    proposals: list[Proposal] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    _known: set[str] = field(default_factory=set)
    _numbers: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def declare(self, kind: str, letter: str, parent: str = "", single: bool = False) -> str:
        """A new subject with an id of its own; a single one takes its parent's id and its kind."""
        if single:
            subject = f"{parent}-{kind}" if parent else letter
        else:
            self._numbers[letter] += 1
            subject = f"{letter}{self._numbers[letter]}"
        if subject not in self._known:
            self._known.add(subject)
            self.subjects.append((kind, subject, parent))
        return subject

    def has(self, subject: str) -> bool:
        """Was that subject declared?"""
        return subject in self._known

    def put(
        self,
        subject: str,
        target: Field,
        value: Value,
        sheet: Sheet,
        start: int | None = None,
        end: int | None = None,
        lines: bool = False,
    ) -> None:
        """Propose a value that stands at raw characters of the sheet.  What the gate would refuse is left out and said.

        `lines`: the line ends of a text are kept.
        """
        place = sheet.place(start, end) if start is not None and end is not None else None
        confidence = place.page.score_of(place.start, place.end) if place else None
        where = _page(sheet, place)
        if confidence is not None and confidence < HAND:
            self.left_out.append(LeftOut(where, target.label, f"识别把握 {confidence:.2f} 过低，请由人录入"))
            return
        if isinstance(value, str) and target.type is FieldType.TEXT and not lines:
            value = " ".join(value.split())
        try:
            check = check_for(target.kind, target.name)
            value = check_absent(value) if isinstance(value, Absent) else check.check(value)
        except WrongValueError as error:
            self.left_out.append(LeftOut(where, target.label, str(error)))
            return
        self.proposals.append(Proposal(subject, target, value, sheet, place, confidence))

    def fill(self, subject: str, target: Field, value: Value, sheet: Sheet, start: int, end: int) -> None:
        """Propose what another paper tells of an act whose own paper is silent on it: the file is not silent then."""
        silent = [
            one
            for one in self.proposals
            if one.subject == subject and one.field.path == target.path and isinstance(one.value, Absent)
        ]
        for one in silent:
            self.proposals.remove(one)
        self.put(subject, target, value, sheet, start, end)

    def put_moment(
        self, subject: str, target: Field, value: Span, sheet: Sheet, start: int, end: int
    ) -> None:
        """Propose a moment of which another paper may also tell: the day and the hour of one event do not contradict
        each other, so only the narrower is kept; moments that do not lie inside one another are both kept."""
        for known in [
            one for one in self.proposals if one.subject == subject and one.field.path == target.path
        ]:
            before = known.value
            if isinstance(before, Span) and value.low <= before.low and before.high <= value.high:
                return
            if isinstance(before, Span) and before.low <= value.low and value.high <= before.high:
                self.proposals.remove(known)
        self.put(subject, target, value, sheet, start, end)

    def write(self, reason: str, at: str, unread: Amount) -> Log:
        """The draft as a log of one revision, with the number of unread pages of the case."""
        log = Log()
        boxes = _boxes(self.proposals)
        with log.begin(Part.MAIN, ACTOR, ACTION, reason, at) as transaction:
            for kind, subject, parent in self.subjects:
                transaction.declare(kind, subject, parent)
            for one in self.proposals:
                address = _address(one, boxes)
                transaction.put(
                    one.field.kind,
                    one.subject,
                    one.field.name,
                    one.value,
                    Basis.READ,
                    address,
                    one.confidence,
                )
            everything = Address(reason, page=EVERYTHING)
            transaction.put("case", "case", Case.unread_pages.name, unread, Basis.READ, everything)
        return log


def _page(sheet: Sheet, place: Place | None) -> str:
    if place is None:
        return sheet.document.where
    return f"{sheet.document.volume.source.name} {place.page.label}"


def _address(one: Proposal, boxes: dict[tuple[int, int, int], Box]) -> Address:
    source, place = one.sheet.document.volume.source, one.place
    if place is None:
        return Address(source.name, page=_page(one.sheet, None), sha256=source.sha256)
    quote = " ".join(place.page.text[place.start : place.end].split())[:QUOTE]
    box = boxes.get((id(place.page), place.start, place.end))
    return Address(source.name, 0, _page(one.sheet, place), quote, source.sha256, box, place.start, place.end)


def _boxes(proposals: Iterable[Proposal]) -> dict[tuple[int, int, int], Box]:
    """Where every quotation stands on its page; a PDF with a text layer is opened once."""
    out: dict[tuple[int, int, int], Box] = {}
    wanted: dict[Path, dict[int, tuple[Page, set[tuple[int, int]]]]] = defaultdict(dict)
    for one in proposals:
        place = one.place
        if place is None:
            continue
        source = one.sheet.document.volume.source
        if place.page.lines:
            box = place.page.box_of(place.start, place.end)
            if box is not None:
                out[id(place.page), place.start, place.end] = box
        elif source.form is FileForm.PDF and place.page.state is State.TEXT and source.path is not None:
            wanted[source.path].setdefault(place.page.number, (place.page, set()))[1].add(
                (place.start, place.end)
            )
    for path, pages in wanted.items():
        with suppress(Trouble):
            for number, lines in PARSER.lines_on(
                path, {number: sorted(spans) for number, (_, spans) in pages.items()}
            ):
                for line in lines:
                    out[id(pages[number][0]), line.start, line.end] = line.box
    return out
