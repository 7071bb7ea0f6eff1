"""Reading the raw log back: every line is replayed through the gate and must come out as the same bytes."""

from __future__ import annotations

import json
from typing import Any

from gaoyao.dossier.gate import check_for
from gaoyao.dossier.log import Log
from gaoyao.dossier.model import DECLARES, DossierError
from gaoyao.dossier.schema import Part
from gaoyao.dossier.transaction import Transaction
from gaoyao.dossier.wire import FIRST_LINE, read_address, read_basis, read_value


def load(data: bytes) -> Log:
    """The log that `Log.dump` wrote.

    Raises DossierError, with the line, for anything that is not exactly as `dump` writes it: another format,
    a changed, removed, added or reordered record, a broken hash, a cut end, a value the vocabulary forbids.
    """
    try:
        lines = data.decode().split("\n")
    except UnicodeDecodeError as error:
        raise _refuse(data[: error.start].count(b"\n") + 1, "不是 UTF-8 文字，内容已损坏") from error
    if lines[0] != FIRST_LINE:
        raise _refuse(1, "不是本系统导出的日志，或者版本不同；第一行应当是 " + FIRST_LINE)
    log, at = Log(), 1
    while at < len(lines) and lines[at].startswith('{"action"'):
        at = _read_revision(log, lines, at)
    if lines[at:] != log.dump().decode().split("\n")[-2:]:
        raise _refuse(at + 1, "结尾的校验值与前面的内容不符；文件被截断，或者有修改被删去、添加")
    return log


def _refuse(line: int, message: str) -> DossierError:
    return DossierError((f"第{line}行：{message}；这份日志不能采用，请向导出的一方重新索取",))


def _read_revision(log: Log, lines: list[str], at: int) -> int:
    """Replay the revision whose header stands at index `at`; the index after its hash line."""
    end = next((n for n in range(at + 1, len(lines)) if not lines[n].startswith("[")), len(lines) - 1)
    try:
        head = json.loads(lines[at])
        part, owner = Part(head["part"]), head["owner"]
        with log.begin(part, head["actor"], head["action"], head["reason"], head["at"], owner) as transaction:
            for n in range(at + 1, end):
                _replay(transaction, lines[n], n + 1)
    except DossierError as error:
        raise (
            error if error.problems[0].startswith("第") else _refuse(at + 1, "；".join(error.problems))
        ) from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise _refuse(at + 1, "这一次修改的说明读不出来，内容已损坏") from error
    written = [] if transaction.revision is None else log.revision_lines(transaction.revision)
    if written != lines[at : end + 1]:
        raise _refuse(*_first_difference(written, lines, at, end))
    return end + 1


def _first_difference(written: list[str], lines: list[str], at: int, end: int) -> tuple[int, str]:
    if not written:
        return at + 1, "这一次修改没有记录"
    place = next(n for n in range(at, end + 1) if written[n - at] != lines[n])
    if place == at:
        return at + 1, "修改的说明被改动，或者其前有修改被删去、添加、调换了次序"
    if place == end:
        return end + 1, "校验值不符；这一次修改里有内容被改动、删去、添加或者调换了次序"
    return place + 1, "记录与重新写出的不一致；它被改动过"


def _replay(transaction: Transaction, written: str, line: int) -> None:
    try:
        row: list[Any] = json.loads(written)
        subject, kind, field, value, basis, address, confidence, note, retracts = row
        if retracts:
            transaction.retract(retracts, note)
        elif field == DECLARES:
            transaction.declare(kind, subject, value, read_address(address))
        else:
            read = read_value(value, check_for(kind, field).field.type)
            transaction.put(
                kind, subject, field, read, read_basis(basis), read_address(address), confidence, note
            )
    except DossierError as error:
        raise _refuse(line, "；".join(error.problems)) from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise _refuse(line, f"记录读不出来：{error}") from error
