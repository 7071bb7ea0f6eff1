"""Mismatches of papers as proposals: each an entry of its own, with the place of every side."""

from __future__ import annotations

from collections.abc import Iterable

from gaoyao.dossier.vocabulary import Mismatch as Entry
from gaoyao.intake.documents.cut import Place, Sheet
from gaoyao.intake.drafting.mismatches import CODES, Mismatch, Side
from gaoyao.intake.drafting.proposals import Draft, Proposal


def note(draft: Draft, sheets: Iterable[Sheet], mismatches: Iterable[Mismatch]) -> None:
    """Propose an entry for each; a side whose page belongs to no paper that was cut is left out."""
    pages = {
        (sheet.document.volume.source.sha256, piece.page.number): (sheet, piece.page)
        for sheet in reversed(list(sheets))
        for piece in sheet.document.pieces
    }
    for one in mismatches:
        found = [
            (side, pages[side.sha256, side.page]) for side in one.sides if (side.sha256, side.page) in pages
        ]
        if not found:
            continue
        subject = draft.declare(Entry.kind, "W")
        first = found[0]
        _propose(draft, subject, "matter", CODES[one.code], *first)
        for row in found:
            _propose(draft, subject, "about", " ".join(one.message.split()), *row)


def _propose(draft: Draft, subject: str, name: str, value: str, side: Side, at: tuple[Sheet, object]) -> None:
    sheet, page = at
    place = Place(page, side.start, side.end)  # type: ignore[arg-type]
    draft.proposals.append(
        Proposal(subject, Entry.fields[name], value, sheet, place, place.page.score_of(side.start, side.end))
    )
