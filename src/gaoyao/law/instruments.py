"""The instruments that rules cite: number, issuer, rank, how citable, dates in force, what replaced them.

One `Instrument` is one version of one text: the Criminal Procedure Law of 2012 and of 2018 are two
instruments of one family, because article numbers moved.  Dates are the dates in force of that version.
Sources: the texts in the statute collection; for versions without a text at hand (`text_at_hand=False`)
the dates are from professional memory and every citation of them is shown as 条号未核.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Rank(StrEnum):
    """Rank of an instrument; a higher one prevails (立法法; Interp. 2021 art. 655)."""

    LAW = "law"
    JUDICIAL_INTERPRETATION = "judicial_interpretation"
    DEPARTMENTAL_RULE = "departmental_rule"
    NORMATIVE_DOCUMENT = "normative_document"
    REPORT = "report"

    @property
    def label(self) -> str:
        """The Chinese name of the rank."""
        return {
            "law": "法律",
            "judicial_interpretation": "司法解释",
            "departmental_rule": "部门规章",
            "normative_document": "规范性文件",
            "report": "非规范性材料",
        }[self.value]


class Citable(StrEnum):
    """How an instrument may be cited: as the basis of a decision, in its reasons, or internally only."""

    BASIS = "basis"
    REASONS = "reasons"
    INTERNAL = "internal"

    @property
    def label(self) -> str:
        """The Chinese name of the way of citing."""
        return {"basis": "可作裁判依据", "reasons": "可在说理中引用", "internal": "仅供内部参考"}[self.value]


@dataclass(frozen=True, slots=True)
class Instrument:
    """One version of one instrument.

    `since` and `until` are the first and last day in force (`until=None`: still in force as far as known);
    `family` joins versions of the same text; `text_at_hand` says whether its words were read.
    """

    id: str
    title: str
    short: str
    number: str
    issuer: str
    rank: Rank
    citable: Citable
    since: date
    until: date | None = None
    family: str = ""
    replaced_by: str | None = None
    text_at_hand: bool = True

    def in_force(self, on: date) -> bool:
        """Was this version in force on the day `on`?"""
        return self.since <= on and (self.until is None or on <= self.until)

    @property
    def full_title(self) -> str:
        """《title》（number）, as papers print it."""
        return f"《{self.title}》" + (f"（{self.number}）" if self.number else "")


class UnknownInstrumentError(LookupError):
    """A citation names an instrument that the table does not hold."""


def _row(
    ident: str, title: str, short: str, number: str, issuer: str, rank: str, citable: str,
    since: str, until: str | None = None, family: str = "", replaced_by: str | None = None, text: bool = True,
) -> Instrument:  # fmt: skip
    return Instrument(
        ident, title, short, number, issuer, Rank(rank), Citable(citable), date.fromisoformat(since),
        date.fromisoformat(until) if until else None, family or ident, replaced_by, text,
    )  # fmt: skip


_NPC, _SPC, _SPP, _MPS = "全国人民代表大会", "最高人民法院", "最高人民检察院", "公安部"
_FIVE = "最高人民法院、最高人民检察院、公安部、国家安全部、司法部"
_LAW, _JI, _DR, _ND = "law", "judicial_interpretation", "departmental_rule", "normative_document"
_CPL, _INT = "中华人民共和国刑事诉讼法", "最高人民法院关于适用《中华人民共和国刑事诉讼法》的解释"
_RULES = "人民检察院刑事诉讼规则"

_TABLE = (
    _row("cpl1996", _CPL, "刑事诉讼法（1996）", "", _NPC, _LAW, "basis", "1997-01-01", "2012-12-31", "cpl", "cpl2012", False),
    _row("cpl2012", _CPL, "刑事诉讼法（2012）", "", _NPC, _LAW, "basis", "2013-01-01", "2018-10-25", "cpl", "cpl", False),
    _row("cpl", _CPL, "刑事诉讼法", "", _NPC, _LAW, "basis", "2018-10-26", family="cpl"),
    _row("cl", "中华人民共和国刑法", "刑法", "", _NPC, _LAW, "basis", "1997-10-01"),
    _row("spc1998", "最高人民法院关于执行《中华人民共和国刑事诉讼法》若干问题的解释", "刑诉法解释（1998）", "法释〔1998〕23号", _SPC, _JI, "basis", "1998-09-08", "2012-12-31", "spcint", "spc2012", False),
    _row("spc2012", _INT, "刑诉法解释（2012）", "法释〔2012〕21号", _SPC, _JI, "basis", "2013-01-01", "2021-02-28", "spcint", "spc2021"),
    _row("spc2021", _INT, "刑诉法解释", "法释〔2021〕1号", _SPC, _JI, "basis", "2021-03-01", family="spcint"),
    _row("spp1999", _RULES, "检察规则（1999）", "高检发释字〔1999〕1号", _SPP, _JI, "basis", "1999-01-18", "2012-12-31", "spprules", "spp2012", False),
    _row("spp2012", f"{_RULES}（试行）", "检察规则（2012）", "高检发释字〔2012〕2号", _SPP, _JI, "basis", "2013-01-01", "2019-12-29", "spprules", "spp2019"),
    _row("spp2019", _RULES, "检察规则", "高检发释字〔2019〕4号", _SPP, _JI, "basis", "2019-12-30", family="spprules"),
    _row("mps2020", "公安机关办理刑事案件程序规定", "公安程序规定", "公安部令第159号", _MPS, _DR, "reasons", "2020-09-01", family="mps"),
    _row("mps1998", "公安机关办理刑事案件程序规定", "公安程序规定（1998）", "公安部令第35号", _MPS, _DR, "reasons", "1998-05-14", "2012-12-31", "mps", "mps2012", False),
    _row("mps2012", "公安机关办理刑事案件程序规定", "公安程序规定（2012）", "公安部令第127号", _MPS, _DR, "reasons", "2013-01-01", "2020-08-31", "mps", "mps2020", False),
    _row("spc2013", "最高人民法院关于建立健全防范刑事冤假错案工作机制的意见", "防范冤假错案意见", "法发〔2013〕11号", _SPC, _ND, "reasons", "2013-10-09"),
    _row("sx2010", "关于办理死刑案件审查判断证据若干问题的规定", "死刑案件证据规定", "法发〔2010〕20号", _FIVE, _ND, "reasons", "2010-07-01", text=False),
    _row("pf2017", "关于办理刑事案件严格排除非法证据若干问题的规定", "严格排非规定", "法发〔2017〕15号", _FIVE, _ND, "reasons", "2017-06-27", text=False),
    _row("pf2024", "办理刑事案件排除非法证据规程", "排非规程", "法发〔2024〕12号", _FIVE, _ND, "reasons", "2024-09-03", text=False),
    _row("tq2024", "办理刑事案件庭前会议规程", "庭前会议规程", "法发〔2024〕12号", _FIVE, _ND, "reasons", "2024-09-03", text=False),
    _row("gc2018", "人民法院办理刑事案件“三项规程”（试行）", "三项规程（试行）", "法发〔2017〕31号", _SPC, _ND, "reasons", "2018-01-01", "2024-09-02", "", "pf2024", False),
    _row("ed2016", "关于办理刑事案件收集提取和审查判断电子数据若干问题的规定", "电子数据规定", "法发〔2016〕22号", "最高人民法院、最高人民检察院、公安部", _ND, "reasons", "2016-10-01", text=False),
    _row("rec2014", "公安机关讯问犯罪嫌疑人录音录像工作规定", "讯问录音录像规定", "公通字〔2014〕33号", _MPS, _ND, "reasons", "2014-10-01", text=False),
    _row("zzw2013", "中央政法委关于切实防止冤假错案的规定", "防止冤假错案规定", "中政委〔2013〕27号", "中央政法委员会", _ND, "internal", "2013-08-13", text=False),
    _row("spp2013", "最高人民检察院关于切实履行检察职能防止和纠正冤假错案的若干意见", "高检院防错意见", "高检发〔2013〕11号", _SPP, _ND, "internal", "2013-09-06", text=False),
    _row("ld2015", "领导干部干预司法活动、插手具体案件处理的记录、通报和责任追究规定", "领导干部干预规定", "中办发〔2015〕23号", "中共中央办公厅、国务院办公厅", _ND, "internal", "2015-03-18", text=False),
    _row("nb2015", "司法机关内部人员过问案件的记录和责任追究规定", "内部人员过问规定", "", "中央政法委员会", _ND, "internal", "2015-03-29", text=False),
    _row("jw2015", "关于进一步规范司法人员与当事人、律师、特殊关系人、中介组织接触交往行为的若干规定", "接触交往规定", "", _FIVE, _ND, "internal", "2015-09-06", text=False),
    _row("sf2015", "最高人民法院关于完善人民法院司法责任制的若干意见", "司法责任制意见", "法发〔2015〕13号", _SPC, _ND, "internal", "2015-09-21", text=False),
    _row("sw2019", "最高人民法院关于健全完善人民法院审判委员会工作机制的意见", "审委会意见", "法发〔2019〕20号", _SPC, _ND, "internal", "2019-08-02", text=False),
    _row("hy2002", "最高人民法院关于人民法院合议庭工作的若干规定", "合议庭规定", "法释〔2002〕25号", _SPC, _JI, "basis", "2002-08-17"),
    _row("hy2010", "最高人民法院关于进一步加强合议庭职责的若干规定", "合议庭职责规定", "法释〔2010〕1号", _SPC, _JI, "basis", "2010-02-01"),
    _row("hy2022", "最高人民法院关于规范合议庭运行机制的意见", "合议庭运行意见", "法发〔2022〕31号", _SPC, _ND, "internal", "2022-11-01", text=False),
    _row("ps2018", "中华人民共和国人民陪审员法", "陪审员法", "", _NPC, _LAW, "basis", "2018-04-27"),
    _row("ps2019", "最高人民法院关于适用《中华人民共和国人民陪审员法》若干问题的解释", "陪审员法解释", "法释〔2019〕5号", _SPC, _JI, "basis", "2019-05-01"),
    _row("org2018", "中华人民共和国人民法院组织法", "法院组织法", "", _NPC, _LAW, "basis", "2019-01-01"),
    _row("jdg2019", "中华人民共和国法官法", "法官法", "", _NPC, _LAW, "basis", "2019-10-01"),
    _row("prc2019", "中华人民共和国检察官法", "检察官法", "", _NPC, _LAW, "basis", "2019-10-01"),
    _row("dr2019", "最高人民法院关于死刑复核及执行程序中保障当事人合法权益的若干规定", "死刑复核权益规定", "法释〔2019〕12号", _SPC, _JI, "basis", "2019-09-01"),
    _row("ks2011", "最高人民法院关于审理人民检察院按照审判监督程序提出的刑事抗诉案件若干问题的规定", "再审抗诉规定", "法释〔2011〕23号", _SPC, _JI, "basis", "2012-01-01"),
    _row("av2017", "最高人民法院关于人民法院庭审录音录像的若干规定", "庭审录音录像规定", "法释〔2017〕5号", _SPC, _JI, "basis", "2017-03-01"),
    _row("la2021", "中华人民共和国法律援助法", "法律援助法", "", _NPC, _LAW, "basis", "2022-01-01"),
    _row("lawyer2017", "中华人民共和国律师法", "律师法", "", _NPC, _LAW, "basis", "2018-01-01"),
    _row("jcf2018", "中华人民共和国监察法", "监察法（2018）", "", _NPC, _LAW, "basis", "2018-03-20", "2025-05-31", "jcf", "jcf2024", False),
    _row("jcf2024", "中华人民共和国监察法", "监察法", "", _NPC, _LAW, "basis", "2025-06-01", family="jcf"),
    _row("gp2012", "中华人民共和国国家赔偿法", "国家赔偿法", "", _NPC, _LAW, "basis", "2013-01-01"),
    _row("wn2006", "最高人民法院关于审理未成年人刑事案件具体应用法律若干问题的解释", "未成年人案件解释", "法释〔2006〕1号", _SPC, _JI, "basis", "2006-01-23"),
    _row("zp2017", "人民检察院案件质量评查工作规定（试行）", "案件质量评查规定", "", _SPP, _ND, "internal", "2017-12-14", text=False),
    _row("seed2", "案件质量剖析会报道", "剖析会报道", "", "报道", "report", "internal", "2019-11-26", text=False),
)  # fmt: skip

INSTRUMENTS: dict[str, Instrument] = {row.id: row for row in _TABLE}


def instrument(ident: str) -> Instrument:
    """Return the instrument `ident`; raise `UnknownInstrumentError` naming the nearest known identifiers."""
    try:
        return INSTRUMENTS[ident]
    except KeyError:
        near = [key for key in INSTRUMENTS if key.startswith(ident[:3])]
        hint = f"；相近的有：{'、'.join(near)}" if near else ""
        raise UnknownInstrumentError(
            f"没有代号为“{ident}”的法律文件{hint}。全部代号见 gaoyao law list"
        ) from None


def family_in_force(family: str, on: date) -> Instrument | None:
    """Return the version of `family` in force on the day `on`, or None when no version covers it."""
    return next((row for row in _TABLE if row.family == family and row.in_force(on)), None)
