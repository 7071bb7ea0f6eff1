"""The legal basis of a judgment: the citations its decision rests on, apart from those it only quotes or
appends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gaoyao.citing.resolve import Resolution

_VERDICT = re.compile(
    r"(?:判决|裁定|决定)(?:如下)?\s*[：:]|(?:判决|裁定|决定)如下|作出如下(?:判决|裁定|决定)"
)
_SIGNED = re.compile(r"书\s*记\s*员|审\s*判\s*[长员](?!.{0,20}(?:出庭|支持))")
_RELY = re.compile(r"照|依据|根据|按|适用|依《|依法")
_OWN = re.compile(r"本院(?:经审理|审判委员会|再审|审查)?[^。]{0,6}认为")


def decision_span(source: str) -> tuple[int, int]:
    """Where the reasons of the deciding court begin and where its signature (hence any appendix) begins.

    Uses the last 判决如下 and the last 本院认为 before it: a second-instance text quotes the first judgment's.
    Without these marks the whole text counts.
    """
    verdicts = [match for match in _VERDICT.finditer(source) if "如下" in match.group()]
    verdicts = verdicts or list(_VERDICT.finditer(source))
    if not verdicts:
        return 0, len(source)
    verdict = verdicts[-1]
    signed = _SIGNED.search(source, verdict.end())
    own = [match.start() for match in _OWN.finditer(source, 0, verdict.start())]
    return (own[-1] if own else 0), (signed.start() if signed else len(source))


def legal_basis(source: str, resolutions: Sequence[Resolution]) -> list[Resolution]:
    """The citations of the deciding court's own basis: introduced by 依照/根据 … in its reasons, before the
    signature."""
    start, end = decision_span(source)
    inside = [row for row in resolutions if start <= row.citation.start < end and row.citation.article]
    relied = []
    for row in inside:
        lead_start = max(start, row.citation.name.start - 400)
        sentence = re.split(r"[。！？\n]", source[lead_start : row.citation.start])[-1]
        if _RELY.search(sentence):
            relied.append(row)
    return relied
