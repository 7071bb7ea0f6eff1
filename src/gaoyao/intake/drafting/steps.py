"""Steps of the proceedings, from their own papers and from what an indictment tells of them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from gaoyao.dossier.model import Span
from gaoyao.dossier.vocabulary.steps import Step
from gaoyao.intake.documents.cut import Sheet
from gaoyao.intake.drafting.custody import CODES, tell_custody
from gaoyao.intake.drafting.people import People
from gaoyao.intake.drafting.proposals import Draft
from gaoyao.intake.forms.base import Reader

_PAPERS = {
    "filing": "filed", "detention": "detained", "arrest_request": "arrest_requested", "arrest_decision": "arrest_decided", "arrest": "arrested",
    "liuzhi": "liuzhi", "bail": "bailed", "residence": "supervised", "release": "released", "return": "returned", "return_report": "returned_back",
    "custody_log": "sent_to_centre",
}  # fmt: skip
_NOT = {
    "liuzhi": r"解除",
    "bail": r"解除|保证书",
    "residence": r"解除",
    "filing": r"不予",
    "return": r"人民法院",
}
_SUMMONS = (
    ("summoned", r"(?:到案|到达)(?:时间|于)?[:：]?"),
    ("summons_ended", r"(?:传唤|拘传|讯问)?(?:结束|离开)(?:时间)?[:：]?"),
)
_LABELLED = 40
"""So many characters after its label a moment of a form may stand."""
_DONE = re.compile(r"向我宣布|宣布|已?执行|送达")
_TOLD = (
    ("detained", r"(?:被|由)[^。，；\n]{0,24}?(?:执行)?(?:刑事)?拘留"), ("arrested", r"(?:被|由)[^。，；\n]{0,24}?(?:依法)?(?:执行)?逮捕(?!决定)"),
    ("bailed", r"(?:被|由)?[^。，；\n]{0,20}取保候审"), ("liuzhi", r"(?:被|由)[^。，；\n]{0,20}留置"), ("supervised", r"(?:被|由)?[^。，；\n]{0,20}监视居住"),
)  # fmt: skip
_WHOLE = (
    ("transferred", r"向本院移送(?:审查)?起诉|移送(?:本院)?审查起诉"), ("returned", r"(?:第[一二]次)?退回[^。，；\n]{0,20}补充(?:侦查|调查)"),
    ("returned_back", r"(?:补充(?:侦查|调查)完毕|重新移送|再次移送)[^。，；\n]{0,12}"),
)  # fmt: skip
_DAY = re.compile(
    r"(?:(?P<y>\d{4})年|(?P<same>同年))?(?:(?P<m>\d{1,2})月(?P<d>\d{1,2})日)|同日|同月(?P<sd>\d{1,2})日"
)


def propose_steps(draft: Draft, people: People, sheets: Iterable[Sheet]) -> None:
    """Propose every dated step.  Two sources of one step meet in one subject, so that a difference shows."""
    steps: dict[tuple[str, str, int], str] = {}
    extensions: list[Sheet] = []
    for sheet in sheets:
        kind = sheet.document.kind
        event = _PAPERS.get(kind.code)
        reader = Reader(sheet)
        if event and not re.search(_NOT.get(kind.code, "$^"), reader.text[:80]):
            found = _of_paper(reader)
            if found:
                _step(draft, steps, event, _whose(people, sheet), found, sheet)
        elif kind.code == "summons":
            _summons(draft, people, steps, reader, sheet)
        elif kind.code in ("indictment", "prosecution_opinion"):
            _told(draft, people, steps, reader, sheet)
        if kind.code in CODES:
            extensions.append(sheet)
    for sheet in extensions:
        _custody(draft, people, steps, sheet)


def _custody(draft: Draft, people: People, steps: dict[tuple[str, str, int], str], sheet: Sheet) -> None:
    """What papers other than the warrants tell.  An extension only hangs on a detention that some paper tells."""
    whose = _whose(people, sheet)
    of_case = ("rights_told", "indicted")

    def step(event: str, found: tuple[Span, int, int]) -> str:
        accused = "" if event in of_case else whose
        if found[1] < found[2]:
            _step(draft, steps, event, accused, found, sheet)
        return steps.get((event, accused, 0), "")

    tell_custody(draft, step, Reader(sheet), sheet)


def _summons(
    draft: Draft, people: People, steps: dict[tuple[str, str, int], str], reader: Reader, sheet: Sheet
) -> None:
    """When the person came and left, as the stub of the summons says.  A summons itself starts no time."""
    moments = list(reader.moments(0, len(reader.text)))
    for event, label in _SUMMONS:
        for found in re.finditer(label, reader.text):
            stub = re.search(r"时间|于|[:：]", found.group()) is not None
            before = (
                None if stub else next((one for one in moments if 0 <= found.start() - one[2] <= 2), None)
            )
            after = next(
                iter(reader.moments(found.end(), min(len(reader.text), found.end() + _LABELLED))), None
            )
            made = before or after
            if made is not None:
                _step(
                    draft,
                    steps,
                    event,
                    _whose(people, sheet),
                    (made[0], *reader.span(made[1], made[2])),
                    sheet,
                )
                break


def _of_paper(reader: Reader) -> tuple[Span, int, int] | None:
    """The moment of carrying out, where the paper tells it; else its last date."""
    moments = list(reader.moments(0, len(reader.text)))
    for value, start, end in moments:
        if _DONE.search(reader.text, end, end + 10):
            return value, *reader.span(start, end)
    if not moments:
        return None
    value, start, end = moments[-1]
    return value, *reader.span(start, end)


def _whose(people: People, sheet: Sheet) -> str:
    named = [name for name in people.accused if name in sheet.raw]
    return people.accused[named[0]] if len(named) == 1 else ""


def _step(
    draft: Draft,
    steps: dict[tuple[str, str, int], str],
    event: str,
    accused: str,
    found: tuple[Span, int, int],
    sheet: Sheet,
) -> None:
    value, start, end = found
    again = value.low // 1440 if event in ("returned", "returned_back") else 0
    key = (event, accused, again)
    if key not in steps:
        steps[key] = draft.declare("step", "T")
        draft.put(steps[key], Step.event, event, sheet, start, end)
        if accused:
            draft.put(steps[key], Step.accused, accused, sheet, start, end)
        draft.put(
            steps[key], Step.paper, sheet.document.title, sheet, 0, max(1, len(sheet.raw.split("\n", 1)[0]))
        )
        draft.put(steps[key], Step.page, sheet.document.where, sheet, start, end)
    draft.put_moment(steps[key], Step.happened, value, sheet, start, end)


def _told(
    draft: Draft, people: People, steps: dict[tuple[str, str, int], str], reader: Reader, sheet: Sheet
) -> None:
    """于某日被刑事拘留，同年某日……逮捕 under each accused; the transfer and the returns of the case."""
    for line in re.finditer(r"[^\n]+", reader.text):
        who = re.match(r"(?:被告人|犯罪嫌疑人)([\u4e00-\u9fff·×]{2,8}?)[，（,]", line.group())
        accused = people.accused.get(who[1], "") if who else ""
        base: Span | None = None
        for clause in re.finditer(r"[^，。；]+", line.group()):
            start = line.start() + clause.start()
            moment = _moment(reader, start, start + len(clause.group()), base)
            if moment is None:
                continue
            base = moment[0]
            rest = reader.text[moment[3] : min(line.end(), moment[3] + 60)].split("。")[0].split("；")[0]
            for event, pattern in _TOLD if accused else _WHOLE:
                hit = re.search(pattern, rest)
                if hit and not _DAY.search(rest[: hit.start()]):
                    _step(draft, steps, event, accused, moment[:3], sheet)
                    break


def _moment(reader: Reader, start: int, end: int, base: Span | None) -> tuple[Span, int, int, int] | None:
    """The last date of a clause: whole, or 同年, 同月, 同日 after the one before; with raw span and cleaned end."""
    from gaoyao.dossier.exchange.moments import parse_moment
    from gaoyao.dossier.exchange.problems import Wrong
    from gaoyao.intake.forms.base import parse_day

    days = list(_DAY.finditer(reader.text, start, end))
    if not days:
        return None
    found = days[-1]
    day = parse_day(base) if base is not None else ""
    year, month = (day.split("年")[0], day.split("年")[1].split("月")[0]) if day else ("", "")
    if found["m"]:
        written = f"{found['y'] or year}年{found['m']}月{found['d']}日" if found["y"] or year else ""
    elif found["sd"]:
        written = f"{year}年{month}月{found['sd']}日" if day else ""
    else:
        written = day
    try:
        value = parse_moment(written) if written else None
    except Wrong:
        return None
    return (value, *reader.span(*found.span()), found.end()) if value is not None else None
