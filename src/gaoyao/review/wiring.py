"""What the proof graph of one point is drawn from: its routes, where its items come from, what the routes hang on.

Names, standings and obstacles are those of the review; here are only numbers of items and truths.  Made for one
point at a time, when a renderer asks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from gaoyao.dossier.frame import CaseFrame
from gaoyao.dossier.vocabulary import Appraisal, Item
from gaoyao.dossier.vocabulary.court import ITEM_APPRAISAL
from gaoyao.logic.truth import Truth
from gaoyao.proof.disagreement import traces_by_fact
from gaoyao.proof.drawn import derivations
from gaoyao.proof.graph import Route, route_cuts, routes_of
from gaoyao.proof.origins import origins_of
from gaoyao.review.engine import Run

CUT_SIZE = 2


@dataclass(frozen=True, slots=True)
class Wiring:
    """One point: its routes; per item the first item of its origin; what makes an origin one; who is a co-accused.

    `cuts`: smallest sets of at most two items without which no standing route of the point stands.
    `traces`: ids of the unmatched traces that bear on the fact.
    """

    routes: tuple[Route, ...] = ()
    origin: Mapping[int, int] = field(default_factory=dict)
    origin_names: Mapping[int, str] = field(default_factory=dict)
    derived: frozenset[int] = frozenset()
    restates: frozenset[int] = frozenset()
    co_confessions: frozenset[int] = frozenset()
    objective: frozenset[int] = frozenset()
    cuts: tuple[tuple[int, ...], ...] = ()
    traces: frozenset[str] = frozenset()


class Wirer:
    """Reads one run; keeps what all points share."""

    def __init__(self, done: Run) -> None:
        self.run, self.frame, self.table = done, done.frame, done.table
        derived = derivations(self.frame)
        numbers = {self.frame.identifier("item", n): n for n in range(self.frame.size("item"))}
        self._origin = {n: numbers[one] for n, one in enumerate(origins_of(self.frame))}
        self._names = origin_names(self.frame, self._origin, derived)
        self._derived = frozenset(derived)
        self._rows: dict[int, list[int]] = defaultdict(list)
        for row, point in enumerate(self.table.support_point):
            self._rows[point].append(row)
        traces: dict[int, list[str]] = defaultdict(list)
        for trace, facts in traces_by_fact(self.frame, done.derived.traces).items():
            for fact in facts:
                traces[fact].append(self.frame.identifier("trace", trace))
        self._traces = traces

    def wiring(self, point: int) -> Wiring:
        """What the graph of one point is drawn from."""
        rows, table = self._rows[point], self.table
        items = {table.support_item[row] for row in rows}

        def marked(column: list[int]) -> frozenset[int]:
            return frozenset(table.support_item[row] for row in rows if column[row] == Truth.YES)

        return Wiring(
            routes_of(self.run.routes, point), {item: self._origin[item] for item in sorted(items)}, self._names, self._derived & items,
            marked(table.restates), marked(table.co), marked(table.objective), route_cuts(self.run.routes, point, CUT_SIZE)[0],
            frozenset(self._traces.get(table.point_fact[point], ())),
        )  # fmt: skip


def origin_names(
    frame: CaseFrame, origin: Mapping[int, int], derived: Mapping[int, list[int]]
) -> dict[int, str]:
    """Per origin of several items, by its first item: what makes it one, in words."""
    groups: dict[int, list[int]] = defaultdict(list)
    for item, first in origin.items():
        groups[first].append(item)
    return {first: _why(frame, items, derived) for first, items in groups.items() if len(items) > 1}


def _why(frame: CaseFrame, items: list[int], derived: Mapping[int, list[int]]) -> str:
    marks = _shared(frame, items, Item.origin.path)
    if marks:
        return f"来源标识“{marks[0]}”"
    speakers = _shared(frame, items, Item.speaker.path)
    if speakers:
        return f"{'、'.join(_who(frame, one) for one in speakers)}的陈述"
    samples = sorted({sample for item in items for sample in _samples(frame, item)})
    if samples:
        return f"同一检材“{samples[0]}”"
    sources = {source for item in items for source in derived.get(item, ())}
    return f"派生自 {'、'.join(frame.identifier('item', one) for one in sorted(sources))}"


def _shared(frame: CaseFrame, items: list[int], path: str) -> list[str]:
    """The values of a field that several of the items have in common, in order."""
    cells = frame.view.cells.get(path, {})
    times: dict[str, int] = defaultdict(int)
    for item in items:
        live = cells.get(frame.identifier("item", item))
        if live is not None and isinstance(live.value, str) and live.value:
            times[live.value] += 1
    return sorted(value for value, number in times.items() if number > 1)


def _who(frame: CaseFrame, identifier: str) -> str:
    for kind in ("accused", "person"):
        number = frame.view.index(kind).get(identifier)
        if number is not None:
            return frame.name(kind, number)
    return identifier


def _samples(frame: CaseFrame, item: int) -> list[str]:
    cells = frame.view.cells.get(Appraisal.sample.path, {})
    acts = (frame.identifier("appraisal", act) for act in frame.targets(ITEM_APPRAISAL, item))
    return [str(cells[act].value) for act in acts if act in cells and isinstance(cells[act].value, str)]
