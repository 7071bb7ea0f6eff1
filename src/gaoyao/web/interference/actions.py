"""Entering an interference, and classing an entry; both write to a part that no role reads (design §6)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from gaoyao.dossier.chain import PartKey
from gaoyao.dossier.model import DossierError, Span
from gaoyao.dossier.schema import Part
from gaoyao.dossier.transaction import Transaction
from gaoyao.dossier.view import View
from gaoyao.dossier.vocabulary import Contact
from gaoyao.web.accounts.models import Account
from gaoyao.web.cases.models import Assignment
from gaoyao.web.cases.policy import Answer, Permission, Policy
from gaoyao.web.panel.acting import Writing, now

REGISTER: PartKey = (Part.INTERFERENCE, "")
TYPES = dict(Contact.type.options)


@dataclass(frozen=True, slots=True)
class EnterContact:
    """What happened, in the words of who lived it: who, from where, when, how, what.  `number` comes from the register."""

    sentence: ClassVar[str] = "登记过问"
    account: Account
    number: str
    person: str
    unit: str
    channel: str
    content: str
    happened: Span
    original_kept: bool
    reason: str = ""

    def may(self, policy: Policy, assignment: Assignment, view: View) -> Answer:
        """Whoever handles the case, for himself."""
        return policy.may(Permission.INTERFERENCE_ENTER, assignment)

    def part(self, policy: Policy, assignment: Assignment) -> PartKey:
        """过问登记."""
        return REGISTER

    def do(self, change: Transaction, view: View, part: PartKey) -> None:
        """One entry; it is never changed: a mistake is put right by a further entry."""
        missing = [
            label
            for label, text in (("过问人", self.person), ("方式", self.channel), ("内容", self.content))
            if not text.strip()
        ]
        if missing:
            raise DossierError((f"登记过问要写明{'、'.join(missing)}；应当全面、如实记录。",))
        change.declare(Contact.kind, self.number)
        Writing(change).put(
            Contact.kind, self.number, person=self.person, unit=self.unit, channel=self.channel, content=self.content, happened=self.happened,
            recorded=True, original_kept=self.original_kept, recorder=self.account.username, recorded_on=now(), log_number=self.number,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class ClassContact:
    """A named reader classes an entry and says whether it was reported; the entry itself stays as it was written."""

    sentence: ClassVar[str] = "过问登记归类"
    account: Account
    number: str
    type: str
    reported: bool
    reason: str = ""

    def may(self, policy: Policy, assignment: Assignment, view: View) -> Answer:
        """The named readers only."""
        answer = policy.may(Permission.INTERFERENCE_ENTER, assignment)
        return policy.may_read_register(assignment) if answer else answer

    def part(self, policy: Policy, assignment: Assignment) -> PartKey:
        """过问登记."""
        return REGISTER

    def do(self, change: Transaction, view: View, part: PartKey) -> None:
        """What it is, and whether it was reported; the last classing counts."""
        if self.type not in TYPES:
            raise DossierError(("请选择类别。",))
        if not change.declared(Contact.kind, self.number):
            raise DossierError(("没有这项登记。",))
        chain = view.log.chain(*REGISTER)
        before = [
            one
            for records in chain.records
            for one in records
            if one.subject == self.number and one.id not in chain.dead
        ]
        for name, value in (
            ("type", self.type),
            ("reported", self.reported),
            ("classed_by", self.account.name),
        ):
            for one in before:
                if one.field == name and not one.retracts:
                    change.retract(one.id, "重新归类")
            change.put(Contact.kind, self.number, name, value)
