"""Read a judgment: clean → split → find → resolve, and give every value its place in the text as it came."""

from __future__ import annotations

from gaoyao.intake.judgments.basis import find_basis
from gaoyao.intake.judgments.charges import charges_after, committed, named_as_case, named_in_reasons, unique
from gaoyao.intake.judgments.header import Place, find_header
from gaoyao.intake.judgments.model import Citation, Counsel, Judgment, Party, Section, Span, Value
from gaoyao.intake.judgments.outcome import Verdict, find_outcomes, is_template
from gaoyao.intake.judgments.parties import Accused, find_parties
from gaoyao.intake.judgments.sections import Parts, split
from gaoyao.intake.normalise import Cleaned, clean


def read_judgment(text: str) -> Judgment:
    """Read one criminal judgment, ruling or published case report.

    Args:
        text: the whole document as it came; one line or many, any width of characters.

    Returns:
        A Judgment whose every span is an offset into `text`. What the document does not say stays empty.
        Any string is accepted; a text that is no judgment gives an almost empty result.
    """
    cleaned = clean(text)
    parts = split(cleaned.text)
    judgment = Judgment(text)
    _header(judgment, cleaned, parts)
    return judgment


def _span(cleaned: Cleaned, start: int, end: int) -> Span:
    return Span(*cleaned.raw_span(start, end))


def _value(cleaned: Cleaned, place: Place | None) -> Value | None:
    if place is None:
        return None
    span = _span(cleaned, place[1], place[2])
    return Value(place[0], span)


def _header(judgment: Judgment, cleaned: Cleaned, parts: Parts) -> None:
    header = find_header(parts)
    judgment.court = _value(cleaned, header.court)
    judgment.case_number = _value(cleaned, header.case_number)
    judgment.document_type = _value(cleaned, header.kind)
    judgment.procuratorate = _value(cleaned, header.procuratorate)
    judgment.date = _value(cleaned, header.date)
    judgment.procedure = header.procedure
    judgment.sections = tuple(Section(name, _span(cleaned, a, b)) for name, (a, b) in sorted(parts.spans.items(), key=lambda x: x[1]))
    judgment.completeness = "template" if is_template(parts) else "complete"
    accused, defenders = find_parties(parts)
    judgment.counsel = tuple(Counsel(d.name, d.accused, d.appointed, _span(cleaned, d.start, d.end)) for d in defenders)
    verdicts = find_outcomes(parts, accused)
    charged = accusations(parts, accused)
    judgment.parties = [_party(cleaned, p, verdicts[p.name], charged[p.name]) for p in accused]
    judgment.charges_accused = tuple(unique([c for p in judgment.parties for c in p.charges_accused]))
    judgment.charges_convicted = tuple(unique([c for p in judgment.parties for c in p.charges_convicted]))
    judgment.citations = tuple(Citation(c.law, c.article, c.sub, c.paragraph, c.item, _span(cleaned, c.start, c.end)) for c in find_basis(parts))


def _party(cleaned: Cleaned, person: Accused, verdict: Verdict, charged: list[str]) -> Party:
    return Party(
        person.name, person.role, _span(cleaned, person.start, person.end), tuple(person.aliases), tuple(charged),
        tuple(verdict.convicted), verdict.outcome, (), verdict.sentence,
        _span(cleaned, verdict.start, verdict.end) if verdict.end else None,
    )  # fmt: skip


def accusations(parts: Parts, accused: list[Accused]) -> dict[str, list[str]]:
    """The offences the prosecution charged each accused with."""
    text = parts.text
    limit = parts.get("found")[0] or parts.get("reasons")[0] or parts.get("operative")[0] or len(text)
    start = parts.get("proceedings")[0] or parts.get("accusation")[0]
    end = max(parts.get("proceedings")[1], parts.get("accusation")[1] if not parts.get("proceedings")[1] else 0) or limit
    charged: dict[str, list[str]] = {p.name: [] for p in accused}
    previous = start
    for names, at, stop in committed(text, start, end):
        if "判" in text[stop : stop + 3] or "撤销" in text[max(previous, at - 30) : at]:
            previous = stop
            continue
        explicit = [p for p in accused if any(n in text[previous:at] for n in p.names)]
        for person in explicit or (accused if not any(charged.values()) else []):
            charged[person.name] = unique(charged[person.name] + names)
        previous = stop
    if not any(charged.values()):
        names = named_in_reasons(text, start, limit) or named_as_case(text, 0, limit, tuple(n for p in accused for n in p.names))
        charged = {p.name: list(names) for p in accused}
    everyone = unique([c for names in charged.values() for c in names])
    return {name: names or everyone for name, names in charged.items()}
