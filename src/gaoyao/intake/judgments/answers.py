"""Resolve which answer of the court belongs to which argument of the defence — and say when there is none.

An answer is a clause with 采纳, 采信, 支持, 成立 … ; it is given to an argument by what it repeats of it, by its
number (第2点), or as the remainder (其他辩护意见). A finding of the court that grants a mitigation argued for
(有自首情节) is an answer too. Silence stays silence.
"""

from __future__ import annotations

import re
from functools import lru_cache

from gaoyao.intake.judgments.arguments import Argument
from gaoyao.intake.judgments.parties import Accused
from gaoyao.intake.judgments.replies import LENIENT, Reply, read_replies
from gaoyao.intake.judgments.reviewing import on_appeal
from gaoyao.intake.judgments.sections import Parts

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
    replies = read_replies(parts, arguments)
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


_CORE = re.compile(
    r"“([^”]{4,80})”|(?:关于|提出的?|所提|辩称|上诉称|认为)(?P<plain>[^，。；“]{6,60}?)(?:的|等)*(?:上诉|辩护|辩解)*(?:及|和|、)?(?:上诉|辩护|辩解)*(?:意见|理由)"
)


@lru_cache(maxsize=1024)
def _cores(topic: str) -> tuple[str, ...]:
    """What a reply says the argument was: its quotations, and 关于……的意见."""
    return tuple(m.group(1) or m.group("plain") for m in _CORE.finditer(topic))


def _match(argument: Argument, reply: Reply, people: tuple[str, ...], rank: int) -> float:
    """How much of the argument the reply repeats (0 … about 1.5)."""
    mine, theirs = _bigrams(argument.text, people), _bigrams(reply.topic, people)
    score = len(mine & theirs) / max(4, len(mine))
    for core in _cores(reply.topic):
        told = _bigrams(core, people)
        if len(told) >= 3:
            score = max(score, 0.8 * len(mine & told) / len(told))
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
        granted = LENIENT.search(reply.topic[-60:])
        if granted and re.search(r"不构成|无罪|证据不足|事实不清|没有|并非|非法证据", argument.text):
            continue
        if (granted or not specific) and (
            not about or any(p in argument.by or p in argument.text for p in about)
        ):
            return reply
    return None


_DENIES = re.compile(
    r"没有|未(?!遂|流入|成年)|并非|不(?:是|构成|属|应|知|明知|具|符|存在|准确|足|清|能|实)|无(?!锡|期|证驾)|否认|有误|错误"
)


def _granted(parts: Parts, argument: Argument, people: tuple[str, ...]) -> Reply | None:
    """The court itself finds the mitigation the defence argued for, or speaks to the measure of the penalty."""
    reviewed = on_appeal(parts, argument)
    if reviewed:
        return reviewed
    start, end = parts.get("reasons")
    sentences = [
        (start + m.start(), m.group())
        for m in re.finditer(r"[^。；]+", parts.text[start:end])
        if not _about_another(m.group(), argument, people)
    ]
    return _mitigated(sentences, argument) or _found_so(sentences, argument, people)


def _about_another(body: str, argument: Argument, people: tuple[str, ...]) -> bool:
    """Does a sentence name persons of the case, but none that the argument is about or comes from?"""
    about = [p for p in people if p in body]
    by = re.sub(r"辩护人[^（]*", "", argument.by)  # a defender's own name is nobody the court finds about
    mine = [p for p in people if p in argument.text or p in by]
    return bool(about and mine and not set(about) & set(mine))


def _mitigated(sentences: list[tuple[int, str]], argument: Argument) -> Reply | None:
    wanted = _terms(argument.text) & _MITIGATION
    for at, body in sentences:
        if (
            wanted
            and len(wanted & _terms(body)) / len(wanted) >= 0.5
            and re.search(r"从轻|减轻|从宽|酌情|系|鉴于|具有|有", body)
            and not re.search(r"不(?:构成|属于|符合)|公诉机关", body)
        ):
            return Reply("accepted", body, at, at + len(body), False, False)
    return None


def _found_so(sentences: list[tuple[int, str]], argument: Argument, people: tuple[str, ...]) -> Reply | None:
    """The court's own finding says the same as the argument, or its opposite."""
    mine, terms = _bigrams(argument.text, people), _terms(argument.text)
    for at, body in sentences:
        if re.search(r"辩称|上诉称|上诉提出|所提|提出", body):
            continue  # the court repeats the argument; that is no answer yet
        shared = len(mine & _bigrams(body, people)) / max(6, len(mine))
        if (
            shared >= 0.25
            and shared + (0.35 * len(terms & _terms(body)) / len(terms) if terms else 0.0) >= 0.5
        ):
            opposed = bool(_DENIES.search(body)) != bool(_DENIES.search(argument.text))
            return Reply("rejected" if opposed else "accepted", body, at, at + len(body), True, False)
    return None
