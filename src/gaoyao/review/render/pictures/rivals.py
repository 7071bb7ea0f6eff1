"""Rival × item: which item fits a possibility, which speaks against it, which tells none from another.  No scores."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gaoyao.review.model import Subject
from gaoyao.review.pages import Registers, RivalColumn
from gaoyao.review.render.markup import Safe
from gaoyao.review.render.style import LINE, SOFT, TINTS, TONES
from gaoyao.review.render.svg import WIDTH, Picture, box, fitted, line, text

COLUMNS, ROWS = 6, 26
NAMES, HEAD, ROW = 300.0, 56.0, 28.0
FITS, AGAINST, NEUTRAL = "符合", "不符", "中性"
LEGEND = (
    "符合：登记为支持这一可能的证据",
    "不符：据以排除这一可能的证据",
    "中性：没有登记与这一可能的关系",
    "无区分力：与登记的每一种可能都符合，不能分辨",
)


@dataclass(frozen=True, slots=True)
class Grid:
    """One picture: the possibilities, the items that bear on any of them, and which tell none from another."""

    rivals: tuple[RivalColumn, ...]
    items: tuple[Subject, ...]
    useless: frozenset[str]
    number: int


def grids(registers: Registers) -> Iterator[Grid]:
    """In the order of the register; only items that bear on some possibility.  Nothing where nothing bears."""
    named = {item.id: item for one in registers.rivals for item in (*one.fits, *one.against)}
    items = sorted(named.values(), key=lambda item: item.number)
    number = 0
    for row in range(0, len(items), ROWS):
        for first in range(0, len(registers.rivals), COLUMNS):
            yield Grid(
                registers.rivals[first : first + COLUMNS],
                tuple(items[row : row + ROWS]),
                frozenset(registers.undistinguishing),
                number,
            )
            number += 1


def answer(rival: RivalColumn, item: Subject) -> str:
    """How an item stands to a possibility; against weighs before fits where the file says both."""
    if item.id in {one.id for one in rival.against}:
        return AGAINST
    return FITS if item.id in {one.id for one in rival.fits} else NEUTRAL


def cells(grid: Grid) -> list[tuple[str, ...]]:
    """The table twin."""
    rows = [
        (
            item.name + ("〔无区分力〕" if item.id in grid.useless else ""),
            *(answer(one, item) for one in grid.rivals),
        )
        for item in grid.items
    ]
    return [("证据", *(f"{one.number} {one.about}".strip() for one in grid.rivals)), *rows]


def rivals(grid: Grid) -> Picture:
    """The picture of one grid."""
    wide = (WIDTH - NAMES) / max(1, len(grid.rivals))
    bottom = HEAD + ROW * len(grid.items)
    shapes: list[Safe] = []
    for n, one in enumerate(grid.rivals):
        shapes.append(text(NAMES + wide * n + 6, 20, fitted(one.number, wide - 10), 13, None, None, 600))
        shapes.append(text(NAMES + wide * n + 6, 40, fitted(one.about, wide - 10, 12), 12, SOFT))
        shapes.append(line(NAMES + wide * n, 0, NAMES + wide * n, bottom, LINE))
    for n, item in enumerate(grid.items):
        y = HEAD + ROW * n
        shapes.append(line(0, y, WIDTH, y, LINE))
        useless = item.id in grid.useless
        shapes.append(
            text(
                4,
                y + 19,
                fitted(item.name + ("〔无区分力〕" if useless else ""), NAMES - 10, 12),
                12,
                SOFT if useless else None,
            )
        )
        for column, one in enumerate(grid.rivals):
            told = answer(one, item)
            x = NAMES + wide * column
            if told != NEUTRAL:
                tone = "bad" if told == AGAINST else "note"
                shapes.append(
                    box(
                        x + 4,
                        y + 3,
                        wide - 8,
                        ROW - 6,
                        TINTS[tone],
                        TONES[tone],
                        dash="3 2" if useless else None,
                        hint=f"{item.name}：{told}",
                    )
                )
            shapes.append(text(x + wide / 2, y + 19, told, 12, SOFT if told == NEUTRAL else None, "middle"))
    shapes.append(line(0, bottom, WIDTH, bottom, LINE))
    told = f"列是登记的其他可能，行是证据。{len(grid.rivals)} 种可能，{len(grid.items)} 份证据，其中 {len(grid.useless & {one.id for one in grid.items})} 份无区分力。"
    return Picture(
        f"rivals-{grid.number + 1}",
        f"其他可能与证据对照（第 {grid.number + 1} 幅）",
        told,
        bottom + 6,
        tuple(shapes),
    )
