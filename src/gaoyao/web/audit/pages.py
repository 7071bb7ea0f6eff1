"""Pages outside a case: the heads, for everyone who logs in; the register of readings, for the administrator."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from gaoyao.dossier.schema import Part
from gaoyao.dossier.view import Role
from gaoyao.web.audit import heads as making
from gaoyao.web.audit.models import Head, Reading
from gaoyao.web.audit.readings import LABELS
from gaoyao.web.cases.desks import account_of
from gaoyao.web.cases.views import download

PER_PAGE = 50
GROUP = 8


@require_safe
def heads(request: HttpRequest) -> HttpResponse:
    """Every head, newest first, to be printed or copied; late ones are said to be late."""
    every = Head.objects.order_by("-number")
    last = every.first()
    late = last is None or timezone.now() - last.made > timedelta(days=2)
    listed = Paginator(every, PER_PAGE).get_page(request.GET.get("page"))
    rows = [(one, [one.head[at : at + GROUP] for at in range(0, 64, GROUP)]) for one in listed]
    return render(
        request,
        "audit/heads.html",
        {"title": "校验头", "rows": rows, "listed": listed, "last": last, "late": late},
    )


@require_safe
def heads_text(request: HttpRequest) -> HttpResponse:
    """All heads as plain lines, to be kept elsewhere."""
    lines = making.told(Head.objects.order_by("number"))
    return download("\n".join([*lines, ""]).encode(), "text/plain; charset=utf-8", "校验头.txt")


@require_safe
def readings(request: HttpRequest) -> HttpResponse:
    """Who read what, newest first; never what it says."""
    if not account_of(request).administrator:
        raise PermissionDenied("阅读登记由系统管理员查阅。要知道谁读过你承办的案件，请向管理员申请。")
    asked = {name: request.GET.get(name, "").strip()[:60] for name in ("who", "case", "since", "until")}
    found, wrong = _chosen(asked)
    listed = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    parts = {one.value: one.label for one in Part}
    roles = {one.value: one.label for one in Role}
    rows = [
        (one, LABELS.get(one.what, one.what), "、".join(parts.get(name, name) for name in one.parts.split(",") if name), roles.get(one.role, ""))
        for one in listed
    ]  # fmt: skip
    return render(
        request,
        "audit/readings.html",
        {"title": "阅读登记", "rows": rows, "listed": listed, "asked": asked, "wrong": wrong},
        status=422 if wrong else 200,
    )


def _chosen(asked: dict[str, str]) -> tuple[QuerySet[Reading], str]:
    found = Reading.objects.order_by("-at", "-pk")
    if asked["who"]:
        found = found.filter(username=asked["who"])
    if asked["case"]:
        found = found.filter(case_key=asked["case"])
    try:
        if asked["since"]:
            found = found.filter(at__gte=_midnight(asked["since"]))
        if asked["until"]:
            found = found.filter(at__lt=_midnight(asked["until"]) + timedelta(days=1))
    except ValueError:
        return found.none(), "日期写作 2026-11-21。"
    return found, ""


def _midnight(text: str) -> datetime:
    return timezone.make_aware(datetime.combine(date.fromisoformat(text), time.min))
