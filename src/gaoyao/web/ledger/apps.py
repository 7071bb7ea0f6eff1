"""Registers the package with Django."""

from django.apps import AppConfig


class Ledger(AppConfig):
    """`gaoyao.web.ledger`."""

    name = "gaoyao.web.ledger"
    label = "ledger"
    verbose_name = "日志"
