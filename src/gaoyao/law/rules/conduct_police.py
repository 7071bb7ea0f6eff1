"""What the police's own procedure asks beyond the usual file: checked defences, experiments, lists, covert work, closing.

CPL 52, 135, 142, 153, 162; Provisions of the police 2020 art. 209, 221, 230, 271, 284.  The articles name duties and
bans; exclusion is named only in art. 284, which sends back to the rules on illegal evidence.  So the rules say what is
missing and what to look at, and exclude nothing; what a list lacks in signatures and particulars other rules say.
"""

from __future__ import annotations

from gaoyao.dossier.vocabulary import Acquisition, Alibi, Case, Count, Item
from gaoyao.law.citation import cite
from gaoyao.law.rule import PRE_TRIAL, ConsequenceBasis, Effect, When, rule, when
from gaoyao.law.rules.common import in_case
from gaoyao.law.rules.conduct import DUTY, acquisition
from gaoyao.law.rules.dispositions import GUILT_BARRED
from gaoyao.logic.tree import all_of, any_of

A = Acquisition
POLICE = Case.investigating_body.isin("police", "customs")
EXPERIMENT = Item.type.equals("experiment")


@rule(
    title="不在场的申辩没有核查附卷", stratum=2, about=Alibi, effect=Effect.DUTY, concept="defence_unchecked", stages=PRE_TRIAL, basis=DUTY,
    sources=[cite("cpl", 52), cite("mps2020", 209), cite("cpl2012", 50)], rows=("mps2020-209-1", "cpl-52-2"),
    consequence="公安机关应当认真核查，有关证据无论是否采信都如实记录、妥善保管，连同核查情况附卷；没有查清以前不宜终结侦查",
    cure="核查所称的时间、地点、同在的人和轨迹，把结果连同原来的申辩附卷",
)  # fmt: skip
def defence_unchecked() -> When:
    """犯罪嫌疑人提出不在场等无罪的申辩和反证，侦查机关应当核查，并把核查情况附卷；提出而没有查的，在移送、批捕、起诉以前查。"""
    return when(Alibi.status.equals("unchecked"))


@rule(
    title="侦查实验没有经过批准", stratum=2, about=Item, effect=Effect.DUTY, concept="experiment_unapproved", basis=DUTY,
    sources=[cite("cpl", 135, 1), cite("mps2020", 221, 1), cite("cpl2012", 133, 1)], rows=("mps2020-221-1",),
    consequence="侦查实验须经公安机关负责人批准；没有批准的，要求说明，并审查实验是否必要、条件是否相同",
    cure="提交当时的批准文书；没有的，说明原因，必要时经批准重新实验",
)  # fmt: skip
def experiment_unapproved() -> When:
    """为查明案情进行侦查实验，应当经公安机关负责人批准。"""
    return when(EXPERIMENT & acquisition(A.experiment_unapproved))


@rule(
    title="侦查实验没有全程录音录像", stratum=2, about=Item, effect=Effect.DUTY, concept="experiment_unrecorded", basis=DUTY,
    sources=[cite("mps2020", 221, 2)], rows=("mps2020-221-1",),
    consequence="公安机关进行侦查实验应当全程录音录像；没有的，实验的条件、经过只能以其他材料核对，核对不了的不宜采信",
    cure="说明没有录制的原因，以照片、参加人员的陈述印证实验的条件和经过；必要时重新实验",
)  # fmt: skip
def experiment_unrecorded() -> When:
    """公安机关进行侦查实验，应当全程录音录像。"""
    return when(EXPERIMENT & in_case("item", POLICE) & acquisition(A.experiment_unrecorded))


@rule(
    title="侦查实验笔录没有参加人员签名", stratum=2, about=Item, effect=Effect.DUTY, concept="experiment_unsigned", basis=DUTY,
    sources=[cite("cpl", 135, 2), cite("mps2020", 221, 2), cite("cpl2012", 133, 2)], rows=("mps2020-221-1",),
    consequence="笔录应当由参加实验的人签名或者盖章；缺少的，要求补正或者说明，并核对实验的经过",
    cure="由参加实验的人说明并确认实验的条件、经过和结果，以录像印证",
)  # fmt: skip
def experiment_unsigned() -> When:
    """侦查实验的情况应当写成笔录，由参加实验的人签名或者盖章。"""
    return when(EXPERIMENT & acquisition(A.signatures_missing))


@rule(
    title="查封、扣押清单不是当场开列", stratum=2, about=Item, effect=Effect.DUTY, concept="list_drawn_later", basis=DUTY,
    sources=[cite("cpl", 142), cite("mps2020", 230, 1), cite("cpl2012", 140)], rows=("mps2020-230-1",),
    consequence="应当会同在场见证人和持有人查点清楚，当场开列清单；事后补开的，审查清单所列与当时取得的是否同一；不能证明来源的，另按来源疑问处理",
    cure="说明没有当场开列的原因，以现场录像、照片和见证人的说明印证数量、特征；以后每次移交的记录一并提交",
)  # fmt: skip
def list_drawn_later() -> When:
    """查封、扣押的财物、文件，应当会同见证人、持有人查点清楚，当场开列清单。"""
    return when(acquisition(A.list_drawn_later))


@rule(
    title="查封、扣押没有会同持有人查点", stratum=2, about=Item, effect=Effect.DUTY, concept="holder_absent", basis=DUTY,
    sources=[cite("cpl", 142), cite("mps2020", 230, 1), cite("mps2020", 230, 2), cite("cpl2012", 140)], rows=("mps2020-230-1",),
    consequence="应当会同持有人查点清楚，清单一份交给持有人；持有人不明、不在现场、拒绝签名的应当注明；没有的，审查物品从何处、何人取得",
    cure="说明持有人没有到场的原因，由见证人、录像印证查点的经过；补送清单并听取持有人的意见",
)  # fmt: skip
def holder_absent() -> When:
    """查封、扣押应当会同持有人查点，清单由其签名并交其一份；持有人无法确定、不在现场或者拒绝签名的，侦查人员在清单中注明。"""
    return when(acquisition(A.holder_absent), acquisition(~A.holder_absence_noted))


# Covert work ----------------------------------------------------------------------------------------------


@rule(
    title="隐匿身份侦查没有负责人决定", stratum=2, about=Item, effect=Effect.DUTY, concept="undercover_undecided", basis=DUTY,
    sources=[cite("cpl", 153, 1), cite("mps2020", 271, 1), cite("cpl2012", 151, 1)], rows=("mps2020-271-1", "cpl-153-1"),
    consequence="隐匿身份实施侦查须经公安机关负责人决定（公安机关的规定为县级以上）；没有决定的，程序违法，所得材料能否使用由合议庭判断并说明理由",
    cure="提交决定文书；需要保护有关人员的，由法庭采取保护措施或者庭外核实",
)  # fmt: skip
def undercover_undecided() -> When:
    """必要时经公安机关负责人决定，可以由有关人员隐匿身份实施侦查；卷内看得到是隐匿身份侦查收集的，要看得到决定。"""
    return when(Item.undercover, ~Item.undercover_decided)


@rule(
    title="隐匿身份侦查诱使犯罪或者采用危险方法", stratum=2, about=Item, effect=Effect.DUTY, concept="undercover_banned", basis=DUTY,
    sources=[cite("cpl", 153, 1), cite("mps2020", 271, 2), cite("cpl2012", 151, 1)], rows=("mps2020-271-1", "cpl-153-1"),
    consequence="法律禁止诱使他人犯罪，禁止采用可能危害公共安全或者发生重大人身危险的方法；违反的，所得材料能否使用、对定罪量刑有何影响，由合议庭判断并说明理由",
    cure="查清谁先提出犯罪、有无事前犯意的证据，提交隐匿身份人员的情况说明、通话和聊天记录；必要时庭外核实",
)  # fmt: skip
def undercover_banned() -> When:
    """隐匿身份实施侦查，不得使用促使他人产生犯罪意图的方法诱使犯罪，不得采用可能危害公共安全或者发生重大人身危险的方法。"""
    return when(Item.undercover, any_of(Item.intent_induced, Item.undercover_danger))


# Closing the investigation ---------------------------------------------------------------------------------


@rule(
    routine=True, title="侦查终结没有审查取证合法性", stratum=7, about=Case, effect=Effect.DUTY, concept="legality_unreviewed", basis=DUTY,
    sources=[cite("mps2020", 284, 1)], stages=("investigation", "prosecution_review"), rows=("mps2020-284-1",),
    consequence="应当全面审查证明证据收集合法性的证据材料，依法排除非法证据；没有审查的，先审查再决定是否移送",
    cure="逐份审查讯问录音录像、提讯登记、体检记录等，写明审查情况并附卷；有非法证据的依法排除",
)  # fmt: skip
def legality_unreviewed() -> When:
    """公安机关侦查终结的案件，应当全面审查证明证据收集合法性的材料，依法排除非法证据。"""
    return when(POLICE, ~Case.legality_reviewed)


@rule(
    title="侦查终结：证据不足的不得移送审查起诉", stratum=7, about=Count, effect=Effect.DISPOSITION, concept="doubt_no_transfer",
    stages=("investigation",), sources=[cite("cpl", 162, 1), cite("mps2020", 284, 1), cite("cpl2012", 160, 1)],
    basis=ConsequenceBasis.STATUTE, rows=("mps2020-284-1",),
    consequence="侦查终结应当做到犯罪事实清楚，证据确实、充分；排除非法证据以后证据不足的，不得移送审查起诉",
    cure="继续侦查，补充证据；发现不应当追究刑事责任的，撤销案件",
)  # fmt: skip
def insufficient_no_transfer() -> When:
    """公安机关侦查终结的案件应当事实清楚、证据确实充分；排除非法证据后证据不足的，不得移送审查起诉。"""
    return when(all_of(in_case("count", POLICE), GUILT_BARRED))
