"""Propositions that several rules share."""

from __future__ import annotations

from datetime import datetime

from gaoyao.dossier.vocabulary import Case, Interrogation, Item, Motion, Ruling
from gaoyao.dossier.vocabulary.court import CASE_OF, ITEM_INTERROGATION, ITEM_MOTIONS, ITEM_RULINGS
from gaoyao.logic.relations import at, exists
from gaoyao.logic.tree import Concluded, Prop, all_of, any_of

CONFESSION = Item.type.equals("confession")
AGAINST = Item.against
TESTIMONY = Item.type.isin("witness", "victim")


def in_case(kind: str, part: Prop) -> Prop:
    """A proposition about the case, seen from a subject of `kind`."""
    return at(CASE_OF[kind], part)


def interrogation(part: Prop) -> Prop:
    """A proposition about the item's interrogation."""
    return at(ITEM_INTERROGATION, part)


RECORDING_DUTY = any_of(
    interrogation(Interrogation.recording_duty_noted),
    in_case("item", Case.death_possible),
    in_case("item", Case.life_possible),
    in_case("item", Case.other_major_crime),
    in_case("item", Case.investigating_body.isin("supervision", "procuratorate")),
)
"""CPL 123: life, death or other major crime; Supervision Law art. 44 (2024) and Rules of the procuratorates art. 190:
every interrogation in the cases they investigate themselves."""

RECORDING_IN_TIME = interrogation(
    any_of(Interrogation.recording_duty_noted, Interrogation.start >= datetime(2013, 1, 1))
)
"""The duty came into force on 2013-01-01 (CPL 2012 art. 121): an earlier interrogation broke no law by not being
recorded.  A day that nobody has entered is asked."""

CLUE = any_of(
    exists(ITEM_MOTIONS, Motion.clue | Motion.court_doubts),
    interrogation(Interrogation.injury_at_check),
    interrogation(Interrogation.extraction_log_conflicts),
    interrogation(Interrogation.complaint),
)
"""The first of the two burdens: a clue from the defence or from the person himself, a doubt of the court, or an objective
signal (guide §E)."""

NOT_EXCLUDED = exists(ITEM_MOTIONS, Motion.inquiry_closed & ~Motion.illegality_excluded)
"""Some inquiry into legality is closed without excluding illegality; another inquiry that did does not help."""

USABLE = Concluded(
    "item",
    "usable",
    "该证据未见不能使用的障碍",
    "该证据不得作为定案的根据，或者已经排除、撤回",
    "该证据能否使用尚待裁定、补正或者查明",
)
"""Standing of an item as a truth: usable or cured = yes; not a basis, excluded, withdrawn = no; otherwise unknown."""

AGAINST_CONFESSION = all_of(CONFESSION, AGAINST)

CURE_REFUSED = exists(ITEM_RULINGS, Ruling.outcome.equals("cure_refused"))
CURE_ACCEPTED = exists(ITEM_RULINGS, Ruling.outcome.equals("cure_accepted"))
"""Where both are on record the later one counts; the ladder of standing knows the order, a rule does not."""

CORROBORATED = Concluded(
    "item",
    "corroborated",
    "有其他来源的证据与该供述印证",
    "没有其他来源的证据与该供述印证",
    "是否有其他来源的证据与该供述印证尚不清楚",
)
"""Some item of another origin supports a fact that this item supports (computed by `review.derive`)."""

FROM_CONFESSION = Concluded(
    "item",
    "from_confession",
    "该证据是被告人供述或者只是供述的派生材料",
    "该证据不是被告人供述，也不是供述的派生材料",
    "该证据是否来自被告人供述尚不清楚",
)
