"""What a file is, by its bytes."""

from __future__ import annotations

import zipfile
from pathlib import Path

from gaoyao.intake.sources.model import Form
from gaoyao.zips import BROKEN

HEAD = 4096
_MAGIC: tuple[tuple[bytes, Form], ...] = (
    (b"\xff\xd8\xff", Form.IMAGE), (b"\x89PNG\r\n\x1a\n", Form.IMAGE), (b"GIF8", Form.IMAGE), (b"BM", Form.IMAGE),
    (b"II*\x00", Form.IMAGE), (b"MM\x00*", Form.IMAGE), (b"{\\rtf", Form.RTF), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Form.OLE),
    (b"Rar!\x1a\x07", Form.ARCHIVE), (b"7z\xbc\xaf\x27\x1c", Form.ARCHIVE), (b"\x1f\x8b", Form.ARCHIVE), (b"BZh", Form.ARCHIVE),
    (b"\xfd7zXZ\x00", Form.ARCHIVE), (b"ID3", Form.RECORDING), (b"OggS", Form.RECORDING), (b"\x1aE\xdf\xa3", Form.RECORDING),
    (b"\x00\x00\x01\xba", Form.RECORDING), (b"0&\xb2u\x8ef\xcf\x11", Form.RECORDING), (b"#!AMR", Form.RECORDING),
)  # fmt: skip
SUFFIXES: dict[str, Form] = {
    ".pdf": Form.PDF, ".docx": Form.DOCX, ".jpg": Form.IMAGE, ".jpeg": Form.IMAGE, ".png": Form.IMAGE, ".tif": Form.IMAGE,
    ".tiff": Form.IMAGE, ".bmp": Form.IMAGE, ".gif": Form.IMAGE, ".webp": Form.IMAGE, ".txt": Form.TEXT, ".htm": Form.HTML,
    ".html": Form.HTML, ".rtf": Form.RTF, ".ofd": Form.OFD, ".doc": Form.OLE, ".wps": Form.OLE, ".zip": Form.ZIP, ".rar": Form.ARCHIVE,
    ".7z": Form.ARCHIVE, ".xlsx": Form.SHEET, ".pptx": Form.SLIDES,
}  # fmt: skip
"""What the name promises; only used to say that a name is wrong."""


def form_of(path: Path, head: bytes, name: str) -> Form:
    """The form of the file at `path` whose first bytes are `head`.  Never raises."""
    if not head:
        return Form.EMPTY
    if head[:2] == b"PK":
        return _zipped(path)
    if b"%PDF-" in head[:1024]:
        return Form.PDF
    for magic, form in _MAGIC:
        if head.startswith(magic) and not (magic == b"BM" and not _bitmap(head)):
            return form
    if head[:4] == b"RIFF":
        return Form.IMAGE if head[8:12] == b"WEBP" else Form.RECORDING
    if head[4:8] == b"ftyp" or (
        head[0] == 0xFF
        and head[1:2]
        and head[1] & 0xE0 == 0xE0
        and head[1] != 0xFE
        and name.lower().endswith(".mp3")
    ):
        return Form.RECORDING
    return _words(head, name)


def _bitmap(head: bytes) -> bool:
    return len(head) > 18 and int.from_bytes(head[14:18], "little") in (12, 40, 52, 56, 64, 108, 124)


def _zipped(path: Path) -> Form:
    try:
        with zipfile.ZipFile(path) as box:
            names = set(box.namelist()[:5000])
    except BROKEN:
        return Form.ZIP
    for marker, form in (
        ("OFD.xml", Form.OFD),
        ("word/document.xml", Form.DOCX),
        ("xl/workbook.xml", Form.SHEET),
        ("ppt/presentation.xml", Form.SLIDES),
    ):
        if marker in names:
            return form
    return Form.ZIP


def _words(head: bytes, name: str) -> Form:
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if text.startswith((b"<!doctype html", b"<html")) or (
        text.startswith((b"<?xml", b"<!--")) and b"<html" in text
    ):
        return Form.HTML
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Form.TEXT
    if b"\x00" in head:
        return Form.UNKNOWN
    if (
        text.startswith(("皋陶:".encode(), "皋陶：".encode(), b"gaoyao:"))
        or b"\n\xe7\x9a\x8b\xe9\x99\xb6:" in head
    ):
        return Form.CASE
    if name.lower().endswith((".htm", ".html")):
        return Form.HTML
    return Form.TEXT


def misnamed(name: str, form: Form) -> str:
    """A sentence where the suffix promises something else than the content; '' where it does not."""
    suffix = name[name.rfind(".") :].lower() if "." in name.rsplit("/", 1)[-1] else ""
    promised = SUFFIXES.get(suffix)
    if promised is None or promised is form or form in (Form.EMPTY, Form.CASE):
        return ""
    return f"扩展名是 {suffix}，内容实为{form.label}"
