"""A frame in which what nobody has entered does not contribute: tells 未录入 from 查了而仍不明."""

from __future__ import annotations

import numpy as np

from gaoyao.logic.frame import Floats, Frame, Int8, Ints
from gaoyao.logic.tree import Choice, Concluded, Flag, Moment, Quantity, Relation
from gaoyao.logic.truth import Why


def _skip(why: Int8) -> Int8:
    return np.where(why == int(Why.NOT_ENTERED), np.int8(Why.NOT_APPLICABLE), why)


class LenientFrame:
    """The same columns, with 未录入 read as 不适用 (it never helps a finding)."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame

    def size(self, kind: str) -> int:
        """How many subjects of `kind` there are."""
        return self._frame.size(kind)

    def flag(self, field: Flag) -> tuple[Int8, Int8]:
        """Truth and Why per subject."""
        truth, why = self._frame.flag(field)
        return truth, _skip(why)

    def interval(self, field: Quantity | Moment) -> tuple[Floats, Floats, Int8]:
        """Low, high and Why per subject."""
        low, high, why = self._frame.interval(field)
        return low, high, _skip(why)

    def choice(self, field: Choice) -> tuple[Ints, Int8]:
        """Option index and Why per subject."""
        index, why = self._frame.choice(field)
        return index, _skip(why)

    def pairs(self, relation: Relation) -> tuple[Ints, Ints]:
        """Source and target of every entry."""
        return self._frame.pairs(relation)

    def concluded(self, concept: Concluded) -> Int8:
        """Truth of a lower stratum's concept."""
        return self._frame.concluded(concept)
