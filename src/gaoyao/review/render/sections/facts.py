"""The facts to be proved: accused by accused, incident by incident, charge by charge; then the matrix."""

from __future__ import annotations

from gaoyao.logic.truth import Truth
from gaoyao.proof.routes import ROUTES
from gaoyao.review.model import FactState, PointLine, Review, SupportLine
from gaoyao.review.render.markup import Safe, anchor, fold, join, row, table, tag
from gaoyao.review.render.pictures.matrix import LEGEND, matrix, panels, shared
from gaoyao.review.render.sections.standing import finding_link
from gaoyao.review.render.svg import figure
from gaoyao.review.render.wording import STATES, content, rung_badge, state_badge

_HEADS = ("待证事实", "性质", "状态", "障碍、提示与待查", "证据", "路径")
_SHOWN, _PANELS, _HINTED = 12, 3, 8
_MANY = 4
"""From how many counts an overview stands first."""
_WHO = frozenset(("系被告人所为", "行为"))


def facts(review: Review) -> Safe:
    """The section."""
    heading = tag("h2", f"待证事实（{len(review.points)} 个待证点）")
    if not review.points:
        return join((heading, tag("p", "没有录入待证事实，事实部分未检查。")))
    lead = tag(
        "p",
        "每一被告人、每一起、每一罪名分别看。“未见障碍”只表示必要条件没有缺，不表示该事实成立；由审判人员判断。",
        class_="soft",
    )
    groups: dict[int, list[PointLine]] = {}
    for one in review.points:
        groups.setdefault(one.count.number, []).append(one)
    titles = {one.id: one.rule.title for one in review.findings}
    bodies = [_count(points, titles) for points in groups.values()]
    head = tag("thead", tag("tr", *(tag("th", words, scope="col") for words in _HEADS)))
    whole = tag(
        "table", tag("caption", f"待证事实的状态，共 {len(groups)} 项指控"), head, *bodies, class_="facts"
    )
    overview = [_overview(list(groups.values()))] if len(groups) >= _MANY else []
    return join((heading, lead, *overview, whole, _routes(), *_matrix(review)))


def _overview(groups: list[list[PointLine]]) -> Safe:
    """One line a count: where obstacles stand, before the details."""
    heads = ("指控", "被告人", "犯罪事实", "罪名", *(state_badge(state) for state in STATES))
    rows = []
    for points in groups:
        one = points[0]
        states = [sum(point.state is state for point in points) for state in STATES]
        cells = [tag("td", _state_count(state, number)) for state, number in zip(STATES, states, strict=True)]
        rows.append(
            tag(
                "tr",
                tag("th", tag("a", one.count.id, href=f"#{anchor('count', one.count.number)}"), scope="row"),
                tag("td", one.accused.name if one.accused else "未录入"),
                tag("td", f"{one.incident.id} {content(one.incident)}" if one.incident else "未录入"),
                tag("td", one.charge or "未录入"),
                *cells,
            )
        )
    return table(f"各项指控一览：{len(groups)} 项，数字是待证点的个数", heads, rows)


def _state_count(state: FactState, number: int) -> str:
    sign, tone = STATES[state]
    return tag("b", f"{sign} {number}", class_=tone) if number else "—"


def count_title(one: PointLine) -> str:
    """甲某 · 故意杀人罪 · 河边的死者."""
    parts = [one.accused.name if one.accused else "被告人未录入", one.charge or "罪名未录入"]
    if one.incident:
        parts.append(f"{one.incident.id} {content(one.incident)}")
    return " · ".join(parts)


def _count(points: list[PointLine], titles: dict[str, str]) -> Safe:
    title = f"{points[0].count.id}　{count_title(points[0])}"
    head = tag("tr", tag("th", title, colspan=len(_HEADS), scope="rowgroup"))
    body = (_point(one, titles) for one in points)
    return tag("tbody", head, *body, class_="group", id=anchor("count", points[0].count.number))


def _point(one: PointLine, titles: dict[str, str]) -> Safe:
    why = [tag("li", tag("strong", "法定"), f"：{titles[i]}（", finding_link(i), "）") for i in one.legal]
    why += [tag("li", f"提示：{titles[i]}（", finding_link(i), "）") for i in one.hints]
    why += [tag("li", f"待查：{title}") for title in one.pending]
    fact = join((tag("span", one.fact.id, class_="soft"), " ", content(one.fact)))
    route = one.route or ("未见" if one.role in _WHO else "—")
    shown = join((_support(row_) for row_ in one.supports[:_SHOWN]), "、")
    more = f"等 {len(one.supports)} 件（见对照表）" if len(one.supports) > _SHOWN else ""
    evidence = join((shown, more)) if one.supports else tag("span", "没有录入证据", class_="soft")
    return row(
        (
            fact,
            one.role or "未录入",
            state_badge(one.state),
            tag("ul", *why) if why else "—",
            evidence,
            route,
        ),
        "row",
    )


def _support(one: SupportLine) -> Safe:
    """An item's number; struck out, with words, where it may not be used."""
    barred = one.rung.truth is Truth.NO
    name = tag("span", one.item.id, title=f"{one.item.name}：{one.rung.label}")
    notes = [] if one.supports else ["反对"]
    notes += ["本人供述"] if one.own_confession else []
    notes += ["不能用"] if barred else ["未定"] if one.rung.truth is Truth.UNKNOWN else []
    return join(
        (
            tag("del", name) if barred else name,
            tag("span", f"（{'，'.join(notes)}）", class_="small soft") if notes else "",
        )
    )


def _routes() -> Safe:
    used = tag("ul", *(tag("li", tag("strong", letter), f"　{words}") for letter, words in ROUTES.items()))
    note = "“路径”是指向被告人本人的证明途径（只对“系被告人所为”“行为”两类事实列出）；“未见”是现有可用证据没有走通任何一条。划线的证据不能用来认定事实。"
    return tag("div", tag("p", note), used, class_="small soft")


def _matrix(review: Review) -> list[Safe]:
    drawn = list(panels(review))
    if not drawn:
        return []
    made = [tag("h3", "证据与待证事实对照")]
    figures = [
        figure(matrix(panel, len(drawn) <= _HINTED), LEGEND if not number else ())
        for number, panel in enumerate(drawn)
    ]
    made += figures[:_PANELS]
    if figures[_PANELS:]:
        made.append(fold(f"其余 {len(figures) - _PANELS} 幅对照图", *figures[_PANELS:]))
    return [*made, fold("对照图的文字表", _twin(review), class_="twin")]


def _twin(review: Review) -> Safe:
    heads = ("证据", "方向", "联系", "处境", "页码")
    bodies = []
    for point, *more in shared(review):
        also = f"，{'、'.join(one.count.id for one in more)} 相同" if more else ""
        title = f"{count_title(point)}：{point.fact.id} {content(point.fact)}（{point.state.label}{also}）"
        rows = [_twin_row(one) for one in point.supports] or [
            tag("tr", tag("td", "没有录入证据", colspan=len(heads)))
        ]
        bodies.append(
            tag(
                "tbody",
                tag("tr", tag("th", title, colspan=len(heads), scope="rowgroup")),
                *rows,
                class_="group",
            )
        )
    head = tag("thead", tag("tr", *(tag("th", words, scope="col") for words in heads)))
    return tag("table", tag("caption", "待证事实与证据对照（与上图内容相同）"), head, *bodies)


def _twin_row(one: SupportLine) -> Safe:
    name = f"{one.item.id} {content(one.item)}"
    shown = tag("del", name) if one.rung.truth is Truth.NO else name
    tie = (one.tie or "未录入") + ("，本人供述" if one.own_confession else "")
    return row(
        (shown, "支持" if one.supports else "反对", tie, rung_badge(one.rung), one.page or "未录入"), "row"
    )
