"""Gates: what a review still shows open before a step is taken (2013 Opinion art. 3, 16–17, 20).

A gate never stops anybody.  It lists the procedural findings and open questions that belong before the step; whoever
goes on signs a reason.  The concepts of the rules say what belongs to which gate.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from gaoyao.review.model import Finding, QuestionLine, Review

_PROCEDURE = frozenset({
    "procedure_breach", "procedure_open", "last_statement", "right_unprotected", "legal_aid", "contest_unexamined", "outside_hearing",
    "exculpatory_refused", "request_unanswered", "refusal_unreasoned", "access_denied", "legality_unexamined", "defence_restricted",
    "defence_unanswered", "level_too_low", "level_evaded", "joint_handling", "instruction",
})  # fmt: skip
_SPEECH = frozenset(
    {
        "member_absent",
        "opinion_unreasoned",
        "minority_lost",
        "record_unsigned",
        "panel_order",
        "lay_vote",
        "experience",
        "pressure",
    }
)
_COMMITTEE = frozenset(
    {"committee_order", "speech_unreasoned", "quorum", "committee_missing", "committee_hidden"}
)


class Step(StrEnum):
    """The steps that have a gate."""

    DELIBERATION = "deliberation"
    DECISION = "decision"
    DEATH_APPROVAL = "death_approval"

    @property
    def label(self) -> str:
        """The Chinese name."""
        return {
            "deliberation": "评议以前",
            "decision": "作出裁判以前",
            "death_approval": "提交核准死刑意见以前",
        }[self.value]


CONCEPTS: dict[Step, frozenset[str]] = {
    Step.DELIBERATION: _PROCEDURE,
    Step.DECISION: _PROCEDURE
    | _SPEECH
    | _COMMITTEE
    | {"supplement_missing", "leave_room", "conviction_forbidden", "no_death"},
    Step.DEATH_APPROVAL: _PROCEDURE | _SPEECH | _COMMITTEE | {"death_review", "no_death", "doubt_acquits"},
}
"""Which concepts of rules belong before which step."""


@dataclass(frozen=True, slots=True)
class GateLine:
    """What is open before one step: findings, questions, and whether a reason is owed to go on."""

    step: Step
    findings: tuple[Finding, ...]
    questions: tuple[QuestionLine, ...]

    @property
    def open(self) -> bool:
        """Is there nothing in the way?"""
        return not self.findings and not self.questions

    @property
    def sentence(self) -> str:
        """One sentence for the screen; the decision stays with people."""
        if self.open:
            return f"{self.step.label}：未见程序上的障碍"
        return f"{self.step.label}：{len(self.findings)} 项程序问题没有处理，{len(self.questions)} 项没有查明；继续进行的，由审判人员写明理由"


def gate(review: Review, step: Step) -> GateLine:
    """What a review shows open before `step`.  Findings of schools not chosen (`aside`) do not count."""
    concepts = CONCEPTS[step]
    findings = tuple(one for one in review.findings if one.rule.concept in concepts and not one.aside)
    titles = _titles(concepts)
    return GateLine(step, findings, tuple(one for one in review.questions if titles & set(one.because)))


def _titles(concepts: frozenset[str]) -> frozenset[str]:
    from gaoyao.review.engine import rules

    return frozenset(rule.title for rule in rules() if rule.concept in concepts)
