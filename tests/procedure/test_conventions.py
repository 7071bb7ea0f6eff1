"""有争议的算法：每一种都有名称、学派、默认和理由，可以切换，结果上写明用了哪一种。"""

from dataclasses import fields
from datetime import date, datetime

import pytest

from gaoyao.procedure import (
    DEFAULT_CONVENTIONS,
    INTERPRETATIONS,
    CountingConventions,
    Declared,
    compute,
    readings,
)
from gaoyao.procedure.calendar import Makeup, Weekend
from gaoyao.procedure.conventions import (
    Backward,
    BackwardCount,
    Burden,
    CustodyScope,
    Excluding,
    Extending,
    HourEnd,
    HourStart,
    MonthEnd,
    Outer,
)
from gaoyao.procedure.declared import Exclusion, Extension
from gaoyao.procedure.model import Excluded

DOC = {"doc": "判决"}
ONE_MONTH = Extension("上一级人民检察院", "决定书", "虚1号")
STAY = Exclusion(Excluded.STAY, date(2025, 2, 1), date(2025, 2, 10))

# (说明, 规则, 事实, 默认的届满, 改一种算法, 改后的届满)
SWITCHES = [
    (
        "周末是否节假日",
        "cpl-97-1",
        Declared(start=date(2025, 3, 5)),
        date(2025, 3, 10),
        {"weekend": Weekend.STATUTORY_ONLY},
        date(2025, 3, 8),
    ),
    (
        "调休上班的周末",
        "cpl-230-1",
        Declared(start=date(2024, 4, 18), attributes=DOC),
        date(2024, 4, 28),
        {"makeup": Makeup.WEEKEND},
        date(2024, 4, 29),
    ),
    (
        "按时计算的起点",
        "cpl-39-1",
        Declared(start=datetime(2025, 6, 3, 10, 20)),
        datetime(2025, 6, 5, 11),
        {"hour_start": HourStart.ELAPSED},
        datetime(2025, 6, 5, 10, 20),
    ),
    (
        "按时的期限遇节假日",
        "cpl-39-1",
        Declared(start=datetime(2025, 10, 1, 10, 20)),
        datetime(2025, 10, 3, 11),
        {"hour_end": HourEnd.NEXT_WORKDAY},
        datetime(2025, 10, 9, 11),
    ),
    (
        "月末起算",
        "cpl-156-1",
        Declared(start=date(2025, 2, 28), in_custody=True),
        date(2025, 4, 30),
        {"month_end": MonthEnd.SAME_NUMBER},
        date(2025, 4, 28),
    ),
    (
        "延长后连续计算",
        "cpl-156-1",
        Declared(start=date(2024, 12, 30), in_custody=True, extensions=(ONE_MONTH,)),
        date(2025, 3, 30),
        {"extending": Extending.STEPWISE},
        date(2025, 3, 31),
    ),
    (
        "倒算遇节假日",
        "spp2019-309-1",
        Declared(start=date(2025, 10, 9)),
        date(2025, 10, 2),
        {"backward": Backward.BEFORE_HOLIDAY},
        date(2025, 9, 30),
    ),
    (
        "若干日以前的数法",
        "cpl-187-2",
        Declared(start=date(2025, 2, 20)),
        date(2025, 2, 17),
        {"backward_count": BackwardCount.CLEAR_DAYS},
        date(2025, 2, 16),
    ),
    (
        "扣除的首尾两日",
        "cpl-208-1",
        Declared(start=date(2025, 1, 10), in_custody=True, exclusions=(STAY,)),
        date(2025, 4, 20),
        {"excluding": Excluding.WITHOUT_FIRST},
        date(2025, 4, 19),
    ),
    (
        "在押不顺延的范围",
        "cpl-230-1",
        Declared(start=date(2024, 9, 24), attributes=DOC, in_custody=True),
        date(2024, 10, 8),
        {"custody_scope": CustodyScope.ALL_PERIODS},
        date(2024, 10, 4),
    ),
    (
        "取保期限遇节假日",
        "cpl-79-1",
        Declared(start=date(2024, 10, 1), attributes={"measure": "取保候审"}),
        date(2025, 10, 1),
        {"burden": Burden.MOVES},
        date(2025, 10, 9),
    ),
    (
        "至迟不得超过",
        "spc2021-457-1",
        Declared(start=date(2025, 5, 27)),
        date(2025, 8, 27),
        {"outer": Outer.LATEST},
        date(2025, 11, 27),
    ),
]


@pytest.mark.parametrize(
    ("why", "rule", "declared", "due", "change", "other"), SWITCHES, ids=[row[0] for row in SWITCHES]
)
def test_切换一种算法(why, rule, declared, due, change, other):
    assert compute(rule, declared).due == due
    changed = compute(rule, declared, CountingConventions(**change))
    assert changed.due == other
    assert other in readings(rule, declared).values()
    name = next(iter(change))
    assert any(text.startswith(INTERPRETATIONS[name].title) for text in changed.conventions)


def test_每一种算法都测到了():
    assert {next(iter(row[4])) for row in SWITCHES} == set(INTERPRETATIONS)


def test_每一种算法有名称_学派_理由和条文():
    assert set(INTERPRETATIONS) == {f.name for f in fields(CountingConventions)} - {"due_soon_days"}
    for name, interpretation in INTERPRETATIONS.items():
        school = getattr(DEFAULT_CONVENTIONS, name)
        assert set(interpretation.schools) == set(type(school))
        assert interpretation.reason
        assert interpretation.sources
        assert interpretation.title in DEFAULT_CONVENTIONS.chosen(name)


def test_没有分歧的日子各说一致():
    assert readings("cpl-208-1", Declared(start=date(2025, 3, 5), in_custody=True)) == {}
