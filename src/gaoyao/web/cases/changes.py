"""What a change of the case changed in its review."""

from __future__ import annotations

from dataclasses import dataclass

from gaoyao.dossier.schema import Part
from gaoyao.review.model import Finding, PointLine, Review
from gaoyao.review.render.wording import RUNGS, STATES, WEIGHTS, told
from gaoyao.web.cases.reading import Desk


@dataclass(frozen=True, slots=True)
class Step:
    """Something that stood one way and stands another: its name, before and after with their tones."""

    name: str
    before: str
    after: str
    before_tone: str
    after_tone: str


@dataclass(frozen=True, slots=True)
class Changes:
    """The differences of two reviews.  Empty lists are said, not hidden: a change may change nothing."""

    since: int
    gained: tuple[tuple[str, str, str, str], ...]
    lost: tuple[tuple[str, str, str, str], ...]
    standings: tuple[Step, ...]
    points: tuple[Step, ...]
    questions_before: int
    questions_after: int

    @property
    def nothing(self) -> bool:
        """Is the review the same?"""
        same = self.questions_before == self.questions_after
        return same and not (self.gained or self.lost or self.standings or self.points)


def after(desk: Desk, asked: str) -> Changes | None:
    """The changes since a revision named `part:number`, of a part this reader reads; None for anything else."""
    name, _, number = asked.partition(":")
    key = next((key for key in desk.parts if key[0].value == name), None)
    if key is None or not (number.isascii() and number.isdigit()) or len(number) > 9:
        return None
    last = desk.read.log.heads.get(key, (0, ""))[0]
    if not 1 <= int(number) <= last or (key == (Part.MAIN, "") and int(number) == 1):
        return None
    return compared(desk.before(*key, int(number)).review, desk.read.review, int(number))


def compared(before: Review, now: Review, since: int) -> Changes:
    """The difference, subject by subject; what is about a new subject counts as gained."""
    known, kept = {_key(one) for one in before.findings}, {_key(one) for one in now.findings}
    rungs = {one.subject.id: one.rung for one in before.items}
    states = {_point(one): one.state for one in before.points}
    standings = [
        Step(one.subject.name, rungs[one.subject.id].label, one.rung.label, RUNGS[rungs[one.subject.id]][1], RUNGS[one.rung][1])
        for one in now.items if rungs.get(one.subject.id, one.rung) is not one.rung
    ]  # fmt: skip
    points = [
        Step(f"{one.fact.name}（{one.count.name}）", states[_point(one)].label, one.state.label, STATES[states[_point(one)]][1], STATES[one.state][1])
        for one in now.points if states.get(_point(one), one.state) is not one.state
    ]  # fmt: skip
    return Changes(
        since, tuple(_line(one) for one in now.findings if _key(one) not in known),
        tuple(_line(one) for one in before.findings if _key(one) not in kept), tuple(standings), tuple(points),
        len(before.questions), len(now.questions),
    )  # fmt: skip


def _key(one: Finding) -> tuple[str, str, str]:
    return (one.rule.id, one.subject.kind, one.subject.id)


def _point(one: PointLine) -> tuple[str, str]:
    return (one.count.id, one.fact.id)


def _line(one: Finding) -> tuple[str, str, str, str]:
    return (one.rule.title, one.subject.name, WEIGHTS[one.weight][1], told(one))
