"""问题怎样并在一起、怎样排、分几次答；并在一起不少一项。案件为虚构。"""

from __future__ import annotations

from datetime import date

import pytest

from gaoyao.dossier.exchange import load
from gaoyao.dossier.view import View, readable
from gaoyao.review.answering import FEW, ROWS, fields_of, open_cells, sheets, subjects_of
from gaoyao.review.api import review
from gaoyao.review.model import QuestionLine, Review

HEAD = """皋陶: 1
案件: {标识: C0, 虚构案件: 是, 诉讼阶段: 一审}
被告人: [{标识: A1, 姓名: 虚构甲}]
犯罪事实: [{标识: I1, 简述: 虚构的事}]
指控: [{标识: C1, 被告人: A1, 犯罪事实: I1, 罪名: 盗窃}]
待证事实: [{标识: F1, 所属指控: [C1], 内容: 虚构的事实, 事实性质: 系被告人所为}]
"""


def made(items: str, head: str = HEAD) -> tuple[View, Review]:
    view = View(load(f"{head}证据:\n{items}").log, readable("judge"))
    return view, review(view, date(2024, 6, 1))


def papers(*kinds: tuple[str, int], more: str = "") -> str:
    rows = [kind for kind, count in kinds for _ in range(count)]
    return "\n".join(
        f"  - {{标识: E{n}, 证据种类: {kind}, 用以证明不利于被告人的事实: 是{more}, 证明联系: [{{待证事实: F1, 方向: 支持}}]}}"
        for n, kind in enumerate(rows, 1)
    )


def asked(one: Review, field: str) -> QuestionLine:
    (line,) = [line for line in one.questions if field in line.fields]
    return line


def test_同一机关就同一些材料要答的_并成一问_每一项都写出来() -> None:
    _, one = made(papers(("书证", 3)))
    line = asked(one, "item.shown")
    assert {"item.shown", "item.confronted", "item.disputed"} <= set(line.fields)
    for part in fields_of(line):
        assert part.question in line.text
    every = [path for line in one.questions for path in line.fields]
    assert len(every) == len(set(every)), "一项只问一次"


def test_证据是否录入齐全_向录入的地方问_工作台上答得了() -> None:
    view, one = made(papers(("书证", 1)))
    assert not any(path.startswith(("point.", "support.")) for line in one.questions for path in line.fields)
    line = asked(one, "case.evidence_complete")
    assert subjects_of(view, line) == ("C0",)
    assert [(field.path, subject) for field, subject in open_cells(view, line, ("C0",))] == [
        ("case.evidence_complete", "C0")
    ]


def test_决定哪些检查进行的问题在最前() -> None:
    _, one = made("  - {标识: E1, 证据种类: 物证, 证明联系: [{待证事实: F1, 方向: 支持}]}")
    assert one.questions[0].field == "item.against"
    order = [(not line.opens, not line.holds, not line.legal_duty) for line in one.questions]
    assert order == sorted(order)


SHEETS = [
    # 一种材料多的，自成一张；四十件以上分开
    ((("书证", ROWS + 5),), [("书证", ROWS), ("书证", 5)]),
    # 几种少的并在一张，写明是哪几种；再加就超过一张的，另起一张
    ((("物证", 2), ("证人证言", 3)), [("物证、证人证言", 5)]),
    (
        (("书证", 20), ("物证", 5), ("证人证言", 6), ("视听资料", 4)),
        [("书证", 20), ("物证、证人证言", 11), ("视听资料", 4)],
    ),
]


@pytest.mark.parametrize(("kinds", "expected"), SHEETS)
def test_一问分几张答(kinds: tuple[tuple[str, int], ...], expected: list[tuple[str, int]]) -> None:
    view, one = made(papers(*kinds))
    line = asked(one, "item.shown")
    parts = sheets(view, line)
    assert [(part.title, len(part.subjects)) for part in parts] == expected
    together = [subject for part in parts for subject in part.subjects]
    assert sorted(together) == sorted(subjects_of(view, line)), "一件不少，一件不重"
    assert all(len(part.subjects) <= (FEW if "、" in part.title else ROWS) for part in parts)


def test_编了组的按组答() -> None:
    groups = "证据组: [{标识: Z1, 名称: 现场组}, {标识: Z2, 名称: 去向组}]\n"
    view, one = made(
        papers(("书证", 2), more=", 证据组: Z1") + "\n" + papers(("物证", 1), more=", 证据组: Z2").replace("E1", "E9"),
        HEAD + groups,
    )  # fmt: skip
    assert [part.title for part in sheets(view, asked(one, "item.shown"))] == ["现场组", "去向组"]


def test_已经有人答了的不再列_机器读的仍要人答() -> None:
    view, one = made(papers(("书证", 2)) + "\n  - {标识: E9, 证据种类: 书证, 用以证明不利于被告人的事实: 是, 已当庭出示（含原审）: 是, 证明联系: [{待证事实: F1, 方向: 支持}]}")  # fmt: skip
    line = asked(one, "item.confronted")
    open_ = {(field.name, subject) for field, subject in open_cells(view, line, subjects_of(view, line))}
    assert ("shown", "E9") not in open_
    assert ("confronted", "E9") in open_


def test_另有专门地方回答的问题没有可填的格() -> None:
    view, one = made(papers(("书证", 1)))
    checks = [line for line in one.questions if line.field.startswith("charge.")]
    assert checks
    assert all(not fields_of(line) and not sheets(view, line) for line in checks)
