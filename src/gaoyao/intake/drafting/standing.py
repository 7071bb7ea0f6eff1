"""Where the case stands, by the papers of its file: who investigated, at which stage it is, before which level of court."""

from __future__ import annotations

import re

from gaoyao.dossier.vocabulary import Case
from gaoyao.intake.documents.cut import Sheet
from gaoyao.intake.drafting.proposals import Draft

_BODIES = (
    ("supervision", r"监察(?:委员会|委)"), ("customs", r"海关[^\n。]{0,8}缉私|缉私(?:局|分局)"), ("state_security", r"国家安全(?:局|厅)"),
    ("police", r"公安(?:局|分局|厅)|公安局[^\n。]{0,8}分局"), ("procuratorate", r"人民检察院"),
)  # fmt: skip
_OPENING = ("filing", "prosecution_opinion", "arrest_request", "detention", "interrogation")
_STAGES = (
    ("indictment", "first_instance"), ("prosecution_opinion", "prosecution_review"), ("arrest_request", "arrest_review"), ("filing", "investigation"),
)  # fmt: skip
_TO_COURT = re.compile(r"此致\s*(?P<court>[\u4e00-\u9fff]{2,24}?(?P<level>高级|中级)?人民法院)")


def place_case(draft: Draft, case: str, sheets: list[Sheet]) -> None:
    """Propose the investigating body, the stage and the level of the court.

    The stage is that of the last paper of accusation; where a court has already judged, nothing is said of it.
    """
    by_code: dict[str, Sheet] = {}
    for sheet in sheets:
        by_code.setdefault(sheet.document.kind.code, sheet)
    _body(draft, case, by_code)
    if not by_code.keys() & {"judgment", "ruling", "trial_record"}:
        for code, stage in _STAGES:
            if code in by_code:
                sheet = by_code[code]
                draft.put(case, Case.stage, stage, sheet, 0, _head(sheet))
                break
    indictment = by_code.get("indictment")
    found = _TO_COURT.search(indictment.cleaned.text) if indictment else None
    if indictment and found and found["court"] != "人民法院":
        level = {"高级": "high", "中级": "intermediate"}.get(found["level"] or "", "basic")
        draft.put(case, Case.court_level, level, indictment, *indictment.raw_span(*found.span("court")))


def _body(draft: Draft, case: str, by_code: dict[str, Sheet]) -> None:
    """The body that signs the papers of investigation; a case transferred by the police is theirs."""
    known = {code for code, _ in Case.investigating_body.options}
    for code in _OPENING:
        sheet = by_code.get(code)
        if sheet is None:
            continue
        text = sheet.cleaned.text
        if code == "interrogation":
            text = text[:300]
        for body, pattern in _BODIES:
            found = re.search(pattern, text)
            if found and body in known and not (body == "procuratorate" and code != "filing"):
                draft.put(case, Case.investigating_body, body, sheet, *sheet.raw_span(*found.span()))
                return


def _head(sheet: Sheet) -> int:
    return max(1, len(sheet.raw.strip().split("\n", 1)[0]))
