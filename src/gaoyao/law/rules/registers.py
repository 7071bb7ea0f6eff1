"""How register entries were answered: another possibility is excluded by evidence, never by the accused's confession
(CPL 55; proof model C3.3)."""

from __future__ import annotations

from gaoyao.dossier.derived import Point
from gaoyao.dossier.vocabulary import Rival
from gaoyao.dossier.vocabulary.court import FACT_RIVALS, RIVAL_EXCLUDED_BY
from gaoyao.law.citation import cite
from gaoyao.law.rule import ConsequenceBasis, Effect, When, rule, when
from gaoyao.law.rules.common import FROM_CONFESSION, USABLE
from gaoyao.law.rules.proving import MUST_BE_PROVED, NO_DOUBT, PROOF, at_fact
from gaoyao.logic.relations import exists
from gaoyao.logic.tree import Always, Concluded

REASONED = Concluded(
    "rival",
    "reasoned",
    "排除这一可能有具名的书面理由",
    "排除这一可能没有具名的书面理由",
    "排除这一可能有没有具名的书面理由尚不清楚",
)
EXCLUDED = Rival.status.equals("excluded")
CITED = EXCLUDED & exists(RIVAL_EXCLUDED_BY, Always())
ANSWERED = exists(RIVAL_EXCLUDED_BY, ~FROM_CONFESSION & USABLE)


@rule(
    title="其他可能只以被告人供述或者不能使用的证据排除", routine=True, stratum=5, about=Point, effect=Effect.OBSTACLE, concept="barred", stages=PROOF,
    sources=[cite("cpl", 55, 1), *NO_DOUBT, cite("cpl2012", 53, 1)], consequence="该可能仍属没有排除；结论不具有唯一性的，不得认定",
    rows=("cpl-55-1", "cpl-55-2", "spc2021-140-1"), cure="以供述以外、可以使用的证据排除该可能，并写明理由；不能排除的，该事实不予认定",
)  # fmt: skip
def answered_by_confession() -> When:
    """其他可能要以供述以外、可以作为定案根据的证据排除；只列被告人供述及其派生材料，或者所列证据都不能使用的，等于没有排除。"""
    return when(MUST_BE_PROVED, at_fact(exists(FACT_RIVALS, CITED & ~ANSWERED)))


@rule(
    title="其他可能写为已排除而没有依据", routine=True, stratum=5, about=Point, effect=Effect.HINT, concept="hint", sources=NO_DOUBT,
    basis=ConsequenceBasis.WORKFLOW, consequence="提示：没有列明据以排除的证据，也没有具名的书面理由", rows=("cpl-55-2", "spc2021-140-1"),
    cure="列明据以排除的证据；认为该可能不合理的，由有权的人具名写明理由",
)  # fmt: skip
def answered_by_nothing() -> When:
    """其他可能写为已排除，既没有列明证据，又没有处理人和理由的，提示补写。"""
    bare = EXCLUDED & ~exists(RIVAL_EXCLUDED_BY, Always())
    return when(MUST_BE_PROVED, at_fact(exists(FACT_RIVALS, bare & ~REASONED)))
