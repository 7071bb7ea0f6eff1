"""Undo: a retraction of what a revision asserted, and the return of what it took back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from gaoyao.dossier.chain import PartKey
from gaoyao.dossier.model import DECLARES, Assertion, Basis, DossierError
from gaoyao.dossier.transaction import Transaction
from gaoyao.dossier.view import View
from gaoyao.web.cases.models import Assignment
from gaoyao.web.cases.policy import YES, Answer, Permission, Policy

NEVER_UNDONE = ("评议：", "审判委员会：")
"""What a deliberation wrote stays as it was said and signed."""


@dataclass(frozen=True, slots=True)
class Undo:
    """Undo one revision of the part this person writes to."""

    sentence: ClassVar[str] = "撤销修改"
    part_key: PartKey
    number: int
    why: str

    @property
    def reason(self) -> str:
        """Which revision, and why."""
        return f"撤销第{self.number}次修改：{self.why}"

    def may(self, policy: Policy, assignment: Assignment, view: View) -> Answer:
        """Who may edit; a revision that confirmed or ruled is undone by those who may do that."""
        answer = policy.may(Permission.REVISION_UNDO, assignment)
        if not answer:
            return answer
        if self._sentence(view).startswith(NEVER_UNDONE):
            return Answer(False, "评议、审判委员会讨论的记录不能撤销；要补充的，写签名后的补充说明。")
        highest = max((record.basis for record in self._records(view)), default=Basis.READ)
        needed = {Basis.CONFIRMED: Permission.CELL_CONFIRM, Basis.RULED: Permission.RULING_MAKE}.get(highest)
        return policy.may(needed, assignment) if needed else YES

    def _sentence(self, view: View) -> str:
        revisions = view.log.chain(*self.part_key).revisions
        return revisions[self.number - 1].action if 0 < self.number <= len(revisions) else ""

    def _records(self, view: View) -> list[Assertion]:
        chain = view.log.chain(*self.part_key)
        if not 1 < self.number <= len(chain.records):
            return []
        return chain.records[self.number - 1]

    def part(self, policy: Policy, assignment: Assignment) -> PartKey:
        """The part of the revision."""
        return self.part_key

    def do(self, change: Transaction, view: View, part: PartKey) -> None:
        """Retract what stands of it; assert again what it had retracted, on the same basis and address."""
        records = self._records(view)
        if not records:
            raise DossierError(("没有这次修改，或者它是载入案件文件的一次，不能撤销。",))
        if not self.why.strip():
            raise DossierError(("撤销要写明理由。",))
        chain = view.log.chain(*part)
        for record in reversed(records):
            if not record.retracts and record.id not in chain.dead:
                change.retract(record.id, self.reason)
        for record in records:
            target = chain.find(record.retracts) if record.retracts else None
            if target is None:
                continue
            if target.field == DECLARES:
                change.declare(target.kind, target.subject, str(target.value), target.address)
            elif change.declared(target.kind, target.subject):
                change.put(
                    target.kind,
                    target.subject,
                    target.field,
                    target.value,
                    target.basis,
                    target.address,
                    target.confidence,
                    target.note,
                )
