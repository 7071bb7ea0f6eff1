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
    return join((tag("h2", f"法律禁止或者要求的处理（{len(found)}）"), lead, _listed(found, "法律禁止或者要求的处理")))


def arguments(review: Review) -> Safe:
    """Defence arguments nobody answered."""
    found = review.of_concept(UNANSWERED)
    return join((tag("h2", f"没有得到回应的辩解、辩护意见（{len(found)}）"), _listed(found, "没有得到回应的辩解、辩护意见")))


def duties(review: Review) -> Safe:
    """Duties undone."""
    found = tuple(one for one in review.of_effect(Effect.DUTY.value) if one.rule.concept != UNANSWERED)
    return join((tag("h2", f"应当履行而未履行的职责（{len(found)}）"), _listed(found, "应当履行而未履行的职责")))


def _listed(found: tuple[Finding, ...], caption: str) -> Safe:
    if not found:
        return tag("p", "本次检查没有发现。")
    rows = [
        row((one.subject.name, one.rule.title, one.rule.consequence, "；".join(cited.brief for cited in one.citations),
             join((badge(*_signed(one)), " ", finding_link(one.id)))), "row")
        for one in found
    ]  # fmt: skip
    return table(caption, ("对象", "事项", "法律后果", "依据", "详见"), rows)


def _signed(one: Finding) -> tuple[str, str, str]:
    sign, tone = WEIGHTS[one.weight]
    return sign, one.weight.label, tone
