"""`gaoyao law check`: every citation of rules and deadline rows against the imported statute texts."""

from __future__ import annotations

from gaoyao.law.citation import Citation
from gaoyao.law.texts.command import make_check
from gaoyao.procedure import RULES as DEADLINES
from gaoyao.review.engine import rules


def citations() -> list[Citation]:
    """Every citation the software makes, rules first, then deadline rows."""
    cited = [source for one in rules() for source in one.sources]
    return cited + [source for row in DEADLINES.values() for source in row.citations]


check = make_check(citations)
