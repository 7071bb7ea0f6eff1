"""The hearing: examination of evidence, answers to the defence, supplementation, remand (2013 Opinion art. 12, 14, 15, 18)."""

from __future__ import annotations

from gaoyao.dossier.vocabulary import (
    Argument,
    Case,
    Decision,
    Exemption,
    Fact,
    Group,
    Hearing,
    Instance,
    Item,
    Restriction,
    Supplement,
)
from gaoyao.dossier.vocabulary.court import (
    CASE_FACTS,
    CASE_INSTANCES,
    CASE_OF,
    CASE_SUPPLEMENTS,
    COUNT_FACTS,
    DECISION_COUNTS,
    GROUP_CONFRONTED_AT,
    GROUP_SHOWN_AT,
    ITEM_CONFRONTED_AT,
    ITEM_EXEMPTIONS,
    ITEM_GROUP,
    ITEM_SHOWN_AT,
)
from gaoyao.law.citation import cite
from gaoyao.law.rule import TRIAL, ConsequenceBasis, Effect, When, rule, when
from gaoyao.law.rules.common import AGAINST, in_case
from gaoyao.law.rules.proving import ROLES_OF_GUILT
from gaoyao.logic.relations import at, exists
from gaoyao.logic.tree import Always, Concluded, all_of, any_of

NOT_BASIS = "该证据不得作为定案的根据"
EXPIRED = Concluded(
    "supplement",
    "expired",
    "自检察院收到建议起已满二个月",
    "自检察院收到建议起未满二个月",
    "二个月期限是否届满尚不能计算",
)


IN_COURT = Hearing.type.equals("trial")
"""A pre-trial conference hears what the parties think of the evidence; it examines nothing."""
SHOWN = any_of(
    Item.shown,
    exists(ITEM_SHOWN_AT, IN_COURT),
    exists(ITEM_GROUP, Group.shown | exists(GROUP_SHOWN_AT, IN_COURT)),
)
CONFRONTED = any_of(
    Item.confronted, exists(ITEM_CONFRONTED_AT, IN_COURT),
    exists(ITEM_GROUP, Group.confronted | exists(GROUP_CONFRONTED_AT, IN_COURT)),
)  # fmt: skip
UNDISPUTED = any_of(~Item.disputed, exists(ITEM_GROUP, Group.undisputed))
VERIFIED = any_of(Item.verified, exists(ITEM_GROUP, Group.verified))
FAST_TRACK = in_case("item", Case.procedure.equals("fast_track"))
VERIFIED_OUTSIDE = all_of(Exemption.type.equals("technical"), Exemption.danger, Exemption.recorded)


@rule(
    title="证据未经当庭出示、质证", stratum=2, about=Item, effect=Effect.NOT_BASIS, concept="not_basis",
    sources=[cite("spc2013", 12, 1), cite("spc2021", 71), cite("spc2012", 63), cite("cpl", 50, 3), cite("cpl", 195)], stages=TRIAL,
    consequence=NOT_BASIS, rows=("spc2013-12-1", "spc2021-71-1", "cpl-195-1"),
    cure="恢复法庭调查，当庭出示、辨认、质证；庭外取得的补充证据同样要经质证，双方无异议的可以记录在案后采用",
)  # fmt: skip
def not_examined() -> When:
    """证据没有经过当庭出示、辨认、质证等法庭调查程序查证属实的，不得作为定案的根据。"""
    return when(AGAINST, any_of(~SHOWN, ~CONFRONTED))


@rule(
    title="速裁程序不进行法庭调查", stratum=2, about=Item, effect=Effect.NOT_BASIS, exception_to="court.not_examined",
    sources=[cite("cpl", 224, 1)], consequence="一般不进行法庭调查、法庭辩论", stages=TRIAL,
)  # fmt: skip
def fast_track() -> When:
    """适用速裁程序审理的案件，一般不进行法庭调查。"""
    return when(FAST_TRACK)


@rule(
    title="简易程序对无异议证据的简化", stratum=2, about=Item, effect=Effect.NOT_BASIS, exception_to="court.not_examined",
    sources=[cite("cpl", 219), cite("spc2021", 365, 1, 3)], consequence="可以仅就证据名称和所证明的事项作出说明", stages=TRIAL,
)  # fmt: skip
def summary_undisputed() -> When:
    """适用简易程序，控辩双方对证据没有异议的，举证质证可以简化；有异议的仍应出示质证。"""
    return when(in_case("item", Case.procedure.equals("summary")), UNDISPUTED)


@rule(
    title="庭外征求意见双方无异议", stratum=2, about=Item, effect=Effect.NOT_BASIS, exception_to="court.not_examined",
    sources=[cite("spc2021", 271, 2), cite("spc2012", 220, 2)], consequence="可以作为定案的根据", stages=TRIAL,
)  # fmt: skip
def undisputed_out_of_court() -> When:
    """补充的和庭外调查取得的证据中，不影响定罪量刑的非关键证据、有利于被告人的量刑证据、认定前科的裁判文书等，经庭外征求意见双方没有异议的除外。"""
    return when(
        exists(
            ITEM_EXEMPTIONS, Exemption.type.equals("out_of_court") & Exemption.undisputed & Exemption.recorded
        )
    )


@rule(
    title="技术调查、侦查证据的庭外核实", stratum=2, about=Item, effect=Effect.NOT_BASIS, exception_to="court.not_examined",
    sources=[cite("spc2013", 12, 2), cite("spc2021", 120, 2), cite("cpl", 154)], consequence="可以由审判人员在庭外核实", stages=TRIAL,
    rows=("spc2013-12-2", "spc2021-120-1"),
)  # fmt: skip
def technical_out_of_court() -> When:
    """当庭调查技侦证据可能危及人身安全或者产生其他严重后果，由审判人员庭外核实并有记录的除外。"""
    return when(Item.technical_measure & exists(ITEM_EXEMPTIONS, VERIFIED_OUTSIDE))


@rule(
    title="技术调查、侦查证据未经法庭调查也未经庭外核实", stratum=2, about=Item, effect=Effect.NOT_BASIS, stages=TRIAL,
    sources=[cite("spc2013", 12, 2), cite("spc2021", 120), cite("cpl", 154), cite("spc2012", 107)],
    consequence=NOT_BASIS, rows=("spc2013-12-2", "spc2021-120-1", "cpl-154-1"),
    cure="采取不暴露身份和技术方法的保护措施当庭调查；必要时由审判人员庭外核实并记录",
)  # fmt: skip
def technical() -> When:
    """技侦证据应当经法庭调查程序查证；只有可能危及人身安全或者有其他严重后果的，才可以由审判人员庭外核实。速裁程序不进行法庭调查的除外。"""
    return when(
        AGAINST & Item.technical_measure,
        all_of(any_of(~SHOWN, ~CONFRONTED), ~exists(ITEM_EXEMPTIONS, VERIFIED_OUTSIDE), ~FAST_TRACK),
    )


@rule(
    title="合议庭没有确认证据属实", stratum=2, about=Item, effect=Effect.NOT_BASIS, stages=TRIAL, routine=True,
    sources=[cite("spc2013", 12, 1), cite("spc2021", 71), cite("cpl", 55, 2, 2), cite("spc2012", 63)],
    consequence=NOT_BASIS, rows=("spc2021-71-1",), cure="由合议庭综合全案证据作出判断并写明理由；不能确认的不予采信",
)  # fmt: skip
def not_verified() -> When:
    """经过法庭调查，合议庭没有确认属实的证据，不得作为定案的根据。"""
    return when(AGAINST, ~VERIFIED)


@rule(
    title="辩解、辩护意见没有得到回应", stratum=7, about=Argument, effect=Effect.DUTY, concept="defence_unanswered", stages=TRIAL,
    sources=[cite("spc2013", 14), cite("spc2021", 300, 1), cite("spc2012", 246)],
    consequence="应当当庭或者在裁判文书中说明采纳与否及理由", rows=("spc2013-14-1", "spc2021-300-1"),
    cure="当庭或者在裁判文书中逐条写明采纳、部分采纳或者不采纳，并写明理由和所依据的证据",
)  # fmt: skip
def unanswered() -> When:
    """被告人及其辩护人提出的辩解理由、辩护意见和提交的证据材料，应当说明采纳与否及理由。"""
    return when(Always(), any_of(~Argument.answered, ~Argument.reasoned))


@rule(
    title="限制辩方发问、质证、辩论而没有合法理由", stratum=7, about=Restriction, effect=Effect.DUTY, concept="defence_restricted",
    stages=TRIAL, sources=[cite("spc2013", 14), cite("cpl", 238, item=3)], basis=ConsequenceBasis.WORKFLOW,
    consequence="可能限制当事人的法定诉讼权利，列入二审审查", rows=("spc2013-14-2", "cpl-238-1"), cure="恢复被限制的环节，或者在笔录中写明理由",
)  # fmt: skip
def restricted() -> When:
    """保障被告人及其辩护人发问、质证、辩论的权利；限制的理由要记入笔录并有法律依据。"""
    return when(Always(), any_of(~Restriction.reason_recorded, ~Restriction.reason_lawful))


@rule(
    title="定罪证据存疑而没有书面建议补充调查", stratum=7, about=Case, effect=Effect.DUTY, concept="supplement_missing",
    stages=("first_instance", "second_instance", "retrial"), sources=[cite("spc2013", 15), cite("spc2021", 297, 1)],
    consequence="应当书面建议人民检察院补充调查", rows=("spc2013-15-1", "spc2021-297-1"),
    cure="向人民检察院发出书面补充调查建议，逐项写明需要查明的事实和证据",
)  # fmt: skip
def no_supplement() -> When:
    """定罪证据存疑的，应当书面建议人民检察院补充调查；只是量刑证据存疑的，不在此列。"""
    return when(
        exists(CASE_FACTS, Fact.panel_doubt),
        exists(CASE_FACTS, Fact.panel_doubt & Fact.role.isin(*ROLES_OF_GUILT))
        & ~exists(CASE_SUPPLEMENTS, Supplement.by.equals("court") & Supplement.written),
    )


@rule(
    title="补充调查建议满二个月没有书面材料", stratum=7, about=Supplement, effect=Effect.DISPOSITION, concept="judge_on_file",
    stages=("first_instance", "second_instance", "retrial"), sources=[cite("spc2013", 15), cite("spc2021", 297, 2)],
    consequence="应当根据在案证据依法作出裁判，不再等待", rows=("spc2013-15-2", "spc2021-297-1"),
    cure="根据在案证据依法裁判；定罪证据不足的，依第六条处理",
)  # fmt: skip
def supplement_expired() -> When:
    """人民检察院在收到书面建议后二个月内没有提交书面材料的，应当根据在案证据依法作出裁判。"""
    return when(Supplement.by.equals("court") & Supplement.written, EXPIRED & ~Supplement.answered)


CLEARED = exists(DECISION_COUNTS, exists(COUNT_FACTS, Fact.cleared_on_appeal))
STILL_DOUBTFUL = exists(DECISION_COUNTS, exists(COUNT_FACTS, Fact.panel_doubt & ~Fact.cleared_on_appeal))


@rule(
    title="二审已查清事实仍拟发回", stratum=7, about=Decision, effect=Effect.DISPOSITION, concept="remand_forbidden",
    stages=("second_instance",), sources=[cite("spc2013", 18), cite("cpl", 236, 1, 3), cite("spc2021", 404, 1), cite("cpl2012", 225, 1, 3)],
    consequence="不得发回重新审判，应当在查清事实后依法裁判", rows=("spc2013-18-1", "cpl-236-2", "spc2021-404-1"), cure="改为查清事实后的裁判",
    interpretation=("remand_cleared", "opinion"),
)  # fmt: skip
def remand_after_clearing() -> When:
    """原判事实不清、证据不足，第二审人民法院查清事实的，不得发回重新审判。"""
    return when(Decision.outcome.equals("remand_facts") & CLEARED, ~STILL_DOUBTFUL)


@rule(
    title="二审已查清事实仍拟发回：写明理由", stratum=7, about=Decision, effect=Effect.NOTE, concept="remand_reason", stages=("second_instance",),
    sources=[cite("cpl", 236, 1, 3), cite("cpl2012", 225, 1, 3), cite("cpl1996", 189, item=3)], interpretation=("remand_cleared", "statute"),
    basis=ConsequenceBasis.STATUTE_PLUS_WORKFLOW, consequence="可以在查清事实后改判，也可以发回；提示写明为何不自行改判", rows=("cpl-236-2",),
    cure="写明发回的理由，或者改为查清事实后的裁判",
)  # fmt: skip
def remand_needs_reason() -> When:
    """按刑诉法给予选择权的口径，第二审查清事实后仍发回的，写明不自行改判的理由。"""
    return when(Decision.outcome.equals("remand_facts") & CLEARED, ~STILL_DOUBTFUL)


@rule(
    title="已因事实不清、证据不足发回过一次，又拟发回", stratum=7, about=Decision, effect=Effect.DISPOSITION, concept="remand_forbidden",
    stages=("second_instance",), sources=[cite("spc2013", 18), cite("cpl", 236, 2), cite("spc2021", 405), cite("spc2012", 328), cite("cpl2012", 225, 2)],
    consequence="不得再次发回重新审判，应当依法作出判决或者裁定", rows=("spc2013-18-2", "cpl-236-3", "spc2021-405-1", "spc2021-406-1"),
    cure="依法作出判决或者裁定；证据不足的，宣告无罪",
)  # fmt: skip
def second_remand() -> When:
    """以事实不清、证据不足为由发回重审的案件，上诉、抗诉后，不得再次以此发回；重审程序违法的发回是另一种结果，不受此限。"""
    prior = exists(CASE_INSTANCES, Instance.result.equals("remanded_facts"))
    return when(Decision.outcome.equals("remand_facts"), at(CASE_OF["decision"], prior))


@rule(
    title="本案不得再以事实不清、证据不足发回", stratum=7, about=Case, effect=Effect.DISPOSITION, concept="no_second_remand",
    stages=("second_instance",), sources=[cite("spc2013", 18), cite("cpl", 236, 2), cite("spc2021", 405), cite("spc2012", 328), cite("cpl2012", 225, 2)],
    consequence="第二审人民法院应当依法作出判决或者裁定，不得再发回重新审判", rows=("spc2013-18-2", "cpl-236-3"),
    cure="在查清事实后改判；仍不能查清、证据不足的，宣告无罪",
)  # fmt: skip
def remand_used_up() -> When:
    """本案曾以事实不清、证据不足发回一次，重审后又上诉、抗诉的，本次不得再以此发回。"""
    return when(exists(CASE_INSTANCES, Instance.result.equals("remanded_facts")))
