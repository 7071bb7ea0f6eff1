"""How easily the facts break, on the terminal: single points of failure first, then the four stress tests."""

from __future__ import annotations

from collections.abc import Callable

from gaoyao.review.model import BreakLine, Robustness

Say = Callable[[str, str], None]


def robust_lines(one: Robustness, say: Say) -> None:
    """Call `say(words, lead)` for every line."""
    for point in one.points:
        say(f"{point.point.name}（现为{point.state.label}）", "  · ")
        for single in point.singles:
            say(
                f"仅失去{_names(single)}一项，即{single.after.label}：{'；'.join(single.because)}", "      ▲ "
            )
        for more in point.by_item:
            if more.size > 1:
                say(f"同时失去{_names(more)}，即{more.after.label}：{'；'.join(more.because)}", "      ")
        limits = f"逐项试到 {point.item_limit} 件、{point.origin_limit} 个来源"
        say(f"没有找到会使其出现障碍的小集合（{limits}）" if not point.by_item else limits, "      ")
    for test in one.stress:
        say(test.sentence, "  ◆ ")


def _names(line: BreakLine) -> str:
    return "、".join(item.name for item in line.items)
