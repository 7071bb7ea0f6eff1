"""Doing one job: progress, cancelling, the end of it in one transaction with what it made."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import field as default
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.utils import timezone
from django.utils.module_loading import import_string

from gaoyao.dossier.model import DossierError
from gaoyao.web.jobs.models import OPEN, Job, Kind, Status
from gaoyao.web.jobs.queue import holding

LOG = logging.getLogger("gaoyao.jobs")
EVERY = 0.4
"""Seconds between two looks at the row: progress is written, the wish to stop is read."""
MOST_ATTEMPTS = 40
BODIES = {
    Kind.READ: "gaoyao.web.originals.reading.read",
    Kind.ADD: "gaoyao.web.adding.body.add",
    Kind.REVIEW: "gaoyao.web.jobs.making.review",
    Kind.EXPORT: "gaoyao.web.jobs.making.export",
}
"""What each kind of job runs: body(job, told) -> Outcome."""
stopping = threading.Event()
"""Set when the worker was told to end: jobs go back into the queue."""


class StoppedError(Exception):
    """The person cancelled."""


class InterruptedByWorkerError(Exception):
    """The worker is ending; the job goes on when one starts again."""


class AgainError(Exception):
    """What the job rests on changed while it ran: it begins again at once."""


class JobError(Exception):
    """The job cannot be done: what is wrong, where, what to do."""

    def __init__(self, problem: str, cure: str, place: str = "") -> None:
        super().__init__(problem)
        self.problem, self.cure, self.place = problem, cure, place


@dataclass(frozen=True)
class Outcome:
    """What was made.  `commit` is called in the transaction that ends the job, so that it happens exactly once;
    `after` when that is done."""

    result: dict[str, Any] = default(default_factory=dict)
    commit: Callable[[Job], None] = lambda job: None
    after: Callable[[], None] = lambda: None


class Told:
    """What a body calls to say where it is; raises where the job is to stop."""

    def __init__(self, job: Job) -> None:
        self.job, self._last = job, 0.0

    @property
    def place(self) -> str:
        """Which file or page was told last."""
        return self.job.place

    def __call__(self, what: str, done: int, total: int, place: str = "") -> None:
        """Progress: what is being done, how many of how many, which file or page."""
        job = self.job
        changed = what != job.what
        job.what, job.done, job.total, job.place = what, done, total, place[:300]
        self.look(force=changed or done == total)

    def look(self, *, force: bool = False) -> None:
        """Write the progress and read the wish to stop, at most every EVERY seconds."""
        if stopping.is_set():
            raise InterruptedByWorkerError
        now = time.monotonic()
        if not force and now - self._last < EVERY:
            return
        self._last = now
        job = self.job
        Job.objects.filter(pk=job.pk).update(
            what=job.what, done=job.done, total=job.total, place=job.place, told=timezone.now()
        )
        if Job.objects.filter(pk=job.pk, asked_to_stop=True).exists():
            raise StoppedError


def run(key: str) -> str:
    """Do the job unless it is done, or another process has it.  Only the end of the process leaves it open."""
    job = Job.objects.filter(key=key).first()
    if job is None:
        return "没有这项工作"
    with holding(job) as mine:
        if not mine:
            return "已有进程在做"
        job.refresh_from_db()
        if not job.open:
            return job.get_status_display()
        job.status, job.attempts, job.started = Status.RUNNING, job.attempts + 1, timezone.now()
        job.save(update_fields=["status", "attempts", "started"])
        return _ended(job)


def _ended(job: Job) -> str:
    told = Told(job)
    try:
        told.look(force=True)
        if job.attempts > MOST_ATTEMPTS:
            raise JobError(
                f"已经中断了 {MOST_ATTEMPTS} 次，不再自动重来", "请管理员查看服务器的内存和日志，然后重新开始"
            )
        outcome: Outcome = import_string(BODIES[Kind(job.kind)])(job, told)
        _finish(job, outcome)
    except StoppedError:
        _end(job, Status.CANCELLED)
    except AgainError:
        return _ended(job)
    except InterruptedByWorkerError:
        Job.objects.filter(pk=job.pk).update(attempts=job.attempts - 1)
        return "worker 停止，下次启动后接着做"
    except JobError as error:
        _end(job, Status.FAILED, error.problem, error.cure, error.place or job.place)
    except DossierError as error:
        _end(job, Status.FAILED, "；".join(error.problems), "请按说明更正以后重新开始", job.place)
    except (PermissionDenied, Http404) as error:
        why = str(error) if isinstance(error, PermissionDenied) else ""
        _end(job, Status.FAILED, why or "现在不由你办理这件案件，没有完成", "请与案件管理人员联系")
    except OSError as error:
        LOG.warning("job %s: %s %s", job.key, type(error).__name__, error.errno)
        _end(
            job,
            Status.FAILED,
            f"读写磁盘时出错：{error.strerror or type(error).__name__}",
            "请管理员检查磁盘空间和权限，然后重新开始",
        )
    except Exception as error:  # noqa: BLE001 - the job says that it failed; its content stays out of the log
        LOG.error("job %s failed: %s", job.key, type(error).__name__)
        _end(
            job,
            Status.FAILED,
            f"程序出错（{type(error).__name__}），没有完成，也没有保存任何内容",
            "请重新开始；仍然出错的，请把时间告诉管理员",
        )
    return Status(job.status).label


def _finish(job: Job, outcome: Outcome) -> None:
    with transaction.atomic():
        found = Job.objects.select_for_update().get(pk=job.pk)
        if found.asked_to_stop:
            raise StoppedError
        if found.status not in OPEN:
            return
        found.status, found.finished, found.result = Status.DONE, timezone.now(), outcome.result
        found.what, found.place, found.done = "完成", "", found.total
        outcome.commit(found)
        found.save()
    job.refresh_from_db()
    outcome.after()


def _end(job: Job, status: Status, problem: str = "", cure: str = "", place: str = "") -> None:
    job.status, job.problem, job.cure, job.place, job.finished = status, problem, cure, place, timezone.now()
    job.save(update_fields=["status", "problem", "cure", "place", "finished"])
