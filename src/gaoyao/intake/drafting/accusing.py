"""起诉书, 起诉意见书 and judgments: accused, charges, incidents, facts to be proved, links, arguments, earlier instances."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field

from gaoyao.dossier.exchange.moments import parse_moment
from gaoyao.dossier.exchange.problems import Wrong
from gaoyao.dossier.vocabulary import Argument, Case, Count, Fact, Incident, Instance
from gaoyao.intake.documents.cut import Sheet
from gaoyao.intake.drafting.people import People
from gaoyao.intake.drafting.proposals import Draft
from gaoyao.intake.forms.base import Reader
from gaoyao.intake.judgments.model import Judgment, Span

_FACTS_END = re.compile(r"(?:认定|证明|证实)?(?:上述|以上)(?:犯罪)?事实[^。\n]{0,12}(?:的)?证据(?:如下|有|，)|上述事实，?有|本院认为")
_FACTS_HEAD = re.compile(r"^[^\n]{0,12}经[^\n]{0,10}(?:审查|侦查|审理)[^\n：:]{0,8}查明[：:，]?\s*")


@dataclass(slots=True)
class Accusation:
    """Facts to be proved by accused: (point that a crime happened, point that he did it)."""

    incident: str = ""
    happened: str = ""
    done_by: dict[str, str] = field(default_factory=dict)


def accuse(draft: Draft, people: People, sheets: list[Sheet]) -> Accusation:
    """Read every accusation and judgment; the strongest paper (起诉书, else 判决书, else 起诉意见书) gives the counts."""
    papers = [(sheet, sheet.judgment) for sheet in sheets]
    for sheet, read in papers:
        for party in read.parties:
            people.add_accused(party.name, sheet, party.span.start, party.span.end)
    for sheet, read in papers:
        for party in read.parties:
            for alias in party.aliases:
                people.add_alias(party.name, alias, sheet, party.span.start, min(len(sheet.raw), party.span.end + 120))
    made = Accusation()
    for wanted in ("indictment", "judgment", "prosecution_opinion"):
        for sheet, read in papers:
            if sheet.document.kind.code == wanted and not made.incident and read.charges_accused:
                _count(draft, people, sheet, read, made)
    for sheet, read in papers:
        if sheet.document.kind.form == "judgment":
            _instance(draft, people, sheet, read)
    return made


def _count(draft: Draft, people: People, sheet: Sheet, read: Judgment, made: Accusation) -> None:
    facts = _facts(sheet, read)
    made.incident = draft.declare("incident", "I")
    charged = "、".join(read.charges_accused)
    if facts is not None:
        draft.put(made.incident, Incident.title, " ".join(sheet.raw[facts.start : facts.end].split())[:120], sheet, facts.start, facts.end)
        _when(draft, made.incident, sheet, facts)
    all_counts: list[str] = []
    for party in read.parties:
        counts = []
        for charge in party.charges_accused:
            at = sheet.raw.find(charge.removesuffix("罪"))
            count = draft.declare("count", "N")
            span = (at, at + len(charge)) if at >= 0 else (party.span.start, party.span.end)
            draft.put(count, Count.accused, people.accused[party.name], sheet, party.span.start, party.span.end)
            draft.put(count, Count.incident, made.incident, sheet, *span)
            draft.put(count, Count.charge, charge, sheet, *span)
            counts.append(count)
        if counts:
            fact = _fact(draft, sheet, party.span, f"所指控的行为系{party.name}实施", "identity", counts)
            made.done_by[party.name] = fact
            all_counts += counts
    if all_counts:
        made.happened = _fact(draft, sheet, facts or read.parties[0].span, f"所指控的{charged}事实已经发生", "crime_exists", all_counts)


def _fact(draft: Draft, sheet: Sheet, span: Span, text: str, role: str, counts: list[str]) -> str:
    fact = draft.declare("fact", "F")
    draft.put(fact, Fact.text, text, sheet, span.start, span.end)
    draft.put(fact, Fact.role, role, sheet, span.start, span.end)
    draft.put(fact, Fact.counts, tuple(counts), sheet, span.start, span.end)
    return fact


def _facts(sheet: Sheet, read: Judgment) -> Span | None:
    if not read.found_facts:
        return None
    span = read.found_facts[0]
    text = sheet.raw[span.start : span.end]
    head = _FACTS_HEAD.match(text)
    begin = head.end() if head else 0
    stop = _FACTS_END.search(text, begin)
    end = stop.start() if stop else len(text)
    return Span(span.start + begin, span.start + end) if end > begin else None


def _when(draft: Draft, incident: str, sheet: Sheet, facts: Span) -> None:
    reader = Reader(sheet)
    for value, start, end in reader.moments(0, len(reader.text)):
        a, b = reader.span(start, end)
        if facts.start <= a and b <= facts.end:
            draft.put(incident, Incident.happened, value, sheet, a, b)
            return


_RESULTS = {
    "guilty": "convicted", "exempt": "convicted", "acquitted": "acquitted",
}  # fmt: skip


def _instance(draft: Draft, people: People, sheet: Sheet, read: Judgment) -> None:
    """A decision among the papers is an earlier instance; its arguments and answers come with it."""
    instance = draft.declare("instance", "J")
    draft.put(instance, Instance.page, sheet.document.where, sheet, 0, 1)
    if read.court and read.court.span:
        draft.put(instance, Instance.court, read.court.text, sheet, read.court.span.start, read.court.span.end)
    if read.date and read.date.span and len(read.date.text) == 10 and "×" not in read.date.text:
        with suppress(Wrong):
            draft.put(instance, Instance.decided_on, parse_moment(read.date.text), sheet, read.date.span.start, read.date.span.end)
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


def number_and_title(draft: Draft, case: str, sheets: list[Sheet], people: People, charged: tuple[str, ...]) -> None:
    """The name of the case, from the strongest accusation; its number only from a decision."""
    for sheet in sheets:
        name = next((one for one in people.accused if one in sheet.raw), "")
        charge = next((one for one in charged if one.removesuffix("罪") in sheet.raw), "")
        if name and charge:
            at = sheet.raw.find(name)
            others = "等人" if len(people.accused) > 1 else ""
            draft.put(case, Case.title, f"{name}{others}{charge.removesuffix('罪')}案", sheet, at, at + len(name))
            return
