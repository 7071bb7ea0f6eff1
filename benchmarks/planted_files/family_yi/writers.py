"""Write papers to bytes: docx, text, PDF; the same paper gives the same bytes."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt
from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped]
from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
from reportlab.pdfbase.cidfonts import UnicodeCIDFont  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from benchmarks.planted_files.family_yi.model import Block, Paper, fold
from benchmarks.planted_files.family_yi.scans import scan

STAMPED = (2021, 1, 1, 8, 0, 0)
PER_PAGE = 1000  # characters of a docx or txt counted as one page
EXTENSION = {"docx": ".docx", "utf8": ".txt", "gbk": ".txt", "pdf": ".pdf", "jpg": ".jpg"}


def zipped(members: list[tuple[str, bytes]]) -> bytes:
    """A zip of the members in their order, with one fixed time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            info = zipfile.ZipInfo(name, STAMPED)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return out.getvalue()


def plain(paper: Paper) -> str:
    """The paper as an office system exports it to text: tables drawn with bars."""
    lines: list[str] = []
    for block in paper.blocks:
        if block.kind == "title":
            lines += ["        " + block.text, ""]
        elif block.kind == "right":
            lines.append("                    " + block.text)
        elif block.kind == "table":
            lines += ["|" + "|".join(row) + "|" for row in block.rows]
        else:
            lines.append(block.text)
    return "\r\n".join(lines) + "\r\n"


def write(paper: Paper, seed: int) -> tuple[bytes, int]:
    """The bytes of one paper and the pages it counts."""
    if paper.fmt == "docx":
        return _docx(paper), -(-sum(map(_length, paper.blocks)) // PER_PAGE)
    if paper.fmt in ("utf8", "gbk"):
        text = plain(paper)
        return text.encode("gb18030" if paper.fmt == "gbk" else "utf-8"), -(-len(text) // PER_PAGE)
    if paper.fmt == "jpg":
        return scan(paper, seed), 1
    return _pdf(paper)


def _length(block: Block) -> int:
    return len(block.text) + sum(len(cell) for row in block.rows for cell in row)


def _docx(paper: Paper) -> bytes:
    document = Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = "仿宋_GB2312", Pt(14)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "仿宋_GB2312")
    for block in paper.blocks:
        if block.kind == "table":
            table = document.add_table(rows=0, cols=max(map(len, block.rows)), style="Table Grid")
            for row in block.rows:
                cells = table.add_row().cells
                for cell, text in zip(cells, row, strict=False):
                    cell.text = text
                if len(row) < len(cells):  # a short row runs to the edge
                    cells[len(row) - 1].merge(cells[-1])
            continue
        paragraph = document.add_paragraph()
        run = paragraph.add_run(block.text)
        if block.kind == "title":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            run.bold, run.font.size = True, Pt(20)
        elif block.kind == "right":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    core = document.core_properties
    core.author, core.title, core.comments = "", "", ""
    core.created = core.modified = datetime(*STAMPED)
    raw = io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as archive:
        return zipped([(name, archive.read(name)) for name in archive.namelist()])


def _pdf_lines(paper: Paper) -> list[tuple[str, str]]:
    lines: list[tuple[str, str]] = []
    for block in paper.blocks:
        if block.kind == "table":
            lines += [("row", "　".join(row)) for row in block.rows]
        elif block.kind == "p":
            lines += [("p", line) for line in fold("　　" + block.text, 34)]
        else:
            lines.append((block.kind, block.text))
    return lines


def _pdf(paper: Paper) -> tuple[bytes, int]:
    if "STSong-Light" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    width, height = A4
    pages, y = 1, height - 72
    for kind, text in _pdf_lines(paper):
        if y < 72:
            canvas.drawCentredString(width / 2, 40, str(pages))
            canvas.showPage()
            pages, y = pages + 1, height - 72
        if kind == "title":
            canvas.setFont("STSong-Light", 18)
            canvas.drawCentredString(width / 2, y, text)
            y -= 34
            continue
        canvas.setFont("STSong-Light", 12.5 if kind == "p" or len(text) < 36 else 9)
        if kind == "right":
            canvas.drawRightString(width - 76, y, text)
        else:
            canvas.drawString(76, y, text)
        y -= 21
    canvas.drawCentredString(width / 2, 40, str(pages))
    canvas.save()
    return out.getvalue(), pages
