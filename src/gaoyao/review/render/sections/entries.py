"""The registers: contradictions, doubts, other possibilities, alibis, favourable evidence; each answered or not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from gaoyao.review.model import Subject
from gaoyao.review.pages import ContradictionLine, RegisterLine, Registers
from gaoyao.review.render.markup import Safe, fold, join, long, row, table, tag
from gaoyao.review.render.pictures.rivals import LEGEND, Grid, cells, grids, rivals
from gaoyao.review.render.svg import figure

_GRIDS, _ITEMS = 2, 6
WHOLE = "登记簿：矛盾、疑点、其他可能、不在场、有利证据"


def entries(registers: Registers, title: str = WHOLE) -> Safe | None:
    """The section, or None where nothing is registered; `title` where a page shows some of the registers."""
    if not (registers.entries or registers.contradictions):
        return None
    lead = tag(
        "p",
        f"登记 {len(registers.entries)} 项，其中 {len(registers.open)} 项还没有得到答复。登记的只能答复，不能删去；"
        "只以被告人供述作答的不算答复。",
    )
    groups = [
        _group(kind, list(lines)) for kind, lines in groupby(registers.entries, key=lambda one: one.label)
    ]
    return join(
        (
            tag("h2", title),
            lead,
            *groups,
            *_contradictions(registers.contradictions),
            *_rivals(registers),
        )
    )


def _group(label: str, lines: Sequence[RegisterLine]) -> Safe:
    heads = ("编号", "内容", "状态", "依据、理由", "出处")
    unanswered = sum(not one.answered for one in lines)
    return long(f"{label}：{len(lines)} 项，{unanswered} 项未答复", heads, [_entry(one) for one in lines])


def _entry(one: RegisterLine) -> Safe:
    state = (
        one.state
        if one.answered
        else join((tag("b", "▲ 未答复", class_="bad"), f"：{one.lacking}" if one.lacking else ""))
    )
    grounds: list[str] = [_names(one.items)] if one.items else []
    grounds += [one.reason] if one.reason else []
    grounds += [f"（{one.by}）"] if one.by else []
    return row(
        (one.number, one.about, state, join(grounds, " ") if grounds else "—", one.address or "系统登记"),
        "row",
    )


def _contradictions(lines: Sequence[ContradictionLine]) -> Iterable[Safe]:
    if lines:
        heads = ("号", "细节", "一种说法", "另一种说法", "涉及定罪的关键事实")
        rows = [
            row(
                (
                    str(one.number),
                    f"{one.slot}（{one.about}）" if one.about else one.slot,
                    _side(one.one, one.one_items),
                    _side(one.other, one.other_items),
                    one.essential,
                ),
                "row",
            )
            for one in lines
        ]
        yield long(f"比对说法发现的矛盾：{len(lines)} 处", heads, rows)


def _rivals(registers: Registers) -> Iterable[Safe]:
    drawn = list(grids(registers))
    if drawn:
        figures = [figure(rivals(one), LEGEND if not n else ()) for n, one in enumerate(drawn)]
        yield from figures[:_GRIDS]
        if figures[_GRIDS:]:
            yield fold(f"其余 {len(figures) - _GRIDS} 幅", *figures[_GRIDS:])
        yield fold("上图的文字表", *(_twin(one) for one in drawn), class_="twin")


def _twin(grid: Grid) -> Safe:
    head, *rows = cells(grid)
    return table(f"其他可能与证据对照（第 {grid.number + 1} 幅）", head, (row(one, "row") for one in rows))


def _side(words: str, items: Sequence[Subject]) -> Safe:
    return join((words, tag("span", "（", _names(items), "）", class_="small soft")))


def _names(items: Sequence[Subject]) -> Safe:
    shown = join((tag("span", one.id, title=one.name) for one in items[:_ITEMS]), "、")
    return join((shown, f"等 {len(items)} 件")) if len(items) > _ITEMS else shown
