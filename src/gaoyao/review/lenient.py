"""A frame in which what nobody has entered does not contribute: tells 未录入 from 查了而仍不明."""

from __future__ import annotations

import numpy as np

from gaoyao.logic.frame import Floats, Frame, Int8, Ints
from gaoyao.logic.tree import Choice, Concluded, Flag, Moment, Quantity, Relation
from gaoyao.logic.truth import Why


def _skip(why: Int8) -> Int8:
    skipped = np.where(why == int(Why.NOT_ENTERED), np.int8(Why.NOT_APPLICABLE), why)
    return np.append(skipped, np.int8(Why.NOT_APPLICABLE))


class LenientFrame:
    """The same columns, with 未录入 read as 不适用 (it never helps a finding).

    Every kind has one more subject, the last: the one nobody has entered.  A to-one relation without a target
    leads there, so that an interrogation record not yet entered is no different from its empty fields.
    """

    def __init__(self, frame: Frame) -> None:
        self._frame = frame

    def size(self, kind: str) -> int:
        """How many subjects of `kind` there are, with the one not entered."""
        return self._frame.size(kind) + 1

    def flag(self, field: Flag) -> tuple[Int8, Int8]:
        """Truth and Why per subject."""
        truth, why = self._frame.flag(field)
        return np.append(truth, np.int8(0)), _skip(why)

    def interval(self, field: Quantity | Moment) -> tuple[Floats, Floats, Int8]:
        """Low, high and Why per subject."""
        low, high, why = self._frame.interval(field)
        return np.append(low, np.nan), np.append(high, np.nan), _skip(why)

    def choice(self, field: Choice) -> tuple[Ints, Int8]:
        """Option index and Why per subject."""
        index, why = self._frame.choice(field)
        return np.append(index, -1), _skip(why)

    def pairs(self, relation: Relation) -> tuple[Ints, Ints]:
        """Source and target of every entry; a to-one relation always has a target."""
        source, target = self._frame.pairs(relation)
        if not relation.to_one:
            return source, target
        whole = np.full(self.size(relation.source), self._frame.size(relation.target), np.int64)
        whole[source] = target
        return np.arange(len(whole), dtype=np.int64), whole

    def concluded(self, concept: Concluded) -> Int8:
        """Truth of a lower stratum's concept."""
        return np.append(self._frame.concluded(concept), np.int8(0))
