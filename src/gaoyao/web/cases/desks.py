"""What the views of a case share: the gate at the door, the frame of the page, how an action's answer is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from gaoyao.dossier.model import DossierError, Revision
from gaoyao.dossier.schema import Part
from gaoyao.review.render.sections.head import case_title
from gaoyao.web.accounts.models import Account
from gaoyao.web.audit import readings
from gaoyao.web.cases import changes, listing
from gaoyao.web.cases.actions import Action, perform
from gaoyao.web.cases.policy import Permission, Policy
from gaoyao.web.cases.reading import Desk
from gaoyao.web.front.views import broken
from gaoyao.web.ledger.storage import BrokenLogError

TABS = (
    ("", (("case", "概览"),)),
    ("读卷", (("coverage", "材料"), ("material", "补充材料"), ("queue", "待确认"))),
    ("查证", (("evidence", "证据"), ("statements", "供述比对"), ("timeline", "时间线"))),
    ("事实", (("matrix", "待证事实"), ("graph", "证明图"), ("registers", "疑点与其他可能"), ("favourable", "有利证据台账"))),
    ("程序", (("periods", "程序与期限"), ("arguments", "庭审与辩护意见"), ("panel", "评议"), ("interference", "过问登记"))),
    ("结果", (("review", "审查意见"), ("questions", "待查问题"), ("laws", "法条"), ("papers", "文书"))),
    ("案卷", (("dissections", "剖析"), ("assignments", "办案人员"), ("revisions", "修订记录"))),
)  # fmt: skip
"""Group and its tabs, in the order in which a case is worked: name of the address, label."""


def account_of(request: HttpRequest) -> Account:
    """The person who is logged in (the middleware let nobody else through)."""
    if not isinstance(request.user, Account):
        raise TypeError("没有登录的请求到了案件页面")
    return request.user


def tabs_of(desk: Desk) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """The tabs of the pages this reader may open here, by group: name, label, address."""
    closed = {
        "panel": (Part.COURT_INNER, "") not in desk.parts, "interference": not desk.may(Permission.INTERFERENCE_ENTER),
        "assignments": not desk.may(Permission.CASE_ASSIGN), "dissections": not desk.may(Permission.DISSECTION_JOIN),
    }  # fmt: skip
    kept = [(title, [one for one in tabs if not closed.get(one[0])]) for title, tabs in TABS]
    return [
        (title, [(name, label, reverse(name, args=[desk.case.key])) for name, label in tabs])
        for title, tabs in kept
        if tabs
    ]


def at_desk(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Give the view its Desk.  404 for a case that is closed to the reader, exactly as for one that is not there."""

    def opened(request: HttpRequest, key: str, **more: Any) -> HttpResponse:
        policy = Policy(account_of(request))
        desk = Desk(policy, policy.of(key))
        try:
            response = view(request, desk, **more)
            readings.note_page(request, response, desk.policy.account, desk)
            return response
        except BrokenLogError as error:
            return broken(request, error)

    opened.__name__, opened.__doc__ = view.__name__, view.__doc__
    return opened


def page(
    request: HttpRequest, desk: Desk, template: str, tab: str, title: str, status: int = 200, **more: Any
) -> HttpResponse:
    """A page of a case: its head, its tabs, what the last change changed, and what the view adds."""
    review = desk.read.review
    listing.note(desk)
    return render(request, template, {
        "desk": desk, "key": desk.case.key, "case_title": case_title(review), "invented": review.invented, "stage": review.stage_label,
        "role": desk.role.label, "tab": tab, "title": title, "tabs": tabs_of(desk),
        "changes": changes.after(desk, request.GET.get("after", "")), "review": review,
        "may": {one.name.lower(): desk.may(one) for one in Permission}, **more,
    }, status=status)  # fmt: skip


def act(
    request: HttpRequest, desk: Desk, action: Action, done: str
) -> tuple[Revision | None, tuple[str, ...]]:
    """Perform; the revision, or the problems in words.  A denial is raised and becomes the page that says why."""
    try:
        revision = perform(account_of(request), desk.case.key, action)
    except DossierError as error:
        return None, error.problems
    messages.success(request, done)
    return revision, ()


def back_to(address: str, revision: Revision) -> HttpResponseRedirect:
    """Redirect after a change, to a page that says what the change changed."""
    path, mark, anchor = address.partition("#")
    joint = "&" if "?" in path else "?"
    return HttpResponseRedirect(f"{path}{joint}after={revision.part.value}:{revision.number}{mark}{anchor}")
