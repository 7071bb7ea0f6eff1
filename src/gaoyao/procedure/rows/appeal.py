"""Rows on appeal, second instance, death review, execution and retrial (CPL 229—264; Interp. 380—509)."""

from __future__ import annotations

from gaoyao.law.citation import Citation, cite
from gaoyao.procedure.counting import days, months
from gaoyao.procedure.model import Alternative, DeadlineRule, Excluded, Leg, Nature
from gaoyao.procedure.rows._parts import (
    EXT_HIGH_COURT,
    EXT_UPPER_COURT,
    backward,
    days_row,
    row,
    supreme_court,
    to_total,
)

TEN_OR_FIVE = (
    Alternative((("doc", "判决"),), days(10), "不服判决的期限为十日"),
    Alternative((("doc", "裁定"),), days(5), "不服裁定的期限为五日"),
)
_TRIAL_EXCLUDES = (Excluded.FILE_REVIEW, Excluded.STAY, Excluded.PSYCHIATRIC)


def _appeal(ident: str, title: str, name: str, *by: Citation) -> DeadlineRule:
    leg = Leg(
        name,
        "接到判决书、裁定书之日",
        None,
        requires=("doc",),
        alternatives=TEN_OR_FIVE,
        words=("上诉", "抗诉"),
    )
    return row(ident, title, leg, by=by)


def _reading(ident: str, *by: Citation) -> DeadlineRule:
    leg = Leg(
        "阅卷", "检察院接到查阅案卷通知之日", months(1), words=("查阅案卷",),
        notes=("查阅案卷的时间不计入二审审理期限；一个月内无法完成的，可以商请延期审理（检察规则第四百四十七条）",),
    )  # fmt: skip
    return row(ident, "二审检察阅卷", leg, by=by)


_REQUEST = Leg("请求抗诉", "被害人收到判决书之日", days(5), words=("请求",))
_ANSWER = Leg("答复", "检察院收到请求之日", days(5), words=("检察院答复", "决定", "决定并答复"))

ROWS: tuple[DeadlineRule, ...] = (
    row("cpl-229-1", "被害人请求抗诉和检察院答复", _REQUEST, _ANSWER, by=(cite("cpl", 229),)),
    row("spp2019-588-1", "对被害人请求抗诉的答复", _ANSWER, _REQUEST, by=(cite("spp2019", 588),)),
    _appeal("cpl-230-1", "上诉、抗诉期限", "上诉、抗诉", cite("cpl", 230)),
    _appeal("spc2021-380-1", "上诉、抗诉期限", "上诉、抗诉", cite("spc2021", 380)),
    _appeal("spp2019-586-1", "对一审判决、裁定的抗诉期限", "抗诉", cite("spp2019", 586)),
    row(
        "cpl-231-1", "移送上诉状、抗诉书和案卷",
        Leg("经原审", "上诉期满之日", days(3), words=("经原审法院", "原审", "通过原审法院")),
        Leg("直接二审", "二审法院收到上诉状之日", days(3), words=("直接", "直接上诉", "二审", "直接向二审法院", "直接向二审")),
        Leg("抗诉", "抗诉期满之日", days(3), words=("抗诉书",), citations=(cite("spc2021", 384),)),
        by=(cite("cpl", 231), cite("spc2021", 381)),
    ),
    _reading("cpl-235-1", cite("cpl", 235)),
    _reading("spp2019-447-1", cite("spp2019", 447, 2), cite("cpl", 235)),
    row(
        "cpl-243-1", "二审审理期限",
        Leg(
            "审结", "二审法院受理之日", months(2), Nature.CASE, extensions=(EXT_HIGH_COURT, supreme_court("high")),
            excludes=_TRIAL_EXCLUDES,
        ),
        by=(cite("cpl", 243),),
    ),
    row(
        "cpl-258-1", "再审审理期限和指令再审的决定",
        Leg(
            "再审审结", "作出提审、再审决定之日", months(3), words=("审结", "再审", "提审"),
            extensions=(to_total("six", "需要延长的，不超过六个月", months(6), cite("cpl", 258, 1)),),
            excludes=(Excluded.STAY, Excluded.PSYCHIATRIC),
        ),
        Leg("指令再审", "接受抗诉（立案）之日", months(1), words=("指令", "指令下级再审"), citations=(cite("spc2021", 463),)),
        by=(cite("cpl", 258),),
    ),
    row(
        "cpl-264-1", "送达执行文书",
        Leg("送达执行机关", "判决生效之日", days(10), words=("送达",)), by=(cite("cpl", 264, 1),),
    ),
    row(
        "spc2021-423-1", "报请复核、核准死刑",
        Leg("报请高级法院复核", "上诉、抗诉期满之日", days(10), words=("上诉期满", "报请复核", "期满", "未上诉未抗诉")),
        Leg("裁定后报请核准", "高级法院作出裁定之日", days(10), words=("裁定", "报请核准", "裁定维持")),
        Leg("高级法院一审案件报请核准", "上诉、抗诉期满之日", days(10), words=("高级法院一审", "高院一审")),
        by=(cite("spc2021", 423, 1),),
    ),
    row(
        "spc2021-457-1", "审查申诉的期限",
        Leg(
            "作出决定", "申诉立案审查之日", months(3), outer=months(6), words=("审查", "一般期限"),
            extensions=(
                to_total("six", "至迟不超过六个月", months(6), cite("spc2021", 457, 1)),
                EXT_UPPER_COURT, supreme_court("upper"),
            ),
        ),
        Leg("至迟作出决定", "申诉立案审查之日", months(6), words=("至迟", "六个月", "6个月")),
        by=(cite("spc2021", 457, 1),),
    ),
    row(
        "spc2021-462-1", "审判监督抗诉案件的立案和指令再审",
        Leg("立案", "收到抗诉书之日", months(1)),
        Leg("指令再审", "立案之日", months(1), words=("指令", "决定指令再审", "指令再审决定"), citations=(cite("spc2021", 463),)),
        Leg("补充材料", "检察院接到通知之日", days(3), words=("补送", "补址", "提供住址", "补送材料", "住址")),
        by=(cite("spc2021", 462), cite("spc2021", 463)),
    ),
    row(
        "spc2021-499-1", "执行死刑的期限",
        Leg("执行", "接到执行死刑命令之日", days(7), words=("执行死刑",)),
        backward("通知检察院", "执行死刑之日", 3, words=("通知", "临场监督", "通知检察院临场监督"), citations=(cite("spc2021", 506),)),
        Leg("上报", "执行死刑之日", days(15), words=("上报执行情况", "报告"), citations=(cite("spc2021", 509),)),
        by=(cite("spc2021", 499, 1), cite("spc2021", 500)),
    ),
    row(
        "spp2019-592-1", "对死缓案件提请抗诉",
        Leg(
            "提请抗诉", "收到生效判决、裁定之日", months(3), outer=months(6), words=("一般期限",),
            extensions=(to_total("six", "至迟不超过六个月", months(6), cite("spp2019", 592)),),
        ),
        Leg("至迟提请抗诉", "收到生效判决、裁定之日", months(6), words=("至迟", "六个月", "6个月")),
        by=(cite("spp2019", 592),),
    ),
    days_row("spp2019-596-1", "通知申诉人复查结果", "申诉复查终结之日", 10, cite("spp2019", 596, 1), name="通知申诉人"),
    row(
        "dr2019-02-1", "死刑复核辩护律师提交手续和意见",
        Leg("提交意见", "接受委托或者受指派之日", months(1, half=1), words=("意见", "辩护意见", "提交辩护意见")),
        Leg("提交手续", "接受委托或者受指派之日", days(10), words=("手续", "委托手续")),
        by=(cite("dr2019", 2),),
    ),
    row(
        "gp2012-39-1", "请求国家赔偿的时效",
        Leg(
            "请求赔偿", "知道或者应当知道之日", months(24), excludes=(Excluded.DETAINED, Excluded.OBSTACLE),
            words=("时效",),
        ),
        by=(cite("gp2012", 39),),
    ),
)  # fmt: skip
