"""`assign`: give a person a role in a case."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from gaoyao.dossier.view import Role
from gaoyao.web.accounts.models import Account
from gaoyao.web.cases.models import Assignment, Case


class Command(BaseCommand):
    """Assign, or end an assignment."""

    help = "把案件指派给一个账户（身份为该账户的身份），或者用 --remove 取消指派；不显示案件内容"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whom, which case."""
        parser.add_argument("username", help="用户名")
        parser.add_argument("key", help="案件地址里的代号")
        parser.add_argument("--remove", action="store_true", help="取消指派")

    def handle(self, *args: Any, **options: Any) -> None:
        """One assignment a person and case."""
        account = Account.objects.filter(username=options["username"]).first()
        case = Case.objects.filter(key=options["key"]).first()
        if account is None or case is None:
            raise CommandError("没有这个账户或者这件案件。")
        if options["remove"]:
            gone, _ = Assignment.objects.filter(case=case, account=account).delete()
            self.stdout.write("已取消指派。" if gone else "原来就没有指派。")
            return
        role = account.profession
        if role is Role.ADMINISTRATOR:
            raise CommandError("管理员不办理案件，不能指派。")
        owner = account.username if role is Role.DEFENDER else ""
        Assignment.objects.update_or_create(
            case=case, account=account, defaults={"role": role.value, "owner": owner}
        )
        self.stdout.write(f"已指派：{role.label}。")
