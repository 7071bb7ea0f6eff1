"""Compute the last day of a period from what was declared, step by step, with the articles (design §4.7).

`compute` is a pure function: rule, declared values, conventions, and the day to judge on.  A missing start
gives 不能计算 and never 未超期.  What is unknown is never read in favour of a longer period.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

from gaoyao.procedure.conventions import DEFAULT_CONVENTIONS, CountingConventions, HourStart
from gaoyao.procedure.counting import Length, add_hours
from gaoyao.procedure.declared import Declared, plain
from gaoyao.procedure.legs import base_length, choose_leg, exempted
from gaoyao.procedure.model import DeadlineRule, Leg
from gaoyao.procedure.result import Computation, Moment, Status
from gaoyao.procedure.rows import rule as find_rule
from gaoyao.procedure.starting import effective_start
from gaoyao.procedure.status import judge
from gaoyao.procedure.trace import Trace
from gaoyao.procedure.walk import walk_backward, walk_days, walk_hours

ATTRIBUTE_LABELS: dict[str, str] = {
    "doc": "文书种类（判决、裁定）", "measure": "强制措施种类（取保候审、监视居住）", "in_custody": "是否在押",
}  # fmt: skip


def compute(
    rule: DeadlineRule | str,
    declared: Declared,
    conventions: CountingConventions = DEFAULT_CONVENTIONS,
    today: Moment | None = None,
) -> Computation:
    """The last day of the period that `rule` sets for what was `declared`, and its status on `today`.

    Raises `UnknownDeadlineError` for an unknown row and ValueError for a leg the row does not have; every
    lack in the declared values is answered in the result, not raised.
    """
    row = find_rule(rule) if isinstance(rule, str) else rule
    leg = choose_leg(row, declared)
    trace = Trace(row, leg, conventions)
    trace.step(
        f"{row.title}·{leg.name}：{leg.nature.label}，自{leg.start}起算", *(leg.citations or row.citations)
    )
    if exemption := exempted(leg, declared):
        trace.step(f"本期限不适用：{exemption.reason}", *exemption.citations)
        return trace.result(None, Status.NOT_APPLICABLE)
    answer = _moment(row, leg, declared, conventions, trace)
    return judge(answer, leg, declared, conventions, None if today is None else plain("今天", today))


def readings(
    rule: DeadlineRule | str, declared: Declared, conventions: CountingConventions = DEFAULT_CONVENTIONS
) -> dict[str, Moment]:
    """The last days that other schools give: interpretation and school → day, only where it differs."""
    here = compute(rule, declared, conventions).due
    others = {name: compute(rule, declared, use).due for name, use in conventions.alternatives()}
    if declared.in_custody is None:
        others["是否在押未录入＝按未在押"] = compute(
            rule, replace(declared, in_custody=False), conventions
        ).due
    return {name: due for name, due in others.items() if due is not None and due != here}


def _moment(
    row: DeadlineRule, leg: Leg, declared: Declared, use: CountingConventions, trace: Trace
) -> Computation:
    if row.most_times is not None and declared.count is not None and declared.count > row.most_times:
        trace.find(
            "too_many", f"以{row.most_times}次为限，已录 {declared.count} 次：超出的没有依据", *row.citations
        )
    start, restarted = effective_start(leg, declared, trace)
    trace.recalculated = restarted
    if missing := [name for name in leg.requires if _value(declared, name) is None]:
        return _without_attribute(row, leg, declared, use, trace, missing)
    if start is None:
        return _without_start(row, leg, declared, use, trace)
    trace.dated(start)
    if leg.stays_open:
        for note in leg.notes:
            trace.step(note, *row.citations)
        return trace.result(None, Status.SUSPENDED)
    if declared.until and leg.length is None:
        trace.step(f"截止日由批准文书载明：{declared.until.isoformat()}", *row.citations)
        return trace.result(declared.until, None, declared.until)
    length, nature = base_length(leg, declared, trace)
    if length is None:
        return _without_amount(leg, start, declared, use, trace)
    if length.hours:
        if not isinstance(start, datetime):
            return _without_hour(start, length, leg, use, trace)
        return walk_hours(start, length, nature, leg, declared, use, trace)
    day = start.date() if isinstance(start, datetime) else start
    walk = walk_backward if leg.direction.value == "backward" else walk_days
    return walk(day, length, nature, leg, declared, use, trace)


def _value(declared: Declared, name: str) -> object:
    return declared.in_custody if name == "in_custody" else declared.attributes.get(name)


def _without_start(
    row: DeadlineRule, leg: Leg, declared: Declared, use: CountingConventions, trace: Trace
) -> Computation:
    """No start event: 不能计算; with an earliest possible start, a warning day for a person in custody."""
    trace.missing.append(leg.start)
    trace.step(f"未录入“{leg.start}”，不能计算，也不能认为没有超期")
    early: Moment | None = None
    if declared.earliest_start is not None:
        assumed = compute(
            row, replace(declared, start=declared.earliest_start, restarts=(), earliest_start=None), use
        )
        early = assumed.early_warning or assumed.due
        trace.step(f"按最早可能的起算日 {declared.earliest_start.isoformat()} 保守提示：{early}")
    return trace.result(None, Status.CANNOT_COMPUTE, early=early)


def _without_attribute(
    row: DeadlineRule,
    leg: Leg,
    declared: Declared,
    use: CountingConventions,
    trace: Trace,
    missing: list[str],
) -> Computation:
    """An attribute without which the article sets no day: list the day under each value, warn by the
    earliest."""
    trace.missing += [ATTRIBUTE_LABELS[name] for name in missing]
    options: list[tuple[str, Moment]] = []
    for alternative in leg.alternatives:
        given = dict(alternative.when)
        custody = given.pop("in_custody", declared.in_custody)
        supposed = replace(
            declared, attributes={**declared.attributes, **given},
            in_custody=custody if isinstance(custody, bool) else None,
        )  # fmt: skip
        if (due := compute(row, supposed, use).due) is not None:
            options.append((alternative.reason, due))
    trace.step("不能计算：" + "、".join(trace.missing) + "未录入，各种情形分别列出")
    early = min((due for _, due in options), key=str, default=None)
    return trace.result(None, Status.CANNOT_COMPUTE, early=early, candidates=tuple(options))


def _without_amount(
    leg: Leg, start: Moment, declared: Declared, use: CountingConventions, trace: Trace
) -> Computation:
    """A length that a paper fixes and nobody entered; warn by the least the article allows."""
    trace.missing.append("批准、决定文书载明的长度")
    trace.step("长度由文书决定，未录入，不能计算")
    options: list[tuple[str, Moment]] = []
    if leg.least is not None and leg.most is not None:
        day = start.date() if isinstance(start, datetime) else start
        for count in range(leg.least.months, leg.most.months + 1):
            end = walk_days(day, Length(months=count), leg.nature, leg, declared, use, trace.branch())
            if end.due is not None:
                options.append((f"批准{count}个月", end.due))
        trace.step(f"条文幅度为{leg.least.text}至{leg.most.text}，各种长度分别列出；按最短的保守提示")
    early = options[0][1] if options else None
    return trace.result(None, Status.CANNOT_COMPUTE, early=early, candidates=tuple(options))


def _without_hour(
    start: date, length: Length, leg: Leg, use: CountingConventions, trace: Trace
) -> Computation:
    """A period of hours whose start has no hour: warn as if it had begun at midnight."""
    trace.missing.append(f"{leg.start}（几时几分）")
    early = add_hours(datetime.combine(start, time()), length.hours, HourStart.ELAPSED)
    trace.step(f"按时计算的期限须录入几时几分；按当日零时保守提示：{early.isoformat(timespec='minutes')}")
    return trace.result(None, Status.CANNOT_COMPUTE, early=early)
