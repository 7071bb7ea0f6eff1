"""Clean a text for reading citations without losing where anything stood.

Cleaning does only what never changes a meaning: one character for one (full-width digits, bracket
variants), and
removal of characters that are not content (zero-width signs, control characters, blanks inside a citation).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

_ONE_FOR_ONE = tuple(
    {
        **{chr(ord("０") + n): str(n) for n in range(10)},
        "(": "（", ")": "）", "﹙": "（", "﹚": "）",
        "[": "〔", "]": "〕", "［": "〔", "］": "〕", "【": "〔", "】": "〕", "﹝": "〔", "﹞": "〕",
        "<": "〈", ">": "〉", "＜": "〈", "＞": "〉", "﹤": "〈", "﹥": "〉", "︽": "《", "︾": "》",
        "○": "〇", "Ｏ": "〇", "◯": "〇", "條": "条", "項": "项", "號": "号", "Ｐ": "P", "ｐ": "p",
        "\u3000": " ", "\u00a0": " ", "\t": " ", "–": "—", "－": "—", "-": "—", "~": "～",
    }.items()
)  # fmt: skip
_BLANK = re.compile("[\\s\u200b-\u200f\u2060\ufeff\u00ad\x00-\x08\x0e-\x1f]+")
_NO_BLANK = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad\x00-\x08\x0e-\x1f]+")
_NUMERAL = frozenset("零〇一二三四五六七八九十百千0123456789")
_CHINESE_NUMERAL = _NUMERAL - frozenset("0123456789")
_UNIT = frozenset("十百千")
_AFTER_ARTICLE = re.compile(
    r"之[零〇一二三四五六七八九十0-9]|第（?[零〇一二三四五六七八九十0-9]{1,6}）?[款项]"
)


def _drop(text: str, start: int, end: int) -> bool:
    """Do the blanks between `start` and `end` stand inside a citation (第 二 百 条, 第五条 第二款, 〔2021 〕)?"""
    before, after = text[start - 1 : start], text[end : end + 1]
    if not before or not after:
        return False
    if before == "第":
        return after in _NUMERAL or after == "（"
    if before in _NUMERAL:
        return (
            after in "条款项"
            or (before in _CHINESE_NUMERAL and after in _UNIT)
            or (before in _UNIT and after in _CHINESE_NUMERAL)
        )
    if before in "条款":
        return _AFTER_ARTICLE.match(text, end) is not None
    return (before == "之" and after in _NUMERAL) or before == "〔" or after == "〕"


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A cleaned text with the way back: `text` is searched, `source` is what the user gave.

    `starts[i]` is the position in `text` from which `shifts[i]` characters of the source have been removed.
    """

    source: str
    text: str
    starts: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()

    def to_source(self, position: int) -> int:
        """The position in the source of the character at `position` of the cleaned text."""
        if not self.starts:
            return position
        index = bisect_right(self.starts, position) - 1
        return position + (self.shifts[index] if index >= 0 else 0)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the source for a non-empty span of the cleaned text."""
        if not self.starts:
            return start, end
        return self.to_source(start), self.to_source(end - 1) + 1


def clean(source: str) -> Cleaned:
    """Return `source` ready for `find`: same characters in canonical form, every offset recoverable."""
    text = source
    for old, new in _ONE_FOR_ONE:
        text = text.replace(old, new)
    pieces: list[str] = []
    starts: list[int] = []
    shifts: list[int] = []
    last = removed = kept = 0
    for start, end in _removals(text):
        pieces.append(text[last:start])
        kept += start - last
        removed += end - start
        starts.append(kept)
        shifts.append(removed)
        last = end
    if not starts:
        return Cleaned(source, text)
    pieces.append(text[last:])
    return Cleaned(source, "".join(pieces), tuple(starts), tuple(shifts))


def _removals(text: str) -> Iterator[tuple[int, int]]:
    """Spans to leave out: blanks inside a citation, and characters that are no content anywhere."""
    for match in _BLANK.finditer(text):
        start, end = match.span()
        if _drop(text, start, end):
            yield start, end
        elif not match.group().isspace() or "\x1c" <= text[start] <= "\x1f":
            for inner in _NO_BLANK.finditer(text, start, end):
                yield inner.span()
