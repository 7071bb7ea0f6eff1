"""Registers the package with Django."""

from django.apps import AppConfig


class Questions(AppConfig):
    """`gaoyao.web.questions`."""

    name = "gaoyao.web.questions"
    label = "questions"
