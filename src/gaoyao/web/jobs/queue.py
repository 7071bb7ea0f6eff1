"""Asking for work once, taking it back up after a kill, one process at a time."""

from __future__ import annotations

import fcntl
import hashlib
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from gaoyao.web.accounts.models import Account
from gaoyao.web.cases.models import Case
from gaoyao.web.jobs.models import OPEN, Job, Kind, Status

READY = "READY"


def fingerprint(*names: str) -> str:
    """64 hex digits that are the same for the same work."""
    return hashlib.sha256("\0".join(names).encode("utf-8", "surrogatepass")).hexdigest()


def ask(account: Account, kind: Kind, title: str, mark: str, case: Case | None = None, **options: Any) -> Job:
    """The job for this work: a new one, the one that is there, or one that failed or was cancelled, begun again.

    `mark` is the fingerprint; call it inside the transaction that makes what the job needs.
    """
    with transaction.atomic():
        job, made = Job.objects.get_or_create(
            account=account,
            kind=kind,
            fingerprint=mark,
            defaults={"title": title, "case": case, "options": options},
        )
        if job.open and not made or job.status == Status.DONE:
            return job
        job.options = options
        return begin(job)


def begin(job: Job) -> Job:
    """Put the job into the queue, from its beginning; what it kept on the disk is found again by itself."""
    job.status, job.asked_to_stop, job.attempts, job.done, job.total = Status.WAITING, False, 0, 0, 0
    job.what = job.place = job.problem = job.cure = ""
    job.finished = None
    _enqueue(job)
    return job


def _enqueue(job: Job) -> None:
    from gaoyao.web.jobs.tasks import work  # the task imports the bodies, which import this

    job.task = str(work.enqueue(job.key).id)
    job.save()


def stop(job: Job) -> None:
    """Ask the worker to stop, or take the job out of the queue where none has it."""
    with transaction.atomic():
        found = Job.objects.select_for_update().get(pk=job.pk)
        if not found.open:
            return
        found.asked_to_stop = True
        if found.status == Status.WAITING:
            found.status, found.finished = Status.CANCELLED, timezone.now()
            DBTaskResult.objects.filter(pk=found.task, status=READY).delete()
        found.save()


@contextmanager
def held(name: str) -> Iterator[bool]:
    """Hold a name in this process; False where another does.  The kernel lets go when a process is killed."""
    folder = settings.WORK / "held"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with (folder / name).open("wb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            yield False
            return
        yield True


def holding(job: Job) -> AbstractContextManager[bool]:
    """Hold the job in this process; False where another process does."""
    return held(job.key)


def recover() -> list[Job]:
    """Queue again what a killed worker left: open, not waiting in the queue, and held by no process."""
    again = []
    for job in Job.objects.filter(status__in=OPEN):
        if DBTaskResult.objects.filter(pk=job.task, status=READY).exists():
            continue
        with holding(job) as free:
            if not free:
                continue
            with transaction.atomic():
                found = (
                    Job.objects.select_for_update().filter(pk=job.pk, status__in=OPEN, task=job.task).first()
                )
                if found is None:
                    continue
                DBTaskResult.objects.filter(pk=found.task).delete()
                found.status = Status.WAITING
                _enqueue(found)
                again.append(found)
    return again
