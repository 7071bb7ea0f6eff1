"""`backup`: the whole installation in one file, without the keys."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from gaoyao.web.backup.archive import BackupError
from gaoyao.web.backup.saving import save


class Command(BaseCommand):
    """May run beside the server."""

    help = "把整个安装（数据库全部内容、密封的原件）备份成一个文件；不含密钥，密钥要另外保管。服务不用停"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to."""
        parser.add_argument("file", type=Path, help="写到这个文件；已有的不覆盖")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write it and say what is in it."""
        try:
            made = save(options["file"])
        except BackupError as error:
            raise CommandError(str(error)) from error
        rows = sum(one.get("rows", 0) for one in made.members.values())
        files = sum("rows" not in one for one in made.members.values())
        self.stdout.write(
            f"已备份 {rows} 行、{files} 个原件。恢复要用密钥 {'、'.join(made.keys) or '（没有加密的内容）'}；密钥不在备份里。"
        )
