"""A data key is never deleted: what is sealed under it would be lost.  Rotation only updates."""

from typing import Any

from django.db import migrations

_REFUSAL = "数据密钥不能删除：用它密封的内容将永远读不出来"
_FUNCTION = f"""
CREATE OR REPLACE FUNCTION gaoyao_keeps_keys() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{_REFUSAL}'; END $$
"""
_POSTGRESQL = """
CREATE TRIGGER sealing_datakey_no_delete BEFORE DELETE OR TRUNCATE ON sealing_datakey
FOR EACH STATEMENT EXECUTE FUNCTION gaoyao_keeps_keys()
"""
_SQLITE = f"""
CREATE TRIGGER sealing_datakey_no_delete BEFORE DELETE ON sealing_datakey
BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END
"""


def install(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(_FUNCTION)
        schema_editor.execute(_POSTGRESQL)
    else:
        schema_editor.execute(_SQLITE)


def remove(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP TRIGGER sealing_datakey_no_delete ON sealing_datakey")
        schema_editor.execute("DROP FUNCTION gaoyao_keeps_keys()")
    else:
        schema_editor.execute("DROP TRIGGER sealing_datakey_no_delete")


class Migration(migrations.Migration):
    dependencies = [("sealing", "0001_initial")]
    operations = [migrations.RunPython(install, remove)]
