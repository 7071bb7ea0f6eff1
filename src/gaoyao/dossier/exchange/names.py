"""The keys of the exchange format: every kind and field under its English identifier and its Chinese names.

The tables are built from the vocabulary at import; two things under one key in the same place are an error then,
not when a user meets them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from gaoyao.dossier.model import Basis
from gaoyao.dossier.schema import Kind, Part
from gaoyao.dossier.vocabulary import KINDS
from gaoyao.logic.tree import Field
from gaoyao.logic.truth import Why

VERSION = 1
"""The version of the format that this program writes."""

ALIASES: dict[str, tuple[str, ...]] = {
    "accused": ("被告人", "犯罪嫌疑人"),
    "person": ("人员",),
    "incident": ("犯罪事实", "起"),
    "argument": ("辩护意见", "辩解"),
    "motion": ("合法性申请", "排非申请"),
    "restriction": ("限制辩方",),
    "hearing": ("庭审",),
    "supplement": ("补充调查", "补充侦查"),
    "decision": ("拟处理意见", "裁判"),
    "favourable": ("有利证据",),
    "alibi": ("不在场",),
    "acquisition": ("提取", "勘验"),
    "digital_copy": ("电子数据提取", "视听资料提取"),
    "trace": ("痕迹",),
    "exhibit": ("物品",),
    "ruling": ("裁定",),
    "cure": ("补正",),
    "link": ("证明联系", "联系"),
}
"""Short Chinese names of kinds, besides the label; the first one is what the program writes."""

ORDER = (
    "case", "accused", "person", "incident", "count", "fact", "group", "item", "conflict", "rival", "alibi", "doubt",
    "favourable", "motion", "argument", "restriction", "hearing", "supplement", "instance", "decision",
)  # fmt: skip
"""The order of the top-level lists in a written file; kinds not named here follow in the vocabulary's order."""


@dataclass(frozen=True, slots=True)
class Word:
    """A fixed key of the format: English, Chinese."""

    en: str
    zh: str

    def show(self, keys: str) -> str:
        """The key in the language asked for."""
        return self.en if keys == "en" else self.zh


# The head of the file
FORMAT, ENTERED_BY, ENTERED_AT = (
    Word("gaoyao", "皋陶"),
    Word("entered_by", "录入人"),
    Word("entered_at", "录入时间"),
)
# Any subject
ID, PART = Word("id", "标识"), Word("part", "分卷")
# The long form of a cell
VALUE, TEXT, AS_WRITTEN = Word("value", "值"), Word("text", "文字"), Word("as_written", "写法")
BASIS, PAGE, QUOTE, FILE = (
    Word("basis", "依据"),
    Word("page", "页"),
    Word("quote", "原文"),
    Word("file", "文件"),
)
REASON, CONFIDENCE = Word("reason", "理由"), Word("confidence", "置信")
BOX, START, END = Word("box", "位置"), Word("start", "起字"), Word("end", "止字")
SOURCES = Word("sources", "各说")

ABSENT: dict[Why, Word] = {
    Why.FILE_SILENT: Word("file_silent", Why.FILE_SILENT.label),
    Why.UNRESOLVED: Word("unresolved", Why.UNRESOLVED.label),
    Why.NOT_APPLICABLE: Word("not_applicable", Why.NOT_APPLICABLE.label),
}
ABSENT_WORDS: dict[str, Why] = {name: why for why, word in ABSENT.items() for name in (word.en, word.zh)}

CELL: dict[str, Word] = {
    name: word
    for word in (
        VALUE, TEXT, AS_WRITTEN, BASIS, PAGE, QUOTE, FILE, REASON, CONFIDENCE, BOX, START, END, PART, SOURCES,
        *ABSENT.values(),
    )
    for name in (word.en, word.zh)
}  # fmt: skip
"""Every key of the long form of a cell."""

HEAD: dict[str, Word] = {
    name: word for word in (FORMAT, ENTERED_BY, ENTERED_AT, PART) for name in (word.en, word.zh)
}

BASES: dict[Basis, Word] = {
    Basis.READ: Word("read", "读取"),
    Basis.STATED: Word("stated", "录入"),
    Basis.CONFIRMED: Word("confirmed", "确认"),
    Basis.RULED: Word("ruled", "裁定"),
}
BASIS_WORDS: dict[str, Basis] = {
    name: basis for basis, word in BASES.items() for name in (word.en, word.zh, basis.label)
}

PART_WORDS: dict[str, Part] = {name: part for part in Part for name in (part.value, part.label)}


@dataclass(slots=True)
class Keys:
    """The keys that one kind's mapping accepts."""

    kind: type[Kind]
    entries: dict[str, Field | type[Kind] | Word] = field(default_factory=dict)
    children: list[type[Kind]] = field(default_factory=list)

    def add_short(self, entry: Field | type[Kind], others: Iterable[str]) -> None:
        """Accept a label without the remark in brackets at its end, where no other key reads the same."""
        short = without_remark(entry.label)
        if short not in self.entries and [without_remark(label) for label in others].count(short) == 1:
            self.entries[short] = entry

    def add(self, name: str, entry: Field | type[Kind] | Word) -> None:
        """Bind a name.  Raises ValueError when it already means something else here."""
        known = self.entries.setdefault(name, entry)
        if known is not entry:
            raise ValueError(f"交换格式的键冲突：“{self.kind.label}”之下的“{name}”有两个含义")


def without_remark(label: str) -> str:
    """A label without the bracketed remark at its end: 已当庭出示（含原审） → 已当庭出示."""
    return label[: label.rindex("（")] if label.endswith("）") and label.rindex("（") else label


def options_of(cell: Field) -> dict[str, str]:
    """Every name under which an option of a CHOICE may be written → its code."""
    out = {name: code for code, label in cell.options for name in (code, label)}
    shorts = [without_remark(label) for _, label in cell.options]
    for (code, _), short in zip(cell.options, shorts, strict=True):
        if shorts.count(short) == 1:
            out.setdefault(short, code)
    return out


def names_of(kind: type[Kind]) -> tuple[str, ...]:
    """Every key under which a kind may stand: English key, label, short names."""
    return tuple(dict.fromkeys((kind.key, kind.label, *ALIASES.get(kind.kind, ()))))


def shown(kind: type[Kind], keys: str) -> str:
    """The key the program writes for a kind."""
    if keys == "en":
        return kind.key
    return ALIASES.get(kind.kind, (kind.label,))[0]


def build(kinds: Iterable[type[Kind]]) -> tuple[dict[str, type[Kind] | Word], dict[str, Keys]]:
    """The top-level table and one table a kind.  Raises ValueError for a collision."""
    kinds = [kind for kind in kinds if not kind.derived]
    tables = {kind.kind: _table(kind, kinds) for kind in kinds}
    top: dict[str, type[Kind] | Word] = dict(HEAD)
    for kind in kinds:
        if kind.parent:
            continue
        for name in names_of(kind):
            if top.setdefault(name, kind) is not kind:
                raise ValueError(f"交换格式的键冲突：最外层的“{name}”有两个含义")
    return top, tables


def _table(kind: type[Kind], kinds: list[type[Kind]]) -> Keys:
    keys = Keys(kind)
    for word in (ID, PART):
        keys.add(word.en, word)
        keys.add(word.zh, word)
    for cell in kind.fields.values():
        keys.add(cell.name, cell)
        keys.add(cell.label, cell)
        _check_options(cell)
    for child in kinds:
        if child.parent == kind.kind:
            keys.children.append(child)
            for name in names_of(child):
                keys.add(name, child)
    entries: list[Field | type[Kind]] = [*kind.fields.values(), *keys.children]
    for entry in entries:
        keys.add_short(entry, [other.label for other in entries])
    return keys


OPTIONS: dict[str, dict[str, str]] = {}
"""Field path → every accepted name of an option → code."""


def _check_options(cell: Field) -> None:
    names = [name for option in cell.options for name in dict.fromkeys(option)]
    taken = sorted(name for name in set(names) if names.count(name) > 1 or name in ABSENT_WORDS)
    if taken:
        raise ValueError(f"{cell.path} 的取值 {taken} 有两个含义")
    OPTIONS[cell.path] = options_of(cell)


TOP, KEYS = build(KINDS.values())


def top_kinds() -> list[type[Kind]]:
    """The kinds of the top-level lists in the order in which they are written."""
    kinds = [kind for kind in KINDS.values() if not kind.parent and not kind.derived]
    rank = {name: n for n, name in enumerate(ORDER)}
    return sorted(kinds, key=lambda kind: rank.get(kind.kind, len(rank)))
