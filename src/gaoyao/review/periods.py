"""The two months of art. 15 of the 2013 Opinion, computed for each supplement (stratum 0)."""

from __future__ import annotations

import calendar
from datetime import date, datetime, timedelta

import numpy as np

from gaoyao.dossier.frame import CaseFrame
from gaoyao.dossier.vocabulary import Supplement
from gaoyao.logic.frame import Int8
from gaoyao.logic.tree import EPOCH
from gaoyao.logic.truth import Truth


def months_later(start: date, months: int) -> date:
    """The same day `months` later; the last day of the month where that day does not exist (Interp. 2021 art. 202)."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    whole = start.day == calendar.monthrange(start.year, start.month)[1]
    return date(year, month + 1, last if whole else min(start.day, last))


def expired(frame: CaseFrame, today: date) -> tuple[Int8, dict[int, list[str]]]:
    """Per supplement: are two months over since the procuratorate received it?  With the sentence that says so.

    The day of receipt is not counted; an unknown or fuzzy receipt that straddles the limit is unknown.
    """
    low, high, _ = frame.interval(Supplement.received_on)
    out = np.zeros(len(low), np.int8)
    why: dict[int, list[str]] = {}
    for n, (first, last) in enumerate(zip(low.tolist(), high.tolist(), strict=True)):
        if first != first:  # NaN: not entered
            why[n] = ["检察院收到建议的日期没有录入，二个月期限不能计算"]
            continue
        dues = [months_later(_day(minutes), 2) for minutes in (first, last)]
        over = [today > due for due in dues]
        out[n] = Truth.YES if all(over) else Truth.UNKNOWN if any(over) else Truth.NO
        why[n] = [f"自收到之日起二个月，至 {dues[1].isoformat()} 届满（当日不计）"]
    return out, why


def _day(minutes: float) -> date:
    moment: datetime = EPOCH + timedelta(minutes=minutes)
    return moment.date()
