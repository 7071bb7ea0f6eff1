"""How a person's statements move: slot × version, in the order of questioning (proof model C3.6).

Four lists and no percentage: 前后矛盾, 越供越像 (moved to the value the police already knew, after they knew it),
先供后证 (given before the police knew it, later verified, not public), 公开在先; and who said it first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from gaoyao.dossier.frame import CaseFrame
from gaoyao.dossier.model import Span
from gaoyao.dossier.vocabulary import Inquiry, Interrogation, Item
from gaoyao.dossier.vocabulary.court import ITEM_INQUIRY, ITEM_INTERROGATION
from gaoyao.logic.truth import Truth
from gaoyao.proof.claims import NO, YES, Key, Said, Value, compare

NEVER = 1 << 60


@dataclass(frozen=True, slots=True)
class Version:
    """One statement of one person: the item's number, its place in time among that person's (from 1), when."""

    item: int
    person: str
    place: int
    when: Span | None


@dataclass(frozen=True, slots=True)
class Move:
    """Something a person's statements did on a slot: from an earlier claim (None for a first mention) to a claim."""

    person: str
    key: Key
    before: Said | None
    claim: Said


@dataclass(slots=True)
class Drift:
    """The lists, each in a fixed order."""

    versions: dict[str, list[Version]] = field(default_factory=dict)
    claims: dict[tuple[str, Key], list[tuple[Version, Said]]] = field(default_factory=dict)
    changed: list[Move] = field(default_factory=list)
    drifted: list[Move] = field(default_factory=list)
    novel: list[Move] = field(default_factory=list)
    public: list[Move] = field(default_factory=list)
    known: list[Move] = field(default_factory=list)
    unsure: list[Move] = field(default_factory=list)
    first: list[tuple[Key, Said, Version]] = field(default_factory=list)


def versions(frame: CaseFrame) -> dict[str, list[Version]]:
    """Every person's statements in the order of questioning: by the earliest minute it can have begun, then by the
    file.  An undated statement comes after the dated ones."""
    begun = starts(frame)
    speakers = frame.view.cells.get(Item.speaker.path, {})
    numbers = frame.view.index("item")
    rows: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for identifier, live in speakers.items():
        if isinstance(live.value, str) and identifier in numbers:
            item = numbers[identifier]
            when = begun.get(item)
            rows[live.value].append((when.low if when else NEVER, when.high if when else NEVER, item))
    return {
        person: [
            Version(item, person, place, begun.get(item)) for place, (_, _, item) in enumerate(sorted(own), 1)
        ]
        for person, own in sorted(rows.items())
    }


def starts(frame: CaseFrame) -> dict[int, Span]:
    """Item number → when the questioning began; without that, when the item was made."""
    found: dict[int, Span] = {}
    numbers = frame.view.index("item")
    for identifier, live in frame.view.cells.get(Item.happened.path, {}).items():
        if isinstance(live.value, Span):
            found[numbers[identifier]] = live.value
    for relation, cell in ((ITEM_INTERROGATION, Interrogation.start), (ITEM_INQUIRY, Inquiry.start)):
        cells = frame.view.cells.get(cell.path, {})
        source, target = frame.pairs(relation)
        for item, act in zip(source.tolist(), target.tolist(), strict=True):
            begun = cells.get(frame.identifier(cell.kind, act))
            if begun is not None and isinstance(begun.value, Span):
                found[item] = begun.value
    return found


def drift(told: dict[str, list[Version]], said: Iterable[Said]) -> Drift:
    """The lists for every person and slot."""
    by_item = {one.item: one for own in told.values() for one in own}
    out = Drift(told)
    rows: dict[tuple[str, Key], list[tuple[Version, Said]]] = defaultdict(list)
    for claim in said:
        version = by_item.get(claim.item)
        if version is not None:
            rows[version.person, claim.key].append((version, claim))
    for where in sorted(rows):
        row = out.claims[where] = sorted(rows[where], key=lambda pair: (pair[0].place, pair[1].id))
        _moves(out, where, row)
    out.first = first_mentions(out.claims)
    return out


def _moves(out: Drift, where: tuple[str, Key], row: Sequence[tuple[Version, Said]]) -> None:
    """One pass over the claims of a person on a slot; values already given are kept once."""
    person, key = where
    given: dict[Value, Said] = {}
    last: Said | None = None
    for version, claim in row:
        if last is not None and compare(key[2], last.value, claim.value) == NO:
            out.changed.append(Move(person, key, last, claim))
        earlier = next(
            (one for value, one in given.items() if compare(key[2], value, claim.value) == NO), None
        )
        fresh = claim.value not in given and all(
            compare(key[2], value, claim.value) != YES for value in given
        )
        if fresh:
            if knew_before(claim, version.when):
                (out.drifted if earlier is not None else out.known).append(Move(person, key, earlier, claim))
            if was_public(claim, version.when):
                out.public.append(Move(person, key, earlier, claim))
            if claim.verified == YES:
                answer = is_novel(claim, version.when)
                if answer is not Truth.NO:
                    (out.novel if answer is Truth.YES else out.unsure).append(
                        Move(person, key, earlier, claim)
                    )
        given.setdefault(claim.value, claim)
        last = claim


def knew_before(claim: Said, when: Span | None) -> bool:
    """Did the police certainly know the detail before the statement began?"""
    return claim.known is not None and when is not None and claim.known.high <= when.low


def was_public(claim: Said, when: Span | None) -> bool:
    """Was the detail certainly public before the statement began?"""
    return claim.public is not None and when is not None and claim.public.high <= when.low


def is_novel(claim: Said, when: Span | None) -> Truth:
    """Given before the police knew it and before it was public?  unknown where a date is missing or straddles."""
    if knew_before(claim, when) or was_public(claim, when):
        return Truth.NO
    if when is None or claim.known is None or claim.known.low <= when.high:
        return Truth.UNKNOWN
    if claim.never_public or (claim.public is not None and claim.public.low > when.high):
        return Truth.YES
    return Truth.UNKNOWN


def first_mentions(
    claims: dict[tuple[str, Key], list[tuple[Version, Said]]],
) -> list[tuple[Key, Said, Version]]:
    """For every slot and value that several persons gave: the statement in which it was first said.

    Where two statements cannot be told apart in time, nobody is named.
    """
    rows: dict[tuple[Key, Value], list[tuple[Version, Said]]] = defaultdict(list)
    for (_, key), own in claims.items():
        for version, claim in own:
            rows[key, claim.value].append((version, claim))
    out = []
    for (key, _), told in sorted(rows.items(), key=lambda row: (row[0][0], row[1][0][1].id)):
        if len({version.person for version, _ in told}) < 2 or any(
            version.when is None for version, _ in told
        ):
            continue
        ordered = sorted(told, key=lambda pair: (pair[0].when.low if pair[0].when else NEVER, pair[1].id))
        (version, claim), others = (
            ordered[0],
            [one for one, _ in ordered[1:] if one.person != ordered[0][0].person],
        )
        if all(one.when and version.when and version.when.high < one.when.low for one in others):
            out.append((key, claim, version))
    return out
