"""Registers the package with Django."""

from django.apps import AppConfig


class Drafts(AppConfig):
    """`gaoyao.web.drafts`."""

    name = "gaoyao.web.drafts"
    label = "drafts"
