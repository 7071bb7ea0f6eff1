"""Reading a proposition in columns: one int8 per subject, Kleene minimum and maximum, grouped quantifiers.

AND is the minimum, OR the maximum, NOT the negation of -1, 0, 1.  A leaf that does not apply (不适用) never
contributes to a finding: it counts as no where it stands under an even number of negations and as yes under
an odd number.  This module may not import `reasons`: the two readings are written independently and tested
to agree on every node.
"""

from __future__ import annotations

from collections.abc import Hashable
from functools import reduce
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from gaoyao.logic.compare import compare_columns
from gaoyao.logic.frame import Floats, Frame, Int8, Ints
from gaoyao.logic.tree import (
    All,
    Always,
    Any,
    At,
    AtLeast,
    CannotExclude,
    Compare,
    Concluded,
    Const,
    Flag,
    ForAll,
    Moment,
    Not,
    OneOf,
    Prop,
    Quantity,
    Relation,
    Shift,
    Term,
    TreeError,
    Unresolved,
)
from gaoyao.logic.truth import Why
from gaoyao.logic.walk import check, children

Bools = NDArray[np.bool_]


def evaluate(prop: Prop, frame: Frame, kind: str | None = None) -> Int8:
    """Truth (-1 no, 0 unknown, 1 yes) of `prop` for every subject of its kind, in the frame's order.

    `kind` is needed for a constant tree only.  Raises TreeError for a tree that breaks the language (see
    `walk.check`).  To evaluate many trees on one frame use one `Columns`, which shares their common parts.
    """
    return Columns(frame).evaluate(prop, kind)


class _Node(NamedTuple):
    prop: Prop
    kind: str
    parts: tuple[int, ...]


class Plan:
    """Trees interned once: equal subtrees have one number.  Knows no case; reuse it between frames."""

    def __init__(self) -> None:
        self.nodes: list[_Node] = []
        self._roots: dict[tuple[int, str | None], int] = {}
        self._seen: dict[tuple[int, str], int] = {}
        self._keys: dict[Hashable, int] = {}
        self._kept: list[Prop] = []  # ids stay valid while the trees are held

    def add(self, prop: Prop, kind: str | None = None) -> int:
        """The number of a tree; checks it the first time.  Raises TreeError."""
        known = self._roots.get((id(prop), kind))
        if known is None:
            known = self._intern(prop, check(prop, kind))
            self._roots[id(prop), kind] = known
            self._kept.append(prop)
        return known

    def _intern(self, prop: Prop, kind: str) -> int:
        seen = self._seen.get((id(prop), kind))
        if seen is not None:
            return seen
        inner = prop.relation.target if isinstance(prop, At | AtLeast | ForAll) else kind
        parts = tuple(self._intern(part, inner) for part in children(prop))
        key = _key(prop, kind, parts)
        number = self._keys.get(key)
        if number is None:
            number = self._keys[key] = len(self.nodes)
            self.nodes.append(_Node(prop, kind, parts))
        self._seen[id(prop), kind] = number
        return number


def _key(prop: Prop, kind: str, parts: tuple[int, ...]) -> Hashable:
    """Shallow: inner nodes are known by the numbers of their parts, so no deep tree is ever hashed."""
    match prop:
        case Not() | All() | Any() | CannotExclude():
            return (type(prop), parts)
        case AtLeast(count=count, relation=relation):
            return (AtLeast, count, relation, parts)
        case At(relation=relation) | ForAll(relation=relation):
            return (type(prop), relation, parts)
    return (prop, kind)


class _Pairs(NamedTuple):
    """The entries of a relation; `entered` counts them per source, `closed`: is the list complete?"""

    source: Ints
    target: Ints
    entered: Ints
    closed: Bools


class Columns:
    """Every tree evaluated on one frame; results are cached and read-only.  A changed case needs a new one."""

    def __init__(self, frame: Frame, plan: Plan | None = None) -> None:
        self.frame = frame
        self.plan = Plan() if plan is None else plan
        self._values: dict[tuple[int, bool], Int8] = {}
        self._relations: dict[Relation, _Pairs] = {}
        self._intervals: dict[Quantity | Moment, tuple[Floats, Floats, Int8]] = {}

    def evaluate(self, prop: Prop, kind: str | None = None) -> Int8:
        """Truth (-1, 0, 1) per subject of the tree's kind; `kind` for a constant tree.  Raises TreeError."""
        return self._value(self.plan.add(prop, kind), False)

    def _value(self, number: int, odd: bool) -> Int8:
        """The column of a node that stands under an even or odd number of negations."""
        value = self._values.get((number, odd))
        if value is None:
            value = self._compute(self.plan.nodes[number], odd)
            value.flags.writeable = False
            self._values[number, odd] = value
        return value

    def _compute(self, node: _Node, odd: bool) -> Int8:
        prop, kind, parts = node
        match prop:
            case Not():
                return np.negative(self._value(parts[0], not odd))
            case All():
                return reduce(np.minimum, [self._value(part, odd) for part in parts])
            case Any():
                return reduce(np.maximum, [self._value(part, odd) for part in parts])
            case CannotExclude():
                return _cannot_exclude(self._value(parts[0], odd), self._value(parts[1], odd))
            case At(relation=relation):
                return self._at(relation, self._value(parts[0], odd))
            case AtLeast(count=count, relation=relation):
                return self._at_least(count, relation, self._value(parts[0], odd))
            case ForAll(relation=relation):
                return self._for_all(relation, self._value(parts[0], odd))
        return self._leaf(prop, kind, odd)

    def _leaf(self, prop: Prop, kind: str, odd: bool) -> Int8:
        match prop:
            case Flag():
                truth, why = self._flag(prop)
                return _settled(truth, why == Why.KNOWN, why == Why.NOT_APPLICABLE, odd)
            case Compare():
                return self._compare(prop, odd)
            case OneOf(field=field, codes=codes):
                index, why = self.frame.choice(field)
                self._fits(field.path, kind, index, why)
                wanted = [number for number, (code, _) in enumerate(field.options) if code in codes]
                truth = np.where(np.isin(index, wanted), 1, -1).astype(np.int8)
                return _settled(truth, (why == Why.KNOWN) & (index >= 0), why == Why.NOT_APPLICABLE, odd)
            case Unresolved(field=flag):
                return np.where(self._flag(flag)[1] == Why.UNRESOLVED, 1, -1).astype(np.int8)
            case Concluded():
                concluded = self.frame.concluded(prop)
                self._fits(f"{prop.kind}.{prop.name}", kind, concluded)
                return concluded.copy()
            case Always(value=value):
                return np.full(self.frame.size(kind), 1 if value else -1, dtype=np.int8)
        raise TreeError(f"语言里没有这种节点：{prop!r}")

    def _flag(self, field: Flag) -> tuple[Int8, Int8]:
        truth, why = self.frame.flag(field)
        self._fits(field.path, field.kind, truth, why)
        return truth, why

    def _fits(self, path: str, kind: str, *columns: NDArray[np.generic]) -> None:
        size = self.frame.size(kind)
        for column in columns:
            if column.shape != (size,):
                raise ValueError(f"{path} 的列形状是 {column.shape}，而 {kind} 有 {size} 个对象")

    def _compare(self, prop: Compare, odd: bool) -> Int8:
        low_a, high_a, why_a = self._interval(prop.left)
        low_b, high_b, why_b = self._term(prop.right)
        truth = compare_columns(low_a, high_a, prop.op, low_b, high_b)
        known = (why_a == Why.KNOWN) & (why_b == Why.KNOWN)
        return _settled(truth, known, (why_a == Why.NOT_APPLICABLE) | (why_b == Why.NOT_APPLICABLE), odd)

    def _interval(self, field: Quantity | Moment) -> tuple[Floats, Floats, Int8]:
        known = self._intervals.get(field)
        if known is None:
            known = self._intervals[field] = self.frame.interval(field)
            self._fits(field.path, field.kind, *known)
        return known

    def _term(self, term: Term) -> tuple[Floats, Floats, Int8]:
        match term:
            case Const(low=low, high=high):
                return np.array([low]), np.array([high]), np.zeros(1, dtype=np.int8)
            case Shift(field=field, minutes=minutes):
                low_b, high_b, why = self._interval(field)
                return low_b + minutes, high_b + minutes, why
            case Quantity() | Moment():
                return self._interval(term)

    def _entries(self, relation: Relation) -> _Pairs:
        known = self._relations.get(relation)
        if known is None:
            source, target = self.frame.pairs(relation)
            size = self.frame.size(relation.source)
            closed = np.ones(size, dtype=np.bool_)
            if relation.closed is not None:
                truth, why = self._flag(relation.closed)
                closed = (truth == 1) & (why == Why.KNOWN)
            known = _Pairs(source, target, np.bincount(source, minlength=size), closed)
            self._relations[relation] = known
        return known

    def _at(self, relation: Relation, part: Int8) -> Int8:
        """The value at the one target; unknown without a target, or where several are entered."""
        entries = self._entries(relation)
        out = np.zeros(len(entries.entered), dtype=np.int8)
        out[entries.source] = part[entries.target]
        out[entries.entered != 1] = 0
        return out

    def _at_least(self, count: int, relation: Relation, part: Int8) -> Int8:
        entries = self._entries(relation)
        size = len(entries.entered)
        values = part[entries.target]
        yes = np.bincount(entries.source[values == 1], minlength=size)
        possible = np.bincount(entries.source[values >= 0], minlength=size)
        out = (yes >= count).astype(np.int8)
        out[(possible < count) & entries.closed] = -1
        return out

    def _for_all(self, relation: Relation, part: Int8) -> Int8:
        entries = self._entries(relation)
        values = part[entries.target]
        out = entries.closed.astype(np.int8)
        out[entries.source[values == 0]] = 0
        out[entries.source[values == -1]] = -1
        return out


def _cannot_exclude(part: Int8, closed: Int8) -> Int8:
    out = part.copy()
    out[(part == 0) & (closed == 1)] = 1
    return out


def _settled(truth: Int8, known: Bools, inapplicable: Bools, odd: bool) -> Int8:
    """`truth` where known, unknown elsewhere, and the value that helps no finding where it does not apply."""
    out = np.where(known, truth, np.int8(0))
    if inapplicable.any():
        out[inapplicable] = 1 if odd else -1
    return out
