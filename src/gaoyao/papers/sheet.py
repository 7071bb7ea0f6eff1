"""A paper being written: official layout, numbered headings, tables with repeated heads, blank signature lines.

Layout after 党政机关公文格式 (GB/T 9704—2012): A4, margins 37/35/28/26 mm, title 二号小标宋, body 三号仿宋 on
lines of 28 pt, first headings 黑体, second 楷体, page number 四号 outside.  Tables are set in 五号.  Every text
goes through `plain`, so nothing a file says can break the paper, fake a line of it or hide in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_LINE_SPACING
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from gaoyao.law.numerals import to_chinese
from gaoyao.papers.archive import settled
from gaoyao.papers.typeface import (
    BODY,
    HEADING,
    PAGE,
    SIZE_2,
    SIZE_3,
    SIZE_4,
    SIZE_5,
    SUBHEADING,
    TITLE,
    dress,
    page_number,
)
from gaoyao.review.render.markup import visible

_MARGINS = {"top_margin": 37, "bottom_margin": 35, "left_margin": 28, "right_margin": 26}
_LINE = Pt(28)
INVENTED = "虚构案例，仅供演示"
_SPACES = re.compile(r"[^\S\u3000]+")
_STRIPPED = " "
_WHOLE = 160
"""Characters of a cell up to which its row stays on one page."""
Cell = str | tuple[str, ...]
"""What stands in a cell: a text, or several one under another."""


def plain(text: str) -> str:
    """A text on one line; what no document may hold, or what reorders what is read, is shown as U+FFFD."""
    return visible(_SPACES.sub(" ", text).strip(_STRIPPED))


class Sheet:
    """One paper.  `on` is the day it is drafted; `wide` turns it to landscape; `invented` marks every page;
    `made_with` stands in the properties of the file.
    """

    def __init__(
        self,
        title: str,
        on: date,
        *,
        wide: bool = False,
        invented: bool = False,
        head: str = "",
        made_with: str = "",
    ) -> None:
        self.on = on
        self.made: Any = Document()
        self._first = self._second = 0
        self._properties(title, made_with)
        self._page(wide, "　".join(one for one in (head, INVENTED if invented else "") if one))
        self._line(title, TITLE, SIZE_2, ALIGN.CENTER, exact=Pt(34), keep=True)
        if invented:
            self._line(f"（{INVENTED}）", SUBHEADING, SIZE_3, ALIGN.CENTER)

    # ------------------------------------------------------------ the page

    def _properties(self, title: str, made_with: str) -> None:
        core = self.made.core_properties
        core.author = core.last_modified_by = core.keywords = core.subject = ""
        core.comments = made_with
        core.title, core.language, core.revision = title, "zh-CN", 1
        core.created = core.modified = datetime(self.on.year, self.on.month, self.on.day)
        core.last_printed = core.created
        package = self.made.part.package
        for ident, one in list(package.rels.items()):
            if one.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
                del package.rels[ident]

    def _page(self, wide: bool, head: str) -> None:
        section = self.made.sections[0]
        section.page_width, section.page_height = (Mm(297), Mm(210)) if wide else (Mm(210), Mm(297))
        section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
        for name, size in _MARGINS.items():
            setattr(section, name, Mm(25 if wide else size))
        section.header_distance, section.footer_distance = Mm(15), Mm(15 if wide else 28)
        self.width = section.page_width - section.left_margin - section.right_margin
        self.made.settings.odd_and_even_pages_header_footer = True
        for odd, footer, header in (
            (True, section.footer, section.header),
            (False, section.even_page_footer, section.even_page_header),
        ):
            footer.is_linked_to_previous = header.is_linked_to_previous = False
            foot, top = footer.paragraphs[0], header.paragraphs[0]
            foot.alignment = ALIGN.RIGHT if odd else ALIGN.LEFT
            self._indents(foot, right=1 if odd else 0, left=0 if odd else 1, size=SIZE_4)
            page_number(foot, PAGE, SIZE_4)
            top.alignment = ALIGN.RIGHT
            if head:
                dress(top.add_run(plain(head)), BODY, SIZE_5)
        dress(self.made.styles["Normal"], BODY, SIZE_3)
        for lang in self.made.styles.element.iter(qn("w:lang")):
            lang.set(qn("w:eastAsia"), "zh-CN")  # Chinese rules for where a line may begin and end

    # ------------------------------------------------------------ lines

    def _line(
        self,
        text: str,
        face: str,
        size: Any,
        align: Any,
        *,
        exact: Any = _LINE,
        keep: bool = False,
        indent: float = 0,
    ) -> Any:
        made = self.made.add_paragraph()
        made.alignment = align
        shape = made.paragraph_format
        shape.space_before = shape.space_after = Pt(0)
        shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, exact
        shape.keep_with_next = keep or None
        shape.widow_control = True
        self._indents(made, first=indent, size=size)
        dress(made.add_run(plain(text)), face, size)
        return made

    def _indents(
        self, paragraph: Any, *, first: float = 0, left: float = 0, right: float = 0, size: Any = SIZE_3
    ) -> None:
        """Indents in characters, as official papers count them, with their width beside it."""
        made = paragraph._p.get_or_add_pPr().get_or_add_ind()
        for name, number in (("firstLine", first), ("left", left), ("right", right)):
            if number:
                made.set(qn(f"w:{name}Chars"), str(int(number * 100)))
                made.set(qn(f"w:{name}"), str(int(number * size.pt * 20)))

    def heading(self, text: str) -> None:
        """一、… in 黑体."""
        self._first, self._second = self._first + 1, 0
        self._line(f"{to_chinese(self._first)}、{text}", HEADING, SIZE_3, ALIGN.LEFT, keep=True, indent=2)

    def subheading(self, text: str) -> None:
        """（一）… in 楷体."""
        self._second += 1
        self._line(
            f"（{to_chinese(self._second)}）{text}", SUBHEADING, SIZE_3, ALIGN.LEFT, keep=True, indent=2
        )

    def say(self, text: str, label: str = "", *, indent: float = 2, keep: bool = False) -> None:
        """A paragraph of the body; `label` stands before it in 黑体."""
        made = self._line("", BODY, SIZE_3, ALIGN.JUSTIFY, indent=indent, keep=keep)
        if label:
            dress(made.add_run(plain(label)), HEADING, SIZE_3)
        dress(made.add_run(plain(text)), BODY, SIZE_3)

    def blank(self, label: str, hint: str) -> None:
        """A field left for a person: its label, room to write, and who fills it in."""
        made = self._line("", BODY, SIZE_3, ALIGN.LEFT, indent=2)
        dress(made.add_run(plain(label)), HEADING, SIZE_3)
        dress(made.add_run(f"　　　　（{plain(hint)}）"), BODY, SIZE_3)

    def note(self, text: str, *, keep: bool = False) -> None:
        """A smaller paragraph in 楷体, for what explains the paper."""
        self._line(text, SUBHEADING, SIZE_4, ALIGN.JUSTIFY, indent=2, exact=Pt(22), keep=keep)

    def gap(self) -> None:
        """An empty line."""
        self._line("", BODY, SIZE_3, ALIGN.LEFT)

    def signed(self, names: Sequence[str]) -> None:
        """Lines to be signed by hand: nothing is filled in."""
        self._line("", BODY, SIZE_3, ALIGN.LEFT, keep=True)
        for name in names:
            self._line(f"{name}：　　　　　　　　　　", BODY, SIZE_3, ALIGN.RIGHT, keep=True)
        self._line("　　　　年　　月　　日　　", BODY, SIZE_3, ALIGN.RIGHT)

    def dated(self) -> None:
        """The day the draft was made."""
        self.note(f"草拟日期：{self.on.year}年{self.on.month}月{self.on.day}日。", keep=True)

    # ------------------------------------------------------------ tables

    def table(self, heads: Sequence[str], widths: Sequence[int], rows: Iterable[Sequence[Cell]]) -> None:
        """A ruled table; the head is repeated on every page, a row is not parted between pages unless it is very long.

        `widths` are shares of the width of the page, one for each head.
        """
        listed = [list(row) for row in rows]
        made = self.made.add_table(rows=0, cols=len(heads))
        made.style, made.alignment, made.autofit = "Table Grid", WD_TABLE_ALIGNMENT.CENTER, False
        shares = [int(self.width * share / sum(widths)) for share in widths]
        for column, share in zip(made.columns, shares, strict=True):
            column.width = share
        self._row(made, heads, shares, head=True)
        for row in listed:
            self._row(made, row, shares, head=False)
        self._small_gap()

    def pairs(
        self, rows: Sequence[tuple[str, str, str, str]], widths: Sequence[int] = (5, 14, 5, 14)
    ) -> None:
        """A form: label and value, twice on a line."""
        made = self.made.add_table(rows=0, cols=4)
        made.style, made.alignment, made.autofit = "Table Grid", WD_TABLE_ALIGNMENT.CENTER, False
        shares = [int(self.width * share / sum(widths)) for share in widths]
        for row in rows:
            self._row(made, row, shares, head=False, labels=(0, 2))
        self._small_gap()

    def _small_gap(self) -> None:
        self._line("", BODY, SIZE_5, ALIGN.LEFT, exact=Pt(10))

    def _row(
        self,
        table: Any,
        cells: Sequence[Cell],
        widths: Sequence[int],
        *,
        head: bool,
        labels: Sequence[int] = (),
    ) -> None:
        row = table.add_row()
        settings = row._tr.get_or_add_trPr()
        parts = [(cell,) if isinstance(cell, str) else cell or ("",) for cell in cells]
        if max(sum(map(len, lines)) for lines in parts) < _WHOLE:
            settings.append(OxmlElement("w:cantSplit"))
        if head:
            settings.append(OxmlElement("w:tblHeader"))
        for number, (cell, lines, width) in enumerate(zip(row.cells, parts, widths, strict=True)):
            cell.width = width
            label = head or number in labels
            for place, line in enumerate(lines):
                made = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
                made.alignment = ALIGN.CENTER if label else ALIGN.LEFT
                shape = made.paragraph_format
                shape.space_before = shape.space_after = Pt(1)
                shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.AT_LEAST, Pt(14)
                dress(made.add_run(plain(line)), HEADING if label else BODY, SIZE_5)

    # ------------------------------------------------------------ the file

    def bytes(self) -> bytes:
        """The finished docx; the same calls on the same day give the same bytes."""
        out = BytesIO()
        self.made.save(out)
        return settled(out.getvalue(), self.on)
