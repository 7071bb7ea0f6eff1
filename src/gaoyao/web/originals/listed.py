"""The files of an upload: rows of the database for 正卷, a sealed list in the vault for a closed part."""

from __future__ import annotations

import json
from collections.abc import Sequence

from gaoyao.web.ledger.boxes import closed
from gaoyao.web.originals.models import Original, Upload
from gaoyao.web.originals.vault import LIST, Vault

_NAME = "files"
_COLUMNS = ("place", "name", "sha256", "size", "form", "pages", "given")


def keep(upload: Upload, rows: Sequence[Original], title: str) -> None:
    """Say which files an upload has, instead of what was said before."""
    if closed(upload.part):
        told = {"title": title, "files": [[getattr(one, name) for name in _COLUMNS] for one in rows]}
        Vault(upload).put(LIST, _NAME, json.dumps(told, ensure_ascii=False).encode())
        return
    upload.originals.all().delete()
    Original.objects.bulk_create(rows, batch_size=500)


def files(upload: Upload) -> list[Original]:
    """The files in their order.  Raises LostOriginalError."""
    if not closed(upload.part):
        return list(upload.originals.all())
    return [
        Original(upload=upload, **dict(zip(_COLUMNS, row, strict=True))) for row in _told(upload)["files"]
    ]


def title(upload: Upload) -> str:
    """What was uploaded, as its sender called it.  Raises LostOriginalError."""
    return str(_told(upload)["title"]) if closed(upload.part) else upload.title


def _told(upload: Upload) -> dict[str, list[list[object]]]:
    found: dict[str, list[list[object]]] = json.loads(Vault(upload).get(LIST, _NAME))
    return found
