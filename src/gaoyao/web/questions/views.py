"""What must be found out next: at most twenty at a time, in the order of what each answer decides."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from gaoyao.review.model import QuestionLine
from gaoyao.web.cases.desks import at_desk, page
from gaoyao.web.cases.reading import Desk
from gaoyao.web.evidence.cells import CellLine, line
from gaoyao.web.evidence.entry import field_of

AT_ONCE, SUBJECTS = 20, 12


@dataclass(frozen=True, slots=True)
class Asked:
    """One question with the cells that answer it."""

    number: int
    question: QuestionLine
    cells: tuple[CellLine, ...]
    more: int


def asked(desk: Desk) -> list[Asked]:
    """Every question of the review, with the cells of the dossier it is about."""
    made = []
    for number, one in enumerate(desk.read.review.questions, 1):
        field = field_of(one.field)
        subjects = (
            []
            if field is None
            else [
                desk.read.subject(about.kind, about.number)
                for about in one.subjects
                if about.kind == field.kind
            ]
        )
        lines = (
            []
            if field is None
            else [line(desk, field, subject, "questions") for subject in subjects[:SUBJECTS] if subject]
        )
        made.append(Asked(number, one, tuple(lines), max(0, len(subjects) - SUBJECTS)))
    return made


@require_safe
@at_desk
def questions(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The queue; `who` narrows it to one office."""
    every = asked(desk)
    offices = list(dict.fromkeys(one.question.answers for one in every))
    who = request.GET.get("who", "")
    kept = [one for one in every if not who or one.question.answers == who]
    return page(request, desk, "questions/list.html", "questions", "待查问题", asked=kept[:AT_ONCE], more=max(0, len(kept) - AT_ONCE), total=len(every),
                offices=[(office, sum(one.question.answers == office for one in every)) for office in offices], who=who)  # fmt: skip
