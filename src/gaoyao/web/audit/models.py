"""Heads and their leaves (only ever added, by trigger), and who read what (outside the chain, purged in time)."""

from __future__ import annotations

from django.db import models


class Head(models.Model):
    """One Merkle head over the chains of all parts of all cases; `head` is what is deposited elsewhere."""

    number = models.PositiveIntegerField(unique=True)
    date = models.CharField(max_length=10)
    leaves = models.PositiveIntegerField()
    root = models.CharField(max_length=64)
    previous = models.CharField(max_length=64)
    head = models.CharField(max_length=64, unique=True)
    made = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["number"]

    def __str__(self) -> str:
        return f"{self.number}（{self.date}）"


class Leaf(models.Model):
    """What one part contributes from a head on, until another row for the same place.

    `leaf` is a salted commitment where the part is closed: the salt comes from the key of the part.
    """

    head = models.ForeignKey(Head, models.PROTECT, related_name="set_leaves")
    place = models.PositiveIntegerField()
    case_key = models.CharField(max_length=20)
    part = models.CharField(max_length=30)
    owner = models.CharField(max_length=60, blank=True)
    number = models.PositiveIntegerField()
    leaf = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["head", "place"], name="audit_one_leaf_a_place_and_head"),
        ]
        indexes = [models.Index(fields=["case_key"], name="audit_leaves_of_a_case")]
        ordering = ["head_id", "place"]


class Reading(models.Model):
    """One page that somebody read, without content.  No foreign keys: the entry outlives what it names."""

    at = models.DateTimeField(db_index=True)
    username = models.CharField(max_length=60, db_index=True)
    role = models.CharField(max_length=30)
    what = models.CharField(max_length=20)
    case_key = models.CharField(max_length=20, blank=True, db_index=True)
    parts = models.TextField(blank=True)
    subject = models.TextField(blank=True)
    page = models.TextField(blank=True)

    class Meta:
        ordering = ["-at", "-pk"]
