"""What people declared about a period: events, approvals, times not counted.  Nothing here is derived.

`None` means 未录入 and is never read as no.  A period's papers come with number and authority, because a
period is lengthened by a paper, not by a wish (guide §G: 系统不得静默顺延).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone

from gaoyao.procedure.counting import Length
from gaoyao.procedure.model import Cause, Excluded, Value

EARLIEST, LATEST = date(1979, 7, 1), date(2100, 12, 31)
_MOST_DAYS = 36600
_CHINA = timezone(timedelta(hours=8))


def plain(name: str, moment: date | datetime) -> date | datetime:
    """`moment` in China's time without zone; raises ValueError outside 1979-07-01 … 2100-12-31."""
    if isinstance(moment, datetime) and moment.tzinfo is not None:
        moment = moment.astimezone(_CHINA).replace(tzinfo=None)
    day = moment.date() if isinstance(moment, datetime) else moment
    if not EARLIEST <= day <= LATEST:
        raise ValueError(f"{name}的日期 {day} 超出范围（{EARLIEST} 至 {LATEST}），请核对")
    return moment


@dataclass(frozen=True, slots=True)
class Extension:
    """An approval to extend: paper, number, authority; `amount` None when the law itself fixes it.

    `key` names the extension of the row; None: found by the authority.  `assumed` marks an exercise whose
    papers are taken as complete (题设); it is printed with the result.
    """

    authority: str = ""
    paper: str = ""
    number: str = ""
    amount: Length | None = None
    key: str | None = None
    approved_on: date | None = None
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Time claimed not to count: from first to last day, or a bare number of days; `last` None: still
    running."""

    kind: Excluded
    first: date | None = None
    last: date | None = None
    days: int | None = None
    paper: str = ""

    def __post_init__(self) -> None:
        if self.days is None and self.first is None:
            raise ValueError("不计入期间须写明起止日或者日数")
        for name, day in (("不计入期间的起日", self.first), ("不计入期间的止日", self.last)):
            if day is not None:
                plain(name, day)
        if self.days is not None and not 0 <= self.days <= _MOST_DAYS:
            raise ValueError(f"不计入的日数 {self.days} 不合情理，请核对")
        if self.first and self.last and self.last < self.first:
            raise ValueError(f"不计入期间的止日 {self.last} 早于起日 {self.first}")


@dataclass(frozen=True, slots=True)
class Restart:
    """An event from which the period starts again; `on` None: the declared start already is that day."""

    cause: Cause
    on: date | None = None
    number: str = ""

    def __post_init__(self) -> None:
        if self.on is not None:
            plain("重新计算", self.on)


@dataclass(frozen=True, slots=True)
class Declared:
    """Everything declared for one period.

    `start`: the start event (a date, with time for periods of hours); `in_custody`: was the person detained
    when the period ended (None 未录入); `attributes`: values a row's alternatives ask for; `amount`: a length
    fixed by a paper; `until`: a last day fixed by a paper; `done_on`, `mailed_on`: the act, its posting;
    `earliest_start`: the earliest possible start when the start itself is missing.
    """

    start: date | datetime | None = None
    leg: str | None = None
    in_custody: bool | None = None
    attributes: Mapping[str, Value] = field(default_factory=dict)
    amount: Length | None = None
    until: date | None = None
    extensions: tuple[Extension, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()
    restarts: tuple[Restart, ...] = ()
    transit_days: int = 0
    count: int | None = None
    done_on: date | datetime | None = None
    mailed_on: date | None = None
    earliest_start: date | datetime | None = None
    papers_assumed: bool = False

    def __post_init__(self) -> None:
        for name, label in (("start", "起算"), ("done_on", "完成"), ("earliest_start", "最早可能起算")):
            moment = getattr(self, name)
            if moment is not None:
                object.__setattr__(self, name, plain(label, moment))
        if not 0 <= self.transit_days <= _MOST_DAYS:
            raise ValueError(f"路途 {self.transit_days} 日不合情理，请核对")
