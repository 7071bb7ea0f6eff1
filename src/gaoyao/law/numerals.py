"""Chinese numerals for article, paragraph and item numbers (1 … 9999)."""

from __future__ import annotations

_DIGITS = "零一二三四五六七八九"
_UNITS = ((1000, "千"), (100, "百"), (10, "十"))


def to_chinese(number: int) -> str:
    """Return `number` in Chinese numerals as statutes print it: 12 → 十二, 120 → 一百二十, 105 → 一百零五.

    Raises ValueError outside 1 … 9999.
    """
    if not 1 <= number <= 9999:
        raise ValueError(f"条文序号只能是 1 至 9999，收到 {number}")
    text, rest, gap = "", number, False
    for unit, word in _UNITS:
        digit, rest = divmod(rest, unit)
        if digit:
            text += ("零" if gap else "") + _DIGITS[digit] + word
            gap = False
        elif text:
            gap = True
    if rest:
        text += ("零" if gap else "") + _DIGITS[rest]
    return text[1:] if 10 <= number <= 19 else text
