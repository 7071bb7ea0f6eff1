"""docx by python-docx: paragraphs, tables, text boxes, notes, headers; pages where Word last broke them.

Deleted text of tracked changes is not read and is said to exist; pictures inside are pages of their own.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn

from gaoyao.intake.pages.model import Page, State, Trouble, Why
from gaoyao.intake.pages.parcel import open_parcel, part
from gaoyao.intake.pages.plain import judged

_NOTES = (("footnotes", "脚注"), ("endnotes", "尾注"), ("comments", "批注"))
_TEXT, _TAB, _BREAK, _RENDERED = qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:lastRenderedPageBreak")
_PARAGRAPH, _CELL, _ROW, _DELETED = qn("w:p"), qn("w:tc"), qn("w:tr"), qn("w:del")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def pages(path: Path) -> Iterator[Page]:
    """The pages, then the notes and headers, then every picture.  Raises Trouble."""
    pictures = _checked(path)
    try:
        document = docx.Document(io.BytesIO(path.read_bytes()))
    except (OpcError, KeyError, ValueError, AttributeError, OSError) as error:
        raise Trouble(
            f"Word 文档已损坏，打不开（{type(error).__name__}）", "请用办公软件打开后另存，再放进文件夹"
        ) from None
    body = document.element.body
    pieces: list[str] = []
    _walk(body, pieces)
    text = re.sub(r"\n\f|\f\n", "\f", "".join(pieces))
    notes = ("有修订时删去的文字，没有读",) if body.find(f".//{_DELETED}") is not None else ()
    number = 0
    for number, one in enumerate(text.split("\f"), 1):
        yield judged(number, f"第{number}页", one.strip("\n"), notes if number == 1 else ())
    for label, said in _beside(document):
        number += 1
        yield judged(number, label, said)
    for place, _ in enumerate(pictures, 1):
        yield Page(number + place, f"图{place}", State.UNREAD, why=Why.SCAN, picture=True)


def _checked(path: Path) -> list[str]:
    """The pictures inside, in order of name; every XML part is looked at before anything parses it."""
    with open_parcel(path) as box:
        names = box.namelist()
        for name in names:
            if name.endswith((".xml", ".rels")):
                part(box, name)
    return sorted(name for name in names if name.startswith("word/media/"))


def picture_bytes(path: Path, place: int) -> bytes:
    """The bytes of the picture with this place (from 1) among those inside.  Raises Trouble."""
    name = _checked(path)[place - 1]
    with open_parcel(path) as box:
        return part(box, name)


def _walk(element: Any, out: list[str]) -> None:
    for child in element:
        tag = child.tag
        if tag == _TEXT:
            out.append(child.text or "")
        elif tag == _TAB:
            out.append("\t")
        elif tag == _BREAK:
            out.append("\f" if child.get(qn("w:type")) == "page" else "\n")
        elif tag == _RENDERED:
            out.append("\f")
        elif tag == _CELL:
            inner: list[str] = []
            _walk(child, inner)
            out.append("".join(inner).strip("\n") + "\t")
        elif tag in (_DELETED, _FALLBACK):
            continue
        else:
            _walk(child, out)
            if tag in (_PARAGRAPH, _ROW):
                out.append("\n")


def _beside(document: Any) -> Iterator[tuple[str, str]]:
    """Footnotes, endnotes, comments; headers and footers that say something."""
    for relation in document.part.rels.values():
        if relation.is_external:
            continue
        for kind, label in _NOTES:
            if relation.reltype.endswith(f"/{kind}"):
                text = re.sub(rb"<[^>]+>", b"", relation.target_part.blob).decode("utf-8", "replace").strip()
                if text:
                    yield label, text
    said: dict[str, str] = {}
    for section in document.sections:
        for label, holder in (("页眉", section.header), ("页脚", section.footer)):
            pieces: list[str] = []
            if not holder.is_linked_to_previous:
                _walk(holder._element, pieces)
            if text := "".join(pieces).strip():
                said.setdefault(f"{label}\n{text}", label)
    for key, label in said.items():
        yield label, key.split("\n", 1)[1]
