"""Named fonts and sizes of official papers (党政机关公文格式, GB/T 9704—2012), and how a run is given them."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

TITLE, BODY, HEADING, SUBHEADING, PAGE = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体"
LATIN = "Times New Roman"
SIZE_2, SIZE_3, SIZE_4, SIZE_5 = Pt(22), Pt(16), Pt(14), Pt(10.5)
"""二号、三号、四号、五号."""


def dress(run: Any, face: str, size: Any) -> None:
    """Give a run a Chinese face by name (eastAsia), Latin letters and digits theirs, and a size."""
    run.font.size = size
    properties = run._element.get_or_add_rPr()
    fonts = properties.find(qn("w:rFonts"))
    if fonts is None:
        fonts = OxmlElement("w:rFonts")
        properties.insert(0, fonts)
    for name in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{name}"), LATIN)
    fonts.set(qn("w:eastAsia"), face)


def page_number(paragraph: Any, face: str, size: Any) -> None:
    """— 1 —: the number of the page, counted by whatever opens the paper."""
    dress(paragraph.add_run("— "), face, size)
    for kind, text in (("begin", ""), ("", "PAGE"), ("separate", ""), ("result", "1"), ("end", "")):
        run = paragraph.add_run()
        dress(run, face, size)
        if kind == "result":
            run.text = text
            continue
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.set(qn("xml:space"), "preserve")
            part.text = f" {text} "
        run._element.append(part)
    dress(paragraph.add_run(" —"), face, size)
