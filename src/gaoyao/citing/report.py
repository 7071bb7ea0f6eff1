"""Check one text and tell the result: lines for the terminal, a dictionary for JSON."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from typing import Any

from gaoyao.citing.find import find
from gaoyao.citing.model import Found, Named
from gaoyao.citing.names import catalogue_with
from gaoyao.citing.resolve import resolve
from gaoyao.citing.verify import Pages, QuoteVerdict, Verdict, verify, verify_quotes
from gaoyao.law.texts.checking import Held
from gaoyao.law.texts.timeline import Library


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that was checked in one text."""

    found: Found
    verdicts: tuple[Verdict, ...]
    quotes: tuple[QuoteVerdict, ...]
    on: date | None
    act: date | None

    @property
    def rows(self) -> list[Verdict | QuoteVerdict]:
        """Citations and quotations in the order of the text."""
        found: list[Verdict | QuoteVerdict] = [*self.verdicts, *self.quotes]
        return sorted(found, key=lambda row: row.start)

    @property
    def problems(self) -> int:
        """How many citations or quotations failed, or name an unknown instrument."""
        return sum(row.held is Held.FAILED or row.code == "unknown_instrument" for row in self.rows)

    @property
    def unchecked(self) -> int:
        """How many could not be checked."""
        return sum(row.held is Held.NOT_CHECKED for row in self.rows) - self.unknown

    @property
    def unknown(self) -> int:
        """How many name an instrument that nobody here knows."""
        return sum(row.code == "unknown_instrument" for row in self.rows)


def check_text(
    text: str, *, library: Library | None = None, on: date | None = None, act: date | None = None,
    pages: Pages | None = None,
) -> Report:  # fmt: skip
    """Run all four steps over `text`."""
    catalogue = None if library is None else catalogue_with(library.texts)
    found = find(text, catalogue)
    verdicts = verify(
        resolve(found, on=on, act=act, catalogue=catalogue),
        library=library,
        on=on,
        act=act,
        catalogue=catalogue,
    )
    verdicts = [row for row in verdicts if not _only_named_paper(row)]
    return Report(found, tuple(verdicts), tuple(verify_quotes(found, verdicts, pages)), on, act)


def _only_named_paper(row: Verdict) -> bool:
    """《关于调整董事会成员的批复》 without an article may be any paper: it is not reported as an unknown law."""
    citation = row.resolution.citation
    return (
        row.code == "unknown_instrument" and citation.article is None and citation.name.how is Named.TITLE
        and not any(word in citation.text for word in ("最高人民法院", "最高人民检察院", "中华人民共和国", "刑法", "诉讼法"))
    ) or bool(citation.relative)  # fmt: skip


class _Places:
    """Line and column of an offset."""

    def __init__(self, source: str) -> None:
        self.starts = [0, *(index + 1 for index, char in enumerate(source) if char == "\n")]

    def line(self, offset: int) -> int:
        return bisect_right(self.starts, offset)


def provision_of(row: Verdict) -> str:
    """How the terminal names a verdict: instrument and provision as read, or the words of the text."""
    resolution, citation = row.resolution, row.resolution.citation
    version = resolution.instrument
    name = (
        version.short
        if version
        else resolution.versions[-1].short
        if resolution.versions
        else citation.name.text
    )
    return f"{name} {citation.text}" if citation.article else (name or citation.text)


def lines(report: Report) -> list[str]:
    """The report for the terminal, in Chinese: problems first, then what was not checked, then the counts."""
    places = _Places(report.found.source)
    out: list[str] = []
    groups = {
        "有问题：": [row for row in report.rows if row.held is Held.FAILED],
        "不认识的文件（请核对名称，或先导入它的文本）：": [
            row for row in report.rows if row.code == "unknown_instrument"
        ],
        "未核（不等于没有问题）：": [
            row for row in report.rows if row.held is Held.NOT_CHECKED and row.code != "unknown_instrument"
        ],
    }
    for title, rows in groups.items():
        if rows:
            out.append(title)
        for row in rows:
            what = provision_of(row) if isinstance(row, Verdict) else _shorten(row.quote.text)
            out.append(f"  第{places.line(row.start)}行 {what} —— {row.message}")
    changed = [row for row in report.verdicts if row.held is Held.PASSED and row.message and row.code == "ok"]
    if changed:
        out.append("提请注意：")
        out.extend(f"  第{places.line(row.start)}行 {provision_of(row)} —— {row.message}" for row in changed)
    passed = sum(row.held is Held.PASSED for row in report.rows)
    dates = "、".join(
        f"{label} {day}" for label, day in (("审理日", report.on), ("行为日", report.act)) if day is not None
    )
    out.append(
        f"共核对 {len(report.verdicts)} 处法律引用、{len(report.quotes)} 处引文（{dates or '未给日期'}）："
        f"相符 {passed}，有问题 {report.problems - report.unknown}，不认识的文件 {report.unknown}，未核 {report.unchecked}；"
        f"另见案号 {len(report.found.cases)} 个、卷页指引 {len(report.found.exhibits)} 处"
    )
    return out


def _shorten(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:36]}…{text[-1]}"


def as_dict(report: Report) -> dict[str, Any]:
    """The report as plain data for JSON: offsets refer to the text given."""
    return {
        "on": str(report.on) if report.on else None,
        "act_date": str(report.act) if report.act else None,
        "problems": report.problems,
        "not_checked": report.unchecked,
        "laws": [_law(row) for row in report.verdicts],
        "quotes": [
            {
                "start": row.quote.start, "end": row.quote.end, "text": row.quote.text, "result": row.held.value,
                "code": row.code, "message": row.message,
                "source": row.quote.exhibit.text if row.quote.exhibit else row.quote.law.text if row.quote.law else "",
                "nearest": row.comparison.nearest if row.comparison else "",
            }
            for row in report.quotes
        ],
        "cases": [
            {"start": row.start, "end": row.end, "text": row.text, "kind": row.kind, "standard": row.standard}
            for row in report.found.cases
        ],
        "exhibits": [
            {
                "start": row.start, "end": row.end, "text": row.text, "volume": row.volume,
                "volume_number": row.volume_number, "first": row.first, "last": row.last, "number": row.number,
            }
            for row in report.found.exhibits
        ],
    }  # fmt: skip


def _law(row: Verdict) -> dict[str, Any]:
    resolution, citation = row.resolution, row.resolution.citation
    texts = {
        label: {"words": check.provision.words, "sources": list(check.provision.sources)}
        for label, check in (("hearing", row.hearing), ("act", row.act))
        if check is not None and check.provision is not None
    }
    return {
        "start": citation.start, "end": citation.end, "text": citation.text, "name": citation.name.text,
        "status": resolution.status.value, "family": resolution.family,
        "versions": [version.id for version in resolution.versions],
        "in_force_on_hearing": resolution.on_hearing.id if resolution.on_hearing else None,
        "in_force_on_act": resolution.on_act.id if resolution.on_act else None,
        "article": resolution.article, "sub": resolution.sub, "paragraph": resolution.paragraph,
        "item": resolution.item, "last_article": citation.last_article,
        "result": row.held.value, "code": row.code, "message": row.message, "texts": texts,
    }  # fmt: skip
