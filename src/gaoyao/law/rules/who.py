"""“系被告人所为”: what the law asks of the evidence beside the routes of proof, and what is only our hint."""

from __future__ import annotations

from gaoyao.dossier.derived import POINT_SUPPORTS, Point, Support
from gaoyao.dossier.vocabulary import Fact
from gaoyao.law.citation import cite
from gaoyao.law.rule import ConsequenceBasis, Effect, When, rule, when
from gaoyao.law.rules.proving import (
    BY_WORDS,
    MORE,
    NOT_PROVED,
    PROOF,
    ROUTE,
    STANDARD,
    USED,
    at_fact,
)
from gaoyao.logic.relations import exists


@rule(
    title="认定系被告人所为只靠言词印证", routine=True, stratum=5, about=Point, effect=Effect.HINT, concept="hint",
    sources=[cite("cpl", 55, 2), cite("spc2021", 140), cite("cpl2012", 53), cite("spc2012", 105)], basis=ConsequenceBasis.WORKFLOW,
    consequence="提示：没有客观证据指向本人，也没有供述以外的直接证据；法律没有规定必须有实物证据，但应当写明何以排除合理怀疑", rows=("spc2021-140-1",),
    cure="补充能够指向该被告人本人的客观证据，或者写明言词证据何以相互印证、排除合理怀疑",
)  # fmt: skip
def words_only() -> When:
    """软件所列的几条证明途径都不成立，但有供述与其他证据印证，或者有两份以上间接证据的，法律不禁止认定，只作提示。"""
    return when(at_fact(Fact.role.isin("identity", "act")) & MORE, ~ROUTE & BY_WORDS)


@rule(
    title="没有一份证据指向被告人本人", routine=True, stratum=5, about=Point, effect=Effect.OBSTACLE, concept="barred", stages=PROOF,
    sources=[cite("spc2013", 5), *STANDARD], consequence=NOT_PROVED, rows=("cpl-55-2", "spc2013-05-1"),
    cure="补充指向该被告人本人的证据；补不到的，不能认定系其所为",
)  # fmt: skip
def nobody_named() -> When:
    """“系被告人所为”要有证据证明：可以使用的证据都只证明有事发生、没有一份指向本人的，等于没有证据。"""
    return when(
        at_fact(Fact.role.equals("identity")) & MORE,
        ~exists(POINT_SUPPORTS, Support.identifies & ~Support.restates & USED),
    )
