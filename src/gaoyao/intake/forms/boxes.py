"""Boxes that are ticked: ☑是 □否, √有 □无, 是（√） 否（ ）; which of two words the mark belongs to."""

from __future__ import annotations

import re

_MARK = r"[☑☒√✓✔■⊠●◉]|（[xX√✓✔vV]）"
_EMPTY = r"[□☐◯〇]|（）"
_WORD = r"是|有|已|否|无|没有|未"
_TOKEN = re.compile(rf"(?P<mark>{_MARK})|(?P<empty>{_EMPTY})|(?P<word>{_WORD})")
_YES = frozenset(("是", "有", "已"))
_REACH = 40


def ticked(text: str, labels: str) -> tuple[bool, int, int] | None:
    """What is ticked after one of the labels: yes or no with the span, None where nothing is ticked, or both are."""
    for label in re.finditer(rf"(?:{labels})[^\n。；☑☒√✓✔■⊠□☐（]{{0,10}}", text):
        end = text.find("\n", label.end())
        line = text[label.end() : min(len(text) if end < 0 else end, label.end() + _REACH)]
        tokens = [(one.lastgroup or "", one.group(), one.end()) for one in _TOKEN.finditer(line)]
        found = _pairs(tokens)
        if found is not None:
            return found[0], label.start(), label.end() + found[1]
    return None


def _pairs(tokens: list[tuple[str, str, int]]) -> tuple[bool, int] | None:
    """Boxes stand before their words, or after them: the first sign of the line tells."""
    if not any(kind == "mark" for kind, *_ in tokens):
        return None
    before = tokens[0][0] != "word"
    said: list[tuple[bool, int]] = []
    for n, (kind, _, end) in enumerate(tokens):
        if kind != "mark":
            continue
        other = (
            tokens[n + 1] if before and n + 1 < len(tokens) else tokens[n - 1] if not before and n else None
        )
        if other is not None and other[0] == "word":
            said.append((other[1] in _YES, max(end, other[2])))
    return said[0] if len({yes for yes, _ in said}) == 1 else None
