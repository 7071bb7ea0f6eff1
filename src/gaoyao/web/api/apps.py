"""Registers the package with Django."""

from django.apps import AppConfig


class Api(AppConfig):
    """`gaoyao.web.api`."""

    name = "gaoyao.web.api"
    label = "api"
