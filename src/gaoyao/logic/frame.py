"""What the readings need from a case: columns per field and relation, and single cells with addresses.

`logic` knows nothing of law or cases; the dossier supplies objects that satisfy these protocols.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from gaoyao.logic.tree import Choice, Concluded, Flag, Moment, Quantity, Relation
from gaoyao.logic.truth import Why

Int8 = NDArray[np.int8]
Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a value stands: page in the file (`page`), place in the exchange file (`file`, `line`), quote, basis."""

    page: str = ""
    file: str = ""
    line: int = 0
    quote: str = ""
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """The live value of one field of one subject.

    `value` is bool for a flag, (low, high) for a quantity or moment (minutes since 1970-01-01), a code for a
    choice; None when `why` is not KNOWN.  `text` is the value as a person reads it.  `note` is the reason
    given for 不适用, 查而不明 or 卷内无记载.
    """

    value: bool | tuple[float, float] | str | None
    why: Why = Why.KNOWN
    text: str = ""
    sources: tuple[Source, ...] = ()
    note: str = ""


class Frame(Protocol):
    """A case as columns.  Subjects of a kind are numbered 0 … size-1 in a fixed order."""

    def size(self, kind: str) -> int:
        """How many subjects of `kind` there are."""

    def flag(self, field: Flag) -> tuple[Int8, Int8]:
        """Truth (-1, 0, 1) and Why code per subject of the field's kind."""

    def interval(self, field: Quantity | Moment) -> tuple[Floats, Floats, Int8]:
        """Low, high and Why code per subject; low and high are NaN where Why is not KNOWN."""

    def choice(self, field: Choice) -> tuple[Ints, Int8]:
        """Index into `field.options` (-1 where not known) and Why code per subject."""

    def pairs(self, relation: Relation) -> tuple[Ints, Ints]:
        """Source and target subject numbers of every entry of the relation, sorted by source."""

    def concluded(self, concept: Concluded) -> Int8:
        """Truth per subject of the concept's kind, computed by a lower stratum."""


class CellFrame(Frame, Protocol):
    """A frame whose single cells and names can be read, for reasons and questions."""

    def cell(self, field: Flag | Quantity | Moment | Choice, subject: int) -> Cell:
        """The live cell of a subject."""

    def targets(self, relation: Relation, subject: int) -> Sequence[int]:
        """Targets of one subject, in the frame's order."""

    def name(self, kind: str, subject: int) -> str:
        """What a person calls the subject: 证据3《讯问笔录（第二次）》."""

    def identifier(self, kind: str, subject: int) -> str:
        """The subject's id in the dossier."""

    def concluded_by(self, concept: Concluded, subject: int) -> Sequence[str]:
        """Sentences that say why the concept holds, fails or is open for the subject."""
