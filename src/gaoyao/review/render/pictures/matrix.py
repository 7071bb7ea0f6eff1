"""The fact × item matrix: which item bears on which fact, how, and whether it may be used.

One panel holds up to 22 points and 45 items; a larger case becomes several panels, accused by accused.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gaoyao.logic.truth import Truth
from gaoyao.review.model import PointLine, Review, Subject, SupportLine
from gaoyao.review.render.markup import Safe, join
from gaoyao.review.render.style import INK, LINE, PAPER, SOFT, TINTS, TONES
from gaoyao.review.render.svg import WIDTH, Picture, box, fitted, line, text, upright, width_of, wrapped
from gaoyao.review.render.wording import RUNGS, STATES, content

COLUMNS, ROWS = 22, 45
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


def panels(review: Review) -> Iterator[Panel]:
    """Accused by accused, points in the order of the file; only the items that bear on them."""
    groups: dict[int, list[PointLine]] = {}
    seen: set[tuple[int, int, str, tuple[tuple[int, bool], ...]]] = set()
    for point in review.points:
        whose = -1 if point.accused is None else point.accused.number
        support = tuple((row.item.number, row.supports) for row in point.supports)
        key = (whose, point.fact.number, point.state.value, support)
        if key not in seen:  # a fact common to several counts of one accused is one column
            seen.add(key)
            groups.setdefault(whose, []).append(point)
    number = 0
    for points in groups.values():
        name = points[0].accused.name if points[0].accused else "被告人未录入"
        for start in range(0, len(points), COLUMNS):
            some = tuple(points[start : start + COLUMNS])
            items = {row.item.number: row.item for point in some for row in point.supports}
            ordered = [items[key] for key in sorted(items)]
            for first in range(0, len(ordered), ROWS):
                yield Panel(name, some, tuple(ordered[first : first + ROWS]), number)
                number += 1


def matrix(panel: Panel) -> Picture:
    """The picture of one panel; few columns are wide and their words stand upright no more."""
    cell = min(max((WIDTH - NAMES) / len(panel.points), CELL), WIDEST)
    head = 46 + (TALL * 14.6 if cell < LEVEL else 15.6 * _lines(panel, cell))
    right = NAMES + cell * len(panel.points)
    bottom = head + CELL * len(panel.items)
    cells = {(row.item.number, column): row for column, point in enumerate(panel.points) for row in point.supports}
    rungs = {row.item.number: row for point in panel.points for row in point.supports}
    shapes: list[Safe] = []
    for column, point in enumerate(panel.points):
        shapes += _head(point, NAMES + cell * column, cell, head, bottom)
    for number, item in enumerate(panel.items):
        y = head + CELL * number
        shapes += _name(item, rungs[item.number], y, right)
        for column in range(len(panel.points)):
            found = cells.get((item.number, column))
            if found is not None:
                shapes.append(_cell(found, panel.points[column], NAMES + cell * column + (cell - CELL) / 2, y))
    shapes.append(line(0, bottom, right, bottom, LINE))
    told = "；".join(f"{point.fact.id} {point.state.label}，{len(point.supports)} 件证据" for point in panel.points)
    title = f"待证事实与证据对照（{panel.whose}，第 {panel.number + 1} 幅）"
    told = f"列是待证事实，行是证据。{told}。"
    return Picture(f"matrix-{panel.number + 1}", title, told, bottom + 8, tuple(shapes), max(WIDTH, right))


def _lines(panel: Panel, cell: float) -> int:
    """How many lines the longest words of a wide column take."""
    return min(LINES, max(int(width_of(content(point.fact), 12) // (cell - 20)) + 1 for point in panel.points))


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
        told, line(x, head, x + cell, head, SOFT),
    ]  # fmt: skip


def _name(item: Subject, line_of: SupportLine, y: float, right: float) -> list[Safe]:
    sign, tone = RUNGS[line_of.rung]
    struck = line_of.rung.truth is Truth.NO
    return [
        line(0, y, right, y, LINE),
        text(2, y + 19, sign, 14, TONES[tone]),
        text(22, y + 19, fitted(item.id, 52, 12), 12, SOFT, weight=600),
        text(76, y + 19, fitted(content(item), NAMES - 84), 13, SOFT if struck else INK, struck=struck),
    ]  # fmt: skip


def _cell(row: SupportLine, point: PointLine, x: float, y: float) -> Safe:
    """One mark; direction, tie and usability each by form and word, not by colour alone."""
    word = "供" if row.own_confession else TIES.get(row.tie, "联")
    left, top = x + 4, y + 4
    dark = TONES["calm"] if row.supports else TONES["note"]
    fill, stroke, ink, dash = {
        Truth.YES: (dark, dark, PAPER, None), Truth.UNKNOWN: (PAPER, dark, dark, "3 2"), Truth.NO: (PAPER, SOFT, SOFT, None),
    }[row.rung.truth]  # fmt: skip
    hint = f"{row.item.id}{'支持' if row.supports else '反对'}{point.fact.id}：{row.tie or '联系未录入'}，{row.rung.label}"
    shift = 0 if row.supports else 3  # room for the corner mark
    shapes = [
        box(left, top, SIDE, SIDE, fill, stroke, dash=dash, hint=hint),
        _word(word, x + CELL / 2 + shift, y + CELL / 2 + 4.6 + shift, ink),
    ]
    if row.rung.truth is Truth.NO:
        shapes.append(line(left, top + SIDE, left + SIDE, top, TONES["bad"], 1.6))
    if not row.supports:
        shapes += [box(left - 4, top - 4, 12, 12, PAPER, dark), text(left + 2, top + 5.5, "反", 10, dark, "middle", 700)]
    return join(shapes)


def _word(word: str, x: float, y: float, fill: str) -> Safe:
    return text(x, y, word, fill=fill, anchor="middle")
