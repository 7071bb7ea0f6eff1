"""Append-only by the database itself: no row of the log is changed or deleted, by whatever program.

A superuser of the database can drop a trigger; the hash chain, compared with heads kept elsewhere, shows it.
"""

from __future__ import annotations

from typing import Any

TABLES = ("ledger_revision", "ledger_record")
REFUSAL = "这里的记录只能追加，不能修改或者删除"

_SQLITE = """
CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, '{refusal}'); END
"""
_POSTGRESQL_FUNCTION = f"""
CREATE OR REPLACE FUNCTION gaoyao_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$
"""
_POSTGRESQL = """
CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION gaoyao_append_only()
"""


def install_on(schema_editor: Any, *tables: str) -> None:
    """Create the triggers that make tables append-only on this database."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(_POSTGRESQL_FUNCTION)
        for table in tables:
            schema_editor.execute(_POSTGRESQL.format(table=table))
        return
    for table in tables:
        for verb in ("UPDATE", "DELETE"):
            schema_editor.execute(_SQLITE.format(table=table, verb=verb, refusal=REFUSAL))


def remove_from(schema_editor: Any, *tables: str) -> None:
    """Drop these triggers."""
    for table in tables:
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(f"DROP TRIGGER {table}_append_only ON {table}")
            continue
        for verb in ("UPDATE", "DELETE"):
            schema_editor.execute(f"DROP TRIGGER {table}_no_{verb}")


def install(apps: Any, schema_editor: Any) -> None:
    """Create the triggers of the log (a migration step)."""
    install_on(schema_editor, *TABLES)


def remove(apps: Any, schema_editor: Any) -> None:
    """Drop the triggers, where the whole log is taken down with the migration."""
    remove_from(schema_editor, *TABLES)
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP FUNCTION gaoyao_append_only()")
