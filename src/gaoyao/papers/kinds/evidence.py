"""证据审查表: one row an item: where it is, whether it was shown and examined, what it carries, what was found."""

from __future__ import annotations

from gaoyao.dossier.vocabulary import Ruling
from gaoyao.law.rule import PRE_TRIAL
from gaoyao.papers.blocks import basis, case_form, closing, facts_table, instruments, unchecked
from gaoyao.papers.courtroom import in_court
from gaoyao.papers.form import Form
from gaoyao.papers.material import Material
from gaoyao.papers.sheet import Cell, Sheet
from gaoyao.review.api import Reader
from gaoyao.review.render.wording import RUNG_MEANINGS, RUNGS, told
from gaoyao.review.standing import Rung


def layout(sheet: Sheet, m: Material) -> None:
    """Fill the sheet."""
    case_form(sheet, m)
    sheet.heading("证据处境汇总")
    counts = {rung: [one.subject.id for one in m.review.items if one.rung is rung] for rung in Rung}
    rows = [
        (f"{RUNGS[rung][0]} {rung.label}", str(len(ids)), " ".join(ids), RUNG_MEANINGS[rung])
        for rung, ids in counts.items()
        if ids
    ]
    if rows:
        sheet.table(("处境", "件数", "编号", "意思"), (8, 4, 26, 20), rows)
    else:
        sheet.say("没有录入证据，这一部分未检查。")
    sheet.heading("逐件审查")
    if m.review.items:
        sheet.table(
            ("编号", "证据、种类、卷页", "当庭", "证明联系", "处境", "审查所见及出处", "依据、后果、补救"),
            (4, 11, 8, 8, 7, 18, 15),
            [_row(m, one.subject.id) for one in m.review.items],
        )
    sheet.heading("待证事实一览")
    facts_table(sheet, m)
    sheet.heading("未检查（不等于没有问题）")
    unchecked(sheet, m)
    instruments(sheet, (cited for one in m.review.findings for cited in one.citations))
    closing(sheet, ("审查人（签名）",))


def _row(m: Material, item: str) -> tuple[Cell, ...]:
    line = m.item_lines[item]
    found = m.item_findings.get(item, [])
    court = in_court(m, item) if m.review.stage not in PRE_TRIAL else ("未到庭审阶段",)
    seen = tuple(f"{one.rule.title}：{told(one)}（{m.finding_place(one)}）" for one in found)
    law = tuple(
        dict.fromkeys(
            part
            for one in found
            for part in (
                basis(one),
                f"后果：{one.rule.consequence}" if one.rule.consequence else "",
                f"补救：{one.rule.cure}" if one.rule.cure else "",
            )
            if part
        )
    )
    return (
        item,
        (m.title(item), line.type, m.place(item)),
        court,
        m.carries(item),
        (f"{RUNGS[line.rung][0]} {line.rung.label}", *_rulings(m, item)),
        seen or "未见",
        law or "—",
    )


def _rulings(m: Material, item: str) -> tuple[str, ...]:
    return tuple(
        f"{m.words(Ruling.by, one) or '作出机关未录入'}：{m.told(Ruling.outcome, one)}（{m.place(one)}）"
        for one in m.view.children("ruling", item)
    )


FORM = Form(
    "evidence-table",
    "证据审查表",
    "逐件列出卷页、出示质证、证明联系、处境、所见、依据和补救",
    tuple(Reader),
    layout,
    lambda m: "证据审查表",
    wide=True,
)
