"""The law of a case: the articles its findings rest on, their words where imported, and a search over imported texts."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from gaoyao.law.citation import Citation
from gaoyao.law.rule import Weight
from gaoyao.review.model import Finding, Review
from gaoyao.review.render.markup import Safe, join, row, table, tag
from gaoyao.review.render.sections.standing import finding_link
from gaoyao.review.render.sections.statutes import Statutes
from gaoyao.review.render.wording import WEIGHTS, badge
from gaoyao.web.aspects.views import safe
from gaoyao.web.cases import texts
from gaoyao.web.cases.desks import at_desk, page
from gaoyao.web.cases.reading import Desk

HITS, LONGEST, LINKS = 12, 200, 12


@dataclass(frozen=True, slots=True)
class Found:
    """One article found by the search."""

    label: str
    words: str
    place: str


def cited(review: Review, laws: Statutes) -> Safe:
    """Every provision the findings cite, heaviest first, with the findings that rest on it."""
    resting: dict[Citation, list[Finding]] = {}
    for one in review.findings:
        for citation in one.citations:
            resting.setdefault(citation, []).append(one)
    order = list(Weight)
    rows = []
    for citation, found in sorted(
        resting.items(), key=lambda pair: min(order.index(one.weight) for one in pair[1])
    ):
        weight = min((one.weight for one in found), key=order.index)
        sign, tone = WEIGHTS[weight]
        links = join((finding_link(one.id) for one in found[:LINKS]), "、")
        more = f"等 {len(found)} 项" if len(found) > LINKS else ""
        titles = "；".join(dict.fromkeys(one.rule.title for one in found))
        rows.append(
            row(
                (laws.citation(citation), badge(sign, weight.label, tone), titles, join((links, more))), "row"
            )
        )
    heads = ("条文", "最重的一项", "用在", "发现")
    if not rows:
        return tag("p", "本次检查没有引用条文的发现。")
    return table(f"本案的发现所依据的条文：{len(rows)} 条", heads, rows)


@require_safe
@at_desk
def laws(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The articles cited; with `q` the articles found in the imported texts in force on the day of the hearing."""
    review = desk.read.review
    known = Statutes(review)
    question = " ".join(request.GET.get("q", "").split())[:LONGEST]
    index = texts.index(review.hearing) if question else None
    hits = [] if index is None else index.search(question, HITS)
    body = safe(desk, cited(review, known))
    words = mark_safe(known.section()) if known.cited else ""  # noqa: S308 - Safe markup, escaped where it was made
    return page(
        request, desk, "aspects/laws.html", "laws", "法条", body=body, words=words, question=question, imported=texts.imported() is not None, day=review.hearing,
        hits=[Found(one.label, one.article.text, one.text.source) for one in hits],
    )  # fmt: skip
