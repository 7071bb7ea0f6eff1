"""Items of which nobody has said whether they are used against the accused: what hangs on that was not checked.

Most rules on evidence concern only what the prosecution uses against the accused (Interp. 2021 art. 69 ff.), so their
premise (ADR 0006) is silent until somebody says so.  Silence about an item that carries a fact must not read as a pass.
"""

from __future__ import annotations

from gaoyao.dossier.frame import CaseFrame
from gaoyao.dossier.vocabulary import Item
from gaoyao.logic.truth import Truth
from gaoyao.proof.points import Table
from gaoyao.review.model import NotChecked

SHOWN = 12


def unsaid(frame: CaseFrame, table: Table) -> list[NotChecked]:
    """One line naming the items that support a fact, are not said to favour the accused, and have no answer."""
    against, favourable = frame.flag(Item.against)[0], frame.flag(Item.favourable)[0]
    carrying = {
        item for item, supports in zip(table.support_item, table.support_for, strict=True) if supports
    }
    silent = sorted(
        item for item in carrying if against[item] == Truth.UNKNOWN and favourable[item] != Truth.YES
    )
    if not silent:
        return []
    names = "、".join(frame.identifier("item", item) for item in silent[:SHOWN])
    more = f"等 {len(silent)} 件" if len(silent) > SHOWN else f"（{len(silent)} 件）"
    return [
        NotChecked(
            f"证据 {names}{more}的取证检查",
            f"“{Item.against.label}”没有录入或者不明，以它为前提的检查没有进行；控方用来指控的填“是”，其余填“否”",
        )
    ]
