"""The append-only log of a case: assertions, per part and owner, in hash-chained revisions (design §6).

One action is one transaction is one revision.  Nothing is ever changed: a correction retracts and asserts.
A transaction that fails appends nothing.  What is written is checked at the gate against the vocabulary and
against the main part and the writer's own part only, so a message never tells what another part holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from gaoyao.dossier.chain import Chain, PartKey, part_name
from gaoyao.dossier.model import Assertion, DossierError, Revision
from gaoyao.dossier.schema import Part
from gaoyao.dossier.transaction import Transaction
from gaoyao.dossier.wire import FIRST_LINE, assertion_lines, canonical, hash_line, header_line


class Log:
    """The log of one case: a chain of revisions for every part and owner."""

    def __init__(self) -> None:
        self._chains: dict[PartKey, Chain] = {}
        self._order: list[Revision] = []

    @property
    def revisions(self) -> tuple[Revision, ...]:
        """Every revision of every part, in the order they were appended."""
        return tuple(self._order)

    @property
    def parts(self) -> frozenset[PartKey]:
        """The parts (with owner) that hold at least one revision."""
        return frozenset(self._chains)

    def chain(self, part: Part, owner: str = "") -> Chain:
        """The chain of one part; an empty one where nothing was written.  Read it, never change it."""
        return self._chains.get((part, owner)) or Chain((part, owner))

    def assertions(self, parts: Iterable[PartKey] | None = None) -> list[Assertion]:
        """The records of the given parts (default: all), main part first, each part in order of writing."""
        wanted = self.parts if parts is None else self.parts & frozenset(parts)
        return [
            record for key in in_order(wanted) for records in self._chains[key].records for record in records
        ]

    def find(self, assertion_id: str) -> Assertion | None:
        """The record with that id."""
        for chain in self._chains.values():
            found = chain.find(assertion_id)
            if found is not None:
                return found
        return None

    @property
    def heads(self) -> dict[PartKey, tuple[int, str]]:
        """The number and hash of the last revision of every part: what an anchor outside the log must keep."""
        return {key: (len(chain.revisions), chain.head) for key, chain in self._chains.items()}

    def verify(self, heads: Mapping[PartKey, tuple[int, str]] | None = None) -> list[str]:
        """Every place where the log is not as it was written, a sentence each; empty when all is well.

        A chain cannot show that its last revisions were cut off; compare with `heads` kept elsewhere for that.
        """
        out = [problem for key in in_order(self._chains) for problem in self._chains[key].problems()]
        if sorted(map(_identity, self._order)) != sorted(
            _identity(revision) for chain in self._chains.values() for revision in chain.revisions
        ):
            out.append("修改的总目录与各部分的修改不一致；有修改被删去、添加或者改动")
        for key, (number, hash_) in (heads or {}).items():
            chain = self.chain(*key)
            if len(chain.revisions) < number:
                out.append(
                    f"{part_name(key)}：应当有 {number} 次修改，只有 {len(chain.revisions)} 次；最后的修改被删去"
                )
            elif number and chain.revisions[number - 1].hash != hash_:
                out.append(f"{part_name(key)}第{number}次修改：校验值与另存的不符；日志被整体改写过")
        return out

    def until(self, numbers: Mapping[PartKey, int]) -> Log:
        """The log as it stood when each part had that many revisions (a part not named: none)."""
        out = Log()
        for revision in self._order:
            key = (revision.part, revision.part_owner)
            if revision.number <= numbers.get(key, 0):
                out.append(revision, self._chains[key].records[revision.number - 1])
        return out

    def dump(self, parts: Iterable[PartKey] | None = None) -> bytes:
        """The raw log of the given parts (default: all) as lines of canonical JSON; `raw.load` reads it back."""
        wanted = self.parts if parts is None else self.parts & frozenset(parts)
        lines = [FIRST_LINE]
        for revision in self._order:
            key = (revision.part, revision.part_owner)
            if key in wanted:
                lines.extend(self.revision_lines(revision))
        ends = [[*key, *self.heads[key]] for key in in_order(wanted)]
        lines.append(canonical({"heads": ends}))
        return "\n".join([*lines, ""]).encode()

    def revision_lines(self, revision: Revision) -> list[str]:
        """The lines of one revision: its header, its records, its hash."""
        records = self._chains[revision.part, revision.part_owner].records[revision.number - 1]
        return [header_line(revision), *assertion_lines(records), hash_line(revision.hash)]

    def begin(
        self, part: Part, actor: str, action: str, reason: str, at: str, owner: str = ""
    ) -> Transaction:
        """Start one action on one part; use it in a `with` statement.

        `at` is an ISO 8601 time given by the caller (the core has no clock); `owner` names the defence whose
        part it is.  Raises DossierError when the header is incomplete.
        """
        problems = _header_problems(part, actor, action, reason, at, owner)
        if problems:
            raise DossierError(tuple(problems))
        return Transaction(self, (part, owner), (actor, action, reason, at))

    def append(self, revision: Revision, records: list[Assertion]) -> None:
        """Append what a transaction collected.  Raises DossierError when the chain has moved on since."""
        key = (revision.part, revision.part_owner)
        chain = self._chains.get(key) or Chain(key)
        if revision.number != len(chain.revisions) + 1 or revision.previous_hash != chain.head:
            raise DossierError((f"{part_name(key)}在此期间已有别的修改；请重新读取后再作这次修改",))
        chain.append(revision, records)
        self._chains[key] = chain
        self._order.append(revision)


def _identity(revision: Revision) -> tuple[str, ...]:
    return (revision.part.value, revision.part_owner, str(revision.number), revision.hash, repr(revision))


def in_order(parts: Iterable[PartKey]) -> list[PartKey]:
    """The main part first, then the others in the fixed order of `Part` and of the owners."""
    places = {part: number for number, part in enumerate(Part)}
    return sorted(parts, key=lambda key: (places[key[0]], key[1]))


def _header_problems(part: object, actor: str, action: str, reason: str, at: str, owner: str) -> list[str]:
    if not isinstance(part, Part):
        return [f"没有“{part}”这个部分；可用的是 {'、'.join(p.value for p in Part)}"]
    given: dict[str, object] = {
        "修改人": actor,
        "所作的事": action,
        "理由": reason,
        "时间": at,
        "归属": owner,
    }
    for name, text in given.items():
        if not isinstance(text, str) or any(ord(c) < 32 or 0xD800 <= ord(c) < 0xE000 for c in text):
            return [f"{name}应当是一行文字，收到的是 {text!r}"]
    out = [f"要写明{name}" for name, text in (("修改人", actor), ("所作的事", action)) if not text.strip()]
    if (part is Part.DEFENCE) != bool(owner):
        out.append("辩护材料要写明归属哪一位辩护人或者哪一方；其他部分不写归属")
    if ":" in owner or owner != owner.strip():
        out.append(f"归属“{owner}”里不能有冒号，前后不能有空格")
    try:
        datetime.fromisoformat(at)
    except ValueError:
        out.append(f"时间“{at}”不是 2021-03-05T14:30 这样的写法")
    return out
