"""`assign`: give a person a role in a case."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from gaoyao.dossier.model import DossierError
from gaoyao.web.accounts.models import Account
from gaoyao.web.assignments.actions import end, end_of, give
from gaoyao.web.cases.models import Assignment, Case


class Command(BaseCommand):
    """Assign, or end an assignment."""

    help = "把案件指派给一个账户（身份为该账户的身份），或者用 --remove 结束指派；不显示案件内容"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whom, which case."""
        parser.add_argument("username", help="用户名")
        parser.add_argument("key", help="案件地址里的代号")
        parser.add_argument("--remove", action="store_true", help="结束指派")
        parser.add_argument("--reason", default="由命令办理", help="理由，记入指派的经过")
        parser.add_argument("--ends", default="", help="结束日期，如 2026-12-31")
        parser.add_argument("--register", action="store_true", help="指定为阅读过问登记的专门人员")

    def handle(self, *args: Any, **options: Any) -> None:
        """One assignment a person and case."""
        account = Account.objects.filter(username=options["username"]).first()
        case = Case.objects.filter(key=options["key"]).first()
        if account is None or case is None:
            raise CommandError("没有这个账户或者这件案件。")
        by = "管理员命令"
        try:
            if options["remove"]:
                held = Assignment.objects.filter(case=case, account=account).first()
                if held is None:
                    self.stdout.write("原来就没有指派。")
                    return
                end(held, by=by, reason=options["reason"])
                self.stdout.write("已结束指派。")
                return
            role = account.profession
            give(
                case,
                account,
                by=by,
                reason=options["reason"],
                ends=end_of(options["ends"]),
                reads_register=options["register"] or None,
            )
        except DossierError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"已指派：{role.label}。")
