"""The address forms send their half-written content to."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from gaoyao.dossier.model import DossierError
from gaoyao.web.cases.desks import at_desk
from gaoyao.web.cases.reading import Desk
from gaoyao.web.drafts import keeping
from gaoyao.web.sealing.envelope import SealError
from gaoyao.web.sealing.ring import BadRingError, MissingKeyError


@require_POST
@at_desk
def draft(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Keep it, or with `drop` give it up.  Answers with the sentence that stands beside the form."""
    form = request.GET.get("form", "")
    if request.POST.get("drop"):
        keeping.drop(desk, form)
        back = request.POST.get("back", "")
        safe = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
        return redirect(
            back
            if safe and back.startswith(f"/cases/{desk.case.key}/")
            else reverse("case", args=[desk.case.key])
        )
    try:
        told, bad = (
            f"草稿已保存（{timezone.localtime(keeping.keep(desk, form, request.POST)):%H:%M}），只有你看得到；提交以后删除。",
            False,
        )
    except DossierError as error:
        told, bad = "；".join(error.problems), True
    except (SealError, MissingKeyError, BadRingError):
        told, bad = "没有密钥，草稿没有保存；请管理员核查密钥文件。", True
    return render(
        request,
        "drafts/told.html",
        {"told": told, "bad": bad},
        status=422 if bad and not request.headers.get("HX-Request") else 200,
    )
