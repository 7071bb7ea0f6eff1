"""尸检所见的致伤方式与供述的工具：能不能造成。词表以外的不下结论。例子全部虚构。"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoyao.dossier.means import SHOWN, TOOLS, excludes, means

# 一说 · 一说 · 是否排除
ROWS = [
    ("菜刀砍不出单刃刺器的刺创", "菜刀", "单刃刺器", True),
    ("水果刀可以形成单刃刺器的刺创", "一把水果刀", "单刃刺器", False),
    ("单刃的刀与双刃的创口", "单刃尖刀", "双刃刺器", True),
    ("没有说单刃双刃的，不因此排除", "尖刀", "双刃刺器", False),
    ("木棍造成不了锐器伤", "木棍", "锐器", True),
    ("菜刀是锐器", "菜刀", "锐器", False),
    ("斧头可砍可砸", "斧头", "钝器", False),
    ("绳子勒颈", "尼龙绳", "条索状物", False),
    ("供述用绳子，尸检是扼颈", "尼龙绳", "扼颈", True),
    ("毛巾可勒可捂", "毛巾", "捂压口鼻", False),
    ("两件都是工具的名字，由词句比对", "菜刀", "木棍", None),
    ("词表里没有的工具，不下结论", "自制工具", "锐器", None),
    ("尸检没有说致伤物", "菜刀", "失血性休克", None),
    ("两份鉴定说法不同", "锐器", "钝器", True),
]


@pytest.mark.parametrize(("why", "one", "other", "answer"), ROWS, ids=[row[0] for row in ROWS])
def test_能不能造成(why: str, one: str, other: str, answer: bool | None) -> None:
    assert excludes(one, other) is answer, why
    assert excludes(other, one) is answer, why


@given(st.text(max_size=30), st.text(max_size=30))
def test_任何文字都不出错_两边对调不变(one: str, other: str) -> None:
    assert excludes(one, other) is excludes(other, one)


def test_每个词都有它能造成的损伤() -> None:
    words = [word for row in (*TOOLS.values(), *SHOWN.values()) for word in row.split()]
    assert len(words) > 100
    assert all(means(word) for word in words)
