"""Text files: UTF-8, UTF-16 with a mark, GB18030; pages at form feeds."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from pathlib import Path

from gaoyao.intake.pages.model import Page, State, Trouble, Why
from gaoyao.intake.pages.quality import is_mojibake

LARGEST = 200 << 20
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def decode(data: bytes) -> tuple[str, str]:
    """The text and the name of its encoding.  Raises Trouble where it is none of those we know."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(name), name
            except UnicodeDecodeError:
                break
    for name in ("utf-8", "gb18030"):
        try:
            return data.decode(name), name
        except UnicodeDecodeError:
            continue
    raise Trouble("文字编码认不出（不是 UTF-8，也不是 GB18030）", "请用文本编辑器另存为 UTF-8")


def load(path: Path) -> bytes:
    """The bytes of a text-like file.  Raises Trouble where it is too large to be a paper."""
    if path.stat().st_size > LARGEST:
        raise Trouble(f"文本超过 {LARGEST >> 20} MB", "请拆分成几个文件")
    return path.read_bytes()


def pages(path: Path) -> Iterator[Page]:
    """The pages between form feeds.  Raises Trouble."""
    text, _ = decode(load(path))
    yield from of_text(text)


def of_text(text: str) -> Iterator[Page]:
    """Pages of a text: form feeds part them."""
    for number, part in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\f"), 1):
        yield judged(number, f"第{number}页", part)


def judged(number: int, label: str, text: str, notes: tuple[str, ...] = ()) -> Page:
    """A page whose text came without a picture: text, blank, or mojibake."""
    if not text.strip():
        return Page(number, label, State.BLANK, text, notes=notes)
    if is_mojibake(text):
        return Page(number, label, State.UNREAD, text, Why.MOJIBAKE, notes=notes)
    return Page(number, label, State.TEXT, text, notes=notes)
