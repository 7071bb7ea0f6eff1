"""Invented people and places: the cities, streets and schools exist nowhere."""

from __future__ import annotations

import random
from datetime import date, timedelta

from benchmarks.planted_files.family_yi.model import Person

SURNAMES = list("韩吕曹邹彭鲁蒋谭邵汪毛贺龚段雷侯尹黎武戴夏钟田姜范石姚廖邱熊金陆郝孔白崔康")
MEN = "志刚 建勇 海波 俊峰 永强 晓东 立新 国栋 春雷 文斌 少华 长河 振宇 光明 庆丰 小军 天佑 铁生 明哲 向阳 景云 松涛".split()
WOMEN = "丽娟 晓燕 秀兰 雅琴 雪梅 婷婷 桂芳 思雨 春花 佩珊 凤霞 静怡 玉洁 美玲 慧敏 海棠".split()
CITIES = ("云溆", "澜枰", "栖岚", "临朔川", "霁宁")
DISTRICTS = ("沅汀", "鹿渚", "青坞", "白榆", "东篱")
ROADS = ("鹭鸣路", "拾光街", "北杼巷", "望橹路", "桐荫道", "砚池路", "竹篱街", "老榨坊巷")
ESTATES = ("碧梧里小区", "云栈家园", "槐序新村", "清砚苑", "橘洲湾花园", "麦浪小区")
SHOPS = ("阿福家常菜馆", "满江烟火小馆", "老灶台饭店", "春来面馆")
STORES = ("顺手便利店", "晨星便利店", "二丫小卖部", "好邻便利店")
PHONES = ("响当当手机维修店", "快修哥手机店", "贝壳通讯店")
MARKETS = ("河东旧货市场", "柳堤劳务市场", "西关集贸市场")
BRIDGES = ("鹤渡桥", "三眼石桥", "杨叶桥", "旧闸桥")
SCHOOLS = ("砚池实验学校", "云栈外国语小学", "鹿渚第七小学")
HOTELS = ("栖云快捷酒店", "半夏轻居酒店", "望橹商务酒店")
JOBS = ("货车司机", "个体经营", "务工", "超市职员", "物业职员", "自由职业")


def checked(body: str) -> str:
    """Seventeen digits of an identity number with their check character (GB 11643)."""
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return body + "10X98765432"[sum(int(c) * w for c, w in zip(body, weights, strict=True)) % 11]


class Names:
    """Draws names that are not used twice in one case."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.surnames = rng.sample(SURNAMES, k=len(SURNAMES))
        self.men, self.women = rng.sample(MEN, k=len(MEN)), rng.sample(WOMEN, k=len(WOMEN))

    def name(self, sex: str) -> str:
        """A fresh name; surnames differ as long as there are any."""
        given = (self.men if sex == "男" else self.women).pop()
        return self.surnames.pop() + given

    def person(self, sex: str, born: tuple[int, int], home: str, job: str = "") -> Person:
        """An invented person born between the two years; region 99 of the identity number does not exist."""
        rng = self.rng
        birth = date(rng.randint(*born), 1, 1) + timedelta(days=rng.randint(0, 364))
        body = f"9901{rng.randint(1, 20):02d}{birth:%Y%m%d}{rng.randint(0, 49) * 2 + (sex == '男'):03d}"
        return Person(
            self.name(sex),
            sex,
            birth,
            checked(body),
            home,
            job or rng.choice(JOBS),
            f"1{rng.choice('369')}0000{rng.randint(0, 99999):05d}",
            rng.choice(("初中", "高中", "中专", "大专", "小学")),
        )
