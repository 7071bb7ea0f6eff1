"""The head of the page: which case, for whom, on which law; the certificate; the counts."""

from __future__ import annotations

from gaoyao.law.rule import Weight
from gaoyao.logic.truth import Truth
from gaoyao.review.model import FactState, Review
from gaoyao.review.render.markup import Safe, join, tag
from gaoyao.review.render.wording import STATES, WEIGHTS, badge

Contents = list[tuple[str, str]]
"""(anchor, words) of every section on the page."""


def case_title(review: Review) -> str:
    """The case's name, its id, or a word that says there is none."""
    return review.title or review.case_id or "未命名案件"


def head(review: Review) -> Safe:
    """Title, the mark of an invented case, and the terms of the review."""
    by = "录入的开庭或者裁判日" if review.hearing_entered else "未录入开庭日，以今日代替；条文版本须由人核对"
    people = list(dict.fromkeys(one.accused.name for one in review.points if one.accused))
    rows = [
        ("案件", case_title(review)),
        ("案件编号", review.case_id or "未录入"),
        ("被告人", "、".join(people) or "未录入"),
        ("诉讼阶段", review.stage_label),
        ("审查者", review.role_label),
        ("审查日", review.today.isoformat()),
        ("适用法律日", f"{review.hearing.isoformat()}（{by}）"),
        ("运行规则", f"{review.rules_run} 条"),
    ]
    pairs = join(join((tag("dt", term), tag("dd", words))) for term, words in rows)
    mark = tag("p", tag("strong", "虚构案例", class_="invented"), class_="center") if review.invented else ""
    return tag(
        "header",
        mark,
        tag("h1", case_title(review)),
        tag("p", "证据与程序审查意见", class_="center soft"),
        tag("dl", pairs, class_="meta"),
    )


def certificate(review: Review) -> Safe:
    """Is 未见障碍 given as a whole, and if not why; a person decides either way."""
    if review.certificate.granted:
        return tag(
            "section",
            tag("p", "○ 未见障碍", class_="lead"),
            tag(
                "p", "本次运行的检查没有发现法律障碍，也没有未检查的部分。这不表示指控成立；由审判人员判断。"
            ),
            class_="box calm",
            id="certificate",
            aria_label="总的结果",
        )
    why = tag("ul", *(tag("li", one) for one in review.certificate.withheld_because))
    return tag(
        "section",
        tag("p", "■ 不出具“未见障碍”", class_="lead"),
        why,
        tag(
            "p",
            "以上是法律上的障碍和待查之处，不是对有罪与否的判断，也不妨碍审判人员签署决定；由审判人员判断。",
        ),
        class_="box bad",
        id="certificate",
        aria_label="总的结果",
    )


def counts(review: Review) -> Safe:
    """The counts, each with a link to its section."""
    cards = []
    for weight in (Weight.MANDATORY, Weight.EXPLAIN, Weight.RISK):
        number = sum(one.weight is weight for one in review.findings)
        sign, tone = WEIGHTS[weight]
        cards.append(
            _card(number, "项", badge(sign, weight.label, tone), f"findings-{weight.value}" if number else "")
        )
    for state in (FactState.OBSTACLE, FactState.OPEN, FactState.NO_OBSTACLE):
        sign, tone = STATES[state]
        number = sum(one.state is state for one in review.points)
        cards.append(_card(number, "个待证点", badge(sign, state.label, tone), "facts"))
    barred = sum(one.rung.truth is Truth.NO for one in review.items)
    undecided = sum(one.rung.truth is Truth.UNKNOWN for one in review.items)
    words = f"证据（不能用 {barred}，未定 {undecided}）"
    cards.append(_card(len(review.items), "件", words, "standing"))
    cards.append(_card(len(review.questions), "问", "要查明的问题", "questions"))
    return tag("ul", *cards, class_="cards", aria_label="汇总")


def _card(number: int, unit: str, words: str, target: str) -> Safe:
    label = tag("a", words, href=f"#{target}") if target else words
    return tag(
        "li", tag("span", str(number), tag("span", f" {unit}", class_="small soft"), class_="figure"), label
    )


def toc(contents: Contents) -> Safe:
    """The table of contents."""
    return tag(
        "nav",
        tag("ol", *(tag("li", tag("a", words, href=f"#{target}")) for target, words in contents)),
        class_="toc",
        aria_label="目录",
    )
