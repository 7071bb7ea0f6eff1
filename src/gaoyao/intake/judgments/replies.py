"""Read the answers of the court to the defence: clauses with 采纳, 采信, 支持, 成立 …, and passages 关于……，经查……."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gaoyao.intake.judgments.arguments import Argument
from gaoyao.intake.judgments.model import Answer
from gaoyao.intake.judgments.sections import Parts


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer of the court: result, topic told with it, place of the deciding clause."""

    result: Answer
    topic: str
    start: int
    end: int
    reasoned: bool
    rest: bool


_VERDICT = re.compile(
    r"(?P<no>(?:不予|不能|不应|不足)(?:以)?(?:采纳|采信|支持|认可|认定)|均?不(?:能)?成立|(?:无|没有|缺乏|于法无|于理无)(?:事实(?:和|与|及)?)?(?:法律)?(?:依据|根据)|无据|无理|不符(?:，|。|合?(?:事实|法律|本案))|与[^。；，]{2,30}不符|不属实|未?予采纳的?理由不|理由不(?:足|充分|当)|予以驳回|不能成为[^。；，]{2,20}理由|不影响[^。；，]{0,16}(?:认定|成立|定罪)|不排除其[^。；，]{0,6}(?:减轻|逃避|推卸)|不宜(?:适用|宣告)|难以(?:采信|成立))"
    r"|(?P<yes>(?:(?:可以?|应|依法|亦|均|故|酌情|可酌情)?(?:予以?|可予))(?:以)?(?:部分)?(?:采纳|采信|支持|考虑|认定)|可(?:以)?采纳|(?<!不)(?<!不能)成立(?=，|。|；)|(?<!不)属实(?=，|。|；)|有理|理由充分|得以成立|意见正确|(?<!不)符合(?:法律|客观|本案|事实)[^。；]{0,12}(?=，|。|；)|与(?:查明的?)?事实(?:及法律)?[^。；，不]{0,10}相符|应予采纳|意见基本正确)"
)
_ABOUT_DEFENCE = re.compile(r"辩|上诉|意见|要求|请求|主张|所提|提出|理由|申诉|异议")
_PROSECUTION = re.compile(r"公诉机关|检察|量刑建议|指控|抗诉")
_REST = re.compile(
    r"(?<=[，。；\n故对])(?:辩护人|被告人|上诉人|申诉人)?(?:(?![建请要提关系认适构属称])[\u4e00-\u9fff×某\d、]){0,18}(?:及其?辩护人)?(?:的|所提的?|提出的)(?:上述|相关|该|全部|各项)?(?:上诉|辩护|辩解|申诉)?(?:[及和、](?:上诉|辩护|辩解))?(?:意见|理由|辩解)(?=，?(?:经查，)?[^，。；]{0,8}?(?:均|不|查无|无|缺乏|与|成立|予以|本院|没有))|(?:其他|其余|另外的?|上述|以上|相关|相应|全部|据此提出的?|所提)(?:[^，。；]{0,6})(?:上诉|辩解|辩护|申诉)?(?:理由|意见)|(?:辩护人|被告人[^，。]{0,6})(?:的|提出的)(?:上述|相关|相应)?(?:辩护|辩解)?意见"
)


LENIENT = re.compile(
    r"(?:辩护人|上诉人|被告人)[^，。；]{0,8}?(?:据此|均|还|所提|关于|提出的?|请求|建议|要求)+(?:法[院庭])?(?:能)?(?:对[^，。；、]{0,14}?)?(?:依法|可以?|应当?)*(?:酌情)?(?:予以)?(?:从轻|减轻|从宽)(?:、|或者?)?(?:减轻)?(?:处罚|量刑)?的(?:辩护|上诉|辩解)?(?:意见|理由|请求)"
)
"""An answer that grants leniency and nothing else: it takes up all that was argued for it."""


def read_replies(parts: Parts, arguments: list[Argument]) -> list[Reply]:
    """Every answer of the court, wherever it stands, in the order it was read."""
    text = parts.text
    start, end = parts.get("reasons")
    found = parts.get("found")
    regions = [(start, end)]
    if found[1]:
        tail = re.compile(
            r"(?:经查|关于|对于|针对)[^。]{0,80}(?:辩|上诉|异议)|(?:辩护人|被告人|上诉人)[^。]{0,60}(?:意见|辩解|理由)[^。]{0,40}(?:采|成立|属实)"
        ).search(text, found[0], found[1])
        if tail:
            regions.insert(0, (text.rfind("\n", 0, tail.start()) + 1, found[1]))
    last = max((a.end for a in arguments), default=0)
    if last and parts.report and last < start:
        regions.insert(0, (last, start))
    elif last and parts.get("defence")[1] - last > 10:
        regions.insert(0, (last, parts.get("defence")[1]))
    replies: list[Reply] = []
    for a, b in regions:
        read = _read(text, a, b)
        replies += read + _discussed(text, a, b, read)
    return replies


_DISCUSSES = re.compile(
    r"(?:关于|对于?|针对|至于|就)[^。；]{4,260}?(?:意见|理由|辩解|主张|观点|辩称|异议)[”]?[，。：]?\n?(?:经查|经审查|经审理|本院认为|本院经|法院认为)"
)
_SETTLED = re.compile(r"属实|成立|采纳|予以(?:从轻|采信|支持|认定|考虑)|确有")


def _discussed(text: str, start: int, end: int, read: list[Reply]) -> list[Reply]:
    """关于……的意见，经查……: an answer even where no word like 采纳 closes it; taken as a rejection unless it grants."""
    marks = [m.start() for m in _DISCUSSES.finditer(text, start, end)]
    found = []
    for index, begin in enumerate(marks):
        following = marks[index + 1] if index + 1 < len(marks) else end
        line = text.find("\n", text.find("查", begin), following)
        stop = line if line > 0 else following
        if any(begin <= r.start < stop for r in read):
            continue
        body = text[begin:stop]
        opened = _DISCUSSES.match(text, begin, end)
        after = text[opened.end() : stop] if opened else body
        result: Answer = "accepted" if _SETTLED.search(after) else "rejected"
        if not _is_prosecution(body[:80]):
            found.append(Reply(result, body, begin, stop, True, False))
    return found


def _read(text: str, start: int, end: int) -> list[Reply]:
    found: list[Reply] = []
    topic_start = start
    for match in _VERDICT.finditer(text, start, end):
        clause = max(text.rfind(c, topic_start, match.start()) for c in "，。；：") + 1 or topic_start
        opened = _opening(text, topic_start, match.start())
        topic = text[opened : match.end()]
        if not _ABOUT_DEFENCE.search(topic) or _is_prosecution(topic):
            continue
        if (
            found
            and found[-1].end >= clause - 2
            and not _ABOUT_DEFENCE.search(text, found[-1].end, match.start())
        ):
            last = found.pop()
            result: Answer = "rejected" if match.group("no") or last.result == "rejected" else "accepted"
            found.append(Reply(result, last.topic + topic, last.start, match.end(), True, last.rest))
        else:
            result = "rejected" if match.group("no") else "partly" if "部分" in match.group() else "accepted"
            found.append(
                Reply(
                    result,
                    topic,
                    clause,
                    match.end(),
                    bool(re.search(r"经查|因|故|由于|不符|证实|规定", topic)),
                    bool(_REST.search(("。" + topic)[-60:]))
                    or result == "accepted"
                    and bool(LENIENT.search(topic[-60:])),
                )
            )
        topic_start = match.end()
    return found


_RESTATES = re.compile(
    r"(?:关于|对于|提出的?|辩称|所提|辩解|上诉(?!人)|(?:辩护|辩解|上诉)意见|要求(?!被)|请求|主张)(?!的?(?:该|此|上述|以上|前述|这一)|的?(?:上诉|辩护|辩解)?(?:意见|理由))"
)
_ANAPHORIC = re.compile(
    r"[^。]{0,6}(?:故|因此|对此|该|此|上述|经查|经审|但|而|虽|根据|现有)|[^。]{0,40}(?:该|此|上述|前述|这一)(?:[^，。]{0,4})(?:意见|理由|辩解|主张)"
)


def _opening(text: str, floor: int, place: int) -> int:
    """Where the answer starts: the sentence, or an earlier 关于…… of the same answer."""
    begin = max(text.rfind("。", floor, place), floor - 1) + 1
    if _RESTATES.search(text, begin, place) and not _ANAPHORIC.match(text[begin:place]):
        return begin
    steps, first = 0, begin
    while begin > floor and steps < 8:
        previous = max(text.rfind("。", floor, begin - 1), floor - 1) + 1
        if _RESTATES.search(text, previous, begin):
            return previous
        if previous == begin:
            break
        begin, steps = previous, steps + 1
    return begin if first == begin or steps < 8 else first


def _is_prosecution(topic: str) -> bool:
    tail = topic[-80:]
    return bool(_PROSECUTION.search(tail)) and not re.search(
        r"辩护|辩解|辩称|上诉|被告人[^，。]{0,8}提出|异议", tail
    )
