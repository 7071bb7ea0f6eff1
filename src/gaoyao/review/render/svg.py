"""Our own SVG: a picture with title and description, texts that fit, and a few shapes.  No script, no reference."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from gaoyao.review.render.markup import Safe, join, tag
from gaoyao.review.render.style import INK, SANS

_UPRIGHT = re.compile(r"(?<!\d)\d\d(?!\d)|\S")

_NEVER_FIRST, _NEVER_LAST = "，、；：。）》”", "（《“"

WIDTH = 920.0
"""The width of every picture in its own units; a page scales it."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing: `id` makes its title and description addressable; height in the units of WIDTH."""

    id: str
    title: str
    description: str
    height: float
    shapes: tuple[Safe, ...]
    width: float = WIDTH

    def svg(self) -> Safe:
        """The drawing as an element that stands in a page or alone in a file."""
        return tag(
            "svg",
            tag("title", self.title, id=f"{self.id}-title"),
            tag("desc", self.description, id=f"{self.id}-desc"),
            *self.shapes,
            xmlns="http://www.w3.org/2000/svg",
            viewBox=f"0 0 {self.width:g} {self.height:g}",
            width=self.width,
            height=self.height,
            role="img",
            aria_labelledby=f"{self.id}-title",
            aria_describedby=f"{self.id}-desc",
            font_family=SANS,
            font_size=13,
            fill=INK,
        )


def figure(picture: Picture, legend: Iterable[str] = ()) -> Safe:
    """A picture with its caption and the legend of its signs."""
    marks = [tag("li", one) for one in legend]
    return tag(
        "figure",
        picture.svg(),
        tag("figcaption", f"图：{picture.title}"),
        *([tag("ul", *marks, class_="legend")] if marks else []),
        tabindex=0,
        role="group",
        aria_label=picture.title,
    )


def width_of(text: str, size: float) -> float:
    """About how wide a text is: an ideograph one em, a Latin letter or figure a little over half."""
    return sum(size if ord(one) > 0x2E7F or one in "“”…—×○●◎△▲◆◇■□" else size * 0.58 for one in text)


def fitted(text: str, room: float, size: float = 13) -> str:
    """The text, cut with an ellipsis where it does not fit the room."""
    line = " ".join(text.split())
    if width_of(line, size) <= room:
        return line
    kept = ""
    for one in line:
        if width_of(kept + one, size) > room - size:
            break
        kept += one
    return kept + "…"


def text(
    x: float,
    y: float,
    words: str,
    size: float = 13,
    fill: str | None = None,
    anchor: str | None = None,
    weight: int | None = None,
    struck: bool = False,
) -> Safe:
    """Words on a baseline."""
    return tag(
        "text",
        words,
        x=x,
        y=y,
        font_size=size if size != 13 else None,
        fill=fill,
        text_anchor=anchor,
        font_weight=weight,
        text_decoration="line-through" if struck else None,
    )


def line(
    x1: float, y1: float, x2: float, y2: float, stroke: str, width: float = 1, dash: str | None = None
) -> Safe:
    """A straight line."""
    return tag("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=stroke, stroke_width=width, stroke_dasharray=dash)


def box(
    x: float,
    y: float,
    width: float,
    height: float,
    fill: str = "none",
    stroke: str | None = None,
    stroke_width: float = 1,
    dash: str | None = None,
    round_: float | None = None,
    hint: str = "",
) -> Safe:
    """A rectangle; `hint` is what a pointer resting on it shows."""
    inside = (tag("title", hint),) if hint else ()
    return tag(
        "rect",
        *inside,
        x=x,
        y=y,
        width=width,
        height=height,
        fill=fill,
        stroke=stroke,
        stroke_width=stroke_width if stroke and stroke_width != 1 else None,
        stroke_dasharray=dash,
        rx=round_,
    )


def upright(x: float, y: float, words: str, size: float = 13, fill: str | None = None) -> Safe:
    """Words one character under another, from `y` downwards, two figures side by side; works in every renderer."""
    cells = _UPRIGHT.findall(words)
    xs = [
        f"{x + shift:g}"
        for cell in cells
        for shift in ((0.0,) if len(cell) == 1 else (-size * 0.29, size * 0.29))
    ]
    ys = [f"{y + size * 1.12 * number:g}" for number, cell in enumerate(cells) for _ in cell]
    return tag(
        "text",
        "".join(cells),
        x=" ".join(xs),
        y=" ".join(ys),
        font_size=size,
        fill=fill,
        text_anchor="middle",
    )


def lines_of(words: str, room: float, size: float = 12, lines: int = 0) -> list[str]:
    """Words in lines of the given room; cut with an ellipsis after `lines` lines (0: as many as needed)."""
    made: list[str] = []
    rest = " ".join(words.split())
    while rest and (not lines or len(made) < lines):
        end = len(rest)
        while end > 1 and width_of(rest[:end], size) > room:
            end -= 1
        if 1 < end < len(rest) and (rest[end] in _NEVER_FIRST or rest[end - 1] in _NEVER_LAST):
            end -= 1
        made.append(rest[:end])
        rest = rest[end:]
    if rest and made:
        made[-1] = made[-1][:-1] + "…"
    return made


def balanced(words: str, room: float, size: float = 12) -> list[str]:
    """Words in as few lines as the room allows, about as long as one another."""
    lines = lines_of(words, room, size)
    narrow = room
    while len(lines) > 1 and narrow > 2 * size:
        narrow -= size / 2
        tried = lines_of(words, narrow, size)
        if len(tried) > len(lines):
            break
        lines = tried
    return lines


def stacked(x: float, y: float, lines: list[str], size: float = 12) -> Safe:
    """Lines one under another, centred on `x`, the first on the baseline `y`."""
    spans = [tag("tspan", one, x=x, y=y + size * 1.25 * number) for number, one in enumerate(lines)]
    return tag("text", *spans, font_size=size, text_anchor="middle")


def wrapped(x: float, y: float, words: str, room: float, lines: int, size: float = 12) -> Safe:
    """Words in a column of the given room, centred on `x`, cut after some lines."""
    made = lines_of(words, room, size, lines)
    spans = [tag("tspan", one, x=x, y=y + size * 1.3 * number) for number, one in enumerate(made)]
    return tag("text", *spans, font_size=size, text_anchor="middle")


def group(*shapes: Safe, hint: str = "") -> Safe:
    """Shapes together; `hint` is what a pointer resting on them shows."""
    return tag("g", *((tag("title", hint),) if hint else ()), join(shapes))
