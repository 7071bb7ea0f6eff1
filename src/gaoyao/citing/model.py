"""What is found in a text: law citations, case and document numbers, exhibits, quotations — each with its
place.

`start` and `end` are offsets into the text the user gave: `source[start:end] == text`, always.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Named(StrEnum):
    """In which way a citation names its instrument."""

    TITLE = "title"  # 《中华人民共和国刑法》
    BARE = "bare"  # 刑法, 刑诉法解释
    NUMBER = "number"  # 法释〔2021〕1号
    SELF = "self"  # 本法, 本解释
    SAME = "same"  # 同法, 该法, 该解释
    NONE = "none"  # 第六十七条, with no name before it
    OTHER = "other"  # 合同第三条, 协议第五条: not a law


@dataclass(frozen=True, slots=True)
class InstrumentName:
    """The name of an instrument as the text writes it.

    `key` is the name without marks (《》, 中华人民共和国); `number` the document number when the text gives one;
    `year` the year of the version when the text gives one (2012年修正); `alias` a short name the text defines
    for later use (以下简称《解释》); `superseded` is set for 修订前的刑法, 旧刑诉法: some earlier version, not said which.
    """

    how: Named
    text: str
    start: int
    end: int
    key: str = ""
    number: str = ""
    year: int | None = None
    alias: str = ""
    superseded: bool = False


@dataclass(frozen=True, slots=True)
class LawCitation:
    """One provision cited: 条, 之N, 款, 项 as integers; `last_article` is set for 第X条至第Y条.

    `chain` numbers the run of provisions it stands in (第五十五条、第五十六条第一款 are one run with one name);
    `article` is None when a text is named without an article; `relative` holds 前款, 前条, 本条 … .
    """

    start: int
    end: int
    text: str
    name: InstrumentName
    article: int | None = None
    sub: int | None = None
    paragraph: int | None = None
    item: int | None = None
    last_article: int | None = None
    chain: int = 0
    relative: str = ""


@dataclass(frozen=True, slots=True)
class CaseNumber:
    """A case number （2020）苏0102刑初12号 or a number of another paper 沪浦检刑诉〔2015〕101号.

    `year`, `mark` (苏0102刑初) and `serial` (12) are its parts; `standard` is the form papers print.
    `kind` is `case` for a court's case number and `document` for any other numbered paper.
    """

    start: int
    end: int
    text: str
    kind: str
    year: int
    mark: str
    serial: str

    @property
    def standard(self) -> str:
        """（year）mark serial号 for a court case, mark〔year〕serial号 for another paper."""
        if self.kind == "case":
            ending = "" if "号之" in self.serial else "号"
            return (
                f"（{self.year}）{self.mark}{'第' if self.mark.endswith('字') else ''}{self.serial}{ending}"
            )
        return f"{self.mark}〔{self.year}〕{self.serial}号"


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A pointer into the file: a volume, pages, or a numbered item.

    `volume` is the volume's name as written, `volume_number` its number when it has one; `first` and `last`
    are pages (equal for one page, None when only a volume or an item is named); `number` is the item's
    number.
    """

    start: int
    end: int
    text: str
    volume: str = ""
    volume_number: int | None = None
    first: int | None = None
    last: int | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Words in quotation marks with what they are said to be taken from: exactly one pointer, or none.

    `text` is with the marks, `words` without.  `exhibit` or `law` is the one source named beside the
    quotation.
    """

    start: int
    end: int
    text: str
    words: str
    exhibit: Exhibit | None = None
    law: LawCitation | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Everything found in one text, each list in the order of the text."""

    laws: tuple[LawCitation, ...]
    cases: tuple[CaseNumber, ...]
    exhibits: tuple[Exhibit, ...]
    quotes: tuple[Quote, ...]
    source: str
