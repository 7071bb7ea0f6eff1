"""Registers the package with Django."""

from django.apps import AppConfig


class Arguments(AppConfig):
    """`gaoyao.web.arguments`."""

    name = "gaoyao.web.arguments"
    label = "arguments"
