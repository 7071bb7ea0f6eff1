"""The registers: doubts, contradictions, other possibilities, alibis; what speaks for the accused; each with its answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_http_methods

from gaoyao.dossier.model import DossierError
from gaoyao.dossier.schema import KINDS
from gaoyao.dossier.texts import shortened
from gaoyao.dossier.vocabulary import Fact, Item
from gaoyao.review.pages import RegisterLine
from gaoyao.review.render.sections.entries import entries
from gaoyao.web.aspects.actions import STATUS, AnswerEntry, EnterEntry
from gaoyao.web.aspects.narrowing import of_kinds
from gaoyao.web.cases.desks import act, at_desk, back_to, page
from gaoyao.web.cases.reading import Desk
from gaoyao.web.drafts import keeping
from gaoyao.web.evidence.entry import text_of

DOUBTS = ("doubt", "conflict", "rival", "alibi", "trace", "false_confession")
NAMED = 24
"""Characters of a name in a list to choose from: a thousand items stay small."""


@dataclass(frozen=True, slots=True)
class Form:
    """An entry that a person may answer."""

    id: str
    name: str
    about: str
    state: str
    lacking: str
    options: tuple[tuple[str, str], ...]
    chosen: tuple[str, ...]
    reason: str
    takes_name: bool


def _form(one: RegisterLine) -> Form:
    return Form(
        one.id, one.number if one.number.startswith(one.label) else f"{one.label} {one.number}", shortened(one.about, 90), one.state, one.lacking, tuple(STATUS[one.kind].options),
        tuple(item.id for item in one.items), one.reason, "by" in KINDS[one.kind].fields,
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def registers(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Doubts and whatever else could be; what the program registered itself stands among them."""
    return _register(
        request, desk, "registers", "疑点与其他可能", DOUBTS, ("doubt", "rival", "alibi", "conflict")
    )


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def favourable(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The ledger of what speaks for the accused."""
    return _register(request, desk, "favourable", "有利证据台账", ("favourable",), ("favourable",))


def _register(
    request: HttpRequest, desk: Desk, tab: str, title: str, kinds: tuple[str, ...], enters: tuple[str, ...]
) -> HttpResponse:
    problems: tuple[str, ...] = ()
    if request.method == "POST":
        try:
            revision, problems = act(request, desk, *_done(request, desk, enters))
            if revision is not None:
                keeping.drop(desk, _draft(request, tab))
                return back_to(reverse(tab, args=[desk.case.key]), revision)
        except DossierError as error:
            problems = error.problems
    kept = of_kinds(desk.read.review.registers, kinds)
    lines = [_form(one) for one in kept.entries if one.kind in STATUS]
    asked = request.GET.get("entry", "")
    form = next((one for one in lines if one.id == asked), None)
    if asked and form is None:
        raise Http404
    answering = AnswerEntry("", "", "").may(desk.policy, desk.assignment, desk.read.view)
    entering = EnterEntry(enters[0], "", ()).may(desk.policy, desk.assignment, desk.read.view)
    opened = bool(entering) and "new" in request.GET and not asked
    name = _draft(request, tab)
    given = keeping.given(request, desk, name)
    more: dict[str, Any] = {
        "form": form if answering else None, "new": opened, "allowed": answering, "entering": entering, "given": given, "draft": name, "picked": {*given.getlist("items"), *given.getlist("facts")}, "problems": problems,
        "waiting": [one for one in lines if one.lacking], "done": [one for one in lines if not one.lacking],
        "kinds": [(one, KINDS[one].label) for one in enters], "what": "、".join(KINDS[one].label for one in enters),
        "items": _named(desk, Item.kind) if form or opened else (), "facts": _named(desk, Fact.kind) if opened else (),
        "body": mark_safe(entries(kept, title) or ""),  # noqa: S308 - Safe markup, escaped where it was made
    }  # fmt: skip
    return page(request, desk, "aspects/register.html", tab, title, 422 if problems else 200, **more)


def _draft(request: HttpRequest, tab: str) -> str:
    entry = request.GET.get("entry", "")
    return f"answer:{entry}" if entry else f"enter:{tab}"


def _done(request: HttpRequest, desk: Desk, enters: tuple[str, ...]) -> tuple[AnswerEntry | EnterEntry, str]:
    """The action a form asks for, and what is said when it is done.  Raises Http404 for what is not there."""
    data = request.POST
    items, place = tuple(data.getlist("items")), " ".join(text_of(data, "page").split())
    if data.get("do") == "enter":
        kind = data.get("kind", "")
        if kind not in enters:
            raise Http404
        made = EnterEntry(kind, text_of(data, "about"), tuple(data.getlist("facts")), items, place, desk.role)
        return made, "已登记；在得到答复以前一直列为未答复。"
    entry = data.get("entry", "")
    if desk.read.view.kind(entry) not in enters:
        raise Http404
    answered = AnswerEntry(
        entry, data.get("status", ""), text_of(data, "reason"), items, place, " ".join(text_of(data, "by").split())
    )  # fmt: skip
    return answered, f"{desk.read.name(entry)}：已记载答复；登记仍然保留。"


def _named(desk: Desk, kind: str) -> list[tuple[str, str]]:
    return [(one, shortened(desk.read.name(one), NAMED)) for one in desk.read.view.subjects(kind)]
