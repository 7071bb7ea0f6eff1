"""`prepare_lists`: the lines of the list of cases, made for the day before anybody asks."""

from __future__ import annotations

import time
from typing import Any

from django.core.management.base import BaseCommand

from gaoyao.web.cases.preparing import everything


class Command(BaseCommand):
    """Run after midnight, after an update and after a restore; the worker does the same, more slowly."""

    help = "准备案件列表里的数字（零点以后、更新程序以后、恢复备份以后运行；worker 也会自己做，慢一些）"

    def handle(self, *args: Any, **options: Any) -> None:
        """Prepare what is not of today, of the log as it stands and of this program."""
        began = time.monotonic()
        count = everything()
        self.stdout.write(f"准备了 {count} 行，{time.monotonic() - began:.0f} 秒；其余的已经是今天的。")
