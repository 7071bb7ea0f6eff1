"""Say which instrument, and which version of it, a found citation means — or decline, with the reason.

Resolution never picks the likelier of two: a name that is not known is unknown, and 本法, 该解释 or a bare 第六十七条
is settled only when exactly one reading is left.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from gaoyao.citing.find import default_catalogue
from gaoyao.citing.model import Found, InstrumentName, LawCitation, Named
from gaoyao.citing.names import ALIASES, Catalogue, plain, split_issuer
from gaoyao.law.instruments import Instrument, Rank
from gaoyao.law.texts.repealed import REPEALED, Repeal


class Status(StrEnum):
    """What became of the name of a citation."""

    RESOLVED = "resolved"
    UNKNOWN = "unknown"
    DECLINED = "declined"
    NOT_LAW = "not_law"

    @property
    def label(self) -> str:
        """The Chinese name."""
        return {"resolved": "已确定", "unknown": "未知文件", "declined": "不能确定", "not_law": "非法律文件"}[
            self.value
        ]


@dataclass(frozen=True, slots=True)
class Within:
    """Where a text stands when it is itself a provision: what 本法, 本条 and 前款 refer to."""

    family: str
    article: int | None = None
    sub: int | None = None
    paragraph: int | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """The reading of one citation.

    `family` joins the versions of a text (cpl: 刑事诉讼法 of every year); `on_hearing` and `on_act` are the
    versions in
    force on the two dates asked about; `versions` are all that remain possible.  `how` says by what it was
    read: explicit (named in place), carried (named earlier in the sentence), context.  `reason` is Chinese.
    """

    citation: LawCitation
    status: Status
    family: str = ""
    versions: tuple[Instrument, ...] = ()
    on_hearing: Instrument | None = None
    on_act: Instrument | None = None
    how: str = ""
    reason: str = ""
    article: int | None = None
    sub: int | None = None
    paragraph: int | None = None
    item: int | None = None

    @property
    def instrument(self) -> Instrument | None:
        """The one version meant: that of the hearing, that of the act, or the only one there is."""
        if self.on_hearing or self.on_act:
            return self.on_hearing or self.on_act
        return self.versions[0] if len(self.versions) == 1 else None

    @property
    def repeal(self) -> Repeal | None:
        """When and by what the instrument was repealed, if it was."""
        return next((REPEALED[row.id] for row in self.versions if row.id in REPEALED), None)


_STOP = re.compile(r"[。！？\n]")
_SIGNED = re.compile(r"书\s*记\s*员")
_VERDICT = re.compile(r"(?:判决|裁定|决定)如下")


class _Resolver:
    def __init__(
        self, found: Found, catalogue: Catalogue, on: date | None, act: date | None, within: Within | None
    ) -> None:
        self.source = found.source
        self.catalogue = catalogue
        self.on, self.act, self.within = on, act, within
        self.local: dict[str, tuple[str, tuple[Instrument, ...]]] = {}
        self.named: list[tuple[str, tuple[Instrument, ...], str]] = []
        self.last: Resolution | None = None
        self.appendix = self._appendix(found.source)

    @staticmethod
    def _appendix(source: str) -> int:
        verdict = max((match.end() for match in _VERDICT.finditer(source)), default=-1)
        signed = _SIGNED.search(source, verdict) if verdict >= 0 else None
        return signed.end() if signed else len(source) + 1

    def resolve(self, citation: LawCitation) -> list[Resolution]:
        if citation.relative:
            return self._relative(citation)
        result = self._name(citation)
        result = replace(
            result,
            article=citation.article,
            sub=citation.sub,
            paragraph=citation.paragraph,
            item=citation.item,
        )
        if result.status in (Status.RESOLVED, Status.UNKNOWN) and result.how == "explicit":
            self.named.append((result.family, result.versions, citation.name.key))
        if result.status is Status.RESOLVED and result.how == "explicit" and citation.name.alias:
            self.local[citation.name.alias] = (result.family, result.versions)
        if citation.article is not None or citation.name.how is not Named.NONE:
            self.last = result
        return [result]

    def _name(self, citation: LawCitation) -> Resolution:
        name = citation.name
        match name.how:
            case Named.OTHER:
                return Resolution(
                    citation, Status.NOT_LAW, reason="前面写的是合同、章程一类文件，不按法律条文核对"
                )
            case Named.NONE:
                return self._carried(citation)
            case Named.SELF | Named.SAME:
                return self._pointed(citation, name)
            case Named.NUMBER:
                return self._numbered(citation, name)
        if name.key in self.local:
            family, versions = self.local[name.key]
            return self._settle(citation, family, versions, name)
        return self._titled(citation, name)

    # ------------------------------------------------------------ explicit names

    def _titled(self, citation: LawCitation, name: InstrumentName) -> Resolution:
        families = self.catalogue.by_title(name.key)
        if not families:
            return self._unknown(citation, name)
        if name.superseded:
            return self._declined(citation, f"写的是修订前的{name.text}，没有写明是哪一年的文本")
        if len(families) > 1:
            return self._declined(citation, f"“{name.text}”可指：{'、'.join(families)}")
        family = families[0]
        rows = self.catalogue.families[family]
        if name.key not in ALIASES and split_issuer(name.key)[1] not in ALIASES:
            exact = tuple(
                row for row in rows if name.key in (plain(row.title), split_issuer(plain(row.title))[1])
            )
            rows = exact or rows
        if name.number:
            numbered = tuple(row for row in self.catalogue.by_number(name.number) if row.family == family)
            if not numbered:
                return self._declined(citation, f"名称{name.text}与文号{name.number}对不上")
            rows = numbered
        return self._settle(citation, family, rows, name)

    def _numbered(self, citation: LawCitation, name: InstrumentName) -> Resolution:
        rows = self.catalogue.by_number(name.number)
        if not rows:
            return self._unknown(citation, name)
        if len({row.family for row in rows}) > 1:
            titles = "、".join(f"《{row.title}》" for row in rows)
            return self._declined(citation, f"{name.text}一个文号印发了几份文件：{titles}，要写明名称")
        return self._settle(citation, rows[0].family, rows, name)

    def _unknown(self, citation: LawCitation, name: InstrumentName) -> Resolution:
        return Resolution(
            citation, Status.UNKNOWN, how="explicit",
            reason=f"不认识“{name.text}”：法规目录和已导入的文本里都没有这个名称",
        )  # fmt: skip

    @staticmethod
    def _declined(citation: LawCitation, reason: str) -> Resolution:
        return Resolution(citation, Status.DECLINED, reason=reason)

    def _settle(
        self, citation: LawCitation, family: str, rows: Sequence[Instrument], name: InstrumentName | None,
        how: str = "explicit",
    ) -> Resolution:  # fmt: skip
        versions = tuple(rows)
        if name and name.year:
            of_year = tuple(
                row
                for row in versions
                if f"（{name.year}）" in row.short or row.since.year in (name.year, name.year + 1)
            )
            of_year = tuple(row for row in of_year if f"（{name.year}）" in row.short) or of_year
            versions = of_year or versions
        on_hearing = next((row for row in versions if self.on and row.in_force(self.on)), None)
        on_act = next((row for row in versions if self.act and row.in_force(self.act)), None)
        reason = ""
        for day, row, label in ((self.on, on_hearing, "审理日"), (self.act, on_act, "行为日")):
            if day and row is None:
                then = self.catalogue.version(family, day)
                reason += f"{label}{day}所引文本不在施行期间" + (
                    f"，当日施行的是{then.full_title}" if then else ""
                )
                reason += f"（{then.since} 起施行）；" if then else "；"
        if not self.on and not self.act and len(versions) > 1:
            reason = "未给审理日期或行为日期，版本未定：" + "、".join(row.short for row in versions)
        return Resolution(
            citation, Status.RESOLVED, family, versions, on_hearing, on_act, how, reason.rstrip("；")
        )

    # ------------------------------------------------------------ names that point

    def _pointed(self, citation: LawCitation, name: InstrumentName) -> Resolution:
        if name.how is Named.SELF and self.within is not None:
            rows = self.catalogue.families.get(self.within.family, ())
            return self._settle(citation, self.within.family, rows, None, "context")
        fitting = [entry for entry in self.named if self._fits(entry[1], entry[2], name.key)]
        families = {family or key for family, _, key in fitting}
        nearest = fitting[-1] if fitting else None
        if nearest and (name.how is Named.SAME or len(families) == 1):
            if nearest[1]:
                return self._settle(citation, nearest[0], nearest[1], None, "context")
            return self._declined(citation, f"“{name.text}”指前面的“{nearest[2]}”，那是不认识的文件")
        names = "、".join(sorted({rows[0].short if rows else key for _, rows, key in fitting}))
        return self._declined(
            citation,
            f"“{name.text}”前面有几部可指：{names}" if families else f"“{name.text}”前面没有写明是哪一部",
        )

    @staticmethod
    def _fits(rows: tuple[Instrument, ...], key: str, word: str) -> bool:
        if not rows:
            return key.endswith(word.removeprefix("司法"))
        if word == "法":
            return rows[0].rank is Rank.LAW
        word = word.removeprefix("司法")
        title = re.sub("（试行）|（[一二三四五六七八九十]+）", "", rows[0].title)
        return title.endswith(word) and (word != "解释" or rows[0].rank is Rank.JUDICIAL_INTERPRETATION)

    def _carried(self, citation: LawCitation) -> Resolution:
        last = self.last
        if last is not None and last.status is Status.RESOLVED:
            between = self.source[last.citation.end : citation.start]
            if citation.start > self.appendix or not _STOP.search(between):
                return self._settle(citation, last.family, last.versions, None, "carried")
        if last is not None and last.status in (Status.NOT_LAW, Status.UNKNOWN):
            between = self.source[last.citation.end : citation.start]
            if not _STOP.search(between):
                return replace(last, citation=citation, how="carried")
        if self.within is not None:
            rows = self.catalogue.families.get(self.within.family, ())
            return self._settle(citation, self.within.family, rows, None, "context")
        return self._declined(citation, "同一句里没有写明是哪部法律的条文")

    def _relative(self, citation: LawCitation) -> list[Resolution]:
        where = self.within
        if where is None or where.article is None:
            return [self._declined(citation, f"“{citation.relative}”要看它所在的条文；这里不是法条正文")]
        rows = self.catalogue.families.get(where.family, ())
        base = self._settle(citation, where.family, rows, None, "context")
        base = replace(base, article=where.article, sub=where.sub, item=citation.item)
        if citation.relative == "本条":
            return [replace(base, paragraph=citation.paragraph)]
        back = {"前款": 1, "前两款": 2, "前三款": 3, "本款": 0}.get(citation.relative)
        if back is None:
            return [self._declined(citation, "“前条”可能是带“之一”的条文，要看条文次序")]
        if where.paragraph is None or where.paragraph - back < 1:
            return [self._declined(citation, f"“{citation.relative}”之前没有那么多款")]
        if back == 0:
            return [replace(base, paragraph=where.paragraph)]
        first = where.paragraph - back
        return [replace(base, paragraph=number) for number in range(first, where.paragraph)]


def resolve(
    found: Found,
    *,
    on: date | None = None,
    act: date | None = None,
    within: Within | None = None,
    catalogue: Catalogue | None = None,
) -> list[Resolution]:
    """Resolve every law citation of `found`, in the order of the text.

    `on` is the date of the hearing or judgment, `act` the date of the act: each selects the version in
    force on
    that day.  `within` tells that the text is itself a provision, so that 本法 and 前款 can be read.
    前两款 gives two resolutions; every other citation gives one.
    """
    resolver = _Resolver(found, catalogue or default_catalogue(), on, act, within)
    return [result for citation in found.laws for result in resolver.resolve(citation)]
