"""Registers the package with Django."""

from django.apps import AppConfig
from django.conf import settings


class Originals(AppConfig):
    """`gaoyao.web.originals`."""

    name = "gaoyao.web.originals"
    label = "originals"
    verbose_name = "原件"

    def ready(self) -> None:
        """Uploads are written to this folder before they are sealed; Django does not make it."""
        settings.INCOMING.mkdir(parents=True, exist_ok=True, mode=0o700)
