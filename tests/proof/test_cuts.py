"""割集、路集、提问集与逐个试出来的完全一致；超过上限的要说出来。"""

import random

import pytest

from gaoyao.logic.truth import Truth
from gaoyao.proof.asksets import ask_sets
from gaoyao.proof.cuts import FALSE, TRUE, cut_sets, fixed, path_sets, renamed
from gaoyao.proof.formula import Leaf, Least, evaluate, every, some
from tests.proof import formulas

A, B, C, D = (Leaf(name) for name in "abcd")


# 形状 · 割集（失去它们就不成立） · 路集（有了它们就成立）
SHAPES = [
    ("一项证据", A, ["a"], ["a"]),
    ("两项缺一不可", every(A, B), ["a", "b"], ["ab"]),
    ("两项有一即可", some(A, B), ["ab"], ["a", "b"]),
    ("供述加印证，或者客观证据", some(every(A, B), C), ["ac", "bc"], ["c", "ab"]),
    ("三项有两项即可", Least(2, (A, B, C)), ["ab", "ac", "bc"], ["ab", "ac", "bc"]),
    ("同一项出现在两条途径，失去它两条都断", some(every(A, B), every(A, C)), ["a", "bc"], ["ab", "ac"]),
    (
        "四项有三项即可",
        Least(3, (A, B, C, D)),
        ["ab", "ac", "ad", "bc", "bd", "cd"],
        ["abc", "abd", "acd", "bcd"],
    ),
    ("什么都不需要", TRUE, [], [""]),
    ("怎样都不成立", FALSE, [""], []),
    ("要五项而只有两项", Least(5, (A, B)), [""], []),
]


@pytest.mark.parametrize(("says", "shape", "cuts", "paths"), SHAPES, ids=[row[0] for row in SHAPES])
def test_手算的割集和路集(says, shape, cuts, paths):
    assert ["".join(one) for one in cut_sets(shape).sets] == cuts
    assert ["".join(one) for one in path_sets(shape).sets] == paths
    assert cut_sets(shape).complete
    assert path_sets(shape).complete


@pytest.mark.parametrize("seed", range(20))
def test_随机公式的割集和路集与逐个试出的一致(seed):
    rng = random.Random(seed)
    for _ in range(150):
        one = formulas.formula(rng, rng.randrange(1, 9))
        limit = rng.choice((1, 2, 3, 9))
        for found, wanted in (
            (cut_sets(one, limit), formulas.cuts(one)),
            (path_sets(one, limit), formulas.paths(one)),
        ):
            assert found.complete
            assert set(map(frozenset, found.sets)) == {each for each in wanted if len(each) <= limit}
            assert len(set(found.sets)) == len(found.sets)
            if not found.larger:
                assert all(len(each) <= limit for each in wanted), "没有说可能还有更大的，却漏了"


@pytest.mark.parametrize("seed", range(20))
def test_随机公式的提问集与逐个试出的一致(seed):
    rng = random.Random(seed)
    for _ in range(100):
        one = formulas.formula(rng, rng.randrange(1, 7))
        values = {flag: rng.choice((-1, 0, 0, 1)) for flag in formulas.names(one)}
        asked = ask_sets(one, values, limit=9)
        assert asked.truth is formulas.kleene(one, values)
        assert set(map(frozenset, asked.to_yes.sets)) == formulas.settling(one, values, 1)
        assert set(map(frozenset, asked.to_no.sets)) == formulas.settling(one, values, -1)
        assert set(asked.unknown) <= {flag for flag, value in values.items() if value == 0}


@pytest.mark.parametrize("seed", range(10))
def test_三值求值等于把未知逐一当作有和没有(seed):
    rng = random.Random(1000 + seed)
    for _ in range(100):
        one = formulas.formula(rng, rng.randrange(1, 8))
        values = {flag: rng.choice((-1, 0, 1)) for flag in formulas.names(one)}
        assert evaluate(one, values) is formulas.kleene(one, values)


@pytest.mark.parametrize("seed", range(5))
def test_公式是单调的_多一个好的旗标不会变差(seed):
    rng = random.Random(2000 + seed)
    for _ in range(100):
        one = formulas.formula(rng, rng.randrange(1, 8))
        values = {flag: rng.choice((-1, 0, 1)) for flag in formulas.names(one)}
        for flag in values:
            assert (
                evaluate(one, {**values, flag: 1})
                >= evaluate(one, values)
                >= evaluate(one, {**values, flag: -1})
            )


def test_固定已知的旗标以后_含义不变():
    rng = random.Random(7)
    for _ in range(300):
        one = formulas.formula(rng, 6)
        known = {flag: rng.random() < 0.5 for flag in formulas.names(one) if rng.random() < 0.5}
        left = fixed(one, known)
        assert not set(formulas.names(left)) & set(known)
        for good in formulas.subsets([flag for flag in formulas.names(one) if flag not in known]):
            assert formulas.true(left, good) == formulas.true(
                one, good | {flag for flag, value in known.items() if value}
            )


def test_按来源归并_同一来源的两份证据一并失去():
    by_origin = renamed(some(A, every(B, C)), {"a": "甲", "b": "甲", "c": "乙"})
    assert cut_sets(by_origin).sets == (("甲",),)
    assert cut_sets(some(A, every(B, C))).sets == (("a", "b"), ("a", "c"))


def test_超过大小上限的不列_但要说明可能还有():
    four = some(A, B, C, D)
    assert cut_sets(four, limit=3).sets == ()
    assert cut_sets(four, limit=3).larger
    assert cut_sets(four, limit=4).sets == (("a", "b", "c", "d"),)
    assert not cut_sets(four, limit=4).larger


def test_超过个数上限的说明不完整_列出的仍然是割集():
    wide = Least(199, tuple(Leaf(f"x{n}") for n in range(200)))
    found = cut_sets(wide, limit=3, most=50)
    assert not found.complete
    assert len(found.sets) <= 50
    good = frozenset(f"x{n}" for n in range(200))
    assert all(not formulas.true(wide, good - frozenset(one)) for one in found.sets)


def test_已经成立的公式不必再问_另一边没有答案():
    asked = ask_sets(some(A, B), {"a": 1})
    assert asked.truth is Truth.YES
    assert asked.to_yes.sets == ((),)
    assert asked.to_no.sets == ()
    assert asked.keys == ()


def test_关键未知_一个回答就能定():
    asked = ask_sets(every(A, some(B, C)), {"c": 1})
    assert asked.keys == ("a",)
    assert asked.to_yes.sets == (("a",),)
