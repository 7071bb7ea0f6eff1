"""A token: whose it is, what it may do, until when.  The token itself is not kept, only its hash."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from gaoyao.web.cases.models import Case


class Token(models.Model):
    """One token of one person.  `epoch` is the person's when it was made: 退出全部设备 ends it too."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=60)
    ident = models.CharField(max_length=12, unique=True)
    hash = models.CharField(max_length=64)
    writes = models.BooleanField(default=False)
    case = models.ForeignKey(Case, models.CASCADE, null=True, related_name="tokens")
    epoch = models.PositiveIntegerField()
    created = models.DateTimeField(auto_now_add=True)
    expires = models.DateTimeField()
    revoked = models.DateTimeField(null=True)
    last_used = models.DateTimeField(null=True)
    minute = models.BigIntegerField(default=0)
    used = models.PositiveIntegerField(default=0)
    wrote = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.account_id}/{self.name}"
