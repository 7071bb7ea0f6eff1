"""The routes of one point as a graph: route → conditions → the items that serve each condition.

Nothing is decided here a second time: the conditions are parts of the formulas of `proof.routes`, each evaluated
as it stands there, and a route's truth is the truth of its best way.  The smallest sets of items on which every
standing route hangs are read off the same formulas.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gaoyao.logic.truth import Truth
from gaoyao.proof.cuts import cut_sets, fixed
from gaoyao.proof.formula import Formula, Leaf, Least, evaluate, every, flags_in
from gaoyao.proof.routes import ROUTES, Routes

CONDITIONS: dict[str, tuple[tuple[str, slice], ...]] = {
    "A": (("能作同一认定的客观证据", slice(0, 2)), ("另一来源的证据", slice(2, 3))),
    "B": (("本人供述", slice(0, 1)), ("依供述提取、隐蔽性很强的实物", slice(1, 3))),
    "C": (("本人供述（另一来源）", slice(0, 1)), ("指向本人的非言词证据", slice(1, 3))),
    "D": (("两个以上来源的证据", slice(0, 1)), ("其中有非言词证据", slice(1, 2))),
    "E": (("本人供述以外的直接证据", slice(0, 2)),),
}
"""What the parts of one way of each route are, in the order in which `proof.routes` puts them."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of a route: whether it holds on the best way, and every item that could serve it.

    `serving` maps an item's number to how it stands to this condition: yes where it may be used and does what the
    condition asks, no where it may not be used, otherwise unknown.
    """

    label: str
    truth: Truth
    serving: dict[int, Truth]


@dataclass(frozen=True, slots=True)
class Route:
    """One route of a point; without conditions where no item could open it."""

    letter: str
    label: str
    truth: Truth
    conditions: tuple[Condition, ...]


def routes_of(routes: Routes, point: int) -> tuple[Route, ...]:
    """The five routes of a point that is about who did it, in order; none for another point."""
    return tuple(_route(routes, name, formula) for name, formula in routes.formulas.get(point, {}).items())


def _route(routes: Routes, letter: str, formula: Formula) -> Route:
    truth = evaluate(formula, routes.flags)
    ways = _ways(letter, formula)
    if not ways:
        return Route(letter, ROUTES[letter], truth, ())
    parts = [_parts(way, letter) for way in ways]
    truths = [tuple(evaluate(one, routes.flags) for one in own) for own in parts]
    best = max(truths, key=lambda own: (min(own), own))
    made = tuple(
        Condition(label, best[place], _serving(routes, (own[place] for own in parts)))
        for place, (label, _) in enumerate(CONDITIONS[letter])
    )
    return Route(letter, ROUTES[letter], truth, made)


def _ways(letter: str, formula: Formula) -> tuple[Least, ...]:
    """The ways of a route.  D has one way, and none where no item could serve it."""
    if isinstance(formula, Leaf):
        return ()
    if letter == "D":
        return (formula,) if any(flags_in(formula)) else ()
    return tuple(part for part in formula.parts if isinstance(part, Least))


def _parts(way: Least, letter: str) -> tuple[Formula, ...]:
    return tuple(every(*way.parts[span]) for _, span in CONDITIONS[letter])


def _serving(routes: Routes, parts: Iterable[Formula]) -> dict[int, Truth]:
    """Items of a condition over all ways; a further flag about an item (individual, who …) lowers its own way only."""
    found: dict[int, Truth] = {}
    for part in parts:
        items: dict[int, int] = {}
        for flag in flags_in(part):
            item = int(flag.partition(":")[2].partition("@")[0])
            items[item] = min(items.get(item, int(Truth.YES)), routes.flags[flag])
        for item, value in items.items():
            found[item] = max(found.get(item, Truth.NO), Truth(value))
    return dict(sorted(found.items()))


def route_cuts(routes: Routes, point: int, size: int) -> tuple[tuple[tuple[int, ...], ...], bool]:
    """Smallest sets (at most `size` items) without which no standing route of a point stands; whether larger ones
    may exist.  An item that may not be used, or not yet, holds nothing up."""
    if point not in routes.formulas:
        return (), False
    whole = routes.whole(point)
    values = {flag: routes.flags[flag] for flag in dict.fromkeys(flags_in(whole))}
    good = int(Truth.YES)
    settled = {
        flag: value == good for flag, value in values.items() if not flag.startswith("item:") or value != good
    }
    family = cut_sets(fixed(whole, settled), size)
    sets = tuple(tuple(int(flag.partition(":")[2]) for flag in one) for one in family.sets if one)
    return sets, family.larger or not family.complete
