"""The same paper is the same bytes: a package is rewritten with fixed names, order, times and attributes."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_FIRST = "[Content_Types].xml"
_EARLIEST = 1980
"""The first year a zip archive can hold."""


def settled(package: bytes, on: date) -> bytes:
    """The zip archive `package` with its members in a fixed order, dated `on` (not before 1980), nothing else changed."""
    day = (on.year, on.month, on.day) if on.year >= _EARLIEST else (_EARLIEST, 1, 1)
    out = BytesIO()
    with ZipFile(BytesIO(package)) as source, ZipFile(out, "w") as target:
        for name in sorted(source.namelist(), key=lambda name: (name != _FIRST, name)):
            info = ZipInfo(name, (*day, 0, 0, 0))
            info.create_system, info.external_attr, info.compress_type = 0, 0, ZIP_DEFLATED
            target.writestr(info, source.read(name), compresslevel=6)
    return out.getvalue()
