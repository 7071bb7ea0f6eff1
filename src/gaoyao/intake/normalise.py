"""Clean a text for matching while every offset still leads back to the original.

Real judgments come as one long line whose paragraph breaks are spaces, as files with line breaks, and as
text taken from a PDF with spaces between characters or hard-wrapped lines. `clean` makes one form of all of
them: paragraphs end with a line feed, no other blank stays, and full-width and half-width variants are one
character. Every replacement is one character for one character and deletions are recorded, so
`Cleaned.raw_span` gives the place in the text as it came.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

_PUNCTUATION = {
    ",": "，", ":": "：", ";": "；", "(": "（", ")": "）", "?": "？", "!": "！", "∶": "：", "﹕": "：",
    "[": "（", "]": "）", "［": "（", "］": "）", "〔": "（", "〕": "）", "﹝": "（", "﹞": "）",
    "<": "〈", ">": "〉", "＜": "〈", "＞": "〉", "「": "“", "」": "”", "『": "“", "』": "”",
    "○": "〇", "◯": "〇", "Ｏ": "〇", "．": ".", "％": "%", "／": "/", "﹑": "、", "､": "、", "｡": "。",
    "\u00a0": " ", "\u3000": " ", "\u200b": " ", "\ufeff": " ", "\u2028": "\n", "\u2029": "\n", "\u0085": "\n",
    "|": " ", "｜": " ", "│": " ", "┃": " ",
    "\t": " ", "\r": "\n", "\x0b": "\n", "\x0c": "\n",
}  # fmt: skip


def _table() -> dict[int, str]:
    table = {ord(k): v for k, v in _PUNCTUATION.items()}
    for offset in (*range(0x10, 0x1A), *range(0x21, 0x3B), *range(0x41, 0x5B)):
        table.setdefault(0xFF00 + offset, chr(0x20 + offset))
    for control in range(0x20):
        if control != 0x0A:
            table.setdefault(control, " ")
    return table


_TABLE = _table()
_VARIANTS = frozenset(chr(code) for code in _TABLE)
_BLANK = re.compile(r"\s+")
# What may open a paragraph of a court paper, even when the blank before it follows no full stop.
_OPENER = re.compile(
    r"原?公诉机关|[抗公]?诉机关|自诉人|附带民事|(?:原审)?被告|上诉人|申诉人|(?:指定)?辩护人|诉讼代[理表]人|刑\s*事\s*(?:附带|判|裁|决|调)"
    r"|(?:代理|助理|独任)?审\s*判\s*[长员]|人民陪审员|陪审员|(?:代理?)?书\s*记\s*员|法官助理|[一二][〇0O零九][〇0O零一二九]"
    r"|（\d{4}|二[〇0O零]|附|本院|上述|以上|经[审再复本开二]|如不服|[一二三四五六七八九十]{1,3}、|\d{1,2}[、.]|（[一二三四五六七八九十]{1,2}）"
)
_COURT_TAIL = re.compile(r"(?:法院|判决书|裁定书|决定书|调解书)$")
_STOPS = "。；：！？”」）》.…"
_MANY_LINES = 3


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A cleaned text and the way back: `starts[i]` in `text` is `raws[i]` in the original."""

    text: str
    raw: str
    starts: tuple[int, ...]
    raws: tuple[int, ...]

    def raw_offset(self, position: int) -> int:
        """The place in the original text of the character at `position` in the cleaned one."""
        if not self.starts:
            return 0
        at = bisect_right(self.starts, position) - 1
        return self.raws[at] + position - self.starts[at]

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The half-open span in the original for a half-open span in the cleaned text."""
        if end <= start:
            here = self.raw_offset(start) if start < len(self.text) else len(self.raw)
            return here, here
        return self.raw_offset(start), self.raw_offset(end - 1) + 1

    def reworded(self, word: str, other: str) -> Cleaned:
        """The same with every `word` written as the shorter `other`; a span over it is a span over the word itself."""
        places: list[int] = []
        here = 0
        for piece in self.text.split(word):
            if here:
                first = here - len(word)
                places += [self.raw_offset(first + n) for n in (*range(len(other) - 1), len(word) - 1)]
            places += [self.raw_offset(here + n) for n in range(len(piece))]
            here += len(piece) + len(word)
        return Cleaned(other.join(self.text.split(word)), self.raw, tuple(range(len(places))), tuple(places))


def clean(raw: str) -> Cleaned:
    """Return the matching form of `raw` with its offset map; never raises, whatever the text."""
    text = raw
    for variant in _VARIANTS.intersection(raw):  # few of them occur in one text: faster than str.translate
        text = text.replace(variant, _TABLE[ord(variant)])
    keep_break = _breaks_of(text)
    pieces: list[str] = []
    starts: list[int] = []
    raws: list[int] = []
    length = position = 0
    for blank in _BLANK.finditer(text):
        if blank.start() > position:
            starts.append(length)
            raws.append(position)
            pieces.append(text[position : blank.start()])
            length += blank.start() - position
        sign = keep_break(blank) if length else ""
        if sign:
            starts.append(length)
            raws.append(blank.start())
            pieces.append(sign)
            length += 1
        position = blank.end()
    if position < len(text):
        starts.append(length)
        raws.append(position)
        pieces.append(text[position:])
    cleaned = Cleaned("".join(pieces), raw, tuple(starts), tuple(raws))
    return _part(cleaned) if _unbroken(cleaned.text) else cleaned


# Where a text without any blank or line feed begins a paragraph; there a line feed is put that no character of
# the original stands for.
_SEAM = re.compile(
    r"(?<=法院)(?=刑事|民事)|(?<=[判裁]决书)(?=（)|(?<=裁定书)(?=（)|(?<=号)(?=原?公诉机关|抗诉机关|被告|上诉人|申诉人|原审被告)"
    r"|(?<=[。；：）])(?=原?公诉机关[\u4e00-\u9fff]{2,24}检察院|抗诉机关|(?:原审)?被告(?:人|单位)|上诉人|(?:指定)?辩护人|诉讼代表人|本院|经[审再复二本]|上述|以上|如不服|本判决|本裁定|关于"
    r"|[一二三四五六七八九]{1,2}、|\d{1,2}[、.](?!\d)|附|《中华|公诉机关|原判|原审|一审|宣判后|[\u4e00-\u9fff]{4,20}(?:检察院|法院)(?:以|指控|审理|认为|认定)|(?:准许|驳回|撤销|维持)|(?:代理|助理)?审判[长员])"
    r"|(?<=[\u4e00-\u9fff])(?=(?:代理|助理)?审判员[\u4e00-\u9fff]{2,4}(?:代理|助理|审判|人民|[一二]|书记)|人民陪审员[\u4e00-\u9fff]{2,4}|书记员[\u4e00-\u9fff]{2,4}|[一二][〇零0][\u4e00-\u9fff\d]{2}年[\u4e00-\u9fff\d]{1,3}月[\u4e00-\u9fff\d×]{1,4}日书)"
    r"|(?<=日)(?=书记员)|(?<=员[\u4e00-\u9fff]{2})(?=附)|(?<=员[\u4e00-\u9fff]{3})(?=附)"
)


def _unbroken(text: str) -> bool:
    return len(text) > 400 and text.count("\n") * 600 < len(text)


def _part(cleaned: Cleaned) -> Cleaned:
    """Put line feeds at the seams of an unbroken text; offsets of all other characters stay true."""
    pieces: list[str] = []
    starts: list[int] = []
    raws: list[int] = []
    length = position = 0
    for seam in [*(m.start() for m in _SEAM.finditer(cleaned.text)), len(cleaned.text)]:
        if seam <= position:
            continue
        run_starts = [position, *(s for s in cleaned.starts if position < s < seam)]
        starts += [length + s - position for s in run_starts]
        raws += [cleaned.raw_offset(s) for s in run_starts]
        pieces.append(cleaned.text[position:seam])
        length += seam - position
        if seam < len(cleaned.text):
            starts.append(length)
            raws.append(cleaned.raw_offset(seam))
            pieces.append("\n")
            length += 1
        position = seam
    return Cleaned("".join(pieces), cleaned.raw, tuple(starts), tuple(raws))


def _breaks_of(text: str) -> Callable[[re.Match[str]], str]:
    """Choose how blanks are read: as lines, as hard-wrapped lines, or as the spaces of a one-line text."""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) <= _MANY_LINES and len(text) > 200:
        return lambda blank: _in_one_line(text, blank)
    if _is_wrapped(lines):
        width = max(len(line) for line in lines)
        return lambda blank: _in_wrapped(text, blank, width)
    return lambda blank: "\n" if "\n" in blank.group() else _between(text, blank)


def _is_wrapped(lines: list[str]) -> bool:
    """Hard-wrapped: most long lines stop in mid-sentence at about the same width."""
    long_lines = [line.rstrip() for line in lines if len(line) > 20]
    if len(long_lines) < 8:
        return False
    longest = max(len(line) for line in long_lines)
    broken = sum(line[-1] not in _STOPS and len(line) > 0.8 * longest for line in long_lines)
    return longest < 80 and broken > 0.5 * len(long_lines)


def _between(text: str, blank: re.Match[str]) -> str:
    """A blank inside a line stays only between two Latin letters or figures."""
    before, after = text[blank.start() - 1], text[blank.end() : blank.end() + 1]
    return " " if before.isascii() and before.isalnum() and after.isascii() and after.isalnum() else ""


def _in_one_line(text: str, blank: re.Match[str]) -> str:
    if text[blank.start() - 1] in "，、" and "\n" not in blank.group():
        return ""
    if "\n" in blank.group() or text[blank.start() - 1] in _STOPS or _OPENER.match(text, blank.end()):
        return "\n"
    if _COURT_TAIL.search(text, max(0, blank.start() - 4), blank.start()):
        return "\n"
    return _between(text, blank)


def _in_wrapped(text: str, blank: re.Match[str], width: int) -> str:
    if "\n" not in blank.group():
        return _between(text, blank)
    line_start = text.rfind("\n", 0, blank.start()) + 1
    length, ended = blank.start() - line_start, text[blank.start() - 1] in _STOPS
    if length >= 0.9 * width and not ended:
        return ""  # a full line that stops in mid-sentence goes on
    return "\n" if ended or length < 0.6 * width or _OPENER.match(text, blank.end()) else ""
