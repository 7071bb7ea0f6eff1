"""Days on which the changes of the Criminal Law came into force, by the name of the changing text.

A consolidated text lists what changed it and when that was passed, not when it came into force.  These days
are
published facts (each is stated in the last clause of the changing text).
"""

from __future__ import annotations

import re
from datetime import date

_CRIMINAL_LAW = {
    "关于惩治骗购外汇、逃汇和非法买卖外汇犯罪的决定": "1998-12-29",
    "刑法修正案": "1999-12-25",
    "刑法修正案（二）": "2001-08-31",
    "刑法修正案（三）": "2001-12-29",
    "刑法修正案（四）": "2002-12-28",
    "刑法修正案（五）": "2005-02-28",
    "刑法修正案（六）": "2006-06-29",
    "刑法修正案（七）": "2009-02-28",
    "关于修改部分法律的决定": "2009-08-27",
    "刑法修正案（八）": "2011-05-01",
    "刑法修正案（九）": "2015-11-01",
    "刑法修正案（十）": "2017-11-04",
    "刑法修正案（十一）": "2021-03-01",
    "刑法修正案（十二）": "2024-03-01",
}


def plain_name(name: str) -> str:
    """`name` without marks, 中华人民共和国 and the body that passed it."""
    name = re.sub(r"[《》〈〉<>\s]|中华人民共和国", "", name).replace("(", "（").replace(")", "）")
    return name.removeprefix("全国人民代表大会常务委员会")


def in_force_of(name: str, passed: date | None = None) -> date | None:
    """Day in force of the changing text `name`; None when it is not known (never the day it was passed)."""
    day = _CRIMINAL_LAW.get(plain_name(name))
    found = date.fromisoformat(day) if day else None
    if found and passed and not 0 <= (found - passed).days <= 400:
        return None  # a text of the same name passed on another day
    return found
