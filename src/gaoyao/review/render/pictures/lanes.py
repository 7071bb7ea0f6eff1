"""The timeline: one lane per person and per procedure, fuzzy ends dashed, what cannot both be true marked.

A column is a day on which something is recorded; the days between are left out.  Labels never lie on each other:
events that would are put under one another.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gaoyao.proof.overlaps import Stretch
from gaoyao.review.lanes import SORTS, Chronicle, EventLine, Lane
from gaoyao.review.render.markup import Safe, tag
from gaoyao.review.render.pictures.axis import LEFT, RIGHT, Axis, axes, days
from gaoyao.review.render.style import LINE, PAPER, SOFT, TINTS, TONES
from gaoyao.review.render.svg import WIDTH, Picture, box, fitted, group, line, text, width_of

HEAD, STEP, SIZE = 44.0, 25.0, 11.0
OFFICERS = 3
"""Officers with a lane of their own: whoever is in a clash, then those with most records.  The table names all."""
LABEL, CROWD = 96.0, 8
"""Room for the words of one mark; rows of a crowded lane."""
LEGEND = "◆ 时刻　实条＝起止　虚框＝时间不确定的部分　竖带＝行为时间　双竖线＝略去没有记录的日子　✕？＝对不上"
OTHERS = "其他被害人、证人"


@dataclass(frozen=True, slots=True)
class Mark:
    """Events of one sort at one time in one lane, with what is written beside them."""

    events: tuple[EventLine, ...]
    label: str
    sign: str = ""

    @property
    def when(self) -> Stretch:
        """When they happened."""
        return self.events[0].when


def pictures(found: Chronicle) -> list[Picture]:
    """The pictures in the order of time; none where nothing has a time."""
    lanes = shown(found)
    events = [one for lane in lanes for one in lane.events]
    wanted = days(Stretch(one.when.start) if one.endless else one.when for one in events)
    if len(wanted) < 2:
        return []
    signs = marks(found)
    drawn = axes(wanted)
    return [_picture(found, lanes, axis, signs, n, len(drawn)) for n, axis in enumerate(drawn, 1)]


def marks(found: Chronicle) -> dict[tuple[str, str, int], str]:
    """(sort, kind, number) of an event → ✕1 ？2: the clashes it is in."""
    made: dict[tuple[str, str, int], list[str]] = {}
    for clash in found.clashes:
        for one in (clash.one, clash.other):
            made.setdefault(key(one), []).append(f"{'✕' if clash.sure else '？'}{clash.number}")
    return {one: " ".join(dict.fromkeys(signs)) for one, signs in made.items()}


def key(one: EventLine) -> tuple[str, str, int]:
    """What makes an event itself."""
    return one.sort, one.subject.kind, one.subject.number


def shown(found: Chronicle) -> list[Lane]:
    """The lanes drawn: the acts, persons, procedure.

    Victims and witnesses with one event and no clash share a lane; of the officers the busiest have one.
    """
    clashing = {key(one) for clash in found.clashes for one in (clash.one, clash.other)}

    def plain(lane: Lane) -> bool:
        return (
            lane.role in ("被害人", "证人等")
            and len(lane.events) < 2
            and not clashing & set(map(key, lane.events))
        )

    officers = [lane for lane in found.lanes if lane.role == "办案人员"]
    officers.sort(key=lambda lane: (not clashing & set(map(key, lane.events)), -len(lane.events)))
    kept = officers[:OFFICERS]
    lanes = [Lane("行为", "", found.acts)] if found.acts else []
    rest = [lane for lane in found.lanes if plain(lane)]
    for lane in found.lanes:
        if (lane.role != "办案人员" or lane in kept) and lane.role and not plain(lane):
            lanes.append(lane)
    if rest:
        own = sorted(
            (one for lane in rest for one in lane.events), key=lambda one: (one.when.low, one.when.high)
        )
        lanes.append(Lane(OTHERS, f"{len(rest)} 人", tuple({key(one): one for one in own}.values())))
    lanes.sort(key=lambda lane: lane.role == "办案人员")
    return [*lanes, *(lane for lane in found.lanes if not lane.role)]


# ------------------------------------------------------------ drawing


def _picture(
    found: Chronicle,
    lanes: list[Lane],
    axis: Axis,
    signs: dict[tuple[str, str, int], str],
    number: int,
    of: int,
) -> Picture:
    shapes: list[Safe] = []
    y = HEAD
    drawn = 0
    for lane in lanes:
        own = [one for one in lane.events if axis.shows(one.when)]
        if own:
            made, deep = _lane(lane, own, axis, y, signs)
            shapes += made
            y += deep
            drawn += len(own)
    bands = [_band(one, axis, y) for one in found.acts if axis.shows(one.when)]
    part = f"（第 {number} 幅，共 {of} 幅）" if of > 1 else ""
    first, last = axis.columns[0], axis.columns[-1]
    told = (
        f"{first.year}{first.date} 至 {last.year}{last.date}，{len(axis.columns)} 天有记录，图上 {drawn} 处。"
        f"不能同时成立的 {sum(one.sure for one in found.clashes)} 处，可能的 {sum(not one.sure for one in found.clashes)} 处。"
    )
    return Picture(f"lanes-{number}", f"时间经过{part}", told, y + 4, (*_days(axis, y), *bands, *shapes))


def _days(axis: Axis, bottom: float) -> list[Safe]:
    """Year, date and column of every day; two lines where days are left out."""
    shapes: list[Safe] = []
    year, rules = "", []
    for number, one in enumerate(axis.columns):
        if one.year != year:
            year = one.year
            shapes.append(text(one.x + 1, 13, year, 11.5, None, weight=600))
        shapes.append(text(one.x + one.wide / 2, 31, one.date, SIZE, SOFT, "middle"))
        if number:
            middle = one.x - 3.5
            cut = one.day - axis.columns[number - 1].day > 1
            rules += (
                [f"M{middle - 1.5:g} 20V{bottom:g}M{middle + 1.5:g} 20V{bottom:g}"]
                if cut
                else [f"M{middle:g} 20V{bottom:g}"]
            )
    if rules:
        shapes.append(tag("path", d="".join(rules), stroke=LINE, stroke_width=0.8))
    shapes.append(line(0, HEAD - 6, WIDTH, HEAD - 6, SOFT, 1.2))
    return shapes


def _band(one: EventLine, axis: Axis, bottom: float) -> Safe:
    """The time of an act through all lanes."""
    left, right = axis.at(one.when.low), axis.at(one.when.high)
    wide = max(right - left, 2.5)
    hint = f"{one.subject.name}：{one.words}"
    return box(
        round(left, 1),
        HEAD - 6,
        round(wide, 1),
        bottom - HEAD + 6,
        TINTS["bad"],
        TONES["bad"],
        0.6,
        "2 3",
        None,
        hint,
    )


def _lane(
    lane: Lane, own: list[EventLine], axis: Axis, top: float, signs: dict[tuple[str, str, int], str]
) -> tuple[list[Safe], float]:
    """One lane; events whose words would lie on each other go one row down.

    A crowded lane has at most CROWD rows; what finds no place is counted, but never what does not go together.
    """
    shapes: list[Safe] = []
    ends: list[float] = []
    left_out = 0
    for mark in grouped(own, signs):
        left, right, at = _extent(mark, axis)
        row = next((n for n, end in enumerate(ends) if end + 4 <= left), len(ends))
        if row == len(ends):
            if row >= CROWD and not mark.sign:
                left_out += len(mark.events)
                continue
            ends.append(right)
        ends[row] = right
        shapes.append(_mark(mark, axis, top + STEP * row, at))
    deep = STEP * len(ends) + 5
    name = [
        text(
            2,
            top + 14,
            fitted(lane.title, LEFT - 12 - (width_of(lane.role, 10) + 8 if lane.role else 0), 12.5),
            12.5,
            None,
            weight=600,
        )
    ]
    if lane.role:
        name.append(text(LEFT - 8, top + 14, lane.role, 10, SOFT, "end"))
    if left_out:
        name.append(text(2, top + 32, f"另 {left_out} 件见文字表", SIZE, SOFT))
    return [*name, *shapes, line(0, top + deep - 2, WIDTH, top + deep - 2, LINE, 0.8)], deep


def grouped(own: Iterable[EventLine], signs: dict[tuple[str, str, int], str]) -> list[Mark]:
    """Events of one sort at one time as one mark: E05, or E05等3件; a clash is always a mark of its own."""
    found: dict[tuple[str, Stretch, str], list[EventLine]] = {}
    for one in own:
        sign = signs.get(key(one), "")
        found.setdefault((one.sort, one.when, sign), []).append(one)
    made = []
    for (_, _, sign), events in found.items():
        first = events[0].label
        label = first if len(events) == 1 else f"{first}等{len(events)}件"
        made.append(Mark(tuple(events), f"{fitted(label, LABEL, SIZE)}{' ' + sign if sign else ''}", sign))
    return made


def _extent(mark: Mark, axis: Axis) -> tuple[float, float, float]:
    """Where a mark with its words begins and ends, and where the words begin."""
    left, right = _ends(mark.when, axis)
    wide = width_of(mark.label, SIZE)
    at = min(left, RIGHT - wide)
    return min(left, at), max(right, at + wide), at


def _ends(when: Stretch, axis: Axis) -> tuple[float, float]:
    left, right = axis.at(when.low), axis.at(when.high)
    if right - left < 8:
        middle = (left + right) / 2
        return middle - 4, middle + 4
    return left, right


def _mark(mark: Mark, axis: Axis, y: float, at: float) -> Safe:
    one = mark.events[0]
    clash = bool(mark.sign)
    tone = TONES["bad" if "✕" in mark.sign or one.sort == "act" else "warn" if clash else "note"]
    several = len(mark.events) > 1 or "…" in mark.label
    hint = (
        ""
        if not several
        else "；".join(
            f"{each.item.name if each.item else each.subject.name}，{SORTS[each.sort]}，{each.words}"
            for each in mark.events
        )
    )
    words = text(
        round(at, 1), y + 11, mark.label, SIZE, tone if clash else None, weight=600 if clash else None
    )
    return group(words, *_bar(one, axis, y + 14, tone), hint=hint)


def _bar(one: EventLine, axis: Axis, y: float, tone: str) -> list[Safe]:
    """A diamond for a moment; a solid bar for what is certain; dashed boxes for what is not."""
    when = one.when
    left, right = axis.at(when.low), axis.at(when.high)
    if when.end is None and right - left < 8:
        x = (left + right) / 2
        return [tag("path", d=f"M{x - 4:.1f} {y + 4:.1f}l4-4 4 4-4 4z", fill=tone)]
    if when.end is None or when.end[0] <= when.start[1] and right - left >= 8:
        return [_faded(left, right, y, tone)]
    sure, until = axis.at(when.start[1]), axis.at(when.end[0])
    shapes = [
        box(
            round(sure, 1),
            y + 0.5,
            round(max(until - sure, 4), 1),
            7,
            tone if one.sort != "custody" else "#b9cde2",
            tone,
        )
    ]
    if sure - left > 2:
        shapes.append(_faded(left, sure, y, tone))
    if right - until > 2:
        shapes.append(_faded(until, right, y, tone))
    return shapes


def _faded(left: float, right: float, y: float, tone: str) -> Safe:
    return box(round(left, 1), y + 0.5, round(right - left, 1), 7, PAPER, tone, 1, "2 2")
