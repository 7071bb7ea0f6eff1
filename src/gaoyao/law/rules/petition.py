"""Petitions of innocence: screening, time, result (2013 Opinion art. 26; CPL 253–254; Interp. 2021 art. 451–461)."""

from __future__ import annotations

from gaoyao.dossier.vocabulary import Petition
from gaoyao.law.citation import cite
from gaoyao.law.rule import ConsequenceBasis, Effect, When, rule, when
from gaoyao.logic.tree import any_of

PLUS = ConsequenceBasis.STATUTE_PLUS_WORKFLOW
STAGE = ("retrial",)
GROUNDS = any_of(
    Petition.new_evidence, Petition.evidence_unreliable, Petition.evidence_conflicts, Petition.basis_revoked,
    Petition.wrong_charge, Petition.wrong_sentence, Petition.retroactive, Petition.unfair_procedure, Petition.corrupt_judge,
)  # fmt: skip
"""The grounds common to both Interpretations; Interp. 2021 added wrong disposal of property."""
NOT_REOPENED = ~Petition.result.equals("retrial")


@rule(
    title="确有冤错可能的申诉没有立案复查", stratum=7, about=Petition, effect=Effect.DUTY, concept="petition_ignored", stages=STAGE,
    sources=[cite("spc2013", 26), cite("spc2021", 451, 1), cite("spc2012", 371, 1)], rows=("spc2013-26-1", "spc2021-451-1"),
    consequence="对确有冤错可能的控告和申诉，应当依法复查", cure="立案复查，逐项对照申诉审查清单并写明结论",
)  # fmt: skip
def possible_wrong_ignored() -> When:
    """对确有冤错可能的控告和申诉，应当依法复查。"""
    return when(Petition.wrong_possible, ~Petition.review_opened)


@rule(
    title="申诉材料齐全没有出具回执", stratum=7, about=Petition, effect=Effect.DUTY, concept="petition_receipt", stages=STAGE,
    sources=[cite("spc2021", 452, 2)], rows=("spc2021-451-1",), consequence="应当出具收到申诉材料的回执", cure="补出回执，起算审查期限",
)  # fmt: skip
def no_receipt() -> When:
    """申诉材料符合规定的，人民法院应当出具收到申诉材料的回执。"""
    return when(Petition.materials_complete, ~Petition.receipt_given)


@rule(
    title="申诉材料不全没有告知补充", stratum=7, about=Petition, effect=Effect.DUTY, concept="petition_receipt", stages=STAGE,
    sources=[cite("spc2021", 452, 2), cite("spc2012", 372, 2)], rows=("spc2021-451-1",), consequence="应当告知申诉人补充材料",
    cure="写明需要补充的材料并告知申诉人",
)  # fmt: skip
def supplement_untold() -> When:
    """申诉不符合规定的，人民法院应当告知申诉人补充材料；不能因此不予理睬。"""
    return when(~Petition.materials_complete, ~Petition.supplement_told)


@rule(
    title="具有应当重新审判的情形而没有决定再审", stratum=7, about=Petition, effect=Effect.DISPOSITION, concept="retrial_due", stages=STAGE,
    sources=[cite("cpl", 253), cite("spc2021", 457, 2), cite("spc2012", 375, 2), cite("spc2013", 26), cite("cpl2012", 242), cite("cpl1996", 204)],
    rows=("cpl-253-1", "spc2021-457-2", "spc2021-458-1", "spc2013-26-2"), consequence="应当决定重新审判", cure="决定再审，或者写明为何不具有该项情形",
)  # fmt: skip
def retrial_due() -> When:
    """有新的证据证明认定事实确有错误，或者定罪量刑的证据不确实、不充分、应当排除、相互矛盾等情形之一的，应当决定重新审判。"""
    return when(GROUNDS, NOT_REOPENED)


@rule(
    title="涉案财物处理确有明显错误而没有决定再审", stratum=7, about=Petition, effect=Effect.DISPOSITION, concept="retrial_due", stages=STAGE,
    sources=[cite("spc2021", 457, 2, 7)], rows=("spc2021-457-2",), consequence="应当决定重新审判", cure="决定再审，或者写明为何没有明显错误",
)  # fmt: skip
def property_retrial_due() -> When:
    """二〇二一年解释增加：对违法所得或者其他涉案财物的处理确有明显错误的，应当决定重新审判。"""
    return when(Petition.wrong_property, NOT_REOPENED)


@rule(
    title="驳回申诉没有书面通知", stratum=7, about=Petition, effect=Effect.DUTY, concept="rejection_unwritten", stages=STAGE,
    sources=[cite("spc2021", 457, 3), cite("spc2012", 375, 3)], rows=("spc2021-457-2",), consequence="对仍然坚持申诉的，应当书面通知驳回",
    cure="书面通知，写明理由和可以向上一级人民法院申诉",
)  # fmt: skip
def rejection_unwritten() -> When:
    """申诉不具有应当重新审判的情形，申诉人仍然坚持的，应当书面通知驳回。"""
    return when(Petition.result.equals("rejected"), ~Petition.rejected_in_writing)


@rule(
    title="确认原裁判确有错误而没有启动再审", stratum=7, about=Petition, effect=Effect.DISPOSITION, concept="error_uncorrected", stages=STAGE,
    sources=[cite("spc2013", 26), cite("cpl", 254, 1), cite("spc2021", 460), cite("spc2012", 378), cite("cpl2012", 243, 1), cite("cpl1996", 205, 1)],
    rows=("spc2013-26-2", "cpl-254-1", "spc2021-460-1"), consequence="原判决、裁定确有错误的，依法及时纠正；本院院长发现的，应当提交审判委员会讨论决定是否再审",
    cure="提交审判委员会，依法启动审判监督程序",
)  # fmt: skip
def error_uncorrected() -> When:
    """原判决、裁定确有错误的，依法及时纠正。"""
    return when(Petition.error_confirmed, ~Petition.retrial_started)


@rule(
    title="关键事项查而不明就驳回申诉", stratum=7, about=Petition, effect=Effect.NOTE, concept="rejected_open", stages=STAGE, basis=PLUS,
    sources=[cite("spc2013", 26), cite("cpl", 253), cite("cpl2012", 242)], rows=("spc2013-26-1",),
    consequence="提示：有无新的证据、定罪证据是否可靠、主要证据有无矛盾查而不明的，写明何以驳回", cure="继续核查，或者写明驳回的理由",
)  # fmt: skip
def rejected_unsettled() -> When:
    """有无新的证据、定罪量刑证据是否可靠、主要证据有无矛盾，查证终结仍不明的，驳回要写明理由。"""
    unsettled = any_of(
        Petition.new_evidence.unresolved,
        Petition.evidence_unreliable.unresolved,
        Petition.evidence_conflicts.unresolved,
    )
    return when(Petition.result.equals("rejected"), unsettled)
