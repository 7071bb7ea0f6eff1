"""动态口令：设置、验证、重放、锁定、恢复码、按身份要求；登录的最长时间；退出全部设备。"""

import io
import re
from datetime import UTC, datetime, timedelta

import pyotp
import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from gaoyao.dossier.view import Role
from gaoyao.web.accounts import second
from gaoyao.web.accounts.models import Account, RecoveryCode, SecondFactor
from tests.web.people import text
from tests.web.test_sealing import everything_stored

PASSWORD = "一个很长的密码-9137"


class Clock:
    """The time of the test; the codes and the server read the same."""

    def __init__(self):
        self.now = datetime(2026, 11, 21, 9, 0, 0, tzinfo=UTC)

    def pass_(self, **more):
        self.now += timedelta(**more)


@pytest.fixture
def clock(monkeypatch):
    made = Clock()
    monkeypatch.setattr(timezone, "now", lambda: made.now)
    return made


@pytest.fixture
def person(db, clock):
    return Account.objects.open("person", "某人", Role.JUDGE, PASSWORD, one_time=False)


def client():
    return Client(headers={"host": "127.0.0.1"})


def logged_in():
    one = client()
    assert one.post("/login/", {"username": "person", "password": PASSWORD}).status_code == 302
    return one


def letters(page):
    return re.search(r'<p class="hash">([A-Z2-7 ]+)</p>', page)[1].replace(" ", "")


@pytest.fixture
def enrolled(person, clock):
    """A person with a second factor: the session, the generator of codes, the recovery codes."""
    one = logged_in()
    assert one.post("/safety/", {"do": "begin"}).status_code == 302
    totp = pyotp.TOTP(letters(text(one.get("/safety/"))))
    page = text(one.post("/safety/", {"do": "confirm", "code": totp.at(clock.now)}))
    codes = re.findall(r"<li>([a-z0-9-]{19})</li>", page)
    assert len(codes) == second.CODES
    clock.pass_(seconds=60)
    return one, totp, codes


def test_the_picture_fits_the_strict_policy(person):
    one = logged_in()
    one.post("/safety/", {"do": "begin"})
    page = one.get("/safety/").content.decode()
    svg = re.search(r"<svg.*?</svg>", page, re.DOTALL)[0]
    assert "style" not in svg
    assert "<script" not in svg
    assert "data:" not in page


def test_the_secret_is_nowhere_in_the_database(enrolled):
    _, totp, codes = enrolled
    cells = [cell for _, cell in everything_stored()]
    for secret in (totp.secret, *codes, *(code.replace("-", "") for code in codes)):
        assert not any(secret.encode() in cell for cell in cells)


def test_after_the_password_the_code_is_asked_for_before_anything_is_shown(enrolled, clock):
    _, totp, _ = enrolled
    one = logged_in()
    for path in ("/", "/load/", "/cases/xxxxxxxxxxxx/", "/password/", "/safety/", "/audit/"):
        assert one.get(path).headers.get("Location", "").startswith("/second/"), path
    assert (
        one.post("/safety/", {"do": "remove", "code": totp.at(clock.now)}).headers["Location"] == "/second/"
    )
    assert one.post("/second/", {"code": totp.at(clock.now)}).headers["Location"] == "/"
    assert one.get("/").status_code == 200


def test_one_goes_where_one_wanted_and_nowhere_else(enrolled, clock):
    _, totp, _ = enrolled
    for given, to in (
        ("/audit/", "/audit/"),
        ("https://example.org/", "/"),
        ("//example.org/", "/"),
        ("", "/"),
    ):
        clock.pass_(seconds=90)
        answer = logged_in().post("/second/", {"code": totp.at(clock.now), "next": given})
        assert answer.headers["Location"] == to


@pytest.mark.parametrize(
    ("seconds", "good"),
    [
        # 现在的、前一个、后一个三十秒
        (0, True), (-30, True), (30, True),
        # 更早、更晚
        (-90, False), (90, False),
    ],
)  # fmt: skip
def test_a_code_holds_for_its_time_and_half_a_minute_around(enrolled, clock, seconds, good):
    clock.pass_(seconds=300)
    answer = logged_in().post("/second/", {"code": enrolled[1].at(clock.now + timedelta(seconds=seconds))})
    assert answer.status_code == (302 if good else 422)


def test_no_code_works_twice(enrolled, clock):
    code = enrolled[1].at(clock.now)
    assert logged_in().post("/second/", {"code": code}).status_code == 302
    again = logged_in().post("/second/", {"code": code})
    assert again.status_code == 422
    assert "已经用过" in text(again)
    # 更早的一个，即使没有用过，也不再收
    assert (
        logged_in().post("/second/", {"code": enrolled[1].at(clock.now - timedelta(seconds=30))}).status_code
        == 422
    )


def test_five_wrong_codes_lock_and_end_the_session(enrolled, clock):
    one = logged_in()
    answers = [one.post("/second/", {"code": "000000"}).status_code for _ in range(5)]
    assert answers == [422] * 4 + [429]
    assert one.get("/").headers["Location"].startswith("/login/")
    # 换一次登录，对的也不收，直到半小时以后
    assert logged_in().post("/second/", {"code": enrolled[1].at(clock.now)}).status_code == 429
    clock.pass_(minutes=31)
    assert logged_in().post("/second/", {"code": enrolled[1].at(clock.now)}).status_code == 302


def test_the_administrator_lifts_the_lock(enrolled, clock):
    one = logged_in()
    for _ in range(5):
        one.post("/second/", {"code": "000000"})
    call_command("account", "unlock", "person", stdout=io.StringIO())
    assert logged_in().post("/second/", {"code": enrolled[1].at(clock.now)}).status_code == 302


def test_a_recovery_code_works_once(enrolled):
    codes = enrolled[2]
    assert logged_in().post("/second/", {"code": codes[0].upper()}).status_code == 302
    assert logged_in().post("/second/", {"code": codes[0]}).status_code == 422
    assert logged_in().post("/second/", {"code": codes[1].replace("-", "")}).status_code == 302
    assert RecoveryCode.objects.filter(used=None).count() == second.CODES - 2


def test_new_recovery_codes_replace_the_old_and_need_a_code(enrolled, clock):
    one, totp, codes = enrolled
    assert one.post("/safety/", {"do": "codes", "code": "000000"}).status_code == 422
    # 恢复码不能换恢复码
    assert one.post("/safety/", {"do": "codes", "code": codes[0]}).status_code == 422
    page = text(one.post("/safety/", {"do": "codes", "code": totp.at(clock.now)}))
    assert codes[0] not in page
    assert logged_in().post("/second/", {"code": codes[1]}).status_code == 422
    new = re.findall(r"<li>([a-z0-9-]{19})</li>", page)
    assert logged_in().post("/second/", {"code": new[0]}).status_code == 302


def test_the_second_factor_is_taken_off_with_a_code_only_and_every_session_ends(enrolled, clock):
    one, totp, _ = enrolled
    other = logged_in()
    assert other.post("/second/", {"code": totp.at(clock.now)}).status_code == 302
    assert one.post("/safety/", {"do": "remove", "code": "000000"}).status_code == 422
    clock.pass_(seconds=60)
    assert one.post("/safety/", {"do": "remove", "code": totp.at(clock.now)}).headers["Location"] == "/login/"
    for session in (one, other):
        assert session.get("/").headers["Location"].startswith("/login/")
    assert (SecondFactor.objects.count(), RecoveryCode.objects.count()) == (0, 0)


def test_a_running_second_factor_is_not_replaced_by_a_new_secret(enrolled):
    one, _totp, _ = enrolled
    before = bytes(SecondFactor.objects.get().sealed)
    one.post("/safety/", {"do": "begin"})
    one.post("/safety/", {"do": "confirm", "code": "000000"})
    assert bytes(SecondFactor.objects.get().sealed) == before


def test_the_administrator_resets_what_is_lost(enrolled):
    one, _, _ = enrolled
    call_command("account", "second", "person", stdout=io.StringIO())
    assert one.get("/").headers["Location"].startswith("/login/")
    assert logged_in().get("/").status_code == 200


def test_a_wrong_first_code_starts_nothing(person):
    one = logged_in()
    one.post("/safety/", {"do": "begin"})
    assert one.post("/safety/", {"do": "confirm", "code": "12345"}).status_code == 422
    assert Account.objects.get(pk=person.pk).second_since is None
    assert one.get("/").status_code == 200


@pytest.mark.parametrize(
    ("required", "to"),
    [
        # 要求审判员：先设置
        ({"judge"}, "/safety/"),
        ({"all"}, "/safety/"),
        # 只要求管理员
        ({"administrator"}, None),
        (set(), None),
    ],
)
def test_a_role_may_have_to_have_it(person, monkeypatch, required, to):
    monkeypatch.setattr(settings, "SECOND_FACTOR", frozenset(required))
    one = logged_in()
    for path in ("/", "/cases/xxxxxxxxxxxx/", "/audit/"):
        assert one.get(path).headers.get("Location") == (
            to if to or path != "/cases/xxxxxxxxxxxx/" else None
        ), path
    assert one.get("/safety/").status_code == 200


def test_a_log_in_ends_after_its_longest_time_however_busy(person, clock):
    one = logged_in()
    for _ in range(settings.SESSION_LONGEST // 1800 - 1):
        clock.pass_(minutes=30)
        assert one.get("/").status_code == 200
    clock.pass_(minutes=30)
    assert one.get("/").headers["Location"].startswith("/login/")


def test_log_out_everywhere_ends_every_session(person):
    one, other = logged_in(), logged_in()
    assert one.get("/logout/everywhere/").status_code == 405
    assert one.post("/logout/everywhere/").status_code == 302
    for session in (one, other):
        assert session.get("/").headers["Location"].startswith("/login/")
    assert logged_in().get("/").status_code == 200


def test_a_new_password_ends_the_other_sessions_and_not_this_one(person):
    one, other = logged_in(), logged_in()
    new = "另一个很长的密码-2846"
    assert one.post("/password/", {"new_password1": new, "new_password2": new}).status_code == 302
    assert one.get("/").status_code == 200
    assert other.get("/").headers["Location"].startswith("/login/")


def test_a_closed_account_is_out_at_once(person):
    one = logged_in()
    call_command("account", "close", "person", stdout=io.StringIO())
    assert one.get("/").headers["Location"].startswith("/login/")


def test_without_the_key_nobody_passes(enrolled, monkeypatch, tmp_path, clock):
    monkeypatch.setattr(settings, "KEY_FILE", tmp_path / "none.json")
    monkeypatch.setattr(settings, "PRODUCTION", True)
    answer = logged_in().post("/second/", {"code": enrolled[1].at(clock.now)})
    assert answer.status_code == 500
    assert "密钥" in text(answer)
