"""From recognised lines to the text of a page: rows top to bottom, the cells of a table apart by a tab."""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import median

from gaoyao.intake.ocr.engine import Word
from gaoyao.intake.pages.model import SCALE, Box, Line


def laid_out(words: Sequence[Word], width: int, height: int) -> tuple[str, tuple[Line, ...]]:
    """The text and the place of every line in it, for a picture of this size."""
    pieces: list[str] = []
    lines: list[Line] = []
    at = 0
    for row in _rows(words):
        for number, word in enumerate(row):
            if number:
                pieces.append("\t")
                at += 1
            pieces.append(word.text)
            lines.append(Line(at, at + len(word.text), _box(word, width, height), round(word.score, 4)))
            at += len(word.text)
        pieces.append("\n")
        at += 1
    return "".join(pieces).rstrip("\n"), tuple(lines)


def _box(word: Word, width: int, height: int) -> Box:
    left, top, right, bottom = word.bounds
    edges = (left * SCALE // width, top * SCALE // height, right * SCALE // width, bottom * SCALE // height)
    return tuple(min(max(edge, 0), SCALE) for edge in edges)  # type: ignore[return-value]


def _rows(words: Sequence[Word]) -> list[list[Word]]:
    """Lines that stand beside one another, after the slant of the page is taken out."""
    if not words:
        return []
    slope = _slope(words)
    tall = median(_height(word) for word in words)
    placed = sorted(((_middle(word, slope), word) for word in words), key=lambda one: one[0])
    rows: list[list[Word]] = []
    base = -math.inf
    for y, word in placed:
        if y - base > 0.55 * tall:
            rows.append([])
            base = y
        rows[-1].append(word)
    return [sorted(row, key=lambda word: word.bounds[0]) for row in rows]


def _slope(words: Sequence[Word]) -> float:
    slopes: list[float] = []
    for word in words:
        (x1, y1), (x2, y2) = word.corners[0], word.corners[1]
        if x2 - x1 > 6 * _height(word):
            slopes.append((y2 - y1) / (x2 - x1))
    return median(slopes) if slopes else 0.0


def _height(word: Word) -> float:
    (_, y1), (_, y4) = word.corners[0], word.corners[-1]
    return max(1.0, abs(y4 - y1))


def _middle(word: Word, slope: float) -> float:
    xs, ys = zip(*word.corners, strict=True)
    return float(sum(ys) / len(ys) - slope * sum(xs) / len(xs))
