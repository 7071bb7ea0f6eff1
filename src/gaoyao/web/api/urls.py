"""Addresses of the interface for programs and of its tokens."""

from typing import Any

from django.urls import path

from gaoyao.web.api import pages
from gaoyao.web.api.routes import api


def _open(patterns: list[Any]) -> None:
    """Requests of programs carry a token, not a session: the middleware that asks for a log-in lets them through."""
    for one in patterns:
        one.callback.login_required = False


_patterns = api.urls
_open(_patterns[0])

urlpatterns = [
    path("tokens/", pages.page, name="tokens"),
    path("tokens/revoke/", pages.revoke, name="revoke"),
    path("api/1/", _patterns),
]
