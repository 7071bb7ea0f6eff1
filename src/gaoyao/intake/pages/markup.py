"""Web pages: the text a reader sees, by the standard library's tolerant parser; nothing is fetched or run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from gaoyao.intake.pages.model import Page
from gaoyao.intake.pages.plain import decode, judged, load

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)
_BLOCKS = frozenset(
    "address article aside blockquote br dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre "
    "section table tr ul title caption thead tbody".split()
)
_UNSEEN = frozenset({"script", "style", "noscript", "template"})


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self.unseen += 1
        elif tag in _BLOCKS:
            self._break()
        elif tag in ("td", "th"):
            self.pieces.append("\t")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN and self.unseen:
            self.unseen -= 1
        elif tag in _BLOCKS:
            self._break()

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.pieces.append(re.sub(r"[ \t\r\n]+", " ", data))

    def _break(self) -> None:
        if self.pieces and self.pieces[-1] != "\n":
            self.pieces.append("\n")


def pages(path: Path) -> Iterator[Page]:
    """One page.  Raises Trouble where the encoding is unknown."""
    data = load(path)
    reader = _Reader()
    reader.feed(_text(data))
    reader.close()
    text = "\n".join(line.strip(" ") for line in "".join(reader.pieces).split("\n") if line.strip())
    images = len(re.findall(rb"<img\b", data, re.IGNORECASE))
    yield judged(1, "第1页", text, (f"网页引用了 {images} 幅图片，图片不在其中，没有读",) if images else ())


def _text(data: bytes) -> str:
    named = _CHARSET.search(data[:4096])
    if named:
        name = named[1].decode().lower()
        try:
            return data.decode("gb18030" if name in ("gb2312", "gbk") else name)
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data)[0]
