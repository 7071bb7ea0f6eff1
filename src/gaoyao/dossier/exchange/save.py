"""Saving: what stands in a log, as one canonical file.  Loading it gives the same content again.

The order is the vocabulary's, the spelling is fixed, the default basis and part are left out.  Written is what
stands (nothing retracted), with every source of a cell; the history stays in the log.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from gaoyao.dossier.chain import MAIN, PartKey
from gaoyao.dossier.chain import PartKey as Place
from gaoyao.dossier.declared import Declared
from gaoyao.dossier.exchange import names
from gaoyao.dossier.exchange.cells import Reference
from gaoyao.dossier.exchange.check import check
from gaoyao.dossier.exchange.emit import Block, Entry, Plain, emit
from gaoyao.dossier.exchange.moments import parse_moment, write_moment
from gaoyao.dossier.exchange.names import Word
from gaoyao.dossier.exchange.problems import Wrong
from gaoyao.dossier.exchange.quantities import parse_amount, write_amount
from gaoyao.dossier.exchange.subjects import Content, Declaration, default_place
from gaoyao.dossier.exchange.values import parse_id
from gaoyao.dossier.model import DECLARES, Absent, Address, Amount, Assertion, Basis, DossierError, Span
from gaoyao.dossier.schema import KINDS, Kind, Part
from gaoyao.logic.tree import Field, FieldType


class HasAssertions(Protocol):
    """A log, or anything else that gives the records of its parts."""

    def assertions(self, parts: Iterable[PartKey] | None = None) -> list[Assertion]:
        """The records, main part first, each part in order of writing."""
        ...


def save(log: HasAssertions, *, parts: Iterable[PartKey] | None = None, keys: str = "zh") -> str:
    """The canonical YAML text of what stands in a log (of `parts` only, where given).

    With 正卷 among the parts the text stands alone; one other part alone gives a file that is loaded together
    with the main file.  `keys` is "zh" or "en".  Raises DossierError when two parts use one id for different
    things, when a reference points at what was taken back, or for a value that the format cannot hold.
    """
    if keys not in ("zh", "en"):
        raise ValueError(f"keys 应为 zh 或 en，不是 {keys!r}")
    wanted = None if parts is None else frozenset(parts)
    home = MAIN
    if wanted and MAIN not in wanted:
        if len(wanted) > 1:
            raise DossierError(("不含正卷时一次只能保存一个分卷；请逐个保存，或者连同正卷一起保存。",))
        (home,) = wanted
    records = log.assertions(None if wanted is None else wanted | {MAIN})
    writer = _Writer(records, wanted, home, keys)
    root = writer.root()
    if writer.problems:
        raise DossierError(tuple(writer.problems))
    return emit(root)


class _Writer:
    def __init__(
        self, records: list[Assertion], wanted: frozenset[Place] | None, home: Place, keys: str
    ) -> None:
        self.keys, self.home = keys, home
        dead = {record.retracts for record in records if record.retracts}
        live = [record for record in records if not record.retracts and record.id not in dead]
        declarations = [record for record in live if record.field == DECLARES]
        declared = Declared.of(declarations, set())
        self.problems: list[str] = list(declared.clashes)
        self.kinds, self.parents = declared.kinds, declared.parents
        self.places: dict[str, list[Place]] = {}
        for record in declarations:
            places = self.places.setdefault(record.subject, [])
            if (record.part, record.part_owner) not in places:
                places.append((record.part, record.part_owner))
        self.cells: dict[tuple[str, str], list[Assertion]] = {}
        for record in live:
            ours = wanted is None or (record.part, record.part_owner) in wanted
            if ours and record.field != DECLARES and self.kinds.get(record.subject) == record.kind:
                self.cells.setdefault((record.subject, record.field), []).append(record)
        self.below: dict[tuple[str, str], list[str]] = {}
        shown = self._shown(wanted)
        for subject, kind in self.kinds.items():
            if subject in shown:
                self.below.setdefault((self.parents[subject], kind), []).append(subject)
        self.problems.extend(self._broken())

    def _shown(self, wanted: frozenset[Place] | None) -> set[str]:
        """The subjects to write: those of the wanted parts, those with cells there, and what they are nested in."""
        if wanted is None:
            return set(self.kinds)
        out = {subject for subject in self.kinds if not wanted.isdisjoint(self.places[subject])}
        waiting = [subject for subject, _ in self.cells] + list(out)
        while waiting:
            subject = waiting.pop()
            out.add(subject)
            if self.parents[subject]:
                waiting.append(self.parents[subject])
        return out

    def _broken(self) -> list[str]:
        """What could not be loaded again: references to what is gone, and circles."""
        nowhere = Address("（待保存的内容）")
        declarations = [
            Declaration(tuple(self.places[s]), KINDS[kind], s, self.parents[s], nowhere, s, True, True)
            for s, kind in self.kinds.items()
        ]
        references = [
            Reference(
                nowhere.file,
                0,
                f"{r.subject}.{field.label}",
                field,
                (r.part, r.part_owner),
                r.subject,
                target,
            )
            for records in self.cells.values()
            for r in records
            if (field := KINDS[r.kind].fields[r.field]).target and not isinstance(r.value, Absent)
            for target in (
                (r.value,) if isinstance(r.value, str) else r.value if isinstance(r.value, tuple) else ()
            )
            if isinstance(target, str)
        ]
        found, _ = check([Content(declarations, [], references, "", "")])
        return list(map(str, found))

    def word(self, word: Word) -> str:
        return word.show(self.keys)

    def root(self) -> Block:
        block = Block()
        block.add(self.word(names.FORMAT), Plain(str(names.VERSION)))
        if self.home != MAIN:
            block.add(self.word(names.PART), self._part(self.home))
        for kind in names.top_kinds():
            self._kind(block, kind, "", None)
        return block

    # ---------------------------------------------------------------- subjects

    def _kind(self, block: Block, kind: type[Kind], parent: str, inherited: Place | None) -> None:
        subjects = self.below.get((parent, kind.kind), [])
        if not subjects:
            return
        prefix = f"{parent}/{kind.key}" if parent else kind.key
        key = names.shown(kind, self.keys)
        if kind.single:
            automatic = f"{prefix}#1" if parent else kind.kind
            if len(subjects) > 1:
                self.problems.append(
                    f"“{kind.label}”至多一个，却有 {'、'.join(subjects)}；请在分卷之间协调后再保存"
                )
            block.add(key, self._subject(kind, subjects[0], automatic, inherited))
            return
        items: list[Entry] = [
            self._subject(kind, subject, f"{prefix}#{n}", inherited)
            for n, subject in enumerate(subjects, start=1)
        ]
        block.add(key, items)

    def _subject(self, kind: type[Kind], subject: str, automatic: str, inherited: Place | None) -> Block:
        block = Block()
        added = self.home != MAIN and MAIN in self.places[subject]
        if subject != automatic or (self.home != MAIN and not kind.single):
            block.add(names.ID.en, self._id(subject, subject))
        places = [place for place in self.places[subject] if not added or place != MAIN]
        usual = inherited or default_place(kind, self.home)
        own: Place | None = None
        if places and (added or len(places) > 1 or places[0] != usual):
            own = places[0]
            shown = tuple(self._part(place) for place in places)
            block.add(self.word(names.PART), shown if len(shown) > 1 else shown[0])
        place = places[0] if places else usual
        for field in kind.fields.values():
            records = self.cells.get((subject, field.name))
            if records:
                key = field.name if self.keys == "en" else field.label
                block.add(key, self._cell(field, records, place))
        for child in names.KEYS[kind.kind].children:
            self._kind(block, child, subject, own or inherited)
        return block

    def _id(self, text: str, subject: str) -> str:
        try:
            return parse_id(text)
        except Wrong as wrong:
            self.problems.append(f"{subject}：{wrong}")
            return text

    def _part(self, place: Place) -> str:
        part, owner = place
        name = part.value if self.keys == "en" else part.label
        return f"{name}:{owner}" if part is Part.DEFENCE else name

    # ---------------------------------------------------------------- cells

    def _cell(self, field: Field, records: list[Assertion], place: Place) -> Entry:
        entries = [self._one(field, record, place) for record in records]
        if len(entries) == 1:
            return entries[0]
        block = Block()
        block.add(self.word(names.SOURCES), entries)
        return block

    def _one(self, field: Field, record: Assertion, place: Place) -> Entry:
        value = record.value
        extras = self._extras(record, place)
        if isinstance(value, Absent):
            return self._absent(value, extras)
        try:
            entry, as_written = self._value(field, value)
        except Wrong as wrong:
            self.problems.append(f"{record.subject} 的“{field.label}”：{wrong}")
            return ""
        literal = field.type is FieldType.TEXT and value in names.ABSENT_WORDS
        if not extras.pairs and as_written is None and not literal:
            return entry
        block = Block()
        block.add(self.word(names.TEXT if literal else names.VALUE), entry)
        if as_written is not None:
            block.add(self.word(names.AS_WRITTEN), as_written)
        block.pairs.extend(extras.pairs)
        return block

    def _absent(self, value: Absent, extras: Block) -> Entry:
        word = names.ABSENT[value.why]
        if not value.note and not extras.pairs:
            return Plain(self.word(word))
        block = Block()
        block.add(self.word(word), value.note)
        block.pairs.extend(extras.pairs)
        return block

    def _value(
        self, field: Field, value: bool | str | tuple[str, ...] | Amount | Span
    ) -> tuple[Entry, str | None]:
        """The value as written, and the original wording where it cannot be read back from that."""
        if isinstance(value, bool):
            yes = "true" if self.keys == "en" else "是"
            no = "false" if self.keys == "en" else "否"
            return Plain(yes if value else no), None
        if isinstance(value, Span):
            if _reads_as_span(value):
                return Plain(value.text), None
            return Plain(write_moment(value)), value.text
        if isinstance(value, Amount):
            if _reads_as_amount(value, field.unit):
                return Plain(value.text), None
            return Plain(write_amount(value)), value.text
        if not isinstance(value, str):
            return tuple(parse_id(text) if field.type is FieldType.REFS else text for text in value), None
        if field.type is FieldType.CHOICE:
            return (value if self.keys == "en" else dict(field.options)[value]), None
        return (parse_id(value) if field.type is FieldType.REF else value), None

    def _extras(self, record: Assertion, place: Place) -> Block:
        block = Block()
        address = record.address
        if record.basis is not Basis.STATED:
            block.add(self.word(names.BASIS), self.word(names.BASES[record.basis]))
        for word, text in (
            (names.PAGE, address.page),
            (names.QUOTE, address.quote),
            (names.FILE, address.sha256),
            (names.REASON, record.note),
        ):
            if text:
                block.add(self.word(word), text)
        if record.confidence is not None:
            block.add(self.word(names.CONFIDENCE), Plain(repr(record.confidence)))
        if address.box is not None:
            block.add(self.word(names.BOX), tuple(map(str, address.box)))
        for word, number in ((names.START, address.start), (names.END, address.end)):
            if number is not None:
                block.add(self.word(word), Plain(str(number)))
        here = (record.part, record.part_owner)
        if here != place:
            block.add(self.word(names.PART), self._part(here))
        return block


def _reads_as_span(value: Span) -> bool:
    try:
        return parse_moment(value.text) == value
    except Wrong:
        return False


def _reads_as_amount(value: Amount, unit: str) -> bool:
    try:
        return parse_amount(value.text, unit) == value
    except Wrong:
        return False
