"""Detectors over the registers: what comes from a confession, and which rivals a named person answered in writing."""

from __future__ import annotations

import numpy as np

from gaoyao.dossier.frame import CaseFrame
from gaoyao.dossier.vocabulary import Rival
from gaoyao.logic.frame import Int8
from gaoyao.proof.drawn import NO, UNKNOWN, YES, restating, types_of


def from_confession(frame: CaseFrame) -> Int8:
    """Per item: is it a confession, or does it only restate one (the same origin: it answers nothing by itself)?

    An object found from a confession is another origin.  An item without a type, and one derived from a confession of
    which nobody said whether it holds anything of its own, is unknown.
    """
    kinds = types_of(frame)
    return np.array(
        [
            YES if kind == "confession" else UNKNOWN if not kind and value != YES else value
            for kind, value in zip(kinds, restating(frame), strict=True)
        ],
        np.int8,
    )


def told(value: object) -> bool:
    """Is something written down?  Marks and blanks alone say nothing."""
    return isinstance(value, str) and any(char.isalnum() for char in value)


def reasoned(frame: CaseFrame) -> Int8:
    """Per rival: did a named person write down the reason for its disposal?"""
    cells = frame.view.cells

    def entered(field: str, subject: str) -> bool:
        live = cells.get(field, {}).get(subject)
        return live is not None and told(live.value)

    return np.array(
        [
            YES if entered(Rival.by.path, subject) and entered(Rival.reason.path, subject) else NO
            for subject in frame.subjects("rival")
        ],
        np.int8,
    )
