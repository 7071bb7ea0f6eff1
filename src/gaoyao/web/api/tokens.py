"""Making a token, knowing it again, counting its requests, revoking it."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from datetime import timedelta

from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.crypto import get_random_string

from gaoyao.dossier.model import DossierError
from gaoyao.web.accounts.models import Account
from gaoyao.web.accounts.second import required
from gaoyao.web.api.models import Token
from gaoyao.web.cases.models import KEY_LETTERS
from gaoyao.web.cases.policy import Policy

STEM, MOST, DAYS = "gaoyao", 20, (7, 30, 90, 365)
REQUESTS, WRITES = 120, 30
"""Requests of one token in a minute, and how many of them may write."""


def make(account: Account, name: str, *, writes: bool, case: str, days: int) -> tuple[Token, str]:
    """A new token and its text, which is shown once.  Raises DossierError; Http404 for a case that is closed or not there."""
    if account.administrator:
        raise DossierError(("管理员不阅读任何案件，没有可以用令牌读取的内容。",))
    if not name.strip() or len(name) > 60:
        raise DossierError(("请写令牌的用途，六十字以内，例如“与办案系统同步”。",))
    if days not in DAYS:
        raise DossierError((f"有效期请从{'、'.join(f'{one}天' for one in DAYS)}中选择。",))
    if valid(account).count() >= MOST:
        raise DossierError((f"你已有 {MOST} 个有效的令牌；请先撤销不用的。",))
    chosen = Policy(account).of(case).case if case else None
    secret, ident = secrets.token_urlsafe(32), get_random_string(12, KEY_LETTERS)
    made = Token.objects.create(
        account=account, name=name.strip(), ident=ident, hash=_hash(secret), writes=writes, case=chosen, epoch=account.epoch,
        expires=timezone.now() + timedelta(days=days),
    )  # fmt: skip
    return made, f"{STEM}_{ident}_{secret}"


def valid(account: Account) -> QuerySet[Token]:
    """The tokens of this person that work now."""
    return Token.objects.filter(
        account=account, revoked=None, expires__gt=timezone.now(), epoch=account.epoch
    )


def known(text: str) -> Token | None:
    """The token of that text, if it works: not revoked, not expired, its person active and with nothing owed at log-in."""
    stem, _, rest = text.partition("_")
    ident, _, secret = rest.partition("_")
    one = (
        Token.objects.filter(ident=ident[:12]).select_related("account", "case").first()
        if stem == STEM
        else None
    )
    if not hmac.compare_digest(_hash(secret), one.hash if one else _hash("")) or one is None or not secret:
        return None
    person = one.account
    if one.revoked or one.expires <= timezone.now() or one.epoch != person.epoch:
        return None
    owes = person.must_change_password or (required(person) and person.second_since is None)
    return one if person.is_active and not owes else None


def spend(one: Token, *, writing: bool) -> int:
    """Count one request; the seconds to wait where the minute is used up, otherwise 0."""
    now = timezone.now()
    minute = int(now.timestamp()) // 60
    Token.objects.filter(pk=one.pk, minute__lt=minute).update(minute=minute, used=0, wrote=0)
    room = {"used__lt": REQUESTS} | ({"wrote__lt": WRITES} if writing else {})
    more = {"used": F("used") + 1, "last_used": now} | ({"wrote": F("wrote") + 1} if writing else {})
    return 0 if Token.objects.filter(pk=one.pk, **room).update(**more) else 60 - int(now.timestamp()) % 60


def revoke(account: Account, ident: str) -> bool:
    """End a token of this person; was there one?"""
    return bool(
        Token.objects.filter(account=account, ident=ident, revoked=None).update(revoked=timezone.now())
    )


def _hash(secret: str) -> str:
    """SHA-256: the secret has 256 random bits, so that nothing slower is needed."""
    return hashlib.sha256(secret.encode()).hexdigest()
