"""What the application to exclude and the draft of its decision share: which items, on which grounds, taken how."""

from __future__ import annotations

from dataclasses import dataclass

from gaoyao.dossier.schema import KINDS
from gaoyao.dossier.vocabulary import Ruling
from gaoyao.law.citation import Citation, cite
from gaoyao.law.rule import Effect
from gaoyao.logic.tree import FieldType
from gaoyao.papers.material import Material
from gaoyao.papers.quotable import quotable
from gaoyao.review.model import Finding
from gaoyao.review.standing import Rung

APPLY = (cite("cpl", 58, 2), cite("spc2012", 96), cite("spc2021", 127))
"""The right to apply, with clues or material."""
INQUIRE = (cite("cpl", 58, 1),)
PROVE = (cite("cpl", 59, 1), cite("spc2021", 135))
"""The prosecution proves that evidence was lawfully taken."""
EXCLUDE = (cite("cpl", 60),)
REPORT = (cite("cpl", 57), cite("spp2019", 72))
"""Before trial the procuratorate inquires."""
_TAKEN = ("interrogation", "inquiry", "identification", "acquisition")
_PARTICULARS = frozenset((FieldType.MOMENT, FieldType.REF, FieldType.REFS, FieldType.TEXT))


@dataclass(frozen=True, slots=True)
class Challenged:
    """An item with the grounds for exclusion that may be quoted."""

    item: str
    grounds: tuple[Finding, ...]


def in_force(cited: tuple[Citation, ...], m: Material) -> tuple[Citation, ...]:
    """The quotable ones in force on the law's date."""
    return quotable(one for one in cited if one.in_force(m.review.hearing))


def ruled(m: Material, item: str) -> str:
    """The last ruling on legality of an item, as entered; '' where there is none."""
    for one in reversed(m.view.children("ruling", item)):
        if m.code(Ruling.outcome, one) in ("excluded", "not_excluded"):
            return one
    return ""


def challenged(m: Material) -> list[Challenged]:
    """Items on which a ground for exclusion was found, nobody has ruled and at least one article may be quoted."""
    made = []
    for line in m.review.items:
        item = line.subject.id
        if line.rung in (Rung.EXCLUDED, Rung.WITHDRAWN) or ruled(m, item):
            continue
        grounds = tuple(
            one
            for one in m.item_findings.get(item, [])
            if one.rule.effect is Effect.GROUND and not one.aside and quotable(one.citations)
        )
        if grounds:
            made.append(Challenged(item, grounds))
    return made


def taken(m: Material, item: str) -> list[str]:
    """Who took the item, when, where, as entered: 讯问开始：2021-03-06 22:10；地点：…（卷五第2页（40行））."""
    told = []
    for kind in _TAKEN:
        for act in m.view.children(kind, item):
            parts = []
            for field in KINDS[kind].fields.values():
                if field.type not in _PARTICULARS or field.name == "page":
                    continue
                people = field.type in (FieldType.REF, FieldType.REFS)
                words = (
                    "、".join(m.name(one) for one in m.refs(field, act)) if people else m.words(field, act)
                )
                if words:
                    parts.append(f"{field.label}：{words}")
            if parts:
                told.append(f"{'；'.join(parts)}（{m.place(act)}）")
    return told
