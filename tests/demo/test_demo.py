"""六份演示案件：读得进、存得回、写明虚构，关键结果与一句句话相符（表在 expected.yaml）。"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from gaoyao.dossier.exchange import load, save
from gaoyao.dossier.log import Log
from gaoyao.dossier.view import View, readable
from gaoyao.review.api import Reader, review
from gaoyao.review.model import FactState, Review
from gaoyao.review.standing import Rung
from tests.dossier.exchange.content import same

DEMO = Path(__file__).parents[2] / "demo"
TABLE: dict[str, dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "expected.yaml").read_text(encoding="utf-8")
)
NAMES = sorted(TABLE)
TODAY = date(2024, 6, 1)


@cache
def log(name: str) -> Log:
    """A demonstration case as loaded."""
    return load(DEMO / name).log


@cache
def reviewed(name: str, role: Reader = Reader.JUDGE) -> Review:
    """Its review on the fixed day."""
    return review(View(log(name), readable(role.value)), TODAY, role=role)


def rows(part: str) -> list[Any]:
    """Every row of one part of the table, with its file, named by its sentence."""
    return [
        pytest.param(name, row, id=f"{name[:2]}-{row['说明']}") for name in NAMES for row in TABLE[name][part]
    ]


def rules_of(made: Review, ids: tuple[str, ...]) -> set[str]:
    """The rules behind findings."""
    return {one.rule.id for one in made.findings if one.id in ids}


def test_演示文件夹里的每一份案件都有预期结果() -> None:
    assert sorted(path.name for path in DEMO.glob("*.yaml")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_存成规范格式再读入_一格不差_再存一字不差(name: str) -> None:
    text = save(log(name))
    again = load(text).log
    assert same(again, log(name))
    assert save(again) == text


@pytest.mark.parametrize("name", NAMES)
def test_第一行和虚构一栏都写明是虚构(name: str) -> None:
    assert (DEMO / name).read_text(encoding="utf-8").startswith("# 虚构案件")
    assert reviewed(name).invented


@pytest.mark.parametrize("name", NAMES)
def test_证据份数不少于所说的数目(name: str) -> None:
    assert len(reviewed(name).items) >= TABLE[name]["证据不少于"]


@pytest.mark.parametrize("name", NAMES)
def test_每一份证据都写明卷宗页码(name: str) -> None:
    assert [one.subject.id for one in reviewed(name).items if not one.page] == []


@pytest.mark.parametrize("name", NAMES)
def test_没有一条规则出错_没有一处未检查(name: str) -> None:
    silent = {"04-监察受贿-审查起诉.yaml": ["监察法（2018）的条文"]}  # 当时的监察法没有文本可核，如实说明
    assert [one.what for one in reviewed(name).not_checked] == silent.get(name, [])


@pytest.mark.parametrize("name", NAMES)
def test_每一份案件既有未见障碍的事实_也有有障碍的事实(name: str) -> None:
    states = {one.state for one in reviewed(name).points}
    assert {FactState.NO_OBSTACLE, FactState.OBSTACLE} <= states
    assert not reviewed(name).certificate.granted


@pytest.mark.parametrize(("name", "row"), rows("待证点"))
def test_待证点的状态和法定障碍(name: str, row: dict[str, Any]) -> None:
    made = reviewed(name)
    count, fact = row["对象"].split("/")
    (point,) = [one for one in made.points if (one.count.id, one.fact.id) == (count, fact)]
    assert point.state.label == row["状态"], row["说明"]
    assert rules_of(made, point.legal) == set(row.get("法定", [])), row["说明"]


@pytest.mark.parametrize("name", NAMES)
def test_有障碍和待查的待证点一个不多一个不少(name: str) -> None:
    found = {
        f"{one.count.id}/{one.fact.id}"
        for one in reviewed(name).points
        if one.state is not FactState.NO_OBSTACLE
    }
    assert found == {row["对象"] for row in TABLE[name]["待证点"] if row["状态"] != "未见障碍"}


@pytest.mark.parametrize(("name", "row"), rows("证据"))
def test_证据的处境(name: str, row: dict[str, Any]) -> None:
    (item,) = [one for one in reviewed(name).items if one.subject.id == row["对象"]]
    assert item.rung.label == row["处境"], row["说明"]


@pytest.mark.parametrize("name", NAMES)
def test_处境有问题的证据一个不多一个不少(name: str) -> None:
    found = {one.subject.id for one in reviewed(name).items if one.rung is not Rung.USABLE}
    assert found == {row["对象"] for row in TABLE[name]["证据"]}


@pytest.mark.parametrize(("name", "row"), rows("处理"))
def test_法律对处理的要求(name: str, row: dict[str, Any]) -> None:
    found = [
        one for one in reviewed(name).findings if (one.rule.id, one.subject.id) == (row["规则"], row["对象"])
    ]
    assert len(found) == 1, row["说明"]
    assert found[0].citations, row["说明"]


@pytest.mark.parametrize("name", NAMES)
def test_对处理的要求一个不多一个不少(name: str) -> None:
    found = {(one.rule.id, one.subject.id) for one in reviewed(name).of_effect("disposition")}
    assert found == {(row["规则"], row["对象"]) for row in TABLE[name]["处理"]}


# 稳妥的拟处理意见不应当有任何发现。
SOUND = [
    ("01-共同抢劫-二审.yaml", "D1", "维持有指纹、视频、DNA的两项指控"),
    ("02-投毒-零口供.yaml", "D2", "乔某乙有监控、指纹和稳定供述"),
    ("05-未成年人盗窃抢劫.yaml", "D1", "只认定证据指向本人的两项指控"),
    ("05-未成年人盗窃抢劫.yaml", "D2", "网吧一起宣告无罪"),
    ("06-二十起盗窃.yaml", "D1", "只认定有独立证据的十一起"),
    ("06-二十起盗窃.yaml", "D2", "其余九起不予认定"),
]


@pytest.mark.parametrize(("name", "decision", "says"), SOUND, ids=[says for *_, says in SOUND])
def test_稳妥的拟处理意见没有发现(name: str, decision: str, says: str) -> None:
    assert [one.rule.id for one in reviewed(name).findings if one.subject.id == decision] == [], says


def test_检察内卷的拟处理意见只有检察人员看得到() -> None:
    """受贿案：把有障碍的三笔一并起诉，检察人员看到法律不许可；审判人员的审查里没有这两份意见。"""
    name = "04-监察受贿-审查起诉.yaml"
    seen = {one.subject.id for one in reviewed(name, Reader.PROSECUTOR).of_concept("conviction_forbidden")}
    assert seen == {"D2"}
    assert {one.subject.id for one in reviewed(name).findings}.isdisjoint({"D1", "D2"})


def test_同样的文件同样的日期得到同样的结果() -> None:
    for name in NAMES:
        again = review(View(log(name), readable("judge")), TODAY)
        assert again.findings == reviewed(name).findings
        assert again.points == reviewed(name).points
