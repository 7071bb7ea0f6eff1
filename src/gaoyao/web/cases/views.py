"""The list of cases, the overview, the whole review, a case from a file and back."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_http_methods, require_safe

from gaoyao.dossier.exchange import load_many, save
from gaoyao.dossier.model import DossierError
from gaoyao.law.rule import Weight
from gaoyao.logic.truth import Truth
from gaoyao.review.model import FactState
from gaoyao.review.render.sections import head
from gaoyao.review.render.wording import RUNGS, STATES, WEIGHTS
from gaoyao.web.adding.told import additions
from gaoyao.web.audit import readings
from gaoyao.web.cases import preparing
from gaoyao.web.cases.actions import one_line, open_case
from gaoyao.web.cases.desks import account_of, at_desk, page
from gaoyao.web.cases.listing import lines, of_state, of_weight, unanswered, waiting
from gaoyao.web.cases.policy import Permission, Policy
from gaoyao.web.cases.reading import Desk
from gaoyao.web.cases.showing import shown
from gaoyao.web.cases.steps import steps
from gaoyao.web.cases.whole import whole
from gaoyao.web.originals.receiving import load_page
from gaoyao.web.originals.sources import links_of

PER_PAGE, FIRST = 20, 12
FIRST_POLL, LAST_POLL, POLLS, PATIENCE = 1, 15, 60, 20
"""Seconds until a list asks again for lines that are not prepared, at first and at last; so often it asks; after so
many (two minutes) it does not rely on the worker any more."""
SUFFIXES = (".yaml", ".yml", ".json")


@require_safe
def cases(request: HttpRequest) -> HttpResponse:
    """The cases this person is assigned to, newest first."""
    account = account_of(request)
    response = render(
        request, "cases/list.html", {"title": "案件", "may_import": Policy(account).may_import(), **_listed(request, 0)}
    )  # fmt: skip
    readings.note_page(request, response, account, None)
    return response


@require_safe
def list_lines(request: HttpRequest) -> HttpResponse:
    """The table of the list again, for a list that waits for lines; it asks less often the longer it waits."""
    account = account_of(request)
    told = request.GET.get("asked", "")
    times = min(int(told), POLLS) if told.isascii() and told.isdigit() and len(told) < 6 else 0
    given = _listed(request, times + 1)
    if given["waiting"]:
        preparing.here(waiting(list(given["listed"])), anyway=times >= PATIENCE)
    response = render(request, "cases/lines.html", given)
    readings.note_page(request, response, account, None)
    return response


def _listed(request: HttpRequest, times: int) -> dict[str, Any]:
    """A page of the list; `times`: how often it asked for lines that were not prepared."""
    listed = Paginator(Policy(account_of(request)).which(), PER_PAGE).get_page(request.GET.get("page"))
    made = lines(list(listed))
    return {
        "lines": made, "listed": listed, "waiting": sum(one.preparing for one in made), "times": times,
        "delay": min(FIRST_POLL + times // 2, LAST_POLL), "given_up": times >= POLLS,
    }  # fmt: skip


@require_safe
@at_desk
def case(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The overview: what compels, where facts stand, what must be answered."""
    review = desk.read.review
    heavy = [one for one in review.findings if one.weight is Weight.MANDATORY]
    explain = [one for one in review.findings if one.weight is Weight.EXPLAIN]
    weights = [
        (*WEIGHTS[one], one.label, of_weight(review, one))
        for one in (Weight.MANDATORY, Weight.EXPLAIN, Weight.RISK)
    ]
    states = [
        (*STATES[one], one.label, of_state(review, one))
        for one in (FactState.OBSTACLE, FactState.OPEN, FactState.NO_OBSTACLE)
    ]
    return page(
        request, desk, "cases/overview.html", "case", head.case_title(review), weights=weights, states=states,
        heavy=[shown(desk, one) for one in heavy[:FIRST]], heavy_more=max(0, len(heavy) - FIRST),
        explain=[shown(desk, one) for one in explain[:FIRST]], explain_more=max(0, len(explain) - FIRST),
        barred=sum(one.rung.truth is Truth.NO for one in review.items), undecided=sum(one.rung.truth is Truth.UNKNOWN for one in review.items),
        unanswered=len(unanswered(review)), late=[one for one in review.deadlines if one.overdue],
        points=[(*STATES[one.state], one.state.label, one) for one in review.points if one.state is not FactState.NO_OBSTACLE], rungs=RUNGS, steps=steps(desk),
        added=next(iter(additions(desk)), None),
    )  # fmt: skip


@require_safe
@at_desk
def review(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The whole review as the command writes it, in the frame of the workbench."""
    given = request.GET.get("page", "")
    number = int(given) if given.isascii() and given.isdigit() and len(given) < 6 else 1
    made = whole(desk.read.review, request.GET.get("section", ""), max(1, number), links_of(desk))
    # `whole` returns Safe markup of review.render, which escapes whatever a file says
    return page(request, desk, "cases/review.html", "review", "审查意见", body=mark_safe(made))  # noqa: S308


@require_safe
@at_desk
def export(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The exchange file of the parts this person reads; loading it again gives the same case."""
    answer = desk.may(Permission.CASE_EXPORT)
    if not answer:
        raise PermissionDenied(answer.reason)
    try:
        text = save(desk.read.log, parts=desk.read.log.parts & desk.parts)
    except DossierError as error:
        return page(
            request,
            desk,
            "cases/problems.html",
            "case",
            "不能导出",
            422,
            problems=error.problems,
            back=f"/cases/{desk.case.key}/",
        )
    return download(
        text.encode(), "application/yaml; charset=utf-8", f"{head.case_title(desk.read.review)}.yaml"
    )


def download(data: bytes, type_: str, name: str) -> HttpResponse:
    """A file to be saved, never shown in the browser."""
    response = HttpResponse(data, content_type=type_)
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def load_case(request: HttpRequest) -> HttpResponse:
    """Open a case from exchange files; all problems at once, or a whole case."""
    account = account_of(request)
    answer = Policy(account).may_import()
    if not answer:
        raise PermissionDenied(answer.reason)
    problems: tuple[str, ...] = ()
    if request.method == "POST":
        try:
            files = _files(request)
            at = timezone.localtime().isoformat(timespec="seconds")
            who = one_line(f"{account.name}（{account.profession.label}，{account.username}）")
            log = load_many(
                [data for _, data in files], names=[name for name, _ in files], actor=who, at=at
            ).log
            made = open_case(account, log)
        except DossierError as error:
            problems = error.problems
        except PermissionDenied as error:
            problems = (str(error),)
        else:
            messages.success(request, "已载入。以下是第一次审查的结果。")
            return redirect("case", made.key)
    return render(request, "cases/load.html", load_page(problems), status=422 if problems else 200)


def _files(request: HttpRequest) -> list[tuple[str, bytes]]:
    """Names and bytes; what calls itself a case file must be text."""
    given = [one for one in request.FILES.getlist("file") if isinstance(one, UploadedFile)]
    if not given:
        raise DossierError(("请选择案件文件（.yaml、.yml、.json）。",))
    if sum(one.size or 0 for one in given) > settings.UPLOAD_LARGEST:
        raise DossierError((f"文件合计超过 {settings.UPLOAD_LARGEST // 1024 // 1024} MB，没有载入。",))
    files = [(one_line(one.name or "文件"), one.read()) for one in given]
    for name, data in files:
        if not name.lower().endswith(SUFFIXES):
            raise DossierError((f"{name}：不是案件文件。卷宗材料请在左边“卷宗材料”上传。",))
        if data[:4] in (b"%PDF", b"PK\x03\x04") or b"\0" in data[:4096]:
            raise DossierError(
                (f"{name}：名称是案件文件，内容不是案件文件，而是文书、压缩包或者其他二进制文件；请核对。",)
            )
    return files
