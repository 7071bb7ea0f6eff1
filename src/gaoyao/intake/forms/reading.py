"""One document through the reader of its form."""

from __future__ import annotations

from collections.abc import Callable

from gaoyao.dossier.model import Absent
from gaoyao.intake.documents.cut import Sheet
from gaoyao.intake.forms import expert, papers, questioning, records
from gaoyao.intake.forms.base import Form, Reader

READERS: dict[str, Callable[[Reader], Form]] = {
    "interrogation": questioning.interrogation, "inquiry": questioning.inquiry, "identification": records.identification, "taking": records.taking,
    "arrival": records.arrival, "appraisal": expert.appraisal, "told": expert.told, "dated": papers.dated, "note": papers.note,
    "extraction_log": papers.extraction_log, "body_check": papers.body_check, "recording": papers.recording, "motion": papers.motion,
    "hearing": papers.hearing, "supplement": papers.supplement,
}  # fmt: skip


def read_form(sheet: Sheet) -> Form:
    """What the form of this document says; an empty Form where no reader knows it.

    Of a document that was not read whole nothing is said to be missing: nobody has looked at all of it.
    """
    read = READERS.get(sheet.document.kind.form)
    if read is None or not sheet.raw.strip():
        return Form()
    form = read(Reader(sheet))
    if sheet.document.incomplete:
        form.cells = [cell for cell in form.cells if not isinstance(cell.value, Absent)]
    return form
