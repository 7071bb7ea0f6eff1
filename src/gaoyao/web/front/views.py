"""Error pages, and the style sheet that pages share with the review."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from gaoyao.review.render.style import style
from gaoyao.web.ledger.storage import BrokenLogError, LockedLogError


def absent(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The same page for what does not exist and for what the reader may not see."""
    return render(request, "front/404.html", {"title": "没有这一页"}, status=404)


def denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """A denial and its reason."""
    why = str(exception or "") or "这一操作不属于你的职责。"
    return render(request, "front/403.html", {"title": "不能这样做", "why": why}, status=403)


def expired_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without a valid token."""
    why = "这一页的表单已经失效（可能在另一窗口重新登录过）。请返回上一页，刷新后再提交；没有任何内容被保存。"
    return render(request, "front/403.html", {"title": "没有保存", "why": why}, status=403)


def failed(request: HttpRequest) -> HttpResponse:
    """An error of the program: nothing was saved."""
    return render(request, "front/500.html", {"title": "程序出错"}, status=500)


def broken(request: HttpRequest, error: BrokenLogError) -> HttpResponse:
    """A log whose hashes do not fit, or whose key is not there: nothing of the case is shown."""
    locked = isinstance(error, LockedLogError)
    title = "没有密钥" if locked else "日志校验不符"
    return render(
        request,
        "front/broken.html",
        {"title": title, "locked": locked, "problems": error.problems},
        status=500,
    )


@require_safe
@login_not_required
def stylesheet(request: HttpRequest) -> HttpResponse:
    """The style of a review, for our own pages; the same for everyone."""
    response = HttpResponse(style(""), content_type="text/css; charset=utf-8")
    response.headers["Cache-Control"] = "public, max-age=3600"
    return response
