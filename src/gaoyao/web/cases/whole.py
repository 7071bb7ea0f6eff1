"""The whole review in the frame of the workbench: the sections of the page that `gaoyao review` writes."""

from __future__ import annotations

import re

from gaoyao.review.model import Review
from gaoyao.review.render.markup import Safe, join, tag
from gaoyao.review.render.sections import head, notes
from gaoyao.review.render.sections.listed import listed
from gaoyao.review.render.sections.statutes import Statutes

_SECTIONS = {"item": "standing", "count": "facts", "school": "schools"}
"""Where the subjects and schools have their own place (`markup.anchor`)."""


def whole(review: Review, chosen: str = "") -> Safe:
    """One section of the review with the table of all of them; the first section without a known name.

    A whole review is several hundred kilobytes; every text in it was escaped where the markup was made.
    """
    laws = Statutes(review)
    made = {ident: (title, build) for ident, title, build in listed(review, laws)}
    name = chosen if chosen in made else next(iter(made))
    links = (
        tag("li", tag("a", title, href=f"?section={ident}", aria_current="page" if ident == name else None))
        for ident, (title, _) in made.items()
    )
    contents = tag("nav", tag("ol", *links), class_="toc", aria_label="目录")
    top = (head.certificate(review),) if name == next(iter(made)) else ()
    body = linked(tag("section", made[name][1](), id=name), review)
    return join((*top, contents, body, notes.footer(review)))


def linked(body: Safe, review: Review, address: str = "") -> Safe:
    """Links to what stands in another section lead to that section, of the review at `address` ('': this page)."""
    of = {one.id: f"findings-{one.weight.value}" for one in review.findings}

    def target(found: re.Match[str]) -> str:
        ident = found[1]
        section = of.get(ident) or _SECTIONS.get(ident.partition("-")[0])
        return f'href="{address}?section={section}#{ident}"' if section else found[0]

    return Safe(re.sub(r'href="#([\w-]+)"', target, body))
