"""三值逻辑的定律，在随机案卷和随机命题上成立。"""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gaoyao.logic.columns import Columns
from gaoyao.logic.frame import Cell
from gaoyao.logic.tree import (
    All,
    Always,
    Any,
    AtLeast,
    Choice,
    FieldType,
    Flag,
    ForAll,
    Not,
    Op,
    TreeError,
    all_of,
    any_of,
)
from gaoyao.logic.truth import Why
from gaoyao.logic.walk import nodes
from tests.logic.generate import KINDS, cases, known_cell, make_case

LAWS = [
    ("合取交换", lambda a, b, c: (All((a, b)), All((b, a)))),
    ("析取交换", lambda a, b, c: (Any((a, b)), Any((b, a)))),
    ("合取结合", lambda a, b, c: (All((a, All((b, c)))), All((All((a, b)), c)))),
    ("析取结合", lambda a, b, c: (Any((a, Any((b, c)))), Any((Any((a, b)), c)))),
    ("合取对偶", lambda a, b, c: (Not(All((a, b))), Any((Not(a), Not(b))))),
    ("析取对偶", lambda a, b, c: (Not(Any((a, b))), All((Not(a), Not(b))))),
    ("双重否定", lambda a, b, c: (Not(Not(a)), a)),
    ("合取吸收", lambda a, b, c: (All((a, Any((a, b)))), a)),
    ("析取吸收", lambda a, b, c: (Any((a, All((a, b)))), a)),
    ("合取对析取分配", lambda a, b, c: (All((a, Any((b, c)))), Any((All((a, b)), All((a, c)))))),
    ("析取对合取分配", lambda a, b, c: (Any((a, All((b, c)))), All((Any((a, b)), Any((a, c)))))),
    ("合取幂等", lambda a, b, c: (All((a, a)), a)),
    ("恒真是合取的单位元", lambda a, b, c: (All((a, Always(True))), a)),
    ("恒假是析取的单位元", lambda a, b, c: (Any((a, Always(False))), a)),
    ("嵌套合取可以摊平", lambda a, b, c: (all_of(all_of(a, b), c), All((a, All((b, c)))))),
    ("嵌套析取可以摊平", lambda a, b, c: (any_of(any_of(a, b), c), Any((a, Any((b, c)))))),
]


@settings(max_examples=150)
@given(cases(trees=3, depth=2))
def test_克林定律(example):
    case, (a, b, c) = example
    columns = Columns(case.frame)
    for sentence, law in LAWS:
        left, right = law(a, b, c)
        same = columns.evaluate(left, case.kind).tolist() == columns.evaluate(right, case.kind).tolist()
        assert same, sentence


@given(cases(depth=2), st.integers(0, 1))
def test_并非存在就是每一个都不(example, which):
    case, _ = example
    relation = case.words.relations[case.kind][1 + which]
    part = case.words.flags[relation.target][0]
    columns = Columns(case.frame)
    for left, right in (
        (Not(AtLeast(1, relation, part)), ForAll(relation, Not(part))),
        (Not(ForAll(relation, part)), AtLeast(1, relation, Not(part))),
    ):
        assert columns.evaluate(left).tolist() == columns.evaluate(right).tolist()


@settings(max_examples=250)
@given(cases(burden=False), st.integers(0, 1000))
def test_补上未知的值不会把是改成否(example, seed):
    case, (prop,) = example
    rng = random.Random(seed)
    changes = {}
    for field in (each for kind in KINDS for each in case.words.fields(kind)):
        for subject in range(case.frame.size(field.kind)):
            cell = case.frame.cell(field, subject)
            if cell.why not in (Why.KNOWN, Why.NOT_APPLICABLE) and rng.random() < 0.5:
                changes[field.path, subject] = known_cell(rng, field)
            elif isinstance(cell.value, tuple) and rng.random() < 0.5:
                point = rng.choice(cell.value)
                changes[field.path, subject] = Cell((point, point))
    before = Columns(case.frame).evaluate(prop, case.kind)
    after = Columns(case.frame.with_cells(changes)).evaluate(prop, case.kind)
    assert (after[before != 0] == before[before != 0]).all()


@settings(max_examples=250)
@given(cases(burden=False), st.integers(0, 1000))
def test_不适用的格从不帮助任何命题成立(example, seed):
    case, (prop,) = example
    rng = random.Random(seed)
    kind = rng.choice(KINDS)
    field = rng.choice([each for each in case.words.fields(kind) if each.name != "清单完整"])
    subject = rng.randrange(case.frame.size(kind))
    out = case.frame.with_cells({(field.path, subject): Cell(None, Why.NOT_APPLICABLE)})
    least = Columns(out).evaluate(prop, case.kind)
    for cell in (known_cell(rng, field), Cell(None, Why.NOT_ENTERED)):
        other = Columns(case.frame.with_cells({(field.path, subject): cell})).evaluate(prop, case.kind)
        assert (least <= other).all()


@given(cases())
def test_命题不能当真假用而且不可改可入集合(example):
    _, (prop,) = example
    for node in nodes(prop):
        with pytest.raises(TreeError, match="不能当作真假"):
            bool(node)
        assert node in {node}
        assert isinstance(hash(node), int)
        name = next(iter(getattr(type(node), "__dataclass_fields__", {})))
        with pytest.raises((AttributeError, TypeError)):
            setattr(node, name, None)


def test_普通的与或非写法会报错而不会悄悄变成真假():
    prop = make_case(1).words.flags[KINDS[0]][0]
    for wrong in (lambda: prop and prop, lambda: prop or prop, lambda: not prop, lambda: 1 if prop else 0):
        with pytest.raises(TreeError, match="请用 &、|、~".replace("|", r"\|")):
            wrong()


def test_词表没有的代码和不能比较的类型会报错():
    words = make_case(1).words
    choice, quantity, moment = (
        table[KINDS[0]][0] for table in (words.choices, words.quantities, words.moments)
    )
    for wrong, message in (
        (lambda: choice.isin("z"), "没有取值"),
        (lambda: Choice.isin(choice), "没有取值"),
        (lambda: quantity < moment, "类型不同"),
        (lambda: quantity < "3", "不能与"),
        (lambda: quantity < True, "不能与"),
        (all_of, "至少要有一个"),
        (lambda: all_of(Flag("案件", "甲", FieldType.FLAG, "甲"), "乙"), "不是命题"),
    ):
        with pytest.raises(TreeError, match=message):
            wrong()


def test_每个比较都有恰好相反的比较():
    assert {op.opposite.opposite for op in Op} == set(Op)
    assert all(op.opposite is not op for op in Op)
