"""When words must not be taken for what somebody says happened: hearsay, doubt, plans, denials, others' deeds."""

from __future__ import annotations

import re
from collections.abc import Collection

HEARSAY = re.compile(
    r"(?:报警|举报|反映|群众)称|听(?:他|她|人|别人|邻居|警察|民警|旁边|[\u4e00-\u9fff某]{1,4})?[^，。]{0,6}(?:说|讲|提)|听说|据说|告诉(?:过)?我|(?:跟|对|和|向)我(?:说|讲)|(?:他们?|她们?|对方|[\u4e00-\u9fff]某[\u4e00-\u9fff]?)(?:说|讲|称)(?!服)|别人(?:说|讲)|网上(?:看|说)|新闻"
)
DOUBT = re.compile(
    r"好像|可能|也许|或许|似乎|仿佛|应该是|估计|记不(?:清|得|起|太)|不记得|忘(?:了|记)|没(?:有)?(?:看|记|听)清|看不清|不(?:太|很)?(?:清楚|确定|肯定|知道)|说不(?:清|准|好)|不敢(?:肯定|确定)|印象中|猜|大概是(?!\d)|什么的|之类"
)
PLAN = re.compile(r"(?:准备|打算|想要?|计划|商量|如果|要是|假如|本来|约好|说好|差点|企图|威胁)[^，。]{0,12}$")
DENIED = re.compile(r"(?:没有?|未|不是|并未|并没有|否认|不会|不可能|从来没|也没|都没)[^，。]{0,6}$")
RETOLD = re.compile(
    r"以前|之前(?:说|讲|供)|上次(?:说|讲|笔录)|那(?:份|次)(?:笔录|供述)|(?:你们|警察|民警|办案)[^，。]{0,8}(?:说|让|叫|要|逼|打)|按(?:照)?(?:他们|你们|警察)|编(?:的|造)"
)
"""The person speaks of what was said or made to say, not of what happened."""

SELF = r"我们(?:俩|两个?|三个?|几个)?|我"
OTHER = r"他们|她们|他|她|对方|嫌疑人|歹徒|凶手|那(?:个|名|伙)(?:男|女)?(?:的|人|子|青年)|(?:该|这|这个|那|一(?:个|名))(?:男|女)(?:子|人|的|青年)|男子|有(?:个|一个)(?:人|男的)|[\u4e00-\u9fff]某[\u4e00-\u9fff甲乙丙丁\d]?"
_SUBJECT = re.compile(
    rf"(?P<self>(?<![把将被给向朝对往跟和与让叫请找打捅砍刺扎踢抢骗])(?:{SELF})(?!的|家|妻|爱人|老婆|朋友|妈|爸|父|母|儿|女|弟|哥|姐|妹|店|车))|(?P<other>(?<![把将被给向朝对往跟和与让叫请找打捅砍刺扎踢了抢骗偷用着在到])(?:{OTHER})(?!的(?!(?:男|人))|家|妻|妈|爸))"
)
REACH = 30
"""A subject further away than this many characters is not taken for that of the verb.  Ours."""


def told_as_fact(sentence: str, at: int) -> bool:
    """May the words at `at` be taken as what the speaker himself says happened?"""
    clause = (
        max(sentence.rfind("，", 0, at), sentence.rfind("、", 0, at) if "没" not in sentence[:at] else -1) + 1
    )
    if HEARSAY.search(sentence) or RETOLD.search(sentence) or DOUBT.search(sentence):
        return False
    return not (PLAN.search(sentence[clause:at]) or DENIED.search(sentence[clause:at]))


def subject(sentence: str, at: int, names: Collection[str], reach: int = REACH) -> str:
    """Who does what stands at `at`: "self", "other", a known name, or '' where it is not said within `reach` characters."""
    best, who = -1, ""
    for found in _SUBJECT.finditer(sentence, 0, at):
        if found.end() <= at:
            best, who = found.start(), "self" if found["self"] else "other"
    for name in names:
        place = sentence.rfind(name, 0, at)
        before = sentence[place - 1 : place] if place > 0 else ""
        if place >= best and place >= 0 and not (before and before in "把将被给向朝对往跟和与让叫请找"):
            if before == "、" or (before and before in "和与跟"):
                continue
            best, who = place, name
    return who if best >= 0 and at - best <= reach else ""


_PERPETRATOR = re.compile(
    r"他|她|对方|嫌疑|男子|女子|歹徒|凶手|作案|那(?:个|名|伙)|体貌|特征|抢你|打你|骗你|捅你|偷"
)


def names_perpetrator(question: str) -> bool:
    """Does the question to a witness ask about whoever did it?"""
    return bool(_PERPETRATOR.search(question))
