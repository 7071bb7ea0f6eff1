"""Registers the package with Django; in production nothing starts without the key ring."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, register


class Sealing(AppConfig):
    """`gaoyao.web.sealing`."""

    name = "gaoyao.web.sealing"
    label = "sealing"
    verbose_name = "加密保存"

    def ready(self) -> None:
        """Every command but `new_keys` checks the ring first."""
        register(ring_is_there)


def ring_is_there(app_configs: Any, **_: Any) -> list[CheckMessage]:
    """An error where production has no key ring that can be read."""
    from gaoyao.web.sealing.envelope import SealError
    from gaoyao.web.sealing.keys import RING

    if not settings.PRODUCTION:
        return []
    try:
        RING.now()
    except SealError as error:
        return [Error(str(error), id="gaoyao.sealing.E001")]
    return []
