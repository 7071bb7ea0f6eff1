"""What a reader of given parts sees: subjects, and the live value of every cell (design §6).

The live value is the one with the highest basis that was not taken back; two different ones of equal basis
are 说法冲突, shown with both addresses.  An absence (卷内无记载, 查而不明, 不适用) takes part like a value.
A view reads only the parts it was given, so nothing of another part can be in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple

from gaoyao.dossier.chain import MAIN, PartKey
from gaoyao.dossier.declared import Declared
from gaoyao.dossier.log import Log, in_order
from gaoyao.dossier.model import DECLARES, Absent, Amount, Assertion, Basis, DossierError, Span, Value
from gaoyao.dossier.schema import Part
from gaoyao.dossier.vocabulary import KINDS
from gaoyao.logic.tree import Field, FieldType
from gaoyao.logic.truth import Why

_new = tuple.__new__


class Role(StrEnum):
    """Who reads a review."""

    JUDGE = "judge"
    PRESIDING_JUDGE = "presiding_judge"
    CLERK = "clerk"
    LAY_ASSESSOR = "lay_assessor"
    COMMITTEE_MEMBER = "committee_member"
    PROSECUTOR = "prosecutor"
    DEFENDER = "defender"
    REVIEWER = "reviewer"
    ADMINISTRATOR = "administrator"

    @property
    def label(self) -> str:
        """审判员, 审判长, 书记员 …."""
        return {
            "judge": "审判员", "presiding_judge": "审判长", "clerk": "书记员", "lay_assessor": "人民陪审员",
            "committee_member": "审判委员会委员", "prosecutor": "检察人员", "defender": "辩护人",
            "reviewer": "评查人员", "administrator": "系统管理员",
        }[self.value]  # fmt: skip


def readable(role: Role | str, owner: str = "") -> frozenset[PartKey]:
    """The parts a role may read; `owner` names the defence part of a defender.

    The court (lay assessors and committee members included) reads 正卷 and 法院副卷, the procuratorate 正卷 and 检察内卷, a defender 正卷 and his own material, a
    quality reviewer 正卷.  An administrator runs the installation and reads no content at all.  过问登记 is in no
    role's ordinary reading: it must be named.  Raises DossierError for an unknown role or a missing owner.
    """
    if role not in list(Role):
        raise DossierError(
            (f"没有“{role}”这个角色；可用的是 {'、'.join(f'{r.value}（{r.label}）' for r in Role)}",)
        )
    who = Role(role)
    if (who is Role.DEFENDER) != bool(owner):
        raise DossierError(
            (f"“{who.label}”{'要写明是哪一方的辩护材料' if not owner else '不能读取辩护材料'}",)
        )
    match who:
        case Role.JUDGE | Role.PRESIDING_JUDGE | Role.CLERK | Role.LAY_ASSESSOR | Role.COMMITTEE_MEMBER:
            return frozenset({MAIN, (Part.COURT_INNER, "")})
        case Role.PROSECUTOR:
            return frozenset({MAIN, (Part.PROCURATORATE_INNER, "")})
        case Role.DEFENDER:
            return frozenset({MAIN, (Part.DEFENCE, owner)})
        case Role.REVIEWER:
            return frozenset({MAIN})
        case Role.ADMINISTRATOR:
            return frozenset()


class Live(NamedTuple):
    """The live value of one cell.

    `value` is None unless `why` is KNOWN; `basis` is that of the winning assertions.  `first` is the winning
    assertion; `rest` the others that say the same (any basis, highest first) or, in a conflict, the others of
    equal basis that differ or agree.
    """

    value: Value | None
    why: Why
    basis: Basis | None
    first: Assertion | None
    rest: tuple[Assertion, ...] = ()

    @property
    def assertions(self) -> tuple[Assertion, ...]:
        """Every assertion the cell rests on; all sides of a conflict."""
        return () if self.first is None else (self.first, *self.rest)

    @property
    def note(self) -> str:
        """The reason given for an absence; '' otherwise."""
        value = None if self.first is None or self.why is Why.CONFLICTING else self.first.value
        return value.note if isinstance(value, Absent) else ""


Columns = defaultdict[str, defaultdict[str, dict[str, Live]]]
"""Kind → field → subject → the live value."""

NOT_ENTERED = Live(None, Why.NOT_ENTERED, None, None)


class View:
    """The case as the given parts tell it.

    `cells` maps a field's path (kind.name) to subject → Live, for cells that somebody entered.  `clashes`
    tells where one id is used for two things by two parts.
    """

    __slots__ = ("__dict__", "_declared", "cells", "log", "parts")

    def __init__(self, log: Log, parts: Iterable[PartKey]) -> None:
        self.log, self.parts = log, frozenset(parts)
        chains = [log.chain(*key) for key in in_order(self.parts & log.parts)]
        self._declared = Declared.of(
            [record for chain in chains for record in chain.declarations],
            set().union(*(chain.dead for chain in chains)),
        )
        columns: Columns = defaultdict(lambda: defaultdict(dict))
        several: dict[tuple[str, str, str], list[Assertion]] = {}
        for chain in chains:
            for records in chain.records:
                if chain.dead:
                    records = [
                        record for record in records if not record.retracts and record.id not in chain.dead
                    ]
                _fill(columns, several, records)
        for (kind, field, subject), records in several.items():
            if field != DECLARES:
                columns[kind][field][subject] = resolve(records, KINDS[kind].fields[field])
        self.cells: dict[str, dict[str, Live]] = {}
        for kind, fields in columns.items():
            fields.pop(DECLARES, None)
            for field, column in fields.items():
                for gone in column.keys() - self.index(kind).keys():
                    del column[gone]
                if column:
                    self.cells[f"{kind}.{field}"] = column

    @cached_property
    def _index(self) -> dict[str, dict[str, int]]:
        out: dict[str, dict[str, int]] = {}
        for subject, kind in self._declared.kinds.items():
            numbers = out.setdefault(kind, {})
            numbers[subject] = len(numbers)
        return out

    @cached_property
    def _children(self) -> dict[tuple[str, str], list[str]]:
        out: dict[tuple[str, str], list[str]] = {}
        kinds = self._declared.kinds
        for subject, parent in self._declared.parents.items():
            out.setdefault((kinds[subject], parent), []).append(subject)
        return out

    @property
    def kinds(self) -> Mapping[str, str]:
        """Every subject that stands and its kind, in the order of declaration.  Read it, never change it."""
        return self._declared.kinds

    @property
    def clashes(self) -> tuple[str, ...]:
        """Sentences: one id declared as two different things; the main part's meaning counts."""
        return self._declared.clashes

    def subjects(self, kind: str) -> list[str]:
        """Ids of the subjects of a kind, in the order they were declared."""
        return list(self._index.get(kind, ()))

    def index(self, kind: str) -> dict[str, int]:
        """Number of each subject of a kind, from 0, in the same order.  Read it, never change it."""
        return self._index.get(kind, {})

    def exists(self, subject: str) -> bool:
        """Is the subject declared, with all it is nested in?"""
        return subject in self._declared.kinds

    def kind(self, subject: str) -> str:
        """The kind of a subject; '' where there is none."""
        return self._declared.kinds.get(subject, "")

    def parent(self, subject: str) -> str:
        """The subject it is nested in; '' for none."""
        return self._declared.parents.get(subject, "")

    def children(self, kind: str, parent: str) -> list[str]:
        """Ids of the subjects of `kind` nested in `parent`, in the order they were declared."""
        return list(self._children.get((kind, parent), ()))

    def live(self, field: Field, subject: str) -> Live:
        """The live value of a cell; NOT_ENTERED where nobody entered anything."""
        return self.cells.get(field.path, {}).get(subject, NOT_ENTERED)


_PLACE = itemgetter(slice(4, 9))


def _fill(
    columns: Columns, several: dict[tuple[str, str, str], list[Assertion]], records: list[Assertion]
) -> None:
    """Sort records into cells; cells with more than one are listed in `several`, in the order of the records."""
    known, silent = Why.KNOWN, Absent
    for record, (subject, kind, field, value, basis) in zip(records, map(_PLACE, records), strict=True):
        if type(value) is silent:
            live = Live(None, value.why, basis, record)
        else:
            live = _new(Live, (value, known, basis, record, ()))
        before = columns[kind][field].setdefault(subject, live)
        if before is not live and before.first is not None:
            several.setdefault((kind, field, subject), [before.first]).append(record)


def resolve(records: list[Assertion], field: Field) -> Live:
    """The highest basis wins; different values of equal highest basis are in conflict."""
    top = max(record.basis for record in records)
    highest = [record for record in records if record.basis == top]
    said = _meaning(highest[0].value, field)
    if any(_meaning(record.value, field) != said for record in highest):
        return Live(None, Why.CONFLICTING, top, highest[0], tuple(highest[1:]))
    agreeing = [record for record in records if _meaning(record.value, field) == said]
    first, *rest = sorted(agreeing, key=lambda record: -record.basis)
    if isinstance(first.value, Absent):
        return Live(None, first.value.why, top, first, tuple(rest))
    return Live(first.value, Why.KNOWN, top, first, tuple(rest))


def _meaning(value: Value, field: Field) -> object:
    """What makes two values the same: how a quantity or an absence is worded does not, nor the order of references."""
    match value:
        case Amount(low, high, _) | Span(low, high, _):
            return (low, high)
        case Absent(why, _):
            return why
        case tuple() if field.type is FieldType.REFS:
            return frozenset(value)
    return value
