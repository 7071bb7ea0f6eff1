"""审查报告: the whole review as an official report; conclusions and opinions are left to the people who sign."""

from __future__ import annotations

from gaoyao.dossier.vocabulary import Accused, Argument, Arrival, Case, Instance, Item, Step, Supplement
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
from gaoyao.papers.kinds.arguments import answer_of
from gaoyao.papers.material import Material
from gaoyao.papers.quotable import briefly, from_briefs, of_question
from gaoyao.papers.sheet import Sheet
from gaoyao.review.api import Reader
from gaoyao.review.model import FactState
from gaoyao.review.render.wording import RUNGS, at
from gaoyao.review.standing import Rung

_ATTENTION = tuple(rung for rung in Rung if rung not in (Rung.USABLE, Rung.CURED))


def layout(sheet: Sheet, m: Material) -> None:
    """Fill the sheet."""
    case_form(sheet, m)
    sheet.heading("案件由来和诉讼经过")
    _course(sheet, m)
    sheet.heading("被告人（犯罪嫌疑人）")
    _accused(sheet, m)
    sheet.heading("待证事实")
    _facts(sheet, m)
    sheet.heading("证据审查")
    _evidence(sheet, m)
    for heading, weight in (
        ("依法应当处理的发现", Weight.MANDATORY),
        ("应当说明的发现", Weight.EXPLAIN),
        ("风险提示", Weight.RISK),
    ):
        sheet.heading(f"{heading}（{sum(one.weight is weight for one in m.review.findings)}项）")
        findings_of(sheet, m, weight)
    sheet.heading("矛盾、疑点和其他可能")
    registers(sheet, m)
    sheet.heading("有利于被告人的证据")
    ledger(sheet, m)
    sheet.heading("辩护意见及回应")
    _arguments(sheet, m)
    sheet.heading("期限")
    _deadlines(sheet, m)
    sheet.heading("尚待查明")
    _questions(sheet, m)
    sheet.heading("未检查（不等于没有问题）")
    unchecked(sheet, m)
    sheet.heading("审查情况")
    _outcome(sheet, m)
    cited = [one for found in m.review.findings for one in found.citations]
    cited += [one for line in m.review.deadlines for one in from_briefs(line.citations)]
    cited += [one for question in m.review.questions for one in of_question(question, m.review)]
    instruments(sheet, cited)
    closing(sheet, ("承办人（签名）",))


def _course(sheet: Sheet, m: Material) -> None:
    steps = m.subjects("step")
    if steps:
        sheet.table(
            ("日期", "事项", "对象", "文书", "卷页"),
            (9, 12, 8, 12, 10),
            [
                (
                    m.told(Step.happened, one),
                    m.told(Step.event, one),
                    "、".join(m.name(who) for who in m.refs(Step.accused, one)) or "全案",
                    " ".join(part for part in (m.words(Step.paper, one), m.words(Step.number, one)) if part)
                    or "—",
                    m.place(one),
                )
                for one in steps
            ],
        )
    else:
        sheet.say("没有录入程序事项。")
    for number, one in enumerate(m.subjects("instance"), 1):
        sheet.say(
            f"{m.told(Instance.court, one)}，{m.told(Instance.decided_on, one)}，{m.told(Instance.result, one)}（{m.place(one)}）。",
            f"以往审次{number}．",
        )
    for number, one in enumerate(m.subjects("supplement"), 1):
        sheet.say(
            f"{m.told(Supplement.by, one)}；书面提出：{m.told(Supplement.written, one)}；已提交书面材料：{m.told(Supplement.answered, one)}（{m.place(one)}）。",
            f"补充调查{number}．",
        )


def _accused(sheet: Sheet, m: Material) -> None:
    if not m.subjects("accused"):
        sheet.say("没有录入被告人。")
    for number, one in enumerate(m.subjects("accused"), 1):
        told = [
            f"出生日期{m.told(Accused.born_on, one)}",
            f"有辩护人：{m.told(Accused.has_defender, one)}",
            f"认罪认罚：{m.told(Accused.pleads_guilty, one)}",
        ]
        sheet.say(
            f"{'；'.join(told)}（{m.place(one)}）。", f"{number}．{m.words(Accused.name, one) or one}："
        )
        for arrival in m.view.children("arrival", one):
            sheet.say(
                f"{m.told(Arrival.happened, arrival)}，{m.told(Arrival.manner, arrival)}（{m.place(arrival)}）。",
                "到案经过：",
            )


def _facts(sheet: Sheet, m: Material) -> None:
    if m.review.points:
        states = "；".join(
            f"{state.label}{sum(one.state is state for one in m.review.points)}个" for state in FactState
        )
        sheet.say(
            f"共{len(m.review.points)}个待证点（每一被告人、每一起、每一罪名分别看）：{states}。“未见障碍”只表示本次检查的必要条件没有落空。"
        )
    facts_table(sheet, m)


def _evidence(sheet: Sheet, m: Material) -> None:
    if not m.review.items:
        sheet.say("没有录入证据，这一部分未检查。")
        return
    told = "；".join(
        f"{rung.label}{number}件"
        for rung in Rung
        if (number := sum(one.rung is rung for one in m.review.items))
    )
    sheet.say(
        f"录入证据{len(m.review.items)}件：{told}。全案证据已录入齐全：{m.of_case(Case.evidence_complete)}。"
    )
    rows = [
        (
            one.subject.id,
            (m.title(one.subject.id), one.type),
            m.place(one.subject.id),
            f"{RUNGS[one.rung][0]} {one.rung.label}",
            tuple(found.rule.title for found in m.item_findings.get(one.subject.id, []))
            or "待查明的问题见后",
            m.carries(one.subject.id),
        )
        for one in m.review.items
        if one.rung in _ATTENTION
    ]
    if rows:
        sheet.say("以下证据的处境须注意：", keep=True)
        sheet.table(("编号", "证据、种类", "卷页", "处境", "理由", "证明联系"), (4, 10, 8, 8, 13, 10), rows)
    clear = [
        f"{one.subject.id}{m.title(one.subject.id)}（{m.place(one.subject.id)}）"
        for one in m.review.items
        if one.rung not in _ATTENTION
    ]
    if clear:
        sheet.say("；".join(clear) + "。", "其余证据未见不得使用的情形：")
    statements = [one for one in m.subjects("item") if m.code(Item.admits, one) is not None]
    if statements:
        admit = "；".join(
            f"{m.title(one)}（{m.place(one)}）承认：{m.told(Item.admits, one)}" for one in statements
        )
        sheet.say(f"{admit}。", "供述和辩解：")


def _arguments(sheet: Sheet, m: Material) -> None:
    found = m.subjects("argument")
    if not found:
        sheet.say("没有录入辩解、辩护意见。没有录入不等于没有提出。")
        return
    sheet.table(
        ("编号", "意见及出处", "回应情况", "回应内容、卷页"),
        (4, 20, 10, 18),
        [
            (
                one,
                (m.told(Argument.text, one), m.place(one)),
                answer_of(m, one),
                (m.words(Argument.answer, one) or "（空白待填）", m.words(Argument.answer_page, one)),
            )
            for one in found
        ],
    )


def _deadlines(sheet: Sheet, m: Material) -> None:
    if not m.review.deadlines:
        sheet.say("没有录入可以起算期限的程序事项，期限未检查。")
        return
    rows = [
        (
            one.title,
            one.accused or "全案",
            at(one.started),
            at(one.due) or "不能计算",
            one.status_label,
            one.page or "未记页码",
            briefly(from_briefs(one.citations)) or "—",
        )
        for one in m.review.deadlines
    ]
    sheet.table(("期限", "对象", "起算", "届满", "状态", "卷页", "依据"), (10, 6, 8, 8, 9, 8, 10), rows)


def _questions(sheet: Sheet, m: Material) -> None:
    if not m.review.questions:
        sheet.say("按已经录入的内容，没有待查明的问题。")
    for number, one in enumerate(m.review.questions, 1):
        places = [
            f"{subject.name}" + (f"，{where}" if (where := m.subject_place(subject)) else "")
            for subject in one.subjects
        ]
        cited = briefly(of_question(one, m.review))
        sheet.say(
            f"{one.text}由{one.answers}回答。"
            + (f"涉及：{'；'.join(places)}。" if places else "")
            + (f"依据：{cited}。" if cited else ""),
            f"{number}．",
        )


def _outcome(sheet: Sheet, m: Material) -> None:
    certificate = m.review.certificate
    if certificate.granted:
        sheet.say("未见障碍：本次运行的检查没有发现法律障碍，也没有未检查的部分。这不是对有罪与否的判断。")
    else:
        sheet.say("不出具“未见障碍”，因为：" + "；".join(certificate.withheld_because) + "。")
    sheet.blank("承办人意见：", "空白，由承办人填写并写明理由")
    sheet.blank("审核、评议意见：", "空白，由有权的人员或者组织填写")


FORM = Form(
    "report",
    "审查报告",
    "诉讼经过、待证事实、证据审查、发现、辩护意见、期限、待查；结论和意见留空",
    (Reader.JUDGE, Reader.PROSECUTOR, Reader.REVIEWER, Reader.DEFENDER),
    layout,
    lambda m: "审查报告",
)
