"""文书间不一致: what two papers, or two places of one, say that does not agree, each side with its address.

These are findings about papers, for a person to look at: never about guilt, and never a rule's conclusion.
"""

from __future__ import annotations

from typing import NamedTuple

from gaoyao.intake.documents.cut import Sheet

QUOTE = 120


class Side(NamedTuple):
    """One side: volume and page, the words, and their characters on the page."""

    where: str
    quote: str
    sha256: str
    page: int
    start: int
    end: int


class Mismatch(NamedTuple):
    """One finding: a code of CODES, a Chinese sentence, and its sides."""

    code: str
    message: str
    sides: tuple[Side, ...]


CODES = {
    "log_without_record": "提讯登记有而没有笔录", "officer_twice": "同一人员同一时间在两处", "recorder_twice": "同一记录人同一时间在两处", "questioned_before_arrival": "讯问早于到案",
    "filed_before_report": "立案早于报案", "reported_before_act": "报案早于案发", "detained_before_filing": "拘留早于立案", "sent_before_taken": "送检早于提取",
    "sample_weight": "检材重量对不上", "sample_mark": "检材编号对不上", "object_size": "物品尺寸对不上", "object_number": "物品数量对不上", "one_id_two_names": "同一身份证号码写有两个姓名",
    "one_name_two_ids": "同一人写有两个身份证号码", "names_alike": "姓名写法不同", "inside": "文书自身矛盾",
    "kept_back": "写明没有入卷的材料", "record_missing": "说到的笔录卷内没有", "object_unlisted": "物品没有扣押、提取的清单", "opinion_untold": "鉴定意见没有告知的记载",
    "expert_investigated": "鉴定人又是侦查人员", "attestor_investigated": "见证人又是侦查人员", "log_officers": "提讯登记与笔录的讯问人不同",
    "found_before_told": "查获早于供述", "sample_description": "检材特征对不上", "rest_untold": "夜间长时间讯问没有饮食、休息的记载",
}  # fmt: skip


def found_in(sheet: Sheet, words: str) -> tuple[int, int]:
    """The raw characters of words that a paper holds, blanks between them or not; its first character where it does not."""
    at = sheet.cleaned.text.find(words)
    return sheet.raw_span(at, at + len(words)) if at >= 0 else (0, 1)


def side(sheet: Sheet, start: int, end: int) -> Side:
    """The side that stands at raw characters of a paper."""
    place = sheet.place(start, max(end, start + 1))
    source = sheet.document.volume.source
    quote = " ".join(place.page.text[place.start : place.end].split())[:QUOTE]
    return Side(
        f"{source.name} {place.page.label}", quote, source.sha256, place.page.number, place.start, place.end
    )
