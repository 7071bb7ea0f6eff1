"""Details on typed slots, told as fact by the speaker of one answer.  A pattern must be clear; else nothing is read.

Every detail says which slot and matter it is about, the words for comparison, whose deed it is ("self", "other",
a name, '' for the incident itself), and the characters it stands on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from gaoyao.dossier.model import Span
from gaoyao.intake.judgments.numerals import number
from gaoyao.intake.saying import lexicon as words
from gaoyao.intake.saying.asked import short_answers
from gaoyao.intake.saying.clocks import times
from gaoyao.intake.saying.guards import subject, told_as_fact
from gaoyao.intake.saying.turns import Spoken, Turn


class Detail(NamedTuple):
    """One detail: slot (a code of Claim.slot), matter, value, moment (slot time), doer, and characters of the answer."""

    slot: str
    about: str
    value: str
    at: Span | None
    doer: str
    start: int
    end: int


class Sentence(NamedTuple):
    """A sentence of an answer, where it begins in it, the question, the names known and when the record was made."""

    text: str
    start: int
    question: str
    names: Collection[str]
    taken: Span | None


_N = r"\d{1,3}|[一二两三四五六七八九十百]{1,4}"
_LONG = {word: len(word) for word in words.TOOLS}
_TOOL = (
    rf"(?:{'|'.join(words.TOOL_WORDS)}|色的?|的)*(?:{'|'.join(sorted(words.TOOLS, key=len, reverse=True))})"
)
_TOOL_USE = re.compile(
    rf"(?:用的是|用(?!的)|拿着?|持|掏出|拿出|抽出|拔出|捡起?|操起|抄起|握着|举起|带着?|使用|摸出|顺手拿)了?(?:我|他|她|自己|随身|身上|家里|地上|桌上|厨房)?(?:的|携带的|带的)?(?:一|那|这|两|1|2)?(?:把|根|块|个|支|条|瓶|只|截|段)?(?P<v>{_TOOL})"
)
_TOOL_NONE = re.compile(
    r"(?:没有?|未)(?:拿|带|用|使用|携带)(?:过|任何)*(?:作案)?(?P<v>工具|东西|凶器|器械|刀子?|枪|棍子|木棍)"
)
_ACT = re.compile(words.ACT)
_BLOW = re.compile(
    rf"(?P<act>{words.ACT})(?:了|中|到|在|伤|向|进)?(?:他|她|我|对方|被害人|死者)?(?:的)?(?P<v>{words.BODY})|(?:朝|往|向|对着|照|在)(?:他|她|我|对方|被害人|死者|[\u4e00-\u9fff]某[\u4e00-\u9fff]?)?的?(?P<w>{words.BODY})(?:上|部位|处|位置)?(?:猛)?(?P<late>{words.ACT})"
)
_TIMES = re.compile(rf"(?P<act>捅|刺|扎|砍|戳)(?:了|中)?(?:他|她|我|对方)?(?P<n>{_N})(?:刀|下)")
_PLACE = re.compile(
    rf"(?:在|到了?|来到|进入|走到|跑到|窜至|去了?)(?P<v>[\u4e00-\u9fffA-Za-z0-9·]{{1,16}}?(?:{'|'.join(words.PLACE_TAIL)}))(?:门口|门前|门外|里面|里|内|附近|旁边|旁|外面|外|上|边)?(?:的|，|(?={words.ACT})|(?=把|将|对|用|持|拿))"
)
_AMOUNT = re.compile(
    r"(?P<act>抢|劫|偷|盗|窃|骗|拿(?=走)|搜(?=走)|翻(?=走))(?:走|取|到|得|了)+(?!的)(?:(?!价值)[^，。]){0,16}?(?:现金|人民币|钱)?(?P<n>\d[\d,，]*(?:\.\d+)?|[一二两三四五六七八九十百千零]+)(?P<unit>万)?(?:元|块钱|块|元钱)(?![多左上])"
)
_INSIDE = re.compile(
    r"(?:里面|里边|内|里)有(?:现金|人民币)?(?P<n>\d[\d,，]*(?:\.\d+)?|[一二两三四五六七八九十百千零]+)(?P<unit>万)?(?:元|块钱|块)(?![多左上])"
)
_LOOT = re.compile(
    r"(?:抢|劫|偷|盗|窃|骗|拿(?=走)|搜(?=走)|翻(?=走))(?:走|取|到|得|了)+(?!的)(?P<what>[^。；，]{1,40}(?:，(?:还有|以及|和|及|里面|内)[^。；，]{1,30}){0,2})"
)
_AWAY = re.compile(
    r"(?:把|将)(?P<what>[^，。；]{1,24}?)(?:给)?(?:抢|劫|偷|盗|拿|骗)走(?:了)?(?:，(?:里面|内)有[^，。；]{1,30})?"
)
_ITEM = re.compile("|".join(words.LOOT))
_TOGETHER = re.compile(rf"(?:我们|一共|总共|共|一起的?)(?:有|是)?(?P<n>{_N})(?:个|名)?人")
_ALONE = re.compile(r"(?:就|只有?|是)?我(?:自己)?一个?人(?=干|做|去|作案|实施|偷|抢|杀|，|。|$)")
_SEEN = re.compile(
    rf"(?P<n>{_N})(?:个|名)(?:蒙面)?(?:男子|男的|男人|歹徒|青年|人)(?:[^，。]{{0,10}})(?:冲|闯|进来|进店|过来|围|抢|打|持|拿)"
)
_FLED = re.compile(
    r"(?:往|向|朝|沿着?|顺着)(?P<v>[\u4e00-\u9fff]{1,10}?)(?:的)?(?:方向)?(?:逃跑|逃走|逃离|逃|跑|离开)(?:了|掉|走)?"
)
_NOWHERE = frozenset(("外", "外面", "前", "前面", "那边", "这边", "回", "远处", "门"))
_COLOUR = "|".join(words.COLOURS)
_WEAR = re.compile(
    rf"(?:(?:穿|戴|身着|上身|下身|头戴)(?:着|的是|了|的)?|(?<=[，、和]))(?:一)?(?:件|条|顶|个|身)?(?P<c>{_COLOUR})色?(?:的)?(?P<g>{'|'.join(words.UPPER + words.LOWER + words.HEAD)})"
)
_PUT = re.compile(
    rf"(?:把|将)?(?P<what>{_TOOL}|衣服|外套|裤子|鞋子?|手机|钱包|包|尸体)(?:都|就|顺手|直接|给)?(?:扔|丢|抛|藏|埋)(?:在|到|进|入)(?:了)?(?P<v>[\u4e00-\u9fff0-9A-Za-z]{{2,16}}?)(?:里面|里|内|中|上|下面|下|边)?(?:了)?(?=[，。；]|$)"
)
_THROWN = re.compile("[扔丢抛藏埋]")
_ORDER = re.compile(
    rf"先(?:是)?[^，。先]{{0,12}}?(?P<a>{words.ACT})[^。]{{0,24}}?(?:然后|再|后来|之后|接着|随后|才)[^，。]{{0,12}}?(?P<b>{words.ACT})"
)
_HOUR = re.compile(r"[\d一二两三四五六七八九十][点时：]")
_LATER = re.compile(r"后来|然后|之后|接着|随后|过了|第二天|次日|当天|那天")
_ASK_TIME = re.compile(
    r"(?:什么时候|何时|几点|时间|哪天|哪一天)[^？]{0,14}|[^？]{0,14}(?:什么时候|何时|几点|时间|哪天)"
)
_ASK_DEED = re.compile(rf"作案|案发|发生|犯罪|干的|做的|动手|{words.ACT}")


def details(turn: Turn, names: Collection[str], taken: Span | None) -> Iterator[Detail]:
    """Every detail of one answer, in order of its characters in each slot."""
    for start, end in turn.answer.sentences():
        said = Sentence(turn.answer.text[start:end], start, turn.question.text, names, taken)
        acts = _ACT.search(said.text) is not None or "劫" in said.text or "窃" in said.text
        for needs_act, read in _READERS:
            for one in read(said) if acts or not needs_act else ():
                yield one._replace(start=start + one.start, end=start + one.end)
    for short in short_answers(turn.question.text, turn.answer.text):
        yield Detail(short.slot, short.about, short.value, None, short.doer, short.start, short.end)
    yield from _motive(turn.question, turn.answer)


def _time(said: Sentence) -> Iterator[Detail]:
    """A moment with an hour, then the deed in the same breath; or in answer to the question when it was done."""
    if not _HOUR.search(said.text):
        return
    asked = bool(_ASK_TIME.search(said.question) and _ASK_DEED.search(said.question))
    found = [one for one in times(said.text, said.taken) if one[3]]
    for n, (value, start, end, _) in enumerate(found):
        stop = found[n + 1][1] if n + 1 < len(found) else len(said.text)
        rest = said.text[end:stop]
        act = _ACT.search(rest)
        near = act is not None and act.end() <= 36 and not _LATER.search(rest[: act.start()])
        if told_as_fact(said.text, start) and (
            len(found) == 1
            and asked
            and not _LATER.search(rest)
            or near
            and told_as_fact(said.text, end + (act.start() if act else 0))
        ):
            yield Detail("time", "作案时间", value.text, value, "", start, end)


def _place(said: Sentence) -> Iterator[Detail]:
    """在 or 到 a place, and the deed soon after it."""
    for found in _PLACE.finditer(said.text):
        act = _ACT.search(said.text, found.end() - 1)
        value = _without_district(found["v"])
        if (
            act is None
            or act.start() - found.end() > 12
            or len(value) < 3
            or _LATER.search(said.text, found.end(), act.start())
        ):
            continue
        if told_as_fact(said.text, found.start()) and told_as_fact(said.text, act.start()):
            yield Detail("place", "作案地点", value, None, "", *found.span("v"))


_DISTRICT = re.compile(
    r"(?:本(?=[市县区])|[\u4e00-\u9fff]{1,7}?)(?:省|(?<![超夜菜鱼花早])市(?!场)|县(?!城)|(?<![小社校景院库])区|镇|乡)"
)


def _without_district(place: str) -> str:
    """青岭县北街小店 → 北街小店: who names the county says no other place."""
    bare = place
    while (found := _DISTRICT.match(bare)) and len(bare) - found.end() >= 2:
        bare = bare[found.end() :]
    return bare


def _tools(said: Sentence) -> Iterator[Detail]:
    """A tool taken in the hand and used, or named in answer to the question what was used."""
    asked = bool(re.search(r"工具|凶器|用(?:的)?什么|拿(?:的)?什么|什么东西", said.question))
    for found in _TOOL_USE.finditer(said.text):
        act = _ACT.search(said.text, found.end())
        if (act is not None and act.start() - found.end() <= 24 or asked) and told_as_fact(
            said.text, found.start()
        ):
            yield Detail(
                "tool",
                "作案工具",
                found["v"].replace("色的", "色").lstrip("的"),
                None,
                subject(said.text, found.start(), said.names),
                *found.span("v"),
            )


def _no_tool(said: Sentence) -> Iterator[Detail]:
    """没有拿刀: a denial is a value of its own, about that tool."""
    for found in _TOOL_NONE.finditer(said.text):
        if told_as_fact(said.text, found.start()):
            what = "工具" if found["v"] in ("工具", "东西", "凶器", "器械") else found["v"].removesuffix("子")
            yield Detail(
                "tool",
                f"有没有用{what}",
                f"没有用{what}",
                None,
                subject(said.text, found.start(), said.names),
                *found.span(),
            )


def _wounds(said: Sentence) -> Iterator[Detail]:
    """Which part of the body was met, and how."""
    for found in _BLOW.finditer(said.text):
        act, body = (found["act"], found["v"]) if found["v"] else (found["late"], found["w"])
        if told_as_fact(said.text, found.start()):
            name = max((one for one in words.BODY_NAMES if body.endswith(one)), key=len)
            side = body.removesuffix(name).removesuffix("侧")
            yield Detail(
                "wound",
                "打击部位",
                words.ACT_OF[act] + side + words.BODY_NAMES[name],
                None,
                subject(said.text, found.start(), said.names),
                *found.span(),
            )


def _blows(said: Sentence) -> Iterator[Detail]:
    """How many stabs, where one figure is told."""
    found = list(_TIMES.finditer(said.text))
    if (
        len(found) == 1
        and told_as_fact(said.text, found[0].start())
        and not re.search(r"又|再|还", said.text)
    ):
        count = number(found[0]["n"])
        if count:
            yield Detail(
                "wound",
                "刺、砍次数",
                f"{count}下",
                None,
                subject(said.text, found[0].start(), said.names),
                *found[0].span(),
            )


def _money(said: Sentence) -> Iterator[Detail]:
    """The money taken, where an exact figure is told."""
    found = list(_AMOUNT.finditer(said.text)) or (
        list(_INSIDE.finditer(said.text)) if _LOOT.search(said.text) else []
    )
    if (
        len(found) != 1
        or not told_as_fact(said.text, found[0].start())
        or re.search(r"大概|大约|左右|约|多元|余元|几", said.text[found[0].start() : found[0].end() + 2])
    ):
        return
    figure = found[0]["n"].replace(",", "").replace("，", "")
    value = float(figure) if figure[0].isdigit() else float(number(figure) or 0)
    if value:
        yield Detail(
            "amount",
            "所得钱款",
            f"{value * (10_000 if found[0]['unit'] else 1):g}元",
            None,
            "",
            *found[0].span(),
        )


def _things(said: Sentence) -> Iterator[Detail]:
    """The things taken, in a fixed order, so that a longer list of the same things is no other one."""
    for found in (*_AWAY.finditer(said.text), *_LOOT.finditer(said.text)):
        things = {one.group(): one for one in _ITEM.finditer(said.text, *found.span())}
        if things and told_as_fact(said.text, found.start()):
            ordered = sorted(things, key=words.LOOT.index)
            ends = [one.end() for one in things.values()]
            yield Detail("loot", "所得财物", "、".join(ordered), None, "", found.start(), max(ends))
            return


def _company(said: Sentence) -> Iterator[Detail]:
    """How many did it, the speaker among them where he was one."""
    for pattern in (_TOGETHER, _ALONE, _SEEN):
        found = pattern.search(said.text)
        if found is None or not told_as_fact(said.text, found.start()):
            continue
        count = 1 if pattern is _ALONE else number(found["n"])
        deed = _ACT.search(said.text) or re.search(r"作案|干的|同伙|一起|几个人|多少人", said.question)
        if count and deed:
            yield Detail("companions", "作案人数", f"{count}人", None, "", *found.span())
            return


def _flight(said: Sentence) -> Iterator[Detail]:
    for found in _FLED.finditer(said.text):
        if (
            told_as_fact(said.text, found.start())
            and found["v"] not in _NOWHERE
            and not re.search(r"被|把|后|某|我|他|她|买", found["v"])
        ):
            yield Detail(
                "route",
                "逃离方向",
                found["v"],
                None,
                subject(said.text, found.start(), said.names),
                *found.span(),
            )


def _clothes(said: Sentence) -> Iterator[Detail]:
    worn = re.search(r"穿|戴|身着", said.text)
    for found in _WEAR.finditer(said.text, worn.start()) if worn else ():
        if not told_as_fact(said.text, found.start()):
            continue
        garment = found["g"]
        about = "上衣" if garment in words.UPPER else "裤子" if garment in words.LOWER else "头面部穿戴"
        value = f"{found['c']}色" + ("" if garment in words.VAGUE_UPPER else garment)
        yield Detail(
            "clothing", about, value, None, subject(said.text, found.start(), said.names), *found.span()
        )


def _disposal(said: Sentence) -> Iterator[Detail]:
    for found in _PUT.finditer(said.text) if _THROWN.search(said.text) else ():
        if told_as_fact(said.text, found.start()):
            what = "工具" if re.search("|".join(words.TOOLS), found["what"]) else found["what"]
            yield Detail(
                "disposal",
                f"{what}去向",
                found["v"],
                None,
                subject(said.text, found.start(), said.names),
                *found.span(),
            )


def _order(said: Sentence) -> Iterator[Detail]:
    found = _ORDER.search(said.text)
    if (
        found
        and told_as_fact(said.text, found.start())
        and words.ACT_OF[found["a"]] != words.ACT_OF[found["b"]]
    ):
        yield Detail(
            "sequence",
            "先后",
            f"先{words.ACT_OF[found['a']]}后{words.ACT_OF[found['b']]}",
            None,
            subject(said.text, found.start(), said.names),
            *found.span(),
        )


_READERS: tuple[tuple[bool, Callable[[Sentence], Iterator[Detail]]], ...] = (
    (False, _time), (True, _place), (False, _tools), (False, _no_tool), (True, _wounds), (True, _blows), (True, _money), (True, _things), (False, _company),
    (False, _flight), (False, _clothes), (False, _disposal), (True, _order),
)  # fmt: skip
"""Every reader, and whether it reads only sentences that tell of an act."""


def _motive(question: Spoken, answer: Spoken) -> Iterator[Detail]:
    """One kind of reason, in answer to the question why."""
    if not re.search(r"为什么|为何|原因|起因|动机", question.text):
        return
    found = [
        (name, hit) for name, pattern in words.MOTIVES.items() if (hit := re.search(pattern, answer.text))
    ]
    if len(found) == 1 and told_as_fact(answer.text, found[0][1].start()):
        yield Detail("motive", "起因", found[0][0], None, "", *found[0][1].span())
