"""Registers the package with Django."""

from django.apps import AppConfig


class Facts(AppConfig):
    """`gaoyao.web.facts`."""

    name = "gaoyao.web.facts"
    label = "facts"
