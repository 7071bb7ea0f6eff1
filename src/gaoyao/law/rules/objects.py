"""Objects, documents and traces: where from, how taken, compared with whom.

2013 Opinion art. 9(1); CPL 56, 140, 142; Interp. 2021 art. 82–86, 126.  An item may hold several traces or
objects: when none of them is tied, the item is no basis; when some are, the note names those that are not.
"""

from __future__ import annotations

from gaoyao.dossier.vocabulary import Acquisition, Exhibit, Item, Trace
from gaoyao.dossier.vocabulary.court import ITEM_ACQUISITION, ITEM_EXHIBITS, ITEM_TRACES
from gaoyao.law.citation import cite
from gaoyao.law.rule import PRE_TRIAL, TRIAL, ConsequenceBasis, Effect, When, rule, when
from gaoyao.law.rules.common import AGAINST, CURE_ACCEPTED, CURE_REFUSED
from gaoyao.logic.relations import at, exists
from gaoyao.logic.tree import Always, Prop, all_of, any_of, cannot_exclude

A, T, X = Acquisition, Trace, Exhibit
OBJECT = Item.type.isin("physical", "documentary")
AGAINST_OBJECT = all_of(OBJECT, AGAINST)
NOT_BASIS = "该物证、书证不得作为定案的根据"
DEFECT = "经补正或者作出合理解释的，可以采用；来源、收集程序的疑问不能合理解释的，不得作为定案的根据"

TIED = all_of(T.compared, T.result.equals("identity"), T.matched_to.isin("accused", "victim"))
LOOSE = all_of(T.from_scene, any_of(~T.compared, T.result.isin("class_only", "inconclusive")))
"""A trace from the scene that was not compared, or whose comparison gave no identity.  An exclusion and an
identity with a third person are results in favour of the accused and are not struck."""
SOURCED = any_of(X.source_by_identification, X.source_by_appraisal, X.source_by_other)
UNSOURCED = all_of(~X.source_by_identification, ~X.source_by_appraisal, ~X.source_by_other)
AGAINST_TRACE = all_of(AGAINST, exists(ITEM_TRACES, T.from_scene))
AGAINST_EXHIBIT = all_of(AGAINST, exists(ITEM_EXHIBITS, Always()))


def acquisition(part: Prop) -> Prop:
    """A proposition about how the item was taken."""
    return at(ITEM_ACQUISITION, part)


# Traces (2013 Opinion art. 9(1) first sentence) -------------------------------------------------------------


@rule(
    title="现场痕迹没有作同一认定（2013年意见口径）", stratum=2, about=Item, effect=Effect.NOT_BASIS, stages=TRIAL,
    sources=[
        cite("spc2013", 9, 1), cite("spc2021", 82, item=4), cite("spc2021", 85), cite("spc2012", 69, item=4, since="2013-10-09"),
    ],
    interpretation=("trace_identity", "wording_2013"), rows=("spc2013-09-1", "spc2021-82-2"),
    consequence="现场遗留的该痕迹、样本不得作为定案的根据",
    cure="与被告人、被害人的相应样本作指纹、DNA等鉴定；只有种类认定的，补充同一认定或者改以其他证据证明",
)  # fmt: skip
def trace_without_identity() -> When:
    """现场遗留、可能与犯罪有关的指纹、血迹、精斑、毛发等，控方用来证明有罪，却没有与被告人、被害人的相应样本作同一认定的，
    不得作为定案的根据；鉴定结论为不同一或者指向第三人的，不在此列，应当作为有利证据审查。"""
    return when(
        AGAINST_TRACE, all_of(exists(ITEM_TRACES, LOOSE), ~exists(ITEM_TRACES, all_of(T.from_scene, TIED)))
    )


@rule(
    title="同一证据中有的痕迹没有作同一认定", stratum=2, about=Item, effect=Effect.NOTE, concept="trace_partly_tied", stages=TRIAL,
    sources=[cite("spc2013", 9, 1), cite("spc2021", 82, item=4), cite("spc2012", 69, item=4, since="2013-10-09")], interpretation=("trace_identity", "wording_2013"),
    basis=ConsequenceBasis.STATUTE_PLUS_WORKFLOW, rows=("spc2013-09-1",),
    consequence="没有作同一认定的那一处不得作为定案的根据，其余不受影响", cure="把各处痕迹分列为不同证据；对没有比对的补充鉴定",
)  # fmt: skip
def trace_partly_tied() -> When:
    """一份证据记载几处现场痕迹，有的已作同一认定、有的没有的，没有作同一认定的那一处不得用来定案。"""
    return when(all_of(AGAINST, exists(ITEM_TRACES, all_of(T.from_scene, TIED))), exists(ITEM_TRACES, LOOSE))


@rule(
    title="现场痕迹没有作同一认定（2021年解释口径：审查、补充）", stratum=2, about=Item, effect=Effect.NOTE, concept="trace_review",
    sources=[cite("spc2021", 82, item=4), cite("spc2021", 85), cite("spc2012", 69, item=4)], interpretation=("trace_identity", "wording_2021"), stages=TRIAL,
    basis=ConsequenceBasis.STATUTE_PLUS_WORKFLOW, rows=("spc2021-82-2", "spc2013-09-1"),
    consequence="应当着重审查是否已作鉴定并比对；应当鉴定而没有鉴定致案件事实存疑的，通知检察院补充",
    cure="与被告人、被害人的相应生物特征、物品等比对鉴定",
)  # fmt: skip
def trace_to_review() -> When:
    """现场遗留、与犯罪有关的痕迹、样本，应当审查是否已作鉴定，并与被告人或者被害人的相应生物特征、物品等比对。"""
    return when(AGAINST_TRACE, exists(ITEM_TRACES, LOOSE))


@rule(
    title="现场痕迹没有作同一认定（审前提示）", stratum=2, about=Item, effect=Effect.NOTE, concept="trace_gap", stages=PRE_TRIAL,
    sources=[cite("spc2013", 9, 1), cite("spc2021", 82, item=4), cite("spc2012", 69, item=4, since="2013-10-09")], basis=ConsequenceBasis.WORKFLOW, rows=("spc2013-09-1",),
    consequence="审判时不得作为定案的根据；现在补充鉴定还来得及", cure="与被告人、被害人的相应样本作指纹、DNA等鉴定",
)  # fmt: skip
def trace_gap_before_trial() -> When:
    """侦查、审查逮捕、审查起诉时发现现场痕迹没有作同一认定的，提示补充：法院将不以它定案。"""
    return when(AGAINST_TRACE, exists(ITEM_TRACES, LOOSE))


@rule(
    title="应当提取、鉴定、移送而没有，致案件事实存疑", stratum=2, about=Item, effect=Effect.DUTY, concept="trace_supplement",
    sources=[cite("spc2021", 85), cite("spc2012", 72)], basis=ConsequenceBasis.STATUTE, stages=TRIAL,
    consequence="应当通知人民检察院依法补充收集、调取、移送证据", rows=("spc2021-85-1", "sx2010-07-1"),
    cure="人民检察院补充提取、鉴定或者移送鉴定意见；检材已经灭失的，书面说明",
)  # fmt: skip
def evidence_gap() -> When:
    """血迹、体液、毛发、指纹、足迹、字迹等应当提取而没有提取，应当鉴定而没有鉴定，应当移送鉴定意见而没有移送，致使案件事实存疑的，
    应当通知人民检察院补充；不论该证据对谁有利。"""
    return when(
        acquisition(any_of(A.not_collected, A.not_tested, A.opinion_withheld)),
        acquisition(A.fact_left_doubtful),
    )


# Objects and tools (2013 Opinion art. 9(1) second sentence) -------------------------------------------------


@rule(
    title="涉案物品、作案工具没有确定来源（2013年意见口径）", stratum=2, about=Item, effect=Effect.NOT_BASIS, stages=TRIAL,
    sources=[cite("spc2013", 9, 1), cite("spc2021", 82, item=1), cite("spc2012", 69, item=1, since="2013-10-09")],
    interpretation=("trace_identity", "wording_2013"), rows=("spc2013-09-2",), consequence="该物品、工具不得作为定案的根据",
    cure="组织辨认、鉴定，或者以购买记录、监控等其他可靠方式确定来源",
)  # fmt: skip
def object_without_source() -> When:
    """控方用来证明有罪的涉案物品、作案工具等，没有通过辨认、鉴定等方式确定来源的，不得作为定案的根据。"""
    return when(AGAINST_EXHIBIT, ~exists(ITEM_EXHIBITS, SOURCED))


@rule(
    title="同一证据中有的物品没有确定来源", stratum=2, about=Item, effect=Effect.NOTE, concept="object_partly_sourced", stages=TRIAL,
    sources=[cite("spc2013", 9, 1), cite("spc2021", 82, item=1), cite("spc2012", 69, item=1, since="2013-10-09")], interpretation=("trace_identity", "wording_2013"),
    basis=ConsequenceBasis.STATUTE_PLUS_WORKFLOW, rows=("spc2013-09-2",),
    consequence="没有确定来源的那一件不得作为定案的根据，其余不受影响", cure="把各件物品分列为不同证据；对没有确定来源的组织辨认、鉴定",
)  # fmt: skip
def object_partly_sourced() -> When:
    """一份证据包括几件物品，有的已确定来源、有的没有的，没有确定来源的那一件不得用来定案。"""
    return when(all_of(AGAINST, exists(ITEM_EXHIBITS, SOURCED)), exists(ITEM_EXHIBITS, UNSOURCED))


@rule(
    title="涉案物品、作案工具没有确定来源（2021年解释口径：审查）", stratum=2, about=Item, effect=Effect.NOTE, concept="object_review",
    sources=[cite("spc2021", 82, item=1), cite("spc2021", 86, 3), cite("spc2012", 69, item=1), cite("spc2012", 73, 3)], interpretation=("trace_identity", "wording_2021"), stages=TRIAL,
    basis=ConsequenceBasis.STATUTE_PLUS_WORKFLOW, rows=("spc2013-09-2",),
    consequence="应当审查是否经过辨认、鉴定；来源有疑问、不能合理解释的，不得作为定案的根据", cure="组织辨认、鉴定，或者对来源作出合理解释",
)  # fmt: skip
def object_to_review() -> When:
    """物证是否经过辨认、鉴定应当着重审查；来源有疑问而不能作出合理解释的，另按来源疑问处理。"""
    return when(AGAINST_EXHIBIT, exists(ITEM_EXHIBITS, UNSOURCED))


# Originals, copies, alterations (Interp. 2021 art. 83–84) ----------------------------------------------------


@rule(
    routine=True, title="照片、复制件不能反映原物、原件", stratum=2, about=Item, effect=Effect.NOT_BASIS,
    sources=[cite("spc2021", 83, 2), cite("spc2021", 84, 2), cite("spc2012", 70, 2), cite("spc2012", 71, 2)],
    consequence=NOT_BASIS, rows=("spc2021-83-1", "spc2021-84-1"), cure="调取原物、原件，或者重新制作能够反映原物、原件的照片、复制件",
)  # fmt: skip
def copy_unfaithful() -> When:
    """物证的照片、录像、复制品不能反映原物的外形和特征，书证的副本、复制件不能反映原件及其内容的，不得作为定案的根据。"""
    return when(AGAINST_OBJECT & ~Item.original, acquisition(~A.copy_faithful))


@rule(
    routine=True, title="复制件没有核对，也没有以其他方式确认真实", stratum=2, about=Item, effect=Effect.NOTE,
    sources=[cite("spc2021", 83, 3), cite("spc2021", 84, 3), cite("spc2012", 70, 3), cite("spc2012", 71, 3)],
    concept="copy_unverified", basis=ConsequenceBasis.STATUTE_PLUS_WORKFLOW, consequence="核对无误、经鉴定或者以其他方式确认真实的，才可以作为定案的根据",
    rows=("spc2021-82-1",), cure="与原物、原件核对，或者鉴定，或者以其他方式确认真实并记录",
)  # fmt: skip
def copy_unverified() -> When:
    """照片、录像、复制件经与原物、原件核对无误、经鉴定或者以其他方式确认真实的，可以作为定案的根据；没有确认的，提示核对。"""
    return when(AGAINST_OBJECT & ~Item.original, ~Item.copy_verified)


@rule(
    title="书证的更改不能合理解释", stratum=2, about=Item, effect=Effect.NOT_BASIS,
    sources=[cite("spc2021", 84, 2), cite("spc2012", 71, 2)], consequence=NOT_BASIS, rows=("spc2021-84-1",),
    cure="由制作人、保管人解释更改的时间、原因，或者鉴定形成时间和笔迹",
)  # fmt: skip
def altered() -> When:
    """对书证的更改或者更改迹象不能作出合理解释的，不得作为定案的根据。"""
    document = all_of(Item.type.equals("documentary"), AGAINST)
    return when(
        document & any_of(acquisition(A.altered), Item.altered_unexplained),
        cannot_exclude(Item.altered_unexplained),
    )


# How taken (Interp. 2021 art. 86, 126) -----------------------------------------------------------------------


@rule(
    routine=True, title="提取、扣押没有笔录或清单，不能证明来源", stratum=2, about=Item, effect=Effect.NOT_BASIS,
    sources=[cite("spc2021", 86, 1), cite("spc2012", 73, 1), cite("cpl", 142)], consequence=NOT_BASIS,
    rows=("spc2021-86-1", "cpl-142-1"), cure="提交提取笔录、扣押清单；或者以录像、见证人等证明来源",
)  # fmt: skip
def no_record() -> When:
    """在勘验、检查、搜查过程中提取、扣押的物证、书证，没有附笔录或者清单，不能证明来源的，不得作为定案的根据。"""
    return when(
        AGAINST_OBJECT & acquisition(A.by_search_or_scene),
        acquisition(
            all_of(~A.record_or_list, cannot_exclude(~A.source_provable, A.source_provable.unresolved))
        ),
    )


@rule(
    title="笔录、清单缺少签名", stratum=2, about=Item, effect=Effect.CURABLE,
    sources=[cite("spc2021", 86, 2, 1), cite("spc2012", 73, 2, 1), cite("cpl", 140), cite("cpl", 142)], consequence=DEFECT,
    rows=("spc2021-86-2", "cpl-142-1"), cure="由当时的侦查人员、持有人、见证人说明并补签，以录像等客观材料印证",
)  # fmt: skip
def unsigned() -> When:
    """勘验、检查、搜查、提取笔录或者扣押清单没有侦查（调查）人员、物品持有人、见证人签名的，是瑕疵。"""
    return when(AGAINST_OBJECT & acquisition(A.signatures_missing))


@rule(
    title="未签名的原因已注明的例外", stratum=2, about=Item, effect=Effect.CURABLE, exception_to="objects.unsigned",
    sources=[cite("spc2021", 82, item=2), cite("spc2012", 69, item=2), cite("cpl", 140)], consequence="已注明原因的，不按缺少签名的瑕疵处理",
)  # fmt: skip
def unsigned_with_reason() -> When:
    """被搜查人、持有人在逃、拒绝签名等，笔录、清单注明了原因的，不是瑕疵。"""
    return when(acquisition(A.missing_signature_explained))


@rule(
    title="物品名称、特征、数量、质量注明不详", stratum=2, about=Item, effect=Effect.CURABLE,
    sources=[cite("spc2021", 86, 2, 1), cite("spc2012", 73, 2, 1)], consequence=DEFECT, rows=("spc2021-86-2", "cpl-142-1"),
    cure="以照片、录像、称量记录等客观材料补正",
)  # fmt: skip
def described_unclearly() -> When:
    """笔录或者清单对物品的名称、特征、数量、质量等注明不详的，是瑕疵。"""
    return when(AGAINST_OBJECT & acquisition(A.particulars_unclear))


@rule(
    title="照片、复制件没有注明核对、制作、存放情况", stratum=2, about=Item, effect=Effect.CURABLE,
    sources=[cite("spc2021", 86, 2, 2), cite("spc2021", 86, 2, 3), cite("spc2012", 73, 2, 2), cite("spc2012", 73, 2, 3)],
    consequence=DEFECT, rows=("spc2021-86-2b", "spc2021-86-2c"), cure="由制作人补充说明制作过程、时间、原物原件存放地点并签名，与原物、原件核对",
)  # fmt: skip
def copy_unmarked() -> When:
    """照片、录像、复制品或者副本、复制件没有注明与原件核对无异、复制时间、被收集人签名，或者没有制作过程、存放地点的说明的，是瑕疵。"""
    return when(AGAINST_OBJECT & acquisition(A.copy_unmarked))


@rule(
    title="来源、收集程序有疑问，不能合理解释", stratum=2, about=Item, effect=Effect.NOT_BASIS,
    sources=[cite("spc2021", 86, 3), cite("spc2012", 73, 3)], consequence=NOT_BASIS, rows=("spc2021-86-3",),
    cure="由侦查机关对来源、收集程序作出有客观材料支持的解释",
)  # fmt: skip
def source_doubt() -> When:
    """物证、书证的来源、收集程序有疑问，不能作出合理解释的，不得作为定案的根据；查证终结仍不能解释的，同样如此。"""
    return when(
        AGAINST_OBJECT & acquisition(any_of(A.source_doubt, A.source_doubt_unexplained)),
        acquisition(cannot_exclude(A.source_doubt_unexplained)),
    )


@rule(
    title="收集物证、书证不符合法定程序，可能严重影响司法公正：先补正", stratum=2, about=Item, effect=Effect.CURABLE,
    sources=[cite("spc2021", 126, 1), cite("cpl", 56, 1), cite("cpl2012", 54, 1), cite("spp2019", 70, 1), cite("mps2020", 71, 2), cite("spc2012", 95, 2), cite("spp2012", 66, 1)],
    consequence="应当予以补正或者作出合理解释；不能补正或者作出合理解释的，对该证据应当予以排除",
    rows=("cpl-56-3", "spc2021-126-1", "spp2019-70-1", "mps2020-71-1", "pf2017-07-1"),
    cure="由收集机关补正或者作出合理解释，由办案人员审查是否成立并写明理由",
)  # fmt: skip
def serious_illegality() -> When:
    """收集物证、书证不符合法定程序，可能严重影响司法公正的，应当补正或者作出合理解释。"""
    return when(
        AGAINST_OBJECT & acquisition(A.serious_illegality),
        any_of(~CURE_REFUSED, CURE_ACCEPTED),
    )


@rule(
    title="违反法定程序的物证、书证，补正、解释不成立", stratum=2, about=Item, effect=Effect.GROUND, concept="ground",
    sources=[
        cite("spc2021", 126, 1), cite("cpl", 56, 1), cite("cpl", 60), cite("cpl2012", 54, 1), cite("spp2019", 70, 1),
        cite("mps2020", 71, 2), cite("spc2012", 102, 1), cite("spp2012", 66, 1)],
    consequence="对该证据应当予以排除，不得作为起诉意见、起诉决定和判决的依据",
    rows=("cpl-56-3", "spc2021-126-1", "spp2019-70-1", "mps2020-71-1"), cure="没有新的补正或者解释的，裁定排除",
)  # fmt: skip
def illegality_uncured() -> When:
    """收集物证、书证不符合法定程序，可能严重影响司法公正，不能补正或者作出合理解释的，对该证据应当予以排除。"""
    return when(
        AGAINST_OBJECT & acquisition(A.serious_illegality),
        all_of(CURE_REFUSED, ~CURE_ACCEPTED),
    )
