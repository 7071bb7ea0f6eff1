"""What would settle an open proposition: the smallest sets of answers, towards yes and towards no.

A question is a cell without a value in the cone of the proposition.  It may be answered yes, no, or that it
cannot be established (查而不明); a cell that nobody answers stays as it is.  A set settles the proposition
when, with these answers entered and every other cell as it is, the proposition is yes (or no).  Sets are
found by propagating alternatives through the tree (`sets`), not by trying.

Atoms: flags are one question wherever they stand.  A comparison or a choice is a question of its own, yes or
no; two comparisons on the same field are separate questions although one value would answer both, so a set
may ask for answers that no single value gives.  A list that is not known to be complete is one question:
is it complete?  It may be asked even where the flag says no; what an entry still missing from it would say
is not asked.  Conclusions of a lower stratum
and to-one relations without a target are not questions here: the proposition depends on them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from gaoyao.logic import sets
from gaoyao.logic.frame import CellFrame
from gaoyao.logic.leaves import opposite, read_leaf
from gaoyao.logic.reasons import explain
from gaoyao.logic.sets import ALWAYS, NEVER, Space, Terms
from gaoyao.logic.tree import (
    All,
    Any,
    At,
    AtLeast,
    CannotExclude,
    Choice,
    Compare,
    Concluded,
    Flag,
    ForAll,
    Moment,
    Not,
    OneOf,
    Prop,
    Quantity,
    Relation,
    Unresolved,
)
from gaoyao.logic.truth import Truth, Why
from gaoyao.logic.walk import check, nodes, operands

SIZE_LIMIT = 3
SET_LIMIT = 256


class Answer(StrEnum):
    """The three answers a person may give."""

    YES = "yes"
    NO = "no"
    CANNOT = "cannot_be_established"

    @property
    def label(self) -> str:
        """是 / 否 / 查而不明."""
        return {"yes": "是", "no": "否"}.get(self.value, "查而不明")


@dataclass(frozen=True, slots=True)
class Question:
    """A cell to be asked about: a flag, a comparison, a choice, or whether a list is complete.

    `prop` is the leaf that the answer decides (for a list its completeness flag); `fields` are the fields a
    person looks at to answer.  `why` says how the cell stands now; KNOWN for a comparison of values that are
    too imprecise and for a list that is known to be incomplete.
    """

    prop: Flag | Compare | OneOf
    kind: str
    subject: int
    name: str
    fields: tuple[Flag | Quantity | Moment | Choice, ...]
    why: Why
    relation: Relation | None = None

    @property
    def identity(self) -> tuple[str, int, str]:
        """What makes two questions the same: the path of the field, the subject, and the comparison if any."""
        return _identity(self.prop, self.subject)


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer to one question."""

    question: Question
    answer: Answer


@dataclass(frozen=True, slots=True)
class Questions:
    """What would settle a proposition for one subject.

    `to_yes` and `to_no` hold the smallest sets by inclusion, of at most `size_limit` replies, smaller ones
    first; the empty set says that it is settled so already.  `asked` are all questions of the cone,
    `depends` sentences for what is open and cannot be asked here.  `larger` says that sets beyond the size
    limit may exist; `complete=False` that more than `set_limit` alternatives met at one step, so that
    sets may be missing and a listed one may not be the smallest; every listed set does settle.
    """

    truth: Truth
    to_yes: tuple[tuple[Reply, ...], ...]
    to_no: tuple[tuple[Reply, ...], ...]
    asked: tuple[Question, ...]
    depends: tuple[str, ...]
    size_limit: int
    set_limit: int
    larger: bool
    complete: bool


def settle(
    prop: Prop,
    frame: CellFrame,
    subject: int,
    limit: int = SIZE_LIMIT,
    kind: str | None = None,
    set_limit: int = SET_LIMIT,
) -> Questions:
    """The smallest sets of answers that settle `prop` for one subject, both ways.

    Raises TreeError for a tree that breaks the language and IndexError for a subject that does not exist.
    """
    own = check(prop, kind)
    if not 0 <= subject < frame.size(own):
        raise IndexError(f"{own} 只有 {frame.size(own)} 个对象，没有第 {subject + 1} 个")
    cone = _Cone(prop, frame, Space(limit, set_limit))
    place = _Place(own, subject, False)
    to_yes, to_no = cone.terms(prop, place, _YES), cone.terms(prop, place, _NO)
    states = {sets.YES: Answer.YES, sets.NO: Answer.NO, sets.CANNOT: Answer.CANNOT}

    def replies(terms: Terms) -> tuple[tuple[Reply, ...], ...]:
        return tuple(
            tuple(Reply(cone.asked[atom], states[state]) for atom, state in answer)
            for answer in cone.space.answers(terms)
        )

    return Questions(
        explain(prop, frame, subject, own).truth,
        replies(to_yes),
        replies(to_no),
        tuple(cone.asked),
        tuple(cone.depends),
        limit,
        set_limit,
        cone.space.larger,
        cone.space.complete,
    )


# What is wanted of a proposition.  `_OPEN_YES`: yes or unknown (not no); `_OPEN_NO`: no or unknown.
_YES, _NO, _OPEN_YES, _OPEN_NO = "yes", "no", "not no", "not yes"
_REVERSED = {_YES: _NO, _NO: _YES, _OPEN_YES: _OPEN_NO, _OPEN_NO: _OPEN_YES}
_ACCEPTS = {
    _YES: {Truth.YES},
    _NO: {Truth.NO},
    _OPEN_YES: {Truth.YES, Truth.UNKNOWN},
    _OPEN_NO: {Truth.NO, Truth.UNKNOWN},
}
_ANSWERED = ((sets.YES, Truth.YES), (sets.NO, Truth.NO), (sets.CANNOT, Truth.UNKNOWN))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a node is read: subject, and whether it stands under an odd number of negations."""

    kind: str
    subject: int
    odd: bool


def _identity(prop: Flag | Compare | OneOf, subject: int) -> tuple[str, int, str]:
    match prop:
        case Flag():
            return prop.path, subject, ""
        case Compare(left=left, op=op, right=right):
            return left.path, subject, f"{op}{right!r}"
        case OneOf(field=field, codes=codes):
            return field.path, subject, "|".join(codes)


class _Cone:
    """Walks the tree of one subject, collecting questions and the conditions on their answers."""

    def __init__(self, prop: Prop, frame: CellFrame, space: Space) -> None:
        self.frame = frame
        self.space = space
        self._closures = {
            node.relation.closed.path: node.relation
            for node in nodes(prop)
            if isinstance(node, AtLeast | ForAll) and node.relation.closed is not None
        }
        self.asked: list[Question] = []
        self.depends: dict[str, None] = {}
        self._atoms: dict[tuple[str, int, str], int] = {}
        self._known: dict[tuple[int, _Place, str], Terms] = {}

    def terms(self, prop: Prop, place: _Place, want: str) -> Terms:
        """The alternatives under which `prop` is what is wanted."""
        key = (id(prop), place, want)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._node(prop, place, want)
        return known

    def _node(self, prop: Prop, place: _Place, want: str) -> Terms:
        match prop:
            case Not(part=part):
                turned = _Place(place.kind, place.subject, not place.odd)
                return self.terms(part, turned, _REVERSED[want])
            case All(parts=parts) | Any(parts=parts):
                inner = [self.terms(part, place, want) for part in parts]
                if isinstance(prop, All) == (want in (_YES, _OPEN_YES)):
                    return self.space.every(inner)
                return self.space.either(*inner)
            case CannotExclude():
                return self._cannot_exclude(prop, place, want)
            case At(relation=relation, part=part):
                return self._at(relation, part, place, want)
            case AtLeast(count=count, relation=relation, part=part):
                return self._at_least(count, relation, part, place, want)
            case ForAll(relation=relation, part=part):
                return self._for_all(relation, part, place, want)
            case Unresolved(field=flag):
                return self._unresolved(flag, place, want)
        return self._leaf(prop, place, want)

    def _leaf(self, prop: Prop, place: _Place, want: str) -> Terms:
        reading = read_leaf(prop, self.frame, place.subject, place.odd)
        truth = opposite(reading.truth) if place.odd else reading.truth
        accepts = _ACCEPTS[want]
        asks = truth is Truth.UNKNOWN or (isinstance(prop, Flag) and self._open_list(prop, place.subject))
        if isinstance(prop, Flag | Compare | OneOf) and asks:
            by_state = ((sets.AS_IT_IS, truth), *_ANSWERED)
            states = sum(state for state, value in by_state if value in accepts)
            return self.space.only(self._atom(prop, place, reading.why), states)
        if truth is Truth.UNKNOWN and isinstance(prop, Concluded):
            self.depends.setdefault(f"{self.frame.name(place.kind, place.subject)}：{reading.sentence}")
        return ALWAYS if truth in accepts else NEVER

    def _unresolved(self, flag: Flag, place: _Place, want: str) -> Terms:
        """Yes when the flag is 查而不明, whether it is so now or is answered so; otherwise no."""
        cell = self.frame.cell(flag, place.subject)
        if cell.why in (Why.KNOWN, Why.NOT_APPLICABLE) and not self._open_list(flag, place.subject):
            return ALWAYS if want in (_NO, _OPEN_NO) else NEVER
        atom = self._atom(flag, place, cell.why)
        unresolved = sets.CANNOT | (sets.AS_IT_IS if cell.why is Why.UNRESOLVED else 0)
        return self.space.only(atom, unresolved if want in (_YES, _OPEN_YES) else 15 & ~unresolved)

    def _open_list(self, flag: Flag, subject: int) -> bool:
        """Is it the flag of a list of this tree that is not complete?  Then it can be asked, whatever it says."""
        cell = self.frame.cell(flag, subject)
        return flag.path in self._closures and not (cell.why is Why.KNOWN and cell.value is True)

    def _atom(self, prop: Flag | Compare | OneOf, place: _Place, why: Why) -> int:
        """The question's number; the same flag of the same subject is one question wherever it stands."""
        key = _identity(prop, place.subject)
        if key not in self._atoms:
            whole = isinstance(prop, OneOf) and {code for code, _ in prop.field.options} <= set(prop.codes)
            self._atoms[key] = self.space.atom(sets.NO if whole else 0)
            name = self.frame.name(place.kind, place.subject)
            relation = self._closures.get(prop.path) if isinstance(prop, Flag) else None
            question = Question(prop, place.kind, place.subject, name, _fields(prop), why, relation)
            self.asked.append(question)
        return self._atoms[key]

    def _cannot_exclude(self, prop: CannotExclude, place: _Place, want: str) -> Terms:
        space = self.space
        if want in (_NO, _OPEN_YES):
            return self.terms(prop.part, place, want)
        part = self.terms(prop.part, place, want)
        if want == _YES:
            possible = self.terms(prop.part, place, _OPEN_YES)
            return space.either(part, space.both(possible, self.terms(prop.closed, place, _YES)))
        refuted = self.terms(prop.part, place, _NO)
        return space.either(refuted, space.both(part, self.terms(prop.closed, place, _OPEN_NO)))

    def _at(self, relation: Relation, part: Prop, place: _Place, want: str) -> Terms:
        targets = self.frame.targets(relation, place.subject)
        if len(targets) == 1:
            return self.terms(part, _Place(relation.target, targets[0], place.odd), want)
        owner = self.frame.name(relation.source, place.subject)
        state = f"录入了 {len(targets)} 个，应当只有一个" if targets else "没有录入"
        self.depends.setdefault(f"{owner}：「{relation.label}」{state}")
        return ALWAYS if want in (_OPEN_YES, _OPEN_NO) else NEVER

    def _targets(self, relation: Relation, part: Prop, place: _Place, want: str) -> list[Terms]:
        targets = self.frame.targets(relation, place.subject)
        return [self.terms(part, _Place(relation.target, target, place.odd), want) for target in targets]

    def _at_least(self, count: int, relation: Relation, part: Prop, place: _Place, want: str) -> Terms:
        inner = self._targets(relation, part, place, want)
        others = len(inner) - count + 1  # so many must fail for fewer than `count` to be left
        match want:
            case "yes":
                return self.space.at_least(count, inner)
            case "not yes":
                return self.space.at_least(others, inner)
            case "no":
                return self.space.both(
                    self.space.at_least(others, inner), self._closed(relation, place, True)
                )
        return self.space.either(self.space.at_least(count, inner), self._closed(relation, place, False))

    def _for_all(self, relation: Relation, part: Prop, place: _Place, want: str) -> Terms:
        inner = self._targets(relation, part, place, want)
        match want:
            case "yes":
                return self.space.both(self.space.every(inner), self._closed(relation, place, True))
            case "not no":
                return self.space.every(inner)
            case "no":
                return self.space.either(NEVER, *inner)
        return self.space.either(self._closed(relation, place, False), *inner)

    def _closed(self, relation: Relation, place: _Place, want: bool) -> Terms:
        """The list is complete, or is not known to be."""
        flag = relation.closed
        if flag is None:
            return ALWAYS if want else NEVER
        if not self._open_list(flag, place.subject):
            return ALWAYS if want else NEVER
        atom = self._atom(flag, place, self.frame.cell(flag, place.subject).why)
        return self.space.only(atom, sets.YES if want else 15 & ~sets.YES)


def _fields(prop: Flag | Compare | OneOf) -> tuple[Flag | Quantity | Moment | Choice, ...]:
    match prop:
        case Flag():
            return (prop,)
        case OneOf(field=field):
            return (field,)
        case Compare():
            return operands(prop)
