"""Registers the package with Django."""

from django.apps import AppConfig


class Aspects(AppConfig):
    """`gaoyao.web.aspects`."""

    name = "gaoyao.web.aspects"
    label = "aspects"
