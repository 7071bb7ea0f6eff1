"""Registers the package with Django."""

from django.apps import AppConfig


class Cases(AppConfig):
    """`gaoyao.web.cases`."""

    name = "gaoyao.web.cases"
    label = "cases"
