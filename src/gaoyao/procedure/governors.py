"""Supplementary investigation and remand: how often, how long, on what ground (pure functions on events).

Sources: 法发〔2013〕11号 15, 18; CPL 175, 204, 205, 208, 236, 238, 241; Interp. 274, 297, 404—406; Rules 346, 349.
The functions read declared events and answer findings, days and where a period starts again; they rule
nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gaoyao.law.citation import cite
from gaoyao.procedure.conventions import DEFAULT_CONVENTIONS, CountingConventions
from gaoyao.procedure.declared import Declared, Restart
from gaoyao.procedure.engine import compute
from gaoyao.procedure.model import Cause
from gaoyao.procedure.result import Computation, Finding, Status

MOST_RETURNS = 2


class Body(StrEnum):
    """Where a case was sent back to, or that the trial was adjourned for supplementary investigation."""

    POLICE = "police"
    SUPERVISION = "supervision"
    OWN_DEPARTMENT = "own_department"
    TRIAL = "trial"

    @property
    def label(self) -> str:
        """The Chinese name that findings print."""
        return {
            "police": "退回公安机关补充侦查", "supervision": "退回监察机关补充调查",
            "own_department": "退回本院侦查部门补充侦查", "trial": "审判中补充侦查延期审理",
        }[self.value]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Return:
    """One supplementary investigation: when it began, when the case came back (None 未录入或者未回), its paper."""

    body: Body
    began: date | None
    back: date | None = None
    outline: bool | None = None
    paper: str = ""


@dataclass(frozen=True, slots=True)
class SupplementAnswer:
    """Each return's period, where the next period starts again, and what is wrong or open."""

    periods: tuple[Computation, ...]
    recalculated: Computation | None
    findings: tuple[Finding, ...]
    remaining: int


def suggestion(
    delivered: date | None, answered: date | None, today: date | None = None,
    use: CountingConventions = DEFAULT_CONVENTIONS, court_deadline: date | None = None,
) -> tuple[Computation, tuple[Finding, ...]]:  # fmt: skip
    """Art. 15 of 法发〔2013〕11号: written material within two months of the court's written suggestion.

    `court_deadline`: the day the court set (Interp. 297), which then counts beside the two months.  Returns
    the period and findings; after it has passed without material the consequence is the article's own.
    """
    period = compute("spc2013-15-2", Declared(start=delivered, done_on=answered), use, today)
    findings: list[Finding] = []
    due = period.due
    if due is None:
        findings.append(
            Finding(
                "suggestion_undated", "未录入建议送达检察院的日期，不能计算二个月", (cite("spc2013", 15),)
            )
        )
    elif period.status is Status.OVERDUE:
        findings.append(
            Finding(
                "suggestion_unanswered",
                f"至 {due} 检察机关未提交书面材料：应当根据在案证据依法作出裁判；定罪证据不足的，依第六条处理",
                (cite("spc2013", 15), cite("spc2013", 6)),
            )
        )
    if court_deadline is not None:
        findings.append(
            Finding(
                "court_deadline",
                f"法院另行指定了 {court_deadline}：届时未回复的，就起诉指控的事实依法裁判（与二个月并列显示，以解释为准）",
                (cite("spc2021", 297, 2), cite("spc2021", 655)),
            )
        )
    return period, tuple(findings)


def _order(returns: Sequence[Return]) -> list[Finding]:
    found = []
    for index, one in enumerate(returns, 1):
        if one.began and one.back and one.back < one.began:
            found.append(
                Finding(
                    "return_order",
                    f"第{index}次{one.body.label}：回案 {one.back} 早于开始 {one.began}，请核对",
                )
            )
        later = returns[index].began if index < len(returns) else None
        if one.back and later and later < one.back:
            found.append(
                Finding(
                    "return_overlap",
                    f"第{index + 1}次退回（{later}）早于第{index}次回案（{one.back}），请核对",
                )
            )
    return found


def _late(index: int, one: Return, period: Computation) -> list[Finding]:
    sources = (
        (cite("cpl", 205), cite("spc2021", 274, 3))
        if one.body is Body.TRIAL
        else (cite("cpl", 175, 3), cite("spp2019", 346, 1))
    )
    if one.began is None:
        return [
            Finding("return_undated", f"第{index}次{one.body.label}未录入开始日期，不能计算一个月", sources)
        ]
    if period.status is not Status.OVERDUE:
        return []
    what = f"第{index}次{one.body.label}已超过一个月（{period.due}）"
    if one.body is Body.TRIAL:
        return [Finding("supplement_late", what + "：未移送补充证据的，法院可以根据在案证据裁判", sources)]
    if one.back is None:
        return [
            Finding(
                "supplement_late",
                what + "仍未重新移送：应当要求说明理由",
                (*sources, cite("spp2019", 347, 1)),
            )
        ]
    return [Finding("supplement_late", what + "才移送", sources)]


def supplement(
    returns: Sequence[Return], *, in_custody: bool | None = None, today: date | None = None,
    still_insufficient: bool | None = None, use: CountingConventions = DEFAULT_CONVENTIONS,
) -> SupplementAnswer:  # fmt: skip
    """At most two, one month each; the review or trial period starts again when the case comes back.

    Returns before prosecution and adjournments at trial are counted apart (CPL 175 and 204—205 are two
    limits).  `still_insufficient` after the second return: must not prosecute (CPL 175, fourth paragraph).
    `recalculated` is the review (or trial) period from the last day the case came back.
    """
    findings = _order(returns)
    periods: list[Computation] = []
    counted = {True: 0, False: 0}
    last: Return | None = None
    for index, one in enumerate(returns, 1):
        at_trial = one.body is Body.TRIAL
        counted[at_trial] += 1
        rule = "cpl-204-1" if at_trial else "spp2019-346-1"
        declared = Declared(start=one.began, in_custody=in_custody, done_on=one.back, count=counted[at_trial])
        period = compute(rule, declared, use, today)
        periods.append(period)
        findings += _late(index, one, period)
        if counted[at_trial] > MOST_RETURNS:
            sources = (
                (cite("spc2021", 274, 1), cite("spp2019", 421, 2))
                if at_trial
                else (cite("cpl", 175, 3), cite("spp2019", 346, 2))
            )
            findings.append(
                Finding("too_many_returns", f"{one.body.label}已 {counted[at_trial]} 次，以二次为限", sources)
            )
        if not at_trial and one.outline is False:
            findings.append(
                Finding("no_outline", f"第{index}次退回没有补充侦查提纲", (cite("spp2019", 342),))
            )
        if one.back is not None:
            last = one
    before_trial = counted[False]
    if before_trial >= MOST_RETURNS and still_insufficient:
        findings.append(
            Finding(
                "must_not_prosecute",
                "二次补充侦查仍证据不足、不符合起诉条件的，应当作出不起诉的决定",
                (cite("cpl", 175, 4),),
            )
        )
    return SupplementAnswer(
        tuple(periods),
        _again(last, in_custody, today, use),
        tuple(findings),
        max(0, MOST_RETURNS - before_trial),
    )


def _again(
    last: Return | None, in_custody: bool | None, today: date | None, use: CountingConventions
) -> Computation | None:
    if last is None or last.back is None:
        return None
    rule = "cpl-208-1" if last.body is Body.TRIAL else "cpl-172-1"
    declared = Declared(
        start=last.back, in_custody=in_custody, restarts=(Restart(Cause.SUPPLEMENT, last.back),)
    )
    return compute(rule, declared, use, today)


class Ground(StrEnum):
    """Why a court of second instance sends a case back."""

    FACTS = "facts"
    PROCEDURE = "procedure"
    PROCEDURE_OF_RETRIAL = "procedure_of_retrial"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The Chinese name that findings print."""
        return {
            "facts": "原判事实不清、证据不足", "procedure": "原审违反法定诉讼程序",
            "procedure_of_retrial": "重新审判过程中违反法定诉讼程序", "other": "其他理由",
        }[self.value]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Remand:
    """One remand, intended or made: ground (None 未录入), facts found by the second instance, reasons,
    receipt."""

    ground: Ground | None
    facts_found: bool | None = None
    reasons: str = ""
    decided: date | None = None
    received: date | None = None


@dataclass(frozen=True, slots=True)
class RemandAnswer:
    """May the last remand be made?  None: not decidable on what is declared.  With the period of the
    retrial."""

    allowed: bool | None
    findings: tuple[Finding, ...]
    recalculated: Computation | None


_ONCE = (cite("cpl", 236, 2), cite("spc2013", 18), cite("spc2021", 405))


def remand(
    remands: Sequence[Remand], *, in_custody: bool | None = None, today: date | None = None,
    use: CountingConventions = DEFAULT_CONVENTIONS,
) -> RemandAnswer:  # fmt: skip
    """Check the last of `remands` (in order) against CPL 236, 238, 241, 法发〔2013〕11号 18 and Interp. 404—406.

    For facts or evidence once only, and never when the second instance has found the facts; after such a
    remand no further one, except for a violation in the retrial itself (Interp. 406).  Every remand needs a
    ground and reasons: without them the answer is not decidable, not “allowed”.
    """
    if not remands:
        return RemandAnswer(None, (), None)
    last, earlier = remands[-1], remands[:-1]
    findings: list[Finding] = []
    allowed: bool | None = True
    if last.ground is None:
        findings.append(
            Finding(
                "remand_no_ground",
                "未录入发回重审的理由种类，不能判断是否许可",
                (cite("cpl", 236), cite("cpl", 238)),
            )
        )
        allowed = None
    if last.ground is not None and not last.reasons.strip():
        findings.append(
            Finding(
                "remand_no_reasons",
                "发回重审没有写明理由：写明哪一事实不清、哪些证据不足或者违反何种程序",
                (cite("cpl", 236), cite("cpl", 238)),
            )
        )
        allowed = None
    if last.ground is Ground.FACTS and last.facts_found is True:
        findings.append(
            Finding(
                "remand_facts_found",
                "第二审人民法院已经查清事实的，不得发回重新审判",
                (cite("spc2013", 18), cite("spc2021", 404, 1)),
            )
        )
        allowed = False
    elif last.ground is Ground.FACTS and last.facts_found is None:
        findings.append(
            Finding(
                "remand_facts_unknown", "未录入第二审是否查清事实：查清的不得发回", (cite("spc2013", 18),)
            )
        )
        allowed = None
    if last.ground is Ground.OTHER:
        findings.append(
            Finding(
                "remand_other_ground",
                "所录理由不是第二百三十六条、第二百三十八条的情形：请写明发回的法律依据",
                (cite("cpl", 236), cite("cpl", 238)),
            )
        )
        allowed = None
    allowed = _again_after_facts(last, earlier, findings, allowed)
    return RemandAnswer(allowed, tuple(findings), _retrial(last, in_custody, today, use))


def _again_after_facts(
    last: Remand, earlier: Sequence[Remand], findings: list[Finding], allowed: bool | None
) -> bool | None:
    if any(one.ground is Ground.FACTS for one in earlier):
        if last.ground is Ground.PROCEDURE_OF_RETRIAL:
            findings.append(
                Finding(
                    "remand_retrial_procedure",
                    "重新审判过程中另有第二百三十八条、第二百三十九条情形的，应当发回",
                    (cite("spc2021", 406),),
                )
            )
            return allowed
        findings.append(
            Finding(
                "remand_again",
                "曾以事实不清、证据不足发回重新审判，上诉、抗诉后应当依法作出判决、裁定，不得再发回",
                _ONCE,
            )
        )
        return False
    if any(one.ground is None for one in earlier):
        findings.append(
            Finding(
                "remand_history_unknown", "以前发回的理由未录入：如因事实不清、证据不足，不得再次发回", _ONCE
            )
        )
        return None if allowed else allowed
    return allowed


def _retrial(
    last: Remand, in_custody: bool | None, today: date | None, use: CountingConventions
) -> Computation | None:
    if last.received is None:
        return None
    declared = Declared(
        start=last.received, in_custody=in_custody, restarts=(Restart(Cause.REMAND, last.received),)
    )
    return compute("cpl-208-1", declared, use, today)
