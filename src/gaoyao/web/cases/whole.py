"""The whole review in the frame of the workbench: the sections of the page that `gaoyao review` writes."""

from __future__ import annotations

import re
from collections.abc import Callable

from gaoyao.review.model import Review
from gaoyao.review.render.markup import Safe, join, tag
from gaoyao.review.render.sections import (
    asking,
    chronicle,
    entries,
    facts,
    findings,
    head,
    notes,
    outcomes,
    periods,
    standing,
    statements,
)
from gaoyao.review.render.sections.statutes import Statutes

_SECTIONS = {"item": "standing", "count": "facts", "school": "schools"}
"""Where the subjects and schools have their own place (`markup.anchor`)."""


def whole(review: Review, chosen: str = "") -> Safe:
    """One section of the review with the table of all of them; the first section without a known name.

    A whole review is several hundred kilobytes; every text in it was escaped where the markup was made.
    """
    laws = Statutes(review)
    made = {ident: (title, build) for ident, title, build in _sections(review, laws)}
    name = chosen if chosen in made else next(iter(made))
    links = (
        tag("li", tag("a", title, href=f"?section={ident}", aria_current="page" if ident == name else None))
        for ident, (title, _) in made.items()
    )
    contents = tag("nav", tag("ol", *links), class_="toc", aria_label="目录")
    top = (head.certificate(review),) if name == next(iter(made)) else ()
    body = _linked(tag("section", made[name][1](), id=name), review)
    return join((*top, contents, body, notes.footer(review)))


def _linked(body: Safe, review: Review) -> Safe:
    """Links to what stands in another section lead to that section."""
    of = {one.id: f"findings-{one.weight.value}" for one in review.findings}

    def target(found: re.Match[str]) -> str:
        ident = found[1]
        section = of.get(ident) or _SECTIONS.get(ident.partition("-")[0])
        return f'href="?section={section}#{ident}"' if section else found[0]

    return Safe(re.sub(r'href="#([\w-]+)"', target, body))


def _sections(review: Review, laws: Statutes) -> list[tuple[str, str, Callable[[], Safe]]]:
    weights = [
        (ident, title, lambda body=body: body) for ident, title, body in findings.sections(review, laws)
    ]
    registered, told = entries.entries(review.registers), statements.statements(review.statements)
    return [
        *weights,
        ("standing", "证据的处境", lambda: standing.standing(review)),
        ("facts", "待证事实", lambda: facts.facts(review)),
        *([("registers", "登记簿", lambda: registered)] if registered else []),
        *([("statements", "供述比对", lambda: told)] if told else []),
        ("dispositions", "法律禁止或者要求的处理", lambda: outcomes.dispositions(review)),
        ("arguments", "没有得到回应的辩解、辩护意见", lambda: outcomes.arguments(review)),
        ("duties", "应当履行而未履行的职责", lambda: outcomes.duties(review)),
        ("periods", "期限", lambda: periods.periods(review)),
        ("questions", "接下来要查明的", lambda: asking.questions(review)),
        ("timeline", "时间经过", lambda: chronicle.chronicle(review)),
        *([("statutes", "所引条文原文", laws.section)] if laws.cited else []),
        ("schools", "解释口径", lambda: notes.schools(review)),
        ("not-checked", "未检查", lambda: notes.not_checked(review)),
    ]
