"""Level of court, death review, extensions, interference, assessment, joint handling, petitions, responsibility.

Sources: 2013 Opinion art. 2, 19–23, 26, 27; CPL 20–23, 208, 251, 253–254; Interp. 2021 art. 17, 210, 434, 451–461;
Organic Law of the Courts 52; Judges Law 46, 48, 54; Collegiate Panel Rules of 2010 art. 6, 10.
"""

from __future__ import annotations

from gaoyao.dossier.schema import (
    Answerer,
    Kind,
    Part,
    children,
    choice,
    flag,
    moment,
    ref,
    relate,
    word_list,
    words,
)
from gaoyao.dossier.vocabulary import people
from gaoyao.dossier.vocabulary.court import CASE_OF
from gaoyao.dossier.vocabulary.evidence import Item
from gaoyao.logic.tree import Relation

# fmt: off

COURT, CLERK, DEFENCE, INVESTIGATOR = Answerer.COURT, Answerer.CLERK, Answerer.DEFENCE, Answerer.INVESTIGATOR
INNER = Part.COURT_INNER


class Contact(Kind, kind="contact", label="过问、干预、压力登记", key="contacts", part=Part.INTERFERENCE):
    """Somebody outside or inside asked about the case or pressed: kept in its own part, never among the grounds."""

    type = choice(
        "类别", CLERK, leader="领导干部干预", insider="司法机关内部人员过问", unit="单位来函来电", opinion="舆论炒作",
        petition="当事方上访、闹访", stability="维稳要求", other="其他",
    )  # fmt: skip
    happened = moment("时间", CLERK)
    person = words("人员")
    unit = words("单位")
    channel = words("方式")
    content = words("内容")
    recorded = flag("已全面如实记录", "该情况已全面如实记录", "该情况没有全面如实记录", CLERK)
    reported = flag("已报告", "该情况已按规定报告", "该情况没有按规定报告", CLERK)
    original_kept = flag("原件已留存", "来函等原件已留存", "来函等原件没有留存", CLERK)
    log_number = words("登记编号")
    recorder = words("登记人账户")
    recorded_on = moment("登记时间", CLERK)
    classed_by = words("归类人")


class Level(Kind, kind="level", label="级别管辖核对", key="level", single=True):
    """Whether the case was kept at a lower court to avoid the higher one (2013 Opinion art. 19)."""

    lowered = flag(
        "降低了管辖级别", "以降格指控、拆分案件等方式使案件留在下级法院", "没有以降格指控、拆分案件等方式降低管辖级别", COURT
    )
    evades = flag("用以规避上级法院监督", "降低管辖级别是为了规避上级法院监督", "降低管辖级别不是为了规避上级法院监督", COURT)
    transferred = flag("已移送上级法院", "案件已移送上级人民法院", "案件没有移送上级人民法院", CLERK)
    page = words("卷宗页码")


class DeathReview(Kind, kind="death_review", label="死刑复核情况", parent="accused", single=True, key="death_review"):
    """What the reviewing court did for one accused (2013 Opinion art. 20; CPL 251; Interp. 2021 art. 423, 434)."""

    questioned = flag("已讯问被告人", "复核中已讯问被告人", "复核中没有讯问被告人", COURT)
    counsel_asked = flag("辩护律师要求反映意见", "辩护律师要求当面反映意见", "辩护律师没有要求当面反映意见", DEFENCE)
    counsel_heard = flag("已听取辩护律师意见", "已听取辩护律师意见", "没有听取辩护律师意见", COURT)
    hearing_noted = flag("听取意见制作了笔录", "听取辩护律师意见制作了笔录", "听取辩护律师意见没有制作笔录", COURT)
    written_opinion = flag("辩护律师提出书面意见", "辩护律师提出了书面意见", "辩护律师没有提出书面意见", DEFENCE)
    opinion_filed = flag("书面意见已附卷", "辩护律师的书面意见已附卷", "辩护律师的书面意见没有附卷", COURT)
    evidence_doubtful = flag("证据存疑", "复核中发现证据存疑", "复核中没有发现证据存疑", COURT)
    verified = flag("已调查核实", "对存疑的证据已调查核实", "对存疑的证据没有调查核实", COURT)
    scene_visited = flag("已到案发地调查", "已到案发地调查", "没有到案发地调查", COURT)
    counsel_right_told = flag(
        "已告知复核阶段有权委托辩护律师", "送达死刑裁判文书时告知了复核阶段有权委托辩护律师",
        "送达死刑裁判文书时没有告知复核阶段有权委托辩护律师", COURT,
    )  # fmt: skip
    page = words("卷宗页码")


class Extension(Kind, kind="extension", label="报请延长审限", key="extensions"):
    """A request to lengthen a trial period (art. 21); the approval itself stands under its step (`steps.Approval`)."""

    due = moment("原期限届满日", CLERK)
    applied_on = moment("报请日期", CLERK)
    claimed = flag("已按延长后的期限办理", "已按延长后的期限办理", "没有按延长后的期限办理", CLERK)
    paper = flag("批准文书在卷", "批准延长的文书在卷，写明编号和批准机关", "批准延长的文书不在卷，或者没有写明编号、批准机关", CLERK)
    competent = flag("批准机关有权批准", "批准机关对这一延长有权批准", "批准机关对这一延长无权批准", COURT)
    page = words("卷宗页码")


class Scheme(Kind, kind="scheme", label="考核方案", key="schemes", part=INNER):
    """A scheme by which handling of cases is assessed (2013 Opinion art. 22)."""

    title = words("名称")
    unit = words("单位")
    year = words("年度")


class Indicator(Kind, kind="indicator", label="考核指标", parent="scheme", key="indicators", part=INNER):
    """One figure of the scheme and how it is used."""

    name = words("指标名称")
    figure = choice(
        "指标", CLERK, appeal="上诉率", modified="改判率", remanded="发回重审率", acquittal="无罪判决率", withdrawn="撤回起诉率",
        conviction="有罪判决率", other="其他",
    )  # fmt: skip
    alone = flag(
        "单独用来评价办案质量、效果", "该项指标单独用来评价办案质量、效果或者排名", "该项指标不单独用来评价办案质量、效果或者排名", CLERK
    )


class JointHandling(Kind, kind="joint_handling", label="联合办案登记", key="joint_handlings", part=INNER):
    """A meeting or action with the police or procuratorate (2013 Opinion art. 23)."""

    held_on = moment("时间", CLERK)
    others = word_list("参加机关")
    judge_took_part = flag("审判人员参加", "审判人员参加", "审判人员没有参加", COURT)
    case_work = flag("属于办案事项", "参加的是侦查取证、会商定案等办案事项", "参加的是安全保卫、送达衔接等非办案事务", COURT)
    page = words("卷宗页码")


class Petition(Kind, kind="petition", label="控告、申诉", key="petitions"):
    """A petition against an effective judgment: checklist, course, result (2013 Opinion art. 26; CPL 253; Interp. 2021 art. 451–461)."""

    by = words("申诉人")
    received_on = moment("收到日期", CLERK)
    materials_complete = flag("材料齐全", "申诉材料符合规定", "申诉材料不符合规定", CLERK)
    receipt_given = flag("已出具回执", "已出具收到申诉材料的回执", "没有出具收到申诉材料的回执", CLERK)
    supplement_told = flag("已告知补充材料", "已告知申诉人补充材料", "没有告知申诉人补充材料", CLERK)
    wrong_possible = flag("确有冤错可能", "审查人员确认有线索表明确有冤错可能", "审查人员确认没有线索表明确有冤错可能", COURT)
    review_opened = flag("已立案复查", "已立案复查", "没有立案复查", CLERK)
    opened_on = moment("立案复查日期", CLERK)
    new_evidence = flag("有新的证据证明认定事实确有错误", "有新的证据证明原认定的事实确有错误，可能影响定罪量刑", "没有新的证据证明原认定的事实确有错误", COURT)
    evidence_unreliable = flag("定罪量刑证据不确实、不充分或应排除", "据以定罪量刑的证据不确实、不充分或者依法应当排除", "据以定罪量刑的证据没有不确实、不充分或者应当排除的问题", COURT)
    evidence_conflicts = flag("主要证据之间有矛盾", "证明案件事实的主要证据之间存在矛盾", "证明案件事实的主要证据之间不存在矛盾", COURT)
    basis_revoked = flag("主要事实依据被变更、撤销", "主要事实依据被依法变更或者撤销", "主要事实依据没有被变更或者撤销", COURT)
    wrong_charge = flag("认定罪名错误", "认定罪名错误", "认定罪名没有错误", COURT)
    wrong_sentence = flag("量刑明显不当", "量刑明显不当", "量刑没有明显不当", COURT)
    wrong_property = flag("涉案财物处理确有明显错误", "对违法所得或者其他涉案财物的处理确有明显错误", "对涉案财物的处理没有明显错误", COURT)
    retroactive = flag("违反溯及力规定", "违反法律关于溯及力的规定", "没有违反法律关于溯及力的规定", COURT)
    unfair_procedure = flag("程序违法可能影响公正裁判", "违反法定诉讼程序，可能影响公正裁判", "没有可能影响公正裁判的程序违法", COURT)
    corrupt_judge = flag("审判人员枉法", "审判人员在审理该案时有贪污受贿、徇私舞弊、枉法裁判行为", "审判人员没有贪污受贿、徇私舞弊、枉法裁判行为", COURT)
    result = choice("处理结果", COURT, pending="尚无结果", retrial="决定再审", rejected="驳回申诉", withdrawn="申诉人撤回")
    decided_on = moment("决定日期", COURT)
    rejected_in_writing = flag("书面通知驳回", "驳回申诉已书面通知", "驳回申诉没有书面通知", CLERK)
    error_confirmed = flag("确认原裁判确有错误", "复查确认原判决、裁定确有错误", "复查没有确认原判决、裁定有错误", COURT)
    retrial_started = flag("已启动审判监督程序", "已启动审判监督程序", "没有启动审判监督程序", COURT)
    page = words("卷宗页码")


class Responsibility(Kind, kind="responsibility", label="责任分析", key="responsibilities", part=INNER):
    """What people decided about one person's responsibility; learning from the case is kept apart (art. 27)."""

    person = ref("人员", "person")
    by = words("分析人")
    analysed_on = moment("分析日期", COURT)
    act = words("行为")
    held = flag("拟追究责任", "拟追究该人的审判责任", "不追究该人的审判责任", COURT)
    misconduct = choice("违法审判行为", COURT, none="没有", discipline="违反审判工作纪律", bent_law="徇私枉法")
    fault = choice("过错", COURT, intent="故意", gross="重大过失", ordinary="一般过失", none="没有过错")
    only_because_changed = flag("仅因裁判被改判、发回", "追究的依据只是裁判被改判或者发回", "追究的依据不只是裁判被改判或者发回", COURT)
    for_stated_opinion = flag("因评议时发表的意见", "追究的是评议时发表的意见", "追究的不是评议时发表的意见", COURT)
    immunity = choice(
        "免责事由", COURT, law_understanding="对法律理解、认识的偏差", fact_understanding="对事实和证据认识的偏差",
        new_evidence="新的证据", law_changed="法律修订、政策调整", document_revoked="所依据的其他法律文书被撤销、变更",
        other_lawful="其他依法履职的情形", none="没有",
    )  # fmt: skip
    discipline_committee = flag("法官惩戒委员会已提出审查意见", "法官惩戒委员会已提出审查意见", "法官惩戒委员会没有提出审查意见", COURT)
    reason = words("理由")


class AdministrativeSource(Kind, kind="administrative_source", label="行政机关收集情况", parent="item", single=True, key="administrative_source"):
    """An item that an administrative organ collected before the criminal case (CPL 54(2); Interp. 2021 art. 75)."""

    collected = flag("行政执法和查办案件中收集", "该证据系行政机关在行政执法和查办案件中收集", "该证据不是行政机关收集", INVESTIGATOR)
    collected_again = flag("侦查机关已重新收集", "侦查（调查）机关已依法重新收集", "侦查（调查）机关没有重新收集", INVESTIGATOR)
    page = words("卷宗页码")


CASE_OF.update({
    kind: relate(Relation("case", kind, "case", "本案", to_one=True))
    for kind in ("contact", "level", "death_review", "extension", "indicator", "joint_handling", "petition", "responsibility")
})  # fmt: skip
ACCUSED_DEATH_REVIEW = children(people.Accused, DeathReview)
SCHEME_INDICATORS = children(Scheme, Indicator)
ITEM_ADMINISTRATIVE = children(Item, AdministrativeSource)
