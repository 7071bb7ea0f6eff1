"""What becomes of the points when items are lost: the rules run again, thousands of losses at a time.

An item that is lost takes its links with it, and its id out of the registers (`dossier.without`).  Where that
is all, the rules about points are evaluated once on a table that holds every affected point for every loss.
Where a loss reaches further — it changes whether another item may be used, restates a confession, or where
items come from — everything is run again on the case without the items.  Both ways are tested to agree with a
review of the file from which the items were deleted.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from gaoyao.dossier.frame import CaseFrame
from gaoyao.dossier.vocabulary import Accused, Alibi, Case, Conflict, Doubt, Fact, Favourable, Item, Rival
from gaoyao.dossier.without import Removal, excluded
from gaoyao.law.rule import Effect, Rule
from gaoyao.law.rules.common import CORROBORATED
from gaoyao.law.rules.disposal import SIGN
from gaoyao.law.rules.registers import REASONED
from gaoyao.logic.columns import Columns, Plan
from gaoyao.logic.walk import nodes
from gaoyao.proof import corroboration, drawn, origins, points, registers
from gaoyao.review.applicable import Gate
from gaoyao.review.assemble import UNMODELLED
from gaoyao.review.derived import conclude_registers
from gaoyao.review.engine import Outcome, Run, conclude, outcome, rules, run
from gaoyao.review.lenient import LenientFrame
from gaoyao.review.states import Bools, States, about_points, states

Loss = frozenset[int]
REGISTERS = (Alibi.kind, Conflict.kind, Doubt.kind, Favourable.kind, Rival.kind)
_PLAN, _LENIENT_PLAN = Plan(), Plan()
_NONE = np.zeros(0, np.int64)
BATCH = 60_000
"""Rows of support evaluated at once; bounds the memory, changes no answer."""


@dataclass(frozen=True, slots=True)
class Change:
    """A point whose state or obstacles are not what they were: codes of `states`, rules in the way now."""

    point: int
    before: int
    after: int
    because: tuple[str, ...]


class Losses:
    """One run, and what its points would be without certain items.  Keep it for many questions."""

    def __init__(self, done: Run) -> None:
        self.run, self.frame, self.table = done, done.frame, done.table
        self.removal = Removal(self.frame.view)
        self.standing = _only_standing()
        self.now = states(done.outcomes, rules(), done.context, loose(self.frame, self.table))
        self.supports: dict[int, list[int]] = defaultdict(list)
        self.points_of: dict[int, dict[int, None]] = defaultdict(dict)
        for row, (point, item) in enumerate(
            zip(self.table.support_point, self.table.support_item, strict=True)
        ):
            self.supports[point].append(row)
            self.points_of[item][point] = None
        self._derived = drawn.derivations(self.frame)
        restates = drawn.restating(self.frame)
        self._drawn = {item for item in self._derived if restates[item] != drawn.NO}
        self._drawn |= drawn.led_by_confession(self.frame)
        self._joins = origins.joins(self.frame, self._derived)
        times = Counter(item for group in self._joins for item in group)
        self._bridges = {item for item, groups in times.items() if groups > 1}
        self.origins = origins.merge(self.frame.size("item"), self._joins)
        self._waiting = _reading_corroboration(done)
        self._touched = done.derived.touched(self.frame)
        self.titles = {rule.id: rule.title for rule in rules()}
        types = [code for code, _ in Item.type.options] + [""]
        self.types = [types[n] for n in self.frame.choice(Item.type)[0].tolist()]

    def after(self, losses: Sequence[Loss]) -> list[tuple[Change, ...]]:
        """For every loss the points that change, in order."""
        out: list[tuple[Change, ...]] = [()] * len(losses)
        simple: list[tuple[int, Loss]] = []
        for number, lost in enumerate(losses):
            if self.deep(lost):
                out[number] = self._again(lost)
            elif self.registered(lost):
                out[number] = self._with_registers(lost)
            elif any(item in self.points_of for item in lost):
                simple.append((number, lost))
        for number, changes in self._together(simple):
            out[number] = changes
        return out

    def excluding(self, items: Iterable[int]) -> tuple[Change, ...]:
        """The points that change if rulings excluded these items, which stay in the file."""
        frame = CaseFrame(excluded(self.frame.view, self.ids(items)))
        done = run(frame, self.run.context, self.standing)
        return self._changes(
            states(done.outcomes, rules(), done.context, loose(frame, done.table)),
            enumerate(range(len(self.now.codes))),
        )

    # ------------------------------------------------------------ how far a loss reaches

    def deep(self, lost: Loss) -> bool:
        """Does the loss change anything about the items that are left?"""
        if any(item not in lost and not lost.isdisjoint(self._derived[item]) for item in self._drawn):
            return True
        if not self._bridges.isdisjoint(lost) and self._split(lost):
            return True
        if not self._touched.isdisjoint(lost) or self.run.derived.resigned(lost):
            return True
        waiting = [item for item in self._waiting if item not in lost]
        if not waiting:
            return False
        now = self.frame.concluded(CORROBORATED)
        then = corroboration.corroborated(self.frame, self.table, self.run.early, lost, self.origins)
        return any(now[item] != then[item] for item in waiting)

    def reaching(self, size: int) -> set[int]:
        """The items that, alone or with others up to `size`, may change what the items left are worth."""
        restated = {source for item in self._drawn for source in self._derived[item]}
        carrying: set[int] = set()
        if self._waiting:
            for item, others in corroboration.corroborators(self.frame, self.table, origin=self.origins):
                found = set(others) if item in self._waiting else set()
                carrying |= found if len(found) <= size else set()
        return self._bridges | restated | carrying | self._touched | self.run.derived.signing()

    def _split(self, lost: Loss) -> bool:
        """Do the items that are left fall into other origins?  Only an item of two groups can hold them together."""
        after = origins.merge(len(self.origins), self._joins, lost)
        pairs = {(self.origins[item], after[item]) for item in range(len(after)) if item not in lost}
        return len(pairs) > len({before for before, _ in pairs})

    def registered(self, lost: Loss) -> bool:
        """Does a register entry name one of the items?"""
        return any(
            path.partition(".")[0] in REGISTERS
            for item in lost
            for path, _ in self.removal.names(self.frame.identifier("item", item))
        )

    def ids(self, lost: Iterable[int]) -> list[str]:
        """The ids of items, in the file's order."""
        return [self.frame.identifier("item", item) for item in sorted(lost)]

    # ------------------------------------------------------------ the three ways

    def _again(self, lost: Loss) -> tuple[Change, ...]:
        frame = CaseFrame(self.removal.without(self.ids(lost)))
        done = run(frame, self.run.context, self.standing)
        return self._changes(
            states(done.outcomes, rules(), done.context, loose(frame, done.table)),
            enumerate(range(len(self.now.codes))),
        )

    def _with_registers(self, lost: Loss) -> tuple[Change, ...]:
        frame = self.frame.sharing(self.removal.unreferred(self.ids(lost)), (*REGISTERS, Accused.kind))
        frame.set_concluded(Accused.kind, SIGN.name, self.frame.concluded(SIGN))
        rows = [(point, self._kept(point, lost)) for point in range(len(self.now.codes))]
        return self._changes(
            self._evaluated(frame, [(point, lost, kept) for point, kept in rows]),
            enumerate(point for point, _ in rows),
        )

    def _together(self, losses: list[tuple[int, Loss]]) -> Iterable[tuple[int, tuple[Change, ...]]]:
        waiting: list[tuple[int, list[tuple[int, Loss, list[int]]]]] = []
        size = 0
        for place, (number, lost) in enumerate(losses):
            affected = dict.fromkeys(point for item in sorted(lost) for point in self.points_of.get(item, ()))
            rows = [(point, lost, self._kept(point, lost)) for point in sorted(affected)]
            waiting.append((number, rows))
            size += sum(len(kept) + 1 for _, _, kept in rows)
            if size > BATCH or place == len(losses) - 1:
                yield from self._batch(waiting)
                waiting, size = [], 0

    def _batch(
        self, waiting: list[tuple[int, list[tuple[int, Loss, list[int]]]]]
    ) -> Iterable[tuple[int, tuple[Change, ...]]]:
        then = self._evaluated(
            self.frame.sharing(self.frame.view), [row for _, rows in waiting for row in rows]
        )
        first = 0
        for number, rows in waiting:
            yield number, self._changes(then, ((first + n, point) for n, (point, _, _) in enumerate(rows)))
            first += len(rows)

    def _kept(self, point: int, lost: Loss) -> list[int]:
        item = self.table.support_item
        return [row for row in self.supports.get(point, ()) if item[row] not in lost]

    def _evaluated(self, frame: CaseFrame, rows: list[tuple[int, Loss, list[int]]]) -> States:
        """The rules about points on a table of its own: (point, loss, supports that are left)."""
        table = self.table.chosen([(point, kept) for point, _, kept in rows])
        points.install(frame, table, plain=True)
        if not frame.has_concluded(REASONED):
            frame.set_concluded("rival", REASONED.name, registers.reasoned(frame))
            conclude_registers(frame)
        conclude(frame, [self.run.routes.after(point, lost) for point, lost, _ in rows])
        columns, lenient = Columns(frame, _PLAN), Columns(LenientFrame(frame), _LENIENT_PLAN)
        own = [rule for rule in about_points(rules()) if self.run.gates.get(rule.id) is Gate.OPEN]
        outcomes = {rule.id: outcome(rule, columns, lenient) for rule in own}
        return states(outcomes, rules(), self.run.context, loose(frame, table))

    def _changes(self, then: States, rows: Iterable[tuple[int, int]]) -> tuple[Change, ...]:
        pairs = list(rows)
        at, of = (
            (np.array(column, np.int64) for column in zip(*pairs, strict=True)) if pairs else (_NONE, _NONE)
        )
        moved = (then.codes[at] != self.now.codes[of]) | (then.said[:, at] != self.now.said[:, of]).any(
            axis=0
        )
        return tuple(
            Change(point, int(self.now.codes[point]), int(then.codes[row]), then.because(row))
            for (row, point), changed in zip(pairs, moved.tolist(), strict=True)
            if changed
        )


def loose(frame: CaseFrame, table: points.Table) -> Bools:
    """Points that are 待查 whatever the rules say: no role entered, no count where that decides whose it is, or a procedure without a standard of ours."""
    roles = frame.choice(Fact.role)[0]
    codes = frame.choice(Case.procedure)[0]
    names = [code for code, _ in Case.procedure.options]
    unmodelled = bool(len(codes) and codes[0] >= 0 and names[codes[0]] in UNMODELLED)
    facts = np.array(table.point_fact, np.int64)
    common = np.isin(facts, list(points.unassigned(frame)))
    return (roles[facts] < 0) | common | unmodelled


def _only_standing() -> tuple[Rule, ...]:
    lowering = (Effect.NOT_BASIS, Effect.GROUND, Effect.CURABLE)
    return tuple(
        rule
        for rule in rules()
        if (rule.about == "item" and rule.effect in lowering) or rule in about_points(rules())
    )


def _reading_corroboration(done: Run) -> list[int]:
    """The items about which a rule says something that hangs on corroboration."""
    found: dict[int, None] = {}
    for rule in rules():
        if (
            rule.about == "item"
            and rule.id in done.outcomes
            and any(node == CORROBORATED for node in nodes(rule.whole))
        ):
            found.update(dict.fromkeys(np.flatnonzero(done.outcomes[rule.id] != Outcome.SILENT).tolist()))
    return list(found)
