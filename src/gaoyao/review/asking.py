"""What must be found out next, and by whom: open cells grouped into questions, duties of the law first.

Questions are neutral and go to the side that owes the answer; they are not a list of what would convict.
"""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as default

from gaoyao.dossier.schema import KINDS, Answerer
from gaoyao.law.rule import ConsequenceBasis, Effect
from gaoyao.logic.reasons import Reason
from gaoyao.logic.tree import Field
from gaoyao.logic.truth import Why
from gaoyao.review.model import Pending, QuestionLine, Subject

_STATUTORY = (ConsequenceBasis.STATUTE, ConsequenceBasis.CROSS_REFERENCE)
ORDER = {
    Effect.DISPOSITION: 0, Effect.OBSTACLE: 1, Effect.NOT_BASIS: 2, Effect.GROUND: 2, Effect.DUTY: 3, Effect.CURABLE: 4,
    Effect.HINT: 5, Effect.NOTE: 6, Effect.CONCEPT: 7,
}  # fmt: skip
"""What is read first: what is done with the case and which facts are barred, then single items, then the rest."""


@dataclass(slots=True)
class _Asked:
    field: Field
    subjects: dict[tuple[str, int], Subject] = default(default_factory=dict)
    because: dict[str, None] = default(default_factory=dict)
    citations: dict[str, None] = default(default_factory=dict)
    duty: bool = False
    holds: bool = False
    order: int = 9


def questions(pending: list[Pending]) -> tuple[QuestionLine, ...]:
    """One line per open field: the subjects it is open for, who answers, and which rules wait for it.

    Order: what holds something up, then duties of the law, then the effect that waits, then how many wait.
    A conclusion of a lower stratum is not asked; its own open cells are.
    """
    asked: dict[str, _Asked] = {}
    for one in pending:
        for leaf in one.unknowns:
            if leaf.field is None or leaf.why is Why.NOT_APPLICABLE or _field(leaf.field) is None:
                continue
            _note(asked.setdefault(leaf.field, _Asked(_known(leaf.field))), one, leaf)
    lines = sorted(
        asked.values(),
        key=lambda row: (not row.holds, not row.duty, row.order, -len(row.subjects), row.field.path),
    )
    return tuple(_line(row) for row in lines)


def in_order(*lines: QuestionLine) -> tuple[QuestionLine, ...]:
    """Questions of several kinds as one list: what holds something up, then what the law itself asks, then the rest."""
    return tuple(sorted(lines, key=lambda line: (not line.holds, not line.legal_duty)))


def _field(path: str) -> Field | None:
    kind, _, name = path.partition(".")
    return KINDS[kind].fields.get(name) if kind in KINDS else None


def _known(path: str) -> Field:
    found = _field(path)
    if found is None:
        raise LookupError(f"没有字段 {path}")
    return found


def _note(row: _Asked, one: Pending, leaf: Reason) -> None:
    row.subjects.setdefault((leaf.kind, leaf.subject), Subject(leaf.kind, "", leaf.name, leaf.subject))
    row.because.setdefault(one.rule.title)
    for source in one.rule.sources[:2]:
        row.citations.setdefault(source.brief)
    row.duty = row.duty or one.rule.basis in _STATUTORY
    row.holds = row.holds or one.holds
    row.order = min(row.order, ORDER[one.rule.effect])


def _line(row: _Asked) -> QuestionLine:
    answerer = Answerer(row.field.answers).label if row.field.answers else "合议庭"
    return QuestionLine(
        row.field.question or f"{row.field.label}？", answerer, row.field.path, tuple(row.subjects.values()), tuple(row.because),
        tuple(row.citations), row.duty, row.holds,
    )  # fmt: skip
