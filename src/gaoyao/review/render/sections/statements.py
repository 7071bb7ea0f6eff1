"""What a person says from one statement to the next, and what the questioning shows.  Left out where nothing was said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gaoyao.review.model import Subject
from gaoyao.review.pages import MoveLine, SharedLine, SignLine, StatementsPage
from gaoyao.review.render.markup import Safe, fold, join, long, row, table, tag
from gaoyao.review.render.pictures.drift import LEGEND, Sheet, cells, drift, sheets
from gaoyao.review.render.svg import figure
from gaoyao.review.render.wording import shortened

_SHEETS, _PASSAGE = 2, 60
_LISTS = (
    ("drifted", "改口到侦查机关此前已经掌握的说法（越供越像）"),
    ("contradictory", "前后说法不一致"),
    ("known_before", "说出以前侦查机关已经掌握"),
    ("public_before", "说出以前已经公开"),
    ("novel", "先供后证：先于侦查机关掌握说出，后经查证属实"),
    ("unsure", "先后不明"),
)


def statements(page: StatementsPage) -> Safe | None:
    """The section, or None where no statement says anything and the questioning shows nothing."""
    if not (page.slots or page.shared or page.questioning):
        return None
    lead = tag(
        "p",
        "同一个人的各次陈述按时间并列；标记只说明先后和异同，不说明真假。改口、指供、复制笔录是否存在，由审判人员查明。",
        class_="soft",
    )
    drawn = list(sheets(page))
    figures = [figure(drift(page, one), LEGEND if not n else ()) for n, one in enumerate(drawn)]
    more = [fold(f"其余 {len(figures) - _SHEETS} 幅", *figures[_SHEETS:])] if len(figures) > _SHEETS else []
    twin = [fold("上图的文字表", *(_twin(page, one) for one in drawn), class_="twin")] if drawn else []
    lists = [made for name, title in _LISTS if (made := _moves(title, getattr(page, name)))]
    return join(
        (
            tag("h2", "供述与陈述的前后比对"),
            lead,
            *figures[:_SHEETS],
            *more,
            *twin,
            *lists,
            *_shared(page.shared),
            *_signs(page.questioning),
        )
    )


def _twin(page: StatementsPage, sheet: Sheet) -> Safe:
    head, *rows = cells(page, sheet)
    return table(
        f"{sheet.person}的各次陈述（第 {sheet.number + 1} 幅）", head, (row(one, "row") for one in rows)
    )


def _moves(title: str, lines: Sequence[MoveLine]) -> Safe | None:
    if not lines:
        return None
    heads = ("陈述人", "细节", "此前", "这一次", "笔录", "说明")
    rows = [
        row(
            (
                one.person,
                f"{one.slot}（{one.about}）" if one.about else one.slot,
                _said(one.before, one.before_item) if one.before else "第一次提到",
                one.words,
                _said(_name(one.item), None, one.page),
                one.sentence,
            ),
            "row",
        )
        for one in lines
    ]
    return long(f"{title}：{len(lines)} 处", heads, rows)


def _shared(lines: Sequence[SharedLine]) -> Iterable[Safe]:
    if lines:
        rows = [
            row(
                (
                    _name(one.one),
                    _name(one.other),
                    f"{one.lines} 行",
                    f"{one.length} 字",
                    shortened(one.passage, _PASSAGE),
                ),
                "row",
            )
            for one in lines
        ]
        yield long(
            f"笔录之间相同的文字：{len(lines)} 对",
            ("笔录", "另一份", "相同的行", "最长相同", "最长相同的文字"),
            rows,
        )


def _signs(lines: Sequence[SignLine]) -> Iterable[Safe]:
    if lines:
        rows = [
            row((one.label, _name(one.item), _name(one.other) if one.other else "—", one.sentence), "row")
            for one in lines
        ]
        yield long(f"讯问过程的迹象：{len(lines)} 处", ("迹象", "笔录", "另一份", "说明"), rows)


def _name(one: Subject) -> Safe:
    return tag("span", one.id, title=one.name)


def _said(words: str, item: Subject | None, page: str = "") -> Safe:
    place = _name(item) if item else page
    return join((words, tag("span", "（", place, "）", class_="small soft") if place else ""))
