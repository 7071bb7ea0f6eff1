"""Papers that do not agree: numbered hints, both sides with page and words; they never compel."""

from __future__ import annotations

from collections.abc import Callable

from gaoyao.review.mismatches import HINT, MismatchLine, MismatchSide
from gaoyao.review.model import Review
from gaoyao.review.render.markup import Safe, join, long, row, tag

TITLE = "文书之间对不上的"
LEAD = (
    "两份材料对同一件事的记载不一致，或者一份材料自己前后不一致。只是提示，请由人对照两处原页；"
    "程序不判断哪一处对，也不因此得出任何结论。"
)
Opens = Callable[[str], str]
"""From the id of an assertion to the address of its page; '' for none."""


def nowhere(assertion: str) -> str:
    """A page of its own has no originals to open."""
    return ""


def mismatched(review: Review, opens: Opens = nowhere) -> Safe:
    """The section."""
    lines = review.mismatches
    heads = ("号", "事项", "内容", "出处", "核对")
    return join((
        tag("h2", f"{TITLE}（{HINT}，{len(lines)} 处）"),
        tag("p", LEAD, class_="soft"),
        long(f"文书不一致：{len(lines)} 处", heads, [_row(one, opens) for one in lines]),
    ))  # fmt: skip


def _row(one: MismatchLine, opens: Opens) -> Safe:
    sides = join(tag("div", _side(side, opens)) for side in one.sides)
    state = one.result or ("已经人看过" if one.looked_at else "还没有人看过")
    return row((f"{HINT}{one.number}", one.matter, one.about, sides if one.sides else "无页码", state), "row")


def _side(side: MismatchSide, opens: Opens) -> Safe:
    address = opens(side.assertion)
    page = tag("a", side.page, href=address) if address else side.page
    return join((page, f"“{side.quote}”" if side.quote else ""))
