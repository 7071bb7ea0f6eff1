"""What the body shows of the means (锐器, 钝器, 勒颈 …): a claim of the opinion on the tool, to be held against what is told."""

from __future__ import annotations

import re

from gaoyao.dossier.means import SHOWN
from gaoyao.dossier.vocabulary import Claim
from gaoyao.intake.drafting.items import Entry
from gaoyao.intake.drafting.proposals import Draft

_BODIES = frozenset(("autopsy", "injury_grade"))
_MEANS = re.compile(
    "(?:单刃|双刃)?(?:"
    + "|".join(sorted({one for row in SHOWN.values() for one in row.split()}, key=len, reverse=True))
    + ")"
)
_ENDS = re.compile(r"(?:鉴定|检验|检查|分析)(?:意见|结论|说明)|致伤(?:物|工具|方式)|死(?:亡原)?因")
_NOT = re.compile(r"(?:排除|不符合|非|未见|不是|无|而非)[^。；，]{0,8}$")


def wound(draft: Draft, entries: list[Entry], incidents: int) -> None:
    """Propose the means an opinion on a body names from its conclusion on, all of them as one value.

    In a case of several incidents it is not told whose body it is: nothing is proposed.
    """
    for entry in entries if incidents <= 1 else ():
        if entry.sheet.document.kind.code not in _BODIES or not entry.item:
            continue
        text = entry.sheet.cleaned.text
        heads = [found.start() for found in _ENDS.finditer(text)]
        found = [
            one
            for one in _MEANS.finditer(text, heads[-1] if heads else 0)
            if not _NOT.search(text[max(0, one.start() - 12) : one.start()])
        ]
        if not found:
            continue
        said = "、".join(dict.fromkeys(one.group() for one in found))
        raw = entry.sheet.raw_span(found[0].start(), found[-1].end())
        subject = draft.declare("claim", "Q", entry.item)
        draft.put(subject, Claim.slot, "tool", entry.sheet, *raw)
        draft.put(subject, Claim.about, "作案工具", entry.sheet, *raw)
        draft.put(subject, Claim.value, said, entry.sheet, *raw)
        draft.put(subject, Claim.page, entry.sheet.document.where, entry.sheet, *raw)
