"""两种读法——按列求值与逐格说理——在每一棵随机命题的每一个节点、每一个对象上完全一致。"""

import numpy as np
import pytest
from hypothesis import given, settings

from gaoyao.logic.columns import Columns
from gaoyao.logic.leaves import CONSTANT_SENTENCES
from gaoyao.logic.reasons import Reason, Reasons, leaves, sentence
from gaoyao.logic.tree import At, AtLeast, ForAll, Not
from gaoyao.logic.truth import Truth
from gaoyao.logic.walk import children
from tests.logic.generate import cases, shares


def placed(prop, kind):
    """Every node with the kind of subject it is read on."""
    yield prop, kind
    inner = prop.relation.target if isinstance(prop, At | AtLeast | ForAll) else kind
    for child in children(prop):
        yield from placed(child, inner)


def every(reason: Reason):
    yield reason
    for part in reason.parts:
        yield from every(part)


@settings(max_examples=400)
@given(cases())
def test_按列求值与逐格说理在每个节点上一致(example):
    case, (prop,) = example
    columns, reasons = Columns(case.frame), Reasons(case.frame)
    for node, kind in placed(prop, case.kind):
        for read in (node, Not(node)):
            found = [
                int(reasons.explain(read, subject, kind).truth) for subject in range(case.frame.size(kind))
            ]
            assert columns.evaluate(read, kind).tolist() == found


@given(cases())
def test_起决定作用的部分在前而且与结论同值(example):
    case, (prop,) = example
    for subject in range(case.frame.size(case.kind)):
        for reason in every(Reasons(case.frame).explain(prop, subject, case.kind)):
            marks = [part.decisive for part in reason.parts]
            assert marks == sorted(marks, reverse=True)
            assert reason.sentence
            if reason.parts and not any(marks):
                assert "项" in reason.sentence  # 只有量词会因为项数本身而得出结论


@given(cases())
def test_结论只靠起决定作用的叶就能写成一段话(example):
    case, (prop,) = example
    for subject in range(case.frame.size(case.kind)):
        reason = Reasons(case.frame).explain(prop, subject, case.kind)
        assert leaves(reason)
        text = sentence(reason)
        assert text.endswith("。")
        told = [leaf.sentence for leaf in leaves(reason) if leaf.sentence not in CONSTANT_SENTENCES]
        assert all(clause in text for clause in told)
        if not told:
            assert text == f"{leaves(reason)[0].sentence}。" or "：" in text
        assert "不不" not in text
        assert "没有没有" not in text


@given(cases())
def test_每个已知值的叶都带着出处(example):
    case, (prop,) = example
    for subject in range(case.frame.size(case.kind)):
        for leaf in leaves(Reasons(case.frame).explain(prop, subject, case.kind)):
            if not children(prop) and leaf.field and leaf.why == 0:
                assert leaf.sources


@given(cases())
def test_求值结果只读而且不改动案卷(example):
    case, (prop,) = example
    before = dict(case.frame.cells)
    column = Columns(case.frame).evaluate(prop, case.kind)
    assert column.dtype == np.int8
    assert set(column.tolist()) <= {-1, 0, 1}
    with pytest.raises(ValueError, match="read-only"):
        column[0] = 1
    assert case.frame.cells == before


def test_生成的命题和案卷不是空谈():
    found = shares(200)
    least = {"命题：含量词": 0.3, "命题：量词里套量词": 0.1, "清单：空": 0.2, "清单：未确认完整": 0.3}
    least |= {f"答案：{truth.label}": 0.1 for truth in Truth}
    for name, share in least.items():
        assert found[name] >= share, (name, found[name])
    for name, share in found.items():
        assert share >= 0.03, (name, share)
