"""The tables of docs/guide/exchange-format.md, written from the vocabulary.

`python -m gaoyao.dossier.exchange.guide docs/guide/exchange-format.md` brings the page up to date.
"""

from __future__ import annotations

import sys
from pathlib import Path

from gaoyao.dossier.exchange import names
from gaoyao.dossier.exchange.moments import AROUND_MINUTES
from gaoyao.dossier.exchange.nodes import Limits
from gaoyao.dossier.exchange.quantities import ABOUT_SHARE
from gaoyao.dossier.schema import KINDS, Kind, Part
from gaoyao.logic.tree import Field, FieldType

BEGIN = "<!-- 以下由 python -m gaoyao.dossier.exchange.guide 写出，不要手改 -->"
END = "<!-- 自动写出的部分到此为止 -->"

_TYPES = {
    FieldType.FLAG: "是否",
    FieldType.MOMENT: "时间",
    FieldType.TEXT: "文字",
    FieldType.TEXTS: "文字列表",
    FieldType.CHOICE: "选项",
}


def with_tables(page: str) -> str:
    """The page with its generated part written anew.  Raises ValueError when the two marks are not there."""
    head, begin, rest = page.partition(BEGIN)
    _, end, tail = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"页面里没有“{BEGIN}”和“{END}”这两行")
    return f"{head}{BEGIN}\n\n{tables()}\n{END}{tail}"


def tables() -> str:
    """Limits, fixed keys, and a table for each kind, as Markdown."""
    lines = [*_limits(), *_fixed()]
    for kind in names.top_kinds():
        lines += _tree(kind, 3)
    return "\n".join(lines) + "\n"


def _limits() -> list[str]:
    return [
        "### 上限和约定",
        "",
        "| 项目 | 数值 |",
        "|---|---|",
        f"| 格式版本 | {names.VERSION} |",
        f"| 文件大小 | {Limits.BYTES // 1048576} MB |",
        f"| 嵌套层数 | {Limits.DEPTH} |",
        f"| 内容总项数 | {Limits.NODES:,} |",
        f"| 一个值的长度 | {Limits.SCALAR:,} 字 |",
        f"| 时间“许”“左右” | 前后各 {AROUND_MINUTES} 分钟（本软件的约定，不是法律规定） |",
        f"| 数量“约”“左右” | 上下各百分之 {ABOUT_SHARE * 100:.0f}（本软件的约定，不是法律规定） |",
        "",
    ]


def _fixed() -> list[str]:
    rows = [
        (names.FORMAT, "文件开头", "格式版本，必须写"),
        (names.ENTERED_BY, "文件开头", "谁录入的，记入修改记录"),
        (names.ENTERED_AT, "文件开头", "何时录入，例如 2024-05-06T09:30"),
        (names.PART, "文件开头、对象、值", "分卷：" + "、".join(_part(part) for part in Part)),
        (names.ID, "对象", "标识，程序写出时一律写 id；最外层和下级都可以不写，由程序编号"),
        (names.VALUE, "值", "长写法里的值"),
        (names.TEXT, "值", "照字面的文字（内容恰好是“卷内无记载”等字样时用）"),
        (names.AS_WRITTEN, "值", "时间、数量在材料里的原写法"),
        (names.BASIS, "值", "、".join(word.zh for word in names.BASES.values()) + "；不写就是录入"),
        (names.PAGE, "值", "卷宗页码"),
        (names.QUOTE, "值", "原话"),
        (names.FILE, "值", "原件的 SHA-256"),
        (names.REASON, "值", "说明、理由"),
        (names.CONFIDENCE, "值", "机器读取的把握，0 到 1"),
        (names.BOX, "值", "页面上的位置 [左, 上, 右, 下]"),
        (names.START, "值", "页面文字中从第几个字起"),
        (names.END, "值", "到第几个字止"),
        (names.SOURCES, "值", "几份材料的几种说法，列表"),
        *((word, "值", f"{word.zh}，冒号后写说明") for word in names.ABSENT.values()),
    ]
    out = ["### 固定的键", "", "| 中文键 | 英文键 | 用在 | 写什么 |", "|---|---|---|---|"]
    return [*out, *(f"| {word.zh} | `{word.en}` | {where} | {what} |" for word, where, what in rows), ""]


def _part(part: Part) -> str:
    return (
        f"{part.label}:代号（`{part.value}:…`）"
        if part is Part.DEFENCE
        else f"{part.label}（`{part.value}`）"
    )


def _tree(kind: type[Kind], level: int) -> list[str]:
    """A kind's table, then those of the kinds nested in it."""
    lines = [f"{'#' * level} {kind.label}", "", _about(kind), ""]
    lines += ["| 中文键 | 英文键 | 类型 | 可以填 |", "|---|---|---|---|"]
    lines += [
        f"| {_cell(f.label)} | `{f.name}` | {_type(f)} | {_cell(_allowed(f))} |" for f in kind.fields.values()
    ]
    lines.append("")
    for child in names.KEYS[kind.kind].children:
        lines += _tree(child, level + 1)
    return lines


def _about(kind: type[Kind]) -> str:
    keys = "、".join(f"`{name}`" for name in names.names_of(kind))
    place = f"写在“{KINDS[kind.parent].label}”之下" if kind.parent else "写在最外层"
    shape = "至多一个，写成“键: 值”的组合" if kind.single else "可以有几个，写成列表"
    part = f"；归入{kind.part.label}" if kind.part is not Part.MAIN else ""
    return f"键：{keys}。{place}；{shape}{part}。"


def _type(field: Field) -> str:
    if field.type is FieldType.QUANTITY:
        return f"数量（{field.unit}）"
    if field.type in (FieldType.REF, FieldType.REFS):
        return "标识列表" if field.many else "标识"
    return _TYPES[field.type]


def _allowed(field: Field) -> str:
    if field.type is FieldType.FLAG:
        return "是、否"
    if field.options:
        return " ｜ ".join(f"{label} `{code}`" for code, label in field.options)
    return "或者".join(KINDS[target].label for target in field.target.split("|")) if field.target else ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def main(arguments: list[str]) -> int:
    """Write the tables into the page named on the command line."""
    if len(arguments) != 1:
        sys.stderr.write("用法：python -m gaoyao.dossier.exchange.guide docs/guide/exchange-format.md\n")
        return 2
    page = Path(arguments[0])
    page.write_text(with_tables(page.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
