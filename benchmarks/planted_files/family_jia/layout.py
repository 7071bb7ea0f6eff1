"""Flow of the parts of a paper onto A4 pages, as plain drawing steps (points, y from the top)."""

from __future__ import annotations

from dataclasses import dataclass, field

from PIL import Image

from benchmarks.planted_files.family_jia.blocks import (
    Fields,
    Flaw,
    Gap,
    Paper,
    Para,
    Pictures,
    Sign,
    Table,
    Title,
    Val,
)
from benchmarks.planted_files.family_jia.pictures import seal_picture

WIDTH, HEIGHT = 595.0, 842.0
LEFT, RIGHT, TOP, BOTTOM = 78.0, 66.0, 76.0, 84.0
INNER = WIDTH - LEFT - RIGHT
NO_START = "，。、；：！？）》”’"


@dataclass(frozen=True, slots=True)
class Text:
    """Draw `text` with its baseline at (x, y)."""

    x: float
    y: float
    size: float
    text: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """Draw a straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float = 0.7


@dataclass(frozen=True, slots=True)
class Picture:
    """Draw a picture into the box (x, y, w, h)."""

    x: float
    y: float
    w: float
    h: float
    image: Image.Image


@dataclass(slots=True)
class Page:
    """One laid-out page: its drawing steps and the marks that fall on it."""

    ops: list[Text | Stroke | Picture] = field(default_factory=list)
    marks: list[Flaw | Val] = field(default_factory=list)


def measure(text: str, size: float) -> float:
    """Width of a text in points: a Chinese character is one em, a Latin one about half."""
    return sum(size * 0.52 if ord(char) < 0x2000 else size for char in text)


def wrap(text: str, size: float, width: float, first: float = 0.0) -> list[str]:
    """Lines no wider than `width`; the first is shorter by `first`; no comma starts a line."""
    lines: list[str] = []
    line, used = "", first
    for char in text:
        if char == "\n":
            lines.append(line)
            line, used = "", 0.0
            continue
        step = measure(char, size)
        if used + step > width and char not in NO_START:
            lines.append(line)
            line, used = "", 0.0
        line += char
        used += step
    lines.append(line)
    return lines


class Flow:
    """Takes the parts of one paper one after another and fills pages."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.pages: list[Page] = []
        self.bottom = HEIGHT - BOTTOM - (16 if paper.foot else 0)
        self.y = 0.0
        self.fresh()

    def fresh(self) -> None:
        """Begin a new page."""
        self.pages.append(Page())
        self.y = TOP

    @property
    def page(self) -> Page:
        """The page being filled."""
        return self.pages[-1]

    def room(self, height: float) -> None:
        """Begin a new page where `height` does not fit any more."""
        if self.y + height > self.bottom and self.y > TOP:
            self.fresh()

    def text(self, x: float, size: float, text: str) -> None:
        """Write one line at the present height without moving down."""
        if text.strip():
            self.page.ops.append(Text(x, self.y + size, size, text))

    def title(self, block: Title) -> None:
        """Centred, wrapped where it is long."""
        for line in wrap(block.text, block.size, INNER):
            self.room(block.size * 1.7)
            self.text(LEFT + (INNER - measure(line, block.size)) / 2, block.size, line)
            self.y += block.size * 1.55
        self.y += 5

    def para(self, block: Para) -> None:
        """Lines at 1.75 times the size."""
        size = block.size or self.paper.size
        first = size * 2 if block.indent else 0.0
        for number, line in enumerate(wrap(block.text, size, INNER, first)):
            self.room(size * 1.75)
            self.mark(block, number)
            self.text(LEFT + (first if number == 0 else 0.0), size, line)
            self.y += size * 1.75

    def fields(self, block: Fields) -> None:
        """Label, then what is written above a ruled blank; long answers run on ruled lines below."""
        size, share = block.size, INNER / len(block.cells)
        height = size * 1.85
        columns: list[list[str]] = []
        for label, value in block.cells:
            columns.append(wrap(value, size, share - 8, measure(label, size) + 4))
        for row in range(max(len(column) for column in columns)):
            self.room(height)
            self.mark(block, row)
            for index, column in enumerate(columns):
                if row >= len(column):
                    continue
                x = LEFT + index * share
                start = x
                if row == 0:
                    label = block.cells[index][0]
                    self.text(x, size, label)
                    start = x + measure(label, size) + 3
                self.text(start + 2, size, column[row])
                base = self.y + size + 3
                self.page.ops.append(Stroke(start, base, x + share - 6, base, 0.5))
            self.y += height

    def table(self, block: Table) -> None:
        """Rows with rules around every cell; a row is not split unless it is higher than a page."""
        total = sum(block.widths)
        widths = [INNER * width / total for width in block.widths]
        for number, row in enumerate(block.rows):
            cells = [
                wrap(cell, block.size, sum(self.spans(widths, row, i)) - block.size)
                for i, cell in enumerate(row)
            ]
            height = max(len(lines) for lines in cells) * block.size * 1.4 + block.pad * 2
            if self.y + height > self.bottom and self.y > TOP:
                self.fresh()
                for again in range(block.head if number >= block.head else 0):
                    self.row(widths, block.rows[again], block)
            self.page.marks.extend(block.row_marks.get(number, ()))
            if number == 0:
                self.page.marks.extend(block.marks)
            self.row(widths, row, block)
        self.y += 8

    @staticmethod
    def spans(widths: list[float], row: object, index: int) -> list[float]:
        """Widths taken by cell `index`: the last cell of a short row takes all the columns left."""
        assert isinstance(row, list | tuple)
        return widths[index:] if index == len(row) - 1 else [widths[index]]

    def row(self, widths: list[float], row: object, block: Table) -> None:
        """Draw one row."""
        assert isinstance(row, list | tuple)
        size = block.size
        spans = [sum(self.spans(widths, row, i)) for i in range(len(row))]
        cells = [wrap(str(cell), size, spans[i] - size) for i, cell in enumerate(row)]
        height = max(len(lines) for lines in cells) * size * 1.4 + block.pad * 2
        x, top = LEFT, self.y
        ops = self.page.ops
        for lines, width in zip(cells, spans, strict=True):
            for count, line in enumerate(lines):
                if line.strip():
                    base = top + block.pad + size + count * size * 1.4
                    ops.append(Text(x + size * 0.45, base, size, line))
            ops.append(Stroke(x, top, x, top + height))
            x += width
        ops.append(Stroke(x, top, x, top + height))
        ops.append(Stroke(LEFT, top, x, top))
        ops.append(Stroke(LEFT, top + height, x, top + height))
        self.y = top + height

    def sign(self, block: Sign) -> None:
        """Right-hand lines, kept together, with a red stamp over them."""
        size = block.size or self.paper.size
        step = size * 1.9
        self.room(step * len(block.lines) + 14)
        self.y += 14
        width = max(measure(line, size) for line in block.lines)
        x = max(LEFT, WIDTH - RIGHT - width - 12)
        if block.seal:
            middle = self.y + step * len(block.lines) / 2
            self.page.ops.append(Picture(x + width / 2 - 58, middle - 62, 116, 116, seal_picture(block.seal)))
        for number, line in enumerate(block.lines):
            self.mark(block, number)
            for part in wrap(line, size, INNER):
                self.text(x, size, part)
                self.y += step

    def pictures(self, block: Pictures) -> None:
        """Rows of pictures with captions."""
        cell = INNER / block.columns
        for start in range(0, len(block.items), block.columns):
            self.room(block.height + 32)
            self.mark(block, start)
            for index, (image, caption) in enumerate(block.items[start : start + block.columns]):
                width = min(cell - 12, block.height * image.width / image.height)
                x = LEFT + index * cell + (cell - width) / 2
                self.page.ops.append(Picture(x, self.y, width, block.height, image))
                at = LEFT + index * cell + (cell - measure(caption, 11)) / 2
                self.page.ops.append(Text(max(LEFT, at), self.y + block.height + 15, 11, caption))
            self.y += block.height + 32

    def mark(self, block: Fields | Para | Sign | Pictures, number: int) -> None:
        """Put the marks of a part on the page its first line falls on."""
        if number == 0:
            self.page.marks.extend(block.marks)

    def run(self) -> list[Page]:
        """Lay the whole paper out and print the feet of its pages."""
        for block in self.paper.blocks:
            match block:
                case Title():
                    self.page.marks.extend(block.marks)
                    self.title(block)
                case Para():
                    self.para(block)
                case Fields():
                    self.fields(block)
                case Table():
                    self.table(block)
                case Sign():
                    self.sign(block)
                case Pictures():
                    self.pictures(block)
                case Gap():
                    self.page.marks.extend(block.marks)
                    self.y += block.height
        for number, page in enumerate(self.pages, 1):
            if self.paper.foot:
                page.ops.append(Text(LEFT, HEIGHT - 72, 11, self.paper.foot))
            if self.paper.numbered:
                foot = f"第 {number} 页  共 {len(self.pages)} 页"
                page.ops.append(Text((WIDTH - measure(foot, 10.5)) / 2, HEIGHT - 48, 10.5, foot))
        return self.pages


def lay_out(paper: Paper) -> list[Page]:
    """Pages of one paper."""
    return Flow(paper).run()
