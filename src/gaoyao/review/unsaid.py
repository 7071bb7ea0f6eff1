"""Items of which nobody has said whether they are used against the accused: what hangs on that was not checked.

Most rules on evidence concern only what the prosecution uses against the accused (Interp. 2021 art. 69 ff.), so their
premise (ADR 0006) is silent until somebody says so.  Silence about an item that carries a fact must not read as a pass.
"""

from __future__ import annotations

import numpy as np

from gaoyao.dossier.frame import CaseFrame
from gaoyao.dossier.schema import Answerer
from gaoyao.dossier.vocabulary import Item
from gaoyao.logic.frame import Int8
from gaoyao.logic.truth import Truth
from gaoyao.proof.points import Table
from gaoyao.review.model import NotChecked, QuestionLine, Subject

SHOWN = 12


def silent(frame: CaseFrame, table: Table) -> Int8:
    """Per item: is there no word on its use, and it is neither said to favour the accused nor only set against a fact?"""
    out = np.full(frame.size("item"), Truth.YES, np.int8)
    against, favourable = frame.flag(Item.against)[0], frame.flag(Item.favourable)[0]
    carrying = {
        item for item, supports in zip(table.support_item, table.support_for, strict=True) if supports
    }
    out[[item for item in table.support_item if item not in carrying]] = Truth.NO
    out[(against[: len(out)] != Truth.UNKNOWN) | (favourable[: len(out)] == Truth.YES)] = Truth.NO
    return out


def unsaid(frame: CaseFrame, table: Table) -> tuple[list[NotChecked], list[QuestionLine]]:
    """One line naming the silent items, and one question about all of them."""
    items = np.flatnonzero(silent(frame, table) == Truth.YES).tolist()
    if not items:
        return [], []
    subjects = tuple(
        Subject("item", frame.identifier("item", item), frame.name("item", item), item) for item in items
    )
    names = "、".join(one.id for one in subjects[:SHOWN])
    more = f"等 {len(items)} 件" if len(items) > SHOWN else f"（{len(items)} 件）"
    line = NotChecked(
        f"证据 {names}{more}的取证检查",
        f"“{Item.against.label}”没有录入或者不明，以它为前提的检查没有进行；控方用来指控的填“是”，其余填“否”",
    )
    answerer = Answerer(Item.against.answers).label if Item.against.answers else "合议庭"
    asked = QuestionLine(
        Item.against.question or f"{Item.against.label}？",
        answerer,
        Item.against.path,
        subjects,
        ("取证检查未进行",),
        (),
        False,
        True,
        waits=len(subjects),
        opens=True,
    )
    return [line], [asked]
