"""Who read what: noted outside the hash chain, without content, kept in the process and written in batches.

What a killed process had not yet written is lost: at most `MOST` entries or `settings.READS_SECONDS` seconds.
"""

from __future__ import annotations

import atexit
import logging
import os
from datetime import timedelta
from threading import Event, Lock, Thread
from urllib.parse import urlencode

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from gaoyao.dossier.chain import MAIN
from gaoyao.web.accounts.models import Account
from gaoyao.web.audit.models import Reading
from gaoyao.web.cases.reading import Desk

MOST, KEPT = 50, 10_000
"""Written at the latest after so many; kept at most while the database does not answer."""
SUBJECT, PLACE = ("id", "item", "s"), ("section", "page", "show", "kind")
"""Parameters of an address that name an object, and those that may be kept as they are."""
ELSEWHERE = "（关闭分卷内）"
LABELS = {
    "cases": "案件列表", "list-lines": "案件列表（补齐）", "case": "概览", "review": "审查意见", "export": "导出案件", "papers": "文书目录", "paper": "制作文书",
    "evidence": "证据目录", "item": "一件证据", "questions": "待查问题", "matrix": "待证事实", "ruling": "裁定", "arguments": "辩护意见",
    "revisions": "修订记录", "raw-log": "下载日志", "proof-export": "可核验的导出", "cell": "更正一项", "purge": "清理阅读登记",
    "export_case": "命令导出", "job-result": "下载后台结果", "queue": "待确认", "coverage": "材料与覆盖", "material": "补充材料", "page": "原件的一页", "page-image": "原件一页的图像",
    "crop": "原件的一处", "graph": "证明图", "statements": "供述比对", "timeline": "时间线", "periods": "程序与期限", "registers": "疑点与其他可能",
    "panel": "评议", "panel-convene": "召集评议", "deliberation": "一次评议", "committee": "审判委员会讨论", "committee-convene": "登记审判委员会会议",
    "interference": "过问登记", "assignments": "办案人员", "dissections": "剖析", "dissection": "一次剖析", "scenario": "剖析的情景",
    "favourable": "有利证据台账", "laws": "法条", "api-cases": "接口：案件列表", "api-case": "接口：一件案件", "api-assertions": "接口：逐条内容",
    "api-append": "接口：录入", "api-exchange": "接口：案件文件", "api-review": "接口：审查意见", "api-documents": "接口：材料",
}  # fmt: skip
_log = logging.getLogger(__name__)


class Buffer:
    """Entries not yet written; safe to use from several threads and after a fork."""

    def __init__(self, most: int = MOST) -> None:
        self._most, self._lock = most, Lock()
        self._waiting: list[Reading] = []
        self._process, self._stop = 0, Event()

    def note(self, entry: Reading, seconds: float) -> None:
        """Keep it; write when there are enough, or every so many seconds, or now where that is 0."""
        with self._lock:
            self._waiting.append(entry)
            if seconds and self._process != os.getpid():
                self._process = os.getpid()
                Thread(target=self._regularly, args=(seconds,), daemon=True, name="readings").start()
                atexit.register(self.flush)
            due = not seconds or len(self._waiting) >= self._most
        if due:
            self.flush()

    def flush(self) -> None:
        """Write what waits.  Where the database does not answer it waits on, and the log of the server says so."""
        with self._lock:
            taken, self._waiting = self._waiting, []
        if not taken:
            return
        try:
            Reading.objects.bulk_create(taken)
        except DatabaseError:
            with self._lock:
                self._waiting = [*taken, *self._waiting][-KEPT:]
            _log.exception("阅读登记暂时写不进数据库，稍后再写")

    def _regularly(self, seconds: float) -> None:
        while not self._stop.wait(seconds):
            self.flush()
            connection.close()


BUFFER = Buffer()


def note(
    account: Account, what: str, case: str = "", parts: str = "", subject: str = "", page: str = ""
) -> None:
    """One reading.  Nothing given here may be content of a case."""
    entry = Reading(
        at=timezone.now(), username=account.username, role=account.role, what=what[:20], case_key=case, parts=parts,
        subject=subject[:200], page=page[:300],
    )  # fmt: skip
    BUFFER.note(entry, settings.READS_SECONDS)


def note_page(request: HttpRequest, response: HttpResponse, account: Account, desk: Desk | None) -> None:
    """A page that was answered with content: of a case, or outside one."""
    if response.status_code not in (200, 422) or request.resolver_match is None:
        return
    kept = {name: request.GET[name][:40] for name in PLACE if name in request.GET}
    page = request.path + (f"?{urlencode(kept)}" if kept else "")
    parts = "" if desk is None else ",".join(sorted({part.value for part, _ in desk.parts}))
    note(
        account,
        request.resolver_match.url_name or "",
        "" if desk is None else desk.case.key,
        parts,
        "" if desk is None else _subject(request, desk),
        page,
    )


def _subject(request: HttpRequest, desk: Desk) -> str:
    """The object a page is about.  An id of a closed part may tell something, so that it is not kept."""
    asked = next((request.GET[name] for name in SUBJECT if request.GET.get(name)), "")
    if not asked:
        return ""
    known = {record.subject for record in desk.read.log.chain(*MAIN).declarations}
    return asked if asked in known else ELSEWHERE


def purge() -> tuple[int, str]:
    """Delete what is older than the institution keeps; the deletion is itself an entry.  How many, and until when."""
    until = timezone.now() - timedelta(days=settings.READS_DAYS)
    gone, _ = Reading.objects.filter(at__lt=until).delete()
    day = timezone.localtime(until).date().isoformat()
    if gone:
        Reading.objects.create(
            at=timezone.now(), username="", role="", what="purge", page=f"{day} 以前的 {gone} 条"
        )
    return gone, day
