"""What the exchange format promises to keep: the standing content of a log, comparable with ==."""

from gaoyao.dossier.declared import Declared
from gaoyao.dossier.log import Log
from gaoyao.dossier.model import DECLARES, Assertion


def standing(log: Log) -> list[Assertion]:
    """The records that nobody took back, of subjects that stand."""
    records = log.assertions()
    dead = {record.retracts for record in records if record.retracts}
    live = [record for record in records if not record.retracts and record.id not in dead]
    kinds = Declared.of([r for r in live if r.field == DECLARES], set()).kinds
    return [record for record in live if kinds.get(record.subject) == record.kind]


def subjects(log: Log) -> set[tuple[object, ...]]:
    """Every subject with its kind, parent and the parts that register it."""
    return {(r.subject, r.kind, r.value, r.part, r.part_owner) for r in standing(log) if r.field == DECLARES}


def cells(log: Log) -> dict[tuple[str, str], list[tuple[object, ...]]]:
    """Every source of every cell, in order, without the file and line it was read from."""
    out: dict[tuple[str, str], list[tuple[object, ...]]] = {}
    for r in standing(log):
        if r.field != DECLARES:
            row = (r.part, r.part_owner, r.kind, r.value, r.basis, r.address[2:], r.confidence, r.note)
            out.setdefault((r.subject, r.field), []).append(row)
    return out


def same(one: Log, other: Log) -> bool:
    """Do two logs hold the same subjects and cells?"""
    return subjects(one) == subjects(other) and cells(one) == cells(other)
