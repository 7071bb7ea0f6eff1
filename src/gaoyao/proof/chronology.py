"""Who was where when, as the file tells it: events with fuzzy ends, and which of them cannot both be true.

What is found are hints (提示) with both addresses, never obstacles: the law draws no conclusion from a clock alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from gaoyao.dossier.frame import CaseFrame
from gaoyao.dossier.model import Span
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
    Step,
)
from gaoyao.dossier.vocabulary.court import (
    ACCUSED_COUNTS,
    ALIBI_ITEMS,
    COUNT_INCIDENT,
    ITEM_ACQUISITION,
    ITEM_APPRAISAL,
    ITEM_IDENTIFICATION,
    ITEM_INQUIRY,
    ITEM_INTERROGATION,
)
from gaoyao.logic.tree import Choice, Field
from gaoyao.logic.truth import Truth
from gaoyao.proof.drawn import OBJECTIVE, derivations
from gaoyao.proof.overlaps import Stretch, before, pairs, together

SHARP = 720
"""Minutes: where a time is less exact than half a day, “may overlap” tells nothing and is not said.  Ours."""
INTO = frozenset(("detained", "sent_to_centre", "arrested", "liuzhi"))
OUT = frozenset(("bailed", "supervised", "measure_ended", "released", "liuzhi_ended"))
ENDLESS = "没有录入结束"
TAKEN = frozenset(("interrogation", "inquiry", "extraction"))


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened: its sort, the subject that tells of it (kind and number), the item it stands in, the
    person it is about, the officers, when and where."""

    sort: str
    kind: str
    number: int
    when: Stretch
    item: int | None = None
    person: str = ""
    officers: tuple[str, ...] = ()
    place: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Clash:
    """Two events that cannot both be true as written (yes), or perhaps not (unknown); `person`: whom it is about."""

    code: str
    truth: Truth
    one: Event
    other: Event
    person: str = ""


CLASHES = {
    "person": "同一人同一时间在两处", "officer": "同一人员同一时间在两份笔录里", "custody": "看守所讯问不在羁押期间", "arrival": "讯问早于到案",
    "alibi": "不在场的说法与行为时间重叠", "absent": "不在场主张与作案时间重叠", "absent_apart": "不在场主张与作案时间不重叠",
    "absent_here": "不在场主张所称地点与作案地点相同", "sample": "鉴定早于检材提取",
}  # fmt: skip


class Reader:
    """Reads events from a frame; `events` in a fixed order, by sort and then by the file."""

    def __init__(self, frame: CaseFrame) -> None:
        self.frame = frame
        self._several = frame.size("accused") > 1

    def events(self) -> list[Event]:
        """Everything with a time that stands in a lane."""
        return [
            *self._acts(),
            *self._people(),
            *self._records(),
            *self._stays(),
            *self._told(),
            *self._court(),
        ]

    def _span(self, field: Field, ident: str) -> tuple[int, int] | None:
        value = self.frame.view.live(field, ident).value
        return (int(value.low), int(value.high)) if isinstance(value, Span) else None

    def _words(self, field: Field, ident: str) -> str:
        value = self.frame.view.live(field, ident).value
        return value if isinstance(value, str) else ""

    def _ids(self, field: Field, ident: str) -> tuple[str, ...]:
        value = self.frame.view.live(field, ident).value
        return tuple(map(str, value)) if isinstance(value, tuple) else ()

    def _acts(self) -> Iterator[Event]:
        for n, ident in enumerate(self.frame.subjects("incident")):
            span = self._span(Incident.happened, ident)
            if span:
                yield Event("act", "incident", n, Stretch(span), place=self._words(Incident.place, ident))

    def _people(self) -> Iterator[Event]:
        for n, ident in enumerate(self.frame.subjects("arrival")):
            span = self._span(Arrival.happened, ident)
            if span:
                yield Event("arrival", "arrival", n, Stretch(span), person=self.frame.view.parent(ident))

    def _records(self) -> Iterator[Event]:
        frame = self.frame
        for sort, relation, kind in (
            ("interrogation", ITEM_INTERROGATION, Interrogation),
            ("inquiry", ITEM_INQUIRY, Inquiry),
        ):
            for item, act in zip(*(column.tolist() for column in frame.pairs(relation)), strict=True):
                ident = frame.identifier(kind.kind, act)
                start, end = self._span(kind.start, ident), self._span(kind.end, ident)
                if start or end:
                    when = Stretch(start or end or (0, 0), end if start else None)
                    yield Event(
                        sort,
                        kind.kind,
                        act,
                        when,
                        item,
                        self._speaker(item),
                        self._ids(kind.officers, ident),
                        self._words(kind.place, ident),
                    )
        for sort, relation, kind_, field in (
            ("extraction", ITEM_ACQUISITION, Acquisition, Acquisition.happened),
            ("identification", ITEM_IDENTIFICATION, Identification, Identification.happened),
            ("appraisal", ITEM_APPRAISAL, Appraisal, Appraisal.issued_on),
        ):  # fmt: skip
            for item, act in zip(*(column.tolist() for column in frame.pairs(relation)), strict=True):
                ident = frame.identifier(kind_.kind, act)
                span = self._span(field, ident)
                if span:
                    officers = self._ids(Acquisition.officers, ident) if sort == "extraction" else ()
                    place = self._words(Acquisition.place, ident) if sort == "extraction" else ""
                    person = self._speaker(item) if sort == "identification" else ""
                    yield Event(sort, kind_.kind, act, Stretch(span), item, person, officers, place)

    def _speaker(self, item: int) -> str:
        return self._words(Item.speaker, self.frame.identifier("item", item))

    # -------------------------------------------------------- custody

    def _stays(self) -> Iterator[Event]:
        """Custody of every accused from the steps; a stay that nothing ends lasts as long as the file tells of."""
        steps, last = self._steps(), self._last()
        for person in self.frame.subjects("accused"):
            begun: tuple[tuple[int, int], int] | None = None
            for span, code, number in sorted(steps.get(person, [])):
                if code in INTO and begun is None:
                    begun = span, number
                elif code in OUT and begun is not None:
                    yield Event("custody", "step", begun[1], Stretch(begun[0], span), person=person)
                    begun = None
            if begun is not None:
                open_end = (max(last, begun[0][1]),) * 2
                yield Event(
                    "custody", "step", begun[1], Stretch(begun[0], open_end), person=person, note=ENDLESS
                )

    def _last(self) -> int:
        """The minute after everything the file tells of."""
        moments = (Step.happened, Interrogation.start, Interrogation.end, Hearing.held_on)
        spans = (self._span(field, ident) for field in moments for ident in self.frame.subjects(field.kind))
        return max((span[1] for span in spans if span), default=0) + 1

    def _steps(self) -> dict[str, list[tuple[tuple[int, int], str, int]]]:
        """Per accused the steps that begin or end custody; one that names nobody is that of the only accused."""
        codes = self._codes(Step.event, "step")
        found: dict[str, list[tuple[tuple[int, int], str, int]]] = defaultdict(list)
        everybody = self.frame.subjects("accused")
        for n, ident in enumerate(self.frame.subjects("step")):
            span = self._span(Step.happened, ident)
            if span and codes[n] in INTO | OUT:
                named = self._words(Step.accused, ident)
                person = named or (everybody[0] if len(everybody) == 1 else "")
                if person:
                    found[person].append((span, codes[n], n))
        return found

    def _codes(self, field: Choice, kind: str) -> list[str]:
        names = [code for code, _ in field.options] + [""]
        return [names[n] for n in self.frame.choice(field)[0].tolist()] if self.frame.size(kind) else []

    # -------------------------------------------------------- what is said of somebody's whereabouts

    def _told(self) -> Iterator[Event]:
        """Where an accused is said to have been, with a time; and objects that bear out an alibi, when they arose."""
        frame = self.frame
        slots = self._codes(Claim.slot, "claim")
        numbers = frame.view.index("item")
        for n, ident in enumerate(frame.subjects("claim")):
            span = self._span(Claim.at, ident)
            person = self._words(Claim.accused, ident)
            item = numbers.get(frame.view.parent(ident))
            if span and slots[n] == "place" and item is not None:
                yield Event(
                    "told",
                    "claim",
                    n,
                    Stretch(span),
                    item,
                    person or self._speaker(item),
                    (),
                    self._words(Claim.value, ident),
                )
        yield from self._absences()
        types = self._codes(Item.type, "item")
        for alibi, ident in enumerate(frame.subjects("alibi")):
            for item in frame.targets(ALIBI_ITEMS, alibi):
                span = self._span(Item.happened, frame.identifier("item", item))
                if span and types[item] in OBJECTIVE:
                    yield Event("alibi", "alibi", alibi, Stretch(span), item, self._whose(ident))

    def _absences(self) -> Iterator[Event]:
        """What an accused says of having been elsewhere: from when to when, and where."""
        for alibi, ident in enumerate(self.frame.subjects("alibi")):
            start, end = self._span(Alibi.start, ident), self._span(Alibi.end, ident)
            if start or end:
                when = Stretch(start or end or (0, 0), end if start else None)
                place = self._words(Alibi.place, ident)
                yield Event("absent", "alibi", alibi, when, None, self._whose(ident), (), place)

    def _whose(self, alibi: str) -> str:
        """The accused of an alibi: the only one where none is entered."""
        everybody = self.frame.subjects("accused")
        return self._words(Alibi.accused, alibi) or (everybody[0] if len(everybody) == 1 else "")

    def _court(self) -> Iterator[Event]:
        for n, ident in enumerate(self.frame.subjects("hearing")):
            span = self._span(Hearing.held_on, ident)
            if span:
                yield Event("hearing", "hearing", n, Stretch(span))
        for n, ident in enumerate(self.frame.subjects("step")):
            span = self._span(Step.happened, ident)
            if span:
                yield Event("step", "step", n, Stretch(span), person=self._words(Step.accused, ident))


def clashes(frame: CaseFrame, events: list[Event]) -> list[Clash]:
    """Everything that does not go together, by code and then by the file."""
    found = [
        *_persons(events),
        *_officers(events),
        *_custody(frame, events),
        *_alibis(frame, events),
        *_samples(frame, events),
    ]
    codes, place = list(CLASHES), {id(one): n for n, one in enumerate(events)}
    return sorted(
        found,
        key=lambda one: (
            codes.index(one.code),
            one.truth is not Truth.YES,
            one.person,
            place[id(one.one)],
            place[id(one.other)],
        ),
    )


def _persons(events: list[Event]) -> Iterator[Clash]:
    """One person questioned in two records at once.  An identification may be held in the course of a questioning."""
    own: dict[str, list[Event]] = defaultdict(list)
    for one in events:
        if one.person and one.sort in ("interrogation", "inquiry", "identification"):
            own[one.person].append(one)
    for person in sorted(own):
        rows = own[person]
        for a, b, truth in pairs([one.when for one in rows], SHARP):
            shown = {rows[a].sort, rows[b].sort}
            if "identification" not in shown and rows[a].item != rows[b].item:
                yield Clash("person", truth, rows[a], rows[b], person)


def _officers(events: list[Event]) -> Iterator[Clash]:
    """One officer in two records at once; several things taken on one occasion are one record."""
    own: dict[str, list[Event]] = defaultdict(list)
    for one in events:
        for officer in one.officers if one.sort in TAKEN else ():
            own[officer].append(one)
    for officer in sorted(own):
        rows = own[officer]
        for a, b, truth in pairs([one.when for one in rows], SHARP):
            both_taken = rows[a].sort == rows[b].sort == "extraction"
            if not both_taken and rows[a].item != rows[b].item:
                yield Clash("officer", truth, rows[a], rows[b], officer)


def _custody(frame: CaseFrame, events: list[Event]) -> Iterator[Clash]:
    stays: dict[str, list[Event]] = defaultdict(list)
    arrivals = {one.person: one for one in events if one.sort == "arrival"}
    for one in events:
        if one.sort == "custody":
            stays[one.person].append(one)
    places = [code for code, _ in Interrogation.place_type.options] + [""]
    types = (
        [places[n] for n in frame.choice(Interrogation.place_type)[0].tolist()]
        if frame.size("interrogation")
        else []
    )
    held = frame.flag(Interrogation.in_custody)[0].tolist() if frame.size("interrogation") else []
    for one in events:
        if one.sort != "interrogation":
            continue
        inside = types[one.number] == "detention_room" or held[one.number] == Truth.YES
        own = stays.get(one.person, [])
        if inside and own and all(together(one.when, stay.when) is Truth.NO for stay in own):
            yield Clash("custody", Truth.YES, one, own[0], one.person)
        arrival = arrivals.get(one.person)
        if arrival is not None and before((one.when.high, one.when.high), arrival.when.start) is Truth.YES:
            yield Clash("arrival", Truth.YES, one, arrival, one.person)


def _alibis(frame: CaseFrame, events: list[Event]) -> Iterator[Clash]:
    """Somebody is said to have been elsewhere at the time of an act of which that person is accused.

    Of an alibi itself it is told as well that it does not reach the time of the act, or names the place of the act.
    """
    acts = {one.number: one for one in events if one.sort == "act"}
    accused = frame.view.index("accused")
    for one in events:
        if one.sort not in ("told", "alibi", "absent") or one.person not in accused:
            continue
        counts = frame.targets(ACCUSED_COUNTS, accused[one.person])
        charged = sorted({n for count in counts for n in frame.targets(COUNT_INCIDENT, count)})
        for act in (acts[n] for n in charged if n in acts):
            truth = together(one.when, act.when)
            if one.sort == "absent":
                yield _absence(one, act, truth)
            elif truth is not Truth.NO and not _same_place(one, act):
                yield Clash("alibi", truth, one, act, one.person)


def _absence(one: Event, act: Event, truth: Truth) -> Clash:
    if truth is Truth.NO:
        return Clash("absent_apart", Truth.YES, one, act, one.person)
    return Clash("absent_here" if _same_place(one, act) else "absent", truth, one, act, one.person)


def _same_place(one: Event, act: Event) -> bool:
    """Do the words name one place?  One within the other counts; without words the place is not the scene's."""
    return bool(one.place and act.place) and (one.place in act.place or act.place in one.place)


def _samples(frame: CaseFrame, events: list[Event]) -> Iterator[Clash]:
    """A report issued before what it examines was taken: the item itself or what it is derived from."""
    taken = {one.item: one for one in events if one.sort == "extraction"}
    derived = derivations(frame)
    for one in events:
        if one.sort == "appraisal" and one.item is not None:
            for source in (one.item, *derived.get(one.item, ())):
                other = taken.get(source)
                if other is not None and before(one.when.start, other.when.start) is Truth.YES:
                    yield Clash("sample", Truth.YES, one, other)
