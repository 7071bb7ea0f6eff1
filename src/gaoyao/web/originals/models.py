"""What was uploaded, and every original it holds.  The bytes are in the vault, sealed; here is what finds them."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from gaoyao.dossier.chain import PartKey
from gaoyao.dossier.schema import Part
from gaoyao.web.cases.models import new_key


class Upload(models.Model):
    """One act of uploading: its files, the part they belong to, and the case that was drafted from them."""

    key = models.CharField(max_length=20, unique=True, default=new_key, editable=False)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="uploads")
    case = models.ForeignKey("cases.Case", models.PROTECT, null=True, related_name="uploads")
    part = models.CharField(max_length=30, default=Part.MAIN.value)
    owner = models.CharField(max_length=60, blank=True)
    title = models.TextField()
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.key

    @property
    def part_key(self) -> PartKey:
        """The part, for the policy and the seal."""
        return (Part(self.part), self.owner)


class Original(models.Model):
    """One file, or one member of an archive, under its sha256.  `given` tells what was uploaded from what was inside it."""

    upload = models.ForeignKey(Upload, models.CASCADE, related_name="originals")
    place = models.PositiveIntegerField()
    name = models.TextField()
    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.PositiveBigIntegerField()
    form = models.CharField(max_length=20, blank=True)
    pages = models.PositiveIntegerField(default=0)
    given = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["upload", "place"], name="originals_one_place_an_upload"),
        ]
        ordering = ["upload_id", "place"]

    def __str__(self) -> str:
        return self.name
