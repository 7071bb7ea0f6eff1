"""The story of one case: who, where, when.  Every paper reads its names and hours here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from benchmarks.planted_files.family_jia.people import Cast, Person

HEAVY = {"贩卖毒品", "抢劫"}
MUST_RECORD = HEAVY | {"故意伤害"}


@dataclass(slots=True)
class Talk:
    """One interrogation; `row` is its line in the 提讯提解证 (out, back)."""

    begin: datetime
    end: datetime
    place: str
    askers: list[str]
    writer: str
    row: tuple[datetime, datetime] | None = None


@dataclass(slots=True)
class Story:
    """Names, places and hours of one case; `flaws` are the codes to plant."""

    seed: int
    rng: Random
    charge: str
    flaws: frozenset[str]
    cast: Cast
    accused: Person
    victim: Person
    first: Person
    second: Person
    third: Person
    kin: Person
    lawyer: str
    officers: list[str]
    times: dict[str, datetime]
    talks: list[Talk]
    names: dict[str, str]
    minor: bool = False
    heavy: bool = False
    foils: int = 10
    interpreter: str = ""
    tongue: str = ""
    pages: int = 60

    def has(self, code: str) -> bool:
        """Whether this flaw is to be planted."""
        return code in self.flaws

    def pick(self, *choices: str) -> str:
        """One wording by the seed."""
        return self.rng.choice(choices)

    @property
    def lean(self) -> bool:
        """A thin file: as sent to the procuratorate, before its own papers are bound in."""
        return self.pages < 60

    @property
    def bureau(self) -> str:
        """The county public security bureau."""
        return f"{self.cast.county}公安局"

    @property
    def brigade(self) -> str:
        """The criminal investigation brigade."""
        return f"{self.bureau}刑事侦查大队"

    @property
    def jail(self) -> str:
        """The detention house."""
        return f"{self.cast.county}看守所"

    @property
    def office(self) -> str:
        """Where people brought in are questioned before detention."""
        return f"{self.bureau}执法办案管理中心"

    @property
    def prosecutor(self) -> str:
        """The procuratorate that prosecutes: the city's where life imprisonment or death may come."""
        return f"{self.cast.city if self.heavy else self.cast.county}人民检察院"

    @property
    def procuratorate(self) -> str:
        """The county procuratorate: approves the arrest, takes the case from the police."""
        return f"{self.cast.county}人民检察院"

    @property
    def court(self) -> str:
        """The court the case goes to."""
        return f"{self.cast.city}中级人民法院" if self.heavy else f"{self.cast.county}人民法院"

    def seer(self, event: str) -> str:
        """The witness (见证人) of an event: 勘验, 搜查, 辨认, 提取, 称量 or 采样; another person each time."""
        return self.names[f"见证人{event}"]

    def number(self, kind: str, base: int = 0) -> str:
        """A document number like 望公（刑）立字〔2021〕123号, the same each time for the same kind."""
        year = self.times["filing"].year
        serial = Random(f"{self.seed}{kind}{base}").randrange(20, 900)
        return f"{self.cast.county[0]}公（刑）{kind}字〔{year}〕{serial}号"

    @property
    def code(self) -> str:
        """Case number A plus area, year, month, serial."""
        stamp = self.times["report"]
        serial = Random(f"{self.seed}code").randrange(100, 999)
        return f"A{self.cast.area}{stamp:%Y%m}0{serial}"


def minutes(count: float) -> timedelta:
    """A span of minutes."""
    return timedelta(minutes=count)


def day_at(day: date, hour: int, minute: int = 0) -> datetime:
    """A date with an hour."""
    return datetime(day.year, day.month, day.day, hour, minute)


def calendar(rng: Random, charge: str, flaws: frozenset[str], heavy: bool) -> dict[str, datetime]:
    """The hours of the case from the deed to the charge; lawful but for the flaws that move them."""
    start = date(rng.randrange(2021, 2025), rng.randrange(3, 8), rng.randrange(1, 27))
    times: dict[str, datetime] = {}
    hour = {"盗窃": 2, "抢劫": 20, "故意伤害": 19, "贩卖毒品": 15}[charge]
    times["crime"] = day_at(start, hour, rng.randrange(5, 50))
    wait = {"盗窃": 290, "抢劫": 35, "故意伤害": 15, "贩卖毒品": 1080}[charge]
    times["report"] = times["crime"] + minutes(wait + rng.randrange(20))
    first = times["report"].date()
    if times["report"].hour >= 18:
        times["scene"] = times["report"] + minutes(45)
        first += timedelta(days=1)
    else:
        times["scene"] = times["report"] + minutes(70)
    times["filing"] = day_at(first, 16, 0)
    wounded = charge in {"抢劫", "故意伤害"}
    times["talk_victim"] = day_at(first + timedelta(days=3 if wounded else 0), 10, rng.randrange(5, 40))
    times["talk_first"] = day_at(first, 13, rng.randrange(30, 55))
    times["talk_third"] = day_at(first + timedelta(days=2), 15, rng.randrange(5, 40))
    times["talk_second"] = day_at(first + timedelta(days=1), 9, rng.randrange(10, 50))
    catch = first + timedelta(days=rng.randrange(4, 7))
    night = "night_without_rest" in flaws
    times["arrive"] = day_at(catch, 20, 2) if night else day_at(catch, 8, rng.randrange(20, 50))
    if night:
        held = times["arrive"] + minutes(11.4 * 60)
    elif "summons_overlong" in flaws:
        held = times["arrive"] + minutes((27 if heavy else 18.5) * 60 + rng.randrange(5, 50))
    else:
        held = times["arrive"] + minutes(6 * 60 + rng.randrange(5, 50))
    times["held"] = held
    if "custody_late" in flaws:
        times["jailed"] = day_at(held.date() + timedelta(days=2), 10, rng.randrange(5, 50))
    else:
        times["jailed"] = held + minutes((300 if night else 150) + rng.randrange(40))
        if times["jailed"].hour < 8:
            times["jailed"] = day_at(held.date(), 9, 20)
    times["told_kin"] = held + minutes(90) if 7 <= held.hour < 20 else day_at(held.date(), 9, 30)
    if "custody_before_filing" in flaws:
        times["filing"] = day_at(held.date() + timedelta(days=1 + rng.randrange(2)), 10, 0)
    settle(rng, times, flaws, charge)
    return times


def settle(rng: Random, times: dict[str, datetime], flaws: frozenset[str], charge: str) -> None:
    """The days after detention: request for arrest, arrest, end of investigation, charge."""
    held, jailed = times["held"], times["jailed"]
    catch = times["arrive"]
    times["search"] = (
        held + minutes(60) if "night_without_rest" in flaws else catch + minutes(185 + rng.randrange(30))
    )
    times["weigh"] = held + minutes(170 if "night_without_rest" in flaws else 35)
    times["sample"] = held + minutes(15)
    times["show_first"] = day_at(max(held, jailed).date() + timedelta(days=1), 15, rng.randrange(2, 20))
    times["show_second"] = times["show_first"] + minutes(50)
    times["find"] = day_at(max(held, jailed).date() + timedelta(days=2), 9, rng.randrange(10, 50))
    if "confession_after_finding" in flaws:
        times["find"] = day_at(times["arrive"].date() - timedelta(days=2), 15, rng.randrange(5, 40))
    days = rng.randrange(11, 15) if "arrest_overdue" in flaws else rng.randrange(5, 7)
    times["extend"] = day_at(held.date() + timedelta(days=2), 15, 0)
    times["request"] = day_at(held.date() + timedelta(days=days), 15, 30)
    times["approve"] = day_at(times["request"].date() + timedelta(days=rng.randrange(4, 7)), 16, 0)
    times["arrest"] = day_at(times["approve"].date(), 17, rng.randrange(2, 30))
    times["lab"] = day_at(times["talk_second"].date() + timedelta(days=1), 10, 0)
    days_at_lab = rng.randrange(3, 5)
    if charge != "盗窃":
        times["lab"], days_at_lab = day_at(held.date() + timedelta(days=1), 10, 0), 3
    times["lab_done"] = times["lab"] + timedelta(days=days_at_lab)
    times["trace_lab"] = day_at(max(times["find"], held, jailed).date() + timedelta(days=1), 15, 0)
    times["trace_done"] = times["trace_lab"] + timedelta(days=3)
    times["told"] = day_at(times["arrest"].date() + timedelta(days=3), 9, 40)
    times["suggest"] = day_at(times["arrest"].date() + timedelta(days=rng.randrange(28, 45)), 10, 0)
    times["accept"] = times["suggest"] + timedelta(days=1)
    times["indict"] = times["accept"] + timedelta(days=rng.randrange(18, 27))


def talk_times(
    rng: Random, times: dict[str, datetime], flaws: frozenset[str]
) -> list[tuple[datetime, datetime]]:
    """Begin and end of the five interrogations: arrival, after custody, later, arrest, prosecutor."""
    spans: list[tuple[datetime, datetime]] = []
    arrive, held, jailed = times["arrive"], times["held"], times["jailed"]
    if "night_without_rest" in flaws:
        spans.append((arrive + minutes(18), arrive + minutes(18 + 10 * 60 + 50)))
    else:
        begin = arrive + minutes(50 + rng.randrange(20))
        spans.append((begin, begin + minutes(105 + rng.randrange(35))))
    if "custody_late" in flaws:
        second = day_at(held.date() + timedelta(days=1), 9, rng.randrange(5, 50))
    elif jailed.hour < 14:
        second = day_at(jailed.date(), 14, rng.randrange(30, 55))
    else:
        second = day_at(jailed.date() + timedelta(days=1), 9, rng.randrange(5, 40))
    spans.append((second, second + minutes(80 + rng.randrange(30))))
    third = day_at(max(second, jailed).date() + timedelta(days=1), 14, rng.randrange(5, 40))
    spans.append((third, third + minutes(70 + rng.randrange(30))))
    fourth = day_at(times["arrest"].date() + timedelta(days=1), 9, rng.randrange(5, 40))
    spans.append((fourth, fourth + minutes(40 + rng.randrange(20))))
    fifth = day_at(times["accept"].date() + timedelta(days=rng.randrange(6, 12)), 10, rng.randrange(0, 30))
    spans.append((fifth, fifth + minutes(45 + rng.randrange(25))))
    return spans


def make_talks(story: Story, spans: list[tuple[datetime, datetime]]) -> list[Talk]:
    """The interrogations with places, persons and their lines in the log of the detention house."""
    rng, flaws, o = story.rng, story.flaws, story.officers
    room = f"{story.office}第{rng.choice('一二三四')}讯问室"
    inner = f"{story.jail}第{rng.choice('二三五六八')}讯问室"
    places = [room, inner, inner, inner, inner]
    if "custody_late" in flaws:
        places[1] = room
    if "outside_detention" in flaws:
        places[2] = rng.choice((room, f"{story.brigade}三楼办公室"))
    talks: list[Talk] = []
    for index, (begin, end) in enumerate(spans):
        askers = [story.names["检察官"], story.names["检察官助理"]] if index == 4 else [o[0], o[1]]
        writer = story.names["书记员"] if index == 4 else o[1]
        talk = Talk(begin, end, places[index], askers, writer)
        if begin > story.times["jailed"]:
            lead, tail = rng.randrange(5, 12), rng.randrange(5, 14)
            if "看守所" not in places[index]:
                lead, tail = lead + 35, tail + 40
            talk.row = (begin - minutes(lead), end + minutes(tail))
        talks.append(talk)
    if "single_interrogator" in flaws:
        talks[2].askers, talks[2].writer = [o[0]], o[0]
    if "log_disagrees" in flaws:
        talk = talks[2]
        out = talk.begin - minutes(rng.randrange(5, 12))
        talk.end = talk.begin + minutes(4 * 60 - 30 + rng.randrange(20))
        talk.row = (out, out + minutes(70))
    return talks
