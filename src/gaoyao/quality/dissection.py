"""A dissection as a protocol: trigger → self-review, peer review, expert comment (each hidden until all are filed)
→ two coders independently → causes settled → lessons → measures, feedback, scenarios.

A `Dissection` is a pure, immutable value; every act returns a new one or refuses in words.  It is about causes, gates
and what to do; responsibility is decided elsewhere, by others, by another procedure (法发〔2013〕11号 art. 27), and
nothing here counts anything about a person.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from gaoyao.quality.agreement import Agreement, cohen
from gaoyao.quality.codebook import Gate, Visible, by_code, codebook


class Trigger(StrEnum):
    """What makes a closed case one to learn from."""

    ACQUITTED = "acquitted"
    WITHDRAWN = "withdrawn"
    RECONSIDERED = "reconsidered"
    REVIEWED = "reviewed"

    @property
    def label(self) -> str:
        """宣告无罪, 撤回起诉, 复议改变, 复核改变."""
        return {
            "acquitted": "宣告无罪", "withdrawn": "撤回起诉", "reconsidered": "复议改变原决定", "reviewed": "复核改变原决定",
        }[self.value]  # fmt: skip


class Part(StrEnum):
    """In which role somebody takes part."""

    SELF = "self"
    PEER = "peer"
    EXPERT = "expert"

    @property
    def label(self) -> str:
        """承办人自查, 同行评议, 专家点评."""
        return {"self": "承办人自查", "peer": "同行评议", "expert": "专家点评"}[self.value]


CODERS = (Part.PEER, Part.EXPERT)
"""Who codes: the two who did not handle the case."""


class DissectionRefused(ValueError):
    """An act out of order; the words say what has to come first."""


@dataclass(frozen=True, slots=True)
class Opening:
    """Why and on what paper: trigger, day, document, page."""

    trigger: Trigger
    happened: date
    document: str
    page: str


@dataclass(frozen=True, slots=True)
class Coding:
    """One coder's judgement on one cause: visible when charged, the gate where it could have been seen, why."""

    code: str
    visible: Visible
    gate: Gate
    why: str


@dataclass(frozen=True, slots=True)
class Cause:
    """A settled cause; `safeguard` names the step that should have caught it and was skipped ('' for none)."""

    code: str
    visible: Visible
    gate: Gate
    safeguard: str
    why: str


@dataclass(frozen=True, slots=True)
class Lesson:
    """What is to be learned, and from which cause."""

    text: str
    code: str


@dataclass(frozen=True, slots=True)
class Measure:
    """What will be done by which office until when; `done` is empty while it is not."""

    lesson: int
    text: str
    owner: str
    due: date
    done: date | None = None
    result: str = ""

    def overdue(self, today: date) -> bool:
        """Is it late on that day?"""
        return self.done is None and today > self.due


@dataclass(frozen=True, slots=True)
class Feedback:
    """What was sent to the investigating body, and what came back."""

    to: str
    text: str
    sent: date
    received: date | None = None
    answered: date | None = None
    answer: str = ""

    @property
    def state(self) -> str:
        """已发出, 已签收, 已答复."""
        return "已答复" if self.answered else "已签收" if self.received else "已发出，没有签收"


@dataclass(frozen=True, slots=True)
class Scenario:
    """A lesson as a scenario file, and what its rule found in the invented files when it was stored: (file, title, number)."""

    lesson: int
    rule: str
    text: str
    shown: tuple[tuple[str, str, int], ...]

    @property
    def showing(self) -> int:
        """In how many of the files something was found."""
        return sum(number > 0 for _, _, number in self.shown)


@dataclass(frozen=True, slots=True)
class Dissection:
    """One dissection.  Make it with `opened`; names are those of the people who take part."""

    opening: Opening
    people: Mapping[Part, str]
    reviews: Mapping[Part, str] = field(default_factory=lambda: MappingProxyType({}), repr=False)
    codings: Mapping[Part, tuple[Coding, ...]] = field(
        default_factory=lambda: MappingProxyType({}), repr=False
    )
    causes: tuple[Cause, ...] = ()
    lessons: tuple[Lesson, ...] = ()
    measures: tuple[Measure, ...] = ()
    feedback: tuple[Feedback, ...] = ()
    scenarios: tuple[Scenario, ...] = ()

    # ------------------------------------------------------------ where it stands

    @property
    def waiting(self) -> tuple[Part, ...]:
        """The roles that have not filed their review."""
        return tuple(one for one in Part if one not in self.reviews)

    @property
    def coding(self) -> tuple[Part, ...]:
        """The coders that have not filed their coding."""
        return tuple(one for one in CODERS if one not in self.codings)

    @property
    def state(self) -> str:
        """What it waits for."""
        if self.waiting:
            return f"等待提交：{'、'.join(one.label for one in self.waiting)}"
        if self.coding:
            return f"等待编码：{'、'.join(one.label for one in self.coding)}"
        if not self.causes:
            return "等待确定原因"
        return "已确定原因" if not self.lessons else "已有教训和改进"

    def role(self, name: str) -> Part | None:
        """The role of somebody; None for who takes no part."""
        return next((part for part, who in self.people.items() if who == name), None)

    def read(self, by: str, part: Part) -> str:
        """A review: one's own at any time, another's once all are filed.  Raises DissectionRefused."""
        if self.role(by) is not part and self.waiting:
            raise DissectionRefused(
                f"{'、'.join(one.label for one in self.waiting)}尚未提交，全部提交以前不能查看他人的"
            )
        if part not in self.reviews:
            raise DissectionRefused(f"{part.label}尚未提交")
        return self.reviews[part]

    def coded(self, by: str, part: Part) -> tuple[Coding, ...]:
        """A coding: one's own at any time, the other's once both are filed.  Raises DissectionRefused."""
        if self.role(by) is not part and self.coding:
            raise DissectionRefused("两人都提交编码以前，不能查看另一人的编码")
        if part not in self.codings:
            raise DissectionRefused(f"{part.label}尚未提交编码")
        return self.codings[part]

    @property
    def agreement(self) -> Agreement | None:
        """κ of the two codings: every code of the book is one unit, chosen or not; None before both are filed."""
        if self.coding:
            return None
        chosen = [{one.code for one in self.codings[part]} for part in CODERS]
        first, second = ([one.code in codes for one in codebook()] for codes in chosen)
        return cohen(first, second)

    # ------------------------------------------------------------ acts

    def file(self, by: str, text: str) -> Dissection:
        """Somebody files the review of his role; hidden until all three are there, never changed."""
        part = self._part(by)
        if part in self.reviews:
            raise DissectionRefused(f"{part.label}已经提交，提交后不能更改")
        if not text.strip():
            raise DissectionRefused(f"{part.label}没有内容")
        return replace(self, reviews=MappingProxyType({**self.reviews, part: text.strip()}))

    def code(self, by: str, codings: tuple[Coding, ...]) -> Dissection:
        """A coder files his coding, after the reviews are open; hidden until both are there."""
        part = self._part(by)
        if part not in CODERS:
            raise DissectionRefused("承办人不编码；由同行和专家各自独立编码")
        if self.waiting:
            raise DissectionRefused(f"{'、'.join(one.label for one in self.waiting)}尚未提交，不能编码")
        if part in self.codings:
            raise DissectionRefused("编码已经提交，提交后不能更改")
        _known(one.code for one in codings)
        if not codings:
            raise DissectionRefused("没有选择任何原因；确实都不是的，选“其他”并写明是什么")
        if blank := [one.code for one in codings if not one.why.strip()]:
            raise DissectionRefused(f"{'、'.join(blank)}没有写明理由")
        return replace(self, codings=MappingProxyType({**self.codings, part: codings}))

    def settle(self, causes: tuple[Cause, ...]) -> Dissection:
        """The causes as they are settled after both codings; each was chosen by at least one coder."""
        if self.coding:
            raise DissectionRefused("两人都提交编码以后才能确定原因")
        if self.causes:
            raise DissectionRefused("原因已经确定；有新的情况的，另开一次剖析")
        _known(one.code for one in causes)
        chosen = {one.code for coding in self.codings.values() for one in coding}
        if strange := [one.code for one in causes if one.code not in chosen]:
            raise DissectionRefused(f"{'、'.join(strange)}两人都没有编码，不能确定为原因")
        if not causes:
            raise DissectionRefused("至少确定一项原因")
        if blank := [one.code for one in causes if not one.why.strip()]:
            raise DissectionRefused(f"{'、'.join(blank)}没有写明理由")
        return replace(self, causes=causes)

    def learn(self, lesson: Lesson) -> Dissection:
        """Add a lesson from a settled cause."""
        if lesson.code not in {one.code for one in self.causes}:
            raise DissectionRefused("教训要对应一项已经确定的原因")
        if not lesson.text.strip():
            raise DissectionRefused("教训没有内容")
        return replace(self, lessons=(*self.lessons, lesson))

    def plan(self, measure: Measure) -> Dissection:
        """Add a measure to a lesson, with an office and a day."""
        self._lesson(measure.lesson)
        if not (measure.text.strip() and measure.owner.strip()):
            raise DissectionRefused("改进措施要写明内容和负责的部门、岗位")
        return replace(self, measures=(*self.measures, measure))

    def finish(self, number: int, done: date, result: str) -> Dissection:
        """A measure is done; its result is written down."""
        if not 0 <= number < len(self.measures):
            raise DissectionRefused("没有这项改进措施")
        if self.measures[number].done is not None:
            raise DissectionRefused("这项措施已经完成")
        if not result.strip():
            raise DissectionRefused("写明完成的情况")
        made = replace(self.measures[number], done=done, result=result.strip())
        return replace(self, measures=(*self.measures[:number], made, *self.measures[number + 1 :]))

    def send(self, feedback: Feedback) -> Dissection:
        """Feedback to the investigating body, after the causes are settled."""
        if not self.causes:
            raise DissectionRefused("原因确定以后才能反馈")
        if not (feedback.to.strip() and feedback.text.strip()):
            raise DissectionRefused("反馈要写明发给哪个机关和内容")
        return replace(self, feedback=(*self.feedback, feedback))

    def hear(self, number: int, received: date | None, answered: date | None, answer: str) -> Dissection:
        """What came back: received, answered.  An answer has words; nothing comes back before it was sent."""
        if not 0 <= number < len(self.feedback):
            raise DissectionRefused("没有这次反馈")
        one = self.feedback[number]
        received = received or one.received or answered
        if received is None:
            raise DissectionRefused("写明签收或者答复的日期")
        if min(day for day in (received, answered) if day) < one.sent or (answered and answered < received):
            raise DissectionRefused("签收、答复的日期在发出、签收以前")
        if answered and not answer.strip():
            raise DissectionRefused("写明答复的内容")
        made = replace(
            one, received=received, answered=answered or one.answered, answer=answer.strip() or one.answer
        )
        return replace(self, feedback=(*self.feedback[:number], made, *self.feedback[number + 1 :]))

    def keep(self, scenario: Scenario) -> Dissection:
        """Store a lesson as a scenario (validated by `gaoyao.quality.lessons`)."""
        self._lesson(scenario.lesson)
        return replace(self, scenarios=(*self.scenarios, scenario))

    def _part(self, by: str) -> Part:
        part = self.role(by)
        if part is None:
            raise DissectionRefused("只有承办人、同行、专家各自提交自己的一份")
        return part

    def _lesson(self, number: int) -> None:
        if not 0 <= number < len(self.lessons):
            raise DissectionRefused("请选择一条教训")


def opened(opening: Opening, people: Mapping[Part, str]) -> Dissection:
    """A new dissection.  Raises DissectionRefused for a missing document or role, or one person in two roles."""
    if not opening.document.strip():
        raise DissectionRefused("写明触发剖析的文书（裁判文书、撤回起诉决定、复议复核决定的文号）")
    if set(people) != set(Part) or not all(people.values()):
        raise DissectionRefused("承办人、同行、专家各需要一人")
    if len(set(people.values())) != len(people):
        raise DissectionRefused("承办人、同行、专家应当是三个不同的人")
    return Dissection(opening, MappingProxyType(dict(people)))


def _known(codes: Iterable[str]) -> None:
    listed = list(codes)
    if strange := [one for one in listed if one not in by_code()]:
        raise DissectionRefused(f"编码表里没有“{'、'.join(strange)}”")
    if len(set(listed)) != len(listed):
        raise DissectionRefused("同一编码选了两次")
