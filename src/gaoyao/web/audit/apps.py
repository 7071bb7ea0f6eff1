"""Registers the package with Django."""

from django.apps import AppConfig


class Audit(AppConfig):
    """`gaoyao.web.audit`."""

    name = "gaoyao.web.audit"
    label = "audit"
