"""The people of the tests, and a case with one secret in every part."""

import html
import io
import re
from dataclasses import dataclass, field
from pathlib import Path

from django.core.management import call_command
from django.test import Client

from gaoyao.dossier.schema import Part
from gaoyao.dossier.view import Role
from gaoyao.web.accounts.models import Account
from gaoyao.web.cases.models import Assignment, Case
from gaoyao.web.ledger import storage

ROOT = Path(__file__).resolve().parents[2]
CASE = ROOT / "demo" / "01-共同抢劫-二审.yaml"
STRANGER, OTHER_DEFENDER = "stranger", "other-defender"
SECRETS = {
    (Part.MAIN, ""): "正卷记号甲子",
    (Part.COURT_INNER, ""): "副卷记号乙丑",
    (Part.PROCURATORATE_INNER, ""): "检卷记号丙寅",
    (Part.DEFENCE, "defender"): "辩方记号丁卯",
    (Part.DEFENCE, OTHER_DEFENDER): "他辩记号戊辰",
    (Part.INTERFERENCE, ""): "过问记号己巳",
}
"""A string that stands in one part and nowhere else."""
OWN_KINDS = {
    Part.COURT_INNER: (
        ("panel", "", ("about", "stopped")), ("opinion", "panel", ("opinion", "reason", "account", "seal_salt")), ("reply", "opinion", ("obstacle", "text")),
        ("remark", "panel", ("text",)), ("committee", "", ("asked", "decision_reason")), ("speech", "committee", ("opinion", "reason")),
    ),
    Part.INTERFERENCE: (("contact", "", ("person", "unit", "channel", "content", "recorder", "classed_by")),),
}  # fmt: skip
"""Kinds that belong to a closed part, and their texts: the secret stands in each of them too."""


@dataclass
class Cast:
    """The case and who may open it."""

    case: Case
    accounts: dict = field(default_factory=dict)

    @property
    def key(self):
        return self.case.key

    def client(self, who):
        client = Client(headers={"host": "127.0.0.1"})
        client.force_login(self.accounts[who])
        return client

    def by(self, username):
        return self.client(next(who for who, one in self.accounts.items() if one.username == username))

    def at(self, path=""):
        return f"/cases/{self.case.key}/{path}"

    def join(self, **roles):
        """Further people of the case: username and role."""
        for username, role in roles.items():
            self.accounts[username] = account(username, role)
            Assignment.objects.create(case=self.case, account=self.accounts[username], role=role.value)
        return self


def account(username, role):
    found = Account(username=username, name=f"测试{role.label}", role=role.value, must_change_password=False)
    found.set_unusable_password()
    found.save()
    return found


def planted(log):
    """The log with one secret per part: a doubt in each, so that it would show in lists, reviews and exports."""
    for number, ((part, owner), secret) in enumerate(SECRETS.items(), 1):
        with log.begin(
            part, f"录入人{secret}", "录入", f"理由{secret}", "2026-11-01T09:00:00", owner
        ) as change:
            change.declare("doubt", f"DX{number}")
            change.put("doubt", f"DX{number}", "about", f"疑点{secret}")
            change.put("doubt", f"DX{number}", "facts", ("F1",))
            change.declare("argument", f"GX{number}")
            change.put("argument", f"GX{number}", "text", f"意见{secret}")
            change.declare("item", f"EX{number}")
            change.put("item", f"EX{number}", "title", f"证据{secret}")
            for kind, parent, fields in OWN_KINDS.get(part, ()):
                change.declare(kind, f"{kind}X{number}", f"{parent}X{number}" if parent else "")
                for name in fields:
                    change.put(kind, f"{kind}X{number}", name, f"{name}{secret}")
    return log


def cast(log):
    case = Case.objects.create()
    storage.append_log(case.pk, planted(log))
    made = Cast(case)
    for role in Role:
        made.accounts[role] = account(role.value, role)
        if role is not Role.ADMINISTRATOR:
            owner = "defender" if role is Role.DEFENDER else ""
            Assignment.objects.create(case=case, account=made.accounts[role], role=role.value, owner=owner)
    made.accounts[STRANGER] = account(STRANGER, Role.JUDGE)
    made.accounts[OTHER_DEFENDER] = account(OTHER_DEFENDER, Role.DEFENDER)
    Assignment.objects.create(
        case=case, account=made.accounts[OTHER_DEFENDER], role=Role.DEFENDER.value, owner=OTHER_DEFENDER
    )
    return made


def run(*words, **options):
    """A command of the workbench; what it prints."""
    out = io.StringIO()
    call_command(*words, stdout=out, **options)
    return out.getvalue()


def text(response):
    return html.unescape(response.content.decode())


def fields(response, form=0):
    """The hidden and chosen values of a form on a page: what a browser would send."""
    page = response.content.decode()
    found = re.findall(r'<form(?![^>]*method="dialog")[^>]*>.*?</form>', page, flags=re.DOTALL)[form]
    out = {}
    for tag in re.findall(r"<input[^>]*>", found):
        attributes = {name: html.unescape(value) for name, value in re.findall(r'([\w-]+)="([^"]*)"', tag)}
        kind = attributes.get("type", "text")
        if kind in ("radio", "checkbox") and not re.search(r"\schecked", tag):
            continue
        if "name" in attributes:
            out.setdefault(attributes["name"], []).append(attributes.get("value", "on"))
    return out


def drop_triggers(cursor):
    """What a superuser of the database can do."""
    for table in ("ledger_revision", "ledger_record"):
        if cursor.db.vendor == "postgresql":
            cursor.execute(f"DROP TRIGGER {table}_append_only ON {table}")
            continue
        for verb in ("UPDATE", "DELETE"):
            cursor.execute(f"DROP TRIGGER {table}_no_{verb}")
