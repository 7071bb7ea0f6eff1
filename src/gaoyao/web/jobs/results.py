"""What a job made for its asker to download: sealed, kept a week, made again on request."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from gaoyao.web.jobs.models import OPEN, READINGS, Job
from gaoyao.web.sealing.keys import of_installation

KEPT = timedelta(days=7)
_USE = "results"


def path_of(job: Job) -> Path:
    """Where it is kept."""
    folder: Path = settings.WORK / "results"
    return folder / job.key


def keep(job: Job, source: BinaryIO) -> int:
    """Seal it; the number of plain bytes."""
    target = path_of(job)
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    new = target.with_name(f"{job.key}.{secrets.token_hex(4)}.new")
    try:
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            size = of_installation(_USE).seal_stream(source, out, job.key)
        new.replace(target)
    finally:
        new.unlink(missing_ok=True)
    return size


def chunks(job: Job) -> Iterator[bytes]:
    """What was made, chunk by chunk.  Raises SealError, FileNotFoundError."""
    with path_of(job).open("rb") as source:
        yield from of_installation(_USE).unseal_stream(source, job.key)


def prune() -> None:
    """Forget what was made more than a week ago; a reading stays, because it says where a case came from."""
    before = timezone.now() - KEPT
    DBTaskResult.objects.filter(finished_at__lt=before).delete()
    for job in Job.objects.filter(finished__lt=before).exclude(status__in=OPEN).exclude(kind__in=READINGS):
        path_of(job).unlink(missing_ok=True)
        job.delete()
