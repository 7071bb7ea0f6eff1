"""Days that cannot be: a record signed before its act, a detention before the case was filed (by any paper that tells it)."""

from __future__ import annotations

from collections.abc import Iterator

from gaoyao.dossier.model import Span
from gaoyao.dossier.vocabulary.steps import Step
from gaoyao.intake.documents.cut import Sheet
from gaoyao.intake.drafting.dating import days_of
from gaoyao.intake.drafting.items import Entry
from gaoyao.intake.drafting.mismatches import Mismatch, Side, side
from gaoyao.intake.drafting.proposals import Draft, Proposal
from gaoyao.intake.forms.base import Reader
from gaoyao.intake.forms.signing import MARK

_ACTS = frozenset(("interrogation", "inquiry", "identification", "acquisition"))
_TAIL = 200
_DAY = 1440


def order(draft: Draft, entries: list[Entry], known: list[Mismatch]) -> Iterator[Mismatch]:
    """What the papers themselves, and the steps read from them, put in an impossible order."""
    for entry in entries:
        if entry.form.kind in _ACTS and not entry.sheet.document.incomplete:
            yield from _signed_before(entry)
        yield from days_of(entry)
    if not any(one.code == "detained_before_filing" for one in known):
        yield from _before_filing(draft)


def _signed_before(entry: Entry) -> Iterator[Mismatch]:
    """The day of signing stands before the day on which the act began."""
    act = next(
        (
            cell
            for cell in entry.form.cells
            if cell.field.name in ("start", "happened")
            and isinstance(cell.value, Span)
            and cell.start is not None
        ),
        None,
    )
    if act is None or not isinstance(act.value, Span) or act.start is None or act.end is None:
        return
    reader = Reader(entry.sheet)
    begin = max(0, len(reader.text) - _TAIL)
    if MARK.search(reader.text, begin) is None:
        return
    days = [
        one
        for one in reader.moments(begin, len(reader.text))
        if reader.span(one[1], one[2])[0] > act.end
        and _at_signature(entry.sheet.raw, reader.span(one[1], one[2])[0])
    ]
    signed = max(days, key=lambda one: one[0].high, default=None)
    if signed is not None and signed[0].high < act.value.low // _DAY * _DAY:
        raw = reader.span(signed[1], signed[2])
        yield Mismatch(
            "inside",
            f"{entry.sheet.document.title}：记载的时间是{act.value.text}，落款却是{signed[0].text}，早于所记的行为",
            (side(entry.sheet, act.start, act.end), side(entry.sheet, *raw)),
        )


def _at_signature(raw: str, at: int) -> bool:
    """Does the place stand on a line of signatures, or on a line of its own?"""
    end = raw.find("\n", at)
    line = raw[raw.rfind("\n", 0, at) + 1 : end if end >= 0 else len(raw)]
    return MARK.search(line) is not None or len("".join(line.split())) <= 16


def _before_filing(draft: Draft) -> Iterator[Mismatch]:
    """Detention before filing, by the steps: the notice to the family or the accusation tells it as well as the warrant."""
    filed, held = (_days(draft, event) for event in ("filed", "detained"))
    if not filed:
        return
    first = min(filed, key=lambda one: _span(one).low)
    for one in held:
        if _span(one).high < _span(first).low:
            yield Mismatch(
                "detained_before_filing",
                f"拘留（{_span(one).text}）早于立案（{_span(first).text}）",
                (_side(one), _side(first)),
            )
            return


def _days(draft: Draft, event: str) -> list[Proposal]:
    subjects = {
        one.subject for one in draft.proposals if one.field.path == Step.event.path and one.value == event
    }
    return [
        one
        for one in draft.proposals
        if one.subject in subjects and one.field.path == Step.happened.path and isinstance(one.value, Span)
    ]


def _span(one: Proposal) -> Span:
    assert isinstance(one.value, Span)  # noqa: S101 - chosen so above
    return one.value


def _side(one: Proposal) -> Side:
    sheet: Sheet = one.sheet
    words = _span(one).text
    at = max(sheet.raw.find(words), 0)
    return side(sheet, at, at + max(1, len(words)))
