"""鉴定意见通知书 and the opinions they tell of: by the number of the opinion, else by its title."""

from __future__ import annotations

import re

from gaoyao.dossier.model import Absent
from gaoyao.dossier.vocabulary import Appraisal
from gaoyao.intake.drafting.items import Entry
from gaoyao.intake.drafting.proposals import Draft
from gaoyao.logic.truth import Why

_NUMBER = re.compile(r"[\u4e00-\u9fff（）()]{0,16}[〔\[（(]\d{4}[〕\]）)](?:第)?\d{1,6}号")


def tell(draft: Draft, entries: list[Entry], read_whole: bool) -> None:
    """Propose whether each opinion was told to the parties.

    Told: a notice names it.  Not told: the whole file was read, other opinions have their notices, this one has none.
    Where nobody was told of anything, the file is silent.
    """
    notices = [entry for entry in entries if entry.form.kind == "told"]
    opinions = [entry for entry in entries if entry.form.kind == "appraisal" and entry.act]
    told = {id(opinion): notice for opinion in opinions if (notice := _notice(opinion, notices, opinions))}
    for opinion in opinions:
        notice = told.get(id(opinion))
        if notice is not None:
            draft.put(opinion.act, Appraisal.told_to_parties, True, notice.sheet, 0, _line(notice))
        elif opinion.form.get(Appraisal.told_to_parties) is None and read_whole:
            value = False if told else Absent(Why.FILE_SILENT, "")
            draft.put(opinion.act, Appraisal.told_to_parties, value, opinion.sheet, 0, _line(opinion))


def _notice(opinion: Entry, notices: list[Entry], opinions: list[Entry]) -> Entry | None:
    """The notice that names the opinion; where none gives its number, the one that gives its title, if no other has it."""
    number, title = _number(opinion), opinion.sheet.document.title
    for notice in notices:
        text = _squeezed(notice.sheet.cleaned.text)
        if number and number in text:
            return notice
    if sum(other.sheet.document.title == title for other in opinions) != 1:
        return None
    plain = [notice for notice in notices if title in _squeezed(notice.sheet.cleaned.text)]
    return next((one for one in plain if not number or not _others(one, opinions, opinion)), None)


def _others(notice: Entry, opinions: list[Entry], opinion: Entry) -> bool:
    text = _squeezed(notice.sheet.cleaned.text)
    return any(number in text for other in opinions if other is not opinion and (number := _number(other)))


def _number(opinion: Entry) -> str:
    """The number of the opinion, from its head: year and number, with the word before them."""
    found = _NUMBER.search(_squeezed(opinion.sheet.cleaned.text[:200]))
    return re.sub(r"^.*?(?=[\u4e00-\u9fff（）()]{0,3}[〔\[（(]\d{4})", "", found.group()) if found else ""


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _line(entry: Entry) -> int:
    return max(1, len(entry.sheet.raw.strip().split("\n", 1)[0]))
