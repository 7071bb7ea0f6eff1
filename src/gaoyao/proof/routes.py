"""Routes to “the accused did it”: A objective, B hidden evidence, C confession corroborated on who,
D circumstantial, E direct evidence other than the accused's own statements (proof model C3.2; amendment 3).

One monotone formula per point over good flags.  Statements of the accused alone open no route, and whether a
co-accused's confession counts as other evidence is an interpretation.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from gaoyao.dossier.frame import CaseFrame
from gaoyao.dossier.vocabulary import Fact, Hidden, Item, Link
from gaoyao.dossier.vocabulary.court import ITEM_HIDDEN
from gaoyao.logic.frame import Int8
from gaoyao.logic.truth import Truth
from gaoyao.proof.drawn import NO, OBJECTIVE, UNKNOWN, YES, led_by_confession, types_of
from gaoyao.proof.formula import Formula, Leaf, Least, evaluate, every, some
from gaoyao.proof.origins import SPOKEN, origins_of, unnamed
from gaoyao.proof.points import Table

ROUTES = {
    "A": "客观证据个别对应，另有其他来源", "B": "依供述提取隐蔽性证据", "C": "供述得到指向本人的非言词证据印证",
    "D": "间接证据形成链条", "E": "本人供述以外的直接证据",
}  # fmt: skip
STATEMENTS = SPOKEN | {"confession"}
WHO_ROLES = frozenset(("identity", "act"))
APART = ("victim", "witness")
THIN_ORIGINS = 3
"""Fewer origins than this on the circumstantial route alone are hinted at; the law names no number."""
Good = Callable[["Row"], Formula]
HIDDEN_BOXES = (
    Hidden.from_statement, Hidden.concealed, Hidden.confirmed, Hidden.collusion_excluded, Hidden.coercion_excluded
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One support as the formulas see it; the flags are Kleene values."""

    item: int
    origin: str
    type: str
    own: int
    co: int
    restates: int
    who: int
    individual: int
    direct: int
    pointless: bool = False
    object: bool = False
    unnamed: bool = False
    led: int | None = None

    @property
    def apart(self) -> int:
        """Does it tell of anybody beside the confession it may come from?  An object that was found through a
        confession and bears no individual tie does so only on the checklist of art. 141."""
        return min(-self.restates, YES if self.led is None else self.led)


@dataclass(frozen=True, slots=True)
class After:
    """The routes of a point: the truth of each, of any; whether everything comes from one origin (the accused's own
    statements apart); whether only circumstantial evidence of too few origins stands (ours: 提示); whether at least two
    origins of others that may be used speak to it."""

    truths: Mapping[str, Truth]
    route: int
    single: int
    thin: int
    two: int


class _Less:
    """Flags with some items turned bad."""

    def __init__(self, flags: Mapping[str, int], lost: frozenset[int]) -> None:
        self._flags = flags
        self._lost = {f"item:{item}" for item in lost}

    def get(self, flag: str, default: int) -> int:
        """The value of a flag."""
        return NO if flag in self._lost else self._flags.get(flag, default)


@dataclass(slots=True)
class Routes:
    """Per point: the formulas of the routes, the flags they rest on, and which routes are open."""

    formulas: dict[int, dict[str, Formula]] = field(default_factory=dict)
    flags: dict[str, int] = field(default_factory=dict)
    rows: dict[int, list[Row]] = field(default_factory=dict)
    others: dict[int, list[Row]] = field(default_factory=dict)
    two: dict[int, Formula] = field(default_factory=dict)

    def truths(self, point: int) -> dict[str, Truth]:
        """The truth of every route of a point."""
        return {name: evaluate(one, self.flags) for name, one in self.formulas.get(point, {}).items()}

    def after(self, point: int, lost: frozenset[int] = frozenset()) -> After:
        """What the routes say of a point once these items are lost; the formulas are monotone, so a lost item is a
        bad flag.  For a point about something else than who did it the route is unknown and there is no hint."""
        if point not in self.formulas:
            return After({}, UNKNOWN, NO, NO, NO)
        flags = _Less(self.flags, lost)
        truths = {name: evaluate(one, flags) for name, one in self.formulas[point].items()}
        others = max(truth for name, truth in truths.items() if name != "D")
        thin = truths["D"] is Truth.YES and others is not Truth.YES and self._thin(point, lost)
        return After(
            truths,
            int(max(truths.values())),
            self._single(point, lost),
            YES if thin else NO,
            int(evaluate(self.two[point], flags)),
        )

    def _single(self, point: int, lost: frozenset[int]) -> int:
        """Does everything that may be used come from one origin?  unknown where it hangs on what may be used, on what
        holds something of its own, or on whose two statements are."""
        rows = [row for row in self.rows[point] if row.item not in lost and row.restates != YES]
        able = [row for row in rows if self.flags[f"item:{row.item}"] != NO]
        if all(row.own != NO for row in able):
            return NO
        sure = [row for row in able if self.flags[f"item:{row.item}"] == YES and row.apart == YES]
        if len(_origins(sure)) >= 2:
            return NO
        return UNKNOWN if len({row.origin for row in able}) >= 2 else YES

    def _thin(self, point: int, lost: frozenset[int]) -> bool:
        rows = [row for row in self.others[point] if row.item not in lost and not row.pointless]
        sure = [row for row in rows if self.flags[f"item:{row.item}"] == YES and row.apart == YES]
        return len(_origins(sure)) < THIN_ORIGINS

    def whole(self, point: int) -> Formula:
        """Any route."""
        return some(*self.formulas[point].values())


def _origins(rows: list[Row]) -> set[str]:
    """The origins that there are at least."""
    return {row.origin for row in _merged(rows)}


def _merged(rows: list[Row]) -> list[Row]:
    """The rows with as few persons as there may be: a statement of which nobody has entered whose it is may be that of
    anybody who speaks in the same quality.  A victim and a witness are two persons; an identification may be either's."""
    if not any(row.unnamed for row in rows):
        return rows
    named = {row.type: row.origin for row in rows if row.type in SPOKEN and not row.unnamed}
    first = {
        kind: next((row.origin for row in rows if row.unnamed and row.type == kind), "") for kind in APART
    }
    anyone = next(iter((*named.values(), *filter(None, first.values()))), "")
    loose = next((one for kind, one in named.items() if kind not in APART), "")
    return [
        row
        if not row.unnamed
        else replace(row, origin=named.get(row.type) or loose or first[row.type])
        if row.type in APART
        else replace(row, origin=anyone)
        for row in rows
    ]


def build(frame: CaseFrame, table: Table, usable: Int8, schools: Mapping[str, str]) -> Routes:
    """The routes of every point whose fact says who did it (identity, act)."""
    roles = [code for code, _ in Fact.role.options] + [""]
    codes = frame.choice(Fact.role)[0].tolist()
    wanted = {n for n, fact in enumerate(table.point_fact) if roles[codes[fact]] in WHO_ROLES}
    made = Routes()
    origin_of = origins_of(frame)
    kinds, nobodys = types_of(frame), unnamed(frame)
    notes = frame.flag(Item.police_note)[0].tolist()
    ties = [code for code, _ in Link.tie.options] + [""]
    tie_of = [ties[n] for n in frame.choice(Link.tie)[0].tolist()]
    hidden, led = _hidden(frame), led_by_confession(frame)
    direct, identifies = frame.flag(Link.direct)[0].tolist(), frame.flag(Link.identifies)[0].tolist()
    for n, point in enumerate(table.support_point):
        if point in wanted and table.support_for[n]:
            item, link = table.support_item[n], table.support_link[n]
            made.rows.setdefault(point, []).append(Row(
                item, origin_of[item], kinds[item], table.own[n], table.co[n], table.restates[n], table.identifies[n],
                _individual(tie_of[link], kinds[item]), _direct(direct[link], tie_of[link], kinds[item]), identifies[link] == NO, kinds[item] in OBJECTIVE and notes[item] != YES, item in nobodys,
                hidden.get(item, UNKNOWN) if item in led and tie_of[link] != "individual" else None,
            ))  # fmt: skip
    for item in range(frame.size("item")):
        made.flags[f"item:{item}"] = int(usable[item])
    for point in wanted:
        rows = made.rows.setdefault(point, [])
        co_counts = schools.get("co_accused") == "other"
        made.others[point] = [
            row for row in rows if row.own == NO and row.restates != YES and (co_counts or row.co != YES)
        ]
        put = _Put(point, made.flags)
        made.formulas[point] = _formulas(rows, made.others[point], hidden, put)
        made.two[point] = _two([row for row in made.others[point] if row.co != YES], put)
    return made


@dataclass(frozen=True, slots=True)
class _Put:
    """Makes the flags of one point."""

    point: int
    flags: dict[str, int]

    def good(self, row: Row) -> Formula:
        """The item may be used, and holds something of its own."""
        leaf = Leaf(f"item:{row.item}")
        if row.restates == UNKNOWN:
            return every(leaf, self.flag("apart", row, UNKNOWN))
        return leaf if row.led in (None, YES) else every(leaf, self.flag("hidden", row, row.led))

    def flag(self, name: str, row: Row, value: int) -> Formula:
        """Something about an item, seen from this point."""
        key = f"{name}:{row.item}@{self.point}"
        self.flags[key] = max(value, self.flags.get(key, NO))
        return Leaf(key)


def _individual(tie: str, kind: str) -> int:
    if tie:
        return YES if tie == "individual" else NO
    return NO if kind in STATEMENTS or not kind else UNKNOWN


def _direct(entered: int, tie: str, kind: str) -> int:
    """Whether somebody tells what they saw done is asked of every item; a tie of another sort answers it."""
    if entered or tie in ("circumstance", "class", "presence") or not kind:
        return entered or NO
    return UNKNOWN


def _hidden(frame: CaseFrame) -> dict[int, int]:
    """Item number → the checklist of art. 141 as one Kleene value.

    That the police did not know before is doctrine, not in the article's words: anything but yes leaves the
    route unsettled and never closes it.
    """
    boxes = [frame.flag(box)[0].tolist() for box in HIDDEN_BOXES]
    doctrine = [UNKNOWN if value != YES else YES for value in frame.flag(Hidden.police_unaware)[0].tolist()]
    source, target = frame.pairs(ITEM_HIDDEN)
    return {
        item: min(doctrine[number], *(box[number] for box in boxes))
        for item, number in zip(source.tolist(), target.tolist(), strict=True)
    }


def _formulas(rows: list[Row], others: list[Row], hidden: dict[int, int], put: _Put) -> dict[str, Formula]:
    """The routes A–E of a point; `others` are the rows that are no words of the accused."""
    good = put.good
    own = [row for row in rows if row.own != NO]
    objects = [row for row in others if row.object]
    by_a, by_b, by_c = [], [], []
    for row in objects:
        if row.individual != NO:
            rest = [good(one) for one in rows if one.origin != row.origin]
            by_a.append(every(good(row), put.flag("individual", row, row.individual), some(*rest)))
        if row.item in hidden and own:
            by_b.append(every(some(*map(good, own)), good(row), put.flag("hidden", row, hidden[row.item])))
        if row.who != NO and own:
            by_c.append(every(
                some(*(good(one) for one in own if one.origin != row.origin)), good(row), put.flag("who", row, row.who)
            ))  # fmt: skip
    by_e = [every(good(row), put.flag("direct", row, row.direct)) for row in others if row.direct != NO]
    return {
        "A": some(*by_a),
        "B": some(*by_b),
        "C": some(*by_c),
        "D": _circumstantial([row for row in others if not row.pointless], objects, good),
        "E": some(*by_e),
    }


def _circumstantial(others: list[Row], objects: list[Row], good: Good) -> Formula:
    """Items that confirm each other: at least two origins, one of them no statement (Interp. 2021 art. 140)."""
    objects = [row for row in objects if not row.pointless]
    return every(Least(2, _by_origin(others, good)), some(*map(good, objects)))


def _two(rows: list[Row], put: _Put) -> Formula:
    """At least two origins of others.  Where two statements are of nobody knows whom, whether they are two persons'
    is open: they count as one until somebody says whose they are."""
    plain = Least(2, _by_origin(rows, put.good))
    merged = _merged(rows)
    if merged == rows:
        return plain
    loose = next(row for row in rows if row.unnamed)
    return every(plain, some(Least(2, _by_origin(merged, put.good)), put.flag("persons", loose, UNKNOWN)))


def _by_origin(rows: list[Row], good: Good) -> tuple[Formula, ...]:
    groups: dict[str, list[Formula]] = defaultdict(list)
    for row in rows:
        groups[row.origin].append(good(row))
    return tuple(some(*parts) for parts in groups.values())
