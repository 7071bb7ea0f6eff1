"""Registers the package with Django."""

from django.apps import AppConfig


class Interference(AppConfig):
    """`gaoyao.web.interference`."""

    name = "gaoyao.web.interference"
    label = "interference"
    verbose_name = "过问登记"
