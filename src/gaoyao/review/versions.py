"""What the dates leave unchecked: rules whose articles were not yet in force, and versions whose words were not at hand."""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from gaoyao.law.rule import Rule
from gaoyao.law.versions import named, unavailable, uncited
from gaoyao.review.applicable import Gate
from gaoyao.review.engine import Outcome, Run
from gaoyao.review.model import NotChecked


def unchecked_versions(run: Run, chosen: tuple[Rule, ...]) -> list[NotChecked]:
    """Lines for every rule not yet in force, then one line a version that findings or open questions rest on.

    Rules about a kind of which the file has no subject are left out: there is nothing they could have found.
    """
    lines: list[NotChecked] = []
    leaning: dict[str, list[str]] = defaultdict(list)
    for rule in chosen:
        if not run.frame.size(rule.about):
            continue
        gate = run.gates[rule.id]
        if gate is Gate.NOT_IN_FORCE:
            lines += _not_in_force(run, rule)
        elif gate is Gate.OPEN and _speaks(run, rule):
            for row in unavailable(rule.sources, run.context.hearing):
                leaning[row.short].append(rule.title)
    return lines + [_without_text(run, name, titles) for name, titles in leaning.items()]


def _not_in_force(run: Run, rule: Rule) -> list[NotChecked]:
    first = min(source.since or source.instrument.since for source in rule.sources)
    on = run.context.hearing
    if on >= first:
        return []  # replaced by a later version that has its own rule
    missing = [row for row in uncited(rule.sources, on) if not row.text_at_hand]
    present = [row for row in uncited(rule.sources, on) if row.text_at_hand]
    then = (
        f"当时施行的是{named(missing)}，没有文本可核"
        if missing
        else f"当时施行的{named(present)}没有对应的条文"
        if present
        else "当时的旧法没有编入"
    )
    return [
        NotChecked(
            f"规则“{rule.title}”", f"审理日 {on} 时所引条文尚未施行（最早 {first}）；{then}，须由人核对"
        )
    ]


def _speaks(run: Run, rule: Rule) -> bool:
    """Did the rule find something, or is it held up?"""
    codes = run.outcomes.get(rule.id)
    return codes is not None and bool(np.isin(codes, (int(Outcome.FOUND), int(Outcome.PENDING))).any())


def _without_text(run: Run, name: str, titles: list[str]) -> NotChecked:
    more = f"等 {len(titles)} 条规则" if len(titles) > 3 else ""
    shown = "、".join(f"“{title}”" for title in titles[:3])
    return NotChecked(
        f"{name}的条文",
        f"审理日 {run.context.hearing} 施行的是{name}，没有文本可核：{shown}{more}所引条号凭记忆或者没有对应条文，须由人核对",
    )
