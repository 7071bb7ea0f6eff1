"""程序事项起算期限：每个日期自己说明；没有录入的既不算没超期，也不算超期。案例虚构。"""

from __future__ import annotations

from datetime import date

import pytest

from gaoyao.dossier.exchange import load
from gaoyao.dossier.view import View, readable
from gaoyao.review.api import review
from gaoyao.review.deadlines import DeadlineLine
from gaoyao.review.model import Review

TODAY = date(2024, 6, 1)
HEAD = "皋陶: 1\n案件: {标识: C, 虚构案件: 是, 诉讼阶段: 一审, 审理程序: %s}\n被告人: [{标识: A1, 姓名: 甲某}, {标识: A2, 姓名: 乙某}]\n程序事项:\n"


def made(steps: list[str], procedure: str = "普通程序", today: date = TODAY) -> Review:
    text = HEAD % procedure + "".join(f"  - {{标识: S{n}, {one}}}\n" for n, one in enumerate(steps))
    return review(View(load(text).log, readable("judge")), today)


def line(one: Review, rule: str, accused: str = "") -> DeadlineLine:
    return next(row for row in one.deadlines if row.rule == rule and (not accused or row.accused == accused))


@pytest.mark.parametrize(
    ("steps", "rule", "due", "status"),
    [
        # 拘留后第三日提请批准逮捕，遇元旦不顺延：按期
        (
            ["事项: 执行拘留, 时间: 2023-12-29, 当时在押: 是", "事项: 提请批准逮捕, 时间: 2024-01-01"],
            "cpl-91-1",
            "2024-01-01",
            "met",
        ),
        # 第十日才提请，没有延长手续：超期
        (
            ["事项: 执行拘留, 时间: 2024-01-02, 当时在押: 是", "事项: 提请批准逮捕, 时间: 2024-01-12"],
            "cpl-91-1",
            "2024-01-05",
            "overdue",
        ),
        # 提请没有录入：不说没超期，也不说超期
        (["事项: 执行拘留, 时间: 2024-01-02, 当时在押: 是"], "cpl-91-1", "2024-01-05", "not_entered"),
        # 拘留当晚送看守所：按期（开始的时不算）；第三日才送：超过二十四小时
        (
            [
                "事项: 执行拘留, 时间: 2024-01-02 10:00, 当时在押: 是",
                "事项: 送看守所羁押, 时间: 2024-01-02 20:00",
            ],
            "cpl-85-1",
            "2024-01-03 11:00:00",
            "met",
        ),
        (
            [
                "事项: 执行拘留, 时间: 2024-01-02 10:00, 当时在押: 是",
                "事项: 送看守所羁押, 时间: 2024-01-04 09:00",
            ],
            "cpl-85-1",
            "2024-01-03 11:00:00",
            "overdue",
        ),
        # 传唤到案十一小时后离开：没有超过十二小时；十五小时的超过
        (
            ["事项: 传唤、拘传到案, 时间: 2024-01-02 08:00", "事项: 传唤、拘传结束, 时间: 2024-01-02 19:00"],
            "cpl-119-1",
            "2024-01-02 20:00:00",
            "met",
        ),
        (
            ["事项: 传唤、拘传到案, 时间: 2024-01-02 08:00", "事项: 传唤、拘传结束, 时间: 2024-01-02 23:00"],
            "cpl-119-1",
            "2024-01-02 20:00:00",
            "overdue",
        ),
        # 受理日没有录入：不能计算
        (["事项: 法院受理"], "cpl-208-1", "", "cannot_compute"),
        # 上诉是权利，没有上诉不是超期
        (["事项: 接到判决书, 时间: 2024-03-01"], "cpl-230-1", "2024-03-11", "expired"),
    ],
)
def test_期限(steps: list[str], rule: str, due: str, status: str) -> None:
    found = line(made(steps), rule)
    assert (found.due, found.status) == (due, status)


def test_上诉期过了不算超期() -> None:
    one = made(["事项: 接到判决书, 时间: 2024-03-01"])
    assert not line(one, "cpl-230-1").overdue


def test_延长要有批准机关_文书_文号_缺一不成() -> None:
    good = "批准延长: [{批准机关: 省级人民检察院, 文书名称: 虚构的决定书, 文书编号: 虚检延1号, 延长月数: 2}]"
    bare = "批准延长: [{延长月数: 2}]"
    with_papers = line(made([f"事项: 执行逮捕, 时间: 2024-01-19, 当时在押: 是, {good}"]), "cpl-156-1")
    without = line(made([f"事项: 执行逮捕, 时间: 2024-01-19, 当时在押: 是, {bare}"]), "cpl-156-1")
    assert with_papers.due == "2024-05-19"
    assert without.due == "2024-03-19"
    assert without.findings


def test_速裁和简易用各自的审限() -> None:
    steps = ["事项: 法院受理, 时间: 2024-05-06"]
    assert {row.rule for row in made(steps, "速裁程序").deadlines} == {"cpl-225-1"}
    assert {row.rule for row in made(steps, "简易程序").deadlines} == {"cpl-220-1"}


def test_两名被告人的期限互不相干() -> None:
    one = made([
        "事项: 执行拘留, 时间: 2024-01-02, 被告人: A1, 当时在押: 是", "事项: 执行拘留, 时间: 2024-01-02, 被告人: A2, 当时在押: 是",
        "事项: 提请批准逮捕, 时间: 2024-01-04, 被告人: A1",
    ])  # fmt: skip
    assert line(one, "cpl-91-1", "甲某").status == "met"
    assert line(one, "cpl-91-1", "乙某").status == "not_entered"


def test_中止审理的期间不计入() -> None:
    pause = "不计入期限: [{事由: 中止审理, 起日: 2024-02-01, 止日: 2024-03-01}]"
    plain = line(made(["事项: 法院受理, 时间: 2024-01-08"]), "cpl-208-1").due
    paused = line(made([f"事项: 法院受理, 时间: 2024-01-08, {pause}"]), "cpl-208-1").due
    assert (date.fromisoformat(paused) - date.fromisoformat(plain)).days == 30


def test_超期和不能计算都不出具未见障碍_没有程序事项即未检查() -> None:
    late = made(["事项: 执行拘留, 时间: 2024-01-02, 当时在押: 是", "事项: 提请批准逮捕, 时间: 2024-01-12"])
    assert any("已经超过" in why for why in late.certificate.withheld_because)
    text = HEAD.split("程序事项", maxsplit=1)[0] % "普通程序"
    none = review(View(load(text).log, readable("judge")), TODAY)
    assert any(one.what == "期限" for one in none.not_checked)
