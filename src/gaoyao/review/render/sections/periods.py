"""The periods of the case: when each began, when it ends, where it stands, and how the date was computed."""

from __future__ import annotations

from gaoyao.review.deadlines import DeadlineLine
from gaoyao.review.model import Review
from gaoyao.review.render.markup import Safe, fold, join, row, table, tag
from gaoyao.review.render.wording import at, badge

_UNSETTLED = frozenset(("cannot_compute", "not_entered"))


def periods(review: Review) -> Safe:
    """The section; a case without entered steps says that periods were not checked."""
    heading = tag("h2", f"期限（{len(review.deadlines)}）")
    if not review.deadlines:
        return join((heading, tag("p", "没有录入程序事项（拘留、逮捕、移送、受理等），期限未检查。")))
    lead = tag("p", "完成事项没有录入的，不等于没有办理；由审判人员核对原卷。", class_="soft")
    heads = ("期限", "对象", "起算与届满", "状态", "说明", "依据")
    return join((heading, lead, table("期限", heads, map(_row, review.deadlines), class_="periods")))


def _row(one: DeadlineLine) -> Safe:
    if one.overdue:
        status = badge("■", one.status_label, "bad")
    else:
        unsettled = one.status in _UNSETTLED
        status = badge("△" if unsettled else "○", one.status_label, "warn" if unsettled else "mute")
    days = join((f"自 {at(one.started)}", tag("br"), f"至 {at(one.due) or '不能计算'}"))
    notes = [*(f"缺：{name}" for name in one.missing), *one.findings]
    told = tag("ul", *(tag("li", words) for words in notes)) if notes else ""
    steps = (
        fold("怎样算出", tag("ol", *(tag("li", words) for words in one.steps)), class_="proof")
        if one.steps
        else ""
    )
    cited = join(
        (f"{'；'.join(one.citations)}", tag("div", one.page, class_="small soft") if one.page else "")
    )
    return row((one.title, one.accused or "本案", days, status, join((told, steps)) or "—", cited), "row")
