"""阅卷笔录: the items group by group with page, standing and what they carry; then findings, registers, gaps."""

from __future__ import annotations

from gaoyao.dossier.vocabulary import Group, Item
from gaoyao.law.rule import Weight
from gaoyao.papers.blocks import (
    case_form,
    closing,
    facts_table,
    findings_of,
    instruments,
    ledger,
    registers,
    unchecked,
)
from gaoyao.papers.form import Form
from gaoyao.papers.material import Material
from gaoyao.papers.sheet import Cell, Sheet
from gaoyao.review.api import Reader
from gaoyao.review.render.wording import RUNGS

UNGROUPED = "未编入证据组的证据"


def groups_of(m: Material) -> list[tuple[str, list[str]]]:
    """(name of the group, ids of its items) in the order of the file; items without a group come last."""
    members: dict[str, list[str]] = {one: [] for one in m.subjects("group")}
    loose: list[str] = []
    for item in m.subjects("item"):
        group = next((one for one in m.refs(Item.group, item) if one in members), "")
        (members[group] if group else loose).append(item)
    named = [(m.words(Group.title, one) or f"证据组 {one}", items) for one, items in members.items() if items]
    return [*named, (UNGROUPED, loose)] if loose else named


def layout(sheet: Sheet, m: Material) -> None:
    """Fill the sheet."""
    case_form(sheet, m)
    sheet.heading("证据摘录")
    if not m.review.items:
        sheet.say("没有录入证据，这一部分未检查。")
    for name, items in groups_of(m):
        sheet.subheading(f"{name}（{len(items)}件）")
        sheet.table(
            ("编号", "证据、种类、卷页", "要点", "证明联系", "处境、发现"),
            (4, 12, 15, 11, 11),
            [_row(m, one) for one in items],
        )
    sheet.heading("待证事实一览")
    facts_table(sheet, m)
    sheet.heading("检查所见")
    for weight in Weight:
        number = sum(one.weight is weight for one in m.review.findings)
        if number:
            sheet.say(f"以下{number}项属“{weight.label}”。", keep=True)
            findings_of(sheet, m, weight)
    if not m.review.findings:
        sheet.say("本次检查没有发现。没有发现不等于没有问题，见“未检查”。")
    sheet.heading("矛盾、疑点和其他可能")
    registers(sheet, m)
    sheet.heading("有利于被告人的证据")
    ledger(sheet, m)
    sheet.heading("未检查（不等于没有问题）")
    unchecked(sheet, m)
    instruments(sheet, (cited for one in m.review.findings for cited in one.citations))
    closing(sheet, ("阅卷人（签名）",))


def _row(m: Material, item: str) -> tuple[Cell, ...]:
    line = m.item_lines[item]
    ids = "、".join(one.id for one in m.item_findings.get(item, []))
    found = tuple(dict.fromkeys(one.rule.title for one in m.item_findings.get(item, [])))
    standing = f"{RUNGS[line.rung][0]} {line.rung.label}"
    return (
        item,
        (m.title(item), line.type, m.place(item)),
        m.words(Item.summary, item) or "要点未录入",
        m.carries(item),
        (standing, *found, *((f"见发现{ids}",) if ids else ())),
    )


FORM = Form(
    "notes",
    "阅卷笔录",
    "证据分组摘录，每件的卷页、处境、证明什么、有何发现",
    tuple(Reader),
    layout,
    lambda m: "阅卷笔录",
)
