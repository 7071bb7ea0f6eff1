"""A view as if some items of evidence were not in the file, or were excluded by a ruling: nothing is written.

Taking an item out means: it goes, with everything nested in it; its id goes out of every list that names it;
a contradiction that is left with fewer than two sides (or none, where it had one) goes; and where the items on
which a rival, an alibi, a doubt or a contradiction was settled are all gone, the settlement goes, because it
rested on nothing else in the file.  Every other subject, value and address stays as it is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from gaoyao.dossier.chain import MAIN
from gaoyao.dossier.declared import Declared
from gaoyao.dossier.edges import references
from gaoyao.dossier.log import in_order
from gaoyao.dossier.model import Address, Assertion, Basis
from gaoyao.dossier.view import Live, View, resolve
from gaoyao.dossier.vocabulary import KINDS, Alibi, Conflict, Doubt, Item, Rival, Ruling
from gaoyao.logic.tree import Field, FieldType
from gaoyao.logic.truth import Why

SETTLED_BY: tuple[tuple[Field, Field, frozenset[str]], ...] = (
    (Rival.excluded_by, Rival.status, frozenset({"excluded"})),
    (Conflict.support, Conflict.status, frozenset({"excluded_one", "explained", "supplemented"})),
    (Doubt.items, Doubt.status, frozenset({"removed", "unreasonable"})),
    (Alibi.items, Alibi.status, frozenset({"refuted"})),
)
"""The list of items a register entry was settled by, the settlement, and the values that are settlements."""

Cells = dict[str, dict[str, Live]]


class Fallen(NamedTuple):
    """Something of the registers that went or changed with the items: kind, subject, the field that was emptied."""

    kind: str
    subject: str
    field: str


class Without(View):
    """A view made from another one; `fallen` tells which register entries went or changed, in the file's order."""

    __slots__ = ("fallen",)

    def __init__(self, view: View, declared: Declared, cells: Cells, fallen: tuple[Fallen, ...]) -> None:
        self.parts = view.parts
        self.log = view.log
        self._declared = declared
        self.cells = cells
        self.fallen = fallen


class Removal:
    """Reads once which cells name which items, so that many removals from one view are cheap."""

    def __init__(self, view: View) -> None:
        self.view = view
        self._named: dict[str, dict[tuple[str, str], None]] = {}
        self._records: dict[tuple[str, str], list[Assertion]] = {}
        dead: set[str] = set()
        chains = [view.log.chain(*key) for key in in_order(view.parts & view.log.parts)]
        dead.update(*(chain.dead for chain in chains))
        lists = {
            (field.kind, field.name): field
            for kind in KINDS.values()
            for field in kind.fields.values()
            if field.type is FieldType.REFS and Item.kind in field.target.split("|")
        }
        for chain in chains:
            for records in chain.records:
                for record in records:
                    if (record.kind, record.field) in lists and not record.retracts and record.id not in dead:
                        self._note(f"{record.kind}.{record.field}", record)

    def _note(self, path: str, record: Assertion) -> None:
        if self.view.kind(record.subject) != record.kind:
            return
        self._records.setdefault((path, record.subject), []).append(record)
        for named in record.value if isinstance(record.value, tuple) else ():
            self._named.setdefault(str(named), {})[path, record.subject] = None

    def names(self, item: str) -> tuple[tuple[str, str], ...]:
        """The cells (path of the field, subject) whose lists name the item."""
        return tuple(self._named.get(item, ()))

    def without(self, items: Collection[str]) -> Without:
        """The view without these items.  An id that is no item of the view is passed over."""
        return self._made({one for one in items if self.view.kind(one) == Item.kind}, leaving=True)

    def unreferred(self, items: Collection[str]) -> Without:
        """The same register entries as `without`, with the items themselves still in place."""
        return self._made({one for one in items if self.view.kind(one) == Item.kind}, leaving=False)

    def _made(self, items: set[str], leaving: bool) -> Without:
        changed: Cells = {}
        fallen: list[Fallen] = []
        gone = self._below(items) if leaving else set()
        touched = dict.fromkeys(cell for item in items for cell in self._named.get(item, ()))
        for path, subject in touched:
            if subject in gone:
                continue
            field = _field(path)
            before = self.view.live(field, subject)
            after = _less(self._records[path, subject], items, field)
            changed.setdefault(path, {})[subject] = after
            left, had = len(references(after)), len(references(before))
            if path == Conflict.items.path and left < min(2, had):
                gone.add(subject)
                fallen.append(Fallen(Conflict.kind, subject, "items"))
            elif had and not left:
                fallen.append(Fallen(field.kind, subject, field.name))
        for listed, status, settled in SETTLED_BY:
            for entry in fallen:
                if (entry.kind, entry.field) == (listed.kind, listed.name):
                    live = self.view.live(status, entry.subject)
                    if live.value in settled:
                        changed.setdefault(status.path, {})[entry.subject] = Live(
                            None, Why.NOT_ENTERED, None, None
                        )
        order = {subject: number for number, subject in enumerate(self.view.kinds)}
        fallen.sort(key=lambda entry: (order[entry.subject], entry.field))
        return Without(self.view, self._declared(gone), self._cells(gone, changed), tuple(fallen))

    def _below(self, items: set[str]) -> set[str]:
        """The items and everything nested in them."""
        out = set(items)
        waiting = [(kind, item) for item in items for kind in _INSIDE]
        for kind, parent in waiting:
            out.update(self.view.children(kind, parent))
        return out

    def _declared(self, gone: set[str]) -> Declared:
        made, kinds = Declared(), self.view.kinds
        made.kinds = (
            {subject: kind for subject, kind in kinds.items() if subject not in gone} if gone else dict(kinds)
        )
        made.parents = {subject: self.view.parent(subject) for subject in made.kinds}
        return made

    def _cells(self, gone: set[str], changed: Cells) -> Cells:
        lost = {KINDS[self.view.kind(subject)] for subject in gone}
        paths = {field.path for kind in lost for field in kind.fields.values()} | changed.keys()
        cells = dict(self.view.cells)
        for path in paths & cells.keys():
            column = {s: live for s, live in cells[path].items() if s not in gone}
            for subject, live in changed.get(path, {}).items():
                if subject in column and live.first is None:
                    del column[subject]
                elif subject in column:
                    column[subject] = live
            if column:
                cells[path] = column
            else:
                del cells[path]
        return cells


_INSIDE = tuple(name for name, kind in KINDS.items() if kind.parent == Item.kind)


def _field(path: str) -> Field:
    kind, _, name = path.partition(".")
    return KINDS[kind].fields[name]


def _less(records: list[Assertion], items: set[str], field: Field) -> Live:
    """The live value of a list once the items are taken out of every record of it."""
    left = []
    for record in records:
        if isinstance(record.value, tuple) and not items.isdisjoint(record.value):
            record = record._replace(value=tuple(str(one) for one in record.value if one not in items))
        left.append(record)
    return resolve(left, field)


def excluded(view: View, items: Iterable[str]) -> Without:
    """The view as if a ruling had excluded these items.  They stay in the file, with the ruling."""
    made, kinds = Declared(), view.kinds
    made.kinds, made.parents = dict(kinds), {subject: view.parent(subject) for subject in kinds}
    column = dict(view.cells.get(Ruling.outcome.path, {}))
    for item in items:
        subject = f"{item}/{Ruling.key}#{len(view.children(Ruling.kind, item)) + 1}"
        made.kinds[subject], made.parents[subject] = Ruling.kind, item
        where = Address(file=_file_of(view, item))
        part, owner = MAIN
        record = Assertion(
            "", part, owner, 0, subject, Ruling.kind, Ruling.outcome.name, "excluded", Basis.STATED, where
        )
        column[subject] = Live("excluded", Why.KNOWN, Basis.STATED, record)
    return Without(
        view, made, {**view.cells, Ruling.outcome.path: column} if column else dict(view.cells), ()
    )


def _file_of(view: View, item: str) -> str:
    """The file in which something about the item stands; '' where nothing is entered."""
    for field in Item.fields.values():
        first = view.live(field, item).first
        if first is not None:
            return first.address.file
    return ""
