"""Principles made checkable: rights, outside pressure, fair procedure, publicity, legal aid (2013 Opinion art. 1–4).

A principle has no consequence for an item of evidence: these rules speak about registers and hearings only.
"""

from __future__ import annotations

from gaoyao.dossier.vocabulary import Contact, LegalAid, Objection, Opinion, Passage, Publicity, Right
from gaoyao.law.citation import cite
from gaoyao.law.rule import EVERY_STAGE, TRIAL, ConsequenceBasis, Effect, When, rule, when
from gaoyao.logic.tree import Always, all_of, any_of

HEARD = ("first_instance", "second_instance", "retrial")
PLUS, WORKFLOW, CROSS = (
    ConsequenceBasis.STATUTE_PLUS_WORKFLOW,
    ConsequenceBasis.WORKFLOW,
    ConsequenceBasis.CROSS_REFERENCE,
)
LAST = Right.type.equals("last_statement")


@rule(
    title="适用的诉讼权利没有告知、行使或者放弃的记录", stratum=7, about=Right, effect=Effect.DUTY, concept="right_unprotected",
    stages=TRIAL, basis=PLUS, rows=("spc2013-01-1", "spc2021-238-1", "cpl-190-1"),
    sources=[cite("spc2013", 1), cite("cpl", 14, 1), cite("cpl", 190, 1), cite("cpl2012", 14, 1), cite("cpl1996", 14, 1)],
    consequence="应当保障被告人的诉讼权利；软件列入权利保障缺口，不直接否定证据",
    cure="遗漏告知的补告知并记录；确未给予行使机会的，恢复相应程序，不以事后书面说明代替",
)  # fmt: skip
def right_unprotected() -> When:
    """维护被告人的辩护权等诉讼权利；本程序适用的权利，要有告知记录，或者有行使、放弃的记录。"""
    return when(Right.applicable & ~LAST, all_of(~Right.told, ~Right.exercised, ~Right.waived))


@rule(
    title="没有听取被告人最后陈述", stratum=7, about=Right, effect=Effect.DUTY, concept="last_statement", stages=HEARD, basis=CROSS,
    sources=[
        cite("cpl", 198, 3), cite("cpl", 219), cite("cpl", 224, 1), cite("cpl", 238, item=3), cite("spc2021", 287, 1),
        cite("spc2012", 235), cite("cpl2012", 193, 3), cite("cpl2012", 227, item=3), cite("cpl1996", 160),
    ],
    rows=("cpl-198-1", "spc2021-287-1", "spc2013-01-1", "spc2013-03-1"),
    consequence="应当恢复庭审，保证被告人充分行使最后陈述的权利；原审剥夺、限制该项权利可能影响公正审判的，第二审应当撤销原判、发回重新审判",
    cure="恢复庭审听取最后陈述；不得以补充笔录或者书面说明代替",
)  # fmt: skip
def last_statement_denied() -> When:
    """开庭审理的，不论普通、简易、速裁程序，都应当听取被告人的最后陈述；依法不开庭的没有这一环节。"""
    return when(LAST & Right.applicable, all_of(~Right.exercised, ~Right.waived))


CPL_AID = LegalAid.type.isin("blind_deaf_mute", "limited_capacity", "life_or_death", "minor")
AID_LAW = LegalAid.type.isin("disability", "cannot_discern", "death_review", "absentia")
UNAIDED = all_of(~LegalAid.defended, ~LegalAid.notified)


@rule(
    title="应当通知指派律师而没有通知", stratum=7, about=LegalAid, effect=Effect.DUTY, concept="legal_aid", stages=EVERY_STAGE,
    sources=[
        cite("cpl", 35, 2), cite("cpl", 35, 3), cite("cpl", 278), cite("la2021", 25, 1), cite("spc2021", 47, 1), cite("spc2012", 42, 1),
        cite("spc2013", 1), cite("cpl2012", 34, 2),
    ],
    rows=("cpl-35-1", "spc2021-47-1", "cpl-278-1", "spc2021-564-1", "la2021-25-1"), consequence="应当通知法律援助机构指派律师为其提供辩护",
    cure="通知法律援助机构指派律师；此前没有辩护人参加的讯问、庭审，审查是否影响其权利",
)  # fmt: skip
def aid_missing() -> When:
    """盲、聋、哑人，尚未完全丧失辨认、控制能力的精神病人，可能被判处无期徒刑、死刑的人和未成年人，没有辩护人的，应当通知指派律师。"""
    return when(CPL_AID, UNAIDED)


@rule(
    title="法律援助法增加的情形没有通知指派律师", stratum=7, about=LegalAid, effect=Effect.DUTY, concept="legal_aid", stages=EVERY_STAGE,
    sources=[cite("la2021", 25, 1)], interpretation=("legal_aid_scope", "union"), rows=("la2021-25-1",),
    consequence="应当通知法律援助机构指派律师担任辩护人", cure="通知法律援助机构指派律师",
)  # fmt: skip
def aid_missing_extended() -> When:
    """视力、听力、言语残疾人，不能完全辨认自己行为的成年人，申请法律援助的死刑复核案件被告人，缺席审判案件的被告人，同样应当通知。"""
    return when(AID_LAW, UNAIDED)


@rule(
    title="指派的律师没有三年以上执业经历", stratum=7, about=LegalAid, effect=Effect.DUTY, concept="legal_aid", stages=EVERY_STAGE,
    sources=[cite("la2021", 26)], rows=("la2021-26-1",), consequence="应当指派具有三年以上相关执业经历的律师担任辩护人",
    cure="通知法律援助机构另行指派",
)  # fmt: skip
def aid_inexperienced() -> When:
    """可能被判处无期徒刑、死刑的人和死刑复核案件的被告人，应当指派有三年以上相关执业经历的律师。"""
    return when(
        LegalAid.type.isin("life_or_death", "death_review") & LegalAid.notified, ~LegalAid.three_years
    )


@rule(
    title="以外部压力作为认定的理由", stratum=7, about=Passage, effect=Effect.DUTY, concept="pressure", stages=TRIAL, basis=PLUS,
    sources=[cite("spc2013", 2), cite("jdg2019", 7), cite("cpl", 5), cite("cpl2012", 5), cite("zzw2013", 8)], rows=("spc2013-02-1", "zzw2013-08-1"),
    consequence="不能因为舆论炒作、上访闹访、地方维稳等压力作出违反法律的裁判，不论偏重还是偏轻",
    cure="改为以事实和法律为理由；没有这样的理由的，改变认定；压力情况登记到过问登记",
)  # fmt: skip
def pressure_in_judgment() -> When:
    """必须以事实为根据、以法律为准绳；裁判的理由不能是外部压力。"""
    return when(Always(), Passage.rests_on_pressure)


@rule(
    title="评议意见以外部压力为理由", stratum=7, about=Opinion, effect=Effect.DUTY, concept="pressure", stages=TRIAL, basis=PLUS,
    sources=[cite("spc2013", 2), cite("jdg2019", 7), cite("cpl", 5), cite("cpl2012", 5), cite("zzw2013", 8)], rows=("spc2013-02-1", "zzw2013-08-1"),
    consequence="不能因为外部压力作出违反法律的裁判", cure="由该成员改以事实和法律说明理由，或者重新评议",
)  # fmt: skip
def pressure_in_opinion() -> When:
    """评议以事实和法律为理由；舆论、上访、维稳等压力不能成为结论的依据。"""
    return when(Always(), Opinion.rests_on_pressure)


@rule(
    title="过问、干预、压力没有全面如实记录并报告", stratum=7, about=Contact, effect=Effect.DUTY, concept="contact", stages=EVERY_STAGE,
    sources=[cite("org2018", 52, 2), cite("jdg2019", 54, 2), cite("spc2013", 2), cite("ld2015", 5, 1), cite("nb2015", 6)],
    rows=("spc2013-02-2", "org2018-52-1", "jdg2019-54-1", "ld2015-05-1", "ld2015-05-2", "ld2015-10-1", "nb2015-06-1"),
    consequence="办案人员应当全面如实记录并报告；登记只供监督，不进入心证材料", cure="补登记、报告并附原件",
)  # fmt: skip
def contact_unrecorded() -> When:
    """领导干部干预、内部人员过问等情况，应当全面如实记录并报告；登记与案卷分开保存。"""
    return when(Always(), any_of(~Contact.recorded, ~Contact.reported))


@rule(
    title="程序问题没有处理就进入评议", stratum=7, about=Objection, effect=Effect.DUTY, concept="procedure_open", stages=TRIAL, basis=WORKFLOW,
    sources=[cite("spc2013", 3), cite("cpl", 3, 2), cite("cpl", 238), cite("cpl2012", 3, 2), cite("cpl1996", 3, 2)], rows=("spc2013-03-1", "cpl-238-1"),
    consequence="严格按照法定程序审判；软件在评议前逐项提示，由人决定并写明理由", cure="补正或者重新进行该程序，或者写明不予处理的理由",
)  # fmt: skip
def objection_open() -> When:
    """严格遵守法定程序；已经提出的程序问题，评议以前要逐项补正、重做或者说明理由。"""
    return when(Always(), any_of(~Objection.handled, ~Objection.reasoned))


CLOSED = ~Publicity.open
LAWFUL = Publicity.ground.isin("state", "privacy", "minor") | all_of(
    Publicity.ground.equals("commercial"), Publicity.applied
)
PUBLIC_TRIAL = [
    cite("spc2013", 4), cite("cpl", 11), cite("cpl", 188, 1), cite("cpl", 238, item=1), cite("spc2021", 222), cite("spc2012", 186),
    cite("cpl2012", 183), cite("cpl1996", 152),
]  # fmt: skip


@rule(
    title="没有法定事由而不公开审理", stratum=7, about=Publicity, effect=Effect.DUTY, concept="procedure_breach", stages=HEARD, basis=CROSS,
    sources=PUBLIC_TRIAL, rows=("spc2013-04-1", "cpl-188-1", "cpl-238-1"),
    consequence="违反公开审判规定；属于第一审的，第二审人民法院应当裁定撤销原判、发回重新审判", cure="公开重新审理",
)  # fmt: skip
def closed_without_ground() -> When:
    """开庭审理应当公开；只有国家秘密、个人隐私、审判时被告人不满十八周岁，或者当事人申请并经决定的商业秘密，才不公开。"""
    return when(CLOSED, ~LAWFUL)


@rule(
    title="审判时不满十八周岁而公开审理", stratum=7, about=Publicity, effect=Effect.DUTY, concept="procedure_breach", stages=HEARD,
    sources=[cite("cpl", 285), cite("spc2021", 557, 1), cite("cpl2012", 274), cite("spc2013", 4), cite("spc2012", 467, 1)], rows=("cpl-285-1",),
    consequence="审判的时候被告人不满十八周岁的案件，不公开审理", cure="改为不公开审理；已公开的采取保护措施并说明",
)  # fmt: skip
def minor_tried_openly() -> When:
    """审判的时候被告人不满十八周岁的，不公开审理。"""
    return when(Publicity.ground.equals("minor"), Publicity.open)


@rule(
    title="不公开审理的理由没有当庭宣布", stratum=7, about=Publicity, effect=Effect.DUTY, concept="procedure_breach", stages=HEARD,
    sources=[cite("cpl", 188, 2), cite("spc2013", 4), cite("cpl2012", 183, 2)], rows=("cpl-188-1",),
    consequence="应当当庭宣布不公开审理的理由", cure="当庭补充宣布并记入笔录",
)  # fmt: skip
def ground_unannounced() -> When:
    """不公开审理的案件，应当当庭宣布不公开审理的理由。"""
    return when(CLOSED & LAWFUL, ~Publicity.announced)


@rule(
    title="没有公开宣告判决", stratum=7, about=Publicity, effect=Effect.DUTY, concept="procedure_breach", stages=HEARD,
    sources=[cite("cpl", 202, 1), cite("spc2021", 304, 1), cite("spc2012", 248, 1), cite("spc2013", 4), cite("cpl2012", 196, 1), cite("cpl1996", 163, 1)],
    rows=("spc2013-04-1",), consequence="宣告判决，一律公开进行", cure="公开宣告",
)  # fmt: skip
def pronounced_behind_doors() -> When:
    """不论是否公开审理，宣告判决一律公开进行；还没有宣判的不填。"""
    return when(any_of(Publicity.open, CLOSED), ~Publicity.pronounced_openly)


@rule(
    title="裁判文书没有依法公开", stratum=7, about=Publicity, effect=Effect.DUTY, concept="unpublished", stages=HEARD, basis=WORKFLOW,
    sources=[cite("spc2013", 4), cite("org2018", 7)], rows=("spc2013-04-1",), consequence="裁判文书依法公开；法律另有规定的除外",
    cure="依法公开，或者写明不公开的法定情形",
)  # fmt: skip
def document_unpublished() -> When:
    """裁判文书依法公开；属于依法不公开情形的除外。"""
    return when(~Publicity.document_published, ~Publicity.document_exempt)
