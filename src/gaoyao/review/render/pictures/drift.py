"""Slot × version: what each statement of a person says, and where it moved.  The table twin is `cells`.

One picture holds one person's slots over up to COLUMNS statements; more statements become further pictures.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from gaoyao.review.pages import MoveLine, SlotLine, StatementsPage, VersionLine
from gaoyao.review.render.markup import Safe
from gaoyao.review.render.style import LINE, SOFT, TINTS, TONES
from gaoyao.review.render.svg import WIDTH, Picture, box, fitted, line, text

COLUMNS, ROWS = 8, 18
NAMES, HEAD, ROW = 190.0, 52.0, 34.0
SIGNS = {
    "drifted": ("▲", "bad"),
    "public_before": ("○", "warn"),
    "known_before": ("△", "warn"),
    "novel": ("◆", "calm"),
    "contradictory": ("×", "note"),
}
LEGEND = (
    "▲ 改口到侦查机关此前已经掌握的说法（越供越像）", "× 与前一次说法不一致", "△ 说出以前侦查机关已经掌握", "○ 说出以前已经公开",
    "◆ 先于侦查机关掌握说出，后经查证属实（先供后证）", "空格：该次没有录入这一细节的说法",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sheet:
    """One picture: whose statements, which, and which slots."""

    person: str
    versions: tuple[VersionLine, ...]
    slots: tuple[SlotLine, ...]
    number: int


def sheets(page: StatementsPage) -> Iterator[Sheet]:
    """Person by person; statements that say nothing on any slot are left out."""
    slots: dict[str, list[SlotLine]] = defaultdict(list)
    for one in page.slots:
        slots[one.person].append(one)
    number = 0
    for person, own in slots.items():
        telling = {cell.item.id for row in own for cell in row.cells}
        told = [one for one in page.versions if one.person == person and one.item.id in telling]
        for row in range(0, len(own), ROWS):
            for first in range(0, len(told), COLUMNS):
                yield Sheet(
                    person, tuple(told[first : first + COLUMNS]), tuple(own[row : row + ROWS]), number
                )
                number += 1


def marks(page: StatementsPage) -> dict[tuple[str, str, str, str, str], str]:
    """(person, slot, about, item, words) → the list it is in, the gravest first."""
    found: dict[tuple[str, str, str, str, str], str] = {}
    for name in SIGNS:
        rows: tuple[MoveLine, ...] = getattr(page, name)
        for one in rows:
            found.setdefault((one.person, one.slot, one.about, one.item.id, one.words), name)
    return found


def cells(page: StatementsPage, sheet: Sheet) -> list[tuple[str, ...]]:
    """The table twin: the head, then one row per slot; the sign stands before the words."""
    signs = marks(page)
    head = ("细节", *(f"第{one.place}次 {one.when}".strip() for one in sheet.versions))
    return [
        head,
        *((_name(row), *(_cell(row, version, signs) for version in sheet.versions)) for row in sheet.slots),
    ]


def _name(row: SlotLine) -> str:
    return f"{row.slot}（{row.about}）" if row.about else row.slot


def _cell(row: SlotLine, version: VersionLine, signs: dict[tuple[str, str, str, str, str], str]) -> str:
    said = []
    for cell in row.cells:
        if cell.item.id == version.item.id:
            name = signs.get((row.person, row.slot, row.about, cell.item.id, cell.words))
            said.append((SIGNS[name][0] + " " if name else "") + cell.words)
    return "；".join(said)


def drift(page: StatementsPage, sheet: Sheet) -> Picture:
    """The picture of one sheet."""
    wide = (WIDTH - NAMES) / max(1, len(sheet.versions))
    bottom = HEAD + ROW * len(sheet.slots)
    table = cells(page, sheet)
    shapes: list[Safe] = []
    for n, version in enumerate(sheet.versions):
        x = NAMES + wide * n
        shapes.append(text(x + 6, 18, f"第{version.place}次 {version.item.id}", 13, None, None, 600))
        shapes.append(text(x + 6, 38, fitted(version.when or "时间未录入", wide - 10, 11), 11, SOFT))
        shapes.append(line(x, 0, x, bottom, LINE))
    tones = dict(SIGNS.values())
    for n, row in enumerate(table[1:]):
        y = HEAD + ROW * n
        shapes.append(line(0, y, WIDTH, y, LINE))
        shapes.append(text(4, y + 21, fitted(row[0], NAMES - 10)))
        for column, words in enumerate(row[1:]):
            tone = next((tones[sign] for sign in tones if sign in words), "") if words else ""
            x = NAMES + wide * column
            if words:
                shapes.append(
                    box(
                        x + 2,
                        y + 3,
                        wide - 4,
                        ROW - 6,
                        TINTS[tone or "mute"],
                        TONES[tone] if tone else None,
                        hint=words,
                    )
                )
                shapes.append(text(x + 8, y + 21, fitted(words, wide - 14, 12), 12))
    shapes.append(line(0, bottom, WIDTH, bottom, LINE))
    moved = sum(any(sign in words for sign in tones) for row in table[1:] for words in row[1:])
    told = (
        f"行是细节，列是{sheet.person}的各次陈述，按讯问先后。{len(sheet.slots)} 项细节，{moved} 处有标记。"
    )
    return Picture(
        f"drift-{sheet.number + 1}",
        f"供述的变化（{sheet.person}，第 {sheet.number + 1} 幅）",
        told,
        bottom + 6,
        tuple(shapes),
    )
