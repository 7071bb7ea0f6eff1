"""What is read out of one judgment: plain values, each with its place in the text as it came."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

OutcomeKind = Literal[
    "guilty", "acquitted", "exempt", "remanded", "terminated", "appeal_withdrawn", "prosecution_withdrawn",
    "petition_rejected", "not_decided_in_document",
]  # fmt: skip
Answer = Literal["accepted", "partly", "rejected"]
Completeness = Literal["complete", "template", "truncated"]


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open run of characters of the original text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Value:
    """A value read from the text and where it stands there (None: inferred, not written)."""

    text: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the document; `name` is one of `sections.ORDER`."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Decision:
    """What the document decides about one charge of one accused."""

    charge: str
    outcome: OutcomeKind


@dataclass(slots=True)
class Party:
    """An accused: name as written, other names in the text, role, and what becomes of them."""

    name: str
    role: str
    span: Span
    aliases: tuple[str, ...] = ()
    charges_accused: tuple[str, ...] = ()
    charges_convicted: tuple[str, ...] = ()
    outcome: OutcomeKind = "not_decided_in_document"
    per_charge: tuple[Decision, ...] = ()
    sentence: str | None = None
    basis: Span | None = None


@dataclass(frozen=True, slots=True)
class Counsel:
    """A defender named in the header and the accused they stand under."""

    name: str
    accused: str | None
    appointed: bool
    span: Span


@dataclass(frozen=True, slots=True)
class EvidenceItem:
    """One listed item; `title` is exactly the characters of `span`."""

    title: str
    kind: str
    span: Span
    generic: bool = False
    subkind: str | None = None
    section: str = "本院认定"


@dataclass(frozen=True, slots=True)
class DefencePoint:
    """One argument of the defence and the court's answer to it, if one was found."""

    by: str
    quote: str
    span: Span
    result: Answer | None = None
    reasoned: bool | None = None
    answer_quote: str | None = None
    answer_span: Span | None = None

    @property
    def answered(self) -> bool:
        """True when the document answers the argument."""
        return self.result is not None


@dataclass(frozen=True, slots=True)
class Citation:
    """One provision of the legal basis: law, article, 之N, paragraph (款), item (项)."""

    law: str
    article: int
    sub: str | None
    paragraph: int | None
    item: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Whether exclusion of illegal evidence was asked for, by whom, against what, and the ruling."""

    application: bool
    by: str | None = None
    target: str | None = None
    ground: str | None = None
    result: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """A dated or undated step of the proceedings (hearing, adjournment, remand …)."""

    kind: str
    date: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Finding:
    """A contradiction or defect of the document itself, in Chinese, with every place it rests on."""

    code: str
    message: str
    spans: tuple[Span, ...] = ()


@dataclass(slots=True)
class Judgment:
    """Everything read from one document; a missing value is None or empty, never guessed."""

    text: str
    court: Value | None = None
    case_number: Value | None = None
    document_type: Value | None = None
    procedure: str | None = None
    procuratorate: Value | None = None
    date: Value | None = None
    earlier_courts: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    parties: list[Party] = field(default_factory=list)
    counsel: tuple[Counsel, ...] = ()
    charges_accused: tuple[str, ...] = ()
    charges_convicted: tuple[str, ...] = ()
    found_facts: tuple[Span, ...] = ()
    evidence: tuple[EvidenceItem, ...] = ()
    defence: tuple[DefencePoint, ...] = ()
    exclusion: Exclusion = Exclusion(application=False)
    citations: tuple[Citation, ...] = ()
    events: tuple[Event, ...] = ()
    findings: tuple[Finding, ...] = ()
    completeness: Completeness = "complete"
