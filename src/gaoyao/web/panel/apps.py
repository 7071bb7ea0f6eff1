"""Registers the package with Django."""

from django.apps import AppConfig


class Panel(AppConfig):
    """`gaoyao.web.panel`."""

    name = "gaoyao.web.panel"
    label = "panel"
    verbose_name = "评议"
