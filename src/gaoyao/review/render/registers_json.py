"""The registers and the page of statements, as JSON with their schema."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from gaoyao.review.mismatches import MismatchLine, MismatchSide
from gaoyao.review.model import Subject
from gaoyao.review.pages import (
    CellLine,
    ContradictionLine,
    MoveLine,
    RegisterLine,
    Registers,
    RivalColumn,
    SharedLine,
    SignLine,
    SlotLine,
    StatementsPage,
    VersionLine,
)

Json = dict[str, Any]
_LISTS = ("contradictory", "drifted", "novel", "public_before", "known_before", "unsure", "first")
_SUBJECT: Json = {
    "type": "object", "properties": {"kind": {"type": "string"}, "id": {"type": "string"}, "name": {"type": "string"}},
    "required": ["kind", "id", "name"], "additionalProperties": False,
}  # fmt: skip


def plain(value: Any) -> Any:
    """A line as plain data: subjects as kind, id and name; tuples as lists; lines as objects of their fields."""
    if isinstance(value, Subject):
        return {"kind": value.kind, "id": value.id, "name": value.name}
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    if isinstance(value, bool | int | str) or value is None:
        return value
    return {field.name: plain(getattr(value, field.name)) for field in fields(value)}


def registers(one: Registers) -> Json:
    """The registers as plain data."""
    return {
        "contradictions": plain(one.contradictions), "entries": plain(one.entries), "rivals": plain(one.rivals),
        "undistinguishing": list(one.undistinguishing),
    }  # fmt: skip


def statements(one: StatementsPage) -> Json:
    """The page of statements as plain data."""
    return {field.name: plain(getattr(one, field.name)) for field in fields(one)}


def _schema(kind: type, **special: Json) -> Json:
    """The schema of a line: strings unless said otherwise."""
    names = [field.name for field in fields(kind)]
    return {
        "type": "object", "properties": {name: special.get(name, {"type": "string"}) for name in names}, "required": names,
        "additionalProperties": False,
    }  # fmt: skip


def _list(items: Json) -> Json:
    return {"type": "array", "items": items}


_NUMBER: Json = {"type": "integer"}
_FLAG: Json = {"type": "boolean"}
_MAYBE: Json = {"anyOf": [_SUBJECT, {"type": "null"}]}


def registers_schema() -> Json:
    """JSON Schema of `registers`."""
    found = _schema(ContradictionLine, number=_NUMBER, one_items=_list(_SUBJECT), other_items=_list(_SUBJECT), facts=_list(_SUBJECT),
                    essential={"enum": ["是", "否", "未判断"]})  # fmt: skip
    entry = _schema(
        RegisterLine,
        answered=_FLAG,
        line=_NUMBER,
        items=_list(_SUBJECT),
        facts=_list(_SUBJECT),
        touches=_list(_SUBJECT),
        by_machine=_FLAG,
    )
    return {
        "type": "object",
        "properties": {
            "contradictions": _list(found), "entries": _list(entry),
            "rivals": _list(_schema(RivalColumn, fits=_list(_SUBJECT), against=_list(_SUBJECT))), "undistinguishing": _list({"type": "string"}),
        },
        "required": ["contradictions", "entries", "rivals", "undistinguishing"], "additionalProperties": False,
    }  # fmt: skip


def mismatches_schema() -> Json:
    """JSON Schema of the hints on papers that do not agree: `plain` of `Review.mismatches`."""
    return _list(_schema(MismatchLine, number=_NUMBER, looked_at=_FLAG, sides=_list(_schema(MismatchSide))))


def statements_schema() -> Json:
    """JSON Schema of `statements`."""
    cell = _schema(CellLine, place=_NUMBER, item=_SUBJECT)
    move = _schema(MoveLine, before_item=_MAYBE, item=_SUBJECT)
    parts: Json = {
        "versions": _list(_schema(VersionLine, place=_NUMBER, item=_SUBJECT)), "slots": _list(_schema(SlotLine, cells=_list(cell))),
        **{name: _list(move) for name in _LISTS},
        "shared": _list(_schema(SharedLine, one=_SUBJECT, other=_SUBJECT, lines=_NUMBER, length=_NUMBER)),
        "questioning": _list(_schema(SignLine, item=_SUBJECT, other=_MAYBE)),
    }  # fmt: skip
    return {"type": "object", "properties": parts, "required": list(parts), "additionalProperties": False}
