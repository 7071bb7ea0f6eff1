"""What speaks for somebody else: the accused says, by himself or asked, that he was elsewhere; a trace of an unknown person stands in an opinion."""

from __future__ import annotations

import re

from gaoyao.dossier.model import Span as Moment
from gaoyao.dossier.vocabulary import Alibi, Trace
from gaoyao.intake.drafting.accusing import Accusation
from gaoyao.intake.drafting.items import Entry
from gaoyao.intake.drafting.people import People
from gaoyao.intake.drafting.proposals import Draft
from gaoyao.intake.saying.admitting import admission
from gaoyao.intake.saying.clocks import times
from gaoyao.intake.saying.turns import turns

_SENTENCE = re.compile(r"[^。？?\n]+")
_AWAY = re.compile(
    r"(?:(?:根本|从来|压根|都)?(?:没有?|未|不曾)(?:去|到)过(?:你们说的|那个|那里|那儿|案发|现场|他家|她家|那家|事发)|不在(?:案发)?(?:现场|那里|那儿)(?!接受)"
    r"|(?:案发|事发|出事|那天|那晚|当天|当晚|当时)[^。？?\n]{0,16}我(?:人)?(?:一直)?在(?!现场|案发)[^。？?\n]{0,30}(?:家|店|厂|医院|网吧|外地|工地|铺|老家|单位|宿舍|车间)[^。？?\n]{0,40}(?:没有?|不可能)[^。？?\n]{0,8}(?:去|到|出门|离开|作案))"
)
_CHECKED = re.compile(
    r"不在(?:案发)?现场|没有作案时间|有作案时间|核实[^。\n]{0,30}(?:辩解|所称|所述|行踪|去向)|辩解[^。\n]{0,24}(?:核实|查证|不属实|属实)|(?:经)?(?:查证|核查|走访)[^。\n]{0,40}(?:辩解|不在场|当(?:晚|天|日)[^。\n]{0,10}(?:在|未在|没有在))"
)
_PLEADED = frozenset(("accusation", "judgment", "hearing", "motion", "defence", "catalogue"))
"""Papers in which an alibi is argued about: that somebody speaks of it there is no check of it."""
_UNKNOWN = re.compile(
    r"[^。；]{0,90}(?:(?:未知|不明|无名|另一|另外一|其他|他人|第三人)[^。；]{0,6}(?:男性|女性|男子|女子|个体|身份|人员|人)|(?:与|和)[^。；]{0,40}(?:均)?(?:不一致|不同|不匹配|不是同一|不相同)|排除[^。；]{0,30}(?:所留|来源))[^。；]{0,60}"
)
_SAMPLES = re.compile(
    r"检材|斑迹|血迹|指纹|指印|手印|掌纹|足迹|鞋印|烟蒂|烟头|毛发|拭子|脱落细胞|精斑|唾液|痕迹|瓶口|纸巾"
)
_KINDS = (
    ("fingerprint", r"指纹|指印|手印|掌纹"), ("blood", r"血"), ("semen", r"精斑|精液"), ("hair", r"毛发|头发"), ("footprint", r"足迹|鞋印"),
    ("dna", r"DNA|分型|STR|拭子|脱落细胞|烟|斑迹|唾液|瓶|纸巾"),
)  # fmt: skip


def alibis(draft: Draft, people: People, entries: list[Entry], made: Accusation) -> None:
    """Propose a claim of having been elsewhere, with its words; unchecked where no other paper of the file speaks of it.

    Only the first such claim of each accused: the later ones repeat it.
    """
    done: set[str] = set()
    for entry in entries:
        name = entry.form.speaker
        if entry.form.kind != "interrogation" or not entry.item or name not in people.accused or name in done:
            continue
        found = _claim(entry.sheet.cleaned.text) or _answered(entry, made)
        meant = _incidents(entry, found, made) if found else set()
        facts = tuple(
            point.fact
            for point in made.points
            if point.role in ("identity", "presence")
            and point.name in ("", name)
            and (not meant or point.incident in meant)
        )
        if found is None or not facts:
            continue
        done.add(name)
        raw = entry.sheet.raw_span(*found)
        subject = draft.declare("alibi", "B")
        draft.put(subject, Alibi.accused, people.accused[name], entry.sheet, *raw)
        draft.put(subject, Alibi.facts, facts, entry.sheet, *raw)
        draft.put(
            subject,
            Alibi.content,
            entry.sheet.raw[raw[0] : raw[1]].strip().lstrip("：:答"),
            entry.sheet,
            *raw,
        )
        draft.put(subject, Alibi.items, (entry.item,), entry.sheet, *raw)
        others = [
            one
            for one in entries
            if one.form.kind != "interrogation" and one.sheet.document.kind.form not in _PLEADED
        ]
        if not any(_CHECKED.search(one.sheet.cleaned.text) for one in others):
            draft.put(subject, Alibi.status, "unchecked", entry.sheet, *raw)


_ELSEWHERE = re.compile(
    r"(?:案发|事发|出事|那天|那晚|当天|当晚|当时|\d{1,2}月\d{1,2}[日号])[^。？?\n]{0,14}我(?:人|们)?(?:一直|都|正)?在(?!现场|案发|那里|他家|她家)[^。？?\n]{0,24}?"
    r"(?:外地|医院|网吧|厂里|单位|宿舍|老家|工地|学校|车间|店里|朋友|亲戚|同事|[\u4e00-\u9fff]{1,3}家)[^。？?\n]{0,16}(?:打工|上班|上网|值班|睡觉|打牌|打麻将|陪|住院|加班|出差|喝酒|聊天|干活|上课)"
)
_DENIED = re.compile(
    r"不是我|与我无关|没有(?:去|干|做|拿|偷|作案|参与)|冤枉|不在|可以(?:作证|去查|调|证明)|你们(?:可以)?(?:去)?(?:查|核实|问)"
)
_THEN = re.compile(r"后来|然后|之后|随后|出来以后")


def _claim(text: str) -> tuple[int, int] | None:
    """The first sentence, not a question put to him, that says he was elsewhere."""
    denied = _DENIED.search(text) is not None
    for one in _SENTENCE.finditer(text):
        said = one.group()
        away = _AWAY.search(said) or (denied and _ELSEWHERE.search(said) and not _THEN.search(said))
        if away and not said.lstrip().startswith("问"):
            return one.span()
    return None


_ASKED = re.compile(
    r"(?:你|当时|当晚|那天|那晚|案发|事发|出事|[日号天晚上午夜])[^。？?]{0,24}(?:在|去|到)(?:了)?(?:哪|什么地方|何处|干什么|干啥|做什么)|说[^。？?]{0,10}(?:行踪|去向|活动情况)"
)
_AFTER = re.compile(r"后来|之后|以后|事后|[案事]发后|作案后|后几天|到案前|期间|这段时间|最近|平时|现在")
"""Asked about another time than that of the act."""
_WAS = re.compile(
    r"(?:^|[，。、]|我|一直|都|点|多|晚上|当时)(?:就|都|一直|还)?在(?!现场|案发)[^，。？?]{1,20}"
)
_PLACE = re.compile(
    r"家|店|厂|医院|网吧|外地|工地|铺|老家|单位|宿舍|车间|学校|公司|宾馆|饭馆|酒吧|棋牌|村|镇|县|市|上班|值班|加班|出差|打工|睡觉|上网|打牌|住院|干活"
)


def _answered(entry: Entry, made: Accusation) -> tuple[int, int] | None:
    """The answer of one who does not admit, to where he was at the time: a place where people usually are."""
    spoken = turns(entry.sheet)
    admitted = admission(spoken)
    if admitted is not None and admitted[0]:
        return None
    for turn in spoken:
        found = _WAS.search(turn.answer.text)
        if not (
            found
            and _ASKED.search(turn.question.text)
            and not _AFTER.search(turn.question.text)
            and _PLACE.search(turn.answer.text, found.start())
        ):
            continue
        days = [value for value, *_ in times(turn.question.text + turn.answer.text, entry.begun)]
        of_act = list(made.days.values())
        if days and of_act and not any(_near(one, other) for one in days for other in of_act):
            continue
        start, end = next(one for one in turn.answer.sentences() if one[0] <= found.start() < one[1])
        return turn.answer.span(start, end)
    return None


def _incidents(entry: Entry, found: tuple[int, int], made: Accusation) -> set[int]:
    """The incidents on whose day he says so, by the question and the answer; none where no day is told."""
    for turn in turns(entry.sheet):
        places = turn.answer.places
        if len(places) and places[0] <= found[0] <= places[-1]:
            said = turn.question.text + turn.answer.text
            days = [value for value, *_ in times(said, entry.begun)]
            return {n for n, day in made.days.items() if any(_near(one, day) for one in days)}
    return set()


def _near(one: Moment, other: Moment) -> bool:
    """Within half a day of each other."""
    return one.low - 720 <= other.high and other.low - 720 <= one.high


_KNOWN = re.compile(r"与[^，。；]{2,16}(?<!不)(?<!均不)(?:相同|一致|同一(?!人所留))")
"""The same sentence says whose the sample is: then it is nobody's unknown trace."""


def _whole(text: str, start: int, end: int) -> str:
    begin = max(text.rfind(mark, 0, start) for mark in "。；\n") + 1
    stop = min((at for mark in "。；\n" if (at := text.find(mark, end)) >= 0), default=len(text))
    return text[begin:stop]


def strangers(draft: Draft, people: People, entries: list[Entry]) -> None:
    """Propose a trace for every conclusion that a sample is an unknown person's, or not the accused's."""
    for entry in entries:
        if entry.form.kind != "appraisal" or not entry.item:
            continue
        text = entry.sheet.cleaned.text
        begin = max(
            text.rfind("鉴定意见"), text.rfind("检验意见"), text.rfind("鉴定结论"), text.rfind("检验结果"), 0
        )
        for found in _UNKNOWN.finditer(text, begin):
            said = found.group()
            unknown = re.search(r"未知|不明|无名|另一|另外一|其他|他人|第三人", said) is not None
            not_his = any(name in said for name in people.accused) or "嫌疑人" in said or "被告人" in said
            if not _SAMPLES.search(said) or not (unknown or not_his) or re.search(r"死者|尸体", said):
                continue
            if not unknown and _KNOWN.search(_whole(text, *found.span())):
                continue
            raw = entry.sheet.raw_span(*found.span())
            subject = draft.declare("trace", "R", entry.item)
            kind = next((code for code, pattern in _KINDS if re.search(pattern, said)), "other")
            draft.put(subject, Trace.type, kind, entry.sheet, *raw)
            draft.put(subject, Trace.place, entry.sheet.raw[raw[0] : raw[1]].strip()[:60], entry.sheet, *raw)
            draft.put(subject, Trace.from_scene, True, entry.sheet, *raw)
            draft.put(subject, Trace.compared, True, entry.sheet, *raw)
            draft.put(subject, Trace.result, "exclusion", entry.sheet, *raw)
            if unknown:
                draft.put(subject, Trace.matched_to, "unknown_person", entry.sheet, *raw)
            break
