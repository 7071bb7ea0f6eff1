"""证明图的结构：条件就是路径公式的各部分，不另立规则；路径断点与公式一致。例子全部虚构。"""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from gaoyao.dossier.frame import CaseFrame
from gaoyao.logic.truth import Truth
from gaoyao.proof.formula import evaluate
from gaoyao.proof.graph import CONDITIONS, route_cuts, routes_of
from gaoyao.proof.routes import ROUTES
from gaoyao.review.api import context_of
from gaoyao.review.engine import Run, run
from gaoyao.review.wiring import Wirer
from tests.proof import dossiers


def ran(seed: int, most: int = 9) -> Run:
    frame = CaseFrame(dossiers.view(dossiers.case(random.Random(seed), most)))
    return run(frame, context_of(frame, dossiers.TODAY))


def test_每条路径都写明由哪几个条件组成() -> None:
    assert set(CONDITIONS) == set(ROUTES)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6))
def test_路径的结论等于各条件里最差的一个_也等于公式算出来的(seed: int) -> None:
    done = ran(seed)
    for point in done.routes.formulas:
        truths = done.routes.truths(point)
        assert [one.letter for one in routes_of(done.routes, point)] == list(truths)
        for route in routes_of(done.routes, point):
            worst = min((one.truth for one in route.conditions), default=Truth.NO)
            assert route.truth is truths[route.letter] is worst


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6))
def test_条件下面的证据_不能用的标否_满足条件的至少有一件可用(seed: int) -> None:
    done = ran(seed)
    for point in done.routes.formulas:
        for route in routes_of(done.routes, point):
            for one in route.conditions:
                for item, truth in one.serving.items():
                    assert truth <= done.standing[item].rung.truth
                if one.truth is Truth.YES:
                    assert Truth.YES in one.serving.values()


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6))
def test_路径断点_去掉以后没有一条路径走通_少去一件就还走得通(seed: int) -> None:
    done = ran(seed)
    for point in done.routes.formulas:
        for cut in route_cuts(done.routes, point, 2)[0]:
            assert done.routes.after(point, frozenset(cut)).route != Truth.YES
            for kept in cut:
                assert done.routes.after(point, frozenset(cut) - {kept}).route == Truth.YES
        if evaluate(done.routes.whole(point), done.routes.flags) is not Truth.YES:
            assert route_cuts(done.routes, point, 2)[0] == ()


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6))
def test_接线包括该点的每一件证据_同一来源的同一个号(seed: int) -> None:
    done = ran(seed)
    wirer = Wirer(done)
    for point in range(len(done.table.point_fact)):
        made = wirer.wiring(point)
        assert set(made.origin) == {
            item for row, item in enumerate(done.table.support_item) if done.table.support_point[row] == point
        }
        rows = {row.item: row.origin for row in done.routes.rows.get(point, ())}
        for item, origin in rows.items():
            assert done.frame.identifier("item", made.origin[item]) == origin
        assert all(made.origin_names[first] for item, first in made.origin.items() if item != first)


def test_几件证据为什么算一个来源_有话可说() -> None:
    names: set[str] = set()
    for seed in range(60):
        done = ran(seed)
        names |= {name.partition("“")[0][:3] for name in Wirer(done).wiring(0).origin_names.values()}
    assert {"来源标", "派生自", "同一检"} <= names
