"""The second factor: time-based one-time codes (RFC 6238, thirty seconds, six digits) and recovery codes.

The secret is kept sealed; a code works once, and for thirty seconds before and after its time; five wrong ones lock
the second factor for half an hour.
"""

from __future__ import annotations

import hmac
import secrets
from datetime import timedelta

import pyotp
import segno
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from gaoyao.web.accounts.models import Account, RecoveryCode, SecondFactor
from gaoyao.web.sealing.keys import Seal, of_installation

STEP, LIMIT, LOCKED = 30, 5, timedelta(minutes=30)
CODES, LETTERS = 10, "abcdefghjkmnpqrstuvwxyz23456789"
ISSUER = "皋陶工作台"


def required(account: Account) -> bool:
    """Must this person have a second factor (GAOYAO_WEB_SECOND_FACTOR)?"""
    return "all" in settings.SECOND_FACTOR or account.role in settings.SECOND_FACTOR


def begin(account: Account) -> None:
    """A new secret, which counts once a code of it was given.  One that is in use already stays."""
    with transaction.atomic():
        Account.objects.select_for_update().get(pk=account.pk)
        found = SecondFactor.objects.filter(account=account).first() or SecondFactor(account=account)
        if not found.confirmed:
            found.sealed = _seal().seal(pyotp.random_base32().encode(), "totp", account.username)
            found.last_step, found.failures, found.locked_until = 0, 0, None
            found.save()


def pending(account: Account) -> SecondFactor | None:
    """A secret that was made and not yet confirmed."""
    return SecondFactor.objects.filter(account=account, confirmed=False).first()


def picture(one: SecondFactor) -> tuple[str, str]:
    """The secret as an SVG without style or script, and as letters to be typed.  Raises SealError."""
    totp = _totp(one)
    uri = totp.provisioning_uri(name=one.account.username, issuer_name=ISSUER)
    svg = segno.make(uri, error="m", micro=False).svg_inline(scale=4, border=4, dark="#000", light="#fff")
    letters = totp.secret
    return svg, " ".join(letters[at : at + 4] for at in range(0, len(letters), 4))


def locked(account: Account) -> bool:
    """Is the second factor locked now?"""
    return SecondFactor.objects.filter(account=account, locked_until__gt=timezone.now()).exists()


def check(account: Account, given: str, *, recovery: bool = True) -> bool:
    """Is this a code of now, or (where allowed) an unused recovery code?  Counts what fails.  Raises SealError."""
    code = "".join(given.split()).replace("-", "").lower()[:40]
    with transaction.atomic():
        one = SecondFactor.objects.select_for_update().filter(account=account).first()
        now = timezone.now()
        if one is None or (one.locked_until is not None and one.locked_until > now):
            return False
        if _is_of_now(one, code) or (recovery and one.confirmed and _spend(account, code)):
            one.failures, one.locked_until = 0, None
            one.save()
            return True
        one.failures += 1
        if one.failures >= LIMIT:
            one.failures, one.locked_until = 0, now + LOCKED
        one.save()
        return False


def confirm(account: Account, given: str) -> list[str]:
    """The first code of a new secret: from now on it is asked for.  The recovery codes, or none for a wrong code."""
    if not check(account, given, recovery=False):
        return []
    with transaction.atomic():
        SecondFactor.objects.filter(account=account).update(confirmed=True)
        account.second_since = timezone.now()
        account.save(update_fields=["second_since"])
        return new_codes(account)


def new_codes(account: Account) -> list[str]:
    """Ten new recovery codes; the old ones do not work any more."""
    codes = ["".join(secrets.choice(LETTERS) for _ in range(16)) for _ in range(CODES)]
    with transaction.atomic():
        RecoveryCode.objects.filter(account=account).delete()
        RecoveryCode.objects.bulk_create(
            [RecoveryCode(account=account, hash=_hash(account, code)) for code in codes]
        )
    return ["-".join(code[at : at + 4] for at in range(0, 16, 4)) for code in codes]


def left(account: Account) -> int:
    """How many recovery codes are unused."""
    return RecoveryCode.objects.filter(account=account, used=None).count()


def remove(account: Account) -> None:
    """No second factor any more; every session ends."""
    with transaction.atomic():
        SecondFactor.objects.filter(account=account).delete()
        RecoveryCode.objects.filter(account=account).delete()
        account.second_since = None
        account.save(update_fields=["second_since"])
        account.end_sessions()


def unlock(account: Account) -> int:
    """Lift the lock of the second factor."""
    return SecondFactor.objects.filter(account=account).update(failures=0, locked_until=None)


def _is_of_now(one: SecondFactor, code: str) -> bool:
    totp, now = _totp(one), int(timezone.now().timestamp()) // STEP
    for step in (now - 1, now, now + 1):
        if step > one.last_step and hmac.compare_digest(
            totp.at(step * STEP), code.encode("ascii", "replace").decode()
        ):
            one.last_step = step
            return True
    return False


def _spend(account: Account, code: str) -> bool:
    unused = RecoveryCode.objects.filter(account=account, hash=_hash(account, code), used=None)
    return unused.update(used=timezone.now()) == 1


def _hash(account: Account, code: str) -> str:
    return _seal().commitment("recovery", account.username, code)


def _totp(one: SecondFactor) -> pyotp.TOTP:
    return pyotp.TOTP(_seal().unseal(bytes(one.sealed), "totp", one.account.username).decode())


def _seal() -> Seal:
    return of_installation("accounts")
