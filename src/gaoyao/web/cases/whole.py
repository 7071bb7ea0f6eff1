"""The whole review in the frame of the workbench: the sections of the page that `gaoyao review` writes."""

from __future__ import annotations

import re

from gaoyao.review.model import Review
from gaoyao.review.render.markup import Safe, join, tag
from gaoyao.review.render.sections import head, notes
from gaoyao.review.render.sections.listed import listed
from gaoyao.review.render.sections.mismatched import NOWHERE, Links
from gaoyao.review.render.sections.statutes import Statutes
from gaoyao.web.cases.portions import Portion, places, portion

_SECTIONS = {"item": "standing", "count": "facts", "school": "schools"}
"""Where the subjects and schools have their own place (`markup.anchor`)."""


def whole(review: Review, chosen: str = "", number: int = 1, ways: Links = NOWHERE) -> Safe:
    """One section of the review with the table of all of them; the first section without a known name.

    A whole review is several hundred kilobytes, and so is a section of a large case: it comes in pages.  Every text in
    it was escaped where the markup was made.  `ways` lead to the pages of mismatches.
    """
    laws = Statutes(review)
    made = {ident: (title, build) for ident, title, build in listed(review, laws, links=ways)}
    name = chosen if chosen in made else next(iter(made))
    links = (
        tag("li", tag("a", title, href=f"?section={ident}", aria_current="page" if ident == name else None))
        for ident, (title, _) in made.items()
    )
    contents = tag("nav", tag("ol", *links), class_="toc", aria_label="目录")
    top = (head.certificate(review),) if name == next(iter(made)) and number == 1 else ()
    part = portion(review, name, number, laws, ways)
    turn = (_turn(name, part),) if part.last > 1 else ()
    shown = part.body if part.body is not None else made[name][1]()
    body = linked(tag("section", *turn, shown, *turn, id=name), review)
    return join((*top, contents, body, notes.footer(review)))


def _turn(section: str, part: Portion) -> Safe:
    """Links to the page before and after."""
    there = [
        tag("a", label, href=f"?section={section}&page={number}", rel=rel)
        for label, number, rel in (("上一页", part.number - 1, "prev"), ("下一页", part.number + 1, "next"))
        if 1 <= number <= part.last
    ]
    told = tag("span", f"第 {part.number} 页，共 {part.last} 页：{part.told}")
    return tag(
        "nav", *there[: part.number > 1], told, *there[part.number > 1 :], class_="pages", aria_label="翻页"
    )


def linked(body: Safe, review: Review, address: str = "") -> Safe:
    """Links to what stands in another section lead to that section, of the review at `address` ('': this page)."""
    of = places(review)

    def target(found: re.Match[str]) -> str:
        ident = found[1]
        section, number = of.get(ident) or (_SECTIONS.get(ident.partition("-")[0], ""), 1)
        page = f"&amp;page={number}" if number > 1 else ""
        return f'href="{address}?section={section}{page}#{ident}"' if section else found[0]

    return Safe(re.sub(r'href="#([\w-]+)"', target, body))
