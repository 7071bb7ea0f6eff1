"""Values from another program: the exchange format, merged into the case as it stands, through the same gate as the pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from gaoyao.dossier.chain import PartKey, part_name
from gaoyao.dossier.exchange import load_many, save
from gaoyao.dossier.model import DECLARES, Assertion, Basis, DossierError
from gaoyao.dossier.schema import KINDS, Part
from gaoyao.dossier.transaction import Transaction
from gaoyao.dossier.view import View
from gaoyao.web.cases.models import Assignment
from gaoyao.web.cases.policy import Answer, Permission, Policy
from gaoyao.web.evidence.actions import EditCell, standing

NAME, CASE = "请求", "案卷"
OWN_PAGES = {
    "ruling": "裁定",
    "decision": "拟处理意见、裁判",
    "panel": "合议庭评议",
    "committee": "审判委员会讨论",
}
"""What is entered on its own pages only, with the order and the signatures the law asks for."""


@dataclass(frozen=True, slots=True)
class AppendValues:
    """Assert what a document of the exchange format says and the case does not say yet; as stated, never as confirmed.

    `seen` is the number of the last revision of the part that the sender had read: what stood then and is answered
    otherwise is taken back; what came later was not seen and stays, as 说法冲突.
    """

    sentence: ClassVar[str] = "接口录入"
    document: bytes
    seen: int
    reason: str
    policy: Policy
    assignment: Assignment

    def may(self, policy: Policy, assignment: Assignment, view: View) -> Answer:
        """Who may edit at all; every value is asked about again before it is written."""
        return policy.may(Permission.CELL_EDIT, assignment)

    def part(self, policy: Policy, assignment: Assignment) -> PartKey:
        """The part this person writes to."""
        return policy.writes(assignment, "item")

    def do(self, change: Transaction, view: View, part: PartKey) -> None:
        """Declare what is new, put what is said, take back what it replaces.  All problems at once."""
        given = self._given(view, part)
        refused = [told for one in given if (told := self._refusal(view, part, one))]
        if refused:
            raise DossierError(tuple(dict.fromkeys(refused)))
        for one in given:
            if one.field == DECLARES:
                change.declare(one.kind, one.subject, str(one.value), one.address)
                continue
            field = KINDS[one.kind].fields[one.field]
            before = standing(view, part, field, one.subject) if view.exists(one.subject) else []
            if any(old.value == one.value for old in before):
                continue
            for old in before:
                if old.revision <= self.seen:
                    change.retract(old.id, self.reason)
            change.put(one.kind, one.subject, one.field, one.value, Basis.STATED, one.address, note=one.note)

    def _given(self, view: View, part: PartKey) -> list[Assertion]:
        """The assertions of the document, read together with the case so that it may name what is there."""
        now = save(view.log, parts=view.log.parts & view.parts)
        merged = load_many([now, self.document], names=[CASE, NAME]).log
        given = [one for one in merged.assertions() if one.address.file == NAME and not one.retracts]
        elsewhere = {(one.part, one.part_owner) for one in given} - {part}
        if elsewhere:
            names = "、".join(sorted(part_name(key) for key in elsewhere))
            raise DossierError(
                (
                    f"{NAME}：写的是{names}，你只能写入{part_name(part)}；请在文件开头写明“分卷”，或者去掉不属于你录入的部分。",
                )
            )
        return given

    def _refusal(self, view: View, part: PartKey, one: Assertion) -> str:
        """Why this person may not write that; '' where he may."""
        place = f"{NAME}第{one.address.line}行，{one.subject}："
        if one.kind in OWN_PAGES or KINDS[one.kind].part not in (Part.MAIN, part[0]):
            return f"{place}“{KINDS[one.kind].label}”不由接口录入；请在工作台办理。"
        if one.field == DECLARES:
            return ""
        field = KINDS[one.kind].fields[one.field]
        if view.exists(one.subject):
            answer = EditCell(field, one.subject, one.value).may(self.policy, self.assignment, view)
        else:
            answer = self.policy.may(Permission.CELL_EDIT, self.assignment, field)
        return "" if answer else f"{place}{answer.reason}"
