"""Find law citations: runs of provisions, each with the name that stands right before it — nothing
guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gaoyao.citing.model import InstrumentName, LawCitation, Named
from gaoyao.citing.names import Catalogue, plain
from gaoyao.citing.provisions import NUMBER, read_run
from gaoyao.citing.text import Cleaned
from gaoyao.law.texts.numbers import from_chinese
from gaoyao.law.texts.repealed import REPEALED

# A run begins with 第…条, or with a bare number right after a name: 刑法232条.
_START = re.compile(
    rf"第{NUMBER}(?:(?:[、，,和及与]第?{NUMBER})*条(?![约件例文款街船线路河沟腿鱼狗裤])|(?<=[一二三四五六七八九十百0-9]{{2}})(?=第[一二三四五六七八九1-9]款))"
    rf"|(?<=[法则定释》号例典见程])第?{NUMBER}(?:[、，,和及与]{NUMBER})*条(?![约件例文款街船线路河沟腿鱼狗裤])"
)
_CONNECT = re.compile(
    r"(?:文件)?(?:的?规定的|之规定|(?:分则|总则)?(?:的|中的|中|之|里|内|关于)?)?[:：，,]?\s*$"
)
_BRACKET = re.compile(r"（([^（）]{1,60}(?:（[^（）]{0,20}）[^（）]{0,20})?)）\s*$")
_ALIAS = re.compile(
    r"(?:以下|下文|以下均|下)?(?:简称|称为?)[为：:]?[“\"《〈「]?([^”\"》〉」（）]{2,20})[”\"》〉」]?$"
)
_YEAR = re.compile(
    r"((?:19|20)\d\d)\s*年?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:修[正订]|版|颁布|公布)?(?:后|版|本)?的?$"
)
_YEAR_IN_TITLE = re.compile(r"（((?:19|20)\d\d)年?(?:修[正订])?(?:版|文本|本)?）$")
_SUPERSEDED = re.compile(r"(?:修[正订]前的?|修改前的?|旧|(?<![一-鿿])原)(?:中华人民共和国)?$")
_AMENDED = re.compile(r"(?:(?:以下|下)?简称|修[正订]|[12]\d{3}年|试行|第[一二三]次)")
_SERIES = (
    r"(?:法释|法发|法办发?|法明传|法研|法复|法刑二?|高检发(?:释字|研字|诉字|办字|侦监字)?|高检会|公通字|公发|公禁毒|公监管|司发通?|司规"
    r"|中政委|中办发|国办发|署缉发)"
)
_SERIAL = r"[〔（]?(?:19|20)\d\d[〕）]?第?\d{1,4}号"
_ORDER = r"令第?\d{1,4}号"
NUMBERED = rf"(?:{_SERIES}{_SERIAL}|(?:公安部|国务院|主席|司法部){_ORDER})"
_NUMBERED_END = re.compile(rf"{NUMBERED}$")
_NUMBERED_IN = re.compile(NUMBERED)
_NUMBERED_TAIL = re.compile(rf"[〔（](?:19|20)\d\d[〕）]第?\d{{1,4}}号|{_ORDER}")
_SELF = re.compile(r"(本|同|该|上述|前述|上列)((?:司法)?解释|法|规定|规则|条例|意见|办法|决定|规程)$")
_OTHER = re.compile(r"(?:合同|协议书?|章程|条款|公告|通告|约定|公约|条约|补充协议|承诺书|守则)(?:书)?[》”]?$")
_UNKNOWN = re.compile(
    r"([一-鿿（）〈〉、]{2,60}?(?:法|条例|规定|解释|办法|规则|意见|细则|决定|批复|纪要|规程|通则|典))$"
)
_VERB = re.compile(
    r".*(?:依照|依据|根据|按照|适用|违反了?|触犯了?|构成|属于|符合|参照|比照|认定为|定为|以及|及|和|与|、|，|即|系|援引|引用)"
)
_BACK = 130


class _Names:
    """Reads the name that ends right before a position of the cleaned text."""

    def __init__(self, cleaned: Cleaned, catalogue: Catalogue) -> None:
        self.cleaned = cleaned
        self.text = cleaned.text
        self.catalogue = catalogue
        self.defined: set[str] = set()

    def before(self, position: int) -> InstrumentName:
        """The name before `position`; `Named.NONE` with an empty span when there is none."""
        window_start = max(0, position - _BACK)
        connect = _CONNECT.search(self.text, max(window_start, position - 8), position)
        end = connect.start() if connect else position
        if end == position and end and self.text[end - 1] in "条款项、；。":
            return self._name(Named.NONE, position, position)
        bracketed = end
        notes, end = self._step_over_brackets(window_start, end)
        found = self._read(window_start, end, notes, position)
        if found.how is Named.NONE and notes and (match := _NUMBERED_IN.search(self.text, end, bracketed)):
            return self._name(Named.NUMBER, match.start(), match.end(), number=match.group())
        return found

    def _step_over_brackets(self, floor: int, end: int) -> tuple[list[str], int]:
        notes: list[str] = []
        while end > floor and self.text[end - 1] == "）":
            match = _BRACKET.search(self.text, floor, end)
            inner = match.group(1) if match else ""
            if match is None or not (_AMENDED.search(inner) or _NUMBERED_IN.search(inner)):
                break
            if inner in ("试行", "暂行") and self.text[match.start() - 1] != "》":
                break
            notes.append(inner)
            end = match.start()
        return notes, end

    def _read(self, floor: int, end: int, notes: list[str], position: int) -> InstrumentName:
        if end <= floor:
            return self._name(Named.NONE, position, position)
        last = self.text[end - 1]
        if last == "》":
            found = self._titled(floor, end, notes)
            if found is not None:
                return found
            end -= 1  # a closing mark without its opening one
        if last == "号":
            match = _NUMBERED_END.search(self.text, max(floor, end - 30), end)
            if match:
                return self._name(Named.NUMBER, match.start(), end, number=match.group())
        return self._bare(floor, end, notes, position)

    def _titled(self, floor: int, end: int, notes: list[str]) -> InstrumentName | None:
        depth, start = 0, end - 1
        while start >= floor:
            char = self.text[start]
            depth += (char == "》") - (char == "《")
            if depth == 0:
                break
            start -= 1
        if depth or start < floor:
            return None
        key = plain(self.text[start:end])
        outer = start
        lead = re.search(
            r"(?:最高人民法院|最高人民检察院|公安部|国家安全部|司法部|最高法院?|最高检|高检院|两高|[、和])+$",
            self.text[max(floor, start - 40) : start],
        )
        if lead and lead.group().strip("、和"):
            issuers = lead.group().lstrip("、和")
            outer, key = start - len(issuers), plain(issuers) + key
        if _OTHER.search(key):
            return self._name(Named.OTHER, start, end, key=key)
        how = Named.BARE if key in self.defined else Named.TITLE
        year = self._year_before(floor, outer)
        if dated := _YEAR_IN_TITLE.search(key):
            key, year = key[: dated.start()], int(dated.group(1))
        return self._name(how, outer, end, key=key, notes=notes, year=year)

    def _bare(self, floor: int, end: int, notes: list[str], position: int) -> InstrumentName:
        floor = max(floor, end - self.catalogue.longest - 12)
        raw = self.text[floor:end]
        match = _SELF.search(raw, max(0, len(raw) - 8))
        squeezed = plain(raw)
        known = self.catalogue.suffix(squeezed)
        local = max((name for name in self.defined if squeezed.endswith(name)), key=len, default="")
        best = max(known, local, key=len)
        if match and len(best) <= len(match.group()):
            how = Named.SELF if match.group(1) == "本" else Named.SAME
            return self._name(how, floor + match.start(), end, key=match.group(2))
        if best:
            start = self._start_of(floor, end, best)
            return self._name(
                Named.BARE, start, end, key=best, notes=notes, year=self._year_before(floor, start)
            )
        if _OTHER.search(raw, max(0, len(raw) - 8)):
            return self._name(Named.OTHER, end - 2, end, key=raw[-2:])
        unknown = _UNKNOWN.search(re.split(r"[。；，！？\n]", raw)[-1])
        if unknown and (tail := _VERB.sub("", unknown.group(1))) and len(tail) > 2:
            return self._name(Named.BARE, end - len(tail), end, key=plain(tail))
        return self._name(Named.NONE, position, position)

    def _start_of(self, floor: int, end: int, name: str) -> int:
        """Where in the text the plain `name` that ends at `end` begins (marks and 中华人民共和国 included)."""
        start = end
        while start > floor and plain(self.text[start:end]) != name:
            start -= 1
        while start > floor and plain(self.text[start - 1 : end]) == name:
            start -= 1
        for lead in ("中华人民共和国", "中华人民共和国《"):
            if self.text.startswith(lead, max(0, start - len(lead))) and start >= len(lead):
                start -= len(lead)
        while self.text[start].isspace():
            start += 1
        return start

    def _year_before(self, floor: int, start: int) -> int | None:
        match = _YEAR.search(self.text, max(floor, start - 16), start)
        return int(match.group(1)) if match else None

    def _name(
        self, how: Named, start: int, end: int, *, key: str = "", number: str = "",
        notes: list[str] | None = None, year: int | None = None,
    ) -> InstrumentName:  # fmt: skip
        alias = ""
        for note in notes or ():
            if numbered := _NUMBERED_IN.search(note):
                number = number or numbered.group()
            elif defined := _ALIAS.search(note):
                alias = plain(defined.group(1))
                if not self.catalogue.is_name(alias) or len(alias) < 3:
                    self.defined.add(alias)
            elif found := re.search(r"((?:19|20)\d\d)", note):
                year = int(found.group(1))
        source_start, source_end = self.cleaned.span(start, end) if end > start else (start, start)
        return InstrumentName(
            how, self.cleaned.source[source_start:source_end] if end > start else "",
            source_start, source_end, key, number, year, alias,
            how in (Named.TITLE, Named.BARE) and _SUPERSEDED.search(self.cleaned.text, max(0, start - 12), start) is not None,
        )  # fmt: skip


_RELATIVE = re.compile(
    rf"(前两款|前三款|前款|本款|前条|本条)(?:第({NUMBER})款)?(?:(?:第（?({NUMBER})）?|（({NUMBER})）)项)?(?=[规所之的罪列行，、规情])"
)
_TITLE = re.compile(
    r"《((?:[^《》]|《[^《》]*》){1,90}(?:法|条例|规定|解释|办法|规则|意见|细则|决定|批复|纪要|规程|通则|典|"
    r"（(?:试行|暂行|[一二三四五六七八九十]+|假)）))》"
)


def find_laws(cleaned: Cleaned, catalogue: Catalogue) -> Iterator[LawCitation]:
    """Yield every law citation of the cleaned text in order, then names that stand without an article."""
    names = _Names(cleaned, catalogue)
    text, chain, after = cleaned.text, 0, 0
    covered: list[tuple[int, int]] = []
    names.defined.update(_definitions(text))
    for match in _START.finditer(text):
        if match.start() < after:
            continue
        provisions, after = read_run(text, match.start())
        if not provisions:
            after = match.end()
            continue
        chain += 1
        name = names.before(match.start())
        covered.append((name.start, cleaned.to_source(after - 1) + 1))
        for found in provisions:
            start, end = cleaned.span(found.start, found.end)
            yield LawCitation(
                start, end, cleaned.source[start:end], name, found.article, found.sub, found.paragraph,
                found.item, found.last_article, chain,
            )  # fmt: skip
    yield from _relative(cleaned, chain)
    yield from _without_article(cleaned, catalogue, covered, chain)


def _definitions(text: str) -> Iterator[str]:
    """Short names that the text defines: （以下简称《解释》）."""
    at = text.find("简称")
    while at >= 0:
        close = text.find("）", at)
        if 0 < close - at < 30 and (match := _ALIAS.search(text[max(0, at - 2) : close])):
            name = plain(match.group(1))
            if re.search(
                "(?:法|条例|规定|解释|办法|规则|意见|细则|决定|批复|纪要|规程)[一二三四五六七八九十]?$", name
            ):
                yield name
        at = text.find("简称", at + 2)


def _relative(cleaned: Cleaned, chain: int) -> Iterator[LawCitation]:
    if "款" not in cleaned.text and "前条" not in cleaned.text and "本条" not in cleaned.text:
        return
    for match in _RELATIVE.finditer(cleaned.text):
        start, end = cleaned.span(match.start(), match.end())
        paragraph = from_chinese(match.group(2)) if match.group(2) else None
        numeral = match.group(3) or match.group(4)
        item = from_chinese(numeral) if numeral else None
        chain += 1
        name = InstrumentName(Named.NONE, "", start, start)
        yield LawCitation(
            start,
            end,
            cleaned.source[start:end],
            name,
            None,
            None,
            paragraph,
            item,
            None,
            chain,
            match.group(1),
        )


_ENDED = sorted((row.instrument.short for row in REPEALED.values()), key=len, reverse=True)
_REPEALED = re.compile(f"(?:中华人民共和国)?(?:{'|'.join(_ENDED)})(?!解释|》)")


def _without_article(
    cleaned: Cleaned, catalogue: Catalogue, covered: list[tuple[int, int]], chain: int
) -> Iterator[LawCitation]:
    """Titles and document numbers of instruments cited as a whole, without an article."""
    taken = {start for start, _ in covered}
    ends = [end for _, end in covered]
    spans = [(match.start(), match.end(), Named.TITLE) for match in _TITLE.finditer(cleaned.text)]
    text = cleaned.text
    for tail in _NUMBERED_TAIL.finditer(text):
        if match := _NUMBERED_END.search(text, max(0, tail.start() - 10), tail.end()):
            spans.append((match.start(), match.end(), Named.NUMBER))
    if any(name in text for name in _ENDED):
        spans += [
            (match.start(), match.end(), Named.BARE)
            for match in _REPEALED.finditer(text)
            if catalogue.suffix(text[max(0, match.end() - 20) : match.end()]) == plain(match.group())
        ]
    position, last = 0, -1
    for start, end, how in sorted(spans):
        source_start, source_end = cleaned.span(start, end)
        while position < len(ends) and ends[position] <= source_start:
            position += 1
        inside = position < len(covered) and covered[position][0] <= source_start < covered[position][1]
        if source_start in taken or inside or start < last:
            continue
        last, chain = end, chain + 1
        written = cleaned.source[source_start:source_end]
        key, number = ("", text[start:end]) if how is Named.NUMBER else (plain(text[start:end]), "")
        name = InstrumentName(how, written, source_start, source_end, key, number)
        yield LawCitation(source_start, source_end, written, name, chain=chain)
