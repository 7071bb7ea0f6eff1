"""Changes of values: entering, confirming, handling a group in one act."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from gaoyao.dossier.chain import MAIN, PartKey
from gaoyao.dossier.model import Absent, Address, Assertion, Basis, DossierError, Value
from gaoyao.dossier.transaction import Transaction
from gaoyao.dossier.view import View
from gaoyao.dossier.vocabulary import Group, Item
from gaoyao.dossier.wire import NOWHERE
from gaoyao.logic.tree import Field
from gaoyao.logic.truth import Why
from gaoyao.web.cases.models import Assignment
from gaoyao.web.cases.policy import YES, Answer, Permission, Policy

CORRECTION = "更正"


def standing(view: View, part: PartKey, field: Field, subject: str) -> list[Assertion]:
    """Every assertion of one cell in one part that was not taken back, of any basis."""
    chain = view.log.chain(*part)
    return [
        record for records in chain.records for record in records
        if record.subject == subject and record.field == field.name and record.kind == field.kind
        and not record.retracts and record.id not in chain.dead
    ]  # fmt: skip


def replace(
    change: Transaction, view: View, part: PartKey, field: Field, subject: str, value: Value, basis: Basis, seen: Iterable[str],
    reason: str, address: Address = NOWHERE,
) -> None:  # fmt: skip
    """Take back what the person saw and assert the new value.

    What somebody else entered in the meantime was not seen and stays: then both stand, as 说法冲突.
    """
    looked_at = frozenset(seen)
    for record in standing(view, part, field, subject):
        if record.id in looked_at:
            change.retract(record.id, reason or CORRECTION)
    change.put(
        field.kind,
        subject,
        field.name,
        value,
        basis,
        address,
        note=value.note if isinstance(value, Absent) else "",
    )


@dataclass(frozen=True, slots=True)
class EditCell:
    """Enter or correct one value.  `seen`: ids of the assertions the form showed."""

    sentence: ClassVar[str] = "录入、更正内容"
    field: Field
    subject: str
    value: Value
    seen: tuple[str, ...] = ()
    reason: str = ""
    address: Address = NOWHERE

    def may(self, policy: Policy, assignment: Assignment, view: View) -> Answer:
        """As the policy says; a confirmed value is changed by those who may confirm, a ruled one by a ruling only."""
        live = view.live(self.field, self.subject)
        if live.basis is Basis.RULED:
            return Answer(False, "该内容由裁定、评议载明，只能以新的裁定、新的评议或者签名后的补充说明改变。")
        if live.basis is Basis.CONFIRMED and self.part(policy, assignment) == MAIN:
            confirming = policy.may(Permission.CELL_CONFIRM, assignment, self.field)
            if not confirming:
                return Answer(False, f"该内容已经人员确认。{confirming.reason}")
        return policy.may(Permission.CELL_EDIT, assignment, self.field)

    def part(self, policy: Policy, assignment: Assignment) -> PartKey:
        """The part for the field's kind."""
        return policy.writes(assignment, self.field.kind)

    def do(self, change: Transaction, view: View, part: PartKey) -> None:
        """Retract what was seen, assert the new value."""
        live = view.live(self.field, self.subject)
        seen = [one for one in standing(view, part, self.field, self.subject) if one.id in self.seen]
        basis = max((one.basis for one in seen), default=Basis.STATED)
        if seen and not self.reason and live.basis is not None and live.basis >= Basis.CONFIRMED:
            raise DossierError(("更改已经确认的内容要写明理由。",))
        replace(
            change,
            view,
            part,
            self.field,
            self.subject,
            self.value,
            max(basis, Basis.STATED),
            self.seen,
            self.reason,
            self.address,
        )


@dataclass(frozen=True, slots=True)
class ConfirmCells:
    """Confirm values as they stand.  `cells`: field, subject, and the id of the assertion that was shown."""

    sentence: ClassVar[str] = "确认内容"
    cells: tuple[tuple[Field, str, str], ...]
    reason: str = ""

    def may(self, policy: Policy, assignment: Assignment, view: View) -> Answer:
        """Every one of them."""
        for field, _, _ in self.cells:
            answer = policy.may(Permission.CELL_CONFIRM, assignment, field)
            if not answer:
                return answer
        return YES

    def part(self, policy: Policy, assignment: Assignment) -> PartKey:
        """The part for the fields' kind; confirmations of one act go to one part."""
        kinds = {policy.writes(assignment, field.kind) for field, _, _ in self.cells}
        if len(kinds) != 1:
            raise DossierError(("没有选择要确认的内容，或者所选内容分属不同的卷；请分开确认。",))
        return kinds.pop()

    def do(self, change: Transaction, view: View, part: PartKey) -> None:
        """Assert each live value again, as confirmed, with its address."""
        for field, subject, shown in self.cells:
            live = view.live(field, subject)
            if live.first is None or live.why is Why.CONFLICTING:
                raise DossierError((f"“{field.label}”没有录入或者说法冲突，不能确认；请先录入或者更正。",))
            if live.first.id != shown:
                raise DossierError((f"“{field.label}”在此期间已被改动；请看过现在的内容再确认。",))
            if live.basis is not None and live.basis < Basis.CONFIRMED:
                change.put(
                    field.kind,
                    subject,
                    field.name,
                    live.first.value,
                    Basis.CONFIRMED,
                    live.first.address,
                    note=live.first.note,
                )


GROUP_ACTS = {
    "shown": Group.shown, "confronted": Group.confronted, "undisputed": Group.undisputed, "verified": Group.verified,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class MarkGroup:
    """Mark a group shown, confronted, undisputed, verified: one act."""

    sentence: ClassVar[str] = "处理证据组"
    group: str
    marks: tuple[str, ...]
    value: bool = True
    address: Address = NOWHERE
    reason: str = ""

    def may(self, policy: Policy, assignment: Assignment, view: View) -> Answer:
        """The court's business; a confirmed mark is changed by those who may confirm."""
        answer = policy.may(Permission.GROUP_MARK, assignment)
        settled = any(
            view.live(GROUP_ACTS[mark], self.group).basis in (Basis.CONFIRMED, Basis.RULED)
            for mark in self.marks
            if mark in GROUP_ACTS
        )
        return policy.may(Permission.CELL_CONFIRM, assignment) if answer and settled else answer

    def part(self, policy: Policy, assignment: Assignment) -> PartKey:
        """正卷."""
        return MAIN

    def do(self, change: Transaction, view: View, part: PartKey) -> None:
        """Put each mark; what said otherwise is taken back."""
        wrong = [mark for mark in self.marks if mark not in GROUP_ACTS]
        if wrong or not self.marks:
            raise DossierError(("请选择要记载的事项：出示、质证、无异议、查证属实。",))
        for mark in self.marks:
            field = GROUP_ACTS[mark]
            live = view.live(field, self.group)
            if live.value is self.value:
                continue
            before = standing(view, MAIN, field, self.group)
            basis = max((one.basis for one in before), default=Basis.STATED)
            replace(
                change,
                view,
                MAIN,
                field,
                self.group,
                self.value,
                basis,
                [one.id for one in before],
                self.reason,
                self.address,
            )


@dataclass(frozen=True, slots=True)
class PlaceInGroup:
    """Put items into a group, or into a new one."""

    sentence: ClassVar[str] = "编入证据组"
    items: tuple[str, ...]
    group: str = ""
    title: str = ""
    reason: str = ""

    def may(self, policy: Policy, assignment: Assignment, view: View) -> Answer:
        """The court's business."""
        return policy.may(Permission.GROUP_MARK, assignment)

    def part(self, policy: Policy, assignment: Assignment) -> PartKey:
        """正卷."""
        return MAIN

    def do(self, change: Transaction, view: View, part: PartKey) -> None:
        """Declare the group where it is new, and point every item to it."""
        if not self.items or not (self.group or self.title):
            raise DossierError(("请选择证据，并选择一个证据组或者写出新组的名称。",))
        group = self.group
        if not group:
            group = free_id(view, "Z")
            change.declare(Group.kind, group)
            change.put(Group.kind, group, "title", self.title)
        for item in self.items:
            before = standing(view, MAIN, Item.group, item)
            replace(
                change,
                view,
                MAIN,
                Item.group,
                item,
                group,
                Basis.STATED,
                [one.id for one in before],
                self.reason,
            )


def free_id(view: View, stem: str) -> str:
    """An id that nothing in these parts has or had: Z5 after Z4."""
    taken = {record.subject for key in view.parts for record in view.log.chain(*key).declarations}
    number = 1
    while f"{stem}{number}" in taken:
        number += 1
    return f"{stem}{number}"
