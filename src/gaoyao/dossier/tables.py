"""Tables of derived subjects (detector output) and the arrays that columns of values become."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from gaoyao.dossier.model import Absent, Amount, Basis, Span, Value
from gaoyao.logic.frame import Floats, Int8, Ints, Source
from gaoyao.logic.tree import Field, FieldType
from gaoyao.logic.truth import Why

Sources = Callable[[int], Sequence[Source]] | Sequence[Sequence[Source]]
Given = Sequence[Value | None] | NDArray[np.generic] | tuple[NDArray[np.generic], ...]
"""A column as given to `add_table`: a list of values (None: not entered), or arrays (see `Table`)."""


class Column(NamedTuple):
    """One field in arrays: Why and basis per subject, and truth, low and high, or the option's index."""

    why: Int8
    basis: Int8
    truth: Int8
    low: Floats
    high: Floats
    option: Ints

    def value(self, declared: Field, subject: int) -> Value | None:
        """The value of one subject as the arrays hold it; None where Why is not KNOWN."""
        if self.why[subject] != Why.KNOWN:
            return None
        match declared.type:
            case FieldType.FLAG:
                return bool(self.truth[subject] == 1)
            case FieldType.QUANTITY:
                return Amount(float(self.low[subject]), float(self.high[subject]), "")
            case FieldType.MOMENT:
                return Span(int(self.low[subject]), int(self.high[subject]), "")
            case FieldType.CHOICE:
                return declared.options[int(self.option[subject])][0]
        return None


_NO8 = np.zeros(0, dtype=np.int8)
_NO64 = np.zeros(0, dtype=np.int64)
_NOF = np.zeros(0, dtype=np.float64)


def column_of(
    declared: Field,
    size: int,
    numbers: Sequence[int],
    values: Sequence[object],
    whys: Sequence[int],
    bases: Sequence[int],
) -> Column:
    """The arrays of a field from the cells that exist: subject number, value (None unless KNOWN), Why and basis."""
    why = np.full(size, Why.NOT_ENTERED, dtype=np.int8)
    basis = np.zeros(size, dtype=np.int8)
    at = np.asarray(numbers, dtype=np.int64)
    why[at], basis[at] = whys, bases
    truth, low, high, option = _NO8, _NOF, _NOF, _NO64
    match declared.type:
        case FieldType.FLAG:
            truth = np.zeros(size, dtype=np.int8)
            truth[at] = [0 if value is None else 1 if value is True else -1 for value in values]
        case FieldType.QUANTITY | FieldType.MOMENT:
            low, high = np.full(size, np.nan), np.full(size, np.nan)
            low[at] = [value.low if isinstance(value, Amount | Span) else np.nan for value in values]
            high[at] = [value.high if isinstance(value, Amount | Span) else np.nan for value in values]
        case FieldType.CHOICE:
            codes = {code: place for place, (code, _) in enumerate(declared.options)}
            option = np.full(size, -1, dtype=np.int64)
            option[at] = [codes[value] if isinstance(value, str) else -1 for value in values]
    return _frozen(Column(why, basis, truth, low, high, option))


def _frozen(column: Column) -> Column:
    for array in column:
        array.flags.writeable = False
    return column


@dataclass(slots=True)
class Table:
    """The derived subjects of one kind.

    `ids` in order, `numbers` their numbers; `values` per field name where values came as a list (they keep
    their wording and their reasons); `sources` per field name; `names` for people.
    """

    ids: tuple[str, ...]
    values: Mapping[str, Sequence[Value | None]]
    sources: Mapping[str, Sources]
    names: Sequence[str] | None
    numbers: Mapping[str, int]

    def sources_of(self, name: str, subject: int) -> tuple[Source, ...]:
        """Where the derived value stands."""
        found = self.sources.get(name)
        if found is None:
            return ()
        return tuple(found(subject) if callable(found) else found[subject])


def given_column(declared: Field, size: int, given: Given, basis: Int8 | None) -> Column:
    """The arrays of a derived field.

    `given` is a list of values (None for not entered, Absent for an absence), or for a flag the truth array
    or (truth, why); for a quantity or moment (low, high) or (low, high, why); for a choice the index array or
    (index, why).  `basis` is the basis per subject (default: 机器读取 where there is a value).  Raises ValueError.
    """
    if not isinstance(given, np.ndarray) and not (
        isinstance(given, tuple) and given and isinstance(given[0], np.ndarray)
    ):
        column = _listed(declared, size, given)
    else:
        column = _arrays(declared, size, given if isinstance(given, tuple) else (given,))
    if basis is not None:
        if np.shape(basis) != (size,):
            raise ValueError(f"{declared.path} 的依据要有 {size} 行")
        column = column._replace(basis=np.asarray(basis, dtype=np.int8))
    return _frozen(column)


def _listed(declared: Field, size: int, given: Sequence[object]) -> Column:
    if len(given) != size:
        raise ValueError(f"{declared.path} 的列有 {len(given)} 行，应当有 {size} 行")
    entered = [number for number, value in enumerate(given) if value is not None]
    values = [None if isinstance(given[number], Absent) else given[number] for number in entered]
    whys = [value.why if isinstance(value := given[number], Absent) else Why.KNOWN for number in entered]
    return column_of(declared, size, entered, values, whys, [Basis.READ] * len(entered))


def _arrays(declared: Field, size: int, given: tuple[NDArray[np.generic], ...]) -> Column:
    needed = 2 if declared.type in (FieldType.QUANTITY, FieldType.MOMENT) else 1
    if len(given) not in (needed, needed + 1) or any(part.shape != (size,) for part in given):
        raise ValueError(f"{declared.path} 要有 {needed} 列（可另加一列 Why），每列 {size} 行")
    blank = column_of(declared, size, (), (), (), ())
    truth, low, high, option = blank.truth, blank.low, blank.high, blank.option
    match declared.type:
        case FieldType.FLAG:
            truth = given[0].astype(np.int8)
            known = truth != 0
        case FieldType.QUANTITY | FieldType.MOMENT:
            low, high = given[0].astype(np.float64), given[1].astype(np.float64)
            known = ~(np.isnan(low) | np.isnan(high))
        case FieldType.CHOICE:
            option = given[0].astype(np.int64)
            known = option >= 0
        case _:
            raise ValueError(f"{declared.path} 是文字或者引用，不能以数组给出")
    why = np.where(known, np.int8(Why.KNOWN), np.int8(Why.NOT_ENTERED))
    if len(given) > needed:
        why = given[needed].astype(np.int8)
        if ((why == Why.KNOWN) != known).any():
            raise ValueError(f"{declared.path} 的值与 Why 不一致：有值处 Why 应当是 KNOWN，无值处不能是")
    basis = np.where(known, np.int8(Basis.READ), np.int8(0))
    return Column(why, basis, truth, low, high, option)
