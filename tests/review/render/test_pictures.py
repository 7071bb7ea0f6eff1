"""图：大案分幅，幅面匀称；放不下的另计数。"""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from gaoyao.logic.truth import Truth
from gaoyao.review.model import FactState, ItemLine, Review, Subject, SupportLine
from gaoyao.review.render.pictures.ladder import ladder
from gaoyao.review.render.pictures.matrix import COLUMNS, ROWS, matrix, panels
from gaoyao.review.render.svg import balanced, fitted, upright, width_of
from gaoyao.review.standing import Rung
from tests.review.render.pages import parsed, sample


def item(number: int, rung: Rung) -> ItemLine:
    return ItemLine(
        Subject("item", f"E{number}", f"证据 E{number}《虚构》", number), "书证", "", rung, (), ()
    )


def large(points: int, items: int) -> Review:
    """So many facts of one accused, each supported by every item."""
    base = sample().points[0]
    rungs = (Rung.USABLE, Rung.PENDING, Rung.NOT_BASIS)
    rows = tuple(
        SupportLine(item(n, Rung.USABLE).subject, n % 5 != 0, "言词", rungs[n % 3], n == 1, "")
        for n in range(items)
    )
    facts = [Subject("fact", f"F{n}", f"待证事实 F{n}“虚构的第{n}项事实”", n) for n in range(points)]
    return replace(sample(), points=tuple(replace(base, fact=fact, supports=rows) for fact in facts))


@pytest.mark.parametrize(
    ("points", "items", "number"),
    [
        (3, 5, 1),  # 小案一幅
        (COLUMNS + 1, 5, 2),  # 事实多一列，分两幅，不留只有一列的一幅
        (3, ROWS + 1, 2),  # 证据多一行，分两幅
        (2 * COLUMNS, 2 * ROWS, 4),  # 两边都多，分四幅
        (3, 0, 0),  # 没有证据就不画
    ],
)
def test_panels_are_even_and_complete(points: int, items: int, number: int) -> None:
    made = list(panels(large(points, items)))
    assert len(made) == number
    assert sum(len(one.points) * len(one.items) for one in made) == points * items
    for sizes in ([len(one.points) for one in made], [len(one.items) for one in made]):
        assert not sizes or max(sizes) - min(sizes) <= 1


def test_a_fact_common_to_counts_of_one_accused_is_one_column() -> None:
    # 同一被告人几项指控共有的事实，状态和证据都相同的，只画一列；状态不同的分开
    one = replace(large(1, 3).points[0], state=FactState.OPEN)
    again = replace(one, count=replace(one.count, id="N9", number=8))
    other = replace(again, state=FactState.OBSTACLE)
    assert [len(panel.points) for panel in panels(replace(sample(), points=(one, again)))] == [1]
    assert [len(panel.points) for panel in panels(replace(sample(), points=(one, other)))] == [2]


def test_marks_tell_direction_tie_and_standing_without_colour() -> None:
    # 方向、联系、能否使用都有文字或形状，不靠颜色
    (panel,) = panels(large(1, 4))
    root = parsed(matrix(panel).svg())
    words = [one.text for one in root.all("text")]
    assert words.count("反") == 1  # E0 反对
    assert words.count("供") == 1  # E1 是本人供述
    assert words.count("言") == 3
    assert sum("stroke-dasharray" in one.attributes for one in root.all("rect")) == 1  # E1 未定：虚框
    bars = [
        one
        for one in root.all("line")
        if one.attributes["x1"] != one.attributes["x2"] and one.attributes["y1"] != one.attributes["y2"]
    ]
    assert len(bars) == 1  # E2 不能用：斜线
    assert "E1支持F0：言词，待查明" in root.text
    assert (
        "text-decoration"
        in next(
            one
            for one in root.all("text")
            if one.attributes.get("x") == "76" and one.attributes.get("fill") == "#4b535d"
        ).attributes
    )


def test_ladder_counts_what_it_cannot_show() -> None:
    # 一级上证据太多的，列不下的写明另有几件，总数不变
    items = (*tuple(item(n, Rung.USABLE) for n in range(500)), item(500, Rung.EXCLUDED))
    root = parsed(ladder(replace(sample(), items=items)).svg())
    words = [one.text for one in root.all("text")]
    shown = sum(re.fullmatch(r"E\d+", one) is not None for one in words)
    (more,) = [int(found[1]) for one in words if (found := re.fullmatch(r"另 (\d+) 件见下表", one))]
    assert shown + more == 501
    assert "经裁定排除 1 件" in root.all("desc")[0].text
    bands = [one for one in words if "：" in one]
    assert bands == ["未见不得使用的情形：500 件", "能否使用尚未定：0 件", "不能用来认定事实：1 件"]
    assert {rung.truth for rung in Rung} == set(Truth)


@pytest.mark.parametrize(
    ("words", "room", "made"),
    [
        ("讯问笔录", 52, "讯问笔录"),  # 放得下的不动
        ("讯问笔录", 40, "讯问…"),  # 放不下的截断，留省略号
        ("讯问\n笔录", 200, "讯问 笔录"),  # 换行并为空格
    ],
)
def test_fitted(words: str, room: float, made: str) -> None:
    assert fitted(words, room) == made
    assert width_of(made, 13) <= max(room, 52)


def test_two_figures_stand_side_by_side() -> None:
    # 竖排时两位数字并排，年份逐字
    (one,) = parsed(upright(10, 0, "第12起2023年")).all("text")
    assert len(one.attributes["x"].split()) == len("第12起2023年")
    ys = one.attributes["y"].split()
    assert ys[1] == ys[2]
    assert len(set(ys)) == 8


@pytest.mark.parametrize(
    ("words", "room", "made"),
    [
        ("两个以上来源的证据", 200, ["两个以上来源的证据"]),  # 放得下的不分行
        ("两个以上来源的证据", 90, ["两个以上来", "源的证据"]),  # 分得匀称，不留一个字
        ("本人供述（另一来源）", 80, ["本人供述（另", "一来源）"]),  # 左括号不落在行末
    ],
)
def test_balanced(words: str, room: float, made: list[str]) -> None:
    assert balanced(words, room) == made
    assert all(width_of(one, 12) <= room for one in made)
