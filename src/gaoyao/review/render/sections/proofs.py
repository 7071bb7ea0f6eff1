"""A proof as nested lists: what the answer rests on, decisive parts only, each with its address."""

from __future__ import annotations

from gaoyao.logic.leaves import CONSTANT_SENTENCES
from gaoyao.logic.reasons import Reason
from gaoyao.review.render.markup import Safe, fold, tag
from gaoyao.review.render.wording import TRUTHS, places, quotes

NODES, DEPTH = 60, 14


def proof(reason: Reason) -> Safe:
    """A folded proof; a very large one is cut and says so."""
    left = [NODES]
    tree = tag("ul", _node(reason, "", DEPTH, left), class_="proof")
    cut = (
        tag("p", f"推理较长，只列前 {NODES} 步；完整的见 JSON 输出。", class_="small soft")
        if left[0] < 0
        else ""
    )
    return fold("推理过程", tree, cut, class_="proof")


def _parts(reason: Reason) -> list[Reason]:
    """The decisive parts that tell something: constants are left out."""
    return [
        part
        for part in reason.parts
        if part.decisive and (part.parts or part.sentence not in CONSTANT_SENTENCES)
    ]


def _telling(reason: Reason) -> Reason:
    """The first step below that says more than that it has one part, or whom the part is about."""
    while True:
        inner = _parts(reason)
        if len(inner) != 1 or reason.sources:
            return reason
        same = (inner[0].kind, inner[0].subject) == (reason.kind, reason.subject)
        if not same and not reason.sentence.endswith(f"」是{inner[0].name}"):
            return reason
        reason = inner[0]


def _node(reason: Reason, above: str, depth: int, left: list[int]) -> Safe:
    reason = _telling(reason)
    inner = _parts(reason)
    left[0] -= 1
    sign, word = TRUTHS[reason.truth]
    name = f"{reason.name}：" if reason.name != above else ""
    where = "；".join([*places(reason.sources), *(f"原文“{one}”" for one in quotes(reason.sources))])
    basis = "、".join(dict.fromkeys(source.basis for source in reason.sources if source.basis))
    address = tag("span", f" ［{where}{'，' + basis if basis else ''}］", class_="where") if where else ""
    parts: list[Safe] = []
    for part in inner if depth else ():
        if left[0] < 0:
            break
        parts.append(_node(part, reason.name, depth - 1, left))
    if inner and not depth:
        left[0] = -1
    return tag(
        "li",
        tag("b", f"{sign} {word}"),
        f" {name}{reason.sentence}",
        address,
        *([tag("ul", *parts)] if parts else []),
    )
