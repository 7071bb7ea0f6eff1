"""Find what the defence argues: each argument with its speaker and place.

A plea of guilty or 无异议 alone is no argument; 被告人的供述和辩解 is a kind of evidence, not a plea. Where a
document tells the defence only while answering it (关于……的辩解意见，经查……), it is taken from there.
"""

from __future__ import annotations

import re

from gaoyao.intake.judgments.arguments import Argument, cut, is_request
from gaoyao.intake.judgments.parties import Accused, Defender
from gaoyao.intake.judgments.sections import Parts
from gaoyao.intake.judgments.speeches import Speech, find_speeches


def find_arguments(parts: Parts) -> list[Argument]:
    """Arguments of the accused and the defenders, in order; what the court restates only to answer it comes last."""
    text = parts.text
    speeches = find_speeches(parts)
    found = [x for s in speeches if not s.restated for x in cut(text, s.by, s.start, s.end)]
    if (
        not found and parts.instance
    ):  # the last instance adds no word of the defence: what was argued before it stands
        earlier = find_speeches(parts, parts.get("proceedings")[0])
        found = [x for s in earlier if s.start < parts.instance for x in cut(text, s.by, s.start, s.end)]
    known: set[str] = set().union(*(_pairs(x.text) for x in found)) if found else set()
    for argument in _restated(text, speeches):
        if found and is_request(argument.text):
            continue
        mine = _pairs(argument.text)
        if mine and len(mine & known) / len(mine) < (0.5 if len(mine) > 6 else 0.3):
            found.append(argument)
    seen: list[Argument] = []
    for argument in sorted(found, key=lambda x: x.start):
        if not seen or argument.start >= seen[-1].end:
            seen.append(argument)
    return seen


def _restated(text: str, speeches: list[Speech]) -> list[Argument]:
    return [x for s in speeches if s.restated for x in cut(text, s.by, s.start, s.end, restated=True)]


_COMMON = re.compile(r"被告人|上诉人|辩护人|原审|本案|公诉机关|指控|的|了|其|行为|，|。|；|、")


def _pairs(text: str) -> set[str]:
    """The pairs of characters an argument is made of, for telling whether it was told before."""
    plain = _COMMON.sub(" ", text)
    return {plain[i : i + 2] for i in range(len(plain) - 1) if " " not in plain[i : i + 2]}


def name_speakers(
    parts: Parts, arguments: list[Argument], accused: list[Accused], defenders: list[Defender]
) -> list[Argument]:
    """其辩护人 as the defender named in the header, where the header leaves only one choice."""
    named = []
    for argument in arguments:
        by = argument.by
        if "辩护人" in by and not any(d.name in by for d in defenders):
            whose = [p for p in accused if any(n in by for n in p.names)] or _spoken_last(
                parts, argument, accused
            )
            counsel = (
                [d for d in defenders if whose and d.accused == whose[0].name]
                if len(accused) > 1
                else defenders
            )
            if counsel and not by.startswith(("各", "二", "两", "被告人及", "上诉人及")) and "及其" not in by:
                by = (
                    "辩护人"
                    + "、".join(d.name for d in counsel)
                    + (f"（{whose[0].name}）" if whose and len(accused) > 1 else "")
                )
        named.append(Argument(by, argument.start, argument.end, argument.text))
    return named


def _spoken_last(parts: Parts, argument: Argument, accused: list[Accused]) -> list[Accused]:
    """The accused who was the last to open a sentence before this argument (for 其辩护人)."""
    if not argument.by.startswith("其"):
        return []
    start = parts.get("defence")[0]
    before = parts.text[start : argument.start]
    last = max(
        accused,
        key=lambda p: max(before.rfind(f"被告人{p.name}"), before.rfind(f"上诉人{p.name}")),
        default=None,
    )
    return [last] if last and last.name in before else []
