"""Proof that evidence was lawfully taken: what a note of the investigators can and cannot do (Interp. 2021 art. 135)."""

from __future__ import annotations

from gaoyao.dossier.vocabulary import Item, Motion
from gaoyao.law.citation import cite
from gaoyao.law.rule import TRIAL, Effect, When, rule, when


@rule(
    routine=True, title="取证合法性说明没有签名或者盖章", stratum=2, about=Item, effect=Effect.DUTY, concept="legality_note", stages=TRIAL,
    sources=[cite("spc2021", 135, 3), cite("spc2012", 101, 2)], consequence="未经签名或者盖章的，不得作为证据使用",
    rows=("spc2021-135-3",), cure="由有关调查、侦查人员签名并加盖单位印章；说明材料不能单独证明取证合法，同时提交录音录像、体检记录等",
)  # fmt: skip
def legality_note_unsigned() -> When:
    """公诉人提交的取证过程合法的说明材料，应当经调查、侦查人员签名并加盖单位印章，缺少的不得作为证据使用。"""
    return when(Item.type.equals("legality_note"), ~Item.note_signed_and_sealed)


@rule(
    title="只凭说明材料认定取证合法", stratum=2, about=Motion, effect=Effect.DISPOSITION, concept="legality_by_note", stages=TRIAL,
    sources=[cite("spc2021", 135, 3), cite("spc2012", 101, 2)], rows=("spc2021-135-3",),
    consequence="说明材料不能单独作为证明取证过程合法的根据；没有其他根据的，不能认定已经排除非法取证",
    cure="由控方补充讯问录音录像、提讯登记、体检记录，或者通知侦查人员出庭；仍不能排除的，依解释第一百三十七条排除",
)  # fmt: skip
def note_alone() -> When:
    """控方只提交侦查机关的说明材料的，不能单凭它认定取证合法。"""
    return when(Motion.only_note & Motion.inquiry_closed, Motion.illegality_excluded)
