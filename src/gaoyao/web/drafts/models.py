"""A draft: one person, one case, one form."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from gaoyao.web.cases.models import Case


class Draft(models.Model):
    """What was typed into one form and not submitted, sealed.  It is no record: it is replaced and deleted."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="drafts")
    case = models.ForeignKey(Case, models.CASCADE, related_name="drafts")
    form = models.CharField(max_length=200)
    sealed = models.BinaryField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "case", "form"], name="drafts_one_a_form"),
        ]

    def __str__(self) -> str:
        return f"{self.account_id}/{self.case_id}/{self.form}"
