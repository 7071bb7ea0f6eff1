"""One case in the making: its people, times, story, and what is planted in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from random import Random

from benchmarks.planted_files.family_bing.layout import Paper
from benchmarks.planted_files.family_bing.plan import DAY, Plan, Session
from benchmarks.planted_files.family_bing.story import Item, Story, Talk
from benchmarks.planted_files.family_bing.world import World, ar, at, clock, minutes, small, vary

Marks = tuple[tuple[str, str], ...]


@dataclass(slots=True)
class Statement:
    """A statement taken: who was asked, in what capacity, when, where, by whom."""

    who: str
    capacity: str
    talk: list[tuple[str, str]]
    start: datetime
    end: datetime
    place: str
    askers: tuple[str, ...]


@dataclass(slots=True)
class Case:
    """Everything the papers of one case share."""

    rng: Random
    flaws: frozenset[str]
    w: World
    p: Plan
    story: Story
    trait: str  # "", "minor" or "tongue"
    fields: dict[str, str]
    item: Item
    confessions: list[list[tuple[str, str]]] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)

    @property
    def a(self) -> str:
        """The accused."""
        return self.w["A"]

    @property
    def linked(self) -> bool:
        """Whether anything but the confession ties the accused to the deed."""
        return "confession_only" not in self.flaws

    @property
    def has_thing(self) -> bool:
        """Whether a thing was found and seized."""
        return self.linked

    def has(self, code: str, done: str) -> Marks:
        """The mark of a flaw, if it is planted."""
        return ((code, done),) if code in self.flaws else ()

    def say(self, text: str) -> str:
        """A template with names put in and alternatives chosen."""
        text = text.replace("{place}", self.story.place).replace("{hid}", self.story.hidden_at)
        for key, value in self.fields.items():
            text = text.replace("{" + key + "}", value)
        for key, value in self.w.names.items():
            text = text.replace("{" + key + "}", value)
        return vary(self.rng, text)

    def talk(self, talk: Talk) -> list[tuple[str, str]]:
        """Questions and answers with their alternatives chosen."""
        return [(self.say(question), self.say(answer)) for question, answer in talk]

    def paper(self, kind: str, header: str | None = None) -> Paper:
        """A new paper with the organ's name above and a line spacing of its own."""
        text = self.w.bureau if header is None else header
        return Paper(kind, header=text, lead=self.rng.choice((1.6, 1.75, 1.9)))

    def number(self, mark: str, organ: str = "公") -> str:
        """A document number."""
        word = self.w.county[0] + organ
        return f"{word}（{mark}）字〔{self.p.crime.year}〕{self.rng.randint(100, 1999)}号"

    def hours(self, start: datetime, end: datetime) -> list[str]:
        """A span of time as one line or as two, in one of the ways it is written."""
        way = self.rng.randint(0, 2)
        if way == 0:
            return [f"{at(start)}至{at(end)}"]
        if way == 1:
            return [f"{at(start)}", f"　　　至　{at(end)}"]
        tail = clock(end) if start.date() == end.date() else f"{ar(end)}{clock(end)}"
        return [f"{ar(start)}{clock(start)}至{tail}"]

    @property
    def pleads(self) -> bool:
        """Whether he signs a plea."""
        return "alibi_unchecked" not in self.flaws

    @property
    def needs_counsel(self) -> bool:
        """Whether the law gives him a lawyer by legal aid."""
        return self.trait == "minor" or self.story.serious


ALIBI: Talk = (
    ("公安机关移送的犯罪事实，你有什么意见？", "我没有做过。[当时讲的不对|以前说的不是事实]，案发那天我根本不在{street}。"),
    ("{date}{hour}你在什么地方？", ("那天下午我就坐班车去了枣岭镇我表哥{guest}家，晚上在他家吃的饭，住了一夜，第二天中午才回来。"
     "他家里人和隔壁小卖部的老板都看见我了，班车站买票也要登记，你们可以去查。")),
    ("以前为什么承认？", "我以为认了就能早点回家。"),
)  # fmt: skip


def amounts(rng: Random, crime: datetime, shop: str) -> dict[str, str]:
    """The numbers of the story."""
    k = rng.randint(4, 9)
    hour = f"{crime.hour}时{crime.minute}分"
    return {
        "date": ar(crime), "hour": hour, "shop": shop, "amount": str(rng.randint(41, 99) * 100 * 2 + 6),
        "k": str(k), "k2": str(k + rng.randint(2, 3)), "n1": str(rng.randint(11, 89)),
        "n2": str(rng.randint(12, 19)),
        "n3": str(rng.randint(31, 88)), "n4": str(rng.randint(2, 6)), "n5": str(rng.randint(9, 12)),
        "n6": str(rng.randint(15, 19)),
    }  # fmt: skip


def take_statements(case: Case) -> None:
    """Give each statement its hour: one after another on the day after the crime, by the second pair."""
    w, rng = case.w, case.rng
    start = (case.p.crime + DAY).replace(hour=9, minute=rng.randint(5, 25))
    if case.p.crime.hour < 6:
        start = case.p.crime.replace(hour=9, minute=rng.randint(5, 25))
    for number, told in enumerate(case.story.told):
        end = start + minutes(rng.randint(38, 62))
        talk = case.talk(told.talk if case.linked or not told.unlinked else told.unlinked)
        place = f"{w.station}询问室{small(number % 2 + 1)}"
        case.statements.append(
            Statement(told.who, told.capacity, talk, start, end, place, (w["o3"], w["o4"]))
        )
        start = end + minutes(rng.randint(9, 20))
        if start.hour == 12 or (start.hour == 11 and start.minute > 25):
            start = start.replace(hour=13, minute=rng.randint(5, 30))
    if "officer_in_two_places" in case.flaws:
        first, last = case.p.sessions[0], case.statements[-1]
        last.start, last.end = first.start + minutes(13), first.start + minutes(61)
        last.askers = (w["o1"], w["o4"])


def confess(case: Case) -> None:
    """Choose the words of each questioning once, so that no two records share a paragraph unless planted."""
    s = case.story
    second = s.confessions[1] if case.linked else s.thrown
    case.confessions = [case.talk(talk) for talk in (s.confessions[0], second, *s.confessions[2:])]
    if "alibi_unchecked" in case.flaws:
        case.confessions[4] = case.talk(ALIBI)
    elif not case.linked:
        case.confessions[4] = case.confessions[4][:1]
    if "same_words" in case.flaws:
        case.confessions[2] = case.confessions[0] + case.confessions[2]


def words_of(case: Case, session: Session) -> list[tuple[str, str]]:
    """What was asked and answered in a questioning."""
    return case.confessions[4 if session.stage == "prosecutor" else session.number - 1]
