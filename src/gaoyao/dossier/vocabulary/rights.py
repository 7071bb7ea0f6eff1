"""Rights and how they were kept: the register, publicity, the pre-trial conference, requests of the defence.

Sources: 2013 Opinion art. 1, 3, 4, 10, 11, 24, 25; CPL 35, 39–41, 188, 197, 198; Interp. 2021 art. 57, 61, 222–233.
"""

from __future__ import annotations

from gaoyao.dossier.schema import (
    Answerer,
    Kind,
    Part,
    by_field,
    children,
    choice,
    flag,
    moment,
    ref,
    refs,
    relate,
    reverse,
    words,
)
from gaoyao.dossier.vocabulary import people
from gaoyao.dossier.vocabulary.court import CASE_OF, Hearing
from gaoyao.dossier.vocabulary.evidence import Item
from gaoyao.logic.tree import Relation

# fmt: off

COURT, PROSECUTION, DEFENCE, CLERK = Answerer.COURT, Answerer.PROSECUTION, Answerer.DEFENCE, Answerer.CLERK


class Right(Kind, kind="right", label="权利登记", key="rights"):
    """One procedural right of one accused: told, exercised, waived, and where the file says so."""

    accused = ref("被告人", "accused")
    type = choice(
        "权利", CLERK, accusation="知悉指控", defence="委托辩护、申请法律援助", duty_lawyer="约见值班律师", recusal="申请回避",
        evidence="申请证人出庭、调取证据、重新鉴定", exclusion="申请排除非法证据", debate="发问、质证、辩论",
        last_statement="最后陈述", language="使用本民族语言文字、获得翻译", appeal="上诉",
    )  # fmt: skip
    applicable = flag("本审级、本程序适用", "该项权利在本审级、本程序适用", "该项权利在本审级、本程序不适用", CLERK)
    told = flag("已告知", "该项权利已经告知", "该项权利没有告知", COURT)
    told_on = moment("告知日期", CLERK)
    exercised = flag("已行使", "该人已经行使该项权利", "该人没有行使该项权利", COURT)
    waived = flag("明确放弃", "该人明确放弃该项权利", "该人没有明确放弃该项权利", COURT)
    page = words("卷宗页码")


class LegalAid(Kind, kind="legal_aid", label="法律援助情形", parent="accused", key="legal_aid"):
    """A circumstance that obliges (or allows) the office to have a lawyer assigned (CPL 35, 278; Legal Aid Law 25–26)."""

    type = choice(
        "情形", CLERK, blind_deaf_mute="盲、聋、哑人", limited_capacity="尚未完全丧失辨认或者控制能力的精神病人",
        life_or_death="可能被判处无期徒刑、死刑", minor="未成年人", disability="视力、听力、言语残疾人",
        cannot_discern="不能完全辨认自己行为的成年人", death_review="申请法律援助的死刑复核案件被告人", absentia="缺席审判案件的被告人",
        optional="可以通知指派的其他情形",
    )  # fmt: skip
    defended = flag("已有辩护人", "该人已有辩护人", "该人没有辩护人", CLERK)
    notified = flag("已通知法律援助机构指派", "办案机关已通知法律援助机构指派律师", "办案机关没有通知法律援助机构指派律师", CLERK)
    three_years = flag("指派的律师有三年以上相关执业经历", "指派的律师具有三年以上相关执业经历", "指派的律师相关执业经历不满三年", DEFENCE)
    page = words("卷宗页码")


class Objection(Kind, kind="objection", label="程序异议", key="objections"):
    """A procedural breach that somebody pointed out before the deliberation (2013 Opinion art. 3)."""

    type = choice(
        "类别", CLERK, service="送达、通知", recusal="回避", composition="审判组织", publicity="公开审判", period="期限",
        defence="辩护权等诉讼权利", other="其他程序",
    )  # fmt: skip
    about = words("内容")
    raised_on = moment("提出日期", CLERK)
    handled = flag("已补正、重做或者作出处理", "该项程序问题已经补正、重做或者作出处理", "该项程序问题没有处理", COURT)
    reasoned = flag("处理理由已写明", "处理的理由已经写明", "处理的理由没有写明", COURT)
    page = words("卷宗页码")


class Publicity(Kind, kind="publicity", label="公开情况", parent="hearing", single=True, key="publicity"):
    """Whether a hearing was open, and why not (CPL 11, 188, 202, 285; Interp. 2021 art. 222)."""

    open = flag("公开进行", "庭审公开进行", "庭审没有公开进行", COURT)
    ground = choice(
        "不公开的事由", COURT, state="国家秘密", privacy="个人隐私", minor="审判时被告人不满十八周岁",
        commercial="商业秘密", none="没有法定事由",
    )  # fmt: skip
    applied = flag("当事人申请不公开", "当事人以商业秘密申请不公开审理", "当事人没有申请不公开审理", CLERK)
    announced = flag("当庭宣布不公开的理由", "不公开审理的理由已当庭宣布", "不公开审理的理由没有当庭宣布", COURT)
    pronounced_openly = flag("公开宣告判决", "判决公开宣告", "判决没有公开宣告", COURT)
    document_published = flag("裁判文书已依法公开", "裁判文书已依法公开", "裁判文书没有公开", CLERK)
    document_exempt = flag("裁判文书依法不公开", "裁判文书属于依法不公开的情形", "裁判文书不属于依法不公开的情形", CLERK)
    page = words("卷宗页码")


class Conference(Kind, kind="conference", label="庭前会议情况", parent="hearing", single=True, key="conference"):
    """What a pre-trial conference did (2013 Opinion art. 10; Interp. 2021 art. 226–233)."""

    issues_listed = flag("已归纳事实、证据争点", "庭前会议归纳了事实、证据争点", "庭前会议没有归纳事实、证据争点", COURT)
    agreed = words("达成一致的事项")
    contested = words("没有达成一致的事项")
    legality_or_evidence = flag(
        "涉及排除非法证据或证据意见", "庭前会议就排除非法证据了解情况，或者询问对证据材料的意见", "庭前会议没有涉及排除非法证据，也没有询问证据意见", COURT
    )
    accused_notified = flag("已通知被告人到场", "已通知被告人到场", "没有通知被告人到场", CLERK)
    recorded = flag("制作了笔录", "庭前会议制作了笔录", "庭前会议没有制作笔录", CLERK)
    signed = flag("参会人员核对后签名", "笔录由参会人员核对后签名", "笔录没有由参会人员核对签名", CLERK)
    page = words("卷宗页码")


class Contest(Kind, kind="contest", label="庭前会议有异议的证据", parent="conference", key="contests"):
    """An item one side contested at the conference, and what the hearing then did with it."""

    item = ref("证据", "item")
    reason = words("异议理由")
    examined_alone = flag("庭审单独举证、质证", "庭审中单独举证、质证", "庭审中没有单独举证、质证", COURT)
    page = words("庭审笔录页码")


class Observer(Kind, kind="observer", label="旁听邀请", parent="hearing", key="observers"):
    """People invited to observe a hearing: the court may invite; only the record is asked for (art. 25)."""

    people = words("邀请的人员")
    recorded = flag("名单和安排有记录", "旁听邀请的名单和安排有记录", "旁听邀请的名单和安排没有记录", CLERK)


class Passage(Kind, kind="passage", label="裁判认定的内容", key="passages", part=Part.COURT_INNER):
    """One finding of the (draft) judgment and where the hearing record shows it was argued (2013 Opinion art. 2, 11)."""

    text = words("内容")
    facts = refs("涉及事实", "fact")
    page = words("文书页码")
    transcript_page = words("庭审笔录页码")
    adverse = flag("不利于被告人的认定", "该项认定不利于被告人", "该项认定并非不利于被告人", COURT)
    heard = flag("庭审中经过调查、辩论", "该项认定的依据在庭审中经过调查、辩论", "该项认定的依据在庭审中没有经过调查、辩论", COURT)
    exempt = flag(
        "法律允许不当庭调查、辩论", "属于依法不开庭审理、庭外征求意见无异议等法律允许不当庭调查、辩论的情形",
        "不属于法律允许不当庭调查、辩论的情形", COURT,
    )  # fmt: skip
    rests_on_pressure = flag(
        "以外部压力为理由", "该项认定以舆论、上访、维稳等外部压力为理由", "该项认定没有以外部压力为理由", COURT
    )


class Request(Kind, kind="request", label="辩护申请", key="requests"):
    """A request of the defence and its answer (2013 Opinion art. 24; CPL 39–43, 197; Interp. 2021 art. 54–61)."""

    type = choice(
        "申请事项", DEFENCE, meeting="会见", file="阅卷", recording="查阅讯问录音录像", exculpatory="调取证明无罪、罪轻的证据",
        collect="收集、调取其他证据", witness="通知证人等出庭", appraisal="重新鉴定、勘验", other="其他",
    )  # fmt: skip
    accused = ref("被告人", "accused")
    by = words("申请人")
    text = words("内容")
    filed_on = moment("提出日期", DEFENCE)
    answered = flag("已作出决定", "对该项申请已作出决定", "对该项申请没有作出决定", COURT)
    answered_on = moment("答复日期", COURT)
    granted = flag("准许", "该项申请获得准许", "该项申请没有获得准许", COURT)
    reasoned = flag("不准许的理由已说明", "不准许的理由已经说明", "不准许的理由没有说明", COURT)
    lawful_refusal = flag("限制有法律依据", "不准许、推迟有法律依据", "不准许、推迟没有法律依据", COURT)
    monitored = flag("会见被监听", "会见被监听", "会见没有被监听", Answerer.DETENTION)
    items = refs("因此取得的证据", "item")
    page = words("卷宗页码")


CASE_OF.update({
    kind: relate(Relation("case", kind, "case", "本案", to_one=True))
    for kind in ("right", "legal_aid", "objection", "publicity", "conference", "contest", "observer", "passage", "request")
})  # fmt: skip
HEARING_PUBLICITY = children(Hearing, Publicity)
HEARING_CONFERENCE = children(Hearing, Conference)
HEARING_OBSERVERS = children(Hearing, Observer)
CONFERENCE_CONTESTS = children(Conference, Contest)
ACCUSED_AID = children(people.Accused, LegalAid)
CONTEST_ITEM = by_field(Contest.item, Item)
ITEM_REQUESTS = reverse(Request.items, Item, "取得它的会见等活动")
CASE_HEARINGS = relate(Relation("all_hearing", "case", "hearing", "庭审、庭前会议"))
