"""One shape for every refusal: what is wrong, where, which rule, what to do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse


class RefusedError(Exception):
    """A request that is answered with an error; nothing of it was done."""

    def __init__(
        self, status: int, what: str, *, where: str = "", rule: str = "", do: str = "", problems: Iterable[str] = (), wait: int = 0
    ) -> None:  # fmt: skip
        super().__init__(what)
        self.status, self.wait = status, wait
        self.body: dict[str, Any] = {
            "error": {"what": what, "where": where, "rule": rule, "do": do},
            "problems": list(problems),
        }


def absent() -> RefusedError:
    """The same for a case that is not there and for one that is closed to the token."""
    return RefusedError(
        404, "没有这件案件，或者这个令牌不能读取。", where="网址里的案件编号", rule="案件只对指派的人存在；限定一件案件的令牌只能用于那一件。",
        do="请在工作台核对案件编号和指派。",
    )  # fmt: skip


def answer(request: HttpRequest, error: RefusedError) -> HttpResponse:
    """The error as JSON."""
    response = JsonResponse(error.body, status=error.status, json_dumps_params={"ensure_ascii": False})
    if error.status == 401:
        response.headers["WWW-Authenticate"] = 'Bearer realm="gaoyao"'
    if error.wait:
        response.headers["Retry-After"] = str(error.wait)
    return response
