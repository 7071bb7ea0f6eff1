"""讯问情况：长短、夜间、休息、同一人员同一时间在两处；只报告确定的。与逐分钟、逐对核对的结果一致。例子全部虚构。"""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoyao.dossier.exchange import load
from gaoyao.dossier.frame import CaseFrame
from gaoyao.dossier.model import Span
from gaoyao.dossier.view import View, readable
from gaoyao.proof.sessions import Busy, certainly_night, least_minutes, overlaps, signs

DAY = 1440


def span(low: int, high: int | None = None) -> Span:
    return Span(low, low if high is None else high, "")


@given(st.integers(0, 5000), st.integers(0, 90), st.integers(0, 3000), st.integers(0, 90))
def test_夜间_与逐分钟核对一致(start: int, loose: int, length: int, late: int) -> None:
    begin, end = span(start, start + loose), span(start + length, start + length + late)
    sure = range(begin.high, end.low)
    night = any((minute % DAY) >= 22 * 60 or (minute % DAY) < 6 * 60 for minute in sure)
    assert certainly_night(begin, end) is night
    assert least_minutes(begin, end) == len(sure)


works = st.lists(
    st.builds(lambda officer, item, low, length: Busy(officer, item, low, low + length),
              st.sampled_from("甲乙"), st.integers(0, 5), st.integers(0, 100), st.integers(-5, 30)), max_size=12, unique=True,
)  # fmt: skip


@given(works)
def test_同一人员重叠_与逐对核对一致(busy: list[Busy]) -> None:
    found = {frozenset(pair) for pair in overlaps(busy)}
    brute = {
        frozenset((one, other)) for one, other in combinations(busy, 2)
        if one.officer == other.officer and one.item != other.item and one.low < one.high and other.low < other.high
        and max(one.low, other.low) < min(one.high, other.high)
    }  # fmt: skip
    assert found == brute


def seen(*interrogations: str, case: str = "") -> set[tuple[str, str]]:
    items = "\n".join(
        f"  - {{标识: E{n}, 证据种类: 被告人供述和辩解, 陈述人: A1, 承认犯罪: {'否' if '不认' in one else '是'}, 讯问: {{{one.replace('不认，', '')}}}}}"
        for n, one in enumerate(interrogations, 1)
    )
    text = f"皋陶: 1\n案件: {{标识: C{case}}}\n被告人: [{{标识: A1, 姓名: 甲某}}]\n其他人员: [{{标识: P1, 姓名: 警某}}]\n证据:\n{items}\n"
    frame = CaseFrame(View(load(text).log, readable("judge")))
    return {(frame.identifier("item", sign.item), sign.code) for sign in signs(frame, str)}


D = "讯问开始: 2023-03-01 {}, 讯问结束: 2023-03-01 {}"
CASES = [
    ("白天两小时，没有什么可报告", [D.format("10:00", "12:00")], set()),
    ("一次八小时", [D.format("09:00", "17:00")], {("E1", "long")}),
    ("差一分钟八小时", [D.format("09:00", "16:59")], set()),
    ("晚上十点以后一个半小时", [D.format("21:00", "23:30")], {("E1", "night")}),
    ("过了晚上十点一点", [D.format("20:30", "22:41")], set()),
    ("恰到晚上十点为止", [D.format("20:00", "22:00")], set()),
    ("只知道是三月的某天，不报告", ["讯问开始: 2023-03, 讯问结束: 2023-03"], set()),
    ("三次相连，中间休息不足六小时，供认在最后", ["不认，" + D.format("07:00", "10:30"), "不认，" + D.format("12:00", "15:30"), D.format("17:00", "20:00")], {("E3", "long")}),
    ("中间休息够六小时，不相连", ["不认，" + D.format("01:00", "07:00"), D.format("13:30", "19:00")], {("E1", "night")}),
    ("先供认，后面的长时间讯问不算在首次供述以前", [D.format("07:00", "09:00"), D.format("10:00", "14:00"), D.format("15:00", "20:00")], set()),
    ("休息不足", [D.format("10:00", "12:00") + ", 讯问前二十四小时内连续休息: 4小时"], {("E1", "rest")}),
    ("休息六小时", [D.format("10:00", "12:00") + ", 讯问前二十四小时内连续休息: 6小时"], set()),
    ("提讯登记不符、体检有伤", ["提讯登记与笔录不符: 是, 入所或其后体检有伤: 是"], {("E1", "log"), ("E1", "injury")}),
    ("没有录像", ["有录音录像: 否"], {("E1", "recording")}),
    ("录像没有移送", ["录音录像已随案移送: 否"], {("E1", "recording")}),
    ("在规定场所以外", ["在规定的办案场所以外: 是"], {("E1", "place")}),
    ("情况紧急必须现场讯问", ["在规定的办案场所以外: 是, 情况紧急必须现场讯问: 是"], set()),
    ("结束早于开始", [D.format("12:00", "10:00")], {("E1", "order")}),
    ("同一人员同一时间讯问两次", [D.format("10:00", "12:00") + ", 讯问人: [P1]", D.format("11:00", "13:00") + ", 讯问人: [P1]"], {("E1", "overlap")}),
    ("前后相接不算重叠", [D.format("10:00", "11:00") + ", 讯问人: [P1]", D.format("11:00", "13:00") + ", 讯问人: [P1]"], set()),
]  # fmt: skip


@pytest.mark.parametrize(("says", "interrogations", "expected"), CASES, ids=[row[0] for row in CASES])
def test_讯问情况(says: str, interrogations: list[str], expected: set[tuple[str, str]]) -> None:
    assert seen(*interrogations) == expected, says
