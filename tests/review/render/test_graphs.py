"""证明图：每件证据画一次，图与表相同，字不相压，大案分幅。例子全部虚构。"""

from __future__ import annotations

import random
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gaoyao.logic.truth import Truth
from gaoyao.review.model import FactState, PointLine, Review, Subject, SupportLine
from gaoyao.review.render.pictures.graph import graphs, legend, told
from gaoyao.review.render.pictures.strands import ROWS, bands, marks, parts
from gaoyao.review.render.pictures.weave import Break, Weave, weave
from gaoyao.review.render.sections.graphs import ROOM, distinct, graph_of, graphs_of
from gaoyao.review.standing import Rung
from gaoyao.review.wiring import Wiring
from tests.proof import dossiers
from tests.review.render.drawn import outside, overlapping
from tests.review.render.pages import DEMO, Element, demo, parsed, sample


def generated(seed: int, most: int = 28) -> Review:
    return dossiers.reviewed(dossiers.case(random.Random(seed), most))


def shown(made: Weave) -> list[str]:
    return [
        node.line.item.id
        for own in parts(bands(made))
        for band in own
        for row in band.rows
        for node in row.nodes
    ]


def check(found: Review, point: PointLine) -> None:
    made = weave(found, point)
    items = list(dict.fromkeys(one.item.id for one in point.supports))
    assert sorted(shown(made)) == sorted(items)  # 每件一次，不多不少
    drawn = graphs(made)
    for one in drawn:
        svg = str(one.svg())
        assert overlapping(svg) == []
        assert outside(svg) == []
        root = ET.fromstring(svg)
        assert root.get("role") == "img"
        assert {root.get("aria-labelledby"), root.get("aria-describedby")} == {
            f"{one.id}-title",
            f"{one.id}-desc",
        }
    told_ = "".join("".join(ET.fromstring(str(one.svg())).itertext()) for one in drawn)
    assert all(ident in told_ for ident in items)
    table = parsed(str(graph_of(found, point))).all("table")
    rows = (
        [row.all("th")[0].text.split(" ")[0] for row in table[0].all("tbody")[0].all("tr")] if items else []
    )
    assert sorted(rows) == sorted(items)  # 文字表与图是同样的证据
    assert str(graph_of(found, point)) == str(graph_of(found, point))


@pytest.mark.parametrize("path", DEMO, ids=lambda path: path.stem[:2])
def test_演示案件的每一项事实_证据各一次_字不相压_图表相同(path: Path) -> None:
    for point in demo(path).points:
        check(demo(path), point)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6))
def test_任意案件的每一项事实_证据各一次_字不相压_图表相同(seed: int) -> None:
    found = generated(seed)
    for point in found.points:
        check(found, point)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6))
def test_多一件证据_原来的一件也不会少(seed: int) -> None:
    file = dossiers.case(random.Random(seed), 12)
    before = dossiers.reviewed(file)
    fact = file["facts"][0]["id"]
    added = {
        "id": "E新",
        "type": "documentary",
        "title": "新证据",
        "links": [{"fact": fact, "direction": "supports"}],
    }
    after = dossiers.reviewed({**file, "items": [*file["items"], added]})
    for one, other in zip(before.points, after.points, strict=True):
        assert set(shown(weave(before, one))) <= set(shown(weave(after, other)))


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6))
def test_不能用的划线_反对的写明_同一来源只在一处(seed: int) -> None:
    found = generated(seed, 20)
    for point in found.points:
        made = weave(found, point)
        svgs = [ET.fromstring(str(one.svg())) for one in graphs(made)]
        struck = [one for svg in svgs for one in svg.iter() if one.get("text-decoration") == "line-through"]
        rows = [row for band in bands(made) for row in band.rows]
        assert len(struck) == sum(row.first.line.rung.truth is Truth.NO for row in rows)
        against = sum("反对这一事实" in (one.text or "") for svg in svgs for one in svg.iter())
        assert against == sum(row.first.against for row in rows)
        if not any(row.first.kind and len({node.origin for node in row.nodes}) > 1 for row in rows):
            origins = [(band.rows[0].first.against, band.rows[0].first.origin) for band in bands(made)]
            assert len(origins) == len(set(origins))


# ------------------------------------------------------------ 大案


def large(items: int) -> tuple[Review, PointLine]:
    """一项事实，许多证据：种类三样，处境三样，每七件一个来源。"""
    kinds = ("书证", "证人证言", "电子数据")
    rungs = (Rung.USABLE, Rung.PENDING, Rung.EXCLUDED)
    base = sample()
    subjects = [
        Subject(
            "item", f"E{n:03d}", f"证据 E{n:03d}《虚构的一份名称很长很长的材料第{n}号及其附件清单照片》", n
        )
        for n in range(items)
    ]
    lines = tuple(
        replace(base.items[0], subject=one, type=kinds[n % 3], rung=rungs[n % 3])
        for n, one in enumerate(subjects)
    )
    supports = tuple(
        SupportLine(one, n % 10 != 9, "言词", rungs[n % 3], False, "") for n, one in enumerate(subjects)
    )
    point = replace(base.points[0], supports=supports, subject=Subject("point", "p", "p", 0))
    wiring = Wiring(
        origin={n: n // 7 * 7 for n in range(items)},
        origin_names={n: f"第{n}个来源" for n in range(0, items, 7)},
    )
    return replace(base, items=lines, points=(point,), make_wiring=lambda _: wiring), point


@pytest.mark.parametrize(("items", "pictures"), [(5, 1), (24, 1), (130, 1), (1000, 1)])
def test_证据很多的_按种类和处境归并成组_写明件数(items: int, pictures: int) -> None:
    found, point = large(items)
    made = weave(found, point)
    assert sorted(shown(made)) == sorted(one.item.id for one in point.supports)
    drawn = graphs(made)
    assert len(drawn) == pictures
    for one in drawn:
        assert overlapping(str(one.svg())) == []
    if items >= 130:
        counts = [
            int(n)
            for n in re.findall(
                r" (\d+) 件", "".join(parsed(str(drawn[0].svg())).all("text")[n].text for n in range(20))
            )
        ]
        assert max(counts) > 10


def test_归并不下的_分幅画完() -> None:
    # 每件都有各自的断点组合，不能归并
    found, point = large(60)
    made = weave(found, point)
    made = replace(made, breaks=tuple(Break((n,), (f"E{n:03d}",), "待查") for n in range(60)), nodes=tuple(
        replace(node, line=replace(node.line, rung=list(Rung)[node.number % len(Rung)]), kind=f"种类{node.number}") for node in made.nodes
    ))  # fmt: skip
    drawn = graphs(made)
    assert len(drawn) == -(-60 // ROWS)
    assert "第 2 幅，共 3 幅" in drawn[1].title
    assert sorted(shown(made)) == sorted(one.item.id for one in point.supports)


# ------------------------------------------------------------ 断点、挡住的


def test_断点_单独一件的在最前_共断的写同一号() -> None:
    found, point = large(6)
    made = replace(
        weave(found, point),
        breaks=(Break((4,), ("E004",), "待查"), Break((0, 1), ("E000", "E001"), "有障碍")),
        by_state=True,
    )
    assert marks(made) == {4: ("断点",), 0: ("共断1",), 1: ("共断1",)}
    assert bands(made)[0].rows[0].first.number == 4
    drawn = "".join(parsed(str(graphs(made)[0].svg())).text)
    assert drawn.count("断点") == 2  # 一处在说明，一处在图
    assert drawn.count("共断1") == 2
    assert legend(made)[0].endswith("断点＝失去它，共断＝同号两件都失去，状态变差")


def test_断点不在本事实的证据里的_另行写明() -> None:
    found, point = large(3)
    made = replace(weave(found, point), breaks=(Break((99,), ("E099",), "待查"),), by_state=True)
    assert "断点在别处：E099（失去后待查）" in parsed(str(graphs(made)[0].svg())).text


@pytest.mark.parametrize("path", DEMO, ids=lambda path: path.stem[:2])
def test_法定障碍和没有答复的登记_图上和表里都有(path: Path) -> None:
    found = demo(path)
    titles = {one.id: one.rule.title for one in found.findings}
    for point in found.points:
        made = weave(found, point)
        assert {titles[ident] for ident in point.legal} <= {title for _, title, _ in made.obstacles}
        whole = parsed(str(graph_of(found, point))).text
        assert all(title in whole for _, title, _ in made.obstacles)
        open_ = [
            one
            for one in found.registers.entries
            if not one.answered and any(fact.id == point.fact.id for fact in one.facts)
        ]
        assert {one.about for one in open_} <= {one.about for one in made.blocks}
        assert [one.number for one in made.blocks] == list(range(1, len(made.blocks) + 1))
        assert "法定障碍" in told(made)


def test_有障碍的事实_断点只按路径推算_并写明() -> None:
    found = demo(DEMO[0])
    point = next(one for one in found.points if one.fact.id == "F2")
    assert point.state is FactState.OBSTACLE
    made = weave(found, point, found.breaks(point.subject.number))
    assert not made.by_state
    assert [one.named for one in made.breaks] == [("E04",)]
    assert legend(made)[0].endswith("断点＝失去它，走通的路径全断")


def test_算过状态的断点_与去掉证据一节相同() -> None:
    found = demo(DEMO[2])
    whole = {one.point.number: one for one in found.robustness.points}
    for point in found.points:
        quick = found.breaks(point.subject.number)
        full = whole.get(point.subject.number)
        assert (quick is None) == (full is None)
        if quick and full:
            assert quick.singles == full.singles


# ------------------------------------------------------------ 页面


def test_一节的篇幅有限_画不下的列出名目() -> None:
    for path in DEMO:
        found = demo(path)
        made = str(graphs_of(found))
        assert len(made.encode()) < ROOM + 25_000
        root = parsed(made)
        drawn = {
            one.attributes["id"].removesuffix("-title")
            for one in root.all("title")
            if one.attributes.get("id")
        }
        facts = distinct(found)
        heading = root.all("h2")[0].text
        number = int(re.findall(r"\d+", heading)[0])
        assert 0 < number <= len(facts)
        assert len({name.split("-")[1] for name in drawn}) == number
        if number < len(facts):
            assert f"没有画出的 {len(facts) - number} 项" in root.text
        who = [one for one in facts if one.role in ("系被告人所为", "行为")]
        assert number >= min(len(who), 5)  # “谁做的”先画


def test_用语_不说已证_有罪_没有分数() -> None:
    for path in DEMO:
        text = parsed(str(graphs_of(demo(path)))).text
        assert not re.search(r"已证|有罪|%|得分|概率", text.replace("存疑", ""))


def test_颜色之外都有文字或者形状() -> None:
    root: Element = parsed(
        str(graph_of(demo(DEMO[0]), next(one for one in demo(DEMO[0]).points if one.fact.id == "F2")))
    )
    words = [one.text for one in root.all("text")]
    assert {"C 不通", "D 不通", "E 走通", "欠缺", "具备", "■ 有障碍"} <= set(words)
    assert any("stroke-dasharray" in one.attributes for one in root.all("circle"))


def test_给了去掉证据的结果_整页的断点按状态标() -> None:
    found = demo(DEMO[2])
    assert "，状态变差" in str(graphs_of(found, found.robustness))
    assert "，状态变差" not in str(graphs_of(found))
