"""Registers the package with Django."""

from django.apps import AppConfig


class Accounts(AppConfig):
    """`gaoyao.web.accounts`."""

    name = "gaoyao.web.accounts"
    label = "accounts"
