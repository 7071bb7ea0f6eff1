"""Facts against evidence; the same without statements, or without one item."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from gaoyao.logic.truth import Truth
from gaoyao.review.model import PointLine, Review, SupportLine
from gaoyao.review.render.sections.facts import count_title
from gaoyao.review.render.wording import RUNGS, STATES, content
from gaoyao.review.whatif import Supposition, WhatIf, WhatIfError, suppose
from gaoyao.web.cases.desks import at_desk, page
from gaoyao.web.cases.portions import by_supports
from gaoyao.web.cases.reading import Desk
from gaoyao.web.evidence.views import item_address

SHOWN = 40
"""Items beside one fact; the others stand in its graph."""


@dataclass(frozen=True, slots=True)
class Support:
    """An item in the matrix."""

    id: str
    name: str
    address: str
    against: bool
    tie: str
    own: bool
    rung: str
    sign: str
    tone: str
    barred: bool


@dataclass(frozen=True, slots=True)
class Point:
    """One fact for one count, as it stands and as it would stand."""

    fact: str
    id: str
    role: str
    state: str
    sign: str
    tone: str
    then: str
    then_sign: str
    then_tone: str
    legal: tuple[str, ...]
    hints: tuple[str, ...]
    pending: tuple[str, ...]
    route: str
    supports: tuple[Support, ...]
    more: int
    graph: str


@dataclass(frozen=True, slots=True)
class Count:
    """One count and its points."""

    title: str
    points: tuple[Point, ...]


def _support(desk: Desk, one: SupportLine) -> Support:
    sign, tone = RUNGS[one.rung]
    return Support(one.item.id, content(one.item), item_address(desk.case.key, one.item.id), not one.supports, one.tie, one.own_confession,
                   one.rung.label, sign, tone, one.rung.truth is Truth.NO)  # fmt: skip


def _point(desk: Desk, review: Review, one: PointLine, after: dict[tuple[str, str], PointLine]) -> Point:
    titles = {finding.id: finding.rule.title for finding in review.findings}
    sign, tone = STATES[one.state]
    then = after.get((one.count.id, one.fact.id))
    changed = then is not None and then.state is not one.state
    then_sign, then_tone = STATES[then.state] if changed and then else ("", "")
    return Point(
        content(one.fact), one.fact.id, one.role or "未录入", one.state.label, sign, tone, then.state.label if changed and then else "", then_sign,
        then_tone, tuple(dict.fromkeys(titles[i] for i in one.legal)), tuple(dict.fromkeys(titles[i] for i in one.hints)),
        tuple(dict.fromkeys(one.pending)), one.route, tuple(_support(desk, row) for row in one.supports[:SHOWN]), len(one.supports[SHOWN:]),
        reverse("graph", args=[desk.case.key]) + "?" + urlencode({"point": f"{one.count.id}|{one.fact.id}"}),
    )  # fmt: skip


def counts(desk: Desk, points: tuple[PointLine, ...], made: WhatIf | None) -> list[Count]:
    """The points of a page, count by count."""
    review = desk.read.review
    after = {(one.count.id, one.fact.id): one for one in made.after.points} if made else {}
    groups: dict[str, tuple[str, list[Point]]] = {}
    for one in points:
        groups.setdefault(one.count.id, (f"{one.count.id}　{count_title(one)}", []))[1].append(
            _point(desk, review, one, after)
        )
    return [Count(title, tuple(lines)) for title, lines in groups.values()]


def supposed(desk: Desk, asked: list[str]) -> tuple[WhatIf | None, str]:
    """The supposition a reader asks for, or why it cannot be made."""
    if not any(asked):
        return None, ""
    items = tuple(dict.fromkeys(one for one in asked if one not in ("", "statements")))
    try:
        return suppose(
            desk.read.view, Supposition(items, "statements" in asked), desk.read.today, role=desk.read.reader
        ), ""
    except WhatIfError as error:
        return None, str(error)


@require_safe
@at_desk
def matrix(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The matrix, in pages cut by how much evidence stands in them."""
    asked = request.GET.getlist("without")
    made, problem = supposed(desk, asked)
    review = desk.read.review
    pages = by_supports(review.points) or [()]
    last = len(pages)
    given = request.GET.get("page", "1")
    number = (
        min(int(given), last)
        if given.isascii() and given.isdigit() and 0 < len(given) < 6 and int(given)
        else 1
    )
    return page(
        request, desk, "facts/matrix.html", "matrix", "待证事实", counts=counts(desk, pages[number - 1], made), made=made, problem=problem, removed={one.id for one in made.removed} if made else (),
        total=len(review.points), number=number, last=last, asked=asked, items=[(one.subject.id, one.subject.name) for one in review.items],
        worse=[(*STATES[one.after], one.before.label, one.after.label, one.point.name, one.because) for one in made.worse] if made else [],
        better=[(*STATES[one.change.after], one.change.before.label, one.change.after.label, one.change.point.name, one.gone) for one in made.better]
        if made else [],
    )  # fmt: skip
