"""A review as one HTML file: nothing outside it is needed, no script runs, the same review gives the same bytes.

`page` holds everything in the order a judge needs it; `index` lists several pages.  A policy in the file itself
forbids every load but its own styles, so a hostile case file could not fetch anything even if escaping failed.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from gaoyao import __version__
from gaoyao.law.rule import Weight
from gaoyao.review.model import FactState, Review, Robustness
from gaoyao.review.render.markup import Safe, join, table, tag
from gaoyao.review.render.sections import head, notes
from gaoyao.review.render.sections.listed import listed
from gaoyao.review.render.sections.statutes import Statutes
from gaoyao.review.render.style import POLICY, style
from gaoyao.review.render.wording import shortened

_TITLE = 40


def page(review: Review, robustness: Robustness | None = None) -> str:
    """The whole review as one HTML document (UTF-8 text, a final newline).

    `robustness` adds a section on which losses of evidence would change a state; it takes long to compute, so it
    is shown only when given (`page(review, review.robustness)`).
    """
    laws = Statutes(review)
    shown = listed(review, laws, robustness)
    contents = [(ident, title) for ident, title, _ in shown]
    body = [tag("section", made(), id=ident) for ident, _, made in shown]
    title = head.case_title(review)
    main = tag("main", head.certificate(review), head.counts(review), head.toc(contents), *body, id="content")
    mark = "〔虚构案例〕" if review.invented else ""
    return _document(
        f"{title} · 审查意见",
        f"{mark}{shortened(title, _TITLE)} · 审查意见",
        head.head(review),
        main,
        notes.footer(review),
    )


def index(pages: list[tuple[str, Review]], failed: Sequence[str] = ()) -> str:
    """A page over several reviews: one line each with its counts and a link to its file (a name beside this one);
    `failed` names the files that could not be reviewed, so that nobody takes the page for all of them.
    """
    heads = (
        "案件",
        "阶段",
        "法律强制",
        "应当说明",
        "风险提示",
        "有障碍",
        "待查",
        "未见障碍",
        "要查明的问题",
        "总的结果",
    )
    invented = sum(one.invented for _, one in pages)
    lead = (
        f"共 {len(pages)} 件"
        + (f"，其中虚构案例 {invented} 件" if invented else "")
        + "。各数字分别是发现、待证点和问题的个数。"
    )
    order = (
        "按文件先后列出，不排名次；数字多少取决于录入的内容，不能用来比较案件、人员或者机构。由审判人员判断。"
    )
    unread = f"另有 {len(failed)} 个文件有误，没有审查：{'、'.join(failed)}。未审查不等于没有问题。"
    main = tag(
        "main",
        tag("p", lead),
        tag("p", tag("strong", unread)) if failed else "",
        tag("p", order, class_="soft"),
        tag(
            "div",
            table("审查汇总", heads, (_line(name, one) for name, one in pages)),
            class_="wide",
            tabindex=0,
            role="group",
            aria_label="审查汇总",
        ),
        id="content",
    )
    top = tag("header", tag("h1", "审查汇总"))
    end = tag("footer", tag("p", f"只说明法律上的障碍和待查之处，不判断有罪与否。皋陶 {__version__}"))
    return _document("审查汇总", "审查汇总", top, main, end)


def _line(name: str, one: Review) -> Safe:
    weights = [
        sum(found.weight is weight for found in one.findings)
        for weight in (Weight.MANDATORY, Weight.EXPLAIN, Weight.RISK)
    ]
    states = [
        sum(point.state is state for point in one.points)
        for state in (FactState.OBSTACLE, FactState.OPEN, FactState.NO_OBSTACLE)
    ]
    link = join(
        (
            tag("a", head.case_title(one), href=_relative(name)),
            tag("span", "（虚构案例）", class_="small bad") if one.invented else "",
        )
    )
    result = "○ 未见障碍" if one.certificate.granted else "■ 不出具“未见障碍”"
    numbers = [tag("td", str(number), class_="num") for number in (*weights, *states, len(one.questions))]
    return tag("tr", tag("th", link, scope="row"), tag("td", one.stage_label), *numbers, tag("td", result))


def _relative(name: str) -> str:
    """A file name as a link beside this page; `./` keeps a name with a colon from reading as a scheme."""
    return "./" + quote(name, errors="replace")


def _document(title: str, running: str, top: Safe, main: Safe, end: Safe) -> str:
    css = Safe(style(running))
    header = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=POLICY),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="generator", content=f"gaoyao {__version__}"),
        tag("title", title),
        tag("style", css),
    )
    skip = tag("a", "跳到正文", href="#content", class_="skip")
    body = tag("body", skip, tag("div", top, main, end, class_="sheet"))
    return f'<!DOCTYPE html>\n<html lang="zh-CN">\n{header}\n{body}\n</html>\n'
