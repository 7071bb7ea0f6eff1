"""What a supposition takes away: statements, an expert opinion, an officer's work, the first confession."""

from __future__ import annotations

import math
from collections import defaultdict

import numpy as np

from gaoyao.dossier.frame import CaseFrame
from gaoyao.dossier.vocabulary import Acquisition, Inquiry, Interrogation, Item
from gaoyao.dossier.vocabulary.court import ITEM_INTERROGATION, ITEM_SPEAKER
from gaoyao.logic.truth import Truth
from gaoyao.proof.registers import from_confession

Loss = frozenset[int]
_EXCEPTIONS = (Interrogation.officers_changed_for_illegality, Interrogation.questioned_by_later_stage)
_TOLD = (Interrogation.consequences_told, Interrogation.voluntary)


def of_type(frame: CaseFrame, *codes: str) -> list[int]:
    """The items of these types, in the file's order."""
    wanted = {place for place, (code, _) in enumerate(Item.type.options) if code in codes}
    return [item for item, option in enumerate(frame.choice(Item.type)[0].tolist()) if option in wanted]


def statements(frame: CaseFrame) -> Loss:
    """Every statement of any accused: confessions, whatever else an accused is the speaker of, and what only
    restates a confession (same origin: it says nothing that the statements did not say, so it goes with them).
    """
    speaking = frame.pairs(ITEM_SPEAKER)[0].tolist()
    drawn = np.flatnonzero(from_confession(frame) == Truth.YES).tolist()
    return frozenset((*speaking, *drawn))


def opinions(frame: CaseFrame) -> list[tuple[str, Loss]]:
    """Every expert opinion by itself, with its name."""
    return [(frame.name("item", item), frozenset([item])) for item in of_type(frame, "expert")]


def officers(frame: CaseFrame) -> list[tuple[str, Loss]]:
    """For everybody who questioned, asked, or took something: all that he or she had a part in obtaining."""
    found: dict[str, set[int]] = defaultdict(set)
    view = frame.view
    for field in (Interrogation.officers, Inquiry.officers, Acquisition.officers):
        for subject, live in view.cells.get(field.path, {}).items():
            for person in live.value if isinstance(live.value, tuple) else ():
                found[str(person)].add(frame.number("item", view.parent(subject)))
    order = view.index("person")
    return [
        (frame.name("person", order[person]), frozenset(found[person]))
        for person in sorted(found.keys() & order.keys(), key=order.__getitem__)
    ]


def first_confessions(frame: CaseFrame) -> list[int]:
    """What falls if the first confession of every accused was got by torture (Interp. 2021 art. 123–124).

    The first confession, by the time of questioning, then its number, then the file's order, and the later ones of
    the same person that repeat it.  One that denies is no confession; one stays that was not influenced, or that an
    exception of art. 124 is recorded for: officers changed because of the illegality, or a prosecutor or judge
    asked, after the rights and the consequences were told, and it was voluntary.
    """
    by_speaker: dict[int, list[int]] = defaultdict(list)
    speaker = dict(zip(*(column.tolist() for column in frame.pairs(ITEM_SPEAKER)), strict=True))
    admits = frame.flag(Item.admits)[0]
    for item in of_type(frame, "confession"):
        if admits[item] != Truth.NO:
            by_speaker[speaker.get(item, -1)].append(item)
    when = _times(frame)
    falling = []
    for own in by_speaker.values():
        first, *later = sorted(own, key=lambda item: (*when[item], item))
        falling += [first, *(item for item in later if _repeats(frame, item))]
    return sorted(falling)


def _times(frame: CaseFrame) -> list[tuple[float, float]]:
    """Per item the minute of questioning (or of making), then the number of the questioning; unknown comes last."""
    made, start = frame.interval(Item.happened)[0], frame.interval(Interrogation.start)[0]
    sequence = frame.interval(Interrogation.sequence)[0]
    out = []
    for item in range(frame.size("item")):
        inside = list(frame.targets(ITEM_INTERROGATION, item))
        known = [*(start[n] for n in inside), made[item]]
        numbers = [sequence[n] for n in inside]
        out.append((_least(known), _least(numbers)))
    return out


def _least(values: list[float]) -> float:
    return next((float(value) for value in values if value == value), math.inf)


def _repeats(frame: CaseFrame, item: int) -> bool:
    inside = list(frame.targets(ITEM_INTERROGATION, item))
    if not inside:
        return True
    number = inside[0]
    if frame.flag(Interrogation.repeats_excluded)[0][number] == Truth.NO:
        return False
    told = all(frame.flag(field)[0][number] == Truth.YES for field in _TOLD)
    return not (told and any(frame.flag(field)[0][number] == Truth.YES for field in _EXCEPTIONS))
