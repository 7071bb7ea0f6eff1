"""Making a backup: one moment of the database, then the originals, which are only ever added."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from gaoyao import __version__
from gaoyao.web.audit.models import Head
from gaoyao.web.backup import tables
from gaoyao.web.backup.archive import Manifest, writing
from gaoyao.web.sealing.keys import names_in_use


def save(path: Path) -> Manifest:
    """Write the backup.  Raises BackupError; then there is no file."""
    with writing(path) as out:
        with one_moment():
            for model in tables.kept():
                out.table(model._meta.label_lower, tables.lines(model))
            last = Head.objects.order_by("-number").first()
            keys, applied = sorted(names_in_use()), tables.migrations()
        for file in originals():
            out.original(file.relative_to(settings.ORIGINALS).as_posix(), file)
        manifest = Manifest(
            timezone.localtime().isoformat(timespec="seconds"), __version__, connection.vendor, applied, keys,
            last.head if last else "", out.members,
        )  # fmt: skip
        out.manifest(manifest)
    return manifest


def originals() -> list[Path]:
    """The sealed files, without those that are just being written."""
    root: Path = settings.ORIGINALS
    return (
        sorted(one for one in root.rglob("*") if one.is_file() and one.suffix != ".new")
        if root.is_dir()
        else []
    )


@contextmanager
def one_moment() -> Iterator[None]:
    """Everything read in the block is of one moment; nobody who writes has to wait."""
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield
    else:
        connection.ensure_connection()
        with connection.cursor() as cursor:
            cursor.execute("BEGIN DEFERRED")
            try:
                yield
            finally:
                cursor.execute("COMMIT")
