"""The invented people and places of one case, and the ways dates are written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

SURNAMES = "褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方"
GIVEN = "岚柯宁舟砚澄朔棠野苇澈屿川禾蓝青望荻桥笙垣泊林霁岳衡溪竹岩楷峻茗远帆"
MEN = ("建国", "志强", "国栋", "海生", "长河", "大勇", "庆丰", "永年", "春生", "铁柱", "立新", "广田", "文斌")
WOMEN = ("秀兰", "桂芳", "玉梅", "春燕", "彩霞", "丽华", "小娟", "慧敏", "雪琴", "凤英", "爱莲")
PROVINCES = ("东溟省", "望舒省", "北渚省", "云岫省")
CITIES = ("梧泽市", "岚汀市", "沧浔市", "鹿渚市", "青岫市", "云屏市")
COUNTIES = ("栖鹤区", "晚枫区", "石帆县", "听泉县", "白榆区", "望潮县")
STREETS = ("柳渡街", "盐仓路", "紫藤巷", "东篱路", "鼓楼后街", "苇塘路", "半山街", "灯市口路", "麦仓街")
DIGITS = "〇一二三四五六七八九"


def small(number: int) -> str:
    """A number up to 99 in Chinese: 21 → 二十一."""
    tens, ones = divmod(number, 10)
    text = ("" if tens == 0 else "十" if tens == 1 else DIGITS[tens] + "十") + (DIGITS[ones] if ones else "")
    return text or "〇"


def cn(day: date) -> str:
    """A date as legal papers write it: 二〇二三年六月二日."""
    return "".join(DIGITS[int(c)] for c in str(day.year)) + f"年{small(day.month)}月{small(day.day)}日"


def ar(day: date) -> str:
    """A date with Arabic figures: 2023年6月2日."""
    return f"{day.year}年{day.month}月{day.day}日"


def at(moment: datetime) -> str:
    """A moment as records write it: 2023年6月2日14时05分."""
    return f"{ar(moment)}{moment.hour}时{moment.minute:02d}分"


def clock(moment: datetime) -> str:
    """A time of day as registers write it: 14：05."""
    return f"{moment.hour:02d}：{moment.minute:02d}"


def iso(moment: datetime) -> str:
    """A moment as the truth writes it: 2023-06-02T14:05."""
    return moment.strftime("%Y-%m-%dT%H:%M")


def vary(rng: Random, text: str) -> str:
    """Choose one of the alternatives in each [甲|乙], the innermost first."""
    while found := re.search(r"\[([^\[\]]*\|[^\[\]]*)\]", text):
        text = text[: found.start()] + rng.choice(found[1].split("|")) + text[found.end() :]
    return text


@dataclass(slots=True)
class World:
    """Names of everybody and everything in one case."""

    province: str
    city: str
    county: str
    street: str
    street2: str
    station: str
    names: dict[str, str]
    born: dict[str, date]

    @property
    def area(self) -> str:
        """City and county."""
        return self.city + self.county

    @property
    def bureau(self) -> str:
        """The public security organ."""
        end = "分局" if self.county.endswith("区") else "局"
        return f"{self.city}公安局{self.county[:-1]}{end}" if end == "分局" else f"{self.county}公安局"

    @property
    def jail(self) -> str:
        """The detention house."""
        return f"{self.area}看守所"

    @property
    def office(self) -> str:
        """The case-handling centre."""
        return f"{self.bureau}执法办案中心"

    @property
    def proc(self) -> str:
        """The procuratorate."""
        return f"{self.area}人民检察院"

    @property
    def court(self) -> str:
        """The court."""
        return f"{self.area}人民法院"

    def __getitem__(self, key: str) -> str:
        """The name of a person by role."""
        return self.names[key]

    def number(self, key: str) -> str:
        """An identity number that no real place has (area 99)."""
        born = self.born[key]
        order = 100 + 2 * (ROLES.index(key) * 7 % 400) + (key not in FEMALE)
        digits = f"990{ROLES.index(key) % 10}0{len(self.names[key])}{born:%Y%m%d}{order}"
        total = sum(int(digit) * 2 ** (17 - at) for at, digit in enumerate(digits))
        return digits + "10X98765432"[total % 11]

    def home(self, key: str) -> str:
        """Where a person lives; the accused in the second street."""
        street = self.street2 if ROLES.index(key) % 2 == 0 else self.street
        return f"{self.area}{street}{90 + 13 * ROLES.index(key)}号"

    def age(self, key: str, on: date) -> int:
        """Full years of age on a day."""
        born = self.born[key]
        return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


ROLES = (
    *("A", "V", "W1", "W2", "W3", "K", "U", "S1", "S2", "S3"),
    *("o1", "o2", "o3", "o4", "o5", "o6", "chief", "jailer", "doctor", "q1", "q2"),
    *("lawyer", "e1", "e2", "e3", "e4", "h1", "tongue", "guest", "keeper", "guard", "nurse"),
)
FEMALE = frozenset({"W2", "K", "S2", "q2", "e2", "h1"})


def make_world(rng: Random, crime_year: int, minor: bool, women: frozenset[str]) -> World:
    """Draw the names; the accused is 16 or 17 in the year of the crime when `minor`."""
    surnames = rng.sample(SURNAMES, len(ROLES))
    names, born = {}, {}
    for role, surname in zip(ROLES, surnames, strict=True):
        style = rng.random()
        pool = WOMEN if role in women else MEN
        given = rng.choice(pool) if style < 0.55 else "".join(rng.sample(GIVEN, 2 if style < 0.8 else 1))
        names[role] = surname + given
        born[role] = date(crime_year - rng.randint(24, 56), rng.randint(1, 12), rng.randint(1, 28))
    if minor:
        born["A"] = date(crime_year - 17, rng.randint(3, 10), rng.randint(1, 28))
        names["K"] = names["A"][0] + "长顺"
        born["K"] = date(crime_year - rng.randint(41, 50), 5, rng.randint(1, 28))
    streets = rng.sample(STREETS, 3)
    return World(
        rng.choice(PROVINCES), rng.choice(CITIES), rng.choice(COUNTIES), streets[0], streets[1],
        f"{streets[2][:2]}派出所", names, born,
    )  # fmt: skip


def minutes(number: int) -> timedelta:
    """A span of minutes."""
    return timedelta(minutes=number)
