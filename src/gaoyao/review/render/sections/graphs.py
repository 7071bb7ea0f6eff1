"""The proof graphs: fact by fact, each with its table; as many as the page has room for, who did it first."""

from __future__ import annotations

from collections.abc import Iterable

from gaoyao.logic.truth import Truth
from gaoyao.review.model import FactState, PointBreaks, PointLine, Review, Robustness
from gaoyao.review.render.markup import Safe, fold, join, row, table, tag
from gaoyao.review.render.pictures.graph import HOLDS, WAYS, graphs, legend, name_of
from gaoyao.review.render.pictures.strands import mark
from gaoyao.review.render.pictures.under import elsewhere
from gaoyao.review.render.pictures.weave import Block, Node, Weave, weave
from gaoyao.review.render.sections.standing import finding_link
from gaoyao.review.render.svg import figure
from gaoyao.review.render.wording import content, rung_badge, shortened

ROOM = 80_000
"""Bytes of markup for graphs on one page; what does not fit is named, and the workbench shows every fact by itself."""
PAGE, ABOUT = 200, 120
_WHO = frozenset(("系被告人所为", "行为"))
_LEAD = (
    "一项事实一幅：自上而下是事实、认定的路径、路径的条件，再往下是用在每个条件上的证据；同一来源的排在一起，只算一个。"
    "“走通”“具备”只说明这条路有能用的证据，不说明事实成立；由审判人员判断。"
)


def graphs_of(review: Review, robustness: Robustness | None = None) -> Safe:
    """The section of a review that has facts.

    With `robustness` the marks tell which losses change a state, otherwise which losses leave no route.
    """
    facts = distinct(review)
    breaks = {one.point.number: one for one in robustness.points} if robustness else {}
    drawn: dict[int, Safe] = {}
    room = ROOM
    for point in sorted(facts, key=_wanted):
        if room > 0:
            made = graph_of(review, point, breaks.get(point.subject.number))
            room -= len(made.encode())
            if room > 0 or not drawn:
                drawn[point.subject.number] = made
    left = [one for one in facts if one.subject.number not in drawn]
    return join(
        (
            tag("h2", f"证明图（{len(drawn)} 项事实）"),
            tag("p", _LEAD, class_="soft"),
            *(drawn[number] for number in sorted(drawn)),
            *_left(left),
        )
    )


def distinct(review: Review) -> list[PointLine]:
    """The facts in the order of the file; one that several counts of one accused share, with the same evidence and
    state, once."""
    seen: dict[object, PointLine] = {}
    for one in review.points:
        whose = -1 if one.accused is None else one.accused.number
        support = tuple((line.item.number, line.supports) for line in one.supports)
        seen.setdefault((whose if one.role in _WHO else -1, one.fact.number, one.state, support), one)
    return list(seen.values())


def graph_of(
    review: Review, point: PointLine, breaks: PointBreaks | None = None, opened: bool = False
) -> Safe:
    """One fact: its pictures and their table; `opened` shows the table at once (a page of one fact)."""
    made = weave(review, point, breaks)
    drawn = [figure(one, legend(made)) for one in graphs(made)]
    return join((*drawn, fold(f"文字表：{name_of(point)}", *twin(made), opened=opened, class_="twin")))


def _wanted(point: PointLine) -> tuple[bool, int, int]:
    """Who did it first; then what has obstacles, what is open."""
    order = (FactState.OBSTACLE, FactState.OPEN, FactState.NO_OBSTACLE)
    return point.role not in _WHO, order.index(point.state), point.subject.number


def _left(points: list[PointLine]) -> Iterable[Safe]:
    if points:
        names = "；".join(f"{one.count.id} {shortened(name_of(one), 30)}" for one in points[:PAGE])
        words = f"没有画出的 {len(points)} 项（内容见“待证事实”，工作台的“证明图”可以逐项看）"
        yield fold(words, tag("p", names, class_="small"))


# ------------------------------------------------------------ the table


def twin(made: Weave) -> list[Safe]:
    """The same as the picture in words: routes, items, what blocks."""
    return [*_ways(made), *_items(made), *_blocks(made)]


def _ways(made: Weave) -> Iterable[Safe]:
    lines = [
        f"{head.letter} {head.label}：{WAYS[head.truth]}（{'；'.join(f'{one.label}：{HOLDS[one.truth]}' for one in head.columns if one.truth is not None)}）"
        for head in made.heads
        if head.truth is not None
    ]
    lines += [f"{head.letter} {head.label}：没有证据可走" for head in made.closed]
    if lines:
        yield tag("ul", *(tag("li", one) for one in lines), class_="small")


def _items(made: Weave) -> Iterable[Safe]:
    heads = ("证据", "种类、联系", "来源", "处境", "用在", "断点", "受阻")
    marks = break_words(made)
    blocked: dict[int, list[str]] = {}
    for block in made.blocks:
        for item in block.items:
            blocked.setdefault(item, []).append(f"⊣{block.number}")
    rows = [_item(made, one, marks.get(one.number, ()), blocked.get(one.number, ())) for one in made.nodes]
    if not rows:
        yield tag("p", "没有录入证据。")
    for start in range(0, len(rows), PAGE):
        part = rows[start : start + PAGE]
        span = f"（第 {start + 1} 至 {start + len(part)} 件）" if len(rows) > PAGE else ""
        yield table(f"{name_of(made.point)}：{len(rows)} 件证据{span}，与上图内容相同", heads, part)


def break_words(made: Weave) -> dict[int, list[str]]:
    """Item → every breaking set it is in, with the others of the set and the state then."""
    found: dict[int, list[str]] = {}
    pairs = 0
    for one in made.breaks:
        sign = mark(one, pairs + 1)
        pairs += len(one.items) > 1 and not one.origin
        for item in one.items:
            others = "、".join(
                name for other, name in zip(one.items, one.named, strict=True) if other != item
            )
            told = sign + (f"（与 {others}）" if others else "") + (f"→{one.after}" if one.after else "")
            found.setdefault(item, []).append(told)
    return found


def _item(made: Weave, one: Node, marks: Iterable[str], blocked: Iterable[str]) -> Safe:
    line = one.line
    name = f"{line.item.id} {content(line.item)}"
    used = [column.label for column in made.columns if one.number in column.serving and not one.against]
    way = "反对这一事实" if one.against else "、".join(used) or "不通向任何路径"
    tie = "，".join(filter(None, (one.kind, line.tie, "本人供述" if line.own_confession else "")))
    return row(
        (
            tag("del", name) if line.rung.truth is Truth.NO else name,
            tie,
            made.origin_names.get(one.origin, "单独一个来源"),
            rung_badge(line.rung),
            way + ("，也有反对的联系" if one.both else ""),
            "；".join(marks) or "—",
            "、".join(blocked) or "—",
        ),
        "row",
    )


def _blocks(made: Weave) -> Iterable[Safe]:
    if made.elsewhere:
        yield tag("p", elsewhere(made), class_="small")
    if made.obstacles:
        lines = [
            tag("li", f"{words}：{title}", *(("（", finding_link(ident), "）") if ident else ()))
            for words, title, ident in made.obstacles
        ]
        yield tag("ul", *lines, class_="small")
    if made.blocks or made.answered:
        heads = ("号", "登记事项", "状态", "内容", "证据", "出处")
        rows = [_block(one) for one in (*made.blocks, *made.answered)]
        yield table(
            f"涉及这一事实的登记：{len(made.blocks)} 项未答复，{len(made.answered)} 项已答复", heads, rows
        )


def _block(one: Block) -> Safe:
    sign = f"⊣{one.number}" if one.number else "已答复"
    return row(
        (sign, one.name, one.state, shortened(one.about, ABOUT), "、".join(one.named) or "—", one.place),
        "row",
    )
