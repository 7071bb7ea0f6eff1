"""Merge a reading into a case: new assertions are added, what people entered wins, what the machine takes back is said.

Three sets: `mine`, the case as it stands; `theirs`, the new reading; `base`, what the last reading gave (with the ids
it got in the case).  With `base` it can be seen what a person changed or deleted; without it only by the basis.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from gaoyao.dossier.chain import MAIN, PartKey
from gaoyao.dossier.log import Log
from gaoyao.dossier.model import Absent, Amount, Assertion, Basis, Revision, Span, Value
from gaoyao.dossier.schema import Part
from gaoyao.dossier.transaction import NEVER_REMOVED, Transaction
from gaoyao.dossier.vocabulary import KINDS, Case, Mismatch
from gaoyao.intake.merging.matching import match
from gaoyao.intake.merging.standing import Standing, meaning, names, standing

ACTOR, ACTION = "皋陶（机器读取）", "再次读取卷宗并入"
SUPERSEDED = "再次读取时不再提出"
COUNT = (Case.kind, Case.unread_pages.name)
"""The number of unread pages: what a person said of it may be older than the papers that came since."""


@dataclass(slots=True)
class Notes:
    """What happened, in Chinese lines: added subjects, added values, kept, conflicting, superseded, removed files."""

    subjects: list[str] = field(default_factory=list)
    values: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    conflicts: list[str] = field(default_factory=list)
    superseded: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    files_gone: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Merged:
    """The plan of a merge: declarations, values and retractions for the main part, the next base, and the notes."""

    declare: list[tuple[str, str, str]] = field(default_factory=list)
    put: list[Assertion] = field(default_factory=list)
    retract: dict[str, None] = field(default_factory=dict)
    base: list[tuple[str, str, str]] = field(default_factory=list)
    base_values: list[Assertion] = field(default_factory=list)
    notes: Notes = field(default_factory=Notes)

    @property
    def changes(self) -> bool:
        """Does the case change at all?"""
        return bool(self.declare or self.put or self.retract)


def merge(
    mine: Log,
    theirs: Log,
    base: Log | None = None,
    read: Collection[str] | None = None,
    parts: Iterable[PartKey] = (MAIN,),
    prefix: str = "",
) -> Merged:
    """Plan the merge of a reading.  `read`: the sha256 of every file that was read now (default: those cited);
    `parts`: those of `mine` that count as the case; `prefix`: what the ids of new subjects begin with.

    Pure: none of the logs is changed.
    """
    last = standing(base) if base is not None else None
    return _Merge(standing(mine, parts), standing(theirs), last, read, prefix).run()


def apply(
    merged: Merged, mine: Log, reason: str, at: str, part: PartKey = MAIN, actor: str = ACTOR
) -> Revision | None:
    """Append the plan to the case as one revision of one part; None where there is nothing to append.

    Raises DossierError.
    """
    with mine.begin(part[0], actor, ACTION, reason, at, part[1]) as change:
        for kind, subject, parent in merged.declare:
            change.declare(kind, subject, parent)
        for number in merged.retract:
            change.retract(number, SUPERSEDED)
        _write(change, merged.put)
    return change.revision


def next_base(merged: Merged, reason: str, at: str) -> Log:
    """The reading with the ids of the case: what the next merge compares with."""
    log = Log()
    with log.begin(Part.MAIN, ACTOR, ACTION, reason, at) as change:
        for kind, subject, parent in merged.base:
            change.declare(kind, subject, parent)
        _write(change, merged.base_values)
    return log


def _write(change: Transaction, values: list[Assertion]) -> None:
    for one in values:
        change.put(
            one.kind, one.subject, one.field, one.value, one.basis, one.address, one.confidence, one.note
        )


class _Merge:
    def __init__(
        self,
        mine: Standing,
        theirs: Standing,
        base: Standing | None,
        read: Collection[str] | None,
        prefix: str = "",
    ) -> None:
        self.mine, self.theirs, self.base = mine, theirs, base
        cited = {one.address.sha256 for rows in theirs.cells.values() for one in rows}
        self.read = (set(read) if read is not None else cited) | {""}
        self.out, self.prefix = Merged(), prefix
        self.ids: dict[str, str] = {}
        self.deleted: set[str] = set()

    def run(self) -> Merged:
        self._match()
        for subject in self.theirs.subjects:
            self._subject(subject)
        self._not_read_again()
        return self.out

    # ------------------------------------------------------------ subjects

    def _match(self) -> None:
        """Ids in the case for every subject of the reading: through the base, then by what stands in the case."""
        if self.base is not None:
            self.ids = match(self.theirs, self.base, self.base.subjects)
        taken = set(self.ids.values())
        free = [
            one
            for one in self.mine.subjects
            if one not in taken and (self.base is None or one not in self.base.subjects)
        ]
        self.ids = match(self.theirs, self.mine, frozenset(free), self.ids)
        used = {
            *self.mine.subjects,
            *self.ids.values(),
            *(self.base.subjects if self.base is not None else ()),
        }
        for subject, (kind, parent) in self.theirs.subjects.items():
            if (
                self.base is not None
                and self.ids.get(subject) in self.base.subjects
                and self.ids[subject] not in self.mine.subjects
            ):
                self.deleted.add(subject)
            if parent in self.deleted:
                self.deleted.add(subject)
            if subject not in self.ids:
                self.ids[subject] = self._new_id(subject, kind, parent, used)
                used.add(self.ids[subject])

    def _new_id(self, subject: str, kind: str, parent: str, used: set[str]) -> str:
        if parent and KINDS[kind].single:
            own = [one for one, told in self.mine.subjects.items() if told == (kind, self.ids[parent])]
            return own[0] if own else f"{self.ids[parent]}-{kind}"
        subject = f"{self.prefix}{subject}"
        if subject not in used:
            return subject
        letters = subject.rstrip("0123456789") or subject
        number = 1 + max(
            (
                int(one[len(letters) :])
                for one in used
                if one.startswith(letters) and one[len(letters) :].isdecimal()
            ),
            default=0,
        )
        return f"{letters}{number}"

    def _subject(self, subject: str) -> None:
        kind, parent = self.theirs.subjects[subject]
        target, above = self.ids[subject], self.ids.get(parent, "")
        self.out.base.append((kind, target, above))
        rows = {
            name: self._mapped(subject, name)
            for name in KINDS[kind].fields
            if (subject, name) in self.theirs.cells
        }
        for values in rows.values():
            self.out.base_values += values
        if subject in self.deleted:
            if parent not in self.deleted:
                self._note_deleted(kind, target, rows)
            return
        if target not in self.mine.subjects:
            self.out.declare.append((kind, target, above))
            self.out.notes.subjects.append(f"{KINDS[kind].label} {target}{_shown(rows)}")
        for name, values in rows.items():
            self._cell(kind, target, name, [one for one in values if self._points_somewhere(kind, one)])
        for name in KINDS[kind].fields:
            if name not in rows and (target, name) in self.mine.cells:
                self._taken_back(kind, target, name, self.mine.cells[target, name], [])

    def _note_deleted(self, kind: str, target: str, rows: dict[str, list[Assertion]]) -> None:
        before = {meaning(one.value) for one in self.base.of(target)} if self.base is not None else set()
        if any(meaning(one.value) not in before for values in rows.values() for one in values):
            self.out.notes.deleted.append(
                f"{KINDS[kind].label} {target}{_shown(rows)}：人已删去，这次读到的内容有变，没有加回"
            )

    def _mapped(self, subject: str, name: str) -> list[Assertion]:
        """The assertions of a cell with the ids of the case."""
        target = self.ids[subject]
        kind = self.theirs.subjects[subject][0]
        reference = name in names(kind)
        return [
            replace_ids(one, target, self.ids if reference else {})
            for one in self.theirs.cells[subject, name]
        ]

    def _points_somewhere(self, kind: str, one: Assertion) -> bool:
        """A value that refers to what a person deleted is not proposed."""
        if one.field not in names(kind):
            return True
        gone = {self.ids[subject] for subject in self.deleted}
        wanted = one.value if isinstance(one.value, tuple) else (one.value,)
        return gone.isdisjoint(str(part) for part in wanted)

    # ------------------------------------------------------------ cells

    def _cell(self, kind: str, target: str, name: str, values: list[Assertion]) -> None:
        records = self.mine.cells.get((target, name), [])
        before = self.base.cells.get((target, name), []) if self.base is not None else []
        new = {repr(meaning(one.value)) for one in values}
        if self._persons(target, records, before):
            if new - {repr(meaning(one.value)) for one in (*records, *before)}:
                own = "、".join(plain_text(one.value) for one in records) or "（已删去）"
                self.out.notes.kept.append(
                    f"{_where(kind, target, name)}：保留“{own}”，这次读到“{'、'.join(plain_text(one.value) for one in values)}”"
                )
            if (kind, name) == COUNT:
                self._recount(records, values)
            return
        known = {(repr(meaning(one.value)), one.address.sha256) for one in records}
        added = [one for one in values if (repr(meaning(one.value)), one.address.sha256) not in known]
        self._taken_back(kind, target, name, records, values)
        self.out.put += added
        fresh = new - {repr(meaning(one.value)) for one in records}
        if records and fresh:
            kept = [one for one in records if one.id not in self.out.retract]
            listed = self.out.notes.conflicts if kept else self.out.notes.values
            listed.append(
                f"{_where(kind, target, name)}：{'、'.join(plain_text(one.value) for one in records)} → {'、'.join(plain_text(one.value) for one in added)}"
            )
        elif fresh and target in self.mine.subjects:
            self.out.notes.values.append(
                f"{_where(kind, target, name)}：{'、'.join(plain_text(one.value) for one in added)}"
            )

    def _recount(self, records: list[Assertion], values: list[Assertion]) -> None:
        """A person's number of unread pages stays; beside it stands what the machine counts now, not what it counted before."""
        counted = {repr(meaning(one.value)) for one in values}
        machine = [one for one in records if one.basis is Basis.READ]
        said = {repr(meaning(one.value)) for one in machine}
        self.out.retract.update((one.id, None) for one in machine if repr(meaning(one.value)) not in counted)
        self.out.put += [one for one in values if repr(meaning(one.value)) not in said]

    def _persons(self, target: str, records: list[Assertion], before: list[Assertion]) -> bool:
        """Did a person enter, change or delete this cell?"""
        if any(one.basis is not Basis.READ for one in records):
            return True
        if self.base is None or target not in self.base.subjects:
            return False
        own, last = ({repr(meaning(one.value)) for one in rows} for rows in (records, before))
        return own != last

    def _taken_back(
        self, kind: str, target: str, name: str, records: list[Assertion], values: list[Assertion]
    ) -> None:
        """Machine values of files that were read again and do not give them any more."""
        before = self.base.cells.get((target, name), []) if self.base is not None else records
        if self._persons(target, records, before):
            return
        again = {(repr(meaning(one.value)), one.address.sha256) for one in values}
        for one in records:
            if (
                one.basis is Basis.READ
                and one.address.sha256 in self.read
                and (repr(meaning(one.value)), one.address.sha256) not in again
            ):
                if one.address.sha256 == "" and not values:
                    continue
                self.out.retract[one.id] = None
                self.out.notes.superseded.append(f"{_where(kind, target, name)}：“{plain_text(one.value)}”")

    def _not_read_again(self) -> None:
        """Files that are gone, and subjects that no paper gives any more: kept, and said."""
        matched = set(self.ids.values())
        gone: dict[str, str] = {}
        for subject, (kind, parent) in self.mine.subjects.items():
            rows = self.mine.of(subject)
            for one in rows:
                if one.basis is Basis.READ and one.address.sha256 not in self.read:
                    gone.setdefault(one.address.sha256, one.address.page.rsplit(" ", 1)[0])
            lost = (
                rows
                and subject not in matched
                and parent not in self.mine.subjects
                and kind not in NEVER_REMOVED
            )
            ours = lost and all(one.basis is Basis.READ and one.address.sha256 in self.read for one in rows)
            if ours and kind == Mismatch.kind:  # the paper that was missing came: nobody has to say so
                self.out.retract.update((one.id, None) for one in rows)
                self.out.notes.superseded.append(
                    f"{KINDS[kind].label} {subject}：“{plain_text(rows[0].value)}”"
                )
            elif ours:
                self.out.notes.unread.append(
                    f"{KINDS[kind].label} {subject}：这次没有再读到，保留在案件文件里，请由人决定去留"
                )
        self.out.notes.files_gone = [
            f"{name or '（未名文件）'}（{sha[:12]}…）：文件夹里已没有这个文件，从它读到的内容保留"
            for sha, name in sorted(gone.items(), key=lambda row: row[1])
        ]


def replace_ids(one: Assertion, subject: str, ids: dict[str, str]) -> Assertion:
    """The assertion about `subject`, its references translated."""
    value: Value = one.value
    if ids and isinstance(value, str):
        value = ids.get(value, value)
    elif ids and isinstance(value, tuple) and type(value) is tuple:
        value = tuple(ids.get(str(part), str(part)) for part in value)
    return one._replace(subject=subject, value=value)


def plain_text(value: Value) -> str:
    """A value in a few words."""
    match value:
        case bool():
            return "是" if value else "否"
        case Absent(why, _):
            return why.label
        case Amount(_, _, text) | Span(_, _, text):
            return text
        case str():
            return " ".join(value.split())[:60]
    return "、".join(value)[:60]


def _where(kind: str, target: str, name: str) -> str:
    return f"{KINDS[kind].label} {target} 的{KINDS[kind].fields[name].label}"


def _shown(rows: dict[str, list[Assertion]]) -> str:
    for name in ("title", "name", "text", "value", "quote", "about"):
        if rows.get(name):
            return f"“{plain_text(rows[name][0].value)}”"
    return ""
