"""What waits for a person: values on which a compelling finding rests one by one, the rest by kind of paper.

A finding compels only when every value it rests on was stated or confirmed by a person (design §5).  So the order is
computed, not chosen: first the values whose confirmation alone makes a finding compel, then those that need company.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from gaoyao.dossier.model import Assertion, Basis
from gaoyao.dossier.schema import KINDS
from gaoyao.dossier.vocabulary import Item
from gaoyao.law.rule import Weight, weight_of
from gaoyao.logic.frame import Source
from gaoyao.logic.reasons import leaves
from gaoyao.logic.tree import Field
from gaoyao.logic.truth import Why
from gaoyao.review.model import Finding
from gaoyao.web.cases.reading import Desk
from gaoyao.web.evidence.entry import field_of

ROWS = 40
"""Papers accepted in one act at most: what one person looks through at one time."""
DOUBTFUL = 0.9
"""A recognised value read with less certainty is pointed at.  Ours (提示)."""

Cell = tuple[str, str]
"""Path of the field, subject."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """One value that a person confirms by itself.  `alone`: confirming it is all that a finding still needs."""

    field: Field
    subject: str
    record: Assertion
    findings: tuple[Finding, ...]
    alone: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One paper (or person, fact, link …) with the values read of it."""

    subject: str
    records: tuple[tuple[Field, Assertion], ...]
    doubtful: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Papers of one kind, to be looked through and accepted in one act."""

    title: str
    rows: tuple[Row, ...]
    resting: int

    @property
    def values(self) -> int:
        """How many values."""
        return sum(len(row.records) for row in self.rows)


class Queue:
    """The queue of one reader at one state of a case."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.view = desk, desk.read.view

    @cached_property
    def read(self) -> dict[Cell, tuple[Field, Assertion]]:
        """Every cell that only the machine has read, without those whose sources differ."""
        return {
            (path, subject): (field, live.first)
            for path, column in self.view.cells.items() if (field := field_of(path)) is not None
            for subject, live in column.items() if live.basis is Basis.READ and live.first is not None and live.why is not Why.CONFLICTING
        }  # fmt: skip

    @cached_property
    def places(self) -> dict[tuple[str, str, str], list[Cell]]:
        """Cells by the place of their value: how a derived value is led back to what it was derived from."""
        made: dict[tuple[str, str, str], list[Cell]] = defaultdict(list)
        for cell, (_, record) in self.read.items():
            made[record.address.file, record.address.page, record.address.quote].append(cell)
        return made

    def needs(self, finding: Finding) -> list[Cell]:
        """The cells of a finding that nobody has confirmed, in the order of its reasons."""
        found: dict[Cell, None] = {}
        for leaf in leaves(finding.reason):
            if all(source.basis != Basis.READ.label for source in leaf.sources):
                continue
            cell = (leaf.field or "", self.desk.read.subject(leaf.kind, leaf.subject))
            if cell in self.read:
                found.setdefault(cell)
            else:
                found.update(dict.fromkeys(self._led_back(leaf.sources)))
        return list(found)

    def _led_back(self, sources: tuple[Source, ...]) -> list[Cell]:
        return [
            cell for source in sources if source.basis == Basis.READ.label
            for cell in self.places.get((source.file, source.page, source.quote), ()) if source.quote
        ]  # fmt: skip

    @cached_property
    def resting(self) -> dict[Weight, dict[Cell, list[tuple[Finding, int]]]]:
        """For each weight that confirmation would give: the cells, their findings, and how many cells each needs."""
        made: dict[Weight, dict[Cell, list[tuple[Finding, int]]]] = {Weight.MANDATORY: {}, Weight.EXPLAIN: {}}
        for one in self.desk.read.review.findings:
            verified = any(cited.verified for cited in one.citations)
            would = weight_of(one.rule.effect, one.rule.basis, verified, confirmed=True)
            if (
                one.aside
                or would is one.weight
                or would not in made
                or (would is Weight.MANDATORY and one.weight is not Weight.EXPLAIN)
            ):
                continue
            cells = self.needs(one)
            for cell in cells:
                made[would].setdefault(cell, []).append((one, len(cells)))
        return made

    @cached_property
    def single(self) -> list[Waiting]:
        """One by one, in the order of what each answer decides."""
        cells = self.resting[Weight.MANDATORY]
        order = sorted(cells, key=lambda cell: (min(need for _, need in cells[cell]), -len(cells[cell])))
        return [
            Waiting(self.read[cell][0], cell[1], self.read[cell][1], tuple(one for one, _ in cells[cell]), min(need for _, need in cells[cell]) == 1)
            for cell in order
        ]  # fmt: skip

    @cached_property
    def groups(self) -> list[Group]:
        """The rest by kind, those on which findings rest first."""
        rows: dict[str, dict[str, list[tuple[Field, Assertion]]]] = {}
        for cell, (field, record) in self.read.items():
            if cell not in self.resting[Weight.MANDATORY]:
                top = self._top(cell[1])
                rows.setdefault(self._title(top), {}).setdefault(top, []).append((field, record))
        made = []
        for title, of in rows.items():
            all_rows = [
                self._row(subject, records)
                for subject, records in sorted(of.items(), key=lambda pair: self._order(pair[0]))
            ]
            for at in range(0, len(all_rows), ROWS):
                part = tuple(all_rows[at : at + ROWS])
                made.append(
                    Group(
                        title,
                        part,
                        sum(self._rests(field, record) for row in part for field, record in row.records),
                    )
                )
        return sorted(made, key=lambda group: -group.resting)

    def _rests(self, field: Field, record: Assertion) -> bool:
        return (field.path, record.subject) in self.resting[Weight.EXPLAIN]

    def _row(self, subject: str, records: list[tuple[Field, Assertion]]) -> Row:
        return Row(
            subject,
            tuple(records),
            any(r.confidence is not None and r.confidence < DOUBTFUL for _, r in records),
        )

    def _top(self, subject: str) -> str:
        """The paper a subject stands in; a subject that stands in none is its own."""
        at = subject
        while at and self.view.kind(at) != Item.kind:
            at = self.view.parent(at)
        return at or subject

    def _title(self, subject: str) -> str:
        kind = self.view.kind(subject)
        if kind != Item.kind:
            return KINDS[kind].label
        code = self.view.live(Item.type, subject).value
        return dict(Item.type.options).get(code if isinstance(code, str) else "", "种类没有读出的证据")

    def _order(self, subject: str) -> int:
        return self.view.subjects(self.view.kind(subject)).index(subject)
