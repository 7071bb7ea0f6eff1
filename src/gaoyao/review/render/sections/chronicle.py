"""What happened when: the lanes, what does not go together, and the table of everything with a time."""

from __future__ import annotations

from collections.abc import Iterable

from gaoyao.review.lanes import SORTS, Chronicle, ClashLine, EventLine
from gaoyao.review.model import Review
from gaoyao.review.render.markup import Safe, fold, join, long, row, table, tag
from gaoyao.review.render.pictures.clash import named, pairs, sign
from gaoyao.review.render.pictures.lanes import LEGEND, key, marks, pictures
from gaoyao.review.render.svg import figure

PAGE = 200


def chronicle(review: Review) -> Safe:
    """The section."""
    heading = tag("h2", f"时间经过（{len(review.timeline)} 个时间点）")
    if not review.timeline:
        return join((heading, tag("p", "没有录入时间。")))
    found = review.chronicle
    drawn = [figure(one, (LEGEND,) if not number else ()) for number, one in enumerate(pictures(found))]
    return join((heading, *_clashes(found), *drawn, *_events(found), *_others(review, found, not drawn)))


def _clashes(found: Chronicle) -> Iterable[Safe]:
    """What does not go together, first: hints, each with both addresses."""
    apart = sum(one.code == "absent_apart" for one in found.clashes)
    sure = sum(one.sure for one in found.clashes) - apart
    if not found.clashes:
        yield tag("p", "录入的时间里，没有发现不能同时成立的。", class_="soft")
        return
    beyond = f"，不在场主张不包括作案时间 {apart} 处" if apart else ""
    perhaps = len(found.clashes) - sure - apart
    yield tag("h3", f"时间对不上的：不能同时成立 {sure} 处，可能不能同时成立 {perhaps} 处{beyond}")
    yield tag("p", "都是提示，不是法定障碍：先核对两处出处的时间、人员写得是否准确。", class_="soft")
    for one in pairs(found.clashes):
        yield figure(one)
    heads = ("提示", "一处", "另一处", "要核对的")
    yield long(f"时间对不上的：{len(found.clashes)} 处", heads, [_clash(one) for one in found.clashes])


def _clash(one: ClashLine) -> Safe:
    return row((f"{sign(one)} {one.label}", _side(one.one), _side(one.other), one.sentence), "row")


def _side(one: EventLine) -> Safe:
    place = f"，{one.place}" if one.place else ""
    return join(
        (
            f"{named(one)}：{one.words}{place}",
            tag("span", f"（{one.address or '未记出处'}）", class_="small soft"),
        )
    )


def _events(found: Chronicle) -> Iterable[Safe]:
    """Every event of the lanes once, in time, with the persons in whose lanes it stands."""
    signs = marks(found)
    people: dict[tuple[str, str, int], list[str]] = {}
    lines: dict[tuple[str, str, int], EventLine] = {}
    for lane in found.lanes:
        for one in lane.events:
            lines[key(one)] = one
            if lane.role:
                people.setdefault(key(one), []).append(lane.title)
    lines |= {key(one): one for one in found.acts}
    ordered = sorted(lines.values(), key=lambda one: (one.when.low, one.when.high))
    rows = [
        row(
            (
                one.words,
                SORTS[one.sort],
                one.label if one.label != SORTS[one.sort] else "—",
                "、".join(people.get(key(one), ())) or "—",
                one.place or "—",
                signs.get(key(one), "—"),
            ),
            "row",
        )
        for one in ordered
    ]
    heads = ("时间", "事项", "材料等", "人员", "地点", "对不上")
    for start in range(0, len(rows), PAGE):
        part = rows[start : start + PAGE]
        span = f"第 {start + 1} 至 {start + len(part)} 件事，共 {len(rows)} 件，与上图内容相同"
        yield fold(f"文字表：{span}", table(f"时间经过：{span}", heads, part), class_="twin")


def _others(review: Review, found: Chronicle, opened: bool) -> Iterable[Safe]:
    """The moments that stand in no lane: births, rulings, cures and the like."""
    inside = {(one.subject.kind, one.subject.number) for lane in found.lanes for one in lane.events}
    inside |= {("incident", one.subject.number) for one in found.acts}
    rest = [
        row((when, what, subject.name), "row")
        for when, what, subject in review.timeline
        if (subject.kind, subject.number) not in inside
    ]
    for start in range(0, len(rest), PAGE):
        part = rest[start : start + PAGE]
        span = f"图上没有的第 {start + 1} 至 {start + len(part)} 个时间点，共 {len(rest)} 个"
        made = table(span, ("时间", "事项", "对象"), part)
        yield fold(f"文字表：{span}", made, opened=opened and not start)
