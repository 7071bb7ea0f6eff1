"""按列求值：每一行是一句话、一个命题、一组格，和它应得的值。"""

from datetime import date, timedelta
from math import inf

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoyao.logic.columns import Columns, Plan, evaluate
from gaoyao.logic.compare import compare_columns, compare_intervals
from gaoyao.logic.reasons import explain
from gaoyao.logic.relations import at, at_least, exists, forall
from gaoyao.logic.tree import (
    Always,
    Choice,
    Compare,
    Concluded,
    FieldType,
    Flag,
    Moment,
    Not,
    Op,
    Prop,
    Quantity,
    Relation,
    TreeError,
    cannot_exclude,
)
from gaoyao.logic.truth import Truth, Why
from tests.logic.frames import MemoryFrame, day, known, moment, open_

YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN


def flag(name, kind="供述"):
    return Flag(kind, name, FieldType.FLAG, name)


甲, 乙, 完整 = flag("甲"), flag("乙"), flag("讯问清单完整")
场外 = flag("场外", "讯问")
件数 = Quantity("供述", "件数", FieldType.QUANTITY, "件数", unit="件")
开始 = Moment("供述", "开始", FieldType.MOMENT, "开始")
结束 = Moment("供述", "结束", FieldType.MOMENT, "结束")
地点 = Choice("供述", "地点", FieldType.CHOICE, "地点", options=(("jail", "看守所"), ("hotel", "宾馆")))
讯问 = Relation("r", "供述", "讯问", "讯问")
清单 = Relation("l", "供述", "讯问", "讯问", closed=完整)
首次 = Relation("o", "供述", "讯问", "首次讯问", to_one=True)
结论 = Concluded("供述", "c", "", "", "")

是, 否 = known(True), known(False)
未录入, 无记载, 冲突, 查而不明, 不适用 = (open_(why) for why in list(Why)[1:])


LEAVES = [
    ("已知为是", 甲, {甲: 是}, YES),
    ("已知为否", 甲, {甲: 否}, NO),
    ("未录入是不明，不是否", 甲, {}, UNKNOWN),
    ("卷内无记载是不明", 甲, {甲: 无记载}, UNKNOWN),
    ("说法冲突是不明", 甲, {甲: 冲突}, UNKNOWN),
    ("查而不明是不明", 甲, {甲: 查而不明}, UNKNOWN),
    ("不适用的条件不成立", 甲, {甲: 不适用}, NO),
    ("不适用的条件，反过来也不成立", ~甲, {甲: 不适用}, NO),
    ("双重否定还是原来的条件：不适用仍不成立", ~~甲, {甲: 不适用}, NO),
    ("不适用不妨碍另一项成立", 甲 | 乙, {甲: 不适用, 乙: 是}, YES),
    ("否定整个析取时，不适用的一项也不帮忙", ~(甲 | 乙), {甲: 不适用, 乙: 否}, NO),
    ("查而不明的确定：是", 甲.unresolved, {甲: 查而不明}, YES),
    ("未录入不是查而不明", 甲.unresolved, {}, NO),
    ("卷内无记载不是查而不明", 甲.unresolved, {甲: 无记载}, NO),
    ("不适用不是查而不明", 甲.unresolved, {甲: 不适用}, NO),
    ("三件不少于三件", 件数 >= 3, {件数: known((3, 3))}, YES),
    ("约二至四件是否不少于三件，不明", 件数 >= 3, {件数: known((2, 4))}, UNKNOWN),
    ("三件以上必不少于三件", 件数 >= 3, {件数: known((3, inf))}, YES),
    ("件数不适用，比较不成立", 件数 >= 3, {件数: 不适用}, NO),
    ("件数不适用，反过来也不成立", ~(件数 >= 3), {件数: 不适用}, NO),
    ("件数未录入，不明", 件数 >= 3, {}, UNKNOWN),
    ("确定的三件等于三件", 件数.equals(3), {件数: known((3, 3))}, YES),
    ("二至四件是否等于三件，不明", 件数.equals(3), {件数: known((2, 4))}, UNKNOWN),
    ("四至五件不等于三件", 件数.equals(3), {件数: known((4, 5))}, NO),
    ("早于", 开始 < 结束, {开始: moment(2021, 3, 5, 9), 结束: moment(2021, 3, 5, 10)}, YES),
    ("同一时刻不是早于", 开始 < 结束, {开始: moment(2021, 3, 5, 9), 结束: moment(2021, 3, 5, 9)}, NO),
    ("只知同一天，先后不明", 开始 < 结束, {开始: day(2021, 3, 5), 结束: day(2021, 3, 5)}, UNKNOWN),
    (
        "满二十四小时",
        结束 >= 开始 + timedelta(hours=24),
        {开始: moment(2021, 3, 5, 9), 结束: moment(2021, 3, 6, 9)},
        YES,
    ),
    (
        "差一分钟不满二十四小时",
        结束 >= 开始 + timedelta(hours=24),
        {开始: moment(2021, 3, 5, 9), 结束: moment(2021, 3, 6, 8, 59)},
        NO,
    ),
    ("某日以前", 开始 < date(2021, 3, 1), {开始: day(2021, 2, 28)}, YES),
    ("同日的某时是否在该日以前，不明", 开始 <= date(2021, 3, 1), {开始: moment(2021, 3, 1, 8)}, UNKNOWN),
    ("地点是宾馆", 地点.equals("hotel"), {地点: known("hotel")}, YES),
    ("地点不是宾馆", 地点.equals("hotel"), {地点: known("jail")}, NO),
    ("地点未录入", 地点.equals("hotel"), {}, UNKNOWN),
    ("地点不适用，正反都不成立", ~地点.equals("hotel"), {地点: 不适用}, NO),
    ("词表以外的代码不当作任何一项", 地点.equals("hotel"), {地点: known("moon")}, UNKNOWN),
    ("不能排除：本身已是", cannot_exclude(甲), {甲: 是}, YES),
    ("不能排除：查而不明，按不能排除", cannot_exclude(甲), {甲: 查而不明}, YES),
    ("不能排除：未录入，仍是不明", cannot_exclude(甲), {}, UNKNOWN),
    ("不能排除：卷内无记载，仍是不明", cannot_exclude(甲), {甲: 无记载}, UNKNOWN),
    ("不能排除：已经排除", cannot_exclude(甲), {甲: 否}, NO),
    ("不能排除：查证终结由另一字段表示", cannot_exclude(甲, 乙), {乙: 是}, YES),
    ("不能排除：查证没有终结，不明", cannot_exclude(甲, 乙), {乙: 否}, UNKNOWN),
    ("不能排除：是否终结不明，不明", cannot_exclude(甲, 乙), {}, UNKNOWN),
    ("不能排除：不适用的情形不成立", cannot_exclude(甲, 乙), {甲: 不适用, 乙: 是}, NO),
]


def table_frame(cells):
    return MemoryFrame({"供述": 1, "讯问": 3}, {(field.path, 0): cell for field, cell in cells.items()})


@pytest.mark.parametrize(("sentence", "prop", "cells", "truth"), LEAVES, ids=[row[0] for row in LEAVES])
def test_叶与不能排除(sentence, prop, cells, truth):
    frame = table_frame(cells)
    assert evaluate(prop, frame).tolist() == [truth]
    assert explain(prop, frame, 0).truth is truth


LISTS = [
    ("有一次在场外，存在成立", exists(讯问, 场外), [是, 否], None, YES),
    ("两次都不在场外，存在不成立", exists(讯问, 场外), [否, 否], None, NO),
    ("一次不明，存在不明", exists(讯问, 场外), [否, 未录入], None, UNKNOWN),
    ("没有讯问记载，存在不成立", exists(讯问, 场外), [], None, NO),
    ("清单完整而为空，存在不成立", exists(清单, 场外), [], 是, NO),
    ("清单是否完整未录入，空清单不能说没有", exists(清单, 场外), [], None, UNKNOWN),
    ("清单有缺，都不在场外也不能说没有", exists(清单, 场外), [否], 否, UNKNOWN),
    ("清单有缺，但已有一次在场外", exists(清单, 场外), [是], 否, YES),
    ("空而完整的清单，每一次都成立", forall(清单, 场外), [], 是, YES),
    ("清单未确认完整，不能说每一次都成立", forall(清单, 场外), [是, 是], None, UNKNOWN),
    ("清单未确认完整，已有一次不成立就是否", forall(清单, 场外), [是, 否], None, NO),
    ("清单的完整不适用，当作未确认", forall(清单, 场外), [是], 不适用, UNKNOWN),
    ("每一次都成立", forall(讯问, 场外), [是, 是], None, YES),
    ("一次不明，每一次不明", forall(讯问, 场外), [是, 冲突], None, UNKNOWN),
    ("两次以上：恰好两次", at_least(2, 讯问, 场外), [是, 否, 是], None, YES),
    ("两次以上：一次加一次不明", at_least(2, 讯问, 场外), [是, 未录入, 否], None, UNKNOWN),
    ("两次以上：一次加两次否", at_least(2, 讯问, 场外), [是, 否, 否], None, NO),
    ("两次以上：清单有缺，一次是也不能说不足", at_least(2, 清单, 场外), [是, 否], 否, UNKNOWN),
    ("不适用的一次不算在内", at_least(2, 讯问, 场外), [是, 不适用, 否], None, NO),
    ("并非每一次，遇不适用的一次不帮忙", ~forall(讯问, 场外), [是, 不适用], None, NO),
]


@pytest.mark.parametrize(
    ("sentence", "prop", "entries", "complete", "truth"), LISTS, ids=[row[0] for row in LISTS]
)
def test_量词(sentence, prop, entries, complete, truth):
    cells = {(场外.path, number): cell for number, cell in enumerate(entries)}
    if complete is not None:
        cells[完整.path, 0] = complete
    links = {path: {0: range(len(entries))} for path in ("供述.r", "供述.l")}
    frame = MemoryFrame({"供述": 1, "讯问": 3}, cells, links)
    assert evaluate(prop, frame).tolist() == [truth]
    assert explain(prop, frame, 0).truth is truth


@pytest.mark.parametrize(
    ("sentence", "targets", "truth"),
    [
        ("没有录入首次讯问，不明", [], UNKNOWN),
        ("首次讯问在场外", [1], YES),
        ("录入了两个首次讯问，不明", [0, 1], UNKNOWN),
    ],
)
def test_单值关系(sentence, targets, truth):
    cells = {(场外.path, 0): 否, (场外.path, 1): 是}
    frame = MemoryFrame({"供述": 1, "讯问": 2}, cells, {"供述.o": {0: targets}})
    assert evaluate(at(首次, 场外), frame).tolist() == [truth]
    assert explain(at(首次, 场外), frame, 0).truth is truth


def test_下一层的结论照原值取用():
    frame = MemoryFrame({"供述": 3}, results={"供述.c": [1, 0, -1]})
    assert evaluate(结论, frame).tolist() == [1, 0, -1]
    assert evaluate(~结论, frame).tolist() == [-1, 0, 1]


def test_没有对象时得到空列():
    frame = MemoryFrame({"供述": 0, "讯问": 0})
    for prop in (甲, 甲 & 乙, exists(讯问, 场外), forall(清单, 场外), at(首次, 场外), 开始 < 结束):
        assert evaluate(prop, frame).shape == (0,)


def test_常量要写明对象种类():
    frame = MemoryFrame({"供述": 2})
    assert evaluate(Always(), frame, "供述").tolist() == [1, 1]
    with pytest.raises(TreeError, match="写明对象种类"):
        evaluate(Always(), frame)
    with pytest.raises(TreeError, match="不能对 讯问 求值"):
        evaluate(甲, frame, "讯问")


def test_相同的子命题只算一次而且计划可以换案卷再用():
    plan = Plan()
    first = exists(讯问, 场外) & 甲
    again = exists(讯问, 场外) & 甲
    assert plan.add(first) == plan.add(again)
    for value in (是, 否):
        frame = MemoryFrame(
            {"供述": 1, "讯问": 1}, {(场外.path, 0): value, (甲.path, 0): 是}, {"供述.r": {0: [0]}}
        )
        assert Columns(frame, plan).evaluate(again)[0] == (1 if value.value else -1)


def test_个数或关系不同的量词不会被当成同一个():
    cells = {(场外.path, 0): 是, (场外.path, 1): 否}
    frame = MemoryFrame({"供述": 1, "讯问": 2}, cells, {"供述.r": {0: [0, 1]}, "供述.l": {0: [0, 1]}})
    columns = Columns(frame)
    rows = [(at_least(1, 讯问, 场外), 1), (at_least(2, 讯问, 场外), -1), (at_least(2, 清单, 场外), 0)]
    assert [columns.evaluate(prop)[0] for prop, _ in rows] == [truth for _, truth in rows]


def test_过深混种和跨对象比较都有明白的报错():
    deep: Prop = 甲
    for _ in range(3000):
        deep = Not(deep)
    別 = Moment("讯问", "开始", FieldType.MOMENT, "开始")
    frame = MemoryFrame({"供述": 1, "讯问": 1})
    for prop, message in (
        (deep, "嵌套超过"),
        (甲 & 场外, "混有不同对象"),
        (Compare(开始, Op.LT, 別), "属于不同对象"),
        (exists(讯问, 甲), "里面的命题却是关于"),
        (exists(Relation("x", "供述", "讯问", "讯问", closed=场外), 场外), "不属于 供述"),
    ):
        for read in (lambda p: evaluate(p, frame), lambda p: explain(p, frame, 0)):
            with pytest.raises(TreeError, match=message):
                read(prop)


def test_列与对象数不符时报错():
    class Short(MemoryFrame):
        def flag(self, field):
            truth, why = super().flag(field)
            return truth[1:], why[1:]

    with pytest.raises(ValueError, match=r"供述\.甲 的列形状"):
        evaluate(甲, Short({"供述": 2}))


bounds = st.one_of(st.integers(-3, 3).map(float), st.sampled_from([-inf, inf]))
intervals = st.tuples(bounds, bounds).map(lambda pair: (min(pair), max(pair)))


@given(intervals, st.sampled_from(list(Op)), intervals)
def test_区间比较的两种写法一致而且与逐点比较相符(a, op, b):
    column = compare_columns(np.array([a[0]]), np.array([a[1]]), op, np.array([b[0]]), np.array([b[1]]))
    single = compare_intervals(a, op, b)
    assert column.tolist() == [single]
    assert compare_intervals(a, op.opposite, b) == -single
    points = [float(n) / 2 for n in range(-8, 9)]

    def inside(interval):
        return [p for p in {*points, *interval} if interval[0] <= p <= interval[1]]

    operator = {"<": float.__lt__, "<=": float.__le__, ">": float.__gt__, ">=": float.__ge__}
    operator |= {"==": float.__eq__, "!=": float.__ne__}
    outcomes = {bool(operator[op.value](x, y)) for x in inside(a) for y in inside(b)}
    assert single == (UNKNOWN if len(outcomes) == 2 else YES if True in outcomes else NO)
