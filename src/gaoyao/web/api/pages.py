"""The page on which a person makes and revokes his tokens."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from gaoyao.dossier.model import DossierError
from gaoyao.web.api import tokens
from gaoyao.web.api.models import Token
from gaoyao.web.cases.desks import account_of
from gaoyao.web.cases.policy import Policy

LISTED = 200


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """The tokens of this person; a new one is shown once, here."""
    account = account_of(request)
    problems: tuple[str, ...] = ()
    shown, data = "", request.POST
    if request.method == "POST":
        try:
            days = int(data["days"]) if data.get("days", "").isdigit() and len(data["days"]) < 5 else 0
            _, shown = tokens.make(
                account,
                data.get("name", ""),
                writes=data.get("scope") == "write",
                case=data.get("case", ""),
                days=days,
            )
        except DossierError as error:
            problems = error.problems
        except Http404:
            problems = ("没有这件案件，或者没有指派给你。",)
    assigned = [one.case for one in Policy(account).which()[:LISTED]]
    return render(request, "api/tokens.html", {
        "title": "接口令牌", "tokens": Token.objects.filter(account=account).select_related("case"), "works": {one.pk for one in tokens.valid(account)},
        "shown": shown, "problems": problems, "given": data, "days": tokens.DAYS, "cases": assigned, "requests": tokens.REQUESTS, "writes": tokens.WRITES,
    }, status=422 if problems else 200)  # fmt: skip


@require_POST
def revoke(request: HttpRequest) -> HttpResponse:
    """End one of this person's tokens."""
    if tokens.revoke(account_of(request), request.POST.get("token", "")):
        messages.success(request, "已撤销；用它的程序从现在起被拒绝。")
    return redirect("tokens")
