"""Papers made for the tests, and their words as a reader of the document sees them."""

from __future__ import annotations

from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document

from gaoyao.commands.reviewing import parts_for
from gaoyao.dossier.chain import MAIN
from gaoyao.dossier.exchange import load
from gaoyao.dossier.view import View
from gaoyao.papers import FORMS, NothingToWriteError, form, paper, parts, reader
from gaoyao.papers.material import Material
from gaoyao.review.api import Reader, review

DEMO = Path(__file__).parents[2] / "demo"
CASES = sorted(path.name for path in DEMO.glob("*.yaml"))
IN_DEMO = tuple(one for one in FORMS if one.id != "deliberation")
"""The demonstration cases hold no deliberation; test_deliberation.py writes that paper from a case of its own."""
KINDS = [one.label for one in IN_DEMO]
ON = date(2024, 5, 1)


@cache
def material(name: str, role: Reader, main_only: bool = False) -> Material:
    """A demonstration case as one reader reads it."""
    log = load(DEMO / name).log
    view = View(log, frozenset({MAIN}) if main_only else parts_for(log, role, ""))
    return Material(review(view, ON, role=role), view, name)


@cache
def made(name: str, kind: str) -> bytes | None:
    """The paper of a demonstration case by its usual writer; None where there is nothing to write."""
    wanted = form(kind)
    who = reader(wanted, None)
    m = material(name, who, wanted.outgoing and who is not Reader.DEFENDER)
    try:
        return paper(wanted, m.review, m.view, name, ON)
    except NothingToWriteError:
        return None


@cache
def reviewed(text: str, kind: str, who: Reader, on: date) -> Material:
    """A case given as text as the writer of a paper may use it."""
    log = load(text).log
    view = View(log, parts(form(kind), who, parts_for(log, who, "")))
    return Material(review(view, on, role=who), view, "案卷.yaml")


def written(text: str, kind: str, role: Reader | None = None, on: date = ON) -> bytes:
    """The paper of a case given as text.  Raises NothingToWriteError."""
    wanted = form(kind)
    m = reviewed(text, kind, reader(wanted, role), on)
    return paper(wanted, m.review, m.view, m.file, on)


def opened(package: bytes) -> Any:
    """The document."""
    return Document(BytesIO(package))


def lines(package: bytes) -> list[str]:
    """Every paragraph: of the body, of each cell, of headers and footers."""
    document = opened(package)
    out = [one.text for one in document.paragraphs]
    for table in document.tables:
        out += [one.text for row in table.rows for cell in row.cells for one in cell.paragraphs]
    for section in document.sections:
        for part in (section.header, section.even_page_header, section.footer, section.even_page_footer):
            out += [one.text for one in part.paragraphs]
    return out


@cache
def words(name: str, kind: str) -> str:
    """All words of a paper of a demonstration case; '' where there is none."""
    package = made(name, kind)
    return "" if package is None else "\n".join(lines(package))
