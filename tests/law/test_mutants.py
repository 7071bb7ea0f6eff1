"""变异工具自己也要信得过：每种小改动都造得出来，情景不够时报得出存活的变异。"""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from benchmarks.mutants import Mutant, folded, killed, main, mutants, mutants_of
from gaoyao.dossier.vocabulary import Identification, Inquiry, Item
from gaoyao.dossier.vocabulary.court import ITEM_TRACES
from gaoyao.dossier.vocabulary.evidence import Trace
from gaoyao.logic.columns import Columns
from gaoyao.logic.relations import exists, forall
from gaoyao.logic.tree import (
    Always,
    AtLeast,
    CannotExclude,
    ForAll,
    Not,
    Op,
    Prop,
    all_of,
    any_of,
    cannot_exclude,
)
from gaoyao.review.engine import rules
from gaoyao.review.scenarios import prepare, read

SCENARIOS = Path(__file__).parent.parent / "scenarios"
A, B, FEW = Inquiry.individual, Inquiry.confirmed, Identification.total < 7

# 一棵树 → 它的全部变异（只看改完的样子）。
TABLE: list[tuple[str, Prop, list[Prop]]] = [
    ("单个字段只有取反", A, [Not(A)]),
    ("否定里面照样取反", ~A, [Not(Not(A))]),
    ("合取：各去掉一项，各取反一项", A & B, [B, Not(A) & B, A, A & Not(B)]),
    ("析取：各去掉一项，各取反一项", A | B, [B, Not(A) | B, A, A | Not(B)]),
    (
        "比较：取反，再换成其余四个算符",
        FEW,
        [Not(FEW), *(type(FEW)(FEW.left, op, FEW.right) for op in (Op.LE, Op.GT, Op.EQ, Op.NE))],
    ),
    (
        "选项：取反，各去掉一个",
        Item.type.isin("witness", "victim"),
        [Not(Item.type.isin("witness", "victim")), Item.type.isin("victim"), Item.type.isin("witness")],
    ),
    (
        "有一个：换成每一个，换成两个，里面取反",
        exists(ITEM_TRACES, Trace.compared),
        [
            ForAll(ITEM_TRACES, Trace.compared),
            AtLeast(2, ITEM_TRACES, Trace.compared),
            exists(ITEM_TRACES, Not(Trace.compared)),
        ],
    ),
    (
        "每一个：换成有一个，里面取反",
        forall(ITEM_TRACES, Trace.compared),
        [exists(ITEM_TRACES, Trace.compared), forall(ITEM_TRACES, Not(Trace.compared))],
    ),
    (
        "不能排除：去掉负担，各部分取反",
        cannot_exclude(A),
        [A, CannotExclude(Not(A), A.unresolved), CannotExclude(A, Not(A.unresolved))],
    ),
]


@pytest.mark.parametrize(("says", "tree", "expected"), TABLE, ids=[row[0] for row in TABLE])
def test_每种小改动都造出来(says: str, tree: Prop, expected: list[Prop]) -> None:
    made = [mutant.prop for mutant in mutants(tree)]
    assert Counter(map(repr, made)) == Counter(map(repr, expected)), says


def test_常量折叠后不造空变异() -> None:
    assert folded(all_of(Always(), A)) == A
    assert folded(any_of(Always(False), A, B)) == (A | B)
    assert folded(all_of(Always(), Always())) == Always()


def test_情景不够时报告存活_够了就没有() -> None:
    rule = next(one for one in rules() if one.id == "testimony.not_individual")
    cases = [prepare(one) for one in read(SCENARIOS / "testimony.yaml") if one.rule == rule.id]
    all_cases = [(case, Columns(case.frame)) for case in cases]
    few = [pair for pair in all_cases if pair[0].scenario.hearing == date(2019, 6, 3)]
    everything = list(mutants_of(rule))
    assert everything
    assert [change for change, mutant in everything if not killed(mutant, all_cases)] == []
    assert [change for change, mutant in everything if not killed(mutant, few)] != []
    assert not killed(rule, all_cases), "没有改坏的规则不能算被发现"


def test_说明写得出改了什么() -> None:
    changes = [mutant.change for mutant in mutants(A & FEW)]
    assert all(isinstance(one, str) and one for one in changes)
    assert Mutant("去掉：询问个别进行", FEW) in list(mutants(A & FEW))


def test_命令打印结果并以退出码表示有无存活(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["digital.data_unsealed"]) == 0
    assert "存活 0 个" in capsys.readouterr().out
