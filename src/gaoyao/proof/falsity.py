"""虚假供述: registered whenever somebody confesses, weighing only on listed signs (proof model, amendment 4).

The signs: retraction, long or night questioning or no rest before the first confession, injury, a breached duty
to record, drift toward what the police knew, minor or impaired, no counsel, place.  None of them is a finding
that a confession is false; each is a reason to ask.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from gaoyao.dossier.frame import CaseFrame
from gaoyao.dossier.vocabulary import Accused, Item
from gaoyao.logic.tree import Flag
from gaoyao.proof.claims import Said, read
from gaoyao.proof.drawn import NO, YES, types_of
from gaoyao.proof.sessions import (
    Session,
    before_confession,
    first_confession,
    own_signs,
    recording_duty,
    sessions,
    speaker_of,
)
from gaoyao.proof.sessions import admitting as admitting_items
from gaoyao.proof.statements import Drift, Version, drift, versions

_OF_PERSON: tuple[tuple[Flag, str], ...] = (
    (Accused.retracted_in_court, "庭审中翻供"), (Accused.pretrial_unstable, "庭前供述和辩解反复"), (Accused.minor_at_act, "犯罪时不满十八周岁"),
    (Accused.deaf_or_mute, "聋、哑"), (Accused.capacity_doubt, "刑事责任能力存疑"),
)  # fmt: skip
_ANY_TIME = frozenset(("injury",))
_BEFORE = frozenset(("long", "night"))
_ADMITTING = frozenset(("place",))


@dataclass(slots=True)
class Told:
    """What the detector needs, read once: sessions and confessions per accused, signs of the person, drift."""

    sessions: dict[str, list[Session]]
    admitting: dict[str, list[int]]
    denying: dict[str, list[int]]
    person: dict[str, list[str]]
    duty: bool
    said: list[Said]
    versions: dict[str, list[Version]]
    accused: Sequence[str]


def told(frame: CaseFrame, claims: list[Said] | None = None) -> Told:
    """Read a case; `claims` where they have been read already."""
    own: dict[str, list[Session]] = defaultdict(list)
    for one in sessions(frame):
        own[one.person].append(one)
    kinds, admits = types_of(frame), admitting_items(frame)
    admitting: dict[str, list[int]] = defaultdict(list)
    denying: dict[str, list[int]] = defaultdict(list)
    for item, identifier in enumerate(frame.subjects(Item.kind)):
        person = speaker_of(frame, identifier) if kinds[item] == "confession" else ""
        if person and admits[item] in (YES, NO):
            (admitting if admits[item] == YES else denying)[person].append(item)
    said = read(frame) if claims is None else claims
    moving = versions(frame) if any(one.known for one in said) else {}
    return Told(
        own,
        admitting,
        denying,
        _person(frame),
        recording_duty(frame),
        said,
        moving,
        frame.subjects("accused"),
    )


def _person(frame: CaseFrame) -> dict[str, list[str]]:
    out: dict[str, list[str]] = defaultdict(list)
    columns = [(frame.flag(one)[0], words) for one, words in _OF_PERSON]
    defender, lawyer = frame.flag(Accused.has_defender)[0], frame.flag(Accused.lawyer_at_plea)[0]
    for n, identifier in enumerate(frame.subjects("accused")):
        out[identifier] += [words for column, words in columns if column[n] == YES]
        if defender[n] == NO and lawyer[n] != YES:
            out[identifier].append("没有辩护人、值班律师帮助")
    return out


def signs(case: Told, lost: Collection[int] = ()) -> dict[str, list[str]]:
    """Accused who confesses → the signs, in words; an empty list where there is none.  `lost` items are left out."""
    out: dict[str, list[str]] = {}
    moved = _drift(case, lost)
    for person in case.accused:
        admitting = [item for item in case.admitting.get(person, ()) if item not in lost]
        if not admitting:
            continue
        own = [one for one in case.sessions.get(person, ()) if one.item not in lost]
        found = [*case.person.get(person, ()), *_of_sessions(own, case.duty)]
        if _denied_later(own, [item for item in case.denying.get(person, ()) if item not in lost]):
            found.append("供认以后又否认")
        if any(move.person == person for move in moved.drifted):
            found.append("供述移向侦查机关此前已经掌握的说法")
        out[person] = list(dict.fromkeys(found))
    return out


def _drift(case: Told, lost: Collection[int]) -> Drift:
    if not case.versions:
        return Drift()
    kept = {person: [one for one in own if one.item not in lost] for person, own in case.versions.items()}
    return drift(kept, [one for one in case.said if one.item not in lost])


def _of_sessions(own: list[Session], duty: bool) -> list[str]:
    """The signs of the questionings; where no confession is dated, any questioning may have come before it."""
    first = first_confession(own)
    limit = first.start.low if first is not None and first.start is not None else None
    found = []
    for one in own:
        early = limit is None or (one.start is not None and one.start.low <= limit)
        for sign in own_signs(one, duty):
            wanted = (
                sign.code in _ANY_TIME
                or (sign.code in _BEFORE and early)
                or (sign.code in _ADMITTING and one.admits == YES)
            )
            if wanted or (sign.code == "recording" and one.admits == YES and _unrecorded(one, duty)):
                found.append(sign.sentence)
        if one.admits == YES and one.flags["minor"] == YES:
            found.append("讯问时不满十八周岁")
    return found + [sign.sentence for sign in before_confession(own)]


def _unrecorded(one: Session, duty: bool) -> bool:
    """Was a duty to record breached: not that the recording lies elsewhere, but that there is none or a part?"""
    return (duty or one.flags["recording_duty_noted"] == YES) and NO in (
        one.flags["recorded"],
        one.flags["recording_complete"],
    )


def _denied_later(own: list[Session], denying: list[int]) -> bool:
    first = first_confession(own)
    if first is None or first.start is None:
        return False
    later = {one.item for one in own if one.start is not None and one.start.low > first.start.high}
    return any(item in later for item in denying)
