"""The first questioning after detention and after arrest, from the records themselves (CPL 86, 94)."""

from __future__ import annotations

from gaoyao.dossier.model import Span
from gaoyao.dossier.vocabulary import Interrogation
from gaoyao.dossier.vocabulary.steps import Step
from gaoyao.intake.drafting.items import Entry
from gaoyao.intake.drafting.people import People
from gaoyao.intake.drafting.proposals import Draft

_AFTER = {"detained": "questioned", "arrested": "questioned_after_arrest"}


def questioned(draft: Draft, people: People, entries: list[Entry]) -> None:
    """Propose the step for each accused: the earliest record that begins at or after the act, and before the next one.

    Nothing is proposed where a record of his was not read whole or bears no time: it may be the first.
    """
    for name, accused in people.accused.items():
        records = [one for one in entries if one.form.kind == "interrogation" and one.form.speaker == name]
        if any(one.begun is None or one.sheet.document.incomplete for one in records):
            continue
        acts = {event: when for event in _AFTER if (when := _when(draft, event, accused)) is not None}
        for event, when in acts.items():
            later = [other.low for other in acts.values() if other.low > when.high]
            own = [
                one
                for one in records
                if one.begun and when.low <= one.begun.low and all(one.begun.low < end for end in later)
            ]
            first = min(own, key=lambda one: one.begun.low if one.begun else 0, default=None)
            cell = first.form.get(Interrogation.start) if first else None
            if first is None or cell is None or cell.start is None or cell.end is None:
                continue
            step, span = draft.declare("step", "T"), (cell.start, cell.end)
            draft.put(step, Step.event, _AFTER[event], first.sheet, *span)
            draft.put(step, Step.accused, accused, first.sheet, *span)
            draft.put(step, Step.happened, cell.value, first.sheet, *span)  # type: ignore[arg-type]
            draft.put(step, Step.page, first.sheet.document.where, first.sheet, *span)


def _when(draft: Draft, event: str, accused: str) -> Span | None:
    """When that step was carried out, where the draft tells one time for that accused."""
    cells: dict[str, dict[str, object]] = {}
    for one in draft.proposals:
        if one.field.kind == Step.kind:
            cells.setdefault(one.subject, {})[one.field.name] = one.value
    found = [
        own.get("happened")
        for own in cells.values()
        if own.get("event") == event and own.get("accused") == accused
    ]
    return found[0] if len(found) == 1 and isinstance(found[0], Span) else None
