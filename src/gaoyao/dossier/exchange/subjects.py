"""From the tree of a file to declarations and values: subjects, their keys, ids, parts and nested children."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from gaoyao.dossier.chain import MAIN
from gaoyao.dossier.chain import PartKey as Place
from gaoyao.dossier.exchange import names
from gaoyao.dossier.exchange.cells import CellReader, Put, Reference
from gaoyao.dossier.exchange.names import KEYS, TOP, Keys, Word
from gaoyao.dossier.exchange.nodes import Mapping, Node, Scalar, Sequence, shape
from gaoyao.dossier.exchange.problems import Problems, Wrong
from gaoyao.dossier.exchange.values import parse_id, parse_place
from gaoyao.dossier.model import Address
from gaoyao.dossier.schema import Kind, Part
from gaoyao.logic.tree import Field

UNKNOWN_TIME = "1970-01-01T00:00"
"""The time of the revision where neither the file nor the caller says when it was entered (no clock here)."""


class Declaration(NamedTuple):
    """A subject: where it belongs, and where in the file it stands.  `explicit`: its id was written; `placed`: its part."""

    places: tuple[Place, ...]
    kind: type[Kind]
    subject: str
    parent: str
    address: Address
    path: str
    explicit: bool
    placed: bool


class Content(NamedTuple):
    """What one file says."""

    declarations: list[Declaration]
    puts: list[Put]
    references: list[Reference]
    entered_by: str
    entered_at: str


def read_content(root: Mapping, problems: Problems) -> Content:
    """Everything a (current-version) tree says.  Every problem is noted; the caller decides to raise."""
    reader = _Reader(problems)
    reader.top(root)
    return Content(reader.declarations, reader.cells.puts, reader.cells.references, reader.by, reader.at)


class _Reader:
    def __init__(self, problems: Problems) -> None:
        self.problems = problems
        self.cells = CellReader(problems)
        self.declarations: list[Declaration] = []
        self.home: Place = MAIN
        self.by = self.at = ""

    def top(self, root: Mapping) -> None:
        """The outermost mapping: the head first, since it may say to which part the file belongs."""
        found: dict[Word | type[Kind], tuple[Scalar, Node]] = {}
        for key, node in root.pairs:
            entry = TOP.get(key.text)
            if entry is None:
                self._unknown_top(key)
            elif entry in found:
                first = found[entry][0]
                self.problems.add(
                    key.line,
                    key.text,
                    f"“{key.text}”与第{first.line}行的“{first.text}”是同一项，写了两次。请合并。",
                )
            else:
                found[entry] = (key, node)
        self._head(found)
        for entry, (key, node) in found.items():
            if isinstance(entry, Word):
                continue
            self._list(entry, key, node, "", None, "")

    def _head(self, found: dict[Word | type[Kind], tuple[Scalar, Node]]) -> None:
        if names.PART in found:
            key, node = found[names.PART]
            try:
                self.home = parse_place(self._text(node, key.text))
            except Wrong as wrong:
                self.problems.wrong(node.line, key.text, wrong)
        if names.ENTERED_BY in found:
            key, node = found[names.ENTERED_BY]
            self.by = self._line(node, key.text)
        if names.ENTERED_AT in found:
            key, node = found[names.ENTERED_AT]
            self.at = self._line(node, key.text)
            try:
                datetime.fromisoformat(self.at or UNKNOWN_TIME)
            except ValueError:
                self.problems.add(
                    node.line,
                    key.text,
                    f"“{self.at[:40]}”不是 2021-03-05T14:30 这样的时间。请改正，或者删去这一行。",
                )

    def _text(self, node: Node, path: str) -> str:
        if isinstance(node, Scalar):
            return "" if node.empty else node.text
        self.problems.add(node.line, path, f"应为文字，不能是{shape(node)}。")
        return ""

    def _line(self, node: Node, path: str) -> str:
        text = self._text(node, path).strip()
        if any(ord(char) < 32 for char in text):
            self.problems.add(node.line, path, "应为一行文字，不能换行。")
        return text

    def _unknown_top(self, key: Scalar) -> None:
        hint = (
            self.problems.near(key.text, TOP)
            or "最外层可用：" + "、".join(names.shown(kind, "zh") for kind in names.top_kinds()) + "。"
        )
        owner = [keys for keys in KEYS.values() if key.text in keys.entries]
        if owner:
            hint = f"它应写在“{owner[0].kind.label}”之下，不在最外层。"
        self.problems.add(key.line, key.text[:40], f"最外层没有“{key.text[:40]}”这一项。{hint}")

    # ---------------------------------------------------------------- subjects

    def _list(
        self, kind: type[Kind], key: Scalar, node: Node, parent: str, inherited: Place | None, path: str
    ) -> None:
        """The subjects under one key: a mapping for a single kind, a list for the others."""
        where = f"{path}.{key.text}" if path else key.text
        if isinstance(node, Scalar) and node.empty:
            return
        prefix = f"{parent}/{kind.key}" if parent else kind.key
        if kind.single:
            if not isinstance(node, Mapping):
                self.problems.add(
                    node.line, where, f"“{kind.label}”至多一个，应写成“键: 值”的组合，不能是{shape(node)}。"
                )
                return
            self._subject(kind, node, parent, f"{prefix}#1" if parent else kind.kind, inherited, where)
            return
        if not isinstance(node, Sequence):
            self.problems.add(
                node.line,
                where,
                f"“{kind.label}”可以有几个，应写成列表（每个以“- ”开头），不能是{shape(node)}。",
            )
            return
        for n, item in enumerate(node.items, start=1):
            here = f"{where}[{n}]"
            if isinstance(item, Mapping):
                self._subject(kind, item, parent, f"{prefix}#{n}", inherited, here)
            else:
                what = "是空的" if isinstance(item, Scalar) and item.empty else f"是{shape(item)}"
                self.problems.add(item.line, here, f"每一项应写成“键: 值”的组合，这一项{what}。")

    def _subject(
        self, kind: type[Kind], node: Mapping, parent: str, automatic: str, inherited: Place | None, path: str
    ) -> None:
        found = self._keyed(KEYS[kind.kind], node, path)
        subject, explicit = self._id(found, automatic, path)
        places = self._places(found, path)
        explicit_place = places[0] if places else None
        place = explicit_place or inherited or default_place(kind, self.home)
        address = Address(self.problems.file, node.line)
        self.declarations.append(
            Declaration(places or (place,), kind, subject, parent, address, path, explicit, bool(places))
        )
        for entry, (key, value) in found.items():
            if isinstance(entry, Field):
                self.cells.read(entry, value, subject, place, f"{path}.{key.text}")
            elif not isinstance(entry, Word):
                self._list(entry, key, value, subject, explicit_place or inherited, path)

    def _keyed(
        self, keys: Keys, node: Mapping, path: str
    ) -> dict[Field | type[Kind] | Word, tuple[Scalar, Node]]:
        found: dict[Field | type[Kind] | Word, tuple[Scalar, Node]] = {}
        entries = keys.entries
        for key, value in node.pairs:
            entry = entries.get(key.text)
            if entry is None:
                self._unknown(keys, key, path)
            elif entry in found:
                first = found[entry][0]
                self.problems.add(
                    key.line,
                    f"{path}.{key.text}",
                    f"与第{first.line}行的“{first.text}”是同一项，写了两次。请只留一个；几个来源说法不同的，写成 {{各说: [...]}}。",
                )
            else:
                found[entry] = (key, value)
        return found

    def _unknown(self, keys: Keys, key: Scalar, path: str) -> None:
        word = key.text[:40]
        child = [c for c in keys.children if key.text in KEYS[c.kind].entries]
        if child:
            hint = f"它是“{child[0].label}”的内容，应写在“{names.shown(child[0], 'zh')}”之下再缩进一层。"
        else:
            hint = self.problems.near(key.text, keys.entries) or _elsewhere(keys, key.text)
        self.problems.add(key.line, f"{path}.{word}", f"“{keys.kind.label}”没有“{word}”这一项。{hint}")

    def _id(
        self, found: dict[Field | type[Kind] | Word, tuple[Scalar, Node]], automatic: str, path: str
    ) -> tuple[str, bool]:
        if names.ID not in found:
            return automatic, False
        key, node = found[names.ID]
        if isinstance(node, Scalar) and node.empty:
            return automatic, False
        try:
            if not isinstance(node, Scalar):
                raise Wrong(f"标识应为文字，不能是{shape(node)}。")
            return parse_id(node.text), True
        except Wrong as wrong:
            self.problems.wrong(node.line, f"{path}.{key.text}", wrong)
            return automatic, False

    def _places(
        self, found: dict[Field | type[Kind] | Word, tuple[Scalar, Node]], path: str
    ) -> tuple[Place, ...]:
        """The parts a subject names; a list where several parts register the same subject."""
        if names.PART not in found:
            return ()
        key, node = found[names.PART]
        out: dict[Place, None] = {}
        for item in node.items if isinstance(node, Sequence) else [node]:
            if isinstance(item, Scalar) and item.empty:
                continue
            try:
                out[parse_place(self._text(item, f"{path}.{key.text}"))] = None
            except Wrong as wrong:
                self.problems.wrong(item.line, f"{path}.{key.text}", wrong)
        return tuple(out)


def _elsewhere(keys: Keys, word: str) -> str:
    others = [other.kind.label for other in KEYS.values() if word in other.entries and other is not keys]
    if others:
        return f"“{'”、“'.join(others[:3])}”才有这一项，请核对它写在哪一层。"
    return "可用的键见 gaoyao schema 或《交换格式》一章；词表没有的内容请写入“要点”“内容”等文字字段。"


def default_place(kind: type[Kind], home: Place) -> Place:
    """Where a subject belongs when nothing is said: the file's part, except that what the vocabulary keeps out of
    正卷 (拟处理意见 …) stays out of it."""
    if home == MAIN and kind.part is not Part.MAIN:
        return kind.part, ""
    return home
