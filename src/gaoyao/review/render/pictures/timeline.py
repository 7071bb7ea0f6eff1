"""The timeline: what happened when, a fuzzy moment as a bar as wide as it was written.

Long empty stretches are cut out and marked, so that one old date does not squeeze the rest; up to 135 moments
have a line each (45 to a picture), more are put on one line per kind.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from math import sqrt

from gaoyao.dossier.exchange.moments import parse_moment
from gaoyao.dossier.exchange.problems import Wrong
from gaoyao.dossier.texts import span_text
from gaoyao.logic.tree import EPOCH
from gaoyao.review.model import Review
from gaoyao.review.render.markup import Safe, tag
from gaoyao.review.render.style import INK, LINE, SOFT, TINTS, TONES
from gaoyao.review.render.svg import WIDTH, Picture, box, fitted, group, line, text

DAY = 1440
SINGLE, ROWS = 135, 45
LEFT, LANE_LEFT, RIGHT = 440.0, 200.0, 8.0
_HEAD, _ROW = 46.0, 24.0
_CUT, _LEAST = 28.0, 44.0
STRETCHES = 6
"""At most so many stretches; the longest empty times between them are cut out."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A closed interval of minutes with its words."""

    low: int
    high: int
    when: str
    what: str
    name: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Minutes low … high drawn from x to x + wide; a stretch shorter than a day has the scale of a day."""

    low: int
    high: int
    x: float
    wide: float

    def at(self, minute: float) -> float:
        """Where a minute stands."""
        return self.x + self.wide * (minute - self.low) / max(self.high - self.low, DAY)


def moments(review: Review) -> list[Moment]:
    """The moments that can be drawn; one whose words cannot be read as an interval stands in the table only."""
    made = []
    for when, what, subject in review.timeline:
        inner = when[when.rindex("（") + 1 : -1] if when.endswith("）") and "（" in when else when
        try:
            span = parse_moment(inner)
        except Wrong:
            continue
        made.append(
            Moment(
                int(span.low),
                int(span.high),
                span_text(span.low, span.high),
                what,
                subject.name.removeprefix("证据 "),
            )
        )
    return made


def timelines(review: Review) -> list[Picture]:
    """The pictures, each on its own scale; none when fewer than two moments are entered."""
    drawn = moments(review)
    if len(drawn) < 2:
        return []
    single = len(drawn) <= SINGLE
    rows = [[one] for one in drawn] if single else list(_lanes(drawn).values())
    first, last = drawn[0].when, max(drawn, key=lambda one: one.high).when
    told = f"共 {len(drawn)} 个时间点，自 {first} 至 {last}。横条的宽度是时间不确定的范围。"
    height = -(-len(rows) // -(-len(rows) // ROWS))
    parts = [rows[start : start + height] for start in range(0, len(rows), height)]
    return [_picture(part, single, number, len(parts), told) for number, part in enumerate(parts, 1)]


def _picture(rows: list[list[Moment]], single: bool, number: int, of: int, told: str) -> Picture:
    stretches = _stretches([one for row in rows for one in row], LEFT if single else LANE_LEFT)
    bottom = _HEAD + _ROW * len(rows)
    shapes = _axis(stretches, bottom)
    for place, row in enumerate(rows):
        y = _HEAD + _ROW * place
        shapes.append(line(0, y + _ROW, WIDTH, y + _ROW, "#e6e9ec"))
        shapes += _row(row, y, stretches, single)
    title = "时间经过" if of == 1 else f"时间经过（第 {number} 幅，共 {of} 幅）"
    return Picture(f"timeline-{number}", title, told, bottom + 6, tuple(shapes))


def _lanes(drawn: list[Moment]) -> dict[str, list[Moment]]:
    lanes: dict[str, list[Moment]] = {}
    for one in drawn:
        lanes.setdefault(one.what, []).append(one)
    return lanes


def _stretches(drawn: list[Moment], left: float) -> list[Stretch]:
    """The busy stretches.  What lies between is cut out; a crowded stretch gets more room than an empty one."""
    ordered = sorted((one.low, one.high) for one in drawn)
    merged: list[list[int]] = []  # low, high, how many moments
    for low, high in ordered:
        if merged and low - merged[-1][1] <= DAY // 2:
            merged[-1][1:] = [max(high, merged[-1][1]), merged[-1][2] + 1]
        else:
            merged.append([low, high, 1])
    while len(merged) > STRETCHES:  # close the smallest gap
        gaps = [after[0] - before[1] for before, after in pairwise(merged)]
        place = gaps.index(min(gaps))
        before, after = merged[place : place + 2]
        merged[place : place + 2] = [[before[0], max(before[1], after[1]), before[2] + after[2]]]
    room = WIDTH - left - RIGHT - _CUT * (len(merged) - 1)
    least = min(_LEAST, room / len(merged))
    shares = [sqrt(max(high - low, DAY) / DAY) * sqrt(number) for low, high, number in merged]
    spare = room - least * len(merged)
    made, x = [], left
    for (low, high, _), share in zip(merged, shares, strict=True):
        wide = least + spare * share / sum(shares)
        made.append(Stretch(low, max(high, low + 1), x, wide))
        x += wide + _CUT
    return made


def _date(minute: int) -> str:
    return (EPOCH + timedelta(minutes=minute)).strftime("%Y-%m-%d")


def _axis(stretches: list[Stretch], bottom: float) -> list[Safe]:
    shapes: list[Safe] = []
    for number, one in enumerate(stretches):
        shapes.append(box(one.x - 3, 24, one.wide + 6, bottom - 24, TINTS["mute"]))
        shapes.append(line(one.x - 3, 24, one.x + one.wide + 3, 24, SOFT, 1.5))
        shapes.append(text(one.x - 4, 16, _date(one.low), 11, SOFT))
        if one.wide > 190 and _date(one.high) != _date(one.low):
            shapes.append(text(one.x + one.wide + 4, 16, _date(one.high), 11, SOFT, "end"))
        if number:
            before = stretches[number - 1]
            x = before.x + before.wide + _CUT / 2
            days = round((one.low - before.high) / DAY)
            shapes.append(text(x, 29, "≈", 14, SOFT, "middle"))
            shapes.append(text(x, 42, f"{days}天", 10, SOFT, "middle"))
            shapes.append(line(x, 48, x, bottom, LINE, 1, "2 4"))
    return shapes


def _row(row: list[Moment], y: float, stretches: list[Stretch], single: bool) -> list[Safe]:
    one = row[0]
    if single:
        shapes = [
            text(0, y + 16.5, fitted(one.when, 148, 11), 11, SOFT),
            text(152, y + 16.5, fitted(one.what, 74, 12), 12, SOFT),
            text(230, y + 16.5, fitted(one.name, LEFT - 240, 12), 12, INK),
        ]
    else:
        shapes = [text(0, y + 16.5, fitted(f"{one.what}（{len(row)}）", LANE_LEFT - 14, 12.5), 12.5, INK)]
    seen: set[tuple[int, int]] = set()
    for each in row:
        if (each.low, each.high) not in seen:
            seen.add((each.low, each.high))
            shapes.append(_mark(each, y, stretches, not single))
    return shapes


def _mark(one: Moment, y: float, stretches: list[Stretch], hinted: bool) -> Safe:
    """A moment, or a range too narrow to draw, is a diamond; anything wider a bar with closed ends."""
    home = next(each for each in stretches if each.low <= one.low <= each.high)
    start, end = home.at(one.low), home.at(min(one.high, home.high))
    hint = f"{one.when}　{one.what}　{one.name}" if hinted else ""
    middle = y + _ROW / 2
    if end - start < 9:
        x = (start + end) / 2
        path = f"M{x - 5.5:.1f} {middle:.1f}L{x:.1f} {middle - 5.5:.1f}L{x + 5.5:.1f} {middle:.1f}L{x:.1f} {middle + 5.5:.1f}Z"
        return tag("path", *([tag("title", hint)] if hint else []), d=path, fill=TONES["note"])
    bar = box(round(start, 1), middle - 4, round(end - start, 1), 8, "#b9cde2", TONES["note"])
    ends = [line(round(x, 1), middle - 7, round(x, 1), middle + 7, TONES["note"], 1.5) for x in (start, end)]
    return group(bar, *ends, hint=hint)
