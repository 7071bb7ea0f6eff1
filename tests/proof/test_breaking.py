"""最小的致破组合与逐个组合真的去掉后重新审查的一致；四项压力测试与真的去掉、真的裁定排除的一致。"""

import random
from itertools import combinations

import pytest

from gaoyao.dossier.frame import CaseFrame
from gaoyao.review.api import context_of
from gaoyao.review.breaking import Breaker
from gaoyao.review.engine import run
from gaoyao.review.losses import Losses
from gaoyao.review.states import OBSTACLE, STATE
from gaoyao.review.stress import stress
from gaoyao.review.supposing import first_confessions
from tests.proof import dossiers

RANK = {state.value: place for place, state in enumerate(STATE)}


def losses_of(file):
    frame = CaseFrame(dossiers.view(file))
    return Losses(run(frame, context_of(frame, dossiers.TODAY)))


def minimal(found):
    kept = []
    for one in found:
        if not any(set(other) <= set(one) for other in kept):
            kept.append(one)
    return set(kept)


def brute(losses, atoms, members, point):
    """Every set of one or two atoms, all of them run."""
    sets = [*combinations(atoms, 1), *combinations(atoms, 2)]
    after = losses.after([frozenset().union(*(members[atom] for atom in one)) for one in sets])
    return minimal([
        one for one, changes in zip(sets, after, strict=True)
        if any(change.point == point and change.after > change.before for change in changes)
    ])  # fmt: skip


@pytest.mark.parametrize("seed", range(40))
def test_致破组合与逐个试出的一致_按证据和按来源(seed):
    losses = losses_of(dossiers.case(random.Random(500 + seed), most=9))
    breaker = Breaker(losses)
    items = list(range(losses.frame.size("item")))
    first = sorted(set(losses.origins))
    members = {atom: frozenset(item for item in items if losses.origins[item] == atom) for atom in first}
    by_item, by_origin = breaker.by_item(), breaker.by_origin()
    for point, code in enumerate(losses.now.codes.tolist()):
        if code == OBSTACLE:
            assert point not in by_item
            continue
        assert by_item[point].exact_to == by_origin[point].exact_to == 2
        assert set(by_item[point].sets) == brute(
            losses, items, {item: frozenset([item]) for item in items}, point
        )
        assert set(by_origin[point].sets) == brute(losses, first, members, point)


@pytest.mark.parametrize("seed", range(15))
def test_列出的单点真的从文件里删去以后_状态确实变差(seed):
    file = dossiers.case(random.Random(700 + seed))
    losses = losses_of(file)
    before = dossiers.states(dossiers.reviewed(file))
    for line in Breaker(losses).lines():
        for one in line.by_item:
            after = dossiers.states(
                dossiers.reviewed(dossiers.deleted(file, {item.id for item in one.items}))
            )
            assert after[line.point.id] == one.after.value
            assert RANK[after[line.point.id]] > RANK[before[line.point.id]]


def with_rulings(file, falling):
    for one in file["items"]:
        if one["id"] in falling:
            one.setdefault("rulings", []).append({"outcome": "excluded"})
    return file


@pytest.mark.parametrize("seed", range(25))
def test_压力测试所说的变化与真的去掉或者排除后的审查一致(seed):
    file = dossiers.case(random.Random(900 + seed), most=9)
    losses = losses_of(file)
    before = dossiers.states(dossiers.reviewed(file))
    for line in stress(Breaker(losses)):
        ids = {item.id for item in line.items}
        if line.id == "first_confession":
            ids = set(losses.ids(first_confessions(losses.frame)))
            after = dossiers.states(dossiers.reviewed(with_rulings(file, ids)))
        else:
            after = dossiers.states(dossiers.reviewed(dossiers.deleted(file, ids)))
        changed = {one.point.id: one.after.value for one in line.changes}
        assert before | changed == after, line.sentence
        assert all(one.before.value == before[one.point.id] for one in line.changes)


def confession(ident, day, **interrogation):
    return {
        "id": ident, "type": "confession", "speaker": "A0", "admits": "是", "against": "是", "shown": "是", "confronted": "是", "verified": "是",
        "interrogation": {"start": f"2024-01-{day:02} 10:00", "confirmed": "是", **interrogation}, "links": [{"fact": "F0", "direction": "supports"}],
    }  # fmt: skip


TOLD = {"consequences_told": "是", "voluntary": "是"}
# 第二次供述的情形 · 首次供述被排除后，第二次是否一并排除（刑诉法解释第一百二十四条）
REPEATS = [
    ("没有任何例外记载的，一并排除", {}, True),
    (
        "检察人员讯问并告知权利和后果、自愿供述的，不一并排除",
        {"questioned_by_later_stage": "是", **TOLD},
        False,
    ),
    (
        "因非法取证更换人员并告知、自愿供述的，不一并排除",
        {"officers_changed_for_illegality": "是", **TOLD},
        False,
    ),
    (
        "更换了人员而没有告知后果的，一并排除",
        {"officers_changed_for_illegality": "是", "consequences_told": "否", "voluntary": "是"},
        True,
    ),
    (
        "检察人员讯问，是否自愿没有记载的，一并排除",
        {"questioned_by_later_stage": "是", "consequences_told": "是"},
        True,
    ),
    ("告知并自愿，但仍是原来的人员讯问的，一并排除", TOLD, True),
    ("审判人员确认没有受前次影响的，不排除", {"repeats_excluded": "否"}, False),
]


@pytest.mark.parametrize(("says", "second", "falls"), REPEATS, ids=[row[0] for row in REPEATS])
def test_首次供述排除以后重复性供述的去留(says, second, falls):
    file = dossiers.case(random.Random(1))
    file["facts"] = [{"id": "F0", "role": "identity"}]
    for kind in (*dossiers.LISTS, "items"):
        file.pop(kind, None)
    file["items"] = [confession("E2", 9, **second), confession("E1", 3)]
    losses = losses_of(file)
    assert losses.ids(first_confessions(losses.frame)) == (["E2", "E1"] if falls else ["E1"])


def test_否认犯罪的辩解不算首次供述():
    file = dossiers.case(random.Random(1))
    file["facts"] = [{"id": "F0", "role": "identity"}]
    for kind in (*dossiers.LISTS, "items"):
        file.pop(kind, None)
    file["items"] = [confession("E1", 1) | {"admits": "否"}, confession("E2", 2)]
    losses = losses_of(file)
    assert losses.ids(first_confessions(losses.frame)) == ["E2"]
