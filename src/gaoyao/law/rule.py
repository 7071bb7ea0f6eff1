"""Rules: declared, dated, cited, and readable as propositions (design §7).

A rule is one function that returns `when(premise, breach)`.  The premise (前提闸门) says when the rule
concerns the subject at all; the breach says what must not be.  premise and breach yes → the rule finds;
premise yes and breach unknown → a question; otherwise silence (audit §E.1).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from gaoyao.dossier.schema import Kind
from gaoyao.law.citation import Citation
from gaoyao.law.interpretations import INTERPRETATIONS
from gaoyao.logic.relations import kind_of
from gaoyao.logic.tree import Always, Prop, all_of, any_of


class Effect(StrEnum):
    """What a rule concludes about its subject."""

    GROUND = "ground"
    NOT_BASIS = "not_basis"
    CURABLE = "curable"
    OBSTACLE = "obstacle"
    HINT = "hint"
    DISPOSITION = "disposition"
    DUTY = "duty"
    NOTE = "note"
    CONCEPT = "concept"

    @property
    def label(self) -> str:
        """The Chinese name of the effect."""
        return {
            "ground": "应当排除的理由", "not_basis": "依规定不得作为定案的根据", "curable": "瑕疵", "obstacle": "法定障碍",
            "hint": "提示", "disposition": "处理", "duty": "应当履行而未履行", "note": "说明", "concept": "中间结论",
        }[self.value]  # fmt: skip


class Weight(StrEnum):
    """What a finding weighs (design §5)."""

    MANDATORY = "mandatory"
    EXPLAIN = "explain"
    RISK = "risk"
    CLUE = "clue"

    @property
    def label(self) -> str:
        """法律强制 / 应当说明 / 风险提示 / 统计线索."""
        return {"mandatory": "法律强制", "explain": "应当说明", "risk": "风险提示", "clue": "统计线索"}[
            self.value
        ]


class ConsequenceBasis(StrEnum):
    """Where the consequence stands (guide §0.2)."""

    STATUTE = "statute"
    CROSS_REFERENCE = "cross_reference"
    STATUTE_PLUS_WORKFLOW = "statute_plus_workflow"
    WORKFLOW = "workflow"

    @property
    def label(self) -> str:
        """The Chinese explanation of where the consequence comes from."""
        return {
            "statute": "后果见所引条文", "cross_reference": "后果见并引条文", "statute_plus_workflow": "要求是法定的，提示方式是软件的",
            "workflow": "条文只设要求，后果栏是软件动作",
        }[self.value]  # fmt: skip


class LawTime(StrEnum):
    """Which date selects the version of the law: the hearing (default) or the act of taking evidence."""

    HEARING = "hearing"
    ACT = "act"


PRE_TRIAL = ("investigation", "arrest_review", "prosecution_review")
TRIAL = ("first_instance", "second_instance", "death_review", "retrial")
EVERY_STAGE = PRE_TRIAL + TRIAL


@dataclass(frozen=True, slots=True)
class When:
    """The two halves of a rule."""

    premise: Prop
    breach: Prop


def when(premise: Prop, breach: Prop | None = None) -> When:
    """`when(premise, breach)`; with one argument the whole rule is its breach and it never asks."""
    return When(premise, breach) if breach is not None else When(premise, Always())


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.  `id` is module.function; `statement` is the docstring, in our own plain Chinese.

    `cure` says what would mend the breach, `consequence` what the law attaches to it, `rows` which rows of
    the catalogue it covers.  `whole` is the compiled proposition with exceptions applied.  A `routine` rule
    is one whose premise is no sign of trouble (every confession must be confirmed by the accused): what nobody
    has entered yet is asked but does not hold up the item; what was looked for and not found does.
    """

    id: str
    title: str
    statement: str
    stratum: int
    about: str
    effect: Effect
    concept: str
    sources: tuple[Citation, ...]
    basis: ConsequenceBasis
    consequence: str
    cure: str
    stages: tuple[str, ...]
    rows: tuple[str, ...]
    interpretation: tuple[str, str] | None
    law_time: LawTime
    exception_to: str
    routine: bool
    premise: Prop = field(repr=False)
    breach: Prop = field(repr=False)
    exceptions: tuple[str, ...] = ()
    whole: Prop = field(repr=False, default_factory=Always)

    def cited_on(self, on: date) -> tuple[Citation, ...]:
        """The sources in force on the day `on`, in the order of the rule."""
        return tuple(source for source in self.sources if source.in_force(on))

    def verified_on(self, on: date) -> bool:
        """Was at least one source that is in force on the day `on` read against its text?"""
        return any(source.verified for source in self.cited_on(on))

    @property
    def verified(self) -> bool:
        """Was at least one source read against its text?"""
        return any(source.verified for source in self.sources)


def weight_of(effect: Effect, basis: ConsequenceBasis, verified: bool, confirmed: bool) -> Weight:
    """The one table of design §5: from consequence, verification and confirmation of inputs to a weight.

    mandatory only when the consequence is the statute's, the row was read against the text, and every value
    it rests on is stated, confirmed or ruled; otherwise explain or risk.  Notes and hints never compel.
    """
    if effect in (Effect.NOTE, Effect.HINT) or not verified:
        return Weight.RISK
    statutory = basis in (ConsequenceBasis.STATUTE, ConsequenceBasis.CROSS_REFERENCE)
    if statutory:
        return Weight.MANDATORY if confirmed else Weight.EXPLAIN
    return Weight.EXPLAIN if confirmed else Weight.RISK


RULES: dict[str, Rule] = {}


class RuleError(ValueError):
    """A rule is declared in a way the house does not allow; raised at import."""


def rule(
    *,
    title: str,
    stratum: int,
    about: type[Kind],
    effect: Effect,
    sources: list[Citation],
    consequence: str,
    basis: ConsequenceBasis = ConsequenceBasis.STATUTE,
    concept: str = "",
    cure: str = "",
    stages: tuple[str, ...] = EVERY_STAGE,
    rows: tuple[str, ...] = (),
    interpretation: tuple[str, str] | None = None,
    law_time: LawTime = LawTime.HEARING,
    exception_to: str = "",
    routine: bool = False,
) -> Callable[[Callable[[], When]], Rule]:
    """Declare a rule.  Raises RuleError without citation, docstring, or with a reading of a higher stratum."""

    def declare(function: Callable[[], When]) -> Rule:
        ident = f"{function.__module__.rsplit('.', 1)[-1]}.{function.__name__}"
        if not sources:
            raise RuleError(f"规则 {ident} 没有引用条文：没有依据就不能成为规则")
        if not (function.__doc__ or "").strip():
            raise RuleError(f"规则 {ident} 没有说明文字")
        if ident in RULES:
            raise RuleError(f"规则 {ident} 定义了两次")
        if interpretation is not None:
            INTERPRETATIONS[interpretation[0]].school(interpretation[1])
        parts = function()
        whole = all_of(parts.premise, parts.breach)
        if kind_of(whole) not in ("", about.kind):
            raise RuleError(f"规则 {ident} 写明关于“{about.label}”，命题却关于 {kind_of(whole)}")
        made = Rule(
            ident, title, " ".join(function.__doc__.split()) if function.__doc__ else "", stratum, about.kind, effect,
            concept or effect.value, tuple(sources), basis, consequence, cure, stages, rows, interpretation, law_time,
            exception_to, routine, parts.premise, parts.breach, (), whole,
        )  # fmt: skip
        RULES[ident] = made
        return made

    return declare


def compile_rules(rules: dict[str, Rule]) -> tuple[Rule, ...]:
    """Apply exceptions to the rules they except and check strata; ordered by stratum, then declaration.

    Raises RuleError for an exception to an unknown rule, about another kind, or of a higher stratum, and for
    a rule that reads a concept of its own or a higher stratum.
    """
    from gaoyao.law.compiling import with_exceptions

    return with_exceptions(rules)


def joined(exceptions: list[Prop]) -> Prop:
    """Any of the exceptions; no exception is no."""
    return any_of(*exceptions) if exceptions else Always(False)
