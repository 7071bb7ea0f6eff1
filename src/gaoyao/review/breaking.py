"""How easily the facts break: smallest sets whose loss makes a point worse, by item and by origin.

Worse means 未见障碍 becomes 待查 or 有障碍, or 待查 becomes 有障碍.  Exact up to the size that each point reports.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from gaoyao.logic.truth import Truth
from gaoyao.proof.asksets import ask_sets
from gaoyao.proof.graph import route_cuts
from gaoyao.proof.robustness import Breaking, Loss, alike, breaking, mattering
from gaoyao.review.losses import Change, Losses
from gaoyao.review.model import BreakLine, PointBreaks, Subject
from gaoyao.review.states import OBSTACLE, STATE

SIZE = 2
MOST = 400
"""Sets of two that are tried at most in one review; where there would be more, a point is exact for single losses only."""
ROUTE_SIZE = 3


class Breaker:
    """Reads one run through its losses: all points, or `only` some; sets of at most `size` items or origins."""

    def __init__(self, losses: Losses, only: Collection[int] | None = None, size: int = SIZE) -> None:
        self.losses, self.only, self.size = losses, only, size
        self._known: dict[Loss, tuple[Change, ...]] = {}
        done = losses.run
        usable = [int(one.rung.truth) for one in done.standing]
        self._alike = {
            point: alike(done.table, done.routes, point, usable, losses.types) for point in self.points()
        }
        self._always = self._everywhere()

    def points(self) -> list[int]:
        """The points that can become worse."""
        wanted = enumerate(self.losses.now.codes.tolist())
        return [
            point for point, code in wanted if code != OBSTACLE and (self.only is None or point in self.only)
        ]

    def changes(self, wanted: Sequence[Loss]) -> list[tuple[Change, ...]]:
        """What the losses do; each is worked out once."""
        fresh = list(dict.fromkeys(loss for loss in wanted if loss not in self._known))
        self._known.update(zip(fresh, self.losses.after(fresh), strict=True))
        return [self._known[loss] for loss in wanted]

    def _worse(self, wanted: Sequence[Loss]) -> list[frozenset[int]]:
        return [
            frozenset(one.point for one in changes if one.after > one.before)
            for changes in self.changes(wanted)
        ]

    def _everywhere(self) -> list[int]:
        """Items whose loss reaches beyond their own supports."""
        every = range(self.losses.frame.size("item"))
        return sorted(
            {item for item in every if self.losses.registered(frozenset([item]))}
            | self.losses.reaching(self.size)
        )

    def matter(self, size: int) -> dict[int, list[int]]:
        """The items of every point that can be in a minimal set of that size."""
        return {
            point: sorted(mattering(groups, size).union(self._always))
            for point, groups in self._alike.items()
        }

    def by_item(self) -> dict[int, Breaking]:
        """Minimal sets of items."""
        atoms = self.matter(self.size)
        members = {item: frozenset([item]) for own in atoms.values() for item in own}
        return breaking(self.points(), atoms, members, self._worse, self.size, MOST)

    def by_origin(self) -> dict[int, Breaking]:
        """Minimal sets of origins; an origin is lost as a whole, and is named by its first item."""
        origin = self.losses.origins
        members: dict[int, Loss] = {}
        for item, first in enumerate(origin):
            members[first] = members.get(first, frozenset()) | {item}
        atoms = {
            point: sorted({origin[item] for item in items}) for point, items in self.matter(self.size).items()
        }
        return breaking(self.points(), atoms, members, self._worse, self.size, MOST)

    # ------------------------------------------------------------ lines

    def lines(self) -> tuple[PointBreaks, ...]:
        """One line per point that can become worse, in the order of the review."""
        items, origins = self.by_item(), self.by_origin()
        return tuple(self._line(point, items[point], origins[point]) for point in self.points())

    def _line(self, point: int, items: Breaking, origins: Breaking) -> PointBreaks:
        to_yes, to_no = self._asks(point)
        cuts, larger = self._route_cuts(point)
        return PointBreaks(
            self.subject("point", point), STATE[self.losses.now.codes[point]], tuple(self._set(point, one, False) for one in items.sets),
            tuple(self._set(point, one, True) for one in origins.sets), items.exact_to, origins.exact_to, cuts, ROUTE_SIZE, larger, to_yes, to_no,
        )  # fmt: skip

    def subject(self, kind: str, number: int) -> Subject:
        """The subject of a line."""
        frame = self.losses.frame
        return Subject(kind, frame.identifier(kind, number), frame.name(kind, number), number)

    def _set(self, point: int, atoms: tuple[int, ...], origins: bool) -> BreakLine:
        origin = self.losses.origins
        members = tuple(item for item, first in enumerate(origin) if first in atoms) if origins else atoms
        change = next(one for one in self._known[frozenset(members)] if one.point == point)
        return BreakLine(
            len(atoms),
            tuple(self.subject("item", item) for item in members),
            STATE[change.after],
            self.added(change),
        )

    def added(self, change: Change) -> tuple[str, ...]:
        """The titles of what stands in the way after a loss and did not before; found weighs before pending."""
        before = self.losses.now.because(change.point)
        return tuple(self.losses.titles[rule] for rule in change.because if rule not in before)

    def _route_cuts(self, point: int) -> tuple[tuple[tuple[Subject, ...], ...], bool]:
        """Sets of items on which every open route hangs, by the formula of the routes alone."""
        sets, more = route_cuts(self.losses.run.routes, point, ROUTE_SIZE)
        return tuple(tuple(self.subject("item", item) for item in one) for one in sets), more

    def _asks(self, point: int) -> tuple[tuple[tuple[str, ...], ...], tuple[tuple[str, ...], ...]]:
        """What would settle the routes, both ways, where they are open."""
        routes = self.losses.run.routes
        if point not in routes.formulas:
            return (), ()
        asked = ask_sets(routes.whole(point), routes.flags)
        if asked.truth is not Truth.UNKNOWN:
            return (), ()
        return tuple(map(self._ask, asked.to_yes.sets)), tuple(map(self._ask, asked.to_no.sets))

    def _ask(self, flags: Iterable[str]) -> tuple[str, ...]:
        return tuple(self._question(flag) for flag in flags)

    def _question(self, flag: str) -> str:
        name, _, rest = flag.partition(":")
        item = self.losses.frame.name("item", int(rest.partition("@")[0]))
        return _QUESTIONS[name].format(item)


_QUESTIONS = {
    "item": "{}能否作为定案的根据", "individual": "{}能否个别对应（同一认定）", "hidden": "{}是否符合隐蔽性证据的各项条件",
    "who": "{}是否指向被告人本人", "direct": "{}能否直接证明系其所为",
    "apart": "{}有没有供述以外的独立信息", "persons": "{}的陈述人是谁，与其他陈述是不是同一人",
}  # fmt: skip
