"""Registers the package with Django."""

from django.apps import AppConfig


class Evidence(AppConfig):
    """`gaoyao.web.evidence`."""

    name = "gaoyao.web.evidence"
    label = "evidence"
