"""Sealed opinions: what a member filed, until his turn to speak opens it into the log."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Envelope(models.Model):
    """One sealed opinion; `box` opens with the key of 法院副卷 and at this place only.  Only ever added (triggers)."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="envelopes")
    subject = models.CharField(max_length=200)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="envelopes")
    box = models.BinaryField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "subject"], name="panel_one_envelope_a_seat")]
        ordering = ["pk"]
