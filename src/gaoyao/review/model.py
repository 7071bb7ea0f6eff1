"""A review as data: what the renderers and the API show.  Deterministic: same input, same bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from gaoyao.law.citation import Citation
from gaoyao.law.rule import Rule, Weight
from gaoyao.logic.frame import Source
from gaoyao.logic.reasons import Reason
from gaoyao.review.standing import Rung

FORMAT = "gaoyao-review/1"
Timeline = tuple[tuple[str, str, "Subject"], ...]


class FactState(StrEnum):
    """A fact to be proved, on necessary conditions only."""

    NO_OBSTACLE = "no_obstacle"
    OPEN = "open"
    OBSTACLE = "obstacle"

    @property
    def label(self) -> str:
        """未见障碍 / 待查 / 有障碍."""
        return {"no_obstacle": "未见障碍", "open": "待查", "obstacle": "有障碍"}[self.value]


@dataclass(frozen=True, slots=True)
class Subject:
    """What a line is about."""

    kind: str
    id: str
    name: str
    number: int


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that found something about a subject, with its reasons, citations, addresses and cure."""

    id: str
    rule: Rule
    subject: Subject
    weight: Weight
    reason: Reason
    sentence: str
    citations: tuple[Citation, ...]
    sources: tuple[Source, ...]
    school: str


@dataclass(frozen=True, slots=True)
class Pending:
    """A rule whose premise holds and whose breach is not known for a subject."""

    rule: Rule
    subject: Subject
    holds: bool
    unknowns: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class ItemLine:
    """One item of evidence and where it stands."""

    subject: Subject
    type: str
    page: str
    rung: Rung
    rules: tuple[str, ...]
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SupportLine:
    """An item seen from a point: direction, tie, standing."""

    item: Subject
    supports: bool
    tie: str
    rung: Rung
    own_confession: bool
    page: str


@dataclass(frozen=True, slots=True)
class PointLine:
    """One fact for one count: its state and what stands in the way."""

    subject: Subject
    accused: Subject | None
    incident: Subject | None
    charge: str
    count: Subject
    fact: Subject
    role: str
    state: FactState
    legal: tuple[str, ...]
    hints: tuple[str, ...]
    pending: tuple[str, ...]
    supports: tuple[SupportLine, ...]
    route: str = ""


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """One thing to be found out: asked of whom, about which subjects, because of which rules."""

    text: str
    answers: str
    field: str
    subjects: tuple[Subject, ...]
    because: tuple[str, ...]
    citations: tuple[str, ...]
    legal_duty: bool
    holds: bool


@dataclass(frozen=True, slots=True)
class SchoolLine:
    """Which school of a disputed point was used."""

    interpretation: str
    question: str
    school: str
    label: str
    holders: str
    reading: str
    by_default: bool
    why_default: str
    others: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class NotChecked:
    """Something that could not be checked: never a pass."""

    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Certificate:
    """未见障碍 as a whole, or why it is withheld."""

    granted: bool
    withheld_because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """Everything a reader sees.  `words` maps a citation's full form to the imported words of the law."""

    title: str
    case_id: str
    invented: bool
    stage: str
    stage_label: str
    role: str
    role_label: str
    today: date
    hearing: date
    hearing_entered: bool
    certificate: Certificate
    findings: tuple[Finding, ...]
    items: tuple[ItemLine, ...]
    points: tuple[PointLine, ...]
    questions: tuple[QuestionLine, ...]
    schools: tuple[SchoolLine, ...]
    not_checked: tuple[NotChecked, ...]
    rules_run: int
    make_timeline: Callable[[], Timeline] = field(default=tuple, compare=False, repr=False)
    words: Mapping[str, str] = field(default_factory=dict)

    @property
    def timeline(self) -> Timeline:
        """Every entered moment in order: when, what, subject; made when a renderer asks."""
        return self.make_timeline()

    def of_effect(self, *effects: str) -> tuple[Finding, ...]:
        """The findings whose rule has one of these effects, in order."""
        return tuple(one for one in self.findings if one.rule.effect.value in effects)

    def of_concept(self, concept: str) -> tuple[Finding, ...]:
        """The findings whose rule concludes this concept."""
        return tuple(one for one in self.findings if one.rule.concept == concept)
