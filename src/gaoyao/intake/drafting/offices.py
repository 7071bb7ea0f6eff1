"""One name in two offices that one person may not hold, and a log that names other officers than the record.

Who has investigated may not give the expert opinion (CPL 29, 32), and may not be the attestor of the investigation
(Interp. 2021 art. 80).  A name may be two persons': each is told for a person to look at.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from gaoyao.dossier.model import Span
from gaoyao.intake.documents.cut import Sheet
from gaoyao.intake.drafting.crossing import SLACK
from gaoyao.intake.drafting.items import Entry
from gaoyao.intake.drafting.mismatches import Mismatch, found_in, side
from gaoyao.intake.forms.base import Names, names_in

_EXPERT = re.compile(r"(?:鉴定|检验|检测)人(?:员)?(?:（[^）\n]{0,8}）)?[：:]?\s*([^\n：:]{2,40})")
_ATTESTOR = re.compile(
    r"见证人(?:（[^）\n]{0,8}）)?[：:]?\s*([\u4e00-\u9fff某×]{2,4})(?=[\s，。、（(]|$)", re.MULTILINE
)


def offices(entries: list[Entry]) -> Iterator[Mismatch]:
    """Every such name once for each pair of offices, and every record whose officers its log does not name."""
    investigators = _officers(entries)
    for code, word, pattern, kinds in (
        ("expert_investigated", "鉴定人", _EXPERT, ("appraisal",)),
        ("attestor_investigated", "见证人", _ATTESTOR, ("acquisition", "identification")),
    ):
        told: set[str] = set()
        for entry in entries:
            if entry.form.kind not in kinds or "现场检测" in entry.sheet.document.title:
                continue  # a test on the spot is the officers' own
            named = {name for found in pattern.finditer(entry.sheet.raw) for name in names_in(found[1])}
            for name in sorted(named & investigators.keys() - told):
                told.add(name)
                yield Mismatch(
                    code,
                    f"{name}在{entry.sheet.document.title}中是{word}，在{investigators[name].document.title}中是侦查人员，是否同一人请核对",
                    (
                        side(entry.sheet, *found_in(entry.sheet, name)),
                        side(investigators[name], *found_in(investigators[name], name)),
                    ),
                )
    yield from _logged(entries, investigators.keys())


def _officers(entries: list[Entry]) -> dict[str, Sheet]:
    """Every investigator and recorder → the first paper that names him as such."""
    out: dict[str, Sheet] = {}
    for entry in entries:
        for name in _of(entry):
            out.setdefault(name, entry.sheet)
    return out


def _of(entry: Entry) -> tuple[str, ...]:
    return tuple(
        name
        for cell in entry.form.cells
        if cell.field.name == "officers"
        and isinstance(cell.value, Names)
        and cell.value.role == "investigator"
        for name in cell.value.names
    )


def _logged(entries: list[Entry], known: Collection[str]) -> Iterator[Mismatch]:
    """The line of the log inside which a questioning stands names another officer in the place of one who questioned."""
    records = [one for one in entries if one.form.kind == "interrogation" and len(_of(one)) > 1 and one.begun]
    for log in entries:
        if log.form.kind != "extraction_log" or log.sheet.document.incomplete:
            continue
        for out, back, start, end in log.form.rows:
            raw = log.sheet.raw
            stop = raw.find("\n", end)
            line = raw[raw.rfind("\n", 0, start) + 1 : stop if stop >= 0 else len(raw)]
            for one in records:
                if one.form.speaker != log.form.speaker or not _inside(one.begun, out, back):
                    continue
                questioned = set(_of(one))
                absent = sorted(name for name in questioned if name not in line)
                others = [name for name in known if name in line and name not in questioned]
                if absent and others:
                    yield Mismatch(
                        "log_officers",
                        f"{one.form.speaker}{one.sheet.document.title}（{one.begun.text if one.begun else ''}）的讯问人有{'、'.join(absent)}，提讯登记的这一次没有",
                        (side(log.sheet, start, end), side(one.sheet, *found_in(one.sheet, absent[0]))),
                    )


def _inside(begun: Span | None, out: Span, back: Span | None) -> bool:
    return begun is not None and out.low - SLACK <= begun.low <= (back.high if back else out.high + 720)
