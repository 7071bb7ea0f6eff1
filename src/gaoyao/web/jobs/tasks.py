"""The one task of the queue: do the job with that key."""

from __future__ import annotations

from django_tasks import task

from gaoyao.web.jobs.running import run


@task()
def work(key: str) -> str:
    """Do it; how it ended.  What goes wrong stands in the job, never in the queue."""
    return run(key)
