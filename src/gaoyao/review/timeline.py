"""What happened when: every moment in the file, in order, with its fuzziness kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gaoyao.dossier.frame import CaseFrame
from gaoyao.dossier.model import Span
from gaoyao.dossier.schema import KINDS
from gaoyao.logic.tree import Moment
from gaoyao.review.model import Subject

if TYPE_CHECKING:
    from gaoyao.review.assemble import Assembler


def timeline(frame: CaseFrame, made: Assembler) -> tuple[tuple[str, str, Subject], ...]:
    """(when, what, subject) for every entered moment, ordered by its earliest minute, then by the file."""
    rows: list[tuple[float, float, str, int, str, str]] = []
    for kind in KINDS.values():
        numbers = {} if kind.derived else frame.view.index(kind.kind)
        for field in kind.fields.values():
            if isinstance(field, Moment):
                for identifier, live in frame.view.cells.get(field.path, {}).items():
                    if isinstance(live.value, Span):
                        rows.append(
                            (
                                live.value.low,
                                live.value.high,
                                kind.kind,
                                numbers[identifier],
                                live.value.text,
                                field.label,
                            )
                        )
    rows.sort()
    return tuple((text, label, made.subject(kind, number)) for _, _, kind, number, text, label in rows)
