"""Moments as a person writes them, to closed intervals of minutes, and back.

A moment is as wide as it was written: a year, a month, a day, an hour (23时), a minute.  “许” and “左右” after a
time widen it by thirty minutes on both sides.  What does not exist or could mean two things is an error.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import datetime, timedelta

from gaoyao.dossier.exchange.problems import Wrong
from gaoyao.dossier.model import Span
from gaoyao.logic.tree import EPOCH

AROUND_MINUTES = 30
"""What 许 and 左右 mean, on either side.  Ours, not the law's."""

FIRST_YEAR, LAST_YEAR = 1900, 2100

_WIDTH = str.maketrans("０１２３４５６７８９：～－／．，", "0123456789:~-/.,")
_FORMS = (
    re.compile(r"(?P<y>\d{4})年?"),
    re.compile(r"(?P<y>\d{4})(?:年(?P<m>\d{1,2})月|[-/.](?P<n>\d{1,2}))"),
    re.compile(
        r"(?P<y>\d{4})(?:年(?P<m>\d{1,2})月(?P<d>\d{1,2})日|(?P<s>[-/.])(?P<n>\d{1,2})(?P=s)(?P<e>\d{1,2}))"
    ),
)
_TIME = re.compile(
    r"(?P<half>凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚|夜间|夜)?\s*(?P<h>\d{1,2})"
    r"(?::(?P<min>\d{2})(?::(?P<sec>\d{2}))?|[时点](?:(?P<zm>\d{1,2})分(?:(?P<zs>\d{1,2})秒)?|(?P<zheng>整|半))?)"
    r"\s*(?P<around>许|左右)?"
)
_SPLIT = re.compile(
    r"^(?P<date>\d{4}(?:年\d{1,2}月\d{1,2}日|([-/.])\d{1,2}\2\d{1,2}))(?:\s+|T|(?<=日))(?P<time>.+)$"
)
_THIRD = re.compile(r"(?P<month>\d{4}年\d{1,2}月)(?P<third>[上中下])旬")
_PARTS_OF_DAY = {
    "凌晨": (0, 6), "早上": (5, 10), "早晨": (5, 10), "上午": (6, 12), "中午": (11, 14), "下午": (12, 18), "傍晚": (17, 20),
    "晚上": (18, 24), "晚": (18, 24), "夜间": (18, 30), "夜": (18, 30),
}  # fmt: skip
"""A part of the day without an hour, in hours from the day's beginning: wide, so that nothing is excluded by it."""
_AFTERNOON = frozenset({"下午", "傍晚", "晚上", "晚", "夜间", "夜"})
_FIX = "请改为实际日期；确实查不清的，写“查而不明”，卷内没有的，写“卷内无记载”。"
_HOW = "可写 2021-03-05、2021-03-05 23:00、2021-03、2021、2021年3月5日23时许，或者“起 ~ 止”。"


def parse_moment(written: str) -> Span:
    """The interval of a date, a time, or “A ~ B”.  Raises Wrong with what is expected."""
    text = written.translate(_WIDTH).strip()
    if len(text) > 80:
        raise Wrong(f"日期、时间太长。{_HOW}")
    ends = re.split(r"\s*~\s*|\s*至\s*", text)
    if len(ends) > 2 or not all(ends):
        raise Wrong(f"“{written}”不是日期或时间。{_HOW}")
    low, high = _point(ends[0], written)
    if len(ends) == 2:
        second = ends[1]
        if _TIME.fullmatch(second):
            found = _SPLIT.match(ends[0])
            if not found:
                raise Wrong(f"“{written}”的止点只有时间，起点也要写到时间。请把两端的日期、时间都写全。")
            second = f"{found['date']} {second}"
        start, (last, high) = low, _point(second, written)
        if last < start:
            raise Wrong(f"“{written}”的止点早于起点。跨过零点的，请在止点写明日期。")
    return Span(low, high, written)


def _point(text: str, written: str) -> tuple[int, int]:
    for width, form in enumerate(_FORMS, start=1):
        found = form.fullmatch(text)
        if found:
            return _day_range(found, width, written)
    third = _THIRD.fullmatch(text)
    if third:
        return _third(third, written)
    split = _SPLIT.match(text)
    if split:
        found = _FORMS[2].fullmatch(split["date"])
        time = _TIME.fullmatch(split["time"])
        if found and time:
            return _clock(_day_range(found, 3, written)[0], time, written)
        if found and split["time"].strip() in _PARTS_OF_DAY:
            day, (first, last) = _day_range(found, 3, written)[0], _PARTS_OF_DAY[split["time"].strip()]
            return day + first * 60, day + last * 60 - 1
        if re.search(r"(?:Z|[+-]\d{2}:?\d{2})$", split["time"]):
            raise Wrong(f"“{written}”带有时区。一律写北京时间，请删去时区。")
    raise Wrong(f"“{written}”不是日期或时间。{_HOW}")


def _third(found: re.Match[str], written: str) -> tuple[int, int]:
    """上旬 is the 1st to the 10th, 中旬 the 11th to the 20th, 下旬 the rest of the month."""
    month = _FORMS[1].fullmatch(found["month"])
    assert month is not None  # noqa: S101 - the same digits
    low, high = _day_range(month, 2, written)
    tenth, twentieth = low + 10 * 1440, low + 20 * 1440
    return {"上": (low, tenth - 1), "中": (tenth, twentieth - 1), "下": (twentieth, high)}[found["third"]]


def _day_range(found: re.Match[str], width: int, written: str) -> tuple[int, int]:
    groups = found.groupdict()
    year = int(groups["y"])
    month = int(groups.get("m") or groups.get("n") or 1)
    day = int(groups.get("d") or groups.get("e") or 1)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Wrong(f"日期“{written}”的年份不在 {FIRST_YEAR}—{LAST_YEAR} 年之间。请核对。")
    if not 1 <= month <= 12:
        raise Wrong(f"日期“{written}”不存在（没有{month}月）。{_FIX}")
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        only = f"{month}月只有{last}天" if day else "没有0日"
        raise Wrong(f"日期“{written}”不存在（{year}年{only}）。{_FIX}")
    start = datetime(year, month, day)
    if width == 1:
        end = datetime(year + 1, 1, 1)
    elif width == 2:
        end = start + timedelta(days=last)
    else:
        end = start + timedelta(days=1)
    return minutes(start), minutes(end) - 1


def _clock(day: int, found: re.Match[str], written: str) -> tuple[int, int]:
    hour = _hour(found["half"] or "", int(found["h"]), written)
    minute_text = found["min"] or found["zm"]
    half_past = 30 if found["zheng"] == "半" else 0
    minute = int(minute_text) if minute_text else half_past
    second = int(found["sec"] or found["zs"] or 0)
    if hour > 24 or minute > 59 or second > 59 or (hour == 24 and (minute or second)):
        raise Wrong(
            f"时间“{written}”不存在（一天到24时止，一小时60分）。请改为实际时间；确实查不清的，写“查而不明”。"
        )
    low = high = day + hour * 60 + minute
    if found["around"]:
        return low - AROUND_MINUTES, high + AROUND_MINUTES
    if not minute_text and not found["zheng"] and hour < 24:
        high += 59
    return low, high


def _hour(half: str, hour: int, written: str) -> int:
    if not half or (hour > 12 and half not in ("凌晨", "早上", "早晨", "上午")):
        return hour
    if half in _AFTERNOON:
        if hour == 12 or (half != "下午" and hour < 5):
            raise Wrong(f"“{written}”可以有两种理解。请用二十四小时制写明日期和时间，例如 2021-03-06 00:30。")
        return hour + 12
    limits = {"凌晨": (0, 6), "中午": (11, 13), "早上": (4, 11), "早晨": (4, 11), "上午": (5, 12)}
    low, high = limits[half]
    value = hour + 12 if half == "中午" and hour == 1 else hour
    if not low <= value <= high:
        raise Wrong(f"“{written}”的“{half}”与钟点不符。请用二十四小时制写明，例如 2021-03-05 23:00。")
    return value


def minutes(at: datetime) -> int:
    """Whole minutes since 1970-01-01."""
    return int((at - EPOCH).total_seconds() // 60)


def write_moment(value: Span) -> str:
    """The canonical text of an interval; parse_moment gives the same interval back.

    Raises Wrong for an interval outside 1900—2100 or written backwards.
    """
    low, high = _stamp(value.low), _stamp(value.high)
    if value.low > value.high:
        raise Wrong(f"时间区间 {low} ~ {high} 的止点早于起点")
    return low if value.low == value.high else f"{low} ~ {high}"


def _stamp(at: int) -> str:
    moment = EPOCH + timedelta(minutes=at)
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise Wrong(f"时间的年份 {moment.year} 不在 {FIRST_YEAR}—{LAST_YEAR} 年之间")
    return moment.strftime("%Y-%m-%d %H:%M")
