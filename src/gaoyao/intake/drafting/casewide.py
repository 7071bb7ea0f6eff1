"""What an accusation says of the whole case: which body investigated, which court is addressed, whether somebody died."""

from __future__ import annotations

import re

from gaoyao.dossier.vocabulary import Case, Count
from gaoyao.intake.documents.cut import Sheet
from gaoyao.intake.drafting.incidents import Told
from gaoyao.intake.drafting.proposals import Draft

_CLOSED = re.compile(r"本案(?:由|系)?(?P<body>[^，。\n]{2,40}?)(?:依法)?(?:侦查|调查)终结")
_BODIES = (
    ("procuratorate", r"本院|检察院"),
    ("supervision", r"监察"),
    ("customs", r"海关"),
    ("state_security", r"国家安全"),
    ("police", r"公安|派出所"),
)
_ADDRESSED = re.compile(r"此致\n?(?P<court>[\u4e00-\u9fff]{2,30}?人民法院)")
_LEVELS = (
    ("supreme", r"最高人民法院"),
    ("high", r"高级人民法院"),
    ("intermediate", r"中级人民法院"),
    ("basic", r"(?:县|区|市|旗)人民法院"),
)
_DEATH = re.compile(
    r"(?:致|导致|造成)[^，。；]{0,20}?死亡|将[^，。；]{0,14}?杀(?:害|死)|当场死亡|抢救无效(?:后)?死亡|(?:失血|窒息|损伤|中毒|溺水)[^，。；]{0,10}?死亡"
)
_VIOLENT = re.compile(r"故意杀人|故意伤害|抢劫|强奸|绑架|放火|爆炸|投放危险物质")


def of_case(draft: Draft, case: str, sheets: list[Sheet]) -> None:
    """The investigating body and the court's level, from the first accusation that tells them, where no paper of their
    own did (`standing.place_case`)."""
    for sheet in sheets:
        if sheet.document.kind.code not in ("indictment", "prosecution_opinion"):
            continue
        text = sheet.cleaned.text
        for field, found, table in (
            (Case.investigating_body, _CLOSED.search(text), _BODIES), (Case.court_level, _ADDRESSED.search(text), _LEVELS),
        ):  # fmt: skip
            code = next((code for code, pattern in table if found and re.search(pattern, found[1])), "")
            if found and code and not any(one.field.path == field.path for one in draft.proposals):
                draft.put(case, field, code, sheet, *sheet.raw_span(*found.span()))


def of_death(draft: Draft, case: str, sheet: Sheet, told: Told, counts: list[tuple[str, str]]) -> None:
    """A death that the incident tells: its counts concern one; with an intended violent crime it is 命案, and one of the
    major cases whose every questioning is to be recorded (公安程序规定 208: 致人死亡的严重侵犯公民人身权利等重大故意犯罪).

    `counts`: (id, charge) of the incident.  A paper that tells of no death is not taken to deny one.
    """
    found = _DEATH.search(sheet.raw, told.facts.start, told.facts.end)
    if found is None:
        return
    for count, charge in counts:
        if _VIOLENT.search(charge) or "死亡" in charge or "交通肇事" in charge:
            draft.put(count, Count.homicide, True, sheet, *found.span())
    if any(_VIOLENT.search(charge) for _, charge in counts) and not any(
        one.field.path == Case.homicide.path for one in draft.proposals
    ):
        draft.put(case, Case.homicide, True, sheet, *found.span())
        draft.put(case, Case.other_major_crime, True, sheet, *found.span())
