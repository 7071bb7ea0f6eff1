"""How far two coders who did not see each other's work agree, beyond what chance alone would give.

Cohen 1960, Educational and Psychological Measurement 20:37–46; Krippendorff, Content Analysis (nominal data).  Both
are about the coding, never about the coders, and are printed with the number of units.  Where they are not defined
(nothing coded, or no variation at all) the value is None and the words say why: it is never shown as 0 or 1.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Agreement:
    """Units coded, units coded alike, agreement expected by chance (0–1), the coefficient (None where undefined), why."""

    method: str
    units: int
    alike: int
    expected: float | None
    value: float | None
    why: str = ""

    @property
    def words(self) -> str:
        """The result in plain words."""
        told = f"{self.units} 项里，{self.alike} 项判断相同"
        if self.value is None:
            return f"{told}；{self.method}没有定义：{self.why}。"
        chance = f"，其中凭偶然也会相同的约占 {self.expected:.0%}" if self.expected is not None else ""
        return f"{told}{chance}；扣除偶然以后的一致程度（{self.method}）是 {self.value:.2f}（1 为完全一致，0 为与偶然相同，可以是负数）。"


def cohen(first: Sequence[Hashable], second: Sequence[Hashable]) -> Agreement:
    """Cohen's κ of two coders on the same units, in the same order.  Raises ValueError for different lengths."""
    if len(first) != len(second):
        raise ValueError(f"两人编码的项数不同：{len(first)} 与 {len(second)}")
    number = len(first)
    alike = sum(one == other for one, other in zip(first, second, strict=True))
    if not number:
        return Agreement("κ", 0, 0, None, None, "还没有可比的编码")
    one, other = Counter(first), Counter(second)
    expected = sum(one[value] * other[value] for value in one) / number**2
    if expected == 1:
        return Agreement("κ", number, alike, expected, None, "两人对全部各项都作了同一个判断，没有差别可比")
    return Agreement("κ", number, alike, expected, (alike / number - expected) / (1 - expected))


def krippendorff(units: Sequence[Sequence[Hashable | None]]) -> Agreement:
    """Krippendorff's α for nominal data: per unit the judgements of any number of coders, None where one is missing.

    A unit with fewer than two judgements cannot be compared and is left out (and not counted).
    """
    usable = [[one for one in unit if one is not None] for unit in units]
    usable = [unit for unit in usable if len(unit) > 1]
    alike = sum(len(set(unit)) == 1 for unit in usable)
    if not usable:
        return Agreement("α", 0, 0, None, None, "没有两人都编码过的项")
    totals: Counter[Hashable] = Counter(one for unit in usable for one in unit)
    number = totals.total()
    observed = (
        sum(
            sum(count * (len(unit) - count) for count in Counter(unit).values()) / (len(unit) - 1)
            for unit in usable
        )
        / number
    )
    chance = sum(count * (number - count) for count in totals.values()) / (number * (number - 1))
    if chance == 0:
        return Agreement("α", len(usable), alike, None, None, "全部判断都相同，没有差别可比")
    return Agreement("α", len(usable), alike, 1 - chance, 1 - observed / chance)
