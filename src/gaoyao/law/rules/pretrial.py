"""Before trial: what binds the procuratorate and the police themselves, and what arrest asks for (CPL 56, 81; 检察规则 67, 75, 128)."""

from __future__ import annotations

from gaoyao.dossier.derived import POINT_AGAINST, SUPPORT_ITEM, Point, Support
from gaoyao.dossier.vocabulary import Alibi, Conflict, Fact, Favourable, Interrogation, Item, Rival
from gaoyao.dossier.vocabulary.court import FACT_ALIBIS, FACT_CONFLICTS, FACT_RIVALS
from gaoyao.law.citation import cite
from gaoyao.law.rule import PRE_TRIAL, ConsequenceBasis, Effect, When, rule, when
from gaoyao.law.rules.common import AGAINST_CONFESSION, CLUE, USABLE, interrogation
from gaoyao.law.rules.confession import DEPRIVATION, DISGUISED, UNLAWFUL
from gaoyao.law.rules.proving import at_fact
from gaoyao.logic.relations import at, exists
from gaoyao.logic.tree import Always, any_of

I = Interrogation  # noqa: E741 - a short name for what stands in every line
CORE = at_fact(Fact.role.isin("crime_exists", "identity", "act"))


@rule(
    title="审前：以冻、饿、晒、烤、疲劳审讯等变相肉刑取得的供述", stratum=2, about=Item, effect=Effect.GROUND, stages=PRE_TRIAL,
    sources=[cite("cpl", 56), cite("spp2019", 67, item=1), cite("mps2020", 71, 1), cite("cpl2012", 54), cite("spp2012", 65, 2)],
    consequence="应当予以排除，不得作为起诉意见、批准逮捕、提起公诉的依据", rows=("spp2019-67-1", "cpl-56-1"),
    cure="由侦查机关以录音录像、提讯登记、休息和饮食记录说明；由办案人员判断是否属变相肉刑、是否造成难以忍受的痛苦",
)  # fmt: skip
def deprivation() -> When:
    """审判以前，变相肉刑的恶劣手段使人遭受难以忍受的痛苦而违背意愿作出的供述，侦查、检察机关自己就应当排除。"""
    return when(AGAINST_CONFESSION & (CLUE | interrogation(DEPRIVATION)), interrogation(DISGUISED))


@rule(
    title="审前：讯问录音录像没有提供，不能排除非法取证", stratum=2, about=Item, effect=Effect.GROUND, stages=("arrest_review", "prosecution_review"),
    sources=[cite("spp2019", 75, 2)], consequence="相关供述不得作为批准逮捕、提起公诉的依据", rows=("spp2019-75-1",),
    cure="调取讯问录音录像；未提供的，就能否排除非法取证作出认定",
)  # fmt: skip
def recording_not_provided() -> When:
    """有非法取证的线索，检察院调取讯问录音录像而公安机关没有提供，经审查不能排除刑讯逼供等非法取证行为的，不得作为批准逮捕、提起公诉的依据。"""
    return when(AGAINST_CONFESSION & CLUE & interrogation(~I.recording_transferred), UNLAWFUL)


@rule(
    title="控告讯问中有非法取证，检察院没有调查核实", stratum=7, about=Item, effect=Effect.DUTY, concept="complaint", stages=("arrest_review", "prosecution_review"),
    sources=[cite("cpl", 57), cite("spp2019", 72, 2), cite("cpl2012", 55)], basis=ConsequenceBasis.STATUTE_PLUS_WORKFLOW, rows=("cpl-57-1", "spp2019-72-1"),
    consequence="应当受理审查；根据现有材料无法证明合法的，应当及时调查核实，写明结论",
    cure="询问本人、听取辩护人意见，调取录音录像、提讯登记和入所体检记录，询问讯问人员，必要时进行伤情鉴定",
)  # fmt: skip
def complaint_not_examined() -> When:
    """犯罪嫌疑人控告讯问中有刑讯逼供等非法取证的，人民检察院应当审查，不能证明合法的应当调查核实；没有做的，列为应当完成的事项。"""
    return when(interrogation(I.complaint), ~interrogation(I.complaint_examined))


@rule(
    title="审查逮捕：已见的矛盾、其他可能和相反证据", stratum=5, about=Point, effect=Effect.HINT, concept="hint", stages=("arrest_review",),
    sources=[cite("spp2019", 128, 2), cite("cpl", 81, 1), cite("spp2012", 139, 2)], basis=ConsequenceBasis.WORKFLOW,
    consequence="提示：逮捕不以排除合理怀疑为条件，但证明犯罪行为的证据须已查证属实；有疑问的，写明怎样审查", rows=("spp2019-128-2",),
    cure="核实有关证据；需要补充侦查的，同时通知公安机关",
)  # fmt: skip
def arrest_doubts() -> When:
    """审查逮捕时，关键矛盾没有处理、其他可能没有排除、不在场主张没有查清、有相反的客观性证据的，提示审查；不是不批准逮捕的法定理由。"""
    conflict = Conflict.essential & ~Conflict.status.isin("excluded_one", "explained", "supplemented")
    seen = any_of(
        at_fact(exists(FACT_CONFLICTS, conflict)), at_fact(exists(FACT_RIVALS, ~Rival.status.equals("excluded"))),
        at_fact(exists(FACT_ALIBIS, ~Alibi.status.equals("refuted"))),
        exists(POINT_AGAINST, Support.objective & ~Support.explained & at(SUPPORT_ITEM, USABLE)),
    )  # fmt: skip
    return when(CORE & seen)


@rule(
    title="审查起诉：有利材料没有随案移送", stratum=7, about=Favourable, effect=Effect.DUTY, concept="withheld", stages=("prosecution_review",),
    sources=[cite("cpl", 41), cite("cpl", 52), cite("spp2019", 363), cite("mps2020", 209)], basis=ConsequenceBasis.STATUTE_PLUS_WORKFLOW,
    consequence="侦查机关应当连同核查情况附卷；辩护人申请的，检察院可以调取", rows=("cpl-41-1",), cure="调取该材料并附卷，随案移送",
)  # fmt: skip
def withheld() -> When:
    """能够证明无罪、罪轻的材料，无论是否采信都应当如实记录、附卷；审查起诉时发现没有移送的，调取。"""
    return when(Always(), ~Favourable.transferred)
