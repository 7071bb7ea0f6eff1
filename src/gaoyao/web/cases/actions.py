"""One action = may → do → append, in one transaction (design principle 8).

Every change of a case is an `Action` given to `perform`; the views, the commands and the tests have no other way.
"""

from __future__ import annotations

from typing import ClassVar, Protocol

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from gaoyao.dossier.chain import PartKey
from gaoyao.dossier.log import Log
from gaoyao.dossier.model import DossierError, Revision
from gaoyao.dossier.transaction import Transaction
from gaoyao.dossier.view import Role, View
from gaoyao.web.accounts.models import Account
from gaoyao.web.assignments.actions import give
from gaoyao.web.cases.models import Assignment, Case
from gaoyao.web.cases.policy import Answer, Policy
from gaoyao.web.cases.reading import READERS, keep, log_of
from gaoyao.web.ledger import storage


class Action(Protocol):
    """One mutation of a case."""

    sentence: ClassVar[str]
    """What is done, as it stands in the record of changes."""

    @property
    def reason(self) -> str:
        """Why; '' where none was given."""

    def may(self, policy: Policy, assignment: Assignment, view: View) -> Answer:
        """May it be done by this person, to this case as it stands?"""

    def part(self, policy: Policy, assignment: Assignment) -> PartKey:
        """The part it writes to."""

    def do(self, change: Transaction, view: View, part: PartKey) -> None:
        """Collect the assertions.  Raises DossierError with what is wrong and what to do."""


class NothingChangedError(DossierError):
    """The action would have written nothing."""


def perform(account: Account, key: str, action: Action) -> Revision:
    """Do it and append it.  Raises Http404, PermissionDenied with the reason, or DossierError; then nothing is written."""
    policy = Policy(account)
    with transaction.atomic():
        assignment = policy.of(key)
        Case.objects.select_for_update().get(pk=assignment.case_id)
        parts = policy.parts(assignment)
        writable = parts | policy.unread(assignment)
        reader = READERS[Role(assignment.role)]
        log = log_of(assignment.case_id, parts, writable, reader)
        view = View(log, parts)
        answer = action.may(policy, assignment, view)
        if not answer:
            raise PermissionDenied(answer.reason)
        part, owner = action.part(policy, assignment)
        if (part, owner) not in writable:
            raise PermissionDenied(f"你不能写入{part.label}。")
        at = timezone.localtime().isoformat(timespec="seconds")
        with log.begin(
            part, actor(account, assignment), action.sentence, one_line(action.reason), at, owner
        ) as change:
            action.do(change, view, (part, owner))
        if change.revision is None:
            raise NothingChangedError(("没有要保存的改动。",))
        storage.append(assignment.case_id, change.revision, log.chain(part, owner).records[-1])
        keep(assignment.case_id, parts, log, reader)
    return change.revision


def actor(account: Account, assignment: Assignment) -> str:
    """How the record of changes names a person: account, name, role in the case."""
    return one_line(f"{account.name}（{Role(assignment.role).label}，{account.username}）")


def one_line(text: str) -> str:
    """A text on one line, without control characters: what a revision's header may hold."""
    return " ".join("".join(character if ord(character) >= 32 else " " for character in text).split())


def open_case(account: Account, log: Log) -> Case:
    """A new case from a log that was read from a file; who loads it is assigned to it.

    Raises PermissionDenied where the person handles no cases or the file holds parts he may not read.
    """
    policy = Policy(account)
    answer = policy.may_import()
    if not answer:
        raise PermissionDenied(answer.reason)
    role = account.profession
    with transaction.atomic():
        case = Case.objects.create()
        assignment = give(
            case,
            account,
            by=one_line(f"{account.name}（{role.label}，{account.username}）"),
            reason="载入案件的人即为承办人",
        )
        closed = log.parts - policy.parts(assignment)
        if closed:
            names = "、".join(sorted({part.label for part, _ in closed}))
            raise PermissionDenied(
                f"文件里有你（{role.label}）不能读取的分卷：{names}。请向对方索取只含正卷的导出文件。"
            )
        storage.append_log(case.pk, log)
    return case
