"""Expert opinions and reports of persons with special knowledge (CPL 147–148, 192; Interp. 2021 art. 97–100)."""

from __future__ import annotations

from gaoyao.dossier.vocabulary import Appearance, Appraisal, Item
from gaoyao.dossier.vocabulary.court import ITEM_APPEARANCE, ITEM_APPRAISAL
from gaoyao.law.citation import Citation, cite
from gaoyao.law.rule import TRIAL, ConsequenceBasis, Effect, When, rule, when
from gaoyao.law.rules.common import AGAINST
from gaoyao.logic.relations import at
from gaoyao.logic.tree import Prop, all_of

X, P = Appraisal, Appearance
NOT_BASIS = "该鉴定意见（报告）不得作为定案的根据"
EXPERT = Item.type.equals("expert")
REPORT = Item.type.equals("special_report")
AGAINST_EXPERT = all_of(Item.type.isin("expert", "special_report"), AGAINST)
"""Article 98 is applied to reports of persons with special knowledge (Interp. 2021 art. 100(2))."""


def appraisal(part: Prop) -> Prop:
    """A proposition about the appraisal."""
    return at(ITEM_APPRAISAL, part)


def appearance(part: Prop) -> Prop:
    """A proposition about the appearance in court of the expert."""
    return at(ITEM_APPEARANCE, part)


def _art98(item: int) -> list[Citation]:
    """Art. 98 of 2021 and art. 85 of 2012 have the same items; both are applied to special reports."""
    return [
        cite("spc2021", 98, item=item),
        cite("spc2021", 100, 2),
        cite("spc2012", 85, item=item),
        cite("spc2012", 87, 2),
    ]


@rule(
    routine=True, title="鉴定机构没有资质或超出范围", stratum=2, about=Item, effect=Effect.NOT_BASIS,
    sources=_art98(1), consequence=NOT_BASIS, rows=("spc2021-98-1",), cure="不能补正；由具备资质的机构重新鉴定",
)  # fmt: skip
def agency_unqualified() -> When:
    """鉴定机构不具备法定资质，或者鉴定事项超出其业务范围、技术条件的，鉴定意见不得作为定案的根据。"""
    return when(AGAINST_EXPERT, appraisal(X.agency_unqualified))


@rule(
    routine=True, title="鉴定人没有资质或违反回避规定", stratum=2, about=Item, effect=Effect.NOT_BASIS,
    sources=_art98(2), consequence=NOT_BASIS, rows=("spc2021-98-2",), cure="不能补正；由具备资质、无须回避的鉴定人重新鉴定",
)  # fmt: skip
def expert_unqualified() -> When:
    """鉴定人不具备法定资质，不具有相关专业技术或者职称，或者违反回避规定的，鉴定意见不得作为定案的根据。"""
    return when(AGAINST_EXPERT, appraisal(X.expert_unqualified))


@rule(
    routine=True, title="检材来源不明或被污染", stratum=2, about=Item, effect=Effect.NOT_BASIS,
    sources=[*_art98(3), cite("mps2020", 250)], consequence=NOT_BASIS, rows=("spc2021-98-3", "mps2020-249-1"),
    cure="提交提取、保管、送检记录证明来源和没有污染；不能证明的，重新提取、重新鉴定",
)  # fmt: skip
def sample_unreliable() -> When:
    """送检材料、样本来源不明，或者因污染不具备鉴定条件的，鉴定意见不得作为定案的根据。"""
    return when(AGAINST_EXPERT, appraisal(X.sample_unreliable))


@rule(
    title="鉴定对象与检材、样本不一致", stratum=2, about=Item, effect=Effect.NOT_BASIS,
    sources=_art98(4), consequence=NOT_BASIS, rows=("spc2021-98-4",), cure="核对扣押清单、封存编号和送检登记；确有不一致的，重新鉴定",
)  # fmt: skip
def sample_mismatch() -> When:
    """鉴定对象与送检材料、样本不一致的，鉴定意见不得作为定案的根据。"""
    return when(AGAINST_EXPERT & appraisal(X.sample_mismatch))


@rule(
    title="鉴定程序违反规定", stratum=2, about=Item, effect=Effect.NOT_BASIS,
    sources=_art98(5), consequence=NOT_BASIS, rows=("spc2021-98-5",), cure="依规定的程序重新鉴定",
)  # fmt: skip
def procedure_violated() -> When:
    """鉴定程序违反规定的，鉴定意见不得作为定案的根据。"""
    return when(AGAINST_EXPERT & appraisal(X.procedure_violated))


@rule(
    title="鉴定过程、方法不符合专业规范", stratum=2, about=Item, effect=Effect.NOT_BASIS,
    sources=_art98(6), consequence=NOT_BASIS, rows=("spc2021-98-6",), cure="通知鉴定人出庭说明方法；不符合规范的，重新鉴定",
)  # fmt: skip
def method_improper() -> When:
    """鉴定过程和方法不符合相关专业的规范要求的，鉴定意见不得作为定案的根据。"""
    return when(AGAINST_EXPERT & appraisal(X.method_improper))


@rule(
    routine=True, title="鉴定文书缺少签名、盖章", stratum=2, about=Item, effect=Effect.NOT_BASIS,
    sources=[*_art98(7), cite("cpl", 147, 1)], consequence=NOT_BASIS, rows=("spc2021-98-7",), cure="不能补正；由鉴定机构重新出具",
)  # fmt: skip
def unsigned() -> When:
    """鉴定文书缺少签名、盖章的，鉴定意见不得作为定案的根据。"""
    return when(AGAINST_EXPERT, appraisal(X.unsigned))


@rule(
    title="鉴定意见与案件事实没有关联", stratum=2, about=Item, effect=Effect.NOT_BASIS,
    sources=_art98(8), consequence=NOT_BASIS, rows=("spc2021-98-8",), cure="说明与哪一待证事实有关联；不能说明的，不用",
)  # fmt: skip
def irrelevant() -> When:
    """鉴定意见与案件事实没有关联的，不得作为定案的根据。"""
    return when(AGAINST_EXPERT & appraisal(X.irrelevant))


@rule(
    title="鉴定人拒不出庭", stratum=2, about=Item, effect=Effect.NOT_BASIS, stages=TRIAL,
    sources=[cite("cpl", 192, 3), cite("spc2021", 99, 1), cite("spc2012", 86, 1)], consequence=NOT_BASIS,
    rows=("cpl-192-2", "spc2021-99-1"), cure="通报司法行政机关或者有关部门；有正当理由的，延期审理或者重新鉴定",
)  # fmt: skip
def expert_refused() -> When:
    """经人民法院通知，鉴定人拒不出庭作证的，鉴定意见不得作为定案的根据；真实性如何在所不问。"""
    return when(EXPERT & AGAINST & appearance(P.notified), appearance(P.refused))


@rule(
    title="鉴定人有正当理由不出庭的例外", stratum=2, about=Item, effect=Effect.NOT_BASIS, exception_to="expertise.expert_refused",
    sources=[cite("spc2021", 99, 2), cite("spc2012", 86, 2)], consequence="可以延期审理或者重新鉴定，不因没有出庭而不得作为定案的根据",
)  # fmt: skip
def expert_prevented() -> When:
    """鉴定人由于不能抗拒的原因或者有其他正当理由无法出庭的，不属于拒不出庭。"""
    return when(appearance(P.justified))


@rule(
    title="出具专门性问题报告的人拒不出庭", stratum=2, about=Item, effect=Effect.NOT_BASIS, stages=TRIAL,
    sources=[cite("spc2021", 100, 3), cite("spc2012", 87, 3)], consequence=NOT_BASIS, rows=("spc2021-100-1",),
    cure="有正当理由的，参照鉴定人延期审理或者另行指派、聘请",
)  # fmt: skip
def reporter_refused() -> When:
    """经人民法院通知，就专门性问题出具报告的人拒不出庭作证的，报告不得作为定案的根据。"""
    return when(REPORT & AGAINST & appearance(P.notified), appearance(P.refused))


@rule(
    title="出具报告的人有正当理由不出庭的例外", stratum=2, about=Item, effect=Effect.NOT_BASIS, exception_to="expertise.reporter_refused",
    sources=[cite("spc2021", 100, 2), cite("spc2021", 99, 2), cite("spc2012", 87, 2)],
    consequence="可以延期审理或者另行指派、聘请，不因没有出庭而不得作为定案的根据",
)  # fmt: skip
def reporter_prevented() -> When:
    """对报告的审查认定参照鉴定意见的规定；由于不能抗拒的原因或者有其他正当理由无法出庭的，不属于拒不出庭。"""
    return when(appearance(P.justified))


@rule(
    title="种类认定不是同一认定", stratum=2, about=Item, effect=Effect.NOTE, concept="class_only",
    sources=[cite("spc2013", 9, 1), cite("spc2021", 97, item=7), cite("spc2012", 84, item=7)],
    basis=ConsequenceBasis.WORKFLOW, rows=("spc2013-09-1",),
    consequence="血型相同、鞋底花纹相同之类只说明不能排除，不能用来认定就是该人、该物", cure="补充能够作同一认定的鉴定",
)  # fmt: skip
def class_only() -> When:
    """鉴定意见只作种类认定的，不能当作同一认定使用。"""
    return when(AGAINST_EXPERT & appraisal(X.conclusion.equals("class_only")))


@rule(
    routine=True, title="鉴定意见没有告知犯罪嫌疑人、被害人", stratum=2, about=Item, effect=Effect.DUTY, concept="appraisal_told",
    sources=[cite("cpl", 148), cite("spc2021", 97, item=10), cite("spc2012", 84, item=10)], rows=("cpl-148-1", "spc2021-97-10", "mps2020-252-1"),
    consequence="应当把用作证据的鉴定意见告知犯罪嫌疑人、被害人；申请补充、重新鉴定的，应当审查", basis=ConsequenceBasis.STATUTE_PLUS_WORKFLOW,
    cure="补充告知并记录其意见；对补充鉴定、重新鉴定的申请作出答复",
)  # fmt: skip
def not_told() -> When:
    """侦查机关应当将用作证据的鉴定意见告知犯罪嫌疑人、被害人；他们可以申请补充鉴定或者重新鉴定。"""
    return when(EXPERT, appraisal(~X.told_to_parties))
