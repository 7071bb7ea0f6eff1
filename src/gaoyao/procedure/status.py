"""Where a period stands on a day: met, overdue, due soon …  A day not given leaves the status open."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

from gaoyao.procedure.conventions import CPL105_3, CountingConventions
from gaoyao.procedure.declared import Declared
from gaoyao.procedure.model import Leg
from gaoyao.procedure.result import Computation, Finding, Moment, Status, Step


def _at(moment: Moment) -> datetime:
    """A day stands for its last instant, so that an act on the last day is in time."""
    return moment if isinstance(moment, datetime) else datetime.combine(moment, time.max)


def _act(moment: Moment, due: Moment) -> datetime:
    """The instant of an act: a bare day counts as within that day (its first instant) for periods of
    hours."""
    if isinstance(moment, datetime):
        return moment
    return datetime.combine(moment, time.min) if isinstance(due, datetime) else _at(moment)


def judge(
    answer: Computation, leg: Leg, declared: Declared, use: CountingConventions, today: Moment | None
) -> Computation:
    """Give `answer` its status on `today` (None: only an act already declared decides)."""
    if answer.status is not None or answer.due is None:
        return answer
    if leg.minimum:
        return _minimum(answer, declared, today)
    if declared.mailed_on is not None and datetime.combine(declared.mailed_on, time.min) <= _at(answer.due):
        step = Step(f"期满前（{declared.mailed_on}）已经交邮，不算过期", (CPL105_3,))
        return replace(answer, status=Status.MET, steps=(*answer.steps, step))
    if declared.done_on is not None:
        late = _act(declared.done_on, answer.due) > _at(answer.due)
        return replace(answer, status=Status.OVERDUE if late else Status.MET)
    if today is None:
        return answer
    return replace(answer, status=_running(answer, use, today))


def _running(answer: Computation, use: CountingConventions, today: Moment) -> Status:
    assert answer.due is not None  # noqa: S101 - judge looked
    now, end = _act(today, answer.due), _at(answer.due)
    if now > end:
        return Status.OVERDUE
    warning = _at(answer.early_warning) if answer.early_warning else end
    if warning - now <= timedelta(days=use.due_soon_days):
        return Status.DUE_SOON
    return Status.RECALCULATED if answer.recalculated else Status.RUNNING


def _minimum(answer: Computation, declared: Declared, today: Moment | None) -> Computation:
    """A time that must pass first: the act is lawful only after the last day."""
    assert answer.due is not None  # noqa: S101 - judge looked
    acted = declared.done_on
    if acted is not None:
        day = acted.date() if isinstance(acted, datetime) else acted
        end = answer.due.date() if isinstance(answer.due, datetime) else answer.due
        if day <= end:
            found = Finding("too_early", f"{day} 早于 {end + timedelta(days=1)}：最低期间未满", ())
            return replace(answer, status=Status.RUNNING, findings=(*answer.findings, found))
        return replace(answer, status=Status.MET)
    if today is None:
        return answer
    day = today.date() if isinstance(today, datetime) else today
    passed = day > (answer.due if not isinstance(answer.due, datetime) else answer.due.date())
    return replace(answer, status=Status.MET if passed else Status.RUNNING)
