"""Hold resolved citations and quotations against what is at hand: imported statutes and the pages of the
file.

Three answers: passed, failed, not checked.  Not checked is never a pass and always says what is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from gaoyao.citing.find import default_catalogue
from gaoyao.citing.model import Found, Quote
from gaoyao.citing.names import Catalogue
from gaoyao.citing.quotes import Comparison, Match, compare
from gaoyao.citing.resolve import Resolution, Status
from gaoyao.law.instruments import Instrument
from gaoyao.law.texts.checking import Check, Held, check_provision
from gaoyao.law.texts.timeline import Library

Pages = Callable[[str, int | None, int], str | None]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer for one citation.  `hearing` and `act` are the words on the two dates, each with its own
    check."""

    resolution: Resolution
    held: Held
    code: str
    message: str
    hearing: Check | None = None
    act: Check | None = None

    @property
    def start(self) -> int:
        """Offset of the citation in the source."""
        return self.resolution.citation.start


@dataclass(frozen=True, slots=True)
class QuoteVerdict:
    """The answer for one quotation: held against its page, or against the words of the article cited."""

    quote: Quote
    held: Held
    code: str
    message: str
    comparison: Comparison | None = None

    @property
    def start(self) -> int:
        """Offset of the quotation in the source."""
        return self.quote.start


def verify(
    resolutions: Sequence[Resolution],
    *,
    library: Library | None = None,
    on: date | None = None,
    act: date | None = None,
    catalogue: Catalogue | None = None,
) -> list[Verdict]:
    """One verdict for each resolution, in order.

    `on` is the date of the hearing, `act` that of the act (the dates given to `resolve`).  Without a library
    only what needs no words is checked: known instrument, in force, article not beyond the last one.
    """
    checker = _Checker(library or Library(()), on, act, catalogue or default_catalogue())
    return [checker.check(row) for row in resolutions]


class _Checker:
    def __init__(self, library: Library, on: date | None, act: date | None, catalogue: Catalogue) -> None:
        self.library, self.on, self.act, self.catalogue = library, on, act, catalogue

    def check(self, row: Resolution) -> Verdict:
        match row.status:
            case Status.UNKNOWN:
                return Verdict(row, Held.NOT_CHECKED, "unknown_instrument", row.reason)
            case Status.DECLINED:
                return Verdict(row, Held.NOT_CHECKED, "declined", row.reason)
            case Status.NOT_LAW:
                return Verdict(row, Held.NOT_CHECKED, "not_law", row.reason)
        return self._out_of_force(row) or self._provision(row)

    def _out_of_force(self, row: Resolution) -> Verdict | None:
        """A law that was repealed, or a version not in force on either date asked about."""
        repeal = row.repeal
        if repeal is not None and row.on_hearing is None:
            if row.on_act is not None:
                return Verdict(
                    row, Held.NOT_CHECKED, "repealed", f"行为日 {self.act} 施行；{repeal.sentence}"
                )
            held = Held.FAILED if self.on else Held.NOT_CHECKED
            return Verdict(row, held, "repealed", repeal.sentence)
        asked = [day for day in (self.on, self.act) if day]
        if asked and row.on_hearing is None and row.on_act is None:
            return Verdict(row, Held.FAILED, "not_in_force", row.reason or "所引文本在所问日期没有施行")
        return None

    def _provision(self, row: Resolution) -> Verdict:
        if row.article is None:
            return Verdict(row, Held.PASSED, "named", "只引用了文件名称，没有条文可核")
        hearing = self._on(row, row.on_hearing, self.on)
        act = self._on(row, row.on_act, self.act)
        if self.on is None and self.act is None:
            if row.instrument is None:
                return self._every_version(row)
            hearing = self._on(row, row.instrument, None)
        checks = [("审理日", hearing), ("行为日", act)] if self.on or self.act else [("", hearing)]
        given = [(label, check) for label, check in checks if check is not None]
        failed = [(label, check) for label, check in given if check.held is Held.FAILED]
        unchecked = [(label, check) for label, check in given if check.held is Held.NOT_CHECKED]
        for held, group in ((Held.FAILED, failed), (Held.NOT_CHECKED, unchecked)):
            if group and (held is Held.FAILED or len(group) == len(given)):
                message = "；".join(
                    f"{label}：{check.message}" if label else check.message for label, check in group
                )
                return Verdict(row, held, group[0][1].code, message, hearing, act)
        message = row.reason
        if (
            hearing
            and act
            and hearing.provision
            and act.provision
            and hearing.provision.words != act.provision.words
        ):
            message = "；".join(
                part for part in (message, "行为日与审理日的条文不同，应比较后适用（从旧兼从轻）") if part
            )
        if unchecked:
            message = "；".join(
                part
                for part in (message, *(f"{label}：{check.message}" for label, check in unchecked))
                if part
            )
            return Verdict(row, Held.NOT_CHECKED, unchecked[0][1].code, message, hearing, act)
        return Verdict(row, Held.PASSED, "ok", message, hearing, act)

    def _on(self, row: Resolution, version: Instrument | None, on: date | None) -> Check | None:
        if version is None or row.article is None:
            return None
        last = row.citation.last_article
        first = check_provision(self.library, version, row.article, row.paragraph, row.item, row.sub, on)
        if last is None or first.held is Held.FAILED:
            return first
        end = check_provision(self.library, version, last, on=on)
        return end if end.held is not Held.PASSED else first

    def _every_version(self, row: Resolution) -> Verdict:
        """No date and several versions: failed only when no version has the article."""
        checks = [check for version in row.versions if (check := self._on(row, version, None))]
        if checks and all(check.held is Held.FAILED for check in checks):
            return Verdict(row, Held.FAILED, checks[-1].code, checks[-1].message)
        return Verdict(row, Held.NOT_CHECKED, "no_date", row.reason)


def verify_quotes(
    found: Found, verdicts: Sequence[Verdict] = (), pages: Pages | None = None
) -> list[QuoteVerdict]:
    """One verdict for each quotation that names its source; quotations without a source are left out.

    `pages(volume, volume_number, page)` gives the text of a page or None when it is not at hand.
    """
    by_citation = {id(verdict.resolution.citation): verdict for verdict in verdicts}
    results: list[QuoteVerdict] = []
    for quote in found.quotes:
        if quote.exhibit is not None and quote.exhibit.first is not None:
            results.append(_against_pages(quote, pages))
        elif quote.law is not None and (verdict := by_citation.get(id(quote.law))) is not None:
            results.append(_against_law(quote, verdict))
    return results


def _against_pages(quote: Quote, pages: Pages | None) -> QuoteVerdict:
    exhibit = quote.exhibit
    if exhibit is None or exhibit.first is None or pages is None:
        return QuoteVerdict(quote, Held.NOT_CHECKED, "no_pages", "没有给出案卷页文字，引文没有核对")
    last = exhibit.last or exhibit.first
    if last < exhibit.first or last - exhibit.first > 500:
        return QuoteVerdict(quote, Held.FAILED, "page_range", f"页码范围不成立：{exhibit.text}")
    texts = [
        pages(exhibit.volume, exhibit.volume_number, number) for number in range(exhibit.first, last + 1)
    ]
    missing = [str(exhibit.first + index) for index, text in enumerate(texts) if text is None]
    result = compare(quote.words, "\n".join(text for text in texts if text))
    if result.match is Match.EXACT:
        return QuoteVerdict(quote, Held.PASSED, "exact", "", result)
    if missing:
        return QuoteVerdict(
            quote,
            Held.NOT_CHECKED,
            "page_missing",
            f"{exhibit.text}：第{'、'.join(missing)}页没有文字可核",
            result,
        )
    return _judged(quote, result, exhibit.text)


def _against_law(quote: Quote, verdict: Verdict) -> QuoteVerdict:
    words = [
        check.provision.article.text
        for check in (verdict.hearing, verdict.act)
        if check is not None and check.provision
    ]
    if not words:
        return QuoteVerdict(quote, Held.NOT_CHECKED, "no_text", "所引条文的文本不在手头，引文没有核对")
    results = [compare(quote.words, text) for text in words]
    best = max(results, key=lambda row: (row.match is Match.EXACT, row.ratio))
    return _judged(quote, best, verdict.resolution.citation.text)


def _judged(quote: Quote, result: Comparison, place: str) -> QuoteVerdict:
    if result.match is Match.EXACT:
        return QuoteVerdict(quote, Held.PASSED, "exact", "", result)
    if result.match is Match.DIFFERS:
        return QuoteVerdict(
            quote, Held.FAILED, "differs", f"引文与{place}有出入，原文是：“{result.nearest}”", result
        )
    return QuoteVerdict(quote, Held.FAILED, "not_found", f"{place}没有这段话", result)
