"""Laws that are no longer in force: since when, and by what they were repealed.

A text that cites one of them is not citing an unknown law: it is citing a law that was in force on some days
and not on others.  `until` is the last day in force.  Source of the nine civil rows: 民法典第一千二百六十条
(in force from 2021-01-01).  The texts themselves are not at hand, so the articles are never held against
words.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from gaoyao.law.instruments import Citable, Instrument, Rank


@dataclass(frozen=True, slots=True)
class Repeal:
    """The end of a law: the law itself, the first day it was no longer in force, and the provision that
    ended it."""

    instrument: Instrument
    since: date
    by: str

    @property
    def sentence(self) -> str:
        """One Chinese sentence: what was repealed, since when, by what."""
        return f"《{self.instrument.title}》已自{self.since:%Y-%m-%d}起废止，依据：{self.by}"


_CIVIL_CODE = "《中华人民共和国民法典》第一千二百六十条"
_STATE = "全国人民代表大会及其常务委员会"


def _law(
    ident: str, short: str, since: str, repealed: str, by: str, replaced_by: str, family: str = ""
) -> Repeal:
    first_day_out = date.fromisoformat(repealed)
    law = Instrument(
        ident, f"中华人民共和国{short}", short, "", _STATE, Rank.LAW, Citable.BASIS, date.fromisoformat(since),
        first_day_out - timedelta(days=1), family or ident, replaced_by, text_at_hand=False,
    )  # fmt: skip
    return Repeal(law, first_day_out, by)


_ROWS = (
    _law("marriage1980", "婚姻法", "1981-01-01", "2021-01-01", _CIVIL_CODE, "civil2020"),
    _law("inherit1985", "继承法", "1985-10-01", "2021-01-01", _CIVIL_CODE, "civil2020"),
    _law("civil1986", "民法通则", "1987-01-01", "2021-01-01", _CIVIL_CODE, "civil2020"),
    _law("adopt1991", "收养法", "1992-04-01", "2021-01-01", _CIVIL_CODE, "civil2020"),
    _law("guarantee1995", "担保法", "1995-10-01", "2021-01-01", _CIVIL_CODE, "civil2020"),
    _law("contract1999", "合同法", "1999-10-01", "2021-01-01", _CIVIL_CODE, "civil2020"),
    _law("property2007", "物权法", "2007-10-01", "2021-01-01", _CIVIL_CODE, "civil2020"),
    _law("tort2009", "侵权责任法", "2010-07-01", "2021-01-01", _CIVIL_CODE, "civil2020"),
    _law("civil2017", "民法总则", "2017-10-01", "2021-01-01", _CIVIL_CODE, "civil2020"),
    _law("econ1981", "经济合同法", "1982-07-01", "1999-10-01", "《中华人民共和国合同法》第四百二十八条", "contract1999"),
    _law("fecon1985", "涉外经济合同法", "1985-07-01", "1999-10-01", "《中华人民共和国合同法》第四百二十八条", "contract1999"),
    _law("tech1987", "技术合同法", "1987-11-01", "1999-10-01", "《中华人民共和国合同法》第四百二十八条", "contract1999"),
    _law(
        "jcf1997", "行政监察法", "1997-05-09", "2018-03-20", "《中华人民共和国监察法》第六十九条", "jcf2018",
    ),
    _law(
        "policing1986", "治安管理处罚条例", "1987-01-01", "2006-03-01",
        "《中华人民共和国治安管理处罚法》第一百一十九条", "public_security2005",
    ),
)  # fmt: skip

REPEALED: dict[str, Repeal] = {row.instrument.id: row for row in _ROWS}
