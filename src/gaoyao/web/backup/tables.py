"""Tables as lines of JSON that read the same whichever database wrote them."""

from __future__ import annotations

import base64
import json
import uuid
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, models
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone
from django.utils.duration import duration_iso_string

LEFT_OUT = frozenset({"sessions", "contenttypes", "auth"})
"""Sessions end with the installation; the others are Django's own lists, made anew by `migrate` and not used by us."""
BATCH = 200


def kept() -> list[type[models.Model]]:
    """Every table that is saved, in the order of its name."""
    every = [
        one for one in apps.get_models(include_auto_created=True) if one._meta.managed and not one._meta.proxy
    ]
    return sorted(
        (one for one in every if one._meta.app_label not in LEFT_OUT), key=lambda one: one._meta.label_lower
    )


def migrations() -> list[list[str]]:
    """The migrations of this database: a backup fits the same ones only."""
    applied = MigrationRecorder(connection).applied_migrations()
    return sorted([app, name] for app, name in applied)


def lines(model: type[models.Model]) -> Iterator[str]:
    """The rows in the order of their keys, each an array in the order of `names`."""
    rows = model._base_manager.order_by("pk").values_list(*names(model))
    for row in rows.iterator(chunk_size=1000):
        yield json.dumps(
            [_plain(value) for value in row], ensure_ascii=False, separators=(",", ":"), sort_keys=True
        )


def names(model: type[models.Model]) -> list[str]:
    """The columns."""
    return [field.attname for field in model._meta.concrete_fields]


def write(model: type[models.Model], written: Iterable[str]) -> int:
    """Insert the rows exactly as they were, keys and times included; how many."""
    fields, batch, count = list(model._meta.concrete_fields), list[models.Model](), 0
    for line in written:
        row = json.loads(line)
        if len(row) != len(fields):
            raise ValueError(f"{model._meta.label}：一行有 {len(row)} 列，应当有 {len(fields)} 列")
        batch.append(
            model(**{field.attname: _value(field, value) for field, value in zip(fields, row, strict=True)})
        )
        count += 1
        if len(batch) == BATCH:
            _insert(model, batch, fields)
            batch = []
    if batch:
        _insert(model, batch, fields)
    return count


def _insert(model: type[models.Model], batch: list[models.Model], fields: list[Any]) -> None:
    """Insert as they are: `raw` keeps auto_now_add from writing the time of the restore."""
    model._base_manager._insert(batch, fields=fields, using=connection.alias, raw=True)  # type: ignore[attr-defined]  # not in the stubs


def reset_sequences() -> None:
    """The next keys follow the restored ones."""
    with connection.cursor() as cursor:
        for sql in connection.ops.sequence_reset_sql(no_style(), kept()):
            cursor.execute(sql)


def _plain(value: Any) -> Any:
    match value:
        case None | bool() | int() | float() | str() | list() | dict():
            return value
        case bytes() | memoryview():
            return base64.b64encode(bytes(value)).decode()
        case datetime():
            return timezone.localtime(value, timezone.get_fixed_timezone(0)).isoformat()
        case date() | uuid.UUID() | Decimal():
            return str(value)
        case timedelta():
            return duration_iso_string(value)
    raise TypeError(f"备份不认识的数据：{type(value).__name__}")


def _value(field: Any, value: Any) -> Any:
    if field.is_relation:
        field = field.target_field
    return field.to_python(value)
