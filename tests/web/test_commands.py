"""管理命令：开立账户、载入、指派、导出、校验；每个命令、设置、权限都写在用户手册里。"""

import re
import tomllib
from pathlib import Path

import pytest
from django.core.management import CommandError
from django.db import connection

from gaoyao.dossier import raw
from gaoyao.dossier.exchange import load
from gaoyao.dossier.view import Role
from gaoyao.web.accounts.models import Account
from gaoyao.web.cases.models import Assignment
from gaoyao.web.cases.policy import GRANTS, Permission
from tests.web import people
from tests.web.people import CASE, SECRETS, run

ROOT = Path(__file__).resolve().parents[2]
GUIDE = "".join(
    (ROOT / "docs" / "guide" / name).read_text(encoding="utf-8") for name in ("workbench.md", "audit.md")
)


def test_an_account_is_opened_renewed_and_closed(db):
    first = run("account", "open", "newjudge", name="新审判员", role="judge")
    account = Account.objects.get(username="newjudge")
    assert account.check_password(first.split()[-1])
    assert account.must_change_password
    assert (
        account.check_password(run("account", "renew", "newjudge").split()[-1]) is False
    )  # 旧对象，密码已换
    assert Account.objects.get(username="newjudge").check_password(first.split()[-1]) is False
    run("account", "close", "newjudge")
    assert Account.objects.get(username="newjudge").is_active is False
    run("account", "unlock", "newjudge")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("account", "open", "x"), "要写明"),
        (("account", "renew", "nobody"), "没有用户名"),
        (("load_case", "nobody", str(CASE)), "没有用户名"),
        (("export_case", "nobody", "x"), "没有用户名"),
        (("assign", "nobody", "x"), "没有这个账户"),
    ],
)
def test_a_wrong_command_says_what_is_wrong(db, words, told):
    with pytest.raises(CommandError, match=told):
        run(*words)


def test_a_case_is_loaded_assigned_exported_and_taken_away(db):
    for username, role in (("j", Role.JUDGE), ("d", Role.DEFENDER), ("a", Role.ADMINISTRATOR)):
        people.account(username, role)
    key = run("load_case", "j", str(CASE)).strip()
    assert load(run("export_case", "j", key)).log.parts == load(CASE).log.parts
    assert raw.load(run("export_case", "j", key, "--log").encode()).verify() == []
    with pytest.raises(CommandError, match="没有这件案件"):
        run("export_case", "d", key)
    run("assign", "d", key)
    assert Assignment.objects.get(account__username="d").owner == "d"
    with pytest.raises(CommandError, match="管理员"):
        run("assign", "a", key)
    assert "已结束" in run("assign", "d", key, "--remove", "--reason", "更换辩护人")
    with pytest.raises(CommandError, match="法院副卷"):
        run("load_case", "d", str(CASE))


def test_verification_shows_no_content_and_finds_a_change_in_a_closed_part(cast):
    told = run("verify_log")
    assert f"{cast.key}　相符" in told
    assert not any(secret in told for secret in SECRETS.values())
    with connection.cursor() as cursor:
        people.drop_triggers(cursor)
        cursor.execute(
            "UPDATE ledger_revision SET actor = '他人' WHERE part = 'defence' AND owner = 'defender'"
        )
    with pytest.raises(CommandError, match="不符"):
        run("verify_log")


def test_the_guide_names_every_command_setting_and_permission():
    commands = {path.stem for path in (ROOT / "src/gaoyao/web").glob("*/management/commands/*.py")} - {
        "__init__"
    }
    settings = set(
        re.findall(
            r'environ\.get\("(GAOYAO_WEB_\w+)"',
            (ROOT / "src/gaoyao/web/settings.py").read_text(encoding="utf-8"),
        )
    )
    assert len(commands) > 4
    assert len(settings) > 4
    missing = [
        one
        for one in (*commands, *settings, *(one.value for one in Permission), *(one.label for one in Role))
        if one not in GUIDE
    ]
    assert missing == []


def test_the_table_of_the_guide_is_the_one_the_policy_uses():
    rows = {}
    for line in GUIDE.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if cells[0].startswith("`") and len(cells) == len(Role) + 2:
            rows[cells[0].strip("`")] = [cell == "可以" for cell in cells[2:]]
    assert rows == {one.value: [one in GRANTS[role] for role in Role] for one in Permission}


def test_the_extra_is_the_list_of_the_lock():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lines = (ROOT / "requirements" / "web.in").read_text(encoding="utf-8").splitlines()
    assert project["project"]["optional-dependencies"]["web"] == [
        line for line in lines if line and line[0] not in "#-"
    ]
