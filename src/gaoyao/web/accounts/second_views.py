"""Safety of the log-in: the second factor, recovery codes, log-out everywhere."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_http_methods, require_POST

from gaoyao.web.accounts import second
from gaoyao.web.accounts.models import Account
from gaoyao.web.sealing.envelope import SealError

WRONG = "动态口令不对，或者已经用过。等下一个再试；手机的时间要准。"
SHOW = ["GET", "HEAD", "POST"]


@require_http_methods(SHOW)
def verify(request: HttpRequest) -> HttpResponse:
    """After the password: the code.  Five wrong ones end the session and lock the second factor."""
    account = _account(request)
    if account.second_since is None:
        return redirect("safety")
    wrong = ""
    if request.method == "POST":
        try:
            good = second.check(account, request.POST.get("code", ""))
        except SealError as error:
            return _sealed(request, error)
        if good:
            remember(request, account)
            messages.success(request, _few(account))
            return redirect(_next(request))
        wrong = WRONG
    if second.locked(account):
        logout(request)
        return render(request, "accounts/locked.html", {"title": "已锁定", "second": True}, status=429)
    return render(
        request,
        "accounts/verify.html",
        {"title": "动态口令", "wrong": wrong, "next": request.POST.get("next", request.GET.get("next", ""))},
        status=422 if wrong else 200,
    )


@require_http_methods(SHOW)
def safety(request: HttpRequest) -> HttpResponse:
    """What protects this account, and the steps to set it up."""
    account = _account(request)
    step = _STEPS.get(request.POST.get("do", "")) if request.method == "POST" else None
    try:
        answer = step(request, account) if step else None
        return answer or _shown(request, account)
    except SealError as error:
        return _sealed(request, error)


@require_POST
def everywhere(request: HttpRequest) -> HttpResponse:
    """End every session of this person, this one too."""
    _account(request).end_sessions()
    logout(request)
    messages.success(request, "已退出全部设备上的登录。")
    return redirect("login")


def remember(request: HttpRequest, account: Account) -> None:
    """This session has given the second factor that is in use now."""
    request.session.cycle_key()
    request.session["second"] = stamp(account)


def stamp(account: Account) -> str:
    """What a session that gave the second factor holds."""
    return account.second_since.isoformat() if account.second_since else ""


def _begin(request: HttpRequest, account: Account) -> HttpResponse:
    second.begin(account)
    return redirect("safety")


def _confirm(request: HttpRequest, account: Account) -> HttpResponse:
    if account.second_since is not None:
        return redirect("safety")
    codes = second.confirm(account, request.POST.get("code", ""))
    if not codes:
        return _shown(request, account, WRONG)
    remember(request, account)
    return _codes(request, codes)


def _renew(request: HttpRequest, account: Account) -> HttpResponse:
    if not second.check(account, request.POST.get("code", ""), recovery=False):
        return _shown(request, account, WRONG)
    return _codes(request, second.new_codes(account))


def _remove(request: HttpRequest, account: Account) -> HttpResponse:
    if not second.check(account, request.POST.get("code", "")):
        return _shown(request, account, WRONG)
    second.remove(account)
    logout(request)
    messages.success(request, "已停用原来的动态口令，全部登录已退出。请重新登录后设置新的。")
    return redirect("login")


_STEPS = {"begin": _begin, "confirm": _confirm, "codes": _renew, "remove": _remove}


def _codes(request: HttpRequest, codes: list[str]) -> HttpResponse:
    return render(request, "accounts/codes.html", {"title": "恢复码", "codes": codes})


def _shown(request: HttpRequest, account: Account, wrong: str = "") -> HttpResponse:
    if wrong and second.locked(account):
        logout(request)
        return render(request, "accounts/locked.html", {"title": "已锁定", "second": True}, status=429)
    waiting = None if account.second_since else second.pending(account)
    svg, letters = second.picture(waiting) if waiting else ("", "")
    drawn = mark_safe(svg)  # noqa: S308 - segno draws it from letters and digits that we made
    more = {"svg": drawn, "letters": letters, "wrong": wrong, "left": second.left(account)}
    return render(
        request,
        "accounts/safety.html",
        {
            "title": "登录安全",
            "account": account,
            "required": second.required(account),
            "hours": settings.SESSION_LONGEST // 3600,
            **more,
        },
        status=422 if wrong else 200,
    )


def _sealed(request: HttpRequest, error: SealError) -> HttpResponse:
    return render(
        request,
        "front/broken.html",
        {"title": "没有密钥", "locked": True, "problems": [str(error)]},
        status=500,
    )


def _few(account: Account) -> str:
    left = second.left(account)
    return "已登录。" if left > 2 else f"已登录。恢复码只剩 {left} 个，请在“登录安全”里重新生成。"


def _next(request: HttpRequest) -> str:
    given = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(given, {request.get_host()}, require_https=request.is_secure())
    return given if given and safe else "cases"


def _account(request: HttpRequest) -> Account:
    if not isinstance(request.user, Account):
        raise TypeError("没有登录的请求到了登录安全页面")
    return request.user
