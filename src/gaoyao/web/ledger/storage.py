"""Between the rows and `gaoyao.dossier.log.Log`: appending what an action collected, loading what a reader may read.

Closed parts are sealed on the way in and opened on the way out (`ledger.boxes`); without the key nothing is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.db.models import Max, Q, QuerySet

from gaoyao.dossier.chain import PartKey, id_prefix, part_name
from gaoyao.dossier.log import Log
from gaoyao.dossier.model import DECLARES, Assertion, Basis, DossierError
from gaoyao.dossier.model import Revision as Act
from gaoyao.dossier.schema import KINDS, Part
from gaoyao.dossier.wire import read_address, read_value, revision_hash
from gaoyao.logic.tree import FieldType
from gaoyao.web.cases.models import Case
from gaoyao.web.ledger.boxes import RecordRow, closed, record_of, record_row, revision_of, revision_row
from gaoyao.web.ledger.models import Record, Revision
from gaoyao.web.sealing.envelope import SealError
from gaoyao.web.sealing.keys import Seal, of_part, of_parts
from gaoyao.web.sealing.ring import BadRingError, MissingKeyError

Heads = tuple[tuple[str, str, int, str], ...]
"""Part, owner, number and hash (of a closed part: its commitment) of the last revision of every part asked for."""


class BrokenLogError(Exception):
    """The rows are not what was written; `problems` says where.  Nothing is shown of such a log."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("；".join(problems))
        self.problems = problems


class LockedLogError(BrokenLogError):
    """The key of a closed part is not there: nothing of the case is shown."""


@contextmanager
def seals_told() -> Iterator[None]:
    """Turn what went wrong with keys and boxes into the errors of a log."""
    try:
        yield
    except (MissingKeyError, BadRingError) as error:
        raise LockedLogError([str(error)]) from error
    except SealError as error:
        raise BrokenLogError([str(error)]) from error


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


def heads_of_many(parts: Mapping[int, frozenset[PartKey]]) -> dict[int, Heads]:
    """The same for many cases at once: the parts wanted of each.  One query."""
    every = frozenset[PartKey]().union(*parts.values())
    last = (
        Revision.objects.filter(_of_parts(every), case_id__in=list(parts))
        .order_by()
        .values("case_id", "part", "owner")
        .annotate(last=Max("pk"))
        .values("last")
    )
    found: dict[int, list[tuple[str, str, int, str]]] = {case: [] for case in parts}
    rows = Revision.objects.filter(pk__in=last).order_by("part", "owner")
    for row in rows.only("case_id", "part", "owner", "number", "hash"):
        if (Part(row.part), row.owner) in parts[row.case_id]:
            found[row.case_id].append((row.part, row.owner, row.number, row.hash))
    return {case: tuple(one) for case, one in found.items()}


def load(case: int, parts: Iterable[PartKey], until: dict[PartKey, int] | None = None) -> Log:
    """The log of these parts and of no other, checked against its hashes.  Two queries, three with closed parts.

    `until` leaves out, for a part it names, the revisions after that number.  Raises BrokenLogError.
    """
    log = Log()
    _append_rows(log, Revision.objects.filter(_of_parts(parts), case_id=case))
    problems = log.verify()
    if problems:
        raise BrokenLogError(problems)
    return (
        log.until({key: (until or {}).get(key, number) for key, (number, _) in log.heads.items()})
        if until
        else log
    )


def onward(case: int, known: Heads, log: Log, now: Heads) -> Log | None:
    """A copy of `log`, whose heads are `known`, with what was written since, each new revision checked; two queries.

    `now` are the heads of the same parts as they stand.  None where they do not go on from what is known: then the
    whole log is to be read.  Raises BrokenLogError.
    """
    before = {(part, owner): (number, hash_) for part, owner, number, hash_ in known}
    new = Q(pk__in=())
    for part, owner, number, hash_ in now:
        last, shown = before.pop((part, owner), (0, ""))
        if number < last or (number == last and hash_ != shown):
            return None
        if number > last:
            new |= Q(part=part, owner=owner, number__gt=last, number__lte=number)
    if before:
        return None
    out = log.until({key: number for key, (number, _) in log.heads.items()})
    for act in _append_rows(out, Revision.objects.filter(new, case_id=case)):
        records = out.chain(act.part, act.part_owner).records[act.number - 1]
        if revision_hash(act, records) != act.hash:
            name = part_name((act.part, act.part_owner))
            raise BrokenLogError([f"{name}第{act.number}次修改：内容与校验值不符；其中有记录或者说明被改动"])
    return out


def _append_rows(log: Log, chosen: QuerySet[Revision]) -> list[Act]:
    """Append revisions of one case to a log, oldest first; which.  Raises BrokenLogError where they do not fit."""
    rows = list(chosen.select_related("case").order_by("pk"))
    found: dict[int, list[RecordRow]] = {row.pk: [] for row in rows}
    records = Record.objects.filter(revision__in=list(found)).order_by("revision_id", "place")
    for record in map(RecordRow._make, records.values_list(*RecordRow._fields)):
        found[record.revision_id].append(record)
    acts = []
    with seals_told():
        seals = opened(rows)
        try:
            for row in rows:
                seal = seals.get((Part(row.part), row.owner))
                act = revision_of(row, seal)
                log.append(
                    act,
                    [_assertion(act, one.place, record_of(one, row.number, seal)) for one in found[row.pk]],
                )
                acts.append(act)
        except (ValueError, KeyError, TypeError) as error:
            raise BrokenLogError([f"记录读不出来：{error}"]) from error
        except DossierError as error:
            raise BrokenLogError(list(error.problems)) from error
    return acts


def opened(rows: list[Revision]) -> dict[PartKey, Seal]:
    """The seals of the closed parts among rows of one case.  Raises SealError, also where a part has no key."""
    keys = {(Part(row.part), row.owner) for row in rows if closed(row.part)}
    seals = of_parts(rows[0].case.key, keys) if keys else {}
    for key in keys - set(seals):
        raise SealError(f"{part_name(key)}的数据密钥不在数据库里；没有显示任何内容。请用备份核对。")
    return seals


def append(case: int, act: Act, records: Iterable[Assertion]) -> Revision:
    """Write one revision; call inside a transaction that holds the case's lock.  Raises BrokenLogError without the key."""
    with seals_told():
        seal = None
        if closed(act.part):
            name = Case.objects.values_list("key", flat=True).get(pk=case)
            seal = of_part(name, (act.part, act.part_owner))
        row = revision_row(case, act, seal)
        row.save(force_insert=True)
        Record.objects.bulk_create(
            [record_row(row, place, one, seal) for place, one in enumerate(records, 1)], batch_size=500
        )
    return row


def append_log(case: int, log: Log) -> None:
    """Write every revision of a log that was read from a file, in its order."""
    for act in log.revisions:
        append(case, act, log.chain(act.part, act.part_owner).records[act.number - 1])


def _assertion(act: Act, place: int, columns: list[Any]) -> Assertion:
    subject, kind, field, value, basis, address, confidence, note, retracts = columns
    return Assertion(
        f"{id_prefix((act.part, act.part_owner), act.number)}{place}", act.part, act.part_owner, act.number, subject,
        kind, field, read_value(value, _type(kind, field, retracts)), Basis(basis), read_address(address), confidence, note, retracts,
    )  # fmt: skip


def _type(kind: str, field: str, retracts: str) -> FieldType:
    return FieldType.TEXT if field == DECLARES or retracts else KINDS[kind].fields[field].type
