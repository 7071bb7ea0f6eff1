"""`restore`: a backup into an empty installation."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from gaoyao.web.backup.archive import BackupError
from gaoyao.web.backup.returning import restore


class Command(BaseCommand):
    """Everything or nothing."""

    help = "把备份恢复到空的安装（先 migrate，并放好密钥文件）；SQLite 和 PostgreSQL 可以互相恢复；恢复以前、以后都核对"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which file."""
        parser.add_argument("file", type=Path, help="备份文件")

    def handle(self, *args: Any, **options: Any) -> None:
        """Restore and say what there is."""
        try:
            made = restore(options["file"])
        except BackupError as error:
            raise CommandError(str(error)) from error
        rows = sum(one.get("rows", 0) for one in made.members.values())
        self.stdout.write(
            f"已恢复 {made.made} 的备份：{rows} 行，逐表读回相符，全部日志重算相符。登录都已失效，请重新登录。"
        )
        if made.head:
            self.stdout.write(f"备份时最后的校验头 {made.head}，请与另存的比较。")
