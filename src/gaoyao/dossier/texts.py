"""Values as a person reads them: 是, 12克, 10至15克, 2021-03-05 23:00, 2021-03-05至2021-03-08."""

from __future__ import annotations

import math
from calendar import monthrange
from datetime import datetime, timedelta

from gaoyao.dossier.model import Absent, Amount, Span, Value
from gaoyao.logic.tree import EPOCH, Field, FieldType

DAY = 1440


def value_text(field: Field, value: Value) -> str:
    """A value of `field` in words; an absence gives its label."""
    match value:
        case Absent(why, _):
            return why.label
        case bool():
            return "是" if value else "否"
        case Amount(low, high, text):
            return _worded(amount_text(low, high, field.unit), text, low == high)
        case Span(low, high, text):
            return _worded(span_text(low, high), text, not math.isinf(low) and _rounded(low, high))
        case str():
            return dict(field.options).get(value, value) if field.type is FieldType.CHOICE else value
    return "、".join(value)


def _worded(plain: str, entered: str, exact: bool) -> str:
    """What was entered, with the interval it was read as, where the two may differ: 约12克（11至13克）."""
    entered = entered.strip()
    return plain if exact or not entered or entered == plain else f"{entered}（{plain}）"


def number_text(value: float) -> str:
    """A number without a useless fraction and never in powers of ten: 1234567, 0.5."""
    return str(int(value)) if value == int(value) else repr(value)


def amount_text(low: float, high: float, unit: str) -> str:
    """12克, 10至15克, 5克以上, 5克以下."""
    if low == high:
        return number_text(low) + unit
    if math.isinf(low) and math.isinf(high):
        return "数量不限"
    if math.isinf(high):
        return f"{number_text(low)}{unit}以上"
    if math.isinf(low):
        return f"{number_text(high)}{unit}以下"
    return f"{number_text(low)}至{number_text(high)}{unit}"


def span_text(low: float, high: float) -> str:
    """2021-03-05 23:00; a whole day 2021-03-05; a whole month 2021-03; a whole year 2021; else 从至到."""
    start, end = _moment(low), _moment(high)
    if start is None or end is None:
        return f"第{low:g}至{high:g}分钟"
    if low == high:
        return f"{start:%Y-%m-%d %H:%M}"
    if low % DAY or (high + 1) % DAY:
        later = f"{end:%H:%M}" if start.date() == end.date() else f"{end:%Y-%m-%d %H:%M}"
        return f"{start:%Y-%m-%d %H:%M}至{later}"
    if high - low == DAY - 1:
        return f"{start:%Y-%m-%d}"
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return f"{start:%Y}" if start.year == end.year else f"{start:%Y}至{end:%Y}"
    if start.day == 1 and end.day == monthrange(end.year, end.month)[1]:
        return (
            f"{start:%Y-%m}"
            if (start.year, start.month) == (end.year, end.month)
            else f"{start:%Y-%m}至{end:%Y-%m}"
        )
    return f"{start:%Y-%m-%d}至{end:%Y-%m-%d}"


def _moment(minutes: float) -> datetime | None:
    try:
        return EPOCH + timedelta(minutes=minutes)
    except (OverflowError, ValueError):
        return None


def _rounded(low: float, high: float) -> bool:
    """Is it a minute, a day, a month or a year: nothing was estimated?"""
    return low == high or "至" not in span_text(low, high)


def shortened(text: str, limit: int = 24) -> str:
    """The beginning of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"
