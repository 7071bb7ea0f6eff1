"""One piece of background work.  The row is what a person sees of it; django-tasks-db holds the queue."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from gaoyao.web.cases.models import new_key


class Kind(models.TextChoices):
    """What is done."""

    READ = "read", "读取卷宗材料"
    ADD = "add", "补充材料"
    REVIEW = "review", "整份审查意见"
    EXPORT = "export", "导出案件和原件"


class Status(models.TextChoices):
    """Where it stands."""

    WAITING = "waiting", "排队"
    RUNNING = "running", "进行中"
    DONE = "done", "已完成"
    FAILED = "failed", "没有完成"
    CANCELLED = "cancelled", "已取消"


OPEN = (Status.WAITING, Status.RUNNING)
READINGS = (Kind.READ, Kind.ADD)
"""What changes a case and makes no file to download; it stays, because it says where the case came from."""


class Job(models.Model):
    """Work that one person asked for.  The same work (`fingerprint`) is asked for once; asking again finds this row.

    `what`, `done`, `total`, `place`: progress as last told.  `problem`, `cure`: why it failed and what to do.
    `task` is the row of the queue; a worker that was killed leaves it behind, and `recover` makes another.
    """

    key = models.CharField(max_length=20, unique=True, default=new_key, editable=False)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="jobs")
    case = models.ForeignKey("cases.Case", models.PROTECT, null=True, related_name="jobs")
    fingerprint = models.CharField(max_length=64)
    title = models.TextField()
    options = models.JSONField(default=dict)
    status = models.CharField(max_length=20, choices=Status.choices, default=Status.WAITING)
    asked_to_stop = models.BooleanField(default=False)
    task = models.CharField(max_length=40, blank=True)
    attempts = models.PositiveIntegerField(default=0)
    what = models.TextField(blank=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    place = models.TextField(blank=True)
    problem = models.TextField(blank=True)
    cure = models.TextField(blank=True)
    result = models.JSONField(default=dict)
    created = models.DateTimeField(auto_now_add=True)
    started = models.DateTimeField(null=True)
    told = models.DateTimeField(null=True)
    finished = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "kind", "fingerprint"], name="jobs_asked_for_once"),
        ]
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.key

    @property
    def open(self) -> bool:
        """Is it still to be done?"""
        return self.status in OPEN

    @property
    def reading(self) -> bool:
        """Does it read papers (rather than make a file)?"""
        return self.kind in READINGS

    @property
    def percent(self) -> int:
        """How much of the present step is done, 0 to 100."""
        return min(100, self.done * 100 // self.total) if self.total else 0
