"""Arithmetic of periods: CPL 105 and Interp. 202, pure functions on dates.

A period never counts the hour or day of its event.  `Length` is a statutory length; adding one walks the
months first, then half months (fifteen days each), then days.
"""

from __future__ import annotations

import calendar as month_table
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from gaoyao.procedure import calendar
from gaoyao.procedure.conventions import CountingConventions, Extending, HourStart, MonthEnd


@dataclass(frozen=True, slots=True)
class Length:
    """A statutory length.  All parts zero means 立即 (at once, no counted day)."""

    months: int = 0
    half_months: int = 0
    days: int = 0
    working_days: int = 0
    hours: int = 0
    years: int = 0

    def __post_init__(self) -> None:
        if min(self.years, self.months, self.half_months, self.days, self.working_days, self.hours) < 0:
            raise ValueError(f"期限长度不能为负：{self!r}")
        if (
            max(self.years * 12 + self.months, self.days // 30, self.hours // 720, self.working_days // 20)
            > 1200
        ):
            raise ValueError(f"期限长得不合情理（超过一百年）：{self!r}")
        if (self.hours or self.working_days) and (self.years or self.months or self.half_months or self.days):
            raise ValueError(f"时、工作日不能与日、月混在一个期限里：{self!r}")

    @property
    def immediate(self) -> bool:
        """Is it 立即?"""
        return not any((self.years, self.months, self.half_months, self.days, self.working_days, self.hours))

    @property
    def text(self) -> str:
        """The length in Chinese: 1个月加半个月（15日）."""
        names = (
            (self.years, "{}年"), (self.months, "{}个月"), (self.half_months, "半个月（15日）"), (self.days, "{}日"),
            (self.working_days, "{}个工作日"), (self.hours, "{}小时"),
        )  # fmt: skip
        return "加".join(text.format(count) for count, text in names if count) or "立即"

    def __add__(self, other: Length) -> Length:
        return Length(
            self.months + other.months, self.half_months + other.half_months, self.days + other.days,
            self.working_days + other.working_days, self.hours + other.hours, self.years + other.years,
        )  # fmt: skip

    def fits(self, least: Length, most: Length) -> bool:
        """Does it lie between two lengths of the same kind (1—4日, 1—3个月)?"""
        low, this, high = (
            (x.years * 12 + x.months, x.half_months * 15 + x.days, x.working_days, x.hours)
            for x in (least, self, most)
        )
        return all(a <= b <= c for a, b, c in zip(low, this, high, strict=True)) and not self.immediate


def hours(count: int) -> Length:
    """A length in hours."""
    return Length(hours=count)


def days(count: int) -> Length:
    """A length in calendar days."""
    return Length(days=count)


def months(count: int, half: int = 0) -> Length:
    """A length in months, `half` more half months."""
    return Length(months=count, half_months=half)


def workdays(count: int) -> Length:
    """A length in working days."""
    return Length(working_days=count)


IMMEDIATELY = Length()


def last_day(year: int, month: int) -> int:
    """The number of days of a month."""
    return month_table.monthrange(year, month)[1]


def add_months(start: date, count: int, month_end: MonthEnd = MonthEnd.LAST_DAY) -> date:
    """The corresponding day `count` months after `start` (Interp. 202, first paragraph).

    Same number; when `start` is the last day of its month, the last day; when the month has no such number,
    its last day.  `count` may be 0, never negative (ValueError).
    """
    if count < 0:
        raise ValueError("月数不能为负；倒算期限以日计")
    if count == 0:
        return start
    index = start.year * 12 + start.month - 1 + count
    year, month = divmod(index, 12)
    final = last_day(year, month + 1)
    at_end = start.day == last_day(start.year, start.month) and month_end is MonthEnd.LAST_DAY
    return date(year, month + 1, final if at_end else min(start.day, final))


def add_length(start: date, length: Length, month_end: MonthEnd = MonthEnd.LAST_DAY) -> date:
    """`start` plus years, months, half months of fifteen days, days, in this order; no holiday is looked at.

    Years go to the same day of the same month (or its last day when there is none); Interp. 202 has the
    rule on the last day of a month for months only.
    """
    day = add_months(start, length.years * 12, MonthEnd.SAME_NUMBER)
    day = add_months(day, length.months, month_end)
    return day + timedelta(length.half_months * 15 + length.days)


def six_months_before(day: date) -> date:
    """The same day six months earlier (the last day of that month when there is none)."""
    year, month = divmod(day.year * 12 + day.month - 1 - 6, 12)
    return date(year, month + 1, min(day.day, last_day(year, month + 1)))


def span(start: date, segments: list[Length], use: CountingConventions) -> tuple[date, date, date]:
    """End of a base period and its extensions: (the day used, counted whole, counted step by step)."""
    total = Length()
    step = start
    for segment in segments:
        total = total + segment
        step = add_length(step, segment, use.month_end)
    whole = add_length(start, total, use.month_end)
    chosen = {Extending.WHOLE: whole, Extending.STEPWISE: step, Extending.EARLIER: min(whole, step)}
    return chosen[use.extending], whole, step


def add_workdays(start: date, count: int) -> date:
    """The `count`-th working day after `start`.  Raises `YearNotAnnounced` outside the calendar."""
    day = start
    while count:
        day += timedelta(days=1)
        count -= calendar.is_workday(day)
    return day


def add_hours(start: datetime, count: int, use: HourStart = HourStart.NEXT_FULL_HOUR) -> datetime:
    """End of a period of hours: the hour of the event is not counted, or elapsed time."""
    if use is HourStart.NEXT_FULL_HOUR:
        start = start.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    return start + timedelta(hours=count)


def sentence_end(start: date, length: Length) -> date:
    """Last day of a term of imprisonment: the day before the corresponding day (Interp. 202, second
    paragraph)."""
    return add_length(start, length) - timedelta(days=1)
