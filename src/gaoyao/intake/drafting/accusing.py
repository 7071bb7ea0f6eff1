"""起诉书, 起诉意见书 and judgments: accused, charges, incidents, facts to be proved, links, arguments, earlier instances."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from gaoyao.dossier.exchange.moments import parse_moment
from gaoyao.dossier.exchange.problems import Wrong
from gaoyao.dossier.model import Span as Moment
from gaoyao.dossier.vocabulary import Argument, Case, Count, Fact, Incident, Instance
from gaoyao.intake.documents.cut import Sheet
from gaoyao.intake.drafting.casewide import of_death
from gaoyao.intake.drafting.incidents import Told, accused_in, charged, charges_in, incidents_of
from gaoyao.intake.drafting.people import People
from gaoyao.intake.drafting.proposals import Draft, LeftOut
from gaoyao.intake.forms.base import Reader
from gaoyao.intake.judgments.model import Judgment, Party, Span


class Element(Protocol):
    """One fact that a charge needs, as `gaoyao.law.charges` lists it; given by the caller, for intake knows no law."""

    @property
    def id(self) -> str:
        """What Fact.template holds."""

    @property
    def text(self) -> str:
        """The fact in words."""

    @property
    def role(self) -> str:
        """A code of Fact.role."""

    @property
    def personal(self) -> bool:
        """Does each accused need his own?"""

    @property
    def condition(self) -> str:
        """When it is asked for at all; '' for always."""

    @property
    def evidence(self) -> tuple[str, ...]:
        """Codes of Item.type that usually prove it; () for any."""


class Plain(NamedTuple):
    """An element of our own, where nobody gives the elements of the charge."""

    id: str
    text: str
    role: str
    personal: bool
    condition: str = ""
    evidence: tuple[str, ...] = ()


JOINT = "共同犯罪的"
"""The one condition that the accusation itself answers: several accused of one incident."""
Outline = Callable[[str], Sequence[Element]]
"""A charge as written → the facts it needs."""


def plain_outline(charge: str) -> Sequence[Element]:
    """That it happened, and that he did it: common to all charges."""
    return (
        Plain("", f"所指控的{charge}事实已经发生", "crime_exists", False),
        Plain("", "所指控的行为系被告人实施", "identity", True),
    )


class Point(NamedTuple):
    """A fact to be proved: its id, role, the incident's number, whose it is ('' for all accused of the incident), and
    the kinds of evidence that usually prove it."""

    fact: str
    role: str
    incident: int
    name: str
    evidence: tuple[str, ...]


@dataclass(slots=True)
class Accusation:
    """What is charged: the incidents as told, the sheet that tells them, every fact to be proved, who is named in which incident,
    everybody's charges, and the day of each incident."""

    sheet: Sheet | None = None
    told: list[Told] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    named: dict[int, list[str]] = field(default_factory=dict)
    charges: dict[str, tuple[str, ...]] = field(default_factory=dict)
    days: dict[int, Moment] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.points)


def accuse(draft: Draft, people: People, sheets: list[Sheet], outline: Outline = plain_outline) -> Accusation:
    """Read every accusation and judgment; the strongest paper (起诉书, else 判决书, else 起诉意见书) gives the counts."""
    for sheet in sheets:
        for party in sheet.judgment.parties:
            people.add_accused(party.name, sheet, party.span.start, party.span.end)
    for sheet in sheets:
        for party in sheet.judgment.parties:
            for alias in party.aliases:
                people.add_alias(
                    party.name, alias, sheet, party.span.start, min(len(sheet.raw), party.span.end + 120)
                )
    made = Accusation()
    for wanted in ("indictment", "judgment", "prosecution_opinion"):
        for sheet in sheets:
            if sheet.document.kind.code == wanted and made.sheet is None and sheet.judgment.charges_accused:
                _charge(draft, people, sheet, made, outline)
    for sheet in sheets:
        if sheet.document.kind.form == "judgment":
            _instance(draft, people, sheet, sheet.judgment)
    return made


def _charge(draft: Draft, people: People, sheet: Sheet, made: Accusation, outline: Outline) -> None:
    read = sheet.judgment
    made.sheet, made.told, made.charges = sheet, incidents_of(sheet, read), charged(read, sheet.raw)
    whole = read.parties[0].span
    for number, told in enumerate(made.told or [Told(whole, whole.end)]):
        incident = draft.declare("incident", "I")
        if made.told:
            title = " ".join(sheet.raw[told.facts.start : told.facts.end].split())[:120]
            draft.put(incident, Incident.title, title, sheet, told.facts.start, told.facts.end)
            day = _when(draft, incident, sheet, told.facts)
            if day is not None:
                made.days[number] = day
        _counts(draft, people, sheet, made, outline, number, told, incident)
    _uncounted(draft, people, sheet, made)


def _counts(
    draft: Draft,
    people: People,
    sheet: Sheet,
    made: Accusation,
    outline: Outline,
    number: int,
    told: Told,
    incident: str,
) -> None:
    """The counts of one incident, and per charge its facts: personal ones for each accused, common ones once."""
    text = sheet.raw
    parties = accused_in(told, text, sheet.judgment.parties) if made.told else list(sheet.judgment.parties)
    made.named[number] = [party.name for party in parties]
    counts: dict[str, list[tuple[Party, str]]] = {}
    for party in parties:
        own = made.charges[party.name]
        charges = own if len(made.told) <= 1 else charges_in(told, text, own)
        for charge in charges:
            count = _count(draft, people, sheet, party, charge)
            draft.put(count, Count.incident, incident, sheet, told.facts.start, told.facts.end)
            counts.setdefault(charge, []).append((party, count))
    of_death(
        draft, "case", sheet, told, [(count, charge) for charge, rows in counts.items() for _, count in rows]
    )
    prefix = f"第{number + 1}起：" if len(made.told) > 1 else ""
    for charge, rows in counts.items():
        for element in outline(charge):
            if element.condition and not (element.condition == JOINT and len(rows) > 1):
                continue
            if element.personal:
                for party, count in rows:
                    _fact(
                        draft,
                        made,
                        sheet,
                        party.span,
                        element,
                        f"{prefix}{_whose(element.text, party.name)}",
                        [count],
                        number,
                        party.name,
                    )
            else:
                _fact(
                    draft,
                    made,
                    sheet,
                    told.facts,
                    element,
                    f"{prefix}{element.text}",
                    [count for _, count in rows],
                    number,
                    "",
                )


def _whose(text: str, name: str) -> str:
    return (
        text.replace("被告人", name, 1)
        if "被告人" in text and "被告人本人" not in text
        else f"{text}（{name}）"
    )


def _count(draft: Draft, people: People, sheet: Sheet, party: Party, charge: str) -> str:
    at = sheet.raw.find(charge.removesuffix("罪"))
    span = (at, at + len(charge)) if at >= 0 else (party.span.start, party.span.end)
    count = draft.declare("count", "N")
    draft.put(count, Count.accused, people.accused[party.name], sheet, party.span.start, party.span.end)
    draft.put(count, Count.charge, charge, sheet, *span)
    return count


def _uncounted(draft: Draft, people: People, sheet: Sheet, made: Accusation) -> None:
    """Charges that no incident could be found for are counts without one."""
    counted = {
        (one.subject, one.field.path): one.value for one in draft.proposals if one.field.kind == "count"
    }
    known = {
        (counted.get((subject, "count.accused")), counted.get((subject, "count.charge")))
        for subject, _ in counted
    }
    for party in sheet.judgment.parties:
        for charge in made.charges[party.name]:
            if (people.accused[party.name], charge) not in known:
                _count(draft, people, sheet, party, charge)
                draft.left_out.append(
                    LeftOut(
                        sheet.document.where,
                        f"{party.name}的{charge}",
                        "没有读出是哪一起事实，指控没有写犯罪事实，请由人录入",
                    )
                )


def _fact(
    draft: Draft,
    made: Accusation,
    sheet: Sheet,
    span: Span,
    element: Element,
    text: str,
    counts: list[str],
    number: int,
    name: str,
) -> None:
    fact = draft.declare("fact", "F")
    draft.put(fact, Fact.text, text, sheet, span.start, span.end)
    if element.id:
        draft.put(fact, Fact.template, element.id, sheet, span.start, span.end)
    draft.put(fact, Fact.role, element.role, sheet, span.start, span.end)
    draft.put(fact, Fact.counts, tuple(counts), sheet, span.start, span.end)
    made.points.append(Point(fact, element.role, number, name, tuple(element.evidence)))


def _when(draft: Draft, incident: str, sheet: Sheet, facts: Span) -> Moment | None:
    reader = Reader(sheet)
    for value, start, end in reader.moments(0, len(reader.text)):
        a, b = reader.span(start, end)
        if facts.start <= a and b <= facts.end:
            draft.put(incident, Incident.happened, value, sheet, a, b)
            return value
    return None


_RESULTS = {
    "guilty": "convicted", "exempt": "convicted", "acquitted": "acquitted",
}  # fmt: skip


def _instance(draft: Draft, people: People, sheet: Sheet, read: Judgment) -> None:
    """A decision among the papers is an earlier instance; its arguments and answers come with it."""
    instance = draft.declare("instance", "J")
    draft.put(instance, Instance.page, sheet.document.where, sheet, 0, 1)
    if read.court and read.court.span:
        draft.put(
            instance, Instance.court, read.court.text, sheet, read.court.span.start, read.court.span.end
        )
    if read.date and read.date.span and len(read.date.text) == 10 and "×" not in read.date.text:
        with suppress(Wrong):
            draft.put(
                instance,
                Instance.decided_on,
                parse_moment(read.date.text),
                sheet,
                read.date.span.start,
                read.date.span.end,
            )
    outcomes = {_RESULTS.get(party.outcome, "") for party in read.parties}
    basis = next((party.basis for party in read.parties if party.basis), None)
    if basis and len(outcomes) == 1 and (result := outcomes.pop()):
        draft.put(instance, Instance.result, result, sheet, basis.start, basis.end)
    for point in read.defence:
        argument = draft.declare("argument", "D")
        draft.put(argument, Argument.text, point.quote, sheet, point.span.start, point.span.end)
        if point.by:
            draft.put(argument, Argument.by, point.by, sheet, point.span.start, point.span.end)
        if point.answer_span is not None and point.answer_quote:
            span = point.answer_span
            draft.put(argument, Argument.answered, True, sheet, span.start, span.end)
            draft.put(argument, Argument.answer, point.answer_quote, sheet, span.start, span.end)
            if point.reasoned:
                draft.put(argument, Argument.reasoned, True, sheet, span.start, span.end)


def number_and_title(
    draft: Draft, case: str, sheets: list[Sheet], people: People, charged: tuple[str, ...]
) -> None:
    """The name of the case, from the strongest accusation; its number only from a decision."""
    for sheet in sheets:
        name = next((one for one in people.accused if one in sheet.raw), "")
        charge = next((one for one in charged if one.removesuffix("罪") in sheet.raw), "")
        if name and charge:
            at = sheet.raw.find(name)
            others = "等人" if len(people.accused) > 1 else ""
            draft.put(
                case, Case.title, f"{name}{others}{charge.removesuffix('罪')}案", sheet, at, at + len(name)
            )
            return
