"""Append-only by the database itself: no row of the log is changed or deleted, by whatever program.

A superuser of the database can drop a trigger; the hash chain, compared with heads kept elsewhere, shows it.
"""

from __future__ import annotations

from typing import Any

TABLES = ("ledger_revision", "ledger_record")
REFUSAL = "案件日志只能追加，不能修改或者删除"

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


def install(apps: Any, schema_editor: Any) -> None:
    """Create the triggers of this database (a migration step)."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(_POSTGRESQL_FUNCTION)
        for table in TABLES:
            schema_editor.execute(_POSTGRESQL.format(table=table))
        return
    for table in TABLES:
        for verb in ("UPDATE", "DELETE"):
            schema_editor.execute(_SQLITE.format(table=table, verb=verb, refusal=REFUSAL))


def remove(apps: Any, schema_editor: Any) -> None:
    """Drop the triggers, where the whole log is taken down with the migration."""
    if schema_editor.connection.vendor == "postgresql":
        for table in TABLES:
            schema_editor.execute(f"DROP TRIGGER {table}_append_only ON {table}")
        schema_editor.execute("DROP FUNCTION gaoyao_append_only()")
        return
    for table in TABLES:
        for verb in ("UPDATE", "DELETE"):
            schema_editor.execute(f"DROP TRIGGER {table}_no_{verb}")
