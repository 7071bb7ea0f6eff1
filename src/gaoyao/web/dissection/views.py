"""The pages of dissections.  Nothing on them counts anything about a person."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from gaoyao.dossier.model import DossierError
from gaoyao.quality import lessons
from gaoyao.quality.codebook import Code, Gate, Visible, by_code, codebook
from gaoyao.quality.dissection import CODERS, Coding, Dissection, DissectionRefused, Measure, Part, Trigger
from gaoyao.quality.overview import overview
from gaoyao.review.engine import rules
from gaoyao.web.cases.desks import account_of, at_desk, page
from gaoyao.web.cases.models import Assignment
from gaoyao.web.cases.policy import Permission, Policy
from gaoyao.web.cases.reading import Desk
from gaoyao.web.cases.views import download
from gaoyao.web.dissection import forms
from gaoyao.web.dissection.record import OWN, Held, act, begin, held, may_lead, of_key
from gaoyao.web.dissection.record import of_case as seen_in
from gaoyao.web.front.views import broken
from gaoyao.web.ledger.storage import BrokenLogError

FORM = ("GET", "HEAD", "POST")


@dataclass(frozen=True, slots=True)
class CodeLine:
    """One code of the book in a form: whether it is ticked, with what; what each coder said (after both have filed)."""

    code: Code
    chosen: bool
    visible: str
    gate: str
    why: str
    safeguard: str
    said: tuple[tuple[str, str, str, str], ...]


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """One measure with its number and whether it is late."""

    number: int
    measure: Measure
    late: bool


def _joining(desk: Desk) -> None:
    answer = desk.may(Permission.DISSECTION_JOIN)
    if not answer:
        raise PermissionDenied(answer.reason)


@require_http_methods(FORM)
@at_desk
def of_case(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The dissections of this case that the reader may see; the form that opens one."""
    _joining(desk)
    problems: tuple[str, ...] = ()
    may_open = desk.may(Permission.DISSECTION_OPEN)
    if request.method == "POST":
        if not may_open:
            raise PermissionDenied(may_open.reason)
        try:
            row = begin(desk.policy.account, desk.assignment, forms.opening(request.POST))
            messages.success(request, "已发起剖析。三方各自提交，全部提交以前互相看不到。")
            return HttpResponseRedirect(_address(desk, row.key))
        except DossierError as error:
            problems = error.problems
    joining = [
        one.account for one in Assignment.objects.filter(case=desk.case).select_related("account").order_by("role", "pk")
        if Policy(one.account).which().filter(pk=one.pk).exists() and Policy(one.account).may(Permission.DISSECTION_JOIN, one)
    ]  # fmt: skip
    return page(
        request, desk, "dissection/list.html", "dissections", "剖析", 422 if problems else 200, found=seen_in(desk.case, desk.assignment), may_open=may_open,
        joining=joining, parts=[(part.value, part.label, request.POST.get(f"who-{part.value}", "")) for part in Part], triggers=list(Trigger),
        problems=problems, given=request.POST, today=timezone.localdate().isoformat(),
    )  # fmt: skip


def _address(desk: Desk, key: str, **more: str) -> str:
    return reverse("dissection", args=[desk.case.key]) + "?" + urlencode({"id": key, **more})


@require_http_methods(FORM)
@at_desk
def one(request: HttpRequest, desk: Desk) -> HttpResponse:
    """One dissection: what the reader may do next, and what is open."""
    _joining(desk)
    found = of_key(desk.case, request.GET.get("id", ""), desk.assignment)
    lead = may_lead(desk.policy, desk.assignment, found)
    problems: tuple[str, ...] = ()
    kind = request.POST.get("do", "")
    if request.method == "POST":
        if kind not in OWN and not lead:
            raise PermissionDenied(lead.reason)
        try:
            act(desk.policy.account, found.row, kind, forms.body_of(kind, request.POST))
            messages.success(request, DONE.get(kind, "已记载。"))
            return HttpResponseRedirect(_address(desk, found.row.key))
        except DossierError as error:
            problems = error.problems
    state, by = found.state, desk.policy.account.username
    own, today = state.role(by), timezone.localdate()
    return page(
        request, desk, "dissection/one.html", "dissections", "剖析", 422 if problems else 200, found=found, state=state, own=own, lead=lead, problems=problems,
        failed=kind, given=request.POST, reviews=_reviews(found, by), codes=_codes(state, by, own, request.POST, kind), gates=list(Gate), visibles=list(Visible),
        codes_open=not state.coding, causes=[(by_code()[one.code], one) for one in state.causes],
        measures=[MeasureLine(number, one, one.overdue(today)) for number, one in enumerate(state.measures)], today=today.isoformat(),
        may_code=own in CODERS and not state.waiting and own not in state.codings, draft=_draft(desk, request.GET.get("finding", "")),
        kept=[(titles().get(one.rule, one.rule), one) for one in state.scenarios], drafts=_drafts(desk) if state.lessons and lead else [], chosen=request.GET.get("finding", ""),
    )  # fmt: skip


DONE = {
    "file": "已密封提交；全部提交以前只有你自己看得到。", "code": "编码已密封提交；两人都提交以前互相看不到。", "settle": "已确定原因。",
    "keep": "情景可以运行，已保存，并已在虚构案件上运行。",
}  # fmt: skip


@cache
def titles() -> dict[str, str]:
    """Rule → its title."""
    return {one.id: one.title for one in rules()}


def _reviews(found: Held, by: str) -> list[tuple[str, str, str, str]]:
    """(role, name, text or '', state) of every review, as far as the reader may see it."""
    out = []
    for part, who in found.people.items():
        try:
            text = found.state.read(by, part)
        except DissectionRefused:
            text = ""
        state = "" if text else "已提交，密封" if part in found.state.reviews else "还没有提交"
        out.append((part.label, who.name, text, state))
    return out


def _codes(state: Dissection, by: str, own: Part | None, data: QueryDict, kind: str) -> list[CodeLine]:
    """The code book with what this reader ticked, and after both codings with what each coder said."""
    said: dict[str, list[tuple[str, Coding]]] = {}
    if not state.coding:
        for part in CODERS:
            for coding in state.coded(by, part):
                said.setdefault(coding.code, []).append((part.label, coding))
    elif own in CODERS and own in state.codings:
        for coding in state.coded(by, own):
            said.setdefault(coding.code, []).append((own.label, coding))
    lines = []
    for code in codebook():
        told = said.get(code.code, [])
        first = told[0][1] if told else None
        form = kind in ("code", "settle")
        lines.append(
            CodeLine(
                code, f"code-{code.code}" in data if form else bool(told) and not state.coding,
                data.get(f"visible-{code.code}", "") if form else first.visible.value if first else "",
                data.get(f"gate-{code.code}", "") if form else first.gate.value if first else "",
                data.get(f"why-{code.code}", "") if form else first.why if first else "", data.get(f"safeguard-{code.code}", ""),
                tuple((label, one.visible.label, one.gate.label, one.why) for label, one in told),
            )
        )  # fmt: skip
    return lines


def _drafts(desk: Desk) -> list[tuple[str, str]]:
    """The findings of this case a scenario can be drafted from: id, words."""
    view = desk.read.view
    return [
        (one.id, f"{one.rule.title}（{one.subject.name}）")
        for one in desk.read.review.findings
        if view.kind(one.subject.id)
    ]


def _draft(desk: Desk, ident: str) -> str:
    finding = next((one for one in desk.read.review.findings if one.id == ident), None)
    return lessons.draft(desk.read.view, desk.read.review, finding) if finding else ""


@require_safe
@at_desk
def scenario(request: HttpRequest, desk: Desk) -> HttpResponse:
    """A stored scenario as a file: it can stand among the scenario tests as it is."""
    _joining(desk)
    found = of_key(desk.case, request.GET.get("id", ""), desk.assignment)
    number = request.GET.get("n", "")
    if not (
        number.isascii() and number.isdigit() and len(number) < 5 and int(number) < len(found.state.scenarios)
    ):
        raise Http404
    kept = found.state.scenarios[int(number)]
    return download(kept.text.encode(), "application/yaml; charset=utf-8", f"{kept.rule}.yaml")


@require_safe
def everything(request: HttpRequest) -> HttpResponse:
    """All dissections a person may see: late measures, and counts of causes and gates.  No person is counted."""
    policy = Policy(account_of(request))
    try:
        rows = [
            (assignment, found) for assignment in policy.which() if policy.may(Permission.DISSECTION_JOIN, assignment)
            for found in (held(row) for row in assignment.case.dissections.all()) if found.sees(assignment)
        ]  # fmt: skip
    except BrokenLogError as error:
        return broken(request, error)
    today = timezone.localdate()
    late = [
        (assignment.case.key, found, one)
        for assignment, found in rows
        for one in found.state.measures
        if one.overdue(today)
    ]
    return render(request, "dissection/all.html", {
        "title": "剖析", "rows": rows, "late": late, "made": overview(found.state for _, found in rows), "book": codebook(),
    })  # fmt: skip
