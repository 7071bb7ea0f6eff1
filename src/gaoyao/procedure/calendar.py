"""The calendar of working days and holidays, 2004–2026, from the State Council's yearly notices.

CPL 105 moves a period that ends on a holiday to the first day after it; which days those are is not in the
law but in a notice a year.  A year without a notice has no answer: `YearNotAnnounced` is raised, never a
guess.  Whether weekends and worked weekends count as 节假日 are interpretations (see `conventions`).
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from gaoyao.procedure.calendar_data import NOTICES, Notice

BY_YEAR: dict[int, Notice] = {notice.year: notice for notice in NOTICES}
FIRST_YEAR, LAST_YEAR = min(BY_YEAR), max(BY_YEAR)
_HOLIDAYS: dict[date, str] = {day: name for notice in NOTICES for day, name in notice.holidays.items()}
_WORKED: frozenset[date] = frozenset(day for notice in NOTICES for day in notice.workdays)
_NAMES = "一二三四五六日"


class YearNotAnnounced(LookupError):
    """The State Council's notice of that year is not in the data (or the year lies before 2004)."""

    def __init__(self, year: int) -> None:
        self.year = year
        super().__init__(
            f"{year}年的节假日安排没有数据（现有 {FIRST_YEAR}—{LAST_YEAR} 年）："
            "不能判断是否节假日，期限不顺延；通知公布后请补入 calendar_data 再算"
        )


class Weekend(StrEnum):
    """Are ordinary weekends 节假日 in CPL 105?  Schools: 周末属节假日 / 仅指法定放假日."""

    REST = "rest"
    STATUTORY_ONLY = "statutory_only"


class Makeup(StrEnum):
    """Is a worked weekend day still 节假日?  Schools: 调休上班日不是节假日 / 仍按周末."""

    WORKDAY = "workday"
    WEEKEND = "weekend"


def notice_for(day: date) -> Notice:
    """Return the notice that governs `day`; raise `YearNotAnnounced` when there is none."""
    try:
        return BY_YEAR[day.year]
    except KeyError:
        raise YearNotAnnounced(day.year) from None


def is_provisional(day: date) -> bool:
    """Can a notice not yet known still change `day` (the last days of the last announced year)?"""
    return day.year == LAST_YEAR and (day.month, day.day) >= (12, 26)


def is_holiday(day: date, weekend: Weekend = Weekend.REST, makeup: Makeup = Makeup.WORKDAY) -> bool:
    """Is `day` a 节假日 for CPL 105 under the two interpretations?  Raises `YearNotAnnounced`."""
    notice_for(day)
    if day in _HOLIDAYS:
        return True
    if day in _WORKED and makeup is Makeup.WORKDAY:
        return False
    return day.weekday() >= 5 and weekend is Weekend.REST


def is_workday(day: date) -> bool:
    """Is `day` a working day (Monday–Friday off the notice, and worked weekends)?  Raises
    `YearNotAnnounced`."""
    return not is_holiday(day)


def next_workday(day: date, weekend: Weekend = Weekend.REST, makeup: Makeup = Makeup.WORKDAY) -> date:
    """The first day on or after `day` that is not a holiday.  Raises `YearNotAnnounced`."""
    while is_holiday(day, weekend, makeup):
        day += timedelta(days=1)
    return day


def previous_workday(day: date, weekend: Weekend = Weekend.REST, makeup: Makeup = Makeup.WORKDAY) -> date:
    """The last day on or before `day` that is not a holiday.  Raises `YearNotAnnounced`."""
    while is_holiday(day, weekend, makeup):
        day -= timedelta(days=1)
    return day


def describe(day: date) -> str:
    """`day` in words for an explanation: 2024年2月12日（星期一，春节）; falls back to the weekday alone."""
    text = f"{day.year}年{day.month}月{day.day}日（星期{_NAMES[day.weekday()]}"
    if day in _HOLIDAYS:
        text += f"，{_HOLIDAYS[day]}放假"
    elif day in _WORKED:
        text += "，调休上班"
    return text + "）"
