"""`audit_head`: the Merkle head of today, to be run once a day and deposited elsewhere."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from gaoyao.web.audit import heads
from gaoyao.web.audit.models import Head


class Command(BaseCommand):
    """Refuses, and says where, when a chain is not the continuation of the head before."""

    help = "做今天的校验头：覆盖全部案件全部分卷的校验链；打印的一行应当抄录、打印，交机构以外的人另存。每天执行一次"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Only list."""
        parser.add_argument("--list", action="store_true", help="只列出以前的校验头")

    def handle(self, *args: Any, **options: Any) -> None:
        """Make it and print it."""
        if options["list"]:
            self.stdout.write("\n".join(heads.told(Head.objects.order_by("number"))))
            return
        head, problems = heads.make(timezone.localdate().isoformat())
        if head is None:
            raise CommandError("没有做校验头，日志与上一个校验头接不上：\n" + "\n".join(problems))
        self.stdout.write(heads.told([head])[0])
