"""Heads and leaves are append-only by trigger."""

from typing import Any

from django.db import migrations

from gaoyao.web.ledger.triggers import install_on, remove_from

TABLES = ("audit_head", "audit_leaf")


def install(apps: Any, schema_editor: Any) -> None:
    install_on(schema_editor, *TABLES)


def remove(apps: Any, schema_editor: Any) -> None:
    remove_from(schema_editor, *TABLES)


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial"), ("ledger", "0002_append_only")]
    operations = [migrations.RunPython(install, remove)]
