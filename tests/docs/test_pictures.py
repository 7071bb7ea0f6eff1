"""图上的标记、词语，用户手册“怎样读审查结果”里都有；画图的模块，开发文档里都有。"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gaoyao.proof.chronology import CLASHES
from gaoyao.review.render.pictures import graph, lanes
from gaoyao.review.render.pictures.weave import KINDS

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs/guide/reading-a-review.md").read_text(encoding="utf-8")
DEV = (ROOT / "docs/dev/proof.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("label", CLASHES.values())
def test_时间对不上的每一种提示_手册里有(label: str) -> None:
    assert f"| {label} |" in GUIDE


def test_证明图的每个标记_手册里有() -> None:
    cells, ways = graph._CELLS.values(), (*graph.WAYS.values(), *graph.HOLDS.values())
    for word in (*cells, *ways, "断点", "来源断点", "共断", "⊣ 挡住", "◁ 反对这一事实", "└", *KINDS[:4]):
        assert word in GUIDE, word


def test_时间图的每个标记_手册里有() -> None:
    words = re.findall(r"[◆✕？]|实条|虚框|竖带|双竖线", lanes.LEGEND)
    assert len(set(words)) == 7
    for word in words:
        assert word in GUIDE, word


@pytest.mark.parametrize("name", ["weave", "strands", "graph", "under", "axis", "lanes", "clash"])
def test_画图的模块_开发文档里有(name: str) -> None:
    assert f"{name}.py" in DEV
    assert (ROOT / f"src/gaoyao/review/render/pictures/{name}.py").exists()
