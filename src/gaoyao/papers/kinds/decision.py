"""排除非法证据决定书（草稿）: everything but the decision.  The outcome is left to a named body; the machine never decides."""

from __future__ import annotations

from gaoyao.dossier.vocabulary import Motion, Ruling
from gaoyao.law.rule import PRE_TRIAL
from gaoyao.papers.form import Form
from gaoyao.papers.kinds.exclusion import (
    EXCLUDE,
    INQUIRE,
    PROVE,
    REPORT,
    challenged,
    in_force,
    ruled,
    taken,
)
from gaoyao.papers.material import Material
from gaoyao.papers.quotable import in_full, quotable
from gaoyao.papers.sheet import Sheet
from gaoyao.review.api import Reader
from gaoyao.review.render.wording import told

_INQUIRY = (
    ("申请人提供线索或者材料", Motion.clue),
    ("办案人员对合法性有疑问", Motion.court_doubts),
    ("调查已经终结", Motion.inquiry_closed),
    ("控方只提交说明材料", Motion.only_note),
)


def disputed(m: Material) -> list[str]:
    """Ids of items to be decided: a ground was found or somebody applied, and nobody has ruled; in the file's order."""
    wanted = {one.item for one in challenged(m)}
    wanted |= {item for one in m.subjects("motion") for item in m.refs(Motion.items, one)}
    return [
        one.subject.id for one in m.review.items if one.subject.id in wanted and not ruled(m, one.subject.id)
    ]


def layout(sheet: Sheet, m: Material) -> None:
    """Fill the sheet."""
    items, grounds = disputed(m), {one.item: one.grounds for one in challenged(m)}
    sheet.blank("决定机关：", "作出决定的机关和文书号，由其填写")
    sheet.say(f"{m.review.title or '未录入'}；{m.accused}；{m.charges}；案号：{m.number}", "案件：")
    sheet.heading("申请和疑问")
    _motions(sheet, m, items)
    sheet.heading("争议的证据及调查所见")
    for item in items:
        sheet.subheading(f"{m.title(item)}（证据{item}，{m.item_lines[item].type}）")
        sheet.say(f"{m.place(item)}。", "卷页：")
        for line in taken(m, item):
            sheet.say(line, "取证情况：")
        for one in grounds.get(item, ()):
            sheet.say(f"{told(one)}（出处：{m.finding_place(one)}）", f"已现的理由（{one.rule.title}）：")
            sheet.say(f"{in_full(quotable(one.citations))}。", "所涉规定：")
            if one.rule.cure:
                sheet.say(one.rule.cure, "可以怎样查明、补救：")
        if item not in grounds:
            sheet.say("录入的内容里没有见到应当排除的理由；申请的理由见申请书。", "检查所见：")
        sheet.blank("控方的说明和证明：", "由决定机关填写")
    sheet.heading("所依程序")
    rules = REPORT if m.review.stage in PRE_TRIAL else (*INQUIRE, *PROVE, *EXCLUDE)
    cited = in_force(rules, m)
    sheet.say(f"{in_full(cited)}。" if cited else "适用法律日有效的条文没有编入，由决定机关填写。")
    sheet.heading("决定（空白，由决定机关逐件填写）")
    sheet.table(
        ("证据", "结论（勾选其一）", "理由（必填）"),
        (10, 12, 24),
        [
            (
                (f"{item} {m.title(item)}", m.place(item)),
                ("□ 予以排除", "□ 不予排除", "□ 继续调查"),
                ("", "", ""),
            )
            for item in items
        ],
    )
    sheet.note("是否排除只由有权机关决定。软件列出理由和规定，不作结论；结论和理由空白的，不是决定。")
    _done(sheet, m)
    sheet.dated()
    sheet.signed(("决定人员（签名）", "决定机关（印章）"))


def _motions(sheet: Sheet, m: Material, items: list[str]) -> None:
    found = [one for one in m.subjects("motion") if set(m.refs(Motion.items, one)) & set(items)]
    if not found:
        sheet.say("没有录入申请；以下证据由检查发现应当排除的理由，须依职权审查。")
    for number, one in enumerate(found, 1):
        inquiry = "；".join(f"{label}：{m.told(field, one)}" for label, field in _INQUIRY)
        sheet.say(
            f"{m.told(Motion.by, one)}于{m.told(Motion.filed_on, one)}提出，涉及证据{'、'.join(m.refs(Motion.items, one))}（{m.place(one)}）。{inquiry}。",
            f"{number}．",
        )


def _done(sheet: Sheet, m: Material) -> None:
    done = [(one.subject.id, ruled(m, one.subject.id)) for one in m.review.items if ruled(m, one.subject.id)]
    if not done:
        return
    sheet.heading("案卷中已有的裁定（不再列入）")
    rows = [
        (
            f"{item} {m.title(item)}",
            m.told(Ruling.outcome, one),
            m.told(Ruling.by, one),
            m.told(Ruling.ruled_on, one),
            m.words(Ruling.reason, one) or "未录入",
            m.place(one),
        )
        for item, one in done
    ]
    sheet.table(("证据", "结论", "机关", "日期", "理由", "卷页"), (11, 6, 8, 7, 14, 9), rows)


def lacking(m: Material) -> str:
    """Why there is no decision to draft."""
    if disputed(m):
        return ""
    return "没有待决定的证据：没有尚未裁定的申请，也没有“理由已现、待裁”的证据，不草拟排除非法证据决定书。"


FORM = Form(
    "exclusion-decision",
    "排除非法证据决定书草稿",
    "申请、调查所见、规定；结论和理由留空，由有权机关填写",
    (Reader.JUDGE, Reader.PROSECUTOR),
    layout,
    lambda m: "排除非法证据决定书（草稿）",
    lacking=lacking,
    outgoing=True,
)
