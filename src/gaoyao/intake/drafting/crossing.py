"""What one paper says about the act of another: logs and questionings, body checks, recordings."""

from __future__ import annotations

import re

from gaoyao.dossier.model import Span
from gaoyao.dossier.vocabulary import Hidden, Interrogation
from gaoyao.intake.drafting.items import Entry
from gaoyao.intake.drafting.proposals import Draft

SLACK = 30
"""Minutes by which a log and a record may differ without being said to conflict.  Ours (提示)."""


def cross(draft: Draft, entries: list[Entry]) -> None:
    """Propose what follows from two papers together; the address is that of the other paper."""
    questionings = [entry for entry in entries if entry.form.kind == "interrogation" and entry.act]
    logs = [entry for entry in entries if entry.form.kind == "extraction_log" and entry.form.speaker]
    for name in dict.fromkeys(log.form.speaker for log in logs):
        own = [log for log in logs if log.form.speaker == name]
        _logs(draft, own, _of(questionings, own[0]))
    for entry in entries:
        if entry.form.kind == "body_check":
            _check(draft, entry, _of(questionings, entry))
        elif entry.form.kind == "acquisition" and entry.item:
            _found_by_statement(draft, entry)


_BY_STATEMENT = re.compile(
    r"(?:根据|依据|按照|依照|在|由|经)(?:犯罪嫌疑人|被告人)?[^，。；\n]{0,10}(?:供述|交代|交待|指认|供认|带领|指引)[^。；\n]{0,40}?(?:提取|起获|查获|找到|扣押|搜出|打捞)"
)


def _found_by_statement(draft: Draft, taking: Entry) -> None:
    """The paper itself says that the object was found from a statement: the first box of the checklist of art. 141."""
    found = _BY_STATEMENT.search(taking.sheet.cleaned.text)
    if found is not None:
        subject = draft.declare("hidden", "", taking.item, single=True)
        draft.put(subject, Hidden.from_statement, True, taking.sheet, *taking.sheet.raw_span(*found.span()))


def _of(questionings: list[Entry], entry: Entry) -> list[Entry]:
    """The questionings of the person the paper is about (none where it does not say who)."""
    return [one for one in questionings if entry.form.speaker and one.form.speaker == entry.form.speaker]


def _times(entry: Entry) -> tuple[Span, Span] | None:
    start, end = entry.form.get(Interrogation.start), entry.form.get(Interrogation.end)
    if start and end and isinstance(start.value, Span) and isinstance(end.value, Span):
        return start.value, end.value
    return None


def _logs(draft: Draft, logs: list[Entry], questionings: list[Entry]) -> None:
    """A questioning in the detention house stands inside one extraction of the person's logs, or log and record conflict.

    Where no extraction of that day is logged at all, that is told only of days between the first and the last one.
    """
    rows = sorted(((row, log) for log in logs for row in log.form.rows), key=lambda pair: pair[0][0].low)
    if not rows or any(log.sheet.document.incomplete for log in logs):
        return
    for one in questionings:
        place, times = one.form.get(Interrogation.place_type), _times(one)
        if times is None or place is None or place.value != "detention_room":
            continue
        start, end = times
        day = [pair for pair in rows if abs(pair[0][0].low - start.low) < 1440]
        inside = [
            pair
            for pair in day
            if pair[0][1] and pair[0][0].low - SLACK <= start.high and end.low <= pair[0][1].high + SLACK
        ]
        before = [pair for pair in rows if pair[0][0].high < start.low]
        if inside:
            (row, log), answer = inside[0], False
        elif day and all(pair[0][1] for pair in day):
            (row, log), answer = day[0], True
        elif not day and before and len(before) < len(rows):
            (row, log), answer = before[-1], True
        else:
            continue
        draft.put(one.act, Interrogation.extraction_log_conflicts, answer, log.sheet, row[2], row[3])


def _check(draft: Draft, check: Entry, questionings: list[Entry]) -> None:
    """Injuries at the check concern the questionings before it."""
    cell, when = check.form.get(Interrogation.injury_at_check), check.begun
    if cell is None or when is None or not isinstance(cell.value, bool):
        return
    for one in questionings:
        begun = one.begun
        if begun is not None and begun.low <= when.high:
            draft.put(one.act, Interrogation.injury_at_check, cell.value, check.sheet, cell.start, cell.end)
