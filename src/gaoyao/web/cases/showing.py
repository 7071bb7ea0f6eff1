"""Findings and subjects in the shapes the templates use."""

from __future__ import annotations

from dataclasses import dataclass

from gaoyao.review.model import Finding, Review
from gaoyao.review.render.wording import WEIGHTS, told
from gaoyao.web.cases.reading import Desk, Read
from gaoyao.web.originals.sources import Place, where


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding as the pages show it: sentence, consequence, articles, places, cure."""

    id: str
    title: str
    effect: str
    weight: str
    sign: str
    tone: str
    about: str
    item: str
    sentence: str
    consequence: str
    basis: str
    cure: str
    citations: tuple[tuple[str, str], ...]
    places: tuple[Place, ...]
    statement: str
    aside: bool


def shown(desk: Desk, one: Finding) -> Shown:
    """One finding; each citation with the words of the law where they were imported, each page with the way to it."""
    read = desk.read
    sign, tone = WEIGHTS[one.weight]
    return Shown(
        one.id, one.rule.title, one.rule.effect.label, one.weight.label, sign, tone, one.subject.name, item_of(read, one.subject.id),
        told(one), one.rule.consequence, one.rule.basis.label, one.rule.cure,
        tuple((cited.brief, read.review.words.get(str(cited), "")) for cited in one.citations), where(desk, one.sources),
        one.rule.statement, one.aside,
    )  # fmt: skip


def item_of(read: Read, subject: str) -> str:
    """The item a subject is or is nested in; '' for none."""
    while subject and read.view.kind(subject) != "item":
        subject = read.view.parent(subject)
    return subject


def about_item(read: Read, review: Review, item: str) -> list[Finding]:
    """The findings about an item and what is nested in it, heaviest first."""
    return [one for one in review.findings if item_of(read, one.subject.id) == item]
