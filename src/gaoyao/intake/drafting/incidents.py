"""The incidents (起) of an accusation: one, or those it numbers 一、（一）1. 第一起, each with its evidence beneath it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from gaoyao.intake.documents.cut import Sheet
from gaoyao.intake.judgments.model import Judgment, Party, Span
from gaoyao.intake.judgments.numerals import number

FACTS_END = re.compile(
    r"(?:认定|证明|证实)?(?:上述|以上)(?:指控|犯罪)?(?:的)?(?:犯罪)?事实[^。\n]{0,12}(?:的)?证据(?:如下|有|，|：)|(?:上述|以上|该起)(?:犯罪)?事实，?(?:有|由)|本院认为|证明(?:上述|以上)[^。\n]{0,10}事实的证据"
)
_FACTS_HEAD = re.compile(r"^[^\n]{0,12}经[^\n]{0,10}(?:审查|侦查|审理)[^\n：:]{0,8}查明[：:，]?\s*")
_NUMBERED = re.compile(
    r"^[ \t　]*(?P<mark>（[一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,3}、|（\d{1,2}）|\d{1,2}[、.．](?:(?!\d)|(?=(?:19|20)\d\d年))|第[一二三四五六七八九十\d]{1,3}起[：，、]?)[ \t　]*(?P<line>[^\n]*)",
    re.MULTILINE,
)
_EVIDENCE = re.compile(
    r"^(?:[\u4e00-\u9fff某×]{2,4}的?(?:陈述|证言|供述|证词)|物证|书证|证人|被害人[^，。]{0,10}的?(?:陈述|证言)|鉴定|勘验|现场|辨认|扣押|搜查|户籍|常住|视听|电子|监控|到案|抓获|受案|立案|被告人[^，。]{0,10}的?供述|犯罪嫌疑人[^，。]{0,10}的?供述|被告人供述|价格|接受|书面)"
)
_DATED = re.compile(
    r"(?:19|20)\d{2}年|同年|\d{1,2}月\d{1,2}日|[一二][九〇○零][〇○零一二三四五六七八九]{2}年|期间|以来"
)


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
    """The incidents in order; one where nothing is numbered; none where no facts were found.

    Paragraphs are those of the cleaned text, so that a paper in one line or in wrapped lines is read alike.
    """
    if not read.found_facts:
        return []
    span = read.found_facts[0]
    names = [name for party in read.parties for name in (party.name, *party.aliases)]
    found = _numbered(sheet.cleaned.text, Span(_cleaned(sheet, span.start), _cleaned(sheet, span.end)), names)
    if len(found) <= 1:
        return _single(sheet.raw, span)
    for one in found:
        one.facts = Span(*sheet.raw_span(one.facts.start, one.facts.end))
        one.end = sheet.raw_span(one.end - 1, one.end)[1]
    return found


def _cleaned(sheet: Sheet, place: int) -> int:
    """The first character of the cleaned text that stands at or after a raw place."""
    return bisect_left(range(len(sheet.cleaned.text)), place, key=sheet.cleaned.raw_offset)


def _single(text: str, span: Span) -> list[Told]:
    body = text[span.start : span.end]
    head = _FACTS_HEAD.match(body)
    begin = head.end() if head else 0
    stop = FACTS_END.search(body, begin)
    end = stop.start() if stop else len(body)
    return [Told(Span(span.start + begin, span.start + end), span.end)] if end > begin else []


def _numbered(text: str, span: Span, names: Sequence[str]) -> list[Told]:
    """Numbered paragraphs that tell a day or name an accused, in sequence; a short one without a day heads those after
    it.  What is numbered after the words that open a list of evidence belongs to that list while its numbers go on."""
    limit = text.find("本院认为", span.start, span.end)
    limit = limit if limit > 0 else span.end
    marks = list(_NUMBERED.finditer(text, span.start, limit))
    out: list[Told] = []
    heading, style, last, listed, place = "", "", 0, ("", 0), span.start
    for n, mark in enumerate(marks):
        end = marks[n + 1].start() if n + 1 < len(marks) else limit
        body, own, value = _FACTS_HEAD.sub("", mark["line"]), _style(mark["mark"]), _value(mark["mark"])
        lead = FACTS_END.search(text, place, mark.start()) is not None
        place = mark.end()
        goes_on = bool(listed[1]) and (own, value) == (listed[0], listed[1] + 1)
        opens = own == style and value == last + 1 and _DATED.search(body[:24])
        if value == 1 and lead or goes_on and not (out and opens):
            listed = (own, value)
        elif (
            not _EVIDENCE.match(body)
            and _tells(body, names)
            and (value == last + 1 if own == style else value == 1 and (not style or bool(heading)))
        ):
            style, last, listed = own, value, ("", 0)
            out.append(_told(text, mark.start("line"), end, heading))
            continue
        elif (
            not _EVIDENCE.match(body)
            and len(body) <= 40
            and not re.search(r"[。；]$", body)
            and own != style
            and not listed[1]
        ):
            heading, style, last = body, "", 0
            rest = text[mark.end() : end]
            if _DATED.search(rest[:120]) and not FACTS_END.match(rest.strip()):
                out.append(_told(text, mark.end(), end, heading))
            continue
        elif own != style and heading and not listed[1]:
            heading = body if len(body) <= 40 else heading
        if out:
            out[-1].end = end
            out[-1].proved |= bool(listed[1])
    for one, following in pairwise(out):
        one.end = max(one.end, min(following.facts.start, limit))
    if out:
        out[-1].end = max(out[-1].end, limit)
    return out


def _tells(body: str, names: Sequence[str]) -> bool:
    """Does a paragraph tell of a day, or of something an accused did?"""
    return bool(_DATED.search(body[:80])) or (len(body) > 24 and any(name in body[:60] for name in names))


def _value(mark: str) -> int:
    return number(re.sub(r"[^一二三四五六七八九十\d]", "", mark)) or 0


def _style(mark: str) -> str:
    return (
        "".join(
            "一" if char in "一二三四五六七八九十" else "1" if char.isdecimal() else char for char in mark
        )[:3]
        .replace("一一", "一")
        .replace("11", "1")
    )


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
    if (
        said
        and all(said.values())
        and {one for own in said.values() for one in own} == set(read.charges_accused)
    ):
        return {
            name: tuple(charge for charge in read.charges_accused if charge in own)
            for name, own in said.items()
        }
    return {party.name: party.charges_accused for party in read.parties}


_DEEDS = {
    "诈骗": r"骗取|骗走|骗得|虚构", "盗窃": r"窃取|窃得|盗走|偷走|偷得|盗窃", "抢劫": r"抢走|劫取|劫得|抢得|抢劫", "抢夺": r"夺走|夺取|抢夺", "敲诈勒索": r"勒索|敲诈",
    "故意伤害": r"殴打|打伤|捅伤|砍伤|刺伤|轻伤|重伤", "故意杀人": r"杀害|杀死|杀人", "强奸": r"奸淫|强奸|性关系", "猥亵": r"猥亵|抚摸|亲吻", "非法拘禁": r"拘禁|关押|看管|限制[^，。]{0,8}自由",
    "绑架": r"绑架|人质|赎金", "寻衅滋事": r"滋事|随意殴打|打砸|追逐|拦截|强拿硬要", "聚众斗殴": r"斗殴|约架|互殴", "毒品": r"毒品|冰毒|海洛因|甲基苯丙胺|麻古|氯胺酮|大麻", "容留他人吸毒": r"容留|吸食",
    "赌": r"赌", "掩饰、隐瞒": r"收购|代为销售|转移|赃物|明知是", "帮助信息网络": r"银行卡|手机卡|支付账户|出租|出借", "危险驾驶": r"醉酒|乙醇|追逐竞驶", "交通肇事": r"碰撞|相撞|肇事",
    "放火": r"点燃|纵火|放火", "受贿": r"收受|索取", "行贿": r"送给|行贿", "贪污": r"侵吞|套取|骗取|窃取", "挪用": r"挪用|归个人使用", "职务侵占": r"侵占|据为己有", "妨害公务": r"阻碍|阻挠|袭击", "袭警": r"民警|辅警|警察",
    "非法持有枪支": r"枪", "非法经营": r"经营|销售", "合同诈骗": r"合同", "集资": r"集资|吸收|存款", "伪造": r"伪造|变造",
}  # fmt: skip
"""Words by which an accusation tells the deed of a charge without naming it.  Ours; used only where one charge is met."""


def charges_in(told: Told, text: str, own: tuple[str, ...]) -> tuple[str, ...]:
    """The charges of an accused that an incident is said to be: by name, else by the deed it tells; all where only one is
    charged; () where not told."""
    if len(own) <= 1:
        return own
    for words in (told.heading, text[told.facts.start : told.end]):
        named = tuple(charge for charge in own if charge.removesuffix("罪") in words)
        if len(named) == 1:
            return named
    words = "".join(text[told.facts.start : told.facts.end].split())
    met = [
        charge
        for charge in own
        if any(re.search(pattern, words) for stem, pattern in _DEEDS.items() if stem in charge)
    ]
    return tuple(met) if len(met) == 1 else ()


def accused_in(told: Told, text: str, parties: Sequence[Party]) -> list[Party]:
    """The accused whom an incident names as such (被告人甲伙同乙、丙); else whom it names at all; all where it names none.

    An accused of one incident may be the victim of another.
    """
    words = "".join(text[told.facts.start : told.facts.end].split())
    known = {name: party for party in parties for name in (party.name, *party.aliases)}
    if not known:
        return []
    name = "|".join(re.escape(one) for one in sorted(known, key=len, reverse=True))
    run = re.compile(
        rf"(?:被告人|犯罪嫌疑人|嫌疑人|上诉人|被告)(?:（[^）]*）)?(?:{name})(?:(?:（[^）]{{0,20}}）|[、和与及，]|伙同|会同|纠集|邀约|等人?|被告人|犯罪嫌疑人)*(?:{name}))*"
    )
    as_such = {known[one].name for found in run.finditer(words) for one in re.findall(name, found.group())}
    chosen = as_such or {party.name for one, party in known.items() if one in words}
    return [party for party in parties if party.name in chosen] or list(parties)
