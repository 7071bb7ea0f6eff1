"""How easily the facts break, as JSON: smallest breaking sets and the four stress tests."""

from __future__ import annotations

from typing import Any

from gaoyao.review.model import BreakLine, PointBreaks, PointChange, Robustness, StressLine, Subject

Json = dict[str, Any]


def robustness(one: Robustness) -> Json:
    """The block as plain data, see `robustness_schema`."""
    return {"points": [_point(line) for line in one.points], "stress": [_stress(line) for line in one.stress]}


def _subject(one: Subject) -> Json:
    return {"kind": one.kind, "id": one.id, "name": one.name}


def _point(one: PointBreaks) -> Json:
    return {
        "point": _subject(one.point), "state": one.state.value, "single_points_of_failure": [_set(each) for each in one.singles],
        "by_item": [_set(each) for each in one.by_item], "by_item_exact_to": one.item_limit,
        "by_origin": [_set(each) for each in one.by_origin], "by_origin_exact_to": one.origin_limit,
        "route_cuts": [[_subject(item) for item in each] for each in one.route_cuts], "route_cuts_exact_to": one.route_limit,
        "route_cuts_may_be_larger": one.route_more, "settles_yes": [list(each) for each in one.to_yes], "settles_no": [list(each) for each in one.to_no],
    }  # fmt: skip


def _set(one: BreakLine) -> Json:
    return {
        "size": one.size,
        "items": [_subject(item) for item in one.items],
        "state": one.after.value,
        "because": list(one.because),
    }


def change(one: PointChange) -> Json:
    """A point and its two states."""
    return {
        "point": _subject(one.point),
        "before": one.before.value,
        "after": one.after.value,
        "because": list(one.because),
    }


def _stress(one: StressLine) -> Json:
    return {
        "id": one.id, "label": one.label, "sentence": one.sentence, "tried": one.tried, "changing": one.changing, "worst": one.worst,
        "items": [_subject(item) for item in one.items], "changes": [change(each) for each in one.changes],
    }  # fmt: skip


_TEXT: Json = {"type": "string"}
_COUNT: Json = {"type": "integer", "minimum": 0}
_STATE: Json = {"enum": ["no_obstacle", "open", "obstacle"]}


def _object(**properties: Json) -> Json:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(items: Json) -> Json:
    return {"type": "array", "items": items}


_SUBJECT = _object(kind=_TEXT, id=_TEXT, name=_TEXT)


def change_schema() -> Json:
    """Schema of `change`."""
    return _object(point=_SUBJECT, before=_STATE, after=_STATE, because=_list(_TEXT))


def robustness_schema() -> Json:
    """Schema of the block."""
    lost = _object(size=_COUNT, items=_list(_SUBJECT), state=_STATE, because=_list(_TEXT))
    point = _object(
        point=_SUBJECT, state=_STATE, single_points_of_failure=_list(lost), by_item=_list(lost), by_item_exact_to=_COUNT, by_origin=_list(lost),
        by_origin_exact_to=_COUNT, route_cuts=_list(_list(_SUBJECT)), route_cuts_exact_to=_COUNT, route_cuts_may_be_larger={"type": "boolean"},
        settles_yes=_list(_list(_TEXT)), settles_no=_list(_list(_TEXT)),
    )  # fmt: skip
    stress = _object(
        id={"enum": ["statements", "expert_opinion", "officer", "first_confession"]}, label=_TEXT, sentence=_TEXT, tried=_COUNT, changing=_COUNT,
        worst=_TEXT, items=_list(_SUBJECT), changes=_list(change_schema()),
    )  # fmt: skip
    return _object(points=_list(point), stress=_list(stress))
