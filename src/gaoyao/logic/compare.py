"""Closed intervals compared three-valued, in columns and one by one; and values as people read them.

An interval [low, high] holds the true value somewhere inside.  `a < b` is yes when every value of `a` is
below every value of `b`, no when none is, else unknown.  The two forms are written separately: the columns
and the reasons use one each and are tested against each other.
"""

from __future__ import annotations

from datetime import timedelta
from math import inf

import numpy as np

from gaoyao.logic.frame import Floats, Int8
from gaoyao.logic.tree import EPOCH, Op
from gaoyao.logic.truth import Truth

Interval = tuple[float, float]

ORDER_WORDS = {Op.LT: "早于", Op.LE: "不晚于", Op.GT: "晚于", Op.GE: "不早于", Op.EQ: "同于", Op.NE: "不同于"}
SIZE_WORDS = {Op.LT: "小于", Op.LE: "不超过", Op.GT: "大于", Op.GE: "不少于", Op.EQ: "等于", Op.NE: "不等于"}

_FLIPPED = {Op.GT: Op.LT, Op.GE: Op.LE}
_DAY = 1440


def compare_columns(low_a: Floats, high_a: Floats, op: Op, low_b: Floats, high_b: Floats) -> Int8:
    """Truth (-1, 0, 1) per row of `a op b`.  NaN bounds compare unknown."""
    if op in _FLIPPED:
        return compare_columns(low_b, high_b, _FLIPPED[op], low_a, high_a)
    if op is Op.LT:
        yes, no = high_a < low_b, low_a >= high_b
    elif op is Op.LE:
        yes, no = high_a <= low_b, low_a > high_b
    else:
        yes = (low_a == high_a) & (low_b == high_b) & (low_a == low_b)
        no = (high_a < low_b) | (high_b < low_a)
        if op is Op.NE:
            yes, no = no, yes
    return yes.astype(np.int8) - no.astype(np.int8)


def compare_intervals(a: Interval, op: Op, b: Interval) -> Truth:
    """Truth of `a op b` for two closed intervals."""
    (low_a, high_a), (low_b, high_b) = a, b
    match op:
        case Op.LT:
            return _decide(high_a < low_b, low_a >= high_b)
        case Op.LE:
            return _decide(high_a <= low_b, low_a > high_b)
        case Op.GT:
            return _decide(low_a > high_b, high_a <= low_b)
        case Op.GE:
            return _decide(low_a >= high_b, high_a < low_b)
        case Op.EQ:
            return _decide(low_a == high_a == low_b == high_b, high_a < low_b or high_b < low_a)
        case Op.NE:
            return _decide(high_a < low_b or high_b < low_a, low_a == high_a == low_b == high_b)


def _decide(yes: bool, no: bool) -> Truth:
    if yes:
        return Truth.YES
    return Truth.NO if no else Truth.UNKNOWN


def quantity_text(interval: Interval, unit: str) -> str:
    """5件, 3至5件, 5件以上, 5件以下."""
    low, high = interval
    if low == high:
        return f"{low:g}{unit}"
    if high == inf:
        return f"{low:g}{unit}以上" if low > -inf else "数量不限"
    return f"{high:g}{unit}以下" if low == -inf else f"{low:g}至{high:g}{unit}"


def moment_text(interval: Interval) -> str:
    """2021-03-05 23:00; a whole day as 2021-03-05; otherwise 甲至乙, 某时以后, 某时以前."""
    low, high = interval
    if low == -inf or high == inf:
        if low == high or (low, high) == (-inf, inf):
            return "时间不限"
        return f"{_clock(low)}以后" if high == inf else f"{_clock(high)}以前"
    if low == high:
        return _clock(low)
    if low % _DAY == 0 and high == low + _DAY - 1:
        return _clock(low)[:10]
    return f"{_clock(low)}至{_clock(high)}"


def _clock(minutes: float) -> str:
    try:
        return (EPOCH + timedelta(minutes=minutes)).strftime("%Y-%m-%d %H:%M")
    except (OverflowError, ValueError):
        return f"1970-01-01 后 {minutes:g} 分钟"


def shift_text(minutes: int) -> str:
    """之后24小时, 之前3日, 之后90分钟."""
    side = "之后" if minutes >= 0 else "之前"
    size = abs(minutes)
    if size % _DAY == 0 and size > _DAY:
        return f"{side}{size // _DAY}日"
    return f"{side}{size // 60}小时" if size % 60 == 0 and size else f"{side}{size}分钟"
