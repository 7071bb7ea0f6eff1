"""Register entries count as answered only with a reason, and an object is not overruled by a confession; what the
claims of the file contradict; signs about a confession; traces that are nobody's (CPL 52, 55; proof model C3.3–C3.6).
"""

from __future__ import annotations

from gaoyao.dossier.derived import POINT_COUNT, POINT_SUPPORTS, SUPPORT_ITEM, Point, Support
from gaoyao.dossier.vocabulary import Accused, Alibi, Conflict, Doubt, Fact, Favourable, Item, Rival, Trace
from gaoyao.dossier.vocabulary.court import (
    ALIBI_ITEMS,
    CONFLICT_ITEMS,
    CONFLICT_SUPPORT,
    COUNT_ACCUSED,
    DOUBT_ITEMS,
    FACT_ALIBIS,
    FACT_CONFLICTS,
    FACT_DOUBTS,
    FACT_FAVOURABLES,
    FACT_RIVALS,
    RIVAL_EXCLUDED_BY,
)
from gaoyao.law.citation import cite
from gaoyao.law.rule import TRIAL, ConsequenceBasis, Effect, When, rule, when
from gaoyao.law.rules.common import FROM_CONFESSION, USABLE
from gaoyao.law.rules.proving import MUST_BE_PROVED, NO_DOUBT, WHO, at_fact
from gaoyao.logic.relations import at, exists
from gaoyao.logic.tree import Always, Concluded, any_of

WORKFLOW = ConsequenceBasis.WORKFLOW
OBJECTIVE = Item.type.isin(
    "physical",
    "documentary",
    "expert",
    "scene",
    "seizure",
    "audio_video",
    "electronic",
    "experiment",
    "accident_report",
)


def _reason(kind: str) -> Concluded:
    return Concluded(kind, "has_reason", "处理写明了理由", "处理没有写明理由", "处理有没有写明理由尚不清楚")


CONFLICT_REASON, RIVAL_REASON, ALIBI_REASON = _reason("conflict"), _reason("rival"), _reason("alibi")
DOUBT_REASON, FAVOURABLE_REASON = _reason("doubt"), _reason("favourable")
CLAIMS = Concluded(
    "fact", "contradiction", "不同证据的说法互相矛盾，涉及定罪的关键事实，没有处理", "不同证据的说法没有未处理的实质矛盾",
    "不同证据的说法互相矛盾，是否涉及定罪的关键事实还没有人判断",
)  # fmt: skip
FOREIGN = Concluded(
    "fact",
    "foreign_trace",
    "现场有不属于被告人、被害人的痕迹没有查明或者解释",
    "现场没有未查明的他人痕迹",
    "现场是否有他人的痕迹尚不清楚",
)
SIGN = Concluded(
    "accused",
    "false_sign",
    "该人的供述有须审查真实性的迹象",
    "该人的供述未见所列迹象",
    "该人的供述有无所列迹象尚不清楚",
)
BY_ITEMS = Concluded(
    "accused", "false_by_items", "虚假供述的可能已用供述以外的证据排除并写明理由", "虚假供述的可能没有用供述以外的证据排除",
    "虚假供述的可能是否已用供述以外的证据排除尚不清楚",
)  # fmt: skip
BY_PERSON = Concluded(
    "accused", "false_by_person", "虚假供述的可能由具名的人写明理由排除", "虚假供述的可能没有具名的人写明理由排除",
    "虚假供述的可能是否由具名的人排除尚不清楚",
)  # fmt: skip
UNMATCHED = Concluded(
    "trace",
    "unmatched",
    "现场痕迹经比对不属于被告人、被害人",
    "现场痕迹不是他人或者身份不明的人的痕迹",
    "现场痕迹属于谁尚不清楚",
)
DISPOSED = Concluded(
    "trace",
    "disposed",
    "该痕迹已查明遗留人或者解释并写明理由",
    "该痕迹没有查明或者解释",
    "该痕迹是否已处理尚不清楚",
)

SETTLED = Conflict.status.isin("excluded_one", "explained", "supplemented")
BY_STATEMENT = exists(CONFLICT_SUPPORT, Always()) & ~exists(CONFLICT_SUPPORT, ~FROM_CONFESSION)
AGAINST_OBJECT = exists(CONFLICT_ITEMS, OBJECTIVE & ~FROM_CONFESSION)
REFUTED = Alibi.status.equals("refuted")
OF_COURT = Doubt.raised_by.equals("court")


@rule(
    title="矛盾写为已处理而没有理由", stratum=5, about=Point, effect=Effect.OBSTACLE, concept="barred", sources=NO_DOUBT,
    consequence="仍属没有排除的矛盾；综合全案证据不能排除合理怀疑的，不得认定", rows=("cpl-55-2", "spc2021-140-1"),
    cure="写明怎样排除、解释或者补查消除该矛盾；做不到的按存疑处理",
)  # fmt: skip
def conflict_unreasoned() -> When:
    """实质矛盾写为已排除一方、已解释或者已补查，而没有写明理由的，不算处理。"""
    treated = Conflict.essential & SETTLED
    return when(
        MUST_BE_PROVED & at_fact(exists(FACT_CONFLICTS, SETTLED)),
        at_fact(exists(FACT_CONFLICTS, treated & ~CONFLICT_REASON)),
    )


@rule(
    title="矛盾写为已处理而没有列明可以使用的依据", stratum=5, about=Point, effect=Effect.HINT, concept="hint", sources=NO_DOUBT, basis=WORKFLOW,
    consequence="提示：没有列明据以处理矛盾的证据", rows=("cpl-55-2", "spc2021-140-1"), cure="列明据以排除、解释或者消除矛盾的证据",
)  # fmt: skip
def conflict_unsupported() -> When:
    """实质矛盾的处理写明了理由，而没有列明依据的证据，或者所列的都不能使用的，提示补写。"""
    treated = Conflict.essential & SETTLED & CONFLICT_REASON
    return when(
        MUST_BE_PROVED & at_fact(exists(FACT_CONFLICTS, SETTLED & CONFLICT_REASON)),
        at_fact(exists(FACT_CONFLICTS, treated & ~exists(CONFLICT_SUPPORT, USABLE))),
    )


@rule(
    title="以供述否定客观性证据", stratum=5, about=Point, effect=Effect.OBSTACLE, concept="barred",
    sources=[cite("cpl", 55, 1), *NO_DOUBT, cite("cpl2012", 53, 1)], consequence="该矛盾仍属没有排除；不得以供述为准认定",
    rows=("cpl-55-1", "cpl-55-2", "spc2021-140-1"), cure="以供述以外的证据说明客观性证据何以不影响认定；不能说明的，该事实不予认定",
)  # fmt: skip
def statement_over_object() -> When:
    """重证据、重调查研究，不轻信口供；供述与客观性证据矛盾，只以供述及其派生材料为依据处理的，矛盾没有排除。"""
    treated = Conflict.essential & SETTLED & AGAINST_OBJECT
    return when(
        MUST_BE_PROVED & at_fact(exists(FACT_CONFLICTS, SETTLED & AGAINST_OBJECT)),
        at_fact(exists(FACT_CONFLICTS, treated & BY_STATEMENT)),
    )


@rule(
    title="其他可能写为已排除而没有理由", stratum=5, about=Point, effect=Effect.HINT, concept="hint", sources=NO_DOUBT, basis=WORKFLOW,
    consequence="提示：列了证据而没有写明何以排除该可能", rows=("cpl-55-2", "spc2021-140-1"), cure="写明所列证据何以排除该可能",
)  # fmt: skip
def rival_unreasoned() -> When:
    """其他可能写为已排除，列了证据而没有写明理由的，提示补写；没有补写的不算已答。"""
    cited = Rival.status.equals("excluded") & exists(RIVAL_EXCLUDED_BY, Always())
    return when(
        MUST_BE_PROVED & at_fact(exists(FACT_RIVALS, cited)),
        at_fact(exists(FACT_RIVALS, cited & ~RIVAL_REASON)),
    )


@rule(
    title="不在场主张写为不成立而没有理由，或者只以供述、不能使用的证据否定", stratum=5, about=Point, effect=Effect.OBSTACLE, concept="barred",
    sources=[cite("cpl", 55, 2, 3), cite("cpl", 52), cite("spc2013", 5), cite("cpl2012", 53, 2, 3)],
    consequence="仍属没有核查；不能认为已排除合理怀疑", rows=("cpl-55-2", "cpl-52-1"), cure="写明核查的经过和理由，列明供述以外的依据",
)  # fmt: skip
def alibi_unreasoned() -> When:
    """不在场主张写为经查不成立，要写明理由；只以被告人供述或者不能使用的证据为依据的，等于没有核查。"""
    by_statement = exists(ALIBI_ITEMS, Always()) & ~exists(ALIBI_ITEMS, ~FROM_CONFESSION & USABLE)
    return when(
        MUST_BE_PROVED & at_fact(exists(FACT_ALIBIS, REFUTED)),
        at_fact(exists(FACT_ALIBIS, REFUTED & (~ALIBI_REASON | by_statement))),
    )


@rule(
    title="不在场主张写为不成立而没有列明核查的证据", stratum=5, about=Point, effect=Effect.HINT, concept="hint", sources=NO_DOUBT, basis=WORKFLOW,
    consequence="提示：写明了理由而没有列明核查的证据", rows=("cpl-55-2", "cpl-52-1"), cure="列明据以否定的证据：证人、轨迹、监控、票据等",
)  # fmt: skip
def alibi_unsupported() -> When:
    """不在场主张写为经查不成立，写明了理由而没有列明任何证据的，提示列明。"""
    treated = REFUTED & ALIBI_REASON
    return when(
        MUST_BE_PROVED & at_fact(exists(FACT_ALIBIS, treated)),
        at_fact(exists(FACT_ALIBIS, treated & ~exists(ALIBI_ITEMS, Always()))),
    )


ANSWERED_DOUBT = Doubt.status.isin("removed", "unreasonable")


@rule(
    title="法庭登记的疑点写为已处理而没有理由", stratum=5, about=Point, effect=Effect.OBSTACLE, concept="barred", sources=NO_DOUBT, stages=TRIAL,
    consequence="仍属没有消除的疑点；定罪证据存疑的，不得认定", rows=("cpl-55-2", "spc2013-05-2"), cure="写明疑点何以消除，或者何以不合理",
)  # fmt: skip
def doubt_unreasoned() -> When:
    """法庭登记的疑点写为已消除或者不合理，而没有写明理由的，不算处理。"""
    treated = ANSWERED_DOUBT & OF_COURT
    return when(
        MUST_BE_PROVED & at_fact(exists(FACT_DOUBTS, treated)),
        at_fact(exists(FACT_DOUBTS, treated & ~DOUBT_REASON)),
    )


@rule(
    title="疑点写为已处理而没有理由", stratum=5, about=Point, effect=Effect.HINT, concept="hint", sources=NO_DOUBT, basis=WORKFLOW,
    consequence="提示：没有写明疑点何以消除或者不合理", rows=("cpl-55-2",), cure="写明理由",
)  # fmt: skip
def doubt_unexplained() -> When:
    """控辩双方或者系统登记的疑点写为已消除或者不合理，而没有写明理由的，提示补写；没有补写的不算已答。"""
    treated = ANSWERED_DOUBT & ~OF_COURT
    return when(
        MUST_BE_PROVED & at_fact(exists(FACT_DOUBTS, treated)),
        at_fact(exists(FACT_DOUBTS, treated & ~DOUBT_REASON)),
    )


@rule(
    title="疑点只以供述或者不能使用的证据消除", stratum=5, about=Point, effect=Effect.HINT, concept="hint", sources=NO_DOUBT, basis=WORKFLOW,
    consequence="提示：所列依据都是供述及其派生材料，或者都不能使用", rows=("cpl-55-2",), cure="列明供述以外、可以使用的证据，或者写明疑点何以不合理",
)  # fmt: skip
def doubt_unsupported() -> When:
    """疑点写为已消除，所列依据都是供述及其派生材料，或者都不得作为定案根据的，提示另列依据。"""
    listed = Doubt.status.equals("removed") & exists(DOUBT_ITEMS, Always())
    return when(
        MUST_BE_PROVED & at_fact(exists(FACT_DOUBTS, listed)),
        at_fact(exists(FACT_DOUBTS, listed & ~exists(DOUBT_ITEMS, ~FROM_CONFESSION & USABLE))),
    )


@rule(
    title="有利证据写为已回应而没有理由", stratum=5, about=Point, effect=Effect.HINT, concept="hint", sources=[cite("cpl", 52), cite("spc2013", 14)],
    basis=WORKFLOW, consequence="提示：没有写明有利证据何以采纳或者不采纳", rows=("cpl-52-1",), cure="写明采纳与否的理由",
)  # fmt: skip
def favourable_unreasoned() -> When:
    """有利证据写为已审查或者已回应，而没有写明理由的，提示补写；没有补写的不算已答。"""
    treated = Favourable.status.isin("tested", "answered")
    return when(
        MUST_BE_PROVED & at_fact(exists(FACT_FAVOURABLES, treated)),
        at_fact(exists(FACT_FAVOURABLES, treated & ~FAVOURABLE_REASON)),
    )


@rule(
    title="不同证据的说法互相矛盾", stratum=5, about=Point, effect=Effect.OBSTACLE, concept="barred", sources=NO_DOUBT,
    consequence="综合全案证据不能排除合理怀疑的，不得认定", rows=("cpl-55-2", "spc2021-140-1"),
    cure="登记为矛盾，由人写明是否涉及定罪的关键事实；涉及的，写明怎样排除、解释或者补查消除",
)  # fmt: skip
def claims_contradict() -> When:
    """不同证据对同一细节的说法不能同时成立的，是矛盾；是不是实质矛盾由人判断，没有判断的待查。"""
    return when(MUST_BE_PROVED, at_fact(CLAIMS))


@rule(
    title="供述有须审查真实性的迹象，虚假供述的可能没有排除", stratum=5, about=Point, effect=Effect.HINT, concept="hint",
    sources=[cite("cpl", 55, 1), cite("spc2021", 96), cite("spc2012", 83), cite("cpl2012", 53, 1)], basis=WORKFLOW,
    consequence="提示：虚假供述的可能须以证据排除，或者由具名的人写明理由", rows=("cpl-55-1", "spc2021-96-1"),
    cure="登记为其他可能（虚假供述），列明供述以外的证据；当庭在辩护人帮助下仍供认又有独立客观性证据的，可以由具名的人写明理由",
)  # fmt: skip
def false_confession() -> When:
    """有翻供、首次供述前长时间或者夜间讯问、伤情、应录未录、越供越像、未成年等迹象的供述，虚假的可能要逐一排除；没有迹象的不提示。"""
    accused = exists(POINT_SUPPORTS, Support.own_confession & Support.not_denied)
    repeated = at(
        POINT_COUNT, at(COUNT_ACCUSED, Accused.confesses_in_court & Accused.has_defender & BY_PERSON)
    )
    beside = exists(
        POINT_SUPPORTS, Support.objective & Support.identifies & ~Support.restates & at(SUPPORT_ITEM, USABLE)
    )
    answered = any_of(at(POINT_COUNT, at(COUNT_ACCUSED, BY_ITEMS)), repeated & beside)
    return when(WHO & accused & at(POINT_COUNT, at(COUNT_ACCUSED, SIGN)), ~answered)


@rule(
    title="现场有他人的痕迹没有查明", stratum=5, about=Point, effect=Effect.HINT, concept="hint", sources=NO_DOUBT, basis=WORKFLOW,
    consequence="提示：现场痕迹不属于被告人、被害人，他人作案的可能没有查明", rows=("cpl-55-2", "spc2021-140-1"),
    cure="查明遗留人；查不明的写明为何不影响认定",
)  # fmt: skip
def foreign_trace() -> When:
    """现场遗留的痕迹经比对不属于被告人、被害人，没有查明或者解释的，认定系被告人所为时提示。"""
    return when(at_fact(Fact.role.isin("identity", "act")), at_fact(FOREIGN))


@rule(
    title="现场的他人痕迹没有处理", stratum=2, about=Trace, effect=Effect.DUTY, concept="unmatched_trace",
    sources=[cite("cpl", 52), cite("spc2013", 9, 1), cite("spc2021", 85), cite("cpl2012", 50)], basis=ConsequenceBasis.STATUTE_PLUS_WORKFLOW,
    consequence="应当查明遗留人，或者写明何以与本案无关；没有处理的，不出具未见障碍", rows=("cpl-52-1", "spc2021-85-1"),
    cure="与数据库和可能到过现场的人比对，查明遗留人；或者作出合理解释，写明理由",
)  # fmt: skip
def unmatched_trace() -> When:
    """能够证明无罪的痕迹与证明有罪的一样要收集、查明；比对排除被告人、被害人的现场痕迹，自动登记，处理并写明理由以前一直列出。"""
    return when(UNMATCHED, ~DISPOSED)
