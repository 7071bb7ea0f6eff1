"""What cannot both be true, pair by pair on a scale of its own: two bars, fuzzy ends dashed, what they share between them."""

from __future__ import annotations

from dataclasses import dataclass

from gaoyao.review.lanes import SORTS, ClashLine, EventLine
from gaoyao.review.render.markup import Safe, tag
from gaoyao.review.render.style import LINE, PAPER, SOFT, TINTS, TONES
from gaoyao.review.render.svg import WIDTH, Picture, box, fitted, line, text

STRIP, LEFT, RIGHT, MOST = 78.0, 388.0, 908.0, 8
"""Height of a pair, where the scale begins and ends, pairs in one picture."""


@dataclass(frozen=True, slots=True)
class _Scale:
    low: int
    high: int

    def at(self, minute: int) -> float:
        return LEFT + (RIGHT - LEFT) * (minute - self.low) / max(1, self.high - self.low)


def pairs(clashes: tuple[ClashLine, ...]) -> list[Picture]:
    """All pairs, a few to a picture."""
    parts = [clashes[first : first + MOST] for first in range(0, len(clashes), MOST)]
    return [_picture(own, number, len(parts)) for number, own in enumerate(parts, 1)]


def sign(one: ClashLine) -> str:
    """✕1 or ？1."""
    return f"{'✕' if one.sure else '？'}{one.number}"


def about(one: ClashLine) -> str:
    """同一人员同一时间在两份笔录里（民警甲）."""
    return f"{one.label}（{one.who}）" if one.who else one.label


def _picture(own: tuple[ClashLine, ...], number: int, of: int) -> Picture:
    shapes = [shape for place, one in enumerate(own) for shape in _pair(one, STRIP * place)]
    part = f"（第 {number} 幅，共 {of} 幅）" if of > 1 else ""
    told = "；".join(
        f"{sign(one)} {about(one)}：{named(one.one)}（{one.one.words}）与{named(one.other)}（{one.other.words}）"
        for one in own
    )
    return Picture(
        f"clash-{number}",
        f"不能或者可能不能同时成立的{part}",
        f"{told}。",
        STRIP * len(own) + 2,
        tuple(shapes),
    )


def named(one: EventLine) -> str:
    """E05 提取."""
    return (
        f"{one.label} {SORTS[one.sort].partition('、')[0]}"
        if one.item or one.sort in ("act", "absent")
        else one.label
    )


def _pair(one: ClashLine, top: float) -> list[Safe]:
    both = (one.one.when, one.other.when)
    low, high = min(when.low for when in both), max(when.high for when in both)
    pad = max(10, (high - low) // 12)
    scale = _Scale(low - pad, high + pad)
    tone = TONES["bad"] if one.sure else TONES["warn"]
    shapes = [
        text(4, top + 19, sign(one), 14, tone, weight=700),
        text(42, top + 19, fitted(about(one), LEFT - 60, 13), 13, None, weight=600),
        *_shared(one, scale, top),
    ]
    for place, event in enumerate((one.one, one.other)):
        y = top + 30 + 22 * place
        shapes.append(text(42, y + 9, fitted(named(event), 84, 12), 12, SOFT, weight=600))
        shapes.append(text(132, y + 9, fitted(event.words, LEFT - 140, 11), 11, SOFT))
        shapes += _bar(event, scale, y, tone)
    shapes.append(line(0, top + STRIP - 2, WIDTH, top + STRIP - 2, LINE, 0.8))
    return shapes


def _shared(one: ClashLine, scale: _Scale, top: float) -> list[Safe]:
    """The time that both may share, as a band across."""
    low, high = max(one.one.when.low, one.other.when.low), min(one.one.when.high, one.other.when.high)
    if low > high:
        return []
    left, right = scale.at(low), scale.at(high)
    return [
        box(
            round(left - 1, 1),
            top + 24,
            round(max(right - left, 1) + 2, 1),
            50,
            TINTS["bad" if one.sure else "warn"],
        )
    ]


def _bar(event: EventLine, scale: _Scale, y: float, tone: str) -> list[Safe]:
    when = event.when
    left, right = scale.at(when.low), scale.at(when.high)
    if when.end is None and right - left < 8:
        x = (left + right) / 2
        return [tag("path", d=f"M{x - 6:.1f} {y + 5:.1f}l6-6 6 6-6 6z", fill=tone)]
    if when.end is None or when.end[0] <= when.start[1]:
        return [_faded(left, right, y, tone)]
    sure, until = scale.at(when.start[1]), scale.at(when.end[0])
    shapes = [box(round(sure, 1), y, round(max(until - sure, 3), 1), 11, tone)]
    shapes += [_faded(left, sure, y, tone)] if sure - left > 1 else []
    shapes += [_faded(until, right, y, tone)] if right - until > 1 else []
    return shapes


def _faded(left: float, right: float, y: float, tone: str) -> Safe:
    return box(round(left, 1), y, round(right - left, 1), 11, PAPER, tone, 1.2, "3 2")
