"""The hearing as the place of proof: pre-trial conference, judgment against hearing, defence requests (2013 Opinion art. 10, 11, 24, 25)."""

from __future__ import annotations

from gaoyao.dossier.vocabulary import (
    Case,
    Conference,
    Contest,
    Hearing,
    Item,
    Motion,
    Observer,
    Passage,
    Request,
)
from gaoyao.dossier.vocabulary.court import CASE_OF
from gaoyao.dossier.vocabulary.rights import CASE_HEARINGS, ITEM_REQUESTS
from gaoyao.law.citation import cite
from gaoyao.law.rule import EVERY_STAGE, TRIAL, ConsequenceBasis, Effect, When, rule, when
from gaoyao.law.rules.common import AGAINST, in_case
from gaoyao.logic.relations import at, exists
from gaoyao.logic.tree import Always, all_of, any_of

HEARD = ("first_instance", "second_instance", "retrial")
PLUS, WORKFLOW, CROSS = (
    ConsequenceBasis.STATUTE_PLUS_WORKFLOW,
    ConsequenceBasis.WORKFLOW,
    ConsequenceBasis.CROSS_REFERENCE,
)


@rule(
    title="庭前会议没有归纳事实、证据争点", stratum=7, about=Conference, effect=Effect.DUTY, concept="issues_unlisted", stages=HEARD, basis=PLUS,
    sources=[cite("spc2013", 10), cite("spc2021", 233, 1), cite("tq2024", 3), cite("gc2018", 20)], rows=("spc2013-10-1", "tq2024-03-1", "gc2018-pc-20"),
    consequence="庭前会议应当归纳事实、证据争点", cure="补充归纳争点，庭审时向控辩双方核实",
)  # fmt: skip
def issues_unlisted() -> When:
    """庭前会议应当归纳事实、证据争点，供庭审重点调查。"""
    return when(Always(), ~Conference.issues_listed)


@rule(
    title="庭前会议没有通知被告人到场", stratum=7, about=Conference, effect=Effect.DUTY, concept="conference_absent", stages=HEARD,
    sources=[cite("spc2021", 230, 3), cite("tq2024", 4)], rows=("spc2021-230-1", "tq2024-04-1"), consequence="应当通知被告人到场",
    cure="重新听取被告人意见；所涉事项在庭审中重新处理",
)  # fmt: skip
def conference_without_accused() -> When:
    """庭前会议就排除非法证据了解情况或者询问证据意见的，应当通知被告人到场；有多名被告人的，可以根据情况确定参加的人。"""
    return when(Conference.legality_or_evidence, ~Conference.accused_notified)


@rule(
    title="庭前会议没有制作笔录", stratum=7, about=Conference, effect=Effect.DUTY, concept="conference_unrecorded", stages=HEARD,
    sources=[cite("spc2021", 228, 4), cite("spc2012", 184, 4)], rows=("spc2021-228-1",), consequence="庭前会议情况应当制作笔录",
    cure="补作情况说明，由参会人员核对；有争议的事项在庭审中重新处理",
)  # fmt: skip
def conference_unrecorded() -> When:
    """庭前会议情况应当制作笔录。"""
    return when(Always(), ~Conference.recorded)


@rule(
    title="庭前会议笔录没有由参会人员核对签名", stratum=7, about=Conference, effect=Effect.DUTY, concept="conference_unsigned", stages=HEARD,
    sources=[cite("spc2021", 228, 4)], rows=("spc2021-228-1",), consequence="笔录由参会人员核对后签名", cure="由参会人员核对后补签",
)  # fmt: skip
def conference_unsigned() -> When:
    """二〇二一年解释增加：庭前会议笔录由参会人员核对后签名。"""
    return when(Conference.recorded, ~Conference.signed)


@rule(
    title="庭前会议有异议的证据，庭审没有单独举证、质证", stratum=7, about=Contest, effect=Effect.DUTY, concept="contest_unexamined", stages=HEARD,
    basis=PLUS, sources=[cite("spc2013", 10), cite("spc2021", 229), cite("spc2021", 268, 1), cite("spc2012", 184, 2)],
    rows=("spc2013-10-2", "spc2021-229-1"), consequence="庭审时应当重点调查，一般应当单独举证、质证；完全没有举证质证的，另按不得定案处理",
    cure="恢复法庭调查，单独举证、质证；有不单独进行的理由的，写明",
)  # fmt: skip
def contest_unexamined() -> When:
    """控辩双方在庭前会议有异议的证据，庭审时重点调查；无异议的可以简化，速裁程序一般不进行法庭调查。"""
    return when(Always(), ~Contest.examined_alone)


@rule(
    title="速裁程序不重点调查", stratum=7, about=Contest, effect=Effect.DUTY, exception_to="trial_process.contest_unexamined", stages=HEARD,
    sources=[cite("cpl", 224, 1)], consequence="一般不进行法庭调查",
)  # fmt: skip
def contest_fast_track() -> When:
    """适用速裁程序审理的，一般不进行法庭调查、法庭辩论。"""
    return when(in_case("contest", Case.procedure.equals("fast_track")))


PRETRIAL = at(CASE_OF["motion"], exists(CASE_HEARINGS, Hearing.type.equals("pretrial")))


@rule(
    title="有线索的排非申请没有召开庭前会议", stratum=7, about=Motion, effect=Effect.DUTY, concept="conference_missing", stages=("first_instance", "second_instance"),
    sources=[cite("pf2017", 25), cite("tq2024", 2, 2), cite("spc2021", 130, 1)], interpretation=("exclusion_conference", "must"), basis=PLUS,
    rows=("tq2024-02-1", "pf2017-25-1", "spc2021-130-1"), consequence="应当召开庭前会议，就证据收集的合法性了解情况、听取意见",
    cure="开庭前补开庭前会议；庭审中才提出的，在庭审中先行处理",
)  # fmt: skip
def conference_must() -> When:
    """被告人及其辩护人在开庭前申请排除非法证据，按规定提供线索或者材料的，应当召开庭前会议。"""
    return when(Motion.clue, ~PRETRIAL)


@rule(
    title="排非申请没有召开庭前会议了解情况", stratum=7, about=Motion, effect=Effect.NOTE, concept="conference_missing", stages=("first_instance", "second_instance"),
    sources=[cite("spc2021", 130, 1), cite("spc2012", 99)], interpretation=("exclusion_conference", "may"), basis=WORKFLOW, rows=("spc2021-130-1",),
    consequence="可以召开庭前会议；不召开的，写明以什么方式了解情况、听取意见", cure="召开庭前会议，或者在庭审中先行处理",
)  # fmt: skip
def conference_may() -> When:
    """按二〇二一年解释，可以召开庭前会议就非法证据排除等问题了解情况；按二〇一二年解释，有疑问的依法召开。"""
    return when(Motion.clue, ~PRETRIAL)


@rule(
    title="对取证合法性有疑问而没有调查", stratum=7, about=Motion, effect=Effect.DUTY, concept="legality_unexamined", stages=HEARD,
    sources=[cite("spc2021", 133), cite("spc2021", 132, 1), cite("cpl", 58, 1), cite("spc2012", 100, 1), cite("cpl2012", 56, 1)],
    interpretation=("legality_inquiry", "doubt"), rows=("spc2021-133-1", "spc2021-132-1"), consequence="应当在庭审中进行调查",
    cure="在庭审中先行调查；不再调查的，写明没有疑问、也没有新的线索的理由",
)  # fmt: skip
def legality_doubted() -> When:
    """法院对证据收集的合法性有疑问的，应当在庭审中进行调查；没有疑问且没有新的线索或者材料的，才可以说明理由后不再调查。"""
    return when(Motion.court_doubts, ~Motion.inquiry_closed)


@rule(
    title="对取证合法性有争议而没有当庭调查", stratum=7, about=Motion, effect=Effect.DUTY, concept="legality_unexamined", stages=HEARD, basis=PLUS,
    sources=[cite("gc2018", 19), cite("spc2021", 133), cite("cpl", 58)], interpretation=("legality_inquiry", "dispute"), rows=("spc2021-133-1",),
    consequence="提供了线索、双方没有达成一致的，应当当庭调查", cure="在庭审中先行调查",
)  # fmt: skip
def legality_disputed() -> When:
    """较宽的口径：辩方提供了线索、双方对合法性没有达成一致的，就应当当庭调查，不以法院先有疑问为前提。"""
    return when(any_of(Motion.clue, Motion.court_doubts), ~Motion.inquiry_closed)


@rule(
    title="不利认定的依据没有经过庭审调查、辩论", stratum=7, about=Passage, effect=Effect.DUTY, concept="outside_hearing", stages=HEARD, basis=PLUS,
    sources=[cite("spc2013", 11), cite("cpl", 198, 1), cite("spc2021", 71), cite("spc2012", 63), cite("cpl2012", 193, 1), cite("cpl1996", 47)],
    rows=("spc2013-11-1",), consequence="事实证据调查在法庭、定罪量刑辩论在法庭；未经法庭调查的证据不得作为定案的根据",
    cure="恢复法庭调查、辩论；或者在裁判中不作该项认定",
)  # fmt: skip
def outside_hearing() -> When:
    """审判以庭审为中心；不利于被告人的认定，其依据应当在庭审中经过调查、辩论，法律允许不当庭进行的除外。"""
    return when(Passage.adverse, all_of(~Passage.heard, ~Passage.exempt))


@rule(
    title="速裁程序一般不进行法庭调查、辩论", stratum=7, about=Passage, effect=Effect.DUTY, exception_to="trial_process.outside_hearing", stages=HEARD,
    sources=[cite("cpl", 224, 1)], consequence="一般不进行法庭调查、法庭辩论",
)  # fmt: skip
def passage_fast_track() -> When:
    """适用速裁程序审理的，一般不进行法庭调查、法庭辩论，但应当听取辩护人意见和被告人最后陈述。"""
    return when(in_case("passage", Case.procedure.equals("fast_track")))


EXCULPATORY = Request.type.equals("exculpatory")
REFUSED = all_of(Request.answered, ~Request.granted)


@rule(
    title="申请调取无罪、罪轻证据没有准许", stratum=7, about=Request, effect=Effect.DUTY, concept="exculpatory_refused", stages=TRIAL, basis=PLUS,
    sources=[cite("spc2013", 24), cite("cpl", 41), cite("spc2021", 57), cite("spc2012", 49), cite("cpl2012", 39)],
    rows=("spc2013-24-2", "spc2021-57-1", "cpl-41-1"), consequence="应当准许并向人民检察院调取；可能影响公正审判的，列入第二审审查",
    cure="准许并调取，把结果及时通知辩护人",
)  # fmt: skip
def exculpatory_refused() -> When:
    """辩护人申请调取可能证明被告人无罪、罪轻的证据，应当准许；比只要求作出决定更严，附理由驳回也不符合。"""
    return when(EXCULPATORY, ~Request.granted)


@rule(
    title="辩护申请没有作出决定", stratum=7, about=Request, effect=Effect.DUTY, concept="request_unanswered", stages=TRIAL,
    sources=[cite("cpl", 197, 3), cite("spc2021", 61, 2), cite("spc2012", 53, 2), cite("cpl2012", 192, 3), cite("spc2013", 24), cite("cpl1996", 159)],
    rows=("cpl-197-1", "spc2021-61-1", "spc2013-24-1"), consequence="应当作出是否同意的决定并通知申请人", cure="作出决定并通知申请人",
)  # fmt: skip
def request_unanswered() -> When:
    """申请通知证人到庭、调取证据、重新鉴定或者勘验，申请收集、调取证据的，法院应当作出是否同意的决定。"""
    return when(Request.type.isin("exculpatory", "collect", "witness", "appraisal"), ~Request.answered)


@rule(
    title="不准许辩护申请没有说明理由", stratum=7, about=Request, effect=Effect.DUTY, concept="refusal_unreasoned", stages=TRIAL,
    sources=[cite("spc2021", 61, 2), cite("spc2012", 53, 2)], rows=("spc2021-61-1",), consequence="决定不准许、不同意的，应当说明理由",
    cure="补充说明理由；没有理由的改为准许",
)  # fmt: skip
def refusal_unreasoned() -> When:
    """辩护律师申请收集、调取证据或者通知证人出庭，决定不准许、不同意的，应当说明理由。"""
    return when(Request.type.isin("collect", "witness") & REFUSED, ~Request.reasoned)


@rule(
    title="限制会见、阅卷没有法律依据", stratum=7, about=Request, effect=Effect.DUTY, concept="access_denied", stages=EVERY_STAGE[2:], basis=PLUS,
    sources=[
        cite("spc2013", 24), cite("cpl", 39), cite("cpl", 40), cite("spc2021", 53, 1), cite("spc2021", 54), cite("spc2012", 47, 1),
        cite("cpl2012", 37), cite("cpl2012", 38),
    ],
    rows=("spc2013-24-1", "cpl-40-1", "spc2021-53-1", "spc2021-54-1"),
    consequence="应当保障会见、阅卷、查阅已作为证据移送的录音录像；限制法定诉讼权利可能影响公正审判的，第二审应当发回",
    cure="立即安排、准许；受影响的环节重新进行",
)  # fmt: skip
def access_denied() -> When:
    """自审查起诉之日起，辩护律师会见、阅卷、查阅作为证据移送的讯问录音录像，除有法律依据外不得限制。"""
    return when(Request.type.isin("meeting", "file", "recording") & ~Request.granted, ~Request.lawful_refusal)


@rule(
    title="辩护律师会见被监听", stratum=7, about=Request, effect=Effect.DUTY, concept="meeting_monitored", stages=EVERY_STAGE, basis=WORKFLOW,
    sources=[cite("cpl", 39, 4), cite("cpl2012", 37, 4)], rows=("cpl-39-2",), consequence="会见不被监听；条文没有写证据后果，由人判断",
    cure="停止监听，封存所得内容，查明是否用于取证并写明处理",
)  # fmt: skip
def meeting_monitored() -> When:
    """辩护律师会见犯罪嫌疑人、被告人时不被监听；条文只写禁止，没有写证据后果。"""
    return when(Request.type.equals("meeting"), Request.monitored)


@rule(
    title="证据因监听律师会见取得", stratum=2, about=Item, effect=Effect.GROUND, concept="ground", stages=EVERY_STAGE, basis=WORKFLOW,
    sources=[cite("cpl", 39, 4), cite("cpl2012", 37, 4)], interpretation=("prohibition_without_sanction", "exclude"), rows=("cpl-39-2",),
    consequence="按应予排除的口径，列为应当排除的理由，由人裁定", cure="以合法方法另行收集",
)  # fmt: skip
def fruit_of_monitoring() -> When:
    """只写禁止、没有写后果的违法取证，按较严的口径列为应当排除的理由；默认口径不自动排除。"""
    return when(
        AGAINST & exists(ITEM_REQUESTS, Always()),
        exists(ITEM_REQUESTS, Request.type.equals("meeting") & Request.monitored),
    )


@rule(
    title="旁听邀请没有记录", stratum=7, about=Observer, effect=Effect.NOTE, concept="observers", stages=("first_instance",), basis=WORKFLOW,
    sources=[cite("spc2013", 25)], rows=("spc2013-25-1",), consequence="可以邀请；邀请与否不影响裁判，只作记录", cure="补记名单和安排",
)  # fmt: skip
def observers_unrecorded() -> When:
    """重大、疑难、复杂案件可以邀请人大代表、政协委员、基层群众代表旁听；决定邀请的留有记录，没有邀请不成问题。"""
    return when(Always(), ~Observer.recorded)
