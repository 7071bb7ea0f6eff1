"""Registers the package with Django."""

from django.apps import AppConfig


class Rulings(AppConfig):
    """`gaoyao.web.rulings`."""

    name = "gaoyao.web.rulings"
    label = "rulings"
