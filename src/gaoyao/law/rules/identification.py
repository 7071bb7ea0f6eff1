"""Identification parades: who conducts them, how, and among how many (Interp. 2021 art. 104–105).

Numbers follow the investigating body: police and customs by 公安程序规定 art. 260 (and its version of 2012),
the procuratorate by 检察规则 art. 226 (from 2019-12-30; before that art. 260 of the trial rules: five).  Totals
include the target, except that police rules count the objects mixed in, so that the total is at least six.
No text for the supervision commission or state security is at hand: their numbers are not checked.
"""

from __future__ import annotations

from datetime import datetime

from gaoyao.dossier.vocabulary import Case, Identification, Item
from gaoyao.dossier.vocabulary.court import ITEM_IDENTIFICATION
from gaoyao.law.citation import cite
from gaoyao.law.rule import ConsequenceBasis, Effect, When, rule, when
from gaoyao.law.rules.common import AGAINST, in_case
from gaoyao.logic.relations import at
from gaoyao.logic.tree import Prop, all_of, any_of

D = Identification
NOT_BASIS = "该辨认笔录不得作为定案的根据"
REDO = "不能补正；原辨认人已受影响的，重新辨认也要说明其可靠性"
AGAINST_PARADE = all_of(Item.type.equals("identification"), AGAINST)
POLICE_RULES = in_case("item", Case.investigating_body.isin("police", "customs"))
PROCURATORATE_RULES = in_case("item", Case.investigating_body.equals("procuratorate"))
PROCURATORATE_2019 = datetime(2019, 12, 30)
POLICE_2020 = datetime(2020, 9, 1)
FOILS = [cite("spc2021", 105, item=4), cite("spc2012", 90, 2, 4)]


def parade(part: Prop) -> Prop:
    """A proposition about the identification."""
    return at(ITEM_IDENTIFICATION, part)


@rule(
    routine=True, title="辨认不是由侦查（调查）人员主持", stratum=2, about=Item, effect=Effect.NOT_BASIS,
    sources=[cite("spc2021", 105, item=1), cite("spc2012", 90, 2, 1), cite("mps2020", 259, 1), cite("spp2019", 224), cite("spp2012", 258)],
    consequence=NOT_BASIS, rows=("spc2021-105-1", "mps2020-259-1", "spp2019-226-1"), cure=REDO,
)  # fmt: skip
def not_conducted() -> When:
    """辨认不是在调查人员、侦查人员主持下进行的，辨认笔录不得作为定案的根据。"""
    return when(AGAINST_PARADE, parade(~D.conducted_by_officers))


@rule(
    routine=True, title="辨认前见到辨认对象", stratum=2, about=Item, effect=Effect.NOT_BASIS,
    sources=[cite("spc2021", 105, item=2), cite("spc2012", 90, 2, 2), cite("mps2020", 260, 1), cite("spp2019", 226, 1), cite("spp2012", 258)],
    consequence=NOT_BASIS, rows=("spc2021-105-2", "mps2020-260-1", "spp2019-226-1"), cure=REDO,
)  # fmt: skip
def seen_before() -> When:
    """辨认前使辨认人见到辨认对象（包括向其展示对象的影像资料）的，辨认笔录不得作为定案的根据。"""
    return when(AGAINST_PARADE, parade(D.seen_before))


@rule(
    routine=True, title="辨认没有个别进行", stratum=2, about=Item, effect=Effect.NOT_BASIS,
    sources=[cite("spc2021", 105, item=3), cite("spc2012", 90, 2, 3), cite("mps2020", 259, 2), cite("spp2019", 225), cite("spp2012", 259)],
    consequence=NOT_BASIS, rows=("spc2021-105-3", "mps2020-259-1"), cure=REDO,
)  # fmt: skip
def not_individual() -> When:
    """辨认活动没有个别进行的，辨认笔录不得作为定案的根据。"""
    return when(AGAINST_PARADE, parade(~D.individual))


@rule(
    routine=True, title="辨认对象没有混杂在类似对象中", stratum=2, about=Item, effect=Effect.NOT_BASIS,
    sources=[*FOILS, cite("mps2020", 260, 1), cite("spp2019", 226, 1), cite("spp2012", 260, 1)],
    consequence=NOT_BASIS, rows=("spc2021-105-4", "mps2020-260-1", "spp2019-226-1"), cure=REDO,
)  # fmt: skip
def not_mixed() -> When:
    """辨认对象没有混杂在具有类似特征的其他对象中的，辨认笔录不得作为定案的根据；场所、尸体等特定对象不在此列。"""
    return when(
        AGAINST_PARADE & parade(D.subject.isin("person", "person_photo", "object", "object_photo")),
        parade(~D.mixed),
    )


@rule(
    title="能够准确描述独有特征的物品的例外（公安机关办理的案件）", stratum=2, about=Item, effect=Effect.NOT_BASIS,
    exception_to="identification.not_mixed", sources=[cite("mps2020", 260, 4), cite("mps2012", 251, 4)],
    consequence="陪衬物不受数量限制，不因没有混杂而不得作为定案的根据",
)  # fmt: skip
def unique_unmixed() -> When:
    """公安机关组织辨认，辨认人能够准确描述物品独有特征的，陪衬物不受数量的限制；对人的辨认没有这一例外。"""
    return when(POLICE_RULES & parade(all_of(D.subject.isin("object", "object_photo"), D.unique_features)))


@rule(
    title="供辨认的人数、照片数不足（公安机关）", stratum=2, about=Item, effect=Effect.NOT_BASIS,
    sources=[*FOILS, cite("mps2020", 260, 2), cite("mps2012", 251, 2)], basis=ConsequenceBasis.CROSS_REFERENCE,
    consequence=NOT_BASIS, rows=("spc2021-105-4", "mps2020-260-1"), routine=True, cure=REDO,
)  # fmt: skip
def too_few_persons_police() -> When:
    """公安机关组织辨认犯罪嫌疑人，被辨认的人不得少于七人；辨认照片的，不得少于十人的照片；都包括嫌疑人本人。"""
    return when(
        AGAINST_PARADE & POLICE_RULES & parade(D.subject.isin("person", "person_photo")),
        parade(any_of(D.total < 7, all_of(D.subject.equals("person_photo"), D.total < 10))),
    )


@rule(
    title="供辨认的物品数不足（公安机关）", stratum=2, about=Item, effect=Effect.NOT_BASIS,
    sources=[*FOILS, cite("mps2020", 260, 3), cite("mps2012", 251, 3)], basis=ConsequenceBasis.CROSS_REFERENCE,
    consequence=NOT_BASIS, rows=("spc2021-105-4", "mps2020-260-1"), routine=True, cure=REDO,
)  # fmt: skip
def too_few_objects_police() -> When:
    """公安机关组织辨认物品，混杂的同类物品不得少于五件（连同目标六件）；自二〇二〇年九月一日起，辨认物品照片的，不得少于十个物品的照片。"""
    return when(
        AGAINST_PARADE & POLICE_RULES & parade(D.subject.isin("object", "object_photo")),
        parade(
            any_of(
                all_of(D.subject.equals("object"), D.total < 6),
                all_of(D.subject.equals("object_photo"), D.total < 10, D.happened >= POLICE_2020),
            )
        ),
    )


@rule(
    title="能够准确描述独有特征的物品，数量不受限制", stratum=2, about=Item, effect=Effect.NOT_BASIS,
    exception_to="identification.too_few_objects_police", sources=[cite("mps2020", 260, 4), cite("mps2012", 251, 4)],
    consequence="陪衬物不受数量限制",
)  # fmt: skip
def unique_object() -> When:
    """辨认人能够准确描述物品独有特征的，陪衬物不受数量的限制。"""
    return when(parade(D.unique_features))


@rule(
    title="供辨认的人数、照片数不足（检察机关）", stratum=2, about=Item, effect=Effect.NOT_BASIS,
    sources=[*FOILS, cite("spp2019", 226, 2), cite("spp2012", 260, 2)], basis=ConsequenceBasis.CROSS_REFERENCE,
    consequence=NOT_BASIS, rows=("spc2021-105-4", "spp2019-226-1"), routine=True, cure=REDO,
)  # fmt: skip
def too_few_persons_procuratorate() -> When:
    """检察机关组织辨认犯罪嫌疑人，自二〇一九年十二月三十日起不得少于七人、照片不得少于十张；此前按试行规则不得少于五人、五张。"""
    now = D.happened >= PROCURATORATE_2019
    return when(
        AGAINST_PARADE & PROCURATORATE_RULES & parade(D.subject.isin("person", "person_photo")),
        parade(
            any_of(
                D.total < 5,
                all_of(now, D.total < 7),
                all_of(now, D.subject.equals("person_photo"), D.total < 10),
            )
        ),
    )


@rule(
    title="供辨认的物品数不足（检察机关）", stratum=2, about=Item, effect=Effect.NOT_BASIS,
    sources=[*FOILS, cite("spp2019", 226, 3), cite("spp2012", 260, 3)], basis=ConsequenceBasis.CROSS_REFERENCE,
    consequence=NOT_BASIS, rows=("spc2021-105-4", "spp2019-226-1"), routine=True, cure=REDO,
)  # fmt: skip
def too_few_objects_procuratorate() -> When:
    """检察机关组织辨认物品，同类物品不得少于五件，照片不得少于五张。"""
    return when(
        AGAINST_PARADE & PROCURATORATE_RULES & parade(D.subject.isin("object", "object_photo")),
        parade(D.total < 5),
    )


@rule(
    title="辨认中有明显暗示或指认嫌疑", stratum=2, about=Item, effect=Effect.NOT_BASIS,
    sources=[cite("spc2021", 105, item=5), cite("spc2012", 90, 2, 5), cite("mps2020", 260, 1), cite("spp2019", 226, 1), cite("spp2012", 260, 1)],
    consequence=NOT_BASIS, rows=("spc2021-105-5",), cure=REDO,
)  # fmt: skip
def hint() -> When:
    """辨认中给辨认人明显暗示或者明显有指认嫌疑的，辨认笔录不得作为定案的根据。"""
    return when(AGAINST_PARADE & parade(D.hint))


@rule(
    title="违反规定，不能确定辨认笔录真实性", stratum=2, about=Item, effect=Effect.NOT_BASIS,
    sources=[cite("spc2021", 105, item=6), cite("spc2012", 90, 2, 6)], consequence=NOT_BASIS,
    rows=("spc2021-105-6",), cure="通知辨认人、主持人员、见证人出庭，播放辨认录像；仍不能确定真实性的，不用",
)  # fmt: skip
def truth_undeterminable() -> When:
    """违反有关规定，不能确定辨认笔录真实性的其他情形，辨认笔录不得作为定案的根据。"""
    return when(AGAINST_PARADE & parade(D.truth_undeterminable))


FORM_DEFECTS = any_of(
    parade(any_of(~D.two_officers, ~D.signatures_complete)),
    all_of(PROCURATORATE_RULES, parade(~D.features_asked)),
)


@rule(
    routine=True, title="主持人数、询问特征、签名不合规定", stratum=2, about=Item, effect=Effect.NOTE, concept="parade_form",
    sources=[
        cite("mps2020", 259, 1), cite("mps2020", 262), cite("spp2019", 224), cite("mps2012", 250), cite("spp2012", 258),
        cite("spp2012", 261),
    ],
    basis=ConsequenceBasis.WORKFLOW, rows=("mps2020-259-1", "mps2020-262-1", "sx2010-30b-1", "sx2010-30b-2", "sx2010-30b-3"),
    interpretation=("identification_form", "note"),
    consequence="要求说明或者补正；因此不能确定笔录真实性的，另按解释第一百零五条第（六）项处理",
    cure="由主持人员说明并以录像等客观材料印证",
)  # fmt: skip
def form_defects() -> When:
    """主持辨认的人员不得少于二人，检察机关还应当先详细询问辨认对象的具体特征，笔录由主持人员、辨认人、见证人签名；不合要求的，提示说明。"""
    return when(AGAINST_PARADE, FORM_DEFECTS)


@rule(
    routine=True, title="主持人数、询问特征、签名不合规定：可以补正", stratum=2, about=Item, effect=Effect.CURABLE,
    sources=[cite("sx2010", 30), cite("mps2020", 259, 1), cite("mps2020", 262), cite("spp2019", 224), cite("spp2012", 258), cite("spp2012", 261)],
    interpretation=("identification_form", "curable"), basis=ConsequenceBasis.WORKFLOW,
    rows=("sx2010-30b-1", "sx2010-30b-2", "sx2010-30b-3", "mps2020-259-1", "mps2020-262-1"),
    consequence="通过补正或者合理解释的，可以作为证据使用", cure="由主持人员补正或者说明，并以录像等客观材料印证",
)  # fmt: skip
def form_defects_curable() -> When:
    """按死刑案件证据规定的口径，主持人少于二人、没有先询问特征、签名不全等是可以补正的瑕疵。"""
    return when(AGAINST_PARADE, FORM_DEFECTS)


STRICT = any_of(
    D.total < 6, all_of(D.subject.equals("person"), D.total < 7),
    all_of(D.subject.isin("person_photo", "object_photo"), D.total < 10),
)  # fmt: skip


@rule(
    routine=True, title="供辨认的数量低于较严的标准", stratum=2, about=Item, effect=Effect.NOTE, concept="foils_strict",
    sources=[cite("spc2021", 105, item=4), cite("mps2020", 260), cite("spp2019", 226), cite("spc2012", 90, 2, 4), cite("spp2012", 260)],
    interpretation=("foil_numbers", "strict"), basis=ConsequenceBasis.WORKFLOW, rows=("spc2021-105-4", "mps2020-260-1", "spp2019-226-1"),
    consequence="提示：低于人七、照片十、物品六（含目标）的，说明辨认的可靠性；不因此一项不得定案", cure="说明辨认的可靠性，播放辨认录像，或者以其他证据印证",
)  # fmt: skip
def below_strictest() -> When:
    """按一律从严的口径，不论哪个机关组织的辨认，人少于七、照片少于十、物品少于六（含目标）的，提示说明。"""
    return when(
        AGAINST_PARADE & parade(D.subject.isin("person", "person_photo", "object", "object_photo")),
        parade(STRICT),
    )
