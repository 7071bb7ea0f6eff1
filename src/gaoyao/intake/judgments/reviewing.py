"""What a court of appeal or retrial says on the decision below as a whole, as an answer to grounds against it."""

from __future__ import annotations

import re

from gaoyao.intake.judgments.arguments import Argument
from gaoyao.intake.judgments.model import Answer
from gaoyao.intake.judgments.replies import Reply
from gaoyao.intake.judgments.sections import Parts


def on_appeal(parts: Parts, argument: Argument) -> Reply | None:
    """The court's word on the measure of the penalty or on facts and offence; None in first instance."""
    text, (start, end) = parts.text, parts.get("reasons")
    if not re.search(r"上诉|抗诉|再审", text[:start]):
        return None
    return _measured(text, start, end, argument) or _corrected(text, start, end, argument)


_ATTACKS = re.compile(
    r"不构成|构成|定性|罪名|应定|应以|不具有|没有|未|事实|证据|适用法律|认定|目的|故意|原[判审]"
)
_CORRECTED = re.compile(
    r"(?:定性|定罪|认定|适用法律|罪名|数罪并罚|判决)[^。；]{0,40}?(?:错误|不当|有误|不准|不妥)[^。；]{0,30}?(?:纠正|改判|撤销)"
)
_UPHELD = re.compile(
    r"(?:原判|原审|一审)[^。；]{0,30}?认定[^。；]{0,12}?事实清楚[^。；]{0,60}?(?:定性|定罪|适用法律)[^。；，]{0,6}?(?:准确|正确)"
)
_DEFENDS = re.compile(r"(?:原判|原审|一审)[^，。]{0,8}(?:正确|适当|无误|无不当)")


def _corrected(text: str, start: int, end: int, argument: Argument) -> Reply | None:
    """The offence or the facts are put right (the ground holds), or stand as the court below found them."""
    if not _ATTACKS.search(argument.text):
        return None
    corrected = [m for m in _CORRECTED.finditer(text, start, end) if not _QUOTES.search(m.group())]
    if corrected:
        last = corrected[-1]
        result: Answer = "rejected" if _DEFENDS.search(argument.text) else "accepted"
        return Reply(result, last.group(), last.start(), last.end(), True, False)
    if not re.search(r"事实不清|证据不足|定性|罪名|适用法律", argument.text):
        return None
    upheld = list(_UPHELD.finditer(text, start, end))
    if not upheld:
        return None
    last = upheld[-1]
    return Reply("rejected", last.group(), last.start(), last.end(), False, False)


_TOO_HEAVY = re.compile(r"量刑[^，。；]{0,6}(?:过|畸|偏|较|太)?重|[过畸偏]重|改判|从轻判|减轻判|撤销原判")
_MEASURE = re.compile(
    r"量刑[^，。；]{0,10}?(?P<no>适当|恰当|得当|并无不当|正确|适中|合法)|量刑[^，。；]{0,8}?(?P<yes>[过畸偏]重|不当)|(?P<changed>(?:应|依法|可)?(?:予以?|可以?)(?:从轻)?改判|再予?从轻|在原判基础上)"
)


def _measured(text: str, start: int, end: int, argument: Argument) -> Reply | None:
    """On appeal against the measure of the penalty the court says that it was right, or changes it."""
    if not _TOO_HEAVY.search(argument.text):
        return None
    said = [m for m in _MEASURE.finditer(text, start, end) if not _QUOTES.search(_clause_of(text, start, m))]
    if not said:
        return None
    last = said[-1]
    begin = max(text.rfind(c, start, last.start()) for c in "，。；\n") + 1
    return Reply(
        "rejected" if last["no"] else "accepted", text[begin : last.end()], begin, last.end(), False, False
    )


_QUOTES = re.compile(r"辩|上诉人?[^，。；]{0,10}(?:提|称|理由)|检察|抗诉|公诉|请求|要求")


def _clause_of(text: str, start: int, match: re.Match[str]) -> str:
    return text[max(text.rfind(c, start, match.start()) for c in "，。；\n") + 1 : match.end()]
