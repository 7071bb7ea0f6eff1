"""A paper as running text: lines that its page broke in mid-sentence are joined, and every character knows its place."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ENDS = frozenset("。；：！？…”」》")
_OPENS = re.compile(
    r"[\u4e00-\u9fff（）]{2,14}[：:]|[问答][：:（]|[一二三四五六七八九十]{1,3}[、．.]|\d{1,2}[、．]|第[\d一二三四五六七八九十]{1,3}页|\d{1,3}(?:\n|$)"
)
_LEAST = 14
"""A line shorter than this was not broken by the page's edge."""
_FULL = 0.8
"""A broken line reaches this far of the widest one."""


@dataclass(frozen=True, slots=True)
class Flow:
    """Running text; `places[i]` is the place of its i-th character in the cleaned text."""

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The cleaned span of a run of characters."""
        return self.places[start], self.places[max(start, end - 1)] + 1


def flow(text: str) -> Flow:
    """Join the lines that stop in mid-sentence near the widest line's length, where the next begins no field of its own."""
    lines = text.split("\n")
    widest = max(map(len, lines), default=0)
    if widest > 90:
        return Flow(text, tuple(range(len(text))))
    kept: list[str] = []
    places: list[int] = []
    at = 0
    for n, line in enumerate(lines):
        kept.append(line)
        places.extend(range(at, at + len(line)))
        at += len(line)
        if n + 1 < len(lines):
            broken = (
                len(line) >= max(_LEAST, _FULL * widest)
                and line[-1] not in _ENDS
                and not _OPENS.match(lines[n + 1])
            )
            if not broken:
                kept.append("\n")
                places.append(at)
            at += 1
    return Flow("".join(kept), tuple(places))
