"""The standing ladder: every rung from usable down to excluded, with the items that stand on it."""

from __future__ import annotations

from gaoyao.review.model import ItemLine, Review
from gaoyao.review.render.markup import Safe
from gaoyao.review.render.style import LINE, SOFT, TINTS, TONES
from gaoyao.review.render.svg import WIDTH, Picture, box, fitted, line, text, width_of
from gaoyao.review.render.wording import BANDS, RUNGS
from gaoyao.review.standing import Rung

LEFT, START, STEP, LINES = 92.0, 330.0, 25.0, 6
_BAND, _PAD = 26.0, 34.0


def ladder(review: Review) -> Picture:
    """The picture; a rung shows up to six lines of item numbers and counts the rest."""
    shapes: list[Safe] = []
    top = 6.0
    for truth, words in BANDS:
        rungs = [rung for rung in Rung if rung.truth is truth]
        items = [one for one in review.items if one.rung in rungs]
        tone = RUNGS[rungs[0]][1]
        start = top
        top += _BAND
        drawn: list[Safe] = []
        for rung in rungs:
            made, height = _rung(rung, [one for one in items if one.rung is rung], top)
            drawn += made
            top += height
        shapes.append(box(78, start, WIDTH - 79, top - start, TINTS[tone], LINE))
        shapes.append(text(LEFT, start + 18, f"{words}：{len(items)} 件", 13, TONES[tone], weight=700))
        shapes += drawn
        top += 10
    rails = [line(x, 0, x, top - 4, SOFT, 4) for x in (20, 52)]
    told = "；".join(f"{rung.label} {sum(one.rung is rung for one in review.items)} 件" for rung in Rung)
    return Picture(
        "ladder", "证据处境阶梯", f"自上而下八级，共 {len(review.items)} 件：{told}。", top, (*rails, *shapes)
    )


def _rung(rung: Rung, items: list[ItemLine], top: float) -> tuple[list[Safe], float]:
    """One rung at `top`: its shapes and its height."""
    sign, tone = RUNGS[rung]
    rows, left = _wrapped([one.subject.id for one in items])
    height = max(_PAD, 9 + STEP * max(len(rows), 1))
    middle = top + 21
    faint = not items
    shapes = [
        line(20, middle - 5, 52, middle - 5, SOFT, 4),
        line(52, middle - 5, 78, middle - 5, LINE, 1),
        line(79, top, WIDTH - 1, top, LINE, 1),
        text(LEFT, middle, sign, 15, SOFT if faint else TONES[tone]),
        text(LEFT + 22, middle, rung.label, 14, SOFT if faint else None, weight=None if faint else 600),
        text(START - 22, middle, str(len(items)), 15, SOFT if faint else None, "end", None if faint else 700),
    ]
    where = {fitted(one.subject.id, 160, 12): one for one in items}
    for number, names in enumerate(rows):
        x, y = START, top + 5 + STEP * number
        for name in names:
            wide = width_of(name, 12) + 12
            shapes.append(
                box(x, y, wide, 20, "#ffffff", TONES[tone], round_=3, hint=where[name].subject.name)
            )
            shapes.append(text(x + wide / 2, y + 14.5, name, 12, None, "middle", struck=rung in _STRUCK))
            x += wide + 6
        if left and number == len(rows) - 1:
            shapes.append(text(x + 2, y + 14.5, f"另 {left} 件见下表", 12, SOFT))
    return shapes, height


_STRUCK = frozenset((Rung.NOT_BASIS, Rung.EXCLUDED, Rung.WITHDRAWN))


def _wrapped(names: list[str]) -> tuple[list[list[str]], int]:
    """Item numbers in lines that fit, and how many are left out."""
    rows: list[list[str]] = []
    x, room = 0.0, WIDTH - START - 10
    for number, name in enumerate(names):
        name = fitted(name, 160, 12)
        wide = width_of(name, 12) + 18
        last = len(rows) == LINES
        if rows and x + wide + (100 if last else 0) <= room:
            rows[-1].append(name)
            x += wide
        elif last:
            return rows, len(names) - number
        else:
            rows.append([name])
            x = wide
    return rows, 0
