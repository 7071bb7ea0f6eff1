"""The rows of a proof graph: items of one origin stand together, items that look alike are one row with a count.

Breaking items come first, then what supports the fact, then what cannot be used, then what speaks against it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from gaoyao.logic.truth import Truth
from gaoyao.review.render.pictures.weave import PAIRS, Break, Node, Weave
from gaoyao.review.render.wording import content

ROWS = 26
"""Rows of one picture.  Where there would be more, items of one kind that look alike are one row whatever their origin;
where that is not enough, the graph goes on in further pictures."""


@dataclass(frozen=True, slots=True)
class Row:
    """Items that look alike here: how they stand to each column, what marks them, what they are a part of."""

    nodes: tuple[Node, ...]
    cells: tuple[Truth | None, ...]
    breaks: tuple[str, ...]
    blocks: tuple[int, ...]

    @property
    def first(self) -> Node:
        """The item a row of one is about."""
        return self.nodes[0]

    @property
    def name(self) -> str:
        """The item's name; for several their kind and number."""
        if len(self.nodes) == 1:
            return content(self.first.line.item)
        kinds = list(dict.fromkeys(node.kind for node in self.nodes))
        origins = len({node.origin for node in self.nodes})
        also = f"（{origins} 个来源）" if origins > 1 else ""
        return f"{kinds[0]}{'等' if len(kinds) > 1 else ''} {len(self.nodes)} 件{also}"

    @property
    def ids(self) -> str:
        """The numbers of its items."""
        return "、".join(node.line.item.id for node in self.nodes)


@dataclass(frozen=True, slots=True)
class Band:
    """The rows of one origin (or of many origins of one item each, without a label)."""

    label: str
    rows: tuple[Row, ...]

    @property
    def headed(self) -> bool:
        """Does its label stand on a line of its own?  A single row carries it itself."""
        return bool(self.label) and len(self.rows) > 1

    @property
    def height(self) -> int:
        """In rows."""
        return len(self.rows) + self.headed


def marks(made: Weave) -> dict[int, tuple[str, ...]]:
    """Item → 断点 for a single one, 来源断点 for a whole origin, 共断1 … for sets of two (the first few)."""
    found: dict[int, list[str]] = {}
    pairs = 0
    for one in made.breaks:
        name = mark(one, pairs + 1)
        if len(one.items) > 1 and not one.origin:
            pairs += 1
            if pairs > PAIRS:
                continue
        for item in one.items:
            found.setdefault(item, []).append(name)
    return {item: tuple(names) for item, names in found.items()}


def mark(one: Break, pair: int) -> str:
    """The word that marks a breaking set."""
    if len(one.items) == 1:
        return "断点"
    return "来源断点" if one.origin else f"共断{pair}"


def bands(made: Weave) -> tuple[Band, ...]:
    """The rows in their order; merged across origins where there are more than ROWS."""
    named = marks(made)
    blocks: dict[int, list[int]] = {}
    for block in made.blocks:
        for item in block.items:
            blocks.setdefault(item, []).append(block.number)
    rows = [
        Row(
            (node,),
            tuple(None if node.against else column.serving.get(node.number) for column in made.columns),
            named.get(node.number, ()),
            tuple(blocks.get(node.number, ())),
        )
        for node in made.nodes
    ]
    found = _by_origin(rows, made)
    if sum(band.height for band in found) <= ROWS:
        return found
    return (Band("", tuple(_merged(sorted(rows, key=_place), across=True))),)


def _by_origin(rows: list[Row], made: Weave) -> tuple[Band, ...]:
    groups: dict[tuple[bool, int], list[Row]] = {}
    for row in sorted(rows, key=_place):
        groups.setdefault((row.first.against, row.first.origin), []).append(row)
    ordered: list[tuple[tuple[int, int], Band]] = []
    for (_, origin), own in groups.items():
        made_rows = tuple(_merged(own, across=False))
        several = len(own) > 1
        label = f"同一来源：{made.origin_names.get(origin, '')}" if several else ""
        ordered.append((min(_place(row) for row in made_rows), Band(label, made_rows)))
    return tuple(band for _, band in sorted(ordered, key=lambda one: one[0]))


def _place(row: Row) -> tuple[int, int]:
    """First what breaks alone, then what breaks with others, then support, what cannot be used, what is against."""
    node = row.first
    if node.against:
        rank = 4
    elif "断点" in row.breaks:
        rank = 0
    elif row.breaks:
        rank = 1
    else:
        rank = 3 if node.line.rung.truth is Truth.NO else 2
    return rank, node.number


def _merged(rows: list[Row], across: bool) -> list[Row]:
    """Rows that look alike as one; `across` origins only within one kind of evidence."""
    found: dict[object, list[Row]] = {}
    for row in rows:
        node = row.first
        key = (
            row.cells, row.breaks, row.blocks, node.line.rung, node.against, node.both, node.derived and not across, node.co, node.line.own_confession, node.kind if across else "",
        )  # fmt: skip
        found.setdefault(key, []).append(row)
    return [
        replace(own[0], nodes=tuple(node for row in own for node in row.nodes)) if len(own) > 1 else own[0]
        for own in found.values()
    ]


def parts(made: tuple[Band, ...]) -> list[tuple[Band, ...]]:
    """The pictures: bands in parts of at most ROWS rows; only a band longer than a picture is cut."""
    out: list[list[Band]] = [[]]
    room = ROWS
    for band in made:
        for piece in _cut(band):
            if piece.height > room and out[-1]:
                out.append([])
                room = ROWS
            out[-1].append(piece)
            room -= piece.height
    return [tuple(one) for one in out]


def _cut(band: Band) -> list[Band]:
    size = ROWS - 1
    if band.height <= ROWS:
        return [band]
    return [Band(band.label, band.rows[first : first + size]) for first in range(0, len(band.rows), size)]
