"""Resolve which answer of the court belongs to which argument of the defence — and say when there is none.

An answer is a clause with 采纳, 采信, 支持, 成立 … ; it is given to an argument by what it repeats of it, by its
number (第2点), or as the remainder (其他辩护意见). A finding of the court that grants a mitigation argued for
(有自首情节) is an answer too. Silence stays silence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from gaoyao.intake.judgments.arguments import Argument
from gaoyao.intake.judgments.model import Answer
from gaoyao.intake.judgments.parties import Accused
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
    r"(?P<no>(?:不予|不能|不应|不足)(?:以)?(?:采纳|采信|支持|认可|认定)|均?不(?:能)?成立|(?:无|没有|缺乏|于法无|于理无)(?:事实(?:和|与|及)?)?(?:法律)?(?:依据|根据)|无据|无理|不符(?:，|。|合?(?:事实|法律|本案))|与[^。；，]{2,30}不符|不属实|未?予采纳的?理由不|理由不(?:足|充分|当)|予以驳回|不宜(?:适用|宣告)|难以(?:采信|成立))"
    r"|(?P<yes>(?:(?:可以?|应|依法|亦|均|故|酌情|可酌情)?(?:予以?|可予))(?:以)?(?:部分)?(?:采纳|采信|支持|考虑|认定)|可(?:以)?采纳|(?<!不)(?<!不能)成立(?=，|。|；)|(?<!不)属实(?=，|。|；)|有理|理由充分|得以成立|意见正确|(?<!不)符合(?:法律|客观|本案|事实)[^。；]{0,12}(?=，|。|；)|与(?:查明的?)?事实(?:及法律)?[^。；，不]{0,10}相符|应予采纳|意见基本正确)"
)
_ABOUT_DEFENCE = re.compile(r"辩|上诉|意见|要求|请求|主张|所提|提出|理由|申诉|异议")
_PROSECUTION = re.compile(r"公诉机关|检察|量刑建议|指控|抗诉")
_REST = re.compile(
    r"(?<=[，。；\n故对])(?:辩护人|被告人|上诉人|申诉人)?(?:(?![建请要提关系认适构属称])[\u4e00-\u9fff×某\d、]){0,18}(?:及其?辩护人)?(?:的|所提的?|提出的)(?:上述|相关|该|全部|各项)?(?:上诉|辩护|辩解|申诉)?(?:[及和、](?:上诉|辩护|辩解))?(?:意见|理由)(?=，?(?:经查，)?[^，。；]{0,8}?(?:均|不|查无|无|缺乏|与|成立|予以|本院|没有))|(?:其他|其余|另外的?|上述|以上|相关|相应|全部|据此提出的?|所提)(?:[^，。；]{0,6})(?:上诉|辩解|辩护|申诉)?(?:理由|意见)|(?:辩护人|被告人[^，。]{0,6})(?:的|提出的)(?:上述|相关|相应)?(?:辩护|辩解)?意见"
)
_INDEX = re.compile(r"第([一二三四五六七八九十\d、，和]+)[点项条]")
_TERMS = (
    "自首", "投案", "从犯", "主犯", "初犯", "偶犯", "坦白", "如实供述", "立功", "检举", "未遂", "中止", "正当防卫", "防卫过当", "防卫", "谅解", "赔偿", "退赃", "退赔", "退缴", "认罪", "悔罪",
    "过错", "缓刑", "主观恶性", "社会危害", "特情", "引诱", "胁从", "情节轻微", "免予刑事处罚", "无罪", "自愿认罪", "未流入社会", "以贩养吸", "吸食", "明知", "持有", "运输", "贩卖", "数量", "数额", "证据不足",
    "事实不清", "非法证据", "排除", "过重", "从轻", "减轻", "罪名", "定性", "激情", "民间矛盾", "限制刑事责任", "精神", "不构成", "间接故意", "故意", "过失", "单位犯罪", "家庭", "老人", "国家工作人员", "主体", "动机",
    "死亡时间", "精子", "鉴定", "诱供", "刑讯", "同一性", "称量", "称重", "扣押", "共同犯罪", "目的", "受人指使", "受雇", "无前科", "残疾", "怀孕", "疾病", "年老", "未成年",
)  # fmt: skip
_MITIGATION = frozenset(
    (
        "自首",
        "投案",
        "从犯",
        "初犯",
        "偶犯",
        "坦白",
        "如实供述",
        "立功",
        "未遂",
        "中止",
        "谅解",
        "赔偿",
        "退赃",
        "退赔",
        "退缴",
        "认罪",
        "悔罪",
        "过错",
        "自愿认罪",
        "防卫过当",
    )
)
_STOP = re.compile(
    r"被告人|上诉人|辩护人|原审|提出|意见|辩护|辩解|认为|关于|本案|公诉机关|指控|的|了|其|行为|应当?|依法|可以?|请求|建议|对|[，。、；：“”（）]"
)


def resolve_answers(
    parts: Parts, arguments: list[Argument], accused: list[Accused], defenders: list[str]
) -> dict[int, Reply]:
    """The reply to each argument by its position in `arguments`; an argument without reply is not in the result."""
    replies = _replies(parts, arguments)
    resolved: dict[int, Reply] = {}
    rank = _ranks(arguments)
    people = (*(n for p in accused for n in p.names), *defenders)
    for index, argument in enumerate(arguments):
        best, score = None, 0.0
        for reply in replies:
            value = _match(argument, reply, people, rank[index])
            if value > score:
                best, score = reply, value
        if best is not None and score >= 0.3:
            resolved[index] = best
    for index, argument in enumerate(arguments):
        if index not in resolved:
            granted = _remainder(argument, replies, people) or _granted(parts, argument, people)
            if granted:
                resolved[index] = granted
    return resolved


def _ranks(arguments: list[Argument]) -> list[int]:
    """The number of each argument among those of its speaker."""
    count: dict[str, int] = {}
    ranks = []
    for argument in arguments:
        count[argument.by] = count.get(argument.by, 0) + 1
        ranks.append(count[argument.by])
    return ranks


def _replies(parts: Parts, arguments: list[Argument]) -> list[Reply]:
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
        replies += _read(text, a, b)
    return replies


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
                    bool(_REST.search(("。" + topic)[-60:])),
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


@lru_cache(maxsize=4096)
def _bigrams(text: str, people: tuple[str, ...]) -> frozenset[str]:
    for name in people:
        text = text.replace(name, " ")
    plain = _STOP.sub(" ", text)
    return frozenset(plain[i : i + 2] for i in range(len(plain) - 1) if " " not in plain[i : i + 2])


_SYNONYMS = {
    "交代": "如实供述",
    "坦白": "如实供述",
    "供认": "如实供述",
    "投案": "自首",
    "退缴": "退赔",
    "退赃": "退赔",
    "畸重": "过重",
    "偏重": "过重",
    "量刑适当": "过重",
    "检举": "立功",
}


def _terms(text: str) -> set[str]:
    """The matters a passage is about, synonyms under one word."""
    found = {_SYNONYMS.get(term, term) for term in _TERMS if term in text}
    return found | {term for word, term in _SYNONYMS.items() if word in text}


def _match(argument: Argument, reply: Reply, people: tuple[str, ...], rank: int) -> float:
    """How much of the argument the reply repeats (0 … about 1.5)."""
    mine, theirs = _bigrams(argument.text, people), _bigrams(reply.topic, people)
    score = len(mine & theirs) / max(4, len(mine))
    terms = _terms(argument.text)
    if terms:
        score += 0.35 * len(terms & _terms(reply.topic)) / len(terms)
    index = _INDEX.search(reply.topic[-50:])
    if index and _has_rank(index.group(1), rank):
        score += 0.5
    about = [p for p in people if p in reply.topic]
    if about and not any(p in argument.by or p in argument.text for p in about):
        score *= 0.7
    if "辩护人" in argument.by and "辩护" not in reply.topic and "辩解" in reply.topic:
        score *= 0.85
    return score


def _has_rank(figures: str, rank: int) -> bool:
    numerals = "一二三四五六七八九十"
    return str(rank) in re.findall(r"\d+", figures) or rank <= 10 and numerals[rank - 1] in figures


def _remainder(argument: Argument, replies: list[Reply], people: tuple[str, ...]) -> Reply | None:
    """其他辩护意见……, 辩护人的辩护意见……: an answer to all that this speaker argued."""
    for reply in replies:
        if not reply.rest:
            continue
        if "辩护人" not in argument.by and not re.search(
            r"辩解|上诉|辩称|被告人[^，。]{0,12}(?:意见|理由)|申诉", reply.topic[-70:]
        ):
            continue
        if "辩护人" in argument.by and not re.search(r"辩护|上诉|申诉|意见", reply.topic[-70:]):
            continue
        about = [p for p in people if p in reply.topic.rsplit("。", 1)[-1]]
        specific = re.search(
            r"(?:关于|提出的?|所提)(?!的?(?:上诉|辩护|辩解|申诉)(?:及辩护)?(?:意见|理由))[^，。；]{8,}",
            reply.topic[-80:],
        ) and not re.search(r"其他|其余|上述|以上|相关|相应|据此", reply.topic)
        if not specific and (not about or any(p in argument.by or p in argument.text for p in about)):
            return reply
    return None


_DENIES = re.compile(
    r"没有|未(?!遂|流入|成年)|并非|不(?:是|构成|属|应|知|明知|具|符|存在|准确|足|清|能|实)|无(?!锡|期|证驾)|否认|有误|错误"
)


def _granted(parts: Parts, argument: Argument, people: tuple[str, ...]) -> Reply | None:
    """The court itself finds the mitigation the defence argued for, or speaks to the measure of the penalty."""
    measured = _measured(parts, argument)
    if measured:
        return measured
    wanted = _terms(argument.text) & _MITIGATION
    start, end = parts.get("reasons")
    for sentence in re.finditer(r"[^。；]+", parts.text[start:end]):
        body = sentence.group()
        if (
            wanted
            and len(wanted & _terms(body)) / len(wanted) >= 0.5
            and re.search(r"从轻|减轻|从宽|酌情|系|鉴于|具有|有", body)
            and not re.search(r"不(?:构成|属于|符合)|公诉机关", body)
        ):
            at = start + sentence.start()
            return Reply("accepted", body, at, at + len(body), False, False)
    mine, terms = _bigrams(argument.text, people), _terms(argument.text)
    for sentence in re.finditer(r"[^。；]+", parts.text[start:end]):
        body = sentence.group()
        if re.search(r"辩称|上诉称|上诉提出|所提|提出", body):
            continue  # the court repeats the argument; that is no answer yet
        shared = len(mine & _bigrams(body, people)) / max(6, len(mine))
        if (
            shared >= 0.25
            and shared + (0.35 * len(terms & _terms(body)) / len(terms) if terms else 0.0) >= 0.5
        ):
            at = start + sentence.start()
            opposed = bool(_DENIES.search(body)) != bool(_DENIES.search(argument.text))
            return Reply("rejected" if opposed else "accepted", body, at, at + len(body), True, False)
    return None


_TOO_HEAVY = re.compile(r"量刑[^，。；]{0,6}(?:过|畸|偏|较|太)?重|[过畸偏]重|改判|从轻判|减轻判|撤销原判")
_MEASURE = re.compile(
    r"量刑[^，。；]{0,10}?(?P<no>适当|恰当|得当|并无不当|正确|适中|合法)|量刑[^，。；]{0,8}?(?P<yes>[过畸偏]重|不当)|(?P<changed>(?:应|依法|可)?(?:予以?|可以?)(?:从轻)?改判|再予?从轻|在原判基础上)"
)


def _measured(parts: Parts, argument: Argument) -> Reply | None:
    """On appeal against the measure of the penalty the court says that it was right, or changes it."""
    if not _TOO_HEAVY.search(argument.text):
        return None
    text, (start, end) = parts.text, parts.get("reasons")
    if "上诉" not in text[:start] and "抗诉" not in text[:start]:
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
