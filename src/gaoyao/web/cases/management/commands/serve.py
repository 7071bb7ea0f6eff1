"""`serve`: the workbench on this machine: database, accounts with one-time passwords, the invented cases, a server."""

from __future__ import annotations

import secrets
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.utils import timezone
from gunicorn.app.base import BaseApplication

from gaoyao.dossier.exchange import load
from gaoyao.dossier.model import DossierError
from gaoyao.dossier.schema import Part
from gaoyao.dossier.view import Role
from gaoyao.web.accounts.models import Account
from gaoyao.web.assignments.actions import give
from gaoyao.web.cases.models import Case
from gaoyao.web.cases.policy import COURT
from gaoyao.web.cases.preparing import everything
from gaoyao.web.jobs.beside import Beside
from gaoyao.web.ledger import storage

PEOPLE: tuple[tuple[str, str, Role], ...] = (
    ("judge", "演示审判员", Role.JUDGE), ("presiding", "演示审判长", Role.PRESIDING_JUDGE), ("clerk", "演示书记员", Role.CLERK),
    ("prosecutor", "演示检察人员", Role.PROSECUTOR), ("defender", "演示辩护人", Role.DEFENDER), ("admin", "演示管理员", Role.ADMINISTRATOR),
    ("judge2", "演示审判员乙", Role.JUDGE), ("lay", "演示人民陪审员", Role.LAY_ASSESSOR), ("member1", "演示委员甲", Role.COMMITTEE_MEMBER),
    ("member2", "演示委员乙", Role.COMMITTEE_MEMBER), ("chair", "演示主持委员", Role.COMMITTEE_MEMBER), ("prosecutor2", "演示检察人员乙", Role.PROSECUTOR),
    ("reviewer", "演示评查人员", Role.REVIEWER),
)  # fmt: skip


class Command(BaseCommand):
    """Everything needed to look at the workbench on one's own machine."""

    help = "在本机启动工作台：建立数据库和各身份的账户（一次性密码），载入演示案件（虚构），只在本机地址上提供服务"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The port, the demonstration files, new passwords, or preparation only."""
        parser.add_argument("--port", type=int, default=8800, help="端口，默认 8800")
        parser.add_argument("--demo", type=Path, default=Path("demo"), help="演示案件的文件夹，默认 demo")
        parser.add_argument("--new-passwords", action="store_true", help="给演示账户换新的一次性密码并打印")
        parser.add_argument("--prepare-only", action="store_true", help="只准备，不启动服务")

    def handle(self, *args: Any, **options: Any) -> None:
        """Prepare, then serve until interrupted."""
        if settings.PRODUCTION:
            raise CommandError("serve 只用于本机试用；正式运行见用户手册“工作台”。")
        call_command("migrate", verbosity=0, interactive=False)
        self._accounts(options["new_passwords"])
        self._cases(options["demo"])
        if options["prepare_only"]:
            return
        address = f"127.0.0.1:{options['port']}"
        self.stdout.write(f"工作台：http://{address}/ （只在本机可以打开；Ctrl+C 停止）")
        connection.close()
        Beside().start()
        _Server(address).run()

    def _accounts(self, renew: bool) -> None:
        for username, name, role in PEOPLE:
            found = Account.objects.filter(username=username).first()
            if found is not None and not renew:
                continue
            password = secrets.token_urlsafe(12)
            if found is None:
                Account.objects.open(username, name, role, password)
            else:
                found.set_password(password)
                found.must_change_password = True
                found.save()
            self.stdout.write(f"  {role.label}　用户名 {username}　一次性密码 {password}")

    def _cases(self, folder: Path) -> None:
        if Case.objects.exists():
            return
        for path in sorted(folder.glob("*.yaml")):
            try:
                log = load(path, actor="演示", at=timezone.localtime().isoformat(timespec="seconds")).log
            except DossierError as error:
                raise CommandError(f"{path.name}：{error}") from error
            case = Case.objects.create()
            storage.append_log(case.pk, log)
            for account in Account.objects.filter(username__in=[username for username, _, _ in PEOPLE]):
                role = account.profession
                if _concerns(role, {part for part, _ in log.parts}):
                    give(case, account, by="本机试用", reason="载入演示案件")
            self.stdout.write(f"  已载入 {path.name}")
        everything()


def _concerns(role: Role, parts: set[Part]) -> bool:
    """Who handles a demonstration case: the court where its inner file is the court's, and so on."""
    if role is Role.ADMINISTRATOR:
        return False
    return Part.PROCURATORATE_INNER not in parts if role in COURT else True


class _Server(BaseApplication):  # type: ignore[misc]
    """gunicorn with one process and four threads: what was read stays in its memory."""

    def __init__(self, address: str) -> None:
        self.address = address
        super().__init__()

    def load_config(self) -> None:
        """Bind to the loopback address only."""
        for name, value in (("bind", self.address), ("workers", 1), ("threads", 4), ("worker_class", "gthread"), ("loglevel", "warning"),
                            ("control_socket_disable", True)):  # fmt: skip
            if name in self.cfg.settings:
                self.cfg.set(name, value)

    def load(self) -> Any:
        """The application, once the folder is there in which it looks for collected files."""
        settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
        from gaoyao.web.wsgi import application

        return application
