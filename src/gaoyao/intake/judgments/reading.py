"""Read a judgment: clean → split → find → resolve, and give every value its place in the text as it came."""

from __future__ import annotations

from gaoyao.intake.judgments.accusation import find_accusations
from gaoyao.intake.judgments.answers import resolve_answers
from gaoyao.intake.judgments.arguments import Argument
from gaoyao.intake.judgments.basis import find_basis
from gaoyao.intake.judgments.charges import unique
from gaoyao.intake.judgments.checks import completeness, find_issues
from gaoyao.intake.judgments.defence import find_arguments, name_speakers
from gaoyao.intake.judgments.events import find_motion, find_steps
from gaoyao.intake.judgments.evidence import find_evidence
from gaoyao.intake.judgments.header import Header, Place, find_header
from gaoyao.intake.judgments.model import (
    Citation,
    Counsel,
    Decision,
    DefencePoint,
    Event,
    EvidenceItem,
    Exclusion,
    Finding,
    Judgment,
    Party,
    Section,
    Span,
    Value,
)  # fmt: skip
from gaoyao.intake.judgments.outcome import Verdict, find_outcomes
from gaoyao.intake.judgments.parties import Accused, find_parties
from gaoyao.intake.judgments.replies import Reply
from gaoyao.intake.judgments.sections import Parts, split
from gaoyao.intake.normalise import Cleaned, clean


def read_judgment(text: str, *, by_police: bool = False) -> Judgment:
    """Read one criminal judgment, ruling or published case report.

    Args:
        text: the whole document as it came; one line or many, any width of characters.
        by_police: it is a 起诉意见书 or another paper of before the charge, which calls the accused 犯罪嫌疑人.

    Returns:
        A Judgment whose every span is an offset into `text`. What the document does not say stays empty.
        Any string is accepted; a text that is no judgment gives an almost empty result.
    """
    cleaned = clean(text)
    if by_police:
        cleaned = cleaned.reworded("犯罪嫌疑人", "被告人")
    parts = split(cleaned.text)
    header = find_header(parts)
    judgment = Judgment(text, procedure=header.procedure)
    _place_header(judgment, cleaned, parts, header)
    accused, defenders = find_parties(parts)
    judgment.counsel = tuple(
        Counsel(d.name, d.accused, d.appointed, _span(cleaned, d.start, d.end)) for d in defenders
    )
    _place_parties(judgment, cleaned, parts, accused)
    _place_findings(judgment, cleaned, parts)
    arguments = name_speakers(parts, find_arguments(parts), accused, defenders)
    replies = resolve_answers(parts, arguments, accused, [d.name for d in defenders])
    judgment.defence = tuple(_point(cleaned, a, replies.get(i)) for i, a in enumerate(arguments))
    motion = find_motion(parts, arguments, replies)
    if motion:
        judgment.exclusion = Exclusion(
            True,
            motion.by,
            motion.target,
            motion.ground,
            motion.result,
            _span(cleaned, motion.start, motion.end),
        )
    steps = find_steps(parts)
    judgment.events = tuple(Event(s.kind, s.date, _span(cleaned, s.start, s.end)) for s in steps)
    issues = find_issues(parts, header, steps, arguments)
    judgment.findings = tuple(
        Finding(i.code, i.message, tuple(_span(cleaned, a, b) for a, b in i.places)) for i in issues
    )
    return judgment


def _span(cleaned: Cleaned, start: int, end: int) -> Span:
    return Span(*cleaned.raw_span(start, end))


def _quote(cleaned: Cleaned, span: Span) -> str:
    return cleaned.raw[span.start : span.end]


def _value(cleaned: Cleaned, place: Place | None) -> Value | None:
    return Value(place[0], _span(cleaned, place[1], place[2])) if place else None


def _place_header(judgment: Judgment, cleaned: Cleaned, parts: Parts, header: Header) -> None:
    judgment.court = _value(cleaned, header.court)
    number = header.case_number
    judgment.case_number = (
        Value(_quote(cleaned, _span(cleaned, number[1], number[2])), _span(cleaned, number[1], number[2]))
        if number
        else None
    )
    judgment.document_type = _value(cleaned, header.kind)
    if header.report and parts.get("operative")[1]:
        instance = next(
            (
                name
                for name in ("死刑复核", "再审", "二审", "一审")
                if (header.procedure or "").startswith(name)
            ),
            "",
        )
        judgment.document_type = Value(f"公报案例（{instance}判决）")
    judgment.procuratorate = _value(cleaned, header.procuratorate)
    judgment.date = _value(cleaned, header.date)
    order = sorted(parts.spans.items(), key=lambda item: item[1])
    judgment.sections = tuple(Section(name, _span(cleaned, a, b)) for name, (a, b) in order)
    judgment.completeness = completeness(parts)


def _place_parties(judgment: Judgment, cleaned: Cleaned, parts: Parts, accused: list[Accused]) -> None:
    verdicts = find_outcomes(parts, accused)
    charged = find_accusations(parts, accused)
    judgment.parties = [
        _party(cleaned, person, verdicts[person.name], charged[person.name]) for person in accused
    ]
    judgment.charges_accused = tuple(unique([c for p in judgment.parties for c in p.charges_accused]))
    judgment.charges_convicted = tuple(unique([c for p in judgment.parties for c in p.charges_convicted]))


def _party(cleaned: Cleaned, person: Accused, verdict: Verdict, charged: list[str]) -> Party:
    decisions = [
        Decision(c, "exempt" if verdict.outcome == "exempt" else "guilty") for c in verdict.convicted
    ]
    if verdict.outcome not in ("guilty", "exempt"):
        decisions = [Decision(c, verdict.outcome) for c in charged]
    return Party(
        person.name, person.role, _span(cleaned, person.start, person.end), tuple(person.aliases), tuple(charged),
        tuple(verdict.convicted), verdict.outcome, tuple(decisions), verdict.sentence,
        _span(cleaned, verdict.start, verdict.end) if verdict.end else None,
    )  # fmt: skip


def _place_findings(judgment: Judgment, cleaned: Cleaned, parts: Parts) -> None:
    found = parts.get("found")
    facts = (
        [found]
        if found[1]
        else [parts.get("accusation")]
        if parts.get("accusation")[1] and parts.adopts_accusation
        else []
    )
    judgment.found_facts = tuple(_span(cleaned, a, b) for a, b in facts)
    items = []
    for item in find_evidence(parts):
        span = _span(cleaned, item.start, item.end)
        items.append(
            EvidenceItem(_quote(cleaned, span), item.kind, span, item.generic, item.subkind, item.section)
        )
    judgment.evidence = tuple(items)
    judgment.citations = tuple(
        Citation(
            law_of_its_time(c.law, judgment.date),
            c.article,
            c.sub,
            c.paragraph,
            c.item,
            _span(cleaned, c.start, c.end),
        )
        for c in find_basis(parts)
    )


_REPLACED = {"中华人民共和国刑法": "1997-10-01", "中华人民共和国刑事诉讼法": "1997-01-01"}


def law_of_its_time(law: str, decided: Value | None) -> str:
    """The code of 1979 for decisions before the codes of 1997 and 1996 were in force; they share the name."""
    since = _REPLACED.get(law)
    return f"{law}（1979）" if since and decided and decided.text < since else law


def _point(cleaned: Cleaned, argument: Argument, reply: Reply | None) -> DefencePoint:
    span = _span(cleaned, argument.start, argument.end)
    if reply is None:
        return DefencePoint(argument.by, _quote(cleaned, span), span)
    answer = _span(cleaned, reply.start, reply.end)
    return DefencePoint(
        argument.by,
        _quote(cleaned, span),
        span,
        reply.result,
        reply.reasoned,
        _quote(cleaned, answer),
        answer,
    )
