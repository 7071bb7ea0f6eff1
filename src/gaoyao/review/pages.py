"""What the page of statements and the registers hold, as data: every line with its items and pages."""

from __future__ import annotations

from dataclasses import dataclass

from gaoyao.review.model import Subject


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One statement of one person: its place in time among that person's (from 1) and when it began."""

    person: str
    place: int
    item: Subject
    when: str


@dataclass(frozen=True, slots=True)
class CellLine:
    """What one statement says on one slot; several claims of one statement are several lines."""

    place: int
    item: Subject
    words: str
    page: str


@dataclass(frozen=True, slots=True)
class SlotLine:
    """One person on one slot: about whom, which incident, which matter, and the cells in time order."""

    person: str
    slot: str
    about: str
    cells: tuple[CellLine, ...]


@dataclass(frozen=True, slots=True)
class MoveLine:
    """One line of a list: what a person said before ('' for a first mention) and says here, and what that is."""

    person: str
    slot: str
    about: str
    before: str
    before_item: Subject | None
    words: str
    item: Subject
    page: str
    sentence: str


@dataclass(frozen=True, slots=True)
class SharedLine:
    """Two records that share words: identical lines, and the longest common passage with its length."""

    one: Subject
    other: Subject
    lines: int
    length: int
    passage: str


@dataclass(frozen=True, slots=True)
class SignLine:
    """One thing the questioning shows."""

    code: str
    label: str
    item: Subject
    other: Subject | None
    sentence: str


@dataclass(frozen=True, slots=True)
class StatementsPage:
    """Slot × version, the lists, who said it first, shared passages, and what the questioning shows."""

    versions: tuple[VersionLine, ...] = ()
    slots: tuple[SlotLine, ...] = ()
    contradictory: tuple[MoveLine, ...] = ()
    drifted: tuple[MoveLine, ...] = ()
    novel: tuple[MoveLine, ...] = ()
    public_before: tuple[MoveLine, ...] = ()
    known_before: tuple[MoveLine, ...] = ()
    unsure: tuple[MoveLine, ...] = ()
    first: tuple[MoveLine, ...] = ()
    shared: tuple[SharedLine, ...] = ()
    questioning: tuple[SignLine, ...] = ()


@dataclass(frozen=True, slots=True)
class ContradictionLine:
    """A contradiction found by comparing claims: numbered, two sides, whether a person called it essential."""

    number: int
    slot: str
    about: str
    one: str
    one_items: tuple[Subject, ...]
    other: str
    other_items: tuple[Subject, ...]
    essential: str
    facts: tuple[Subject, ...]


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """One numbered entry: what it is, its state, whether it counts as answered and if not why, and where it stands.

    `by_machine` entries were registered by the program; nobody can take them out, they can only be answered.
    `items` are what the answer rests on, `touches` the sides of a contradiction and what fits a possibility.
    """

    number: str
    kind: str
    label: str
    id: str
    about: str
    state: str
    answered: bool
    lacking: str
    reason: str
    by: str
    items: tuple[Subject, ...]
    facts: tuple[Subject, ...]
    page: str
    file: str
    line: int
    by_machine: bool
    touches: tuple[Subject, ...] = ()

    @property
    def address(self) -> str:
        """Where it stands: the page, otherwise the place in the exchange file."""
        return self.page or (f"{self.file}:{self.line}" if self.file else "")


@dataclass(frozen=True, slots=True)
class RivalColumn:
    """One other possibility and the items that fit it or speak against it; every other item is neutral."""

    number: str
    about: str
    fits: tuple[Subject, ...]
    against: tuple[Subject, ...]


@dataclass(frozen=True, slots=True)
class Registers:
    """Contradictions of claims by slot, then the entries by kind, then the rivals against the items."""

    contradictions: tuple[ContradictionLine, ...] = ()
    entries: tuple[RegisterLine, ...] = ()
    rivals: tuple[RivalColumn, ...] = ()

    @property
    def undistinguishing(self) -> tuple[str, ...]:
        """Ids of the items that fit every possibility registered (two or more): they tell none from another."""
        if len(self.rivals) < 2:
            return ()
        shared = set.intersection(*({item.id for item in one.fits} for one in self.rivals))
        return tuple(item.id for item in self.rivals[0].fits if item.id in shared)

    @property
    def open(self) -> tuple[RegisterLine, ...]:
        """The entries that do not count as answered."""
        return tuple(one for one in self.entries if not one.answered)
