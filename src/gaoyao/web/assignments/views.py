"""Assigning people to a case: by the presiding judge in the case, by the administrator without opening it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from gaoyao.dossier.model import DossierError
from gaoyao.dossier.view import Role
from gaoyao.web.accounts.models import Account
from gaoyao.web.assignments.actions import COURT, end, end_of, give, start_of
from gaoyao.web.cases.actions import actor, one_line
from gaoyao.web.cases.desks import account_of, at_desk, page
from gaoyao.web.cases.models import Assignment, AssignmentEntry, Case
from gaoyao.web.cases.policy import Permission, Policy
from gaoyao.web.cases.reading import Desk
from gaoyao.web.evidence.entry import text_of

FORM, PER_PAGE = ("GET", "HEAD", "POST"), 30


@dataclass(frozen=True, slots=True)
class Line:
    """One assignment: whom, as what, from when until when, whether it runs."""

    pk: int
    who: str
    role: str
    since: str
    ends: str
    running: bool
    register: bool


def _lines(case: Case) -> list[Line]:
    now = timezone.now()
    return [
        Line(one.pk, f"{one.account.name}（{one.account.username}）", Role(one.role).label, _day(one.since), _day(one.ends),
             one.since <= now and (one.ends is None or one.ends > now), one.reads_register)
        for one in Assignment.objects.filter(case=case).select_related("account").order_by("role", "pk")
    ]  # fmt: skip


def _history(case: Case) -> list[tuple[AssignmentEntry, str, str, str]]:
    rows = AssignmentEntry.objects.filter(case=case).select_related("account")[:200]
    return [(one, Role(one.role).label, _day(one.since), _day(one.ends)) for one in rows]


def _day(moment: datetime | None) -> str:
    return timezone.localtime(moment).strftime("%Y-%m-%d %H:%M") if moment else ""


def _change(case: Case, data: QueryDict, by: str, roles: frozenset[Role], *, register: bool) -> str:
    """Give or end as the form says; what was done, in words.  Raises DossierError."""
    if data.get("do") == "end":
        number = data.get("assignment", "")
        row = Assignment.objects.filter(
            case=case, pk=int(number) if number.isascii() and number.isdigit() and len(number) < 12 else 0
        ).first()
        if row is None or Role(row.role) not in roles:
            raise DossierError(("没有这项指派，或者它不由你办理。",))
        end(row, by=by, reason=text_of(data, "reason"))
        return f"已结束{row.account.name}的指派。"
    account = Account.objects.filter(username=data.get("username", "")).first()
    if account is None or account.profession not in roles:
        raise DossierError(("请选择要指派的人员。",))
    given = give(
        case, account, by=by, reason=text_of(data, "reason"), since=start_of(data.get("since", "")), ends=end_of(data.get("ends", "")),
        reads_register="register" in data if register else None,
    )  # fmt: skip
    return f"已指派{given.account.name}，身份：{Role(given.role).label}。"


def _people(roles: frozenset[Role]) -> list[Account]:
    return list(
        Account.objects.filter(is_active=True, role__in=[one.value for one in roles]).order_by(
            "role", "username"
        )
    )


@require_http_methods(FORM)
@at_desk
def of_case(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Who handles this case; the presiding judge assigns the people of the court."""
    answer = desk.may(Permission.CASE_ASSIGN)
    if not answer:
        raise PermissionDenied(answer.reason)
    problems: tuple[str, ...] = ()
    if request.method == "POST":
        try:
            messages.success(
                request,
                _change(
                    desk.case,
                    request.POST,
                    actor(desk.policy.account, desk.assignment),
                    COURT,
                    register=False,
                ),
            )
            return HttpResponseRedirect(reverse("assignments", args=[desk.case.key]))
        except DossierError as error:
            problems = error.problems
    return page(
        request, desk, "assignments/case.html", "assignments", "办案人员", 422 if problems else 200, lines=_lines(desk.case), history=_history(desk.case),
        people=_people(COURT), problems=problems, given=request.POST, roles={one.label for one in COURT}, today=timezone.localdate().isoformat(),
    )  # fmt: skip


@require_http_methods(FORM)
def staff(request: HttpRequest) -> HttpResponse:
    """The administrator's page: cases by their keys, without a word of what they say."""
    account = account_of(request)
    answer = Policy(account).may_staff()
    if not answer:
        raise PermissionDenied(answer.reason)
    case = Case.objects.filter(key=request.GET.get("case", "")).first()
    problems: tuple[str, ...] = () if case or not request.GET.get("case") else ("没有这个代号的案件。",)
    everybody = frozenset(Role) - {Role.ADMINISTRATOR}
    if request.method == "POST" and case is not None:
        try:
            by = one_line(f"{account.name}（{account.profession.label}，{account.username}）")
            messages.success(request, _change(case, request.POST, by, everybody, register=True))
            return HttpResponseRedirect(f"{reverse('staff')}?case={case.key}")
        except DossierError as error:
            problems = error.problems
    listed = Paginator(Case.objects.order_by("-pk"), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "assignments/staff.html", {
        "title": "指派", "case": case, "listed": listed, "problems": problems, "lines": _lines(case) if case else [], "history": _history(case) if case else [],
        "people": _people(everybody) if case else [], "given": request.POST, "roles": {one.label for one in everybody}, "register": True,
        "today": timezone.localdate().isoformat(),
    }, status=422 if problems else 200)  # fmt: skip
