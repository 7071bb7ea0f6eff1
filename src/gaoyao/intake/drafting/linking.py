"""“X，证实Y”: sentences that tie an item to what it is said to prove, from indictments, lists, outlines, judgments.

The sentence is the quotation; the direction is the speaker's.  Which fact is meant is told by the words of Y (see
`aiming`); of several incidents by the place of the sentence; how strong the tie is, is told by nobody here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from gaoyao.dossier.vocabulary import Appraisal, Item, Link
from gaoyao.intake.documents.cut import Sheet
from gaoyao.intake.drafting.accusing import Accusation, Point
from gaoyao.intake.drafting.aiming import every_incident, points_for
from gaoyao.intake.drafting.items import Entry
from gaoyao.intake.drafting.listing import listed_by_kind, several
from gaoyao.intake.drafting.people import People
from gaoyao.intake.drafting.proposals import Draft, LeftOut
from gaoyao.intake.judgments.items import complete_title
from gaoyao.intake.judgments.kinds import kind_of
from gaoyao.intake.judgments.numerals import number
from gaoyao.intake.saying.clocks import times

_PROVES = r"(?:证明(?:内容|目的|事项|对象)|(?:均|主要|分别|共同)?(?:证实|证明|反映|显示|表明|供述|供认|供称|陈述|证言称|用以证明|拟证明))"
_SENTENCE = re.compile(
    rf"^[\s\t]*(?P<mark>(?:第?[一二三四五六七八九十]{{1,3}}[、.．组]|[（(]?\d{{1,3}}[)）、.．]|[①-⑳])\s*)?"
    rf"(?P<item>[^\n。；;]{{2,80}}?)[，,：:\t ]+{_PROVES}[：:，,]?(?P<fact>[^\n；;]{{3,400}})",
    re.MULTILINE,
)
_PAGES = re.compile(r"[（(](?:见|第|P|p|卷)[^（()）]{0,24}[)）]")
_KINDS = {
    "物证": "physical", "书证": "documentary", "证人证言": "witness", "被害人陈述": "victim", "犯罪嫌疑人、被告人供述和辩解": "confession",
    "鉴定意见": "expert", "勘验、检查、辨认、侦查实验等笔录": "scene", "视听资料、电子数据": "audio_video",
}  # fmt: skip


class Said(NamedTuple):
    """One sentence: the item as named, what it is said to prove, and where (raw characters)."""

    item: str
    fact: str
    start: int
    end: int


def sentences(text: str) -> Iterator[Said]:
    """Every “X，证实Y” of a text."""
    for found in _SENTENCE.finditer(text):
        item = _PAGES.sub("", "".join(found["item"].split())).strip('，,：:、《》“”"')
        item = re.sub(
            r"^(?:物证|书证|证人证言|被害人陈述|鉴定意见|视听资料|电子数据|(?:被告人|犯罪嫌疑人)供述(?:和辩解)?)[：:]",
            "",
            item,
        )
        if 2 <= len(item) <= 60 and not re.search(
            r"本院|被告人(?:辩|提出)|不能|无法|足以|未能|没有", item + found["fact"][:0]
        ):
            fact = found["fact"].strip()
            yield Said(item, fact, found.start("item"), found.end("fact"))


_BROKEN = re.compile(
    r"[而仅对但并且其该]|质证|举证|经|扣押物品$|.{0,3}(?:提出|认为)|.*(?:指控|仅有|异议)|\d+、|[①-⑳]|证据有|.*对[^的、]{2,12}(?:截图|照片|视频)$"
)
"""Words no title begins with: the list was cut in the wrong place."""
_OFFERED = frozenset({"indictment", "prosecution_opinion", "evidence_list", "showing_outline"})


def offered(draft: Draft, people: People, sheets: list[Sheet], entries: list[Entry]) -> None:
    """Items that the prosecution lists against the accused: by their titles, or by 供述 of an accused or of all.

    A title that is a bare kind word names no item; in the list of an accusation a kind means the papers of that kind.
    What nobody lists is left to a person.
    """
    done: set[str] = set()
    for sheet in sheets:
        if sheet.document.kind.code not in _OFFERED:
            continue
        listed = [(one.title, one.span.start, one.span.end) for one in sheet.judgment.evidence]
        listed += [(said.item, said.start, said.start + len(said.item)) for said in sentences(sheet.raw)]
        told = [
            (item, start, end)
            for title, start, end in listed
            for bare in ("".join(title.split()),)
            for item in (*_meant(bare, people, entries), *several(bare, entries))
        ]
        by_kind = listed_by_kind(sheet, entries) if sheet.document.kind.form == "accusation" else ()
        for item, start, end in (*told, *by_kind):
            if item not in done:
                done.add(item)
                draft.put(item, Item.against, True, sheet, start, end)
                draft.put(item, Item.offered_by, "prosecution", sheet, start, end)


def _meant(title: str, people: People, entries: list[Entry]) -> list[str]:
    """The items of the file that a listed title means."""
    if re.search(r"供述|供认|讯问笔录", title):
        named = [name for name in people.accused if name in title] or list(people.accused)
        return [
            entry.item
            for entry in entries
            if entry.item and entry.form.kind == "interrogation" and entry.form.speaker in named
        ]
    return _matching(title, entries)


def listed(sheet: Sheet) -> list[Said]:
    """The items of a list that says no more than that together they prove the facts (上述事实，有A、B、C证实)."""
    own = list(sentences(sheet.raw))
    out = []
    for one in sheet.judgment.evidence:
        title = "".join(one.title.split())
        inside = any(said.start <= one.span.start < said.end for said in own)
        if (
            not one.generic
            and not inside
            and one.section == "本院认定"
            and 2 <= len(title) <= 60
            and (complete_title(title) or kind_of(title) == "物证")
            and not _BROKEN.match(title)
        ):
            out.append(Said(title, "", one.span.start, one.span.end))
    return out


def link(draft: Draft, people: People, sheets: list[Sheet], entries: list[Entry], made: Accusation) -> int:
    """Propose links from every such sentence and list; returns how many.  Without facts to be proved none can be."""
    count = 0
    named: dict[str, str] = {}
    done: set[tuple[str, str]] = set()
    concluded = {
        entry.item: entry.sheet.raw[cell.start : cell.end]
        for entry in entries
        if entry.item
        and (cell := entry.form.get(Appraisal.conclusion)) is not None
        and cell.start is not None
    }
    admits = {one.subject: one.value for one in draft.proposals if one.field.path == Item.admits.path}
    for sheet in sheets:
        unplaced = 0
        for said in (
            *sentences(sheet.raw),
            *(listed(sheet) if sheet.document.kind.form in ("accusation", "judgment") else ()),
        ):
            if not made:
                draft.left_out.append(
                    LeftOut(
                        sheet.document.where,
                        f"“{said.item}”的证明内容",
                        "卷内没有读到指控，没有待证事实可以联系",
                    )
                )
                continue
            incidents = _incidents(sheet, said, made)
            if incidents is None:
                unplaced += 1
                continue
            items = _meant(said.item, people, entries) or [
                named.get(said.item) or _new(draft, sheet, said, named)
            ]
            if any(admits.get(item) for item in items):
                items = [item for item in items if admits.get(item)]
            for item in items:
                title = said.item if said.fact else f"{said.item}{concluded.get(item, '')}"
                points = points_for(made, title, said.fact, incidents, type_of(said.item))
                for point in points if admits.get(item) is not False else ():
                    if (item, point.fact) not in done:
                        done.add((item, point.fact))
                        _link(draft, sheet, said, item, point)
                        count += 1
        if unplaced:
            draft.left_out.append(
                LeftOut(
                    sheet.document.where,
                    f"{unplaced} 句证明内容",
                    "没有写明证明哪一起犯罪事实，没有建立证明联系，请由人录入",
                )
            )
    return count


def _link(draft: Draft, sheet: Sheet, said: Said, item: str, point: Point) -> None:
    subject, span = draft.declare("link", "L", item), (said.start, said.end)
    draft.put(subject, Link.fact, point.fact, sheet, *span)
    draft.put(subject, Link.direction, "supports", sheet, *span)
    draft.put(subject, Link.page, sheet.document.where, sheet, *span)
    draft.put(subject, Link.quote, sheet.raw[said.start : said.end], sheet, *span)


def _incidents(sheet: Sheet, said: Said, made: Accusation) -> list[int] | None:
    """The incidents (numbers) a sentence is about; None where that cannot be told."""
    every = list(range(max(1, len(made.told))))
    if len(every) == 1 or every_incident(said.item, said.fact):
        return every
    if sheet is made.sheet and any(told.proved for told in made.told[:-1]):
        here = [number for number, told in enumerate(made.told) if told.holds(said.start)]
        if len(here) == 1:
            return here
    ordinal = re.search(r"第(?P<n>[一二三四五六七八九十]{1,3}|\d{1,3})起", said.item + said.fact)
    value = number(ordinal["n"]) if ordinal else None
    if value is not None and 0 < value <= len(every):
        return [value - 1]
    told = {
        n
        for when, *_ in times(said.fact, None)
        for n, day in made.days.items()
        if when.low <= day.high and day.low <= when.high
    }
    return list(told) if len(told) == 1 else None


def _matching(title: str, entries: list[Entry]) -> list[str]:
    """The document of the file that is meant: same kind of paper, or a title that ends so; two candidates are none.

    A person's testimony is every record of that person.
    """
    candidates, spoken_by, ending = [], [], []
    for entry in entries:
        if not entry.item:
            continue
        document, speaker = entry.sheet.document, entry.form.speaker
        if entry.form.kind in ("interrogation", "inquiry"):
            spoken = (
                "供述" in title or "讯问" in title
                if entry.form.kind == "interrogation"
                else "证言" in title or "陈述" in title or "询问" in title
            )
            if spoken and speaker and speaker in title:
                spoken_by.append(entry.item)
        elif document.title in title or (document.kind.label in title and len(document.kind.label) >= 4):
            candidates.append(entry.item)
        elif len(title) >= 4 and document.title.endswith(title):
            ending.append(entry.item)
    if spoken_by:
        return spoken_by
    found = candidates or ending
    return found if len(found) == 1 else []


def type_of(title: str) -> str:
    """The kind of evidence (a code of Item.type) a title names."""
    if re.search(r"扣押|搜查|提取|称量|称重|取样|查获", title):
        return "seizure"
    if "辨认" in title:
        return "identification"
    return "accident_report" if "事故认定" in title or "责任认定" in title else _KINDS[kind_of(title)]


def _new(draft: Draft, sheet: Sheet, said: Said, named: dict[str, str]) -> str:
    """An item that is only named: it is in no paper that was read."""
    item = draft.declare("item", "E")
    named[said.item] = item
    end = said.start + len(said.item)
    draft.put(item, Item.title, said.item, sheet, said.start, end)
    draft.put(item, Item.type, _KINDS[kind_of(said.item)], sheet, said.start, end)
    if sheet.document.kind.code in _OFFERED:
        draft.put(item, Item.against, True, sheet, said.start, end)
        draft.put(item, Item.offered_by, "prosecution", sheet, said.start, end)
    return item
