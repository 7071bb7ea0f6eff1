"""`new_keys`: a key ring for a new installation."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from gaoyao.web.sealing.ring import new_ring, write


class Command(BaseCommand):
    """Write the file, once."""

    help = "为新的安装生成密钥文件（只有本用户可读）；已有的不覆盖"
    requires_system_checks: list[str] = []  # noqa: RUF012 - Django's own name and type

    def handle(self, *args: Any, **options: Any) -> None:
        """Refuse where there is one: what is sealed under it could never be read again."""
        if settings.KEY_RING:
            raise CommandError("密钥由环境变量 GAOYAO_WEB_KEYS 给出，不使用文件。")
        if settings.KEY_FILE.exists():
            raise CommandError(
                f"已经有密钥文件“{settings.KEY_FILE.name}”，没有改动。更换密钥用 rotate_keys。"
            )
        ring = new_ring()
        write(settings.KEY_FILE, ring)
        self.stdout.write(
            f"已生成密钥 {ring.active}，写入 {settings.KEY_FILE.name}。请立即另存一份，与数据库和备份分开保管：密钥没有了，加密保存的内容谁也读不出来。"
        )
