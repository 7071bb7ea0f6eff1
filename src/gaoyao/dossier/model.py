"""The records of the log: assertions, addresses, revisions (design §6)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from gaoyao.dossier.schema import Part
from gaoyao.logic.truth import Why

DECLARES = "@"
"""The field name of the assertion that a subject exists; its value is the parent subject's id or ''."""


class Basis(IntEnum):
    """On what a value rests; the live value of a cell is the one with the highest basis."""

    READ = 1
    STATED = 2
    CONFIRMED = 3
    RULED = 4

    @property
    def label(self) -> str:
        """机器读取 / 人员录入 / 人员确认 / 裁定."""
        return ("", "机器读取", "人员录入", "人员确认", "裁定")[int(self)]


class Address(NamedTuple):
    """Where a value stands.  Either a page of a document (sha256, page, box, characters) or a line of a file."""

    file: str = ""
    line: int = 0
    page: str = ""
    quote: str = ""
    sha256: str = ""
    box: tuple[int, int, int, int] | None = None
    start: int | None = None
    end: int | None = None


class Absent(NamedTuple):
    """A cell that was looked at and holds no value: 卷内无记载, 查而不明 or 不适用, with the reason given."""

    why: Why
    note: str = ""


class Amount(NamedTuple):
    """A quantity as a closed interval, with the text it was entered as."""

    low: float
    high: float
    text: str


class Span(NamedTuple):
    """A moment as a closed interval of minutes since 1970-01-01, with the text it was entered as."""

    low: int
    high: int
    text: str


Value = bool | str | tuple[str, ...] | Amount | Span | Absent


class Assertion(NamedTuple):
    """One value of one cell, with its basis and address.  Never changed; a correction retracts and asserts."""

    id: str
    part: Part
    part_owner: str
    revision: int
    subject: str
    kind: str
    field: str
    value: Value
    basis: Basis
    address: Address
    confidence: float | None = None
    note: str = ""
    retracts: str = ""


@dataclass(frozen=True, slots=True)
class Revision:
    """One action = one transaction on one part.  `hash` covers the previous hash and every assertion."""

    part: Part
    part_owner: str
    number: int
    actor: str
    action: str
    reason: str
    at: str
    previous_hash: str
    hash: str


class DossierError(Exception):
    """A dossier cannot be read, changed or written as asked; `problems` holds one line each."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems
