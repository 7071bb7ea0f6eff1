"""登录、锁定、过期、一次性密码、响应头、正式运行的设置。"""

import base64
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.test import Client

from gaoyao.dossier.view import Role
from gaoyao.web.accounts.models import Account
from tests.web.people import text

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "一个很长的密码-9137"


@pytest.fixture
def somebody(db):
    return Account.objects.open("somebody", "某人", Role.JUDGE, PASSWORD, one_time=False)


def client():
    return Client(headers={"host": "127.0.0.1"})


def test_passwords_are_kept_with_argon2(somebody):
    assert somebody.password.startswith("argon2$argon2id$")


def test_five_failures_lock_the_account_even_for_the_right_password(somebody):
    one = client()
    for _ in range(5):
        response = one.post("/login/", {"username": "somebody", "password": "错"})
    assert response.status_code == 429
    response = one.post("/login/", {"username": "somebody", "password": PASSWORD})
    assert response.status_code == 429
    assert "已锁定" in text(response)


def test_a_wrong_name_and_a_wrong_password_read_the_same(somebody):
    pages = [
        client().post("/login/", {"username": name, "password": "错"}) for name in ("somebody", "nobody")
    ]
    assert [page.status_code for page in pages] == [200, 200]
    told = "用户名或者密码不对"
    assert all(told in text(page) for page in pages)


def test_a_one_time_password_leads_to_its_change_first(db):
    Account.objects.open("newcomer", "新人", Role.JUDGE, PASSWORD)
    one = client()
    assert one.post("/login/", {"username": "newcomer", "password": PASSWORD}).status_code == 302
    for path in ("/", "/load/", "/cases/xxxxxxxxxxxx/"):
        assert one.get(path).headers.get("Location") == "/password/", path
    # 太短、太常见的不收
    for weak in ("short", "password1234", "123456789012"):
        assert one.post("/password/", {"new_password1": weak, "new_password2": weak}).status_code == 422
    new = "另一个很长的密码-2846"
    assert one.post("/password/", {"new_password1": new, "new_password2": new}).headers["Location"] == "/"
    assert one.get("/").status_code == 200


def test_the_log_in_redirects_nowhere_else(somebody):
    response = client().post(
        "/login/?next=https://example.org/",
        {"username": "somebody", "password": PASSWORD, "next": "https://example.org/"},
    )
    assert response.headers["Location"] == "/"


def test_a_session_ends_after_forty_five_minutes_without_work(somebody, monkeypatch):
    one = client()
    one.force_login(somebody)
    assert one.get("/").status_code == 200
    session = one.session
    assert 44 * 60 < session.get_expiry_age() <= 45 * 60
    assert session["seen"] <= time.time()


def test_a_form_without_its_token_changes_nothing(cast):
    strict = Client(enforce_csrf_checks=True, headers={"host": "127.0.0.1"})
    strict.force_login(cast.accounts[Role.JUDGE])
    response = strict.post(cast.at("evidence/mark/"), {"group": "Z2", "mark": "verified"})
    assert response.status_code == 403
    assert "没有任何内容被保存" in text(response)


HEADERS = {
    "Cache-Control": "no-store",
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@pytest.mark.parametrize(
    "path",
    [
        "",
        "evidence/",
        "review/",
        "export/",
        "papers/",
        "papers/docx/?kind=notes",
        "evidence/item/?id=E14",
        "nothing/",
    ],
)
def test_every_answer_has_strict_headers(cast, path):
    response = cast.client(Role.JUDGE).get(cast.at(path))
    assert {name: response.headers.get(name) for name in HEADERS} == HEADERS
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "data:" not in policy


@pytest.mark.parametrize(
    "path",
    [
        "",
        "evidence/",
        "facts/",
        "questions/",
        "arguments/",
        "revisions/",
        "review/",
        "review/?section=facts",
        "evidence/item/?id=E52",
    ],
)
def test_pages_have_no_inline_code_and_stay_small(cast, path):
    page = cast.client(Role.JUDGE).get(cast.at(path)).content
    assert b"style=" not in page
    assert b"<style" not in page
    assert b" onclick" not in page
    assert b"javascript:" not in page
    assert len(page) < 200_000  # 样式和脚本另计约 70 KB，合计不超过 300 KB


def manage(*command, **environment):
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GAOYAO_")}
    return subprocess.run(
        [sys.executable, "-m", "gaoyao.web", *command],
        cwd=ROOT,
        env=kept | environment,
        capture_output=True,
        text=True,
        check=False,
    )


PRODUCTION = {
    "GAOYAO_WEB_KEYS": "k-test=" + base64.b64encode(bytes(range(32))).decode(),
    "GAOYAO_WEB_PRODUCTION": "1",
    "GAOYAO_WEB_HOSTS": "gongzuotai.example",
    "GAOYAO_WEB_SECRET_KEY": "".join(chr(33 + number * 7 % 90) for number in range(80)),
}


def test_the_settings_of_production_pass_the_deployment_check(tmp_path):
    done = manage("check", "--deploy", "--fail-level", "INFO", GAOYAO_WEB_DATA=str(tmp_path), **PRODUCTION)
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout


@pytest.mark.parametrize("missing", ["GAOYAO_WEB_SECRET_KEY", "GAOYAO_WEB_KEYS"])
def test_production_without_a_key_does_not_start(tmp_path, missing):
    given = {name: value for name, value in PRODUCTION.items() if name != missing}
    done = manage("check", GAOYAO_WEB_DATA=str(tmp_path), **given)
    assert done.returncode != 0
    assert "密钥" in done.stderr


def test_production_starts_with_the_key_file_that_new_keys_made_and_only_for_its_owner(tmp_path):
    given = {name: value for name, value in PRODUCTION.items() if name != "GAOYAO_WEB_KEYS"}
    given["GAOYAO_WEB_DATA"] = str(tmp_path)
    assert "另存一份" in manage("new_keys", **given).stdout
    kept = (tmp_path / "keys.json").read_bytes()
    again = manage("new_keys", **given)
    assert (again.returncode != 0, "没有改动" in again.stderr) == (True, True)
    assert (tmp_path / "keys.json").read_bytes() == kept
    assert manage("check", **given).returncode == 0
    (tmp_path / "keys.json").chmod(0o644)
    assert "chmod 600" in manage("check", **given).stderr


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        # 没有这样的身份
        ("GAOYAO_WEB_SECOND_FACTOR", "judge,boss", "boss"),
        # 阅读登记保留得太短
        ("GAOYAO_WEB_READS_DAYS", "30", "183"),
    ],
)
def test_a_setting_that_is_wrong_stops_the_start(tmp_path, name, value, told):
    done = manage("check", GAOYAO_WEB_DATA=str(tmp_path), **{name: value})
    assert done.returncode != 0
    assert told in done.stderr


def test_models_and_migrations_agree(tmp_path):
    done = manage("makemigrations", "--check", "--dry-run", GAOYAO_WEB_DATA=str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_kept_key_is_for_its_owner_only(tmp_path):
    manage("check", GAOYAO_WEB_DATA=str(tmp_path))
    assert (tmp_path / "secret-key").stat().st_mode & 0o777 == 0o600
