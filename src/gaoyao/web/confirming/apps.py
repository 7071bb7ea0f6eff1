"""Registers the package with Django."""

from django.apps import AppConfig


class Confirming(AppConfig):
    """`gaoyao.web.confirming`."""

    name = "gaoyao.web.confirming"
    label = "confirming"
    verbose_name = "待确认"
