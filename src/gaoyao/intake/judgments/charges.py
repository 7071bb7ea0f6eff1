"""Find the names of offences, in their many written forms, as the document writes them."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources

_BREAK = re.compile(r"[，。；：\n“”》《]|判处|决定|免予|免除|的(?:事实|行为|罪|犯|指控)|一案|案，")
_END = re.compile(r"(?<!犯)罪(?!行|责|犯|名|错)")
_LEADING = re.compile(r"^(?:[、和及与犯并有了的]|以(?![^，。]{0,12}(?:方法|手段))|以及|分别|均|系)+")
_NOTE = re.compile(r"（[^）]{1,8}）")
_OTHER_PERSON = re.compile(r"被告人|上诉人|(?<![侵触、])犯(?!罪|人)")
_COMMITS = re.compile(r"(?<![罪触侵再所])犯(?!罪|人|意)")


@lru_cache(maxsize=1)
def official_names() -> frozenset[str]:
    """Names of offences fixed by the Supreme Court and Procuratorate (罪名规定 and its supplements)."""
    text = resources.files(__package__).joinpath("charges.txt").read_text(encoding="utf-8")
    return frozenset(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


def charges_after(text: str, start: int, end: int) -> tuple[list[str], int]:
    """Offences named from `start` on (just after 犯), and where the naming stops."""
    stop = _BREAK.search(text, start, min(end, start + 90))
    limit = stop.start() if stop else min(end, start + 90)
    names: list[str] = []
    position = start
    for match in _END.finditer(text, start, limit):
        name = _NOTE.sub("", _LEADING.sub("", text[position : match.end()]))
        if _OTHER_PERSON.search(name):
            continue
        if 3 <= len(name) <= 40:
            names += divide(name)
            position = match.end()
    return names, position


def divide(name: str) -> list[str]:
    """Two offences (盗窃、抢劫罪; 诈骗罪、强制猥亵罪) as two; a selective offence (走私、贩卖毒品罪) as one."""
    parts = re.split(r"[、和]", name)
    if len(parts) < 2 or name in official_names():
        return [name]
    whole = [part if part.endswith("罪") else part + "罪" for part in parts]
    official = [part in official_names() for part in whole]
    if not all(official) and _selective(name):
        return [name]
    return (
        whole
        if all(known or _selective(part) for known, part in zip(official, whole, strict=True))
        else [name]
    )


def as_charge(word: str) -> str | None:
    """The offence a bare word names (贪污 → 贪污罪); None when no offence is called so."""
    name = word if word.endswith("罪") else word + "罪"
    return name if name in official_names() else None


def committed(text: str, start: int, end: int) -> list[tuple[list[str], int, int]]:
    """Every 犯…罪 in a stretch, as (offences, place of 犯, end of the naming)."""
    found = []
    for match in _COMMITS.finditer(text, start, end):
        names, stop = charges_after(text, match.end(), end)
        if names:
            found.append((names, match.start(), stop))
    return found


_BY_CHARGE = re.compile(
    r"(?:应当?以|触犯[^。]{0,60}?|构成|涉嫌(?:犯)?|被控|均以|以)([^，。；：\n]{2,40}?(?<!犯)罪(?:[、和及][^，。：；、\n被犯涉]{2,16}?(?<!犯)罪)*)(?!行|责|犯|名|的?(?:人|事实))"
)


def named_in_reasons(text: str, start: int, end: int) -> list[str]:
    """Offences a passage says were committed: 构成…罪, 应以…罪追究刑事责任."""
    names: list[str] = []
    for match in _BY_CHARGE.finditer(text, start, end):
        word = match.group(1)
        word = re.split(r"构成|涉嫌犯?|应以|已经|均|了", word)[-1]
        word = _LEADING.sub("", _NOTE.sub("", word))
        names += [name for name in divide(word) if name in official_names() or _selective(name)]
    return unique(names)


def _selective(name: str) -> bool:
    """Is it part of a selective offence, so that every run of it stands in an official name?"""
    stem = name[:-1]
    return len(stem) >= 4 and any(
        _within(stem, official) for official in official_names() if "、" in official
    )


def _within(stem: str, official: str) -> bool:
    place = 0
    for char in stem:
        place = official.find(char, place) + 1
        if not place:
            return False
    return True


_CASE_OF = re.compile(r"([\u4e00-\u9fff、（）]{2,30}?)(?:罪)?(?:一案|案)(?=[，。、\n由]|$)")


def named_as_case(text: str, start: int, end: int, names: tuple[str, ...]) -> list[str]:
    """Offences in a heading such as 被告人某甲、某乙贪污一案 (the accused's names are taken off first)."""
    found: list[str] = []
    for match in _CASE_OF.finditer(text, start, end):
        word = match.group(1)
        for name in names:
            at = word.rfind(name)
            if at >= 0:
                word = word[at + len(name) :]
        word = re.sub(r"^(?:等人?|涉嫌|犯|因|[、和])+", "", re.split(r"被告人|诉|犯|被控", word)[-1] or word)
        whole = divide(word + "罪")
        for part in whole if as_charge(whole[0]) else re.split(r"[、和]", word):
            charge = as_charge(part)
            if charge:
                found.append(charge)
    return unique(found)


def unique(names: list[str]) -> list[str]:
    """The names once each, in order of appearance."""
    return list(dict.fromkeys(names))
