"""What items say on typed slots, compared with tolerances (proof model C3.4).

Times are compared as intervals (slot 时间), numbers as numbers (同伙人数, 数额), everything else as normalised
words.  What cannot be compared is unknown, never “the same”.  Claims are compared only about the same accused,
the same incident, the same slot and the same matter.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from gaoyao.dossier.frame import CaseFrame
from gaoyao.dossier.means import excludes, shown
from gaoyao.dossier.model import Span
from gaoyao.dossier.view import Live
from gaoyao.dossier.vocabulary import Accused, Claim, Incident
from gaoyao.logic.tree import Field
from gaoyao.logic.truth import Truth

TOLERANCE_MINUTES = 30
"""Two times less than this apart do not contradict.  Ours, not the law's."""
TIMES = frozenset(("time",))
NUMBERS = frozenset(("companions", "amount"))
MOST = 200
"""Pairs of values listed per slot at most; the rest is counted."""
TRIED = 20_000
"""Pairs of words compared per slot at most; beyond that the slot is not checked completely."""
SLOTS = dict(Claim.slot.options)
Key = tuple[str, str, str, str]
"""accused, incident, slot, matter ('' where not entered)."""
YES, NO, UNKNOWN = int(Truth.YES), int(Truth.NO), int(Truth.UNKNOWN)
_NEGATIONS = frozenset("没未无非不否左右")
_SMALL = {
    "零": 0,
    "〇": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_TENS = {"十": 10, "百": 100, "千": 1000}
_FIGURE = re.compile(r"\d+(?:\.\d+)?|[零〇一二两三四五六七八九十百千]+")


@dataclass(frozen=True, slots=True)
class Value:
    """What is said: a time interval in minutes or None, a number or None, and normalised words."""

    time: tuple[int, int] | None
    number: float | None
    text: str


@dataclass(frozen=True, slots=True)
class Said:
    """One claim.  `item` is the item's number; `known`, `public` are minutes as intervals; flags are Kleene."""

    id: str
    item: int
    key: Key
    value: Value
    words: str
    known: Span | None
    public: Span | None
    never_public: bool
    verified: int
    material: int


Settled = Callable[[Said, Said], bool]
"""Does an entered 矛盾 deal with what these two claims disagree on?"""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two values that cannot both be so: what each side says, the claims of each side that nobody has dealt with."""

    key: Key
    one: str
    other: str
    one_claims: tuple[Said, ...]
    other_claims: tuple[Said, ...]

    @property
    def items(self) -> tuple[int, ...]:
        """The items on both sides, in order."""
        return tuple(sorted({said.item for said in (*self.one_claims, *self.other_claims)}))

    @property
    def essential(self) -> int:
        """Does it touch what a conviction needs?  yes when a person said so of one side; no when of both sides no."""
        return max(max(said.material for said in side) for side in (self.one_claims, self.other_claims))


@dataclass(slots=True)
class Compared:
    """The contradictions in a fixed order, and per slot what could not be compared or listed."""

    found: list[Contradiction] = field(default_factory=list)
    unlisted: dict[Key, int] = field(default_factory=dict)
    incomplete: list[Key] = field(default_factory=list)


def plain(text: str) -> str:
    """Words for comparison: width folded, no punctuation, no blanks, lower case."""
    folded = unicodedata.normalize("NFKC", text).lower()
    return "".join(char for char in folded if char.isalnum())


def number_in(text: str) -> float | None:
    """The only number in the words, Arabic or Chinese, with 万 and 亿; None where there is none or several."""
    folded = unicodedata.normalize("NFKC", text).replace(",", "")
    found = list(_FIGURE.finditer(folded))
    if len(found) != 1:
        return None
    figure, after = found[0].group(), folded[found[0].end() :][:1]
    value = _value(figure)
    return value * {"万": 1e4, "亿": 1e8}.get(after, 1.0)


def _chinese(figure: str) -> int:
    total, digit = 0, 0
    for char in figure:
        if char in _TENS:
            total += (digit or 1) * _TENS[char]
            digit = 0
        else:
            digit = digit * 10 + _SMALL[char] if digit and not total else _SMALL[char]
    return total + digit


_SHUT = {True: NO, False: YES, None: UNKNOWN}


def compare(slot: str, one: Value, other: Value, tolerance: int = TOLERANCE_MINUTES) -> int:
    """Do two values on a slot agree?  yes, no, or unknown where they cannot be compared."""
    if slot in TIMES:
        if one.time is None or other.time is None:
            return YES if one.text and one.text == other.text else UNKNOWN
        return (
            NO if one.time[0] - other.time[1] > tolerance or other.time[0] - one.time[1] > tolerance else YES
        )
    if slot in NUMBERS:
        if one.number is None or other.number is None:
            return YES if one.text and one.text == other.text else UNKNOWN
        return YES if one.number == other.number else NO
    if not one.text or not other.text:
        return UNKNOWN
    if slot == "tool" and (shown(one.text) or shown(other.text)):
        return _SHUT[excludes(one.text, other.text)]
    return YES if _fits(one.text, other.text) else NO


def _fits(one: str, other: str) -> bool:
    """The same words, or one says less of the same: its characters stand in the other in order, and nothing the
    other adds turns it round (没, 不, 左, 右 …)."""
    short, long = sorted((one, other), key=len)
    left, added = iter(long), []
    for wanted in short:
        for char in left:
            if char == wanted:
                break
            added.append(char)
        else:
            return False
    added += left
    return _NEGATIONS.isdisjoint(added) and _same_figures(short, long)


def _same_figures(short: str, long: str) -> bool:
    """Is every number of the shorter words one of the longer?  3号楼 is not 13号楼."""
    left = [_value(found.group()) for found in _FIGURE.finditer(long)]
    for found in _FIGURE.finditer(short):
        value = _value(found.group())
        if value not in left:
            return False
        left.remove(value)
    return True


def _value(figure: str) -> float:
    return float(figure) if figure[0].isdigit() else float(_chinese(figure))


def read(frame: CaseFrame) -> list[Said]:
    """Every claim of the case with a slot and words, in the file's order."""
    view = frame.view
    slots = view.cells.get(Claim.slot.path)
    if not slots:
        return []
    items, incidents = view.index("item"), view.subjects(Incident.kind)
    only = incidents[0] if len(incidents) == 1 else ""
    everybody = view.subjects(Accused.kind)
    alone = everybody[0] if len(everybody) == 1 else ""
    verified, material = frame.flag(Claim.verified_true)[0].tolist(), frame.flag(Claim.material)[0].tolist()
    accused, incident, about, value = (
        _texts(frame, one) for one in (Claim.accused, Claim.incident, Claim.about, Claim.value)
    )
    at, known, public = (
        view.cells.get(one.path, {}) for one in (Claim.at, Claim.known_to_police, Claim.public_since)
    )
    plain_of: dict[str, str] = {"": ""}
    made = []
    for number, claim in enumerate(frame.subjects(Claim.kind)):
        slot = slots.get(claim)
        item = items.get(view.parent(claim))
        if slot is None or not isinstance(slot.value, str) or item is None:
            continue
        words, when = value.get(claim, ""), _span(at.get(claim))
        if not words and when is None:
            continue
        for text in (words, about.get(claim, "")):
            if text not in plain_of:
                plain_of[text] = plain(text)
        key = (
            accused.get(claim, "") or alone,
            incident.get(claim, "") or only,
            slot.value,
            plain_of[about.get(claim, "")],
        )
        given = public.get(claim)
        figure = number_in(words) if slot.value in NUMBERS else None
        made.append(Said(
            claim, item, key, Value((when.low, when.high) if when is not None else None, figure, plain_of[words]),
            words or (when.text if when is not None else ""), _span(known.get(claim)), _span(given),
            given is not None and _span(given) is None, verified[number], material[number],
        ))  # fmt: skip
    return made


def _span(live: Live | None) -> Span | None:
    return live.value if live is not None and isinstance(live.value, Span) else None


def _texts(frame: CaseFrame, cell: Field) -> dict[str, str]:
    return {
        one: live.value
        for one, live in frame.view.cells.get(cell.path, {}).items()
        if isinstance(live.value, str)
    }


def grouped(said: Iterable[Said]) -> dict[Key, dict[Value, list[Said]]]:
    """Claims by what they are about, then by what they say; both sorted, so the file's order does not matter."""
    groups: dict[Key, dict[Value, list[Said]]] = defaultdict(lambda: defaultdict(list))
    for one in said:
        groups[one.key][one.value].append(one)
    return {
        key: {
            value: sorted(groups[key][value], key=lambda one: one.id)
            for value in sorted(groups[key], key=_order)
        }
        for key in sorted(groups)
    }


def _order(value: Value) -> tuple[tuple[int, int], float, str]:
    return value.time or (-1, -1), -1.0 if value.number is None else value.number, value.text


CUMULATIVE = frozenset({"wound", "loot"})
"""Slots on which several values may be true together: several blows, several things taken."""


def contradictions(said: Iterable[Said], settled: Settled | None = None) -> Compared:
    """Values of different items that cannot both be so, without the pairs of claims that an entered 矛盾 deals with."""
    out = Compared()
    for key, values in grouped(said).items():
        number = 0
        for one, other in disagreeing(key[2], list(values), out, key):
            both = _items(values[one]) & _items(values[other]) if key[2] in CUMULATIVE else frozenset()
            left, right = _uncovered(values[one], values[other], settled, both)
            if not left:
                continue
            number += 1
            if number <= MOST:
                out.found.append(Contradiction(key, left[0].words, right[0].words, left, right))
            else:
                out.unlisted[key] = number - MOST
                break
    return out


def _items(said: Iterable[Said]) -> frozenset[int]:
    return frozenset(one.item for one in said)


def _uncovered(
    one: list[Said], other: list[Said], settled: Settled | None, both: frozenset[int]
) -> tuple[tuple[Said, ...], tuple[Said, ...]]:
    """What of either side stands against something of the other; who says `both` contradicts nobody who says one."""

    def left(mine: list[Said], theirs: list[Said]) -> tuple[Said, ...]:
        against = [each for each in theirs if each.item not in both]
        items = _items(against)
        return tuple(
            said
            for said in mine
            if said.item not in both
            and (
                items - {said.item}
                if settled is None
                else any(each.item != said.item and not settled(said, each) for each in against)
            )
        )

    first, second = left(one, other), left(other, one)
    return (first, second) if first and second else ((), ())


def disagreeing(slot: str, values: Sequence[Value], out: Compared, key: Key) -> Iterator[tuple[Value, Value]]:
    """Pairs of distinct values that do not agree.  Times by sorting; words pair by pair up to TRIED."""
    if slot in TIMES:
        timed = sorted(
            (value for value in values if value.time is not None), key=lambda one: (one.time, _order(one))
        )
        yield from _apart(timed)
        return
    tried = 0
    for n, one in enumerate(values):
        for other in values[n + 1 :]:
            tried += 1
            if tried > TRIED:
                out.incomplete.append(key)
                return
            if compare(slot, one, other) == NO:
                yield one, other


def _apart(timed: list[Value]) -> Iterator[tuple[Value, Value]]:
    """Every pair of intervals further apart than the tolerance, the earlier one first."""
    ends = sorted((value.time[1], n) for n, value in enumerate(timed) if value.time is not None)
    last = [end for end, _ in ends]
    for value in timed:
        if value.time is not None:
            before = bisect_left(last, value.time[0] - TOLERANCE_MINUTES)
            for place in sorted(n for _, n in ends[:before]):
                yield timed[place], value


def unplaced(said: Iterable[Said], incidents: int) -> int:
    """How many claims of a case with several incidents do not say which incident they are about."""
    return sum(not one.key[1] for one in said) if incidents > 1 else 0


def apart(said: Iterable[Said]) -> dict[str, int]:
    """Slot → claims that do not say whom or what they are about where others on the slot do: they were not held
    against those others."""
    keys: dict[tuple[str, str], dict[tuple[str, str], int]] = defaultdict(lambda: defaultdict(int))
    for one in said:
        accused, incident, slot, matter = one.key
        keys[incident, slot][accused, matter] += 1
    out: dict[str, int] = defaultdict(int)
    for (_, slot), own in keys.items():
        for (accused, matter), number in own.items():
            others = (one for one in own if one != (accused, matter))
            if any(_may_be((accused, matter), one) for one in others):
                out[slot] += number
    return {slot: out[slot] for slot in sorted(out)}


def _may_be(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Says the first less than the second, and nothing else?"""
    return all(mine in ("", theirs) for mine, theirs in zip(one, other, strict=True))


def unmeasured(said: Iterable[Said]) -> dict[str, int]:
    """Slot → claims of a time or a number that give none that can be compared, where another claim says otherwise."""
    out: dict[str, int] = defaultdict(int)
    for key, values in grouped(one for one in said if one.key[2] in TIMES | NUMBERS).items():
        for value, own in values.items():
            bare = value.time is None if key[2] in TIMES else value.number is None
            if bare and any(compare(key[2], value, other) == UNKNOWN for other in values if other != value):
                out[key[2]] += len(own)
    return {slot: out[slot] for slot in sorted(out)}
