"""Which claimed extensions lengthen a period: paper, number, authority, order, amount (guide §G).

An extension that lacks one of them is refused with a finding that says what is missing; the period then ends
as if it had never been claimed.  Refusing is not a ruling: it withholds our figure until the paper is shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gaoyao.law.citation import cite
from gaoyao.procedure.counting import Length
from gaoyao.procedure.declared import Declared, Extension
from gaoyao.procedure.model import ExtensionRule, Leg, Value
from gaoyao.procedure.result import Finding

_ALIASES = {
    "最高人民法院": ("最高法院", "最高人民法院", "最高院"), "高级人民法院": ("高级法院", "省高院", "高院"),
    "上一级人民法院": ("上一级法院", "上级法院", "上一级人民法院", "中级法院", "中院"),
    "上一级人民检察院": ("上一级检察院", "上级检察院", "市级检察院", "市检察院"),
    "省级人民检察院": ("省级检察院", "省检察院", "省院", "省、自治区、直辖市人民检察院", "省、自治区、直辖市检察院"),
    "最高人民检察院": ("最高检察院", "最高检", "高检院"),
    "上一级监察机关": ("上一级监委", "上级监委", "上一级监察委员会", "上级监察机关", "省监委", "省级监委"),
    "国家监察委员会": ("国家监委", "国监委"),
    "县级以上公安机关负责人": ("县级公安机关负责人", "公安局长", "公安机关负责人", "县级以上负责人"),
    "原批准机关": ("批准机关",),
    "全国人民代表大会常务委员会": ("全国人大常委会",),
    "设区的市一级以上公安机关负责人": ("市级公安机关负责人", "设区的市公安机关负责人", "市公安局负责人"),
    "办案部门负责人": ("部门负责人",),
}  # fmt: skip
_STEMS = {
    "上一级人民法院": ("上一级", "上级"), "上一级人民检察院": ("上一级", "上级"), "上一级监察机关": ("上一级", "上级"),
    "省级人民检察院": ("省级",), "高级人民法院": ("高级",), "最高人民法院": ("最高", "最高法"),
    "最高人民检察院": ("最高",), "县级以上公安机关负责人": ("县级以上", "县级"), "国家监察委员会": ("国家",),
}  # fmt: skip


def same_body(stated: str, competent: str) -> bool:
    """Do `stated` (as people write it) and `competent` (as the article names it) mean the same body?

    Table-driven: full name, usual short names, or the bare rank (上一级, 省级, 最高法) that the row completes.
    """
    text = stated.strip()
    for prefix in ("报请", "报", "经"):
        text = text.removeprefix(prefix)
    for suffix in ("批准或者决定", "批准或决定", "批准", "决定", "再延长", "延长", "再延", "再"):
        text = text.removesuffix(suffix)
    return text == competent or text in _ALIASES.get(competent, ()) or text in _STEMS.get(competent, ())


@dataclass(frozen=True, slots=True)
class Admission:
    """The extensions that count, in order, with their lengths; findings for the refused and the doubtful."""

    admitted: tuple[tuple[ExtensionRule, Length, Extension], ...]
    findings: tuple[Finding, ...]
    own_approval: bool
    own_amount: Length | None = None


def _papers(claim: Extension) -> list[str]:
    if claim.assumed:
        return []
    named = (("批准文书", claim.paper), ("文号", claim.number), ("批准机关", claim.authority))
    return [name for name, value in named if not value.strip()]


def _ground(rule: ExtensionRule, attributes: Mapping[str, Value]) -> tuple[list[str], list[str]]:
    """(declared contrary, not declared) among the grounds that `rule` needs."""
    contrary, unknown = [], []
    for name, wanted in rule.needs:
        value = attributes.get(name)
        if value is None:
            unknown.append(name)
        elif value is not wanted and not (wanted is True and isinstance(value, str)):
            contrary.append(name)
    return contrary, unknown


def _refuse(text: str, rule: ExtensionRule | None) -> Finding:
    return Finding(
        "extension_refused", f"延长不予计入：{text}", rule.citations if rule else (cite("cpl", 99),)
    )


def _reaches(rule: ExtensionRule, base: Length | None, stated: Length) -> bool:
    """Is `stated` the total of a 延长至, or the increment that makes it?"""

    def plain(length: Length) -> tuple[int, int, int]:
        return length.months, length.half_months * 15 + length.days, length.hours

    return plain(stated) == plain(rule.length) or (
        base is not None and base.hours == stated.hours == 0 and plain(base + stated) == plain(rule.length)
    )


def _amount(
    rule: ExtensionRule, claim: Extension, base: Length | None
) -> tuple[Length | None, Finding | None]:
    """The length a claim gives under `rule`, or why none; a cap with no stated amount is taken with a
    finding."""
    stated = claim.amount
    if stated is None:
        if rule.least is not None:
            return None, _refuse(f"“{rule.label}”的长度由批准决定，批准文书未写明日（月）数", rule)
        if rule.up_to:
            note = f"批准文书未写明延长多久，按上限{rule.length.text}计，请补录"
            return rule.length, Finding("extension_amount_unstated", note, rule.citations)
        return rule.length, None
    if rule.to_total:
        fits = _reaches(rule, base, stated)
        return (
            (rule.length, None)
            if fits
            else (None, _refuse(f"“{rule.label}”与文书所写{stated.text}不符", rule))
        )
    if rule.least is None and not rule.up_to:
        fits = stated == rule.length
        return (stated, None) if fits else (None, _refuse(f"“{rule.label}”与文书所写{stated.text}不符", rule))
    if stated.fits(rule.least or Length(), rule.length):
        return stated, None
    return None, _refuse(f"“{rule.label}”超出幅度，文书写的是{stated.text}", rule)


def _candidates(claim: Extension, rules: tuple[ExtensionRule, ...]) -> list[ExtensionRule]:
    if claim.key:
        return [rule for rule in rules if rule.key == claim.key]
    if not claim.authority:
        return list(rules)
    named = [rule for rule in rules if any(same_body(claim.authority, body) for body in rule.authority)]
    return named or [rule for rule in rules if not rule.authority]


def _one(
    claim: Extension, leg: Leg, used: list[str], attributes: Mapping[str, Value], base: Length | None
) -> tuple[tuple[ExtensionRule, Length] | None, list[Finding]]:
    """Find the extension `claim` makes good, or the findings that say why there is none."""
    candidates = _candidates(claim, leg.extensions)
    if not candidates:
        allowed = "；".join(rule.label for rule in leg.extensions) or "本期限不得延长"
        return None, [
            _refuse(
                f"“{claim.authority or claim.key or '未写明'}”不是有权机关或者没有这种延长（{allowed}）", None
            )
        ]
    if lacking := _papers(claim):
        return None, [_refuse(f"缺{'、'.join(lacking)}", candidates[0])]
    refusals: list[Finding] = []
    for rule in candidates:
        contrary, unknown = _ground(rule, attributes)
        if rule.times is not None and used.count(rule.key) >= rule.times:
            refusals.append(_refuse(f"“{rule.label}”以{rule.times}次为限", rule))
        elif missing := [key for key in rule.after if key not in used]:
            first = next(r.label for r in leg.extensions if r.key == missing[0])
            refusals.append(_refuse(f"“{rule.label}”须在“{first}”之后", rule))
        elif contrary:
            refusals.append(_refuse(f"“{rule.label}”的条件不具备：{'、'.join(contrary)}", rule))
        else:
            length, note = _amount(rule, claim, base)
            if length is None:
                refusals += [note] if note else []
                if claim.amount is None:
                    break  # an unstated length never slides into a longer extension
                continue
            notes = [note] if note else []
            if unknown and not claim.assumed:
                notes.append(
                    Finding("extension_ground_unknown", f"请补录“{rule.label}”的条件", rule.citations)
                )
            return (rule, length), notes
    return None, refusals[:1]


def admit(leg: Leg, declared: Declared, base: Length | None) -> Admission:
    """Sort the declared extensions into those that count and findings about the others."""
    admitted: list[tuple[ExtensionRule, Length, Extension]] = []
    findings: list[Finding] = []
    used: list[str] = []
    own, own_amount = not leg.approval, None
    for claim in declared.extensions:
        if not own and (
            not claim.authority or any(same_body(claim.authority, body) for body in leg.approval)
        ):
            if lacking := _papers(claim):
                findings.append(_refuse(f"缺{'、'.join(lacking)}", None))
            else:
                own, own_amount = True, claim.amount
            continue
        if restarted := [
            r.on for r in declared.restarts if r.on and claim.approved_on and claim.approved_on <= r.on
        ]:
            findings.append(_refuse(f"批准在重新计算（{restarted[0]}）以前，不及于重新计算的期限", None))
            continue
        found, notes = _one(claim, leg, used, declared.attributes, base)
        findings += notes
        if found:
            used.append(found[0].key)
            admitted.append((*found, claim))
    return Admission(tuple(admitted), tuple(findings), own or declared.papers_assumed, own_amount)
