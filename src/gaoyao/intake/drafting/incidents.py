"""The incidents (起) of an accusation: one, or those it numbers 一、（一）1. 第一起, each with its evidence beneath it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from gaoyao.intake.documents.cut import Sheet
from gaoyao.intake.judgments.model import Judgment, Party, Span

FACTS_END = re.compile(
    r"(?:认定|证明|证实)?(?:上述|以上)(?:指控|犯罪)?(?:的)?(?:犯罪)?事实[^。\n]{0,12}(?:的)?证据(?:如下|有|，|：)|(?:上述|以上|该起)(?:犯罪)?事实，?(?:有|由)|本院认为|证明(?:上述|以上)[^。\n]{0,10}事实的证据"
)
_FACTS_HEAD = re.compile(r"^[^\n]{0,12}经[^\n]{0,10}(?:审查|侦查|审理)[^\n：:]{0,8}查明[：:，]?\s*")
_NUMBERED = re.compile(r"^[ \t　]*(?P<mark>（[一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,3}、|（\d{1,2}）|\d{1,2}[、.．](?:(?!\d)|(?=(?:19|20)\d\d年))|第[一二三四五六七八九十\d]{1,3}起[：，、]?)[ \t　]*(?P<line>[^\n]*)", re.MULTILINE)
_EVIDENCE = re.compile(r"^(?:物证|书证|证人|被害人[^，。]{0,10}的?(?:陈述|证言)|鉴定|勘验|现场|辨认|扣押|搜查|户籍|常住|视听|电子|监控|到案|抓获|受案|立案|被告人[^，。]{0,10}的?供述|犯罪嫌疑人[^，。]{0,10}的?供述|被告人供述|价格|接受|书面)")
_DATED = re.compile(r"(?:19|20)\d{2}年|同年|\d{1,2}月\d{1,2}日|[一二][九〇○零][〇○零一二三四五六七八九]{2}年|期间|以来")


@dataclass(slots=True)
class Told:
    """One incident as told: its facts, where what belongs to it ends, the heading it stands under, and whether
    evidence is listed right beneath it."""

    facts: Span
    end: int
    heading: str = ""
    proved: bool = False

    def holds(self, place: int) -> bool:
        """Does that place stand in the facts or in the evidence beneath them?"""
        return self.facts.start <= place < self.end


def incidents_of(sheet: Sheet, read: Judgment) -> list[Told]:
    """The incidents in order; one where nothing is numbered; none where no facts were found."""
    if not read.found_facts:
        return []
    span = read.found_facts[0]
    names = [name for party in read.parties for name in (party.name, *party.aliases)]
    found = _numbered(sheet.raw, span, names)
    return found if len(found) > 1 else _single(sheet.raw, span)


def _single(text: str, span: Span) -> list[Told]:
    body = text[span.start : span.end]
    head = _FACTS_HEAD.match(body)
    begin = head.end() if head else 0
    stop = FACTS_END.search(body, begin)
    end = stop.start() if stop else len(body)
    return [Told(Span(span.start + begin, span.start + end), span.end)] if end > begin else []


def _numbered(text: str, span: Span, names: Sequence[str]) -> list[Told]:
    """Numbered paragraphs that tell a day or name an accused; a short one without a day heads those after it."""
    limit = text.find("本院认为", span.start, span.end)
    limit = limit if limit > 0 else span.end
    marks = list(_NUMBERED.finditer(text, span.start, limit))
    out: list[Told] = []
    heading, style, headed = "", "", False
    for n, mark in enumerate(marks):
        line = mark["line"]
        end = marks[n + 1].start() if n + 1 < len(marks) else limit
        body = _FACTS_HEAD.sub("", line)
        opens = not _EVIDENCE.match(body) and (bool(_DATED.search(body[:80])) or any(name in body[:60] for name in names) and len(body) > 24)
        own = _style(mark["mark"])
        if opens and (not style or own == style or headed):
            style, headed = own, False
            out.append(_told(text, mark.start("line"), end, heading))
        elif not _EVIDENCE.match(body) and len(body) <= 40 and not re.search(r"[。；]$", body) and own != style:
            heading = body
            headed = True
            rest = text[mark.end() : end]
            if _DATED.search(rest[:120]) and not FACTS_END.match(rest.strip()):
                out.append(_told(text, mark.end(), end, heading))
                style = style or "under a heading"
        elif out:
            out[-1].end = end
            out[-1].proved |= bool(_EVIDENCE.match(body))
    for one, following in pairwise(out):
        one.end = max(one.end, min(following.facts.start, limit))
    if out:
        out[-1].end = max(out[-1].end, limit)
    return out


def _style(mark: str) -> str:
    return "".join("一" if char in "一二三四五六七八九十" else "1" if char.isdecimal() else char for char in mark)[:3].replace("一一", "一").replace("11", "1")


def _told(text: str, start: int, end: int, heading: str) -> Told:
    stop = FACTS_END.search(text, start, end)
    last = stop.start() if stop else end
    body = text[start:last]
    start += len(body) - len(body.lstrip())
    last = start + len(body.strip())
    return Told(Span(start, max(last, start + 1)), end, heading, stop is not None)


def charged(read: Judgment, text: str) -> dict[str, tuple[str, ...]]:
    """The charges of each accused: by the clauses of the last reasons (以某罪追究其刑事责任) where these name everybody,
    otherwise as the paper's head tells."""
    at = text.rfind("本院认为")
    said: dict[str, list[str]] = {party.name: [] for party in read.parties}
    names: list[str] = []
    for clause in re.split(r"[；。]", text[at:]) if at >= 0 else ():
        names = [party.name for party in read.parties if party.name in clause] or names
        for charge in read.charges_accused:
            if charge in clause:
                for name in names:
                    said[name] += [charge] if charge not in said[name] else []
    if said and all(said.values()) and {one for own in said.values() for one in own} == set(read.charges_accused):
        return {name: tuple(charge for charge in read.charges_accused if charge in own) for name, own in said.items()}
    return {party.name: party.charges_accused for party in read.parties}


def charges_in(told: Told, text: str, own: tuple[str, ...]) -> tuple[str, ...]:
    """The charges of an accused that an incident is said to be; all where only one is charged; () where not told."""
    if len(own) <= 1:
        return own
    for words in (told.heading, text[told.facts.start : told.end]):
        named = tuple(charge for charge in own if charge.removesuffix("罪") in words)
        if len(named) == 1:
            return named
    return ()


def accused_in(told: Told, text: str, parties: Sequence[Party]) -> list[Party]:
    """The accused an incident names; all where it names none."""
    words = text[told.facts.start : told.facts.end]
    named = [party for party in parties if any(name in words for name in (party.name, *party.aliases))]
    return named or list(parties)
