"""Every kind of paper by name, and how one is written."""

from __future__ import annotations

from datetime import date

from gaoyao.dossier.chain import MAIN, PartKey
from gaoyao.dossier.view import View
from gaoyao.papers.form import Form
from gaoyao.papers.kinds import (
    application,
    arguments,
    decision,
    deliberation,
    evidence,
    notes,
    outline,
    report,
)
from gaoyao.papers.material import Material
from gaoyao.papers.sheet import Sheet
from gaoyao.review.api import Reader
from gaoyao.review.api import review as review_again
from gaoyao.review.model import Review
from gaoyao.review.provenance import provenance

FORMS: tuple[Form, ...] = (
    notes.FORM,
    evidence.FORM,
    outline.FORM,
    application.FORM,
    decision.FORM,
    arguments.FORM,
    report.FORM,
    deliberation.FORM,
)
ALIASES = {
    "补充调查建议": "outline",
    "书面补充调查建议": "outline",
    "补充调查建议书": "outline",
    "补充调查提纲": "outline",
    "排除非法证据决定书": "exclusion-decision",
}
_HEAD = "草稿，经核对签名后使用"


class PaperError(ValueError):
    """A paper cannot be asked for in this way; the words say what can be."""


class NothingToWriteError(Exception):
    """The case holds nothing that belongs into the paper; the words say why."""


def form(name: str) -> Form:
    """The kind of paper called `name`, in Chinese or English.  Raises PaperError with the list of all."""
    wanted = ALIASES.get(name, name)
    found = next((one for one in FORMS if wanted in (one.id, one.label)), None)
    if found is None:
        known = "、".join(f"{one.label}（{one.id}）" for one in FORMS)
        raise PaperError(f"没有“{name}”这种文书。可以写的有：{known}。")
    return found


def reader(wanted: Form, role: Reader | None) -> Reader:
    """Who writes: `role`, or the paper's usual writer.  Raises PaperError where that reader does not write it."""
    if role is None:
        return wanted.readers[0]
    if role not in wanted.readers:
        may = "、".join(one.label for one in wanted.readers)
        raise PaperError(
            f"“{wanted.label}”由{may}制作，{role.label}不制作这种文书；请改用 --as {wanted.readers[0].label}。"
        )
    return role


def parts(wanted: Form, role: Reader, readable: frozenset[PartKey]) -> frozenset[PartKey]:
    """The parts a paper is made from: all its writer may read, or for an outgoing one what may leave with it."""
    return readable if not wanted.outgoing or role is Reader.DEFENDER else readable & {MAIN}


def _leaving(wanted: Form, made: Review, view: View) -> tuple[Review, View]:
    """The review and view of the parts the paper may be made from; run again where the given ones hold more."""
    role = Reader(made.role)
    allowed = parts(wanted, role, view.parts)
    if allowed == view.parts:
        return made, view
    narrow = View(view.log, allowed)
    switches = {one.interpretation: one.school for one in made.schools if not one.by_default}
    hearing = made.hearing if made.hearing_entered else None
    return review_again(narrow, made.today, made.stage, hearing, switches, role), narrow


def paper(wanted: Form, review: Review, view: View, file: str, on: date) -> bytes:
    """The finished docx of a review of `view`; `file` names the case file, `on` is the day of the draft.

    An outgoing paper is made from the main part alone, whatever else `view` holds.  The same arguments give the same bytes.  Raises NothingToWriteError when the case holds nothing for this paper.
    """
    review, view = _leaving(wanted, review, view)
    material = Material(review, view, file)
    why = wanted.lacking(material)
    if why:
        raise NothingToWriteError(why)
    made_with = provenance().told()
    sheet = Sheet(
        wanted.title(material),
        on,
        wide=wanted.wide,
        invented=review.invented,
        head=_HEAD,
        made_with=made_with,
    )
    wanted.layout(sheet, material)
    return sheet.bytes()
