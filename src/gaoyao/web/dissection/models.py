"""A dissection is a chain of sealed entries; what they say together is replayed by `gaoyao.quality.dissection`."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from gaoyao.web.cases.models import new_key


class Dissection(models.Model):
    """One dissection of one case; the row is the lock of its chain."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="dissections")
    key = models.CharField(max_length=20, unique=True, default=new_key, editable=False)
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]


class Entry(models.Model):
    """One act: `box` is its content, sealed; `hash` covers the one before, the head of the entry and the box."""

    dissection = models.ForeignKey(Dissection, models.PROTECT, related_name="entries")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=20)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="dissection_entries")
    at = models.CharField(max_length=40)
    box = models.BinaryField()
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dissection", "number"], name="dissection_one_number_an_entry")
        ]
        ordering = ["dissection_id", "number"]
