"""What a computation answers: the day, its steps with citations, findings, what is missing, the status."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from gaoyao.law.citation import Citation
from gaoyao.procedure.counting import Length

Moment = date | datetime


class Status(StrEnum):
    """Where a period stands on a given day (guide A.1), or that it does not apply."""

    RUNNING = "running"
    DUE_SOON = "due_soon"
    MET = "met"
    OVERDUE = "overdue"
    SUSPENDED = "suspended"
    RECALCULATED = "recalculated"
    CANNOT_COMPUTE = "cannot_compute"
    NOT_APPLICABLE = "not_applicable"

    @property
    def label(self) -> str:
        """The Chinese name that pages print."""
        return {
            "running": "进行中", "due_soon": "即将届满", "met": "已按期完成", "overdue": "已超期", "suspended": "停止计算",
            "recalculated": "重新计算中", "cannot_compute": "不能计算", "not_applicable": "不适用",
        }[self.value]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the explanation: a sentence, the articles it rests on, the interpretation it used."""

    text: str
    citations: tuple[Citation, ...] = ()
    convention: str | None = None

    @property
    def full(self) -> str:
        """The sentence with its citations, as pages print it."""
        cited = "、".join(citation.brief for citation in self.citations)
        return self.text + (f"（{cited}）" if cited else "")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong or open about a period: a stable code, what and what to do, the articles."""

    code: str
    text: str
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Computation:
    """The answer for one leg of one row.

    `due`: the last day (or hour), or for a backward leg the latest day; None when it cannot be computed or
    does not apply.  `raw_due`: before holidays.  `early_warning`: an earlier moment to act by (elapsed hours,
    an unrolled day when custody is unknown, the earliest possible start).  `ordinary_due`, `outer_due`: the
    days of 应当在…以内 and 至迟.  `candidates`: days under each value of a missing attribute.  `status` is None
    when no day was given to judge it on.
    """

    rule_id: str
    title: str
    leg: str
    due: Moment | None
    status: Status | None
    raw_due: Moment | None = None
    early_warning: Moment | None = None
    ordinary_due: date | None = None
    outer_due: date | None = None
    length: Length | None = None
    steps: tuple[Step, ...] = ()
    findings: tuple[Finding, ...] = ()
    missing: tuple[str, ...] = ()
    candidates: tuple[tuple[str, Moment], ...] = ()
    conventions: tuple[str, ...] = ()
    recalculated: bool = False

    def explain(self) -> str:
        """The explanation as numbered lines of Chinese, findings last."""
        lines = [f"{index}．{step.full}" for index, step in enumerate(self.steps, 1)]
        lines += [f"缺：{name}" for name in self.missing]
        lines += [f"提示：{finding.text}" for finding in self.findings]
        lines += [f"口径：{name}" for name in self.conventions]
        return "\n".join(lines)
