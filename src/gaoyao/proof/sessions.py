"""How questioning went: length, night, rest, one officer in two places, logs, injury, recording (CPL 118–123).

The lines of length, rest and night are ours (提示), not the law's: the law asks for “necessary rest” and forbids
wearing people down, without a number.  Only what is certain on the entered intervals is reported.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from gaoyao.dossier.frame import CaseFrame
from gaoyao.dossier.model import Span
from gaoyao.dossier.vocabulary import Case, Inquiry, Interrogation, Item, Link
from gaoyao.dossier.vocabulary.court import ITEM_INQUIRY, ITEM_INTERROGATION, ITEM_LINKS
from gaoyao.logic.tree import Field, Flag
from gaoyao.logic.truth import Truth

LONG_HOURS = 8
"""Questioning of this length, alone or without real rest in between, before the first confession."""
REST_HOURS = 6
"""A break shorter than this does not end a stretch of questioning."""
DAY = 1440
NIGHT_FROM, NIGHT_LENGTH = 22 * 60, 8 * 60
NIGHT_LEAST = 60
"""So many minutes of a questioning must lie in the night before it is told: one that ran over by a little is none.  Ours."""
YES, NO = int(Truth.YES), int(Truth.NO)
I = Interrogation  # noqa: E741


@dataclass(frozen=True, slots=True)
class Session:
    """One questioning: item and person, start and end as intervals of minutes, officers, flags as Kleene values."""

    item: int
    person: str
    start: Span | None
    end: Span | None
    place: str
    officers: frozenset[str]
    admits: int
    rest_hours: tuple[float, float] | None
    flags: dict[str, int]


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing seen: its code, the item (and the other item of a pair), and a sentence."""

    code: str
    item: int
    sentence: str
    other: int | None = None


CODES = {
    "long": "长时间讯问", "night": "夜间讯问", "rest": "首次供述前休息不足", "overlap": "同一人员同一时间在两处", "log": "提讯登记与笔录不符",
    "injury": "体检有伤", "recording": "录音录像缺失或者不完整", "place": "在规定的办案场所以外", "order": "讯问结束早于开始",
}  # fmt: skip
_FLAGS = (
    I.extraction_log_conflicts, I.injury_at_check, I.recorded, I.recording_complete, I.recording_transferred, I.recording_duty_noted,
    I.outside_premises, I.lawful_other_place, I.urgent_on_scene, I.minor,
)  # fmt: skip


def admitting(frame: CaseFrame) -> list[int]:
    """Per item: does it admit?  Where nobody has entered that, a confession that supports a fact does."""
    told: list[int] = frame.flag(Item.admits)[0].tolist()
    codes = [code for code, _ in Link.direction.options] + [""]
    directions = frame.choice(Link.direction)[0].tolist()
    for item, link in zip(*(column.tolist() for column in frame.pairs(ITEM_LINKS)), strict=True):
        if told[item] not in (YES, NO) and codes[directions[link]] == "supports":
            told[item] = YES
    return told


def sessions(frame: CaseFrame) -> list[Session]:
    """Every questioning of an accused, in the file's order."""
    flags = {one.name: frame.flag(one)[0] for one in _FLAGS}
    low, high, _ = frame.interval(I.rest_hours)
    admits = admitting(frame)
    made = []
    for item, act in zip(*(column.tolist() for column in frame.pairs(ITEM_INTERROGATION)), strict=True):
        own, ident = frame.identifier("interrogation", act), frame.identifier("item", item)
        rest = (float(low[act]), float(high[act])) if low[act] == low[act] else None
        made.append(Session(
            item, speaker_of(frame, ident), _span(frame, I.start, own), _span(frame, I.end, own), _text(frame, I.place, own),
            _names(frame, I.officers, own), int(admits[item]), rest, {name: int(column[act]) for name, column in flags.items()},
        ))  # fmt: skip
    return made


def speaker_of(frame: CaseFrame, item: str) -> str:
    """Whose questioning it is: the only accused where nobody is entered."""
    everybody = frame.subjects("accused")
    return _text(frame, Item.speaker, item) or (everybody[0] if len(everybody) == 1 else "")


def _span(frame: CaseFrame, cell: Field, subject: str) -> Span | None:
    value = frame.view.live(cell, subject).value
    return value if isinstance(value, Span) else None


def _text(frame: CaseFrame, cell: Field, subject: str) -> str:
    value = frame.view.live(cell, subject).value
    return value if isinstance(value, str) else ""


def _names(frame: CaseFrame, cell: Field, subject: str) -> frozenset[str]:
    value = frame.view.live(cell, subject).value
    return frozenset(map(str, value)) if isinstance(value, tuple) else frozenset()


# ------------------------------------------------------------ one questioning


def least_minutes(start: Span | None, end: Span | None) -> int:
    """The minutes it certainly lasted; 0 where that is not known."""
    return max(0, end.low - start.high) if start is not None and end is not None else 0


def certainly_night(start: Span | None, end: Span | None) -> bool:
    """Was some minute between 22:00 and 06:00 certainly part of it?"""
    if start is None or end is None or end.low <= start.high:
        return False
    today = start.high // DAY * DAY
    evenings = (day + NIGHT_FROM for day in (today - DAY, today))
    return any(start.high < evening + NIGHT_LENGTH and evening < end.low for evening in evenings)


def night_minutes(start: Span | None, end: Span | None) -> int:
    """The minutes between 22:00 and 06:00 that were certainly part of it."""
    if start is None or end is None or not certainly_night(start, end):
        return 0
    today = start.high // DAY * DAY
    evenings = (day + NIGHT_FROM for day in (today - DAY, today))
    return sum(
        max(0, min(end.low, evening + NIGHT_LENGTH) - max(start.high, evening)) for evening in evenings
    )


def own_signs(one: Session, duty: bool) -> list[Sign]:
    """What one questioning shows by itself; `duty`: the law required a recording."""
    flag, out = one.flags, []
    if one.start and one.end and one.end.high < one.start.low:
        out.append(Sign("order", one.item, f"讯问结束（{one.end.text}）早于开始（{one.start.text}）"))
    if least_minutes(one.start, one.end) >= LONG_HOURS * 60:
        out.append(
            Sign(
                "long",
                one.item,
                f"该次讯问至少持续 {least_minutes(one.start, one.end) // 60} 小时（{_from_to(one)}）",
            )
        )
    if night_minutes(one.start, one.end) >= NIGHT_LEAST:
        out.append(Sign("night", one.item, f"讯问跨夜间（22时至次日6时）：{_from_to(one)}"))
    if flag["extraction_log_conflicts"] == YES:
        out.append(Sign("log", one.item, "提讯登记与讯问笔录记载不符"))
    if flag["injury_at_check"] == YES:
        out.append(Sign("injury", one.item, "入所或者其后的健康检查记载有伤"))
    missing = [
        words for name, words in (("recorded", "没有录音录像"), ("recording_complete", "录音录像不完整"), ("recording_transferred", "录音录像没有移送"))
        if flag[name] == NO
    ]  # fmt: skip
    if missing:
        out.append(
            Sign(
                "recording",
                one.item,
                "、".join(missing)
                + ("，而该次讯问依法应当录音录像" if duty or flag["recording_duty_noted"] == YES else ""),
            )
        )
    if flag["outside_premises"] == YES and YES not in (flag["lawful_other_place"], flag["urgent_on_scene"]):
        out.append(
            Sign("place", one.item, "讯问在规定的办案场所以外进行" + (f"：{one.place}" if one.place else ""))
        )
    return out


def _from_to(one: Session) -> str:
    return f"{one.start.text if one.start else '？'} 至 {one.end.text if one.end else '？'}"


# ------------------------------------------------------------ before the first confession


def first_confession(own: Sequence[Session]) -> Session | None:
    """The earliest questioning in which the person admits; None where no dated one does."""
    dated = [one for one in own if one.admits == YES and one.start is not None]
    return min(dated, key=lambda one: (one.start.low if one.start else 0, one.item), default=None)


def stretch(own: Iterable[Session], until: Session) -> tuple[int, list[Session]]:
    """The questioning that led without real rest to the end of `until`: certain minutes, sessions in order."""
    dated = sorted((one for one in own if one.start is not None and one.end is not None), key=_begin)
    if until not in dated:
        return 0, []
    chain = [until]
    for one in reversed(dated[: dated.index(until)]):
        first = chain[0]
        if first.start is None or one.end is None or first.start.high - one.end.low >= REST_HOURS * 60:
            break
        chain.insert(0, one)
    return sum(least_minutes(one.start, one.end) for one in chain), chain


def _begin(one: Session) -> tuple[int, int]:
    return (one.start.low if one.start else 0), one.item


def before_confession(own: Sequence[Session]) -> list[Sign]:
    """Length and rest before the person's first confession."""
    first = first_confession(own)
    if first is None:
        return []
    out = []
    minutes, chain = stretch(own, first)
    if len(chain) > 1 and minutes >= LONG_HOURS * 60:
        out.append(
            Sign(
                "long",
                first.item,
                f"首次供述前，{len(chain)} 次讯问之间休息都不足 {REST_HOURS} 小时，合计至少 {minutes // 60} 小时",
                chain[0].item,
            )
        )
    if first.rest_hours is not None and first.rest_hours[1] < REST_HOURS:
        out.append(
            Sign("rest", first.item, f"首次供述前二十四小时内连续休息不超过 {first.rest_hours[1]:g} 小时")
        )
    return out


# ------------------------------------------------------------ one officer in two places


@dataclass(frozen=True, slots=True)
class Busy:
    """One officer at work: certainly from `low` to `high` (minutes)."""

    officer: str
    item: int
    low: int
    high: int


def overlaps(busy: Iterable[Busy]) -> list[tuple[Busy, Busy]]:
    """Every pair of works of one officer that certainly overlap; by sorting, O(n log n) and what is found."""
    own: dict[str, list[Busy]] = defaultdict(list)
    for one in busy:
        if one.low < one.high:
            own[one.officer].append(one)
    out = []
    for officer in sorted(own):
        running: list[Busy] = []
        for one in sorted(own[officer], key=lambda row: (row.low, row.high, row.item)):
            running = [other for other in running if other.high > one.low]
            out += [(other, one) for other in running if other.item != one.item]
            running.append(one)
    return out


def at_work(frame: CaseFrame) -> list[Busy]:
    """Questionings of accused and witnesses with officers, start and end."""
    out = []
    for relation, kind in ((ITEM_INTERROGATION, Interrogation), (ITEM_INQUIRY, Inquiry)):
        for item, act in zip(*(column.tolist() for column in frame.pairs(relation)), strict=True):
            ident = frame.identifier(kind.kind, act)
            start, end = _span(frame, kind.start, ident), _span(frame, kind.end, ident)
            if start is not None and end is not None:
                out += [
                    Busy(officer, item, start.high, end.low)
                    for officer in sorted(_names(frame, kind.officers, ident))
                ]
    return out


def signs(frame: CaseFrame, name: Callable[[str], str]) -> list[Sign]:
    """Everything the questioning shows, by item; `name` gives the words for an officer's id."""
    own: dict[str, list[Session]] = defaultdict(list)
    out: list[Sign] = []
    duty = recording_duty(frame)
    for one in sessions(frame):
        own[one.person].append(one)
        out += own_signs(one, duty)
    for person in sorted(own):
        if person:
            out += before_confession(own[person])
    for first, second in overlaps(at_work(frame)):
        out.append(
            Sign("overlap", first.item, f"{name(first.officer)}在重叠的时间内进行两次讯问、询问", second.item)
        )
    return sorted(
        out,
        key=lambda sign: (
            sign.item,
            list(CODES).index(sign.code),
            -1 if sign.other is None else sign.other,
            sign.sentence,
        ),
    )


def recording_duty(frame: CaseFrame) -> bool:
    """Does the law require every questioning of this case to be recorded (CPL 123; Supervision Law)?"""
    if not frame.size("case"):
        return False
    flags: tuple[Flag, ...] = (Case.death_possible, Case.life_possible, Case.other_major_crime)
    codes = [code for code, _ in Case.investigating_body.options] + [""]
    return (
        any(frame.flag(one)[0][0] == YES for one in flags)
        or codes[frame.choice(Case.investigating_body)[0][0]] == "supervision"
    )
