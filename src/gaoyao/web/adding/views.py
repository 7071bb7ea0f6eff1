"""The page for adding material: the form, and what every addition brought."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST, require_safe

from gaoyao.dossier.chain import part_name
from gaoyao.dossier.model import DossierError
from gaoyao.web.adding.told import additions
from gaoyao.web.cases.desks import at_desk, page
from gaoyao.web.cases.policy import Permission
from gaoyao.web.cases.reading import Desk
from gaoyao.web.jobs.models import OPEN, Job, Kind
from gaoyao.web.originals.receiving import prepare, receive_more, too_much
from gaoyao.web.originals.views import OVERHEAD


@require_safe
@at_desk
def material(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The form, what is being read, and what came before."""
    return _shown(request, desk)


def _shown(request: HttpRequest, desk: Desk, problems: tuple[str, ...] = ()) -> HttpResponse:
    going = Job.objects.filter(
        account=desk.policy.account, case=desk.case, kind=Kind.ADD, status__in=OPEN
    ).first()
    return page(
        request, desk, "adding/material.html", "material", "补充材料", 422 if problems else 200, problems=problems, going=going,
        allowed=desk.may(Permission.MATERIAL_ADD), into=part_name(desk.policy.writes(desk.assignment, "case")),
        most=settings.MATERIAL_LARGEST, most_mb=settings.MATERIAL_LARGEST >> 20, additions=additions(desk),
    )  # fmt: skip


@csrf_exempt  # the handlers must be set before the token is read out of the body; `checked` checks it
@require_POST
@at_desk
def add(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Take the files and go to their reading."""
    answer = desk.may(Permission.MATERIAL_ADD)
    if not answer:
        raise PermissionDenied(answer.reason)
    if int(request.META.get("CONTENT_LENGTH") or 0) > settings.MATERIAL_LARGEST + OVERHEAD:
        return _refused(request, desk, too_much().problems)
    quota = prepare(request)

    @csrf_protect
    def checked(request: HttpRequest) -> HttpResponse:
        try:
            job = receive_more(desk, request, quota)
        except DossierError as error:
            return _refused(request, desk, error.problems)
        address = reverse("job", args=[job.key])
        return JsonResponse({"to": address}) if _by_script(request) else redirect(address)

    answered: HttpResponse = checked(request)
    return answered


def _by_script(request: HttpRequest) -> bool:
    return request.headers.get("X-Requested-With") == "XMLHttpRequest"


def _refused(request: HttpRequest, desk: Desk, problems: tuple[str, ...]) -> HttpResponse:
    if _by_script(request):
        return JsonResponse({"problems": problems}, status=422)
    return _shown(request, desk, problems)
