"""One piece of text to one value, by the type of the field; whatever does not fit raises `Wrong` and teaches."""

from __future__ import annotations

import re
from collections.abc import Callable

from gaoyao.dossier.chain import PartKey as Place
from gaoyao.dossier.exchange import names
from gaoyao.dossier.exchange.moments import parse_moment
from gaoyao.dossier.exchange.problems import Wrong
from gaoyao.dossier.exchange.quantities import parse_amount
from gaoyao.dossier.model import Amount, Basis, Span, Value
from gaoyao.dossier.schema import Part
from gaoyao.logic.tree import Field, FieldType

NEEDS_REASON = "写“不适用”必须同时写明理由，例如 {不适用: 该人不是聋、哑人}。"

_TRUE = frozenset({"是", "true", "True", "TRUE"})
_FALSE = frozenset({"否", "false", "False", "FALSE"})
_HEX = re.compile(r"[0-9a-f]{64}")
_OWNER = re.compile(r"[^:：\x00-\x1f]{1,60}")
ID_LENGTH = 200


def parse_flag(text: str, field: Field) -> bool:
    """是 or 否 (true, false).  Raises Wrong for anything else, the YAML 1.1 words included."""
    if text in _TRUE:
        return True
    if text in _FALSE:
        return False
    raise Wrong(
        f"“{text[:40]}”不是“是”或“否”。应为 是、否、卷内无记载、查而不明、不适用 之一；没有查过的，删去这一行。"
    )


def parse_choice(text: str, field: Field) -> str:
    """The code of an option given by code or label.  Raises Wrong with the list of options."""
    code = names.OPTIONS[field.path].get(text)
    if code is not None:
        return code
    labels = [label for _, label in field.options]
    raise Wrong(f"“{text[:40]}”不是可用的选项。", f"可用：{' | '.join(labels)}。", word=text, known=labels)


def parse_id(text: str) -> str:
    """An id: one line of at most 200 characters.  Raises Wrong when it could not be told from other text."""
    if not text or text != text.strip() or len(text) > ID_LENGTH or any(ord(char) < 32 for char in text):
        raise Wrong(f"“{text[:40]}”不能作标识。标识是一行文字，不能为空，最长{ID_LENGTH}字。")
    if text in names.ABSENT_WORDS:
        raise Wrong(f"“{text}”在文件里另有含义，不能作标识。请换一个。")
    return text


def parse_place(text: str) -> Place:
    """A part, with the owner after a colon for 辩护材料.  Raises Wrong with the list of parts."""
    name, _, owner = text.replace("：", ":").partition(":")
    part = names.PART_WORDS.get(name.strip())
    owner = owner.strip()
    if part is None:
        raise Wrong(f"“{text[:40]}”不是分卷。可用：正卷、法院副卷、检察内卷、辩护材料:代号、过问登记。")
    if part is Part.DEFENCE and not _OWNER.fullmatch(owner):
        raise Wrong("辩护材料要写明属于谁，例如 辩护材料:甲律师（代号不含冒号，最长60字）。")
    if part is not Part.DEFENCE and owner:
        raise Wrong(f"只有辩护材料可以写明属于谁；请改为“{part.label}”。")
    return part, owner


def _moment(text: str, field: Field) -> Span:
    return parse_moment(text)


def _amount(text: str, field: Field) -> Amount:
    return parse_amount(text, field.unit)


def _words(text: str, field: Field) -> str:
    if not text or text.isspace():
        raise Wrong("文字是空的。没有查过的删去这一行，卷内没有的写“卷内无记载”。")
    return text


def _ref(text: str, field: Field) -> str:
    return parse_id(text)


PARSERS: dict[FieldType, Callable[[str, Field], Value]] = {
    FieldType.FLAG: parse_flag,
    FieldType.QUANTITY: _amount,
    FieldType.MOMENT: _moment,
    FieldType.CHOICE: parse_choice,
    FieldType.TEXT: _words,
    FieldType.REF: _ref,
    FieldType.TEXTS: _words,
    FieldType.REFS: _ref,
}


def parse_basis(text: str) -> Basis:
    """The basis by its name.  Raises Wrong with the list."""
    basis = names.BASIS_WORDS.get(text)
    if basis is None:
        raise Wrong(
            f"“{text[:40]}”不是依据。可用：读取（机器读取）、录入（人员录入）、确认（人员确认）、裁定。"
        )
    return basis


def parse_sha256(text: str) -> str:
    """A SHA-256 in lower-case hex, or nothing.  Raises Wrong."""
    if text and not _HEX.fullmatch(text):
        raise Wrong("“文件”应为原件的 SHA-256（64 位小写十六进制）；文件名请写到“原件文件”。")
    return text


def parse_share(text: str) -> float:
    """A number from 0 to 1.  Raises Wrong."""
    try:
        share = float(text) if re.fullmatch(r"\d(?:\.\d+)?(?:e-\d{1,3})?", text) else -1.0
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise Wrong(f"“{text[:40]}”不是 0 到 1 之间的小数。")
    return share


def parse_whole(text: str, least: int | None = None) -> int:
    """A whole number, at least `least` where given.  Raises Wrong."""
    if not re.fullmatch(r"-?[0-9]{1,12}", text) or (least is not None and int(text) < least):
        raise Wrong(
            f"“{text[:40]}”不是整数。" if least is None else f"“{text[:40]}”不是不小于 {least} 的整数。"
        )
    return int(text)
