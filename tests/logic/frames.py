"""A small case in memory for the tests of the logic: cells in dictionaries, nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import numpy as np

from gaoyao.logic.frame import Cell, Floats, Int8, Ints
from gaoyao.logic.tree import EPOCH, Choice, Concluded, Flag, Moment, Quantity, Relation
from gaoyao.logic.truth import Why

AnyField = Flag | Quantity | Moment | Choice
NOT_ENTERED = Cell(None, Why.NOT_ENTERED)


def known(value: bool | tuple[float, float] | str, text: str = "") -> Cell:
    return Cell(value, Why.KNOWN, text)


def minutes(*when: int) -> float:
    return (datetime(*when) - EPOCH).total_seconds() / 60


def moment(*when: int) -> Cell:
    return known((minutes(*when), minutes(*when)))


def day(*when: int) -> Cell:
    """A day of which the hour is not known."""
    return known((minutes(*when), minutes(*when) + 1439))


def open_(why: Why, note: str = "") -> Cell:
    return Cell(None, why, note=note)


@dataclass
class MemoryFrame:
    """`cells` maps (path, subject) to a cell; what is missing is 未录入."""

    sizes: Mapping[str, int]
    cells: dict[tuple[str, int], Cell] = field(default_factory=dict)
    links: Mapping[str, Mapping[int, Sequence[int]]] = field(default_factory=dict)
    results: Mapping[str, Sequence[int]] = field(default_factory=dict)
    names: Mapping[tuple[str, int], str] = field(default_factory=dict)

    def with_cells(self, changes: Mapping[tuple[str, int], Cell]) -> MemoryFrame:
        return MemoryFrame(self.sizes, {**self.cells, **changes}, self.links, self.results, self.names)

    def size(self, kind: str) -> int:
        return self.sizes[kind]

    def _column(self, field: AnyField) -> list[Cell]:
        return [self.cell(field, subject) for subject in range(self.sizes[field.kind])]

    @staticmethod
    def _whys(cells: Iterable[Cell]) -> Int8:
        return np.array([cell.why for cell in cells], dtype=np.int8)

    def flag(self, field: Flag) -> tuple[Int8, Int8]:
        cells = self._column(field)
        truth = [0 if cell.value is None else (1 if cell.value else -1) for cell in cells]
        return np.array(truth, dtype=np.int8), self._whys(cells)

    def interval(self, field: Quantity | Moment) -> tuple[Floats, Floats, Int8]:
        cells = self._column(field)
        bounds = [cell.value if isinstance(cell.value, tuple) else (np.nan, np.nan) for cell in cells]
        low, high = ([bound[side] for bound in bounds] for side in (0, 1))
        return np.array(low, dtype=np.float64), np.array(high, dtype=np.float64), self._whys(cells)

    def choice(self, field: Choice) -> tuple[Ints, Int8]:
        cells = self._column(field)
        codes = [code for code, _ in field.options]
        index = [codes.index(str(cell.value)) if cell.value in codes else -1 for cell in cells]
        return np.array(index, dtype=np.int64), self._whys(cells)

    def pairs(self, relation: Relation) -> tuple[Ints, Ints]:
        rows = [(a, b) for a in range(self.sizes[relation.source]) for b in self.targets(relation, a)]
        table = np.array(rows, dtype=np.int64).reshape(-1, 2)
        return table[:, 0], table[:, 1]

    def concluded(self, concept: Concluded) -> Int8:
        return np.array(self.results[f"{concept.kind}.{concept.name}"], dtype=np.int8)

    def cell(self, field: AnyField, subject: int) -> Cell:
        return self.cells.get((field.path, subject), NOT_ENTERED)

    def targets(self, relation: Relation, subject: int) -> Sequence[int]:
        return self.links.get(relation.path, {}).get(subject, ())

    def name(self, kind: str, subject: int) -> str:
        return self.names.get((kind, subject), f"{kind}{subject + 1}")

    def identifier(self, kind: str, subject: int) -> str:
        return f"{kind}-{subject}"

    def concluded_by(self, concept: Concluded, subject: int) -> Sequence[str]:
        return {1: ("前一层的规则成立",), -1: (), 0: ("前一层的规则不明",)}[
            int(self.concluded(concept)[subject])
        ]
