"""What must be found out next, and by whom: open cells grouped into questions, in the order of what they decide.

Questions are neutral and go to the side that owes the answer; they are not a list of what would convict.  What one
office answers about the very same subjects is one question with several parts: whoever opens a paper answers all of
it.  Nothing is left out by this: the text asks every part, and every part keeps its own cell.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field as default

from gaoyao.dossier.derived import Point, Support
from gaoyao.dossier.schema import KINDS, Answerer
from gaoyao.dossier.vocabulary import Case, Item, Link
from gaoyao.law.rule import ConsequenceBasis, Effect
from gaoyao.logic.reasons import Reason
from gaoyao.logic.tree import Field, FieldType
from gaoyao.logic.truth import Why
from gaoyao.proof.points import Table
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
    waiting: set[tuple[str, int]] = default(default_factory=set)
    duty: bool = False
    holds: bool = False
    order: int = 9

    @property
    def rank(self) -> tuple[bool, bool, int, int, str]:
        """What holds something up, then what the law asks, then the heaviest effect, then how many checks wait."""
        return (not self.holds, not self.duty, self.order, -len(self.waiting), self.field.path)


def questions(pending: list[Pending], table: Table) -> tuple[QuestionLine, ...]:
    """One line per act of answering: the subjects it is open for, who answers, and which rules wait for it.

    Order: what holds something up, then duties of the law, then the effect that waits, then how many checks wait.
    A conclusion of a lower stratum is not asked; its own open cells are.  A cell of a derived table (`table`: points
    and their support) is asked where its value is entered: of the case, or of the link.
    """
    asked: dict[str, _Asked] = {}
    for one in pending:
        for leaf in one.unknowns:
            if leaf.field is None or leaf.why is Why.NOT_APPLICABLE or _field(leaf.field) is None:
                continue
            path, subject = _entered(leaf, leaf.field, table)
            _note(asked.setdefault(path, _Asked(_known(path))), one, subject)
    return tuple(_line(rows) for rows in _together(sorted(asked.values(), key=lambda row: row.rank)))


def _together(rows: Iterable[_Asked]) -> list[list[_Asked]]:
    """Rows that one office answers about the same subjects, and that weigh alike; only those answered 是 or 否."""
    groups: dict[object, list[_Asked]] = {}
    for row in rows:
        alike = (_office(row.field), frozenset(row.subjects), row.holds, row.duty)
        groups.setdefault(alike if row.field.type is FieldType.FLAG else row.field.path, []).append(row)
    return list(groups.values())


def in_order(*lines: QuestionLine) -> tuple[QuestionLine, ...]:
    """Questions of several kinds as one list.

    First what decides which checks run, then what holds something up, then what the law itself asks, then the rest.
    """
    return tuple(sorted(lines, key=lambda line: (not line.opens, not line.holds, not line.legal_duty)))


def _field(path: str) -> Field | None:
    kind, _, name = path.partition(".")
    return KINDS[kind].fields.get(name) if kind in KINDS else None


def _known(path: str) -> Field:
    found = _field(path)
    if found is None:
        raise LookupError(f"没有字段 {path}")
    return found


_OF_ITEM = frozenset((Support.restates.path, Support.perhaps_other.path, Support.perhaps_confession.path))
_OF_LINK = {Support.identifies.path: Link.identifies.path, Support.explained.path: Link.explained.path}


def _entered(leaf: Reason, path: str, table: Table) -> tuple[str, Subject]:
    """The field and the subject under which a person enters what the leaf lacks."""
    if path == Point.complete.path:
        return Case.evidence_complete.path, Subject(Case.kind, "", Case.label, 0)
    if path in _OF_ITEM:
        return Item.only_restates_confession.path, Subject(
            Item.kind, "", leaf.name, table.support_item[leaf.subject]
        )
    if path in _OF_LINK:
        return _OF_LINK[path], Subject(Link.kind, "", leaf.name, table.support_link[leaf.subject])
    return path, Subject(leaf.kind, "", leaf.name, leaf.subject)


def _note(row: _Asked, one: Pending, subject: Subject) -> None:
    row.subjects.setdefault((subject.kind, subject.number), subject)
    row.because.setdefault(one.rule.title)
    for source in one.rule.sources[:2]:
        row.citations.setdefault(source.brief)
    row.waiting.add((one.rule.id, one.subject.number))
    row.duty = row.duty or one.rule.basis in _STATUTORY
    row.holds = row.holds or one.holds
    row.order = min(row.order, ORDER[one.rule.effect])


def _office(field: Field) -> str:
    return Answerer(field.answers).label if field.answers else "合议庭"


def _line(rows: list[_Asked]) -> QuestionLine:
    first = rows[0]
    return QuestionLine(
        "".join(row.field.question or f"{row.field.label}？" for row in rows), _office(first.field), first.field.path,
        tuple(first.subjects.values()), tuple(dict.fromkeys(title for row in rows for title in row.because)),
        tuple(dict.fromkeys(cited for row in rows for cited in row.citations)), first.duty, first.holds,
        tuple(row.field.path for row in rows[1:]), len(set().union(*(row.waiting for row in rows))),
    )  # fmt: skip
