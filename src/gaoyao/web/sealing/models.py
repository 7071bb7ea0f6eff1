"""Data keys: one random key for every part of every case, kept wrapped under a master key of the ring."""

from __future__ import annotations

from django.db import models


class DataKey(models.Model):
    """The wrapped key of one scope (case, part, owner; or a use of the installation).

    Rotation wraps it anew and changes nothing else, so that rows that may only be added to need not be rewritten.
    A trigger refuses deletion: with the row everything sealed under it would be lost.
    """

    scope = models.CharField(max_length=240, unique=True)
    key_name = models.CharField(max_length=100)
    wrapped = models.BinaryField()
    made = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.scope
