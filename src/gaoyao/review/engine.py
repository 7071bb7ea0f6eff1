"""Running the rules in columns, stratum by stratum; what each found, asks, or clears for every subject."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum

import numpy as np

from gaoyao.dossier.frame import CaseFrame
from gaoyao.law.rule import RULES, Rule
from gaoyao.law.rules import all_rules
from gaoyao.law.rules.common import CORROBORATED, FROM_CONFESSION, USABLE
from gaoyao.law.rules.court import EXPIRED
from gaoyao.law.rules.dispositions import BARRED
from gaoyao.law.rules.proving import ROUTE, SINGLE, THIN, TWO
from gaoyao.law.rules.registers import REASONED
from gaoyao.logic.columns import Columns, Plan
from gaoyao.logic.frame import Int8
from gaoyao.logic.truth import Truth
from gaoyao.proof import points, registers, routes
from gaoyao.proof.corroboration import corroborated
from gaoyao.review import derived
from gaoyao.review.applicable import Context, Gate, applicable
from gaoyao.review.lenient import LenientFrame
from gaoyao.review.periods import expired
from gaoyao.review.standing import Standing, standings, usable
from gaoyao.review.unsaid import silent

YES, UNKNOWN = int(Truth.YES), int(Truth.UNKNOWN)


class Outcome(IntEnum):
    """What a rule says about one subject.

    FOUND: premise and breach yes.  PENDING: premise yes, breach unknown, and that holds the subject up.
    ASK: premise yes, breach unknown only because a routine matter has not been entered.  CLEAR: premise yes,
    breach no.  SILENT: the rule does not concern the subject.
    """

    SILENT = 0
    CLEAR = 1
    ASK = 2
    PENDING = 3
    FOUND = 4


@dataclass(frozen=True, slots=True)
class Crash:
    """A rule that could not be evaluated: not checked, and the certificate is withheld."""

    rule: Rule
    error: str


@dataclass(slots=True)
class Run:
    """The outcome of every applicable rule for every subject of its kind, and what follows in columns.

    `aside` holds the outcomes of rules of schools that were not chosen: shown, never reckoned with.
    """

    frame: CaseFrame
    context: Context
    table: points.Table
    derived: derived.Derived
    outcomes: dict[str, Int8] = field(default_factory=dict)
    aside: dict[str, Int8] = field(default_factory=dict)
    gates: dict[str, Gate] = field(default_factory=dict)
    crashes: list[Crash] = field(default_factory=list)
    early: Int8 = field(default_factory=lambda: np.zeros(0, np.int8))
    standing: list[Standing] = field(default_factory=list)
    routes: routes.Routes = field(default_factory=routes.Routes)
    barred: Int8 = field(default_factory=lambda: np.zeros(0, np.int8))


_RULES = all_rules()
_PLAN = Plan()
_LENIENT_PLAN = Plan()


def rules() -> tuple[Rule, ...]:
    """Every compiled rule, ordered by stratum."""
    return _RULES


def run(frame: CaseFrame, context: Context, chosen: tuple[Rule, ...] | None = None) -> Run:
    """Evaluate the rules on a frame.  Adds the derived tables and concepts to the frame."""
    chosen = rules() if chosen is None else chosen
    table = points.build(frame)
    points.install(frame, table)
    frame.set_concluded("supplement", EXPIRED.name, *expired(frame, context.today))
    frame.set_concluded("item", FROM_CONFESSION.name, registers.from_confession(frame))
    frame.set_concluded("rival", REASONED.name, registers.reasoned(frame))
    done = Run(frame, context, table, derived.conclude(frame))
    columns, lenient = Columns(frame, _PLAN), Columns(LenientFrame(frame), _LENIENT_PLAN)
    stratum = 0
    for rule in chosen:
        if rule.stratum > stratum:
            stratum = _derive(done, chosen, stratum, rule.stratum)
        gate = done.gates[rule.id] = applicable(rule, context)
        if gate is Gate.OPEN:
            _one(done, rule, columns, lenient, done.outcomes)
        elif gate is Gate.OTHER_SCHOOL and rule.cited_on(context.hearing):
            _one(done, rule, columns, lenient, done.aside)
    _derive(done, chosen, stratum, 99)
    return done


def _derive(done: Run, chosen: tuple[Rule, ...], before: int, after: int) -> int:
    frame = done.frame
    if before < 4 <= after:
        done.standing = standings(
            frame, chosen, done.outcomes, done.context.hearing, silent(frame, done.table)
        )
        done.early = usable(done.standing)
        frame.set_concluded("item", CORROBORATED.name, corroborated(frame, done.table, done.early), {})
    if before <= 4 < after:
        if _lowered_late(done, chosen):
            done.standing = standings(
                frame, chosen, done.outcomes, done.context.hearing, silent(frame, done.table)
            )
        able = usable(done.standing)
        frame.set_concluded("item", USABLE.name, able, lambda n: _because(done.standing[n]))
        done.routes = routes.build(frame, done.table, able, done.context.schools)
        conclude(frame, [done.routes.after(point) for point in range(frame.size("point"))])
    if before <= 5 < after:
        done.barred = barred(frame.size("point"), chosen, done.outcomes, done.context.hearing)
        frame.set_concluded("point", BARRED.name, done.barred, lambda n: _obstacles(done, chosen, n))
    return after


def _lowered_late(done: Run, chosen: tuple[Rule, ...]) -> bool:
    """Does a rule of the strata after corroboration say anything about an item?"""
    return any(
        bool((done.outcomes[rule.id] >= Outcome.PENDING).any())
        for rule in chosen
        if rule.about == "item" and rule.stratum >= 4 and rule.id in done.outcomes
    )


def conclude(frame: CaseFrame, after: list[routes.After]) -> None:
    """Put what the routes say of every point on record."""

    def ways(point: int) -> list[str]:
        return [
            f"{name}途径（{routes.ROUTES[name]}）：{truth.label}"
            for name, truth in after[point].truths.items()
        ]

    frame.set_concluded("point", ROUTE.name, np.array([one.route for one in after], np.int8), ways)
    frame.set_concluded("point", SINGLE.name, np.array([one.single for one in after], np.int8))
    frame.set_concluded("point", THIN.name, np.array([one.thin for one in after], np.int8))
    frame.set_concluded("point", TWO.name, np.array([one.two for one in after], np.int8))


def _because(standing: Standing) -> list[str]:
    """The titles of the rules that put the item on its rung."""
    return [RULES[one].title for one in standing.rules[:1]] if standing.rules else [standing.rung.label]


def _obstacles(done: Run, chosen: tuple[Rule, ...], number: int) -> list[str]:
    titles: dict[Outcome, list[str]] = {Outcome.FOUND: [], Outcome.PENDING: []}
    for rule in chosen:
        if rule.about == "point" and rule.concept == BARRED.name and rule.id in done.outcomes:
            titles.get(Outcome(done.outcomes[rule.id][number]), []).append(rule.title)
    return titles[Outcome.FOUND] or titles[Outcome.PENDING]


def barred(size: int, chosen: tuple[Rule, ...], outcomes: dict[str, Int8], on: date) -> Int8:
    """Per point: yes when an obstacle of the law is found, unknown when one is pending, otherwise no."""
    worst = np.zeros(size, np.int8)
    for rule in chosen:
        if rule.about == "point" and rule.concept == BARRED.name and rule.id in outcomes:
            top = Outcome.FOUND if rule.verified_on(on) else Outcome.PENDING  # 条号未核 never bars
            np.maximum(worst, np.minimum(outcomes[rule.id], np.int8(top)), out=worst)
    out = np.full(size, int(Truth.NO), np.int8)
    out[worst == Outcome.PENDING] = UNKNOWN
    out[worst == Outcome.FOUND] = YES
    return out


def _one(done: Run, rule: Rule, columns: Columns, lenient: Columns, out: dict[str, Int8]) -> None:
    try:
        out[rule.id] = outcome(rule, columns, lenient)
    except Exception as error:  # noqa: BLE001 - a crashed rule must not hide the others; it withholds the certificate
        done.crashes.append(Crash(rule, f"{type(error).__name__}: {error}"))


def outcome(rule: Rule, columns: Columns, lenient: Columns) -> Int8:
    """The outcome codes of one rule for every subject of its kind."""
    premise = columns.evaluate(rule.premise, rule.about)
    out = np.full(len(premise), int(Outcome.SILENT), np.int8)
    concerned = premise == YES
    if not concerned.any():
        return out
    breach = columns.evaluate(rule.breach, rule.about)
    out[concerned] = Outcome.CLEAR
    out[concerned & (breach == UNKNOWN)] = Outcome.PENDING
    out[concerned & (breach == YES)] = Outcome.FOUND
    if rule.routine and (out == Outcome.PENDING).any():
        unentered = lenient.evaluate(rule.breach, rule.about)[:-1] != UNKNOWN
        out[(out == Outcome.PENDING) & unentered] = Outcome.ASK
    return out
