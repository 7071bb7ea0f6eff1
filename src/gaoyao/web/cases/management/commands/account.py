"""`account`: open an account, give a new one-time password, close one, lift a lock."""

from __future__ import annotations

import secrets
from argparse import ArgumentParser
from typing import Any

from axes.utils import reset
from django.core.management.base import BaseCommand, CommandError

from gaoyao.dossier.view import Role
from gaoyao.web.accounts.models import Account
from gaoyao.web.accounts.second import remove, unlock


class Command(BaseCommand):
    """The administrator's command for accounts."""

    help = "开立账户、换一次性密码、停用账户、解除锁定"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What, and for whom."""
        parser.add_argument(
            "what",
            choices=["open", "renew", "close", "unlock", "second"],
            help="open 开立，renew 换一次性密码，close 停用，unlock 解除锁定，second 重置动态口令（手机和恢复码都没有了）",
        )
        parser.add_argument("username", help="用户名")
        parser.add_argument("--name", default="", help="姓名（开立时必须）")
        parser.add_argument("--role", choices=[one.value for one in Role], help="身份（开立时必须）")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the one-time password where there is a new one."""
        username, found = options["username"], Account.objects.filter(username=options["username"]).first()
        if options["what"] == "open":
            if found is not None or not options["name"] or not options["role"]:
                raise CommandError(
                    "用户名已经有人使用。" if found else "开立账户要写明 --name 姓名 和 --role 身份。"
                )
            password = secrets.token_urlsafe(12)
            Account.objects.open(username, options["name"], Role(options["role"]), password)
            self.stdout.write(f"一次性密码 {password}")
            return
        if found is None:
            raise CommandError(f"没有用户名为“{username}”的账户。")
        if options["what"] == "renew":
            password = secrets.token_urlsafe(12)
            found.set_password(password)
            found.must_change_password = True
            found.save()
            self.stdout.write(f"一次性密码 {password}")
        elif options["what"] == "close":
            found.is_active = False
            found.save()
            found.end_sessions()
            self.stdout.write("已停用；所作的修改都保留。")
        elif options["what"] == "second":
            remove(found)
            self.stdout.write("已停用动态口令和恢复码，全部登录已退出；请先核实身份再告知本人重新设置。")
        else:
            self.stdout.write(f"已解除 {reset(username=username) + unlock(found)} 条锁定记录。")
