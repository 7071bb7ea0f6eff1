"""After the log-in: when a session ends, the second factor, the change of a one-time password.  In this order."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from gaoyao.web.accounts.second import required
from gaoyao.web.accounts.second_views import stamp

ALWAYS = frozenset({"logout", "login"})
MINUTE = 60


class Sessions:
    """Renews the session at most once a minute, ends it after its longest time, and asks for what is still missing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer one request."""
        if request.user.is_authenticated:
            now = int(timezone.now().timestamp())
            began = int(request.session.setdefault("began", now))
            if now - began >= settings.SESSION_LONGEST:
                logout(request)
            elif now - int(request.session.get("seen", 0)) >= MINUTE:
                request.session["seen"] = now
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: object) -> HttpResponse | None:
        """Redirect where something must be done first: the code, the password, the set-up of the second factor."""
        name = request.resolver_match.url_name if request.resolver_match else ""
        account = request.user
        if not account.is_authenticated or name in ALWAYS:
            return None
        if account.second_since is not None and request.session.get("second") != stamp(account):
            return None if name == "second" else _first("second", request)
        if account.must_change_password:
            return None if name == "password" else redirect("password")
        if (
            account.second_since is None
            and required(account)
            and name not in ("safety", "password", "everywhere")
        ):
            messages.warning(request, "你的身份要求动态口令，请先设置。")
            return redirect("safety")
        return None


def _first(name: str, request: HttpRequest) -> HttpResponse:
    following = {"next": request.get_full_path()} if request.method == "GET" and request.path != "/" else {}
    return redirect(f"{reverse(name)}?{urlencode(following)}" if following else reverse(name))
