"""What a charge's story is made of; the texts take alternatives in [甲|乙] and names in {braces}."""

from __future__ import annotations

from dataclasses import dataclass

Talk = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A thing seized: name, number with unit, features; `odd` is another number or feature, for a flaw."""

    name: str
    count: str
    feature: str
    odd_count: str
    odd_feature: str


@dataclass(frozen=True, slots=True)
class Lab:
    """An appraisal: title, institution, subject, methods, conclusion; how it reads when nothing links."""

    title: str
    house: str
    subject: str
    sample: str  # "{item}" takes the seized thing; else the text of the sample
    method: str
    conclusion: str
    unlinked: str = ""
    unmatched: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A statement of a victim or witness: who, in what capacity, what is asked and answered."""

    who: str
    capacity: str  # 被害人, 证人, 被害人亲属
    talk: Talk
    unlinked: Talk = ()


@dataclass(frozen=True, slots=True)
class Story:
    """The story of one charge."""

    charge: str
    article: str
    serious: bool
    hour: tuple[int, int]  # the crime happens between these hours
    place: str
    report: str
    facts: str
    facts_again: str
    scene: tuple[str, ...]
    trace: str  # what was lifted at the scene
    trace_kind: str  # 手印, 生物检材
    items: tuple[Item, ...]
    hidden_at: str
    own_things: str  # taken at the search of his home, unlinked to nobody else
    confessions: tuple[Talk, Talk, Talk, Talk, Talk]
    thrown: Talk  # replaces the second questioning's words about the hidden thing
    told: tuple[Told, ...]
    labs: tuple[Lab, Lab]
    video: str
    video_blind: str
    identifier: str  # who identifies the accused, a role
    favourable: str
    victim: str  # role told of the appraisals
    tried: bool = True  # whether an alibi can be told
