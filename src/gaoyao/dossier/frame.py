"""A case as columns: the dossier's side of `logic.frame`, over one view (design §7).

Arrays are built when first asked for, from the cells that exist, and are read-only.  A frame belongs to one
view: an edited case gets a new one.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

import numpy as np

from gaoyao.dossier.edges import Edges, edges, sorted_edges
from gaoyao.dossier.model import Absent
from gaoyao.dossier.naming import name_of, plain_label
from gaoyao.dossier.schema import Kind
from gaoyao.dossier.tables import Column, Given, Sources, Table, column_of, given_column
from gaoyao.dossier.texts import value_text
from gaoyao.dossier.view import Live, View
from gaoyao.dossier.vocabulary import KINDS, RELATIONS
from gaoyao.logic.frame import Cell, Floats, Int8, Ints, Source
from gaoyao.logic.tree import Choice, Concluded, Field, Flag, Moment, Quantity, Relation
from gaoyao.logic.truth import Why

Reasons = Callable[[int], Sequence[str]] | Mapping[int, Sequence[str]]
"""Sentences per subject number: why a conclusion holds, fails or is open."""

_KNOWN_BY_NUMBER = tuple(Why)


class CaseFrame:
    """Implements `logic.frame.CellFrame` over a view, with tables of derived subjects and conclusions beside it."""

    def __init__(self, view: View) -> None:
        self.view = view
        self._tables: dict[str, Table] = {}
        self._columns: dict[Field, Column] = {}
        self._edges: dict[str, Edges] = {}
        self._concluded: dict[tuple[str, str], tuple[Int8, Reasons]] = {}
        self._ids: dict[str, Sequence[str]] = {}
        self._names: dict[tuple[str, int], str] = {}

    def sharing(self, view: View, changed: Collection[str] = ()) -> CaseFrame:
        """A frame over a view that differs from this one's only in the kinds `changed`.

        What was read or concluded of the other kinds is taken over; derived tables are not.
        """
        other, apart = CaseFrame(view), {*changed, *self._tables}
        other._columns = {field: column for field, column in self._columns.items() if field.kind not in apart}
        other._edges = {
            path: pairs
            for path, pairs in self._edges.items()
            if apart.isdisjoint((RELATIONS[path].source, RELATIONS[path].target))
        }
        other._concluded = {key: value for key, value in self._concluded.items() if key[0] not in apart}
        return other

    # ------------------------------------------------------------ subjects

    def size(self, kind: str) -> int:
        """How many subjects of `kind` there are.  Raises LookupError for a derived kind not yet added."""
        return len(self._numbers(kind))

    def _numbers(self, kind: str) -> Mapping[str, int]:
        table = self._tables.get(kind)
        if table is not None:
            return table.numbers
        if kind not in KINDS or KINDS[kind].derived:
            raise LookupError(f"没有“{kind}”这种对象的表；派生的对象要先用 add_table 给出")
        return self.view.index(kind)

    def subjects(self, kind: str) -> Sequence[str]:
        """Ids of the subjects of a kind, in the frame's order."""
        ids = self._ids.get(kind)
        if ids is None:
            table = self._tables.get(kind)
            ids = self._ids[kind] = table.ids if table is not None else tuple(self.view.subjects(kind))
        return ids

    def number(self, kind: str, identifier: str) -> int:
        """The number of a subject by its id.  Raises LookupError."""
        found = self._numbers(kind).get(identifier)
        if found is None:
            raise LookupError(f"没有编号为“{identifier}”的 {kind}")
        return found

    def identifier(self, kind: str, subject: int) -> str:
        """The subject's id in the dossier."""
        return self.subjects(kind)[subject]

    def name(self, kind: str, subject: int) -> str:
        """What a person calls the subject: 证据 E3《讯问笔录（第二次）》."""
        known = self._names.get((kind, subject))
        if known is None:
            known = self._names[kind, subject] = self._name(kind, subject)
        return known

    def _name(self, kind: str, subject: int) -> str:
        table = self._tables.get(kind)
        if table is None:
            return name_of(self.view, self.identifier(kind, subject))
        return (
            table.names[subject]
            if table.names is not None
            else f"{plain_label(KINDS[kind].label)} {table.ids[subject]}"
        )

    # ------------------------------------------------------------ columns

    def flag(self, field: Flag) -> tuple[Int8, Int8]:
        """Truth (-1, 0, 1) and Why code per subject of the field's kind."""
        column = self._column(field)
        return column.truth, column.why

    def interval(self, field: Quantity | Moment) -> tuple[Floats, Floats, Int8]:
        """Low, high and Why code per subject; NaN where Why is not KNOWN; ±inf for an open end."""
        column = self._column(field)
        return column.low, column.high, column.why

    def choice(self, field: Choice) -> tuple[Ints, Int8]:
        """Index into `field.options` (-1 where not known) and Why code per subject."""
        column = self._column(field)
        return column.option, column.why

    def basis(self, field: Field) -> Int8:
        """`Basis` of the live value per subject (an absence and a conflict have one too); 0 where nothing is entered."""
        return self._column(field).basis

    def _column(self, field: Field) -> Column:
        column = self._columns.get(field)
        if column is None:
            column = self._columns[field] = self._read(field)
        return column

    def _read(self, field: Field) -> Column:
        size = self.size(field.kind)
        if field.kind in self._tables:
            return given_column(field, size, [None] * size, None)
        numbers = self.view.index(field.kind)
        column = self.view.cells.get(field.path, {})
        lives = column.values()
        return column_of(
            field, size, [numbers[subject] for subject in column], [live.value for live in lives],
            [live.why for live in lives], [live.basis or 0 for live in lives],
        )  # fmt: skip

    # ------------------------------------------------------------ relations

    def pairs(self, relation: Relation) -> tuple[Ints, Ints]:
        """Source and target subject numbers of every entry, sorted by source.  Raises TreeError (see `edges`)."""
        found = self._edges.get(relation.path)
        if found is None:
            found = self._edges[relation.path] = self._read_edges(relation)
        return found

    def _read_edges(self, relation: Relation) -> Edges:
        if relation.name == "case" and relation.source in self._tables:
            size, cases = self.size(relation.source), self.size(relation.target)
            return sorted_edges(np.repeat(np.arange(size), cases), np.tile(np.arange(cases), size))
        return edges(self.view, relation)

    def targets(self, relation: Relation, subject: int) -> Sequence[int]:
        """Targets of one subject, in the frame's order."""
        source, target = self.pairs(relation)
        first, last = np.searchsorted(source, [subject, subject + 1])
        return [int(number) for number in target[first:last]]

    # ------------------------------------------------------------ single cells

    def cell(self, field: Flag | Quantity | Moment | Choice, subject: int) -> Cell:
        """The live cell of a subject, with its text and where it stands."""
        table = self._tables.get(field.kind)
        if table is not None:
            return self._derived_cell(table, field, subject)
        identifier = self.identifier(field.kind, subject)
        live = self.view.live(field, identifier)
        return Cell(
            value=_plain(live.value), why=live.why, text=_live_text(field, live),
            sources=self._sources(live, identifier), note=live.note,
        )  # fmt: skip

    def _sources(self, live: Live, identifier: str) -> tuple[Source, ...]:
        """Every place of the value; a value that was confirmed is confirmed wherever it stands."""
        page = self.page(identifier) if live.first is not None else ""
        return tuple(
            Source(
                record.address.page or page,
                record.address.file,
                record.address.line,
                record.address.quote,
                (live.basis or record.basis).label,
            )
            for record in live.assertions
        )

    def page(self, identifier: str) -> str:
        """The page of a subject: its own, or that of the nearest subject it is nested in; '' for none."""
        while identifier:
            field = KINDS[self.view.kind(identifier)].fields.get("page")
            value = None if field is None else self.view.live(field, identifier).value
            if isinstance(value, str):
                return value
            identifier = self.view.parent(identifier)
        return ""

    def _derived_cell(self, table: Table, field: Flag | Quantity | Moment | Choice, subject: int) -> Cell:
        column = self._column(field)
        why = _KNOWN_BY_NUMBER[int(column.why[subject])]
        given = table.values.get(field.name)
        entered = given[subject] if given is not None else None
        note = entered.note if isinstance(entered, Absent) else ""
        sources = table.sources_of(field.name, subject)
        value = column.value(field, subject)
        if value is None:
            return Cell(None, why, why.label, sources, note)
        return Cell(
            _plain(value), why, value_text(field, value if entered is None else entered), sources, note
        )

    # ------------------------------------------------------------ what is computed

    def concluded(self, concept: Concluded) -> Int8:
        """Truth per subject, as a lower stratum left it.  Raises LookupError for a conclusion not yet drawn."""
        return self._conclusion(concept)[0]

    def has_concluded(self, concept: Concluded) -> bool:
        """Has the conclusion been drawn?"""
        return (concept.kind, concept.name) in self._concluded

    def concluded_by(self, concept: Concluded, subject: int) -> Sequence[str]:
        """Sentences that say why the concept holds, fails or is open for the subject."""
        reasons = self._conclusion(concept)[1]
        return tuple(reasons(subject) if callable(reasons) else reasons.get(subject, ()))

    def _conclusion(self, concept: Concluded) -> tuple[Int8, Reasons]:
        found = self._concluded.get((concept.kind, concept.name))
        if found is None:
            raise LookupError(f"结论 {concept.kind}.{concept.name} 还没有算出；规则只能读取下层的结论")
        return found

    def set_concluded(self, kind: str, name: str, truth: Int8, reasons: Reasons | None = None) -> None:
        """Put a conclusion on record: truth (-1, 0, 1) per subject of `kind`, and its sentences.

        Raises ValueError for a wrong length or value, or a conclusion drawn twice.
        """
        values = np.array(truth, dtype=np.int8)
        if values.shape != (self.size(kind),) or not np.isin(values, (-1, 0, 1)).all():
            raise ValueError(f"结论 {kind}.{name} 应当是 {self.size(kind)} 个 -1、0、1")
        if (kind, name) in self._concluded:
            raise ValueError(f"结论 {kind}.{name} 算了两次")
        values.flags.writeable = False
        self._concluded[kind, name] = (values, {} if reasons is None else reasons)

    def add_table(
        self,
        kind: type[Kind],
        ids: Sequence[str],
        columns: Mapping[str, Given] | None = None,
        relations: Mapping[str, tuple[Sequence[int] | Ints, Sequence[int] | Ints]] | None = None,
        *,
        sources: Mapping[str, Sources] | None = None,
        bases: Mapping[str, Int8] | None = None,
        names: Sequence[str] | None = None,
    ) -> None:
        """Add the subjects of a derived kind (detector output).

        `columns`: field name → list of values or arrays (see `tables.given_column`); a field left out is not
        entered.  `relations`: relation path → source and target numbers; sources or targets of the dossier's
        own kinds are numbered as in this frame.  `sources`: field name → where each value stands, a list per
        subject or a function of its number.  `bases`: field name → basis per subject; without it a derived
        value counts as 机器读取, so pass the lowest basis of what it was computed from.  Raises ValueError.
        """
        if not kind.derived or kind.kind in self._tables:
            raise ValueError(f"“{kind.label}”不是派生的对象，或者已经给出过")
        unknown = [
            name
            for name in {**(columns or {}), **(sources or {}), **(bases or {})}
            if name not in kind.fields
        ]
        if unknown or len(set(ids)) != len(ids) or (names is not None and len(names) != len(ids)):
            raise ValueError(
                f"“{kind.label}”的表不对：没有字段 {unknown}，或者编号重复，或者名称与编号的个数不同"
            )
        given = {
            kind.fields[name]: given_column(kind.fields[name], len(ids), values, (bases or {}).get(name))
            for name, values in (columns or {}).items()
        }
        listed = {name: values for name, values in (columns or {}).items() if isinstance(values, list)}
        numbers = {identifier: number for number, identifier in enumerate(ids)}
        self._tables[kind.kind] = Table(tuple(ids), listed, sources or {}, names, numbers)
        self._columns.update(given)
        for path, (source, target) in (relations or {}).items():
            self._edges[path] = sorted_edges(source, target)


def _plain(value: object) -> bool | tuple[float, float] | str | None:
    if isinstance(value, bool | str):
        return value
    return (float(value[0]), float(value[1])) if isinstance(value, tuple) else None


def _live_text(field: Field, live: Live) -> str:
    """The value in words; for a conflict what each side says; for an absence its label."""
    if live.why is Why.CONFLICTING:
        said = dict.fromkeys(value_text(field, record.value) for record in live.assertions)
        return "，".join(f"一说“{text}”" for text in said)
    return live.why.label if live.value is None else value_text(field, live.value)
