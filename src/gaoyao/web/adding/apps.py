"""Registers the package with Django."""

from django.apps import AppConfig


class Adding(AppConfig):
    """`gaoyao.web.adding`."""

    name = "gaoyao.web.adding"
    label = "adding"
    verbose_name = "补充材料"
