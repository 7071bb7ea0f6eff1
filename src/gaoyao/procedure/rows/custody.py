"""Rows on detention during the investigation, and on technical investigation (CPL 151, 156—160)."""

from __future__ import annotations

from dataclasses import replace

from gaoyao.law.citation import Citation, cite
from gaoyao.procedure.counting import months
from gaoyao.procedure.model import Cause, DeadlineRule, Excluded, Exemption, ExtensionRule, Leg, Nature
from gaoyao.procedure.rows._parts import (
    EXT_159,
    INVESTIGATION_EXTENSIONS,
    PROVINCE_PROC,
    SUPREME_PROC,
    days_row,
    row,
)

_AFTER_THIS = replace(EXT_159, after=())
_PSYCHIATRIC = (Excluded.PSYCHIATRIC,)
_INVESTIGATION = Leg(
    "侦查羁押", "执行逮捕之日", months(2), Nature.CUSTODY, extensions=INVESTIGATION_EXTENSIONS,
    excludes=_PSYCHIATRIC, restarts=(Cause.NEW_CRIME, Cause.IDENTITY),
)  # fmt: skip
_RECOUNTED = Leg(
    "重新计算的侦查羁押", "发现另有重要罪行之日", months(2), Nature.CUSTODY, extensions=INVESTIGATION_EXTENSIONS,
    excludes=_PSYCHIATRIC, restarts=(Cause.NEW_CRIME,),
    exemptions=(
        Exemption((("major", False),), "新发现的不是重大犯罪，不重新计算，按原期限", (cite("spp2019", 315, 2),)),
        Exemption(
            (("same_kind", True), ("affects_band", False)), "同种罪行且不影响罪名认定、量刑档次，不重新计算，按原期限",
            (cite("spp2019", 315, 2), cite("mps2020", 151, 2)),
        ),
    ),
    notes=("“另有重要罪行”：与逮捕时罪行不同种的重大犯罪，或者同种的影响罪名认定、量刑档次的重大犯罪",),
    citations=(cite("spp2019", 315, 2), cite("mps2020", 151, 2)),
)  # fmt: skip
_FROM_ARREST = Leg(
    "自逮捕起", "执行逮捕之日", months(2), Nature.CUSTODY, words=("自逮捕", "逮捕", "连续"),
    selected_by=(("approval_chain", True),), extensions=INVESTIGATION_EXTENSIONS, excludes=_PSYCHIATRIC,
    restarts=(Cause.NEW_CRIME, Cause.IDENTITY),
)  # fmt: skip


def _extended(start: str, *later: ExtensionRule) -> Leg:
    """The extension itself, counted from the day the earlier period ends."""
    return Leg(
        "延长的二个月", start, months(2), Nature.CUSTODY, words=("自届满", "延长"), extensions=later,
        excludes=_PSYCHIATRIC, approval=(PROVINCE_PROC, SUPREME_PROC), restarts=(Cause.NEW_CRIME,),
    )  # fmt: skip


def _tech(*by: Citation) -> DeadlineRule:
    renewal = ExtensionRule(
        "renewal", "复杂、疑难案件经批准延长，每次不超过三个月", months(3), by,
        ("原批准机关", "设区的市一级以上公安机关负责人"), up_to=True, times=None,
    )  # fmt: skip
    leg = Leg("技术侦查", "批准决定签发之日", months(3), Nature.BURDEN, extensions=(renewal,))
    return row(f"{by[0].instrument_id}-{by[0].article}-1", "技术侦查措施的有效期", leg, by=by)


ROWS: tuple[DeadlineRule, ...] = (
    _tech(cite("cpl", 151)),
    _tech(cite("mps2020", 266)),
    row("cpl-156-1", "侦查羁押期限", _INVESTIGATION, by=(cite("cpl", 156),)),
    row(
        "cpl-157-1", "全国人大常委会批准延期审理",
        Leg(
            "延期审理", "批准决定载明之日", None, Nature.CUSTODY, approval=("全国人民代表大会常务委员会",),
            notes=("条文没有规定长度，以批准决定载明的截止日为准",),
        ),
        by=(cite("cpl", 157),),
    ),
    row(
        "cpl-158-1", "侦查羁押期限延长二个月",
        _extended("第一百五十六条规定的期限届满之日", _AFTER_THIS), _FROM_ARREST,
        by=(cite("cpl", 158),),
    ),
    row(
        "cpl-159-1", "侦查羁押期限再延长二个月",
        _extended("第一百五十八条延长期限届满之日"), _FROM_ARREST,
        by=(cite("cpl", 159),),
    ),
    row("cpl-160-1", "另有重要罪行重新计算侦查羁押期限", _RECOUNTED, by=(cite("cpl", 160, 1),)),
    row("spp2019-305-1", "直接受理案件的侦查羁押期限", _INVESTIGATION, by=(cite("spp2019", 305), cite("spp2019", 308))),
    row(
        "spp2019-306-1", "直接受理案件侦查羁押期限延长二个月",
        _extended("检察规则第三百零五条规定的期限届满之日", _AFTER_THIS), _FROM_ARREST,
        by=(cite("spp2019", 306), cite("spp2019", 308)),
    ),
    row(
        "spp2019-307-1", "直接受理案件侦查羁押期限再延长二个月",
        _extended("检察规则第三百零六条延长期限届满之日"), _FROM_ARREST,
        by=(cite("spp2019", 307), cite("spp2019", 308)),
    ),
    row("spp2019-315-1", "另有重要罪行重新计算侦查羁押期限", _RECOUNTED, by=(cite("spp2019", 315), cite("spp2019", 316))),
    days_row("mps2020-151-1", "重新计算侦查羁押期限的报批", "发现另有重要罪行之日", 5, cite("mps2020", 151, 1), name="报批"),
)  # fmt: skip
