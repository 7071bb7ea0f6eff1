"""The whole draft of a case from the volumes that were read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gaoyao.dossier.log import Log
from gaoyao.dossier.model import Span
from gaoyao.intake.coverage import unread_pages
from gaoyao.intake.documents.cut import Document, Sheet, documents
from gaoyao.intake.drafting.accusing import Outline, accuse, number_and_title, plain_outline
from gaoyao.intake.drafting.afterwards import afterwards, found_first
from gaoyao.intake.drafting.casewide import of_case
from gaoyao.intake.drafting.claiming import Incidents, say
from gaoyao.intake.drafting.comparing import compare_papers
from gaoyao.intake.drafting.complaining import complain
from gaoyao.intake.drafting.crossing import cross
from gaoyao.intake.drafting.elsewhere import alibis, strangers
from gaoyao.intake.drafting.items import Entry, born, in_time, name_accused, place_entries
from gaoyao.intake.drafting.knowing import first_known
from gaoyao.intake.drafting.linking import link, offered
from gaoyao.intake.drafting.mismatches import Mismatch, side
from gaoyao.intake.drafting.missing import Hidden, missing
from gaoyao.intake.drafting.noting import note
from gaoyao.intake.drafting.offices import offices
from gaoyao.intake.drafting.ordering import order
from gaoyao.intake.drafting.people import People
from gaoyao.intake.drafting.proposals import Draft, LeftOut
from gaoyao.intake.drafting.questioned import questioned
from gaoyao.intake.drafting.samples import compare_samples
from gaoyao.intake.drafting.standing import place_case
from gaoyao.intake.drafting.steps import propose_steps
from gaoyao.intake.drafting.telling import NOTICE, tell
from gaoyao.intake.drafting.wounding import wound
from gaoyao.intake.forms.reading import read_form
from gaoyao.intake.pages.dispatch import Volume

_OF_JUDGMENTS = frozenset(("template", "truncated", "missing_part"))
"""What only a judgment must have: an accusation has no operative part."""
_ACCUSING = ("accusation", "judgment")
_ORDER = ("indictment", "judgment", "ruling", "prosecution_opinion")
_LINKING = frozenset(
    {
        "indictment",
        "prosecution_opinion",
        "evidence_list",
        "showing_outline",
        "examination",
        "judgment",
        "ruling",
    }
)


@dataclass(frozen=True, slots=True)
class Drafted:
    """The log of proposals, the documents found, and what was read but left to a person."""

    log: Log
    documents: tuple[Document, ...]
    left_out: tuple[LeftOut, ...]
    proposals: int
    links: int
    mismatches: tuple[Mismatch, ...] = ()


def build(volumes: Sequence[Volume], reason: str, at: str, outline: Outline = plain_outline) -> Drafted:
    """Draft a case.  `reason` names the folder; `at` is an ISO 8601 time (nothing here has a clock).

    `outline` gives the facts a charge needs (`gaoyao.law.charges`); without it, that it happened and that he did it.
    """
    found = documents(volumes)
    sheets = [Sheet(document) for document in found if document.text.strip()]
    draft = Draft()
    people = People(draft)
    case = draft.declare("case", "case", single=True)
    accusing = sorted(
        (one for one in sheets if one.document.kind.form in _ACCUSING),
        key=lambda one: _ORDER.index(one.document.kind.code),
    )
    made = accuse(draft, people, accusing, outline)
    entries = in_time([Entry(sheet, read_form(sheet)) for sheet in sheets])
    name_accused(people, entries)
    charged = tuple(str(one.value) for one in draft.proposals if one.field.path == "count.charge")
    number_and_title(draft, case, accusing, people, charged)
    place_case(draft, case, sheets)
    of_case(draft, case, accusing)
    place_entries(draft, people, entries)
    born(draft, people, entries)
    propose_steps(draft, people, sheets)
    questioned(draft, people, entries)
    cross(draft, entries)
    afterwards(draft, people, entries)
    hidden = Hidden(volumes, found)
    tell(draft, entries, not hidden.may_be(NOTICE, strict=True))
    alibis(draft, people, entries, made)
    strangers(draft, people, entries)
    incidents = _incidents(draft)
    first_known(draft, entries, say(draft, people, entries, incidents))
    complain(draft, entries)
    wound(draft, entries, len(incidents.days))
    days = {one: day for one, day in incidents.days.items() if day}
    mismatches = [
        *_inside(accusing),
        *compare_papers(draft, people, entries, days),
        *compare_samples(draft, entries),
        *offices(entries),
        *missing(draft, entries, hidden),
        *found_first(entries),
    ]
    mismatches += order(draft, entries, mismatches)
    note(draft, sheets, mismatches)
    linking = [one for one in sheets if one.document.kind.code in _LINKING]
    offered(draft, people, linking, entries)
    links = link(draft, people, linking, entries, made)
    return Drafted(
        draft.write(reason, at, unread_pages(volumes)),
        tuple(found),
        tuple(draft.left_out),
        len(draft.proposals),
        links,
        tuple(mismatches),
    )


def _incidents(draft: Draft) -> Incidents:
    """The incidents declared, with the day each is said to have happened."""
    days = {one.subject: one.value for one in draft.proposals if one.field.path == "incident.happened"}
    found = [subject for kind, subject, _ in draft.subjects if kind == "incident"]
    return Incidents({one: day if isinstance(day := days.get(one), Span) else None for one in found})


def _inside(sheets: list[Sheet]) -> list[Mismatch]:
    """What an accusation or a judgment says against itself."""
    return [
        Mismatch("inside", f"{sheet.document.title}：{one.message}", tuple(side(sheet, span.start, span.end) for span in one.spans))
        for sheet in sheets for one in sheet.judgment.findings
        if sheet.document.kind.form == "judgment" or one.code not in _OF_JUDGMENTS
    ]  # fmt: skip
