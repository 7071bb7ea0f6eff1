"""The papers a reader may make, and one of them as docx."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from gaoyao.papers import FORMS, NothingToWriteError, paper
from gaoyao.papers.material import Material
from gaoyao.review.render.sections.head import case_title
from gaoyao.web.cases.desks import at_desk, page
from gaoyao.web.cases.policy import Permission
from gaoyao.web.cases.reading import Desk
from gaoyao.web.cases.views import download

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_safe
@at_desk
def papers(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Every kind of paper: to be made, nothing to write, or somebody else's."""
    material = Material(desk.read.review, desk.read.view, desk.case.key)
    lines = []
    for form in FORMS:
        others = (
            ""
            if desk.read.reader in form.readers
            else f"由{'、'.join(one.label for one in form.readers)}制作"
        )
        lines.append(
            (
                form,
                others or form.lacking(material),
                reverse("paper", args=[desk.case.key]) + f"?kind={form.id}",
            )
        )
    return page(request, desk, "papers/list.html", "papers", "文书", lines=lines)


@require_safe
@at_desk
def made(request: HttpRequest, desk: Desk) -> HttpResponse:
    """One paper, made from the reader's parts as they stand."""
    form = next((one for one in FORMS if one.id == request.GET.get("kind")), None)
    if form is None:
        raise Http404
    answer = desk.may(Permission.PAPER_MAKE)
    if not answer:
        raise PermissionDenied(answer.reason)
    if desk.read.reader not in form.readers:
        raise PermissionDenied(
            f"“{form.label}”由{'、'.join(one.label for one in form.readers)}制作；你在本案的身份是{desk.role.label}。"
        )
    review = desk.read.review
    try:
        data = paper(form, review, desk.read.view, desk.case.key, review.today)
    except NothingToWriteError as nothing:
        back = reverse("papers", args=[desk.case.key])
        return page(
            request,
            desk,
            "cases/problems.html",
            "papers",
            "没有写出文书",
            422,
            problems=(str(nothing),),
            back=back,
        )
    return download(data, DOCX, f"{case_title(review)}{form.label}.docx")
