"""From what a form says to a value, by the type of the field; whatever does not fit is refused with what to write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict

from gaoyao.dossier.exchange.problems import Wrong
from gaoyao.dossier.exchange.values import PARSERS
from gaoyao.dossier.model import Absent, Address, Amount, DossierError, Span, Value
from gaoyao.dossier.naming import name_of
from gaoyao.dossier.schema import KINDS
from gaoyao.dossier.texts import shortened
from gaoyao.dossier.view import View
from gaoyao.logic.tree import Field, FieldType
from gaoyao.logic.truth import Why

ABSENCES: Mapping[str, Why] = {
    "file_silent": Why.FILE_SILENT,
    "unresolved": Why.UNRESOLVED,
    "not_applicable": Why.NOT_APPLICABLE,
}
MEANINGS = {
    "file_silent": "查过卷，卷内没有记载", "unresolved": "已经查证，查证终结仍不清楚（写明怎样查的）", "not_applicable": "不发生这个问题（必须写明理由）",
}  # fmt: skip
LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing a person may answer: its code, its words, whether it is the present answer."""

    code: str
    label: str
    hint: str
    chosen: bool


def answers(field: Field, present: Value | None, why: Why) -> list[Choice]:
    """The answers a field may be given, in the order they stand in the form."""
    absent = [Choice(code, one.label, MEANINGS[code], why is one) for code, one in ABSENCES.items()]
    if field.type is FieldType.FLAG:
        return [
            Choice("yes", "是", field.yes, present is True),
            Choice("no", "否", field.no, present is False),
            *absent,
        ]
    return [Choice("value", "填写", "", why not in ABSENCES.values()), *absent]


def options(field: Field, view: View, present: Value | None) -> list[Choice]:
    """What may be picked for a choice or a reference; empty where the value is written."""
    if field.type is FieldType.CHOICE:
        return [Choice(code, label, "", code == present) for code, label in field.options]
    if field.type in (FieldType.REF, FieldType.REFS):
        named = present if isinstance(present, tuple) else (present,)
        targets = [subject for kind in field.target.split("|") for subject in view.subjects(kind)]
        return [
            Choice(subject, shortened(name_of(view, subject), 60), "", subject in named)
            for subject in targets
        ]
    return []


def written(field: Field, present: Value | None) -> str:
    """The present value as it would be typed."""
    match present:
        case Amount(_, _, text) | Span(_, _, text):
            return text
        case str():
            return present
        case tuple() if field.type is FieldType.TEXTS:
            return "\n".join(str(one) for one in present)
    return ""


def value_of(field: Field, data: QueryDict) -> Value:
    """The value a form gives.  Raises DossierError with what is missing or wrong."""
    answer, note = data.get("answer", ""), text_of(data, "note")
    if answer in ABSENCES:
        why = ABSENCES[answer]
        if not note and why is not Why.FILE_SILENT:
            raise DossierError((f"选“{why.label}”要写明理由：{MEANINGS[answer]}。",))
        return Absent(why, note)
    if field.type is FieldType.FLAG:
        if answer not in ("yes", "no"):
            raise DossierError((f"请选择“{field.label}”的答案：是、否、卷内无记载、查而不明或者不适用。",))
        return answer == "yes"
    if field.type in (FieldType.REFS, FieldType.TEXTS):
        given = data.getlist("value") if field.type is FieldType.REFS else text_of(data, "value").splitlines()
        chosen = tuple(dict.fromkeys(one.strip() for one in given if one.strip()))
        if not chosen:
            raise DossierError((f"“{field.label}”没有填写；卷内没有的，选“卷内无记载”。",))
        return chosen
    try:
        return PARSERS[field.type](text_of(data, "value"), field)
    except Wrong as error:
        raise DossierError((f"“{field.label}”：{error}",)) from error


def text_of(data: QueryDict, name: str) -> str:
    """A text of the form without blank ends.  Raises DossierError where it is too long or not text."""
    text = data.get(name, "").strip().replace("\r\n", "\n")
    if len(text) > LONGEST:
        raise DossierError((f"文字超过 {LONGEST} 字，请分开录入。",))
    if any(ord(one) < 32 and one not in "\n\t" or 0xD800 <= ord(one) < 0xE000 for one in text):
        raise DossierError(("文字里有控制字符，请删去后重新提交。",))
    return text


def address_of(data: QueryDict) -> Address:
    """Where the value stands: page and quoted words, as typed."""
    return Address(page=" ".join(text_of(data, "page").split()), quote=text_of(data, "quote"))


def field_of(path: str) -> Field | None:
    """The field of a path kind.name; None where there is none that a person may enter."""
    kind, _, name = path.partition(".")
    known = KINDS.get(kind)
    return None if known is None or known.derived else known.fields.get(name)
