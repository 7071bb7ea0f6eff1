"""How easily the facts break: which losses would change a state, and the four stress tests.  Made on request only."""

from __future__ import annotations

from gaoyao.review.model import BreakLine, PointBreaks, Robustness
from gaoyao.review.render.markup import Safe, fold, join, row, table, tag
from gaoyao.review.render.wording import shortened, state_badge

SHOWN, NAMES = 4, 6


def robust(found: Robustness) -> Safe:
    """The section."""
    lead = tag(
        "p",
        "假设某些证据不能使用，状态会怎样变。只用来提醒哪里依赖单一证据，应当补强或者复核；不是评分，不能在案件之间比较。",
        class_="soft",
    )
    single = [one for one in found.points if one.singles]
    rows = [_row(one) for one in found.points if one.by_item or one.by_origin]
    heads = ("待证点", "现在", "去掉后状态会变的证据", "去掉后状态会变的来源")
    parts = [tag("h2", "经不经得起去掉证据"), lead]
    if rows:
        note = (
            f"有 {len(single)} 个待证点，只要去掉一件证据，状态就会变。"
            if single
            else "没有哪个待证点会因为去掉一件证据而改变状态。"
        )
        parts += [tag("p", note), table("待证点所依赖的证据", heads, rows)]
    else:
        parts.append(tag("p", "在所试的范围内，没有哪个待证点会因为去掉证据而改变状态。"))
    if found.stress:
        tests = [
            row((one.label, str(one.tried), str(one.changing), one.sentence), "row") for one in found.stress
        ]
        parts.append(table("四项假设", ("假设", "试了几次", "几次有变化", "结果"), tests))
    return join(parts)


def _row(one: PointBreaks) -> Safe:
    items = _breaks(one.by_item) or f"{one.item_limit} 件以内没有"
    origins = _breaks(one.by_origin) or f"{one.origin_limit} 个来源以内没有"
    return row((one.point.name, state_badge(one.state), items, origins), "row")


def _breaks(lines: tuple[BreakLine, ...]) -> Safe | str:
    if not lines:
        return ""
    made = [
        tag(
            "li", _names(one), f" → {one.after.label}", f"（{'、'.join(one.because)}）" if one.because else ""
        )
        for one in lines
    ]
    more = fold(f"其余 {len(made) - SHOWN} 组", tag("ul", *made[SHOWN:])) if len(made) > SHOWN else ""
    return join((tag("ul", *made[:SHOWN]), more))


def _names(one: BreakLine) -> str:
    shown = "、".join(f"{item.id}" for item in one.items[:NAMES])
    return shortened(shown, 80) + (f"等 {len(one.items)} 件" if len(one.items) > NAMES else "")
