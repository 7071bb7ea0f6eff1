"""日历逐日与两部独立的日历核对；每一处不同都写明谁对、为什么。"""

from datetime import date, timedelta

import chinese_calendar
import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoyao.procedure import calendar
from gaoyao.procedure.calendar import Makeup, Weekend, YearNotAnnounced
from gaoyao.procedure.calendar_data import NOTICES, _notice

EVERY_DAY = [
    date(2004, 1, 1) + timedelta(days=n) for n in range((date(2026, 12, 31) - date(2004, 1, 1)).days + 1)
]
DAYS = st.dates(date(2004, 1, 1), date(2026, 12, 31))

# 与 chinesecalendar 不同的日子：日期 → (我们是否工作日, 理由)。
DIFFERS_FROM_CHINESECALENDAR = {
    # 2006年通知（国办发明电〔2005〕35号）：元旦放三天，2005年12月31日（星期六）上班。该库漏了跨年的这一天。
    date(2005, 12, 31): (True, "2006年元旦通知把 2005-12-31 定为上班日"),
}
# 与 holidays 不同的日子：没有。
DIFFERS_FROM_HOLIDAYS: dict[date, tuple[bool, str]] = {}


def test_逐日与chinesecalendar核对():
    differ = {day for day in EVERY_DAY if calendar.is_workday(day) != chinese_calendar.is_workday(day)}
    assert differ == set(DIFFERS_FROM_CHINESECALENDAR)


@pytest.mark.parametrize(("day", "ours"), DIFFERS_FROM_CHINESECALENDAR.items())
def test_不同之处以通知为准(day, ours):
    workday, _reason = ours
    assert calendar.is_workday(day) is workday


def test_逐日与holidays核对():
    theirs = holidays.country_holidays("CN", years=range(2004, 2027))
    differ = {day for day in EVERY_DAY if calendar.is_workday(day) != theirs.is_working_day(day)}
    assert differ == set(DIFFERS_FROM_HOLIDAYS)


@pytest.mark.parametrize(
    ("day", "workday", "why"),
    [
        (date(2024, 2, 9), True, "2024年除夕不放假，鼓励安排休假"),
        (date(2024, 2, 12), False, "2024年春节假期内的星期一"),
        (date(2024, 2, 18), True, "春节后的星期日调休上班"),
        (date(2020, 2, 1), False, "2020年春节假期延长，原定上班的星期六照常休息"),
        (date(2015, 9, 3), False, "抗战胜利七十周年纪念日放假一天"),
        (date(2015, 9, 6), True, "为九月四日放假补班的星期日"),
        (date(2007, 5, 4), False, "2007年“五一”仍放七天"),
        (date(2008, 5, 5), True, "2008年起“五一”放三天"),
        (date(2025, 10, 8), False, "2025年国庆、中秋放假至八日"),
        (date(2026, 2, 14), True, "2026年春节前的星期六调休上班"),
        (date(2022, 12, 31), False, "2023年元旦假期从上一年末起"),
    ],
)
def test_特别的日子(day, workday, why):
    assert calendar.is_workday(day) is workday, why


@pytest.mark.parametrize("year", [2003, 2027, 2100])
def test_没有通知的年份不猜(year):
    with pytest.raises(YearNotAnnounced, match=str(year)) as caught:
        calendar.is_holiday(date(year, 6, 1))
    assert caught.value.year == year
    assert "不顺延" in str(caught.value)


def test_每年一份通知_说得出名称和文号():
    assert [notice.year for notice in NOTICES] == list(range(2004, 2027))
    assert all("部分节假日安排的通知" in notice.title for notice in NOTICES)
    assert "国办发明电〔2025〕7号" in calendar.notice_for(date(2026, 5, 1)).title
    assert "延长2020年春节假期" in calendar.notice_for(date(2020, 2, 1)).title


def test_调休上班日都是周末_放假日不同时上班():
    for notice in NOTICES:
        assert all(day.weekday() >= 5 for day in notice.workdays), notice.year
        assert not notice.workdays & set(notice.holidays), notice.year


def test_起止颠倒的数据被拒绝():
    with pytest.raises(ValueError, match="起止颠倒"):
        _notice(2026, "", "春节 02-23..02-15", "")


@given(DAYS)
def test_仅法定放假日一说下节假日更少(day):
    if calendar.is_holiday(day, Weekend.STATUTORY_ONLY):
        assert calendar.is_holiday(day)


@given(DAYS)
def test_调休上班日两说只在补班的周末不同(day):
    strict, loose = calendar.is_holiday(day), calendar.is_holiday(day, makeup=Makeup.WEEKEND)
    if strict != loose:
        assert day.weekday() >= 5
        assert loose


@given(st.dates(date(2004, 1, 1), date(2026, 12, 20)))
def test_顺延落在工作日_中间没有工作日(day):
    moved = calendar.next_workday(day)
    assert calendar.is_workday(moved)
    assert not any(calendar.is_workday(day + timedelta(days=n)) for n in range((moved - day).days))


@given(st.dates(date(2004, 1, 20), date(2026, 12, 31)))
def test_提前落在工作日(day):
    assert calendar.is_workday(calendar.previous_workday(day))


def test_年末的安排可能随下一年通知变动():
    assert calendar.is_provisional(date(2026, 12, 31))
    assert not calendar.is_provisional(date(2025, 12, 31))


def test_日子的说法():
    assert calendar.describe(date(2024, 2, 12)) == "2024年2月12日（星期一，春节放假）"
    assert calendar.describe(date(2024, 2, 18)) == "2024年2月18日（星期日，调休上班）"
    assert calendar.describe(date(2030, 1, 1)) == "2030年1月1日（星期二）"
