"""What the readers of forms share: labelled fields, names, moments, and the cells they propose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from gaoyao.dossier.exchange.moments import parse_moment
from gaoyao.dossier.exchange.problems import Wrong
from gaoyao.dossier.model import Absent, Span, Value
from gaoyao.intake.documents.cut import Sheet
from gaoyao.intake.judgments.numerals import number
from gaoyao.logic.tree import Field
from gaoyao.logic.truth import Why


class Names(NamedTuple):
    """Persons to be referred to, by name, and what they are (a code of Person.role)."""

    names: tuple[str, ...]
    role: str


class Cell(NamedTuple):
    """A proposed value of a field.  `start`, `end`: raw characters of the document; None: nothing there to point at."""

    field: Field
    value: Value | Names
    start: int | None = None
    end: int | None = None


@dataclass(slots=True)
class Form:
    """What one document gives: cells of the act (`kind`), of the item itself, and who speaks.

    `subject` is the name of the person concerned, `speaker_role` a code of Person.role or "accused".
    """

    kind: str = ""
    cells: list[Cell] = field(default_factory=list)
    item: list[Cell] = field(default_factory=list)
    speaker: str = ""
    speaker_role: str = ""
    rows: list[tuple[Span, Span | None, int, int]] = field(default_factory=list)

    def get(self, wanted: Field) -> Cell | None:
        """The first cell of that field."""
        return next((cell for cell in (*self.cells, *self.item) if cell.field.path == wanted.path), None)


LABELS = (
    "讯问时间|询问时间|辨认时间|勘验时间|检查时间|搜查时间|扣押时间|提取时间|称量时间|取样时间|开始时间|结束时间|起止时间|时间|讯问地点|询问地点|辨认地点|地点|讯问人|询问人|侦查人员|办案人员"
    "|记录人|记录员|记录民警|讯问民警|询问民警|办案民警|侦查员|被讯问人|被询问人|犯罪嫌疑人|姓名|曾用名|绰号|性别|年龄|出生日期|出生地|民族|文化程度|身份证号码|身份证种类及号码|身份证件种类及号码|公民身份号码|现住址|住址|户籍所在地|户籍地|联系方式|联系电话|工作单位|单位"
    "|职业|口头传唤|到达时间|离开时间|翻译人员|法定代理人|合适成年人|见证人|辨认人|辨认对象|辨认目的|主持人|物品持有人|持有人|被搜查人|在场人|当事人|检查对象|事由和目的|事由|过程和结果|过程|案由|编号|检材|样本|送检人|送检单位"
    "|委托单位|委托日期|受理日期|鉴定日期|鉴定要求|鉴定人|鉴定机构|保管人|制作人|制图|拍照|备注|录音录像"
)
_PLAIN_LABELS = re.compile(
    r"性别|年龄|出生日期|出生地|民族|文化程度|身份证(?:号码|(?:件)?种类及号码)|公民身份号码|现住址|住址|户籍所在地|联系方式|联系电话|工作单位|职业|曾用名|记录人|见证人|法定代理人|翻译人员"
)
"""Labels that end a value even where recognition lost the blank before them: no name or place holds them."""
_NEXT = re.compile(rf"(?:{LABELS})(?:（[^）]{{0,8}}）)?[：:]?")
_DIGITS = "〇零一二三四五六七八九十○Ｏ0-9"
_TIME = (
    rf"(?P<half>凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚|夜间|夜)?(?P<h>\d{{1,2}}|[{_DIGITS}]{{1,3}})"
    rf"[时点：:](?:(?P<min>\d{{1,2}}|[{_DIGITS}]{{1,3}}|半|整)(?:分|(?![\d{_DIGITS}]))(?:(?<=分)\d{{1,2}}秒|：\d{{2}}(?!\d))?)?"
)
MOMENT = re.compile(
    rf"(?:(?P<y>\d{{4}}|[〇零○一二三四五六七八九]{{4}})年(?P<m>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})月(?P<d>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})日"
    rf"|(?<![\d.])(?P<iy>(?:19|20)\d{{2}})(?P<sep>[-－./])(?P<im>0?[1-9]|1[0-2])(?P=sep)(?P<id>0?[1-9]|[12]\d|3[01])(?!\d|[-.]\d)[ T]?)"
    rf"(?:{_TIME})?(?P<about>许|左右)?"
)
_CLOCK = re.compile(
    r"(?:(?P<next>次日|翌日|第二[天日])|同[日天]|当[日天]|(?:同月|同年)?(?:(?P<cm>\d{1,2}|[一二三四五六七八九十]{1,3})月)?(?P<cd>\d{1,2}|[一二三四五六七八九十]{1,3})日)?"
    r"(?P<half>凌晨|早上|上午|中午|下午|晚上|晚)?(?:(?P<h>\d{1,2})[时点：:](?:(?P<min>\d{1,2})分?)?"
    r"|(?P<ch>[〇零一二三四五六七八九十]{1,3})[时点](?P<cmin>[〇零一二三四五六七八九十]{1,3}分|整|半))"
)


def moment_of(found: re.Match[str], written: str, base: Span | None = None) -> Span | None:
    """The interval of a match of MOMENT (or of a bare clock time on the day of `base`); None where it is no real date."""
    groups = found.groupdict()
    if groups.get("y"):
        day = f"{_digits(groups['y'])}年{_count(groups['m'])}月{_count(groups['d'])}日"
    elif groups.get("iy"):
        day = f"{groups['iy']}年{int(groups['im'])}月{int(groups['id'])}日"
    elif base is not None:
        day = _near(base, groups)
    else:
        return None
    text, hour = day, groups.get("h") or groups.get("ch")
    if hour:
        minutes = (groups.get("min") or groups.get("cmin") or "").removesuffix("分")
        minute = minutes if minutes in ("", "整", "半") else f"{_count(minutes)}分"
        text += f"{groups.get('half') or ''}{_count(hour)}时{minute}{groups.get('about') or ''}"
    try:
        whole = groups.get("y") or groups.get("iy")
        return parse_moment(text)._replace(text=" ".join(written.split()) if whole else text)
    except Wrong:
        return None


def _near(base: Span, groups: dict[str, str | None]) -> str:
    """The day of a bare clock time: that of `base`, the next one, or the day of the month that is named."""
    from datetime import timedelta

    from gaoyao.logic.tree import EPOCH

    at = EPOCH + timedelta(minutes=base.low)
    if groups.get("next"):
        at += timedelta(days=1)
    elif groups.get("cd"):
        month = _count(groups["cm"]) if groups.get("cm") else at.month
        day = _count(groups["cd"] or "")
        if not groups.get("cm") and day < at.day:
            month = at.month % 12 + 1
        return f"{at.year + (month < at.month)}年{month}月{day}日"
    return f"{at.year}年{at.month}月{at.day}日"


def parse_day(base: Span) -> str:
    """The day on which an interval begins, as it is written."""
    from datetime import timedelta

    from gaoyao.logic.tree import EPOCH

    at = EPOCH + timedelta(minutes=base.low)
    return f"{at.year}年{at.month}月{at.day}日"


def _digits(text: str) -> str:
    return (
        text
        if text.isdecimal()
        else "".join(
            str(max("〇一二三四五六七八九".find(c), 0)) for c in text.replace("零", "〇").replace("○", "〇")
        )
    )


def _count(text: str | None) -> int:
    if text is None or text.isdecimal():
        return int(text or -1)
    value = number(text.lstrip("〇零○") or text)
    return -1 if value is None else value


class Reader:
    """One document being read: patterns over its cleaned text, spans given back in raw characters."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.text = sheet.cleaned.text

    def span(self, start: int, end: int) -> tuple[int, int]:
        """From cleaned to raw characters."""
        return self.sheet.raw_span(start, end)

    def raw(self, start: int, end: int) -> str:
        """The raw words of a cleaned span."""
        a, b = self.span(start, end)
        return self.sheet.raw[a:b]

    def labelled(self, labels: str) -> tuple[int, int] | None:
        """The cleaned span after a label up to the next label or the line's end; an empty span where nothing stands there."""
        labels = rf"(?:{labels})(?:姓名、?(?:工作)?单位)?"
        pattern = re.compile(rf"(?:{labels})(?:（[^）\n]{{0,8}}）)?(?P<colon>[：:])?")
        found = next((one for one in pattern.finditer(self.text) if self._begins(one)), None)
        if found is None:
            found = re.search(rf"(?:{labels})(?:（[^）\n]{{0,8}}）)?[：:]", self.text)
        if found is None:
            found = next(
                (
                    one
                    for one in re.finditer(rf"(?:{labels})(?:（[^）\n]{{0,8}}）)?", self.text)
                    if self._in_cell(one)
                ),
                None,
            )
        if found is None:
            return None
        end = self.text.find("\n", found.end())
        end = len(self.text) if end < 0 else end
        stop = next(
            (
                one.start()
                for one in _NEXT.finditer(self.text, found.end() + 1, end)
                if self._stands_apart(one.start()) or _PLAIN_LABELS.match(one.group())
            ),
            end,
        )
        value = re.match(r"[\s_＿。；]*(.*?)[\s_＿。；、，]*$", self.text[found.end() : stop], re.DOTALL)
        assert value is not None  # noqa: S101 - the pattern matches every text
        return found.end() + value.start(1), found.end() + value.end(1)

    def _stands_apart(self, start: int) -> bool:
        """Did a blank or a mark stand before this place in the paper?"""
        at = self.span(start, start + 1)[0]
        return at == 0 or not self.sheet.raw[at - 1].isalnum()

    def _begins(self, label: re.Match[str]) -> bool:
        """Does a label begin a line (of the paper too, where lines were joined) or a clause, or stand apart before a colon?"""
        at = label.start()
        before = self.text[at - 1] if at else "\n"
        if before in "\n。；，）_＿":
            return True
        if label["colon"] and not "\u4e00" <= before <= "\u9fff":
            return True
        first, last = self.span(at, label.end())
        line = self.sheet.raw[max(0, first - 40) : first].rstrip(" \t\u3000|")[-1:] == "\n"
        return line and (
            label["colon"] is not None or self.sheet.raw[last : last + 1] in (" ", "\t", "\u3000", "|")
        )

    def _in_cell(self, found: re.Match[str]) -> bool:
        """Is the label alone in a cell of a table: a blank or a bar on either side of it in the paper?"""
        after = self.span(found.start(), found.end())[1]
        return self._stands_apart(found.start()) and self.sheet.raw[after : after + 1] in (
            "\t",
            "|",
            "│",
            "｜",
            " ",
            "\u3000",
        )

    def cell(self, field_: Field, value: Value | Names, start: int, end: int) -> Cell:
        """A cell that stands at a cleaned span."""
        a, b = self.span(start, end)
        return Cell(field_, value, a, b)

    def moments(self, start: int, end: int) -> Iterator[tuple[Span, int, int]]:
        """Dated moments and, after one, bare clock times, in a cleaned span."""
        at, base = start, None
        while at < end:
            found = MOMENT.search(self.text, at, end)
            clock: re.Match[str] | None = _CLOCK.search(self.text, at, end) if base is not None else None
            chosen = clock if clock and (found is None or clock.start() < found.start()) else found
            if chosen is None:
                return
            made = moment_of(chosen, self.raw(chosen.start(), chosen.end()), base)
            if made is not None:
                yield made, chosen.start(), chosen.end()
                base = base or made
            at = max(chosen.end(), at + 1)

    def names(self, start: int, end: int) -> tuple[str, ...]:
        """The names of persons in a cleaned span, by the marks and blanks that part them in the paper."""
        return names_in(self.raw(start, end))

    def yes(self, field_: Field, pattern: str, no: str = "") -> Cell | None:
        """yes where `pattern` stands, no where `no` stands (it is looked for first); None where neither does."""
        for value, wanted in ((False, no), (True, pattern)):
            found = re.search(wanted, self.text) if wanted else None
            if found and found.end() > found.start():
                return self.cell(field_, value, found.start(), found.end())
        return None


_NAME = re.compile(r"[\u4e00-\u9fff·]{2,12}|[\u4e00-\u9fff][×xX*某0-9A-Z]{1,3}")
_NO_NAME = re.compile(
    r"^(?:兼|未|没|记录|警号|签名|签字|捺印|单位|工作|警察|民警|无|年|月|日|空白|男|女|公安|侦查|见证|以上|同上|详见|被告|证人|住址|地址|性别|年龄|民族|职业|电话|职务)|[局所队院室处县市省]$|(?:法医师?|工程师|技术员|技师|研究员|检验师|会计师|评估师|鉴证师|主任|警员|警长)$"
)


def names_in(text: str) -> tuple[str, ...]:
    """Names as they stand, apart by 、 ， blanks or brackets; 张 某 is one name."""
    out: list[str] = []
    text = _NOTE.sub(" ", text)
    for group in re.split(r"[、，,;；/|及和\n\t（）()]+", text):
        words = group.split()
        if len(words) > 1 and all(len(word) == 1 for word in words):
            words = ["".join(words)]
        for word in words:
            word = word.strip("_＿：: 。.")
            if _NAME.fullmatch(word) and len(word) <= 5 and not _NO_NAME.search(word):
                out.append(word)
    return tuple(dict.fromkeys(out))


_NOTE = re.compile(r"(?<=[\u4e00-\u9fff×])[（(][^（）()\n]{1,12}[）)]")
"""What stands in brackets after a name: an office, a mark of signing."""


def silent(field_: Field, note: str = "") -> Cell:
    """卷内无记载: the paper was read and does not say it."""
    return Cell(field_, Absent(Why.FILE_SILENT, note))


def whole(cells: list[Cell | None], expected: tuple[Field, ...]) -> list[Cell]:
    """The cells found, and 卷内无记载 for every expected field that none fills."""
    found = [cell for cell in cells if cell is not None]
    known = {cell.field.path for cell in found}
    return found + [silent(one) for one in expected if one.path not in known]
