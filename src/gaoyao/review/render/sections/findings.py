"""The findings, weight by weight; findings of one rule stand together with their subjects listed."""

from __future__ import annotations

from gaoyao.law.interpretations import INTERPRETATIONS
from gaoyao.law.rule import Weight
from gaoyao.review.model import Finding, Review
from gaoyao.review.render.markup import Safe, fold, join, row, table, tag
from gaoyao.review.render.sections.proofs import proof
from gaoyao.review.render.sections.statutes import Statutes
from gaoyao.review.render.wording import WEIGHT_MEANINGS, WEIGHTS, places, quotes, told

TREES, LISTED, KEPT = 3, 20, 4
"""How many proofs a group carries, how many subjects it shows unfolded, how many stay on one printed page."""


def sections(review: Review, laws: Statutes) -> list[tuple[str, str, Safe]]:
    """(anchor, title, markup) for every weight that found something."""
    made = []
    for weight in Weight:
        groups = _grouped(review, weight)
        if not groups and weight is not Weight.MANDATORY:
            continue
        number = sum(map(len, groups))
        title = f"{weight.label}（{number}）"
        lead = tag("p", WEIGHT_MEANINGS[weight], class_="soft")
        body = [_article(group, laws) for group in groups] or [tag("p", "没有这一类发现。")]
        heading = tag(
            "h2",
            tag("span", WEIGHTS[weight][0], class_=f"sign {WEIGHTS[weight][1]}", aria_hidden="true"),
            title,
        )
        made.append((f"findings-{weight.value}", title, join((heading, lead, *body))))
    return made


def _grouped(review: Review, weight: Weight) -> list[list[Finding]]:
    groups: dict[tuple[str, str], list[Finding]] = {}
    for one in review.findings:
        if one.weight is weight:
            groups.setdefault((one.rule.id, one.school), []).append(one)
    return list(groups.values())


def _article(group: list[Finding], laws: Statutes) -> Safe:
    first = group[0]
    sign, tone = WEIGHTS[first.weight]
    single = len(group) == 1
    ids = first.id if single else f"{first.id} 至 {group[-1].id}，共 {len(group)} 项"
    heading = tag(
        "h3",
        tag("span", sign, class_="sign", aria_hidden="true"),
        first.rule.title,
        tag("span", first.rule.effect.label, class_="kind"),
        tag("span", ids, class_="ids"),
    )
    about = _one(first) if single else []
    said = tag("dl", *about, *_shared(first, laws), class_="say")
    return tag(
        "article",
        heading,
        said,
        proof(first.reason) if single else _many(group),
        class_=tone if len(group) <= KEPT else f"{tone} long",
        id=first.id if single else None,
    )


def _term(term: str, *words: str) -> Safe:
    return join((tag("dt", term), tag("dd", *words)))


def _one(one: Finding) -> list[Safe]:
    return [
        _term("对象", tag("strong", one.subject.name)),
        _term("理由", told(one)),
        _term("出处", _where(one)),
    ]


def _where(one: Finding) -> Safe:
    found = places(one.sources)
    quoted = [f"原文：“{words}”" for words in quotes(one.sources)]
    if not found and not quoted:
        return tag("span", "所依据的是案卷中没有的内容，无页码", class_="where")
    return tag("span", "；".join([*found, *quoted]), class_="where")


def _shared(one: Finding, laws: Statutes) -> list[Safe]:
    rule = one.rule
    made = [
        _term(
            "后果",
            tag("strong", rule.consequence),
            tag("span", f"（{rule.basis.label}）", class_="soft small"),
        )
    ]
    if rule.cure:
        made.append(_term("补救", rule.cure))
    made.append(_term("依据", tag("ul", *(tag("li", laws.citation(cited)) for cited in one.citations))))
    if rule.interpretation:
        made.append(_term("口径", _school(*rule.interpretation)))
    made.append(_term("规则", tag("span", f"{rule.statement} ", tag("code", rule.id), class_="small")))
    return made


def _school(name: str, school: str) -> Safe:
    row_ = INTERPRETATIONS[name]
    chosen = row_.school(school)
    others = "；".join(
        f"{one.label}用 --interpretation {name}={one.id}" for one in row_.schools if one.id != school
    )
    return join(
        (
            tag("a", f"{row_.question} 本次用“{chosen.label}”：{chosen.reading}", href=f"#school-{name}"),
            tag("span", f"（{others}）", class_="soft small"),
        )
    )


def _listed(one: Finding, with_proof: bool) -> Safe:
    subject = join((tag("span", one.id, class_="soft small"), tag("br"), one.subject.name))
    said = join(
        (
            told(one),
            tag("div", "出处：", _where(one), class_="small"),
            proof(one.reason) if with_proof else "",
        )
    )
    return row((subject, said), "row", id=one.id)


def _many(group: list[Finding]) -> Safe:
    """The subjects of a group; the first unfolded, the rest folded."""
    rows = [_listed(one, number < TREES) for number, one in enumerate(group)]
    heads = ("编号、对象", "理由、出处")
    shown = table(f"同一规则的 {len(group)} 项", heads, rows[:LISTED], class_="pairs")
    if len(rows) <= LISTED:
        return shown
    rest = table(f"其余 {len(rows) - LISTED} 项", heads, rows[LISTED:], class_="pairs")
    return join((shown, fold(f"其余 {len(rows) - LISTED} 项", rest)))
