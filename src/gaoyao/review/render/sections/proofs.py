"""A proof as nested lists: what the answer rests on, decisive parts only, each with its address."""

from __future__ import annotations

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


def _node(reason: Reason, above: str, depth: int, left: list[int]) -> Safe:
    inner = [part for part in reason.parts if part.decisive]
    while (
        len(inner) == 1
        and not reason.sources
        and (inner[0].kind, inner[0].subject) == (reason.kind, reason.subject)
    ):
        reason = inner[0]  # a step that only repeats its one part says nothing
        inner = [part for part in reason.parts if part.decisive]
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
