"""The periods of a case: which declared step starts which period, which step ends it, and where it stands.

Every date is computed by `gaoyao.procedure` and explains itself.  A step without a date, a period without its
start, an extension without paper, number or authority is told as such, never as “not overdue”; and a period
whose end nobody has entered is not called overdue either: 未录入 is not 没有做.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from gaoyao.dossier.frame import CaseFrame
from gaoyao.dossier.model import Amount, Span
from gaoyao.dossier.schema import KINDS
from gaoyao.dossier.vocabulary import Approval, Case, Pause, Step
from gaoyao.logic.tree import EPOCH, Choice, Field, Flag
from gaoyao.procedure import Computation, Declared, Exclusion, Extension, Status, compute, days, months
from gaoyao.procedure.model import Excluded, Value

STARTS: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "summoned": (("cpl-119-1", ("summons_ended", "detained", "released")),),
    "detained": (
        ("cpl-85-1", ("sent_to_centre",)), ("cpl-85-2", ("told_family",)), ("cpl-86-1", ("questioned", "released")), ("cpl-91-1", ("arrest_requested", "released")),
    ),
    "arrest_requested": (("cpl-91-3", ("arrest_decided",)),),
    "arrested": (("cpl-156-1", ("transferred", "released")),),
    "liuzhi": (("jcf2024-48-1", ("liuzhi_ended", "transferred")),),
    "bailed": (("cpl-79-1", ("measure_ended",)),),
    "supervised": (("cpl-79-1", ("measure_ended",)),),
    "transferred": (("cpl-34-2", ("rights_told",)), ("cpl-172-1", ("indicted", "returned"))),
    "returned": (("cpl-175-1", ("returned_back",)),),
    "returned_back": (("cpl-172-1", ("indicted", "returned")),),
    "accepted": (("cpl-208-1", ("judged",)),),
    "judged": (("cpl-202-1", ("judgment_delivered",)),),
    "judgment_received": (("cpl-230-1", ("appealed",)),),
    "second_accepted": (("cpl-243-1", ("second_judged",)),),
    "reopened": (("cpl-258-1", ("reopened_judged",)),),
}  # fmt: skip
"""Start event → (row of the catalogue, events that end it)."""
ATTRIBUTES: dict[str, dict[str, Value]] = {
    "judgment_received": {"doc": "判决"}, "bailed": {"measure": "取保候审"}, "supervised": {"measure": "监视居住"},
}  # fmt: skip
"""What the event itself says about the period it starts."""
BY_PROCEDURE = {"summary": "cpl-220-1", "fast_track": "cpl-225-1"}
OPEN_ENDED = frozenset(("cpl-230-1",))
"""Periods of a right: nobody is late by not using it."""


@dataclass(frozen=True, slots=True)
class DeadlineLine:
    """One period: its row, whom it concerns, the start, the last day, the status and the explanation."""

    rule: str
    title: str
    accused: str
    started: str
    due: str
    status: str
    status_label: str
    overdue: bool
    steps: tuple[str, ...]
    findings: tuple[str, ...]
    missing: tuple[str, ...]
    citations: tuple[str, ...]
    page: str


def deadlines(frame: CaseFrame, today: date) -> tuple[DeadlineLine, ...]:
    """Every period that the declared steps start, in the order of the file.  Nothing declared: nothing here."""
    reader = _Reader(frame)
    lines = []
    for number in range(frame.size("step")):
        for rule, ends in STARTS.get(reader.code(Step.event, number), ()):
            chosen = BY_PROCEDURE.get(reader.procedure, rule) if rule == "cpl-208-1" else rule
            lines.append(_line(reader, number, chosen, ends, today))
    return tuple(lines)


def _line(reader: _Reader, number: int, rule: str, ends: tuple[str, ...], today: date) -> DeadlineLine:
    started = reader.moment("happened", number)
    done = reader.first_after(number, ends, started)
    declared = Declared(
        start=started, in_custody=reader.custody(number), done_on=done, extensions=reader.extensions(number),
        exclusions=reader.exclusions(number), attributes=ATTRIBUTES.get(reader.code(Step.event, number), {}),
    )  # fmt: skip
    made: Computation = compute(rule, declared, today=today)
    status = made.status or Status.CANNOT_COMPUTE
    passed = status is Status.OVERDUE and rule not in OPEN_ENDED
    overdue = passed and done is not None
    code, label = status.value, status.label
    if (
        rule in OPEN_ENDED
        and status in (Status.OVERDUE, Status.RUNNING, Status.DUE_SOON)
        and made.due is not None
    ):
        code, label = ("expired", "期限已届满") if _as_day(made.due) < today else ("running", "期限未届满")
    elif passed and not overdue:
        code, label = "not_entered", "期限已过，完成事项没有录入"
    return DeadlineLine(
        rule, made.title, reader.accused(number), str(started or "未录入"), str(made.due or ""), code, label, overdue,
        tuple(step.full for step in made.steps), tuple(one.text for one in made.findings), made.missing,
        tuple(dict.fromkeys(cited.brief for step in made.steps for cited in step.citations)), reader.words("step", "page", number),
    )  # fmt: skip


class _Reader:
    """The live values of steps, as the procedure package wants them."""

    def __init__(self, frame: CaseFrame) -> None:
        self.frame = frame
        self.procedure = self.code(Case.procedure, 0) if frame.size("case") else ""

    def _value(self, field: Field, number: int) -> object:
        return self.frame.view.live(field, self.frame.identifier(field.kind, number)).value

    def code(self, field: Choice, number: int) -> str:
        """The code of a choice; '' where none is known."""
        value = self._value(field, number)
        return value if isinstance(value, str) else ""

    def words(self, kind: str, name: str, number: int) -> str:
        """A free text; '' where none is entered."""
        value = self._value(KINDS[kind].fields[name], number)
        return value if isinstance(value, str) else ""

    def moment(
        self, name: str, number: int, kind: type[Step | Approval | Pause] = Step
    ) -> date | datetime | None:
        """The day, or the minute where a time was entered, of a moment; None where none is known."""
        value = self._value(kind.fields[name], number)
        if not isinstance(value, Span):
            return None
        at = EPOCH + timedelta(minutes=value.low)
        return at if value.high - value.low < 60 else at.date()

    def _day(self, name: str, number: int, kind: type[Approval | Pause]) -> date | None:
        found = self.moment(name, number, kind)
        return found.date() if isinstance(found, datetime) else found

    def custody(self, number: int) -> bool | None:
        """在押 as declared on the step; None 未录入."""
        field: Flag = Step.in_custody
        value = self._value(field, number)
        return value if isinstance(value, bool) else None

    def accused(self, number: int) -> str:
        """Whom the step concerns; '' for the whole case."""
        value = self._value(Step.accused, number)
        return (
            self.frame.name("accused", self.frame.number("accused", value))
            if isinstance(value, str) and value
            else ""
        )

    def first_after(
        self, number: int, events: tuple[str, ...], started: date | datetime | None
    ) -> date | datetime | None:
        """The first later step among `events` of the same accused, or of the whole case."""
        own = self._value(Step.accused, number)
        found = []
        for other in range(self.frame.size("step")):
            at = self.moment("happened", other)
            same = self._value(Step.accused, other) in (own, None)
            fits = other != number and same and self.code(Step.event, other) in events
            if fits and at is not None and (started is None or _as_day(at) >= _as_day(started)):
                found.append(at)
        return min(found, key=_as_day) if found else None

    def _children(self, kind: str, number: int) -> list[int]:
        step = self.frame.identifier("step", number)
        return [self.frame.number(kind, one) for one in self.frame.view.children(kind, step)]

    def _count(self, field: Field, number: int) -> int:
        value = self._value(field, number)
        return int(value.low) if isinstance(value, Amount) else 0

    def extensions(self, number: int) -> tuple[Extension, ...]:
        """The approvals entered under the step."""
        made = []
        for one in self._children("approval", number):
            whole, rest = self._count(Approval.months, one), self._count(Approval.days, one)
            amount = months(whole) if whole else days(rest) if rest else None
            made.append(Extension(
                self.words("approval", "authority", one), self.words("approval", "paper", one), self.words("approval", "number", one), amount,
                approved_on=self._day("approved_on", one, Approval),
            ))  # fmt: skip
        return tuple(made)

    def exclusions(self, number: int) -> tuple[Exclusion, ...]:
        """The times not counted entered under the step; one without a first day is left to its question."""
        made = []
        for one in self._children("pause", number):
            first, ground = self._day("first", one, Pause), self.code(Pause.ground, one)
            if first is not None and ground:
                made.append(
                    Exclusion(
                        Excluded(ground),
                        first,
                        self._day("last", one, Pause),
                        paper=self.words("pause", "paper", one),
                    )
                )
        return tuple(made)


def _as_day(at: date | datetime) -> date:
    return at.date() if isinstance(at, datetime) else at
