"""Closed parts that were written before they were encrypted are sealed; hashes and order stay as they were.

The database keeps the old bytes on its disk until it is compacted: run VACUUM (SQLite) or VACUUM FULL (PostgreSQL).
"""

from typing import Any

from django.db import migrations

from gaoyao.dossier.schema import Part
from gaoyao.dossier.wire import canonical
from gaoyao.web.ledger.boxes import record_of, revision_of, shown_hash
from gaoyao.web.ledger.triggers import TABLES, install, remove_from
from gaoyao.web.sealing.keys import of_part

EMPTY = {"actor": "", "action": "", "reason": "", "at": ""}
NOTHING = {
    "subject": "", "kind": "", "field": "", "value": "", "basis": 0, "address": "", "confidence": None, "note": "", "retracts": "",
}  # fmt: skip


def seal(apps: Any, schema_editor: Any) -> None:
    revisions, records = apps.get_model("ledger", "Revision"), apps.get_model("ledger", "Record")
    plain = revisions.objects.exclude(part="main").filter(sealed=None).select_related("case").order_by("pk")
    if not plain.exists():
        return
    remove_from(schema_editor, *TABLES)
    for row in plain:
        part = of_part(row.case.key, (Part(row.part), row.owner))
        act = revision_of(row, None)
        for one in records.objects.filter(revision=row).order_by("place"):
            line = canonical(record_of(one, row.number, None))
            box = part.seal(line.encode(), "record", str(row.number), str(one.place))
            records.objects.filter(pk=one.pk).update(sealed=box, **NOTHING)
        content = [act.actor, act.action, act.reason, act.at, act.previous_hash, act.hash]
        box = part.seal(canonical(content).encode(), "revision", str(row.number))
        hashes = {"previous_hash": shown_hash(part, act.previous_hash), "hash": shown_hash(part, act.hash)}
        revisions.objects.filter(pk=row.pk).update(sealed=box, **hashes, **EMPTY)
    install(apps, schema_editor)


class Migration(migrations.Migration):
    dependencies = [("ledger", "0003_sealed")]
    operations = [migrations.RunPython(seal, migrations.RunPython.noop)]
