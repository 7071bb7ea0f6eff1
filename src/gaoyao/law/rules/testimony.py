"""Witnesses and victims: how questioned, recorded, brought to court.

2013 Opinion art. 13; CPL 56, 60, 61, 124, 125, 192, 193; Interp. 2021 art. 88–92, 125, 137.  Victims by art. 92.
"""

from __future__ import annotations

from gaoyao.dossier.vocabulary import AdministrativeSource, Appearance, Inquiry, Item, Motion
from gaoyao.dossier.vocabulary.court import ITEM_APPEARANCE, ITEM_INQUIRY, ITEM_MOTIONS
from gaoyao.dossier.vocabulary.management import ITEM_ADMINISTRATIVE
from gaoyao.law.citation import cite
from gaoyao.law.rule import TRIAL, ConsequenceBasis, Effect, When, rule, when
from gaoyao.law.rules.common import AGAINST, NOT_EXCLUDED, TESTIMONY
from gaoyao.logic.relations import at, exists
from gaoyao.logic.tree import Prop, all_of, any_of, cannot_exclude

Q, P = Inquiry, Appearance
NOT_BASIS = "该证言（陈述）不得作为定案的根据"
NOT_EVIDENCE = "该证言（陈述）不得作为证据使用"
DEFECT = "经补正或者作出合理解释的可以采用；不能补正或者作出合理解释的，不得作为定案的根据"
AGAINST_TESTIMONY = all_of(TESTIMONY, AGAINST)
VICTIMS = [cite("spc2021", 92), cite("spc2012", 79)]
"""The section on witnesses is applied to the statements of victims."""


def inquiry(part: Prop) -> Prop:
    """A proposition about the item's questioning."""
    return at(ITEM_INQUIRY, part)


def appearance(part: Prop) -> Prop:
    """A proposition about the appearance in court of the person who made the item."""
    return at(ITEM_APPEARANCE, part)


@rule(
    title="明显醉酒、中毒、麻醉状态下的证言", stratum=2, about=Item, effect=Effect.NOT_BASIS,
    sources=[cite("spc2021", 88, 1), cite("spc2012", 75, 1), *VICTIMS], consequence=NOT_EVIDENCE, rows=("spc2021-88-1",),
    cure="不能补正；在其恢复正常以后重新询问",
)  # fmt: skip
def impaired() -> When:
    """证人处于明显醉酒、中毒或者麻醉等状态，不能正常感知或者正确表达的，其证言不得作为证据使用。"""
    return when(AGAINST_TESTIMONY & inquiry(Q.impaired))


@rule(
    title="猜测、评论、推断性的证言", stratum=2, about=Item, effect=Effect.NOT_BASIS,
    sources=[cite("spc2021", 88, 2), cite("spc2012", 75, 2), cite("sx2010", 12, 3), *VICTIMS], consequence=NOT_EVIDENCE,
    rows=("spc2021-88-2", "sx2010-12-3"), cure="就证人亲身感知的事实重新询问；猜测、评论、推断的部分不用",
)  # fmt: skip
def opinion() -> When:
    """证人的猜测性、评论性、推断性的证言，不得作为证据使用。"""
    return when(AGAINST_TESTIMONY & inquiry(Q.opinion))


@rule(
    title="根据一般生活经验判断符合事实的例外", stratum=2, about=Item, effect=Effect.NOT_BASIS, exception_to="testimony.opinion",
    sources=[cite("spc2021", 88, 2), cite("spc2012", 75, 2)], consequence="不因属于推断而不得使用",
)  # fmt: skip
def opinion_by_experience() -> When:
    """根据一般生活经验判断符合事实的，仍然可以作为证据使用。"""
    return when(inquiry(Q.opinion_experience))


@rule(
    routine=True, title="询问证人没有个别进行", stratum=2, about=Item, effect=Effect.NOT_BASIS,
    sources=[cite("spc2021", 89, item=1), cite("spc2012", 76, item=1), cite("cpl", 124, 2), *VICTIMS],
    consequence=NOT_BASIS, rows=("spc2021-89-1", "cpl-124-1", "spc2021-92-1"), cure="不能补正；重新个别询问",
)  # fmt: skip
def not_individual() -> When:
    """询问证人没有个别进行的，证言不得作为定案的根据。"""
    return when(AGAINST_TESTIMONY, inquiry(~Q.individual))


@rule(
    routine=True, title="书面证言没有经证人核对确认", stratum=2, about=Item, effect=Effect.NOT_BASIS,
    sources=[cite("spc2021", 89, item=2), cite("spc2012", 76, item=2), *VICTIMS], consequence=NOT_BASIS,
    rows=("spc2021-89-2",), cure="不能补正；重新询问，或者通知证人出庭",
)  # fmt: skip
def unconfirmed() -> When:
    """书面证言没有经证人核对确认的，不得作为定案的根据。"""
    return when(AGAINST_TESTIMONY, inquiry(~Q.confirmed))


@rule(
    title="询问聋、哑人没有通晓手势的人员", stratum=2, about=Item, effect=Effect.NOT_BASIS,
    sources=[cite("spc2021", 89, item=3), cite("spc2012", 76, item=3), *VICTIMS], consequence=NOT_BASIS,
    rows=("spc2021-89-3",), cure="不能补正；在通晓聋、哑手势的人员参加下重新询问",
)  # fmt: skip
def no_sign_language() -> When:
    """询问聋、哑人，应当提供通晓聋、哑手势的人员而未提供的，证言不得作为定案的根据。"""
    return when(AGAINST_TESTIMONY & inquiry(Q.deaf_or_mute), inquiry(~Q.sign_language_present))


@rule(
    title="询问不通晓当地语言文字的证人没有翻译", stratum=2, about=Item, effect=Effect.NOT_BASIS,
    sources=[cite("spc2021", 89, item=4), cite("spc2012", 76, item=4), *VICTIMS], consequence=NOT_BASIS,
    rows=("spc2021-89-4",), cure="不能补正；在翻译人员参加下重新询问",
)  # fmt: skip
def no_interpreter() -> When:
    """询问不通晓当地通用语言、文字的证人，应当提供翻译人员而未提供的，证言不得作为定案的根据。"""
    return when(AGAINST_TESTIMONY & inquiry(Q.needs_interpreter), inquiry(~Q.interpreter_present))


@rule(
    routine=True, title="询问笔录没有填写询问人、起止时间、地点等", stratum=2, about=Item, effect=Effect.CURABLE,
    sources=[cite("spc2021", 90, item=1), cite("spc2012", 77, item=1), *VICTIMS], consequence=DEFECT,
    rows=("spc2021-90-1",), cure="由询问人、记录人说明并以客观材料印证后补填",
)  # fmt: skip
def particulars_missing() -> When:
    """询问笔录没有填写询问人、记录人、法定代理人姓名以及询问的起止时间、地点的，是瑕疵。"""
    return when(AGAINST_TESTIMONY, inquiry(Q.particulars_missing))


@rule(
    title="询问地点不符合规定", stratum=2, about=Item, effect=Effect.CURABLE,
    sources=[cite("spc2021", 90, item=2), cite("spc2012", 77, item=2), cite("cpl", 124, 1), *VICTIMS], consequence=DEFECT,
    rows=("spc2021-90-2",), cure="说明在该处询问的原因，必要时由证人确认",
)  # fmt: skip
def place_improper() -> When:
    """询问证人的地点不符合规定的，是瑕疵。"""
    return when(AGAINST_TESTIMONY & inquiry(Q.place_improper))


@rule(
    routine=True, title="询问笔录没有记录告知权利义务和法律责任", stratum=2, about=Item, effect=Effect.CURABLE,
    sources=[cite("spc2021", 90, item=3), cite("spc2012", 77, item=3), cite("cpl", 125), *VICTIMS], consequence=DEFECT,
    rows=("spc2021-90-3", "cpl-125-1"), cure="提交当时的权利义务告知书或者录音录像，证明已经告知",
)  # fmt: skip
def rights_unrecorded() -> When:
    """询问笔录没有记录告知证人有关权利义务和法律责任的，是瑕疵。"""
    return when(AGAINST_TESTIMONY, inquiry(~Q.rights_recorded))


@rule(
    title="同一时段同一询问人询问不同证人", stratum=2, about=Item, effect=Effect.CURABLE,
    sources=[cite("spc2021", 90, item=4), cite("spc2012", 77, item=4), *VICTIMS], consequence=DEFECT,
    rows=("spc2021-90-4",), cure="由询问人说明，以录音录像、出入登记等印证实际询问时间",
)  # fmt: skip
def same_time() -> When:
    """询问笔录反映出在同一时段，同一询问人员询问不同证人的，是瑕疵。"""
    return when(AGAINST_TESTIMONY & inquiry(Q.same_time_same_officer))


@rule(
    title="询问未成年人没有法定代理人或合适成年人在场", stratum=2, about=Item, effect=Effect.CURABLE,
    sources=[cite("spc2021", 90, item=5), cite("spc2021", 92)], consequence=DEFECT, rows=("spc2021-90-5",),
    cure="说明没有到场的原因；在法定代理人或者合适成年人到场时重新询问",
)  # fmt: skip
def minor_alone() -> When:
    """询问未成年人，其法定代理人或者合适成年人不在场的，是瑕疵。"""
    return when(AGAINST_TESTIMONY & inquiry(Q.minor), inquiry(~Q.adult_present))


@rule(
    title="证人拒绝出庭或拒绝作证，证言真实性无法确认", stratum=2, about=Item, effect=Effect.NOT_BASIS, stages=TRIAL,
    sources=[cite("spc2021", 91, 3), cite("spc2013", 13), cite("spc2012", 78, 3), cite("cpl", 193, 2), *VICTIMS],
    consequence=NOT_BASIS, rows=("spc2013-13-1", "spc2021-91-2"),
    cure="依法通知、必要时强制证人到庭（被告人的配偶、父母、子女除外）；或者以其他证据确认其庭前证言的真实性并写明理由",
)  # fmt: skip
def refused_to_testify() -> When:
    """经法院通知，证人没有正当理由拒绝出庭或者出庭后拒绝作证，其庭前证言的真实性无法确认的，不得作为定案的根据。"""
    return when(
        AGAINST_TESTIMONY & appearance(P.notified & P.refused),
        appearance(cannot_exclude(~P.truth_confirmable, P.truth_confirmable.unresolved)),
    )


@rule(
    title="有正当理由不出庭的例外", stratum=2, about=Item, effect=Effect.NOT_BASIS, exception_to="testimony.refused_to_testify",
    sources=[cite("spc2021", 253, 1), cite("spc2012", 206, 1), cite("spc2013", 13)], consequence="不因没有出庭而不得作为定案的根据",
)  # fmt: skip
def justified_absence() -> When:
    """证人因严重疾病、行动极为不便、身处国外短期无法回国等正当理由不能出庭的，不适用前项后果；可以通过视频等方式作证。"""
    return when(appearance(P.justified))


@rule(
    title="应当出庭的证人没有通知出庭", stratum=2, about=Item, effect=Effect.DUTY, concept="witness_not_called", stages=TRIAL,
    sources=[cite("spc2021", 249, 1), cite("cpl", 192, 1), cite("spc2012", 205)], basis=ConsequenceBasis.STATUTE_PLUS_WORKFLOW,
    consequence="应当通知该证人出庭作证", rows=("cpl-192-1",), cure="由法院通知证人出庭；准许不出庭的，记录所依据的情形",
)  # fmt: skip
def witness_not_called() -> When:
    """控辩一方对证言有异议、证言对定罪量刑有重大影响、法院认为有必要出庭的，应当通知证人出庭。"""
    return when(TESTIMONY & appearance(P.must_appear), appearance(~P.notified))


@rule(
    title="证人有正当理由、准许不出庭的例外", stratum=2, about=Item, effect=Effect.DUTY, exception_to="testimony.witness_not_called",
    sources=[cite("spc2021", 253, 1)], consequence="可以准许不出庭",
)  # fmt: skip
def excused_witness() -> When:
    """证人具有法定情形无法出庭的，人民法院可以准许其不出庭。"""
    return when(appearance(P.justified))


@rule(
    title="以暴力、威胁等非法方法收集的证言、陈述", stratum=2, about=Item, effect=Effect.GROUND, concept="ground",
    sources=[
        cite("spc2021", 125), cite("cpl", 56, 1), cite("cpl", 60), cite("spc2021", 137), cite("cpl2012", 54, 1),
        cite("spp2019", 66), cite("spp2019", 69), cite("mps2020", 71, 1), cite("pf2017", 6), cite("spc2012", 102, 1), cite("spp2012", 65, 1)],
    consequence="对该证言（陈述）应当予以排除，不得作为起诉意见、起诉决定和判决的依据",
    rows=("cpl-56-2", "spc2021-125-1", "pf2017-06-1"),
    cure="由控方就取证合法性举证：询问录音录像、通知侦查人员和证人出庭；不能排除的，裁定排除",
)  # fmt: skip
def unlawful_means() -> When:
    """采用暴力、威胁以及非法限制人身自由等非法方法收集的证人证言、被害人陈述，应当排除；调查后不能排除的，同样应当排除。"""
    clue = exists(ITEM_MOTIONS, Motion.clue | Motion.court_doubts)
    return when(
        AGAINST_TESTIMONY & any_of(clue, inquiry(Q.unlawful_means)),
        any_of(inquiry(cannot_exclude(Q.unlawful_means)), NOT_EXCLUDED),
    )


COLLECTED = at(ITEM_ADMINISTRATIVE, AdministrativeSource.collected)
NOT_AGAIN = at(ITEM_ADMINISTRATIVE, ~AdministrativeSource.collected_again)
ADMINISTRATIVE = [
    cite("cpl", 54, 2), cite("spc2021", 75, 1), cite("spc2012", 65, 1), cite("spp2019", 64), cite("spp2012", 64, 3),
    cite("mps2020", 63), cite("cpl2012", 52, 2),
]  # fmt: skip


@rule(
    title="行政机关制作的言词笔录没有重新收集", stratum=2, about=Item, effect=Effect.DUTY, concept="collect_again",
    sources=ADMINISTRATIVE, basis=ConsequenceBasis.STATUTE_PLUS_WORKFLOW, rows=("cpl-54-1", "spp2019-64-1"),
    consequence="可以直接使用的只有物证、书证、视听资料、电子数据等；言词笔录应当由侦查（调查）机关重新收集",
    cure="由侦查（调查）机关依法重新询问、讯问",
)  # fmt: skip
def administrative_statement() -> When:
    """行政机关在行政执法和查办案件中收集的陈述、证言等言词材料，不在可以直接作为证据使用之列，应当重新收集。"""
    spoken = Item.type.isin("witness", "victim", "confession")
    return when(all_of(spoken, AGAINST, COLLECTED), NOT_AGAIN)


@rule(
    title="行政机关的鉴定意见、勘验检查笔录没有重新收集", stratum=2, about=Item, effect=Effect.NOTE, concept="collect_again",
    sources=ADMINISTRATIVE, interpretation=("administrative_material", "recollect"), basis=ConsequenceBasis.WORKFLOW,
    rows=("cpl-54-1", "spp2019-64-1"), consequence="按重新收集的口径，提示重新鉴定、勘验", cure="重新鉴定、勘验、检查，或者写明可以使用的依据",
)  # fmt: skip
def administrative_expertise() -> When:
    """按较严的口径，行政机关收集的鉴定意见、勘验检查笔录同样要重新收集；检察规则、公安程序规定允许审查后使用。"""
    return when(all_of(Item.type.isin("expert", "scene"), AGAINST, COLLECTED), NOT_AGAIN)
