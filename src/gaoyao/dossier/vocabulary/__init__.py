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
from gaoyao.dossier.vocabulary.deliberation import Committee, Instruction, Opinion, Panel, Speech
from gaoyao.dossier.vocabulary.evidence import Exemption, Exhibit, Group, Item, Trace
from gaoyao.dossier.vocabulary.management import (
    AdministrativeSource,
    Contact,
    DeathReview,
    Extension,
    Indicator,
    JointHandling,
    Level,
    Petition,
    Responsibility,
    Scheme,
)
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
from gaoyao.dossier.vocabulary.rights import (
    Conference,
    Contest,
    LegalAid,
    Objection,
    Observer,
    Passage,
    Publicity,
    Request,
    Right,
)
from gaoyao.dossier.vocabulary.steps import Approval, Pause, Step

__all__ = [
    "Approval", "Pause", "Step",
    "KINDS", "RELATIONS", "Accused", "Acquisition", "AdministrativeSource", "Alibi", "Answerer", "Appearance", "Appraisal",
    "Argument", "Arrival", "Case", "Claim", "Committee", "Conference", "Conflict", "Contact", "Contest", "Count", "Cure",
    "DeathReview", "Decision", "DigitalCopy", "Doubt", "Exemption", "Exhibit", "Extension", "Fact", "Favourable", "Group",
    "Hearing", "Hidden", "Identification", "Incident", "Indicator", "Inquiry", "Instance", "Instruction", "Interrogation",
    "Item", "JointHandling", "Kind", "LegalAid", "Level", "Link", "Motion", "Objection", "Observer", "Opinion", "Panel",
    "Part", "Passage", "Person", "Petition", "Publicity", "Request", "Responsibility", "Restriction", "Right", "Rival",
    "Ruling", "Scheme", "Speech", "Supplement", "Trace",
]  # fmt: skip
