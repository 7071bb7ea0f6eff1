"""The account of a person."""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.crypto import salted_hmac

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
    second_since = models.DateTimeField("动态口令启用时间", null=True, blank=True)
    epoch = models.PositiveIntegerField("登录批次", default=0)

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

    def end_sessions(self) -> None:
        """Every session of this person ends at its next request, on whatever machine."""
        self.epoch += 1
        self.save(update_fields=["epoch"])

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """Django compares this with what a session began with: the password and the epoch."""
        name = "gaoyao.web.accounts.Account.session"
        return salted_hmac(
            name, f"{self.password}\0{self.epoch}", secret=secret, algorithm="sha256"
        ).hexdigest()

    def __str__(self) -> str:
        return f"{self.name}（{self.profession.label}）"


class SecondFactor(models.Model):
    """The secret of a person's one-time codes, sealed; the last step used, so that no code works twice."""

    account = models.OneToOneField(Account, models.CASCADE, related_name="second")
    sealed = models.BinaryField()
    confirmed = models.BooleanField(default=False)
    last_step = models.BigIntegerField(default=0)
    failures = models.PositiveSmallIntegerField(default=0)
    locked_until = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.account.username


class RecoveryCode(models.Model):
    """One code for the day the telephone is lost, as a keyed hash; used once."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="recovery_codes")
    hash = models.CharField(max_length=64, unique=True)
    used = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.account.username
