"""What a row of a closed part looks like in the database: empty columns and a box; and back.

A reader of the database sees that a closed part has so many revisions of so many records, and nothing else.
"""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from gaoyao.dossier.model import Assertion
from gaoyao.dossier.model import Revision as Act
from gaoyao.dossier.schema import Part
from gaoyao.dossier.wire import GENESIS, assertion_line, canonical
from gaoyao.web.ledger.models import Record, Revision
from gaoyao.web.sealing.keys import Seal

_REVISION_COLUMNS = ("actor", "action", "reason", "at")
_RECORD_COLUMNS = ("subject", "kind", "field", "value", "address", "note", "retracts")


class RecordRow(NamedTuple):
    """The columns of a record that a log is made from, as the database gives them."""

    revision_id: int
    place: int
    subject: str
    kind: str
    field: str
    value: str
    basis: int
    address: str
    confidence: float | None
    note: str
    retracts: str
    sealed: bytes | memoryview | None


def closed(part: Part | str) -> bool:
    """Is this a closed part, kept encrypted?  Every part but 正卷."""
    return part != Part.MAIN


def shown_hash(seal: Seal | None, hash_: str) -> str:
    """How a hash stands in the open column: itself, or a commitment under the key of a closed part."""
    return hash_ if seal is None or hash_ == GENESIS else seal.commitment("hash", hash_)


def revision_row(case: int, act: Act, seal: Seal | None) -> Revision:
    """The row of a revision, not yet saved."""
    row = Revision(
        case_id=case, part=act.part.value, owner=act.part_owner, number=act.number,
        previous_hash=shown_hash(seal, act.previous_hash), hash=shown_hash(seal, act.hash),
    )  # fmt: skip
    if seal is None:
        row.actor, row.action, row.reason, row.at = act.actor, act.action, act.reason, act.at
        return row
    content = [act.actor, act.action, act.reason, act.at, act.previous_hash, act.hash]
    row.sealed = seal.seal(canonical(content).encode(), "revision", str(act.number))
    return row


def revision_of(row: Revision, seal: Seal | None) -> Act:
    """A row as the dossier's revision.  Raises ValueError for an unknown part or a row not as it was written."""
    content: list[str]
    if seal is None:
        if row.sealed is not None:
            raise ValueError("正卷的修改被密封保存")
        content = [row.actor, row.action, row.reason, row.at, row.previous_hash, row.hash]
    else:
        if row.sealed is None or any(getattr(row, name) for name in _REVISION_COLUMNS):
            raise ValueError("关闭分卷的修改没有密封保存，或者在密封以外另有内容")
        content = json.loads(seal.unseal(bytes(row.sealed), "revision", str(row.number)))
        if (row.previous_hash, row.hash) != (shown_hash(seal, content[4]), shown_hash(seal, content[5])):
            raise ValueError("密封的校验值与公开的不符")
    actor, action, reason, at, previous, hash_ = content
    return Act(Part(row.part), row.owner, row.number, actor, action, reason, at, previous, hash_)


def record_row(revision: Revision, place: int, one: Assertion, seal: Seal | None) -> Record:
    """The row of a record, not yet saved."""
    line = assertion_line(one)
    if seal is not None:
        box = seal.seal(line.encode(), "record", str(revision.number), str(place))
        return Record(revision=revision, place=place, basis=0, sealed=box)
    written = json.loads(line)
    return Record(
        revision=revision, place=place, subject=one.subject, kind=one.kind, field=one.field, value=canonical(written[3]),
        basis=int(one.basis), address="" if written[5] is None else canonical(written[5]), confidence=one.confidence,
        note=one.note, retracts=one.retracts,
    )  # fmt: skip


def record_of(row: RecordRow | Record, number: int, seal: Seal | None) -> list[Any]:
    """The columns of a record in the order of `wire.COLUMNS`.  Raises ValueError for a row not as it was written."""
    if seal is None:
        if row.sealed is not None:
            raise ValueError("正卷的记录被密封保存")
        address = json.loads(row.address) if row.address else None
        return [
            row.subject,
            row.kind,
            row.field,
            json.loads(row.value),
            row.basis,
            address,
            row.confidence,
            row.note,
            row.retracts,
        ]
    extra = row.basis or row.confidence is not None or any(getattr(row, name) for name in _RECORD_COLUMNS)
    if row.sealed is None or extra:
        raise ValueError("关闭分卷的记录没有密封保存，或者在密封以外另有内容")
    found: list[Any] = json.loads(seal.unseal(bytes(row.sealed), "record", str(number), str(row.place)))
    return found
