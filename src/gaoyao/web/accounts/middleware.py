"""After the log-in: a session ends when nothing was done for a while; a one-time password is changed first."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

ALLOWED = frozenset({"password", "logout", "login"})
MINUTE = 60


class Sessions:
    """Renews the session at most once a minute and sends people with a one-time password to change it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer one request."""
        if request.user.is_authenticated:
            now = int(timezone.now().timestamp())
            if now - int(request.session.get("seen", 0)) >= MINUTE:
                request.session["seen"] = now
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: object) -> HttpResponse | None:
        """Redirect where the password must be changed first."""
        name = request.resolver_match.url_name if request.resolver_match else ""
        if request.user.is_authenticated and request.user.must_change_password and name not in ALLOWED:
            return redirect("password")
        return None
