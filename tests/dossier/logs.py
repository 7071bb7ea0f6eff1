"""Invented logs for the tests: one-line builders and random ones.  虚构，与任何真实案件无关。"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from hypothesis import strategies as st

from gaoyao.dossier.chain import MAIN, PartKey
from gaoyao.dossier.log import Log
from gaoyao.dossier.model import Absent, Address, Amount, Basis, DossierError, Span, Value
from gaoyao.dossier.schema import KINDS, Part
from gaoyao.dossier.transaction import NEVER_REMOVED, Transaction
from gaoyao.logic.tree import Field, FieldType
from gaoyao.logic.truth import Why

AT = "2024-03-05T09:30"
INNER: PartKey = (Part.COURT_INNER, "")
DEFENCE: PartKey = (Part.DEFENCE, "D1")


def begin(log: Log, key: PartKey = MAIN, action: str = "录入") -> Transaction:
    """One action of an invented clerk."""
    return log.begin(key[0], "书记员甲", action, "测试", AT, key[1])


def small(log: Log | None = None) -> Log:
    """案件一、被告人一、证据二、待证事实一、讯问一。"""
    log = Log() if log is None else log
    with begin(log) as tx:
        tx.declare("case", "C")
        tx.declare("accused", "A1")
        tx.declare("item", "E1")
        tx.declare("item", "E2")
        tx.declare("fact", "F1")
        tx.declare("interrogation", "E1.讯问", "E1")
        tx.put("accused", "A1", "name", "甲某")
        tx.put("item", "E1", "title", "讯问笔录（第一次）", address=Address("案件.yaml", 12))
        tx.put("item", "E1", "page", "卷2第15页")
        tx.put("item", "E1", "shown", True, address=Address("案件.yaml", 14, "卷5第3页", "当庭宣读"))
    return log


class Put(NamedTuple):
    """One random assertion."""

    kind: str
    subject: str
    field: str
    value: Value
    basis: Basis


SUBJECTS = (
    ("case", "C", ""), ("item", "E1", ""), ("item", "E2", ""), ("item", "E3", ""), ("fact", "F1", ""), ("fact", "F2", ""),
    ("accused", "A1", ""), ("person", "P1", ""), ("conflict", "X1", ""), ("interrogation", "E1/问", "E1"),
    ("link", "E1/1", "E1"), ("link", "E1/2", "E1"), ("link", "E2/1", "E2"), ("trace", "E3/1", "E3"),
)  # fmt: skip
_FIELDS = {
    "case": ("stage", "homicide", "hearing_on", "unread_pages"), "item": ("shown", "title", "type", "happened", "derived_from", "speaker"),
    "fact": ("text", "death_ground"), "accused": ("name", "born_on", "aliases"), "person": ("role", "minor"),
    "conflict": ("items", "facts", "essential"), "interrogation": ("start", "sequence", "recorded", "place_type"),
    "link": ("fact", "direction", "identifies"), "trace": ("lost", "result"),
}  # fmt: skip


def declare_all(tx: Transaction) -> None:
    """Declare every subject of SUBJECTS."""
    for kind, subject, parent in SUBJECTS:
        tx.declare(kind, subject, parent)


def values(field: Field, subject: str) -> st.SearchStrategy[Value]:
    """Any value that the gate lets into a field, absences included."""
    named = [s for kind, s, _ in SUBJECTS if kind in field.target.split("|") and s != subject]
    plain: st.SearchStrategy[Value]
    match field.type:
        case FieldType.FLAG:
            plain = st.booleans()
        case FieldType.QUANTITY:
            plain = st.builds(
                lambda low, more: Amount(float(low), float(low + more), f"约{low}"),
                st.integers(0, 3),
                st.integers(0, 2),
            )
        case FieldType.MOMENT:
            plain = st.builds(
                lambda low, more: Span(low, low + more, "某日"),
                st.integers(0, 5),
                st.sampled_from([0, 60, 1439]),
            )
        case FieldType.CHOICE:
            plain = st.sampled_from([code for code, _ in field.options])
        case FieldType.REF:
            plain = st.sampled_from(named)
        case FieldType.REFS:
            plain = (
                st.lists(st.sampled_from(named), unique=True, max_size=2).map(tuple) if named else st.just(())
            )
        case FieldType.TEXTS:
            plain = st.lists(st.sampled_from(["老甲", "阿乙"]), max_size=2).map(tuple)
        case FieldType.TEXT:
            plain = st.sampled_from(["甲", "乙某", "“引号”\\与\n换行"])
    absent = st.sampled_from(
        [Absent(Why.FILE_SILENT), Absent(Why.UNRESOLVED, "已查"), Absent(Why.NOT_APPLICABLE, "不涉及")]
    )
    return st.one_of(plain, plain, absent)


@st.composite
def puts(draw: st.DrawFn, most: int = 30) -> list[Put]:
    """Random assertions on SUBJECTS, many of them on the same cells."""
    out = []
    for _ in range(draw(st.integers(0, most))):
        kind, subject, _ = draw(st.sampled_from(SUBJECTS))
        name = draw(st.sampled_from(_FIELDS[kind]))
        value = draw(values(KINDS[kind].fields[name], subject))
        out.append(
            Put(
                kind,
                subject,
                name,
                value,
                draw(st.sampled_from([Basis.STATED, Basis.STATED, Basis.CONFIRMED])),
            )
        )
    return out


@st.composite
def logs(draw: st.DrawFn) -> Log:
    """A random log: a main part in a few revisions, an inner and a defence part, some things taken back."""
    log = Log()
    with begin(log) as tx:
        declare_all(tx)
    for key in (MAIN, INNER, DEFENCE, MAIN):
        with begin(log, key) as tx:
            write(tx, draw(puts(12)))
        taken_back(draw, log, key)
    return log


def write(tx: Transaction, given: Sequence[Put]) -> list[str]:
    """Put them; those on a subject that was taken back are left out."""
    out = []
    for put in given:
        if tx.declared(put.kind, put.subject):
            out.append(tx.put(*put))
    return out


def taken_back(draw: st.DrawFn, log: Log, key: PartKey) -> None:
    """Retract a few records of one part, declarations of nested subjects among them."""
    records = [
        record
        for record in log.assertions([key])
        if not record.retracts
        and (record.field != "@" or (record.value and record.kind not in NEVER_REMOVED))
    ]
    chosen = (
        draw(st.lists(st.sampled_from(records), max_size=3, unique_by=lambda record: record.id))
        if records
        else []
    )
    with begin(log, key, "撤回") as tx:
        for record in chosen:
            if record.id not in log.chain(*key).dead:
                tx.retract(record.id, "录错")


def problems_of(error: DossierError) -> str:
    """All messages of an error in one string."""
    return "\n".join(error.problems)
