"""A fact's proof graph, statements compared, the chronology, periods: the sections of the review, each on its own page."""

from __future__ import annotations

from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from gaoyao.review.model import PointLine
from gaoyao.review.render.markup import Safe, join
from gaoyao.review.render.pictures.graph import name_of
from gaoyao.review.render.sections import chronicle, graphs, outcomes
from gaoyao.review.render.sections import periods as section
from gaoyao.review.render.sections import statements as spoken
from gaoyao.review.render.wording import STATES
from gaoyao.web.aspects.narrowing import nearest_first, of_person, speakers, stretch, stretches
from gaoyao.web.cases.desks import at_desk, page
from gaoyao.web.cases.reading import Desk
from gaoyao.web.cases.whole import linked


def safe(desk: Desk, body: Safe) -> SafeString:
    """A section of the review on a page of its own; its links lead to the whole review."""
    # Safe markup of review.render, which escapes whatever a file says
    return mark_safe(linked(body, desk.read.review, reverse("review", args=[desk.case.key])))  # noqa: S308


def number_of(given: str, last: int) -> int:
    """The page asked for, from 1 to `last`; the first for anything that is no number."""
    return min(max(int(given), 1), last) if given.isascii() and given.isdigit() and len(given) < 6 else 1


def _ident(one: PointLine) -> str:
    return f"{one.count.id}|{one.fact.id}"


@require_safe
@at_desk
def graph(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The proof graph of one fact with its table.  What breaks it is asked for after the page: it takes a moment."""
    points = graphs.distinct(desk.read.review)
    if not points:
        return page(request, desk, "aspects/graph.html", "graph", "证明图")
    asked = request.GET.get("point", "")
    places = {_ident(one): number for number, one in enumerate(points)}
    if asked and asked not in places:
        raise Http404
    place = places.get(asked, 0)
    chosen = points[place]
    breaking = request.GET.get("breaks") == "1"
    breaks = desk.read.review.breaks(chosen.subject.number) if breaking else None
    body = safe(desk, graphs.graph_of(desk.read.review, chosen, breaks, opened=True))
    if breaking and request.headers.get("HX-Request") == "true":
        return render(request, "aspects/drawn.html", {"body": body, "broken": True})
    address = reverse("graph", args=[desk.case.key])
    around = [f"{address}?{urlencode({'point': _ident(one)})}" for one in points]
    return page(
        request, desk, "aspects/graph.html", "graph", f"证明图：{name_of(chosen)}", body=body, broken=breaking, name=name_of(chosen), state=(*STATES[chosen.state], chosen.state.label),
        points=[(_ident(one), f"{STATES[one.state][0]} {one.count.id} {name_of(one)}", one is chosen) for one in points], place=place + 1, total=len(points),
        previous=around[place - 1] if place else "", following=around[place + 1] if place + 1 < len(points) else "", deeper=f"{around[place]}&breaks=1",
    )  # fmt: skip


@require_safe
@at_desk
def statements(request: HttpRequest, desk: Desk) -> HttpResponse:
    """What people say from one statement to the next; of one person with `who`."""
    every = desk.read.review.statements
    people, who = speakers(every), request.GET.get("who", "")
    if who and who not in people:
        raise Http404
    made = spoken.statements(of_person(every, who) if who else every)
    return page(
        request, desk, "aspects/statements.html", "statements", "供述比对", people=people, who=who, said=bool(every.versions),
        body=safe(desk, made) if made else "",
    )  # fmt: skip


@require_safe
@at_desk
def timeline(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The chronology, some hundred and fifty events a page."""
    review = desk.read.review
    last = stretches(review)
    number = number_of(request.GET.get("page", "1"), last)
    shown = review if last == 1 else stretch(review, number)
    return page(
        request, desk, "aspects/timeline.html", "timeline", "时间线", body=safe(desk, chronicle.chronicle(shown)), number=number,
        last=last, total=len(review.timeline),
    )  # fmt: skip


@require_safe
@at_desk
def periods(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Periods, what is overdue or ends next first; then the duties undone."""
    review = desk.read.review
    ordered = replace(review, deadlines=nearest_first(review.deadlines))
    body = safe(desk, join((section.periods(ordered), outcomes.duties(review))))
    late = [one for one in ordered.deadlines if one.overdue]
    soon = [one for one in ordered.deadlines if one.status in ("running", "due_soon", "recalculated")]
    return page(
        request, desk, "aspects/periods.html", "periods", "程序与期限", body=body, late=late, soon=soon
    )
