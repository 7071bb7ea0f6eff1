"""Hold citations against the imported texts: does the instrument have that article, paragraph, item, on
that day?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gaoyao.law.citation import Citation
from gaoyao.law.instruments import Instrument
from gaoyao.law.numerals import to_chinese
from gaoyao.law.texts.model import Article, Paragraph
from gaoyao.law.texts.others import LAST_ARTICLE
from gaoyao.law.texts.timeline import LawTimeline, Library, Reading


class Held(StrEnum):
    """The three answers of a check; `not_checked` is never a pass."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_CHECKED = "not_checked"

    @property
    def label(self) -> str:
        """The Chinese name."""
        return {"passed": "相符", "failed": "不符", "not_checked": "未核"}[self.value]


@dataclass(frozen=True, slots=True)
class Provision:
    """The words found: the article and, when cited, the paragraph or item; `sources` are the files."""

    article: Article
    words: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Check:
    """Result for one citation: `code` says what (ok, no_article, no_paragraph, no_item, ambiguous_item,
    no_text)."""

    held: Held
    code: str
    message: str
    provision: Provision | None = None


def _place(article: Article, paragraph: int | None, item: int | None) -> tuple[str, str, str]:
    """(code, message, words) for a paragraph and item within an article."""
    chosen: Paragraph | None = None
    if paragraph is not None:
        if paragraph > len(article.paragraphs):
            return (
                "no_paragraph",
                f"{article.label}只有{len(article.paragraphs)}款，没有第{to_chinese(paragraph)}款",
                "",
            )
        chosen = article.paragraphs[paragraph - 1]
    if item is None:
        return "ok", "", chosen.full if chosen else article.text
    places = [chosen] if chosen else [row for row in article.paragraphs if row.items]
    having = [row for row in places if any(entry.number == item for entry in row.items)]
    if not having:
        where = f"第{to_chinese(paragraph)}款" if paragraph else ""
        return "no_item", f"{article.label}{where}没有第（{to_chinese(item)}）项", ""
    if len(having) > 1:
        return "ambiguous_item", f"{article.label}不止一款有第（{to_chinese(item)}）项，引用应写明款", ""
    return "ok", "", next(entry.text for entry in having[0].items if entry.number == item)


def check_reading(reading: Reading, label: str, paragraph: int | None, item: int | None) -> Check:
    """Hold paragraph and item against an article as read on a day."""
    if not reading.known:
        return Check(Held.NOT_CHECKED, "no_text", "；".join(reading.notes) or "没有可核对的文本")
    if reading.article is None:
        detail = "；".join(reading.notes)
        return Check(Held.FAILED, "no_article", f"没有{label}" + (f"（{detail}）" if detail else ""))
    code, message, words = _place(reading.article, paragraph, item)
    if code == "ok" and not reading.certain:
        return Check(
            Held.NOT_CHECKED,
            "uncertain",
            "；".join(reading.notes),
            Provision(reading.article, words, reading.sources),
        )
    if code == "ok":
        return Check(Held.PASSED, "ok", "", Provision(reading.article, words, reading.sources))
    held = Held.FAILED if reading.certain else Held.NOT_CHECKED
    return Check(held, code, message)


def check_provision(
    library: Library, row: Instrument, article: int, paragraph: int | None = None, item: int | None = None,
    sub: int | None = None, on: date | None = None,
) -> Check:  # fmt: skip
    """Hold one provision of the version `row` against the imported text of exactly that version.

    `on` asks for the words on a day; without it the last text of the version counts.  An article beyond the
    last
    one of an instrument fails even when its text is not at hand.
    """
    label = (
        f"第{to_chinese(article)}条" + (f"之{to_chinese(sub)}" if sub else "")
        if 0 < article < 10_000
        else f"第{article}条"
    )
    last = LAST_ARTICLE.get(row.id)
    timeline = library.timeline(row)
    reading = _of_version(timeline, row, article, sub, on) if timeline else None
    if reading is None or not reading.known:
        if last and article > last:
            return Check(Held.FAILED, "no_article", f"《{row.title}》共{last}条，没有{label}")
        if reading is None:
            return Check(Held.NOT_CHECKED, "no_text", f"{row.full_title}的文本没有导入（gaoyao law import）")
    return check_reading(reading, label, paragraph, item)


def _of_version(
    timeline: LawTimeline, row: Instrument, article: int, sub: int | None, on: date | None
) -> Reading | None:
    """The article in the version `row`: texts of another version of the same title do not answer for it."""
    own = [base for base in timeline.bases if base.instrument_id == row.id]
    inside = [base for base in timeline.bases if base.since and row.in_force(base.since)]
    if not own and not inside and not (on and timeline.amendments):
        return None
    day = on or max((base.since for base in (*own, *inside) if base.since), default=None)
    if day is None:
        return None
    if on is None and row.until is None and timeline.amendments:
        day = max(day, timeline.amendments[-1].since)
    return timeline.article(article, sub, day)


def check_citations(
    library: Library, citations: Iterable[Citation], on: date | None = None
) -> list[tuple[Citation, Check]]:
    """Hold each citation (of rules, deadline figures …) against the library; one result for each, in
    order."""
    return [
        (
            row,
            check_provision(
                library, row.instrument, row.article, row.paragraph, row.item, row.sub,
                on if on and row.in_force(on) else None,
            ),
        )
        for row in citations
    ]  # fmt: skip


def summary(results: Iterable[tuple[Citation, Check]]) -> dict[str, int]:
    """How many passed, failed, were not checked."""
    counted = {held.value: 0 for held in Held}
    for _, check in results:
        counted[check.held.value] += 1
    return counted
