"""What the law forbids or demands at this stage, what nobody answered, what was not done: with links to the findings."""

from __future__ import annotations

from gaoyao.law.rule import Effect
from gaoyao.review.model import Finding, Review
from gaoyao.review.render.markup import Safe, join, row, table, tag
from gaoyao.review.render.sections.standing import finding_link
from gaoyao.review.render.wording import WEIGHTS, badge

UNANSWERED = "defence_unanswered"


def dispositions(review: Review) -> Safe:
    """Dispositions the law forbids or demands."""
    found = review.of_effect(Effect.DISPOSITION.value)
    lead = tag("p", "以下处理由所引条文规定；是否如此处理，由审判人员判断并签署。", class_="soft")
    return join(
        (tag("h2", f"法律禁止或者要求的处理（{len(found)}）"), lead, _listed(found, "法律禁止或者要求的处理"))
    )


def arguments(review: Review) -> Safe:
    """Defence arguments nobody answered."""
    found = review.of_concept(UNANSWERED)
    return join(
        (
            tag("h2", f"没有得到回应的辩解、辩护意见（{len(found)}）"),
            _listed(found, "没有得到回应的辩解、辩护意见"),
        )
    )


def duties(review: Review) -> Safe:
    """Duties undone."""
    found = tuple(one for one in review.of_effect(Effect.DUTY.value) if one.rule.concept != UNANSWERED)
    return join(
        (tag("h2", f"应当履行而未履行的职责（{len(found)}）"), _listed(found, "应当履行而未履行的职责"))
    )


def _listed(found: tuple[Finding, ...], caption: str) -> Safe:
    if not found:
        return tag("p", "本次检查没有发现。")
    groups: dict[tuple[str, str], list[Finding]] = {}
    for one in found:
        groups.setdefault((one.rule.id, one.weight.value), []).append(one)
    return table(
        caption, ("事项", "法律后果", "对象（发现）", "依据"), map(_row, groups.values()), class_="outcomes"
    )


def _row(group: list[Finding]) -> Safe:
    first = group[0]
    sign, tone = WEIGHTS[first.weight]
    subjects = join((join((one.subject.name, "（", finding_link(one.id), "）")) for one in group), "、")
    title = join((first.rule.title, tag("br"), badge(sign, first.weight.label, tone)))
    return row(
        (title, first.rule.consequence, subjects, "；".join(cited.brief for cited in first.citations)), "row"
    )
