"""Article numbers as texts write them: Chinese numerals, Arabic digits, half or full width → int."""

from __future__ import annotations

from functools import lru_cache

NUMERAL = "[零〇○一二三四五六七八九十百千0-9]"
"""Pattern of one character of a number of an article, a paragraph or an item."""
_DIGIT = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_UNIT = {"十": 10, "百": 100, "千": 1000}


@lru_cache(maxsize=4096)
def from_chinese(text: str) -> int | None:
    """Return the number written in `text` (二百三十二, 二三二, 232, ２３２), or None when it is not one.

    Forms that no text would use for one number (二二百, 百三十, 十十) are None: an article number is never guessed.
    """
    if text.isdecimal():
        return int(text)
    if not any(char in _UNIT for char in text):
        digits = [_DIGIT.get(char) for char in text]
        if not digits or None in digits:
            return None
        return int("".join(str(digit) for digit in digits))
    total, digit, last_unit = 0, None, 10_000
    for char in text:
        unit = _UNIT.get(char)
        if unit is None:
            value = _DIGIT.get(char)
            if value is None or digit not in (None, 0):
                return None
            digit = value
            continue
        if unit >= last_unit or digit == 0 or (digit is None and (unit != 10 or total % 100)):
            return None
        total += (1 if digit is None else digit) * unit
        digit, last_unit = None, unit
    return total + (digit or 0)
