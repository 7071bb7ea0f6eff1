"""What must be found out next: at most twenty at a time, in the order of what each answer decides."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from gaoyao.dossier.model import DossierError, Value
from gaoyao.logic.tree import Field, FieldType
from gaoyao.logic.truth import Why
from gaoyao.review.answering import Sheet, fields_of, sheets, subjects_of
from gaoyao.review.model import QuestionLine
from gaoyao.web.cases.desks import act, at_desk, back_to, page
from gaoyao.web.cases.policy import Permission
from gaoyao.web.cases.reading import Desk
from gaoyao.web.evidence.cells import CellLine, line
from gaoyao.web.evidence.entry import Choice, answers, field_of, value_of
from gaoyao.web.questions.actions import AnswerSheet

AT_ONCE, SUBJECTS = 20, 12


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a question that is answered for a whole sheet: its field and the answers it may be given."""

    path: str
    words: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Together:
    """The first sheet of a question with more than one open cell, as a form."""

    sheet: Sheet
    rows: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]
    sheets: int


@dataclass(frozen=True, slots=True)
class Asked:
    """One question with the cells that answer it, and the form that answers several at once."""

    number: int
    question: QuestionLine
    cells: tuple[CellLine, ...]
    more: int
    together: Together | None


def asked(desk: Desk) -> list[Asked]:
    """Every question of the review, with the cells of the dossier it is about."""
    made = []
    for number, one in enumerate(desk.read.review.questions, 1):
        found = [
            line(desk, field, subject, "questions")
            for subject in subjects_of(desk.read.view, one)[:SUBJECTS]
            for field in fields_of(one)
            if desk.read.view.kind(subject) == field.kind
        ]
        more = len(subjects_of(desk.read.view, one)) - SUBJECTS if fields_of(one) else 0
        made.append(Asked(number, one, tuple(found), max(0, more), together(desk, one)))
    return made


def together(desk: Desk, one: QuestionLine) -> Together | None:
    """The form for the first sheet; None where there is but one cell, or the reader may not enter the answers."""
    fields = [
        field for field in fields_of(one)
        if field.type is FieldType.FLAG and desk.policy.may(Permission.CELL_EDIT, desk.assignment, field)
    ]  # fmt: skip
    waiting = sheets(desk.read.view, one) if fields else ()
    if not waiting or len(waiting[0].subjects) * len(fields) < 2:
        return None
    first = waiting[0]
    return Together(
        first, tuple((subject, desk.read.name(subject)) for subject in first.subjects),
        tuple(Part(field.path, field.question or f"{field.label}？", tuple(_offered(field))) for field in fields), len(waiting),
    )  # fmt: skip


def _offered(field: Field) -> list[Choice]:
    """是, 否 and the absences; 不适用 is said of one paper at a time, for its reason differs."""
    return [one for one in answers(field, None, Why.NOT_ENTERED) if one.code != "not_applicable"]


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


@require_POST
@at_desk
def answer(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Answer the ticked papers of one sheet in one act; parts without an answer stay open."""
    try:
        given = [
            (field, value) for path in dict.fromkeys(request.POST.getlist("part"))
            if (value := _given(request, field := _flag(path))) is not None
        ]  # fmt: skip
        chosen = tuple(dict.fromkeys(request.POST.getlist("subject")))
        cells = tuple(
            (field, subject, value) for subject in chosen for field, value in given
            if desk.read.view.kind(subject) == field.kind
        )  # fmt: skip
        done = f"已就 {len(chosen)} 份材料回答 {len(given)} 项。"
        revision, problems = act(request, desk, AnswerSheet(cells, ""), done)
    except DossierError as error:
        revision, problems = None, error.problems
    back = reverse("questions", args=[desk.case.key])
    if revision is None:
        return page(request, desk, "cases/problems.html", "questions", "没有保存", 422, problems=problems, back=back)  # fmt: skip
    return back_to(back, revision)


def _flag(path: str) -> Field:
    field = field_of(path)
    if field is None or field.type is not FieldType.FLAG:
        raise Http404
    return field


def _given(request: HttpRequest, field: Field) -> Value | None:
    """The answer to one part; None where none was chosen."""
    chosen = request.POST.get(f"answer:{field.path}", "")
    if not chosen:
        return None
    data = request.POST.copy()
    data["answer"] = chosen
    return value_of(field, data)
