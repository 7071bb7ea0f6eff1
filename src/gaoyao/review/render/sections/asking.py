"""What must be found out next, and by whom; the first twenty, then the rest folded."""

from __future__ import annotations

from collections import Counter

from gaoyao.review.model import QuestionLine, Review
from gaoyao.review.render.markup import Safe, fold, join, row, table, tag

FIRST, NAMES = 20, 12
_HEADS = ("序号", "要查明的", "由谁回答", "涉及", "为了")


def questions(review: Review) -> Safe:
    """The section."""
    number = len(review.questions)
    heading = tag("h2", f"接下来要查明的（{number} 问）")
    if not number:
        return join((heading, tag("p", "没有待查明的问题。")))
    owed = Counter(one.answers for one in review.questions)
    who = "，".join(f"{office} {count} 问" for office, count in owed.most_common())
    lead = tag(
        "p",
        f"先列法律要求查明的、有结论在等的。由谁回答：{who}。每问可以答：是、否、查而不明；没有录入不等于没有。",
        class_="soft",
    )
    rows = [_row(one, place) for place, one in enumerate(review.questions, 1)]
    parts = [heading, lead, table(f"前 {min(number, FIRST)} 问", _HEADS, rows[:FIRST], class_="asked")]
    if number > FIRST:
        parts.append(
            fold(
                f"其余 {number - FIRST} 问",
                table(f"第 {FIRST + 1} 至 {number} 问", _HEADS, rows[FIRST:], class_="asked"),
            )
        )
    return join(parts)


def _row(one: QuestionLine, place: int) -> Safe:
    marks = [words for held, words in ((one.legal_duty, "法定"), (one.holds, "有结论在等")) if held]
    mark = tag("span", f"〔{'，'.join(marks)}〕", class_="small bad") if marks else ""
    names = [subject.name for subject in one.subjects]
    about = "、".join(names[:NAMES])
    rest = fold(f"另 {len(names) - NAMES} 项", "、".join(names[NAMES:])) if len(names) > NAMES else ""
    because = tag("ul", *(tag("li", words) for words in one.because))
    cited = tag("span", "；".join(one.citations), class_="small soft")
    return row(
        (str(place), join((one.text, mark)), one.answers, join((about, rest)), join((because, cited))), "row"
    )
