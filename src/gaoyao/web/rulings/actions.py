"""A ruling about an item: a named body, a conclusion, a reason; never without one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from gaoyao.dossier.chain import MAIN, PartKey
from gaoyao.dossier.model import Address, Basis, DossierError, Span, Value
from gaoyao.dossier.transaction import Transaction
from gaoyao.dossier.view import View
from gaoyao.dossier.vocabulary import Item, Ruling
from gaoyao.web.cases.models import Assignment
from gaoyao.web.cases.policy import Answer, Permission, Policy
from gaoyao.web.evidence.actions import free_id

OUTCOMES = dict(Ruling.outcome.options)


@dataclass(frozen=True, slots=True)
class MakeRuling:
    """Record what a body decided about an item."""

    sentence: ClassVar[str] = "作出裁定"
    item: str
    outcome: str
    by: str
    ruled_on: Span
    reason: str
    page: str = ""

    def may(self, policy: Policy, assignment: Assignment, view: View) -> Answer:
        """Judges only."""
        return policy.may(Permission.RULING_MAKE, assignment)

    def part(self, policy: Policy, assignment: Assignment) -> PartKey:
        """正卷."""
        return MAIN

    def do(self, change: Transaction, view: View, part: PartKey) -> None:
        """Declare the ruling under its item; every value of it rests on the ruling itself."""
        if view.kind(self.item) != Item.kind:
            raise DossierError((f"没有编号为“{self.item}”的证据。",))
        missing = [
            label
            for label, text in (("结论", self.outcome), ("作出机关", self.by), ("理由", self.reason))
            if not text.strip()
        ]
        if missing:
            raise DossierError((f"裁定要写明{'、'.join(missing)}。排除或者不排除，都要说明理由。",))
        if self.outcome not in OUTCOMES:
            raise DossierError((f"没有“{self.outcome}”这一结论；可用的是：{'、'.join(OUTCOMES.values())}。",))
        ruling = free_id(view, f"{self.item}-R")
        address = Address(page=self.page)
        change.declare(Ruling.kind, ruling, self.item, address)
        values: dict[str, Value] = {
            "outcome": self.outcome,
            "by": self.by,
            "ruled_on": self.ruled_on,
            "reason": self.reason,
        }
        if self.page:
            values["page"] = self.page
        for name, value in values.items():
            change.put(Ruling.kind, ruling, name, value, Basis.RULED, address)
