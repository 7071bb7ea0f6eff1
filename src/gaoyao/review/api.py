"""`review(view, …) → Review`: everything is run for one reader, on given dates, at a stage.

Today's clock, the law's date and the revision are three things; all are arguments.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from gaoyao.dossier.frame import CaseFrame
from gaoyao.dossier.view import View
from gaoyao.dossier.vocabulary import Case, Favourable
from gaoyao.law.interpretations import resolve
from gaoyao.law.rule import EVERY_STAGE, Weight
from gaoyao.law.rules.disposal import FAVOURABLE_REASON
from gaoyao.logic.tree import EPOCH
from gaoyao.logic.truth import Truth
from gaoyao.review.applicable import Context, Gate
from gaoyao.review.asking import in_order, questions
from gaoyao.review.assemble import Assembler
from gaoyao.review.astray import astray
from gaoyao.review.breaking import Breaker
from gaoyao.review.charging import counter_checks, missing
from gaoyao.review.deadlines import DeadlineLine, deadlines
from gaoyao.review.engine import Run, rules, run
from gaoyao.review.lanes import chronicle
from gaoyao.review.losses import Losses
from gaoyao.review.mismatches import mismatches
from gaoyao.review.model import (
    Certificate,
    FactState,
    Finding,
    NotChecked,
    Pending,
    PointBreaks,
    PointLine,
    Review,
)
from gaoyao.review.registers import contradictions, homeless, registers, unfinished
from gaoyao.review.registers import questions as undecided
from gaoyao.review.statements import page
from gaoyao.review.stress import robustness
from gaoyao.review.timeline import timeline
from gaoyao.review.unread import not_read
from gaoyao.review.unsaid import unsaid
from gaoyao.review.versions import unchecked_versions
from gaoyao.review.wiring import Wirer


class Reader(StrEnum):
    """Who reads the review; it decides which parts of the file are run."""

    JUDGE = "judge"
    PROSECUTOR = "prosecutor"
    DEFENDER = "defender"
    REVIEWER = "reviewer"

    @property
    def label(self) -> str:
        """The Chinese name."""
        return {
            "judge": "审判人员",
            "prosecutor": "检察人员",
            "defender": "辩护人",
            "reviewer": "质量评查人员",
        }[self.value]


class ReviewError(ValueError):
    """The review cannot be run as asked."""


NAMED = 3
"""So many facts are named in the reasons for withholding the certificate."""
STAGES = dict(Case.stage.options)


def review(
    view: View, today: date, stage: str | None = None, hearing: date | None = None,
    interpretations: Mapping[str, str] | None = None, role: Reader = Reader.JUDGE,
) -> Review:  # fmt: skip
    """Review a case as its reader may see it.

    `stage` defaults to the case's own, then to first instance; `hearing` (the day whose law governs) to the
    hearing entered, then the judgment, then `today`.  `interpretations` switches schools by name.
    Raises ReviewError for an unknown stage and UnknownInterpretationError for an unknown switch.
    """
    frame = CaseFrame(view)
    switches = dict(interpretations or {})
    context = context_of(frame, today, stage, hearing, switches, role)
    with _collector_paused():
        done = run(frame, context)
        return _assembled(done, hearing is not None or _day(frame) is not None, switches, role)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """A review makes many small objects and no garbage; collecting in between only costs time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def context_of(
    frame: CaseFrame, today: date, stage: str | None = None, hearing: date | None = None,
    switches: Mapping[str, str] | None = None, role: Reader = Reader.JUDGE,
) -> Context:  # fmt: skip
    """The dates, stage and schools of a review of this case; see `review`."""
    chosen = stage or _stage(frame) or "first_instance"
    if chosen not in EVERY_STAGE:
        known = "、".join(f"{label}（{code}）" for code, label in STAGES.items())
        raise ReviewError(f"没有“{chosen}”这一诉讼阶段；可选：{known}")
    on = hearing or _day(frame) or today
    return Context(today, on, chosen, resolve(on, switches or {}), role.value)


def _stage(frame: CaseFrame) -> str:
    codes, _ = frame.choice(Case.stage)
    return Case.stage.options[codes[0]][0] if len(codes) and codes[0] >= 0 else ""


def _day(frame: CaseFrame) -> date | None:
    for field in (Case.hearing_on, Case.judged_on):
        low, _, _ = frame.interval(field)
        if len(low) and low[0] == low[0]:
            return (EPOCH + timedelta(minutes=float(low[0]))).date()
    return None


def _assembled(done: Run, entered: bool, switches: dict[str, str], role: Reader) -> Review:
    made = Assembler(done)
    chosen = rules()
    findings = made.findings(chosen)
    pending, more = made.pending(chosen)
    points = made.points(chosen, findings)
    frame = done.frame
    periods = deadlines(frame, done.context.today)
    unchecked = (
        []
        if frame.size("step")
        else [NotChecked("期限", "没有录入程序事项（拘留、逮捕、移送、受理等），期限未检查")]
    )
    checks, unlisted = counter_checks(frame)
    silence, used = unsaid(frame, done.table)
    not_checked = (
        *_not_checked(done), *missing(frame, done.context.stage), *made.unmodelled(), *more, *homeless(frame),
        *unfinished(frame, done.derived), *astray(frame, done.derived.told.said), *silence, *unlisted, *unchecked,
    )  # fmt: skip
    asked = in_order(
        *questions(pending, done.table), *undecided(contradictions(frame, done.derived)), *checks, *used
    )
    register = cache(lambda: registers(frame, done.derived))
    wirer = cache(lambda: Wirer(done))
    has_case = frame.size("case") > 0
    return Review(
        made.words("case", 0, "title") if has_case else "", frame.identifier("case", 0) if has_case else "",
        has_case and bool(frame.flag(Case.invented)[0][0] == Truth.YES), done.context.stage, STAGES[done.context.stage],
        role.value, role.label, done.context.today, done.context.hearing, entered,
        _certificate(done, findings, pending, points, not_checked, periods), findings, made.items(findings), points, asked,
        made.schools(switches), not_checked, sum(gate is Gate.OPEN for gate in done.gates.values()), lambda: timeline(frame, made),
        cache(lambda: robustness(Breaker(Losses(done)))), deadlines=periods, make_statements=cache(lambda: page(frame)), make_registers=register,
        make_wiring=cache(lambda point: wirer().wiring(point)), make_breaks=_breaks(done),
        make_chronicle=cache(lambda: chronicle(frame)), mismatches=mismatches(frame.view),
    )  # fmt: skip


def _breaks(done: Run) -> Callable[[int], PointBreaks | None]:
    losses = cache(lambda: Losses(done))
    return cache(lambda point: next(iter(Breaker(losses(), (point,), 1).lines()), None))


def _not_checked(done: Run) -> list[NotChecked]:
    lines = [
        NotChecked(f"规则“{one.rule.title}”（{one.rule.id}）", f"运行出错，未检查：{one.error}")
        for one in done.crashes
    ]
    lines += unchecked_versions(done, rules())
    return lines + not_read(done.frame.view)


def _short(point: PointLine, several: bool) -> str:
    """The fact, with whose it is where there are several accused."""
    fact = point.fact.name.partition(" ")[2] or point.fact.name
    return f"{point.accused.name}：{fact}" if several and point.accused is not None else fact


def _certificate(
    done: Run,
    findings: tuple[Finding, ...],
    pending: list[Pending],
    points: tuple[PointLine, ...],
    not_checked: tuple[NotChecked, ...],
    periods: tuple[DeadlineLine, ...],
) -> Certificate:
    """Fail closed: the certificate needs everything checked, nothing compelling, nothing open."""
    because = []
    several = len({one.accused.number for one in points if one.accused is not None}) > 1
    for state in (FactState.OBSTACLE, FactState.OPEN):
        names = [_short(one, several) for one in points if one.state is state]
        if names:
            more = "" if len(names) <= NAMED else f"；另有 {len(names) - NAMED} 个"
            because.append(f"有 {len(names)} 个待证点{state.label}：{'；'.join(names[:NAMED])}{more}")
    heavy = sum(one.weight is Weight.MANDATORY for one in findings)
    if heavy:
        because.append(f"有 {heavy} 项法律强制的发现")
    explain = sum(one.weight is Weight.EXPLAIN for one in findings)
    if explain:
        because.append(f"有 {explain} 项应当说明的发现")
    if not points:
        because.append("没有录入待证事实，事实部分未检查")
    if pending:
        because.append(f"有 {len(pending)} 项检查因内容未录入或者不明而没有结论")
    codes, _ = done.frame.choice(Favourable.status)
    reasoned = done.frame.concluded(FAVOURABLE_REASON)
    open_entries = sum(
        code <= 0 or why != Truth.YES for code, why in zip(codes.tolist(), reasoned.tolist(), strict=True)
    )
    if open_entries:
        because.append(f"有利证据台账有 {open_entries} 项未回应")
    late = sum(one.overdue for one in periods)
    if late:
        because.append(f"有 {late} 个期限已经超过")
    unknown = sum(one.status in ("cannot_compute", "not_entered") for one in periods)
    if unknown:
        because.append(f"有 {unknown} 个期限不能计算或者没有录入完成事项")
    if not_checked:
        because.append(f"有 {len(not_checked)} 项未检查")
    return Certificate(not because, tuple(because))
