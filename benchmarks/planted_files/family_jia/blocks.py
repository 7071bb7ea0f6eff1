"""The parts a paper of the file is made of, and the paper itself; nothing here knows how they are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PIL import Image


@dataclass(frozen=True, slots=True)
class Flaw:
    """A mark: here a flaw is planted (its code in the contract, what was done)."""

    code: str
    done: str


@dataclass(frozen=True, slots=True)
class Val:
    """A mark: here stands a value of the form (label, value)."""

    label: str
    value: str


Marks = tuple[Flaw | Val, ...]


@dataclass(slots=True)
class Title:
    """A centred heading: size in points."""

    text: str
    size: float = 20
    marks: Marks = ()


@dataclass(slots=True)
class Para:
    """A running paragraph, first line indented unless told; size 0 takes the size of the paper."""

    text: str
    indent: bool = True
    size: float = 0
    marks: Marks = ()


@dataclass(slots=True)
class Fields:
    """One printed line of labelled blanks: (label, what is written on the blank), left to right."""

    cells: Sequence[tuple[str, str]]
    size: float = 13
    marks: Marks = ()


@dataclass(slots=True)
class Table:
    """A ruled table: relative widths, rows of cells; the first `head` rows come again on a new page."""

    widths: Sequence[float]
    rows: Sequence[Sequence[str]]
    head: int = 0
    size: float = 11
    pad: float = 6
    marks: Marks = ()
    row_marks: dict[int, Marks] = field(default_factory=dict)


@dataclass(slots=True)
class Sign:
    """Lines on the right at the end of a paper; a round stamp of `seal` is put over them where given."""

    lines: Sequence[str]
    seal: str = ""
    size: float = 0
    marks: Marks = ()


@dataclass(slots=True)
class Pictures:
    """A grid of pictures, each with a caption below; `columns` a row, each `height` points high."""

    items: Sequence[tuple[Image.Image, str]]
    columns: int = 4
    height: float = 110
    marks: Marks = ()


@dataclass(slots=True)
class Gap:
    """Empty height in points."""

    height: float = 12
    marks: Marks = ()


Block = Title | Para | Fields | Table | Sign | Pictures | Gap


@dataclass(slots=True)
class Paper:
    """One paper: kind (its official name), name in the list of contents, parts, how it is bound.

    `foot` is signed on every page; `numbered` prints 第X页 共Y页; `scan` binds a picture of the page;
    `spoil` is (page of the paper from 1, way) of an unreadable page.
    """

    kind: str
    blocks: list[Block]
    name: str = ""
    date: str = ""
    foot: str = ""
    numbered: bool = False
    scan: bool = False
    spoil: tuple[int, str] | None = None

    @property
    def size(self) -> float:
        """Size of running text in points: records in a smaller one than decisions and notices."""
        return 13 if self.numbered else 15
