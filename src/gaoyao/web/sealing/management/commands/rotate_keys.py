"""`rotate_keys`: a new master key becomes active and every data key is wrapped under it."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from gaoyao.web.sealing.envelope import SealError
from gaoyao.web.sealing.keys import RING, names_in_use, rewrap
from gaoyao.web.sealing.models import DataKey
from gaoyao.web.sealing.ring import KeyRing, name_in, write


class Command(BaseCommand):
    """Interrupted at any point, the same command goes on where it stopped; old keys stay until --retire."""

    help = "更换主密钥：生成新密钥并启用，把全部数据密钥改用它密封，逐个核对；中断以后再执行一次即继续"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Retire the old keys."""
        parser.add_argument(
            "--retire",
            action="store_true",
            help="不生成新密钥；从密钥文件里删去已不使用的旧密钥（旧备份将不能再恢复）",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """New key, rewrap, verify."""
        try:
            if options["retire"]:
                self._retire(RING.now())
                return
            ring = self._ring(RING.now())
            done = self._rewrap(ring)
        except SealError as error:
            raise CommandError(str(error)) from error
        left = {name: count for name, count in names_in_use().items() if name != ring.active}
        if left:
            raise CommandError("仍有数据密钥没有改用新密钥，请再执行一次。")
        total = DataKey.objects.count()
        self.stdout.write(f"现用密钥 {ring.active}；改密封 {done} 个数据密钥，共 {total} 个，逐个核对相符。")
        if len(ring.keys) > 1:
            self.stdout.write("旧密钥仍保留，用来恢复以前的备份；确定不再需要时执行 rotate_keys --retire。")

    def _ring(self, ring: KeyRing) -> KeyRing:
        """An interrupted rotation goes on with its key; otherwise a new one, written before it is used."""
        unfinished = any(name != ring.active for name in names_in_use())
        if unfinished or settings.KEY_RING:
            return ring
        ring = ring.with_new_key()
        write(settings.KEY_FILE, ring)
        self.stdout.write(f"新密钥 {ring.active} 已写入密钥文件，请另存一份。")
        return RING.now()

    def _rewrap(self, ring: KeyRing) -> int:
        done = 0
        while pks := _under_another(ring.active):
            for pk in pks:
                with transaction.atomic():
                    rewrap(DataKey.objects.select_for_update().get(pk=pk), ring)
            done += len(pks)
        return done

    def _retire(self, ring: KeyRing) -> None:
        if settings.KEY_RING:
            raise CommandError("密钥由环境变量 GAOYAO_WEB_KEYS 给出：请自己从中删去不再使用的密钥。")
        kept = ring.without(*(name for name in ring.keys if name not in names_in_use()))
        write(settings.KEY_FILE, kept)
        self.stdout.write(f"已从密钥文件删去 {len(ring.keys) - len(kept.keys)} 个不再使用的密钥。")


def _under_another(active: str) -> list[int]:
    rows = DataKey.objects.values_list("pk", "wrapped").iterator()
    return [pk for pk, wrapped in rows if name_in(bytes(wrapped)) != active]
