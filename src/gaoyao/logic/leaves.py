"""Reading one leaf of a tree on one subject from its cell: its truth, why, its sentence, its sources.

A sentence states what the file says, never the negation of a negation: a negated leaf is worded with the
field's own no-phrase, a failed comparison with the opposite operator.
"""

from __future__ import annotations

from dataclasses import dataclass

from gaoyao.logic.compare import (
    ORDER_WORDS,
    SIZE_WORDS,
    Interval,
    compare_intervals,
    moment_text,
    quantity_text,
    shift_text,
)
from gaoyao.logic.frame import Cell, CellFrame, Source
from gaoyao.logic.tree import (
    Always,
    Compare,
    Concluded,
    Const,
    Flag,
    Moment,
    OneOf,
    Op,
    Prop,
    Quantity,
    Shift,
    Term,
    TreeError,
    Unresolved,
)
from gaoyao.logic.truth import Truth, Why

CONSTANT_SENTENCES = ("本项一律成立", "本项一律不成立")


@dataclass(frozen=True, slots=True)
class Reading:
    """One leaf read on one subject.

    `truth` is that of the leaf, or of its negation where it was read negated; a leaf that does not apply is
    no both ways.  `field` is the path of the field at issue (the first one without a value, else the first),
    None for a conclusion or a constant.
    """

    truth: Truth
    sentence: str
    why: Why = Why.KNOWN
    field: str | None = None
    sources: tuple[Source, ...] = ()


def read_leaf(prop: Prop, frame: CellFrame, subject: int, negated: bool = False) -> Reading:
    """Read a leaf, or its negation.  Raises TreeError for a node that is not a leaf."""
    match prop:
        case Flag():
            return _flag(prop, frame.cell(prop, subject), negated)
        case Compare():
            return _compare(prop, frame, subject, negated)
        case OneOf():
            return _one_of(prop, frame.cell(prop.field, subject), negated)
        case Unresolved(field=flag):
            return _unresolved(flag, frame.cell(flag, subject), negated)
        case Concluded():
            return _concluded(prop, frame, subject, negated)
        case Always(value=value):
            return Reading(_literal(_truth(value), negated), CONSTANT_SENTENCES[0 if value else 1])
    raise TreeError(f"不是命题的叶：{prop!r}")


def opposite(truth: Truth) -> Truth:
    """Kleene negation."""
    return Truth(-truth)


def _literal(truth: Truth, negated: bool) -> Truth:
    return opposite(truth) if negated else truth


def _truth(value: bool) -> Truth:
    return Truth.YES if value else Truth.NO


def yes_phrase(field: Flag) -> str:
    """The clause for yes, with a fallback from the label."""
    return field.yes or f"「{field.label}」：是"


def no_phrase(field: Flag) -> str:
    """The clause for no, with a fallback from the label."""
    return field.no or f"「{field.label}」：否"


def _open(cell: Cell) -> str:
    """未录入; 查而不明：原因."""
    return f"{cell.why.label}：{cell.note}" if cell.note else cell.why.label


def _inapplicable(label: str, cell: Cell) -> str:
    return f"「{label}」不适用（{cell.note}）" if cell.note else f"「{label}」不适用"


def _flag(field: Flag, cell: Cell, negated: bool) -> Reading:
    if cell.why is Why.NOT_APPLICABLE:
        return Reading(Truth.NO, _inapplicable(field.label, cell), cell.why, field.path, cell.sources)
    if cell.why is Why.KNOWN and isinstance(cell.value, bool):
        sentence = yes_phrase(field) if cell.value else no_phrase(field)
        return Reading(_literal(_truth(cell.value), negated), sentence, cell.why, field.path, cell.sources)
    sentence = f"{field.unknown or f'「{field.label}」：不明'}（{_open(cell)}）"
    return Reading(Truth.UNKNOWN, sentence, cell.why, field.path, cell.sources)


def _one_of(prop: OneOf, cell: Cell, negated: bool) -> Reading:
    field = prop.field
    labels = dict(field.options)
    if cell.why is Why.NOT_APPLICABLE:
        return Reading(Truth.NO, _inapplicable(field.label, cell), cell.why, field.path, cell.sources)
    if cell.why is Why.KNOWN and isinstance(cell.value, str) and cell.value in labels:
        truth = _literal(_truth(cell.value in prop.codes), negated)
        sentence = f"{field.label}为“{labels[cell.value]}”"
        return Reading(truth, sentence, cell.why, field.path, cell.sources)
    return Reading(Truth.UNKNOWN, f"{field.label}不明（{_open(cell)}）", cell.why, field.path, cell.sources)


def _unresolved(flag: Flag, cell: Cell, negated: bool) -> Reading:
    state = {
        Why.UNRESOLVED: f"「{flag.label}」{_open(cell)}",
        Why.NOT_APPLICABLE: _inapplicable(flag.label, cell),
        Why.KNOWN: f"「{flag.label}」已有答案：{'是' if cell.value else '否'}",
    }
    sentence = state.get(cell.why, f"「{flag.label}」{_open(cell)}，查证尚未终结")
    truth = _literal(_truth(cell.why is Why.UNRESOLVED), negated)
    return Reading(truth, sentence, cell.why, flag.path, cell.sources)


def _concluded(prop: Concluded, frame: CellFrame, subject: int, negated: bool) -> Reading:
    truth = Truth(int(frame.concluded(prop)[subject]))
    clause = {Truth.YES: prop.yes, Truth.NO: prop.no, Truth.UNKNOWN: prop.unknown}[truth]
    sentence = clause or f"「{prop.name}」：{truth.label}"
    grounds = "；".join(frame.concluded_by(prop, subject))
    return Reading(_literal(truth, negated), f"{sentence}（{grounds}）" if grounds else sentence)


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of a comparison as read: name, value, how a person reads the value."""

    name: str
    interval: Interval | None
    text: str
    cell: Cell
    path: str

    @property
    def phrase(self) -> str:
        gap = "" if self.text.startswith("（") else " "
        return f"{self.name}{gap}{self.text}".strip()


def _side(term: Term, frame: CellFrame, subject: int) -> _Side:
    match term:
        case Const(low=low, high=high, text=text):
            return _Side("", (low, high), text, Cell((low, high)), "")
        case Shift(field=field, minutes=minutes):
            inner = _side(field, frame, subject)
            name = f"{inner.name}{shift_text(minutes)}"
            if inner.interval is None:
                return _Side(inner.name, None, "", inner.cell, inner.path)
            moved = (inner.interval[0] + minutes, inner.interval[1] + minutes)
            return _Side(name, moved, f"（{moment_text(moved)}）", inner.cell, inner.path)
        case Quantity() | Moment():
            cell = frame.cell(term, subject)
            if cell.why is not Why.KNOWN or not isinstance(cell.value, tuple):
                return _Side(term.label, None, "", cell, term.path)
            text = cell.text or _text(term, cell.value)
            return _Side(term.label, cell.value, text, cell, term.path)


def _text(field: Quantity | Moment, interval: Interval) -> str:
    return moment_text(interval) if isinstance(field, Moment) else quantity_text(interval, field.unit)


def _compare(prop: Compare, frame: CellFrame, subject: int, negated: bool) -> Reading:
    left, right = _side(prop.left, frame, subject), _side(prop.right, frame, subject)
    sources = left.cell.sources + tuple(s for s in right.cell.sources if s not in left.cell.sources)
    for side in (left, right):
        if side.cell.why is Why.NOT_APPLICABLE:
            return Reading(Truth.NO, _inapplicable(side.name, side.cell), side.cell.why, side.path, sources)
    if left.interval is None or right.interval is None:
        missing = [side for side in (left, right) if side.interval is None]
        names = "，".join(dict.fromkeys(f"{side.name}不明（{_open(side.cell)}）" for side in missing))
        return Reading(Truth.UNKNOWN, names, missing[0].cell.why, missing[0].path, sources)
    truth = compare_intervals(left.interval, prop.op, right.interval)
    sentence = _compared(left, prop.op, right, truth, isinstance(prop.left, Moment))
    return Reading(_literal(truth, negated), sentence, Why.KNOWN, left.path, sources)


def _compared(left: _Side, op: Op, right: _Side, truth: Truth, moments: bool) -> str:
    """讯问开始 2021-03-05 23:00 晚于讯问结束 2021-03-05 22:00."""
    if truth is Truth.UNKNOWN:
        doubt = "先后不能确定" if moments else "大小不能确定"
        return f"{left.phrase} 与{right.phrase} {doubt}"
    words = ORDER_WORDS if moments else SIZE_WORDS
    word = words[op if truth is Truth.YES else op.opposite]
    gap = "" if right.name else " "
    return f"{left.phrase} {word}{gap}{right.phrase}"
