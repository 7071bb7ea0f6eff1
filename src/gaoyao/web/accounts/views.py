"""Log-in, log-out, change of password."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth import views as auth
from django.contrib.auth.forms import AuthenticationForm, SetPasswordForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from gaoyao.web.accounts.models import Account


class LogIn(auth.LoginView):
    """The form of the log-in; django-axes counts what fails."""

    template_name = "accounts/login.html"
    authentication_form = AuthenticationForm

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        """The longest time of the session runs from here."""
        answer = super().form_valid(form)
        self.request.session["began"] = int(timezone.now().timestamp())
        return answer


class LogOut(auth.LogoutView):
    """Ends the session (POST)."""


def password(request: HttpRequest) -> HttpResponse:
    """Choose a new password; a one-time password leads here first."""
    account = request.user
    if not isinstance(account, Account):
        return redirect("login")
    form = SetPasswordForm(account, request.POST or None)
    if request.method == "POST" and form.is_valid():
        account.must_change_password = False
        form.save()
        update_session_auth_hash(request, account)
        messages.success(request, "密码已更改。")
        return redirect("cases")
    return render(
        request,
        "accounts/password.html",
        {"form": form, "title": "更改密码"},
        status=422 if form.errors else 200,
    )
