"""Registers the package with Django."""

from django.apps import AppConfig


class Dissections(AppConfig):
    """`gaoyao.web.dissection`."""

    name = "gaoyao.web.dissection"
    label = "dissection"
    verbose_name = "剖析"
