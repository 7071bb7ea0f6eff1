"""图：供述的变化、其他可能与证据对照；每幅图有同样内容的表；大案分幅。例子全部虚构。"""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from gaoyao.review.model import Subject
from gaoyao.review.pages import (
    CellLine,
    MoveLine,
    Registers,
    RivalColumn,
    SlotLine,
    StatementsPage,
    VersionLine,
)
from gaoyao.review.render.pictures import drift as drifting
from gaoyao.review.render.pictures import rivals as rivalling


def item(number: int) -> Subject:
    return Subject("item", f"E{number}", f"证据 E{number}《虚构》", number)


def page(versions: int, slots: int) -> StatementsPage:
    told = tuple(VersionLine("甲某", n + 1, item(n), f"2023-03-{n + 1:02}") for n in range(versions))
    rows = tuple(
        SlotLine(
            "甲某",
            f"细节{m}",
            "",
            tuple(CellLine(one.place, one.item, f"说法{one.place % 2}<{m}>", "卷一") for one in told),
        )
        for m in range(slots)
    )
    moved = MoveLine("甲某", "细节0", "", "说法1<0>", item(0), "说法0<0>", item(1), "卷一", "改口")
    return (
        StatementsPage(told, rows, contradictory=(moved,), drifted=(moved,))
        if versions > 1 and slots
        else StatementsPage(told, rows)
    )


# 陈述次数 · 细节数 · 幅数
@pytest.mark.parametrize(
    ("versions", "slots", "number"), [(3, 2, 1), (0, 0, 0), (9, 2, 2), (3, 19, 2), (20, 40, 9)]
)
def test_分幅_每一格都画到(versions: int, slots: int, number: int) -> None:
    made = list(drifting.sheets(page(versions, slots)))
    assert len(made) == number
    assert sum(len(one.versions) * len(one.slots) for one in made) == versions * slots


def test_供述变化的图与表内容相同_越供越像的标记最重() -> None:
    made = page(3, 2)
    (sheet,) = drifting.sheets(made)
    table = drifting.cells(made, sheet)
    assert table[0] == ("细节", "第1次 2023-03-01", "第2次 2023-03-02", "第3次 2023-03-03")
    assert table[1] == ("细节0", "说法1<0>", "▲ 说法0<0>", "说法1<0>")
    drawn = "".join(ET.fromstring(str(drifting.drift(made, sheet).svg())).itertext())
    assert all(words in drawn for row in table[1:] for words in row)


RIVALS = Registers(rivals=(
    RivalColumn("其他可能1", "邻居", (item(1), item(2)), (item(3),)),
    RivalColumn("其他可能2", "意外", (item(2),), ()),
))  # fmt: skip


def test_其他可能与证据对照_符合_不符_中性_无区分力() -> None:
    (grid,) = rivalling.grids(RIVALS)
    assert rivalling.cells(grid) == [
        ("证据", "其他可能1 邻居", "其他可能2 意外"),
        ("证据 E1《虚构》", "符合", "中性"),
        ("证据 E2《虚构》〔无区分力〕", "符合", "符合"),
        ("证据 E3《虚构》", "不符", "中性"),
    ]
    drawn = "".join(ET.fromstring(str(rivalling.rivals(grid).svg())).itertext())
    assert "无区分力" in drawn
    assert not any(word in drawn for word in ("分数", "%"))


def test_只有一种可能的_谈不上区分力() -> None:
    assert Registers(rivals=RIVALS.rivals[:1]).undistinguishing == ()


def test_没有证据与任何可能有关的不画() -> None:
    assert list(rivalling.grids(Registers(rivals=(RivalColumn("其他可能1", "邻居", (), ()),)))) == []


def test_可能多_证据多时分幅() -> None:
    many = Registers(
        rivals=tuple(RivalColumn(f"其他可能{n}", "", tuple(item(m) for m in range(30)), ()) for n in range(7))
    )
    assert len(list(rivalling.grids(many))) == 4
