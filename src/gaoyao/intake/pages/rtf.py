"""RTF: the text that would be shown, by a small reader that runs nothing and follows no link."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from gaoyao.intake.pages.model import Page, Trouble
from gaoyao.intake.pages.plain import load, of_text

_TOKEN = re.compile(
    rb"\\([a-zA-Z]+)(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|[\r\n]+|([^\\{}\r\n]+)"
)
_UNSEEN = frozenset(
    b"fonttbl colortbl stylesheet info pict object header footer headerl headerr footerl footerr filetbl listtable listoverridetable "
    b"rsidtbl generator themedata datastore latentstyles xmlnstbl pgptbl fldinst".split()
)
_SIGNS = {b"par": "\n", b"line": "\n", b"sect": "\n", b"page": "\f", b"tab": "\t", b"cell": "\t", b"row": "\n", b"emdash": "—", b"endash": "–",
          b"lquote": "‘", b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”", b"bullet": "•"}  # fmt: skip
_CODEPAGES = {936: "gb18030", 950: "cp950", 932: "cp932", 1252: "cp1252", 65001: "utf-8"}


def pages(path: Path) -> Iterator[Page]:
    """Pages at page breaks.  Raises Trouble."""
    yield from of_text(text_of(load(path)))


def text_of(data: bytes) -> str:
    """The text of an RTF file.  Raises Trouble for what is none."""
    if not data.lstrip().startswith(b"{\\rtf"):
        raise Trouble("不是 RTF 文档", "请用办公软件打开后另存为 docx 或者 PDF")
    reader = _Reader()
    for found in _TOKEN.finditer(data):
        reader.take(found)
    reader.flush()
    pairs = "".join(reader.out).encode(
        "utf-16-le", "surrogatepass"
    )  # a character beyond U+FFFF is written as two
    return pairs.decode("utf-16-le", "replace")


class _Reader:
    def __init__(self) -> None:
        self.out: list[str] = []
        self.bytes = bytearray()
        self.encoding = "gb18030"
        self.hidden = False
        self.skip, self.after = 0, 1
        self.stack: list[tuple[bool, int]] = []
        self.first = False

    def flush(self) -> None:
        if self.bytes:
            self.out.append(self.bytes.decode(self.encoding, "replace"))
            self.bytes.clear()

    def take(self, found: re.Match[bytes]) -> None:
        word, number, hexed, sign, brace, plain = found.groups()
        if brace is not None:
            self._brace(brace)
            return
        was_first, self.first = self.first, False
        if word is not None:
            self._word(word, number, was_first)
        elif hexed is not None:
            self._byte(bytes([int(hexed, 16)]))
        elif sign is not None:
            if sign == b"*":
                self.hidden = True
            else:
                self._byte({b"~": b" ", b"_": b"-", b"-": b""}.get(sign, sign))
        elif plain is not None:
            self._byte(plain)

    def _brace(self, brace: bytes) -> None:
        self.flush()
        if brace == b"{":
            self.stack.append((self.hidden, self.after))
            self.first = True
        elif self.stack:
            self.hidden, self.after = self.stack.pop()

    def _word(self, word: bytes, number: bytes | None, first: bool) -> None:
        if word in _UNSEEN and first:
            self.hidden = True
        elif word == b"ansicpg":
            self.encoding = _CODEPAGES.get(int(number or 0), "gb18030")
        elif word == b"uc":
            self.after = int(number or 1)
        elif word == b"u" and number is not None and not self.hidden:
            self.flush()
            self.out.append(chr(int(number) & 0xFFFF))
            self.skip = self.after
        elif word in _SIGNS and not self.hidden:
            self.flush()
            self.out.append(_SIGNS[word])

    def _byte(self, data: bytes) -> None:
        cut = min(self.skip, len(data))
        self.skip -= cut
        if not self.hidden:
            self.bytes += data[cut:]
