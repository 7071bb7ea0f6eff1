"""Pieces that several rows share: extensions, exclusions, restarts and exemptions that recur."""

from __future__ import annotations

from gaoyao.law.citation import Citation, cite
from gaoyao.procedure.counting import Length, days, hours, months
from gaoyao.procedure.model import (
    Alternative,
    Cause,
    DeadlineRule,
    Direction,
    Excluded,
    Exemption,
    ExtensionRule,
    Leg,
    Nature,
)

COUNTY_POLICE = "县级以上公安机关负责人"
UPPER_PROC, PROVINCE_PROC, SUPREME_PROC = "上一级人民检察院", "省级人民检察院", "最高人民检察院"
UPPER_COURT, HIGH_COURT, SUPREME_COURT = "上一级人民法院", "高级人民法院", "最高人民法院"
ONE_DAY, ONE_MONTH = days(1), months(1)


def row(
    ident: str, title: str, *legs: Leg, by: tuple[Citation, ...], most_times: int | None = None
) -> DeadlineRule:
    """One row of the catalogue: `by` are its articles, the first leg is the one meant when none is named."""
    return DeadlineRule(ident, title, by, legs, most_times)


def days_row(
    ident: str, title: str, start: str, count: int, *by: Citation, name: str = "办理"
) -> DeadlineRule:
    """A row of one ordinary period in days, without extension."""
    return row(ident, title, Leg(name, start, days(count)), by=by)


def backward(name: str, start: str, count: int, **more: object) -> Leg:
    """A leg counted back from a fixed day."""
    return Leg(name, start, days(count), direction=Direction.BACKWARD, **more)  # type: ignore[arg-type]  # further fields of Leg


def within_24_hours(name: str, start: str, *words: str, exemptions: tuple[Exemption, ...] = ()) -> Leg:
    """A leg of twenty-four hours after detention or arrest."""
    return Leg(name, start, hours(24), Nature.CUSTODY, words=words, exemptions=exemptions)


# Extensions of detention in the investigation (CPL 156, 158, 159; Rules 305—308; 程序规定 148—150).
EXT_156 = ExtensionRule(
    "156", "案情复杂、期限届满不能终结，经上一级人民检察院批准延长一个月", months(1),
    (cite("cpl", 156), cite("spp2019", 305), cite("mps2020", 148)), (UPPER_PROC, SUPREME_PROC),
)  # fmt: skip
EXT_158 = ExtensionRule(
    "158", "四类重大复杂案件，经省级人民检察院批准或者决定延长二个月", months(2),
    (cite("cpl", 158), cite("spp2019", 306), cite("mps2020", 149)), (PROVINCE_PROC, SUPREME_PROC),
    needs=(("category_158", True),),
)  # fmt: skip
EXT_159 = ExtensionRule(
    "159", "可能判处十年有期徒刑以上刑罚，经省级人民检察院批准或者决定再延长二个月", months(2),
    (cite("cpl", 159), cite("spp2019", 307), cite("mps2020", 150)), (PROVINCE_PROC, SUPREME_PROC),
    after=("158",), needs=(("possible_10y", True),),
)  # fmt: skip
INVESTIGATION_EXTENSIONS = (EXT_156, EXT_158, EXT_159)

# Extensions of the trial (CPL 208, 243; Interp. 210).
EXT_UPPER_COURT = ExtensionRule(
    "upper", "可能判处死刑、附带民事诉讼或者有第一百五十八条情形，经上一级人民法院批准延长三个月（一次）", months(3),
    (cite("cpl", 208, 1), cite("spc2021", 210, 1)), (UPPER_COURT,), needs=(("ground_208", True),),
)  # fmt: skip
EXT_HIGH_COURT = ExtensionRule(
    "high", "可能判处死刑、附带民事诉讼或者有第一百五十八条情形，经高级人民法院批准或者决定延长二个月", months(2),
    (cite("cpl", 243, 1),), (HIGH_COURT,), needs=(("ground_208", True),),
)  # fmt: skip


def supreme_court(after: str) -> ExtensionRule:
    """Further extension by the Supreme People's Court, one to three months each time."""
    return ExtensionRule(
        "supreme", "因特殊情况还需要延长，报请最高人民法院批准，每次一至三个月", months(3),
        (cite("cpl", 208, 1), cite("spc2021", 210, 3)), (SUPREME_COURT,), least=ONE_MONTH,
        after=(after,) if after else (), times=None,
    )  # fmt: skip


def special_days(most: int, *by: Citation, authority: tuple[str, ...] = ()) -> ExtensionRule:
    """特殊情况下延长一日至 `most` 日."""
    return ExtensionRule(
        "special", f"特殊情况下延长一日至{'零一二三四'[most]}日", days(most), by, authority, least=ONE_DAY
    )


def to_total(
    key: str, label: str, length: Length, *by: Citation, authority: tuple[str, ...] = ()
) -> ExtensionRule:
    """延长至: the whole period becomes `length`."""
    return ExtensionRule(key, label, length, by, authority, to_total=True)


UNABLE = Exemption(
    (("unable_to_notify", True),),
    "无法通知（须有记载，情形消除后立即通知）",
    (cite("cpl", 85, 2), cite("cpl", 93, 2)),
)
HINDERS = tuple(
    Exemption(
        (("hinders", True), ("crime_type", crime)),
        f"{crime}案件且通知可能有碍侦查（情形消失后立即通知）",
        (cite("cpl", 85, 2), cite("mps2020", 127)),
    )
    for crime in ("危害国家安全犯罪", "恐怖活动犯罪")
)
SIMPLIFIED = tuple(
    Exemption((("procedure", kind),), f"适用{kind}程序，不受送达期限的限制", (cite("cpl", article),))
    for kind, article in (("简易", 219), ("速裁", 224))
)
TRIAL_EXCLUDES = (Excluded.STAY, Excluded.PSYCHIATRIC)
TRIAL_RESTARTS = (Cause.SUPPLEMENT, Cause.JURISDICTION, Cause.DESIGNATED, Cause.REMAND, Cause.CONVERSION)
NOT_DETAINED_REVIEW = (
    Alternative(
        (("in_custody", False), ("complex", True)), days(20), "未被拘留，重大、复杂案件不超过二十日",
        Nature.ORDINARY, (cite("spp2019", 282),),
    ),
    Alternative(
        (("in_custody", False),), days(15), "未被拘留的十五日", Nature.ORDINARY, (cite("spp2019", 282),)
    ),
)  # fmt: skip
COMPLAINT_REVIEW = Leg(
    "复查", "申诉立案之日", months(3), words=("复查决定", "检察院复查"),
    alternatives=(Alternative((("complex", True),), months(6), "案情复杂的不超过六个月", None, (cite("spp2019",
        386),)),),
    extensions=(to_total("six", "案情复杂，延长至六个月", months(6), cite("spp2019", 386)),),
    citations=(cite("spp2019", 386),),
)  # fmt: skip
