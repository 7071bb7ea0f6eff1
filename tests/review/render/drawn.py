"""Reading a picture back: its texts as boxes, and whether two of them lie on each other."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import dataclass
from itertools import combinations

from gaoyao.review.render.svg import width_of

SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Words:
    """A line of words and the box it takes."""

    text: str
    left: float
    right: float
    top: float
    bottom: float


def words(svg: str) -> list[Words]:
    """Every line of text in a picture; fails where it is no well-formed XML."""
    made = []
    for one in ET.fromstring(svg).iter(f"{SVG}text"):
        size = float(one.get("font-size", "13"))
        anchor = one.get("text-anchor", "start")
        lines = [(span.text or "", span.get("x"), span.get("y")) for span in one.iter(f"{SVG}tspan")]
        for told, x, y in lines or [("".join(one.itertext()), one.get("x"), one.get("y"))]:
            wide = width_of(told, size)
            left = float(x or 0) - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
            base = float(y or 0)
            made.append(Words(told, left, left + wide, base - size * 0.82, base + size * 0.14))
    return made


def overlapping(svg: str) -> list[tuple[str, str]]:
    """Pairs of lines that lie on each other."""
    return [
        (one.text, other.text) for one, other in combinations(words(svg), 2)
        if one.left < other.right - 0.5 and other.left < one.right - 0.5 and one.top < other.bottom and other.top < one.bottom
    ]  # fmt: skip


def outside(svg: str) -> list[str]:
    """Lines that leave the picture."""
    _, _, wide, tall = map(float, ET.fromstring(svg).get("viewBox", "").split())
    return [
        one.text
        for one in words(svg)
        if one.left < -0.5 or one.right > wide + 0.5 or one.top < 0 or one.bottom > tall
    ]
