"""Answering a defence argument."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from gaoyao.dossier.chain import MAIN, PartKey
from gaoyao.dossier.model import Address, Basis, DossierError, Value
from gaoyao.dossier.transaction import Transaction
from gaoyao.dossier.view import View
from gaoyao.dossier.vocabulary import Argument
from gaoyao.logic.tree import Field
from gaoyao.web.cases.models import Assignment
from gaoyao.web.cases.policy import Answer, Permission, Policy
from gaoyao.web.evidence.actions import replace, standing


@dataclass(frozen=True, slots=True)
class AnswerArgument:
    """Say whether an argument is adopted, and why: both are owed."""

    sentence: ClassVar[str] = "回应辩解、辩护意见"
    argument: str
    adopted: str
    reason: str
    page: str = ""

    def may(self, policy: Policy, assignment: Assignment, view: View) -> Answer:
        """Judges only."""
        return policy.may(Permission.ARGUMENT_ANSWER, assignment)

    def part(self, policy: Policy, assignment: Assignment) -> PartKey:
        """正卷."""
        return MAIN

    def do(self, change: Transaction, view: View, part: PartKey) -> None:
        """Put the answer and its reasons; what said otherwise is taken back."""
        if view.kind(self.argument) != Argument.kind:
            raise DossierError((f"没有编号为“{self.argument}”的辩解、辩护意见。",))
        if self.adopted not in ("采纳", "部分采纳", "不予采纳") or not self.reason.strip():
            raise DossierError(("回应要写明采纳、部分采纳还是不予采纳，并写明理由。",))
        values: dict[Field, Value] = {
            Argument.answered: True,
            Argument.reasoned: True,
            Argument.answer: f"{self.adopted}。{self.reason}",
        }
        if self.page:
            values[Argument.answer_page] = self.page
        for field, value in values.items():
            before = [one.id for one in standing(view, MAIN, field, self.argument)]
            replace(
                change,
                view,
                MAIN,
                field,
                self.argument,
                value,
                Basis.CONFIRMED,
                before,
                "重新回应",
                Address(page=self.page),
            )
