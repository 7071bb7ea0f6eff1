"""The list of cases: what a review says of each in a few numbers.  A list never reviews; it reads what is prepared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gaoyao.dossier.view import Role
from gaoyao.dossier.vocabulary import Case as CaseKind
from gaoyao.law.rule import Weight
from gaoyao.review.model import FactState, Finding, Review
from gaoyao.review.render.sections import head
from gaoyao.review.render.sections.outcomes import UNANSWERED
from gaoyao.web.cases import prepared
from gaoyao.web.cases.models import Assignment, Listed
from gaoyao.web.cases.prepared import Line, Place, keep, opened, places, rows_of, scope_of, state_of
from gaoyao.web.cases.reading import READERS, Desk, Read

RUNNING = frozenset(("running", "due_soon", "recalculated"))


def unanswered(review: Review) -> tuple[Finding, ...]:
    """The defence arguments nobody answered."""
    return review.of_concept(UNANSWERED)


def of_weight(review: Review, weight: Weight) -> int:
    """How many findings weigh that."""
    return sum(one.weight is weight for one in review.findings)


def of_state(review: Review, state: FactState) -> int:
    """How many facts stand so."""
    return sum(one.state is state for one in review.points)


def lines(assignments: Sequence[Assignment]) -> list[Line]:
    """A line for each, in their order: three queries, and one more to ask for those that are not prepared."""
    if not assignments:
        return []
    where = places(assignments)
    rows, with_ = rows_of(where.values()), prepared.seal()
    made, missing = [], []
    for one in assignments:
        place = where[one.pk]
        row = rows.get((place.case, place.scope))
        line = None if row is None else opened(row, place.key, with_)
        if row is None or line is None or row.state != place.state:
            missing.append(place)
            line = _unprepared(place, line)
        made.append(replace(line, role=Role(one.role).label))
    prepared.ask(missing, rows)
    return made


def waiting(assignments: Sequence[Assignment]) -> list[Place]:
    """The places of these assignments whose lines are not prepared."""
    where = places(assignments).values()
    rows = rows_of(where)
    return [
        one for one in where if (row := rows.get((one.case, one.scope))) is None or row.state != one.state
    ]


def _unprepared(place: Place, last: Line | None) -> Line:
    """Of a line that was made for another state only what the case was called is shown, and as such."""
    if last is None or last.problem:
        return Line(place.key, "", preparing=True)
    return Line(place.key, last.title, number=last.number, invented=last.invented, preparing=True)


def note(desk: Desk) -> None:
    """Keep the line of what was just reviewed for a page: one query, two where it is not kept yet; once for a state."""
    read = desk.read
    if read.noted or not read.heads:
        return
    read.noted = True
    reader = READERS[desk.role]
    scope, state = scope_of(desk.parts, reader), state_of(read.heads, read.today)
    row = Listed.objects.filter(case=desk.case.pk, scope=scope).only("state", "broken").first()
    if row is None or row.state != state or row.broken:
        place = Place(desk.case.pk, desk.case.key, desk.parts, reader, scope, state)
        keep(place, line_of(place.key, read))


def line_of(key: str, read: Read) -> Line:
    """The line of a case as it was read."""
    review = read.review
    charges = dict.fromkeys(one.charge for one in review.points if one.charge)
    accused = dict.fromkeys(one.accused.name for one in review.points if one.accused)
    due = sorted(one.due for one in review.deadlines if one.status in RUNNING and one.due)
    number = read.view.live(CaseKind.number, review.case_id).value if review.case_id else ""
    pages = read.view.live(CaseKind.unread_pages, review.case_id).value if review.case_id else None
    return Line(
        key, head.case_title(review), "", number if isinstance(number, str) else "", "、".join(charges), "、".join(accused),
        review.stage_label, of_weight(review, Weight.MANDATORY), of_weight(review, Weight.EXPLAIN), of_state(review, FactState.OBSTACLE),
        of_state(review, FactState.OPEN), len(unanswered(review)), sum(one.overdue for one in review.deadlines), due[0] if due else "",
        int(pages[0]) if isinstance(pages, tuple) else 0, review.invented,
    )  # fmt: skip
