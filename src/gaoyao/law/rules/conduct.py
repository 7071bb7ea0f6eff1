"""What investigators must do in every file: two of them, rest, whole recordings, attestors, warrants, notices.

CPL 118, 119, 123, 131, 133, 138–140; Interp. 2021 art. 80, 103, 107; Provisions of the police 2020 art. 194–235.
Where the article names a duty and no consequence, the rule is a duty: it says what is missing and what to look at,
and excludes nothing; so it asks of no item whose side it is on.  Only art. 103 and 107 say “no basis”, and only
against the accused.
"""

from __future__ import annotations

from gaoyao.dossier.vocabulary import Acquisition, Appraisal, Inquiry, Interrogation, Item
from gaoyao.dossier.vocabulary.court import ITEM_ACQUISITION, ITEM_APPRAISAL, ITEM_INQUIRY
from gaoyao.law.citation import cite
from gaoyao.law.rule import TRIAL, ConsequenceBasis, Effect, When, rule, when
from gaoyao.law.rules.common import AGAINST, CONFESSION, TESTIMONY, interrogation
from gaoyao.logic.relations import at
from gaoyao.logic.tree import Prop, all_of, any_of, cannot_exclude

A, I, P = Acquisition, Interrogation, Appraisal  # noqa: E741
DUTY = ConsequenceBasis.STATUTE_PLUS_WORKFLOW
NOT_BASIS = "该笔录不得作为定案的根据"
RECORDS = Item.type.isin("scene", "seizure")


def acquisition(part: Prop) -> Prop:
    """A proposition about the search, scene examination or seizure."""
    return at(ITEM_ACQUISITION, part)


# Questioning ------------------------------------------------------------------------------------------------


@rule(
    title="讯问的侦查人员不足二人", stratum=2, about=Item, effect=Effect.DUTY, concept="single_officer", basis=DUTY,
    sources=[cite("cpl", 118, 1), cite("mps2020", 202, 1), cite("cpl2012", 116, 1)], rows=("cpl-118-1", "mps2020-202-1"),
    consequence="讯问应当由不少于二名侦查人员进行；不足二人的，要求说明，并结合录音录像审查供述是否自愿、笔录是否真实",
    cure="由侦查机关说明在场人员并提交录音录像；必要时由不少于二名侦查人员重新讯问",
)  # fmt: skip
def single_officer() -> When:
    """讯问犯罪嫌疑人由侦查人员进行，侦查人员不得少于二人；记录人是侦查人员的，计算在内。"""
    return when(CONFESSION & interrogation(I.too_few_officers))


@rule(
    title="传唤、拘传、讯问没有保证饮食和必要的休息", stratum=2, about=Item, effect=Effect.DUTY, concept="rest", basis=DUTY,
    sources=[cite("cpl", 119, 3), cite("mps2020", 201), cite("cpl2012", 117, 3)], rows=("cpl-119-2", "mps2020-201-1"),
    consequence="应当保证饮食和必要的休息时间；没有保证的，审查是否属于疲劳讯问、供述是否自愿",
    cure="提交饮食、休息的记录和录音录像；说明讯问的起止和间隔",
)  # fmt: skip
def rest_not_assured() -> When:
    """传唤、拘传、讯问犯罪嫌疑人，应当保证其饮食和必要的休息时间。"""
    return when(CONFESSION & interrogation(I.rest_denied))


@rule(
    title="以连续传唤、拘传变相拘禁", stratum=2, about=Item, effect=Effect.DUTY, concept="serial_summons", basis=DUTY,
    sources=[cite("cpl", 119, 3), cite("cpl2012", 117, 3)], rows=("cpl-119-2",),
    consequence="法律禁止以连续传唤、拘传变相拘禁；其间取得的供述，审查是否属于非法限制人身自由",
    cure="提交各次传唤证、拘传证和到案、离开的记录",
)  # fmt: skip
def serial_summons() -> When:
    """不得以连续传唤、拘传的形式变相拘禁犯罪嫌疑人。"""
    return when(CONFESSION & interrogation(I.serial_summons))


@rule(
    title="讯问录音录像不完整", stratum=2, about=Item, effect=Effect.DUTY, concept="recording_interrupted", basis=DUTY,
    sources=[cite("cpl", 123, 2), cite("cpl2012", 121, 2)], rows=("cpl-123-2",),
    consequence="录音录像应当全程进行、保持完整，不论该案是否必须录制；不完整的，说明缺口的原因，审查缺口前后的供述",
    cure="移送完整的录音录像；说明缺口的起止和原因，并有客观材料印证",
)  # fmt: skip
def recording_interrupted() -> When:
    """对讯问录音或者录像的，应当全程进行，保持完整性；不是必须录制的案件录了的，同样如此。"""
    return when(CONFESSION & interrogation(all_of(I.recorded, ~I.recording_complete)))


@rule(
    title="讯问笔录没有逐页签名捺印", stratum=2, about=Item, effect=Effect.DUTY, concept="pages_unsigned", basis=DUTY,
    sources=[cite("mps2020", 206, 1)], rows=("mps2020-206-1",),
    consequence="笔录经核对无误后应当逐页签名、捺指印，拒绝的应当注明；缺页签的，核对该页是否被替换、添加",
    cure="由侦查机关说明，与录音录像核对缺签的各页",
)  # fmt: skip
def pages_unsigned() -> When:
    """公安机关的讯问笔录，犯罪嫌疑人核对后应当逐页签名、捺指印；拒绝的，侦查人员在笔录上注明。"""
    return when(CONFESSION & interrogation(I.page_signatures_missing), interrogation(~I.refusal_noted))


@rule(
    title="向证人、被害人泄露案情或者表示看法", stratum=2, about=Item, effect=Effect.DUTY, concept="case_leaked", basis=DUTY,
    sources=[cite("mps2020", 211, 2)], rows=("mps2020-211-1",),
    consequence="侦查人员不得泄露案情或者表示对案件的看法；有此情形的，审查该陈述是否独立、有无其他来源印证",
    cure="核对询问的录音录像和发问；由其他人员就证人亲身感知的事实重新询问",
)  # fmt: skip
def case_leaked() -> When:
    """公安机关询问证人、被害人，侦查人员不得向其泄露案情或者表示对案件的看法。"""
    return when(all_of(TESTIMONY, at(ITEM_INQUIRY, Inquiry.case_leaked)))


# Search, scene, seizure ---------------------------------------------------------------------------------------


@rule(
    title="搜查、扣押、勘验没有见证人在场", stratum=2, about=Item, effect=Effect.DUTY, concept="no_attestor", basis=DUTY,
    sources=[cite("cpl", 139, 1), cite("cpl", 133), cite("cpl", 142), cite("mps2020", 194, 1), cite("mps2020", 225, 1), cite("cpl2012", 137, 1)],
    rows=("cpl-136-1", "mps2020-194-1"),
    consequence="应当有见证人（搜查的，被搜查人或者家属、邻居、其他见证人）在场；没有的，审查物证、痕迹的来源能否以其他方式证明",
    cure="说明没有见证人的原因，提交当时的全程录音录像；不能证明来源的，另按来源疑问处理",
)  # fmt: skip
def no_attestor() -> When:
    """搜查时应当有被搜查人或者其家属、邻居、其他见证人在场；勘验、检查笔录由见证人签名；公安机关的勘验、搜查、扣押应当邀请见证人。"""
    return when(acquisition(A.no_attestor), acquisition(~A.no_attestor_explained))


@rule(
    title="见证人依法不得担任见证人", stratum=2, about=Item, effect=Effect.DUTY, concept="attestor_unqualified", basis=DUTY,
    sources=[cite("spc2021", 80, 1), cite("mps2020", 194, 2), cite("spc2012", 67, 1)], rows=("spc2021-80-1", "mps2020-194-1"),
    consequence="办案机关的工作人员、聘用的人员，有利害关系的人等不得担任见证人；应当审查物证、痕迹的来源能否以其他方式证明",
    cure="说明无法由符合条件的人担任的客观原因，提交当时的全程录音录像；不能证明来源的，另按来源疑问处理",
)  # fmt: skip
def attestor_unqualified() -> When:
    """生理、精神有缺陷或者年幼不能辨别、表达的人，有利害关系的人，行使勘验、搜查、扣押等职权的机关的工作人员或者其聘用的人员，不得担任见证人；客观原因无法另找的，应当注明并全程录音录像。"""
    return when(acquisition(A.attestor_unqualified), acquisition(~A.no_attestor_explained))


@rule(
    title="搜查没有出示搜查证", stratum=2, about=Item, effect=Effect.DUTY, concept="no_warrant", basis=DUTY,
    sources=[cite("cpl", 138), cite("mps2020", 223), cite("cpl2012", 136)], rows=("cpl-136-1",),
    consequence="进行搜查必须出示搜查证；没有的，审查取得的物证、书证是否不符合法定程序、可能严重影响司法公正",
    cure="提交当时的搜查证；属于执行逮捕、拘留时紧急情况的，说明是哪一种紧急情况",
)  # fmt: skip
def search_without_warrant() -> When:
    """进行搜查，必须向被搜查人出示搜查证；执行逮捕、拘留时遇有紧急情况的，可以不另用搜查证。"""
    return when(acquisition(A.no_warrant), acquisition(~A.urgent_at_arrest))


@rule(
    title="勘验、搜查、扣押笔录缺少签名", stratum=2, about=Item, effect=Effect.DUTY, concept="record_unsigned", basis=DUTY,
    sources=[cite("cpl", 133), cite("cpl", 140), cite("mps2020", 216), cite("mps2020", 226), cite("cpl2012", 131), cite("cpl2012", 138)],
    rows=("cpl-133-1", "cpl-136-1"),
    consequence="笔录应当由参加的人和见证人签名；缺少签名的，要求补正或者说明，并核对所提取物品的来源",
    cure="由当时的侦查人员、见证人、被搜查人或者家属说明，以录像、照片等客观材料印证",
)  # fmt: skip
def record_unsigned() -> When:
    """勘验、检查、搜查、扣押的笔录应当由参加的人和见证人签名；在逃、拒绝签名而已注明的除外。物证、书证因此的瑕疵另有规则。"""
    return when(RECORDS & acquisition(A.signatures_missing), acquisition(~A.missing_signature_explained))


@rule(
    title="勘查、搜查的侦查人员不足二人", stratum=2, about=Item, effect=Effect.DUTY, concept="few_searchers", basis=DUTY,
    sources=[cite("mps2020", 215), cite("mps2020", 223)], rows=("mps2020-215-1",),
    consequence="公安机关勘查现场、执行搜查的侦查人员不得少于二人；不足的，要求说明并审查过程能否以录像、见证人印证",
    cure="说明在场人员，提交录音录像、照片；由见证人说明过程",
)  # fmt: skip
def few_searchers() -> When:
    """公安机关勘查现场、执行搜查，侦查人员不得少于二人。"""
    return when(acquisition(A.too_few_officers))


@rule(
    title="勘验、检查笔录明显不符合规定，不能合理解释", stratum=2, about=Item, effect=Effect.NOT_BASIS, stages=TRIAL,
    sources=[cite("spc2021", 103), cite("spc2012", 89)], rows=("spc2021-103-1", "cpl-133-1", "mps2020-215-1"), consequence=NOT_BASIS,
    cure="由勘验、检查人员作出有照片、录像等客观材料支持的解释",
)  # fmt: skip
def scene_unexplained() -> When:
    """勘验、检查笔录存在明显不符合法律、有关规定的情形，不能作出合理解释的，不得作为定案的根据。"""
    scene = all_of(Item.type.equals("scene"), AGAINST)
    return when(
        scene & acquisition(A.plainly_irregular), acquisition(cannot_exclude(A.irregular_unexplained))
    )


@rule(
    title="侦查实验条件明显不同或者影响科学性", stratum=2, about=Item, effect=Effect.NOT_BASIS, stages=TRIAL,
    sources=[cite("spc2021", 107), cite("spc2012", 91, 2)], rows=("spc2021-107-1",), consequence=NOT_BASIS,
    cure="在与事件发生时相同的条件下重新实验，全程录音录像",
)  # fmt: skip
def experiment_unlike() -> When:
    """侦查实验的条件与事件发生时有明显差异，或者有影响结论科学性的其他情形的，笔录不得作为定案的根据。"""
    unlike = any_of(A.conditions_differ, A.unscientific)
    return when(all_of(Item.type.equals("experiment"), AGAINST, acquisition(unlike)))


@rule(
    title="涉案财物由侦查人员自行保管", stratum=2, about=Item, effect=Effect.DUTY, concept="kept_by_officer", basis=DUTY,
    sources=[cite("mps2020", 235, 3)], rows=("mps2020-235-1",),
    consequence="严禁由侦查人员自行保管涉案财物；有此情形的，审查该物品、检材是否仍是原物、有无调换和污染",
    cure="提交保管、交接的全部记录；以封存照片、编号、称量等证明同一",
)  # fmt: skip
def kept_by_officer() -> When:
    """公安机关应当指定不承担办案工作的民警管理涉案财物，严禁由侦查人员自行保管。"""
    return when(acquisition(A.kept_by_officer))


@rule(
    title="解剖尸体没有通知死者家属到场", stratum=2, about=Item, effect=Effect.DUTY, concept="autopsy_family", basis=DUTY,
    sources=[cite("cpl", 131), cite("mps2020", 218), cite("cpl2012", 129)], rows=("cpl-131-1",),
    consequence="应当通知死者家属到场；没有通知的，要求说明，并审查检验过程能否以录像、照片、检材保存情况印证",
    cure="提交解剖尸体通知书；身份不明、无法通知的，提交当时的注明",
)  # fmt: skip
def autopsy_family() -> When:
    """为查明死因解剖尸体，应当通知死者家属到场；身份不明、无法通知的，在笔录中注明。"""
    return when(
        all_of(Item.type.equals("expert"), at(ITEM_APPRAISAL, P.family_not_called)),
        at(ITEM_APPRAISAL, ~P.family_unreachable),
    )
