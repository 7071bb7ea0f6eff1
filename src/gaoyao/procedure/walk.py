"""Walk a period to its last day: start not counted, months and days, time not counted, holidays."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from gaoyao.law.citation import Citation, cite
from gaoyao.procedure import calendar
from gaoyao.procedure.calendar import Weekend, YearNotAnnounced, describe
from gaoyao.procedure.conventions import (
    CPL105_2,
    CPL105_3,
    CPL105_4,
    INT202_1,
    INT202_2,
    Backward,
    BackwardCount,
    Burden,
    CountingConventions,
    CustodyScope,
    Excluding,
    HourEnd,
    HourStart,
)
from gaoyao.procedure.counting import (
    Length,
    add_hours,
    add_length,
    add_workdays,
    sentence_end,
    six_months_before,
    span,
)
from gaoyao.procedure.declared import Declared, Exclusion
from gaoyao.procedure.extensions import admit
from gaoyao.procedure.model import Excluded, Leg, Nature
from gaoyao.procedure.result import Computation, Status
from gaoyao.procedure.trace import Trace

EXCLUSION_SOURCES: dict[Excluded, tuple[Citation, ...]] = {
    Excluded.STAY: (cite("cpl", 206, 2),),
    Excluded.PSYCHIATRIC: (cite("cpl", 149), cite("spc2021", 211)),
    Excluded.FILE_REVIEW: (cite("cpl", 235),),
    Excluded.DECISION: (cite("cpl", 170, 2), cite("spp2019", 143, 2)),
    Excluded.DETAINED: (cite("gp2012", 39, 1),),
    Excluded.OBSTACLE: (cite("gp2012", 39, 2),),
    Excluded.OTHER_APPRAISAL: (cite("mps2020", 257),),
    Excluded.UNSPECIFIED: (),
}


def _unusable(leg: Leg, declared: Declared, trace: Trace) -> None:
    """Time not counted that a period in hours, working days or counted back does not know: say so."""
    _accepted(leg, declared, trace)
    if declared.transit_days:
        trace.find("transit_unused", f"本期限不扣除路途时间：所录 {declared.transit_days} 日未采用", CPL105_3)


def walk_hours(
    start: datetime, length: Length, nature: Nature, leg: Leg, declared: Declared,
    use: CountingConventions, trace: Trace,
) -> Computation:  # fmt: skip
    """End of a period of hours; a duration (传唤、拘传) always runs in elapsed time."""
    admission = admit(leg, declared, length)
    trace.findings += admission.findings
    for rule, total, _ in admission.admitted:
        length = total if rule.to_total else length + total
        trace.step(rule.label, *rule.citations)
    _unusable(leg, declared, trace)
    elapsed = add_hours(start, length.hours, HourStart.ELAPSED)
    if nature is Nature.DURATION:
        trace.step(f"持续时间从{leg.start}连续计算，至 {elapsed:%Y-%m-%d %H:%M}")
        return trace.result(elapsed, None, elapsed, early=elapsed, length=length)
    due = add_hours(start, length.hours, use.hour_start)
    trace.step(f"开始的时不计，{length.text}至 {due:%Y-%m-%d %H:%M}", CPL105_2, by="hour_start")
    raw = due
    if nature is Nature.ORDINARY and use.hour_end is HourEnd.NEXT_WORKDAY:
        moved = _roll(due.date(), use, trace)
        due = datetime.combine(moved, due.time())
        trace.step(f"顺延至 {due:%Y-%m-%d %H:%M}", CPL105_4, by="hour_end")
    return trace.result(due, None, raw, early=elapsed, length=length)


def walk_backward(
    anchor: date, length: Length, nature: Nature, leg: Leg, declared: Declared,
    use: CountingConventions, trace: Trace,
) -> Computation:  # fmt: skip
    """The latest day of an act that must precede `anchor` by `length` (days only); holidays do not move
    it."""
    _unusable(leg, declared, trace)
    gap = length.days + (use.backward_count is BackwardCount.CLEAR_DAYS)
    due = anchor - timedelta(days=gap)
    trace.step(
        f"自{describe(anchor)}倒数{length.text}，当日不计，最迟{describe(due)}", CPL105_2, by="backward_count"
    )
    raw = due
    if use.backward is Backward.BEFORE_HOLIDAY:
        try:
            due = calendar.previous_workday(due, use.weekend, use.makeup)
        except YearNotAnnounced as error:
            trace.find("year_not_announced", str(error), CPL105_4)
    trace.step("倒算的日子遇节假日：" + ("不移动" if due == raw else f"提前至{describe(due)}"), by="backward")
    if declared.extensions:
        trace.find("extension_refused", "倒算的期限没有延长：所录延长不予计入", *trace.rule.citations)
    return trace.result(due, None, raw, length=length)


def walk_days(
    start: date, length: Length, nature: Nature, leg: Leg, declared: Declared,
    use: CountingConventions, trace: Trace,
) -> Computation:  # fmt: skip
    """The last day of a forward period in days, months or working days."""
    admission = admit(leg, declared, length)
    trace.findings += admission.findings
    if leg.approval and not admission.own_approval:
        trace.find(
            "approval_missing",
            f"本期限以{'或者'.join(leg.approval)}的批准、决定为前提，未见文书、文号、机关：不予计入，仍按 {start} 届满",
            *trace.rule.citations,
        )
        return trace.result(start, None, start, length=length)
    if declared.papers_assumed and (declared.extensions or leg.approval):
        trace.step("题设：批准文书、文号、机关视为齐备")
    if length.working_days:
        _unusable(leg, declared, trace)
        return _walk_workdays(start, length, trace)
    if nature is Nature.SENTENCE:
        due = sentence_end(start, length)
        trace.step(f"刑期{length.text}，自{describe(start)}起，至对应日的前一日{describe(due)}", INT202_2)
        return trace.result(due, None, due, length=length)
    if length.immediate:
        trace.step(f"应当立即办理：{describe(start)}当日", *trace.rule.citations)
        return trace.result(start, None, start, length=length)
    segments = [length]
    for rule, more, _ in admission.admitted:
        segments = [more] if rule.to_total else [*segments, more]
        trace.step(f"{rule.label}（{more.text}）", *rule.citations)
    raw, whole, stepwise = span(start, segments, use)
    text = "加".join(segment.text for segment in segments)
    trace.step(
        f"{describe(start)}当日不计，{text}至{describe(raw)}", CPL105_2, *((INT202_1,) if length.months else ()),
        by="month_end" if _at_month_end(start, length) else None,
    )  # fmt: skip
    if whole != stepwise:
        trace.step(f"合并计算为 {whole}，逐段计算为 {stepwise}，取 {raw}", INT202_1, by="extending")
    raw, still_running = _uncounted(start, raw, leg, declared, use, trace)
    if declared.transit_days:
        raw += timedelta(days=declared.transit_days)
        trace.step(f"路途 {declared.transit_days} 日不计入，至{describe(raw)}", CPL105_3)
    due = _holiday(raw, nature, declared, use, trace)
    for note in leg.notes:
        trace.step(note)
    ordinary = _other_day(start, leg.ordinary, leg, declared, use, trace, "应当先在此期限内办结")
    outer = _other_day(start, leg.outer, leg, declared, use, trace, "至迟不得超过")
    status = Status.SUSPENDED if still_running else None
    total = segments[0]
    for segment in segments[1:]:
        total = total + segment
    return trace.result(due, status, raw, ordinary=ordinary, outer=outer, length=total)


def _other_day(
    start: date, length: Length | None, leg: Leg, declared: Declared, use: CountingConventions, trace: Trace, what: str
) -> date | None:  # fmt: skip
    """The day of the article's other length (一般期限、至迟期限), with the same time not counted."""
    if length is None:
        return None
    day, _ = _uncounted(start, add_length(start, length, use.month_end), leg, declared, use, trace.branch())
    trace.step(f"{what}：{length.text}，{describe(day)}", *trace.rule.citations)
    return day


def _at_month_end(start: date, length: Length) -> bool:
    return bool(length.months) and (start + timedelta(days=1)).month != start.month


def _walk_workdays(start: date, length: Length, trace: Trace) -> Computation:
    try:
        due = add_workdays(start, length.working_days)
    except YearNotAnnounced as error:
        trace.missing.append(f"{error.year}年节假日安排")
        trace.find("year_not_announced", str(error), CPL105_4)
        early = start + timedelta(days=length.working_days)
        trace.step(f"不能数工作日；最早也在{describe(early)}")
        return trace.result(None, Status.CANNOT_COMPUTE, early=early, length=length)
    trace.step(f"{describe(start)}当日不计，{length.text}至{describe(due)}", *trace.rule.citations)
    return trace.result(due, None, due, length=length)


def _merge(spans: list[tuple[date, date, Excluded]]) -> list[tuple[date, date, tuple[Excluded, ...]]]:
    """Overlapping or adjoining spans become one, with every reason for it."""
    merged: list[tuple[date, date, tuple[Excluded, ...]]] = []
    for first, last, kind in sorted(spans):
        if merged and first <= merged[-1][1] + timedelta(days=1):
            begun, ended, kinds = merged[-1]
            merged[-1] = (begun, max(ended, last), kinds if kind in kinds else (*kinds, kind))
        else:
            merged.append((first, last, (kind,)))
    return merged


def _accepted(leg: Leg, declared: Declared, trace: Trace) -> list[Exclusion]:
    """The claimed exclusions that the article knows; the others are refused with a finding."""
    accepted = []
    for claim in declared.exclusions:
        if claim.kind in leg.excludes or (claim.kind is Excluded.UNSPECIFIED and leg.excludes):
            if claim.kind is Excluded.UNSPECIFIED:
                trace.find("exclusion_unspecified", "扣除的期间没有写明事由和文书，请补录")
            accepted.append(claim)
            continue
        allowed = "、".join(kind.label for kind in leg.excludes) or "没有"
        trace.find(
            "exclusion_refused", f"“{claim.kind.label}”的期间不扣除：本期限只不计入（{allowed}）",
            *EXCLUSION_SOURCES[claim.kind],
        )  # fmt: skip
    return accepted


def _uncounted(
    start: date, due: date, leg: Leg, declared: Declared, use: CountingConventions, trace: Trace
) -> tuple[date, bool]:
    """Add the days that do not count; the second value says that an exclusion has not ended."""
    spans: list[tuple[date, date, Excluded]] = []
    for claim in _accepted(leg, declared, trace):
        sources = EXCLUSION_SOURCES[claim.kind]
        if claim.days is not None:
            due += timedelta(days=claim.days)
            trace.step(f"{claim.kind.label} {claim.days} 日不计入，至{describe(due)}", *sources)
            continue
        if claim.first is None:
            continue
        if claim.last is None:
            trace.step(f"{claim.kind.label}自{describe(claim.first)}起尚未结束：停止计算", *sources)
            return due, True
        first = claim.first
        if claim.kind is Excluded.OBSTACLE:
            first = max(first, six_months_before(due))
        if use.excluding is Excluding.WITHOUT_FIRST:
            first += timedelta(days=1)
        first = max(first, start + timedelta(days=1))
        if first <= claim.last:
            spans.append((first, claim.last, claim.kind))
    for first, last, kinds in _merge(spans):
        named = "、".join(kind.label for kind in kinds)
        if first > due:
            found = f"{named}（{first} 至 {last}）在期限届满（{due}）以后，不能使已满的期限恢复"
            trace.find("exclusion_after_end", found)
            continue
        count = (last - first).days + 1
        due += timedelta(days=count)
        sources = tuple(source for kind in kinds for source in EXCLUSION_SOURCES[kind])
        trace.step(
            f"{named} {first} 至 {last} 共 {count} 日不计入，至{describe(due)}", *sources, by="excluding"
        )
    return due, False


def _roll(day: date, use: CountingConventions, trace: Trace) -> date:
    """The first day after the holiday; without a calendar the day itself and a finding."""
    try:
        moved = calendar.next_workday(day, use.weekend, use.makeup)
    except YearNotAnnounced as error:
        trace.find("year_not_announced", str(error), CPL105_4)
        return day
    if calendar.is_provisional(moved):
        trace.find("calendar_provisional", f"{moved} 的放假安排可能随下一年通知变动，公布后请重算", CPL105_4)
    return moved


def _needs_roll(nature: Nature, declared: Declared) -> bool:
    """Is it a period that a holiday would move?"""
    return nature is Nature.ORDINARY or (nature is Nature.CASE and declared.in_custody is False)


def _decided_by(raw: date, moved: date, nature: Nature) -> str | None:
    """The interpretation that made `raw` a holiday, or `moved` the first day after it; None: no school
    differs."""
    if nature is Nature.BURDEN:
        return "burden"
    if moved.weekday() >= 5 or calendar.is_workday(raw):
        return "makeup"
    return "weekend" if raw.weekday() >= 5 else None


def _holiday(raw: date, nature: Nature, declared: Declared, use: CountingConventions, trace: Trace) -> date:
    """CPL 105, fourth paragraph: the last day, moved past a holiday where the period may be moved."""
    moved = _roll(raw, use, trace)
    if moved == raw:
        if raw.weekday() >= 5 and _needs_roll(nature, declared):
            decided = "weekend" if use.weekend is Weekend.STATUTORY_ONLY else "makeup"
            trace.step(f"{describe(raw)}不作节假日，在该日届满", CPL105_4, by=decided)
        return raw
    where = f"{describe(raw)}是节假日"
    if nature is Nature.CUSTODY:
        trace.step(f"{where}，羁押期限在该日届满，不顺延", CPL105_4)
        if declared.in_custody is False:
            trace.find("custody_contradiction", "本期限以在押为前提，所录却为未在押：请核对", CPL105_4)
        return raw
    if nature is Nature.CASE and declared.in_custody is not False:
        if declared.in_custody is None:
            trace.find("custody_unknown", f"未录入是否在押：先按不顺延提示；未在押的顺延至 {moved}", CPL105_4)
        trace.step(f"{where}，{'在押' if declared.in_custody else '是否在押未录入'}，不顺延", CPL105_4)
        return raw
    if nature is Nature.BURDEN and use.burden is Burden.ENDS_ON_DAY:
        trace.step(f"{where}，不顺延", CPL105_4, by="burden")
        return raw
    if declared.in_custody and nature is Nature.ORDINARY:
        if use.custody_scope is CustodyScope.ALL_PERIODS:
            trace.step(f"{where}，在押人的期限不顺延", CPL105_4, by="custody_scope")
            return raw
        trace.step("本期限不是羁押期限，当事人虽在押仍顺延", CPL105_4, by="custody_scope")
    trace.step(f"{where}，顺延至节后第一日{describe(moved)}", CPL105_4, by=_decided_by(raw, moved, nature))
    return moved
