"""Find the evidence a judgment lists for its findings: which lists are the court's, and the items in each.

Three layouts: one sentence (上述事实，有……等证据证实), a numbered list, and sentences one after another
(证人某证言，证实……。). The prosecution's list counts only when the court adopts it and gives none of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from gaoyao.intake.judgments import items, numbering, regions
from gaoyao.intake.judgments.kinds import is_generic, is_police_paper, kind_of
from gaoyao.intake.judgments.leads import LEAD, Listing, listing_after
from gaoyao.intake.judgments.sections import Parts


@dataclass(frozen=True, slots=True)
class Item:
    """One listed item in the cleaned text."""

    start: int
    end: int
    title: str
    kind: str
    generic: bool
    subkind: str | None
    section: str


_INLINE_END = re.compile(
    r"等(?:(?:相关|主要|其他|上述|客观|一系列|大量|书面|言词|有关|在案)?(?:证据|材料)|(?=予以|证实|证明|在案|在卷|佐证|为证|相互|所证|足以)|证(?:据)?(?=予以|证实|证明))"
)
_PROVED = re.compile(
    r"(?:记载|载明|显示)：|(?:等)?(?:予以|在案|在卷|可以|足以|所|相互|加以|能够|均能|共同)(?:予以)?(?:证实|佐证|印证|为证|证明|证[^言人据明词]|认定|为凭|予以)|(?<=[^、，])(?:证实|佐证|为证|为凭|印证)(?=[，。；\n]|$)|足以认定|证据确|事实清楚|证据来源|(?:原审|一审|本院|[\u4e00-\u9fff]{2,14}法院)(?:法院)?认为|，(?:上述|以上)证据|(?:均|并|业)?经(?!过|营|济)[^、。；]{0,12}(?:质证|举证|查证|示证)|(?:，|。)(?:且|并)?相互"
)
_GOES_ON = re.compile(
    r"(?:等[^、，；。]{0,6}(?:证据|材料)?)[，；]?(?:与|和|以及|及|，并有|，且有|、|；|，同时有)(?=[^。]{2,60}?(?:证言|供述|陈述|笔录|鉴定|报告|书|表|照片|单|证明))"
)
_REGION_END = re.compile(
    r"(?<=\n)(?:(?:上述|以上|本案)[^。，\n]{0,6}事实|[一二三四五六七八九十]、(?:\d{4}年|被告人))|(?:^|(?<=[\n。；]))(?:(?:上述|以上|上列|前述)(?:[^。，：；\n]{0,8})?证据|本案事实清楚|综合(?:以上|上述|全案)|此外，|经查|本院认为|对于|关于|综上|被告人[^。，]{1,10}对(?:上述|以上|指控)|另查明|同时查明|辩护人)"
)


def find_evidence(parts: Parts) -> list[Item]:
    """Items of the court's own lists, in order; the lists below or of the prosecution only in default."""
    for section, start, end in regions.whose_lists(parts):
        found = _read_region(parts, start, end, section)
        if found and section == "本院认定":
            return _taken_over(parts, start, end, found[0]) + found
        if found:
            return found
    return []


def _taken_over(parts: Parts, start: int, end: int, first: Item) -> list[Item]:
    """The list of the court below or of the prosecution that the court's own only adds to."""
    if regions.adds_to_below(parts, first.start):
        below = (_read_region(parts, a, b, "原判认定") for a, b in regions.of_court_below(parts))
        return next((found for found in below if found), [])
    if regions.adds_to_charge(parts, start, end, first.start):
        return _read_region(parts, *regions.of_prosecution(parts), "公诉机关提供")
    return []


def _read_region(parts: Parts, start: int, end: int, section: str) -> list[Item]:
    text = parts.text
    found: list[Item] = []
    position = start
    offered: list[Item] = []
    while match := LEAD.search(text, position, end):
        listing = listing_after(text, match, end, section)
        got = [item for item in _read_listing(text, listing) if not found or item.start >= found[-1].end]
        if got and not any(items.complete_title(item.title) for item in got):
            got = []
        by_prosecution = (
            match.group().startswith(("公诉", "检察")) and not parts.report and section != "公诉机关提供"
        )
        (offered if by_prosecution else found).extend(got)
        position = max(match.end(), got[-1].end if got else 0)
    return _without_headings(text, found or offered)


_HEADS = re.compile(r"[：。\n、]*(?:：|\n|\d|（|[①⑴]|[一二三]、)")


def _without_headings(text: str, found: list[Item]) -> list[Item]:
    """Drop a bare kind word that heads a list of named items (书证：1、……)."""
    kept = []
    for item, following in zip(found, [*found[1:], None], strict=False):
        heads = following and item.generic and following.start - item.end <= 8
        if not (heads and following and _HEADS.match(text, item.end, following.start)):
            kept.append(item)
    return kept


def _read_listing(text: str, listing: Listing) -> list[Item]:
    start = listing.start
    while start < listing.limit and text[start] in "\n：，、。 ":
        start += 1
    number = numbering.MARK.match(text, start, listing.limit)
    if number and numbering.is_first(number):
        return _numbered(text, start, listing, number)
    if text[start - 1 : start] == "\n" and text[listing.start - 1 : start].count("\n"):
        return _paragraphs(text, start, listing)
    return _inline(text, start, listing)


def _numbered(text: str, start: int, listing: Listing, first: re.Match[str]) -> list[Item]:
    """Entries with the numbering style of the first; sub-numbers inside an entry are its content."""
    style = first.lastgroup or "arabic"
    stop = _region_end(text, start, listing.limit)
    marks = [m for m in numbering.MARK.finditer(text, start, stop) if m.lastgroup == style]
    marks = numbering.in_sequence(marks)
    found: list[Item] = []
    for index, mark in enumerate(marks):
        end = marks[index + 1].start() if index + 1 < len(marks) else _entry_end(text, mark.end(), stop)
        found += _entry(text, mark.end(), end, listing)
    return found


def _region_end(text: str, start: int, limit: int) -> int:
    match = _REGION_END.search(text, start + 2, limit)
    return match.start() if match else limit


def _entry_end(text: str, start: int, stop: int) -> int:
    """The last entry ends with its paragraph."""
    line = text.find("\n", start, stop)
    while line > 0 and (text[line - 1] == "：" or _SUB_ENTRY.match(text, line + 1, stop)):
        line = text.find("\n", line + 1, stop)
    return line if line > 0 else stop


_SUB_ENTRY = re.compile(r"（[一二三四五六七八九十\d]{1,2}）|[①-⑳⑴-⒇]")


_SHOWS = re.compile(
    r"(?:，|。|；)?(?:均|分别|共同|主要|可以|能够|并|用以|均能|亦|还)?(?:证实|证明(?=[，：了被其在案该当本\d20])|证明(?=[^、，。；：书材信文及和与以\n]{2})|证称|供称|供述称|陈述称|反映|显示|记载(?!凭证|的|本|簿)|载明|证言：|佐证|印证|表明|与[^、，。：；]{2,20}(?:相?吻合|一致|相?印证|相符))"
    r"|：|。|；|\n|，(?:内容|其?主要|与[^、]{2,12}(?:吻合|一致|印证)|供述|供认|称|其中|该|被告人[^，、]{1,10}(?:于|供(?!述|词)|称(?!量|重)|对)|其|\d{4}年|与[^、。]{2,24}(?:吻合|一致|印证|相符)|[^、，。；]{1,12}(?:证实|证明|供称|辩称))"
)


def _entry(text: str, start: int, end: int, listing: Listing) -> list[Item]:
    """The titles at the head of one entry, up to the word that tells what they show; then later titles in it."""
    while start < end and text[start] in "\n 、.：":
        start += 1
    below = _under_heading(text, start, end)
    if below:
        return _numbered(text, below.start(), Listing(below.start(), end, listing.section), below)
    kind = _KIND_HEADS.match(text, start, end)
    inner = numbering.MARK.match(text, kind.end(), end) if kind else None
    if kind and not inner and (circled := numbering.CIRCLED.match(text, kind.end(), end)):
        inner = circled
    if kind and inner and numbering.is_first(inner):
        return _numbered(text, kind.end(), Listing(kind.end(), end, listing.section), inner)
    stop = _title_end(text, start, end)
    head = text[start:stop]
    inner = numbering.MARK.match(text, stop + 1, end) if stop < end and text[stop] in "：\n。" else None
    if is_generic(_bare(head)) and inner and numbering.is_first(inner):
        return _numbered(text, stop + 1, Listing(stop + 1, end, listing.section), inner)
    if is_generic(_bare(head)) and stop < end and text[stop] == "：" and "、" in text[stop : stop + 40]:
        return _inline(text, stop + 1, Listing(stop + 1, end, listing.section))
    found = _make(text, items.split_items(text, start, stop), listing.section)
    return found + _later_titles(text, stop, end, listing)


_HEADING = re.compile(r"[^。；\n：]{2,120}?(?:证据(?:材料)?|如下)[：\n]+")


def _under_heading(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first sign of an enumeration under a heading that names no item itself (1.关于……的证据：（1）……)."""
    heading = _HEADING.match(text, start, end)
    mark = numbering.MARK.match(text, heading.end(), end) if heading else None
    return mark if mark and numbering.is_first(mark) else None


_KIND_HEADS = re.compile(
    r"(?:书证|物证|证人证言|被害人(?:的)?陈述|被告人(?:的)?供述(?:[和与及]辩解)?|鉴定(?:意见|结论)|视听资料|电子数据|(?:勘验|检查|辨认)[、，勘验检查辨认侦查实验等]*笔录)[：:\n]*"
)


def _bare(head: str) -> str:
    """A heading without its closing signs."""
    return head.strip("：，。、 \n")


def _title_end(text: str, start: int, end: int) -> int:
    for match in _SHOWS.finditer(text, start, end):
        before = text[start : match.start()]
        if _open_bracket(before):
            continue
        if match.group().lstrip("，。；均分别并").startswith("证明") and not items.complete_title(before):
            continue
        if match.group().startswith("证明") and (
            _CERTIFICATE.search(before)
            or re.match(r"，?(?:均|分别|共同)?证[明实]", text[match.end() : match.end() + 5])
        ):
            continue
        if match.group() == "：" and len(before) <= 4 and not items.complete_title(before):
            continue
        return match.end() - 1 if match.group() == "证言：" else match.start()
    return end


_CERTIFICATE = re.compile(
    r"(?:户籍|户口|身份|前科|释放|职务|任职|婚姻|收入|死亡|出生|情况|居住|学籍|亲属|报案|抓获|羁押|执行|工作|村委会|信息)$"
)


def _open_bracket(before: str) -> bool:
    return (
        before.count("（") > before.count("）")
        or before.count("《") > before.count("》")
        or before.count("“") > before.count("”")
    )


_LATER = re.compile(
    r"(?<=[；。])(?:\n)?([^，。；：\n]{2,60}?)(?:，)?(?=证实|证明(?=[，：了被其在案该当本\d]))"
)


def _later_titles(text: str, start: int, end: int, listing: Listing) -> list[Item]:
    found: list[Item] = []
    for match in _LATER.finditer(text, start, end):
        title = match.group(1)
        if items.complete_title(title) and not re.search(
            r"^(?:其|该|上述|以上|经|被告|公安|民警|还|并|同时|且)|称|说(?!明)", title[:12]
        ):
            found += _make(text, items.split_items(text, match.start(1), match.end(1)), listing.section)
    return found


def _paragraphs(text: str, start: int, listing: Listing) -> list[Item]:
    """Un-numbered paragraphs, each opening with a title and what it shows."""
    stop = _region_end(text, start, listing.limit)
    found: list[Item] = []
    position = start
    while position < stop:
        line_end = text.find("\n", position, stop)
        line_end = line_end if line_end > 0 else stop
        head_end = _title_end(text, position, line_end)
        if items.complete_title(text[position:head_end]) or "、" in text[position:head_end]:
            found += _make(text, items.split_items(text, position, head_end), listing.section)
        elif found:
            break
        position = line_end + 1
    return found


def _inline(text: str, start: int, listing: Listing) -> list[Item]:
    """One sentence; or sentences one after another, each with its title and what it shows."""
    end = _sentence_end(text, start, listing.limit)
    shows = _SHOWS.search(text, start, end)
    colon_style = text[start - 1] == "：" if start else False
    if (
        colon_style
        and shows
        and shows.group()[-1] not in "：。；\n"
        and text[shows.end() : shows.end() + 1] not in "，。；"
        and shows.end() < end - 1
    ):
        return _running(text, start, listing)
    if _tells(text, start, end):
        return _narrative(text, start, _region_end(text, start, listing.limit), listing)
    found: list[Item] = []
    while True:
        cut = _first_end(text, start, end)
        found += _make(text, items.split_items(text, start, cut), listing.section)
        goes_on = _GOES_ON.match(text, cut, end)
        if not goes_on:
            return found + _besides(text, end, listing, found)
        start = goes_on.end()


_AGREES = re.compile(
    r"。(被告人[^，。、]{0,8}?的?供述(?:[和与]辩解)?)[也亦]?(?:能够?)?与(?:上述|以上|前述)[^，。]{0,4}证据[^，。]{0,6}(?:吻合|一致|印证|相符)"
)


def _besides(text: str, end: int, listing: Listing, found: list[Item]) -> list[Item]:
    """被告人的供述也与上述证据吻合, right after a list that names no confession."""
    match = _AGREES.match(text, end, listing.limit)
    if not match or any("供述" in item.title for item in found):
        return []
    return _make(text, [match.span(1)], listing.section)


_TOLD = re.compile(
    r"(?<=[：，；。、有及并\n])(?P<told>(?:(?:证人|被害人|被告人|上诉人)[^，。；：证陈供]{1,30}?|[\u4e00-\u9fff×某]{2,4}?)(?:陈述|供认|供述|证言|证明))(?P<next>.)"
    r"|(?<![仅只没未])有(?P<having>(?!罪|期)[^，。；]{3,40}?)相?(?:印证|佐证)|[及和](?P<joined>[^，。；、]{3,24}?)相?(?:印证|佐证|证明)"
)


_BARELY_PROVES = re.compile(r"(?:均|予以|等)?(?:证实|证明|佐证|印证)[，。；]")


def _tells(text: str, start: int, end: int) -> bool:
    """Does the sentence tell what each witness said, instead of listing titles?"""
    told = [
        m
        for m in _TOLD.finditer(text, start, end)
        if m["told"]
        and m["next"] not in "、，。；：及和与的等以笔书"
        and not _BARELY_PROVES.match(text, m.end("told"))
    ]
    return len(told) >= 3


def _narrative(text: str, start: int, stop: int, listing: Listing) -> list[Item]:
    """被害人某陈述……，有某清单相印证，并有证人某证明……: the titles before what they tell."""
    spans = []
    for match in _TOLD.finditer(text, start - 1, stop):
        group = "told" if match["told"] else "having" if match["having"] else "joined"
        spans += items.split_items(text, match.start(group), match.end(group))
    return _make(text, spans, listing.section)


def _running(text: str, start: int, listing: Listing) -> list[Item]:
    stop = _region_end(text, start, listing.limit)
    end = _title_end(text, start, stop)
    found = _make(text, items.split_items(text, start, end), listing.section)
    return found + _later_titles(text, end, stop, listing)


def _sentence_end(text: str, start: int, limit: int) -> int:
    place = start
    while place < limit:
        char = text[place]
        if char == "。" or char == "\n" and text[place - 1] not in "；、，：":
            return place
        place += 1
    return limit


def _first_end(text: str, start: int, end: int) -> int:
    matches = [m for m in (_INLINE_END.search(text, start, end), _PROVED.search(text, start, end)) if m]
    return min((m.start() for m in matches), default=end)


def _make(text: str, spans: list[tuple[int, int]], section: str) -> list[Item]:
    found = []
    for start, end in spans:
        title = text[start:end]
        if not items.looks_like_evidence(title) or re.search(
            r"无异议|供认不讳|事实清楚|足以认定|予以确认|的证据$", title
        ):
            continue
        paper = is_police_paper(title)
        found.append(
            Item(start, end, title, kind_of(title), is_generic(title), "办案材料" if paper else None, section)
        )
    return found
