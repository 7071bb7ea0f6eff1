"""The published JSON Schema (draft 2020-12), written out from the vocabulary; both languages' keys are accepted.

The schema is for editors and other programs: it knows shapes, keys, types and options.  What needs the whole
case (ids, references, parts) and what needs a calendar is checked when a file is loaded.
"""

from __future__ import annotations

from typing import Any

from gaoyao.dossier.exchange import names
from gaoyao.dossier.exchange.names import Word
from gaoyao.dossier.schema import KINDS, Kind, Part
from gaoyao.logic.tree import Field, FieldType
from gaoyao.logic.truth import Why

Schema = dict[str, Any]

DRAFT = "https://json-schema.org/draft/2020-12/schema"
_FLAGS = ["是", "否", "true", "false"]
_EMPTY: Schema = {"type": "null"}


def json_schema() -> Schema:
    """The schema of one case file as plain data, ready for `json.dumps`."""
    kinds = [kind for kind in KINDS.values() if not kind.derived]
    properties: Schema = {}
    _both(properties, names.FORMAT, {"description": "格式版本", "enum": [names.VERSION, str(names.VERSION)]})
    _both(properties, names.PART, _ref("part"))
    _both(properties, names.ENTERED_BY, _ref("text"))
    _both(properties, names.ENTERED_AT, _ref("text"))
    for kind in kinds:
        if not kind.parent:
            properties.update(dict.fromkeys(names.names_of(kind), _place_of(kind)))
    return {
        "$schema": DRAFT,
        "title": "皋陶案件文件",
        "description": "一个文件写一个案件。键用中文名或英文代号都可以，一项只写一次；没有查过的不写。",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "anyOf": [{"required": [names.FORMAT.zh]}, {"required": [names.FORMAT.en]}],
        "$defs": {**_common(), **_cells(kinds), **{f"kind:{kind.kind}": _kind(kind) for kind in kinds}},
    }


def _both(properties: Schema, word: Word, schema: Schema) -> None:
    properties[word.en] = properties[word.zh] = schema


def _place_of(kind: type[Kind]) -> Schema:
    """A mapping for a single kind, a list for the others; nothing is allowed too."""
    own = _ref(f"kind:{kind.kind}")
    return {"anyOf": [own if kind.single else {"type": "array", "items": own}, _EMPTY]}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _kind(kind: type[Kind]) -> Schema:
    properties: Schema = {}
    for name, entry in names.KEYS[kind.kind].entries.items():
        if isinstance(entry, Field):
            properties[name] = _property(entry)
        elif isinstance(entry, Word):
            properties[name] = _ref("id" if entry is names.ID else "parts")
        else:
            properties[name] = _place_of(entry)
    return {
        "title": kind.label,
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }


# ---------------------------------------------------------------- cells


def _sort(field: Field) -> str:
    """Fields of one sort share their definitions; a choice has its own."""
    return field.path if field.type is FieldType.CHOICE else field.type.value


def _property(field: Field) -> Schema:
    schema: Schema = {"title": field.label, **_ref(f"cell:{_sort(field)}")}
    if field.question:
        schema["description"] = field.question
    return schema


def _cells(kinds: list[type[Kind]]) -> Schema:
    """For every sort of field: `value:` the plain value, `long:` the long form, `cell:` all that may stand there."""
    out: Schema = {}
    for field in (field for kind in kinds for field in kind.fields.values()):
        sort = _sort(field)
        if f"cell:{sort}" in out:
            continue
        out[f"value:{sort}"] = _short(field)
        out[f"long:{sort}"] = _long(field, _ref(f"value:{sort}"))
        one = [_ref(f"value:{sort}"), _ref(f"long:{sort}")]
        out[f"cell:{sort}"] = {"anyOf": [*one, _sources(one), _EMPTY]}
    return out


def _sources(one: list[Schema]) -> Schema:
    said: Schema = {"type": "array", "minItems": 1, "items": {"anyOf": one}}
    return {
        "type": "object",
        "properties": {names.SOURCES.zh: said, names.SOURCES.en: said},
        "minProperties": 1,
        "maxProperties": 1,
        "additionalProperties": False,
    }


def _short(field: Field) -> Schema:
    """The plain value of a field, or one of the words for its absence."""
    absent: Schema = _ref("absent")
    match field.type:
        case FieldType.FLAG:
            return {
                "anyOf": [{"type": "boolean"}, {"enum": [*_FLAGS, "True", "TRUE", "False", "FALSE"]}, absent]
            }
        case FieldType.CHOICE:
            return {"anyOf": [{"enum": list(names.OPTIONS[field.path])}, absent]}
        case FieldType.QUANTITY:
            return {"anyOf": [{"type": "number", "minimum": 0}, _ref("amount"), absent]}
        case FieldType.MOMENT:
            return {"anyOf": [_ref("moment"), absent]}
        case FieldType.TEXTS | FieldType.REFS:
            ids = field.type is FieldType.REFS
            item = _ref("id" if ids else "words")
            return {"anyOf": [item if ids else _ref("said"), {"type": "array", "items": item}]}
        case FieldType.REF:
            return _ref("id")
        case FieldType.TEXT:
            return _ref("said")


def _long(field: Field, short: Schema) -> Schema:
    """The long form: one of 值, 文字, or an absence with its reason, and what is said about it."""
    words = [names.VALUE, *names.ABSENT.values()]
    properties: Schema = {}
    for word, schema in _EXTRAS.items():
        _both(properties, word, schema)
    if field.type in (FieldType.MOMENT, FieldType.QUANTITY):
        _both(properties, names.AS_WRITTEN, _ref("text"))
    _both(properties, names.VALUE, {"anyOf": [short, _EMPTY]})
    for why, word in names.ABSENT.items():
        _both(properties, word, {"$ref": "#/$defs/words" if why is Why.NOT_APPLICABLE else "#/$defs/text"})
    if field.type is FieldType.TEXT:
        words.append(names.TEXT)
        _both(properties, names.TEXT, _ref("words"))
    return {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "oneOf": [{"required": [name]} for word in words for name in (word.zh, word.en)],
    }


_EXTRAS: dict[Word, Schema] = {
    names.BASIS: {"enum": list(names.BASIS_WORDS)},
    names.PAGE: _ref("text"),
    names.QUOTE: _ref("text"),
    names.FILE: {"anyOf": [{"type": "string", "pattern": "^([0-9a-f]{64})?$"}, _EMPTY]},
    names.REASON: _ref("text"),
    names.CONFIDENCE: {"anyOf": [{"type": "number", "minimum": 0, "maximum": 1}, {"type": "string", "pattern": "^[01]"}]},
    names.BOX: {"type": "array", "items": _ref("whole"), "minItems": 4, "maxItems": 4},
    names.START: _ref("count"),
    names.END: _ref("count"),
    names.PART: _ref("part"),
}  # fmt: skip


def _common() -> Schema:
    """Definitions that every kind uses."""
    scalar = ["string", "number", "boolean"]
    defence = Part.DEFENCE
    others = [name for name, part in names.PART_WORDS.items() if part is not defence]
    owned = f"^({defence.value}|{defence.label})[:：].+$"
    part: Schema = {"anyOf": [{"enum": others}, {"type": "string", "pattern": owned}, _EMPTY]}
    bare = [name for name, why in names.ABSENT_WORDS.items() if why is not Why.NOT_APPLICABLE]
    reasoned = [name for name, why in names.ABSENT_WORDS.items() if why is Why.NOT_APPLICABLE]
    return {
        "absent": {"description": "看过而没有值；“不适用”要写成 {不适用: 理由}", "enum": bare},
        "words": {"description": "文字，不能为空", "type": scalar, "not": {"enum": [""]}},
        "said": {"description": "文字，或者卷内无记载、查而不明", "type": scalar, "not": {"enum": ["", *reasoned]}},
        "text": {"description": "文字，可以为空", "type": [*scalar, "null"]},
        "id": {"description": "标识", "type": [*scalar, "null"], "not": {"enum": ["", *reasoned]}},
        "moment": {
            "description": "日期、时间：2021-03-05、2021-03-05 23:00、2021年3月5日23时许、起 ~ 止",
            "type": ["string", "number"],
            "pattern": "^[0-9０-９]{4}",
        },
        "amount": {"description": "数量：50、50克、1.5万、约50、50~60、50以上、50以下", "type": "string", "pattern": "[0-9０-９]"},
        "whole": {"anyOf": [{"type": "integer"}, {"type": "string", "pattern": "^-?[0-9]+$"}]},
        "count": {"anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "pattern": "^[0-9]+$"}]},
        "part": part,
        "parts": {"anyOf": [part, {"type": "array", "items": part}]},
    }  # fmt: skip
