"""A section of a review in portions: a page of a large case stays small enough to open at once (300 KB with its styles)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from gaoyao.law.rule import Weight
from gaoyao.logic.truth import Truth
from gaoyao.review.model import Finding, ItemLine, PointLine, Review
from gaoyao.review.render.markup import Safe, anchor
from gaoyao.review.render.sections import chronicle, facts, findings, standing
from gaoyao.review.render.sections.mismatched import NOWHERE, Links, mismatched
from gaoyao.review.render.sections.statutes import Statutes
from gaoyao.web.aspects.narrowing import stretch, stretches

Line = TypeVar("Line")
FINDINGS, ITEMS, SUPPORTS, POINTS, HINTS = 120, 250, 150, 60, 100
"""On one page: findings of a weight; items; items that support the facts of the page, and facts; mismatches."""
_WEIGHTS = {f"findings-{one.value}": one for one in Weight}


@dataclass(frozen=True, slots=True)
class Portion:
    """One page of a section: its markup where it is not the whole section, its number and the last, what it holds."""

    body: Safe | None
    number: int
    last: int
    told: str


def portion(review: Review, section: str, number: int, laws: Statutes, links: Links = NOWHERE) -> Portion:
    """Page `number` (from 1, brought into bounds) of a section; `body` is None where one page holds everything."""
    if section == "timeline":
        last = stretches(review)
        number = min(number, last)
        body = chronicle.chronicle(stretch(review, number)) if last > 1 else None
        return Portion(body, number, last, f"第 {number} 段，共 {last} 段")
    made = _slices(review, section, laws, links)
    if made is None or len(made[0]) < 2:
        return Portion(None, 1, 1, "")
    slices, build = made
    number = min(number, len(slices))
    first = sum(map(len, slices[: number - 1]))
    total = sum(map(len, slices))
    told = f"第 {first + 1} 至 {first + len(slices[number - 1])} 项，共 {total} 项"
    return Portion(build(number - 1), number, len(slices), told)


def places(review: Review) -> dict[str, tuple[str, int]]:
    """Where a link within the review leads: the section and the page of a finding, an item, a count."""
    made: dict[str, tuple[str, int]] = {}
    for section, weight in _WEIGHTS.items():
        for page, found in enumerate(_cut(_ordered(review, weight), FINDINGS), 1):
            made |= {one.id: (section, page) for one in found}
    for page, items in enumerate(_items(review), 1):
        made |= {anchor("item", one.subject.number): ("standing", page) for one in items}
    for page, points in enumerate(by_supports(review.points), 1):
        for point in points:
            made.setdefault(anchor("count", point.count.number), ("facts", page))
    return made


def by_supports(points: Sequence[PointLine]) -> list[tuple[PointLine, ...]]:
    """Facts cut into pages by how much evidence stands beside them: what a page weighs."""
    pages: list[list[PointLine]] = []
    held = 0
    for one in points:
        held += len(one.supports)
        if not pages or held > SUPPORTS or len(pages[-1]) >= POINTS:
            pages.append([])
            held = len(one.supports)
        pages[-1].append(one)
    return [tuple(one) for one in pages]


def _slices(
    review: Review, section: str, laws: Statutes, links: Links
) -> tuple[Sequence[Sequence[object]], Callable[[int], Safe]] | None:
    """The slices of a section that may be long, and what writes one of them."""
    if section in _WEIGHTS:
        found = _cut(_ordered(review, _WEIGHTS[section]), FINDINGS)
        return found, lambda n: _findings(replace(review, findings=found[n]), section, laws)
    if section == "standing":
        items = _items(review)
        return items, lambda n: standing.standing(replace(review, items=items[n]))
    if section == "facts":
        points = by_supports(review.points)
        return points, lambda n: facts.facts(replace(review, points=points[n]))
    if section == "mismatches":
        hints = _cut(review.mismatches, HINTS)
        return hints, lambda n: mismatched(replace(review, mismatches=hints[n]), links)
    return None


def _items(review: Review) -> list[tuple[ItemLine, ...]]:
    """Items as the section orders them: first those that need something."""
    return _cut(sorted(review.items, key=lambda one: one.rung.truth is Truth.YES), ITEMS)


def _findings(review: Review, section: str, laws: Statutes) -> Safe:
    return next(body for ident, _, body in findings.sections(review, laws) if ident == section)


def _ordered(review: Review, weight: Weight) -> tuple[Finding, ...]:
    """Findings of one weight, those of one rule together, as the section writes them."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for one in review.findings:
        if one.weight is weight:
            groups.setdefault((one.rule.id, one.school), []).append(one)
    return tuple(one for group in groups.values() for one in group)


def _cut(lines: Sequence[Line], size: int) -> list[tuple[Line, ...]]:
    return [tuple(lines[at : at + size]) for at in range(0, len(lines), size)]
