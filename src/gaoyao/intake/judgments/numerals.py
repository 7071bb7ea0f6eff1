"""Read the figures of court papers: Chinese and Arabic numbers, dates, terms of imprisonment."""

from __future__ import annotations

import re
from datetime import date

_DIGITS = {c: n for n, c in enumerate("〇一二三四五六七八九")}
_DIGITS |= {"零": 0, "O": 0, "o": 0, "Ο": 0, "两": 2, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7,
            "捌": 8, "玖": 9}  # fmt: skip
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
NUMBER = r"[〇一二三四五六七八九十百千零两\d]+"

_CN_DATE = re.compile(r"([一二12][〇零0OoΟ一二三四五六七八九\d]{3})年([元一二三四五六七八九十\d×xX]{1,3})月"
                      r"([一二三四五六七八九十廿卅〇零\d×xX]{1,4})[日目无口曰]")  # fmt: skip
_DATE = re.compile(r"((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日")


def number(text: str) -> int | None:
    """Value of a Chinese or Arabic number such as 三百四十七, 347 or 二〇一五; None when it is no number."""
    if text.isascii() and text.isdigit():
        return int(text)
    if not any(c in _UNITS for c in text):
        digits = [str(_DIGITS[c]) if c in _DIGITS else c if c.isdigit() else "" for c in text]
        return int("".join(digits)) if digits and all(d.isascii() and d for d in digits) else None
    total, current = 0, 0
    for char in text:
        if char in _DIGITS:
            current = _DIGITS[char]
        elif char.isascii() and char.isdigit():
            current = current * 10 + int(char)
        elif char in _UNITS:
            total += (current or 1) * _UNITS[char]
            current = 0
        else:
            return None
    return total + current


def make_date(year: str, month: str, day: str) -> str | None:
    """ISO form of three figures; parts written ×× stay ××; None when it is no day of the calendar."""
    y, m, d = (
        number(year),
        number(month.replace("元", "一")),
        number(day.replace("廿", "二十").replace("卅", "三十")),
    )
    if y is None or not 1949 <= y <= 2100:
        return None
    if m is None or d is None:
        hidden = set("×xX")
        if not (set(month) | set(day)) & hidden:
            return None
        return f"{y}-{m:02d}-××" if m is not None and 1 <= m <= 12 else f"{y}-××-××"
    try:
        return date(y, m, d).isoformat()
    except ValueError:
        return None


def signature_dates(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """Dates written out as under a judgment (二〇一七年一月六日), as (ISO, start, end)."""
    found = []
    for match in _CN_DATE.finditer(text, start, end):
        iso = make_date(*match.groups())
        if iso:
            found.append((iso, match.start(), match.end()))
    return found


def dates(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """Dates in Arabic figures (2017年1月6日), as (ISO, start, end)."""
    found = []
    for match in _DATE.finditer(text, start, end):
        iso = make_date(*match.groups())
        if iso:
            found.append((iso, match.start(), match.end()))
    return found
