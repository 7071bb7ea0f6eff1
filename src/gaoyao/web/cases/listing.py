"""The lines of the list of cases: what a review says in a few numbers, kept sealed until the case or the day is another.

A line is derived and disposable: where there is none that fits, the case is read and reviewed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from django.utils import timezone

from gaoyao import __version__
from gaoyao.dossier.chain import PartKey
from gaoyao.dossier.view import Role
from gaoyao.dossier.vocabulary import Case as CaseKind
from gaoyao.dossier.wire import canonical
from gaoyao.law.rule import Weight
from gaoyao.review.model import FactState, Finding, Review
from gaoyao.review.render.sections import head
from gaoyao.review.render.sections.outcomes import UNANSWERED
from gaoyao.review.unread import unread
from gaoyao.web.cases.models import Assignment, Listed
from gaoyao.web.cases.policy import Policy
from gaoyao.web.cases.reading import READERS, Desk
from gaoyao.web.ledger import storage
from gaoyao.web.ledger.storage import BrokenLogError
from gaoyao.web.sealing.envelope import SealError
from gaoyao.web.sealing.keys import of_installation
from gaoyao.web.sealing.ring import BadRingError, MissingKeyError

RUNNING = frozenset(("running", "due_soon", "recalculated"))


@dataclass(frozen=True, slots=True)
class Line:
    """One case in the list."""

    key: str
    title: str
    role: str = ""
    number: str = ""
    charges: str = ""
    accused: str = ""
    stage: str = ""
    mandatory: int = 0
    explain: int = 0
    obstacles: int = 0
    open: int = 0
    unanswered: int = 0
    late: int = 0
    next_due: str = ""
    unread: int = 0
    invented: bool = False
    problem: str = ""


def unanswered(review: Review) -> tuple[Finding, ...]:
    """The defence arguments nobody answered."""
    return review.of_concept(UNANSWERED)


def of_weight(review: Review, weight: Weight) -> int:
    """How many findings weigh that."""
    return sum(one.weight is weight for one in review.findings)


def of_state(review: Review, state: FactState) -> int:
    """How many facts stand so."""
    return sum(one.state is state for one in review.points)


def lines(policy: Policy, assignments: Sequence[Assignment]) -> list[Line]:
    """A line for each: three queries for all that are known, and a review for each that is not."""
    parts = {one.case_id: policy.parts(one) for one in assignments}
    heads = storage.heads_of_many(parts)
    places = {one.pk: (_scope(one, parts[one.case_id]), _state(heads[one.case_id])) for one in assignments}
    kept = {
        (row.case_id, row.scope): row
        for row in Listed.objects.filter(case__in=parts, scope__in={scope for scope, _ in places.values()})
    }
    made = []
    for one in assignments:
        scope, state = places[one.pk]
        row = kept.get((one.case_id, scope))
        found = _opened(row, one, state) if row is not None and row.state == state else None
        line = found or _line(Desk(policy, one))
        if found is None and not line.problem:
            _keep(one, scope, state, line)
        made.append(replace(line, role=Role(one.role).label))
    return made


def _scope(one: Assignment, parts: frozenset[PartKey]) -> str:
    names = sorted([part.value, owner] for part, owner in parts)
    return hashlib.sha256(canonical([names, READERS[Role(one.role)].value]).encode()).hexdigest()


def _state(heads: storage.Heads) -> str:
    """What a line depends on: the case, the day, the program."""
    told = [[list(one) for one in heads], timezone.localdate().isoformat(), __version__]
    return hashlib.sha256(canonical(told).encode()).hexdigest()


def _opened(row: Listed, one: Assignment, state: str) -> Line | None:
    try:
        return Line(
            **json.loads(of_installation("lists").unseal(bytes(row.sealed), one.case.key, row.scope, state))
        )
    except (SealError, MissingKeyError, BadRingError, TypeError, ValueError):
        return None


def _keep(one: Assignment, scope: str, state: str, line: Line) -> None:
    try:
        sealed = of_installation("lists").seal(json.dumps(asdict(line)).encode(), one.case.key, scope, state)
    except (SealError, MissingKeyError, BadRingError):
        return
    Listed.objects.update_or_create(
        case_id=one.case_id, scope=scope, defaults={"state": state, "sealed": sealed}
    )


def _line(desk: Desk) -> Line:
    try:
        read, review = desk.read, desk.read.review
    except BrokenLogError:
        return Line(desk.case.key, "日志校验不符", problem="不显示内容，请管理员核查")
    charges = dict.fromkeys(one.charge for one in review.points if one.charge)
    accused = dict.fromkeys(one.accused.name for one in review.points if one.accused)
    due = sorted(one.due for one in review.deadlines if one.status in RUNNING and one.due)
    number = read.view.live(CaseKind.number, review.case_id).value if review.case_id else ""
    return Line(
        desk.case.key, head.case_title(review), "", number if isinstance(number, str) else "", "、".join(charges), "、".join(accused),
        review.stage_label, of_weight(review, Weight.MANDATORY), of_weight(review, Weight.EXPLAIN), of_state(review, FactState.OBSTACLE),
        of_state(review, FactState.OPEN), len(unanswered(review)), sum(one.overdue for one in review.deadlines), due[0] if due else "",
        unread(read.view)[0], review.invented,
    )  # fmt: skip
