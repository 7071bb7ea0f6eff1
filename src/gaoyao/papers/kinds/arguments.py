"""辩护意见采纳情况表: every argument, its answer, its reason and their pages; what nobody answered is marked."""

from __future__ import annotations

from gaoyao.dossier.vocabulary import Argument, Motion, Restriction, Ruling
from gaoyao.law.citation import cite
from gaoyao.papers.blocks import basis, case_form, closing, instruments
from gaoyao.papers.form import Form
from gaoyao.papers.material import Material
from gaoyao.papers.quotable import in_full, quotable
from gaoyao.papers.sheet import Cell, Sheet
from gaoyao.review.api import Reader
from gaoyao.review.render.wording import told

OWED = (cite("spc2013", 14), cite("spc2021", 300))
"""The answer that is owed: whether an argument is accepted, and why."""
ANSWERED, UNANSWERED, UNREASONED, NOT_KNOWN = (
    "○ 已回应并说明理由",
    "■ 没有回应",
    "▲ 已回应，没有说明理由",
    "△ 有无回应未录入",
)


def answer_of(m: Material, one: str) -> str:
    """What became of an argument.  Unknown is never taken for unanswered, nor for answered."""
    answered, reasoned = m.code(Argument.answered, one), m.code(Argument.reasoned, one)
    if answered is False:
        return UNANSWERED
    if answered is None:
        return NOT_KNOWN
    if reasoned is False:
        return UNREASONED
    return ANSWERED if reasoned is True else "△ 已回应，有无理由未录入"


def layout(sheet: Sheet, m: Material) -> None:
    """Fill the sheet."""
    case_form(sheet, m)
    sheet.heading("辩解、辩护意见及回应")
    found = m.subjects("argument")
    owed = quotable(one for one in OWED if one.in_force(m.review.hearing))
    if owed:
        sheet.say(f"{in_full(owed)}要求对辩解、辩护意见说明采纳与否及理由。")
    if not found:
        sheet.say("没有录入辩解、辩护意见。没有录入不等于没有提出，请核对庭审笔录和辩护词。")
    else:
        answers = [answer_of(m, one) for one in found]
        told_counts = "；".join(
            f"{state[0]} {state[2:]} {answers.count(state)}项" for state in dict.fromkeys(answers)
        )
        sheet.say(f"共{len(found)}项：{told_counts}。")
        sheet.table(
            ("编号", "提出人、类型", "意见内容及出处", "涉及证据、事实", "回应情况", "回应内容", "回应卷页"),
            (4, 8, 18, 9, 8, 16, 7),
            [_row(m, one, answer) for one, answer in zip(found, answers, strict=True)],
        )
    _motions(sheet, m)
    _restrictions(sheet, m)
    about = [
        one
        for one in m.review.findings
        if one.subject.kind in ("argument", "motion", "restriction", "favourable")
    ]
    sheet.heading("检查所见")
    if not about:
        sheet.say("关于辩护意见，本次检查没有发现。")
    for number, one in enumerate(about, 1):
        sheet.say(
            f"{told(one)}（出处：{m.finding_place(one)}）依据：{basis(one)}", f"{number}．{one.rule.title}："
        )
    instruments(sheet, (*owed, *(cited for one in about for cited in one.citations)))
    closing(sheet, ("承办人（签名）",))


def _row(m: Material, one: str, answer: str) -> tuple[Cell, ...]:
    about = "、".join([*m.refs(Argument.items, one), *m.refs(Argument.facts, one)]) or "—"
    who = tuple(part for part in (m.told(Argument.by, one), m.words(Argument.substance, one)) if part)
    return (
        one,
        who,
        (m.told(Argument.text, one), m.place(one)),
        about,
        answer,
        m.words(Argument.answer, one) or "（空白待填）",
        m.words(Argument.answer_page, one) or ("未记页码" if answer not in (UNANSWERED, NOT_KNOWN) else "—"),
    )


def _motions(sheet: Sheet, m: Material) -> None:
    sheet.heading("排除非法证据申请及处理")
    found = m.subjects("motion")
    if not found:
        sheet.say("没有录入排除非法证据的申请。")
        return
    rows = []
    for one in found:
        items = m.refs(Motion.items, one)
        rulings = tuple(
            f"{item}：{m.told(Ruling.outcome, ruling)}（{m.place(ruling)}）"
            for item in items
            for ruling in m.view.children("ruling", item)
        )
        rows.append(
            (
                one,
                m.told(Motion.by, one),
                m.told(Motion.filed_on, one),
                m.place(one),
                "、".join(items) or "未录入",
                m.told(Motion.clue, one),
                m.told(Motion.inquiry_closed, one),
                rulings or "△ 处理结果未录入",
            )
        )
    sheet.table(
        ("编号", "提出人", "日期", "卷页", "涉及证据", "有线索或材料", "调查已终结", "处理结果"),
        (4, 7, 7, 9, 9, 7, 7, 18),
        rows,
    )


def _restrictions(sheet: Sheet, m: Material) -> None:
    found = m.subjects("restriction")
    if not found:
        return
    sheet.heading("限制发问、质证、辩论的情形")
    rows = [
        (
            one,
            m.told(Restriction.about, one),
            m.place(one),
            m.told(Restriction.reason_recorded, one),
            m.told(Restriction.reason_lawful, one),
        )
        for one in found
    ]
    sheet.table(("编号", "内容", "卷页", "笔录记载理由", "理由有法律依据"), (4, 26, 10, 8, 8), rows)


FORM = Form(
    "arguments",
    "辩护意见采纳情况表",
    "每项辩护意见的回应、理由和卷页，没有回应的标出",
    tuple(Reader),
    layout,
    lambda m: "辩护意见采纳情况表",
    wide=True,
)
