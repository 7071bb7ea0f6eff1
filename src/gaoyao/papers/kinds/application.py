"""排除非法证据申请书, for the defence: which items, the clue with its page, the articles; everything else is blank."""

from __future__ import annotations

from gaoyao.dossier.vocabulary import Motion
from gaoyao.law.rule import PRE_TRIAL
from gaoyao.papers.blocks import by_rule
from gaoyao.papers.form import Form
from gaoyao.papers.kinds.exclusion import (
    APPLY,
    EXCLUDE,
    PROVE,
    REPORT,
    challenged,
    in_force,
    taken,
)
from gaoyao.papers.material import Material
from gaoyao.papers.quotable import in_full, quotable
from gaoyao.papers.sheet import Sheet
from gaoyao.review.api import Reader
from gaoyao.review.render.wording import told


def layout(sheet: Sheet, m: Material) -> None:
    """Fill the sheet."""
    chosen = challenged(m)
    before_trial = m.review.stage in PRE_TRIAL
    sheet.blank("申请人：", "辩护人／被告人，由申请人填写")
    sheet.say(f"{m.accused}（{m.charges}）；案号：{m.number}", "案件：")
    sheet.heading("申请事项")
    body = "人民检察院" if before_trial else "人民法院"
    sheet.say(f"请求{body}对下列证据收集的合法性进行调查，依法作出是否排除的决定：")
    for number, one in enumerate(chosen, 1):
        sheet.say(
            f"{m.title(one.item)}（证据{one.item}，{m.item_lines[one.item].type}），{m.place(one.item)}。",
            f"{number}．",
        )
    sheet.heading("申请依据")
    right = in_force(REPORT if before_trial else APPLY, m)
    if right:
        sheet.say(in_full(right) + "。")
    proof = () if before_trial else in_force(PROVE, m)
    if proof:
        sheet.say(f"证据收集的合法性由公诉机关证明：{in_full(proof)}。")
    final = () if before_trial else in_force(EXCLUDE, m)
    if final:
        sheet.say(f"经审理确认或者不能排除以非法方法收集的，应当排除：{in_full(final)}。")
    sheet.heading("线索、理由")
    for one in chosen:
        sheet.subheading(f"{m.title(one.item)}（证据{one.item}）")
        for line in taken(m, one.item):
            sheet.say(line, "取证情况：")
        for group in by_rule(one.grounds):
            for found in group:
                sheet.say(f"{told(found)}（出处：{m.finding_place(found)}）", "线索：")
            sheet.say(f"{in_full(quotable(group[0].citations))}。", "依据：")
            if group[0].rule.consequence:
                sheet.say(f"{group[0].rule.consequence.rstrip('。')}。", "规定的后果：")
    _earlier(sheet, m, [one.item for one in chosen])
    sheet.heading("附件")
    sheet.say("线索或者材料的复制件（按上列卷页）　　　份。")
    sheet.gap()
    sheet.say("此致", indent=2)
    sheet.say(f"　　　　　　　　　　{body}", indent=0)
    sheet.note(
        "本申请书由软件按录入的案卷内容草拟；涉嫌非法取证的人员、时间、地点、方式、内容以申请人核对补充为准。",
        keep=True,
    )
    sheet.dated()
    sheet.signed(("申请人（签名）",))


def _earlier(sheet: Sheet, m: Material, items: list[str]) -> None:
    filed = [one for one in m.subjects("motion") if set(items) & set(m.refs(Motion.items, one))]
    if filed:
        sheet.heading("此前的申请")
    for number, one in enumerate(filed, 1):
        sheet.say(
            f"{m.told(Motion.by, one)}于{m.told(Motion.filed_on, one)}提出，涉及{'、'.join(m.refs(Motion.items, one))}，"
            f"{m.place(one)}；调查已经终结：{m.told(Motion.inquiry_closed, one)}。",
            f"{number}．",
        )


def lacking(m: Material) -> str:
    """Why there is no application to write."""
    if challenged(m):
        return ""
    if not m.review.items:
        return "没有录入证据，不能草拟排除非法证据申请书。请先录入证据和取证情况。"
    return (
        "录入的内容里没有“理由已现、尚未裁定”的证据，不草拟排除非法证据申请书。"
        "如有非法取证的线索，请把取证情况（讯问、询问、提取、辨认）录入以后再试；gaoyao review 可以看到各件证据的处境。"
    )


FORM = Form(
    "exclusion-application",
    "排除非法证据申请书",
    "辩护人用：有应当排除的理由的证据、线索及卷页、法条",
    (Reader.DEFENDER,),
    layout,
    lambda m: "排除非法证据申请书",
    lacking=lacking,
    outgoing=True,
)
