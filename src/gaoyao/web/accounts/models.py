"""The account of a person."""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models

from gaoyao.dossier.view import Role


class Accounts(BaseUserManager["Account"]):
    """Makes accounts."""

    def open(self, username: str, name: str, role: Role, password: str, *, one_time: bool = True) -> Account:
        """A new account; a one-time password must be changed at the first log-in."""
        account = self.model(username=username, name=name, role=role.value, must_change_password=one_time)
        account.set_password(password)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """A person who may log in.  `role` is the profession; what it opens is decided case by case (cases.policy)."""

    username = models.CharField("用户名", max_length=60, unique=True)
    name = models.CharField("姓名", max_length=60)
    role = models.CharField("身份", max_length=30, choices=[(one.value, one.label) for one in Role])
    is_active = models.BooleanField("在用", default=True)
    must_change_password = models.BooleanField("须改密码", default=True)

    objects = Accounts()
    USERNAME_FIELD = "username"

    class Meta:
        ordering = ["username"]

    @property
    def profession(self) -> Role:
        """The role as the dossier knows it."""
        return Role(self.role)

    @property
    def administrator(self) -> bool:
        """Does this person run the installation (and read no case)?"""
        return self.profession is Role.ADMINISTRATOR

    def __str__(self) -> str:
        return f"{self.name}（{self.profession.label}）"
