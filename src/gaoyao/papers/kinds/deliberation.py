"""合议庭评议笔录: who sat, what each said in the order of speaking, the vote, the minority; signatures are left blank."""

from __future__ import annotations

from gaoyao.dossier.vocabulary import Committee, Opinion, Panel, Person, Remark, Reply, Speech
from gaoyao.law.citation import cite
from gaoyao.logic.tree import Field
from gaoyao.papers.blocks import case_form, closing, instruments
from gaoyao.papers.form import Form
from gaoyao.papers.material import Material
from gaoyao.papers.quotable import in_full, quotable
from gaoyao.papers.sheet import Sheet
from gaoyao.review.api import Reader

LAW = (cite("cpl", 184), cite("org2018", 31), cite("spc2013", 16), cite("hy2002", 10), cite("hy2002", 11, 1))
"""The majority decides, the minority stands in the record; reasons, order of speaking."""
NONE = "—"


def layout(sheet: Sheet, m: Material) -> None:
    """Fill the sheet: every deliberation that has opinions, then every session of the committee."""
    case_form(sheet, m)
    for subject in deliberated(m):
        _panel(sheet, m, subject)
    for subject in m.subjects(Committee.kind):
        if m.view.children(Speech.kind, subject):
            _committee(sheet, m, subject)
    used = quotable(one for one in LAW if one.in_force(m.review.hearing))
    if used:
        sheet.heading("所依规定")
        sheet.say(f"{in_full(used)}：按多数人的意见决定，少数人的意见写入笔录；成员独立发表意见并说明理由。")
    instruments(sheet, used)
    closing(sheet, ("合议庭成员（签名）", "书记员（签名）"))


def deliberated(m: Material) -> list[str]:
    """The panels of which an opinion was spoken."""
    return [
        one
        for one in m.subjects(Panel.kind)
        if any(m.words(Opinion.order, child) for child in m.view.children(Opinion.kind, one))
    ]


def _panel(sheet: Sheet, m: Material, subject: str) -> None:
    sheet.heading(f"合议庭评议 {subject}")
    places = sorted(
        m.view.children(Opinion.kind, subject), key=lambda one: (_order(m, one) == 0, _order(m, one))
    )
    sheet.pairs(
        [
            ("评议日期", m.told(Panel.deliberated_on, subject), "评议事项", m.words(Panel.about, subject) or "全案"),
            ("审判长", _name(m, Panel.presiding_judge, subject), "承办法官", _name(m, Panel.judge_in_charge, subject)),
            ("事实认定多数意见", m.words(Panel.facts_majority, subject) or "尚未表决", "裁判结果多数意见", m.words(Panel.result_majority, subject) or "尚未表决"),
        ]
    )  # fmt: skip
    if stopped := m.words(Panel.stopped, subject):
        sheet.say(stopped, "评议中止：")
    for number, one in enumerate(places, 1):
        minority = "（少数意见）" if m.code(Opinion.minority, one) is True else ""
        sheet.subheading(f"{number}．{m.words(Opinion.role, one)} {_name(m, Opinion.member, one)}{minority}")
        if not _order(m, one):
            sheet.say("没有发言；已经提交而没有启封的意见不在笔录里。")
            continue
        sheet.say(m.words(Opinion.opinion, one) or "未录入", "意见：")
        sheet.say(m.words(Opinion.reason, one) or "未录入", "理由：")
        for reply in m.view.children(Reply.kind, one):
            told = m.words(Reply.text, reply)
            sheet.say(
                f"{m.words(Reply.obstacle, reply)}——{m.words(Reply.stance, reply)}{'：' + told if told else ''}",
                "对障碍：",
            )
        votes = [m.words(field, one) for field in (Opinion.facts_vote, Opinion.result_vote)]
        sheet.say("；".join(vote for vote in votes if vote) or "没有表决", "表决：")
        sheet.say(m.words(Opinion.signed_on, one) or "尚未在工作台确认", "审阅确认：")
    for remark in m.view.children(Remark.kind, subject):
        sheet.say(
            f"{_name(m, Remark.member, remark)}，{m.told(Remark.made_on, remark)}：{m.words(Remark.text, remark)}",
            "签名后的补充说明：",
        )


def _committee(sheet: Sheet, m: Material, subject: str) -> None:
    sheet.heading(f"审判委员会讨论 {subject}")
    sheet.pairs(
        [
            ("日期", m.told(Committee.held_on, subject), "组成人员", m.told(Committee.whole, subject)),
            (
                "决定",
                m.words(Committee.result, subject) or "尚无",
                "改变合议庭多数意见",
                m.words(Committee.against_panel, subject) or NONE,
            ),
        ]
    )
    sheet.say(m.words(Committee.asked, subject) or "未录入", "提交讨论的理由：")
    for one in sorted(m.view.children(Speech.kind, subject), key=lambda one: _order(m, one)):
        chair = "主持人" if m.code(Speech.chair, one) is True else "委员"
        said = m.words(Speech.opinion, one)
        told = (
            f"{said}。理由：{m.words(Speech.reason, one)}。表决：{m.words(Speech.result_vote, one) or '没有表决'}"
            if said
            else "没有录入发言内容"
        )
        sheet.say(told, f"{chair} {_name(m, Speech.member, one)}：")
    sheet.say(m.words(Committee.decision_reason, subject) or "未录入", "决定的理由：")


def _order(m: Material, one: str) -> int:
    field = Opinion.order if m.view.kind(one) == Opinion.kind else Speech.order
    value = m.view.live(field, one).value
    return int(value[0]) if isinstance(value, tuple) and not isinstance(value[0], str) else 0


def _name(m: Material, field: Field, subject: str) -> str:
    found = m.refs(field, subject)
    return "、".join(m.words(Person.name, one) or one for one in found) or "未录入"


def lacking(m: Material) -> str:
    """Why there is no record to write."""
    if deliberated(m) or any(m.view.children(Speech.kind, one) for one in m.subjects(Committee.kind)):
        return ""
    return "还没有发言的评议、审判委员会讨论，不草拟评议笔录。"


FORM = Form(
    "deliberation",
    "评议笔录",
    "成员、发言次序、意见和理由、对障碍的态度、表决、少数意见、审判委员会的决定；签名留空",
    (Reader.JUDGE,),
    layout,
    lambda m: "评议笔录（草稿）",
    lacking=lacking,
)
