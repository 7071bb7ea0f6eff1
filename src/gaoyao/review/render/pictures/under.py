"""What stands under the items of a proof graph: routes without evidence, breaks elsewhere, what blocks the fact."""

from __future__ import annotations

from gaoyao.review.render.markup import Safe
from gaoyao.review.render.pictures.weave import Block, Weave
from gaoyao.review.render.style import LINE, SOFT, TONES
from gaoyao.review.render.svg import WIDTH, box, fitted, text

LISTED = 10
"""Lines of the list of what blocks; the table has all."""


def below(made: Weave, top: float) -> tuple[list[Safe], float]:
    """Routes without evidence, then what blocks: obstacles by their rules, then the entries by number."""
    shapes: list[Safe] = []
    y = top + 8
    if made.closed and made.heads:
        names = "；".join(f"{head.letter} {head.label}" for head in made.closed)
        shapes.append(text(6, y + 13, fitted(f"没有证据可走的路径：{names}", WIDTH - 12, 12), 12, SOFT))
        y += 22
    if made.elsewhere:
        shapes.append(text(6, y + 13, fitted(elsewhere(made), WIDTH - 12, 12), 12))
        y += 22
    if not made.obstacles and not made.blocks:
        return shapes, y
    start = y
    y += 8
    shapes.append(text(16, y + 13, "⊣ 挡住或者拖住这一事实的", 13, TONES["bad"], weight=700))
    y += 22
    for number, (words, title, _) in enumerate(made.obstacles[:LISTED]):
        x = 20 + number % 2 * (WIDTH / 2 - 10)  # two beside each other
        shapes.append(text(x, y + 13, words, 12, TONES["bad" if words == "法定" else "warn"], weight=700))
        shapes.append(text(x + 32, y + 13, fitted(title, WIDTH / 2 - 60, 12), 12))
        y += 20 if number % 2 or number == min(len(made.obstacles), LISTED) - 1 else 0
    y = _more(shapes, len(made.obstacles) - LISTED, y)
    for block in made.blocks[:LISTED]:
        shapes += _block(block, y)
        y += 20
    y = _more(shapes, len(made.blocks) - LISTED, y)
    if made.answered:
        shapes.append(text(20, y + 13, f"另有 {len(made.answered)} 项已经答复，见文字表", 12, SOFT))
        y += 20
    shapes.insert(0, box(2, start, WIDTH - 4, y - start + 4, "none", LINE, round_=4))
    return shapes, y + 6


def elsewhere(made: Weave) -> str:
    """Breaking sets that reach beyond the fact's own items."""
    told_ = [f"{'与'.join(one.named)}（失去后{one.after or '走通的路径全断'}）" for one in made.elsewhere]
    return f"断点在别处：{'；'.join(told_)}"


def _more(shapes: list[Safe], number: int, y: float) -> float:
    if number <= 0:
        return y
    shapes.append(text(52, y + 13, f"其余 {number} 项见文字表", 12, SOFT))
    return y + 20


def _block(block: Block, y: float) -> list[Safe]:
    items = f"（证据 {'、'.join(block.named)}）" if block.named else ""
    words = f"{block.name}（{block.state}）：{block.about}{items}"
    return [
        text(20, y + 13, f"⊣{block.number}", 12, TONES["bad"], weight=700),
        text(52, y + 13, fitted(words, WIDTH - 70, 12), 12),
    ]
