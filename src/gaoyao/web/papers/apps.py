"""Registers the package with Django."""

from django.apps import AppConfig


class Papers(AppConfig):
    """`gaoyao.web.papers`."""

    name = "gaoyao.web.papers"
    label = "papers"
