"""月、半月、日、时、刑期的加法：表格和与笨办法的对照。"""

from calendar import monthrange
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoyao.procedure.conventions import (
    DEFAULT_CONVENTIONS,
    CountingConventions,
    Extending,
    HourStart,
    MonthEnd,
)
from gaoyao.procedure.counting import (
    Length,
    add_hours,
    add_length,
    add_months,
    add_workdays,
    days,
    hours,
    months,
    sentence_end,
    six_months_before,
    span,
    workdays,
)

DAYS = st.dates(date(2004, 1, 1), date(2024, 12, 31))
COUNTS = st.integers(0, 40)


@pytest.mark.parametrize(
    ("why", "start", "count", "end"),
    [
        ("本月某日至下月同日为一个月", "2025-03-03", 1, "2025-04-03"),
        ("月末起算至下月末", "2025-02-28", 1, "2025-03-31"),
        ("月末起算至下月末（小月）", "2025-03-31", 1, "2025-04-30"),
        ("下月同日不存在的至下月末日", "2025-01-29", 1, "2025-02-28"),
        ("闰年二月二十九日存在", "2024-01-29", 1, "2024-02-29"),
        ("跨年", "2024-12-31", 2, "2025-02-28"),
        ("闰年二月二十八日不是月末", "2024-02-28", 1, "2024-03-28"),
    ],
)
def test_月(why, start, count, end):
    assert add_months(date.fromisoformat(start), count) == date.fromisoformat(end), why


def brute_months(start: date, count: int) -> date:
    """一个月一个月地走，只看目标月份：月末对月末，否则同日，同日不存在取月末。"""
    year, month = start.year, start.month
    for _ in range(count):
        month += 1
        if month == 13:
            year, month = year + 1, 1
    last = monthrange(year, month)[1]
    if (start + timedelta(days=1)).day == 1:
        return start if count == 0 else date(year, month, last)
    day = start.day
    while day > last:
        day -= 1
    return date(year, month, day)


@given(DAYS, COUNTS)
def test_月的加法与笨办法一致(start, count):
    assert add_months(start, count) == brute_months(start, count)


@given(DAYS, DAYS, st.integers(1, 24))
def test_起算日越晚届满越晚(one, other, count):
    early, late = min(one, other), max(one, other)
    at_end = (early + timedelta(days=1)).day == 1
    if not at_end:
        assert add_months(early, count, MonthEnd.SAME_NUMBER) <= add_months(late, count)
    assert add_months(early, count, MonthEnd.SAME_NUMBER) <= add_months(late, count, MonthEnd.SAME_NUMBER)
    assert add_months(early, count) <= add_months(late, count) + timedelta(days=3)


@given(DAYS, st.integers(1, 24))
def test_同一日数之说不晚于月末之说(start, count):
    assert add_months(start, count, MonthEnd.SAME_NUMBER) <= add_months(start, count)


@given(DAYS, st.integers(0, 12), st.integers(0, 3), st.integers(0, 60))
def test_半月一律十五日(start, month, half, day):
    assert add_length(start, Length(months=month, half_months=half, days=day)) == add_length(
        start, Length(months=month, days=day + 15 * half)
    )


@pytest.mark.parametrize(
    ("why", "start", "parts", "earlier", "whole", "stepwise"),
    [
        (
            "十二月三十日起二个月加一个月：合并至三月三十日，逐段至三月三十一日",
            "2024-12-30",
            [2, 1],
            "2025-03-30",
            "2025-03-30",
            "2025-03-31",
        ),
        ("十一月三十日是月末：两种算法相同", "2024-11-30", [2, 1], "2025-02-28", "2025-02-28", "2025-02-28"),
        ("闰年十二月二十九日", "2023-12-29", [2, 1], "2024-03-29", "2024-03-29", "2024-03-31"),
        ("一般的日子没有分别", "2024-05-15", [2, 1, 2], "2024-10-15", "2024-10-15", "2024-10-15"),
    ],
)
def test_延长后连续计算(why, start, parts, earlier, whole, stepwise):
    got = span(date.fromisoformat(start), [months(n) for n in parts], DEFAULT_CONVENTIONS)
    assert [day.isoformat() for day in got] == [earlier, whole, stepwise], why
    assert span(
        date.fromisoformat(start),
        [months(n) for n in parts],
        CountingConventions(extending=Extending.STEPWISE),
    )[0] == date.fromisoformat(stepwise)


@given(DAYS, st.lists(st.integers(0, 6), min_size=1, max_size=4))
def test_取较早一日不晚于任何一种算法(start, parts):
    used, whole, stepwise = span(start, [months(n) for n in parts], DEFAULT_CONVENTIONS)
    assert used == min(whole, stepwise)
    assert abs((whole - stepwise).days) <= 3


@pytest.mark.parametrize(
    ("why", "start", "length", "end"),
    [
        ("刑期六个月至对应日的前一日", "2024-03-15", months(6), "2024-09-14"),
        ("月末起算：至二月最后一日的前一日", "2024-08-31", months(6), "2025-02-27"),
        ("一年：次年同月同日的前一日", "2024-03-15", Length(years=1), "2025-03-14"),
        ("闰日起一年：次年二月最后一日的前一日", "2024-02-29", Length(years=1), "2025-02-27"),
        ("以年计的没有月末规则：平年二月二十八日起一年", "2023-02-28", Length(years=1), "2024-02-27"),
        ("一个半月：一个月加十五日", "2024-03-15", months(1, half=1), "2024-04-29"),
    ],
)
def test_刑期(why, start, length, end):
    assert sentence_end(date.fromisoformat(start), length) == date.fromisoformat(end), why


@pytest.mark.parametrize(
    ("why", "start", "count", "end"),
    [
        ("开始的时不计，从下一整时起", "2025-06-03T10:20", 48, "2025-06-05T11:00"),
        ("整点开始的那一时也不计", "2025-01-29T09:00", 24, "2025-01-30T10:00"),
    ],
)
def test_时(why, start, count, end):
    assert add_hours(datetime.fromisoformat(start), count) == datetime.fromisoformat(end), why


@given(st.datetimes(datetime(2004, 1, 1), datetime(2026, 1, 1)), st.integers(1, 72))
def test_整时之说比实际经过多不超过一小时(start, count):
    counted, elapsed = add_hours(start, count), add_hours(start, count, HourStart.ELAPSED)
    assert timedelta(0) < counted - elapsed <= timedelta(hours=1)
    assert counted.minute == 0


@given(st.dates(date(2004, 1, 1), date(2026, 10, 1)), st.integers(1, 20))
def test_工作日不少于自然日_末日是工作日(start, count):
    from gaoyao.procedure.calendar import is_workday

    end = add_workdays(start, count)
    assert is_workday(end)
    assert end >= start + timedelta(days=count)
    assert sum(is_workday(start + timedelta(days=n + 1)) for n in range((end - start).days)) == count


@pytest.mark.parametrize(
    ("why", "day", "before"),
    [
        ("同日", "2025-05-10", "2024-11-10"),
        ("没有同日的取月末", "2025-08-31", "2025-02-28"),
        ("跨年到十二月", "2025-06-15", "2024-12-15"),
        ("年末往前", "2025-12-31", "2025-06-30"),
    ],
)
def test_届满前六个月(why, day, before):
    assert six_months_before(date.fromisoformat(day)) == date.fromisoformat(before), why


def test_一百年以内的长度成立():
    assert Length(years=100).text == "100年"
    with pytest.raises(ValueError, match="一百年"):
        Length(years=100, months=1)


def test_长度的说法():
    assert months(1, half=1).text == "1个月加半个月（15日）"
    assert (days(3).text, hours(24).text, workdays(5).text, Length().text) == (
        "3日",
        "24小时",
        "5个工作日",
        "立即",
    )


@pytest.mark.parametrize("bad", [{"days": -1}, {"hours": 1, "days": 1}, {"working_days": 2, "months": 1}])
def test_不成立的长度被拒绝(bad):
    with pytest.raises(ValueError, match="期限"):
        Length(**bad)


def test_月数不能为负():
    with pytest.raises(ValueError, match="负"):
        add_months(date(2025, 1, 1), -1)
