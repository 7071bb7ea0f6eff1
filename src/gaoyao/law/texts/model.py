"""A statute text as read: title, dates, articles with paragraphs and items, and amending clauses."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from gaoyao.law.numerals import to_chinese


@dataclass(frozen=True, slots=True)
class Item:
    """One 项: its number and its words (without the number)."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One 款: its words and the 项 that belong to it."""

    text: str
    items: tuple[Item, ...] = ()

    @property
    def full(self) -> str:
        """The paragraph with its items, one a line."""
        lines = [self.text, *(f"（{to_chinese(item.number)}）{item.text}" for item in self.items)]
        return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Article:
    """One 条: number, 之N, the headings it stands under, paragraphs, and the line of the file it began on."""

    number: int
    sub: int | None
    paragraphs: tuple[Paragraph, ...]
    chapter: tuple[str, ...] = ()
    line: int = 0

    @property
    def label(self) -> str:
        """第…条之…."""
        return f"第{to_chinese(self.number)}条" + (f"之{to_chinese(self.sub)}" if self.sub else "")

    @property
    def text(self) -> str:
        """All paragraphs and items, one a line."""
        return "\n".join(paragraph.full for paragraph in self.paragraphs)

    @property
    def key(self) -> tuple[int, int]:
        """Sort key: (number, 之N or 0)."""
        return self.number, self.sub or 0


@dataclass(frozen=True, slots=True)
class Clause:
    """One instruction of an amendment.

    `act`: replace, replace_paragraph, replace_item, insert_article, insert_paragraph, insert_item,
    delete_article, delete_paragraph, or `unread` with the reason in `why`.  `targets` are (number, 之N) of the
    articles made or changed; `positions` are paragraph (or item) numbers; `articles` are the new words.
    """

    ordinal: int
    line: int
    words: str
    act: str
    law: str = ""
    targets: tuple[tuple[int, int | None], ...] = ()
    positions: tuple[int, ...] = ()
    paragraphs: tuple[tuple[Paragraph, ...], ...] = ()
    renumbered: tuple[tuple[int, int], ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A line of the head of a law: on this day this body passed or amended it, by this named text."""

    passed: date
    by: str


@dataclass(frozen=True, slots=True)
class StatuteText:
    """One imported file.

    `kind` is `law` or `amendment`; `passed` is the day of its last change, `since` the day from which these
    words are in force (None when neither the file nor the table of instruments says); `changes` is its head;
    `instrument_id` is our identifier when title and dates agree with the table; `notes` are Chinese remarks.
    """

    title: str
    kind: str
    source: str
    sha256: str
    articles: tuple[Article, ...] = ()
    clauses: tuple[Clause, ...] = ()
    passed: date | None = None
    since: date | None = None
    since_from: str = ""
    changes: tuple[Change, ...] = ()
    number: str = ""
    instrument_id: str = ""
    notes: tuple[str, ...] = field(default=())
