"""What the pictures are drawn from, as JSON with its schema, so that other programs can draw them.

Proof graph of every fact, lanes of the timeline with what does not go together, other possibilities × items, statements
× details.  Every item and subject is named by the id it has in the review; truths are yes, no or unknown; times are ISO
minutes, first and last possible.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from gaoyao.logic.tree import EPOCH
from gaoyao.logic.truth import Truth
from gaoyao.proof.chronology import CLASHES
from gaoyao.proof.overlaps import Within
from gaoyao.review.lanes import SORTS, Chronicle, ClashLine, EventLine
from gaoyao.review.model import Review
from gaoyao.review.pages import Registers, StatementsPage
from gaoyao.review.render.pictures.drift import SIGNS, marks
from gaoyao.review.render.pictures.rivals import AGAINST, FITS, NEUTRAL, answer
from gaoyao.review.render.pictures.weave import Column, Head, weave

FORMAT = "gaoyao-drawings/1"
Json = dict[str, Any]
_CELLS = {FITS: "consistent", AGAINST: "inconsistent", NEUTRAL: "neutral"}


def drawings(review: Review) -> Json:
    """The block as plain data, see `drawings_schema`."""
    return {
        "format": FORMAT,
        "graphs": [_graph(review, number) for number in range(len(review.points))],
        "chronicle": _chronicle(review.chronicle),
        "rivals": _rivals(review.registers),
        "drift": _drift(review.statements),
    }


# ------------------------------------------------------------ proof graphs


def _graph(review: Review, number: int) -> Json:
    point = review.points[number]
    made, wiring = weave(review, point), review.wiring(point.subject.number)
    ids = {one.subject.number: one.subject.id for one in review.items}

    def columns(found: tuple[Column, ...]) -> list[Json]:
        return [
            {
                "label": one.label,
                "truth": _truth(one.truth),
                "items": [{"item": ids[item], "truth": _truth(truth)} for item, truth in one.serving.items()],
            }
            for one in found
        ]

    def heads(found: tuple[Head, ...]) -> list[Json]:
        return [
            {
                "route": one.letter,
                "label": one.label,
                "truth": _truth(one.truth),
                "conditions": columns(one.columns),
            }
            for one in found
        ]

    return {
        "point": point.subject.id, "state": point.state.value, "routes": heads((*made.heads, *made.closed)),
        "items": [
            {
                "item": ids[one.number], "direction": "both" if one.both else "contradicts" if one.against else "supports",
                "standing": one.line.rung.value, "origin": ids[one.origin], "derived": one.derived, "restates_confession": one.restates,
                "own_confession": one.line.own_confession, "co_accused_confession": one.co, "objective": one.number in wiring.objective,
            }
            for one in made.nodes
        ],
        "origins": [
            {"origin": ids[first], "because": made.origin_names[first], "items": [ids[one.number] for one in made.nodes if one.origin == first]}
            for first in sorted({one.origin for one in made.nodes} & made.origin_names.keys())
        ],
        "obstacles": [{"kind": kind, "title": title, "finding": ident or None} for kind, title, ident in made.obstacles],
        "standing_against": [
            {"name": one.name, "about": one.about, "state": one.state, "answered": not one.number, "items": list(one.named)}
            for one in (*made.blocks, *made.answered)
        ],
        "breaking": [list(one.named) for one in made.breaks],
    }  # fmt: skip


def _truth(truth: Truth | None) -> str | None:
    return None if truth is None else truth.name.lower()


# ------------------------------------------------------------ timeline


def _chronicle(found: Chronicle) -> Json:
    """Every event once; lanes and clashes name events by their place in the list."""
    lines: dict[tuple[str, str, int, str], EventLine] = {}
    for one in (
        *found.acts,
        *(each for lane in found.lanes for each in lane.events),
        *(each for clash in found.clashes for each in (clash.one, clash.other)),
    ):
        lines.setdefault(_key(one), one)
    places = {key: number for number, key in enumerate(lines)}
    return {
        "events": [_event(one) for one in lines.values()],
        "acts": [places[_key(one)] for one in found.acts],
        "lanes": [
            {"title": lane.title, "role": lane.role, "events": [places[_key(one)] for one in lane.events]}
            for lane in found.lanes
        ],
        "clashes": [_clash(one, places) for one in found.clashes],
    }


def _key(one: EventLine) -> tuple[str, str, int, str]:
    return one.sort, one.subject.kind, one.subject.number, one.item.id if one.item else ""


def _event(one: EventLine) -> Json:
    return {
        "sort": one.sort, "sort_label": SORTS[one.sort], "label": one.label,
        "subject": {"kind": one.subject.kind, "id": one.subject.id, "name": one.subject.name},
        "item": one.item.id if one.item else None, "start": _within(one.when.start), "end": None if one.when.end is None else _within(one.when.end),
        "words": one.words, "place": one.place, "page": one.page, "file": one.file, "line": one.line, "endless": one.endless,
    }  # fmt: skip


def _within(span: Within) -> Json:
    first, last = ((EPOCH + timedelta(minutes=minute)).isoformat(timespec="minutes") for minute in span)
    return {"first": first, "last": last}


def _clash(one: ClashLine, places: dict[tuple[str, str, int, str], int]) -> Json:
    return {
        "number": one.number, "code": one.code, "label": one.label, "sure": one.sure, "who": one.who, "sentence": one.sentence,
        "one": places[_key(one.one)], "other": places[_key(one.other)],
    }  # fmt: skip


# ------------------------------------------------------------ tables


def _rivals(registers: Registers) -> Json:
    """Only items that bear on some possibility; whatever is not listed is neutral to all."""
    named = {item.id: item for one in registers.rivals for item in (*one.fits, *one.against)}
    items = sorted(named.values(), key=lambda item: item.number)
    return {
        "rivals": [{"number": one.number, "about": one.about} for one in registers.rivals],
        "rows": [
            {
                "item": item.id,
                "cells": [_CELLS[answer(one, item)] for one in registers.rivals],
                "undistinguishing": item.id in registers.undistinguishing,
            }
            for item in items
        ],
    }


def _drift(page: StatementsPage) -> list[Json]:
    """Person by person: the statements in time, and per detail what each says and how it moved."""
    signs = marks(page)
    people: dict[str, Json] = {}
    for one in page.versions:
        own = people.setdefault(one.person, {"person": one.person, "statements": [], "details": []})
        own["statements"].append({"item": one.item.id, "place": one.place, "when": one.when})
    for row in page.slots:
        people[row.person]["details"].append({
            "detail": row.slot, "about": row.about,
            "cells": [
                {"item": cell.item.id, "place": cell.place, "words": cell.words, "page": cell.page,
                 "moved": signs.get((row.person, row.slot, row.about, cell.item.id, cell.words))}
                for cell in row.cells
            ],
        })  # fmt: skip
    return list(people.values())


# ------------------------------------------------------------ schema

_TEXT: Json = {"type": "string"}
_FLAG: Json = {"type": "boolean"}
_COUNT: Json = {"type": "integer", "minimum": 0}
_TEXTS: Json = {"type": "array", "items": _TEXT}
_NULL: Json = {"type": "null"}


def _object(**properties: Json) -> Json:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(items: Json) -> Json:
    return {"type": "array", "items": items}


def _maybe(kind: Json) -> Json:
    return {"anyOf": [kind, _NULL]}


def drawings_schema() -> Json:
    """Schema of the block."""
    return _object(
        format={"const": FORMAT},
        graphs=_list(_graph_schema()),
        chronicle=_chronicle_schema(),
        rivals=_object(
            rivals=_list(_object(number=_TEXT, about=_TEXT)),
            rows=_list(
                _object(item=_TEXT, cells=_list({"enum": list(_CELLS.values())}), undistinguishing=_FLAG)
            ),
        ),
        drift=_list(_drift_schema()),
    )


def _graph_schema() -> Json:
    truth: Json = {"enum": ["yes", "no", "unknown"]}
    condition = _object(label=_TEXT, truth=_maybe(truth), items=_list(_object(item=_TEXT, truth=truth)))
    return _object(
        point=_TEXT, state={"enum": ["no_obstacle", "open", "obstacle"]},
        routes=_list(_object(route={"enum": ["A", "B", "C", "D", "E", ""]}, label=_TEXT, truth=_maybe(truth), conditions=_list(condition))),
        items=_list(_object(
            item=_TEXT, direction={"enum": ["supports", "contradicts", "both"]}, standing=_TEXT, origin=_TEXT, derived=_FLAG,
            restates_confession=_FLAG, own_confession=_FLAG, co_accused_confession=_FLAG, objective=_FLAG,
        )),
        origins=_list(_object(origin=_TEXT, because=_TEXT, items=_TEXTS)),
        obstacles=_list(_object(kind={"enum": ["法定", "提示", "待查"]}, title=_TEXT, finding=_maybe(_TEXT))),
        standing_against=_list(_object(name=_TEXT, about=_TEXT, state=_TEXT, answered=_FLAG, items=_TEXTS)), breaking=_list(_TEXTS),
    )  # fmt: skip


def _chronicle_schema() -> Json:
    within = _object(first=_TEXT, last=_TEXT)
    event = _object(
        sort={"enum": list(SORTS)}, sort_label=_TEXT, label=_TEXT, subject=_object(kind=_TEXT, id=_TEXT, name=_TEXT), item=_maybe(_TEXT),
        start=within, end=_maybe(within), words=_TEXT, place=_TEXT, page=_TEXT, file=_TEXT, line=_COUNT, endless=_FLAG,
    )  # fmt: skip
    clash = _object(
        number=_COUNT, code={"enum": list(CLASHES)}, label=_TEXT, sure=_FLAG, who=_TEXT, sentence=_TEXT, one=_COUNT, other=_COUNT
    )  # fmt: skip
    lane = _object(title=_TEXT, role=_TEXT, events=_list(_COUNT))
    return _object(events=_list(event), acts=_list(_COUNT), lanes=_list(lane), clashes=_list(clash))


def _drift_schema() -> Json:
    cell = _object(item=_TEXT, place=_COUNT, words=_TEXT, page=_TEXT, moved=_maybe({"enum": list(SIGNS)}))
    return _object(
        person=_TEXT,
        statements=_list(_object(item=_TEXT, place=_COUNT, when=_TEXT)),
        details=_list(_object(detail=_TEXT, about=_TEXT, cells=_list(cell))),
    )
