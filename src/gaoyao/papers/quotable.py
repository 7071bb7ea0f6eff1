"""Which articles a paper may quote, and how: read against their text, open to the public, in the standard form."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from gaoyao.law.charges import charges, general
from gaoyao.law.citation import Citation
from gaoyao.law.instruments import Citable
from gaoyao.law.rule import Rule
from gaoyao.procedure import RULES as DEADLINES
from gaoyao.review.engine import rules
from gaoyao.review.model import QuestionLine, Review

UNQUOTED = "所依条文尚未与原文核对或者仅供内部参考，本文书不予引用；处理前由人查核法条。"
MOST = 4
"""Articles quoted for one question: a line of a paper, not a list."""


def quotable(cited: Iterable[Citation]) -> tuple[Citation, ...]:
    """Those whose words were read (no 条号未核) and which may be quoted outside the institution, each once."""
    return tuple(
        dict.fromkeys(one for one in cited if one.verified and one.instrument.citable is not Citable.INTERNAL)
    )


def official(one: Citation) -> str:
    """《full title》（number）第…条…, with 〈〉 for a title inside the title (标点符号用法, GB/T 15834)."""
    title = one.instrument.title.replace("《", "〈").replace("》", "〉")
    number = f"（{one.instrument.number}）" if one.instrument.number else ""
    return f"《{title}》{number}{one.provision}"


@cache
def _by_brief() -> dict[str, Citation]:
    made: dict[str, Citation] = {}
    cited = [source for rule in rules() for source in rule.sources]
    cited += [source for row in DEADLINES.values() for source in row.citations]
    cited += [source for row in DEADLINES.values() for leg in row.legs for source in leg.citations]
    cited += [
        check.duty
        for charge in (*charges().values(), general())
        for check in charge.checks
        if check.duty is not None
    ]
    for one in cited:
        made.setdefault(one.brief, one)
    return made


def from_briefs(briefs: Iterable[str]) -> tuple[Citation, ...]:
    """The quotable ones among short forms that a review prints; a form that is not known is left out."""
    known = _by_brief()
    return quotable(known[brief] for brief in briefs if brief in known)


@cache
def _by_title() -> dict[str, Rule]:
    return {rule.title: rule for rule in rules()}


def of_question(one: QuestionLine, review: Review) -> tuple[Citation, ...]:
    """Why a question is asked: the quotable articles of the rules that wait for it, as in force on the law's date."""
    waiting = [_by_title()[title] for title in one.because if title in _by_title()]
    found = quotable(cited for rule in waiting for cited in quotable(rule.cited_on(review.hearing))[:2])
    return (found or from_briefs(one.citations))[:MOST]


def briefly(cited: Iterable[Citation]) -> str:
    """Short forms joined, for a table; the paper ends with the full titles."""
    return "；".join(one.brief for one in cited)


def in_full(cited: Iterable[Citation]) -> str:
    """Standard forms joined."""
    return "、".join(official(one) for one in cited)
