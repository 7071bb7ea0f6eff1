"""What several dissections say together: how often a cause was settled, and at which gate it could have been seen.

Only causes, gates and visibility are counted.  There is no argument by which a person could be counted, on purpose.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from gaoyao.quality.agreement import Agreement, krippendorff
from gaoyao.quality.codebook import Gate, Visible, by_code, codebook
from gaoyao.quality.dissection import CODERS, Dissection


@dataclass(frozen=True, slots=True)
class Overview:
    """`cases` dissections with settled causes; causes (code, label, number), gates and visibility with their numbers;
    α of all codings together.  A cause that occurs twice in one dissection cannot: numbers are numbers of cases."""

    cases: int
    causes: tuple[tuple[str, str, int], ...]
    gates: tuple[tuple[str, int], ...]
    visible: tuple[tuple[str, int], ...]
    agreement: Agreement


def overview(dissections: Iterable[Dissection]) -> Overview:
    """Count causes, gates and visibility; in the order of the code book, never ranked."""
    every = list(dissections)
    settled = [one for one in every if one.causes]
    causes = Counter(cause.code for one in settled for cause in one.causes)
    gates = Counter(cause.gate for one in settled for cause in one.causes)
    visible = Counter(cause.visible for one in settled for cause in one.causes)
    return Overview(
        len(settled), tuple((one.code, one.label, causes[one.code]) for one in codebook() if causes[one.code]),
        tuple((gate.label, gates[gate]) for gate in Gate if gates[gate]), tuple((one.label, visible[one]) for one in Visible if visible[one]),
        krippendorff([judged for one in every if not one.coding for judged in _units(one)]),
    )  # fmt: skip


def _units(one: Dissection) -> list[list[bool]]:
    chosen = [{coding.code for coding in one.codings[part]} for part in CODERS]
    return [[code in codes for codes in chosen] for code in by_code()]
