"""What happened when: every moment in the file, in order, with its fuzziness kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gaoyao.dossier.frame import CaseFrame
from gaoyao.dossier.schema import KINDS
from gaoyao.logic.tree import Moment
from gaoyao.review.model import Subject

if TYPE_CHECKING:
    from gaoyao.review.assemble import Assembler


def timeline(frame: CaseFrame, made: Assembler) -> tuple[tuple[str, str, Subject], ...]:
    """(when, what, subject) for every entered moment, ordered by its earliest minute, then by the file."""
    rows: list[tuple[float, float, str, int, str, str, Subject]] = []
    for kind in KINDS.values():
        if kind.derived:
            continue
        for field in kind.fields.values():
            if not isinstance(field, Moment) or field.path not in frame.view.cells:
                continue
            low, high, _ = frame.interval(field)
            for number in range(len(low)):
                if low[number] == low[number]:
                    text = frame.cell(field, number).text
                    rows.append((low[number], high[number], kind.kind, number, text, field.label, made.subject(kind.kind, number)))
    rows.sort(key=lambda row: row[:4])
    return tuple((text, label, subject) for _, _, _, _, text, label, subject in rows)
