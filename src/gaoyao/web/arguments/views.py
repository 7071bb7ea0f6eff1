"""Every defence argument and its answer."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from gaoyao.dossier.model import DossierError
from gaoyao.dossier.texts import value_text
from gaoyao.dossier.view import View
from gaoyao.dossier.vocabulary import Argument
from gaoyao.logic.tree import Field
from gaoyao.web.arguments.actions import AnswerArgument
from gaoyao.web.arguments.hearings import hearings, unconfronted
from gaoyao.web.cases.desks import act, at_desk, back_to, page
from gaoyao.web.cases.listing import unanswered
from gaoyao.web.cases.policy import Permission
from gaoyao.web.cases.reading import Desk
from gaoyao.web.cases.showing import Shown, shown
from gaoyao.web.drafts import keeping
from gaoyao.web.evidence.entry import text_of

PER_PAGE = 40


@dataclass(frozen=True, slots=True)
class Line:
    """One argument."""

    id: str
    text: str
    by: str
    type: str
    page: str
    answered: str
    reasoned: str
    answer: str
    answer_page: str
    owed: tuple[Shown, ...]
    items: tuple[str, ...]

    @property
    def due(self) -> bool:
        """Is an answer still owed, or has nobody entered whether there is one?"""
        return bool(self.owed) or self.answered != "是" or self.reasoned != "是"


def _text(view: View, field: Field, subject: str) -> str:
    live = view.live(field, subject)
    return "" if live.value is None else value_text(field, live.value)


def _lines(desk: Desk) -> list[Line]:
    view = desk.read.view
    owed: dict[str, list[Shown]] = {}
    for one in unanswered(desk.read.review):
        owed.setdefault(one.subject.id, []).append(shown(desk, one))
    made = []
    for subject in view.subjects(Argument.kind):
        said = {field.name: _text(view, field, subject) for field in Argument.fields.values()}
        items = said["items"].split("、") if said["items"] else []
        answered, reasoned = (
            said[one.name] or view.live(one, subject).why.label
            for one in (Argument.answered, Argument.reasoned)
        )
        made.append(
            Line(
                subject, said["text"], said["by"], said["substance"], said["page"], answered, reasoned, said["answer"], said["answer_page"],
                tuple(owed.get(subject, ())), tuple(items),
            )
        )  # fmt: skip
    return sorted(made, key=lambda line: (not line.owed, not line.due))


def _page_of(lines: list[Line], chosen: str) -> int:
    """The page on which an argument stands."""
    return next((number for number, line in enumerate(lines) if line.id == chosen), 0) // PER_PAGE + 1


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def arguments(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The list, unanswered ones first; a judge answers in place."""
    problems: tuple[str, ...] = ()
    chosen, data = request.POST.get("argument", ""), request.POST
    if request.method == "POST":
        if desk.read.view.kind(chosen) != Argument.kind:
            raise Http404
        try:
            action = AnswerArgument(
                chosen,
                data.get("adopted", ""),
                text_of(data, "reason"),
                " ".join(text_of(data, "page").split()),
            )
            revision, problems = act(request, desk, action, "已记载回应及理由。")
            if revision is not None:
                keeping.drop(desk, f"argument:{chosen}")
                return back_to(reverse("arguments", args=[desk.case.key]), revision)
        except DossierError as error:
            problems = error.problems
    lines, kept = _lines(desk), keeping.every(desk, "argument")
    kept |= {chosen: request.POST} if chosen else {}
    listed = Paginator(lines, PER_PAGE).get_page(
        _page_of(lines, chosen) if problems else request.GET.get("page")
    )
    return page(request, desk, "arguments/list.html", "arguments", "庭审与辩护意见", 422 if problems else 200, lines=[(line, kept.get(line.id, {})) for line in listed], listed=listed, hearings=hearings(desk), unconfronted=unconfronted(desk), problems=problems, chosen=chosen,
                owed=sum(bool(one.owed) for one in lines), due=sum(one.due for one in lines), allowed=desk.may(Permission.ARGUMENT_ANSWER))  # fmt: skip
