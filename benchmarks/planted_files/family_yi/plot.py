"""What a crime of family 乙 tells: the templates each charge fills, as data."""

from __future__ import annotations

from dataclasses import dataclass, field

Talk = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Item:
    """A thing seized: name, number, features; `wrong` is the features a disagreeing laboratory writes."""

    name: str
    count: str
    feature: str
    wrong: str
    seal: str = ""

    def told(self) -> str:
        """Number, name and features on one line."""
        return f"{self.name}{self.count}（{self.feature}）"


@dataclass(frozen=True, slots=True)
class Expertise:
    """An expert opinion: kind, laboratory, samples, method, conclusion; `unknown` is an unmatched trace."""

    kind: str
    lab: str
    mark: str
    samples: str
    ask: str
    method: str
    conclusion: str
    early: bool = False
    linked: bool = False
    unknown: str = ""


@dataclass(frozen=True, slots=True)
class Witness:
    """A witness: key of the person, role, talk, and what is said of the person identified (empty: none)."""

    key: str
    role: str
    talk: Talk
    sees: str = ""


@dataclass(frozen=True, slots=True)
class Plot:
    """One charge: its articles, texts and evidence as templates over the facts of the case."""

    charge: str
    article: str
    hours: tuple[int, int]
    report: str
    brief: str
    told: tuple[Talk, Talk, Talk, Talk, Talk]
    witnesses: tuple[Witness, ...]
    items: tuple[Item, ...]
    found: str
    expertises: tuple[Expertise, ...]
    camera: tuple[str, ...]
    evidence: str
    scene: tuple[str, ...] = ()
    hidden: Item | None = None
    hideout: str = ""
    life: bool = False
    dead: bool = False
    extra: dict[str, str] = field(default_factory=dict)
