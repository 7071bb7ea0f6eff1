"""One picture to one page: stand it upright, read it, and say when something on it was not read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from gaoyao.intake.ocr.engine import Engine, Word
from gaoyao.intake.ocr.layout import laid_out
from gaoyao.intake.ocr.wording import in_set_words
from gaoyao.intake.pages.model import Line, Page, State, Why
from gaoyao.intake.pages.quality import is_blank, is_faint, is_mojibake, letters, uncovered

SURE = 0.90
"""Pages whose lines are read with at least this certainty stand upright; others are tried in other positions."""
LEGIBLE = 0.70
"""Below this the page is not read.  Ours (提示)."""
READ = 0.96
"""Below this the page is not wholly read: on worn pages (benchmarks/worn.py) one character in fifteen or more is wrong
there.  Ours (提示)."""
LOST = 0.06
"""Where more of the ink than this lies outside all lines, the page is incomplete.  Ours (提示)."""
HAND = 0.75
"""A line read with less certainty is taken for handwriting or a smear: shown, never a value.  Ours (提示)."""
_LIGHT, _REDDER = 130, 45
"""A pixel lighter than this on the red channel, and by this much darker on the others, is red.  Ours (提示)."""
_TRIED = 8


class Read(NamedTuple):
    """What recognition says of a page."""

    state: State
    text: str
    why: Why | None
    legibility: float
    notes: tuple[str, ...]
    lines: tuple[Line, ...]


def read_picture(rgb: Any, engine: Engine) -> Read:
    """Read a picture (rows, columns, red-green-blue)."""
    grey = np.ascontiguousarray(rgb[:, :, 0])
    if is_blank(grey):
        return Read(State.BLANK, "", None, 1.0, (), ())
    grey = without_red(rgb)
    words, turned, mirrored = _upright(grey, engine)
    notes = _notes(rgb, turned)
    if mirrored:
        return Read(State.UNREAD, "", Why.MIRRORED, 0.0, notes, ())
    if turned:
        grey = np.ascontiguousarray(np.rot90(grey, turned))
    height, width = grey.shape
    words, mended = in_set_words(words)
    text, lines = laid_out(words, width, height)
    lost = uncovered(grey, [word.bounds for word in words], spread=max(4, height // 300))
    sure = _certainty(words)
    unsure = sum(len(word.text) for word in words if word.score < HAND)
    legibility = round(sure * (1 - min(lost, 1.0)), 4)
    if mended:
        notes = (*notes, f"识别后按固定用语更正 {len(mended)} 字：{'、'.join(dict.fromkeys(mended))}")
    if unsure:
        notes = (*notes, f"有 {unsure} 字识别把握低（可能是手写），不据以提出内容")
    state, why = _state(words, text, sure, lost, grey)
    return Read(state, text, why, legibility, notes, lines)


def without_red(rgb: Any) -> Any:
    """The red channel with what is red made paper: pale stamps would be read into the lines under them.

    Black print under a stamp is dark on the red channel and stays.
    """
    grey = rgb[:, :, 0].copy()
    other = np.minimum(np.maximum(rgb[:, :, 1], rgb[:, :, 2]), grey)
    grey[(grey > _LIGHT) & (grey - other > _REDDER)] = np.percentile(grey[::16, ::16], 90)
    return np.ascontiguousarray(grey)


def _state(words: Sequence[Word], text: str, sure: float, lost: float, grey: Any) -> tuple[State, Why | None]:
    if not words:
        return State.UNREAD, Why.FAINT if is_faint(grey) else Why.PICTURE
    if sure < LEGIBLE or is_mojibake(text) or not letters(text):
        return State.UNREAD, Why.ILLEGIBLE
    if lost > LOST:
        return State.PARTIAL, Why.OUTSIDE
    if sure < READ:
        return State.PARTIAL, Why.ILLEGIBLE
    return State.OCR, None


def _certainty(words: Sequence[Word]) -> float:
    total = sum(len(word.text) for word in words)
    return sum(word.score * len(word.text) for word in words) / total if total else 0.0


def _upright(grey: Any, engine: Engine) -> tuple[list[Word], int, bool]:
    """The lines of the page set upright, how many quarter turns to the left that took, and whether it is mirrored."""
    words = engine.words(grey)
    if not words:
        return words, 0, False
    aside = sum(word.upright for word in words) * 2 > len(words)
    if _certainty(words) >= SURE and not aside:
        return words, 0, False
    quarter = 1 if aside else 0
    base = np.ascontiguousarray(np.rot90(grey, quarter)) if quarter else grey
    if quarter:
        words = engine.words(base)
    crops = _largest(base, words)
    scores = {
        turn: _mean(engine, [_view(crop, turn) for crop in crops])
        for turn in ("", "over", "mirror", "mirror over")
    }
    best = max(scores, key=lambda turn: scores[turn])
    if scores[best] < scores[""] + 0.05:
        best = ""
    if best.startswith("mirror"):
        return words, quarter, True
    if best == "over":
        quarter = (quarter + 2) % 4
        words = engine.words(np.ascontiguousarray(np.rot90(grey, quarter)))
    return words, quarter, False


def _largest(grey: Any, words: Sequence[Word]) -> list[Any]:
    chosen = sorted(words, key=lambda word: -(word.bounds[2] - word.bounds[0]))[:_TRIED]
    crops = []
    for word in chosen:
        left, top, right, bottom = word.bounds
        crop = grey[max(0, top - 2) : bottom + 2, max(0, left - 2) : right + 2]
        if crop.size:
            crops.append(crop)
    return crops


def _view(crop: Any, turn: str) -> Any:
    if turn == "over":
        crop = crop[::-1, ::-1]
    elif turn == "mirror":
        crop = crop[:, ::-1]
    elif turn == "mirror over":
        crop = crop[::-1, :]
    return np.ascontiguousarray(crop)


def _mean(engine: Engine, crops: Sequence[Any]) -> float:
    read = engine.read_lines(crops)
    return sum(score for _, score in read) / len(read) if read else 0.0


def _notes(rgb: Any, turned: int) -> tuple[str, ...]:
    out = [f"页面{'倒置' if turned == 2 else '横置'}，转正后识别"] if turned else []
    red = (rgb[:, :, 0] > 150) & (rgb[:, :, 1] < 110) & (rgb[:, :, 2] < 110)
    if float(red.mean()) > 0.0005:
        out.append("页上有红色印文或者红字，没有读")
    return tuple(out)


def as_page(page: Page, read: Read) -> Page:
    """The page with what recognition made of it; the text layer that was not trusted is dropped."""
    return Page(
        page.number,
        page.label,
        read.state,
        read.text,
        read.why,
        read.legibility,
        (*page.notes, *read.notes),
        read.lines,
    )
