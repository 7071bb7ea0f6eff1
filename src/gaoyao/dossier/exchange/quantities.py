"""Quantities as a person writes them, to closed intervals, and back.

50 · 50克 · 1,200元 · 1.5万元 · 约50 (±10 %) · 50~60 · 50以上 · 50以下.  The unit, where written, must be the
field's own: nothing is converted.
"""

from __future__ import annotations

import math
import re
from decimal import Decimal

from gaoyao.dossier.exchange.problems import Wrong
from gaoyao.dossier.model import Amount

ABOUT_SHARE = Decimal("0.1")
"""What 约 and 左右 mean, on either side.  Ours, not the law's."""

_WIDTH = str.maketrans("０１２３４５６７８９～．，", "0123456789~.,")
_NUMBER = re.compile(
    r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(?P<scale>[万亿]?)\s*(?P<unit>.*)"
)
_UNIT = re.compile(r"[^\W\d_]{1,8}")
_SCALES = {"": Decimal(1), "万": Decimal(10_000), "亿": Decimal(100_000_000)}


def parse_amount(written: str, unit: str) -> Amount:
    """The interval of a quantity in `unit`.  Raises Wrong with what is expected."""
    text = written.translate(_WIDTH).strip()
    if len(text) > 800:
        raise Wrong(f"数字太长。{_how(unit)}")
    about = text.startswith("约") or text.endswith("左右")
    bare = text.removeprefix("约").removesuffix("左右").strip()
    for word, place in (("以上", 1), ("以下", -1)):
        if bare.endswith(word) and not about:
            value = _one(bare.removesuffix(word), unit, written)
            return Amount(value, math.inf, written) if place > 0 else Amount(0.0, value, written)
    ends = re.split(r"\s*~\s*|\s*至\s*", bare)
    if about:
        exact = _exact(bare, unit, written)
        return Amount(float(exact * (1 - ABOUT_SHARE)), _finite(exact * (1 + ABOUT_SHARE), written), written)
    if len(ends) == 1:
        value = _one(bare, unit, written)
        return Amount(value, value, written)
    if len(ends) > 2:
        raise Wrong(f"“{written}”不是数量。{_how(unit)}")
    low, high = _one(ends[0], unit, written), _one(ends[1], unit, written)
    if high < low:
        raise Wrong(f"“{written}”的上限小于下限。请核对。")
    return Amount(low, high, written)


def _one(text: str, unit: str, written: str) -> float:
    return _finite(_exact(text, unit, written), written)


def _exact(text: str, unit: str, written: str) -> Decimal:
    found = _NUMBER.fullmatch(text.strip())
    if not found:
        if re.match(r"-\s*\d", text.strip()):
            raise Wrong(f"“{written}”是负数，这里的数量不能为负。请核对。")
        raise Wrong(f"“{written}”不是数量。{_how(unit)}")
    if found["unit"].startswith(("余", "多", "几")):
        raise Wrong(f"“{written}”是多少不确定。请写 50以上，或者写明上下限 50~60。")
    if found["unit"] not in ("", unit):
        if not _UNIT.fullmatch(found["unit"]):
            raise Wrong(f"“{written}”不是数量。{_how(unit)}")
        raise Wrong(f"“{written}”的单位应为“{unit}”。请换算后填写，不作自动换算。")
    return Decimal(found["number"].replace(",", "")) * _SCALES[found["scale"]]


def _finite(value: Decimal, written: str) -> float:
    number = float(value)
    if not math.isfinite(number):
        raise Wrong(f"“{written}”过大。请核对。")
    return number


def _how(unit: str) -> str:
    return f"应为以“{unit}”为单位的数，可写 50、50{unit}、1.5万、约50、50~60、50以上、50以下。"


def write_amount(value: Amount) -> str:
    """The canonical text of an interval; parse_amount gives the same interval back.

    Raises Wrong for a negative, backward or not-a-number interval.
    """
    low, high = value.low, value.high
    if not 0 <= low <= high or math.isinf(low):
        raise Wrong(f"数量区间 {low}~{high} 不成立")
    if low == high:
        return _digits(low)
    if math.isinf(high):
        return f"{_digits(low)}以上"
    return f"{_digits(low)}~{_digits(high)}" if low else f"{_digits(high)}以下"


def _digits(number: float) -> str:
    text = format(Decimal(repr(float(number))), "f")
    return text.removesuffix(".0") if text.endswith(".0") else text
