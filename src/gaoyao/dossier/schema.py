"""How the vocabulary is declared: kinds, fields and relations as data.

A kind is a class whose attributes are fields; the class statement fills in kind and name, so that a rule
writes `Interrogation.urgent_on_scene` and the type checker knows it is a `Flag`.  Nothing here is computed
from a case.
"""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import Any, ClassVar, TypeVar

from gaoyao.logic.tree import Choice, Field, FieldType, Flag, Moment, Quantity, Relation

F = TypeVar("F", bound=Field)


class Answerer(StrEnum):
    """The office that owes the answer to a question about a field."""

    COURT = "court"
    PROSECUTION = "prosecution"
    INVESTIGATOR = "investigator"
    DETENTION = "detention"
    DEFENCE = "defence"
    APPRAISER = "appraiser"
    CLERK = "clerk"

    @property
    def label(self) -> str:
        """The Chinese name of the office."""
        return {
            "court": "合议庭",
            "prosecution": "人民检察院",
            "investigator": "侦查（调查）机关",
            "detention": "看守所",
            "defence": "辩护方",
            "appraiser": "鉴定机构",
            "clerk": "书记员、案管人员",
        }[self.value]


class Part(StrEnum):
    """The parts of a file; a review is computed on the parts its reader may read."""

    MAIN = "main"
    COURT_INNER = "court_inner"
    PROCURATORATE_INNER = "procuratorate_inner"
    DEFENCE = "defence"
    INTERFERENCE = "interference"

    @property
    def label(self) -> str:
        """The Chinese name of the part."""
        return {
            "main": "正卷",
            "court_inner": "法院副卷",
            "procuratorate_inner": "检察内卷",
            "defence": "辩护材料",
            "interference": "过问登记",
        }[self.value]


def flag(label: str, yes: str, no: str, answers: Answerer, unknown: str = "", question: str = "") -> Flag:
    """A yes/no/unknown field.  `yes` and `no` are whole clauses; `unknown` and `question` have defaults."""
    return Flag(
        "", "", FieldType.FLAG, label, yes, no, unknown or f"是否“{yes}”不清楚", answers.value,
        question=question or f"是否{label}？",
    )  # fmt: skip


def quantity(label: str, unit: str, answers: Answerer) -> Quantity:
    """A number with a unit."""
    return Quantity(
        "", "", FieldType.QUANTITY, label, unknown=f"{label}不清楚", answers=answers.value, unit=unit
    )


def moment(label: str, answers: Answerer) -> Moment:
    """A date, a time, or an interval of either."""
    return Moment("", "", FieldType.MOMENT, label, unknown=f"{label}不清楚", answers=answers.value)


def choice(label: str, answers: Answerer, **options: str) -> Choice:
    """One of a closed list: code=中文."""
    return Choice(
        "", "", FieldType.CHOICE, label, unknown=f"{label}不清楚", answers=answers.value,
        options=tuple(options.items()),
    )  # fmt: skip


def words(label: str) -> Field:
    """Free text; never read by a rule."""
    return Field("", "", FieldType.TEXT, label)


def word_list(label: str) -> Field:
    """A list of free texts; never read by a rule."""
    return Field("", "", FieldType.TEXTS, label, many=True)


def ref(label: str, target: str) -> Field:
    """A reference to one subject; `target` is a kind, or kinds joined by '|'."""
    return Field("", "", FieldType.REF, label, target=target)


def refs(label: str, target: str) -> Field:
    """References to several subjects of the kinds in `target`."""
    return Field("", "", FieldType.REFS, label, target=target, many=True)


class Kind:
    """One kind of subject.  Subclass arguments: `kind`, `label`, `key` (its list in the exchange format),
    `parent` (the kind it is nested in), `single` (at most one per parent), `part`, and `derived` for tables
    that detectors compute and no file may hold."""

    kind: ClassVar[str]
    label: ClassVar[str]
    key: ClassVar[str]
    parent: ClassVar[str]
    single: ClassVar[bool]
    part: ClassVar[Part]
    derived: ClassVar[bool]
    fields: ClassVar[dict[str, Field]]

    def __init_subclass__(
        cls, *, kind: str, label: str, key: str = "", parent: str = "", single: bool = False,
        part: Part = Part.MAIN, derived: bool = False, **rest: Any,
    ) -> None:  # fmt: skip
        super().__init_subclass__(**rest)
        cls.derived = derived
        cls.kind, cls.label, cls.key, cls.parent = kind, label, key or f"{kind}s", parent
        cls.single, cls.part, cls.fields = single, part, {}
        for name, value in list(vars(cls).items()):
            if isinstance(value, Field):
                done = replace(value, kind=kind, name=name)
                setattr(cls, name, done)
                cls.fields[name] = done
        if kind in KINDS:
            raise ValueError(f"对象 {kind} 定义了两次")
        KINDS[kind] = cls


KINDS: dict[str, type[Kind]] = {}
RELATIONS: dict[str, Relation] = {}


def relate(relation: Relation) -> Relation:
    """Declare a relation once; raises ValueError for a second declaration or an unknown kind."""
    if relation.path in RELATIONS:
        raise ValueError(f"关系 {relation.path} 定义了两次")
    RELATIONS[relation.path] = relation
    return relation


def children(source: type[Kind], target: type[Kind], closed: Flag | None = None) -> Relation:
    """The relation from a parent to the subjects nested in it (to-one where the child is `single`)."""
    if target.parent != source.kind:
        raise ValueError(f"{target.label}不在{source.label}之下")
    return relate(Relation(target.key, source.kind, target.kind, target.label, target.single, closed))


def by_field(field: Field, target: type[Kind], to_one: bool | None = None) -> Relation:
    """The relation that a REF (to-one) or REFS (to-many) field states, restricted to one target kind.

    With `to_one=False` a REF is read as a list of at most one, so that an absent target is no, not unknown.
    """
    if field.type not in (FieldType.REF, FieldType.REFS) or target.kind not in field.target.split("|"):
        raise ValueError(f"{field.path} 不指向{target.label}")
    return relate(
        Relation(
            f"{field.name}:{target.kind}",
            field.kind,
            target.kind,
            field.label,
            not field.many if to_one is None else to_one,
        )
    )


def reverse(field: Field, source: type[Kind], label: str, closed: Flag | None = None) -> Relation:
    """From a target back to the subjects whose REF/REFS field names it."""
    return relate(Relation(f"<{field.path}", source.kind, field.kind, label, False, closed))
