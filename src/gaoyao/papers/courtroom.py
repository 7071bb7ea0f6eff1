"""Was an item shown, examined and verified in court: by itself, with its group, or by a hearing's list."""

from __future__ import annotations

from gaoyao.dossier.vocabulary import Group, Hearing, Item
from gaoyao.logic.tree import Field
from gaoyao.papers.material import NOT_ENTERED, Material

_ACTS: tuple[tuple[str, Field, Field, Field | None], ...] = (
    ("出示", Item.shown, Group.shown, Hearing.shown),
    ("质证", Item.confronted, Group.confronted, Hearing.confronted),
    ("查证属实", Item.verified, Group.verified, None),
)


def in_court(m: Material, item: str) -> tuple[str, ...]:
    """已出示（卷一第8页）; 未质证; 查证属实未录入.  What the item itself says comes before its group and the hearings."""
    return tuple(_told(m, item, *act) for act in _ACTS)


def _told(m: Material, item: str, label: str, own: Field, group: Field, hearing: Field | None) -> str:
    groups = m.refs(Item.group, item)
    for subject, field in ((item, own), *((one, group) for one in groups)):
        value = m.code(field, subject)
        if value is not None:
            return f"{'已' if value else '未'}{label}"
    for held in m.subjects("hearing") if hearing is not None else ():
        if hearing is not None and {item, *groups} & set(m.refs(hearing, held)):
            return f"已{label}（{m.place(held)}）"
    told = m.told(own, item)
    return f"{label}：{told if told else NOT_ENTERED}"
