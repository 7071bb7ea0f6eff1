"""The parsed tree of a file, before it means anything: scalars, sequences and mappings with their lines."""

from __future__ import annotations

from dataclasses import dataclass, field

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
"""Plain scalars that say nothing: the cell stays 未录入."""


@dataclass(slots=True)
class Scalar:
    """A piece of text.  `plain` is true when it was written without quotes (in JSON: not a string)."""

    text: str
    plain: bool
    line: int

    @property
    def empty(self) -> bool:
        """Nothing was written after the key (未录入)."""
        return self.plain and self.text in NULLS


@dataclass(slots=True)
class Sequence:
    """A list."""

    line: int
    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """Keys with values, in the order of the file; duplicates are still there for the reader to report."""

    line: int
    pairs: list[tuple[Scalar, Node]] = field(default_factory=list)


Node = Scalar | Sequence | Mapping


def shape(node: Node) -> str:
    """What the node is, in the words of an error message."""
    match node:
        case Scalar(text=text):
            short = text if len(text) <= 30 else text[:30] + "……"
            return f"“{short}”"
        case Sequence():
            return "列表"
        case Mapping():
            return "“键: 值”的组合"


class Limits:
    """What a case file may at most be; beyond it reading stops with an error that names the limit."""

    BYTES = 32 * 1024 * 1024
    DEPTH = 32
    NODES = 2_000_000
    SCALAR = 1_000_000
