"""What the accused later says of how he was questioned: beaten, kept awake, threatened (CPL 57; 检察规则 72).

Told only of his own earlier records: of the one whose day he names, else of those in which he admitted, else of all.
"""

from __future__ import annotations

import re

from gaoyao.dossier.model import Span
from gaoyao.dossier.vocabulary import Interrogation, Item
from gaoyao.intake.drafting.items import Entry
from gaoyao.intake.drafting.proposals import Draft
from gaoyao.intake.saying.clocks import times
from gaoyao.intake.saying.turns import turns

NIGHT = 360
"""Minutes after midnight that still belong to the night of a day that is named.  Ours."""
_BODY = r"(?:我|我的?[^，。]{0,4}(?:背|腰|胳膊|手|腿|脚|头|脸|胸|身上|身体|后脑))"
_ABUSE = re.compile(
    rf"(?:殴打|打|踢|扇|抽|电|电击|吊|铐|捆|拷打|折磨|按住)(?:了|过|着)?{_BODY}|用[^，。]{{1,8}}(?:打|电|捅|抽|砸|砍)(?:了|过)?{_BODY}"
    r"|(?:被|遭|受到)[^，。]{0,10}(?:殴打|拷打|电击|刑讯|逼供|毒打|打(?!断|算|电话))|(?:把|将)我[^，。]{0,8}(?:吊|铐|绑|打|电|冻|饿)"
    r"|(?:不|没(?:有)?)(?:让|准|许|给)(?:我)?[^，。]{0,6}(?:睡|休息|合眼|吃|喝|上厕所)|(?:几|两|二|三|四|五|一)(?:天|夜|晚|天一夜|天两夜)(?:没|不)(?:有)?(?:让|给)?(?:我)?(?:睡|合眼|休息)"
    r"|(?:威胁|恐吓|吓唬)(?:我|说|要)|(?:再)?不(?:承认|招|说)[^，。]{0,6}就(?:打|抓|关|整|弄|把|让|叫)|刑讯逼供|逼供|屈打|疲劳审讯|轮番(?:审|讯)"
)
_BY = re.compile(
    r"公安|警察|民警|刑警|办案|侦查|审讯|讯问|提审|派出所|刑侦|专案|供述|笔录|口供|承认|交代|交待|他们让|招了"
)
_ANOTHER = re.compile(r"[\u4e00-\u9fff]某[某甲乙丙丁\d]?|老板|邻居|对方|老婆|丈夫")
_NOT = re.compile(r"(?:没有?|未|无|不存在|不曾|从未)[^，。]{0,8}$")


def complain(draft: Draft, entries: list[Entry]) -> None:
    """Propose that the person complained, at the earlier records it is about; the address is that of his words."""
    records = [one for one in entries if one.form.kind == "interrogation" and one.act and one.begun]
    admitted = {
        one.subject for one in draft.proposals if one.field.path == Item.admits.path and one.value is True
    }
    for entry in records:
        earlier = [
            one
            for one in records
            if one.form.speaker == entry.form.speaker
            and one.begun
            and entry.begun
            and one.begun.low < entry.begun.low
        ]
        said = _said(entry, earlier) if earlier else None
        if said is None:
            continue
        days, start, end = said
        meant = (
            [one for one in earlier if _on(one, days)]
            or [one for one in earlier if one.item in admitted]
            or earlier
        )
        for one in meant:
            draft.put(one.act, Interrogation.complaint, True, entry.sheet, start, end)


def _said(entry: Entry, earlier: list[Entry]) -> tuple[list[Span], int, int] | None:
    """The days he names, and the raw span of the first sentence that tells of abuse by those who questioned him."""
    officers = [
        name
        for one in earlier
        for cell in one.form.cells
        if cell.field.path == Interrogation.officers.path
        for name in getattr(cell.value, "names", ())
    ]
    for turn in turns(entry.sheet):
        whole = turn.question.text + turn.answer.text
        if not (_BY.search(whole) or any(name in whole for name in officers)):
            continue
        for start, end in turn.answer.sentences():
            sentence = turn.answer.text[start:end]
            found = _ABUSE.search(sentence)
            if found and not _NOT.search(sentence[: found.start()]) and _theirs(sentence, found, officers):
                days = [value for value, *_ in times(turn.answer.text, entry.begun)]
                return days, *entry.sheet.raw_span(*turn.answer.span(start, end))
    return None


def _theirs(sentence: str, found: re.Match[str], officers: list[str]) -> bool:
    """Is it, in that clause, nobody else who did it?"""
    clause = sentence[sentence.rfind("，", 0, found.start()) + 1 : found.end()]
    return bool(_BY.search(clause)) or not _ANOTHER.search(
        re.sub("|".join(map(re.escape, officers)) or "$^", "", clause)
    )


def _on(entry: Entry, days: list[Span]) -> bool:
    """Did that record begin on one of these days, or in the night that follows it?"""
    begun = entry.begun
    return begun is not None and any(
        span.high - span.low < 2880 and span.low <= begun.high and begun.low <= span.high + NIGHT
        for span in days
    )
