"""Level of court, death review, extensions, assessment, joint handling, responsibility (2013 Opinion art. 19–23, 27)."""

from __future__ import annotations

from gaoyao.dossier.vocabulary import (
    Case,
    DeathReview,
    Extension,
    Indicator,
    JointHandling,
    Level,
    Responsibility,
)
from gaoyao.law.citation import cite
from gaoyao.law.rule import TRIAL, ConsequenceBasis, Effect, When, rule, when
from gaoyao.logic.tree import Always, any_of

PLUS, WORKFLOW = ConsequenceBasis.STATUTE_PLUS_WORKFLOW, ConsequenceBasis.WORKFLOW
HEARD = ("first_instance", "second_instance", "retrial")
REVIEWED = ("death_review",)


@rule(
    title="以降低管辖级别规避上级法院监督", stratum=7, about=Level, effect=Effect.DUTY, concept="level_evaded", stages=HEARD, basis=PLUS,
    sources=[cite("spc2013", 19)], rows=("spc2013-19-1",), consequence="不得通过降低案件管辖级别规避上级人民法院的监督", cure="依法移送上级人民法院审判",
)  # fmt: skip
def level_evaded() -> When:
    """不得通过降格指控、拆分案件等降低管辖级别的方式规避上级人民法院的监督；级别有变化而不是为了规避的不在此列。"""
    return when(Level.lowered, Level.evades)


@rule(
    title="可能判处无期徒刑、死刑而由基层法院审理", stratum=7, about=Case, effect=Effect.DUTY, concept="level_too_low", stages=("first_instance",),
    sources=[cite("cpl", 21, item=2), cite("spc2021", 17, 1), cite("spc2013", 19), cite("spc2012", 15, 1), cite("cpl2012", 20, item=2), cite("cpl1996", 20, item=2)],
    rows=("spc2013-19-1",), consequence="应当移送中级人民法院审判", cure="报请移送中级人民法院审判",
)  # fmt: skip
def level_too_low() -> When:
    """可能判处无期徒刑、死刑的第一审案件由中级人民法院管辖；基层人民法院应当移送。"""
    return when(Case.court_level.equals("basic"), any_of(Case.life_possible, Case.death_possible))


@rule(
    title="复核死刑案件没有讯问被告人", stratum=7, about=DeathReview, effect=Effect.DUTY, concept="death_review", stages=REVIEWED,
    sources=[cite("spc2013", 20), cite("cpl", 251, 1), cite("spc2021", 423, 2), cite("spc2012", 344, 2), cite("cpl2012", 240, 1)],
    rows=("spc2013-20-1", "cpl-251-1"), consequence="应当讯问被告人；没有讯问的不提交核准意见", cure="讯问被告人并制作笔录",
)  # fmt: skip
def not_questioned() -> When:
    """复核死刑案件，应当讯问被告人。"""
    return when(Always(), ~DeathReview.questioned)


@rule(
    title="辩护律师要求反映意见而没有听取", stratum=7, about=DeathReview, effect=Effect.DUTY, concept="death_review", stages=REVIEWED,
    sources=[cite("spc2013", 20), cite("cpl", 251, 1), cite("spc2021", 434), cite("spc2012", 356), cite("cpl2012", 240, 1)],
    rows=("spc2013-20-2", "cpl-251-1", "spc2021-434-1"), consequence="应当听取辩护律师的意见并制作笔录", cure="在办公场所听取意见并制作笔录",
)  # fmt: skip
def counsel_not_heard() -> When:
    """死刑复核期间，辩护律师提出要求的，应当听取意见并制作笔录；没有提出要求的不在此列。"""
    return when(DeathReview.counsel_asked, any_of(~DeathReview.counsel_heard, ~DeathReview.hearing_noted))


@rule(
    title="辩护律师的书面意见没有附卷", stratum=7, about=DeathReview, effect=Effect.DUTY, concept="death_review", stages=REVIEWED,
    sources=[cite("spc2021", 434), cite("spc2012", 356)], rows=("spc2021-434-1",), consequence="辩护律师提出书面意见的，应当附卷", cure="附卷并在复核中审查",
)  # fmt: skip
def opinion_unfiled() -> When:
    """死刑复核期间，辩护律师提出书面意见的，应当附卷。"""
    return when(DeathReview.written_opinion, ~DeathReview.opinion_filed)


@rule(
    title="死刑复核证据存疑而没有调查核实", stratum=7, about=DeathReview, effect=Effect.DUTY, concept="death_review", stages=REVIEWED,
    sources=[cite("spc2013", 20), cite("spc2021", 427, 1, 2), cite("spc2012", 348, item=2)], rows=("spc2013-20-3",), consequence="证据存疑的，应当调查核实，必要时到案发地调查",
    cure="调查核实并附卷；不能查清的，裁定不予核准",
)  # fmt: skip
def doubt_unverified() -> When:
    """复核死刑案件，证据存疑的，应当调查核实，必要时到案发地调查。"""
    return when(DeathReview.evidence_doubtful, ~DeathReview.verified)


@rule(
    title="没有告知死刑复核阶段有权委托辩护律师", stratum=7, about=DeathReview, effect=Effect.DUTY, concept="death_review", stages=REVIEWED,
    sources=[cite("dr2019", 1)], rows=("dr2019-01-1",), consequence="应当告知并记入宣判笔录", cure="补告知并给予委托辩护律师的时间",
)  # fmt: skip
def counsel_right_untold() -> When:
    """高级人民法院送达死刑裁判文书时，应当告知被告人在复核阶段有权委托辩护律师，并记入宣判笔录。"""
    return when(Always(), ~DeathReview.counsel_right_told)


EXTEND = [cite("spc2013", 21), cite("cpl", 208, 1), cite("cpl", 243, 1)]


@rule(
    title="按延长后的审限办理而没有有效的批准文书", stratum=7, about=Extension, effect=Effect.DUTY, concept="extension", stages=HEARD,
    sources=[*EXTEND, cite("spc2021", 210, 1), cite("cpl2012", 202, 1), cite("cpl1996", 168, 1)], rows=("spc2013-21-1", "cpl-208-1", "spc2021-210-1"),
    consequence="不能在法定期限内审结的，应当依法报请延长；没有有权机关批准的，仍按原期限计算", cure="依法报请批准；期限已届满的，在押被告人依法释放或者变更强制措施",
)  # fmt: skip
def extension_unfounded() -> When:
    """重大、疑难、复杂案件不能在法定期限内审结的，应当依法报请延长；延长要有批准文书和有权的批准机关。"""
    return when(Extension.claimed, any_of(~Extension.paper, ~Extension.competent))


@rule(
    title="以单项指标评价办案质量和效果", stratum=7, about=Indicator, effect=Effect.DUTY, concept="single_indicator", stages=TRIAL, basis=PLUS,
    sources=[cite("spc2013", 22)], rows=("spc2013-22-1",), consequence="不得以上诉率、改判率、发回重审率等单项考核指标评价办案质量和效果",
    cure="改为综合指标并结合实质评查，取消单项排名",
)  # fmt: skip
def single_indicator() -> When:
    """建立科学的办案绩效考核指标体系，不得以上诉率、改判率、发回重审率等单项考核指标评价办案质量和效果。"""
    return when(Indicator.figure.isin("appeal", "modified", "remanded"), Indicator.alone)


@rule(
    title="以无罪率、撤诉率、有罪率等单项指标评价办案", stratum=7, about=Indicator, effect=Effect.DUTY, concept="single_indicator", stages=TRIAL, basis=PLUS,
    sources=[cite("spc2013", 22), cite("zzw2013", 14)], interpretation=("indicator_list", "open"), rows=("spc2013-22-1", "zzw2013-14-1"),
    consequence="“等单项考核指标”包括无罪率、撤回起诉率、有罪率；不得以单项指标评价", cure="改为综合指标并结合实质评查，取消单项排名",
)  # fmt: skip
def other_single_indicator() -> When:
    """无罪判决率、撤回起诉率、有罪判决率同样不得单独用来评价；把无罪、撤诉案件列入评查是分析，不等于扣分。"""
    return when(Indicator.figure.isin("acquittal", "withdrawn", "conviction", "other"), Indicator.alone)


@rule(
    title="审判人员参与联合办案", stratum=7, about=JointHandling, effect=Effect.DUTY, concept="joint_handling", stages=TRIAL, basis=PLUS,
    sources=[cite("spc2013", 23), cite("zzw2013", 11)], rows=("spc2013-23-1", "zzw2013-11-1"),
    consequence="不得参与公安机关、人民检察院联合办案，不论是否就本案表态", cure="登记；审查是否需要更换审判人员并重新独立评议",
)  # fmt: skip
def joint_handling() -> When:
    """严格依照法定程序和职责审判案件，不得参与公安机关、人民检察院联合办案；安全保卫等非办案事务不在此列。"""
    return when(JointHandling.judge_took_part, JointHandling.case_work)


HELD = Responsibility.held
NO_MISCONDUCT = Responsibility.misconduct.equals("none")
LAWFUL_DUTY = [cite("spc2013", 27), cite("hy2010", 10), cite("jdg2019", 7)]


@rule(
    title="没有违法审判行为而拟追究责任", stratum=7, about=Responsibility, effect=Effect.DUTY, concept="responsibility", stages=TRIAL,
    sources=[*LAWFUL_DUTY, cite("sf2015", 25)], rows=("spc2013-27-1", "sf2015-25-1"), consequence="审判人员依法履行职责，不受追究",
    cure="不追究责任；案件中的经验教训另在质量剖析中总结",
)  # fmt: skip
def lawful_duty_punished() -> When:
    """审判人员依法履行职责，不受追究；违反审判工作纪律或者徇私枉法的，才依规定追究。"""
    return when(HELD, NO_MISCONDUCT)


@rule(
    title="仅因裁判被改判、发回而拟追究责任", stratum=7, about=Responsibility, effect=Effect.DUTY, concept="responsibility", stages=TRIAL,
    sources=[*LAWFUL_DUTY, cite("sf2015", 28)], rows=("spc2013-27-1", "hy2010-10-1", "sf2015-28-1"),
    consequence="改判、发回本身不是追究责任的依据", cure="查明有无违法审判行为；没有的不追究",
)  # fmt: skip
def result_only() -> When:
    """裁判被改判、发回本身不是追究的依据；要有违反审判工作纪律或者徇私枉法的行为。"""
    return when(HELD, Responsibility.only_because_changed)


IMMUNE = Responsibility.immunity.isin(
    "law_understanding",
    "fact_understanding",
    "new_evidence",
    "law_changed",
    "document_revoked",
    "other_lawful",
)


@rule(
    title="有免责事由而拟追究责任", stratum=7, about=Responsibility, effect=Effect.DUTY, concept="responsibility", stages=TRIAL,
    sources=[cite("hy2010", 10), cite("spc2013", 27), cite("sf2015", 28)], rows=("hy2010-10-1", "sf2015-28-1", "spc2013-27-1"),
    consequence="合议庭成员不承担责任", cure="不追究责任，写明免责事由",
)  # fmt: skip
def immune() -> When:
    """因对法律、事实证据认识的偏差，因新的证据、法律修订、所依据的文书被撤销等而被改判、发回的，不承担责任；另有违法审判行为的除外。"""
    return when(HELD & IMMUNE, ~Responsibility.misconduct.isin("discipline", "bent_law"))


@rule(
    title="因评议时发表的意见而拟追究责任", stratum=7, about=Responsibility, effect=Effect.DUTY, concept="responsibility", stages=TRIAL,
    sources=[cite("hy2010", 6, 2), cite("spc2013", 27)], rows=("hy2010-10-1",), consequence="合议庭成员评议时发表意见不受追究", cure="不追究责任",
)  # fmt: skip
def opinion_punished() -> When:
    """合议庭成员评议时发表意见不受追究。"""
    return when(HELD, Responsibility.for_stated_opinion)


@rule(
    title="违反审判职责的惩戒没有经法官惩戒委员会审查", stratum=7, about=Responsibility, effect=Effect.DUTY, concept="responsibility", stages=TRIAL, basis=PLUS,
    sources=[cite("jdg2019", 48, 1)], rows=("sf2015-25-1", "spc2013-27-1"), consequence="由法官惩戒委员会从专业角度审查认定并提出意见，再作是否惩戒的决定",
    cure="提请法官惩戒委员会审查",
)  # fmt: skip
def discipline_unreviewed() -> When:
    """故意违反法律法规办案、因重大过失导致裁判错误并造成严重后果，是否成立由法官惩戒委员会提出审查意见。"""
    return when(HELD & Responsibility.fault.isin("intent", "gross"), ~Responsibility.discipline_committee)
