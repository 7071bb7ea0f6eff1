"""Read the head of a statute: title, document number, who passed and amended it and when, day in force."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from gaoyao.law.texts.model import Change
from gaoyao.law.texts.numbers import from_chinese

_DATE = re.compile(r"([12]\d{3})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_CHINESE_DATE = re.compile(
    r"([一二三四五六七八九〇○零]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日"
)
_NUMBER = re.compile(
    r"((?:法释|法发|高检发\w{0,3}|公通字|司发通?|法)[〔\[［（(]\d{4}[〕\]］）)]\s*\d+\s*号|(?:公安部|国务院|主席)令第\s*\d+\s*号)"
)
_NAMED = re.compile(r"《([^《》]*(?:[〈<][^〉>]*[〉>][^《》]*)*)》")
_IN_FORCE = re.compile(r"自?\s*(?:20|19)\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*起?\s*(?:施行|实施|生效)")


@dataclass
class Head:
    """What the head says; `since_stated` is the day in force when the text itself says one."""

    title: str = ""
    number: str = ""
    changes: list[Change] = field(default_factory=list)
    since_stated: date | None = None


def find_date(text: str) -> date | None:
    """The first date in `text` (Arabic or Chinese numerals); None when there is none or it is no real day."""
    match = _DATE.search(text)
    if match:
        parts = [int(part) for part in match.groups()]
    elif match := _CHINESE_DATE.search(text):
        numbers = [from_chinese(part) for part in match.groups()]
        if None in numbers:
            return None
        parts = [number for number in numbers if number is not None]
    else:
        return None
    try:
        return date(*parts)
    except ValueError:
        return None


def read_head(lines: list[tuple[int, str]]) -> Head:
    """Read the lines before the first article."""
    head = Head()
    for _, raw in lines:
        text = raw.lstrip("# ").strip()
        if not text or text.startswith("<!--"):
            continue
        if not head.title and not _DATE.match(text):
            head.title = re.sub(r"\s+", "", text)
            continue
        if number := _NUMBER.search(text):
            head.number = head.number or number.group(1)
        if len(text) > 1200:
            continue
        for piece in re.split(
            r"(?<=通过)(?!的)|(?<=修正)(?!案|的)|(?<=修订)(?!的)|[；;]|\s{2,}(?=\d{4}年)", text
        ):
            _read_piece(head, piece)
    return head


def _read_piece(head: Head, text: str) -> None:
    day = find_date(text)
    if day is None:
        return
    stated = _IN_FORCE.search(text)
    if stated:
        head.since_stated = find_date(stated.group())
        return
    if re.search("通过|修正|修订|修改|公布|发布", text):
        named = _NAMED.findall(text)
        head.changes.append(Change(day, named[-1] if named else ""))


_LAST_CLAUSE = re.compile(
    r"自\s*(公布|发布|印发|下发)?之?日起\s*(?:施行|实施|生效|执行)|自([^自。]{6,16}?)起(?:施行|实施|生效|执行)"
)


def in_force_clause(text: str) -> tuple[date | None, bool]:
    """(day, from publication?) of a clause such as 本法自2012年1月1日起施行 or 自公布之日起施行."""
    match = _LAST_CLAUSE.search(text)
    if match is None:
        return None, False
    if match.group(2):
        return find_date(match.group(2)), False
    return None, True
