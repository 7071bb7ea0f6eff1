"""Rows on counsel, legal aid, applications and property, and rows of the police regulations."""

from __future__ import annotations

from gaoyao.law.citation import cite
from gaoyao.procedure.counting import IMMEDIATELY, days, hours, months, workdays
from gaoyao.procedure.model import Alternative, DeadlineRule, Exemption, ExtensionRule, Leg
from gaoyao.procedure.rows._parts import days_row, row

_RELEASE_PROPERTY = Leg("解除退还", "查明与案件无关之日", days(3), words=("解除", "退还"))
_PERMISSION = tuple(
    Exemption(
        (("crime_type", crime), ("stage", "侦查"), ("permission", False)),
        f"侦查期间的{crime}案件，会见未经侦查机关许可",
        (cite("cpl", 39, 3),),
    )
    for crime in ("危害国家安全犯罪", "恐怖活动犯罪")
)
_MORE_THIRTY = ExtensionRule(
    "complex",
    "案情重大、复杂，延长不超过三十日，书面告知申请人",
    days(30),
    (cite("mps2020", 179, 3),),
    up_to=True,
)


def _aid_transfer(ident: str, *more: Leg) -> DeadlineRule:
    instrument, article, _ = ident.split("-")
    leg = Leg("转交", "收到法律援助申请之时", hours(24), words=("办案机关转交", "监管场所转交"))
    return row(ident, "转交法律援助申请", leg, *more, by=(cite(instrument, int(article)),))


ROWS: tuple[DeadlineRule, ...] = (
    row(
        "cpl-34-2", "审查起诉时告知委托辩护人",
        Leg(
            "告知", "收到移送审查起诉的案件材料之日", days(3),
            alternatives=(
                Alternative((("liuzhi", True),), IMMEDIATELY, "已经采取留置措施的，在执行拘留时告知", None,
                    (cite("spp2019", 145),)),
            ),
            notes=("对已经采取留置措施的，应当在执行拘留时告知（检察规则第一百四十五条）",),
        ),
        by=(cite("cpl", 34, 2), cite("spp2019", 145)),
    ),
    row(
        "cpl-34-3", "法院告知委托辩护人",
        Leg(
            "告知", "法院受理案件之日", days(3),
            exemptions=(Exemption((("has_counsel", True),), "已经委托辩护人", (cite("spc2021", 44, 1),)),),
        ),
        by=(cite("cpl", 34, 2), cite("spc2021", 44, 1)),
    ),
    row(
        "cpl-39-1", "看守所安排辩护律师会见",
        Leg("安排会见", "辩护律师持证件要求会见之时", hours(48), words=("会见",), exemptions=_PERMISSION),
        by=(cite("cpl", 39, 2),),
    ),
    row(
        "spc2021-50-2", "拒绝指派律师后的另行委托和指派",
        Leg("另行委托", "准许拒绝指派律师之日", days(5), words=("被告人委托", "委托")),
        Leg("通知指派", "另行委托期限届满之日", days(3), words=("另行通知", "另行指派", "法院通知", "通知", "指派", "通知另行指派")),
        by=(cite("spc2021", 50, 2),),
    ),
    days_row("spc2021-45-1", "转达在押被告人委托辩护人的要求", "被告人提出要求之日", 3, cite("spc2021", 45), name="转达"),
    days_row("spc2021-61-1", "对辩护律师调查取证申请作出决定", "收到书面申请之日", 5, cite("spc2021", 61, 2), name="决定"),
    days_row("spp2019-42-1", "通知法律援助机构指派律师", "发现应当援助情形之日", 3, cite("spp2019", 42), name="通知"),
    _aid_transfer("spp2019-43-1"),
    days_row("spp2019-48-1", "对非律师辩护人的申请作出通知", "收到申请之日", 3, cite("spp2019", 48, 1), name="书面通知"),
    row(
        "spp2019-49-1", "安排辩护人阅卷",
        Leg("安排阅卷", "辩护人提出阅卷之日", workdays(3), words=("阅卷",)), by=(cite("spp2019", 49, 1),),
    ),
    days_row("spp2019-53-1", "对向被害方取证的许可申请作出决定", "收到申请之日", 5, cite("spp2019", 53), name="决定"),
    days_row("spp2019-58-1", "阻碍辩护权申诉控告的办结", "受理申诉、控告之日", 10, cite("spp2019", 58), name="办结答复"),
    row(
        "la2021-36-1", "通知和指派法律援助",
        Leg("通知", "办案机关发现应当援助情形之日", days(3), words=("办案机关通知", "通知援助机构")),
        Leg("指派", "法律援助机构收到通知之日", days(3), words=("援助机构指派", "机构指派", "指派律师")),
        by=(cite("la2021", 36),),
    ),
    _aid_transfer(
        "la2021-39-1", Leg("值班律师转交", "值班律师收到申请之时", hours(24), words=("值班律师",),
            selected_by=(("via_duty_lawyer", True),))
    ),
    row("cpl-145-1", "解除与案件无关的查封、扣押、冻结", _RELEASE_PROPERTY, by=(cite("cpl", 145),)),
    row(
        "mps2020-233-1", "解除与案件无关的查封、扣押和无主财物公告",
        _RELEASE_PROPERTY,
        Leg("公告认领", "通知原主或者公告之日", months(6), words=("公告", "认领", "无人认领")),
        by=(cite("mps2020", 233),),
    ),
    row(
        "mps2020-178-1", "不予立案的送达、复议和复核",
        Leg("送达", "作出不予立案决定之日", days(3), words=("送达控告人",)),
        Leg("申请复议", "收到不予立案通知书之日", days(7), words=("控告人申请复议", "复议申请", "复议"), citations=(cite("mps2020",
            179, 1),)),
        Leg(
            "复议决定", "收到复议申请之日", days(30), words=("决定",), extensions=(_MORE_THIRTY,),
            citations=(cite("mps2020", 179, 1),),
        ),
        Leg("申请复核", "收到复议决定书之日", days(7), words=("控告人申请复核", "复核申请", "复核"), citations=(cite("mps2020",
            179, 2),)),
        Leg(
            "复核决定", "收到复核申请之日", days(30), words=(), extensions=(_MORE_THIRTY,),
            citations=(cite("mps2020", 179, 2),),
        ),
        by=(cite("mps2020", 178, 2),),
    ),
    row(
        "mps2020-180-1", "行政执法机关移送案件的审查",
        Leg("审查", "接受案件之日", days(3), words=("审查决定",)),
        Leg("通知补正", "接受案件之时", hours(24), words=("通知", "24小时通知")),
        Leg("补正", "移送机关收到补正通知之日", days(3), words=("移送机关补正",)),
        by=(cite("mps2020", 180),),
    ),
    row(
        "mps2020-254-1", "不准予补充、重新鉴定的通知",
        Leg("书面通知", "作出不准予决定之日", days(3), words=("通知", "通知申请人", "补充鉴定", "重新鉴定")),
        by=(cite("mps2020", 254, 2), cite("mps2020", 255, 3)),
    ),
)  # fmt: skip
