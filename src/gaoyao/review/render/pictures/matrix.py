"""The fact × item matrix: which item bears on which fact, how, and whether it may be used.

One panel holds up to 22 points and 34 items, so that it fits a printed page; a larger case becomes several
panels of even height, accused by accused.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from gaoyao.logic.truth import Truth
from gaoyao.review.model import PointLine, Review, Subject, SupportLine
from gaoyao.review.render.markup import Safe, tag
from gaoyao.review.render.style import INK, LINE, PAPER, SOFT, TINTS, TONES
from gaoyao.review.render.svg import WIDTH, Picture, box, fitted, line, text, upright, width_of, wrapped
from gaoyao.review.render.wording import RUNGS, STATES, content

T = TypeVar("T")

COLUMNS, ROWS = 22, 34
CELL, SIDE, NAMES, TALL = 28.0, 20.0, 304.0, 9
LEVEL, WIDEST, LINES = 62.0, 128.0, 5
"""From which width a column's words are written level, the widest column, and its lines."""
TIES = {"同一认定（个别对应）": "同", "种类相同": "类", "到过现场": "场", "言词": "言", "情状": "情"}
LEGEND = (
    "格内一字是联系：同＝同一认定，类＝种类相同，场＝到过现场，言＝言词，情＝情状，供＝本人供述，联＝未录入",
    "深色实底＝支持，证据未见不得使用的情形",
    "浅底虚框＝支持，能否使用尚未定",
    "空框加斜线＝证据不能用来认定事实",
    "左上角带“反”＝反对该事实",
    "列首：■ 有障碍　△ 待查　○ 未见障碍",
)


@dataclass(frozen=True, slots=True)
class Panel:
    """One picture: whose points, which points, which items, out of how many parts."""

    whose: str
    points: tuple[PointLine, ...]
    items: tuple[Subject, ...]
    number: int


def shared(review: Review) -> list[tuple[PointLine, ...]]:
    """The points in the order of the file; counts of one accused that share a fact with the same state and evidence
    stand together and are shown once."""
    groups: dict[object, list[PointLine]] = {}
    for point in review.points:
        whose = -1 if point.accused is None else point.accused.number
        support = tuple((row.item.number, row.supports) for row in point.supports)
        groups.setdefault((whose, point.fact.number, point.state, support), []).append(point)
    return [tuple(own) for own in groups.values()]


def panels(review: Review) -> Iterator[Panel]:
    """Accused by accused, points in the order of the file; only the items that bear on them."""
    groups: dict[int, list[PointLine]] = {}
    for point, *_ in shared(review):
        whose = -1 if point.accused is None else point.accused.number
        groups.setdefault(whose, []).append(point)
    number = 0
    for points in groups.values():
        name = points[0].accused.name if points[0].accused else "被告人未录入"
        for some in _even(tuple(points), COLUMNS):
            items = {row.item.number: row.item for point in some for row in point.supports}
            ordered = [items[key] for key in sorted(items)]
            for rows in _even(tuple(ordered), ROWS):
                yield Panel(name, some, rows, number)
                number += 1


def _even(things: tuple[T, ...], most: int) -> list[tuple[T, ...]]:
    """In parts of at most `most`, as even as can be."""
    if not things:
        return []
    size = -(-len(things) // -(-len(things) // most))
    return [things[start : start + size] for start in range(0, len(things), size)]


def matrix(panel: Panel, hints: bool = True) -> Picture:
    """The picture of one panel; few columns are wide and their words stand upright no more.

    `hints`: every mark tells itself in full under a resting pointer; left out where there are very many.
    """
    cell = min(max((WIDTH - NAMES) / len(panel.points), CELL), WIDEST)
    head = 46 + (TALL * 14.6 if cell < LEVEL else 15.6 * _lines(panel, cell))
    right = NAMES + cell * len(panel.points)
    bottom = head + CELL * len(panel.items)
    cells = {
        (row.item.number, column): row for column, point in enumerate(panel.points) for row in point.supports
    }
    rungs = {row.item.number: row for point in panel.points for row in point.supports}
    shapes: list[Safe] = []
    words: list[Safe] = []
    for column, point in enumerate(panel.points):
        shapes += _head(point, NAMES + cell * column, cell, head, bottom)
    for number, item in enumerate(panel.items):
        y = head + CELL * number
        shapes += _name(item, rungs[item.number], y, right)
        for column in range(len(panel.points)):
            found = cells.get((item.number, column))
            if found is not None:
                x = NAMES + cell * column + (cell - CELL) / 2
                hint = _hint(found, panel.points[column]) if hints else ""
                shapes += _mark(found, x, y, hint)
                words += _words(found, x, y)
    shapes.append(tag("g", *words, text_anchor="middle"))
    shapes.append(line(0, bottom, right, bottom, LINE))
    told = "；".join(
        f"{point.fact.id} {point.state.label}，{len(point.supports)} 件证据" for point in panel.points
    )
    title = f"待证事实与证据对照（{panel.whose}，第 {panel.number + 1} 幅）"
    told = f"列是待证事实，行是证据。{told}。"
    return Picture(f"matrix-{panel.number + 1}", title, told, bottom + 8, tuple(shapes), max(WIDTH, right))


def _lines(panel: Panel, cell: float) -> int:
    """How many lines the longest words of a wide column take."""
    return min(
        LINES, max(int(width_of(content(point.fact), 12) // (cell - 20)) + 1 for point in panel.points)
    )


def _head(point: PointLine, x: float, cell: float, head: float, bottom: float) -> list[Safe]:
    """A column: its stripe, state, number and words."""
    sign, tone = STATES[point.state]
    middle = x + cell / 2
    words = content(point.fact)
    hint = f"{point.count.name}：{point.fact.name}——{point.state.label}"
    if cell < LEVEL:
        told = upright(middle, 52, words if len(words) <= TALL else words[: TALL - 1] + "…", 12.5)
    else:
        told = wrapped(middle, 52, words, cell - 8, LINES)
    return [
        box(x + 0.5, 0, cell - 1, bottom, TINTS[tone], hint=hint),
        text(middle, 18, sign, 16, TONES[tone], "middle"),
        text(middle, 34, fitted(point.fact.id, cell - 2, 11), 11, None, "middle", 600),
        told,
        line(x, head, x + cell, head, SOFT),
    ]


def _name(item: Subject, line_of: SupportLine, y: float, right: float) -> list[Safe]:
    sign, tone = RUNGS[line_of.rung]
    struck = line_of.rung.truth is Truth.NO
    return [
        line(0, y, right, y, LINE),
        text(2, y + 19, sign, 14, TONES[tone]),
        text(22, y + 19, fitted(item.id, 52, 12), 12, SOFT, weight=600),
        text(76, y + 19, fitted(content(item), NAMES - 84), 13, SOFT if struck else INK, struck=struck),
    ]


def _hint(row: SupportLine, point: PointLine) -> str:
    way = "支持" if row.supports else "反对"
    return f"{row.item.id}{way}{point.fact.id}：{row.tie or '联系未录入'}，{row.rung.label}"


def _mark(row: SupportLine, x: float, y: float, hint: str) -> list[Safe]:
    """The form of a mark: filled, dashed or struck through; a corner where the item contradicts the fact."""
    left, top, dark = x + 4, y + 4, _dark(row)
    fill, stroke, dash = {
        Truth.YES: (dark, None, None),
        Truth.UNKNOWN: (PAPER, dark, "3 2"),
        Truth.NO: (PAPER, SOFT, None),
    }[row.rung.truth]
    shapes = [box(left, top, SIDE, SIDE, fill, stroke, dash=dash, hint=hint)]
    if row.rung.truth is Truth.NO:
        shapes.append(line(left, top + SIDE, left + SIDE, top, TONES["bad"], 1.6))
    if not row.supports:
        shapes.append(box(left - 4, top - 4, 12, 12, PAPER, dark))
    return shapes


def _words(row: SupportLine, x: float, y: float) -> list[Safe]:
    """The character of a mark: the tie, and 反 in the corner of what contradicts."""
    word = "供" if row.own_confession else TIES.get(row.tie, "联")
    ink = {Truth.YES: PAPER, Truth.UNKNOWN: _dark(row), Truth.NO: SOFT}[row.rung.truth]
    shift = 0 if row.supports else 3  # room for the corner
    made = [text(x + CELL / 2 + shift, y + CELL / 2 + 4.6 + shift, word, fill=ink)]
    if not row.supports:
        made.append(text(x + 6, y + 9.5, "反", 10, _dark(row), weight=700))
    return made


def _dark(row: SupportLine) -> str:
    return TONES["calm"] if row.supports else TONES["note"]
