"""What a charge puts into the papers: statements, things, traces and expert opinions."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

QA = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Item:
    """A thing: name, quantity with its unit, features."""

    name: str
    count: str
    feature: str

    @property
    def line(self) -> str:
        """Name, quantity and features in one run."""
        return f"{self.name}{self.count}（{self.feature}）"


@dataclass(slots=True)
class Lab:
    """One expert opinion: specialty, samples received, what was done, what came out."""

    specialty: str
    asked: str
    samples: list[str]
    steps: list[str]
    conclusion: str
    certified: str
    outside: bool = False


@dataclass(slots=True)
class Plot:
    """Everything a charge tells: see the modules plots_*."""

    case_name: str
    article: str
    brief: str
    facts: str
    victim: list[QA]
    first: list[QA]
    second: list[QA]
    third: list[QA]
    confess: list[list[QA]]
    scene: list[str]
    scene_items: list[Item]
    items: list[Item]
    tool: Item
    hide: str
    lab: Lab
    trace: Lab
    sign_of: str
    scene_place: str
    returned: list[Item] = field(default_factory=list)


def cn_time(moment: datetime) -> str:
    """2021年3月5日14时10分."""
    return f"{moment.year}年{moment.month}月{moment.day}日{moment.hour}时{moment.minute:02d}分"


def cn_day(moment: datetime) -> str:
    """2021年3月5日."""
    return f"{moment.year}年{moment.month}月{moment.day}日"


def part_of_day(moment: datetime) -> str:
    """凌晨、上午、下午、晚上 with the hour."""
    hour = moment.hour
    word = (
        "凌晨"
        if hour < 5
        else "早上"
        if hour < 9
        else "上午"
        if hour < 12
        else "下午"
        if hour < 18
        else "晚上"
    )
    return f"{word}{hour if hour < 13 else hour - 12}点"
