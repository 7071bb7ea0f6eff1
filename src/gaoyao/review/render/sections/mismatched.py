"""Papers that do not agree: numbered hints, both sides with page and words; they never compel."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gaoyao.review.mismatches import HINT, MismatchLine, MismatchSide
from gaoyao.review.model import Review
from gaoyao.review.render.markup import Safe, join, long, row, tag

TITLE = "文书之间对不上的"
LEAD = (
    "两份材料对同一件事的记载不一致，或者一份材料自己前后不一致。只是提示，请由人对照两处原页；"
    "程序不判断哪一处对，也不因此得出任何结论。"
)


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses, '' for none: of the page of an assertion (by its id), of the form for what a person found (by entry)."""

    page: Callable[[str], str]
    result: Callable[[str], str]


NOWHERE = Links(lambda assertion: "", lambda entry: "")
"""A page of its own has no originals to open and nothing to fill in."""


def mismatched(review: Review, links: Links = NOWHERE) -> Safe:
    """The section."""
    lines = review.mismatches
    heads = ("号", "事项", "内容", "出处", "核对")
    return join((
        tag("h2", f"{TITLE}（{HINT}，{len(lines)} 处）"),
        tag("p", LEAD, class_="soft"),
        long(f"文书不一致：{len(lines)} 处", heads, [_row(one, links) for one in lines]),
    ))  # fmt: skip


def _row(one: MismatchLine, links: Links) -> Safe:
    sides = join(tag("div", _side(side, links)) for side in one.sides)
    state = one.result or ("已经人看过" if one.looked_at else "还没有人看过")
    form = links.result(one.id)
    told = join((state, " ", tag("a", "写核对结果", href=form, class_="noprint"))) if form else state
    return row((f"{HINT}{one.number}", one.matter, one.about, sides if one.sides else "无页码", told), "row")


def _side(side: MismatchSide, links: Links) -> Safe:
    address = links.page(side.assertion)
    page = tag("a", side.page, href=address) if address else side.page
    return join((page, f"“{side.quote}”" if side.quote else ""))
