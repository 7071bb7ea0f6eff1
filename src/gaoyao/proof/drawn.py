"""What is only drawn from a confession: its recording, a copy in another's words, a pointing-out, a note about it.

Such material has the origin of the confession: it corroborates nothing and answers nothing.  An object found from a
confession is something else: it is weighed by the checklist of Interp. 2021 art. 141.  Three-valued: where a document,
a recording, a record of the scene or somebody's account is derived from a confession and nobody has said whether it
holds anything of its own, that is a question, not a yes.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from gaoyao.dossier.frame import CaseFrame
from gaoyao.dossier.vocabulary import Item
from gaoyao.dossier.vocabulary.court import ITEM_HIDDEN, ITEM_SPEAKER
from gaoyao.logic.truth import Truth, Why

OBJECTIVE = frozenset((
    "physical", "documentary", "expert", "scene", "seizure", "audio_video", "electronic", "experiment", "accident_report",
))  # fmt: skip
DERIVATIVE = frozenset(("identification", "legality_note", "arrival_note"))
"""Records that add nothing of their own to the confession they come from."""
SAID = frozenset(("witness", "victim", "identification", ""))
"""Names under which the words of an accused may stand in a file."""
FOUND = frozenset(("physical", "seizure", "expert"))
"""What is found or examined is no copy of words."""
YES, NO, UNKNOWN = int(Truth.YES), int(Truth.NO), int(Truth.UNKNOWN)


_Made = TypeVar("_Made")


def once(make: Callable[[CaseFrame], _Made]) -> Callable[[CaseFrame], _Made]:
    """A reading of a frame that is worked out once for each; nobody changes what it gives."""
    known: WeakKeyDictionary[CaseFrame, _Made] = WeakKeyDictionary()

    @wraps(make)
    def read(frame: CaseFrame) -> _Made:
        found = known.get(frame)
        if found is None:
            found = known[frame] = make(frame)
        return found

    return read


@once
def derivations(frame: CaseFrame) -> dict[int, list[int]]:
    """Item number → the items it is derived from, directly."""
    numbers = {frame.identifier("item", n): n for n in range(frame.size("item"))}
    found: dict[int, list[int]] = {}
    for subject, live in frame.view.cells.get(Item.derived_from.path, {}).items():
        if subject in numbers and isinstance(live.value, tuple):
            found[numbers[subject]] = [numbers[str(one)] for one in live.value if str(one) in numbers]
    return found


@once
def types_of(frame: CaseFrame) -> list[str]:
    """Per item the code of its type, '' where none is entered.

    What an accused of this case says is a confession (供述和辩解), under whatever name it was taken down: as testimony
    before he was a suspect, as an identification, or without a type.
    """
    codes = [code for code, _ in Item.type.options] + [""]
    found = [codes[n] for n in frame.choice(Item.type)[0].tolist()]
    for item in frame.pairs(ITEM_SPEAKER)[0].tolist():
        if found[item] in SAID:
            found[item] = "confession"
    return found


@once
def restating(frame: CaseFrame) -> list[int]:
    """Per item: does it only restate a confession?  Confessions themselves are no restatements.

    Derivation is followed through any number of steps.  A person's word that an item holds something of its own
    counts, except for the records of DERIVATIVE.
    """
    return restating_by(frame, derivations(frame))


def restating_by(frame: CaseFrame, sources: dict[int, list[int]]) -> list[int]:
    """The same, were the items derived from these."""
    kinds = types_of(frame)
    entered, why = (column.tolist() for column in frame.flag(Item.only_restates_confession))
    listed = {item for item, _ in zip(*(column.tolist() for column in frame.pairs(ITEM_HIDDEN)), strict=True)}
    out = [
        YES if value == YES else UNKNOWN if reason == Why.UNRESOLVED else NO
        for value, reason in zip(entered, why[: len(entered)], strict=True)
    ]
    for item in _sources_first(sources):
        if kinds[item] == "confession" or out[item] == YES:
            continue
        drawn = max((YES if kinds[one] == "confession" else out[one] for one in sources[item]), default=NO)
        if drawn != NO and kinds[item] in DERIVATIVE:
            out[item] = drawn
        elif drawn != NO and entered[item] != NO and kinds[item] not in FOUND and item not in listed:
            out[item] = UNKNOWN
    return out


@once
def led_by_confession(frame: CaseFrame) -> frozenset[int]:
    """Objects found or taken on the word of a confession: derived from one directly, and no copy of its words."""
    kinds = types_of(frame)
    return frozenset(
        item
        for item, sources in derivations(frame).items()
        if kinds[item] in FOUND - {"expert"} and any(kinds[one] == "confession" for one in sources)
    )


def _sources_first(derived: dict[int, list[int]]) -> list[int]:
    """The derived items, each after what it is derived from; a circle in any order."""
    order: dict[int, None] = {}
    waiting: set[int] = set()
    for start in derived:
        stack = [(start, False)]
        while stack:
            item, done = stack.pop()
            if done:
                order.setdefault(item)
            elif item in derived and item not in order and item not in waiting:
                waiting.add(item)
                stack.append((item, True))
                stack.extend((one, False) for one in derived[item])
    return list(order)
