"""One case of family 乙: its people, its hours, its officers; every paper draws on it."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from benchmarks.planted_files.family_yi import names
from benchmarks.planted_files.family_yi.clock import Hours
from benchmarks.planted_files.family_yi.crime_drugs import drugs
from benchmarks.planted_files.family_yi.crime_fraud import fraud
from benchmarks.planted_files.family_yi.crime_murder import murder
from benchmarks.planted_files.family_yi.crime_rape import rape
from benchmarks.planted_files.family_yi.crime_theft import theft
from benchmarks.planted_files.family_yi.model import Paper, Person, day, say, spoken
from benchmarks.planted_files.family_yi.plot import Plot, Talk


@dataclass(slots=True)
class Duty:
    """Who of the officers was where, from when to when; used to see that nobody is in two places."""

    officers: tuple[str, ...]
    start: datetime
    end: datetime
    what: str


def plot_of(charge: str, flaws: set[str]) -> Plot:
    """The templates of a charge."""
    if charge == "盗窃":
        return theft("confession_only" not in flaws)
    return {"诈骗": fraud, "故意杀人": murder, "强奸": rape, "贩卖毒品": drugs}[charge]()


class Case:
    """The story of one seed, and the papers written so far."""

    def __init__(self, seed: int, charge: str, flaws: set[str]) -> None:
        self.seed, self.flaws = seed, flaws
        self.rng = random.Random(f"yi story {seed}")
        self.plot = plot_of(charge, flaws)
        self.papers: list[Paper] = []
        self.duties: list[Duty] = []
        self.minor = "minor_alone" in flaws
        self.foreign = "no_interpreter" in flaws
        rng = self.rng
        self.city, self.district = rng.choice(names.CITIES), rng.choice(names.DISTRICTS)
        self.bureau = f"{self.city}市公安局{self.district}分局"
        self.squad = rng.choice((f"{self.district}分局刑侦大队", f"{self.district}分局刑侦支队"))
        self.jail = f"{self.city}市{rng.choice(('', '第一', '第二'))}看守所"
        self.centre = f"{self.district}分局执法办案管理中心"
        self.proc, self.court = (
            f"{self.city}市{self.district}区人民检察院",
            f"{self.city}市{self.district}区人民法院",
        )
        if self.plot.dead:
            self.proc = f"{self.city}市人民检察院"
            self.court = f"{self.city}市中级人民法院"
        self.marks = rng.choice((("问：", "答："), ("问:", "答:"), ("？", "：")))
        self.t = Hours(rng, self.plot, flaws)
        self.style = rng.randint(0, 3)
        self._people()
        self._facts()

    def _people(self) -> None:
        rng, draw = self.rng, names.Names(self.rng)
        road, door = rng.choice(names.ROADS), rng.randint(3, 180)
        self.rent = f"{self.district}区{road}{door}号{rng.randint(1, 6)}0{rng.randint(1, 4)}室"
        year = self.t.crime.year

        def one(sex: str, low: int = 24, high: int = 55, job: str = "") -> Person:
            home = f"{self.city}市{self.district}区{rng.choice(names.ROADS)}{rng.randint(2, 260)}号"
            return draw.person(sex, (year - high, year - low), home, job)

        sexes = {
            "v": "女" if self.plot.charge == "强奸" else "男",
            "w2": "女" if self.plot.charge == "贩卖毒品" else "男",
        }
        age = (17, 17) if self.minor else (26, 44)
        self.accused = one("男", *age, job="无业" if rng.random() < 0.5 else "务工")
        if (
            self.minor
        ):  # seventeen on every day of the case: born late in the year before the last but sixteen
            born = self.t.crime.date().replace(year=year - 17, day=min(self.t.crime.day, 28)) - timedelta(
                days=40
            )
            number = names.checked(self.accused.number[:6] + f"{born:%Y%m%d}" + self.accused.number[14:17])
            self.accused = replace(self.accused, born=born, number=number, job="无业", school="初中")
        self.people = {key: one(sexes.get(key, "男")) for key in ("v", "k", "w2", "w3")}
        self.people["w1"] = one("女" if self.plot.charge == "强奸" else "男")
        if self.minor:
            self.rent = self.accused.home
        self.kin = replace(
            one("男", 45, 56), name=self.accused.name[0] + rng.choice(("建国", "守仁", "德厚"))
        )
        self.lawyer = draw.name("女")
        self.interpreter = draw.name("女")
        self.attestors = [one(sex, 25, 60, "社区工作者") for sex in ("女", "男", "男", "女")]
        self.officers = [draw.name(sex) for sex in ("男", "男", "男", "男", "女", "女", "男", "男")]
        self.experts = [draw.name("男") for _ in range(2)] + [draw.name("女")]
        self.keeper = draw.name("男")
        self.leader, self.doctor = draw.name("男"), draw.name("女")
        self.prosecutors = (draw.name("女"), draw.name("男"))

    def _facts(self) -> None:
        rng, t = self.rng, self.t
        amounts = [rng.randint(8, 60) * 1000 for _ in range(3)]
        if self.plot.charge == "贩卖毒品":
            amounts = [rng.randint(3, 9) * 100 for _ in range(3)]
        estate = rng.choice(names.ESTATES)
        building = f"{rng.randint(2, 19)}号楼"
        road = rng.choice(names.ROADS)
        weight, small = rng.randint(5600, 9800) / 100, rng.randint(210, 960) / 100
        place = f"{self.district}区{road}{rng.randint(5, 99)}号{estate}{building}"
        shop = {"盗窃": names.PHONES, "故意杀人": names.STORES}.get(self.plot.charge, names.SHOPS)
        floor = "1" if self.plot.charge == "盗窃" else rng.choice("345")
        room = f"{rng.randint(1, 4)}单元{floor}0{rng.randint(1, 3)}室"
        self.facts = {
            "a": self.accused.name,
            "asur": self.accused.name[0],
            "proc": self.proc,
            "rent": self.rent,
            "estate": estate,
            "road": road,
            "building": building,
            "place": f"{place}2单元三层楼道" if self.plot.charge == "贩卖毒品" else place + room,
            "shop": rng.choice(shop),
            "market": rng.choice(names.MARKETS),
            "bridge": rng.choice(names.BRIDGES),
            "schoolname": rng.choice(names.SCHOOLS),
            "hotel": rng.choice(names.HOTELS),
            "room": f"6{rng.randint(10, 29)}",
            "cday": day(t.crime),
            "cspoken": spoken(t.crime),
            "cclock": f"{t.crime.hour}时{t.crime.minute:02d}分",
            "cdate": day(t.crime),
            "found": spoken(t.report - timedelta(minutes=35)),
            "sdate": day(t.crime + timedelta(days=1)),
            "mday": day(t.crime - timedelta(days=20)),
            "cash": str(rng.randint(12, 68) * 100),
            "price": str(rng.randint(9000, 28000)),
            "debt": str(rng.randint(8, 30) * 1000),
            "m1": str(amounts[0]),
            "m2": str(amounts[1]),
            "m3": str(amounts[2]),
            "total": str(sum(amounts)),
            "sn": str(rng.randint(10**6, 10**7)),
            "sn2": str(rng.randint(10**6, 10**7)),
            "imei": str(rng.randint(1000, 5000)),
            "imei2": str(rng.randint(5001, 9999)),
            "gram": f"{rng.randint(80, 150) / 10}",
            "gram2": f"{rng.randint(160, 220) / 10}",
            "points": str(rng.randint(9, 14)),
            "gap": str(rng.randint(25, 45)),
            "card": str(rng.randint(1000, 9999)),
            "sealfee": str(rng.randint(8, 30) * 10),
            "chatpages": str(rng.randint(11, 40)),
            "chats": str(rng.randint(120, 700)),
            "mm": str(rng.randint(1, 4)),
            "mm2": str(rng.randint(6, 9)),
            "stabs": rng.choice("四五六"),
            "lr": f"{rng.randint(110, 980) / 100}",
            "unit": str(rng.randint(18, 30) * 10),
            "pure": str(rng.randint(68, 82)),
            "w": f"{weight:.2f}",
            "w9": f"{small:.2f}",
            "wwrong": f"{weight + rng.randint(130, 420) / 100:.2f}",
            "gross": f"{weight + small:.2f}",
            "seal": f"F{rng.randint(1000, 4999)}",
            "seal9": f"F{rng.randint(5000, 9999)}",
        }
        if self.plot.charge in (
            "盗窃",
            "故意杀人",
        ):  # the neighbour lives next door, the robbed man where he was robbed
            self.people["w1"] = replace(
                self.people["w1"], home=f"{self.city}市{place}{rng.randint(1, 4)}单元201室"
            )
        if self.plot.charge == "盗窃":
            self.people["v"] = replace(self.people["v"], home=f"{self.city}市{self.facts['place']}")
        self.facts |= {key: person.name for key, person in self.people.items()}
        for at, item in enumerate(self.plot.items):
            self.facts[f"item{at}"] = self.say(item.told())
            self.facts[f"wrong{at}"] = self.say(f"{item.name}{item.count}（{item.wrong}）")
        self.facts["hideout"] = self.say(self.plot.hideout)
        if self.plot.hidden:
            self.facts["hidden"] = self.say(self.plot.hidden.told())
        if "item2" not in self.facts:  # what theft calls its third thing is the hidden one
            self.facts["item2"] = self.facts.get("hidden", "")
        self.facts["brief"] = self.say(self.plot.brief)

    def say(self, text: str) -> str:
        """Fill a template with this case's facts and choices."""
        return say(self.rng, text, self.facts)

    def talk(self, pairs: Talk) -> Talk:
        """Fill the questions and answers of a record."""
        return [(self.say(question), self.say(answer)) for question, answer in pairs]

    def has(self, code: str) -> bool:
        """Whether the flaw is to be planted."""
        return code in self.flaws

    def number(self, word: str) -> str:
        """A number of a police document, of this case's bureau and year."""
        return (
            f"{self.district[0]}公（刑）{word}字〔{self.t.report.year}〕{self.rng.randint(100, 4999):04d}号"
        )

    def paper(self, folder: str, kind: str, stem: str, fmt: str = "docx") -> Paper:
        """Start a paper and keep it."""
        paper = Paper(folder, kind, stem, fmt)
        self.papers.append(paper)
        return paper

    def duty(self, officers: tuple[str, ...], start: datetime, end: datetime, what: str) -> None:
        """Write down who was where; raise ValueError where an officer would be in two places unplanned."""
        for other in self.duties:
            both = set(other.officers) & set(officers)
            if both and start < other.end and other.start < end and not self.has("officer_in_two_places"):
                raise ValueError(f"{both} both at {what} {start} and at {other.what} {other.start}")
        self.duties.append(Duty(officers, start, end, what))

    def mixed(self) -> str:
        """A format for a paper that is kept as docx or as one of the two text exports."""
        return self.rng.choice(("docx", "docx", "docx", "utf8", "gbk"))
