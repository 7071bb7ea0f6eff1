"""`export_case`: what one person may read of a case, as an exchange file."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.http import Http404

from gaoyao.dossier.exchange import save
from gaoyao.dossier.model import DossierError
from gaoyao.web.accounts.models import Account
from gaoyao.web.audit import readings
from gaoyao.web.cases.policy import Permission, Policy
from gaoyao.web.ledger import storage


class Command(BaseCommand):
    """Write the exchange file to standard output."""

    help = "把一件案件中指明的账户可以阅读的分卷写成交换格式（写到标准输出）"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whose reading, and which case."""
        parser.add_argument("username", help="以谁的阅读范围导出")
        parser.add_argument("key", help="案件地址里的代号")
        parser.add_argument("--log", action="store_true", help="写出带校验值的日志，而不是交换格式")

    def handle(self, *args: Any, **options: Any) -> None:
        """The same parts as on the person's pages, and no other."""
        account = Account.objects.filter(username=options["username"]).first()
        if account is None:
            raise CommandError(f"没有用户名为“{options['username']}”的账户。")
        policy = Policy(account)
        try:
            assignment = policy.of(options["key"])
            answer = policy.may(Permission.CASE_EXPORT, assignment)
            if not answer:
                raise CommandError(answer.reason)
            log = storage.load(assignment.case_id, policy.parts(assignment))
            readings.note(account, "export_case", options["key"], page="命令 export_case")
            self.stdout.write(log.dump().decode() if options["log"] else save(log), ending="")
        except Http404 as error:
            raise CommandError("没有这件案件，或者它不由该账户承办。") from error
        except (DossierError, storage.BrokenLogError) as error:
            raise CommandError(str(error)) from error
