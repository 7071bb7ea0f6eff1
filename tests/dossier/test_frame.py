"""The case as columns: every column agrees with its cells; cells read as people read.  虚构材料。"""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings

from gaoyao.dossier.chain import MAIN
from gaoyao.dossier.derived import POINT_CASE, POINT_COUNT, POINT_SUPPORTS, Point, Support
from gaoyao.dossier.frame import CaseFrame
from gaoyao.dossier.log import Log
from gaoyao.dossier.model import Absent, Address, Amount, Basis
from gaoyao.dossier.schema import KINDS, RELATIONS, Kind
from gaoyao.dossier.view import View
from gaoyao.dossier.vocabulary import Claim, Interrogation, Item, Link
from gaoyao.logic.frame import CellFrame, Source
from gaoyao.logic.tree import Choice, Concluded, Field, Flag, Moment, Quantity, Relation, TreeError
from gaoyao.logic.truth import Why
from tests.dossier.logs import DEFENCE, INNER, begin, logs, small

DAY = 1440
MARCH5 = 18691 * DAY  # 2021-03-05


def frame_of(log: Log) -> CaseFrame:
    return CaseFrame(View(log, [MAIN, INNER, DEFENCE]))


def leaves() -> list[Flag | Quantity | Moment | Choice]:
    return [
        field
        for kind in KINDS.values()
        if not kind.derived
        for field in kind.fields.values()
        if isinstance(field, Flag | Quantity | Moment | Choice)
    ]


def agree(frame: CaseFrame, field: Flag | Quantity | Moment | Choice) -> None:
    """One column against its cells, one by one."""
    for number in range(frame.size(field.kind)):
        cell = frame.cell(field, number)
        if isinstance(field, Flag):
            truth, why = frame.flag(field)
            assert truth[number] == {None: 0, True: 1, False: -1}[cell.value]
        elif isinstance(field, Choice):
            index, why = frame.choice(field)
            assert (None if index[number] < 0 else field.options[index[number]][0]) == cell.value
        else:
            low, high, why = frame.interval(field)
            assert (None if math.isnan(low[number]) else (low[number], high[number])) == cell.value
        assert why[number] == cell.why
        assert (cell.value is None) == (cell.why is not Why.KNOWN)
        assert (frame.basis(field)[number] == 0) == (cell.why is Why.NOT_ENTERED)
        assert [source.basis for source in cell.sources][:1] == (
            [Basis(int(frame.basis(field)[number])).label] if cell.why is not Why.NOT_ENTERED else []
        )
        assert cell.text


@given(logs())
@settings(max_examples=40)
def test_每一列与逐格所读相同(log: Log) -> None:
    frame = frame_of(log)
    for field in leaves():
        agree(frame, field)


@given(logs())
@settings(max_examples=40)
def test_每一种关系与逐个查找相同(log: Log) -> None:
    frame = frame_of(log)
    for relation in RELATIONS.values():
        if KINDS[relation.source].derived or KINDS[relation.target].derived:
            continue
        source, target = frame.pairs(relation)
        assert (np.diff(source) >= 0).all()
        expected = {
            (number, other)
            for number, subject in enumerate(frame.subjects(relation.source))
            for other, named in enumerate(frame.subjects(relation.target))
            if related(frame.view, relation, subject, named)
        }
        assert len(source) == len(expected), relation.path
        assert {(int(s), int(t)) for s, t in zip(source, target, strict=True)} == expected, relation.path
        for number in range(frame.size(relation.source)):
            assert set(frame.targets(relation, number)) == {t for s, t in expected if s == number}


def related(view: View, relation: Relation, subject: str, named: str) -> bool:
    """By definition, one pair at a time."""
    if relation.name == "case" or relation.name.startswith("all_"):
        return True
    if relation.name.startswith("<"):
        kind, _, name = relation.name[1:].partition(".")
        return named_by(view, KINDS[kind].fields[name], named, subject)
    if ":" in relation.name:
        return named_by(view, KINDS[relation.source].fields[relation.name.split(":")[0]], subject, named)
    return view.parent(named) == subject


def named_by(view: View, field: Field, subject: str, named: str) -> bool:
    live = view.live(field, subject)
    if live.why not in (Why.KNOWN, Why.CONFLICTING):
        return False
    said = [record.value for record in live.assertions] if live.why is Why.CONFLICTING else [live.value]
    names = [
        name
        for value in said
        for name in ((value,) if isinstance(value, str) else value if type(value) is tuple else ())
    ]
    return named in names and (field.many or live.why is Why.KNOWN or len(set(names)) > 1)


def test_案卷框架满足逻辑层的约定() -> None:
    frame: CellFrame = frame_of(small())
    assert frame.size("item") == 2
    assert frame.size("hearing") == 0
    assert frame.identifier("item", 1) == "E2"


def test_引用有冲突时_多值的取各方所称的并集_单值的保持不明() -> None:
    log = small()
    with begin(log) as tx:
        tx.declare("conflict", "X")
        tx.put("conflict", "X", "items", ("E1",))
        tx.put("conflict", "X", "items", ("E2",))
        for number, said in enumerate((("F1",), ("F1", "F2"), ("F1", Absent(Why.FILE_SILENT)))):
            if number == 0:
                tx.declare("fact", "F2")
            tx.declare("link", f"L{number}", "E1")
            for value in said:
                tx.put("link", f"L{number}", "fact", value)
    frame = frame_of(log)
    item_conflicts, link_fact = RELATIONS["item.<conflict.items"], RELATIONS["link.fact:fact"]
    assert [list(frame.targets(item_conflicts, number)) for number in (0, 1)] == [[0], [0]]
    assert [list(frame.targets(link_fact, number)) for number in (0, 1, 2)] == [[0], [0, 1], []]


def test_不能从卷宗读出的关系被拒绝() -> None:
    frame = frame_of(small())
    for name in ("nowhere", "fact:item"):
        with pytest.raises(TreeError, match="不能从卷宗读出"):
            frame.pairs(Relation(name, "item", "fact", "无"))


# ---------------------------------------------------------------- single cells


def test_没有写页码的值_页码随它所在的对象或上级() -> None:
    log = small()
    with begin(log) as tx:
        tx.put("item", "E1", "verified", True)
        tx.put("interrogation", "E1.讯问", "recorded", True, address=Address("案件.yaml", 40))
        tx.put("interrogation", "E1.讯问", "first", True, address=Address("案件.yaml", 41, "卷2第16页"))
    frame = frame_of(log)
    assert frame.cell(Item.shown, 0).sources == (Source("卷5第3页", "案件.yaml", 14, "当庭宣读", "人员录入"),)
    assert frame.cell(Item.verified, 0).sources == (Source("卷2第15页", "", 0, "", "人员录入"),)
    assert frame.cell(Interrogation.recorded, 0).sources[0].page == "卷2第15页"
    assert frame.cell(Interrogation.first, 0).sources[0].page == "卷2第16页"
    assert frame.cell(Item.shown, 1).sources == ()
    with begin(log) as tx:
        tx.put("interrogation", "E1.讯问", "page", "卷2第17页")
    assert frame_of(log).cell(Interrogation.recorded, 0).sources[0].page == "卷2第17页"


def test_冲突的格写明各方怎么说_每一方都有出处() -> None:
    log = small()
    with begin(log) as tx:
        tx.put("item", "E1", "shown", False, address=Address(page="卷5第9页"))
    cell = frame_of(log).cell(Item.shown, 0)
    assert (cell.value, cell.why, cell.text) == (None, Why.CONFLICTING, "一说“是”，一说“否”")
    assert [source.page for source in cell.sources] == ["卷5第3页", "卷5第9页"]


def test_没有值的格写明为什么和理由() -> None:
    log = small()
    with begin(log) as tx:
        tx.put("item", "E2", "shown", Absent(Why.NOT_APPLICABLE, "庭前已撤回"))
    frame = frame_of(log)
    cell = frame.cell(Item.shown, 1)
    assert (cell.why, cell.text, cell.note) == (Why.NOT_APPLICABLE, "不适用", "庭前已撤回")
    assert frame.cell(Item.verified, 1).text == "未录入"


def test_依据一列供衡量结论的分量() -> None:
    log = small()
    with begin(log) as tx:
        tx.put("item", "E1", "verified", True, Basis.RULED)
        tx.put("item", "E2", "verified", True, Basis.READ, Address(page="卷1"))
    frame = frame_of(log)
    assert list(frame.basis(Item.verified)) == [Basis.RULED, Basis.READ]
    assert list(frame.basis(Item.disputed)) == [0, 0]


# ---------------------------------------------------------------- conclusions and derived tables

CONCEPT = Concluded("item", "usable", "可用", "不可用", "不清楚")


def test_下层的结论可以读取_连同理由_没有算出的不能读() -> None:
    frame = frame_of(small())
    with pytest.raises(LookupError, match="还没有算出"):
        frame.concluded(CONCEPT)
    frame.set_concluded("item", "usable", np.array([1, 0], dtype=np.int8), {0: ["原件在卷"]})
    assert list(frame.concluded(CONCEPT)) == [1, 0]
    assert frame.concluded_by(CONCEPT, 0) == ("原件在卷",)
    assert frame.concluded_by(CONCEPT, 1) == ()
    with pytest.raises(ValueError, match="算了两次"):
        frame.set_concluded("item", "usable", np.array([1, 0], dtype=np.int8))
    for wrong in ([1], [1, 2]):
        with pytest.raises(ValueError, match="应当是 2 个"):
            frame.set_concluded("item", "other", np.array(wrong, dtype=np.int8))
    frame.set_concluded("item", "asked", np.array([0, 0], dtype=np.int8), lambda number: [f"第{number}件"])
    assert frame.concluded_by(Concluded("item", "asked", "", "", ""), 1) == ("第1件",)


def test_派生的表_列_关系_出处_名称() -> None:
    log = small()
    with begin(log) as tx:
        tx.declare("count", "K1")
    frame = frame_of(log)
    with pytest.raises(LookupError, match="add_table"):
        frame.size("point")
    here = Source("卷2第15页", basis="机器读取")
    frame.add_table(
        Support, ["s0", "s1", "s2"], {
            "own_confession": [True, False, None],
            "objective": np.array([-1, 1, 0], dtype=np.int8),
            "restates": [Absent(Why.NOT_APPLICABLE, "不是供述"), True, Absent(Why.UNRESOLVED, "")],
        },
        sources={"own_confession": lambda number: [here] if number == 0 else [], "objective": [[], [here], []]},
        bases={"objective": np.array([2, 3, 0], dtype=np.int8)},
    )  # fmt: skip
    frame.add_table(
        Point, ["p0", "p1"], {"complete": (np.array([1, 0], dtype=np.int8), np.array([0, Why.CONFLICTING], dtype=np.int8))},
        {POINT_COUNT.path: ([0, 1], [0, 0]), POINT_SUPPORTS.path: (np.array([1, 0, 1]), np.array([2, 0, 1]))},
        names=["甲某在场", "甲某动手"],
    )  # fmt: skip
    assert [list(array) for array in frame.flag(Support.own_confession)] == [
        [1, -1, 0],
        [0, 0, Why.NOT_ENTERED],
    ]
    assert list(frame.flag(Support.restates)[1]) == [Why.NOT_APPLICABLE, 0, Why.UNRESOLVED]
    assert list(frame.flag(Support.identifies)[1]) == [Why.NOT_ENTERED] * 3
    assert list(frame.flag(Point.complete)[1]) == [0, Why.CONFLICTING]
    assert [list(frame.targets(POINT_SUPPORTS, number)) for number in (0, 1)] == [[0], [2, 1]]
    assert [list(frame.targets(POINT_CASE, number)) for number in (0, 1)] == [[0], [0]]
    assert list(frame.basis(Support.objective)) == [2, 3, 0]
    assert list(frame.basis(Support.own_confession)) == [Basis.READ, Basis.READ, 0]
    cell = frame.cell(Support.own_confession, 0)
    assert (cell.value, cell.text, cell.sources) == (True, "是", (here,))
    assert frame.cell(Support.restates, 0).note == "不是供述"
    assert (frame.name("point", 1), frame.identifier("support", 2), frame.name("support", 2)) == (
        "甲某动手",
        "s2",
        "证明联系 s2",
    )


class Stay(Kind, kind="test_stay", label="测试用停留", derived=True):
    """A derived kind with every type of column; only these tests use it."""

    hours = Quantity("", "", Interrogation.sequence.type, "时长", unit="小时")
    start = Moment("", "", Item.happened.type, "开始")
    place = Choice("", "", Claim.slot.type, "地点", options=(("home", "住处"), ("yard", "院内")))


del KINDS[Stay.kind]  # the vocabulary that other tests read stays as it is


def test_派生的数量_时间_选项可以用数组也可以用值() -> None:
    frame = frame_of(small())
    frame.add_table(
        Stay, ["a", "b", "c"], {
            "hours": [Amount(2, 3, "两三小时"), None, Amount(1, 1, "")],
            "start": (np.array([MARCH5, np.nan, 5.0]), np.array([MARCH5 + DAY - 1, np.nan, 5.0])),
            "place": np.array([1, -1, 0]),
        },
    )  # fmt: skip
    for field in (Stay.hours, Stay.start, Stay.place):
        agree_derived(frame, field)
    assert frame.cell(Stay.hours, 0).text == "两三小时（2至3小时）"
    assert frame.cell(Stay.start, 0).text == "2021-03-05"
    assert frame.cell(Stay.place, 0).text == "院内"
    assert frame.cell(Stay.place, 1).text == "未录入"


def agree_derived(frame: CaseFrame, field: Quantity | Moment | Choice) -> None:
    for number in range(3):
        cell = frame.cell(field, number)
        if isinstance(field, Choice):
            index, why = frame.choice(field)
            assert (None if index[number] < 0 else field.options[index[number]][0]) == cell.value
        else:
            low, high, why = frame.interval(field)
            assert (None if math.isnan(low[number]) else (low[number], high[number])) == cell.value
        assert why[number] == cell.why


def test_派生的表不对的被拒绝() -> None:
    frame = frame_of(small())
    for kind, ids, columns in (
        (Item, ["E9"], {}),  # 不是派生的对象
        (Point, ["p", "p"], {}),  # 编号重复
        (Point, ["p"], {"nothing": [True]}),  # 没有这个字段
        (Point, ["p"], {"complete": [True, False]}),  # 行数不对
        (Point, ["p"], {"complete": np.array([1, 1], dtype=np.int8)}),
        (
            Point,
            ["p"],
            {"complete": (np.array([1], dtype=np.int8), np.array([Why.UNRESOLVED], dtype=np.int8))},
        ),  # 有值却说查而不明
    ):
        with pytest.raises(ValueError, match=r"派生|表不对|行|Why"):
            frame.add_table(kind, ids, columns)
    assert frame.size("item") == 2


def test_链接的页码和方向照样读出() -> None:
    log = small()
    with begin(log) as tx:
        tx.declare("link", "L1", "E1")
        tx.put("link", "L1", "fact", "F1")
        tx.put("link", "L1", "direction", "supports")
    frame = frame_of(log)
    index, why = frame.choice(Link.direction)
    assert (Link.direction.options[index[0]][0], why[0]) == ("supports", Why.KNOWN)
    assert frame.cell(Link.direction, 0).text == "支持"
    assert frame.cell(Link.direction, 0).sources[0].page == "卷2第15页"


def test_列只能读不能改() -> None:
    truth, _ = frame_of(small()).flag(Item.shown)
    with pytest.raises(ValueError, match="read-only"):
        truth[0] = 0
