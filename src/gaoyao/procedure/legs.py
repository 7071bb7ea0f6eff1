"""Which leg of a rule is meant, whether it applies, and how long it is for what was declared."""

from __future__ import annotations

from collections.abc import Mapping

from gaoyao.procedure.counting import Length
from gaoyao.procedure.declared import Declared
from gaoyao.procedure.extensions import same_body
from gaoyao.procedure.model import DeadlineRule, Exemption, Leg, Nature, Value, When
from gaoyao.procedure.trace import Trace

QUESTIONS: dict[str, str] = {
    "complex": "是否重大、复杂案件", "fast_track": "是否认罪认罚、适用速裁", "over_1y": "可能判处的有期徒刑是否超过一年",
    "over_3y": "可能判处的有期徒刑是否超过三年", "case_subtype": "是否流窜、多次、结伙作案重大嫌疑分子",
    "grave": "是否案情特别重大、复杂且需要拘留、逮捕", "pronounced": "当庭还是定期宣告判决", "procedure": "适用何种审理程序",
    "in_custody": "是否在押", "unable_to_notify": "是否无法通知", "hinders": "通知是否可能有碍侦查",
    "crime_type": "是否危害国家安全、恐怖活动犯罪", "has_counsel": "是否已有辩护人", "stage": "诉讼阶段",
    "permission": "是否经侦查机关许可", "doc": "判决还是裁定", "measure": "取保候审还是监视居住",
    "category_158": "是否属第一百五十八条四类案件", "ground_208": "是否可能判处死刑、附带民事诉讼或者第一百五十八条情形",
    "possible_10y": "是否可能判处十年有期徒刑以上刑罚", "approval_chain": "是否自逮捕起连续计算", "is_sentence": "是否刑期",
    "liuzhi": "是否已经采取留置措施", "via_duty_lawyer": "是否通过值班律师提出", "non_arrest_ground": "不批准逮捕的理由",
    "necessary": "检察院是否认为有必要", "major": "是否重大犯罪", "same_kind": "是否同种罪行", "affects_band": "是否影响罪名或者量刑档次",
}  # fmt: skip


def attributes_of(declared: Declared) -> dict[str, Value]:
    """The declared attributes with custody among them when it is known."""
    known = dict(declared.attributes)
    if declared.in_custody is not None:
        known["in_custody"] = declared.in_custody
    return known


def holds(when: When, known: Mapping[str, Value]) -> bool | None:
    """Do all attributes have the wanted values?  None: one is not declared and none contradicts."""
    unknown = False
    for name, wanted in when:
        value = known.get(name)
        if value is None:
            unknown = True
        elif value != wanted:
            return False
    return None if unknown else True


def names_leg(rule: DeadlineRule, wanted: str) -> bool:
    """Does `wanted` name one of the legs?"""
    exact = any(wanted == leg.name or wanted in leg.words for leg in rule.legs)
    return exact or _nearest(rule, wanted) is not None


def choose_leg(rule: DeadlineRule, declared: Declared) -> Leg:
    """The leg named, or selected by an attribute or the approving body, else the first.

    Raises ValueError that lists the row's legs when the name is not one of them.
    """
    if declared.leg is not None:
        wanted = declared.leg.strip()
        for leg in rule.legs:
            if wanted == leg.name or wanted in leg.words:
                return leg
        if (near := _nearest(rule, wanted)) is not None:
            return near
        known = "、".join(leg.name for leg in rule.legs)
        raise ValueError(f"{rule.id}（{rule.title}）没有“{wanted}”这一期限；可选：{known}")
    known_values = attributes_of(declared)
    for leg in rule.legs:
        if leg.selected_by and holds(leg.selected_by, known_values):
            return leg
    for leg in rule.legs[1:]:
        claims = [claim for claim in declared.extensions if claim.authority]
        if len(claims) == 1 and any(same_body(claims[0].authority, body) for body in leg.approval):
            first = rule.legs[0].approval
            if not any(same_body(claims[0].authority, body) for body in first):
                return leg
    return rule.legs[0]


def _nearest(rule: DeadlineRule, wanted: str) -> Leg | None:
    """The leg that alone shares the longest name or word with `wanted`; None when none or several do."""
    scores: list[tuple[int, Leg]] = []
    for leg in rule.legs:
        shared = [len(word) for word in (leg.name, *leg.words) if word in wanted]
        shared += [len(wanted) for word in (leg.name, *leg.words) if wanted in word]
        if shared:
            scores.append((max(shared), leg))
    best = max((score for score, _ in scores), default=0)
    found = [leg for score, leg in scores if score == best]
    return found[0] if len(found) == 1 else None


def exempted(leg: Leg, declared: Declared) -> Exemption | None:
    """The exemption that takes the leg out of play, if its conditions are all declared."""
    known = attributes_of(declared)
    return next((e for e in leg.exemptions if holds(e.when, known)), None)


def base_length(leg: Leg, declared: Declared, trace: Trace) -> tuple[Length | None, Nature]:
    """The length and nature for what was declared; unknown conditions keep the length that needs none."""
    known = attributes_of(declared)
    if leg.length is None and not leg.alternatives or declared.amount is not None and leg.least is not None:
        return _by_paper(leg, declared, trace), leg.nature
    asked: list[str] = []
    for alternative in leg.alternatives:
        answer = holds(alternative.when, known)
        if answer:
            nature = alternative.nature or leg.nature
            trace.step(f"期限为{alternative.length.text}：{alternative.reason}", *alternative.citations)
            return alternative.length, nature
        if answer is None:
            asked += [name for name, _ in alternative.when if name not in known and name not in asked]
    length = leg.length
    if trace.use.outer.value == "latest" and leg.outer is not None:
        length = leg.outer
    if length is not None:
        trace.step(f"期限为{length.text}", by="outer" if leg.outer else None)
    if asked:
        trace.step("未录入：" + "、".join(QUESTIONS[name] for name in asked) + "；不据以改变期限")
    return length, leg.nature


def _by_paper(leg: Leg, declared: Declared, trace: Trace) -> Length | None:
    """A length fixed by a decision, held to the bounds of the article."""
    amount = declared.amount
    if amount is None:
        amount = next((c.amount for c in declared.extensions if c.amount and _own(leg, c.authority)), None)
    if amount is None:
        return leg.length
    if leg.least and leg.most and not amount.fits(leg.least, leg.most):
        trace.find(
            "amount_out_of_bounds",
            f"文书载明{amount.text}，条文幅度为{leg.least.text}至{leg.most.text}：不按文书计算",
            *trace.rule.citations,
        )
        return leg.length
    trace.step(f"文书载明的长度：{amount.text}", *trace.rule.citations)
    return amount


def _own(leg: Leg, authority: str) -> bool:
    return not authority or any(same_body(authority, body) for body in leg.approval)
