"""Facts to be proved: evidence, confession alone, identity, contradictions, doubts (2013 Opinion art. 5–7, 9; CPL 55).

These are necessary conditions only; when none fails the answer is 未见障碍.  The subject is a point: one fact
for one count (accused × incident × charge).
"""

from __future__ import annotations

from gaoyao.dossier.derived import (
    COUNT_POINTS,
    POINT_AGAINST,
    POINT_CASE,
    POINT_COUNT,
    POINT_SUPPORTS,
    SUPPORT_ITEM,
    Point,
    Support,
)
from gaoyao.dossier.vocabulary import (
    Alibi,
    Case,
    Conflict,
    Count,
    Doubt,
    Fact,
    Favourable,
    Incident,
    Item,
    Rival,
)
from gaoyao.dossier.vocabulary.court import (
    CASE_OF,
    COUNT_INCIDENT,
    FACT_ALIBIS,
    FACT_CONFLICTS,
    FACT_DOUBTS,
    FACT_FAVOURABLES,
    FACT_RIVALS,
    RIVAL_ITEMS,
)
from gaoyao.law.citation import cite
from gaoyao.law.rule import EVERY_STAGE, TRIAL, ConsequenceBasis, Effect, When, rule, when
from gaoyao.law.rules.common import USABLE
from gaoyao.law.rules.proving import (
    BY_WORDS,
    MORE,
    MUST_BE_PROVED,
    NEEDS_EVIDENCE,
    NO_DOUBT,
    NOT_PROVED,
    OTHER,
    OTHER_ON_WHO,
    PROOF,
    ROUTE,
    SINGLE,
    STANDARD,
    THIN,
    USED,
    WHO,
    at_fact,
    when_listed,
)
from gaoyao.logic.relations import at, exists
from gaoyao.logic.tree import Always, any_of, cannot_exclude


@rule(
    title="待证事实没有任何证据", stratum=5, about=Point, effect=Effect.OBSTACLE, concept="barred",
    sources=[cite("spc2013", 5), cite("spc2021", 69), *STANDARD], consequence=NOT_PROVED,
    rows=("spc2013-05-1", "cpl-55-2", "spc2021-69-1", "spc2021-72-2"), cure="补充证明该事实的证据；补不到的，该事实不予认定",
)  # fmt: skip
def no_evidence() -> When:
    """认定案件事实必须以证据为根据；定罪和从重的每一项事实都要有证据证明。"""
    return when(NEEDS_EVIDENCE, ~exists(POINT_SUPPORTS, Always()))


@rule(
    title="待证事实没有可以使用的证据", stratum=5, about=Point, effect=Effect.OBSTACLE, concept="barred",
    sources=[cite("spc2013", 5), cite("cpl", 55, 2, 2), cite("cpl", 56, 2), *STANDARD], consequence=NOT_PROVED,
    rows=("spc2013-05-1", "spc2013-05-2", "cpl-55-2", "cpl-56-2"), cure="对存在问题的证据补正、重新收集，或者补充其他证据；不能补充的，该事实不予认定",
)  # fmt: skip
def no_usable_evidence() -> When:
    """支持该事实的证据都不得作为定案的根据、已被排除或者撤回的，等于没有证据。"""
    return when(NEEDS_EVIDENCE & exists(POINT_SUPPORTS, Always()), ~exists(POINT_SUPPORTS, USED))


@rule(
    title="没有任何途径可以认定系被告人所为", stratum=5, about=Point, effect=Effect.OBSTACLE, concept="barred", stages=PROOF,
    sources=[cite("cpl", 55, 1), cite("cpl", 55, 2), cite("spc2021", 140), cite("spc2021", 141), cite("cpl2012", 53), cite("spc2012", 105)],
    consequence="证据不足，不能认定系该被告人所为", rows=("cpl-55-1", "cpl-55-2", "spc2021-140-1", "spc2021-141-1"),
    cure="补充能够指向该被告人本人的证据：个别对应的痕迹、供述以外的直接证据、相互印证的间接证据，或者经审查成立的隐蔽性证据",
)  # fmt: skip
def no_route() -> When:
    """供述以外只有一份不能直接证明系其所为的证据，又没有供述可以与它印证的，谈不上相互印证、形成链条，不能认定系被告人所为。"""
    return when(at_fact(Fact.role.isin("identity", "act")) & MORE, ~ROUTE & ~BY_WORDS)


@rule(
    title="间接证据来源偏少", routine=True, stratum=5, about=Point, effect=Effect.HINT, concept="hint", sources=[cite("spc2021", 140), cite("spc2012", 105)],
    basis=ConsequenceBasis.WORKFLOW, consequence="提示：只靠间接证据而独立来源不足三个（三个是软件的提示线，不是法定数）", rows=("spc2021-140-1",),
    cure="补充其他来源的证据，或者写明现有间接证据何以形成完整链条、得出唯一结论",
)  # fmt: skip
def thin_chain() -> When:
    """没有直接证据、只靠不足三个独立来源的间接证据时提示；法律没有规定个数。"""
    return when(at_fact(Fact.role.isin("identity", "act")) & exists(POINT_SUPPORTS, Always()), THIN)


@rule(
    title="系被告人所为，只有其本人供述（同案人供述可作其他证据的口径）", stratum=5, about=Point, effect=Effect.OBSTACLE, concept="barred", stages=PROOF,
    sources=[cite("spc2013", 7), cite("cpl", 55, 1), cite("cpl2012", 53, 1)], interpretation=("co_accused", "other"),
    consequence="只有被告人供述，没有其他证据的，不能认定被告人有罪", rows=("spc2013-07-1", "cpl-55-1"),
    cure="补充供述以外、指向被告人本人的证据；依供述提取到隐蔽性很强的物证的，依刑诉法解释第一百四十一条审查",
)  # fmt: skip
def confession_alone_own() -> When:
    """“谁做的”这一事实，除该被告人本人供述及其派生材料外没有别的证据的，不能认定。"""
    some = exists(
        POINT_SUPPORTS, Support.own_confession | (Support.perhaps_confession & ~Support.co_confession)
    )
    return when(WHO & some, ~exists(POINT_SUPPORTS, OTHER_ON_WHO))


@rule(
    title="系被告人所为，只有各被告人的供述", stratum=5, about=Point, effect=Effect.OBSTACLE, concept="barred", stages=PROOF,
    sources=[cite("spc2013", 7), cite("cpl", 55, 1), cite("cpl2012", 53, 1)], interpretation=("co_accused", "own_only"),
    consequence="只有被告人供述，没有其他证据的，不能认定被告人有罪", rows=("spc2013-07-1", "cpl-55-1"),
    cure="补充各被告人供述以外、指向该被告人本人的证据；依供述提取到隐蔽性很强的物证的，依刑诉法解释第一百四十一条审查",
)  # fmt: skip
def confession_alone() -> When:
    """“谁做的”这一事实，除各被告人供述及其派生材料外没有别的证据的，不能认定；同案人互相印证不等于有其他证据。"""
    some = exists(POINT_SUPPORTS, Support.perhaps_confession)
    return when(WHO & some, ~exists(POINT_SUPPORTS, OTHER_ON_WHO & ~Support.co_confession))


@rule(
    title="定罪事实只有供述（其他要件）", stratum=5, about=Point, effect=Effect.HINT, concept="hint",
    sources=[cite("spc2013", 7), cite("cpl", 55, 1)], basis=ConsequenceBasis.WORKFLOW,
    consequence="提示：该要件除供述外没有别的证据", rows=("spc2013-07-1",), cure="补充供述以外的证据，或者写明仅凭供述足以认定该要件的理由",
)  # fmt: skip
def element_by_confession() -> When:
    """“谁做的”以外的要件只有供述支持时提示；这是软件的提示，不是法定障碍。"""
    return when(
        MUST_BE_PROVED & ~WHO & exists(POINT_SUPPORTS, Support.perhaps_confession),
        ~exists(POINT_SUPPORTS, OTHER & ~Support.co_confession),
    )


@rule(
    title="没有写明怎样排除其他可能", stratum=5, about=Point, effect=Effect.HINT, concept="hint", sources=NO_DOUBT,
    basis=ConsequenceBasis.WORKFLOW, consequence="提示：排除他人作案等其他可能的依据没有录入", rows=("cpl-55-2", "spc2021-140-1"),
    cure="逐一登记其他可能，写明据以排除的证据和理由",
)  # fmt: skip
def exclusion_unsupported() -> When:
    """结论要有唯一性；以“排除其他可能”为待证事实而没有任何依据的，提示写明。"""
    return when(at_fact(Fact.role.equals("exclusion")), ~exists(POINT_SUPPORTS, Always()))


@rule(
    title="只有侦查实验支持", stratum=5, about=Point, effect=Effect.HINT, concept="hint", sources=[cite("spc2021", 106), cite("spc2021", 107), cite("spc2012", 91)],
    basis=ConsequenceBasis.WORKFLOW, consequence="提示：侦查实验只能验证，单独不足以认定", rows=("spc2021-107-1",), cure="补充实验以外的证据",
)  # fmt: skip
def experiment_alone() -> When:
    """侦查实验是模拟，条件相当才有意义；某一事实只有侦查实验支持的，提示补充。"""
    return when(
        MUST_BE_PROVED & exists(POINT_SUPPORTS, at(SUPPORT_ITEM, Item.type.equals("experiment"))),
        ~exists(POINT_SUPPORTS, at(SUPPORT_ITEM, ~Item.type.equals("experiment") & USABLE)),
    )


@rule(
    title="孤证", routine=True, stratum=5, about=Point, effect=Effect.HINT, concept="hint", sources=[cite("spc2021", 139, 2), cite("cpl", 55, 2)],
    basis=ConsequenceBasis.WORKFLOW, consequence="提示：系被告人所为只有一个来源的证据", rows=("spc2021-139-1",), cure="补充其他来源的证据，或者写明单一证据足以认定的理由",
)  # fmt: skip
def single_origin() -> When:
    """“谁做的”只有一个来源的证据支持时提示；孤证不能定案是实务规则，法律没有规定个数。"""
    return when(at_fact(Fact.role.isin("identity", "act")) & exists(POINT_SUPPORTS, Always()), SINGLE)


@rule(
    title="命案没有确认被害人身份", stratum=5, about=Point, effect=Effect.OBSTACLE, concept="barred", stages=PROOF,
    sources=[cite("spc2013", 9, 2), cite("spc2021", 72, 1, 1), cite("cpl", 55, 2, 1)], consequence="被害人身份没有确认的，不得认定",
    basis=ConsequenceBasis.CROSS_REFERENCE, rows=("spc2013-09-3", "spc2021-72-1"), cure="补作DNA、指纹鉴定或者近亲属辨认",
)  # fmt: skip
def victim_unidentified() -> When:
    """命案应当审查是否通过近亲属辨认、指纹鉴定、DNA鉴定等方式确定被害人身份；没有确认的，不能认定其死亡。"""
    ways = any_of(
        Incident.victim_identified_by_kin, Incident.victim_identified_by_print, Incident.victim_identified_by_dna,
        Incident.victim_identified_otherwise,
    )  # fmt: skip
    of_case = at(POINT_CASE, Case.homicide) & at(POINT_COUNT, cannot_exclude(Count.homicide, Always()))
    homicide = at(POINT_COUNT, Count.homicide) | of_case
    return when(
        homicide & at_fact(Fact.role.isin("crime_exists", "victim_identity")),
        ~at(POINT_COUNT, at(COUNT_INCIDENT, ways)),
    )


@rule(
    title="关键矛盾没有排除", stratum=5, about=Point, effect=Effect.OBSTACLE, concept="barred", stages=PROOF,
    sources=NO_DOUBT,
    consequence="综合全案证据不能排除合理怀疑的，不得认定", rows=("cpl-55-2", "spc2021-140-1"),
    cure="对矛盾逐一处理：排除一方、作出合理解释、补查消除，或者按存疑处理，并写明理由和依据的证据",
)  # fmt: skip
def open_conflict() -> When:
    """涉及定罪的实质矛盾没有排除、没有合理解释的，综合全案证据即没有排除合理怀疑；是不是实质矛盾由人判断。"""
    settled = Conflict.status.isin("excluded_one", "explained", "supplemented")
    return when_listed(FACT_CONFLICTS, Conflict.essential & ~settled)


@rule(
    title="其他可能没有排除", stratum=5, about=Point, effect=Effect.OBSTACLE, concept="barred", stages=PROOF,
    sources=NO_DOUBT,
    consequence="结论不具有唯一性的，不得认定", rows=("cpl-55-2", "spc2021-140-1"),
    cure="逐一查明并以证据排除该可能；不得以被告人供述排除",
)  # fmt: skip
def open_rival() -> When:
    """登记的其他可能经审查仍不能排除，或者有证据支持而没有排除的，不能得出唯一结论。"""
    standing = Rival.status.equals("open") | (
        exists(RIVAL_ITEMS, Always()) & Rival.status.equals("not_examined")
    )
    return when_listed(FACT_RIVALS, standing)


@rule(
    title="其他可能还没有审查", stratum=5, about=Point, effect=Effect.HINT, concept="hint", sources=NO_DOUBT,
    basis=ConsequenceBasis.WORKFLOW, consequence="提示：该可能尚未审查", rows=("cpl-55-2",), cure="审查该可能并写明结论和依据的证据",
)  # fmt: skip
def unexamined_rival() -> When:
    """已登记的其他可能尚未审查、又没有证据支持的，先提示审查；有证据支持而没有审查的，另有法定障碍。"""
    bare = Rival.status.equals("not_examined") & ~exists(RIVAL_ITEMS, Always())
    return when_listed(FACT_RIVALS, bare)


@rule(
    title="不在场主张成立或者不能排除", stratum=5, about=Point, effect=Effect.OBSTACLE, concept="barred", stages=PROOF,
    sources=NO_DOUBT,
    consequence="不能认定系被告人所为", rows=("cpl-55-2",), cure="以供述以外的证据核实；核实后仍不能排除的，该事实不予认定",
)  # fmt: skip
def alibi_stands() -> When:
    """不在场主张经查成立或者不能排除的，不能认定系其所为。"""
    return when_listed(FACT_ALIBIS, Alibi.status.equals("stands"))


@rule(
    title="不在场主张提出而没有查", stratum=5, about=Point, effect=Effect.OBSTACLE, concept="barred", stages=PROOF,
    sources=[cite("cpl", 55, 2, 3), cite("cpl", 52), cite("spc2013", 5), cite("cpl2012", 53, 2, 3)],
    consequence="应当核查；没有核查的，不能认为已排除合理怀疑", rows=("cpl-55-2", "cpl-52-1"),
    cure="核查不在场的时间、地点、证人、轨迹，并把结果入卷",
)  # fmt: skip
def alibi_unchecked() -> When:
    """收集证据应当及于无罪证据；不在场主张提出而没有核查的，合理怀疑没有排除。"""
    return when_listed(FACT_ALIBIS, Alibi.status.equals("unchecked"))


@rule(
    title="登记的疑点没有消除", stratum=5, about=Point, effect=Effect.OBSTACLE, concept="barred", sources=NO_DOUBT, stages=TRIAL,
    consequence="定罪证据存疑的，先补充调查；仍不能消除的，不得认定", rows=("cpl-55-2", "spc2013-05-2"),
    cure="逐一查明；消除的写明依据的证据，认为不合理的写明理由",
)  # fmt: skip
def doubt_open() -> When:
    """法庭登记的疑点没有消除的，综合全案证据没有排除合理怀疑。"""
    return when_listed(FACT_DOUBTS, Doubt.status.equals("open") & Doubt.raised_by.equals("court"))


@rule(
    title="合议庭评议记录该事实存疑", stratum=5, about=Point, effect=Effect.OBSTACLE, concept="barred", sources=NO_DOUBT, stages=TRIAL,
    consequence="定罪证据存疑的，先补充调查；仍不能消除的，不得认定", rows=("cpl-55-2", "spc2013-05-2"),
    cure="书面建议检察院补充调查；仍不能消除的，该事实不予认定",
)  # fmt: skip
def panel_doubts() -> When:
    """合议庭评议认为某一事实的证据存疑的，综合全案证据没有排除合理怀疑。"""
    return when(MUST_BE_PROVED & at_fact(Fact.panel_doubt))


@rule(
    title="控辩方提出的疑点没有处理", stratum=5, about=Point, effect=Effect.HINT, concept="hint", sources=NO_DOUBT,
    basis=ConsequenceBasis.WORKFLOW, consequence="提示：登记的疑点尚未处理", rows=("cpl-55-2",), cure="逐一处理并写明理由",
)  # fmt: skip
def doubt_unhandled() -> When:
    """控辩双方提出、尚未处理的疑点，提示逐一处理。"""
    return when_listed(FACT_DOUBTS, Doubt.status.equals("open") & ~Doubt.raised_by.equals("court"))


@rule(
    title="相反的客观性证据没有合理解释", stratum=5, about=Point, effect=Effect.OBSTACLE, concept="barred", stages=PROOF,
    sources=NO_DOUBT,
    consequence="综合全案证据不能排除合理怀疑的，不得认定", rows=("cpl-55-2", "spc2021-140-1"),
    cure="说明该相反证据为何不影响认定并写明依据；不能说明的，该事实不予认定",
)  # fmt: skip
def contradicted() -> When:
    """可以使用的客观性证据（鉴定、痕迹、物证、书证、电子数据等）与该事实相反而没有合理解释的，合理怀疑没有排除。"""
    return when(
        MUST_BE_PROVED & exists(POINT_AGAINST, Support.objective & ~Support.explained),
        exists(POINT_AGAINST, Support.objective & ~Support.explained & at(SUPPORT_ITEM, USABLE)),
    )


@rule(
    title="相反的言词等证据没有回应", stratum=5, about=Point, effect=Effect.HINT, concept="hint", sources=NO_DOUBT,
    basis=ConsequenceBasis.WORKFLOW, consequence="提示：有证据反对该事实，须说明怎样取舍", rows=("cpl-55-2",),
    cure="登记为矛盾，说明排除、解释或者按存疑处理的理由",
)  # fmt: skip
def contradicted_by_statement() -> When:
    """言词等证据与该事实相反而没有说明的，提示说明取舍的理由。"""
    return when(
        MUST_BE_PROVED & exists(POINT_AGAINST, ~Support.objective & ~Support.explained),
        exists(POINT_AGAINST, ~Support.objective & ~Support.explained & at(SUPPORT_ITEM, USABLE)),
    )


@rule(
    title="相反的证据已经撤回或者不能使用，没有说明", stratum=5, about=Point, effect=Effect.HINT, concept="hint", sources=NO_DOUBT,
    basis=ConsequenceBasis.WORKFLOW, consequence="提示：与该事实相反的内容没有回应；撤回、排除一份证据不等于疑问消除", rows=("cpl-55-2", "cpl-52-1"),
    cure="写明相反的内容何以不影响认定；撤回有利证据的，由法庭调取、审查",
)  # fmt: skip
def contrary_gone() -> When:
    """有利于被告人的证据控方无权使其消失：与该事实相反的证据被撤回、被排除或者不能使用而没有说明的，提示说明。"""
    contrary = exists(POINT_AGAINST, ~Support.explained)
    return when(
        MUST_BE_PROVED & contrary, exists(POINT_AGAINST, ~Support.explained & at(SUPPORT_ITEM, ~USABLE))
    )


@rule(
    title="相反的内容写为已有解释而没有写明依据", stratum=5, about=Point, effect=Effect.HINT, concept="hint", sources=NO_DOUBT,
    basis=ConsequenceBasis.WORKFLOW, consequence="提示：没有写明相反的内容何以不影响认定", rows=("cpl-55-2",), cure="在证明联系里写明解释的依据",
)  # fmt: skip
def contrary_unreasoned() -> When:
    """与该事实相反的内容写为已有合理解释，而没有写明依据的，提示补写；没有补写的不算已答。"""
    return when(
        MUST_BE_PROVED & exists(POINT_AGAINST, Support.explained),
        exists(POINT_AGAINST, Support.explained & ~Support.reasoned),
    )


@rule(
    title="要件在法律上不具备", stratum=5, about=Point, effect=Effect.OBSTACLE, concept="no_crime",
    sources=[cite("cpl", 200, item=2), cite("spc2021", 295, 1, 3), cite("spc2012", 241, 1, 3), cite("cpl2012", 195, item=2)], consequence="依据法律认定被告人无罪的，应当作出无罪判决", rows=("cpl-200-2",),
    cure="写明所欠缺的法律要件",
)  # fmt: skip
def element_absent() -> When:
    """事实即使属实，法律要件也不具备的，不构成该罪。"""
    return when(at_fact(Fact.element_absent))


@rule(
    title="有利证据没有回应", stratum=5, about=Point, effect=Effect.HINT, concept="hint", sources=[cite("cpl", 52), cite("spc2013", 14)],
    basis=ConsequenceBasis.WORKFLOW, consequence="提示：有利于被告人的证据尚未审查、回应", rows=("cpl-52-1",), cure="当庭审查并写明采纳与否及理由",
)  # fmt: skip
def favourable_open() -> When:
    """有利证据台账里的条目尚未当庭审查或者说明理由的，提示处理。"""
    return when_listed(FACT_FAVOURABLES, Favourable.status.equals("open"))


@rule(
    title="有利材料没有移送", stratum=7, about=Favourable, effect=Effect.DUTY, concept="withheld",
    sources=[cite("spc2021", 73), cite("cpl", 41), cite("cpl", 52), cite("spc2013", 24, since="2018-10-26")], stages=TRIAL,
    consequence="应当通知人民检察院在指定时间内移送；未移送的，根据在案证据认定",
    rows=("spc2021-73-1", "cpl-41-1"), cure="通知人民检察院移送；辩护人可以申请调取，应当准许",
)  # fmt: skip
def withheld() -> When:
    """证明被告人有罪、无罪、罪重、罪轻的证据材料应当全部随案移送。"""
    return when(Always(), ~Favourable.transferred)


@rule(
    title="通常留痕的犯罪没有客观性证据", stratum=7, about=Count, effect=Effect.NOTE, concept="no_objective", stages=EVERY_STAGE[2:],
    sources=[cite("spc2013", 7), cite("spc2021", 85)], basis=ConsequenceBasis.WORKFLOW, consequence="提示：作出客观性证据缺失的评估；法律不以有实物证据为定罪条件",
    rows=("spc2013-07-2", "spc2021-85-1"), cure="补充提取、鉴定，或者书面说明未能取得的原因",
)  # fmt: skip
def no_objective_evidence() -> When:
    """注重实物证据的审查和运用；通常会留下客观痕迹的犯罪没有任何客观性证据而又没有说明的，提示评估。"""
    some = exists(COUNT_POINTS, exists(POINT_SUPPORTS, Support.objective))
    return when(Count.leaves_traces & ~some, at(CASE_OF["count"], ~Case.objective_absence_explained))


@rule(
    title="办案说明材料没有签名盖章", routine=True, stratum=2, about=Item, effect=Effect.DUTY, concept="note_unsigned",
    sources=[cite("spc2021", 142, 1), cite("spc2012", 108, 1)], consequence="应当审查签名、盖章；缺少的，要求补充或者说明",
    basis=ConsequenceBasis.STATUTE_PLUS_WORKFLOW, rows=("spc2021-142-1",), cure="由出具说明的人员签名并加盖单位印章",
)  # fmt: skip
def note_unsigned() -> When:
    """到案经过、抓获经过等说明材料，应当审查是否有出具人员、机关的签名、盖章；取证合法性的说明另有规则。"""
    return when(
        (Item.type.equals("arrival_note") | Item.police_note) & ~Item.type.equals("legality_note"),
        ~Item.note_signed_and_sealed,
    )
