"""Registers the package with Django."""

from django.apps import AppConfig


class Backup(AppConfig):
    """`gaoyao.web.backup`."""

    name = "gaoyao.web.backup"
    label = "backup"
