"""When the police first knew a detail: the earliest dated paper that already tells what a suspect's statement tells.

Papers that may repeat the suspect's own words (到案经过, 情况说明, his other statements, his pointing out) do not count.
"""

from __future__ import annotations

import re
from collections import defaultdict

from gaoyao.dossier.model import Span
from gaoyao.dossier.vocabulary import Claim
from gaoyao.intake.drafting.claiming import Told, agree
from gaoyao.intake.drafting.items import Entry
from gaoyao.intake.drafting.proposals import Draft
from gaoyao.intake.saying.lexicon import LOOT, VAGUE_TOOLS

SOURCES = frozenset((
    "intake_form", "scene", "body_examination", "search", "seizure_record", "seizure_list", "extraction", "weighing", "sampling", "electronic", "appraisal",
    "autopsy", "injury_grade", "price", "audit", "test_report", "accident", "medical", "recording", "chat", "bank", "photos", "testimony_paper",
))  # fmt: skip
"""Kinds of papers by whose content the police knew, beside records of witnesses and of other suspects."""
_BODIES = frozenset(("autopsy", "injury_grade", "appraisal", "scene", "medical", "body_examination"))
Known = tuple[Span, Entry, tuple[int, int]]


def first_known(draft: Draft, entries: list[Entry], told: list[Told]) -> int:
    """Propose `known_to_police` for the claims of suspects; returns for how many."""
    papers = [entry for entry in entries if entry.begun and entry.sheet.document.kind.code in SOURCES]
    groups: dict[tuple[str, str, str, str], list[Told]] = defaultdict(list)
    for one in told:
        groups[_key(one)].append(one)
    made = 0
    for one in told:
        if one.entry.form.kind != "interrogation":
            continue
        known = [*_said(one, groups[_key(one)]), *_written(one, papers)]
        if known:
            when, entry, span = min(
                known, key=lambda row: (row[0].high, row[0].low, row[1].sheet.document.where)
            )
            draft.put(one.subject, Claim.known_to_police, when, entry.sheet, *span)
            made += 1
    return made


def _key(one: Told) -> tuple[str, str, str, str]:
    return one.detail.slot, one.detail.about, one.doer, one.incident


def _said(one: Told, group: list[Told]) -> list[Known]:
    """Statements of others that tell the same."""
    return [
        (other.entry.begun, other.entry, other.span) for other in group
        if other.speaker != one.speaker and other.entry.begun and not other.detail.value.startswith("没有") and agree(one.detail.slot, one.detail, other.detail)
        and len(other.detail.value) >= len(one.detail.value)
    ]  # fmt: skip


def _written(one: Told, papers: list[Entry]) -> list[Known]:
    patterns = _patterns(one)
    found: list[Known] = []
    for entry in papers:
        when = entry.begun
        if (
            not patterns
            or when is None
            or (one.detail.slot == "wound" and entry.sheet.document.kind.code not in _BODIES)
        ):
            continue
        text = entry.sheet.cleaned.text
        hits = [re.search(pattern, text) for pattern in patterns]
        if hits[0] is not None and all(hits):
            found.append((when, entry, entry.sheet.raw_span(*hits[0].span())))
    return found


def _patterns(one: Told) -> list[str]:
    """What a paper must hold, all of it, to tell the detail; [] where words of a paper cannot be compared with it."""
    slot, value = one.detail.slot, one.detail.value
    if slot == "tool" and one.detail.about == "作案工具" and value not in VAGUE_TOOLS:
        return [re.escape(value)]
    if slot in ("place", "disposal") and len(value) >= 3:
        return [re.escape(value)]
    if slot == "amount":
        figure = value.removesuffix("元")
        grouped = f"{int(figure):,}".replace(",", "[,，]?") if figure.isdecimal() else re.escape(figure)
        return [rf"(?<![\d,，.]){grouped}(?:\.00?)?元"]
    if slot == "loot":
        return [re.escape(name) for name in LOOT if name in value.split("、")]
    if slot == "clothing" and len(value) >= 4:
        return [value.replace("色", "色?的?")]
    if slot == "wound" and one.detail.about == "打击部位" and value[1:2] in "左右":
        body = value[1:].removesuffix("部")
        return [rf"(?<!未见){body}[^，。；]{{0,10}}(?:创|伤|裂口|骨折|出血|瘀|挫)"]
    return []
