"""One action on one part of the log: what it collects, how it is checked, and how it becomes a revision."""

from __future__ import annotations

from dataclasses import replace
from types import TracebackType
from typing import Protocol

from gaoyao.dossier.chain import MAIN, Chain, PartKey, id_prefix, part_name
from gaoyao.dossier.declared import Declared
from gaoyao.dossier.gate import (
    CHECKED,
    WrongValueError,
    check_absent,
    check_address,
    check_for,
    checks,
    where,
)
from gaoyao.dossier.model import DECLARES, Absent, Address, Assertion, Basis, DossierError, Revision, Value
from gaoyao.dossier.schema import Part
from gaoyao.dossier.vocabulary import KINDS
from gaoyao.dossier.wire import NOWHERE, revision_hash

_new = tuple.__new__

NEVER_REMOVED = frozenset(("conflict", "rival", "alibi", "doubt", "favourable", "trace"))
"""Register entries and traces: their content may be corrected, the entry stays."""


class Appendable(Protocol):
    """What a transaction needs of the log."""

    def chain(self, part: Part, owner: str = "") -> Chain:
        """The chain of one part."""

    def append(self, revision: Revision, records: list[Assertion]) -> None:
        """Append a finished revision."""


class Transaction:
    """One action on one part.  Collects assertions; appended as one revision when the `with` block ends well.

    Every method raises DossierError at once; where the caller goes on after such an error, to collect them
    all, the end of the block raises them again together, and nothing is appended.
    """

    __slots__ = ("_chain", "_dead", "_declared", "_gone", "_header", "_key", "_log", "_main", "_number", "_open",
                 "_owner", "_part", "_prefix", "_problems", "_records", "_references", "_seen_main", "_stale", "revision")  # fmt: skip

    def __init__(self, log: Appendable, key: PartKey, header: tuple[str, str, str, str]) -> None:
        self._log, self._key, self._header = log, key, header
        self._part, self._owner = key
        self._chain = log.chain(*key)
        self._main = log.chain(*MAIN)
        self._seen_main = self._main.head
        self._dead = set(self._chain.dead)
        self._records: list[Assertion] = []
        self._references: list[tuple[Assertion, frozenset[str]]] = []
        self._problems: list[str] = []
        self._number = len(self._chain.revisions) + 1
        self._prefix = id_prefix(key, self._number)
        self._declared, self._stale = self._read_declared(), False
        self._open = True
        self.revision: Revision | None = None
        """The revision appended; None before the end, and where nothing was collected."""

    def _read_declared(self) -> Declared:
        """What stands in the main part and the own part, with what this transaction has done so far."""
        dead = self._dead | self._main.dead
        chains = [self._main] if self._key == MAIN else [self._main, self._chain]
        known = [record for chain in chains for record in chain.declarations]
        known.extend(record for record in self._records if record.field == DECLARES and not record.retracts)
        self._gone = {record.subject for record in known if record.id in dead} if dead else set[str]()
        return Declared.of(known, dead)

    @property
    def _standing(self) -> Declared:
        if self._stale:
            self._declared, self._stale = self._read_declared(), False
        return self._declared

    def __enter__(self) -> Transaction:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open, was_open = False, self._open
        if kind is not None or not was_open:
            return
        self._check_references()
        if self._problems:
            raise DossierError(tuple(self._problems))
        if self._records:
            self._commit()

    def _commit(self) -> None:
        if self._log.chain(*MAIN).head != self._seen_main:
            raise DossierError(("正卷在此期间已有别的修改；请重新读取后再作这次修改",))
        draft = Revision(
            self._part, self._owner, self._number, *self._header, previous_hash=self._chain.head, hash=""
        )
        try:
            hash_ = revision_hash(draft, self._records)
        except UnicodeEncodeError as error:
            raise DossierError(
                (
                    f"文字里有不成对的代用字符，不能保存：{error.object[max(0, error.start - 10) : error.start]!r} 之后",
                )
            ) from error
        self.revision = replace(draft, hash=hash_)
        self._log.append(self.revision, self._records)

    def _refuse(self, message: str, address: object = NOWHERE) -> DossierError:
        place = where(address) if isinstance(address, Address) else ""
        self._problems.append(place + message)
        return DossierError((place + message,))

    def _add(self, subject: str, kind: str, value: str, basis: Basis, address: Address, field: str = DECLARES,
             note: str = "", retracts: str = "") -> str:  # fmt: skip
        """Collect a declaration or a retraction (`put` does the same in line: it is the hot path)."""
        number = f"{self._prefix}{len(self._records) + 1}"
        self._records.append(Assertion(
            number, self._part, self._owner, self._number, subject, kind, field, value, basis, address, None, note, retracts
        ))  # fmt: skip
        return number

    def _check_open(self) -> None:
        if not self._open:
            raise DossierError(("这次修改已经结束；请重新 begin",))

    def declare(self, kind: str, subject: str, parent: str = "", address: Address = NOWHERE) -> str:
        """Say that a subject exists, under `parent` where the kind is nested.  Returns the assertion's id.

        To say it again with the same kind and parent is allowed.  Raises DossierError for an unknown kind, a
        bad id, a missing or wrong parent, a second kind or parent, or a second subject of a single kind.
        """
        self._check_open()
        try:
            checks(kind)
            check_address(address)
        except WrongValueError as error:
            raise self._refuse(str(error), address) from error
        problem = _bad_id(subject) or self._misdeclared(kind, subject, parent)
        if problem:
            raise self._refuse(problem, address)
        number = self._add(subject, kind, parent, Basis.STATED, address)
        if subject in self._gone:
            self._stale = True  # what was nested in it comes back with it
        elif subject not in self._standing.kinds:
            self._standing.add(subject, kind, parent)
        return number

    def _misdeclared(self, kind: str, subject: str, parent: str) -> str:
        own, kinds = KINDS[kind], self._standing.kinds
        known = kinds.get(subject)
        if known is not None and known != kind:
            return f"编号“{subject}”已登记为“{KINDS[known].label}”，不能再登记为“{own.label}”；请换一个编号"
        if known is not None:
            before = self._standing.parents[subject]
            return (
                "" if before == parent else f"“{subject}”已登记在“{before}”之下，不能再登记在“{parent}”之下"
            )
        if not own.parent:
            if parent:
                return f"“{own.label}”不属于别的对象，不能登记在“{parent}”之下"
        elif kinds.get(parent) != own.parent:
            above = KINDS[own.parent].label
            return f"“{own.label}”“{subject}”要登记在一个“{above}”之下；“{parent}”不是已登记的“{above}”"
        taken = self._standing.single(kind, parent) if own.single else None
        if taken is not None:
            return f"{parent or '一件案件的卷宗'}只能有一个“{own.label}”，已登记的是“{taken}”；“{subject}”要写到它里面，或者先撤回它"
        return ""

    def put(
        self, kind: str, subject: str, field: str, value: Value, basis: Basis = Basis.STATED,
        address: Address = NOWHERE, confidence: float | None = None, note: str = "",
    ) -> str:  # fmt: skip
        """Assert one value of one cell; returns the assertion's id.

        References are checked at the end of the block, so they may point forward.  Raises DossierError.
        """
        if not self._open:
            self._check_open()
        if (self._standing if self._stale else self._declared).kinds.get(subject) != kind:
            raise self._refuse(self._undeclared(kind, subject, field), address)
        try:
            check, targets = CHECKED[kind][field]
            value = check_absent(value) if type(value) is Absent else check(value)
            if address is not NOWHERE:
                check_address(address)
            if confidence is not None or note or basis is not Basis.STATED:
                _check_manner(basis, address, confidence, note)
        except KeyError:
            raise self._refuse(self._undeclared(kind, subject, field), address) from None
        except WrongValueError as error:
            raise self._refuse(_about(kind, subject, field) + str(error), address) from error
        records = self._records
        number = f"{self._prefix}{len(records) + 1}"
        record = _new(Assertion, (
            number, self._part, self._owner, self._number, subject, kind, field, value, basis, address, confidence, note, "",
        ))  # fmt: skip
        records.append(record)
        if targets and type(value) is not Absent:
            self._references.append((record, targets))
        return number

    def declared(self, kind: str, subject: str) -> bool:
        """Does the subject stand, as that kind, with what this transaction has done so far?"""
        return self._standing.kinds.get(subject) == kind

    def _undeclared(self, kind: str, subject: str, field: str) -> str:
        try:
            check_for(kind, field)
        except WrongValueError as error:
            return str(error)
        label, known = KINDS[kind].label, self._standing.kinds.get(subject)
        if known is None:
            return f"没有登记编号为“{subject}”的“{label}”，或者它已被撤回；先登记（declare），再录入它的内容"
        return f"编号“{subject}”登记的是“{KINDS[known].label}”，不是“{label}”"

    def _check_references(self) -> None:
        kinds = self._standing.kinds
        for record, allowed in self._references:
            if record.id in self._dead:
                continue
            named = (record.value,) if isinstance(record.value, str) else record.value
            for target in named if isinstance(named, tuple) else ():
                about = where(record.address) + _about(record.kind, record.subject, record.field)
                labels = "或".join(f"“{KINDS[kind].label}”" for kind in sorted(allowed))
                if target == record.subject:
                    self._problems.append(f"{about}“{target}”指向了自己")
                elif kinds.get(str(target)) not in allowed:
                    self._problems.append(f"{about}应当指向一个{labels}；没有登记这样的“{target}”")

    def retract(self, assertion_id: str, reason: str) -> str:
        """Take an assertion of the same part back; returns the id of the retraction.

        Taking back a declaration takes the subject and all that is nested in it away.  Raises DossierError
        for an empty reason, an unknown id, one already taken back, a retraction, or the declaration of a register
        entry (NEVER_REMOVED): those are disposed of, never removed.
        """
        self._check_open()
        if _blank(reason):
            raise self._refuse(f"撤回“{assertion_id}”要写明理由")
        target = self._chain.find(assertion_id)
        if target is None and assertion_id.startswith(self._prefix):
            target = next((record for record in self._records if record.id == assertion_id), None)
        if target is None:
            raise self._refuse(
                f"{part_name(self._key)}里没有编号为“{assertion_id}”的记录，不能撤回；只能撤回同一部分的记录"
            )
        if target.retracts:
            raise self._refuse(f"“{assertion_id}”本身是一次撤回，不能再撤回；要恢复原来的内容，请重新录入")
        if assertion_id in self._dead:
            raise self._refuse(f"“{assertion_id}”已经撤回过了")
        if target.field == DECLARES and target.kind in NEVER_REMOVED:
            label = KINDS[target.kind].label
            raise self._refuse(
                f"“{label}”{target.subject} 已经登记，不能删去，只能处理并写明理由；登记有误的，更正它的内容并写明理由"
            )
        number = self._add(
            target.subject, target.kind, "", target.basis, NOWHERE, target.field, reason, assertion_id
        )
        self._dead.add(assertion_id)
        if target.field == DECLARES:
            self._stale = True
        return number


def _blank(text: object) -> bool:
    return not isinstance(text, str) or not text.strip()


def _bad_id(subject: object) -> str:
    if not isinstance(subject, str) or not subject or subject != subject.strip():
        return f"编号应当是一段文字，前后没有空格，收到的是 {subject!r}"
    if len(subject) > 200 or any(ord(character) < 32 for character in subject):
        return f"编号太长或者有换行等控制字符：{subject[:40]!r}"
    return ""


def _check_manner(basis: object, address: Address, confidence: object, note: object) -> None:
    if not isinstance(basis, Basis):
        raise WrongValueError(f"依据应当是 {'、'.join(b.label for b in Basis)} 之一，收到的是 {basis!r}")
    if basis is Basis.READ and address == NOWHERE:
        raise WrongValueError("机器读取的值必须写明出处：文件和行，或者页码")
    if confidence is not None and not (isinstance(confidence, float) and 0 <= confidence <= 1):
        raise WrongValueError(f"识别把握应当是 0 到 1 之间的小数，收到的是 {confidence!r}")
    if not isinstance(note, str):
        raise WrongValueError(f"说明应当是文字，收到的是 {note!r}")


def _about(kind: str, subject: str, field: str) -> str:
    found = KINDS.get(kind)
    label = found.label if found else str(kind)
    known = found.fields.get(field) if found else None
    called = f"“{known.label}”（{kind}.{field}）" if known is not None else f"{kind}.{field}"
    return f"{label} {subject} 的{called}："
