"""Between the rows and `gaoyao.dossier.log.Log`: appending what an action collected, loading what a reader may read."""

from __future__ import annotations

import json
from collections.abc import Iterable

from django.db.models import Max, Q

from gaoyao.dossier.chain import PartKey, id_prefix
from gaoyao.dossier.log import Log
from gaoyao.dossier.model import DECLARES, Assertion, Basis
from gaoyao.dossier.model import Revision as Act
from gaoyao.dossier.schema import KINDS, Part
from gaoyao.dossier.wire import NOWHERE, assertion_line, canonical, read_address, read_value
from gaoyao.logic.tree import FieldType
from gaoyao.web.ledger.models import Record, Revision

Heads = tuple[tuple[str, str, int, str], ...]
"""Part, owner, number and hash of the last revision of every part asked for, in a fixed order."""


class BrokenLogError(Exception):
    """The rows are not what was written; `problems` says where.  Nothing is shown of such a log."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("；".join(problems))
        self.problems = problems


def _of_parts(parts: Iterable[PartKey]) -> Q:
    chosen = Q(pk__in=())
    for part, owner in parts:
        chosen |= Q(part=part.value, owner=owner)
    return chosen


def heads(case: int, parts: Iterable[PartKey]) -> Heads:
    """The last revision of each of the parts that has one.  One query."""
    last = (
        Revision.objects.filter(_of_parts(parts), case_id=case)
        .order_by()
        .values("part", "owner")
        .annotate(last=Max("pk"))
        .values("last")
    )
    rows = Revision.objects.filter(pk__in=last).order_by("part", "owner")
    return tuple(rows.values_list("part", "owner", "number", "hash"))


def load(case: int, parts: Iterable[PartKey], until: dict[PartKey, int] | None = None) -> Log:
    """The log of these parts and of no other, checked against its hashes.  Two queries.

    `until` leaves out, for a part it names, the revisions after that number.  Raises BrokenLogError.
    """
    rows = list(Revision.objects.filter(_of_parts(parts), case_id=case).order_by("pk"))
    found: dict[int, list[Record]] = {row.pk: [] for row in rows}
    for record in Record.objects.filter(revision__in=[row.pk for row in rows]).order_by(
        "revision_id", "place"
    ):
        found[record.revision_id].append(record)
    log = Log()
    try:
        for row in rows:
            act = act_of(row)
            log.append(act, [_assertion(act, record) for record in found[row.pk]])
    except (ValueError, KeyError, TypeError) as error:
        raise BrokenLogError([f"记录读不出来：{error}"]) from error
    except Exception as error:
        problems = getattr(error, "problems", None)
        if problems is None:
            raise
        raise BrokenLogError(list(problems)) from error
    problems = log.verify()
    if problems:
        raise BrokenLogError(problems)
    return (
        log.until({key: (until or {}).get(key, number) for key, (number, _) in log.heads.items()})
        if until
        else log
    )


def append(case: int, act: Act, records: Iterable[Assertion]) -> Revision:
    """Write one revision; call inside a transaction that holds the case's lock."""
    row = Revision.objects.create(
        case_id=case, part=act.part.value, owner=act.part_owner, number=act.number, actor=act.actor, action=act.action,
        reason=act.reason, at=act.at, previous_hash=act.previous_hash, hash=act.hash,
    )  # fmt: skip
    Record.objects.bulk_create(
        [_row(row, place, one) for place, one in enumerate(records, 1)], batch_size=500
    )
    return row


def append_log(case: int, log: Log) -> None:
    """Write every revision of a log that was read from a file, in its order."""
    for act in log.revisions:
        append(case, act, log.chain(act.part, act.part_owner).records[act.number - 1])


def act_of(row: Revision) -> Act:
    """A row as the dossier's revision.  Raises ValueError for an unknown part."""
    return Act(
        Part(row.part),
        row.owner,
        row.number,
        row.actor,
        row.action,
        row.reason,
        row.at,
        row.previous_hash,
        row.hash,
    )


def _row(revision: Revision, place: int, one: Assertion) -> Record:
    written = json.loads(assertion_line(one))
    return Record(
        revision=revision, place=place, subject=one.subject, kind=one.kind, field=one.field, value=canonical(written[3]),
        basis=int(one.basis), address="" if one.address == NOWHERE else canonical(written[5]), confidence=one.confidence,
        note=one.note, retracts=one.retracts,
    )  # fmt: skip


def _assertion(act: Act, row: Record) -> Assertion:
    return Assertion(
        f"{id_prefix((act.part, act.part_owner), act.number)}{row.place}", act.part, act.part_owner, act.number, row.subject,
        row.kind, row.field, read_value(json.loads(row.value), _type(row)), Basis(row.basis),
        read_address(json.loads(row.address)) if row.address else NOWHERE, row.confidence, row.note, row.retracts,
    )  # fmt: skip


def _type(row: Record) -> FieldType:
    return FieldType.TEXT if row.field == DECLARES or row.retracts else KINDS[row.kind].fields[row.field].type
