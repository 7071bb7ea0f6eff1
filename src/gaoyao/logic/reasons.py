"""Reading a proposition as a proof of one answer: why yes, why no, why unknown, with the place of every value.

This is an independent second reading: it walks the cells of one subject, pushes negations inwards as it goes
and never looks at the columns; the two agree on every node of every tree (tests/logic).  Because negations
are pushed inwards, no sentence negates a negation, and a leaf that does not apply (不适用) is simply no.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from gaoyao.logic.frame import CellFrame, Source
from gaoyao.logic.leaves import CONSTANT_SENTENCES, opposite, read_leaf
from gaoyao.logic.tree import (
    All,
    Any,
    At,
    AtLeast,
    CannotExclude,
    ForAll,
    Not,
    Prop,
    Relation,
)
from gaoyao.logic.truth import Truth, Why
from gaoyao.logic.walk import check

NAMES_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Reason:
    """A proof of one answer about one subject.

    `truth` is the answer of the node as it stands after negations were pushed inwards, so a part that was
    negated carries the truth of its negation, while `sentence` always states what the file says.  `parts` has
    the decisive parts first; the others are kept behind them with `decisive=False`.  Every decisive part has
    the truth of the whole, except a list's completeness, which stands with its own truth, and the closed
    inquiry of a cannot-exclude.  `field` and `why` are those of a leaf's cell.
    """

    truth: Truth
    sentence: str
    kind: str
    subject: int
    name: str
    parts: tuple[Reason, ...] = ()
    sources: tuple[Source, ...] = ()
    field: str | None = None
    why: Why = Why.KNOWN
    decisive: bool = True


def explain(prop: Prop, frame: CellFrame, subject: int, kind: str | None = None) -> Reason:
    """The proof of the answer of `prop` for one subject.

    `kind` is needed for a constant tree only.  Raises TreeError for a tree that breaks the language (too
    deep, mixed kinds) and IndexError for a subject that does not exist.
    """
    return Reasons(frame).explain(prop, subject, kind)


def leaves(reason: Reason) -> tuple[Reason, ...]:
    """The decisive leaves in order, each once: the values on which the answer rests, with their sources."""
    found: dict[tuple[str, int, str, tuple[Source, ...]], Reason] = {}
    seen: set[int] = set()  # proofs share parts; each is visited once
    stack = [reason]
    while stack:
        node = stack.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        inner = [part for part in node.parts if part.decisive]
        stack.extend(reversed(inner))
        if not inner:
            found.setdefault((node.kind, node.subject, node.sentence, node.sources), node)
    return tuple(found.values())


def sentence(reason: Reason, skip: Callable[[Reason], bool] | None = None) -> str:
    """One Chinese paragraph of the decisive leaves; other subjects than the reason's own are named.

    `skip` leaves out leaves that tell the reader nothing new, unless nothing else remains.

    Constants are left out unless the answer rests on nothing else.
    """
    decisive = leaves(reason)
    told = [leaf for leaf in decisive if leaf.sentence not in CONSTANT_SENTENCES] or decisive
    telling = [leaf for leaf in told if skip is None or not skip(leaf)] or told
    groups: dict[tuple[str, int], tuple[str, dict[str, None]]] = {}
    for leaf in telling:
        name, clauses = groups.setdefault((leaf.kind, leaf.subject), (leaf.name, {}))
        clauses.setdefault(leaf.sentence)
    texts = []
    for (kind, subject), (name, clauses) in groups.items():
        own = (kind, subject) == (reason.kind, reason.subject)
        texts.append(("" if own else f"{name}：") + "，".join(clauses))
    return "；".join(texts) + "。"


class Reasons:
    """Proofs on one frame; parts shared between proofs are read once."""

    def __init__(self, frame: CellFrame) -> None:
        self.frame = frame
        self._known: dict[tuple[int, str, int, bool], Reason] = {}
        self._kinds: dict[tuple[int, str | None], str] = {}
        self._kept: list[Prop] = []  # ids stay valid while the trees are held

    def explain(self, prop: Prop, subject: int, kind: str | None = None) -> Reason:
        """The proof of the answer of `prop` for one subject; see `explain`."""
        own = self._kinds.get((id(prop), kind))
        if own is None:
            own = self._kinds[id(prop), kind] = check(prop, kind)
            self._kept.append(prop)
        if not 0 <= subject < self.frame.size(own):
            raise IndexError(f"{own} 只有 {self.frame.size(own)} 个对象，没有第 {subject + 1} 个")
        return self._read(prop, own, subject, False)

    def _read(self, prop: Prop, kind: str, subject: int, negated: bool) -> Reason:
        """The proof of `prop`, or of its negation."""
        while isinstance(prop, Not):
            prop, negated = prop.part, not negated
        key = (id(prop), kind, subject, negated)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._node(prop, kind, subject, negated)
        return known

    def _node(self, prop: Prop, kind: str, subject: int, negated: bool) -> Reason:
        match prop:
            case All(parts=parts) | Any(parts=parts):
                read = [self._read(part, kind, subject, negated) for part in parts]
                return self._join(read, isinstance(prop, All) is not negated, kind, subject)
            case CannotExclude():
                return self._cannot_exclude(prop, kind, subject, negated)
            case At(relation=relation, part=part):
                return self._at(relation, part, subject, negated)
            case AtLeast(count=count, relation=relation, part=part):
                targets = self._targets(relation, part, subject, negated)
                if negated:
                    return self._fewer(count, relation, targets, subject)
                return self._some(count, relation, targets, subject)
            case ForAll(relation=relation, part=part):
                targets = self._targets(relation, part, subject, negated)
                if negated:
                    return self._some(1, relation, targets, subject)
                return self._fewer(1, relation, targets, subject)
        leaf = read_leaf(prop, self.frame, subject, negated)
        name = self.frame.name(kind, subject)
        return Reason(leaf.truth, leaf.sentence, kind, subject, name, (), leaf.sources, leaf.field, leaf.why)

    def _make(
        self, truth: Truth, text: str, kind: str, subject: int, parts: Sequence[tuple[Reason, bool]] = ()
    ) -> Reason:
        """A reason whose parts are given with whether they decide; the decisive ones come first."""
        ordered = [part for part, decides in parts if decides]
        ordered += [replace(part, decisive=False) for part, decides in parts if not decides]
        return Reason(truth, text, kind, subject, self.frame.name(kind, subject), tuple(ordered))

    def _join(self, parts: Sequence[Reason], every: bool, kind: str, subject: int) -> Reason:
        truths = [part.truth for part in parts]
        truth = min(truths) if every else max(truths)
        text = _EVERY[truth] if every else _SOME[truth]
        return self._make(truth, text, kind, subject, [(part, part.truth is truth) for part in parts])

    def _cannot_exclude(self, prop: CannotExclude, kind: str, subject: int, negated: bool) -> Reason:
        part = self._read(prop.part, kind, subject, negated)
        closed = self._read(prop.closed, kind, subject, negated)
        state = opposite(part.truth) if negated else part.truth
        ended = opposite(closed.truth) if negated else closed.truth
        burden = state is Truth.UNKNOWN and ended is Truth.YES
        truth = Truth.YES if burden else state
        text = {
            Truth.YES: "查证已经终结，仍不能排除" if burden else "该情形存在",
            Truth.NO: "该情形不存在",
            Truth.UNKNOWN: "尚未查明，查证" + ("还没有终结" if ended is Truth.NO else "是否终结也不明"),
        }[truth]
        parts = [(part, True), (closed, state is Truth.UNKNOWN)]
        return self._make(opposite(truth) if negated else truth, text, kind, subject, parts)

    def _at(self, relation: Relation, part: Prop, subject: int, negated: bool) -> Reason:
        targets = self.frame.targets(relation, subject)
        if len(targets) != 1:
            text = f"录入了 {len(targets)} 个，应当只有一个" if targets else "没有录入"
            return self._make(Truth.UNKNOWN, f"「{relation.label}」{text}", relation.source, subject)
        read = self._read(part, relation.target, targets[0], negated)
        text = f"「{relation.label}」是{self.frame.name(relation.target, targets[0])}"
        return self._make(read.truth, text, relation.source, subject, [(read, True)])

    def _targets(self, relation: Relation, part: Prop, subject: int, negated: bool) -> list[Reason]:
        targets = self.frame.targets(relation, subject)
        return [self._read(part, relation.target, target, negated) for target in targets]

    def _closure(self, relation: Relation, subject: int) -> tuple[bool, Reason | None]:
        """Is the list complete, and the reading of the flag that says so (none for events)?"""
        if relation.closed is None:
            return True, None
        reason = self._read(relation.closed, relation.source, subject, False)
        return reason.truth is Truth.YES, reason

    def _some(self, count: int, relation: Relation, targets: Sequence[Reason], subject: int) -> Reason:
        """At least `count` targets are yes."""
        closed, closure = self._closure(relation, subject)
        possible = sum(target.truth is not Truth.NO for target in targets)
        yes = sum(target.truth is Truth.YES for target in targets)
        truth = Truth.UNKNOWN
        if yes >= count:
            truth = Truth.YES
        elif possible < count and closed:
            truth = Truth.NO
        at_issue = [target for target in targets if target.truth is truth]
        needed = f"，至少须 {count} 项" if count > 1 else ""
        match truth:
            case Truth.YES:
                text = f"「{relation.label}」中有 {yes} 项符合（{_names(at_issue)}）{needed}"
            case Truth.NO if not targets:
                text = f"「{relation.label}」没有任何一项"
            case Truth.NO if possible == 0:
                text = f"「{relation.label}」共 {len(targets)} 项，没有一项符合{needed}"
            case Truth.NO:
                text = f"「{relation.label}」共 {len(targets)} 项，至多 {possible} 项符合{needed}"
            case _:
                text = _undecided(relation, targets, at_issue, closed)
        return self._over(truth, text, relation, subject, targets, closure, Truth.NO, closed)

    def _fewer(self, count: int, relation: Relation, targets: Sequence[Reason], subject: int) -> Reason:
        """Fewer than `count` targets are no; every target is yes when `count` is 1."""
        closed, closure = self._closure(relation, subject)
        possible = sum(target.truth is not Truth.YES for target in targets)
        no = sum(target.truth is Truth.NO for target in targets)
        truth = Truth.UNKNOWN
        if no >= count:
            truth = Truth.NO
        elif possible < count and closed:
            truth = Truth.YES
        at_issue = [target for target in targets if target.truth is truth]
        match truth:
            case Truth.NO if count == 1:
                text = f"「{relation.label}」中有 {no} 项不符合（{_names(at_issue)}）"
            case Truth.NO:
                text = f"「{relation.label}」中有 {no} 项（{_names(at_issue)}），已达 {count} 项"
            case Truth.YES if not targets:
                text = f"「{relation.label}」没有任何一项"
            case Truth.YES if count == 1:
                text = f"「{relation.label}」共 {len(targets)} 项，每一项都符合"
            case Truth.YES:
                text = (
                    f"「{relation.label}」共 {len(targets)} 项，至多 {possible} 项有此情形，未达 {count} 项"
                )
            case _:
                text = _undecided(relation, targets, at_issue, closed)
        return self._over(truth, text, relation, subject, targets, closure, Truth.YES, closed)

    def _over(
        self,
        truth: Truth,
        text: str,
        relation: Relation,
        subject: int,
        targets: Sequence[Reason],
        closure: Reason | None,
        needs_closure: Truth,
        closed: bool,
    ) -> Reason:
        """The reason of a quantifier; the list's completeness decides where the answer rests on it."""
        parts = [(target, target.truth is truth) for target in targets]
        if closure is not None:
            rests = truth is needs_closure if closed else truth is Truth.UNKNOWN
            if rests and closed and not targets:
                parts.insert(
                    0, (self._make(truth, text, relation.source, subject, []), True)
                )  # the empty list speaks too
            parts.append((closure, rests))
        return self._make(truth, text, relation.source, subject, parts)


_EVERY = {
    Truth.YES: "各项条件同时具备",
    Truth.NO: "各项条件没有同时具备",
    Truth.UNKNOWN: "各项条件是否同时具备，尚不能确定",
}
_SOME = {
    Truth.YES: "所列情形至少具备一项",
    Truth.NO: "所列情形一项也不具备",
    Truth.UNKNOWN: "所列情形是否具备，尚不能确定",
}


def _names(targets: Sequence[Reason]) -> str:
    shown = "、".join(target.name for target in targets[:NAMES_SHOWN])
    return f"{shown}等 {len(targets)} 项" if len(targets) > NAMES_SHOWN else shown


def _undecided(
    relation: Relation, targets: Sequence[Reason], at_issue: Sequence[Reason], closed: bool
) -> str:
    doubts = [f"{_names(at_issue)}是否符合不明"] if at_issue else []
    if not closed:
        doubts.append("清单是否完整尚未确认")
    head = f"「{relation.label}」" + (f"共 {len(targets)} 项，" if targets else "尚无一项，")
    return head + "，".join(doubts)
