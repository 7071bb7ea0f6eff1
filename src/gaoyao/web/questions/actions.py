"""Answering one sheet of a question in one act."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from gaoyao.dossier.chain import PartKey
from gaoyao.dossier.model import Absent, Basis, DossierError, Value
from gaoyao.dossier.transaction import Transaction
from gaoyao.dossier.view import View
from gaoyao.logic.tree import Field
from gaoyao.logic.truth import Why
from gaoyao.web.cases.models import Assignment
from gaoyao.web.cases.policy import YES, Answer, Permission, Policy


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    """Enter the same answer for several papers.  Only what nobody has answered: nothing a person entered is changed."""

    sentence: ClassVar[str] = "一并回答"
    cells: tuple[tuple[Field, str, Value], ...]
    reason: str = ""

    def may(self, policy: Policy, assignment: Assignment, view: View) -> Answer:
        """Every one of them, as for a single value."""
        for field in dict.fromkeys(field for field, _, _ in self.cells):
            answer = policy.may(Permission.CELL_EDIT, assignment, field)
            if not answer:
                return answer
        return YES

    def part(self, policy: Policy, assignment: Assignment) -> PartKey:
        """The part for the fields' kind; one act goes to one part."""
        parts = {policy.writes(assignment, field.kind) for field, _, _ in self.cells}
        if len(parts) != 1:
            raise DossierError(("没有选择材料，或者没有选择答案；请勾选材料并选择至少一项答案。",))
        return parts.pop()

    def do(self, change: Transaction, view: View, part: PartKey) -> None:
        """Assert every value as stated; refuse all where one was answered in the meantime."""
        for field, subject, value in self.cells:
            live = view.live(field, subject)
            if live.basis is not None and live.basis > Basis.READ and live.why is not Why.CONFLICTING:
                raise DossierError((f"“{field.label}”在此期间已经有人录入；请看过现在的内容再答。",))
            note = value.note if isinstance(value, Absent) else ""
            change.put(field.kind, subject, field.name, value, note=note)
