"""Tables of the assertion log.  Rows are only ever added; triggers on both databases refuse everything else.

A row of a closed part holds a sealed box instead of its content; `ledger.boxes` says what is in it.
"""

from __future__ import annotations

from django.db import models


class Revision(models.Model):
    """One action on one part of one case; `hash` covers the previous hash and every record (dossier.wire).

    In a closed part the two hashes are commitments under the part's key: a hash of little text could be guessed.
    """

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="revisions")
    part = models.CharField(max_length=30)
    owner = models.CharField(max_length=60, blank=True)
    number = models.PositiveIntegerField()
    actor = models.TextField()
    action = models.TextField()
    reason = models.TextField(blank=True)
    at = models.CharField(max_length=40, blank=True)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)
    sealed = models.BinaryField(null=True)

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
    sealed = models.BinaryField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["revision", "place"], name="ledger_one_place_a_revision"),
        ]
        ordering = ["revision_id", "place"]
