"""阅卷笔录 as docx: every line with its page, findings with their articles; unverified articles never enter."""

from __future__ import annotations

from io import BytesIO

from docx import Document
from docx.document import Document as Paper
from docx.oxml.ns import qn
from docx.shared import Pt

from gaoyao.law.rule import Weight
from gaoyao.review.model import Finding, Review
from gaoyao.review.render.sections.facts import count_title
from gaoyao.review.render.sections.head import case_title
from gaoyao.review.render.wording import content, places, quotes, told
from gaoyao.web.cases.reading import Read
from gaoyao.web.cases.showing import about_item

BODY, HEADING, SIZE = "仿宋_GB2312", "黑体", 14


def reading_notes(read: Read, made_by: str) -> bytes:
    """The document.  `made_by` names who read the file; the day is that of the review."""
    review = read.review
    paper = Document()
    _fonts(paper)
    paper.core_properties.author = made_by
    paper.core_properties.title = f"{case_title(review)}阅卷笔录"
    paper.add_heading("阅卷笔录", 0)
    if review.invented:
        paper.add_paragraph("（虚构案例，仅供演示）")
    for term, words in (("案件", case_title(review)), ("诉讼阶段", review.stage_label), ("阅卷人", made_by), ("阅卷日期", review.today.isoformat()),
                        ("适用法律日", review.hearing.isoformat())):  # fmt: skip
        paper.add_paragraph(f"{term}：{words}")
    paper.add_heading("一、证据", 1)
    _evidence(paper, read, review)
    paper.add_heading("二、依法应当处理的和应当说明的", 1)
    for one in review.findings:
        if one.weight in (Weight.MANDATORY, Weight.EXPLAIN):
            _finding(paper, one)
    paper.add_heading("三、待证事实", 1)
    _points(paper, review)
    paper.add_heading("四、待查明的问题", 1)
    for number, asked in enumerate(review.questions, 1):
        paper.add_paragraph(
            f"{number}．{asked.text}（由{asked.answers}回答；涉及{'、'.join(about.name for about in asked.subjects[:6])}；{'；'.join(asked.citations)}）"
        )
    paper.add_heading("五、未检查的", 1)
    for line in review.not_checked:
        paper.add_paragraph(f"{line.what}：{line.why}")
    paper.add_paragraph("以上只记录证据和程序的情况、法律上的障碍和待查之处，不是对有罪与否的判断。")
    out = BytesIO()
    paper.save(out)
    return out.getvalue()


def _fonts(paper: Paper) -> None:
    for name, font in (("Normal", BODY), ("Heading 1", HEADING), ("Title", HEADING)):
        style = paper.styles[name]
        style.font.name = font
        style.font.size = Pt(22 if name == "Title" else SIZE + 1 if name == "Heading 1" else SIZE)
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)


def _evidence(paper: Paper, read: Read, review: Review) -> None:
    heads = ("编号", "证据", "种类", "页码", "处境", "要点和问题")
    table = paper.add_table(rows=1, cols=len(heads))
    table.style = "Table Grid"
    for cell, words in zip(table.rows[0].cells, heads, strict=True):
        cell.text = words
    summary = read.view.cells.get("item.summary", {})
    for one in review.items:
        live = summary.get(one.subject.id)
        said = [live.value] if live is not None and isinstance(live.value, str) else []
        said += [
            f"{found.rule.title}（{_articles(found)}）"
            for found in about_item(read, review, one.subject.id)
            if _articles(found)
        ]
        cells = (
            one.subject.id,
            content(one.subject),
            one.type,
            one.page or "未录入",
            one.rung.label,
            "\n".join(said),
        )
        for cell, words in zip(table.add_row().cells, cells, strict=True):
            cell.text = words
    if not review.items:
        paper.add_paragraph("没有录入证据，这一部分未检查。")


def _articles(one: Finding) -> str:
    """The articles that were read against their text; the others do not enter a paper."""
    return "；".join(cited.brief for cited in one.citations if cited.verified)


def _finding(paper: Paper, one: Finding) -> None:
    articles = _articles(one)
    if not articles:
        return
    spots = (
        "；".join([*places(one.sources), *(f"原文：“{words}”" for words in quotes(one.sources))])
        or "卷内没有，无页码"
    )
    paper.add_paragraph(
        f"{one.id}　{one.rule.title}（{one.weight.label}）　{one.subject.name}", style="List Bullet"
    )
    paper.add_paragraph(
        f"理由：{told(one)}\n后果：{one.rule.consequence}\n依据：{articles}\n出处：{spots}"
        + (f"\n补救：{one.rule.cure}" if one.rule.cure else "")
    )


def _points(paper: Paper, review: Review) -> None:
    titles = {one.id: one.rule.title for one in review.findings}
    for one in review.points:
        why = "、".join(dict.fromkeys([*(titles[i] for i in (*one.legal, *one.hints)), *one.pending]))
        items = (
            "、".join(
                f"{row.item.id}（{row.page or '页码未录入'}{'，反对' if not row.supports else ''}）"
                for row in one.supports
            )
            or "没有录入证据"
        )
        paper.add_paragraph(
            f"{count_title(one)}　{content(one.fact)}：{one.state.label}"
            + (f"（{why}）" if why else "")
            + f"。证据：{items}"
        )
    if not review.points:
        paper.add_paragraph("没有录入待证事实，事实部分未检查。")
