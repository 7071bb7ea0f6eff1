"""Rows on the trial of first instance (CPL 187—225; Interp. 210, 219, 221, 274, 275, 302, 313)."""

from __future__ import annotations

from gaoyao.law.citation import cite
from gaoyao.procedure.counting import IMMEDIATELY, days, months, workdays
from gaoyao.procedure.model import Alternative, Cause, DeadlineRule, Exemption, ExtensionRule, Leg, Nature
from gaoyao.procedure.rows._parts import (
    EXT_UPPER_COURT,
    ONE_MONTH,
    SIMPLIFIED,
    SUPREME_COURT,
    TRIAL_EXCLUDES,
    TRIAL_RESTARTS,
    UPPER_COURT,
    backward,
    days_row,
    row,
    supreme_court,
    to_total,
)

_COURT_EXTENSIONS: tuple[ExtensionRule, ...] = (EXT_UPPER_COURT, supreme_court("upper"))
_PRONOUNCED = Leg(
    "送达判决书", "宣告判决之日", days(5), words=("当庭宣判", "当庭", "送达"),
    alternatives=(Alternative((("pronounced", "定期"),), IMMEDIATELY, "定期宣告判决的，宣告后立即送达"),),
)  # fmt: skip
_APPLY_OR_REFUSE = (
    backward("申请", "审理期限届满之日", 15, words=("层报", "申请延长", "报请")),
    backward("不同意决定", "审理期限届满之日", 5, words=("不同意", "决定", "不同意的决定")),
)

ROWS: tuple[DeadlineRule, ...] = (
    row(
        "cpl-187-1", "送达起诉书副本",
        backward("送达起诉书副本", "开庭之日", 10, exemptions=SIMPLIFIED, words=("送达",)), by=(cite("cpl", 187, 1),),
    ),
    row(
        "cpl-187-2", "送达传票、通知书和先期公布",
        backward("送达传票、通知书", "开庭之日", 3, exemptions=SIMPLIFIED, words=("送达", "传票", "通知书", "通知")),
        backward("先期公布", "开庭之日", 3, words=("公告", "公布")),
        by=(cite("cpl", 187, 3),),
    ),
    row(
        "spc2021-221-2", "送达起诉书副本",
        backward("送达起诉书副本", "开庭之日", 10, exemptions=SIMPLIFIED, words=("送达",)), by=(cite("spc2021", 221,
            1, 2),),
    ),
    row(
        "spc2021-221-4", "开庭前的通知、送达和公布",
        backward("通知和送达", "开庭之日", 3, exemptions=SIMPLIFIED, words=("送达", "传票", "通知书", "通知", "通知检察院")),
        backward("先期公布", "开庭之日", 3, words=("公告", "公布")),
        by=(cite("spc2021", 221, 1, 4), cite("spc2021", 221, 1, 5), cite("spc2021", 221, 1, 6)),
    ),
    row("cpl-202-1", "宣判后送达判决书", _PRONOUNCED, by=(cite("cpl", 202, 2),)),
    row("spc2021-302-1", "宣判后送达判决书", _PRONOUNCED, by=(cite("spc2021", 302),)),
    row(
        "cpl-206-1", "中止审理",
        Leg(
            "中止审理", "决定中止审理之日", None, stays_open=True,
            notes=("没有固定长度：原因消失后应当恢复审理；中止的期间不计入审理期限",),
        ),
        by=(cite("cpl", 206),),
    ),
    row(
        "cpl-208-1", "公诉案件一审审理期限",
        Leg(
            "审结", "法院受理之日", months(3), Nature.CASE, words=("至迟", "至迟三个月", "3个月", "三个月"),
            ordinary=months(2), extensions=_COURT_EXTENSIONS, excludes=TRIAL_EXCLUDES,
            restarts=TRIAL_RESTARTS,
        ),
        Leg(
            "二个月以内宣判", "法院受理之日", months(2), Nature.CASE, words=("一般期限", "2个月", "二个月", "两个月", "应当宣判"),
            excludes=TRIAL_EXCLUDES, restarts=TRIAL_RESTARTS,
        ),
        by=(cite("cpl", 208), cite("spc2021", 209), cite("spc2021", 210)),
    ),
    row(
        "cpl-212-1", "自诉案件审理期限",
        Leg(
            "审结", "法院受理之日", None, Nature.CASE, requires=("in_custody",),
            alternatives=(
                Alternative((("in_custody", True),), months(3), "被告人被羁押的，适用第二百零八条第一款、第二款", None,
                    (cite("cpl", 208, 1),)),
                Alternative((("in_custody", False),), months(6), "未被羁押的，受理后六个月以内宣判"),
            ),
            extensions=_COURT_EXTENSIONS, excludes=TRIAL_EXCLUDES, restarts=(Cause.JURISDICTION,
                Cause.DESIGNATED, Cause.REMAND, Cause.CONVERSION),
        ),
        by=(cite("cpl", 212, 2),),
    ),
    row(
        "cpl-220-1", "简易程序审理期限",
        Leg(
            "审结", "法院受理之日", days(20), Nature.CASE,
            alternatives=(Alternative((("over_3y", True),), months(1, half=1), "可能判处的有期徒刑超过三年，延长至一个半月"),),
            extensions=(to_total("month_and_half", "可能判处的有期徒刑超过三年，延长至一个半月", months(1, half=1),
                cite("cpl", 220)),),
            excludes=TRIAL_EXCLUDES, restarts=(Cause.CONVERSION, Cause.JURISDICTION, Cause.DESIGNATED,
                Cause.REMAND),
        ),
        by=(cite("cpl", 220), cite("spc2021", 368, 2)),
    ),
    row(
        "cpl-225-1", "速裁程序审理期限",
        Leg(
            "审结", "法院受理之日", days(10), Nature.CASE,
            alternatives=(Alternative((("over_1y", True),), days(15), "可能判处的有期徒刑超过一年，延长至十五日"),),
            extensions=(to_total("fifteen", "可能判处的有期徒刑超过一年，延长至十五日", days(15), cite("cpl", 225)),),
            excludes=TRIAL_EXCLUDES, restarts=(Cause.CONVERSION, Cause.JURISDICTION, Cause.DESIGNATED,
                Cause.REMAND),
        ),
        by=(cite("cpl", 225), cite("spc2021", 376)),
    ),
    row(
        "spc2021-210-1", "延长的一审审理期限",
        Leg(
            "上一级法院批准", "原审理期限届满之日", months(3), Nature.CASE, approval=(UPPER_COURT,),
            extensions=(supreme_court(""),), excludes=TRIAL_EXCLUDES, restarts=TRIAL_RESTARTS,
        ),
        Leg(
            "最高人民法院批准", "延长的审理期限届满之日", None, Nature.CASE, words=("最高法", "再延长"), approval=(SUPREME_COURT,),
            least=ONE_MONTH, most=months(3), excludes=TRIAL_EXCLUDES, restarts=TRIAL_RESTARTS,
        ),
        by=(cite("spc2021", 210, 1), cite("spc2021", 210, 3)),
    ),
    row("spc2021-210-2", "申请延长审理期限和不同意的决定", *_APPLY_OR_REFUSE, by=(cite("spc2021", 210, 2),)),
    row(
        "spc2021-219-4", "补送材料和受理审查",
        Leg("补送材料", "检察院接到通知之日", days(3), words=("补送", "补充材料")),
        Leg("受理审查", "收到起诉书和案卷、证据之日", days(7), words=("审查", "审查受理", "立案审查", "受理")),
        by=(cite("spc2021", 219, 1, 4), cite("spc2021", 219, 2)),
    ),
    days_row("spc2021-275-1", "检察院移交调取的证据材料", "收到调取证据材料决定书之日", 3, cite("spc2021", 275), name="移交"),
    row(
        "spc2021-313-1", "另行委托、指派辩护人后的准备时间",
        Leg(
            "准备辩护", "宣布休庭之日", days(15), minimum=True,
            exemptions=(Exemption((("waived", True),), "被告人及其辩护人自愿缩短时间", (cite("spc2021", 313, 1),)),),
            notes=("自休庭之日起至第十五日止；届满后方可续审，被告人及其辩护人自愿缩短的除外",),
        ),
        by=(cite("spc2021", 313, 1),),
    ),
    row(
        "hy2002-09-1", "合议庭评议和制作裁判文书",
        Leg("评议", "庭审结束之日", workdays(5), words=("合议庭评议",)),
        Leg(
            "制作裁判文书", "作出评议结论或者审委会决定之日", workdays(5), words=("裁判文书", "文书"),
            citations=(cite("hy2002", 14),),
        ),
        by=(cite("hy2002", 9),),
    ),
)  # fmt: skip
