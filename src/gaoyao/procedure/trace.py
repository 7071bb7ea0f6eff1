"""The tracer of one computation: steps, findings, what is missing, interpretations used (kept apart,
design §10)."""

from __future__ import annotations

from datetime import date, datetime

from gaoyao.law.citation import Citation
from gaoyao.procedure.conventions import CountingConventions
from gaoyao.procedure.counting import Length
from gaoyao.procedure.model import DeadlineRule, Leg
from gaoyao.procedure.result import Computation, Finding, Moment, Status, Step


class Trace:
    """Collects the explanation while a period is walked, then makes the `Computation`."""

    def __init__(self, rule: DeadlineRule, leg: Leg, use: CountingConventions) -> None:
        self.rule, self.leg, self.use = rule, leg, use
        self.steps: list[Step] = []
        self.findings: list[Finding] = []
        self.missing: list[str] = []
        self.conventions: list[str] = []
        self.recalculated = False

    def branch(self) -> Trace:
        """A fresh trace of the same computation, for a supposition that is not part of the explanation."""
        return Trace(self.rule, self.leg, self.use)

    def step(self, text: str, *citations: Citation, by: str | None = None) -> None:
        """Add a step; `by` names the interpretation that decided it."""
        chosen = self.use.chosen(by) if by else None
        if chosen and chosen not in self.conventions:
            self.conventions.append(chosen)
        self.steps.append(Step(text, citations, chosen))

    def find(self, code: str, text: str, *citations: Citation) -> None:
        """Add a finding."""
        self.findings.append(Finding(code, text, citations))

    def dated(self, start: Moment) -> None:
        """Say so when an article was not yet, or no longer, in force on the day of the start event."""
        day = start.date() if isinstance(start, datetime) else start
        for citation in self.rule.citations:
            if not citation.in_force(day):
                self.find(
                    "not_in_force",
                    f"{citation.brief}在 {day.isoformat()} 不是有效条文：按现行条文计算，当时的条文待核",
                    citation,
                )

    def result(
        self, due: Moment | None, status: Status | None, raw: Moment | None = None, *,
        early: Moment | None = None, ordinary: date | None = None, outer: date | None = None,
        length: Length | None = None, candidates: tuple[tuple[str, Moment], ...] = (),
    ) -> Computation:  # fmt: skip
        """Close the trace into a `Computation`."""
        return Computation(
            self.rule.id, self.rule.title, self.leg.name, due, status, raw, early, ordinary, outer, length,
            tuple(self.steps), tuple(self.findings), tuple(self.missing), candidates, tuple(self.conventions),
            self.recalculated,
        )  # fmt: skip
