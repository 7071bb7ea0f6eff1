"""The raw log as lines of canonical JSON: one form, one sequence of bytes, and nothing else has that hash.

A revision is written as its header, one line per assertion, and the line with its hash; the hash is the
SHA-256 of the header and assertion lines exactly as they stand in the file, each with its line feed.  Anybody
can therefore check an export with a JSON reader and SHA-256 alone.  The header holds the previous hash.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterable
from json.encoder import encode_basestring
from typing import Any

from gaoyao.dossier.model import Absent, Address, Amount, Assertion, Basis, Revision, Span, Value
from gaoyao.logic.tree import FieldType
from gaoyao.logic.truth import Why

COLUMNS = ("subject", "kind", "field", "value", "basis", "address", "confidence", "note", "retracts")
GENESIS = "0" * 64
NOWHERE = Address()

_quote = encode_basestring
_ABSENT = {Why.FILE_SILENT: "file_silent", Why.UNRESOLVED: "unresolved", Why.NOT_APPLICABLE: "not_applicable"}
_WHY = {name: why for why, name in _ABSENT.items()}


canonical = json.JSONEncoder(
    ensure_ascii=False, separators=(",", ":"), sort_keys=True, allow_nan=False
).encode
"""JSON without spaces, keys sorted, characters as they are."""


FIRST_LINE = canonical({"format": "gaoyao-log", "version": 1, "columns": COLUMNS})


def header_line(revision: Revision) -> str:
    """The header of a revision, without its own hash."""
    return canonical(
        {
            "part": revision.part.value,
            "owner": revision.part_owner,
            "revision": revision.number,
            "actor": revision.actor,
            "action": revision.action,
            "reason": revision.reason,
            "at": revision.at,
            "previous": revision.previous_hash,
        }
    )


def hash_line(hash_: str) -> str:
    """The line that closes a revision."""
    return canonical({"hash": hash_})


def assertion_line(record: Assertion) -> str:
    """One assertion; part, revision and id follow from its place and are not repeated."""
    return assertion_lines((record,))[0]


def assertion_lines(records: Iterable[Assertion]) -> list[str]:
    """The lines of assertions: the same text as `canonical` of the list of COLUMNS, written out for speed."""
    out: list[str] = []
    cells: dict[tuple[str, str], str] = {}
    files: dict[str, str] = {"": '""'}
    for _, _, _, _, subject, kind, field, value, basis, address, confidence, note, retracts in records:
        cell = cells.get((kind, field))
        if cell is None:
            cell = cells[kind, field] = f"{_quote(kind)},{_quote(field)}"
        if value is True:
            written = "true"
        elif value is False:
            written = "false"
        elif type(value) is str:
            written = _quote(value)
        elif type(value) is Span:
            written = f"[{value[0]},{value[1]},{_quote(value[2])}]"
        else:
            written = canonical(_plain(value))
        place = "null"
        if address is not NOWHERE and address != NOWHERE:
            file, line, page, quote, sha256, box, start, end = address
            name = files.get(file)
            if name is None:
                name = files[file] = _quote(file)
            if page or quote or sha256 or box is not None or start is not None or end is not None:
                place = f"[{name},{line},{_quote(page)},{_quote(quote)},{_quote(sha256)},{canonical([box, start, end])[1:]}"
            else:
                place = f'[{name},{line},"","","",null,null,null]'
        rest = '"",""'
        if note or retracts:
            rest = f"{_quote(note)},{_quote(retracts)}"
        sure = "null" if confidence is None else repr(confidence)
        out.append(f"[{_quote(subject)},{cell},{written},{basis:d},{place},{sure},{rest}]")
    return out


def _plain(value: Value) -> object:
    """A value as JSON: an open end of an interval is null, an absence is an object."""
    match value:
        case Amount(low, high, text):
            return [None if math.isinf(low) else low, None if math.isinf(high) else high, text]
        case Absent(why, note):
            return {"why": _ABSENT[why], "note": note}
    return value


def revision_hash(revision: Revision, records: Iterable[Assertion]) -> str:
    """SHA-256 (hex) of the header and every assertion in order.  Raises UnicodeEncodeError for lone surrogates."""
    lines = [header_line(revision), *assertion_lines(records), ""]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def read_value(data: Any, type_: FieldType) -> Value:
    """The value that `assertion_line` wrote.  Wrong shapes come back as they are, for the gate to refuse.

    Raises KeyError, TypeError or ValueError where the shape cannot be read at all.
    """
    if isinstance(data, dict):
        return Absent(_WHY[data["why"]], data["note"])
    if isinstance(data, list):
        if type_ is FieldType.QUANTITY:
            low, high, text = data
            return Amount(-math.inf if low is None else low, math.inf if high is None else high, text)
        if type_ is FieldType.MOMENT:
            start, end, text = data
            return Span(start, end, text)
        return tuple(data)
    if isinstance(data, bool | str):
        return data
    raise ValueError(data)


def read_address(data: Any) -> Address:
    """The address that `assertion_line` wrote.  Raises TypeError or ValueError for another shape."""
    if data is None:
        return NOWHERE
    file, line, page, quote, sha256, box, start, end = data
    return Address(file, line, page, quote, sha256, None if box is None else tuple(box), start, end)


def read_basis(data: Any) -> Basis:
    """The basis from its number.  Raises ValueError."""
    return Basis(data)
