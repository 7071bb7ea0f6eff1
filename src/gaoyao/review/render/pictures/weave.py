"""What the proof graph of one fact shows, before it is drawn: heads and columns, items in rows, what blocks, what breaks.

Everything is taken from the review (names, standings, obstacles, registers) and from its wiring (routes, origins);
nothing is weighed or decided here.  Every item of the fact is in exactly one row.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gaoyao.logic.truth import Truth
from gaoyao.review.model import BreakLine, FactState, PointBreaks, PointLine, Review, Subject, SupportLine
from gaoyao.review.pages import ContradictionLine, RegisterLine
from gaoyao.review.wiring import Wiring

PAIRS = 3
"""Sets of two that are marked in the picture; the table lists all."""
KINDS = ("客观性证据", "他人的陈述等", "同案人供述", "本人供述", "只转述供述的材料")
"""The columns of a fact that is not about who did it."""


@dataclass(frozen=True, slots=True)
class Column:
    """One condition (or kind of evidence): its truth where it is a condition, and how items stand to it."""

    label: str
    truth: Truth | None
    serving: Mapping[int, Truth]


@dataclass(frozen=True, slots=True)
class Head:
    """A route with its conditions; for other facts one head without a letter and without a truth."""

    letter: str
    label: str
    truth: Truth | None
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """One item of the fact: its line in the review, kind, origin, whether it also or only speaks against the fact."""

    line: SupportLine
    kind: str
    origin: int
    derived: bool
    restates: bool
    co: bool
    against: bool
    both: bool

    @property
    def number(self) -> int:
        """The item's number in the review."""
        return self.line.item.number


@dataclass(frozen=True, slots=True)
class Block:
    """Something registered that stands against the fact: number in the picture (0 once answered), name, what, items."""

    number: int
    name: str
    about: str
    state: str
    items: tuple[int, ...]
    named: tuple[str, ...]
    place: str


@dataclass(frozen=True, slots=True)
class Break:
    """Items whose loss together, and no fewer, breaks the fact; `after` is the state then, '' where only the routes
    were reckoned; `origin` where they are one whole origin."""

    items: tuple[int, ...]
    named: tuple[str, ...]
    after: str
    origin: bool = False


@dataclass(frozen=True, slots=True)
class Weave:
    """The graph of one fact."""

    point: PointLine
    heads: tuple[Head, ...]
    closed: tuple[Head, ...]
    nodes: tuple[Node, ...]
    origin_names: Mapping[int, str]
    obstacles: tuple[tuple[str, str, str], ...]
    blocks: tuple[Block, ...]
    answered: tuple[Block, ...]
    breaks: tuple[Break, ...]
    by_state: bool

    @property
    def elsewhere(self) -> tuple[Break, ...]:
        """Breaking sets with an item that is not one of the fact's; an origin of which the fact has a part is marked
        at that part."""
        own = {node.number for node in self.nodes}
        return tuple(
            one
            for one in self.breaks
            if (own.isdisjoint(one.items) if one.origin else not own.issuperset(one.items))
        )

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns from left to right."""
        return tuple(column for head in self.heads for column in head.columns)


def weave(review: Review, point: PointLine, breaks: PointBreaks | None = None) -> Weave:
    """The graph of one point.  `breaks` tells which losses change its state; without them the marks show what the
    routes hang on."""
    wiring = review.wiring(point.subject.number)
    nodes = _nodes(review, point, wiring)
    heads, closed = _heads(point, wiring, nodes)
    open_, answered = _blocks(review, point, wiring)
    return Weave(
        point, heads, closed, nodes, wiring.origin_names, tuple(_obstacles(review, point)), open_, answered,
        _breaks(review, point, wiring, breaks), breaks is not None and point.state is not FactState.OBSTACLE,
    )  # fmt: skip


def _nodes(review: Review, point: PointLine, wiring: Wiring) -> tuple[Node, ...]:
    lines: dict[int, list[SupportLine]] = {}
    for one in point.supports:
        lines.setdefault(one.item.number, []).append(one)
    made = []
    for number, own in lines.items():
        ways = {one.supports for one in own}
        first = next((one for one in own if one.supports), own[0])
        made.append(Node(
            first, review.items[number].type if number < len(review.items) else "", wiring.origin.get(number, number),
            number in wiring.derived or number in wiring.restates, number in wiring.restates, number in wiring.co_confessions, ways == {False}, len(ways) == 2,
        ))  # fmt: skip
    return tuple(made)


def _heads(
    point: PointLine, wiring: Wiring, nodes: Iterable[Node]
) -> tuple[tuple[Head, ...], tuple[Head, ...]]:
    """The heads that have evidence, and the routes that have none."""
    if wiring.routes:
        made = [
            Head(
                one.letter,
                one.label,
                one.truth,
                tuple(Column(part.label, part.truth, part.serving) for part in one.conditions),
            )
            for one in wiring.routes
        ]
        return tuple(one for one in made if one.columns), tuple(one for one in made if not one.columns)
    found: dict[str, dict[int, Truth]] = {}
    for one in nodes:
        if not one.against:
            found.setdefault(_kind(one, wiring), {})[one.number] = one.line.rung.truth
    columns = tuple(Column(name, None, found[name]) for name in KINDS if name in found)
    return ((Head("", "支持这一事实的证据", None, columns),) if columns else ()), ()


def _kind(one: Node, wiring: Wiring) -> str:
    if one.restates:
        return KINDS[4]
    if one.line.own_confession:
        return KINDS[3]
    if one.co:
        return KINDS[2]
    return KINDS[0] if one.number in wiring.objective else KINDS[1]


def _obstacles(review: Review, point: PointLine) -> Iterable[tuple[str, str, str]]:
    """(法定 / 提示 / 待查, title, id of the finding or ''), each title once."""
    titles = {one.id: one.rule.title for one in review.findings}
    seen: dict[tuple[str, str], str] = {}
    for words, ids in (("法定", point.legal), ("提示", point.hints)):
        for ident in ids:
            seen.setdefault((words, titles.get(ident, ident)), ident)
    for title in point.pending:
        seen.setdefault(("待查", title), "")
    return [(words, title, ident) for (words, title), ident in seen.items()]


def _blocks(review: Review, point: PointLine, wiring: Wiring) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """What is registered about the fact: unanswered, numbered from 1; answered."""
    registers = review.registers
    open_: list[Block] = []
    done: list[Block] = []
    for line in registers.entries:
        if _bears(line, point, wiring):
            where = done if line.answered else open_
            number = 0 if line.answered else len(open_) + 1
            items = tuple(
                {item.number: item for item in sorted((*line.touches, *line.items), key=_order)}.values()
            )
            where.append(
                Block(
                    number,
                    f"{line.label if line.kind == 'doubt' else ''}{line.number}",
                    line.about,
                    line.state,
                    tuple(item.number for item in items),
                    tuple(item.id for item in items),
                    line.address or "系统登记",
                )
            )
    for found in registers.contradictions:
        if found.essential != "否" and any(fact.id == point.fact.id for fact in found.facts):
            open_.append(_contradiction(found, len(open_) + 1))
    return tuple(open_), tuple(done)


def _order(item: Subject) -> int:
    return item.number


def _bears(line: RegisterLine, point: PointLine, wiring: Wiring) -> bool:
    if line.kind == "false_confession":
        own = any(one.own_confession and one.supports for one in point.supports)
        return own and point.accused is not None and point.accused.id == line.id
    if line.kind == "trace":
        return line.id in wiring.traces
    return any(fact.id == point.fact.id for fact in line.facts)


def _contradiction(line: ContradictionLine, number: int) -> Block:
    items = (*line.one_items, *line.other_items)
    told = f"{line.slot}：一说“{line.one}”，一说“{line.other}”"
    return Block(
        number,
        f"比对矛盾{line.number}",
        told,
        f"是否关键：{line.essential}",
        tuple(one.number for one in items),
        tuple(one.id for one in items),
        "系统比对",
    )


def _breaks(
    review: Review, point: PointLine, wiring: Wiring, breaks: PointBreaks | None
) -> tuple[Break, ...]:
    """Single items first, then whole origins of several items, then sets of two."""
    if breaks is None or point.state is FactState.OBSTACLE:
        ids = {one.subject.number: one.subject.id for one in review.items}
        cuts = sorted(wiring.cuts, key=lambda one: (len(one), one))
        return tuple(Break(one, tuple(ids.get(item, "") for item in one), "") for one in cuts)
    made = [_break(one, False) for one in breaks.by_item]
    singles = {one.items[0] for one in made if len(one.items) == 1}
    for one in breaks.by_origin:
        whole = _break(one, True)
        if one.size == 1 and len(whole.items) > 1 and singles.isdisjoint(whole.items):
            made.append(whole)
    return tuple(
        sorted(made, key=lambda one: (0 if len(one.items) == 1 else 1 if one.origin else 2, one.items))
    )


def _break(one: BreakLine, origin: bool) -> Break:
    return Break(
        tuple(item.number for item in one.items),
        tuple(item.id for item in one.items),
        one.after.label,
        origin,
    )
