"""鉴定意见通知书 and the opinions they tell of: by the number of the opinion, else by its title."""

from __future__ import annotations

import re

from gaoyao.dossier.model import Absent
from gaoyao.dossier.vocabulary import Appraisal
from gaoyao.intake.drafting.items import Entry
from gaoyao.intake.drafting.listing import SUBJECTS
from gaoyao.intake.drafting.proposals import Draft
from gaoyao.logic.truth import Why

_NUMBER = re.compile(r"[\u4e00-\u9fff（）()]{0,16}[〔\[（(]\d{4}[〕\]）)](?:第)?\d{1,6}号")


NOTICE = r"鉴定(?:意见|结论)(?:告知|通知)|告知笔录"
_TOLD = re.compile(
    r"(?:鉴定|检验|检测|尸检|价格认定)(?:意见|结论|结果|报告)?(?:书)?[^。\n]{0,40}(?:告知|通知|送达|宣布|向你(?:宣读|出示)|异议|听清|看清|有(?:没有|无|何|什么)意见|申请(?:补充|重新)鉴定)"
    r"|(?:告知|通知|宣布|出示|宣读|交给)[^。\n]{0,40}(?:鉴定|检验|价格认定|检测)(?:意见|结论|结果|报告|书)"
)


def told_in(record: Entry) -> list[tuple[str, int, int]]:
    """Lines of a record that tell of an opinion, with their raw spans.  The right to ask for a new one is none."""
    flow = record.sheet.flow
    return [
        (line.group(), *record.sheet.flow_span(*line.span()))
        for line in re.finditer(r"[^。\n]+", flow.text)
        if "权利" not in line.group() and "有权" not in line.group() and _TOLD.search(line.group())
    ]


def tell(draft: Draft, entries: list[Entry], notices_read: bool) -> None:
    """Propose whether each opinion was told to the parties.

    Told: a notice names it, or a record of questioning tells of it.  Not told: no unread page may be a notice, other
    opinions have theirs, this one has none.  Where nobody was told of anything, the file is silent.
    """
    notices = [entry for entry in entries if entry.form.kind == "told"]
    opinions = [entry for entry in entries if entry.form.kind == "appraisal" and entry.act]
    told = {id(opinion): notice for opinion in opinions if (notice := _notice(opinion, notices, opinions))}
    spoken = [
        (entry, one)
        for entry in entries
        if entry.form.kind in ("interrogation", "inquiry")
        for one in told_in(entry)
    ]
    for opinion in opinions:
        notice = told.get(id(opinion))
        about = set(SUBJECTS.findall(opinion.sheet.document.title + opinion.sheet.cleaned.text[:80]))
        said = next(
            (row for row in spoken if not (named := set(SUBJECTS.findall(row[1][0]))) or named & about), None
        )
        if notice is not None:
            draft.put(opinion.act, Appraisal.told_to_parties, True, notice.sheet, 0, _line(notice))
        elif said is not None:
            draft.put(opinion.act, Appraisal.told_to_parties, True, said[0].sheet, *said[1][1:])
        elif (
            opinion.form.get(Appraisal.told_to_parties) is None
            and notices_read
            and opinion.sheet.document.kind.code != "test_report"
        ):
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
