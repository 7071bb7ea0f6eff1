"""What the rules about proof share: which facts must be proved and to which standard, what counts as support, what the
routes of proof found.  The subject is a point: one fact for one count; no rule is declared here.
"""

from __future__ import annotations

from gaoyao.dossier.derived import POINT_FACT, POINT_SUPPORTS, SUPPORT_ITEM, Support
from gaoyao.dossier.vocabulary import Fact
from gaoyao.law.citation import cite
from gaoyao.law.rule import TRIAL, When, when
from gaoyao.law.rules.common import USABLE
from gaoyao.logic.relations import at, exists
from gaoyao.logic.tree import Always, Concluded, Prop, Relation, all_of

ROLES_OF_GUILT = (
    "crime_exists", "victim_identity", "identity", "act", "result", "causation", "presence", "tool", "intent", "subject",
    "age", "capacity", "quantity", "exclusion", "element",
)  # fmt: skip
"""Facts without which there is no conviction.  A part played in a joint crime and what was done afterwards are proved to
the same standard when held against the accused, but a doubt about them acquits nobody (2013 Opinion art. 6(2))."""
ROLES_OF_SENTENCE = ("aggravating", "joint_role", "aftermath")
"""Held against the accused in sentencing, to the standard of conviction (Interp. 2021 art. 72(2))."""
MUST_BE_PROVED = at(POINT_FACT, Fact.role.isin(*ROLES_OF_GUILT, *ROLES_OF_SENTENCE))
NEEDS_EVIDENCE = MUST_BE_PROVED & ~at(POINT_FACT, Fact.role.isin("exclusion", "capacity"))
"""Excluding others is shown by disposing of rivals, capacity is presumed unless doubted; neither needs an item of its own."""
WHO = at(POINT_FACT, Fact.role.isin("identity", "act", "presence"))
USED = at(SUPPORT_ITEM, USABLE)
NOT_PROVED = "该事实不得认定"
PROOF = ("investigation", "prosecution_review", *TRIAL)
"""Where evidence must be 确实、充分 (CPL 55, 162, 176, 200).  Arrest asks less: evidence that a crime occurred and that the
suspect did it (CPL 81; 检察规则 128(2)); `pretrial.arrest_doubts` says there what is seen."""
STANDARD = [cite("cpl", 55, 2, 1), cite("spc2021", 72, 2), cite("spc2012", 64, 2), cite("cpl2012", 53, 2, 1)]
NO_DOUBT = [
    cite("cpl", 55, 2, 3),
    cite("spc2021", 140, item=2),
    cite("cpl2012", 53, 2, 3),
    cite("spc2012", 105, item=2),
]
ROUTE = Concluded(
    "point", "route", "现有证据可以经至少一条途径指向该被告人", "现有证据没有任何途径可以指向该被告人",
    "现有证据能否指向该被告人尚待查明",
)  # fmt: skip
"""Routes A–E of the proof model (`gaoyao.proof.routes`)."""
OTHER_ON_WHO = all_of(~Support.own_confession, ~Support.restates, Support.identifies, USED)
OTHER = all_of(~Support.own_confession, ~Support.restates, USED)
CONFESSED = exists(POINT_SUPPORTS, Support.own_confession & USED)
ON_WHO = exists(POINT_SUPPORTS, OTHER_ON_WHO & ~Support.co_confession)
TWO = Concluded(
    "point",
    "two_origins",
    "供述以外有两个以上来源的证据可以使用",
    "供述以外没有两个来源的证据可以使用",
    "供述以外有没有两个来源的证据可以使用尚待查明",
)
BY_WORDS = (CONFESSED & ON_WHO) | TWO
"""A confession with something else that points at the accused, or others of at least two origins: the law lets these convict
(CPL 55; Interp. 2021 art. 96, 140), though none of them may be an object; that they need one is our hint, not the law."""
MORE = exists(POINT_SUPPORTS, Support.perhaps_other)
"""Something that is, or may be, more than a confession.  What it may be is weighed in the breach: an open question must not
silence the rule."""
SINGLE = Concluded(
    "point",
    "single",
    "支持它的证据只有一个来源",
    "支持它的证据不止一个来源",
    "支持它的证据有几个来源尚不清楚",
)
THIN = Concluded(
    "point",
    "thin",
    "只有间接证据途径成立，且独立来源不足三个",
    "并非只靠不足三个来源的间接证据",
    "间接证据的来源个数尚待查明",
)


def at_fact(part: Prop) -> Prop:
    """A proposition about the point's fact."""
    return at(POINT_FACT, part)


def when_listed(register: Relation, open_: Prop) -> When:
    """A fact to be proved has entries in a register of its own, and one of them is still `open_`."""
    return when(MUST_BE_PROVED & at_fact(exists(register, Always())), at_fact(exists(register, open_)))
