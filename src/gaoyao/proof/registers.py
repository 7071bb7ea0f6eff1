"""Detectors over the registers: what comes from a confession, and which rivals a named person answered in writing."""

from __future__ import annotations

import numpy as np

from gaoyao.dossier.frame import CaseFrame
from gaoyao.dossier.vocabulary import Item, Rival
from gaoyao.logic.frame import Int8
from gaoyao.proof.points import DERIVATIVE, NO, UNKNOWN, YES, derivations


def from_confession(frame: CaseFrame) -> Int8:
    """Per item: is it a confession, or does it only restate one (the same origin: it answers nothing by itself)?

    An object found from a confession is another origin.  An item without a type is unknown.
    """
    types = [code for code, _ in Item.type.options] + [""]
    kinds = [types[n] for n in frame.choice(Item.type)[0].tolist()]
    restates = frame.flag(Item.only_restates_confession)[0].tolist()
    derived = derivations(frame)
    out = np.full(frame.size("item"), NO, np.int8)
    for item, kind in enumerate(kinds):
        drawn = kind in DERIVATIVE and any(kinds[source] == "confession" for source in derived.get(item, ()))
        if kind == "confession" or drawn or restates[item] == YES:
            out[item] = YES
        elif not kind:
            out[item] = UNKNOWN
    return out


def reasoned(frame: CaseFrame) -> Int8:
    """Per rival: did a named person write down the reason for its disposal?"""
    cells = frame.view.cells

    def entered(field: str, subject: str) -> bool:
        live = cells.get(field, {}).get(subject)
        return live is not None and isinstance(live.value, str) and bool(live.value.strip())

    return np.array(
        [
            YES if entered(Rival.by.path, subject) and entered(Rival.reason.path, subject) else NO
            for subject in frame.subjects("rival")
        ],
        np.int8,
    )
