"""The words of an article on a day, out of the texts at hand — or which version is not at hand.

Forward: the latest full text not later than the day, with every imported amendment up to the day applied to
it.
Backward: an earlier day than any full text has the same words only if nothing in between changed the
article, which
is certain only when every amendment in between is at hand.  Nothing is guessed: `certain` says what is
settled.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from gaoyao.law.instruments import INSTRUMENTS, Instrument
from gaoyao.law.texts.amend import amended_law
from gaoyao.law.texts.amendments import in_force_of, plain_name
from gaoyao.law.texts.apply import CannotApplyError, apply
from gaoyao.law.texts.dates import plain_title
from gaoyao.law.texts.model import Article, Change, Clause, StatuteText


@dataclass(frozen=True, slots=True)
class Reading:
    """The answer for one article on one day.

    `article` is None when there is no such article (`known` True) or when its words are not at hand (`known`
    False); `certain` is False when something not at hand may have changed it; `sources` are the files used;
    `notes` (Chinese) say why, and which version is missing.
    """

    article: Article | None
    known: bool
    certain: bool
    sources: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Amendment:
    """One imported amendment with its day in force."""

    text: StatuteText
    since: date

    def touching(self, target: tuple[int, int | None]) -> list[Clause]:
        """Its clauses on the article `target`, in order."""
        return [clause for clause in self.text.clauses if target in clause.targets]

    def whole(self, target: tuple[int, int | None]) -> bool:
        """Does it replace or insert the whole article (so that the earlier words are not needed)?"""
        clauses = self.touching(target)
        return bool(clauses) and clauses[0].act in ("replace", "insert_article")


class LawTimeline:
    """Every full text and amendment of one law."""

    def __init__(self, title: str, texts: Sequence[StatuteText], amendments: Sequence[StatuteText]) -> None:
        self.title = title
        self.bases = sorted((text for text in texts if text.since), key=lambda text: text.since or date.min)
        self.undated = [text for text in texts if text.since is None]
        self.amendments = sorted(
            (Amendment(text, text.since) for text in amendments if text.since), key=lambda row: row.since
        )
        self.undated_amendments = [text for text in amendments if text.since is None]
        self.changes = self._listed_changes()

    def _listed_changes(self) -> list[tuple[Change, date | None]]:
        """Changes named in the heads of the texts, with their day in force where it is known."""
        found: dict[str, tuple[Change, date | None]] = {}
        for text in self.bases:
            for change in text.changes:
                name = plain_name(change.by) if change.by else str(change.passed)
                found[name] = (change, in_force_of(change.by, change.passed) if change.by else None)
        return sorted(found.values(), key=lambda row: row[0].passed)

    def _missing(self, after: date, until: date) -> list[str]:
        """Named changes that came into force after `after`, up to `until`, and are not imported."""
        have = {plain_name(row.text.title) for row in self.amendments}
        missing = []
        for change, since in self.changes:
            effective = since or change.passed
            if after < effective <= until and (not change.by or plain_name(change.by) not in have):
                if not change.by and any(
                    base.since and base.passed == change.passed and base.since <= after for base in self.bases
                ):
                    continue
                missing.append(f"《{change.by}》" if change.by else f"{change.passed} 的修改")
        return missing

    def article(self, number: int, sub: int | None, on: date) -> Reading:
        """The article in force on the day `on`."""
        target = (number, sub)
        before = [text for text in self.bases if text.since and text.since <= on]
        if before:
            return self._forward(before[-1], target, on)
        return self._backward(target, on)

    # ------------------------------------------------------------ later than a full text

    def _forward(self, base: StatuteText, target: tuple[int, int | None], on: date) -> Reading:
        since = base.since or date.min
        article = _find(base, target)
        sources = [base.source]
        missing = self._missing(since, on)
        for amendment in self.amendments:
            if not since < amendment.since <= on:
                continue
            for clause in amendment.touching(target):
                try:
                    article = apply(clause, article, target)
                except CannotApplyError as problem:
                    note = f"《{amendment.text.title}》{problem}；不能确定 {amendment.since} 以后的条文"
                    return Reading(None, False, False, (base.source, amendment.text.source), (note,))
                sources.append(amendment.text.source)
        notes = [f"{'、'.join(missing)}未导入，不能确定该条此后有无修改"] if missing else []
        notes += [f"《{text.title}》没有施行日期，未套用" for text in self.undated_amendments]
        return Reading(article, True, not notes, tuple(dict.fromkeys(sources)), tuple(notes))

    # ------------------------------------------------------------ earlier than every full text

    def _backward(self, target: tuple[int, int | None], on: date) -> Reading:
        if not self.bases:
            return Reading(None, False, False, (), (f"《{self.title}》的全文没有导入（或没有施行日期）",))
        base = self.bases[0]
        since = base.since or date.max
        touching = [row for row in self.amendments if on < row.since <= since and row.touching(target)]
        earlier = [row for row in self.amendments if row.since <= on and row.touching(target)]
        first_known = self.changes[0][0].passed if self.changes else None
        if not touching:
            missing = self._missing(on, since)
            start = (
                INSTRUMENTS[base.instrument_id].since if base.instrument_id in INSTRUMENTS else first_known
            )
            if start and on < start:
                return Reading(
                    None,
                    False,
                    False,
                    (base.source,),
                    (f"{on} 早于该文本的施行日期 {start}，当时的文本没有导入",),
                )
            notes = (
                (f"手头全文自 {since} 起；{'、'.join(missing)}未导入，不能确定该条在 {on} 是否相同",)
                if missing
                else ()
            )
            if not missing and not self.changes:
                notes = (f"手头全文自 {since} 起施行，此前的文本没有导入",)
            return Reading(_find(base, target), not notes, not notes, (base.source,), notes)
        first = touching[0]
        inserted = first.touching(target)[0]
        if inserted.act == "insert_article" and not earlier:
            return Reading(
                None,
                True,
                True,
                (first.text.source,),
                (f"该条由《{first.text.title}》增加，自 {first.since} 起施行",),
            )
        rebuilt = self._rebuild(target, earlier, on, first.since)
        if rebuilt is not None:
            return rebuilt
        note = f"该条经《{first.text.title}》修改，自 {first.since} 起施行；修改前的文本（{on} 有效的版本）没有导入"
        return Reading(None, False, False, (base.source, first.text.source), (note,))

    def _rebuild(
        self, target: tuple[int, int | None], earlier: list[Amendment], on: date, before: date
    ) -> Reading | None:
        """Words given in full by an earlier amendment: they hold until the next change."""
        whole = [index for index, row in enumerate(earlier) if row.whole(target)]
        if not whole:
            return None
        article: Article | None = None
        used = earlier[whole[-1] :]
        try:
            for row in used:
                for clause in row.touching(target):
                    article = apply(clause, article if article else None, target)
        except CannotApplyError as problem:
            return Reading(None, False, False, tuple(row.text.source for row in used), (str(problem),))
        missing = self._missing(used[0].since, on)
        notes = (f"{'、'.join(missing)}未导入，不能确定其间有无修改",) if missing else ()
        return Reading(article, True, not missing, tuple(row.text.source for row in used), notes)

    def disagreements(self) -> list[str]:
        """Articles whose consolidated words differ from a later full text: one sentence each, nothing
        chosen."""
        found = []
        for older, newer in zip(self.bases, self.bases[1:], strict=False):
            if newer.since is None or self._missing(older.since or date.min, newer.since):
                continue
            keys = {(row.number, row.sub) for row in (*older.articles, *newer.articles)}
            for target in sorted(keys, key=lambda key: (key[0], key[1] or 0)):
                mine, theirs = self._forward(older, target, newer.since), _find(newer, target)
                if mine.known and squeeze(mine.article) != squeeze(theirs):
                    label = (mine.article or theirs or older.articles[0]).label
                    found.append(
                        f"《{self.title}》{label}：由 {older.source} 套用修正案得出的条文与 {newer.source} 不同"
                    )
        return found


_DELETED = frozenset({"（删去）", "(删去)", "（删除）", "(删除)", "删去", "删除"})
_ONE_WIDTH = str.maketrans("“”:;,", '""：；，')


def squeeze(article: Article | None) -> str:
    """The words of an article without blanks and in one width, for comparing two files."""
    if article is None:
        return ""
    return "".join(article.text.split()).translate(_ONE_WIDTH)


def _find(text: StatuteText, target: tuple[int, int | None]) -> Article | None:
    """The article; None also where the text keeps only the number of a deleted one (第一百九十九条 （删去））."""
    found = next((row for row in text.articles if (row.number, row.sub) == target), None)
    return None if found is None or squeeze(found) in _DELETED else found


class Library:
    """All imported texts, by instrument and by title, each with its timeline."""

    def __init__(self, texts: Iterable[StatuteText]) -> None:
        self.texts = tuple(texts)
        laws: dict[str, list[StatuteText]] = {}
        changes: dict[str, list[StatuteText]] = {}
        for text in self.texts:
            if text.kind == "amendment":
                changes.setdefault(amended_law(text.title), []).append(text)
            else:
                laws.setdefault(self._family_title(text), []).append(text)
        self.timelines = {
            title: LawTimeline(title, laws.get(title, []), changes.get(title, []))
            for title in (laws | changes)
        }

    @staticmethod
    def _family_title(text: StatuteText) -> str:
        return plain_title(text.title)

    def timeline(self, row: Instrument) -> LawTimeline | None:
        """The timeline of an instrument, by its title."""
        return self.timelines.get(plain_title(row.title))

    def by_title(self, title: str) -> LawTimeline | None:
        """The timeline of a title as a text writes it."""
        return self.timelines.get(plain_title(title))

    def read(self, row: Instrument, number: int, sub: int | None, on: date) -> Reading:
        """The words of an article of `row` on the day `on`."""
        timeline = self.timeline(row)
        if timeline is None:
            return Reading(None, False, False, (), (f"《{row.title}》的文本没有导入",))
        return timeline.article(number, sub, on)
