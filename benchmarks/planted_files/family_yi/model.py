"""What a paper of family 乙 is before it is written: blocks of text and tables, values, planted flaws."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from datetime import date, datetime

Rows = list[list[str]]


@dataclass(slots=True)
class Block:
    """One block: kind `title`, `p` (paragraph), `right` (signature line) or `table` (rows)."""

    kind: str
    text: str = ""
    rows: Rows = field(default_factory=list)


@dataclass(slots=True)
class Paper:
    """One paper and how it is kept: folder key, kind, file stem, format (docx, utf8, gbk, pdf, jpg)."""

    folder: str
    kind: str
    stem: str
    fmt: str
    blocks: list[Block] = field(default_factory=list)
    values: list[tuple[str, str]] = field(default_factory=list)
    planted: list[tuple[str, str]] = field(default_factory=list)
    stamp: str = ""
    spoil: str = ""
    picture: str = ""

    def title(self, text: str) -> None:
        """Add a title."""
        self.blocks.append(Block("title", text))

    def p(self, *texts: str) -> None:
        """Add paragraphs."""
        self.blocks.extend(Block("p", text) for text in texts)

    def right(self, *texts: str) -> None:
        """Add lines set to the right: signatures, seals, dates."""
        self.blocks.extend(Block("right", text) for text in texts)

    def table(self, rows: Rows) -> None:
        """Add a table."""
        self.blocks.append(Block("table", rows=rows))

    def qa(self, pairs: list[tuple[str, str]], marks: tuple[str, str]) -> None:
        """Add questions and answers, each a paragraph led by its mark."""
        for question, answer in pairs:
            self.p(marks[0] + question, marks[1] + answer)

    def note(self, label: str, value: str | datetime | date) -> None:
        """Note a value a reader should find; times and dates are written in ISO form."""
        if isinstance(value, datetime):
            value = value.isoformat(timespec="minutes")
        elif isinstance(value, date):
            value = value.isoformat()
        self.values.append((label, value))

    def plant(self, code: str, done: str) -> None:
        """Mark a flaw as planted in this paper."""
        self.planted.append((code, done))


@dataclass(frozen=True, slots=True)
class Person:
    """An invented person; `number` is an identity number of a region that does not exist."""

    name: str
    sex: str
    born: date
    number: str
    home: str
    job: str
    phone: str
    school: str


def say(rng: random.Random, text: str, facts: dict[str, str]) -> str:
    """Choose among [a|b|c] with `rng`, then fill {names} from `facts`."""
    while match := re.search(r"\[([^\[\]]*)\]", text):
        text = text[: match.start()] + rng.choice(match[1].split("|")) + text[match.end() :]
    return text.format_map(facts)


def fold(text: str, width: float) -> list[str]:
    """Break a text into lines of `width` full-width characters; a line never begins with a closing mark."""
    lines, line, used = [], "", 0.0
    for character in text:
        size = 0.55 if ord(character) < 128 else 1.0
        if used + size > width and character not in "，。；：、！？）”》":
            lines.append(line)
            line, used = "", 0.0
        line, used = line + character, used + size
    return [*lines, line]


def day(moment: date) -> str:
    """2023年6月2日."""
    return f"{moment.year}年{moment.month}月{moment.day}日"


def clock(moment: datetime) -> str:
    """22时05分."""
    return f"{moment.hour}时{moment.minute:02d}分"


def full(moment: datetime) -> str:
    """2023年6月2日22时05分."""
    return day(moment) + clock(moment)


def spoken(moment: datetime) -> str:
    """晚上9点20分, as people say it."""
    hour = moment.hour
    part = next(
        word
        for limit, word in ((5, "凌晨"), (9, "早上"), (12, "上午"), (14, "中午"), (18, "下午"), (24, "晚上"))
        if hour < limit
    )
    minute = f"{moment.minute}分" if moment.minute else ""
    return f"{part}{hour - 12 if hour > 12 else hour}点{minute}"


def span(start: datetime, end: datetime, style: int) -> str:
    """A run-on span of time in one of four ways; the end names the day only where it changes."""
    same = start.date() == end.date()
    if style == 0:
        tail = clock(end) if same else f"{end.month}月{end.day}日{clock(end)}"
        return f"{full(start)}起至{tail}止"
    if style == 1:
        tail = f"{end:%H:%M}" if same else f"{day(end)}{end:%H:%M}"
        return f"{day(start)} {start:%H:%M}—{tail}"
    if style == 2:
        return f"{full(start)}至{full(end)}"
    tail = f"{end.hour}点{end.minute:02d}分" if same else f"次日{end.hour}点{end.minute:02d}分"
    return f"{day(start)}{start.hour}点{start.minute:02d}分开始，{tail}结束"
