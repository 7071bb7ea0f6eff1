"""What stands in parts of a log: subjects with kind and parent, and the assertions of every cell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from gaoyao.dossier.chain import MAIN, PartKey
from gaoyao.dossier.log import Log
from gaoyao.dossier.model import DECLARES, Absent, Amount, Assertion, Basis, Span, Value
from gaoyao.dossier.vocabulary import KINDS
from gaoyao.logic.tree import FieldType

Cell = tuple[str, str]
"""Subject and field."""
Mark = tuple[str, ...]


@dataclass(slots=True)
class Standing:
    """Subjects in order of declaration → (kind, parent); cells → their assertions."""

    subjects: dict[str, tuple[str, str]] = field(default_factory=dict)
    cells: dict[Cell, list[Assertion]] = field(default_factory=lambda: defaultdict(list))

    def of(self, subject: str) -> list[Assertion]:
        """Every assertion about a subject."""
        kind = self.subjects[subject][0]
        return [one for name in KINDS[kind].fields for one in self.cells.get((subject, name), ())]


def standing(log: Log, parts: Iterable[PartKey] = (MAIN,)) -> Standing:
    """What nobody took back in these parts."""
    records = [
        one
        for chain in (log.chain(*key) for key in parts)
        for rows in chain.records
        for one in rows
        if not one.retracts and one.id not in chain.dead
    ]
    out = Standing()
    for one in records:
        if one.field == DECLARES:
            out.subjects.setdefault(one.subject, (one.kind, str(one.value)))
    while gone := [
        subject for subject, (_, parent) in out.subjects.items() if parent and parent not in out.subjects
    ]:
        for subject in gone:
            del out.subjects[subject]
    for one in records:
        if one.field != DECLARES and one.subject in out.subjects:
            out.cells[one.subject, one.field].append(one)
    return out


def meaning(value: Value) -> object:
    """What makes two values the same; how a quantity or a time is worded does not."""
    match value:
        case Amount(low, high, _) | Span(low, high, _):
            return (low, high)
        case Absent(why, _):
            return why
    return value


def place(one: Assertion) -> Mark:
    """File, page and characters an assertion stands on, whatever the file is called now."""
    address = one.address
    return (address.sha256, address.page.rsplit(" ", 1)[-1], str(address.start), str(address.end))


def names(kind: str) -> frozenset[str]:
    """The reference fields of a kind: their values are ids, which differ between readings."""
    return frozenset(
        name for name, one in KINDS[kind].fields.items() if one.type in (FieldType.REF, FieldType.REFS)
    )


def read_only(records: Iterable[Assertion]) -> bool:
    """Do they all come from the machine?"""
    return all(one.basis is Basis.READ for one in records)
