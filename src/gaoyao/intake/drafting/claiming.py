"""Statements become claims on typed slots, with turn, quotation and page; what a record admits; its text in turns.

Nothing is proposed from hearsay, doubt, plans or another's words; whose deed it is must stand near by.  In a case of
several incidents a claim must tell the day of exactly one of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from gaoyao.dossier.model import Span
from gaoyao.dossier.vocabulary import Claim, Item
from gaoyao.intake.drafting.items import Entry
from gaoyao.intake.drafting.people import People
from gaoyao.intake.drafting.proposals import Draft, LeftOut
from gaoyao.intake.saying.admitting import admission
from gaoyao.intake.saying.clocks import times
from gaoyao.intake.saying.details import Detail, details
from gaoyao.intake.saying.guards import names_perpetrator
from gaoyao.intake.saying.turns import Turn, turns

PERSONAL = frozenset(("tool", "wound", "route", "clothing", "disposal", "sequence"))
"""Slots that tell what one person did; the others are about the incident."""
ONE_VALUE = {"time": "作案时间", "place": "作案地点", "amount": "数额"}
"""Slots of which a record that tells several different values is left to a person: it may tell of several deeds."""
TOLERANCE = 30
_SLOTS = dict(Claim.slot.options)


@dataclass(slots=True)
class Told:
    """One claim as proposed: its id, the record, whose statement, the deed's doer (an accused's id or ''), the detail."""

    subject: str
    entry: Entry
    speaker: str
    doer: str
    incident: str
    turn: Turn
    detail: Detail
    span: tuple[int, int]


@dataclass(slots=True)
class Incidents:
    """The incidents of the draft and the days they are said to have happened."""

    days: dict[str, Span | None] = field(default_factory=dict)

    def of(self, spans: Iterable[Span]) -> str | None:
        """The one incident meant: '' where there is at most one; None where it cannot be told."""
        if len(self.days) <= 1:
            return ""
        told = list(spans)
        met = {
            one
            for one, day in self.days.items()
            if day and any(span.low <= day.high and day.low <= span.high for span in told)
        }
        return met.pop() if len(met) == 1 else None


def say(draft: Draft, people: People, entries: list[Entry], incidents: Incidents) -> list[Told]:
    """Propose the text, the admission and the claims of every record of questioning."""
    made: list[Told] = []
    for entry in entries:
        if not entry.item or entry.form.kind not in ("interrogation", "inquiry"):
            continue
        spoken = turns(entry.sheet)
        if not spoken:
            continue
        _transcript(draft, entry, spoken)
        if entry.form.kind == "interrogation":
            _admits(draft, entry, spoken)
        made += _claims(draft, people, entry, spoken, incidents)
    _denied(draft, made)
    return made


def _transcript(draft: Draft, entry: Entry, spoken: list[Turn]) -> None:
    text = "\n".join(
        f"{mark}：{part.text}"
        for turn in spoken
        for mark, part in (("问", turn.question), ("答", turn.answer))
        if part.text
    )
    first, last = spoken[0].question if spoken[0].question.text else spoken[0].answer, spoken[-1].answer
    start, end = entry.sheet.raw_span(first.places[0], last.places[-1] + 1)
    draft.put(entry.item, Item.transcript, text, entry.sheet, start, end, lines=True)


def _admits(draft: Draft, entry: Entry, spoken: list[Turn]) -> None:
    found = admission(spoken)
    if found is not None:
        value, turn, start, end = found
        draft.put(
            entry.item, Item.admits, value, entry.sheet, *entry.sheet.raw_span(*turn.answer.span(start, end))
        )


def _claims(
    draft: Draft, people: People, entry: Entry, spoken: list[Turn], incidents: Incidents
) -> list[Told]:
    speaker, names = entry.form.speaker, set(people.accused) | set(people.others)
    names.discard(speaker)
    found: list[Told] = []
    several = len(incidents.days) > 1
    for turn in spoken:
        days = [value for value, *_ in times(turn.answer.text, entry.begun)] if several else []
        for detail in details(turn, names, entry.begun):
            doer = _doer(detail, turn, entry, people)
            incident = incidents.of([detail.at] if detail.at else days)
            if doer is None or incident is None:
                continue
            raw = entry.sheet.raw_span(
                *turn.answer.span(*_clause(turn.answer.text, detail.start, detail.end))
            )
            found.append(Told("", entry, speaker, doer, incident, turn, detail, raw))
    return [_put(draft, one) for one in _kept(draft, entry, found)]


_MARKS = "，。；！？"


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause around a detail: what a person needs to see to confirm it."""
    begin = max(text.rfind(mark, 0, start) for mark in _MARKS) + 1
    stop = min((at for mark in _MARKS if (at := text.find(mark, end)) >= 0), default=len(text))
    return begin, max(stop, end)


def _doer(detail: Detail, turn: Turn, entry: Entry, people: People) -> str | None:
    """The accused whose deed it is ('' for the incident's, or where there is one accused only); None: cannot be told."""
    if detail.slot not in PERSONAL:
        return ""
    question, own = turn.question.text, entry.form.kind == "interrogation"
    doer = detail.doer
    if own:
        who = (
            entry.form.speaker
            if doer in ("self", "asked") or (doer == "" and "你" in question and "他" not in question)
            else doer
        )
        if who not in people.accused:
            return None
        return people.accused[who] if len(people.accused) > 1 else ""
    if doer in people.accused:
        return people.accused[doer] if len(people.accused) > 1 else ""
    if doer in ("other", "asked") or (doer == "" and names_perpetrator(question)):
        if detail.slot == "clothing" and not names_perpetrator(question):
            return None
        return "" if len(people.accused) == 1 else None
    return None


def _kept(draft: Draft, entry: Entry, found: list[Told]) -> list[Told]:
    """Once each; what says less than another of the same record goes; several times or places are left to a person."""
    groups: dict[tuple[str, str, str, str], list[Told]] = defaultdict(list)
    for one in found:
        groups[one.detail.slot, one.detail.about, one.doer, one.incident].append(one)
    kept: list[Told] = []
    for (slot, *_), group in groups.items():
        own = [
            one for n, one in enumerate(group)
            if not any(agree(slot, one.detail, other.detail) and (len(other.detail.value), -m) > (len(one.detail.value), -n) for m, other in enumerate(group) if m != n)
        ]  # fmt: skip
        if slot in ONE_VALUE and len(own) > 1:
            told = "、".join(dict.fromkeys(one.detail.value for one in own))
            draft.left_out.append(
                LeftOut(
                    entry.sheet.document.where,
                    ONE_VALUE[slot],
                    f"同一份笔录说到几个（{told}），可能不是同一件事，请由人录入",
                )
            )
            continue
        kept += own
    return sorted(kept, key=lambda one: (one.turn.number, one.detail.start))


def agree(slot: str, one: Detail, other: Detail) -> bool:
    """The same value, or one that says less of the same; times within TOLERANCE minutes."""
    if slot == "time" and one.at and other.at:
        return one.at.low - other.at.high <= TOLERANCE and other.at.low - one.at.high <= TOLERANCE
    short, long = sorted((one.value, other.value), key=len)
    left = iter(long)
    return all(char in left for char in short) and ("没有" in short) == ("没有" in long)


def _put(draft: Draft, one: Told) -> Told:
    one.subject = draft.declare("claim", "Q", one.entry.item)
    sheet, detail = one.entry.sheet, one.detail
    draft.put(one.subject, Claim.slot, detail.slot, sheet, *one.span)
    draft.put(one.subject, Claim.about, detail.about, sheet, *one.span)
    draft.put(one.subject, Claim.value, detail.value, sheet, *one.span)
    if detail.at is not None:
        draft.put(one.subject, Claim.at, detail.at, sheet, *one.span)
    if one.doer:
        draft.put(one.subject, Claim.accused, one.doer, sheet, *one.span)
    if one.incident:
        draft.put(one.subject, Claim.incident, one.incident, sheet, *one.span)
    label = sheet.place(*one.span).page.label
    asked = "（问话先提到）" if detail.value in one.turn.question.text else ""
    draft.put(
        one.subject,
        Claim.page,
        f"{sheet.document.volume.source.name} {label} 第{one.turn.number}问答{asked}",
        sheet,
        *one.span,
    )
    return one


def _denied(draft: Draft, made: list[Told]) -> None:
    """Where somebody denies a kind of tool, those who name one of that kind are set against him."""
    denied = {
        (one.detail.about, one.doer, one.incident) for one in made if one.detail.about.startswith("有没有用")
    }
    for about, doer, incident in sorted(denied):
        what = about.removeprefix("有没有用")
        for one in [
            one
            for one in made
            if one.detail.about == "作案工具" and (one.doer, one.incident) == (doer, incident)
        ]:
            if what == "工具" or what in one.detail.value:
                made.append(
                    _put(
                        draft,
                        Told(
                            "",
                            one.entry,
                            one.speaker,
                            doer,
                            incident,
                            one.turn,
                            one.detail._replace(about=about, value=f"用{what}"),
                            one.span,
                        ),
                    )
                )
