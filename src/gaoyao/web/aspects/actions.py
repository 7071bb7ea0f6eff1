"""Entering a doubt, another possibility or something favourable in its register, and answering it.  Never taking it out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from gaoyao.dossier.chain import MAIN, PartKey
from gaoyao.dossier.model import Address, Basis, DossierError, Value
from gaoyao.dossier.schema import KINDS, Part
from gaoyao.dossier.transaction import Transaction
from gaoyao.dossier.view import Role, View
from gaoyao.dossier.vocabulary import Alibi, Case, Conflict, Doubt, Fact, Favourable, Item, Rival
from gaoyao.logic.tree import Choice, Field
from gaoyao.web.cases.models import Assignment
from gaoyao.web.cases.policy import Answer, Permission, Policy
from gaoyao.web.evidence.actions import free_id, replace, standing

STATUS: dict[str, Choice] = {
    "doubt": Doubt.status, "rival": Rival.status, "alibi": Alibi.status, "conflict": Conflict.status, "favourable": Favourable.status,
}  # fmt: skip
"""The registers that people keep, and the field that says what became of an entry."""
ABOUT: dict[str, Field] = {
    "doubt": Doubt.about, "rival": Rival.story, "alibi": Alibi.content, "conflict": Conflict.about, "favourable": Favourable.about,
}  # fmt: skip
SUPPORT: dict[str, Field] = {
    "doubt": Doubt.items, "rival": Rival.excluded_by, "alibi": Alibi.items, "conflict": Conflict.support, "favourable": Favourable.items,
}  # fmt: skip
"""What the answer rests on."""
PREFIX = {"doubt": "YD", "rival": "QK", "alibi": "BZ", "conflict": "MD", "favourable": "YL"}
BEFORE_COURT = frozenset(("investigation", "arrest_review", "prosecution_review"))
_SIDE = {Role.PROSECUTOR: "prosecution", Role.DEFENDER: "defence"}


@dataclass(frozen=True, slots=True)
class AnswerEntry:
    """Say what became of an entry, why, and on which items.  The entry stays, with its answer."""

    sentence: ClassVar[str] = "答复登记事项"
    entry: str
    status: str
    reason: str
    items: tuple[str, ...] = ()
    page: str = ""
    by: str = ""

    def may(self, policy: Policy, assignment: Assignment, view: View) -> Answer:
        """The court; before the case is at court the prosecutor."""
        answer = policy.may(Permission.REGISTER_ANSWER, assignment)
        if not answer or Role(assignment.role) is not Role.PROSECUTOR:
            return answer
        stages = {view.live(Case.stage, one).value for one in view.subjects(Case.kind)}
        if stages and stages <= BEFORE_COURT:
            return answer
        return Answer(False, "案件已经在人民法院，登记事项由审判人员答复。")

    def part(self, policy: Policy, assignment: Assignment) -> PartKey:
        """正卷."""
        return MAIN

    def do(self, change: Transaction, view: View, part: PartKey) -> None:
        """Put state, reason and items; what said otherwise is taken back with that reason."""
        kind = view.kind(self.entry)
        if kind not in STATUS:
            raise DossierError((f"没有编号为“{self.entry}”的登记事项。",))
        field = STATUS[kind]
        if self.status not in dict(field.options):
            raise DossierError(
                (f"请选择“{field.label}”：{'、'.join(label for _, label in field.options)}。",)
            )
        if not self.reason.strip():
            raise DossierError(("答复要写明理由；没有理由的不算答复。",))
        unknown = [one for one in self.items if view.kind(one) != Item.kind]
        if unknown:
            raise DossierError((f"没有编号为“{'、'.join(unknown)}”的证据。",))
        values: dict[Field, Value] = {field: self.status, KINDS[kind].fields["reason"]: self.reason}
        if self.items:
            values[SUPPORT[kind]] = self.items
        if self.by and "by" in KINDS[kind].fields:
            values[KINDS[kind].fields["by"]] = self.by
        for one, value in values.items():
            before = [record.id for record in standing(view, MAIN, one, self.entry)]
            replace(
                change, view, MAIN, one, self.entry, value, Basis.CONFIRMED, before, "重新答复", Address(page=self.page)
            )  # fmt: skip


@dataclass(frozen=True, slots=True)
class EnterEntry:
    """A new entry of a register: what, about which facts, from which items.  It is open until it is answered."""

    sentence: ClassVar[str] = "登记"
    kind: str
    about: str
    facts: tuple[str, ...]
    items: tuple[str, ...] = ()
    page: str = ""
    role: Role = Role.JUDGE
    reason: str = ""

    def may(self, policy: Policy, assignment: Assignment, view: View) -> Answer:
        """Whoever may enter values; a defender enters into his own material."""
        return policy.may(Permission.CELL_EDIT, assignment, ABOUT.get(self.kind))

    def part(self, policy: Policy, assignment: Assignment) -> PartKey:
        """The part of whoever enters it."""
        return policy.writes(assignment, self.kind if self.kind in STATUS else Doubt.kind)

    def do(self, change: Transaction, view: View, part: PartKey) -> None:
        """Declare it with what it is about."""
        if self.kind not in STATUS:
            raise DossierError(("没有这样的登记簿。",))
        if not self.about.strip() or not self.facts:
            raise DossierError(("登记要写明内容，并选择涉及哪一项待证事实；不写明的没有办法与事实核对。",))
        wrong = [one for one in self.facts if view.kind(one) != Fact.kind]
        wrong += [one for one in self.items if view.kind(one) != Item.kind]
        if wrong:
            raise DossierError((f"案卷里没有“{'、'.join(wrong)}”。",))
        stem = PREFIX[self.kind] if part[0] is Part.MAIN else f"B{PREFIX[self.kind]}"
        ident, address = free_id(view, stem), Address(page=self.page)
        change.declare(self.kind, ident, "", address)
        fields = KINDS[self.kind].fields
        values: dict[str, Value] = {ABOUT[self.kind].name: self.about, "facts": self.facts}
        if self.items:
            values["items"] = self.items
        if "raised_by" in fields:
            values["raised_by"] = _SIDE.get(self.role, "court")
        if "number" in fields:
            values["number"] = ident
        for name, value in values.items():
            change.put(self.kind, ident, name, value, Basis.STATED, address)
