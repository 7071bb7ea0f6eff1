"""`purge_reads`: the register of readings, shortened to what the institution keeps."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from gaoyao.web.audit.readings import purge


class Command(BaseCommand):
    """Run now and then."""

    help = "删去超过保留期（GAOYAO_WEB_READS_DAYS）的阅读登记；删去多少、到哪一天，留有一条登记"

    def handle(self, *args: Any, **options: Any) -> None:
        """Delete and say how many."""
        gone, day = purge()
        self.stdout.write(f"保留 {settings.READS_DAYS} 天；删去 {day} 以前的 {gone} 条。")
