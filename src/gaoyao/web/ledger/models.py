"""Tables of the assertion log.  Rows are only ever added; triggers on both databases refuse everything else."""

from __future__ import annotations

from django.db import models


class Revision(models.Model):
    """One action on one part of one case; `hash` covers the previous hash and every record (dossier.wire)."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="revisions")
    part = models.CharField(max_length=30)
    owner = models.CharField(max_length=60, blank=True)
    number = models.PositiveIntegerField()
    actor = models.TextField()
    action = models.TextField()
    reason = models.TextField(blank=True)
    at = models.CharField(max_length=40)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "part", "owner", "number"], name="ledger_one_number_a_part"
            ),
        ]
        ordering = ["id"]


class Record(models.Model):
    """One assertion of a revision.  `value` and `address` are canonical JSON, so that the hash can be made again."""

    revision = models.ForeignKey(Revision, models.PROTECT, related_name="records")
    place = models.PositiveIntegerField()
    subject = models.TextField()
    kind = models.CharField(max_length=60)
    field = models.CharField(max_length=80)
    value = models.TextField()
    basis = models.PositiveSmallIntegerField()
    address = models.TextField()
    confidence = models.FloatField(null=True)
    note = models.TextField(blank=True)
    retracts = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["revision", "place"], name="ledger_one_place_a_revision"),
        ]
        ordering = ["revision_id", "place"]
