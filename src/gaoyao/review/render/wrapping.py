"""Chinese lines for a terminal: broken anywhere between ideographs, never before a closing mark, never inside a word."""

from __future__ import annotations

import re

from rich.cells import cell_len

from gaoyao.review.render.markup import visible

_PIECES = re.compile(r"[0-9A-Za-z_.\-/=@]+|\s+|.", re.DOTALL)
_NEVER_FIRST = frozenset("，。；：、？！）》”’」』】〕…%")
_NEVER_LAST = frozenset("（《“‘「『【〔")


def wrapped(text: str, width: int, first: str = "", indent: str = "") -> list[str]:
    """Lines of at most `width` cells; the first begins with `first`, the others with `indent`.

    A closing mark may stand one cell pair beyond the width rather than begin a line.
    """
    lines: list[str] = []
    line = first
    empty = True
    for piece in _PIECES.findall(visible(" ".join(text.split()))):
        hangs = piece in _NEVER_FIRST
        if not empty and not hangs and cell_len(line + piece) > width:
            kept = line.rstrip()
            carried = ""
            while kept and kept[-1] in _NEVER_LAST:
                carried, kept = kept[-1] + carried, kept[:-1]
            lines.append(kept)
            line, empty = indent + carried, not carried
            if piece.isspace():
                continue
        line += piece
        empty = False
    lines.append(line.rstrip() or line)
    return lines
