"""Names of instruments: how texts write them, and which known instruments a name can mean.

A name that is not known is not stretched to a similar one: 《…关于适用刑法的批复（假）》 is not the Criminal Law.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property

from gaoyao.law.instruments import INSTRUMENTS, Citable, Instrument, Rank
from gaoyao.law.texts.model import StatuteText
from gaoyao.law.texts.others import OTHERS
from gaoyao.law.texts.repealed import REPEALED

_MARKS = re.compile(r"[《》〈〉“”\"「」『』\s]|中华人民共和国")
_ISSUER = re.compile(
    "^(?:(?:最高人民法院|最高人民检察院|公安部|国家安全部|司法部|海关总署|国家税务总局|全国人民代表大会常务委员会"
    "|全国人大常委会|两高|中央政法委员?会?|中共中央办公厅|国务院办公厅|国务院|最高法院?|最高检|高检院)[、，,和 ]?)+"
)
_ISSUED = re.compile(r"^印发|^关于印发")
_SHORT_ISSUER = {
    "最高人民法院": "最高法", "最高人民检察院": "最高检", "最高法院": "最高法", "高检院": "最高检",
    "全国人民代表大会常务委员会": "人大常委会", "全国人大常委会": "人大常委会",
}  # fmt: skip

# Everyday short names → family. Full titles and the table's own short names are added by the catalogue itself.
ALIASES: dict[str, str] = {
    "刑法": "cl", "刑法典": "cl", "我国刑法": "cl", "新刑法": "cl",
    "刑事诉讼法": "cpl", "刑诉法": "cpl", "我国刑事诉讼法": "cpl",
    "刑诉法解释": "spcint", "刑事诉讼法解释": "spcint", "刑诉解释": "spcint", "刑诉法司法解释": "spcint",
    "刑事诉讼法司法解释": "spcint", "高法解释": "spcint", "最高法解释": "spcint", "最高人民法院刑诉法解释": "spcint",
    "关于适用刑事诉讼法的解释": "spcint", "适用刑事诉讼法的解释": "spcint", "关于适用刑诉法的解释": "spcint",
    "新刑诉法解释": "spcint",
    "高检规则": "spprules", "刑诉规则": "spprules", "检察规则": "spprules", "刑事诉讼规则": "spprules",
    "最高检规则": "spprules", "人民检察院刑事诉讼规则": "spprules", "检察院刑事诉讼规则": "spprules",
    "高检院规则": "spprules", "检察院规则": "spprules",
    "公安机关办理刑事案件程序规定": "mps", "公安程序规定": "mps", "办理刑事案件程序规定": "mps", "公安部规定": "mps",
    "程序规定": "mps", "公安规定": "mps",
    "严格排除非法证据规定": "pf2017", "严格排非规定": "pf2017", "关于办理刑事案件严格排除非法证据若干问题的规定": "pf2017",
    "排非规程": "pf2024", "排除非法证据规程": "pf2024", "庭前会议规程": "tq2024",
    "电子数据规定": "ed2016", "死刑案件证据规定": "sx2010", "办理死刑案件证据规定": "sx2010", "死刑证据规定": "sx2010",
    "非法证据排除规定": "nd2010_exclusion", "排除非法证据规定": "nd2010_exclusion",
    "监察法": "jcf", "人民陪审员法": "ps2018", "陪审员法": "ps2018", "法院组织法": "org2018", "人民法院组织法": "org2018",
    "检察院组织法": "spp_org", "国家赔偿法": "gp2012", "赔偿法": "gp2012", "法律援助法": "la2021", "律师法": "lawyer2017",
    "法官法": "jdg2019", "检察官法": "prc2019", "民法典": "civil2020", "民诉法": "civil_procedure",
    "行诉法": "admin_procedure", "道交法": "road", "道路交通安全法": "road", "治安处罚法": "public_security2005",
    "防范冤假错案意见": "spc2013", "防范刑事冤假错案意见": "spc2013", "防范冤错案意见": "spc2013",
    "关于切实防止冤假错案的规定": "zzw2013", "认罪认罚指导意见": "nd2019_plea",
    "关于审理毒品犯罪案件适用法律若干问题的解释": "ji2016_drug", "关于适用财产刑若干问题的规定": "ji2000_fine",
    "关于自首和立功具体应用法律若干问题的解释": "ji1998_surrender",
    "关于办理妨碍信用卡管理刑事案件具体应用法律若干问题的解释": "ji2009_card",
}  # fmt: skip


def plain(title: str) -> str:
    """`title` without marks, blanks and 中华人民共和国: the form in which names are compared."""
    return _MARKS.sub("", title).replace("(", "（").replace(")", "）")


def split_issuer(key: str) -> tuple[frozenset[str], str]:
    """Split a plain title into its issuers (short forms) and the title proper: 最高人民法院关于… → ({最高法}, 关于…)."""
    match = _ISSUER.match(key)
    if match is None or match.end() == len(key):
        return frozenset(), key
    rest = _ISSUED.sub("", key[match.end() :])
    names = re.split("[、，,和 ]", match.group())
    issuers = {_SHORT_ISSUER.get(name, name) for name in names if name}
    if "两高" in issuers:
        issuers = (issuers - {"两高"}) | {"最高法", "最高检"}
    return frozenset(issuers), rest


def plain_number(number: str) -> str:
    """A document number in one form: 法释(2021)1号, 法释[2021]第1号 → 法释〔2021〕1号."""
    found = re.sub(r"\s", "", number).translate(str.maketrans("（）()[]［］【】", "〔〕〔〕〔〕〔〕〔〕"))
    return re.sub(r"第?0*(\d+)号$", r"\1号", found) if "〔" in found else found


class Catalogue:
    """All known instruments, by name and by number.  `extra` adds instruments known from imported texts."""

    def __init__(self, extra: Iterable[Instrument] = ()) -> None:
        rows = [*INSTRUMENTS.values(), *OTHERS.values(), *(row.instrument for row in REPEALED.values())]
        known = {row.id for row in rows}
        rows.extend(row for row in extra if row.id not in known)
        self.rows: tuple[Instrument, ...] = tuple(rows)
        self.by_id: Mapping[str, Instrument] = {row.id: row for row in rows}

    @cached_property
    def families(self) -> dict[str, tuple[Instrument, ...]]:
        """Family → its versions, oldest first."""
        found: dict[str, list[Instrument]] = {}
        for row in self.rows:
            found.setdefault(row.family, []).append(row)
        return {name: tuple(sorted(group, key=lambda row: row.since)) for name, group in found.items()}

    @cached_property
    def _titles(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for row in self.rows:
            key = plain(row.title)
            short = re.sub("（[12]\\d{3}）$", "", row.short)
            for name in {key, split_issuer(key)[1], short, key.removesuffix("（试行）")}:
                found.setdefault(name, set()).add(row.family)
        for name, family in ALIASES.items():
            found[name] = {family}
        return found

    @cached_property
    def _numbers(self) -> dict[str, list[Instrument]]:
        found: dict[str, list[Instrument]] = {}
        for row in self.rows:
            if row.number:
                found.setdefault(plain_number(row.number), []).append(row)
        return found

    @cached_property
    def longest(self) -> int:
        """Length of the longest known plain name."""
        return max(len(name) for name in self._titles)

    def is_name(self, key: str) -> bool:
        """Is the plain text `key` exactly a known name?"""
        return key in self._titles

    def suffix(self, text: str) -> str:
        """The longest known plain name that `text` ends with, or ''."""
        for length in range(min(self.longest, len(text)), 1, -1):
            if text[-length:] in self._titles:
                return text[-length:]
        return ""

    def by_title(self, key: str) -> tuple[str, ...]:
        """Families that the plain title can mean: none when unknown; a stated issuer must be the right
        one."""
        issuers, core = split_issuer(key)
        families = self._titles.get(key) or self._titles.get(core) or set()
        return tuple(sorted(name for name in families if self._issued_by(name, issuers)))

    def _issued_by(self, family: str, issuers: frozenset[str]) -> bool:
        if not issuers:
            return True
        for row in self.families[family]:
            if row.rank is Rank.LAW:
                return issuers <= {"人大常委会"}
            own = {_SHORT_ISSUER.get(name, name) for name in row.issuer.split("、")}
            titled, _ = split_issuer(plain(row.title))
            if issuers <= (own | titled):
                return True
        return False

    def by_number(self, number: str) -> tuple[Instrument, ...]:
        """Instruments that carry this document number; one number can cover two texts (法发〔2024〕12号)."""
        return tuple(self._numbers.get(plain_number(number), ()))

    def version(self, family: str, on: date) -> Instrument | None:
        """The version of `family` in force on the day `on`, or None."""
        return next((row for row in self.families.get(family, ()) if row.in_force(on)), None)


def catalogue_with(texts: Sequence[StatuteText]) -> Catalogue:
    """The instruments known by themselves and those known only because their text was imported."""
    known = Catalogue()
    extra = [
        Instrument(
            f"text:{text.sha256[:12]}", text.title, text.title, text.number, "", _rank(text.title), Citable.INTERNAL,
            text.since or date.min,
        )
        for text in texts
        if text.kind == "law" and not text.instrument_id and not known.by_title(plain(text.title))
    ]  # fmt: skip
    return Catalogue(extra) if extra else known


def _rank(title: str) -> Rank:
    if title.endswith("法"):
        return Rank.LAW
    if "解释" in title and title.startswith("最高人民"):
        return Rank.JUDICIAL_INTERPRETATION
    return Rank.NORMATIVE_DOCUMENT
