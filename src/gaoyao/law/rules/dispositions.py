"""What the law forbids or demands once facts stand or fall (2013 Opinion art. 6; CPL 55, 175, 200, 236; Interp. 2021 art. 295, 428–429, 472)."""

from __future__ import annotations

from gaoyao.dossier.derived import COUNT_POINTS, POINT_FACT
from gaoyao.dossier.vocabulary import Case, Count, Decision, Fact, Supplement
from gaoyao.dossier.vocabulary.court import (
    ACCUSED_COUNTS,
    CASE_OF,
    CASE_SUPPLEMENTS,
    COUNT_ACCUSED,
    COUNT_DECISIONS,
    DECISION_COUNTS,
)
from gaoyao.law.citation import cite
from gaoyao.law.rule import TRIAL, Effect, When, rule, when
from gaoyao.law.rules.proving import ROLES_OF_GUILT, ROLES_OF_SENTENCE
from gaoyao.logic.relations import at, at_least, exists
from gaoyao.logic.tree import Concluded, all_of, any_of

BARRED = Concluded(
    "point", "barred", "该事实有法定障碍", "该事实未见法定障碍", "该事实是否有法定障碍尚待查明"
)
GUILT_POINT = at(POINT_FACT, Fact.role.isin(*ROLES_OF_GUILT))
GUILT_BARRED = exists(COUNT_POINTS, GUILT_POINT & BARRED)
STANDS = all_of(exists(COUNT_POINTS, GUILT_POINT), ~GUILT_BARRED)
SENTENCE_BARRED = exists(COUNT_POINTS, at(POINT_FACT, Fact.role.isin(*ROLES_OF_SENTENCE)) & BARRED)
MITIGATING_DOUBT = exists(COUNT_POINTS, at(POINT_FACT, Fact.role.equals("mitigating") & Fact.panel_doubt))
NO_CRIME = exists(COUNT_POINTS, at(POINT_FACT, Fact.element_absent))
DEATH_BARRED = exists(COUNT_POINTS, at(POINT_FACT, Fact.death_ground) & BARRED)
TWICE = at(CASE_OF["count"], at_least(2, CASE_SUPPLEMENTS, Supplement.by.equals("prosecution_return")))
DEATH = exists(COUNT_DECISIONS, Decision.sentence.isin("death", "death_reprieve")) | exists(
    COUNT_DECISIONS, Decision.outcome.equals("approve_death")
)
DOUBTED = any_of(
    GUILT_BARRED,
    exists(COUNT_DECISIONS, Decision.guilt_doubted),
    exists(COUNT_DECISIONS, Decision.reasonable_doubt_remains),
)


@rule(
    title="定罪证据不足：一审应当宣告无罪", stratum=7, about=Count, effect=Effect.DISPOSITION, concept="doubt_acquits", stages=("first_instance",),
    sources=[cite("spc2013", 6, 1), cite("cpl", 200, item=3), cite("spc2021", 295, 1, 4), cite("spc2012", 241, 1, 4), cite("cpl2012", 195, item=3)],
    consequence="证据不足、不能认定被告人有罪的，应当作出证据不足、指控的犯罪不能成立的无罪判决；同一罪名另有成立的事实的，对本起不予认定",
    rows=("spc2013-06-1", "cpl-200-3", "spc2021-295-4", "zzw2013-07-1"), cure="可以先书面建议检察院补充调查；仍不足的，依法宣告无罪",
)  # fmt: skip
def acquit_first() -> When:
    """定罪证据不足的案件，应当坚持疑罪从无，依法宣告被告人无罪；部分事实成立的，只认定成立的部分。"""
    return when(GUILT_BARRED)


@rule(
    title="法律要件不具备：应当宣告无罪", stratum=7, about=Count, effect=Effect.DISPOSITION, concept="no_crime_acquits", stages=TRIAL,
    sources=[cite("cpl", 200, item=2), cite("spc2021", 295, 1, 3), cite("spc2012", 241, 1, 3), cite("cpl2012", 195, item=2)],
    consequence="依据法律认定被告人无罪的，应当作出无罪判决；这是依法无罪，不是证据不足的无罪", rows=("cpl-200-2",),
    cure="写明所欠缺的法律要件；另有罪名成立的，依审理认定的罪名处理",
)  # fmt: skip
def acquit_by_law() -> When:
    """事实即使属实也不构成所控之罪的，依据法律宣告无罪；二审、再审依法改判。"""
    return when(NO_CRIME)


@rule(
    title="定罪证据不足：二审查清后改判或者发回", stratum=7, about=Count, effect=Effect.DISPOSITION, concept="doubt_acquits",
    stages=("second_instance",), sources=[cite("spc2013", 6, 1), cite("cpl", 236, 1, 3), cite("spc2021", 404, 1), cite("cpl2012", 225, 1, 3)],
    consequence="不得维持有罪判决：可以在查清事实后改判，也可以撤销原判、发回重审；已以此发回过一次的，应当直接裁判",
    rows=("spc2013-06-1", "cpl-236-1"), cure="查清事实后改判；查不清且证据不足的，宣告无罪",
)  # fmt: skip
def second_instance_doubt() -> When:
    """原判事实不清、证据不足的，第二审人民法院在查清事实后改判或者发回，不得在有疑问时维持定罪。"""
    return when(GUILT_BARRED)


@rule(
    title="死刑、死缓复核：事实不清、证据不足的不得核准", stratum=7, about=Count, effect=Effect.DISPOSITION, concept="doubt_acquits",
    stages=("death_review",), sources=[cite("spc2013", 6, 3), cite("spc2021", 429, item=3), cite("spc2021", 428, 1, 4), cite("spc2012", 350, item=3), cite("spc2012", 349, 1, 4)],
    consequence="不得核准：最高人民法院复核死刑的，应当裁定不予核准，撤销原判，发回重新审判；高级人民法院复核死缓的，可以不予核准并发回，或者依法改判",
    rows=("spc2021-429-3", "spc2013-06-1"), cure="裁定不予核准，写明需要查明的事实；复核死缓的，也可以依法改判",
)  # fmt: skip
def death_review_doubt() -> When:
    """复核死刑案件，原判事实不清、证据不足的，不得核准；最高人民法院应当发回重审，高级人民法院复核死缓还可以依法改判。"""
    return when(GUILT_BARRED)


@rule(
    title="再审：仍不能查清的应当改判无罪", stratum=7, about=Count, effect=Effect.DISPOSITION, concept="doubt_acquits", stages=("retrial",),
    sources=[cite("spc2013", 6, 1), cite("spc2021", 472, 2), cite("spc2012", 389, 2)],
    consequence="事实仍无法查清，证据不足，不能认定被告人有罪的，应当撤销原判，宣告被告人无罪", rows=("spc2021-472-2", "spc2013-06-1"),
    cure="查清的依查清的事实裁判；不能查清的，宣告无罪",
)  # fmt: skip
def retrial_doubt() -> When:
    """再审案件经审理事实仍无法查清、证据不足的，应当撤销原判，宣告无罪。"""
    return when(GUILT_BARRED)


@rule(
    title="二次补充侦查后证据仍不足：应当不起诉", stratum=7, about=Count, effect=Effect.DISPOSITION, concept="doubt_acquits",
    stages=("prosecution_review",), sources=[cite("cpl", 175, 4), cite("spp2019", 367, 1), cite("cpl2012", 171, 4)],
    consequence="应当作出不起诉的决定", rows=("spp2019-367-1",), cure="作出存疑不起诉决定，写明证据不足之处",
)  # fmt: skip
def doubtful_non_prosecution() -> When:
    """经二次补充侦查，仍然证据不足、不符合起诉条件的，应当作出不起诉的决定。"""
    return when(GUILT_BARRED, TWICE)


@rule(
    title="审查起诉：证据不足的退回补充或者不起诉", stratum=7, about=Count, effect=Effect.DISPOSITION, concept="doubt_supplement",
    stages=("prosecution_review",), sources=[cite("cpl", 176, 1), cite("cpl", 175, 2), cite("cpl", 170, 1), cite("spp2019", 342), cite("spp2019", 343, 1)],
    consequence="没有达到提起公诉的条件：退回补充侦查（监察案件退回补充调查）或者自行侦查；已退回二次的，应当不起诉", rows=("cpl-175-1", "spp2019-342-1"),
    cure="列明提纲退回补充侦查、补充调查，或者自行侦查；退回以二次为限",
)  # fmt: skip
def supplement_before_charge() -> When:
    """犯罪事实没有查清、证据没有达到确实充分的，不符合提起公诉的条件；已经退回补充侦查二次的，不得再退回，另依二次补充侦查后的规定处理。"""
    return when(GUILT_BARRED, ~TWICE)


@rule(
    title="审查逮捕：没有证据证明有犯罪事实的不批准逮捕", stratum=7, about=Count, effect=Effect.DISPOSITION, concept="doubt_acquits",
    stages=("arrest_review",), sources=[cite("cpl", 81, 1), cite("cpl", 90), cite("spp2019", 128, 2), cite("spp2019", 139, item=1)],
    consequence="应当不批准逮捕；需要补充侦查的，同时通知公安机关", rows=("spp2019-139-1", "spp2019-128-2"),
    cure="列明需要补充的证据，通知公安机关补充侦查",
)  # fmt: skip
def no_arrest() -> When:
    """逮捕要有证据证明发生了犯罪事实、系该人实施、证据已经查证属实；没有可以使用的证据证明其中一项的，不批准逮捕。逮捕不要求排除合理怀疑。"""
    core = exists(COUNT_POINTS, at(POINT_FACT, Fact.role.isin("crime_exists", "identity", "act")) & BARRED)
    return when(core)


@rule(
    title="“留有余地”的判决", stratum=7, about=Decision, effect=Effect.DISPOSITION, concept="leave_room", stages=TRIAL,
    sources=[cite("spc2013", 6, 1), cite("cpl", 200, item=3), cite("spc2021", 295, 1, 4)],
    consequence="不得降格作出“留有余地”的判决；定罪证据不足的，应当依法宣告无罪", rows=("spc2013-06-2", "zzw2013-07-1"),
    cure="定罪证据不足的改为宣告无罪；从轻理由不是证据有疑的，在评议中写明真正的从轻理由",
)  # fmt: skip
def leave_room() -> When:
    """定罪证据不足的，不得以从轻、降格、判处死缓等方式留有余地；另有成立的较轻的罪的，依法认定该罪不在此列。"""
    convicts = Decision.outcome.isin("convict", "affirm", "modify", "approve_death")
    return when(convicts & Decision.leniency_from_doubt, exists(DECISION_COUNTS, DOUBTED))


@rule(
    title="定罪证据有法定障碍而拟作有罪处理", stratum=7, about=Decision, effect=Effect.DISPOSITION, concept="conviction_forbidden",
    sources=[cite("spc2013", 6, 1), cite("cpl", 55), cite("cpl", 200), cite("cpl", 176, 1), cite("cpl", 81, 1), cite("spc2021", 295, 1, 4)],
    consequence="拟处理意见与尚未消除的法定障碍不一致；审判时不得认定有罪，审查起诉时不得提起公诉，审查逮捕时不得批准逮捕",
    rows=("spc2013-06-1", "spc2013-05-2", "cpl-200-3"),
    cure="先消除所列障碍；不能消除的，依法宣告无罪、不起诉或者不批准逮捕。软件不阻止签署，只把障碍列在旁边",
)  # fmt: skip
def conviction_over_obstacle() -> When:
    """有罪的处理意见所依据的定罪事实存在法定障碍，或者合议庭记录仍有合理怀疑的，法律不允许作有罪处理。"""
    guilty = Decision.outcome.isin("convict", "affirm", "approve_death", "indict", "arrest")
    doubt = any_of(
        exists(DECISION_COUNTS, GUILT_BARRED | NO_CRIME),
        Decision.guilt_doubted,
        Decision.reasonable_doubt_remains,
    )
    return when(guilty & doubt)


@rule(
    title="影响量刑的证据存疑", stratum=7, about=Count, effect=Effect.DISPOSITION, concept="sentencing_doubt", stages=TRIAL,
    sources=[cite("spc2013", 6, 2), cite("spc2021", 72, 2), cite("spc2012", 64, 2)],
    consequence="量刑时作出有利于被告人的处理：不利的情节不予认定，从轻、减轻情节存疑的按有利于被告人认定",
    rows=("spc2013-06-3", "spc2021-72-2"), cure="补充证明不利情节的证据，不能补充的不予认定；从轻、减轻情节的疑问查不清的，按有利于被告人认定",
)  # fmt: skip
def sentencing_doubt() -> When:
    """定罪证据确实、充分，但影响量刑的证据（不利的情节，或者合议庭认为存疑的从轻、减轻情节）存疑的，应当在量刑时作出有利于被告人的处理。"""
    return when(SENTENCE_BARRED | MITIGATING_DOUBT)


@rule(
    title="死刑依据的事实证据不足", stratum=7, about=Count, effect=Effect.DISPOSITION, concept="no_death", stages=TRIAL,
    sources=[cite("spc2013", 6, 3), cite("spc2021", 72, 2)], consequence="不得判处死刑", rows=("spc2013-06-4",),
    cure="补充证明该事实的证据；不能补充的，不得判处死刑",
)  # fmt: skip
def no_death() -> When:
    """死刑案件，认定对被告人适用死刑的事实证据不足的，不得判处死刑。"""
    possible = any_of(at(CASE_OF["count"], Case.death_possible), DEATH)
    return when(possible & exists(COUNT_POINTS, at(POINT_FACT, Fact.death_ground)), DEATH_BARRED)


@rule(
    title="死刑案件有定罪障碍", stratum=7, about=Count, effect=Effect.DISPOSITION, concept="no_death", stages=TRIAL,
    sources=[cite("spc2013", 6, 3), cite("cpl", 55, 2, 3)], consequence="不得判处死刑", rows=("spc2013-06-4", "sx2010-05-1"),
    cure="先消除定罪障碍；不能消除的宣告无罪",
)  # fmt: skip
def no_death_on_doubt() -> When:
    """可能判处死刑的案件，定罪事实有法定障碍的，更不得判处死刑。"""
    return when(any_of(at(CASE_OF["count"], Case.death_possible), DEATH) & GUILT_BARRED)


@rule(
    title="部分事实成立的只认定成立的部分", stratum=7, about=Count, effect=Effect.DISPOSITION, concept="partial", stages=("first_instance",),
    sources=[cite("spc2021", 295, 1, 5), cite("spc2012", 241, 1, 5)],
    consequence="对事实清楚、证据确实充分的部分依法裁判；对事实不清、证据不足的部分不予认定", rows=("spc2021-295-5",),
    cure="逐项写明认定与不认定的事实",
)  # fmt: skip
def partial() -> When:
    """同一被告人的几起指控，有的事实清楚、证据确实充分，有的不清、不足的，只就成立的各起作出判决，其余不予认定；这是依法处理，不是留有余地。"""
    return when(GUILT_BARRED & at(COUNT_ACCUSED, exists(ACCUSED_COUNTS, STANDS)))
