"""Registers the package with Django."""

from django.apps import AppConfig


class Front(AppConfig):
    """`gaoyao.web.front`."""

    name = "gaoyao.web.front"
    label = "front"
