"""One cell: from a node to one or more values with basis, part and address.

A cell is a plain value, a list (for lists), or the long form `{值: …, 依据: …, 页: …, 原文: …, 理由: …, 置信: …}`;
`{各说: [...]}` holds several sources side by side.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from gaoyao.dossier.chain import PartKey as Place
from gaoyao.dossier.exchange import names
from gaoyao.dossier.exchange.nodes import Mapping, Node, Scalar, Sequence, shape
from gaoyao.dossier.exchange.problems import Problems, Wrong
from gaoyao.dossier.exchange.values import (
    NEEDS_REASON,
    PARSERS,
    parse_basis,
    parse_place,
    parse_sha256,
    parse_share,
    parse_whole,
)
from gaoyao.dossier.model import Absent, Address, Amount, Basis, Span, Value
from gaoyao.logic.tree import Field, FieldType
from gaoyao.logic.truth import Why


class Put(NamedTuple):
    """One value of one cell, ready for the log."""

    place: Place
    subject: str
    field: Field
    value: Value
    basis: Basis
    address: Address
    confidence: float | None
    note: str


class Reference(NamedTuple):
    """A reference that must be found once all files are read."""

    file: str
    line: int
    path: str
    field: Field
    place: Place
    source: str
    target: str


@dataclass(slots=True)
class _Extras:
    """What the long form says besides the value."""

    place: Place
    basis: Basis = Basis.STATED
    page: str = ""
    quote: str = ""
    sha256: str = ""
    note: str = ""
    confidence: float | None = None
    box: tuple[int, int, int, int] | None = None
    start: int | None = None
    end: int | None = None
    value: Value | None = None


class CellReader:
    """Reads the cells of one file into `puts`, `references` and problems."""

    def __init__(self, problems: Problems) -> None:
        self.problems = problems
        self.file = problems.file
        self.puts: list[Put] = []
        self.references: list[Reference] = []

    def read(self, field: Field, node: Node, subject: str, place: Place, path: str) -> None:
        """One cell; whatever is wrong is noted with its line and path."""
        if type(node) is Mapping:
            self._long(field, node, subject, place, path)
            return
        value = self._value(field, node, path)
        if value is not None:
            address = Address(self.file, node.line)
            self._put(Put(place, subject, field, value, Basis.STATED, address, None, ""), node.line, path)

    def _put(self, put: Put, line: int, path: str) -> None:
        self.puts.append(put)
        value = put.value
        if put.field.type is FieldType.REF and type(value) is str:
            self.references.append(Reference(self.file, line, path, put.field, put.place, put.subject, value))
        elif put.field.type is FieldType.REFS and type(value) is tuple:
            for target in value:
                self.references.append(
                    Reference(self.file, line, path, put.field, put.place, put.subject, str(target))
                )

    # ---------------------------------------------------------------- plain values and lists

    def _value(self, field: Field, node: Node, path: str) -> Value | None:
        """The value of a short form; None when nothing was written or after a noted problem."""
        if type(node) is Scalar:
            if node.empty:
                return None
            why = names.ABSENT_WORDS.get(node.text)
            if why is not None:
                return self._bare(why, node, path)
            value = self._scalar(field, node, path)
            return (value,) if field.many and type(value) is str else value
        if type(node) is Sequence:
            if not field.many:
                self.problems.add(
                    node.line,
                    path,
                    "只能有一个值，不能是列表。几个来源说法不同的，写成 {各说: [{值: …, 页: …}, …]}。",
                )
                return None
            return self._list(field, node, path)
        self.problems.add(node.line, path, f"应为值，不能是{shape(node)}。")
        return None

    def _scalar(self, field: Field, node: Scalar, path: str) -> Value | None:
        try:
            return PARSERS[field.type](node.text, field)
        except Wrong as wrong:
            self.problems.wrong(node.line, path, wrong)
            return None

    def _bare(self, why: Why, node: Scalar, path: str) -> Value | None:
        if why is Why.NOT_APPLICABLE:
            self.problems.add(node.line, path, NEEDS_REASON)
            return None
        return Absent(why)

    def _list(self, field: Field, node: Sequence, path: str) -> Value:
        out: list[str] = []
        for n, item in enumerate(node.items, start=1):
            if type(item) is not Scalar or item.empty:
                what = "是空的" if type(item) is Scalar else f"是{shape(item)}"
                self.problems.add(item.line, f"{path}[{n}]", f"列表里的每一项应为文字，这一项{what}。")
                continue
            value = self._scalar(field, item, f"{path}[{n}]")
            if type(value) is str and field.type is FieldType.REFS and value in out:
                self.problems.add(item.line, f"{path}[{n}]", f"“{value}”写了两次。请只留一个。")
            elif type(value) is str:
                out.append(value)
        return tuple(out)

    # ---------------------------------------------------------------- the long form

    def _long(self, field: Field, node: Mapping, subject: str, place: Place, path: str) -> None:
        parts = self._keyed(node, path)
        if names.SOURCES in parts:
            self._sources(field, parts, subject, place, path)
            return
        extras = _Extras(place)
        for word, value in parts.items():
            self._extra(extras, word, value, f"{path}.{word.zh}")
        if not self._main(field, extras, parts, node, path):
            return
        if extras.value is None:
            return
        address = Address(
            self.file,
            node.line,
            extras.page,
            extras.quote,
            extras.sha256,
            extras.box,
            extras.start,
            extras.end,
        )
        put = Put(
            extras.place, subject, field, extras.value, extras.basis, address, extras.confidence, extras.note
        )
        self._put(put, node.line, path)

    def _keyed(self, node: Mapping, path: str) -> dict[names.Word, Node]:
        out: dict[names.Word, Node] = {}
        for key, value in node.pairs:
            word = names.CELL.get(key.text)
            if word is None:
                known = "、".join(dict.fromkeys(word.zh for word in names.CELL.values()))
                self.problems.add(
                    key.line,
                    path,
                    f"不认识的键“{key.text[:40]}”。{self.problems.near(key.text, names.CELL)}此处可用：{known}。",
                )
            elif word in out:
                self.problems.add(key.line, path, f"“{word.zh}”写了两次。请只留一个。")
            else:
                out[word] = value
        return out

    def _sources(
        self, field: Field, parts: dict[names.Word, Node], subject: str, place: Place, path: str
    ) -> None:
        if len(parts) > 1:
            others = "、".join(word.zh for word in parts if word is not names.SOURCES)
            self.problems.add(
                next(iter(parts.values())).line, path, f"“各说”之外不能再写“{others}”；请写到每一说里面。"
            )
        node = parts[names.SOURCES]
        if type(node) is not Sequence or not node.items:
            self.problems.add(
                node.line,
                path,
                "“各说”应为列表，每一项一个来源，例如 {各说: [{值: 是, 页: 卷一第2页}, {值: 否, 页: 卷二第7页}]}。",
            )
            return
        for n, item in enumerate(node.items, start=1):
            where = f"{path}.各说[{n}]"
            if type(item) is Mapping and any(
                names.CELL.get(key.text) is names.SOURCES for key, _ in item.pairs
            ):
                self.problems.add(item.line, where, "“各说”里面不能再写“各说”。")
            elif type(item) is Scalar and item.empty:
                self.problems.add(item.line, where, "这一说是空的。请写明值和页码，或者删去。")
            else:
                self.read(field, item, subject, place, where)

    def _main(
        self, field: Field, extras: _Extras, parts: dict[names.Word, Node], node: Mapping, path: str
    ) -> bool:
        """Set the value of a long form; false when none or more than one was given."""
        absent = [(why, parts[word]) for why, word in names.ABSENT.items() if word in parts]
        given = [word for word in (names.VALUE, names.TEXT) if word in parts]
        if len(absent) + len(given) != 1:
            what = "只能写其中一个" if absent or given else "缺少值"
            self.problems.add(node.line, path, f"{what}：“值”、“卷内无记载”、“查而不明”、“不适用”。")
            return False
        if absent:
            why, said = absent[0]
            note = self._text(said, f"{path}.{why.label}")
            if why is Why.NOT_APPLICABLE and not note.strip():
                self.problems.add(node.line, path, NEEDS_REASON)
                return False
            extras.value = Absent(why, note)
        elif given[0] is names.TEXT:
            if field.type is not FieldType.TEXT:
                self.problems.add(node.line, path, "“文字”只用于文字内容的字段；这里请用“值”。")
                return False
            extras.value = self._literal(field, parts[names.TEXT], f"{path}.文字")
        else:
            extras.value = self._value(field, parts[names.VALUE], f"{path}.值")
        written = parts.get(names.AS_WRITTEN)
        if written is not None:
            self._as_written(extras, self._text(written, f"{path}.写法"), written.line, path)
        return True

    def _literal(self, field: Field, node: Node, path: str) -> Value | None:
        """A text that is meant letter by letter, also when it reads like 卷内无记载."""
        if type(node) is not Scalar:
            self.problems.add(node.line, path, f"应为文字，不能是{shape(node)}。")
            return None
        return self._scalar(field, node, path)

    def _as_written(self, extras: _Extras, text: str, line: int, path: str) -> None:
        if isinstance(extras.value, Span | Amount):
            extras.value = extras.value._replace(text=text)
        elif extras.value is not None:
            self.problems.add(line, path, "“写法”只用于日期、时间和数量。")

    def _extra(self, extras: _Extras, word: names.Word, node: Node, path: str) -> None:
        try:
            if word is names.PAGE:
                extras.page = self._text(node, path)
            elif word is names.QUOTE:
                extras.quote = self._text(node, path)
            elif word is names.REASON:
                extras.note = self._text(node, path)
            elif word is names.PART:
                extras.place = parse_place(self._text(node, path))
            elif word is names.BASIS:
                extras.basis = parse_basis(self._text(node, path))
            elif word is names.FILE:
                extras.sha256 = parse_sha256(self._text(node, path))
            elif word is names.CONFIDENCE:
                extras.confidence = parse_share(self._text(node, path))
            elif word is names.BOX:
                extras.box = self._box(node, path)
            elif word is names.START:
                extras.start = parse_whole(self._text(node, path), 0)
            elif word is names.END:
                extras.end = parse_whole(self._text(node, path), 0)
        except Wrong as wrong:
            self.problems.wrong(node.line, path, wrong)

    def _text(self, node: Node, path: str) -> str:
        if type(node) is Scalar:
            return "" if node.empty else node.text
        self.problems.add(node.line, path, f"应为文字，不能是{shape(node)}。")
        return ""

    def _box(self, node: Node, path: str) -> tuple[int, int, int, int]:
        if type(node) is not Sequence or len(node.items) != 4:
            raise Wrong("位置应为四个整数的列表 [左, 上, 右, 下]。")
        left, top, right, bottom = (parse_whole(self._text(item, path)) for item in node.items)
        return left, top, right, bottom
