"""The code book of causes (案件质量 D4): data with articles, so that a cause names a rule and blames nobody."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from gaoyao.law.citation import Citation, cite

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
BOOK = Path(__file__).with_name("codebook.yaml")


class Gate(StrEnum):
    """Where on its way a case is looked at."""

    FILING = "filing"
    ARREST = "arrest"
    CHARGE = "charge"
    PRETRIAL = "pretrial"
    TRIAL = "trial"
    DELIBERATION = "deliberation"
    SECOND_INSTANCE = "second_instance"

    @property
    def label(self) -> str:
        """立案, 审查批捕, 审查起诉, 庭前, 庭审, 评议, 二审."""
        return {
            "filing": "立案", "arrest": "审查批捕", "charge": "审查起诉", "pretrial": "庭前", "trial": "庭审", "deliberation": "评议",
            "second_instance": "二审",
        }[self.value]  # fmt: skip


class Visible(StrEnum):
    """Was the cause in the file when the case was charged?"""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    UNKNOWN = "unknown"

    @property
    def label(self) -> str:
        """看得到, 只看得到一部分, 看不到, 查而不明."""
        return {"yes": "看得到", "partly": "只看得到一部分", "no": "看不到", "unknown": "查而不明"}[
            self.value
        ]


@dataclass(frozen=True, slots=True)
class Code:
    """One cause: its code, group, name, definition in our words, articles, and the gates where it can usually be seen."""

    code: str
    group: str
    label: str
    definition: str
    citations: tuple[Citation, ...]
    gates: tuple[Gate, ...]

    @property
    def basis(self) -> str:
        """The articles in short form."""
        return "、".join(one.brief for one in self.citations)


class CodeBookError(ValueError):
    """The code book does not read; the words say which code and why."""


def read(path: Path) -> tuple[Code, ...]:
    """The codes of a file, in its order.  Raises CodeBookError for a missing word, an unknown gate or article, a code twice."""
    try:
        rows = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506 - a safe loader
    except yaml.YAMLError as error:
        raise CodeBookError(f"{path.name}：YAML 写法有误：{error}") from None
    if not isinstance(rows, list):
        raise CodeBookError(f"{path.name}：最外层应为列表，每项一个编码")
    codes = tuple(_code(path.name, number, row) for number, row in enumerate(rows, 1))
    seen: set[str] = set()
    for one in codes:
        if one.code in seen:
            raise CodeBookError(f"{path.name}：编码 {one.code} 出现了两次")
        seen.add(one.code)
    return codes


def _code(name: str, number: int, row: object) -> Code:
    if not isinstance(row, dict):
        raise CodeBookError(f"{name} 第{number}项：应为“键: 值”的组合")
    place = f"{name} 第{number}项（{row.get('code', '没有编码')}）"
    words = {key: str(row.get(key) or "").strip() for key in ("code", "group", "label", "definition")}
    if missing := [key for key, word in words.items() if not word]:
        raise CodeBookError(f"{place}：缺少 {'、'.join(missing)}")
    try:
        citations = tuple(cite(one[0], *one[1:]) for one in row.get("articles") or ())
        gates = tuple(Gate(one) for one in row.get("gates") or ())
    except (ValueError, TypeError, LookupError) as error:
        raise CodeBookError(f"{place}：条文或者关口有误：{error}") from None
    if not citations or not gates:
        raise CodeBookError(f"{place}：每个编码都要有条文和关口")
    return Code(words["code"], words["group"], words["label"], words["definition"], citations, gates)


@cache
def codebook() -> tuple[Code, ...]:
    """The code book that comes with the program."""
    return read(BOOK)


@cache
def by_code() -> dict[str, Code]:
    """Code → its row."""
    return {one.code: one for one in codebook()}
