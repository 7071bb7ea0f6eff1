"""乱写的记录不使程序崩溃：要么读出来，要么说得出哪里不对。"""

from datetime import UTC, date, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from benchmarks.deadlines import check
from gaoyao.procedure import RULES, Declared, Exclusion, compute, read
from gaoyao.procedure.counting import Length
from gaoyao.procedure.facts import READERS
from gaoyao.procedure.model import Excluded
from gaoyao.procedure.wording import UnreadableError, number

WORDS = st.sampled_from(
    ["判决", "裁定", "取保候审", "上一级", "最高法2个月", "省级（159条）", "十十个月", "2025-03-03", "2025-03-03T25:00", "9999-12-31",
     "是", "无", "补侦", "", "流窜", "转", "一个半月", "千年"]
)  # fmt: skip
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 10**7) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["from", "to", "days", "cause", "authority", "精神病"]), inner, max_size=3),
    max_leaves=5,
)  # fmt: skip
FACTS = st.dictionaries(st.sampled_from([*READERS, "weather"]), VALUES, max_size=5)
STARTS = st.sampled_from(
    [None, "2025-03-03", "2025-03-03T10:20", "2025-03-03T10:20+08:00", "2026-12-31", "0001-01-01", "昨天", 7]
)


def said_of(record, assume):
    """程序对一条记录说了什么：解释，或者拒绝的理由。"""
    try:
        known = read(record, assume_papers=assume)
        answer = compute(known.rule, known.declared, today=date(2025, 6, 1))
    except ValueError as error:
        return str(error)
    settled = answer.due is not None or answer.status is not None
    return answer.explain() if settled else ""


@example("cpl-105-1", None, {"extension": {"days": None}}, False)
@given(st.sampled_from(sorted(RULES)), STARTS, FACTS, st.booleans())
def test_乱写的事实(rule, start, facts, assume):
    record = {"rule": rule, "start": start, "facts": facts, "why": "批准十十个月"}
    assert said_of(record, assume)


@given(st.text(max_size=80))
def test_乱写的行(text):
    assert check(1, text).verdict == "wrong"


@pytest.mark.parametrize("bad", [date(1900, 1, 1), datetime(2200, 1, 1, 3, 0)])
def test_超出范围的日期说明核对(bad):
    with pytest.raises(ValueError, match="超出范围"):
        Declared(start=bad)


def test_不合情理的日数被拒绝():
    with pytest.raises(ValueError, match="不合情理"):
        Declared(transit_days=10**6)
    with pytest.raises(ValueError, match="不合情理"):
        Exclusion(Excluded.STAY, days=10**6)
    with pytest.raises(ValueError, match="一百年"):
        Length(months=5000)
    with pytest.raises(UnreadableError, match="十十"):
        number("十十")


def test_带时区的时刻按北京时间():
    declared = Declared(start=datetime(2025, 6, 3, 2, 20, tzinfo=UTC))
    assert compute("cpl-39-1", declared).due == datetime(2025, 6, 5, 11, 0)
