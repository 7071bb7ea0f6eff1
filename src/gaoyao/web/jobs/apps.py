"""Registers the package with Django."""

from django.apps import AppConfig


class Jobs(AppConfig):
    """`gaoyao.web.jobs`."""

    name = "gaoyao.web.jobs"
    label = "jobs"
    verbose_name = "后台工作"
