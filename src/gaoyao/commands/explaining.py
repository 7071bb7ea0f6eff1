"""`gaoyao explain`: one rule in words, and its answer and reasons in a case."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from gaoyao.dossier.exchange import load
from gaoyao.dossier.frame import CaseFrame
from gaoyao.dossier.view import View, readable
from gaoyao.law.rule import Rule
from gaoyao.logic.prose import describe
from gaoyao.logic.reasons import Reason, explain
from gaoyao.review.api import STAGES, context_of
from gaoyao.review.applicable import Gate
from gaoyao.review.engine import Outcome, rules, run

_OUTCOMES = {
    Outcome.FOUND: "成立", Outcome.PENDING: "待查", Outcome.ASK: "待查（未录入）", Outcome.CLEAR: "不成立", Outcome.SILENT: "不涉及",
}  # fmt: skip
_GATES = {
    Gate.OTHER_STAGE: "本规则不适用于案件所处的诉讼阶段", Gate.NOT_IN_FORCE: "所引条文在适用法律日没有施行",
    Gate.OTHER_SCHOOL: "本次采用的是另一种解释口径",
}  # fmt: skip


def find_rule(ident: str) -> Rule:
    """The compiled rule with this id, or the only one whose id or title contains it.  Raises LookupError."""
    exact = [one for one in rules() if one.id == ident]
    near = exact or [one for one in rules() if ident in one.id or ident in one.title]
    if len(near) == 1:
        return near[0]
    if not near:
        raise LookupError(f"没有规则“{ident}”。全部规则见 gaoyao law list")
    raise LookupError(f"“{ident}”对应多条规则：{'、'.join(one.id for one in near)}。请写全")


def explain_rule(ident: str) -> list[str]:
    """What the rule says, on what basis, and how it is decided."""
    rule = find_rule(ident)
    lines = [
        f"{rule.title}（{rule.id}）",
        "",
        rule.statement,
        "",
        f"后果：{rule.consequence}（{rule.basis.label}）",
    ]
    if rule.cure:
        lines.append(f"补救：{rule.cure}")
    lines.append("依据：")
    for one in rule.sources:
        last = one.until or one.instrument.until
        lines.append(
            f"  {one.full}，{one.since or one.instrument.since} 起{f'至 {last}' if last else ''}施行；{one.instrument.citable.label}"
        )
    lines.append(f"适用阶段：{'、'.join(STAGES[stage] for stage in rule.stages)}")
    if rule.interpretation:
        lines.append(f"解释口径：{rule.interpretation[0]} = {rule.interpretation[1]}")
    lines += [
        "",
        "前提：",
        *(f"  {line}" for line in describe(rule.premise)),
        "情形：",
        *(f"  {line}" for line in describe(rule.breach)),
    ]
    if rule.rows:
        lines += ["", f"目录行：{'、'.join(rule.rows)}"]
    return lines


def explain_in_case(ident: str, path: Path, today: date) -> list[str]:
    """The rule's answer for every subject of its kind in a case, with the proof."""
    rule = find_rule(ident)
    frame = CaseFrame(View(load(path).log, readable("judge")))
    done = run(frame, context_of(frame, today))
    gate = done.gates[rule.id]
    lines = [f"{rule.title}（{rule.id}）在 {path.name}"]
    if gate is not Gate.OPEN:
        return [*lines, _GATES[gate]]
    if rule.id not in done.outcomes:
        return [*lines, *(f"未检查：{crash.error}" for crash in done.crashes if crash.rule.id == rule.id)]
    for number, code in enumerate(done.outcomes[rule.id].tolist()):
        lines.append(f"{frame.name(rule.about, number)}：{_OUTCOMES[Outcome(code)]}")
        if code != Outcome.SILENT:
            lines += _tree(explain(rule.whole, frame, number, rule.about), 1)
    return lines


def _tree(reason: Reason, depth: int) -> list[str]:
    where = "；".join(dict.fromkeys(f"{one.page} {one.file}:{one.line}".strip() for one in reason.sources))
    lines = [f"{'  ' * depth}· {reason.truth.label}：{reason.sentence}" + (f"（{where}）" if where else "")]
    for part in reason.parts:
        if part.decisive:
            lines += _tree(part, depth + 1)
    return lines
