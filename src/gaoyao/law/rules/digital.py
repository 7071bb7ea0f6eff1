"""Audio-video material and electronic data (Interp. 2021 art. 108–115; Interp. 2012 art. 92–94)."""

from __future__ import annotations

from gaoyao.dossier.vocabulary import Acquisition, Case, DigitalCopy, Item
from gaoyao.dossier.vocabulary.court import ITEM_ACQUISITION, ITEM_DIGITAL
from gaoyao.law.citation import cite
from gaoyao.law.rule import EVERY_STAGE, ConsequenceBasis, Effect, When, rule, when
from gaoyao.law.rules.common import AGAINST, CURE_ACCEPTED, CURE_REFUSED, in_case
from gaoyao.logic.relations import at
from gaoyao.logic.tree import Prop, all_of, any_of, cannot_exclude

D = DigitalCopy
AUDIO_VIDEO = all_of(Item.type.equals("audio_video"), AGAINST)
ELECTRONIC = all_of(Item.type.equals("electronic"), AGAINST)
SERIOUSLY_ILLEGAL = all_of(
    Item.type.isin("audio_video", "electronic"), AGAINST, at(ITEM_ACQUISITION, Acquisition.serious_illegality)
)
PROSECUTION_ON = EVERY_STAGE[1:]
BY_POLICE = in_case("item", Case.investigating_body.isin("police", "customs"))
"""公安程序规定 binds the police (and the customs police), not the procuratorate or the supervision commission."""
DEFECT = "经补正或者作出合理解释的可以采用；不能补正或者作出合理解释的，不得作为定案的根据"


def digital(part: Prop) -> Prop:
    """A proposition about how the recording or data was taken."""
    return at(ITEM_DIGITAL, part)


DOUBT = digital(any_of(D.making_doubt, D.making_doubt_unexplained))
UNEXPLAINED = digital(cannot_exclude(D.making_doubt_unexplained))


@rule(
    routine=True, title="视听资料系篡改、伪造或无法确定真伪", stratum=2, about=Item, effect=Effect.NOT_BASIS,
    sources=[cite("spc2021", 109, item=1), cite("spc2012", 94, item=1)], consequence="该视听资料不得作为定案的根据",
    rows=("spc2021-109-1", "spc2012-94-1"), cure="对有疑问的视听资料进行鉴定；调取原件、原始存储介质",
)  # fmt: skip
def recording_forged() -> When:
    """视听资料系篡改、伪造，或者经审查无法确定真伪的，不得作为定案的根据。"""
    return when(AUDIO_VIDEO, digital(cannot_exclude(D.forged)))


@rule(
    title="视听资料的制作、取得有疑问不能合理解释", stratum=2, about=Item, effect=Effect.NOT_BASIS,
    sources=[cite("spc2021", 109, item=2), cite("spc2012", 94, item=2)], consequence="该视听资料不得作为定案的根据",
    rows=("spc2021-109-2", "spc2012-94-1"), cure="由制作人、持有人、提取人说明时间、地点、方式，并有客观材料印证",
)  # fmt: skip
def recording_doubtful() -> When:
    """视听资料制作、取得的时间、地点、方式等有疑问，不能作出合理解释的，不得作为定案的根据。"""
    return when(AUDIO_VIDEO & DOUBT, UNEXPLAINED)


@rule(
    routine=True, title="电子数据系篡改、伪造或无法确定真伪", stratum=2, about=Item, effect=Effect.NOT_BASIS,
    sources=[cite("spc2021", 114, item=1), cite("spc2012", 94, item=1), cite("ed2016", 28)], consequence="该电子数据不得作为定案的根据",
    rows=("spc2021-114-1", "spc2012-94-1", "ed2016-28-1"), cure="核对原始存储介质、校验值、访问日志；进行鉴定或者检验",
)  # fmt: skip
def data_forged() -> When:
    """电子数据系篡改、伪造，或者无法确定真伪的，不得作为定案的根据。"""
    return when(ELECTRONIC, digital(cannot_exclude(D.forged)))


@rule(
    title="电子数据有增删改，影响真实性", stratum=2, about=Item, effect=Effect.NOT_BASIS,
    sources=[cite("spc2021", 114, item=2), cite("ed2016", 28)], consequence="该电子数据不得作为定案的根据",
    rows=("spc2021-114-2", "ed2016-28-1"), cure="说明增加、删除、修改的原因和范围，与备份、原始介质比对",
)  # fmt: skip
def data_altered() -> When:
    """电子数据有增加、删除、修改等情形，影响真实性的，不得作为定案的根据。"""
    return when(
        ELECTRONIC & digital(any_of(D.altered, D.altered_affecting_truth)),
        digital(cannot_exclude(D.altered_affecting_truth)),
    )


@rule(
    title="电子数据有其他无法保证真实性的情形", stratum=2, about=Item, effect=Effect.NOT_BASIS,
    sources=[cite("spc2021", 114, item=3), cite("ed2016", 28)], consequence="该电子数据不得作为定案的根据",
    rows=("spc2021-114-3", "ed2016-28-1"), cure="以完整性校验、重现提取过程、备份比对等方法证明真实性",
)  # fmt: skip
def data_unassured() -> When:
    """电子数据有其他无法保证真实性的情形的，不得作为定案的根据。"""
    return when(ELECTRONIC & digital(D.truth_unassured))


@rule(
    title="电子数据的制作、取得有疑问不能合理解释（2012年解释）", stratum=2, about=Item, effect=Effect.NOT_BASIS,
    sources=[cite("spc2012", 94, item=2)], consequence="该电子数据不得作为定案的根据", rows=("spc2012-94-1",),
    cure="由提取人、持有人说明时间、地点、方式，提供必要的证明",
)  # fmt: skip
def data_doubtful_2012() -> When:
    """二〇二一年三月一日以前审理的案件：电子数据制作、取得的时间、地点、方式等有疑问，不能提供必要证明或者合理解释的，不得作为定案的根据。"""
    return when(ELECTRONIC & DOUBT, UNEXPLAINED)


@rule(
    routine=True, title="电子数据未以封存状态移送", stratum=2, about=Item, effect=Effect.CURABLE,
    sources=[cite("spc2021", 113, item=1), cite("ed2016", 27)], consequence=DEFECT, rows=("spc2021-113-1", "ed2016-27-1"),
    cure="说明未封存的原因，以校验值、录像、保管记录证明没有改变",
)  # fmt: skip
def data_unsealed() -> When:
    """电子数据没有以封存状态移送的，是瑕疵。"""
    return when(ELECTRONIC, digital(D.unsealed))


@rule(
    title="电子数据笔录、清单缺少签名或盖章", stratum=2, about=Item, effect=Effect.CURABLE,
    sources=[cite("spc2021", 113, item=2), cite("ed2016", 27)], consequence=DEFECT, rows=("spc2021-113-2", "ed2016-27-1", "ed2016-14-1"),
    cure="由侦查（调查）人员、持有人、提供人、见证人说明并补签，以录像印证",
)  # fmt: skip
def data_unsigned() -> When:
    """电子数据的笔录或者清单没有调查人员或者侦查人员、持有人、提供人、见证人签名或者盖章的，是瑕疵。"""
    return when(ELECTRONIC & digital(D.unsigned))


@rule(
    title="电子数据未签名的原因已注明的例外", stratum=2, about=Item, effect=Effect.CURABLE, exception_to="digital.data_unsigned",
    sources=[cite("spc2021", 112, item=2)], consequence="已注明原因的，不按缺少签名的瑕疵处理",
)  # fmt: skip
def data_unsigned_with_reason() -> When:
    """笔录、清单注明了没有签名、盖章的原因的，不是瑕疵。"""
    return when(digital(D.missing_signature_explained))


@rule(
    title="电子数据名称、类别、格式注明不清", stratum=2, about=Item, effect=Effect.CURABLE,
    sources=[cite("spc2021", 113, item=3), cite("ed2016", 27)], consequence=DEFECT, rows=("spc2021-113-3", "ed2016-27-1"),
    cure="由提取人补充说明名称、类别、文件格式、来源和校验值",
)  # fmt: skip
def data_described_unclearly() -> When:
    """对电子数据的名称、类别、格式等注明不清的，是瑕疵。"""
    return when(ELECTRONIC & digital(D.described_unclearly))


@rule(
    title="侦查阶段：视听资料、电子数据违反法定程序收集", stratum=2, about=Item, effect=Effect.CURABLE, stages=("investigation",),
    sources=[cite("mps2020", 71, 2)], rows=("mps2020-71-1",),
    consequence="应当予以补正或者作出合理解释；不能的，对该证据应当予以排除，不得作为提请批准逮捕、移送审查起诉的依据",
    cure="由侦查机关补正或者作出合理解释，经县级以上公安机关负责人审查",
)  # fmt: skip
def investigation_illegality() -> When:
    """公安机关收集视听资料、电子数据违反法定程序，可能严重影响司法公正的，应当补正或者作出合理解释，不能的应当排除。"""
    return when(SERIOUSLY_ILLEGAL, any_of(~CURE_REFUSED, CURE_ACCEPTED) & BY_POLICE)


@rule(
    title="侦查阶段：视听资料、电子数据的补正、解释不成立", stratum=2, about=Item, effect=Effect.GROUND, stages=("investigation",),
    sources=[cite("mps2020", 71, 2), cite("mps2020", 71, 3)], rows=("mps2020-71-1",),
    consequence="应当予以排除，不得作为提请批准逮捕、移送审查起诉的依据", cure="没有新的补正或者解释的，经县级以上公安机关负责人批准予以排除",
)  # fmt: skip
def investigation_uncured() -> When:
    """公安机关收集视听资料、电子数据违反法定程序，可能严重影响司法公正，不能补正或者作出合理解释的，应当排除。"""
    return when(SERIOUSLY_ILLEGAL, all_of(CURE_REFUSED, ~CURE_ACCEPTED, BY_POLICE))


@rule(
    title="视听资料、电子数据严重违反法定程序，补正、解释不成立（扩及口径）", stratum=2, about=Item, effect=Effect.GROUND, stages=PROSECUTION_ON,
    sources=[cite("cpl", 56, 1), cite("spc2021", 126, 1), cite("mps2020", 71, 2), cite("cpl2012", 54, 1)],
    interpretation=("data_illegality", "extended"), basis=ConsequenceBasis.WORKFLOW, rows=("mps2020-71-1",),
    consequence="按扩及的口径，列为应当排除的理由，由人裁定", cure="没有新的补正或者解释的，由人裁定是否排除",
)  # fmt: skip
def data_illegality() -> When:
    """按扩及的口径，视听资料、电子数据违反法定程序收集、可能严重影响司法公正而不能补正的，与物证、书证同样处理。"""
    return when(SERIOUSLY_ILLEGAL, all_of(CURE_REFUSED, ~CURE_ACCEPTED))
