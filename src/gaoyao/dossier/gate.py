"""The gate: what the vocabulary allows to be asserted, one checker per field, with messages that teach."""

from __future__ import annotations

import math
from collections.abc import Callable
from difflib import get_close_matches
from functools import cache
from typing import NamedTuple

from gaoyao.dossier.model import Absent, Address, Amount, Span, Value
from gaoyao.dossier.vocabulary import KINDS
from gaoyao.logic.tree import Field, FieldType
from gaoyao.logic.truth import Why


class WrongValueError(ValueError):
    """A value does not fit its field; the message says what was expected."""


class Check(NamedTuple):
    """How a field is checked: its declaration, the checker, and the kinds a reference may name."""

    field: Field
    check: Callable[[Value], Value]
    targets: frozenset[str]


ENTERABLE = (Why.FILE_SILENT, Why.UNRESOLVED, Why.NOT_APPLICABLE)


class _Checked(dict[str, dict[str, tuple[Callable[[Value], Value], frozenset[str]]]]):
    """Checker and allowed targets by kind and field: the hot path of the gate."""

    def __missing__(self, kind: str) -> dict[str, tuple[Callable[[Value], Value], frozenset[str]]]:
        self[kind] = {name: (check.check, check.targets) for name, check in checks(kind).items()}
        return self[kind]


CHECKED = _Checked()


@cache
def checks(kind: str) -> dict[str, Check]:
    """The checkers of a kind by field name.  Raises WrongValueError for a kind that no file may hold."""
    found = KINDS.get(kind)
    if found is None:
        raise WrongValueError(
            f"词表里没有“{kind}”这种对象{_nearest(kind, [k for k, c in KINDS.items() if not c.derived])}"
        )
    if found.derived:
        raise WrongValueError(f"“{found.label}”（{kind}）由系统从卷宗计算得出，不能录入")
    return {name: _check(field) for name, field in found.fields.items()}


def check_for(kind: str, field: str) -> Check:
    """The check of one field.  Raises WrongValueError for an unknown kind or field."""
    table = checks(kind)
    found = table.get(field)
    if found is None:
        raise WrongValueError(
            f"“{KINDS[kind].label}”（{kind}）没有字段“{field}”{_nearest(field, list(table))}"
        )
    return found


def _nearest(word: str, known: list[str]) -> str:
    near = get_close_matches(str(word), known, n=3, cutoff=0.6)
    return f"；是不是要写 {'、'.join(near)}？" if near else f"；可用的是 {'、'.join(sorted(known))}"


def check_absent(value: Absent) -> Absent:
    """Only 卷内无记载, 查而不明, 不适用 may be entered, and 不适用 needs its reason (guide §E)."""
    if value.why not in ENTERABLE:
        raise WrongValueError(
            f"“{Why(value.why).label}”不是可以录入的值；可用的是 {'、'.join(why.label for why in ENTERABLE)}"
        )
    if not isinstance(value.note, str):
        raise WrongValueError(f"理由要用文字，收到的是 {value.note!r}")
    if value.why is Why.NOT_APPLICABLE and not value.note.strip():
        raise WrongValueError("写“不适用”必须同时写明理由")
    return value


def _check(field: Field) -> Check:
    targets = frozenset(field.target.split("|")) if field.target else frozenset[str]()
    match field.type:
        case FieldType.FLAG:
            return Check(field, _flag, targets)
        case FieldType.QUANTITY:
            return Check(field, _amount, targets)
        case FieldType.MOMENT:
            return Check(field, _span, targets)
        case FieldType.CHOICE:
            return Check(field, _code(field), targets)
        case FieldType.TEXT | FieldType.REF:
            return Check(field, _text, targets)
        case FieldType.REFS:
            return Check(field, _references, targets)
        case FieldType.TEXTS:
            return Check(field, _texts, targets)


def _flag(value: Value) -> Value:
    if value is True or value is False:
        return value
    raise WrongValueError(
        f"应当是“是”（True）或“否”（False），收到的是 {value!r}；不清楚的写卷内无记载、查而不明或者不录入"
    )


def _text(value: Value) -> Value:
    if type(value) is str and value and not value.isspace():
        return value
    if type(value) is str:
        raise WrongValueError("文字是空的；没有内容就不要录入，卷内没有记载的写“卷内无记载”")
    raise WrongValueError(f"应当是一段文字，收到的是 {value!r}")


def _code(field: Field) -> Callable[[Value], Value]:
    codes = {code for code, _ in field.options}
    listed = "、".join(f"{code}（{label}）" for code, label in field.options)

    def check(value: Value) -> Value:
        if type(value) is str and value in codes:
            return value
        raise WrongValueError(f"没有“{value}”这个选项；可用的是 {listed}")

    return check


def _texts(value: Value) -> Value:
    if type(value) is tuple and all(type(part) is str and part and not part.isspace() for part in value):
        return value
    raise WrongValueError(f"应当是若干段文字，每段不能是空的，收到的是 {value!r}")


def _references(value: Value) -> Value:
    if type(value) is not tuple or not all(type(part) is str and part for part in value):
        raise WrongValueError(f"应当是若干个对象的编号，收到的是 {value!r}")
    twice = sorted({str(part) for part in value if value.count(part) > 1})
    if twice:
        raise WrongValueError(f"同一编号写了两次：{'、'.join(twice)}")
    return value


def _number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and not math.isnan(value)


def _amount(value: Value) -> Value:
    if (
        type(value) is not Amount
        or not _number(value.low)
        or not _number(value.high)
        or type(value.text) is not str
    ):
        raise WrongValueError(f"应当是数量 Amount(下限, 上限, 原文)，收到的是 {value!r}")
    low, high = float(value.low), float(value.high)
    if low > high or low == math.inf or high == -math.inf:
        raise WrongValueError(f"数量的下限 {low:g} 大于上限 {high:g}，或者不是一个数")
    return Amount(low, high, value.text)


def _span(value: Value) -> Value:
    if (
        type(value) is not Span
        or type(value.low) is not int
        or type(value.high) is not int
        or type(value.text) is not str
    ):
        raise WrongValueError(f"应当是时间 Span(起分钟, 止分钟, 原文)，收到的是 {value!r}")
    if value.low > value.high:
        raise WrongValueError(f"时间“{value.text}”的开始晚于结束")
    return value


def check_address(address: object) -> Address:
    """A well-formed address.  Raises WrongValueError."""
    if not isinstance(address, Address):
        raise WrongValueError(f"出处要用 Address(文件, 行, 页, …)，收到的是 {address!r}")
    file, line, page, quote, sha256, box, start, end = address
    if (
        type(file) is type(page) is type(quote) is type(sha256) is str
        and type(line) is int
        and line >= 0
        and box is None
        and start is None
        and end is None
    ):
        return address
    return _check_box(address)


def _check_box(address: Address) -> Address:
    texts: tuple[object, ...] = (address.file, address.page, address.quote, address.sha256)
    numbers: tuple[object, ...] = (address.line, *(n for n in (address.start, address.end) if n is not None))
    box: object = address.box
    fits = all(type(text) is str for text in texts)
    fits = fits and all(type(number) is int and number >= 0 for number in numbers)
    if box is not None:
        fits = (
            fits and isinstance(box, tuple) and len(box) == 4 and all(type(corner) is int for corner in box)
        )
    if not fits:
        raise WrongValueError(f"出处的写法不对：{address!r}")
    return address


def where(address: Address) -> str:
    """The beginning of a message: the place in the exchange file, or the page."""
    if address.file and address.line:
        return f"{address.file} 第{address.line}行："
    if address.file or address.page:
        return f"{address.file or '卷宗'}{' ' + address.page if address.page else ''}："
    return ""
