"""Facts to be proved, links, claims, contradictions and the registers (proof model C3.1)."""

from __future__ import annotations

from gaoyao.dossier.schema import Answerer, Kind, choice, flag, moment, ref, refs, words

# fmt: off

COURT, PROSECUTION, DEFENCE = Answerer.COURT, Answerer.PROSECUTION, Answerer.DEFENCE


SLOTS = {
    "time": "时间", "place": "地点", "tool": "工具", "wound": "损伤机制", "sequence": "先后顺序", "companions": "同伙人数", "loot": "财物",
    "route": "路线", "clothing": "衣着", "posture": "位置、姿势", "motive": "起因", "disposal": "善后、抛弃物品", "amount": "数额、数量",
    "other": "其他",
}  # fmt: skip
"""The details that statements are compared on (proof model C3.4)."""


class Fact(Kind, kind="fact", label="待证事实", key="facts"):
    """One fact to be proved, for the counts it belongs to (several accused: one count each)."""

    text = words("内容")
    template = words("要件代号")
    counts = refs("所属指控", "count")
    role = choice(
        "事实性质", PROSECUTION, crime_exists="犯罪发生", victim_identity="被害人身份", identity="系被告人所为", act="行为",
        result="结果", causation="因果关系", presence="时间、地点、在场", tool="工具、痕迹", intent="主观方面", subject="主体身份",
        age="责任年龄", capacity="责任能力", joint_role="共同犯罪中的地位、作用", quantity="数额、数量", exclusion="其他可能的排除",
        aggravating="从重、加重情节", mitigating="从轻、减轻、免除情节", exculpatory="阻却犯罪事由", procedural="程序事实",
        property="涉案财物", motive="动机、起因", aftermath="事后情况", element="其他要件",
    )  # fmt: skip
    death_ground = flag("适用死刑所依据的事实", "该事实是对被告人适用死刑所依据的事实", "该事实不是适用死刑所依据的事实", COURT)
    proved_below = flag("原审已认定", "原审判决认定了该事实", "原审判决没有认定该事实", COURT)
    cleared_on_appeal = flag("二审已查清", "第二审已经查清该事实", "第二审没有查清该事实", COURT)
    panel_doubt = flag("评议记录该事实存疑", "合议庭评议记录该事实证据存疑", "合议庭评议没有记录该事实证据存疑", COURT)
    element_absent = flag("要件在法律上不具备", "即使事实属实，法律要件也不具备", "没有法律要件不具备的问题", COURT)


class Link(Kind, kind="link", label="证明联系", parent="item", key="links"):
    """An item supports or contradicts a fact."""

    fact = ref("待证事实", "fact")
    direction = choice("方向", PROSECUTION, supports="支持", contradicts="反对", neutral="中性")
    tie = choice(
        "联系强度", PROSECUTION,
        **{"individual": "同一认定（个别对应）", "class": "种类相同", "presence": "到过现场", "statement": "言词", "circumstance": "情状"},
    )  # fmt: skip
    identifies = flag("指向被告人本人", "它所证明的内容指向被告人本人", "它只证明有事发生，不指向被告人本人", PROSECUTION)
    direct = flag(
        "直接证明系其所为", "它直接证明行为系该被告人实施（目击、亲历、拍录）", "它不直接证明行为系该被告人实施，只是间接证据", COURT
    )
    explained = flag("相反内容已有合理解释", "与该事实相反的内容已有合理解释并写明依据", "与该事实相反的内容没有合理解释", COURT)
    reason = words("解释的依据")
    page = words("卷宗页码")
    quote = words("原文")


class Hidden(Kind, kind="hidden", label="隐蔽性证据审查", parent="item", single=True, key="hidden"):
    """The checklist for an object found from a confession (Interp. 2021 art. 141; the third box is doctrine)."""

    from_statement = flag("根据供述、指认提取", "该物证、书证系根据被告人供述、指认提取", "该物证、书证不是根据被告人供述、指认提取", Answerer.INVESTIGATOR)
    concealed = flag("隐蔽性很强", "它的所在隐蔽性很强", "它的所在并不隐蔽", COURT)
    police_unaware = flag("侦查机关事先不掌握", "侦查机关在供述之前不掌握它的所在", "侦查机关在供述之前已经掌握它的所在", Answerer.INVESTIGATOR)
    confirmed = flag("与其他证明犯罪发生的证据印证", "供述与其他证明犯罪事实发生的证据相互印证", "供述与其他证明犯罪事实发生的证据不能印证", COURT)
    collusion_excluded = flag("排除串供", "串供的可能已经排除", "串供的可能没有排除", COURT)
    coercion_excluded = flag("排除逼供、诱供", "逼供、诱供等可能已经排除", "逼供、诱供等可能没有排除", COURT)
    page = words("卷宗页码")


class Claim(Kind, kind="claim", label="说法", parent="item", key="claims"):
    """What an item says on a typed slot (proof model C3.4)."""

    slot = choice("细节", PROSECUTION, **SLOTS)
    accused = ref("所涉被告人", "accused")
    incident = ref("犯罪事实", "incident")
    about = words("所指事项")
    value = words("内容")
    at = moment("所述时间", PROSECUTION)
    page = words("卷宗页码")
    known_to_police = moment("侦查机关最早掌握的时间", Answerer.INVESTIGATOR)
    public_since = moment("公开的时间", Answerer.INVESTIGATOR)
    verified_true = flag("经查证属实", "该细节经查证属实", "该细节经查证不属实", COURT)
    material = flag("涉及定罪的关键细节", "该细节涉及定罪的关键事实", "该细节与定罪的关键事实无关", COURT)


class Conflict(Kind, kind="conflict", label="矛盾", key="conflicts"):
    """Two items contradict each other; resolved only with a reason and support."""

    items = refs("涉及证据", "item")
    facts = refs("涉及事实", "fact")
    about = words("内容")
    slot = choice("细节", COURT, **SLOTS)
    essential = flag("涉及定罪的实质矛盾", "该矛盾涉及定罪的关键事实", "该矛盾不涉及定罪的关键事实", COURT)
    status = choice(
        "处理", COURT, open="未处理", excluded_one="一方已排除或不采信", explained="已作合理解释", supplemented="已补查消除",
        accepted_as_doubt="按存疑处理",
    )  # fmt: skip
    reason = words("理由")
    by = words("处理人")
    support = refs("依据的证据", "item")


class Rival(Kind, kind="rival", label="其他可能", key="rivals"):
    """Another explanation of the evidence; excluded only by items, never by a confession of the same origin."""

    story = words("内容")
    accused = ref("所涉被告人", "accused")
    facts = refs("涉及事实", "fact")
    type = choice(
        "类型", DEFENCE, other_person="他人作案", accident="意外", suicide="自杀", no_crime="没有犯罪发生", victim_alive="被害人在世",
        lawful="同意或合法行为", mistaken_identity="认错人", planted="栽赃或污染", false_confession="虚假供述", no_knowledge="不明知",
        less="数量更少或情节更轻", other="其他",
    )  # fmt: skip
    status = choice("状态", COURT, not_examined="未审查", open="审查后仍不能排除", excluded="已排除")
    excluded_by = refs("据以排除的证据", "item")
    items = refs("支持这一可能的证据", "item")
    raised_by = choice("提出方", Answerer.CLERK, prosecution="控方", defence="辩方", court="法院", machine="系统登记")
    reason = words("理由")
    by = words("处理人")


class Alibi(Kind, kind="alibi", label="不在场主张", key="alibis"):
    """A claim of having been elsewhere, and whether it was checked."""

    accused = ref("被告人", "accused")
    facts = refs("涉及事实", "fact")
    content = words("内容")
    start = moment("所称起于", DEFENCE)
    end = moment("所称止于", DEFENCE)
    place = words("所称地点")
    status = choice("状态", COURT, unchecked="提出而未查", refuted="经查不成立", stands="经查成立或不能排除")
    items = refs("线索或核查证据", "item")
    reason = words("理由")


class Doubt(Kind, kind="doubt", label="疑点", key="doubts"):
    """A numbered doubt; it keeps its number across stages."""

    number = words("编号")
    about = words("内容")
    facts = refs("涉及事实", "fact")
    raised_by = choice("提出方", Answerer.CLERK, prosecution="控方", defence="辩方", court="法院", machine="系统登记")
    status = choice("状态", COURT, open="未消除", removed="已消除", unreasonable="不合理（已写理由）")
    reason = words("理由")
    items = refs("依据的证据", "item")


class Favourable(Kind, kind="favourable", label="有利证据台账", key="favourables"):
    """An entry of the exculpatory ledger: something for the accused, and what became of it."""

    about = words("内容")
    items = refs("证据", "item")
    facts = refs("涉及事实", "fact")
    transferred = flag("已随案移送", "该有利材料已随案移送", "该有利材料没有随案移送", PROSECUTION)
    status = choice("状态", COURT, open="未回应", tested="已当庭审查", answered="已说明采纳与否及理由")
    reason = words("理由")


class CounterCheck(Kind, kind="counter_check", label="反证核查", key="counter_checks"):
    """A counter-check of the charge that somebody made (see `gaoyao.law.charges`); it needs its reason to count."""

    code = words("核查代号")
    counts = refs("所涉指控", "count")
    result = choice("结果", PROSECUTION, clean="已查，没有这种情形", found="已查，有这种情形", not_concerned="本案不涉及")
    reason = words("理由")
    items = refs("依据的证据", "item")
