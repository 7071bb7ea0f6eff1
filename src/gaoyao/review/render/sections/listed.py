"""The sections of a review in the order a judge needs them; one list for the page and for the workbench."""

from __future__ import annotations

from collections.abc import Callable

from gaoyao.review.model import Review, Robustness
from gaoyao.review.render.markup import Safe
from gaoyao.review.render.sections import (
    asking,
    chronicle,
    entries,
    facts,
    findings,
    graphs,
    mismatched,
    notes,
    outcomes,
    periods,
    robust,
    standing,
    statements,
)
from gaoyao.review.render.sections.statutes import Statutes

Section = tuple[str, str, Callable[[], Safe]]
"""Its id on the page, its title, and what writes it (called only for the sections shown)."""


def listed(
    review: Review,
    laws: Statutes,
    robustness: Robustness | None = None,
    links: mismatched.Links = mismatched.NOWHERE,
) -> list[Section]:
    """`links` lead to the pages of mismatches.  Sections with nothing to say (registers, statements, robustness, statutes) are left out."""
    registered, told = entries.entries(review.registers), statements.statements(review.statements)
    return [
        *((ident, title, lambda body=body: body) for ident, title, body in findings.sections(review, laws)),
        ("standing", "证据的处境", lambda: standing.standing(review)),
        ("facts", "待证事实", lambda: facts.facts(review)),
        *([("graphs", "证明图", lambda: graphs.graphs_of(review, robustness))] if review.points else []),
        *([("registers", "登记簿", lambda: registered)] if registered else []),
        *(
            [("mismatches", mismatched.TITLE, lambda: mismatched.mismatched(review, links))]
            if review.mismatches
            else []
        ),
        *([("statements", "供述比对", lambda: told)] if told else []),
        *([("robustness", "经不经得起去掉证据", lambda: robust.robust(robustness))] if robustness else []),
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
