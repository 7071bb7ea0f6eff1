"""`audit_export`: what one person may read of a case, as an export that anybody can verify."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.http import Http404

from gaoyao.audit.packing import pack
from gaoyao.web.accounts.models import Account
from gaoyao.web.audit import heads, readings
from gaoyao.web.cases.policy import Permission, Policy
from gaoyao.web.ledger import storage


class Command(BaseCommand):
    """Write the zip."""

    help = "把一件案件中指明的账户可以阅读的分卷写成可核验的导出：日志、校验头、证明和核对程序"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whose reading, which case, where to."""
        parser.add_argument("username", help="以谁的阅读范围导出")
        parser.add_argument("key", help="案件地址里的代号")
        parser.add_argument("file", type=Path, help="写到这个 zip 文件；已有的不覆盖")

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
            packed = pack(log.dump(), heads.proofs(options["key"], log))
            readings.note(account, "proof-export", options["key"], page="命令 audit_export")
            with options["file"].open("xb") as file:
                file.write(packed)
        except Http404 as error:
            raise CommandError("没有这件案件，或者它不由该账户承办。") from error
        except FileExistsError as error:
            raise CommandError(f"“{options['file'].name}”已经存在，没有覆盖。") from error
        except OSError as error:
            raise CommandError(f"“{options['file'].name}”写不进去：{error.strerror}。") from error
        except storage.BrokenLogError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"已写入。核对：gaoyao audit verify {options['file'].name} --head 另存的校验头")
