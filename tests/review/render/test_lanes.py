"""时间经过的图：一人一道，模糊的两端画虚框，对不上的有标记；图与表相同，字不相压。例子全部虚构。"""

from __future__ import annotations

import random
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gaoyao.proof.overlaps import Stretch
from gaoyao.review.lanes import Chronicle, ClashLine, EventLine, Lane, words
from gaoyao.review.model import Subject
from gaoyao.review.render.pictures.axis import DAY, LEFT, RIGHT, axes, days
from gaoyao.review.render.pictures.clash import pairs
from gaoyao.review.render.pictures.lanes import OTHERS, key, marks, pictures, shown
from gaoyao.review.render.sections.chronicle import chronicle
from tests.proof import dossiers
from tests.review.render.drawn import outside, overlapping
from tests.review.render.pages import DEMO, demo, parsed, sample

NOON = 27_000_000 // DAY * DAY + 720


def event(number: int, when: Stretch, sort: str = "interrogation", label: str = "") -> EventLine:
    name = label or f"E{number}"
    item = Subject("item", name, f"证据 {name}《虚构》", number)
    return EventLine(
        sort,
        name,
        Subject(sort, f"{name}.a", name, number),
        item,
        when,
        words(when),
        "某地",
        f"卷一第{number}页",
    )


def at(hours: float, fuzz: int = 0) -> tuple[int, int]:
    minute = NOON + int(hours * 60)
    return minute - fuzz, minute + fuzz


def check(found: Chronicle) -> None:
    drawn = [*pictures(found), *pairs(found.clashes)]
    for one in drawn:
        svg = str(one.svg())
        assert overlapping(svg) == []
        assert outside(svg) == []
        root = ET.fromstring(svg)
        assert root.get("role") == "img"
        assert root.get("aria-labelledby") == f"{one.id}-title"
    lanes = "".join("".join(ET.fromstring(str(one.svg())).itertext()) for one in pictures(found))
    if lanes:
        signs = marks(found)
        for lane in shown(found):
            assert lane.title[:4] in lanes
            for one in lane.events:
                grouped = [each for each in lane.events if (each.sort, each.when) == (one.sort, one.when)]
                assert len(grouped) > 1 or one.label[:4] in lanes or "件见文字表" in lanes
        assert all(sign in lanes for sign in " ".join(signs.values()).split())


@pytest.mark.parametrize("path", DEMO, ids=lambda path: path.stem[:2])
def test_演示案件_字不相压_每件事都在_表与图相同(path: Path) -> None:
    found = demo(path)
    check(found.chronicle)
    text = parsed(str(chronicle(found))).text
    for lane in found.chronicle.lanes:
        for one in lane.events:
            assert one.words in text
            assert one.label in text
    for clash in found.chronicle.clashes:
        assert clash.sentence in text
        assert clash.one.address in text
        assert clash.other.address in text
    assert str(chronicle(found)) == str(chronicle(found))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6))
def test_任意案件_字不相压_每件事都在(seed: int) -> None:
    check(dossiers.reviewed(dossiers.case(random.Random(seed), 28)).chronicle)


STRETCHES = st.builds(
    lambda start, long, fuzz, moment: Stretch(at(start, fuzz), None if moment else at(start + long, fuzz)),
    st.integers(0, 24 * 40), st.floats(0, 30), st.sampled_from((0, 0, 30, 720)), st.booleans(),
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(STRETCHES, min_size=1, max_size=40))
def test_再挤也不相压_每件事恰好在各幅图里找得到(stretches: list[Stretch]) -> None:
    events = tuple(event(n, one) for n, one in enumerate(stretches))
    found = Chronicle(lanes=(Lane("甲某", "被告人", events), Lane("讯问", "", events)))
    check(found)
    drawn = axes(days(stretches))
    for one in events:
        assert any(axis.shows(one.when) for axis in drawn)
    covered = [(axis.low, axis.high) for axis in drawn]
    assert all(one[1] == other[0] for one, other in pairwise(covered))


@settings(max_examples=60, deadline=None)
@given(st.lists(STRETCHES, min_size=1, max_size=20))
def test_时间在前的_画在左边_不出图(stretches: list[Stretch]) -> None:
    for axis in axes(days(stretches)):
        minutes = sorted({minute for one in stretches for minute in (one.low, one.high)})
        places = [axis.at(minute) for minute in minutes]
        assert places == sorted(places)
        assert all(LEFT <= place <= RIGHT for place in places)
        assert all(one.x + one.wide <= RIGHT + 0.01 for one in axis.columns)


def shapes(when: Stretch) -> tuple[int, int, int]:
    """(菱形, 实条, 虚框) 各几个；另有两件事占住前后两天。"""
    other = event(1, Stretch(at(24 * 5)), "inquiry"), event(2, Stretch(at(24 * 9)), "inquiry")
    (one,) = pictures(Chronicle(lanes=(Lane("甲某", "被告人", (event(0, when), *other)),)))
    root = parsed(str(one.svg()))
    bars = [box for box in root.all("rect") if box.attributes["height"] == "7"]
    dashed = sum("stroke-dasharray" in box.attributes for box in bars)
    diamonds = sum("fill" in path.attributes for path in root.all("path"))
    return diamonds - 2, len(bars) - dashed, dashed


@pytest.mark.parametrize(
    ("when", "made", "sentence"),
    [
        (Stretch(at(0)), (1, 0, 0), "写到分的时刻：菱形"),
        (Stretch((NOON - 720, NOON + 719)), (0, 0, 1), "只写到日：一整天的虚框"),
        (Stretch(at(-5), at(4)), (0, 1, 0), "起止都写到分：实条"),
        (Stretch(at(-6, 120), at(5)), (0, 1, 1), "开始写得模糊：前面一段虚框，后面实条"),
        (Stretch(at(-6, 120), at(5, 120)), (0, 1, 2), "两端都模糊：中间实条，两头虚框"),
        (
            Stretch((NOON - 720, NOON + 719), (NOON - 720, NOON + 719)),
            (0, 0, 1),
            "起止都只写到日：没有哪一段是一定的",
        ),
    ],
)
def test_模糊的两端画成虚框(when: Stretch, made: tuple[int, int, int], sentence: str) -> None:
    assert shapes(when) == made, sentence


def test_没有记录的日子略去_用双竖线() -> None:
    found = Chronicle(
        lanes=(
            Lane(
                "甲某",
                "被告人",
                (event(0, Stretch(at(0))), event(1, Stretch(at(24))), event(2, Stretch(at(24 * 9)))),
            ),
        )
    )
    (one,) = pictures(found)
    path = parsed(str(one.svg())).all("path")[0].attributes["d"]
    assert path.count("M") == 1 + 2  # 相邻的一条，隔着的两条


def test_只有一天的_不画图_表照列() -> None:
    assert pictures(Chronicle(lanes=(Lane("甲某", "被告人", (event(0, Stretch(at(0))),)),))) == []
    assert "没有录入时间" in str(chronicle(replace(sample(), make_timeline=tuple)))


def clash(sure: bool) -> Chronicle:
    one, other = event(0, Stretch(at(0), at(2))), event(1, Stretch(at(1), at(3)))
    more = tuple(event(n, Stretch(at(24 * n))) for n in range(2, 5))
    line = ClashLine(1, "同一人员同一时间在两份笔录里", sure, "核对", one, other)
    return Chronicle(lanes=(Lane("民警一", "办案人员", (one, other, *more)),), clashes=(line,))


@pytest.mark.parametrize(("sure", "sign"), [(True, "✕1"), (False, "？1")])
def test_对不上的_两处都有同一个号_另有放大的一幅(sure: bool, sign: str) -> None:
    found = clash(sure)
    drawn = parsed(str(pictures(found)[0].svg()))
    assert sum(sign in one.text for one in drawn.all("text")) == 2
    (near,) = pairs(found.clashes)
    assert sign in parsed(str(near.svg())).text
    text = parsed(str(chronicle(replace(sample(), make_chronicle=lambda: found)))).text
    assert "都是提示，不是法定障碍" in text
    assert "卷一第0页" in text
    assert "卷一第1页" in text


def test_只有一件事的被害人证人合为一道_对不上的不合() -> None:
    alone = [Lane(f"证人{n}", "证人等", (event(n, Stretch(at(24 * n))),)) for n in range(5)]
    one, other = alone[0].events[0], alone[1].events[0]
    line = ClashLine(1, "同一人同一时间在两处", True, "核对", one, other)
    assert [lane.title for lane in shown(Chronicle(lanes=tuple(alone)))] == [OTHERS]
    made = shown(Chronicle(lanes=tuple(alone), clashes=(line,)))
    assert [lane.title for lane in made] == ["证人0", "证人1", OTHERS]
    assert made[-1].role == "3 人"


def test_一道里挤不下的写明件数_对不上的总要画出() -> None:
    crowd = tuple(event(n, Stretch(at(n / 60))) for n in range(60))
    line = ClashLine(1, "同一人同一时间在两处", True, "核对", crowd[58], crowd[59])
    found = Chronicle(lanes=(Lane("甲某", "被告人", (*crowd, event(99, Stretch(at(48))))),), clashes=(line,))
    drawn = parsed(str(pictures(found)[0].svg()))
    left = int(
        next(n[1] for one in drawn.all("text") if (n := re.fullmatch(r"另 (\d+) 件见文字表", one.text)))
    )
    assert sum(re.fullmatch(r"E\d+( ✕1)?", one.text) is not None for one in drawn.all("text")) + left == 61
    assert sum("✕1" in one.text for one in drawn.all("text")) == 2
    check(found)


def test_同一时间同一事项的几件合写件数_编号不重复() -> None:
    same = tuple(event(n, Stretch(at(0))) for n in range(12))
    found = Chronicle(lanes=(Lane("提取、扣押、勘验", "", (*same, event(20, Stretch(at(48))))),))
    assert "E0等12件" in parsed(str(pictures(found)[0].svg())).text
    assert len({key(one) for one in same}) == 12


@pytest.mark.parametrize("path", DEMO, ids=lambda path: path.stem[:2])
def test_页面里的时间_不在图上的另有表_合起来一个不少(path: Path) -> None:
    found = demo(path)
    root = parsed(str(chronicle(found)))
    captions = [one.text for one in root.all("caption")]
    rest = next((int(n[1]) for one in captions if (n := re.search(r"个时间点，共 (\d+) 个", one))), 0)
    inside = {(one.subject.kind, one.subject.number) for lane in found.chronicle.lanes for one in lane.events}
    inside |= {("incident", one.subject.number) for one in found.chronicle.acts}
    assert rest == sum((one.kind, one.number) not in inside for _, _, one in found.timeline)


@pytest.mark.parametrize(
    ("when", "texts", "told"),
    [
        (Stretch(at(0), at(2)), (), "至 "),  # 同一天的，止点只写钟点
        (Stretch(at(0, 30)), ("某日12时许",), "某日12时许"),  # 写作“许”的照写
        (
            Stretch((NOON - 720, NOON + 719)),
            ("某日",),
            words(Stretch((NOON - 720, NOON + 719))),
        ),  # 整天写日期
    ],
)
def test_时间照写的样子说(when: Stretch, texts: tuple[str, ...], told: str) -> None:
    assert told in words(when, "", texts)
    assert len(words(Stretch(at(0), at(2)))) == len("2021-03-06 00:40 至 01:35")
