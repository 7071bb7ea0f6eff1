"""Rows on detention, arrest, bail, surveillance, summons and liuzhi (CPL 79—119, 167, 170; 监察法48)."""

from __future__ import annotations

from gaoyao.law.citation import cite
from gaoyao.procedure.counting import IMMEDIATELY, days, hours, months
from gaoyao.procedure.model import Alternative, Cause, DeadlineRule, Exemption, ExtensionRule, Leg, Nature
from gaoyao.procedure.rows._parts import (
    COUNTY_POLICE,
    HINDERS,
    NOT_DETAINED_REVIEW,
    UNABLE,
    backward,
    days_row,
    row,
    special_days,
    to_total,
    within_24_hours,
)

_THIRTY = ExtensionRule(
    "thirty", "流窜作案、多次作案、结伙作案的重大嫌疑分子，延长至三十日", days(30),
    (cite("cpl", 91, 2), cite("mps2020", 129, 2)), (COUNTY_POLICE,), to_total=True,
    needs=(("case_subtype", True),),
)  # fmt: skip
_FOUR = special_days(4, cite("cpl", 91, 1), cite("mps2020", 129, 1), authority=(COUNTY_POLICE,))
_REQUEST_ARREST = Leg("提请批准逮捕", "执行拘留之日", days(3), Nature.CUSTODY, extensions=(_FOUR, _THIRTY))
_NOTIFY_AFTER_DETENTION = within_24_hours("通知家属", "执行拘留之时", exemptions=(UNABLE, *HINDERS))


def _summons(authority: str, article: int, *, grave_is_enough: bool) -> Leg:
    longer = to_total(
        "grave", "案情特别重大、复杂，需要采取拘留、逮捕措施，经批准不超过二十四小时", hours(24),
        cite("cpl", 119, 2), cite("mps2020", article), authority=(authority,),
    )  # fmt: skip
    grave = Alternative(
        (("grave", True),),
        hours(24),
        "案情特别重大、复杂，需要采取拘留、逮捕措施",
        None,
        (cite("cpl", 119, 2),),
    )
    return Leg(
        "传唤、拘传", "到案之时", hours(12), Nature.DURATION, words=("传唤", "拘传"), extensions=(longer,),
        alternatives=(grave,) if grave_is_enough else (),
    )  # fmt: skip


ROWS: tuple[DeadlineRule, ...] = (
    row(
        "cpl-79-1", "取保候审、监视居住的最长期限",
        Leg(
            "取保候审、监视居住", "执行取保候审、监视居住之日", None, Nature.BURDEN, requires=("measure",),
            alternatives=(
                Alternative((("measure", "取保候审"),), months(12), "取保候审最长十二个月"),
                Alternative((("measure", "监视居住"),), months(6), "监视居住最长六个月"),
            ),
            restarts=(Cause.REDECIDED,),
            notes=("移送后没有重新办理手续的，接续计算",),
        ),
        by=(cite("cpl", 79),),
    ),
    row("cpl-85-1", "拘留后送看守所", within_24_hours("送看守所", "执行拘留之时"), by=(cite("cpl", 85, 2),)),
    row("cpl-85-2", "拘留后通知家属", _NOTIFY_AFTER_DETENTION, by=(cite("cpl", 85, 2),)),
    row("cpl-86-1", "拘留后讯问", within_24_hours("讯问", "执行拘留之时"), by=(cite("cpl", 86),)),
    row("cpl-91-1", "拘留后提请审查批准逮捕", _REQUEST_ARREST, by=(cite("cpl", 91, 1),)),
    row(
        "cpl-91-2", "流窜、多次、结伙作案重大嫌疑分子提请审查批准逮捕",
        Leg(
            "提请批准逮捕", "执行拘留之日", days(30), Nature.CUSTODY, approval=(COUNTY_POLICE,),
            alternatives=(
                Alternative((("case_subtype", False),), days(3), "不属三类重大嫌疑分子，按一般期限", None, (cite("cpl",
                    91, 1),)),
            ),
            notes=("三类的定义见公安程序规定第一百二十九条第三款",),
        ),
        by=(cite("cpl", 91, 2), cite("mps2020", 129, 2)),
    ),
    row(
        "cpl-91-3", "审查批准逮捕",
        Leg("审查批准逮捕", "接到提请批准逮捕书之日", days(7), Nature.CUSTODY, alternatives=NOT_DETAINED_REVIEW),
        by=(cite("cpl", 91, 3),),
    ),
    row(
        "cpl-93-1", "逮捕后送押和通知家属",
        within_24_hours("通知家属", "执行逮捕之时", "通知", exemptions=(UNABLE,)),
        Leg("送看守所", "执行逮捕之时", IMMEDIATELY, Nature.CUSTODY, words=("送押", "羁押")),
        by=(cite("cpl", 93, 2),),
    ),
    row("cpl-94-1", "逮捕后讯问", within_24_hours("讯问", "执行逮捕之时"), by=(cite("cpl", 94),)),
    days_row("cpl-97-1", "对变更强制措施申请作出决定", "收到申请之日", 3, cite("cpl", 97), name="决定"),
    row(
        "cpl-119-1", "传唤、拘传的持续时间", _summons(COUNTY_POLICE, 80, grave_is_enough=True),
        by=(cite("cpl", 119, 2),),
    ),
    row(
        "cpl-167-1", "人民检察院直接受理案件中决定逮捕",
        Leg("决定逮捕", "执行拘留之日", days(14), Nature.CUSTODY, extensions=(special_days(3, cite("cpl", 167)),)),
        by=(cite("cpl", 167),),
    ),
    row(
        "cpl-170-1", "留置案件先行拘留后决定强制措施",
        Leg(
            "决定强制措施", "执行先行拘留之日", days(10), Nature.CUSTODY,
            extensions=(special_days(4, cite("cpl", 170, 2), cite("spp2019", 143)),),
        ),
        by=(cite("cpl", 170, 2),),
    ),
    days_row("spc2021-162-1", "起诉后对取保候审、监视居住作出决定", "案件起诉至人民法院之日", 7, cite("spc2021", 162, 1)),
    days_row("spp2019-150-1", "对解除、变更强制措施申请作出决定", "收到申请之日", 3, cite("spp2019", 150, 1), cite("spp2019",
        151, 1)),
    row(
        "spp2019-282-1", "审查批准逮捕",
        Leg("审查批准逮捕", "收到提请批准逮捕书之日", days(7), Nature.CUSTODY, alternatives=NOT_DETAINED_REVIEW),
        by=(cite("spp2019", 282),),
    ),
    row(
        "spp2019-286-1", "不批准逮捕后释放和回执",
        Leg("回执", "公安机关收到不批准逮捕决定书之日", days(3), words=("执行回执", "送达回执")),
        Leg("释放", "公安机关收到不批准逮捕决定书之日", IMMEDIATELY, Nature.CUSTODY, words=("释放或者变更", "变更")),
        by=(cite("spp2019", 286, 1),),
    ),
    row(
        "spp2019-287-3", "不批准逮捕后撤销案件、终止侦查",
        Leg(
            "复议复核、撤案或者终止侦查", "公安机关收到不批准逮捕决定书之日", days(15),
            exemptions=(
                Exemption(
                    (("non_arrest_ground", "其他"),), "只适用于没有犯罪事实、刑诉法第十六条、不是本人实施等应当撤案、终止侦查的情形",
                    (cite("spp2019", 287),),
                ),
            ),
        ),
        by=(cite("spp2019", 287, 3),),
    ),
    days_row("spp2019-290-1", "不批准逮捕复议", "收到要求复议意见书和案卷材料之日", 7, cite("spp2019", 290)),
    days_row("spp2019-291-1", "不批准逮捕复核", "收到提请复核意见书和案卷材料之日", 15, cite("spp2019", 291, 1)),
    row(
        "spp2019-296-1", "直接受理案件的审查逮捕",
        Leg("移送", "执行拘留之日", days(7), Nature.CUSTODY, words=("移送审查", "侦查部门", "移送捕诉")),
        Leg(
            "捕诉审查", "收到逮捕犯罪嫌疑人意见书之日", days(7), Nature.CUSTODY,
            words=("捕诉", "报请检察长决定", "决定", "审查逮捕"), selected_by=(("in_custody", False),),
            alternatives=tuple(
                Alternative(a.when, a.length, a.reason, a.nature, (cite("spp2019",
                    297),)) for a in NOT_DETAINED_REVIEW
            ),
            extensions=(special_days(3, cite("spp2019", 297)),),
            citations=(cite("spp2019", 297),),
        ),
        by=(cite("spp2019", 296),),
    ),
    row(
        "spp2019-301-1", "直接受理案件逮捕后送押、通知、讯问",
        within_24_hours("通知家属", "执行逮捕之时", "通知", exemptions=(UNABLE,)),
        within_24_hours("讯问", "执行逮捕之时"),
        Leg("送看守所", "执行逮捕之时", IMMEDIATELY, Nature.CUSTODY, words=("送押", "羁押")),
        by=(cite("spp2019", 301), cite("spp2019", 302, 1)),
    ),
    row(
        "mps2020-80-1", "拘传的持续时间", _summons(COUNTY_POLICE, 80, grave_is_enough=False),
        by=(cite("mps2020", 80, 1),),
    ),
    row(
        "mps2020-126-1", "拘留后送看守所", within_24_hours("送看守所", "宣布拘留之时", "异地送押", "抓获地看守所"),
        by=(cite("mps2020", 126),),
    ),
    row("mps2020-127-1", "拘留后通知家属", _NOTIFY_AFTER_DETENTION, by=(cite("mps2020", 127, 1),)),
    row("mps2020-128-1", "拘留后讯问", within_24_hours("讯问", "执行拘留之时"), by=(cite("mps2020", 128),)),
    row("mps2020-129-1", "拘留后提请审查批准逮捕", _REQUEST_ARREST, by=(cite("mps2020", 129, 1),)),
    row(
        "mps2020-141-1", "对不批准逮捕要求复议、提请复核",
        Leg("复议", "收到不批准逮捕决定书之日", days(5), words=("要求复议",)),
        Leg("复核", "收到复议决定书之日", days(5), words=("提请复核",)),
        by=(cite("mps2020", 141),),
    ),
    row(
        "mps2020-200-1", "传唤的持续时间", _summons("办案部门负责人", 200, grave_is_enough=False),
        by=(cite("mps2020", 200, 1),),
    ),
    row(
        "jcf2024-48-1", "留置时间",
        Leg(
            "留置", "采取留置措施之日", months(3), Nature.CUSTODY,
            extensions=(
                ExtensionRule(
                    "upper", "特殊情况下延长一次，不超过三个月，报上一级监察机关批准", months(3),
                    (cite("jcf2024", 48, 1),), ("上一级监察机关",), up_to=True,
                ),
                ExtensionRule(
                    "state", "可能判处十年有期徒刑以上刑罚，经国家监察委员会批准或者决定再延长二个月", months(2),
                    (cite("jcf2024", 48, 2),), ("国家监察委员会",), after=("upper",), needs=(("possible_10y",
                        True),),
                ),
            ),
            restarts=(Cause.LIUZHI,),
        ),
        by=(cite("jcf2024", 48),),
    ),
    row(
        "spp2019-309-1", "提请延长侦查羁押期限",
        backward("提请延长", "侦查羁押期限届满之日", 7),
        by=(cite("spp2019", 309), cite("mps2020", 148)),
    ),
)  # fmt: skip
