"""Smallest sets whose loss makes a point worse, exact up to a size; and which items can matter at all.

Worse is not read off a formula here: an oracle runs the rules again without the items.  The search only keeps
the number of questions down: single losses first, then unions of what is left, and of a crowd of items that
look alike to every rule none needs to be tried.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from gaoyao.proof.points import Table
from gaoyao.proof.routes import THIN_ORIGINS, Routes

Loss = frozenset[int]
Worse = Callable[[Sequence[Loss]], list[frozenset[int]]]
"""For every set of lost items the points that are worse off without them."""


@dataclass(frozen=True, slots=True)
class Breaking:
    """The minimal sets of a point, smaller ones first; every one of at most `exact_to` members is listed."""

    sets: tuple[tuple[int, ...], ...]
    exact_to: int


def alike(
    table: Table, routes: Routes, point: int, usable: Sequence[int], types: Sequence[str]
) -> dict[Hashable, list[tuple[int, str]]]:
    """The supports of a point grouped by everything a rule or a route reads of them: (item, origin) each.

    Two supports of one group differ at most in their origin.
    """
    origin = {row.item: row.origin for row in routes.rows.get(point, ())}
    known = {(row.item, row.individual, row.direct) for row in routes.rows.get(point, ())}
    ties: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for item, individual, direct in sorted(known):
        ties[item].append((individual, direct))
    groups: dict[Hashable, list[tuple[int, str]]] = defaultdict(list)
    for row, own in enumerate(table.support_point):
        if own == point:
            item = table.support_item[row]
            key = (
                table.support_for[row], table.own[row], table.co[row], table.objective[row], table.restates[row], table.identifies[row],
                table.explained[row], usable[item], types[item], tuple(ties.get(item, ())),
                routes.flags.get(f"hidden:{item}@{point}"),
            )  # fmt: skip
            groups[key].append((item, origin.get(item, str(item))))
    return groups


def mattering(groups: Mapping[Hashable, list[tuple[int, str]]], size: int) -> set[int]:
    """The items of a point that can be in a minimal set of at most `size` items.

    Where, whatever `size` items go, a group keeps as many origins as any rule or route asks for, none of its items
    is needed: the set without it does the same.
    """
    out: set[int] = set()
    for group in groups.values():
        if len({origin for _, origin in group}) < THIN_ORIGINS + size:
            out.update(item for item, _ in group)
    return out


def breaking(
    points: Iterable[int],
    atoms: Mapping[int, Sequence[int]],
    members: Mapping[int, Loss],
    worse: Worse,
    limit: int,
    most: int,
) -> dict[int, Breaking]:
    """The minimal sets of atoms for every point, exact up to `limit` or to the last size that `most` losses allowed.

    `atoms` lists for every point the atoms that can matter to it; `members` says which items an atom is.
    """
    wanted = list(points)
    found: dict[int, list[tuple[int, ...]]] = {point: [] for point in wanted}
    exact = dict.fromkeys(wanted, 0)
    for size in range(1, limit + 1):
        tried: dict[tuple[int, ...], None] = {}
        for point in wanted:
            if exact[point] < size - 1:
                continue
            own = list(_unbroken(atoms[point], found[point], size))
            if size > 1 and len(tried) + len(own) > most:
                continue
            tried.update(dict.fromkeys(own))
            exact[point] = size
        sets = sorted(tried)
        losses = [frozenset[int]().union(*(members[atom] for atom in one)) for one in sets]
        for one, points_worse in zip(sets, worse(losses), strict=True):
            for point in points_worse & found.keys():
                if not any(set(smaller) <= set(one) for smaller in found[point]):
                    found[point].append(one)
    return {point: Breaking(tuple(found[point]), exact[point]) for point in wanted}


def _unbroken(atoms: Sequence[int], found: Sequence[tuple[int, ...]], size: int) -> Iterable[tuple[int, ...]]:
    """The sets of so many atoms that hold no set already found."""
    singles = {one[0] for one in found if len(one) == 1}
    left = sorted(atom for atom in atoms if atom not in singles)
    larger = [set(one) for one in found if len(one) > 1]
    for one in combinations(left, size):
        if not any(smaller <= set(one) for smaller in larger):
            yield one
