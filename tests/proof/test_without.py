"""从视图里去掉证据，与真的从文件里删去再审查，逐字节一致（行号除外）。"""

import random

import pytest

from gaoyao.dossier.frame import CaseFrame
from gaoyao.dossier.without import Removal
from gaoyao.law.rule import RULES
from gaoyao.review.api import context_of, review
from gaoyao.review.engine import run
from gaoyao.review.losses import Losses
from gaoyao.review.states import STATE
from tests.proof import dossiers


@pytest.mark.parametrize("seed", range(60))
def test_去掉证据的审查与删去证据的文件的审查逐字节一致(seed):
    rng = random.Random(seed)
    file = dossiers.case(rng)
    items = [one["id"] for one in file["items"]]
    gone = set(rng.sample(items, rng.randrange(0, len(items) + 1)))
    less = Removal(dossiers.view(file)).without(gone)
    assert dossiers.data(review(less, dossiers.TODAY)) == dossiers.data(
        dossiers.reviewed(dossiers.deleted(file, gone))
    )


@pytest.mark.parametrize("seed", range(40))
def test_逐项去掉以后每个待证点的状态与重新审查的一致(seed):
    rng = random.Random(100 + seed)
    file = dossiers.case(rng)
    made, view = dossiers.reviewed(file), dossiers.view(file)
    before = dossiers.states(made)
    frame = CaseFrame(view)
    losses = Losses(run(frame, context_of(frame, dossiers.TODAY)))
    ids = [one["id"] for one in file["items"]]
    wanted = [frozenset([n]) for n in range(len(ids))] + [
        frozenset(rng.sample(range(len(ids)), min(2, len(ids)))) for _ in range(4)
    ]
    points = [one.subject.id for one in made.points]
    for lost, changes in zip(wanted, losses.after(wanted), strict=True):
        after = dossiers.reviewed(dossiers.deleted(file, {ids[n] for n in lost}))
        expected = dossiers.states(after)
        got = before | {points[one.point]: STATE[one.after].value for one in changes}
        assert got == expected, f"去掉 {[ids[n] for n in lost]}"
        for one in changes:
            titles = {RULES[rule].title for rule in one.because}
            line = after.points[one.point]
            found = {each.id: each.rule.title for each in after.findings}
            assert titles == {found[i] for i in (*line.legal, *line.hints)} | (
                set(line.pending) - {"事实性质未录入", "没有写明属于哪一项指控"}
            )
