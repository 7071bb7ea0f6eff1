"""What happened when: the picture and its table."""

from __future__ import annotations

from gaoyao.review.model import Review
from gaoyao.review.render.markup import Safe, fold, join, row, table, tag
from gaoyao.review.render.pictures.timeline import SINGLE, timelines
from gaoyao.review.render.svg import figure

PAGE = 200
LEGEND = (
    "◆ 某一时刻，或者窄到画不出的范围",
    "横条＝时间不确定的范围（只写到日的，是整日）",
    "≈ 中间没有记录的时段已略去，下面写略去的天数；各段比例不同",
)


def chronicle(review: Review) -> Safe:
    """The section."""
    heading = tag("h2", f"时间经过（{len(review.timeline)} 个时间点）")
    if not review.timeline:
        return join((heading, tag("p", "没有录入时间。")))
    rows = [row((when, what, subject.name), "row") for when, what, subject in review.timeline]
    drawn = timelines(review)
    parts = [heading, *(figure(one, LEGEND if not number else ()) for number, one in enumerate(drawn))]
    for start in range(0, len(rows), PAGE):
        some = rows[start : start + PAGE]
        span = f"第 {start + 1} 至 {start + len(some)} 个时间点"
        parts.append(
            fold(
                f"文字表：{span}",
                table(f"时间经过：{span}", ("时间", "事项", "对象"), some),
                opened=not drawn and not start,
                class_="twin" if drawn and len(rows) <= SINGLE else None,
            )
        )
    return join(parts)
