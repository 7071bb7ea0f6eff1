"""From which event a period runs: the declared start, or a later event that starts it again."""

from __future__ import annotations

from datetime import datetime

from gaoyao.law.citation import Citation, cite
from gaoyao.procedure.declared import Declared, Restart
from gaoyao.procedure.model import Cause, Leg
from gaoyao.procedure.result import Moment
from gaoyao.procedure.trace import Trace

RESTART_SOURCES: dict[Cause, tuple[Citation, ...]] = {
    Cause.NEW_CRIME: (cite("cpl", 160, 1), cite("mps2020", 151), cite("spp2019", 315)),
    Cause.IDENTITY: (cite("cpl", 160, 2), cite("mps2020", 152)),
    Cause.SUPPLEMENT: (cite("cpl", 175, 3), cite("cpl", 208, 3), cite("spp2019", 346, 3)),
    Cause.JURISDICTION: (cite("cpl", 172, 2), cite("cpl", 208, 2)),
    Cause.DESIGNATED: (cite("spc2021", 209),),
    Cause.REMAND: (cite("cpl", 241),),
    Cause.CONVERSION: (cite("spc2021", 368, 2), cite("spc2021", 376)),
    Cause.REDECIDED: (cite("spp2019", 103), cite("spp2019", 113), cite("spc2021", 162, 2)),
    Cause.LIUZHI: (cite("jcf2024", 48, 3),),
    Cause.UNSPECIFIED: (),
}


def _known(leg: Leg, restart: Restart, trace: Trace) -> bool:
    """Does the leg know this cause?  A leg with causes accepts an unspecified one, with a finding."""
    if restart.cause in leg.restarts:
        return True
    if restart.cause is Cause.UNSPECIFIED and leg.restarts:
        named = "、".join(cause.label for cause in leg.restarts)
        trace.find("restart_unspecified", f"重新计算没有写明事由，请补录（可以是：{named}）")
        return True
    allowed = "、".join(cause.label for cause in leg.restarts) or "没有"
    trace.find("restart_refused", f"“{restart.cause.label}”不是本期限重新计算的事由（{allowed}）：不重新计算")
    return False


def effective_start(leg: Leg, declared: Declared, trace: Trace) -> tuple[Moment | None, bool]:
    """The start used, and whether the period was started again.

    The latest known restart wins; one whose day is not given means that the declared start already is that
    day.  A restart before the start is refused with a finding; liuzhi restarts once (监察法48条三款).
    """
    start = declared.start
    causes = [restart for restart in declared.restarts if _known(leg, restart, trace)]
    if Cause.LIUZHI in leg.restarts and len(causes) > 1:
        trace.find("restart_once", "留置时间重新计算以一次为限：只计第一次", cite("jcf2024", 48, 3))
        causes = causes[:1]
    restarted = False
    for restart in causes:
        if restart.on is not None and start is not None:
            begun = start.date() if isinstance(start, datetime) else start
            if restart.on < begun:
                trace.find(
                    "restart_before_start", f"重新计算的日期 {restart.on} 早于起算日 {begun}：未采用，请核对"
                )
                continue
        start = restart.on or start
        restarted = True
        day = f"自 {restart.on.isoformat()} 起" if restart.on else "所录起算日即重新计算之日"
        trace.step(f"{restart.cause.label}：重新计算，{day}", *RESTART_SOURCES[restart.cause])
    return start, restarted
