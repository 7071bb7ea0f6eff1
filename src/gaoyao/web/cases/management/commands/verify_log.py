"""`verify_log`: every chain of every case read from the database and recomputed.  Shows no content."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from gaoyao.dossier.schema import Part
from gaoyao.web.audit import heads
from gaoyao.web.cases.models import Case
from gaoyao.web.ledger import storage
from gaoyao.web.ledger.models import Revision


class Command(BaseCommand):
    """The administrator's check; the heads of 正卷 are printed to be kept elsewhere."""

    help = "从数据库重读全部案件的日志并重算校验值；打印每件案件正卷的次数和校验值，供抄录另存"

    def handle(self, *args: Any, **options: Any) -> None:
        """Fail when one log does not fit."""
        broken = 0
        for case in Case.objects.order_by("pk"):
            keys = Revision.objects.filter(case=case).order_by().values_list("part", "owner").distinct()
            try:
                log = storage.load(case.pk, [(Part(part), owner) for part, owner in keys])
            except storage.LockedLogError as error:
                raise CommandError(str(error)) from error
            except (storage.BrokenLogError, ValueError):
                broken += 1
                self.stdout.write(f"{case.key}　不符")
                continue
            number, hash_ = log.heads.get((Part.MAIN, ""), (0, ""))
            self.stdout.write(f"{case.key}　相符　正卷 {number} 次　{hash_}")
        changed = heads.problems()
        for line in changed:
            self.stdout.write(f"与上一个校验头不符：{line}")
        if broken or changed:
            raise CommandError(
                f"{broken} 件案件的日志与校验值不符，{len(changed)} 卷与上一个校验头不符：有记录在本程序之外被改动、删去或者添加。"
            )
