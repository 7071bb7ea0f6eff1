"""Times as people tell them: 2021年3月5日晚上10点多, 3月5日22时许, 昨天夜里11点; the day of the record helps with the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from functools import lru_cache

from gaoyao.dossier.exchange.moments import parse_moment
from gaoyao.dossier.exchange.problems import Wrong
from gaoyao.dossier.model import Span
from gaoyao.intake.judgments.numerals import number
from gaoyao.logic.tree import EPOCH

_N = r"\d{1,2}|[一二两三四五六七八九十]{1,3}"
_DAY = rf"(?:(?P<y>\d{{4}})年|(?P<same>今年|去年))?(?P<m>{_N})月(?P<d>{_N})[日号]|(?P<near>今天|今日|昨天|昨日|前天|昨晚|今晚|昨夜)"
SAID = re.compile(
    rf"(?:大概|大约|约)?(?:是|在)?(?:{_DAY})(?:的|，)?(?:大概|大约|约)?(?P<half>凌晨|早上|早晨|清晨|上午|中午|下午|傍晚|晚上|夜里|夜间|深夜|半夜|晚)?(?:大概|大约|约)?"
    rf"(?:(?P<h>{_N})(?:[时点](?P<min>\d{{1,2}}分?|半|[一二三四五]?十[一二三四五六七八九]?分?)?|：(?P<colon>\d{{2}}))(?P<about>多|许|左右|钟左右|来钟|钟)?)?"
)
_BACK = {"今天": 0, "今日": 0, "今晚": 0, "昨天": 1, "昨日": 1, "昨晚": 1, "昨夜": 1, "前天": 2}
_HALVES = {"夜里": "晚上", "夜间": "晚上", "深夜": "晚上", "半夜": "凌晨", "清晨": "早上"}


def times(text: str, taken: Span | None) -> Iterator[tuple[Span, int, int, bool]]:
    """Every moment told: the interval, its characters, and whether it has an hour.  `taken`: when the record was made."""
    for found in SAID.finditer(text):
        value = _value(found, taken)
        if value is not None:
            yield value, found.start(), found.end(), found["h"] is not None


def _value(found: re.Match[str], taken: Span | None) -> Span | None:
    day = _day(found, taken)
    if not day:
        return None
    written = day
    if found["h"]:
        half = found["half"] or ("晚上" if found["near"] in ("昨晚", "今晚", "昨夜") else "")
        hour = _number(found["h"])
        if half in ("夜里", "夜间", "深夜", "半夜", "晚上", "晚") and hour is not None and hour <= 5:
            half = "凌晨"
            if not found["near"] or found["near"] in ("昨晚", "昨夜", "今晚"):
                return None  # 晚上两点: of that day or of the next is not told
        minute = _minute(found["min"] or found["colon"] or "")
        if hour is None or minute is None:
            return None
        around = (
            "左右"
            if found["about"] in ("许", "左右", "钟左右") or re.match(r"大概|大约|约", found.group())
            else ""
        )
        written += f"{_HALVES.get(half, half)}{hour}时{minute}{around}"
    value = _parsed(written)
    return value if value is not None and (taken is None or value.low <= taken.high) else None


@lru_cache(maxsize=4096)
def _parsed(written: str) -> Span | None:
    with suppress(Wrong):
        return parse_moment(written)._replace(text=written)
    return None


def _day(found: re.Match[str], taken: Span | None) -> str:
    if found["near"]:
        if taken is None or taken.high - taken.low >= 1440:
            return ""
        at = EPOCH + timedelta(minutes=taken.low) - timedelta(days=_BACK[found["near"]])
        return f"{at.year}年{at.month}月{at.day}日"
    month, day = _number(found["m"]), _number(found["d"])
    year = found["y"]
    if not year and taken is not None:
        at = EPOCH + timedelta(minutes=taken.low)
        before = found["same"] == "去年" or (
            not found["same"] and month is not None and (month, day or 0) > (at.month, at.day)
        )
        year = str(at.year - 1 if before else at.year)
    return f"{year}年{month}月{day}日" if year and month and day else ""


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() else number(text.replace("两", "二"))


def _minute(text: str) -> str | None:
    if not text:
        return ""
    if text == "半":
        return "30分"
    value = _number(text.removesuffix("分"))
    return f"{value}分" if value is not None and value < 60 else None
