"""A share with its Wilson 95 % interval, as every benchmark prints it."""

from __future__ import annotations

from math import sqrt
from typing import Any

_Z = 1.959963984540054


def interval(right: int, total: int) -> tuple[float, float]:
    """Wilson score interval at 95 % for `right` of `total` (0, 1 when there is nothing to count)."""
    if total == 0:
        return 0.0, 1.0
    p, z2 = right / total, _Z * _Z
    centre = (p + z2 / (2 * total)) / (1 + z2 / total)
    half = _Z * sqrt(p * (1 - p) / total + z2 / (4 * total * total)) / (1 + z2 / total)
    return max(0.0, centre - half), min(1.0, centre + half)


def share(right: int, total: int) -> dict[str, Any]:
    """`right` of `total` as numbers and as one printable line."""
    low, high = interval(right, total)
    value = right / total if total else 0.0
    return {
        "right": right, "total": total, "value": round(value, 4), "low": round(low, 4), "high": round(high, 4),
        "text": f"{right}/{total} = {value:.1%} [{low:.1%}, {high:.1%}]",
    }  # fmt: skip
