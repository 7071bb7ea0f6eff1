"""A review as data: what the renderers and the API show.  Deterministic: same input, same bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from gaoyao.law.citation import Citation
from gaoyao.law.rule import Rule, Weight
from gaoyao.logic.frame import Source
from gaoyao.logic.reasons import Reason
from gaoyao.review.deadlines import DeadlineLine
from gaoyao.review.standing import Rung

if TYPE_CHECKING:
    from gaoyao.review.lanes import Chronicle
    from gaoyao.review.mismatches import MismatchLine
    from gaoyao.review.pages import Registers, StatementsPage
    from gaoyao.review.wiring import Wiring

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
    """A rule that found something about a subject, with its reasons, citations, addresses and cure.

    `aside` marks a finding of a school that was not chosen: reasons are owed for not following it, and nothing
    else follows from it.
    """

    id: str
    rule: Rule
    subject: Subject
    weight: Weight
    reason: Reason
    sentence: str
    citations: tuple[Citation, ...]
    sources: tuple[Source, ...]
    school: str
    aside: bool = False


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
    """What one office finds out about some subjects in one act: which fields, because of which rules.

    `also`: further fields of the same subjects that are answered together with `field`; `text` asks them all.
    `waits`: how many checks (rule and subject) wait for it.  `opens`: its answer decides which checks run at all,
    so it comes before what those checks ask.
    """

    text: str
    answers: str
    field: str
    subjects: tuple[Subject, ...]
    because: tuple[str, ...]
    citations: tuple[str, ...]
    legal_duty: bool
    holds: bool
    also: tuple[str, ...] = ()
    waits: int = 0
    opens: bool = False

    @property
    def fields(self) -> tuple[str, ...]:
        """Every field asked, in order."""
        return (self.field, *self.also)


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
class BreakLine:
    """A smallest set of items (or of whole origins: then every item of theirs) whose loss makes a point worse.

    `size` counts items or origins; `after` is the state without them; `because` the titles of what then stands in
    the way and did not before.
    """

    size: int
    items: tuple[Subject, ...]
    after: FactState
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PointBreaks:
    """How easily one point breaks.

    Every smallest set of at most `item_limit` items (`origin_limit` origins) is listed; larger ones were not tried.
    `route_cuts`: smallest sets of items on which every standing route hangs, by the formula of the routes alone, of at
    most `route_limit`; `route_more`: larger ones may exist.  `to_yes` and `to_no`: the smallest sets of questions
    that would settle open routes, both ways.
    """

    point: Subject
    state: FactState
    by_item: tuple[BreakLine, ...]
    by_origin: tuple[BreakLine, ...]
    item_limit: int
    origin_limit: int
    route_cuts: tuple[tuple[Subject, ...], ...]
    route_limit: int
    route_more: bool
    to_yes: tuple[tuple[str, ...], ...]
    to_no: tuple[tuple[str, ...], ...]

    @property
    def singles(self) -> tuple[BreakLine, ...]:
        """Single points of failure: one item whose loss is enough."""
        return tuple(one for one in self.by_item if one.size == 1)


@dataclass(frozen=True, slots=True)
class PointChange:
    """A point whose state is another one than before."""

    point: Subject
    before: FactState
    after: FactState
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StressLine:
    """One of the four fixed stress tests, in words.

    `tried` counts the suppositions (one for each expert opinion, each officer), `changing` those that change a
    state; `worst`, `items` and `changes` tell of the worst one.
    """

    id: str
    label: str
    sentence: str
    tried: int
    changing: int
    worst: str
    items: tuple[Subject, ...]
    changes: tuple[PointChange, ...]


@dataclass(frozen=True, slots=True)
class Robustness:
    """How easily the facts break.  About this case alone; never a figure to compare cases by."""

    points: tuple[PointBreaks, ...] = ()
    stress: tuple[StressLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """Everything a reader sees.  `words` maps a citation's full form to the imported words of the law; `material`
    is the SHA-256 of the case file it was made from, where it was one file.
    """

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
    make_robustness: Callable[[], Robustness] = field(default=Robustness, compare=False, repr=False)
    words: Mapping[str, str] = field(default_factory=dict)
    material: str = ""
    deadlines: tuple[DeadlineLine, ...] = ()
    make_statements: Callable[[], StatementsPage] | None = field(default=None, compare=False, repr=False)
    make_registers: Callable[[], Registers] | None = field(default=None, compare=False, repr=False)
    make_wiring: Callable[[int], Wiring] | None = field(default=None, compare=False, repr=False)
    make_breaks: Callable[[int], PointBreaks | None] | None = field(default=None, compare=False, repr=False)
    make_chronicle: Callable[[], Chronicle] | None = field(default=None, compare=False, repr=False)
    mismatches: tuple[MismatchLine, ...] = ()

    @property
    def timeline(self) -> Timeline:
        """Every entered moment in order: when, what, subject; made when a renderer asks."""
        return self.make_timeline()

    @property
    def robustness(self) -> Robustness:
        """Smallest breaking sets and stress tests; made when a renderer asks."""
        return self.make_robustness()

    @property
    def statements(self) -> StatementsPage:
        """How the statements move and what the questioning shows; worked out when asked."""
        from gaoyao.review.pages import StatementsPage

        return self.make_statements() if self.make_statements else StatementsPage()

    @property
    def registers(self) -> Registers:
        """Rivals, alibis, doubts, contradictions, favourable entries, traces: numbered; worked out when asked."""
        from gaoyao.review.pages import Registers

        return self.make_registers() if self.make_registers else Registers()

    @property
    def chronicle(self) -> Chronicle:
        """Lanes of persons and procedure, and what cannot both be true; worked out when asked."""
        from gaoyao.review.lanes import Chronicle

        return self.make_chronicle() if self.make_chronicle else Chronicle()

    def wiring(self, point: int) -> Wiring:
        """What the proof graph of one point (by its number) is drawn from; worked out when asked."""
        from gaoyao.review.wiring import Wiring

        return self.make_wiring(point) if self.make_wiring else Wiring()

    def breaks(self, point: int) -> PointBreaks | None:
        """The single items and single origins whose loss makes one point worse; None for a point that cannot become
        worse.  Some tenths of a second the first time, hence never on a page of all points."""
        return self.make_breaks(point) if self.make_breaks else None

    def of_effect(self, *effects: str) -> tuple[Finding, ...]:
        """The findings whose rule has one of these effects, in order."""
        return tuple(one for one in self.findings if one.rule.effect.value in effects)

    def of_concept(self, concept: str) -> tuple[Finding, ...]:
        """The findings whose rule concludes this concept."""
        return tuple(one for one in self.findings if one.rule.concept == concept)
