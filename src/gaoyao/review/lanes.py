"""The chronology for a reader: lanes of persons and of procedure, events with their fuzzy ends, and what cannot both be.

Made when a renderer asks.  What does not go together is a hint (提示) with both addresses; nothing here is an obstacle.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from gaoyao.dossier.frame import CaseFrame
from gaoyao.dossier.model import Span
from gaoyao.dossier.schema import KINDS
from gaoyao.dossier.texts import span_text
from gaoyao.dossier.vocabulary import (
    Acquisition,
    Alibi,
    Appraisal,
    Arrival,
    Claim,
    Hearing,
    Identification,
    Incident,
    Inquiry,
    Interrogation,
    Item,
    Person,
    Step,
)
from gaoyao.logic.tree import Choice, Field
from gaoyao.logic.truth import Truth
from gaoyao.proof.chronology import CLASHES, ENDLESS, Clash, Event, Reader, clashes
from gaoyao.proof.overlaps import Stretch
from gaoyao.review.model import Subject

SORTS = {
    "act": "行为", "arrival": "到案", "custody": "羁押", "interrogation": "讯问", "inquiry": "询问", "extraction": "提取、扣押、勘验",
    "identification": "辨认", "appraisal": "鉴定", "told": "所述行踪", "absent": "所称不在场", "alibi": "不在场证据", "hearing": "庭审", "step": "程序事项",
}  # fmt: skip
PROCEDURE = ("custody", "interrogation", "extraction", "identification", "appraisal", "step", "hearing")
"""The lanes of procedure; an interrogation stands in its person's lane and in that of the interrogations."""
TIMES: dict[str, tuple[Field, ...]] = {
    "incident": (Incident.happened,), "arrival": (Arrival.happened,), "interrogation": (Interrogation.start, Interrogation.end),
    "inquiry": (Inquiry.start, Inquiry.end), "acquisition": (Acquisition.happened,), "identification": (Identification.happened,),
    "appraisal": (Appraisal.issued_on,), "alibi": (Alibi.start, Alibi.end), "claim": (Claim.at,), "item": (Item.happened,), "hearing": (Hearing.held_on,), "step": (Step.happened,),
}  # fmt: skip
"""Where the times of an event are entered, by the kind of its subject."""
_WHY = {
    "person": "{who}在两份笔录里时间重叠：核对起止时间、地点，哪一份的时间有误",
    "officer": "{who}在两份笔录里时间重叠：核对讯问人、询问人、提取人和起止时间",
    "custody": "按录入的程序事项，{who}当时不在羁押期间，而讯问写为看守所讯问：核对羁押时间是否录全，讯问时间是否有误",
    "arrival": "按录入的时间，讯问在{who}到案以前：核对到案时间和讯问时间",
    "alibi": "{who}不在场的材料所记时间与行为时间重叠：核对能不能同时成立",
    "absent": "{who}称当时在别处，所称时间与作案时间重叠，两说不能都对：核对证人、轨迹、监控、票据，查明结果写入不在场主张的理由",
    "absent_apart": "{who}所称不在场的时间不包括作案时间：核对两处时间是否写准，主张是否说全",
    "absent_here": "{who}所称的地点与作案地点相同，或者一处包含另一处：核对地点是否写准，是不是确实主张不在场",
    "sample": "鉴定文书的日期早于提取、扣押：核对检材是不是同一份、日期是否有误",
}


@dataclass(frozen=True, slots=True)
class EventLine:
    """One event: its sort, short name, what it is told by, the item and the place in the file, when in words."""

    sort: str
    label: str
    subject: Subject
    item: Subject | None
    when: Stretch
    words: str
    place: str
    address: str
    endless: bool = False
    file: str = ""
    line: int = 0
    page: str = ""


@dataclass(frozen=True, slots=True)
class Lane:
    """A person (`role` in words) or a procedure (`role` ''), and its events in time order."""

    title: str
    role: str
    events: tuple[EventLine, ...]


@dataclass(frozen=True, slots=True)
class ClashLine:
    """Two events that do not go together: numbered; `sure` or only possible; whom it is about; both addresses."""

    number: int
    label: str
    sure: bool
    sentence: str
    one: EventLine
    other: EventLine
    who: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Chronicle:
    """The acts (they run through all lanes), the lanes, and what does not go together."""

    acts: tuple[EventLine, ...] = ()
    lanes: tuple[Lane, ...] = ()
    clashes: tuple[ClashLine, ...] = ()


def chronicle(frame: CaseFrame) -> Chronicle:
    """The chronology of a case.  Deterministic: persons by role and file, events by time and file."""
    return _Writer(frame).made()


class _Writer:
    def __init__(self, frame: CaseFrame) -> None:
        self.frame = frame
        self.found = Reader(frame).events()
        self._steps = self._labels(Step.event, "step")
        self._lines = {id(one): self._line(one) for one in self.found}
        codes = [code for code, _ in Person.role.options] + ["other"]
        self._roles = (
            [codes[n] for n in frame.choice(Person.role)[0].tolist()] if frame.size("person") else []
        )

    def made(self) -> Chronicle:
        acts = tuple(self._lines[id(one)] for one in self.found if one.sort == "act")
        return Chronicle(acts, (*self._persons(), *self._procedures()), self._clashes())

    def _labels(self, field: Choice, kind: str) -> list[str]:
        labels = [label for _, label in field.options] + [""]
        return [labels[n] for n in self.frame.choice(field)[0].tolist()] if self.frame.size(kind) else []

    # -------------------------------------------------------- lines

    def _line(self, one: Event) -> EventLine:
        item = None if one.item is None else self._subject("item", one.item)
        subject = self._subject(one.kind, one.number)
        file, line, page = self._address(one)
        where = page or (f"{file}:{line}" if file else "")
        return EventLine(
            one.sort,
            self._label(one, item),
            subject,
            item,
            one.when,
            words(one.when, one.note, self._texts(one)),
            one.place,
            where,
            one.note == ENDLESS,
            file,
            line,
            page,
        )

    def _texts(self, one: Event) -> tuple[str, ...]:
        """The times as they were written; of a stay in custody only its beginning is one cell."""
        kind, number = (
            ("item", one.item) if one.sort == "alibi" and one.item is not None else (one.kind, one.number)
        )
        ident = self.frame.identifier(kind, number)
        values = (self.frame.view.live(field, ident).value for field in TIMES[kind])
        return tuple(value.text for value in values if isinstance(value, Span))

    def _label(self, one: Event, item: Subject | None) -> str:
        if item is not None:
            return item.id
        if one.sort == "step":
            return self._steps[one.number]
        if one.sort in ("act", "absent"):
            return self.frame.identifier(one.kind, one.number)
        several = one.sort == "custody" and self.frame.size("accused") > 1
        return f"{SORTS[one.sort]} {self._name(one.person)}" if several else SORTS[one.sort]

    def _subject(self, kind: str, number: int) -> Subject:
        return Subject(kind, self.frame.identifier(kind, number), self.frame.name(kind, number), number)

    def _address(self, one: Event) -> tuple[str, int, str]:
        """The page of the record, of its item, or the place in the exchange file."""
        ident = self.frame.identifier(one.kind, one.number)
        page = self.frame.page(ident)
        if not page and one.item is not None:
            page = self.frame.page(self.frame.identifier("item", one.item))
        for field in KINDS[one.kind].fields.values():
            live = self.frame.view.cells.get(field.path, {}).get(ident)
            if live is not None and live.first is not None:
                told = live.first.address
                return told.file, told.line, page or told.page
        return "", 0, page

    # -------------------------------------------------------- lanes

    def _persons(self) -> Iterable[Lane]:
        """Accused, then victims, witnesses, then officers, in the order of the file; only who has an event."""
        about: dict[str, list[Event]] = defaultdict(list)
        for one in self.found:
            if one.sort not in ("act", "step", "hearing"):
                for person in dict.fromkeys((one.person, *one.officers)):
                    about[person].append(one)
        for person in self.frame.subjects("accused"):
            if about[person]:
                yield Lane(self._name(person), "被告人", self._sorted(about[person]))
        for wanted, label in (("victim", "被害人"), ("", "证人等"), ("investigator", "办案人员")):
            for number, person in enumerate(self.frame.subjects("person")):
                role = self._roles[number]
                kind = role if role in ("victim", "investigator") else ""
                if kind == wanted and about[person]:
                    yield Lane(self._name(person), label, self._sorted(about[person]))

    def _procedures(self) -> Iterable[Lane]:
        for sort in PROCEDURE:
            own = [one for one in self.found if one.sort == sort]
            if own:
                yield Lane(SORTS[sort], "", self._sorted(own))

    def _sorted(self, events: list[Event]) -> tuple[EventLine, ...]:
        return tuple(
            self._lines[id(one)] for one in sorted(events, key=lambda one: (one.when.low, one.when.high))
        )

    def _name(self, person: str) -> str:
        """The bare name; the id where nobody is declared."""
        for kind in ("accused", "person"):
            if person in self.frame.view.index(kind):
                named = self.frame.view.live(KINDS[kind].fields["name"], person).value
                return named if isinstance(named, str) else person
        return person

    # -------------------------------------------------------- what does not go together

    def _clashes(self) -> tuple[ClashLine, ...]:
        return tuple(
            self._clash(number, one) for number, one in enumerate(clashes(self.frame, self.found), 1)
        )

    def _clash(self, number: int, one: Clash) -> ClashLine:
        who = self._name(one.person) if one.person else ""
        told = _WHY[one.code].format(who=who)
        sides = self._lines[id(one.one)], self._lines[id(one.other)]
        return ClashLine(number, CLASHES[one.code], one.truth is Truth.YES, told, *sides, who, one.code)


def words(when: Stretch, note: str = "", texts: tuple[str, ...] = ()) -> str:
    """2021-03-06 00:40 至 01:35; what was written as “许”, “左右” or a range is told as it was written (`texts`)."""
    start = _told(when.start, texts[0] if texts else "")
    if note == ENDLESS:
        return f"{start} 起，{ENDLESS}"
    if when.end is None:
        return start
    end = _told(when.end, texts[1] if len(texts) > 1 else "")
    same = start[:10] == end[:10] and len(start) == len(end) == 16
    return f"{start} 至 {end[11:] if same else end}"


def _told(span: tuple[int, int], text: str) -> str:
    plain = span_text(*span)
    return text if text and "至" in plain else plain
