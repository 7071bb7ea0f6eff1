"""One part's chain: its revisions, their records, what was taken back, and the check of the whole."""

from __future__ import annotations

from gaoyao.dossier.model import DECLARES, Assertion, Revision
from gaoyao.dossier.schema import Part
from gaoyao.dossier.wire import GENESIS, revision_hash

PartKey = tuple[Part, str]
"""A part and its owner; the owner is '' except for defence parts."""

MAIN: PartKey = (Part.MAIN, "")


def part_name(key: PartKey) -> str:
    """正卷, 辩护材料（D1）: how messages call a part."""
    part, owner = key
    return f"{part.label}（{owner}）" if owner else part.label


def id_prefix(key: PartKey, number: int) -> str:
    """The beginning of the ids of a revision: part[:owner]:number: ."""
    part, owner = key
    return f"{part.value}:{owner}:{number}:" if owner else f"{part.value}:{number}:"


class Chain:
    """The revisions of one part, in order.  `dead` holds the ids of what was retracted."""

    __slots__ = ("dead", "declarations", "key", "records", "revisions")

    def __init__(self, key: PartKey) -> None:
        self.key = key
        self.revisions: list[Revision] = []
        self.records: list[list[Assertion]] = []
        self.declarations: list[Assertion] = []
        self.dead: set[str] = set()

    @property
    def head(self) -> str:
        """The hash of the last revision; 64 zeros for an empty chain."""
        return self.revisions[-1].hash if self.revisions else GENESIS

    def append(self, revision: Revision, records: list[Assertion]) -> None:
        """Append a finished revision."""
        self.revisions.append(revision)
        self.records.append(records)
        self.declarations.extend(r for r in records if r.field == DECLARES and not r.retracts)
        self.dead.update(r.retracts for r in records if r.retracts)

    def find(self, assertion_id: str) -> Assertion | None:
        """The record with that id, by its place."""
        head, _, last = assertion_id.rpartition(":")
        _, _, number = head.rpartition(":")
        if (
            not (_plain_number(number) and _plain_number(last))
            or id_prefix(self.key, int(number)) != head + ":"
        ):
            return None
        if not (
            1 <= int(number) <= len(self.records) and 1 <= int(last) <= len(self.records[int(number) - 1])
        ):
            return None
        return self.records[int(number) - 1][int(last) - 1]

    def problems(self) -> list[str]:
        """Every revision whose numbering, link, hash or records are not as they were written."""
        out: list[str] = []
        name = part_name(self.key)
        if len(self.records) != len(self.revisions):
            out.append(
                f"{name}：有 {len(self.revisions)} 次修改，却有 {len(self.records)} 组记录；有修改被删去或者添加"
            )
        previous = GENESIS
        for place, (revision, records) in enumerate(zip(self.revisions, self.records, strict=False), 1):
            at = f"{name}第{place}次修改"
            if (revision.part, revision.part_owner, revision.number) != (*self.key, place):
                out.append(
                    f"{at}：编号是 {part_name((revision.part, revision.part_owner))}第{revision.number}次；有修改被删去、添加或者调换了次序"
                )
            if revision.previous_hash != previous:
                out.append(
                    f"{at}：所记的上一次校验值与上一次修改的不符；其前有修改被删去、添加、调换或者改动"
                )
            if _hash(revision, records) != revision.hash:
                out.append(f"{at}：内容与校验值不符；其中有记录或者说明被改动、删去、添加或者调换了次序")
            out.extend(_misplaced(at, self.key, place, records))
            previous = revision.hash
        return out


def _plain_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 10


def _hash(revision: Revision, records: list[Assertion]) -> str:
    try:
        return revision_hash(revision, records)
    except (TypeError, ValueError, KeyError, IndexError):
        return ""


def _misplaced(at: str, key: PartKey, place: int, records: list[Assertion]) -> list[str]:
    prefix = id_prefix(key, place)
    for n, record in enumerate(records, 1):
        if record.id != f"{prefix}{n}" or (record.part, record.part_owner, record.revision) != (*key, place):
            return [f"{at}第{n}条：记录自称是 {record.id}；有记录被删去、添加或者调换了次序"]
    return []
