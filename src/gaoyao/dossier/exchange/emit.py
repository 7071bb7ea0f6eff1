"""Writing YAML: only what a canonical case file needs, every scalar so that it reads back as the same text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from gaoyao.dossier.exchange.nodes import NULLS

WIDTH = 110
"""Lists of ids stay on one line up to this width."""

_SAFE = re.compile(
    "[\\t\\x20-\\x7e\\xa0-\\u2027\\u202a-\\ud7ff\\ue000-\\ufefe\\uff00-\\ufffd\\U00010000-\\U0010ffff]*"
)
_TYPED = re.compile(
    r"[-+]?[0-9.][0-9_,:.eExXoOa-fA-F+-]*|true|false|yes|no|on|off|y|n|[-+]?\.(inf|nan)", re.IGNORECASE
)
_STARTS = tuple("-?:,[]{}#&*!|>'\"%@`=<~ \t")


@dataclass(slots=True)
class Plain:
    """A scalar to be written without quotes where YAML allows it, even if another reader would type it."""

    text: str


@dataclass(slots=True)
class Block:
    """A mapping in writing: keys with plain or quoted text, id lists, nested blocks or lists of blocks."""

    pairs: list[tuple[str, Entry]] = field(default_factory=list)

    def add(self, key: str, entry: Entry) -> None:
        """Append one key."""
        self.pairs.append((key, entry))


Entry = str | Plain | tuple[str, ...] | Block | list["Entry"]


def quote(text: str, *, typed: bool = False, flow: bool = False) -> str:
    """A scalar on one line.  `typed` lets numbers, dates and the like stand without quotes."""
    if _may_be_plain(text, typed, flow):
        return text
    out = []
    for char in text:
        code = ord(char)
        if char in '"\\':
            out.append("\\" + char)
        elif char == "\n":
            out.append("\\n")
        elif char == "\t":
            out.append("\\t")
        elif _SAFE.fullmatch(char):
            out.append(char)
        else:
            out.append(
                f"\\x{code:02X}" if code < 256 else f"\\u{code:04X}" if code < 65536 else f"\\U{code:08X}"
            )
    return '"' + "".join(out) + '"'


def _may_be_plain(text: str, typed: bool, flow: bool) -> bool:
    if not text or text in NULLS or text.startswith(_STARTS) or text[-1] in ": \t" or "\t" in text:
        return False
    if ": " in text or " #" in text or not _SAFE.fullmatch(text) or text.startswith(("...", "\ufeff")):
        return False
    if flow and any(mark in text for mark in ",[]{}"):
        return False
    return typed or not _TYPED.fullmatch(text)


def _may_be_literal(text: str) -> bool:
    lines = text.split("\n")
    return (
        len(lines) > 1
        and all(_SAFE.fullmatch(line) and "\t" not in line for line in lines)
        and bool(lines[0].strip())
        and bool(lines[-1].strip())
        and not lines[0].startswith(" ")
        and all(line == "" or line.strip() for line in lines)
    )


def emit(block: Block) -> str:
    """The text of a whole file, one key a line, two spaces a level."""
    out: list[str] = []
    _block(block, 0, out)
    return "".join(line + "\n" for line in out)


def _block(block: Block, level: int, out: list[str]) -> None:
    for key, entry in block.pairs:
        _entry("  " * level + quote(key) + ":", entry, level, out)


def _entry(head: str, entry: Entry, level: int, out: list[str]) -> None:
    if isinstance(entry, Block):
        if not entry.pairs:
            out.append(head + " {}")
            return
        out.append(head)
        _block(entry, level + 1, out)
    elif isinstance(entry, list):
        if not entry:
            out.append(head + " []")
            return
        out.append(head)
        for item in entry:
            _item(item, level + 1, out)
    else:
        _leaf(head, entry, level, out)


def _item(entry: Entry, level: int, out: list[str]) -> None:
    dash = "  " * level + "-"
    if isinstance(entry, Block) and entry.pairs:
        first = len(out)
        _block(entry, level + 1, out)
        out[first] = dash + " " + out[first][2 * level + 2 :]
    else:
        _entry(dash, entry, level, out)


def _leaf(head: str, entry: str | Plain | tuple[str, ...], level: int, out: list[str]) -> None:
    if isinstance(entry, tuple):
        line = head + " [" + ", ".join(quote(text, flow=True) for text in entry) + "]"
        if len(line) <= WIDTH:
            out.append(line)
        else:
            out.append(head)
            out.extend("  " * (level + 1) + "- " + quote(text) for text in entry)
    elif isinstance(entry, Plain):
        out.append(f"{head} {quote(entry.text, typed=True)}")
    elif _may_be_literal(entry):
        out.append(head + " |-")
        out.extend("  " * (level + 1) + line if line else "" for line in entry.split("\n"))
    else:
        out.append(f"{head} {quote(entry)}")
