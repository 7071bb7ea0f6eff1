"""Rows on the review for prosecution, supplementary investigation and what follows a non-prosecution."""

from __future__ import annotations

from gaoyao.law.citation import cite
from gaoyao.procedure.counting import days, months
from gaoyao.procedure.model import Alternative, Cause, DeadlineRule, Excluded, Exemption, Leg, Nature
from gaoyao.procedure.rows._parts import COMPLAINT_REVIEW, days_row, row, to_total

_REVIEW = Leg(
    "审查起诉", "收到移送起诉案件之日", months(1), Nature.CASE,
    alternatives=(
        Alternative((("fast_track", True), ("over_1y", True)), days(15), "速裁，可能判处有期徒刑超过一年，延长至十五日", None,
            (cite("cpl", 172, 1),)),
        Alternative((("fast_track", True),), days(10), "认罪认罚、符合速裁程序适用条件，十日", None, (cite("cpl", 172, 1),)),
        Alternative((("complex", True),), months(1, half=1), "重大、复杂案件延长十五日", None, (cite("cpl", 172, 1),)),
    ),
    extensions=(
        to_total("fifteen", "重大、复杂案件延长十五日", months(1, half=1), cite("cpl", 172, 1), cite("spp2019", 351, 1)),
    ),
    excludes=(Excluded.DECISION, Excluded.PSYCHIATRIC),
    restarts=(Cause.SUPPLEMENT, Cause.JURISDICTION),
)  # fmt: skip
_RETURN = Leg(
    "补充侦查", "退回补充侦查之日", months(1), Nature.CASE, words=("退回补充侦查", "补充调查", "退补")
)
_DELAY = Leg("延期审理", "法庭宣布延期审理之日", months(1), Nature.CASE, words=("补充侦查",))

ROWS: tuple[DeadlineRule, ...] = (
    row("cpl-172-1", "审查起诉期限", _REVIEW, by=(cite("cpl", 172),)),
    row("spp2019-351-1", "审查起诉期限", _REVIEW, by=(cite("spp2019", 351),)),
    row("cpl-175-1", "补充侦查期限和次数", _RETURN, by=(cite("cpl", 175, 3),), most_times=2),
    row("spp2019-346-1", "补充调查、补充侦查期限和次数", _RETURN, by=(cite("spp2019", 346),), most_times=2),
    row("cpl-204-1", "审判中补充侦查延期审理", _DELAY, by=(cite("cpl", 204), cite("cpl", 205)), most_times=2),
    row("spc2021-274-1", "补充侦查延期审理的次数", _DELAY, by=(cite("spc2021", 274), cite("cpl", 205)), most_times=2),
    row("spp2019-421-1", "延期审理的次数和每次期限", _DELAY, by=(cite("spp2019", 421), cite("cpl", 205)), most_times=2),
    row(
        "spc2013-15-2", "检察机关对补充调查建议提交书面材料",
        Leg("提交书面材料", "书面补充调查建议送达检察院之日", months(2)),
        by=(cite("spc2013", 15),),
    ),
    row(
        "cpl-180-1", "被害人对不起诉决定的申诉和复查",
        Leg("申诉", "被害人收到不起诉决定书之日", days(7), words=("被害人申诉",)), COMPLAINT_REVIEW,
        by=(cite("cpl", 180),),
    ),
    row(
        "cpl-181-1", "被不起诉人的申诉和复查",
        Leg("申诉", "被不起诉人收到不起诉决定书之日", days(7), words=("被不起诉人申诉",)), COMPLAINT_REVIEW,
        by=(cite("cpl", 181),),
    ),
    row("spp2019-386-1", "不服不起诉申诉的复查", COMPLAINT_REVIEW, by=(cite("spp2019", 386),)),
    days_row("spp2019-328-1", "移送有管辖权的检察院", "发现不属于本院管辖之日", 5, cite("spp2019", 328, 1)),
    row(
        "spp2019-361-1", "按法院通知补送材料",
        Leg(
            "补送", "收到法院补充移送通知之日", days(3),
            exemptions=(Exemption((("necessary", False),), "检察院认为没有必要移送", (cite("spp2019", 361),)),),
        ),
        by=(cite("spp2019", 361),),
    ),
    days_row("spp2019-379-1", "公安机关对不起诉要求复议的决定", "收到要求复议意见书之日", 30, cite("spp2019", 379, 2), name="复议决定"),
    days_row("spp2019-379-2", "监察机关对不起诉提请复议的决定", "收到提请复议意见书之日", 30, cite("spp2019", 379, 1), name="复议决定"),
    days_row("spp2019-380-1", "公安机关对不起诉提请复核的决定", "收到提请复核意见书之日", 30, cite("spp2019", 380), name="复核决定"),
    days_row("spp2019-414-1", "向法院移交调取的证据", "收到调取证据材料决定书之日", 3, cite("spp2019", 414), name="移交"),
    days_row("spp2019-424-2", "撤回起诉后作出不起诉决定", "撤回起诉之日", 30, cite("spp2019", 424, 2), name="不起诉决定"),
    days_row("spp2019-554-1", "对纠正意见申请复查的复查", "收到被监督单位书面意见之日", 7, cite("spp2019", 554, 1), name="复查"),
    days_row("spp2019-581-1", "回复释放、变更强制措施建议", "办案机关收到建议书之日", 10, cite("spp2019", 581, 1),
        cite("spc2021", 173), name="回复"),
    row(
        "cpl-283-1", "附条件不起诉的考验期",
        Leg(
            "考验期", "作出附条件不起诉决定之日", months(6), Nature.BURDEN, least=months(6), most=months(12),
            notes=("考验期六个月以上一年以下，长度以决定书为准；未写明的先按六个月提示",),
        ),
        by=(cite("cpl", 283, 2), cite("cpl", 284)),
    ),
    row(
        "mps2020-294-1", "公安机关对不起诉要求复议、提请复核",
        Leg("复议", "收到不起诉决定书之日", days(7), words=("要求复议",)),
        Leg("复核", "收到复议决定书之日", days(7), words=("提请复核",)),
        by=(cite("mps2020", 294),),
    ),
)  # fmt: skip
