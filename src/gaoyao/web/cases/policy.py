"""May this person do it, and why not?  Which cases, which parts?  One object answers both kinds of question.

Deny by default.  A case opens by assignment only; the assignment's role opens parts (`dossier.view.readable`) and
permissions (`GRANTS`).  A value of the main file is entered by the court, or by the office that owes the answer;
a defender writes to his own material only.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone

from gaoyao.dossier.chain import MAIN, PartKey, part_name
from gaoyao.dossier.schema import KINDS, Answerer, Part
from gaoyao.dossier.view import Role, readable
from gaoyao.logic.tree import Field
from gaoyao.web.accounts.models import Account
from gaoyao.web.cases.models import Assignment


class Permission(StrEnum):
    """What may be done in a case: resource:action, in alphabetical order."""

    ARGUMENT_ANSWER = "argument:answer"
    CASE_ASSIGN = "case:assign"
    CASE_EXPORT = "case:export"
    CASE_READ = "case:read"
    CELL_CONFIRM = "cell:confirm"
    CELL_EDIT = "cell:edit"
    DISSECTION_JOIN = "dissection:join"
    DISSECTION_OPEN = "dissection:open"
    GROUP_MARK = "group:mark"
    INTERFERENCE_ENTER = "interference:enter"
    MATERIAL_ADD = "material:add"
    PANEL_CONVENE = "panel:convene"
    PANEL_SPEAK = "panel:speak"
    PAPER_MAKE = "paper:make"
    REGISTER_ANSWER = "register:answer"
    REVISION_UNDO = "revision:undo"
    RULING_MAKE = "ruling:make"

    @property
    def label(self) -> str:
        """What it is in words."""
        return {
            "argument:answer": "回应辩解、辩护意见", "case:export": "导出案件", "case:read": "阅读案件", "cell:confirm": "确认内容",
            "cell:edit": "录入、更正内容", "group:mark": "处理证据组", "paper:make": "制作文书", "revision:undo": "撤销修改",
            "ruling:make": "作出裁定", "case:assign": "指派案件", "dissection:join": "参加剖析", "dissection:open": "发起剖析",
            "interference:enter": "登记过问", "register:answer": "答复登记事项", "panel:convene": "召集评议", "panel:speak": "参加评议",
            "material:add": "补充材料",
        }[self.value]  # fmt: skip


_READING = frozenset({Permission.CASE_EXPORT, Permission.CASE_READ, Permission.PAPER_MAKE})
_WRITING = _READING | {Permission.CELL_EDIT, Permission.MATERIAL_ADD, Permission.REVISION_UNDO}
_DISSECTING = frozenset({Permission.DISSECTION_JOIN, Permission.DISSECTION_OPEN})
_LEADING = frozenset({Permission.CASE_ASSIGN, Permission.DISSECTION_OPEN, Permission.PANEL_CONVENE})
_SPEAKING = frozenset({Permission.CASE_READ, Permission.INTERFERENCE_ENTER, Permission.PANEL_SPEAK})
GRANTS: dict[Role, frozenset[Permission]] = {
    Role.JUDGE: frozenset(Permission) - _LEADING,
    Role.PRESIDING_JUDGE: frozenset(Permission),
    Role.CLERK: _WRITING | {Permission.GROUP_MARK, Permission.INTERFERENCE_ENTER, Permission.PANEL_CONVENE},
    Role.LAY_ASSESSOR: _SPEAKING,
    Role.COMMITTEE_MEMBER: _SPEAKING,
    Role.PROSECUTOR: _WRITING | _DISSECTING | {Permission.INTERFERENCE_ENTER, Permission.REGISTER_ANSWER},
    Role.DEFENDER: _WRITING,
    Role.REVIEWER: _READING | _DISSECTING,
    Role.ADMINISTRATOR: frozenset(),
}
COURT = frozenset({Role.JUDGE, Role.PRESIDING_JUDGE, Role.CLERK, Role.LAY_ASSESSOR, Role.COMMITTEE_MEMBER})
_PROSECUTION = frozenset(
    one.value for one in (Answerer.PROSECUTION, Answerer.INVESTIGATOR, Answerer.DETENTION, Answerer.APPRAISER)
)
IMPORTERS = frozenset(Role) - {Role.ADMINISTRATOR, Role.REVIEWER, Role.LAY_ASSESSOR, Role.COMMITTEE_MEMBER}


@dataclass(frozen=True, slots=True)
class Answer:
    """Yes, or no with its reason."""

    allowed: bool
    reason: str = ""

    def __bool__(self) -> bool:
        return self.allowed


YES = Answer(True)


class Policy:
    """What one person may do."""

    def __init__(self, account: Account) -> None:
        self.account = account

    def which(self) -> QuerySet[Assignment]:
        """The assignments of this person that run now: the cases that exist for him."""
        now = timezone.now()
        return (
            Assignment.objects.filter(account=self.account, since__lte=now)
            .exclude(ends__lte=now)
            .select_related("case")
        )

    def of(self, key: str) -> Assignment:
        """The assignment to the case of that key.  Raises Http404, the same for a closed and for an absent case."""
        found = self.which().filter(case__key=key).first()
        if found is None or not self.may(Permission.CASE_READ, found):
            raise Http404
        return found

    def may_import(self) -> Answer:
        """May this person open a case from a file?"""
        if self.account.profession in IMPORTERS:
            return YES
        return Answer(False, f"“{self.account.profession.label}”不办理案件，不能载入案件文件。")

    def may(self, permission: Permission, assignment: Assignment, field: Field | None = None) -> Answer:
        """May this person do it in that case (to that field)?"""
        if assignment.account_id != self.account.pk:
            return Answer(False, "你没有承办这件案件。")
        role = Role(assignment.role)
        if permission not in GRANTS[role]:
            who = "、".join(one.label for one, granted in GRANTS.items() if permission in granted)
            return Answer(False, f"“{permission.label}”由{who}办理；你在本案的身份是{role.label}。")
        if field is not None and permission in (Permission.CELL_EDIT, Permission.CELL_CONFIRM):
            return _may_write(role, field)
        return YES

    def may_staff(self) -> Answer:
        """May this person assign people to any case, without reading it?"""
        if self.account.administrator:
            return YES
        return Answer(False, "指派由系统管理员在这里办理，或者由审判长在案件里办理。")

    def may_read_register(self, assignment: Assignment) -> Answer:
        """May this person read the whole register of interference?  No role does; it is named in the assignment."""
        if assignment.reads_register and assignment.account_id == self.account.pk:
            return YES
        return Answer(False, "过问登记单独成卷，只由指派时写明的专门人员阅读；其他人只能看到自己登记的。")

    def parts(self, assignment: Assignment) -> frozenset[PartKey]:
        """The parts this person reads in that case."""
        return readable(assignment.role, assignment.owner)

    def unread(self, assignment: Assignment) -> frozenset[PartKey]:
        """The parts this person writes to without reading them: the register of interference."""
        entering = Permission.INTERFERENCE_ENTER in GRANTS[Role(assignment.role)]
        return frozenset({(Part.INTERFERENCE, "")}) if entering else frozenset()

    def writes(self, assignment: Assignment, kind: str) -> PartKey:
        """The part an entry about that kind goes to."""
        role = Role(assignment.role)
        if role is Role.DEFENDER:
            return (Part.DEFENCE, assignment.owner)
        own = KINDS[kind].part
        return MAIN if own is Part.MAIN else (own, "")


def _may_write(role: Role, field: Field) -> Answer:
    own = KINDS[field.kind].part
    if role in COURT:
        return (
            YES
            if own in (Part.MAIN, Part.COURT_INNER)
            else Answer(False, f"{part_name((own, ''))}不归人民法院录入。")
        )
    if role is Role.DEFENDER:
        return YES if own is Part.MAIN else Answer(False, f"{part_name((own, ''))}不归辩护人录入。")
    if field.kind in ("ruling", "decision") or own is Part.COURT_INNER:
        return Answer(False, "裁定、评议和裁判由人民法院录入。")
    if field.answers and field.answers not in _PROSECUTION:
        return Answer(
            False,
            f"“{field.label}”由{Answerer(field.answers).label}回答；检察人员录入由检察、侦查、看守、鉴定方面回答的内容。",
        )
    return YES
