"""`worker`: does the background work, one job at a time; takes up again what a killed worker left."""

from __future__ import annotations

import os
import sys
import threading
from argparse import ArgumentParser
from types import FrameType
from typing import Any

from django.core.management.base import BaseCommand
from django.db import connection
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker

from gaoyao.web.cases.preparing import Preparer
from gaoyao.web.jobs.queue import recover
from gaoyao.web.jobs.results import prune
from gaoyao.web.jobs.running import stopping
from gaoyao.web.originals.child import end_with
from gaoyao.web.originals.receiving import tidy

LOOK = 10.0
"""Seconds between two looks for work that another, killed worker left."""


class _Worker(Worker):
    """Told to end, it puts the job it has back into the queue instead of finishing it."""

    def shutdown(self, signum: int, frame: FrameType | None) -> None:
        """SIGTERM, SIGINT: end soon; a second one: at once."""
        if not self.running:
            self.reset_signals()
            sys.exit(1)
        self.running = False
        stopping.set()
        if not self.running_task:
            sys.exit(0)


class Command(BaseCommand):
    """The process beside the server."""

    help = "处理后台工作（读取、整份审查、导出），准备案件列表；被中断的接着做。每台服务器至少运行一个"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How often to look, and whether to end when nothing is left."""
        parser.add_argument("--interval", type=float, default=1.0, help="没有工作时隔几秒再看一次，默认 1")
        parser.add_argument("--beside", action="store_true", help="随启动它的进程结束（serve 用）")
        parser.add_argument("--once", action="store_true", help="做完排着队的就结束")

    def handle(self, *args: Any, **options: Any) -> None:
        """Work until told to end."""
        if options["beside"]:
            end_with(os.getppid())
        tidy()
        prune()
        recover()
        worker = _Worker(
            queue_names=["default"], interval=options["interval"], batch=options["once"], backend_name="default",
            startup_delay=False, max_tasks=None, worker_id=get_random_string(32), excluded_queue_names=[],
        )  # fmt: skip
        worker.configure_signals()
        if not options["once"]:
            threading.Thread(target=_looking, daemon=True).start()
            threading.Thread(target=Preparer(stopping).run, daemon=True, name="lists").start()
        worker.run()


def _looking() -> None:
    while not stopping.wait(LOOK):
        try:
            recover()
            tidy()
        finally:
            connection.close()
