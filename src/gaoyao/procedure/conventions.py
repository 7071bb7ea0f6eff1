"""How periods are counted where the law leaves room: named interpretations, with schools and a default.

Each field of `CountingConventions` is one interpretation.  The law's fixed points (CPL 105, Interp. 202) are
not switchable and live in `counting`.  A result names every convention that took part in it, so that a
reader sees which reading produced the day, and `readings` in `engine` recomputes it under the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from enum import StrEnum

from gaoyao.law.citation import Citation, cite
from gaoyao.procedure.calendar import Makeup, Weekend

CPL105_2, CPL105_3, CPL105_4 = cite("cpl", 105, 2), cite("cpl", 105, 3), cite("cpl", 105, 4)
INT202_1, INT202_2 = cite("spc2021", 202, 1), cite("spc2021", 202, 2)


class HourStart(StrEnum):
    """From when does a period of hours run?"""

    NEXT_FULL_HOUR = "next_full_hour"
    ELAPSED = "elapsed"


class HourEnd(StrEnum):
    """Does a period of hours that ends on a holiday move?"""

    NEVER_MOVES = "never_moves"
    NEXT_WORKDAY = "next_workday"


class MonthEnd(StrEnum):
    """From the last day of a month: to the last day, or to the same number?"""

    LAST_DAY = "last_day"
    SAME_NUMBER = "same_number"


class Extending(StrEnum):
    """Base and extension by months: one span from the start, step by step, or the earlier of the two?"""

    EARLIER = "earlier"
    WHOLE = "whole"
    STEPWISE = "stepwise"


class Backward(StrEnum):
    """A backward period whose day is a holiday: kept, or moved before the holiday?"""

    KEPT = "kept"
    BEFORE_HOLIDAY = "before_holiday"


class BackwardCount(StrEnum):
    """开庭三日以前: three days counted back, or three clear days between?"""

    COUNTED_BACK = "counted_back"
    CLEAR_DAYS = "clear_days"


class Excluding(StrEnum):
    """Days not counted: both ends, or without the first day?"""

    BOTH_ENDS = "both_ends"
    WITHOUT_FIRST = "without_first"


class CustodyScope(StrEnum):
    """Which periods end on a holiday because the person is detained?"""

    CUSTODY_LIMITS = "custody_limits"
    ALL_PERIODS = "all_periods"


class Burden(StrEnum):
    """Bail, residential surveillance, surveillance, probation ending on a holiday."""

    ENDS_ON_DAY = "ends_on_day"
    MOVES = "moves"


class Outer(StrEnum):
    """应当在三个月以内…至迟不得超过六个月, without an extension on file: which is the day?"""

    ORDINARY = "ordinary"
    LATEST = "latest"


@dataclass(frozen=True, slots=True)
class CountingConventions:
    """One choice for each disputable convention; the defaults are the catalogue's (audit.md)."""

    weekend: Weekend = Weekend.REST
    makeup: Makeup = Makeup.WORKDAY
    hour_start: HourStart = HourStart.NEXT_FULL_HOUR
    hour_end: HourEnd = HourEnd.NEVER_MOVES
    month_end: MonthEnd = MonthEnd.LAST_DAY
    extending: Extending = Extending.EARLIER
    backward: Backward = Backward.KEPT
    backward_count: BackwardCount = BackwardCount.COUNTED_BACK
    excluding: Excluding = Excluding.BOTH_ENDS
    custody_scope: CustodyScope = CustodyScope.CUSTODY_LIMITS
    burden: Burden = Burden.ENDS_ON_DAY
    outer: Outer = Outer.ORDINARY
    due_soon_days: int = 3

    def alternatives(self) -> Iterator[tuple[str, CountingConventions]]:
        """Every set of conventions that differs from this one in one interpretation, with its name."""
        for name in INTERPRETATIONS:
            current = getattr(self, name)
            for school in type(current):
                if school is not current:
                    changed = replace(self, **{name: school})
                    yield f"{INTERPRETATIONS[name].title}＝{INTERPRETATIONS[name].schools[school]}", changed

    def chosen(self, name: str) -> str:
        """“周末是否节假日：周末属节假日”: the interpretation and the school used, for printing."""
        return f"{INTERPRETATIONS[name].title}：{INTERPRETATIONS[name].schools[getattr(self, name)]}"


DEFAULT_CONVENTIONS = CountingConventions()


@dataclass(frozen=True, slots=True)
class Interpretation:
    """One disputable point: its question, the schools in Chinese, why the default, the articles it reads."""

    title: str
    schools: dict[StrEnum, str]
    reason: str
    sources: tuple[Citation, ...]


INTERPRETATIONS: dict[str, Interpretation] = {
    "weekend": Interpretation(
        "周末是否节假日",
        {Weekend.REST: "周末属节假日", Weekend.STATUTORY_ONLY: "仅法定放假日是节假日"},
        "实务把周六、周日同等对待；条文只写“节假日”",
        (CPL105_4,),
    ),
    "makeup": Interpretation(
        "调休上班的周末",
        {Makeup.WORKDAY: "是工作日，期限在该日届满", Makeup.WEEKEND: "仍是休息日，期限顺延"},
        "放假通知把该日定为上班日，当天可以递交",
        (CPL105_4,),
    ),
    "hour_start": Interpretation(
        "按时计算的起点",
        {HourStart.NEXT_FULL_HOUR: "开始的时不计，从下一整时起", HourStart.ELAPSED: "按实际经过时间"},
        "条文写明开始的时不算；预警另按实际经过时间提示",
        (CPL105_2,),
    ),
    "hour_end": Interpretation(
        "按时计算的期限遇节假日",
        {HourEnd.NEVER_MOVES: "不顺延", HourEnd.NEXT_WORKDAY: "顺延至节后第一日同一时"},
        "顺延规定针对期间的最后一“日”",
        (CPL105_4,),
    ),
    "month_end": Interpretation(
        "月末起算",
        {MonthEnd.LAST_DAY: "至下月最后一日", MonthEnd.SAME_NUMBER: "至下月同一日数（较早）"},
        "解释第二百零二条明定",
        (INT202_1,),
    ),
    "extending": Interpretation(
        "延长后连续计算",
        {
            Extending.EARLIER: "从头合并计算与逐段计算不同时取较早一日",
            Extending.WHOLE: "从起算日合并计算",
            Extending.STEPWISE: "从前一段届满日逐段计算",
        },
        "延长是原期限的继续；两种算法差一至三日时不作不利于被羁押人的选择",
        (INT202_1,),
    ),
    "backward": Interpretation(
        "倒算期限遇节假日",
        {Backward.KEPT: "不移动", Backward.BEFORE_HOLIDAY: "提前到节前最后一个工作日"},
        "顺延规定针对届满日，倒算的日子不是届满日",
        (CPL105_4,),
    ),
    "backward_count": Interpretation(
        "“若干日以前”的数法",
        {BackwardCount.COUNTED_BACK: "从当日倒数，当日不计", BackwardCount.CLEAR_DAYS: "中间须隔足日数"},
        "与“开始的日不算”一致",
        (CPL105_2,),
    ),
    "excluding": Interpretation(
        "不计入期间的首尾两日",
        {Excluding.BOTH_ENDS: "首尾两日都扣除", Excluding.WITHOUT_FIRST: "首日不扣除"},
        "两日都不能办理案件",
        (cite("cpl", 149), cite("cpl", 206, 2)),
    ),
    "custody_scope": Interpretation(
        "在押不顺延的范围",
        {CustodyScope.CUSTODY_LIMITS: "只限羁押期限本身", CustodyScope.ALL_PERIODS: "在押人的一切期限"},
        "该句保护被羁押人，不应缩短其上诉、申诉期",
        (CPL105_4,),
    ),
    "burden": Interpretation(
        "取保、监居、技侦、考验期遇节假日",
        {Burden.ENDS_ON_DAY: "在该日届满，不顺延", Burden.MOVES: "顺延至节后第一日"},
        "限制人身自由或者权利的期限不因放假加长",
        (CPL105_4, cite("cpl", 79)),
    ),
    "outer": Interpretation(
        "“至迟不得超过”的期限",
        {Outer.ORDINARY: "没有延长记录的按一般期限", Outer.LATEST: "直接按至迟期限"},
        "较早一日先提示，至迟日另行列出",
        (cite("spc2021", 457, 1), cite("spp2019", 592)),
    ),
}

assert set(INTERPRETATIONS) == {f.name for f in fields(CountingConventions)} - {"due_soon_days"}  # noqa: S101
