"""Where every item stands: the ladder, and the same as tables."""

from __future__ import annotations

from gaoyao.law.rule import RULES
from gaoyao.logic.truth import Truth
from gaoyao.review.model import ItemLine, Review
from gaoyao.review.render.markup import Safe, anchor, fold, join, row, table, tag
from gaoyao.review.render.pictures.ladder import ladder
from gaoyao.review.render.svg import figure
from gaoyao.review.render.wording import RUNG_MEANINGS, RUNGS, content, rung_badge
from gaoyao.review.standing import Rung

OPEN, PAGE = 40, 200


def standing(review: Review) -> Safe:
    """The section."""
    heading = tag("h2", f"证据的处境（{len(review.items)} 件）")
    if not review.items:
        return join((heading, tag("p", "没有录入证据，这一部分未检查。")))
    lead = tag("p", "“排除”只能是有权机关的裁定；本软件只指出理由。标记、文字含义见图下说明。", class_="soft")
    present = [rung for rung in Rung if any(one.rung is rung for one in review.items)]
    legend = [f"{RUNGS[rung][0]} {rung.label}：{RUNG_MEANINGS[rung]}" for rung in present]
    attention = [one for one in review.items if one.rung.truth is not Truth.YES]
    clear = [one for one in review.items if one.rung.truth is Truth.YES]
    parts = [heading, lead, figure(ladder(review), legend)]
    if attention:
        parts += [tag("h3", f"要处理的证据（{len(attention)} 件）"), *_tables(attention, True)]
    if clear:
        parts += [tag("h3", f"未见不得使用的情形（{len(clear)} 件）"), *_tables(clear, len(clear) <= OPEN)]
    return join(parts)


def _tables(items: list[ItemLine], opened: bool) -> list[Safe]:
    """Tables of up to 200 rows, folded where there are many."""
    heads = ("证据", "种类", "处境", "卷宗页码", "因为")
    if opened and len(items) <= PAGE:
        return [table(f"证据处境，{len(items)} 件", heads, map(_row, items), class_="stand")]
    made = []
    for start in range(0, len(items), PAGE):
        part = items[start : start + PAGE]
        span = f"第 {start + 1} 至 {start + len(part)} 件，共 {len(items)} 件"
        made.append(
            fold(
                f"表：{span}",
                table(f"证据处境：{span}", heads, map(_row, part), class_="stand"),
                opened=opened and not start,
            )
        )
    return made


def _row(one: ItemLine) -> Safe:
    name = join((tag("span", one.subject.id, class_="soft"), " ", content(one.subject)))
    return row(
        (name, one.type, rung_badge(one.rung), one.page or "未录入", _because(one)),
        "row",
        id=anchor("item", one.subject.number),
    )


def _because(one: ItemLine) -> Safe:
    """The rules that put it there, and the findings about it."""
    links = join((finding_link(ident) for ident in one.findings), "、")
    titles = [RULES[ident].title if ident in RULES else ident for ident in one.rules]
    told = tag("ul", *(tag("li", title) for title in titles[:4])) if titles else Safe("")
    more = f"等 {len(titles)} 项" if len(titles) > 4 else ""
    if not one.rules and not one.findings:
        return Safe("—")
    return join((told, more, tag("span", "发现：", links, class_="small") if one.findings else ""))


def finding_link(ident: str) -> Safe:
    """A link to a finding."""
    return tag("a", ident, href=f"#{ident}")
