"""The closed rule language: immutable trees of three-valued propositions.

A rule is one function that returns such a tree; evaluating it in columns, giving reasons, asking and
documenting are readings of that tree (`columns`, `reasons`, `questions`, `prose`).  The language is closed:
no other node type exists and a tree holds no Python code, so every reading can be complete.

`bool(prop)` raises: nothing coerces unknown to no.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NoReturn

EPOCH = datetime(1970, 1, 1)


class TreeError(TypeError):
    """A proposition was built or used in a way the language does not allow."""


class FieldType(StrEnum):
    """What a field holds.  Only FLAG, QUANTITY, MOMENT and CHOICE may stand in a rule."""

    FLAG = "flag"
    QUANTITY = "quantity"
    MOMENT = "moment"
    CHOICE = "choice"
    TEXT = "text"
    REF = "ref"
    REFS = "refs"
    TEXTS = "texts"


class Op(StrEnum):
    """Comparison operators; intervals compare three-valued."""

    LT = "<"
    LE = "<="
    GT = ">"
    GE = ">="
    EQ = "=="
    NE = "!="

    @property
    def opposite(self) -> Op:
        """The operator that is true exactly when this one is false."""
        return {"<": Op.GE, "<=": Op.GT, ">": Op.LE, ">=": Op.LT, "==": Op.NE, "!=": Op.EQ}[self.value]


class Prop:
    """A three-valued proposition about a subject of one kind.  Combine with `&`, `|`, `~`."""

    __slots__ = ()

    def __and__(self, other: Prop) -> Prop:
        return all_of(self, other)

    def __or__(self, other: Prop) -> Prop:
        return any_of(self, other)

    def __invert__(self) -> Prop:
        return Not(self)

    def __bool__(self) -> NoReturn:
        raise TreeError("命题有是、否、不明三个值，不能当作真假使用；请用 &、|、~，不要用 and、or、not、if")


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the vocabulary: kind and name, type, Chinese label and phrases, and who can answer it.

    `yes`, `no`, `unknown` are whole clauses about the subject, used verbatim in reasons.  `options` maps the
    codes of a CHOICE to their Chinese labels.  `target` is the kind a REF points at.  `answers` names the
    office that owes the answer (see the vocabulary).  `unit` is the unit of a QUANTITY.
    """

    kind: str
    name: str
    type: FieldType
    label: str
    yes: str = ""
    no: str = ""
    unknown: str = ""
    answers: str = ""
    options: tuple[tuple[str, str], ...] = ()
    target: str = ""
    unit: str = ""
    question: str = ""
    many: bool = False

    @property
    def path(self) -> str:
        """kind.name, unique in the vocabulary."""
        return f"{self.kind}.{self.name}"

    def __hash__(self) -> int:
        return hash((self.kind, self.name))

    def __bool__(self) -> NoReturn:
        raise TreeError(f"字段“{self.label}”是规则的叶，不能当作真假使用")


class Flag(Field, Prop):
    """A yes/no/unknown field; it is itself a proposition."""

    __slots__ = ()

    def __bool__(self) -> NoReturn:
        Prop.__bool__(self)

    @property
    def unresolved(self) -> Prop:
        """Was it asked, the inquiry closed, and still not established (查而不明)?"""
        return Unresolved(self)


class _Ordered(Field):
    __slots__ = ()

    def _compare(self, op: Op, other: object) -> Compare:
        if not isinstance(self, Quantity | Moment):
            raise TreeError(f"{self.path} 不能比较大小")
        return Compare(self, op, _term(self, other))

    def __lt__(self, other: object) -> Compare:
        return self._compare(Op.LT, other)

    def __le__(self, other: object) -> Compare:
        return self._compare(Op.LE, other)

    def __gt__(self, other: object) -> Compare:
        return self._compare(Op.GT, other)

    def __ge__(self, other: object) -> Compare:
        return self._compare(Op.GE, other)

    def equals(self, other: object) -> Compare:
        """Equality as a proposition (`==` stays Python's identity of fields)."""
        return self._compare(Op.EQ, other)


class Quantity(_Ordered):
    """A number with a unit; stored as a closed interval so that 约, 以上 compare three-valued."""

    __slots__ = ()


class Moment(_Ordered):
    """A date or time, stored as a closed interval of minutes since 1970-01-01."""

    __slots__ = ()

    def __add__(self, delta: timedelta) -> Shift:
        return Shift(self, int(delta.total_seconds() // 60))

    def __sub__(self, delta: timedelta) -> Shift:
        return Shift(self, -int(delta.total_seconds() // 60))


class Choice(Field):
    """One of a closed list of codes."""

    __slots__ = ()

    def isin(self, *codes: str) -> OneOf:
        """Is the value one of `codes`?  Raises TreeError for a code the vocabulary does not hold."""
        known = {code for code, _ in self.options}
        wrong = [code for code in codes if code not in known]
        if wrong or not codes:
            raise TreeError(f"{self.path} 没有取值 {wrong}；可用的是 {sorted(known)}")
        return OneOf(self, tuple(codes))

    def equals(self, code: str) -> OneOf:
        """Is the value `code`?"""
        return self.isin(code)


@dataclass(frozen=True, slots=True)
class Shift:
    """A moment moved by whole minutes: `Interrogation.start + timedelta(hours=24)`."""

    field: Moment
    minutes: int


@dataclass(frozen=True, slots=True)
class Const:
    """A constant: a number, or minutes since 1970-01-01 as an interval [low, high]."""

    low: float
    high: float
    text: str


Term = Quantity | Moment | Shift | Const


def _term(left: Field, other: object) -> Term:
    if isinstance(other, Quantity | Moment):
        if type(other) is not type(left):
            raise TreeError(f"{left.path} 与 {other.path} 类型不同，不能比较")
        return other
    if isinstance(other, Shift):
        if not isinstance(left, Moment):
            raise TreeError(f"{left.path} 不是时间，不能与时间加期间比较")
        return other
    if isinstance(left, Quantity) and isinstance(other, int | float) and not isinstance(other, bool):
        return Const(float(other), float(other), f"{other:g}{left.unit}")
    if isinstance(left, Moment) and isinstance(other, datetime):
        at = (other - EPOCH).total_seconds() // 60
        return Const(at, at, other.strftime("%Y-%m-%d %H:%M"))
    if isinstance(left, Moment) and isinstance(other, date):
        start = (datetime(other.year, other.month, other.day) - EPOCH).total_seconds() // 60
        return Const(start, start + 1439, other.isoformat())
    raise TreeError(f"{left.path} 不能与 {other!r} 比较")


@dataclass(frozen=True, slots=True)
class Relation:
    """A declared relation from subjects of `source` to subjects of `target`.

    `to_one` relations have at most one target.  `closed` names a flag of the source kind that says the list
    is complete; where it is not yes, an absent entry stays unknown (exists is not no, forall is not yes).
    `closed=None` means that entries are events: what is not entered did not, as far as the file goes, happen.
    """

    name: str
    source: str
    target: str
    label: str
    to_one: bool = False
    closed: Flag | None = None

    @property
    def path(self) -> str:
        """source.name, unique in the vocabulary."""
        return f"{self.source}.{self.name}"


@dataclass(frozen=True, slots=True)
class Always(Prop):
    """The proposition that is always yes (`value=True`) or always no."""

    value: bool = True


@dataclass(frozen=True, slots=True)
class Compare(Prop):
    """A comparison of two terms; intervals that overlap compare unknown."""

    left: Quantity | Moment
    op: Op
    right: Term


@dataclass(frozen=True, slots=True)
class OneOf(Prop):
    """A CHOICE field holds one of the codes."""

    field: Choice
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unresolved(Prop):
    """The field is 查而不明; always yes or no."""

    field: Flag


@dataclass(frozen=True, slots=True)
class Concluded(Prop):
    """The result of a lower stratum for the same subject: concept `name` of kind `kind`."""

    kind: str
    name: str
    yes: str
    no: str
    unknown: str


@dataclass(frozen=True, slots=True)
class Not(Prop):
    """Negation."""

    part: Prop


@dataclass(frozen=True, slots=True)
class All(Prop):
    """Conjunction; yes only when every part is yes."""

    parts: tuple[Prop, ...]


@dataclass(frozen=True, slots=True)
class Any(Prop):
    """Disjunction; yes when one part is yes."""

    parts: tuple[Prop, ...]


@dataclass(frozen=True, slots=True)
class At(Prop):
    """`part` holds for the one target of a to-one relation; unknown when no target is entered."""

    relation: Relation
    part: Prop


@dataclass(frozen=True, slots=True)
class AtLeast(Prop):
    """`part` holds for at least `count` targets; `exists` is at_least(1)."""

    count: int
    relation: Relation
    part: Prop


@dataclass(frozen=True, slots=True)
class ForAll(Prop):
    """`part` holds for every target."""

    relation: Relation
    part: Prop


@dataclass(frozen=True, slots=True)
class CannotExclude(Prop):
    """The burden: yes when `part` is yes, or when it is unknown and `closed` is yes (Interp. 2021 art. 137).

    no when `part` is no; otherwise unknown.  Only 查而不明 closes an inquiry (guide §E).
    """

    part: Prop
    closed: Prop


def _flat(kind: type[All] | type[Any], parts: Iterable[Prop]) -> tuple[Prop, ...]:
    out: list[Prop] = []
    for part in parts:
        if not isinstance(part, Prop):
            raise TreeError(f"{part!r} 不是命题")
        if isinstance(part, kind):
            out.extend(part.parts)
        else:
            out.append(part)
    if not out:
        raise TreeError("合取、析取至少要有一个命题")
    return tuple(out)


def all_of(*parts: Prop) -> Prop:
    """Every part is yes.  Nested conjunctions are flattened."""
    flat = _flat(All, parts)
    return flat[0] if len(flat) == 1 else All(flat)


def any_of(*parts: Prop) -> Prop:
    """At least one part is yes.  Nested disjunctions are flattened."""
    flat = _flat(Any, parts)
    return flat[0] if len(flat) == 1 else Any(flat)


def cannot_exclude(part: Prop, closed: Prop | None = None) -> Prop:
    """`part` cannot be excluded once the inquiry is closed; for a flag the default is its own 查而不明."""
    if closed is None:
        if not isinstance(part, Flag):
            raise TreeError("除单个字段外，cannot_exclude 要写明哪一个命题表示查证已经终结")
        closed = part.unresolved
    return CannotExclude(part, closed)
