"""Short answers to pointed questions: 问：用什么工具？答：一把水果刀。  The question says what the answer is about.

Only the first sentence of the answer is read, and only from its beginning: what comes later needs its own words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from gaoyao.intake.judgments.numerals import number
from gaoyao.intake.saying import lexicon as words
from gaoyao.intake.saying.guards import told_as_fact

_N = r"\d{1,3}|[一二两三四五六七八九十百]{1,4}"
_TOOL = (
    rf"(?:{'|'.join(words.TOOL_WORDS)}|色的?|的)*(?:{'|'.join(sorted(words.TOOLS, key=len, reverse=True))})"
)
_IS = r"(?:嗯，|对，)?(?:我|他|她|对方|我们)?(?:当时|那天)?(?:就|只)?(?:用的?|拿的?|使的)?(?:就?是)?"


class Short(NamedTuple):
    """A value given shortly: slot, matter, value, whose ("self", "other", "asked" for whoever is
    questioned about, '' for the incident), and its characters in the answer."""

    slot: str
    about: str
    value: str
    doer: str
    start: int
    end: int


class _Asked(NamedTuple):
    slot: str
    about: str
    question: re.Pattern[str]
    answer: re.Pattern[str]
    value: Callable[[str, re.Match[str]], str]
    personal: bool


def _tool(_: str, found: re.Match[str]) -> str:
    return found["v"].replace("色的", "色").lstrip("的")


def _money(_: str, found: re.Match[str]) -> str:
    figure = found["v"].replace(",", "").replace("，", "")
    value = float(figure) if figure[0].isdigit() else float(number(figure) or 0)
    return f"{value * (10_000 if found['unit'] else 1):g}元" if value else ""


def _people(_: str, found: re.Match[str]) -> str:
    count = 1 if found["one"] else number(found["v"])
    return f"{count}人" if count else ""


def _times(_: str, found: re.Match[str]) -> str:
    count = number(found["v"])
    return f"{count}下" if count else ""


def _body(question: str, found: re.Match[str]) -> str:
    acts = {words.ACT_OF[one] for one in re.findall(words.ACT, question)}
    if len(acts) != 1:
        return ""
    name = max((one for one in words.BODY_NAMES if found["v"].endswith(one)), key=len)
    return acts.pop() + found["v"].removesuffix(name).removesuffix("侧") + words.BODY_NAMES[name]


def _plain(_: str, found: re.Match[str]) -> str:
    return found["v"]


_TABLE = (
    _Asked("tool", "作案工具", re.compile(r"(?:用|拿|使用|持)(?:的|了)?(?:是)?什么(?:样的)?(?:工具|东西|凶器|器械|刀)?|什么(?:作案)?工具|凶器是什么"), re.compile(rf"{_IS}(?:一|那|两)?(?:把|根|块|个|支|条|瓶|只|截|段)?(?P<v>{_TOOL})(?=[，。；、（]|$)"), _tool, True),
    _Asked("amount", "所得钱款", re.compile(r"(?:抢|偷|盗|骗|劫|得)[^？，]{0,10}多少(?:钱|现金)"), re.compile(r"(?:一共|总共|共|现金|有)*(?P<v>\d[\d,，]*(?:\.\d+)?|[一二两三四五六七八九十百千零]+)(?P<unit>万)?(?:元|块钱|块)(?![多左上])"), _money, False),
    _Asked("companions", "作案人数", re.compile(r"(?:几|多少)个?人|(?:和|跟|与)谁|同伙|一个人"), re.compile(rf"(?:就|只有|只|是)?(?:(?P<one>我(?:自己)?一个?人)|我们?(?:和|跟|与)?[^，。]{{0,12}}?(?P<v>{_N})个?人)(?![说讲])"), _people, False),
    _Asked("wound", "刺、砍次数", re.compile(r"(?:捅|刺|扎|砍|戳)[^？，]{0,8}几(?:刀|下)"), re.compile(rf"(?:就|只|一共|总共|共|我)*(?:捅|刺|扎|砍|戳)?(?:了)?(?P<v>{_N})(?:刀|下)(?=[，。；]|$)"), _times, True),
    _Asked("wound", "打击部位", re.compile(rf"(?:{words.ACT})[^？，]{{0,8}}(?:哪里|哪个|什么)(?:部位|位置|地方)?"), re.compile(rf"(?:就|是|捅|刺|扎|砍|打|在|到|他|她|我|对方|被害人|的)*(?P<v>{words.BODY})(?:上|部位|处|位置)?(?=[，。；]|$)"), _body, True),
    _Asked("disposal", "工具去向", re.compile(rf"(?:{'|'.join(words.TOOLS)}|工具|凶器)[^？，]{{0,12}}(?:哪|什么地方|怎么处理|去向)"), re.compile(r"(?:我|他|后来|当时|就|被我|把它|直接)*(?:扔|丢|抛|藏|埋)(?:在|到|进|入)(?:了)?(?P<v>[\u4e00-\u9fff0-9A-Za-z]{1,16}?)(?:里面|内|中|上|下面|下|边)?(?:了)?(?=[，。；]|$)"), _plain, True),
)  # fmt: skip


def short_answers(question: str, answer: str) -> Iterator[Short]:
    """What the first sentence of an answer says to a pointed question."""
    end = re.search(r"[。；！]", answer)
    sentence = answer[: end.end()] if end else answer
    for asked in _TABLE:
        found = asked.answer.match(sentence) if asked.question.search(question) else None
        value = asked.value(question, found) if found is not None else ""
        if (
            found is not None
            and value
            and told_as_fact(sentence, found.start())
            and not re.search(r"大概|大约|左右|多[元块]", sentence[: found.end() + 2])
        ):
            yield Short(
                asked.slot,
                asked.about,
                value,
                _doer(question) if asked.personal else "",
                found.start(),
                found.end(),
            )


def _doer(question: str) -> str:
    """Whom the question is about."""
    return (
        "self"
        if "你" in question and not re.search(r"他|她|对方|嫌疑|男子", question)
        else "other"
        if re.search(r"他|她|对方|嫌疑|男子|那个人", question)
        else "asked"
    )
