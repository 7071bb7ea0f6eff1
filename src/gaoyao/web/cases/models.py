"""A case and who is assigned to it.  What the case says is in the log (`ledger`), nowhere else."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
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
    """One person's part in one case; `owner` names the defence whose material a defender reads and writes.

    It opens the case from `since` until `ends`.  `reads_register` names a reader of 过问登记 (design §6: no role reads it).
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="assignments")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="assignments")
    role = models.CharField(max_length=30, choices=[(one.value, one.label) for one in Role])
    owner = models.CharField(max_length=60, blank=True)
    since = models.DateTimeField(default=timezone.now)
    ends = models.DateTimeField(null=True, blank=True)
    reads_register = models.BooleanField(default=False)

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


class AssignmentEntry(models.Model):
    """One line of the history of assignments: who was given what, by whom, why.  Only ever added (triggers)."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="assignment_entries")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="assignment_entries")
    what = models.CharField(
        max_length=20, choices=[("given", "指派"), ("changed", "变更"), ("ended", "结束")]
    )
    role = models.CharField(max_length=30)
    owner = models.CharField(max_length=60, blank=True)
    since = models.DateTimeField()
    ends = models.DateTimeField(null=True, blank=True)
    reads_register = models.BooleanField(default=False)
    reason = models.TextField()
    by = models.TextField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]


class Listed(models.Model):
    """The line of a case in a list, sealed: derived, made again where `state` is another.  `scope`: the parts and the reader.

    `asked`: since when somebody waits for it; an empty `state` has no line yet.  `broken`: the log did not verify.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="listed")
    scope = models.CharField(max_length=64)
    state = models.CharField(max_length=64)
    sealed = models.BinaryField()
    asked = models.DateTimeField(null=True, db_index=True)
    broken = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "scope"], name="cases_one_line_a_scope")]
