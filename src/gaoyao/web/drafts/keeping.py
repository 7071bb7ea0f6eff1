"""Keeping a draft, giving it back to its form, dropping it."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict
from django.utils import timezone

from gaoyao.dossier.model import DossierError
from gaoyao.web.cases.reading import Desk
from gaoyao.web.drafts.models import Draft
from gaoyao.web.sealing.envelope import SealError
from gaoyao.web.sealing.keys import of_installation
from gaoyao.web.sealing.ring import BadRingError, MissingKeyError

FORMS = ("answer", "argument", "cell", "enter", "opinion", "ruling")
"""The forms whose drafts are kept: name, then a colon and what the form is about."""
LARGEST, MOST, KEPT = 60_000, 100, timedelta(days=30)
"""Characters of one draft; drafts of one person in one case; how long one is kept."""
NEVER = frozenset(("csrfmiddlewaretoken", "seen", "do", "argument", "entry", "back", "drop"))
"""What a page writes anew each time: a draft never brings back what a person had seen."""


def keep(desk: Desk, form: str, data: QueryDict) -> datetime:
    """Replace the draft of that form; when.  Raises DossierError with what is wrong, SealError without a key."""
    name, _, about = form.partition(":")
    if name not in FORMS or not about or len(form) > 200:
        raise DossierError(("没有这样的表单，草稿没有保存。",))
    kept = data.copy()
    for field in NEVER:
        kept.pop(field, None)
    text = kept.urlencode()
    if len(text) > LARGEST * 9:  # a character of Chinese is nine of the encoding
        raise DossierError((f"内容超过 {LARGEST} 字，草稿没有保存；请分开填写或者先提交。",))
    own = Draft.objects.filter(account=desk.policy.account, case=desk.case)
    if own.exclude(form=form).count() >= MOST:
        raise DossierError((f"你在本案的草稿已有 {MOST} 份，这一份没有保存；请先提交或者放弃一些。",))
    now = timezone.now()
    own.filter(at__lt=now - KEPT).delete()
    sealed = of_installation("drafts").seal(text.encode(), *_names(desk, form))
    own.update_or_create(
        form=form, defaults={"sealed": sealed, "at": now, "account": desk.policy.account, "case": desk.case}
    )
    return now


def given(request: HttpRequest, desk: Desk, form: str) -> QueryDict:
    """What a form is filled with: what was just submitted, otherwise this person's draft, otherwise nothing."""
    if request.method == "POST":
        return request.POST
    return _opened(desk, _own(desk).filter(form=form).first()) or QueryDict()


def every(desk: Desk, name: str) -> dict[str, QueryDict]:
    """This person's drafts of one kind of form, by what each is about."""
    opened = (
        (one.form.partition(":")[2], _opened(desk, one))
        for one in _own(desk).filter(form__startswith=f"{name}:")
    )
    return {about: data for about, data in opened if data}


def _own(desk: Desk) -> QuerySet[Draft]:
    kept_since = timezone.now() - KEPT
    return Draft.objects.filter(account=desk.policy.account, case=desk.case, at__gte=kept_since)


def _opened(desk: Desk, one: Draft | None) -> QueryDict | None:
    """What is in the box; nothing where the key is gone: a draft is a convenience."""
    if one is None:
        return None
    try:
        return QueryDict(of_installation("drafts").unseal(bytes(one.sealed), *_names(desk, one.form)))
    except (SealError, MissingKeyError, BadRingError):
        return None


def drop(desk: Desk, form: str) -> None:
    """The form was submitted, or its writer gives the draft up."""
    Draft.objects.filter(account=desk.policy.account, case=desk.case, form=form).delete()


def _names(desk: Desk, form: str) -> tuple[str, str, str]:
    return (desk.policy.account.username, desk.case.key, form)
