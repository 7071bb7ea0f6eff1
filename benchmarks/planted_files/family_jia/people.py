"""Invented people and places: names drawn without repetition within one case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭鲁韦马苗方俞任袁柳"
)
MEN = (
    "建明 国强 志远 春林 海波 文斌 永福 德顺 长贵 小军 大勇 立新 洪涛 宝成 金生 家旺 思远 子豪 明辉 庆丰 振华 绍云 光荣 "
    "世杰 俊峰 泽宇 伟民 良才 守义 向东 卫平 一鸣 天佑 磊 涛 勇 超 杰 鹏 亮 波 凯 峰"
).split()
WOMEN = "玉梅 秀兰 晓燕 丽娟 桂芳 淑珍 佳怡 会英 红霞 春花 冬梅 静 敏 芳 娜 丹 倩".split()
PROVINCES = ("澜江省", "苍云省", "东宁省", "岷原省")
CITIES = ("沅溪市", "云榆市", "白琅市", "宁垣市", "汀浦市")
COUNTIES = ("望榆县", "石琅县", "柏津县", "青垣县", "鹤渚县", "长汀坪县", "砚湖县")
TOWNS = ("柳泉镇", "黑石堰镇", "双槐镇", "渔梁镇", "桐坪镇", "红土岭乡")
VILLAGES = ("下湾村", "石桥村", "老榨坊村", "枫树坪村", "北岗村", "小河口村")
ROADS = ("榆钱路", "西关巷", "和顺街", "文笔路", "北塘街", "磨坊巷", "新津大道")
JOBS = (
    "务农",
    "货车司机",
    "超市收银员",
    "个体经营",
    "装修工",
    "餐馆服务员",
    "无业",
    "理发师",
    "汽修工",
    "外卖员",
)
SCHOOLS = ("小学文化", "初中文化", "高中文化", "中专文化")


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the case; `number` is the identity number with an invented area code."""

    name: str
    sex: str
    birth: date
    number: str
    home: str
    job: str
    phone: str
    school: str
    folk: str = "汉族"

    def age(self, on: date) -> int:
        """Full years of age on a date."""
        return on.year - self.birth.year - ((on.month, on.day) < (self.birth.month, self.birth.day))

    @property
    def short(self) -> str:
        """How people call him: surname and 某."""
        return self.name[0] + "某"


def chinese_date(day: date) -> str:
    """2021年3月5日."""
    return f"{day.year}年{day.month}月{day.day}日"


class Cast:
    """Draws places once, then people without repetition."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.used: set[str] = set()
        self.province = rng.choice(PROVINCES)
        self.city = rng.choice(CITIES)
        self.county = rng.choice(COUNTIES)
        self.town, self.other_town = rng.sample(TOWNS, 2)
        self.villages = rng.sample(VILLAGES, 4)
        self.roads = rng.sample(ROADS, 4)
        self.area = f"99{rng.randrange(1000, 9999)}"

    def name(self, sex: str = "") -> str:
        """A name not used before: another surname each time, another given name as long as there is one."""
        pool = {"男": MEN, "女": WOMEN}.get(sex, MEN + WOMEN)
        for attempt in range(2000):
            name = self.rng.choice(SURNAMES) + self.rng.choice(pool)
            heads, tails = {used[0] for used in self.used}, {used[1:] for used in self.used}
            if name[0] not in heads and name[0] not in name[1:] and (attempt > 400 or name[1:] not in tails):
                self.used.add(name)
                return name
        raise RuntimeError("people.SURNAMES is too short for one case: add surnames")

    def person(self, today: date, ages: tuple[int, int], sex: str = "", job: str = "") -> Person:
        """A person whose age on `today` lies in `ages`, living in the county."""
        rng = self.rng
        back = rng.randrange(ages[0] * 366, ages[1] * 365)
        born = today - timedelta(days=back)
        sex = sex or rng.choice(("男", "男", "女"))
        order = rng.randrange(10, 99) * 10 + (rng.randrange(5) * 2 + (1 if sex == "男" else 0))
        number = f"{self.area}{born:%Y%m%d}{order:03d}{rng.choice('0123456789X')}"
        village, road = rng.choice(self.villages), rng.choice(self.roads)
        home = rng.choice(
            (
                f"{self.county}{self.town}{village}{rng.randrange(2, 9)}组{rng.randrange(3, 90)}号",
                f"{self.county}城关镇{road}{rng.randrange(3, 200)}号",
            )
        )
        phone = f"1{rng.choice('35789')}0{rng.randrange(10**7, 10**8)}"
        return Person(
            self.name(sex), sex, born, number, home, job or rng.choice(JOBS), phone, rng.choice(SCHOOLS)
        )
