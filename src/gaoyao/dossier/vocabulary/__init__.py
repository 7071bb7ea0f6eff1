"""The vocabulary as data: every kind, field, phrase and relation that a case file may hold (guide §A)."""

from gaoyao.dossier.schema import KINDS, RELATIONS, Answerer, Kind, Part
from gaoyao.dossier.vocabulary.acts import (
    Acquisition,
    Appearance,
    Appraisal,
    DigitalCopy,
    Identification,
    Inquiry,
    Interrogation,
)
from gaoyao.dossier.vocabulary.court import (
    Argument,
    Cure,
    Decision,
    Hearing,
    Instance,
    Motion,
    Restriction,
    Ruling,
    Supplement,
)
from gaoyao.dossier.vocabulary.evidence import Exemption, Exhibit, Group, Item, Trace
from gaoyao.dossier.vocabulary.people import Accused, Arrival, Case, Count, Incident, Person
from gaoyao.dossier.vocabulary.proof import (
    Alibi,
    Claim,
    Conflict,
    Doubt,
    Fact,
    Favourable,
    Hidden,
    Link,
    Rival,
)

__all__ = [
    "KINDS", "RELATIONS", "Accused", "Acquisition", "Alibi", "Answerer", "Appearance", "Appraisal", "Argument",
    "Arrival", "Case", "Claim", "Conflict", "Count", "Cure", "Decision", "DigitalCopy", "Doubt", "Exemption", "Exhibit",
    "Fact", "Favourable", "Group", "Hearing", "Hidden", "Identification", "Incident", "Inquiry", "Instance",
    "Interrogation", "Item", "Kind", "Link", "Motion", "Part", "Person", "Restriction", "Rival", "Ruling",
    "Supplement", "Trace",
]  # fmt: skip
