"""Giving and ending an assignment.  Every change is one line of the history, in the same transaction."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from gaoyao.dossier.model import DossierError
from gaoyao.dossier.view import Role
from gaoyao.web.accounts.models import Account
from gaoyao.web.cases.models import Assignment, AssignmentEntry, Case

COURT = frozenset(
    {Role.JUDGE, Role.PRESIDING_JUDGE, Role.CLERK, Role.LAY_ASSESSOR, Role.COMMITTEE_MEMBER, Role.REVIEWER}
)
"""The roles a presiding judge assigns in his own case; the others are assigned by the administrator."""


def give(
    case: Case, account: Account, *, by: str, reason: str, since: datetime | None = None, ends: datetime | None = None, reads_register: bool | None = None,
) -> Assignment:  # fmt: skip
    """Assign, or change an assignment that is there.  The role in the case is the person's own.

    `reads_register` names or un-names a reader of 过问登记; None leaves that as it is.

    Raises DossierError for an administrator, a closed account, a missing reason or an end before the start.
    """
    role = account.profession
    start = since or timezone.now()
    if role is Role.ADMINISTRATOR:
        raise DossierError(("管理员不办理案件，不能指派。",))
    if not account.is_active:
        raise DossierError((f"{account.name}的账户已停用，不能指派。",))
    if not reason.strip():
        raise DossierError(("指派要写明理由，例如随机分案的编号、决定更换的文书。",))
    if ends is not None and ends <= start:
        raise DossierError(("结束的日期在开始以前。",))
    owner = account.username if role is Role.DEFENDER else ""
    values = {
        "role": role.value,
        "owner": owner,
        "since": start,
        "ends": ends,
    }
    if reads_register is not None:
        values["reads_register"] = reads_register
    with transaction.atomic():
        Case.objects.select_for_update().get(pk=case.pk)
        made, new = Assignment.objects.update_or_create(case=case, account=account, defaults=values)
        _note(made, "given" if new else "changed", reason, by)
    return made


def end(assignment: Assignment, *, by: str, reason: str) -> None:
    """End an assignment now.  What the person entered stays.  Raises DossierError without a reason or where it has ended."""
    if not reason.strip():
        raise DossierError(("结束指派要写明理由，例如回避、调离、退休、更换。",))
    now = timezone.now()
    with transaction.atomic():
        row = Assignment.objects.select_for_update().get(pk=assignment.pk)
        if row.ends is not None and row.ends <= now:
            raise DossierError(("这项指派已经结束。",))
        row.ends, row.reads_register = now, False
        row.save()
        _note(row, "ended", reason, by)


def _note(row: Assignment, what: str, reason: str, by: str) -> None:
    AssignmentEntry.objects.create(
        case=row.case, account=row.account, what=what, role=row.role, owner=row.owner, since=row.since, ends=row.ends,
        reads_register=row.reads_register, reason=reason.strip(), by=by,
    )  # fmt: skip


def start_of(text: str) -> datetime | None:
    """The beginning of a day written 2026-01-31; now for today; None for nothing.  Raises DossierError."""
    day = _day(text, "开始")
    if day is None or day == timezone.localdate():
        return None
    return timezone.make_aware(datetime.combine(day, time()))


def end_of(text: str) -> datetime | None:
    """The end of a day; None for nothing.  Raises DossierError."""
    day = _day(text, "结束")
    return None if day is None else timezone.make_aware(datetime.combine(day + timedelta(days=1), time()))


def _day(text: str, which: str) -> date | None:
    if not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise DossierError((f"{which}的日期应当写作 2026-01-31。",)) from error
