"""Registers the package with Django."""

from django.apps import AppConfig


class Originals(AppConfig):
    """`gaoyao.web.originals`."""

    name = "gaoyao.web.originals"
    label = "originals"
    verbose_name = "原件"
