"""`load_case`: exchange files become a case of one person."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from gaoyao.dossier.exchange import load_many
from gaoyao.dossier.model import DossierError
from gaoyao.web.accounts.models import Account
from gaoyao.web.cases.actions import one_line, open_case


class Command(BaseCommand):
    """Load one case."""

    help = "把交换格式的案件文件（可以几个分卷）载入为一件案件，由指明的账户承办"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whose case, and its files."""
        parser.add_argument("username", help="承办人的用户名")
        parser.add_argument("files", nargs="+", type=Path, help="案件文件")

    def handle(self, *args: Any, **options: Any) -> None:
        """Load all or nothing, and print the key of the case."""
        account = Account.objects.filter(username=options["username"]).first()
        if account is None:
            raise CommandError(f"没有用户名为“{options['username']}”的账户。")
        at = timezone.localtime().isoformat(timespec="seconds")
        try:
            case = open_case(account, load_many(options["files"], actor=one_line(str(account)), at=at).log)
        except (DossierError, PermissionDenied, OSError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(case.key)
