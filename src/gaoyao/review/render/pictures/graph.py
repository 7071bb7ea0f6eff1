"""The proof graph of one fact: from the fact down to routes, conditions and items; beside it what blocks and what breaks.

A vertical line is a condition, a mark on it an item that serves it, so nothing crosses and every item is drawn
once.  Forms and words tell everything; colour only helps.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from gaoyao.logic.truth import Truth
from gaoyao.review.model import FactState, PointLine
from gaoyao.review.render.markup import Safe, tag
from gaoyao.review.render.pictures.strands import Band, Row, bands, parts
from gaoyao.review.render.pictures.under import below
from gaoyao.review.render.pictures.weave import Head, Weave
from gaoyao.review.render.style import LINE, PAPER, SOFT, TINTS, TONES
from gaoyao.review.render.svg import (
    WIDTH,
    Picture,
    balanced,
    box,
    fitted,
    group,
    line,
    stacked,
    text,
    width_of,
)
from gaoyao.review.render.wording import RUNGS, STATES, content

NAMES, MARKS, LEFT, RIGHT = 302.0, 80.0, 388.0, 842.0
"""Where names end, how wide the marks of breaking are, where columns begin and end; beyond stands what blocks."""
ROW, FACT, LEAST, WIDEST = 25.0, 58.0, 46.0, 92.0
WAYS = {Truth.YES: "走通", Truth.UNKNOWN: "未定", Truth.NO: "不通"}
HOLDS = {Truth.YES: "具备", Truth.UNKNOWN: "未定", Truth.NO: "欠缺"}
_DASH = {Truth.YES: None, Truth.UNKNOWN: "5 3", Truth.NO: "1.5 4"}
_TONE = {Truth.YES: "calm", Truth.UNKNOWN: "warn", Truth.NO: "bad"}
_CELLS = {Truth.YES: "● 能用", Truth.UNKNOWN: "◌ 未定", Truth.NO: "× 不能用"}
_LINES = {Truth.YES: "实线", Truth.UNKNOWN: "虚线", Truth.NO: "点线"}
BY_STATE, BY_ROUTE = "状态变差", "走通的路径全断"


def legend(made: Weave) -> tuple[str, ...]:
    """The signs in use, in one line."""
    cells = {truth for column in made.columns for truth in column.serving.values()}
    ways = {column.truth for column in made.columns}
    words = [_CELLS[truth] for truth in _CELLS if truth in cells]
    words += [f"{_LINES[truth]}＝{HOLDS[truth]}" for truth in HOLDS if truth in ways]
    words += ["⊣ 挡住"] if made.blocks else []
    if made.breaks:
        words.append(_broken(made))
    return ("　".join(words),) if words else ()


def _broken(made: Weave) -> str:
    pairs = any(len(one.items) > 1 and not one.origin for one in made.breaks)
    single = any(len(one.items) == 1 or one.origin for one in made.breaks)
    names = [name for name, used in (("断点＝失去它", single), ("共断＝同号两件都失去", pairs)) if used]
    return f"{'，'.join(names)}，{BY_STATE if made.by_state else BY_ROUTE}"


def graphs(made: Weave) -> list[Picture]:
    """The pictures of one fact: one, or several where the items need more rows than one picture has."""
    split = parts(bands(made))
    return [_picture(made, own, number, len(split)) for number, own in enumerate(split, 1)]


def name_of(point: PointLine) -> str:
    """F2 贺某甲参与河堤路抢劫."""
    return f"{point.fact.id} {content(point.fact)}"


def told(made: Weave) -> str:
    """The picture in one paragraph, for those who do not see it."""
    ways = [
        f"{head.letter}（{head.label}）{WAYS[head.truth]}" for head in made.heads if head.truth is not None
    ]
    against = sum(node.against for node in made.nodes)
    barred = sum(node.line.rung.truth is Truth.NO for node in made.nodes)
    parts_ = [
        f"状态：{made.point.state.label}",
        f"证据 {len(made.nodes)} 件，其中反对 {against} 件、不能用 {barred} 件",
    ]
    if ways:
        parts_.append(f"路径：{'，'.join(ways)}")
    if made.closed:
        parts_.append(f"没有证据可走的路径：{'、'.join(head.letter for head in made.closed)}")
    legal = sum(words == "法定" for words, _, _ in made.obstacles)
    parts_.append(f"法定障碍 {legal} 项，登记而未答复 {len(made.blocks)} 项")
    single = sum(len(one.items) == 1 for one in made.breaks)
    parts_.append(f"单独一件就是断点的 {single} 件")
    return "；".join(parts_) + "。"


def _picture(made: Weave, own: tuple[Band, ...], number: int, of: int) -> Picture:
    point = made.point
    spans, wide = _spans(made)
    head, top = _heads(made, spans, wide)
    paper = _Paper()
    y, ends = _rows(paper, own, made, spans, top)
    strings = _strings(made, spans, top, ends)
    shapes = [*_fact(point), *head, *paper.under(), *strings, *paper.shapes, *paper.over()]
    if number == of:
        more, y = below(made, y)
        shapes += more
    name = f"graph-{point.subject.number + 1}" + (f"-{number}" if of > 1 else "")
    part = f"（第 {number} 幅，共 {of} 幅）" if of > 1 else ""
    return Picture(name, f"证明图（{name_of(point)}）{part}", told(made), y + 4, tuple(shapes))


def _spans(made: Weave) -> tuple[list[float], float]:
    """The middle of every column, and how wide a column is."""
    number = max(1, len(made.columns))
    wide = min(max((RIGHT - LEFT) / number, LEAST), WIDEST)
    return [LEFT + wide * (place + 0.5) for place in range(number)], wide


# ------------------------------------------------------------ fact, routes, conditions


def _fact(point: PointLine) -> list[Safe]:
    sign, tone = STATES[point.state]
    whose = [point.accused.name if point.accused else "被告人未录入", point.charge or "罪名未录入"]
    whose += [f"{point.incident.id} {content(point.incident)}"] if point.incident else []
    state = f"{sign} {point.state.label}"
    room = WIDTH - 44 - width_of(state, 16)
    told_ = f"{point.count.id}　{' · '.join(whose)}　（{point.role or '性质未录入'}）"
    thick = 2.5 if point.state is FactState.OBSTACLE else 1.5
    return [
        box(2, 2, WIDTH - 4, FACT - 6, TINTS[tone], TONES[tone], thick, "6 3" if point.state is FactState.OPEN else None, 4, name_of(point)),
        text(14, 25, fitted(name_of(point), room, 16), 16, None, None, 700),
        text(WIDTH - 14, 25, state, 16, TONES[tone], "end", 700),
        text(14, 44, fitted(told_, WIDTH - 28, 12), 12, SOFT),
    ]  # fmt: skip


def _heads(made: Weave, spans: list[float], wide: float) -> tuple[list[Safe], float]:
    """Route boxes under the fact and their conditions under them; returns where the rows begin."""
    start = FACT + 16
    if not made.heads:
        words = "没有一条路径有证据可走" if made.closed else "没有支持这一事实的证据"
        return [text(LEFT + 8, start + 18, words, 13, TONES["bad"], weight=600)], start + 34
    conditions = made.heads[0].truth is not None
    height = 22 + 15 * max(_lines(head, wide) for head in made.heads) if conditions else -14
    shapes: list[Safe] = []
    place = 0
    for head in made.heads:
        left, span = spans[place] - wide / 2 + 2, wide * len(head.columns) - 4
        shapes += _head(head, left, span, start, height)
        place += len(head.columns)
    deep = max(len(balanced(column.label, wide - 8, 11.5)) for column in made.columns)
    y = start + height + 6
    for column, x in zip(made.columns, spans, strict=True):
        told_ = balanced(column.label, wide - 8, 11.5)
        shapes.append(stacked(x, y + 12 + 7 * (deep - len(told_)), told_, 11.5))
        if column.truth is None:
            shapes.append(line(x, FACT - 4, x, y, SOFT, 1.4))
        else:
            shapes.append(
                text(
                    x,
                    y + 14 * deep + 15,
                    HOLDS[column.truth],
                    11.5,
                    TONES[_TONE[column.truth]],
                    "middle",
                    600,
                )
            )
    return shapes, y + 14 * deep + (24 if conditions else 10)


def _lines(head: Head, wide: float) -> int:
    return len(balanced(head.label, wide * len(head.columns) - 14, 12))


def _head(head: Head, left: float, span: float, top: float, height: float) -> list[Safe]:
    if head.truth is None:
        return []
    middle = left + span / 2
    words = balanced(head.label, span - 10, 12)
    tone = _TONE[head.truth]
    thick = 2.5 if head.truth is Truth.YES else 1.5
    return [
        line(middle, FACT - 4, middle, top, TONES[tone], thick, _DASH[head.truth]),
        box(left, top, span, height, TINTS[tone], TONES[tone], thick, _DASH[head.truth], 3, f"{head.letter} {head.label}"),
        text(middle, top + 17, f"{head.letter} {WAYS[head.truth]}", 13, TONES[tone], "middle", 700),
        stacked(middle, top + 33, words, 12),
    ]  # fmt: skip


# ------------------------------------------------------------ items


@dataclass(slots=True)
class _Paper:
    """Shapes; leaders, rules and crosses are gathered so that each sort is one path."""

    shapes: list[Safe] = field(default_factory=list)
    leaders: list[str] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    crosses: list[str] = field(default_factory=list)

    def under(self) -> list[Safe]:
        """Rules and leaders, below everything else."""
        return [_path(self.rules, LINE, 0.8), _path(self.leaders, LINE, 0.8)]

    def over(self) -> list[Safe]:
        """The crosses, above the lines."""
        return [_path(self.crosses, TONES["bad"], 1.8)]


def _path(strokes: list[str], stroke: str, width: float) -> Safe:
    return tag("path", d="".join(strokes), stroke=stroke, stroke_width=width) if strokes else Safe("")


def _rows(
    paper: _Paper, own: tuple[Band, ...], made: Weave, spans: list[float], top: float
) -> tuple[float, list[float]]:
    """The rows from `top`; returns where they end and where the last mark of every column is."""
    ends = [0.0] * len(made.columns)
    y = top
    for band in own:
        first = y
        if band.headed:
            words = f"{band.label}（算一个来源）"
            paper.shapes.append(text(12, y + 17, fitted(words, NAMES - 10, 11.5), 11.5, SOFT))
            y += ROW
        for row in band.rows:
            _row(paper, row, band, y, spans)
            for place, cell in enumerate(row.cells):
                if cell is not None:
                    ends[place] = y + ROW / 2
            y += ROW
        if band.label:
            paper.shapes.append(line(3, first + 3, 3, y - 3, SOFT, 2.5))
        paper.rules.append(f"M0 {y:g}H{WIDTH:g}")
    if not own:
        paper.shapes.append(text(12, y + 17, "没有录入证据", 12.5, SOFT))
        y += ROW
    return y, ends


def _row(paper: _Paper, row: Row, band: Band, y: float, spans: list[float]) -> None:
    one = row.first
    rung = one.line.rung
    sign, tone = RUNGS[rung]
    struck = rung.truth is Truth.NO
    name = row.name
    if one.derived and len(row.nodes) == 1:
        name = f"└ {name}"
    ids = fitted(row.ids, 58 if len(row.nodes) == 1 else 120, 12)
    at = 32 + max(40.0, width_of(ids, 12) + 8)
    if len(row.nodes) > 1 and band.label and not band.headed:
        also = ("（同一来源）", "（同源）", "")
        name += next(words for words in also if width_of(name + words, 12.5) <= NAMES - at or not words)
    shown = fitted(name, NAMES - at, 12.5)
    words = [
        text(12, y + 17, sign, 14, TONES[tone]),
        text(32, y + 17, ids, 12, SOFT, weight=600),
        text(at, y + 17, shown, 12.5, SOFT if struck else None, struck=struck),
    ]
    if shown == name and ids == row.ids and len(row.nodes) == 1:
        paper.shapes += words
    else:  # what is cut or counted is told in full
        hint = "；".join(f"{node.line.item.name}：{node.line.rung.label}" for node in row.nodes)
        paper.shapes.append(group(*words, hint=hint))
    _marks(paper, row, y)
    cells = [(cell, x) for cell, x in zip(row.cells, spans, strict=False) if cell is not None]
    middle = y + ROW / 2
    for cell, x in cells:
        _cell(paper, cell, x, middle)
    if cells:
        paper.leaders.append(f"M{LEFT - 6:g} {middle:g}H{cells[-1][1]:g}")
    _beside(paper, row, y, bool(cells))


def _marks(paper: _Paper, row: Row, y: float) -> None:
    """断点 in a filled box, 来源断点 and 共断 in an outlined one."""
    if not row.breaks:
        return
    pairs = "、".join(one.removeprefix("共断") for one in row.breaks if one.startswith("共断"))
    words = row.breaks[0] if not pairs or "断点" in row.breaks else f"共断{pairs}"
    shown = fitted(words, MARKS - 10, 11.5)
    filled = words == "断点"
    tone = TONES["bad"]
    hint = "、".join(row.breaks) if shown != words else ""
    paper.shapes += [
        box(NAMES + 4, y + 4, width_of(shown, 11.5) + 8, ROW - 8, tone if filled else PAPER, tone, 1.5, None, 2, hint),
        text(NAMES + 8, y + 16.5, shown, 11.5, PAPER if filled else tone, weight=700),
    ]  # fmt: skip


def _beside(paper: _Paper, row: Row, y: float, used: bool) -> None:
    """What a row that serves no condition is, and which of the numbered blocks it belongs to."""
    one = row.first
    if one.against:
        paper.shapes.append(text(LEFT, y + 17, "◁ 反对这一事实", 12, TONES["note"], weight=600))
    elif not used:
        paper.shapes.append(text(LEFT, y + 17, idle(row), 11.5, SOFT))
    if row.blocks:
        words = fitted("⊣" + "、".join(map(str, row.blocks)), WIDTH - RIGHT - 10, 12)
        paper.shapes.append(text(WIDTH - 6, y + 17, words, 12, TONES["bad"], "end", 600))


def idle(row: Row) -> str:
    """Why an item serves no condition of any route, as far as its kind tells."""
    one = row.first
    if one.restates:
        return "只转述供述，不通向任何路径"
    if one.co:
        return "同案人供述，不通向任何路径"
    return "本人供述，单独不成路径" if one.line.own_confession else "不通向任何路径"


def _cell(paper: _Paper, truth: Truth, x: float, y: float) -> None:
    if truth is Truth.YES:
        paper.shapes.append(tag("circle", cx=x, cy=y, r=5.5, fill=TONES["calm"]))
    elif truth is Truth.UNKNOWN:
        paper.shapes.append(
            tag(
                "circle",
                cx=x,
                cy=y,
                r=5,
                fill=PAPER,
                stroke=TONES["warn"],
                stroke_width=1.8,
                stroke_dasharray="2.5 2",
            )
        )
    else:
        paper.crosses.append(f"M{x - 4.5:g} {y - 4.5:g}l9 9m0-9l-9 9")


def _strings(made: Weave, spans: list[float], top: float, ends: list[float]) -> list[Safe]:
    """The line of every condition down to its last item."""
    shapes = []
    for column, x, end in zip(made.columns, spans, ends, strict=False):
        if end:
            truth = column.truth
            tone = TONES[_TONE[truth]] if truth is not None else SOFT
            dash = _DASH[truth] if truth is not None else None
            shapes.append(line(x, top, x, end, tone, 2.2 if truth is Truth.YES else 1.4, dash))
    return shapes
