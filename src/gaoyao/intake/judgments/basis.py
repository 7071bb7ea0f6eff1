"""Find the legal basis of this document: law, article, 之N, paragraph, item — and only its own.

The last sentence 依照……判决如下 is the basis. Where a document has none (the law stands in the reasons, or the
passage is missing) the provisions the court says it applied in its own reasons are taken. Articles appended
after the signatures, and those the earlier court or the prosecution cites, never count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from gaoyao.intake.judgments.numerals import number
from gaoyao.intake.judgments.sections import Parts

_N = r"[〇一二三四五六七八九十百千零两\d]{1,9}"
_APPLY = re.compile(r"依照|依据|根据|适用|按照|援引")
_TOKEN = re.compile(
    rf"(?P<issuer>(?:最高人民法院|最高人民检察院|最高人民法院、?最高人民检察院(?:、?公安部)?|全国人(?:大常委会|民代表大会常务委员会))*)(?P<law>《(?:[^《》]|《[^》]*》){{2,70}}》)(?P<tail>的解释|的规定)?"
    rf"|(?P<spc>最高人民法院(?:、?最高人民检察院)?关于[^，。；《]{{0,30}}《[^》]+》(?:若干问题)?的解释)"
    rf"|(?<![\u4e00-\u9fff])(?P<short>刑法|刑事诉讼法|刑诉法)(?=第)|(?<=[照据用和、，及])(?P<short2>刑法|刑事诉讼法|刑诉法)(?=第)"
    rf"|(?:第(?P<article>{_N})条|第(?P<noted>[一二三四五六七八九十百]{{3,7}})(?=第)|(?P<bare>[一二三四五六七八九十百]{{2,7}})条)(?P<sub>之[一二三四五六七八九十])?(?=第|[一二三四五六七八九十]款|[、，。；和及与以的之《规对（:：\n]|适|$|[\u4e00-\u9fff]{2, 12}[、，])"
    rf"|第?(?P<paras>{_N}(?:[、，和及]第?{_N}(?=[款、，和及]))*)款"
    rf"|第?（?(?P<items>{_N}）?(?:[、，和及]第?（?{_N}）?(?=[项、，和及]))*)项"
)
_SHORT = {
    "刑法": "中华人民共和国刑法",
    "刑事诉讼法": "中华人民共和国刑事诉讼法",
    "刑诉法": "中华人民共和国刑事诉讼法",
}


@dataclass(frozen=True, slots=True)
class Provision:
    """One cited provision with its place in the cleaned text."""

    law: str
    article: int
    sub: str | None
    paragraph: int | None
    item: int | None
    start: int
    end: int

    @property
    def key(self) -> tuple[str, int, str | None, int | None, int | None]:
        """What makes two citations the same."""
        return self.law, self.article, self.sub, self.paragraph, self.item


def find_basis(parts: Parts) -> list[Provision]:
    """Provisions of the legal basis of the document, each once, in order."""
    text = parts.text
    start, end = _basis_sentence(parts)
    found = _provisions(text, start, end) if end else []
    if not found:
        reasons_start, reasons_end = parts.get("reasons")
        for clause_start, clause_end in _applied(text, reasons_start, reasons_end):
            found += _provisions(text, clause_start, clause_end)
    unique: dict[tuple[str, int, str | None, int | None, int | None], Provision] = {}
    for provision in found:
        unique.setdefault(provision.key, provision)
    return list(unique.values())


def _full_stop(text: str, floor: int, place: int, end: int) -> int:
    """The last full stop before `place` that does not stand inside a quotation of the law."""
    found = text.rfind("。", floor, place)
    while found > 0 and text.count("”", found, end) > text.count("“", found, end):
        found = text.rfind("。", floor, found)
    return found


def _basis_sentence(parts: Parts) -> tuple[int, int]:
    """From the first 依照 of the closing sentence to the operative part."""
    text, end = parts.text, parts.get("operative")[0]
    if not end or not parts.operative_lead:
        return 0, 0
    floor = parts.get("reasons")[0] or max(parts.get("found")[0], parts.get("proceedings")[1], 0)
    tail_floor = max(floor, end - 1200)
    sentence = _full_stop(text, tail_floor, end - 7, end)
    if end - sentence < 10:
        sentence = _full_stop(text, tail_floor, sentence, end)
    begin = max(sentence + 1, tail_floor)
    match = re.compile(r"依照|依据|根据(?=[^，。]{0,20}[《第])|适用(?=《)|按照(?=《)").search(
        text, begin, end
    )
    law = re.compile(r"《中华|《最高|最高人民|刑法第").search(text, begin, end)
    if not match and not law:
        return 0, 0
    return min(m.start() for m in (match, law) if m), end


def _applied(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Clauses of the reasons in which the court applies a provision (依照……第……条的规定)."""
    clauses = []
    for match in re.finditer(r"依照|依据|根据|适用|按照|触犯(?:了)?|刑法第", text[start:end]):
        begin = start + match.start()
        stops = (text.find("。", begin), text.find("，", begin + 4), text.find("：", begin), end)
        stop = min(x for x in stops if x > 0)
        before = text[max(start, begin - 40) : begin]
        if re.search(r"公诉机关|检察|辩护人|上诉人?提|原审|一审|辩称", before.rsplit("。", 1)[-1]):
            continue
        clauses.append((begin, min(stop, end)))
    return clauses


def _provisions(text: str, start: int, end: int) -> list[Provision]:
    found: list[Provision] = []
    law: str | None = None
    article: tuple[int, str | None, int, int] | None = None
    paragraph: int | None = None
    refined = True
    for match in _TOKEN.finditer(text, start, end):
        kind = match.lastgroup
        if match["law"] or match["spc"] or match["short"] or match["short2"]:
            law, article = law_name(match), None
        elif (match["article"] or match["bare"] or match["noted"]) and law:
            value = number(match["article"] or match["bare"] or match["noted"])
            if value is None or not 0 < value < 2000:
                continue
            article = (value, match["sub"], match.start(), match.end())
            paragraph, refined = None, False
            found.append(Provision(law, value, match["sub"], None, None, match.start(), match.end()))
        elif (
            article
            and law
            and kind in ("paras", "items")
            or article
            and law
            and (match["paras"] or match["items"])
        ):
            figures = [number(f) for f in re.findall(_N, match["paras"] or match["items"])]
            base = (law, article[0], article[1])
            for figure in figures:
                if figure is None or figure > 30:
                    continue
                if match["paras"]:
                    new = Provision(*base, figure, None, article[2], match.end())
                    paragraph = figure
                else:
                    new = Provision(*base, paragraph, figure, article[2], match.end())
                drops = (
                    not refined
                    or bool(match["items"])
                    and found[-1].item is None
                    and found[-1].paragraph == paragraph
                )
                if drops and found and found[-1].article == article[0]:
                    found.pop()
                found.append(new)
                refined = True
    return found


def law_name(match: re.Match[str]) -> str:
    """The full name of the law a token names, inner brackets as 《》 and the issuer in front."""
    if match["short"] or match["short2"]:
        return _SHORT[match["short"] or match["short2"]]
    if match["spc"]:
        return match["spc"]
    inner = match["law"][1:-1].replace("〈", "《").replace("〉", "》")
    name = _SHORT.get(inner, inner)
    tail = match["tail"] or ""
    if tail and inner.startswith("关于"):
        name += tail
    elif tail and match["issuer"]:
        name = f"关于《{inner}》{tail}"
    return f"{match['issuer']}{name}" if match["issuer"] and not name.startswith("最高") else name
