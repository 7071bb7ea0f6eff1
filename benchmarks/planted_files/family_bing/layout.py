"""Papers as blocks, and blocks laid out on A4 pages as drawing operations for text pages and pictures."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
from reportlab.pdfbase.cidfonts import UnicodeCIDFont  # type: ignore[import-untyped]

WIDTH, HEIGHT = 595.0, 842.0
LEFT, RIGHT, TOP, BOTTOM = 74.0, 70.0, 84.0, 78.0
BODY = WIDTH - LEFT - RIGHT
FONT = "STSong-Light"
NOT_FIRST = set("，。、；：？！）”》’」】")

pdfmetrics.registerFont(UnicodeCIDFont(FONT))


@dataclass(frozen=True, slots=True)
class Op:
    """One thing drawn: "text", "line", "stamp" or "photo", in points from the top left corner of the page."""

    what: str
    x: float
    y: float
    text: str = ""
    size: float = 0.0
    style: str = ""  # "", "bold", "hand"
    x2: float = 0.0
    y2: float = 0.0


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a table, a gap or a stamp, with the values and flaws that show in it."""

    what: str
    text: str = ""
    size: float = 12.0
    align: str = "left"
    indent: float = 0.0
    style: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    widths: tuple[float, ...] = ()
    values: tuple[tuple[str, str], ...] = ()
    flaws: tuple[tuple[str, str], ...] = ()


Marks = tuple[tuple[str, str], ...]


@dataclass(slots=True)
class Paper:
    """One paper of the file: its kind, its blocks and how its pages look."""

    kind: str
    header: str = ""
    footer: str = ""
    scan: bool = False
    lead: float = 1.75
    blocks: list[Block] = field(default_factory=list)
    whole_flaws: list[tuple[str, str]] = field(default_factory=list)

    def title(self, text: str, size: float = 20) -> None:
        """Add a heading in the middle, bold."""
        self.blocks.append(Block("text", text, size, "centre", style="bold"))

    def centre(self, text: str, size: float = 12, values: Marks = ()) -> None:
        """Add a line in the middle."""
        self.blocks.append(Block("text", text, size, "centre", values=values))

    def para(self, text: str, values: Marks = (), flaws: Marks = (), size: float = 12) -> None:
        """Add a paragraph with an indented first line."""
        self.blocks.append(Block("text", text, size, indent=2 * size, values=values, flaws=flaws))

    def line(self, text: str, values: Marks = (), flaws: Marks = (), size: float = 12) -> None:
        """Add a line from the left margin."""
        self.blocks.append(Block("text", text, size, values=values, flaws=flaws))

    def right(self, text: str, values: Marks = (), flaws: Marks = ()) -> None:
        """Add a line at the right margin."""
        self.blocks.append(Block("text", text, 12, "right", values=values, flaws=flaws))

    def gap(self, points: float = 14) -> None:
        """Leave a vertical gap."""
        self.blocks.append(Block("gap", size=points))

    def stamp(self, text: str) -> None:
        """Put a round red stamp over the last lines."""
        self.blocks.append(Block("stamp", text))

    def photo(self) -> None:
        """Add the frame of a photograph, shaded in grey."""
        self.blocks.append(Block("photo", size=128.0))

    def table(
        self,
        rows: list[tuple[str, ...]],
        widths: tuple[float, ...],
        size: float = 10.5,
        marks: dict[int, tuple[Marks, Marks]] | None = None,
    ) -> None:
        """Add a ruled table; `marks` gives the values and flaws of a row by its number."""
        for number, row in enumerate(rows):
            values, flaws = (marks or {}).get(number, ((), ()))
            self.blocks.append(Block("row", "", size, rows=(row,), widths=widths, values=values, flaws=flaws))


@dataclass(slots=True)
class Laid:
    """One laid-out page: its operations and the values and flaws that show on it."""

    ops: list[Op] = field(default_factory=list)
    values: list[tuple[str, str]] = field(default_factory=list)
    flaws: list[tuple[str, str]] = field(default_factory=list)


@lru_cache(maxsize=4096)
def char_width(char: str, size: float) -> float:
    """Width of one character in points."""
    return float(pdfmetrics.stringWidth(char, FONT, size)) if ord(char) < 0x2000 else size


def text_width(text: str, size: float) -> float:
    """Width of a text in points, without the marks of filled-in places."""
    return sum(char_width(char, size) for char in text if char not in "‹›")


def wrap(text: str, size: float, width: float, indent: float) -> list[list[tuple[str, bool]]]:
    """Break a text into lines of (character, filled in by hand)."""
    lines: list[list[tuple[str, bool]]] = [[]]
    used, hand = indent, False
    for char in text:
        if char in "‹›":
            hand = char == "‹"
            continue
        if char == "\n":
            lines.append([])
            used = 0.0
            continue
        step = char_width(char, size)
        if used + step > width and char not in NOT_FIRST:
            lines.append([])
            used = 0.0
        lines[-1].append((char, hand))
        used += step
    return lines


def runs(line: list[tuple[str, bool]], x: float, y: float, size: float, style: str) -> list[Op]:
    """The operations of one line: a run for each change between print and hand."""
    ops: list[Op] = []
    at = 0
    while at < len(line):
        end = at
        while end < len(line) and line[end][1] == line[at][1]:
            end += 1
        part = "".join(char for char, _ in line[at:end])
        ops.append(Op("text", x, y, part, size, "hand" if line[at][1] else style))
        x += text_width(part, size)
        at = end
    return ops


class Setter:
    """Sets the blocks of one paper on pages."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.pages: list[Laid] = []
        self.y = 0.0
        self.turn()

    def turn(self) -> None:
        """Begin a page."""
        self.pages.append(Laid())
        self.y = TOP

    def room(self, need: float) -> None:
        """Begin a page when there is no room for `need` points."""
        if self.y + need > HEIGHT - BOTTOM:
            self.turn()

    def note(self, block: Block) -> None:
        """Keep the block's values and flaws with the page it begins on."""
        self.pages[-1].values.extend(block.values)
        self.pages[-1].flaws.extend(block.flaws)

    def text(self, block: Block) -> None:
        """Set a paragraph."""
        step = block.size * self.paper.lead
        lines = wrap(block.text, block.size, BODY, block.indent)
        for number, line in enumerate(lines):
            self.room(step)
            if number == 0:
                self.note(block)
            width = sum(char_width(char, block.size) for char, _ in line)
            x = LEFT + (block.indent if number == 0 else 0.0)
            if block.align == "centre":
                x = LEFT + (BODY - width) / 2
            elif block.align == "right":
                x = LEFT + BODY - width
            self.pages[-1].ops.extend(runs(line, x, self.y + block.size, block.size, block.style))
            self.y += step

    def row(self, block: Block) -> None:
        """Set one row of a table."""
        step = block.size * 1.45
        widths = [BODY * part for part in block.widths]
        cells = [wrap(c, block.size, w - 8, 0.0) for c, w in zip(block.rows[0], widths, strict=True)]
        high = max(len(cell) for cell in cells) * step + 7
        self.room(high)
        self.note(block)
        ops, x, top = self.pages[-1].ops, LEFT, self.y
        for cell, width in zip(cells, widths, strict=True):
            for number, line in enumerate(cell):
                ops.extend(runs(line, x + 4, top + 3 + block.size + number * step, block.size, ""))
            ops.append(Op("line", x, top, x2=x, y2=top + high))
            x += width
        ops.append(Op("line", x, top, x2=x, y2=top + high))
        ops.append(Op("line", LEFT, top, x2=x, y2=top))
        ops.append(Op("line", LEFT, top + high, x2=x, y2=top + high))
        self.y += high

    def run(self) -> list[Laid]:
        """Set every block; give the pages with header and footer."""
        for block in self.paper.blocks:
            if block.what == "text":
                self.text(block)
            elif block.what == "row":
                self.row(block)
            elif block.what == "photo":
                self.room(block.size + 30)
                x2, y2 = LEFT + BODY * 0.8, self.y + block.size
                self.pages[-1].ops.append(Op("photo", LEFT + BODY * 0.2, self.y, x2=x2, y2=y2))
                self.y += block.size + 4
            elif block.what == "stamp":
                at = max(self.y - 22, TOP + 60)
                self.pages[-1].ops.append(Op("stamp", WIDTH - RIGHT - 70, at, block.text))
            else:
                self.y += block.size
        self.pages[0].flaws.extend(self.paper.whole_flaws)
        for number, page in enumerate(self.pages, 1):
            if self.paper.header:
                page.ops.insert(0, Op("text", LEFT, 56, self.paper.header, 9))
            if self.paper.footer:
                text = self.paper.footer.format(n=number, m=len(self.pages))
                page.ops.extend(runs(wrap(text, 10.5, BODY, 0.0)[0], LEFT, HEIGHT - 48, 10.5, ""))
        return self.pages


def lay(paper: Paper) -> list[Laid]:
    """Lay one paper out on pages."""
    return Setter(paper).run()
