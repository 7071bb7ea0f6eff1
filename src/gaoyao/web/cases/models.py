"""A case and who is assigned to it.  What the case says is in the log (`ledger`), nowhere else."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.crypto import get_random_string

from gaoyao.dossier.view import Role

KEY_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


def new_key() -> str:
    """An address that says nothing about the case and cannot be guessed (about 59 bits)."""
    return get_random_string(12, KEY_LETTERS)


class Case(models.Model):
    """One case.  The row is also the lock that every action on the case takes."""

    key = models.CharField(max_length=20, unique=True, default=new_key, editable=False)
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.key


class Assignment(models.Model):
    """One person's part in one case; `owner` names the defence whose material a defender reads and writes."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="assignments")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="assignments")
    role = models.CharField(max_length=30, choices=[(one.value, one.label) for one in Role])
    owner = models.CharField(max_length=60, blank=True)
    since = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "account"], name="cases_one_role_a_person"),
            models.CheckConstraint(
                condition=models.Q(role=Role.DEFENDER.value, owner__gt="")
                | (~models.Q(role=Role.DEFENDER.value) & models.Q(owner="")),
                name="cases_defender_has_owner",
            ),
        ]
        ordering = ["-case_id"]
