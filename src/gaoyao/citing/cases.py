"""Find case numbers and numbers of other papers in every bracket variant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gaoyao.citing.laws import NUMBERED
from gaoyao.citing.model import CaseNumber
from gaoyao.citing.text import Cleaned

_YEAR = r"[（〔]\s*((?:19|20)\d\d)\s*[）〕]"
# （2020）苏0102刑初12号 · （2011）浦刑初字第307号 · （2016）最高法刑核12345678号之一
_CASE = re.compile(
    _YEAR
    + r"\s*([一-鿿]{1,6}(?:[0-9]{0,4})[一-鿿]{0,2}(?:民|刑|行|执|赔|知|商|法|破|司|辖|委|减|更|财|认|协|调|监|申|再|终|初|复|核)"
    r"[一-鿿一二三四五六七八九十]{0,6}?(?:字)?)\s*第?\s*([0-9]{1,8}(?:[—、][0-9]{1,6})?)\s*号(?:之([一二三四五六七八九十0-9]{1,3}))?"
)
# 沪浦检刑诉〔2015〕101号 · 京公（刑）鉴字〔2019〕第55号: found from its year, its mark is read backwards
_PAPER = re.compile(_YEAR + r"\s*第?\s*([0-9]{1,8})\s*号")
_MARK = re.compile(r"[一-鿿]{1,16}(?:（[一-鿿]{1,8}）[一-鿿]{0,10})?(?:[0-9]{1,4}[一-鿿]{0,4})?$")
_INSTRUMENT = re.compile(rf"(?:{NUMBERED})$")
_LEAD = re.compile(
    r".*(?:以|依据|根据|依照|作出的?|出具的?|制作的?|的|及|和|与|由|经|了|系|号为|文号|编号|原判|检察院|法院|公安局)(?=[一-鿿]{2})"
)


def find_cases(cleaned: Cleaned) -> Iterator[CaseNumber]:
    """Yield case numbers and numbers of other papers in order; numbers of legal instruments are left to
    `find_laws`."""
    text = cleaned.text
    if "号" not in text:
        return
    found = []
    for match in _CASE.finditer(text):
        serial = match.group(3) + (f"号之{match.group(4)}" if match.group(4) else "")
        found.append((match.start(), match.end(), "case", int(match.group(1)), match.group(2), serial))
    for match in _PAPER.finditer(text):
        floor = max(0, match.start() - 40)
        before = _MARK.search(text, floor, match.start())
        if before is None or _INSTRUMENT.search(text, floor, match.end()):
            continue
        lead = _LEAD.match(before.group())
        start = before.start() + (lead.end() if lead else 0)
        found.append(
            (start, match.end(), "document", int(match.group(1)), text[start : match.start()], match.group(2))
        )
    last = -1
    for start, end, kind, year, mark, serial in sorted(found):
        if start < last:
            continue
        last = end
        first, stop = cleaned.span(start, end)
        yield CaseNumber(first, stop, cleaned.source[first:stop], kind, year, mark, serial)
