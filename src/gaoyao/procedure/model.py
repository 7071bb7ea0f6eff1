"""What a deadline row says: start, length, direction, alternatives, extensions, exclusions, restarts.

A `DeadlineRule` has one or more legs (one article often sets several periods); a leg has one length and
alternatives that replace it when a declared attribute has a value.  Rows are data: `rows/` builds them and
`engine` reads them.  Custody is a property of the period or of the case at that time, never of the rule as
a whole (audit.md §5 G).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from gaoyao.law.citation import Citation
from gaoyao.procedure.counting import Length

Value = bool | str
When = tuple[tuple[str, Value], ...]


class Nature(StrEnum):
    """What kind of period a leg is; it decides what a holiday on its last day does (CPL 105)."""

    CUSTODY = "custody"
    CASE = "case"
    ORDINARY = "ordinary"
    BURDEN = "burden"
    DURATION = "duration"
    SENTENCE = "sentence"

    @property
    def label(self) -> str:
        """The Chinese name that explanations print."""
        return {
            "custody": "羁押期限", "case": "办案期限（随案件羁押状态）", "ordinary": "一般期限",
            "burden": "限制人身自由或者权利的期限", "duration": "持续时间", "sentence": "刑期",
        }[self.value]  # fmt: skip


class Direction(StrEnum):
    """Counted forward from an event, or back from a day that is fixed (开庭、届满、执行)."""

    FORWARD = "forward"
    BACKWARD = "backward"


class Excluded(StrEnum):
    """Kinds of time that is not counted (or is claimed not to be)."""

    STAY = "stay"
    PSYCHIATRIC = "psychiatric"
    FILE_REVIEW = "file_review"
    DECISION = "decision"
    DETAINED = "detained"
    OBSTACLE = "obstacle"
    OTHER_APPRAISAL = "other_appraisal"
    UNSPECIFIED = "unspecified"

    @property
    def label(self) -> str:
        """The Chinese name that explanations print."""
        return {
            "stay": "中止审理", "psychiatric": "精神病鉴定", "file_review": "检察院查阅案卷",
            "decision": "决定采取强制措施", "detained": "被羁押等限制人身自由", "obstacle": "不可抗力或者其他障碍",
            "other_appraisal": "精神病以外的鉴定", "unspecified": "未写明事由的扣除",
        }[self.value]  # fmt: skip


class Cause(StrEnum):
    """Why a period starts again."""

    NEW_CRIME = "new_crime"
    IDENTITY = "identity"
    SUPPLEMENT = "supplement"
    JURISDICTION = "jurisdiction"
    DESIGNATED = "designated"
    REMAND = "remand"
    CONVERSION = "conversion"
    REDECIDED = "redecided"
    LIUZHI = "liuzhi"
    UNSPECIFIED = "unspecified"

    @property
    def label(self) -> str:
        """The Chinese name that explanations print."""
        return {
            "new_crime": "发现另有重要罪行", "identity": "查清身份", "supplement": "补充侦查（调查）完毕移送",
            "jurisdiction": "改变管辖后收到案件", "designated": "收到指定管辖决定书和案卷",
            "remand": "收到发回重审的案件", "conversion": "决定转换审理程序", "redecided": "重新办理取保候审、监视居住手续",
            "liuzhi": "发现另有重大职务犯罪，经国家监委批准重新计算留置时间", "unspecified": "未写明事由的重新计算",
        }[self.value]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another length of a leg when every `when` attribute has the given value (all must be declared)."""

    when: When
    length: Length
    reason: str
    nature: Nature | None = None
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class ExtensionRule:
    """One extension the law allows: how long, who approves, after which, how often, on what ground.

    `least` is set when the approval fixes the length between `least` and `length`; `to_total` means 延长至
    (the total becomes `length`) rather than 延长 (it is added); `up_to` means 不超过: the approval may give
    less, and one that gives no length is taken at the cap with a finding; `authority` empty: the article
    names none; `needs` are grounds: a declared contrary refuses the extension, an unknown one is a question.
    """

    key: str
    label: str
    length: Length
    citations: tuple[Citation, ...]
    authority: tuple[str, ...] = ()
    least: Length | None = None
    to_total: bool = False
    up_to: bool = False
    after: tuple[str, ...] = ()
    times: int | None = 1
    needs: When = ()


@dataclass(frozen=True, slots=True)
class Exemption:
    """The leg does not apply when every `when` attribute has the given value."""

    when: When
    reason: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Leg:
    """One period of a rule.

    `length` None: the length is fixed by a paper (`Declared.amount`) between `least` and `most` when given;
    `ordinary` an earlier day the article sets first (应当在二个月以内); `outer` a later one (至迟不得超过);
    `approval` bodies whose approval the period itself needs; `minimum` a time that must pass, not a limit;
    `words` other names under which the leg is asked for; `requires` attributes without which no day exists.
    """

    name: str
    start: str
    length: Length | None
    nature: Nature = Nature.ORDINARY
    direction: Direction = Direction.FORWARD
    words: tuple[str, ...] = ()
    selected_by: When = ()
    alternatives: tuple[Alternative, ...] = ()
    extensions: tuple[ExtensionRule, ...] = ()
    excludes: tuple[Excluded, ...] = ()
    restarts: tuple[Cause, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    requires: tuple[str, ...] = ()
    approval: tuple[str, ...] = ()
    least: Length | None = None
    most: Length | None = None
    ordinary: Length | None = None
    outer: Length | None = None
    minimum: bool = False
    stays_open: bool = False
    notes: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class DeadlineRule:
    """One row of the catalogue: its id, a title, its citations and its legs (the first is the default)."""

    id: str
    title: str
    citations: tuple[Citation, ...]
    legs: tuple[Leg, ...]
    most_times: int | None = None

    @property
    def verified(self) -> bool:
        """Were the words of every article read?  A row that is not never compels."""
        cited = [*self.citations, *(c for leg in self.legs for c in leg.citations)]
        return all(citation.verified for citation in cited)
