"""What a person may do next in a case, in the order of the work: a count, what it is, and the page where it is done."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from gaoyao.dossier.model import Basis
from gaoyao.logic.truth import Why
from gaoyao.review.standing import Rung
from gaoyao.web.cases.listing import unanswered
from gaoyao.web.cases.reading import Desk


@dataclass(frozen=True, slots=True)
class Step:
    """Something that waits for a person."""

    number: int
    words: str
    address: str


def steps(desk: Desk) -> tuple[Step, ...]:
    """The steps that have something to do; none where everything is done."""
    review = desk.read.review
    read = sum(
        live.basis is Basis.READ and live.why is not Why.CONFLICTING
        for column in desk.read.view.cells.values()
        for live in column.values()
    )
    standing = [one.rung for one in review.items]

    def at(name: str, asked: str = "") -> str:
        return reverse(name, args=[desk.case.key]) + asked

    every = (
        Step(read, "项机器读出的内容，还没有人确认", at("queue")),
        Step(
            standing.count(Rung.GROUND_FOUND),
            "件证据有应当排除的理由，等待裁定",
            at("evidence", "?show=open"),
        ),
        Step(standing.count(Rung.CURABLE), "件证据有瑕疵，等待补正或者解释", at("evidence", "?show=open")),
        Step(len(unanswered(review)), "项辩护意见没有得到回应", at("arguments")),
        Step(len(review.questions), "个问题要查明，按影响大小排列", at("questions")),
    )
    return tuple(one for one in every if one.number)
