"""Registers the package with Django."""

from django.apps import AppConfig


class Assignments(AppConfig):
    """`gaoyao.web.assignments`."""

    name = "gaoyao.web.assignments"
    label = "assignments"
