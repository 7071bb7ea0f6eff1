"""两件事是不是同一时间：是、否、说不准。表里的分钟数从某日零时起算。"""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoyao.logic.truth import Truth
from gaoyao.proof.overlaps import Stretch, Within, before, pairs, together

YES, NO, UNSURE = Truth.YES, Truth.NO, Truth.UNKNOWN
DAY = (0, 1439)


def at(hour: float, around: int = 0) -> Within:
    minute = int(hour * 60)
    return minute - around, minute + around


def stay(start: float, end: float, around: int = 0) -> Stretch:
    return Stretch(at(start, around), at(end, around))


@pytest.mark.parametrize(
    ("one", "other", "truth", "sentence"),
    [
        (stay(9, 10), stay(9.5, 11), YES, "九点至十点的讯问，与九点半至十一点的询问，重叠"),
        (stay(9, 10), stay(10, 11), NO, "前一次十点结束，后一次十点开始：相接，不重叠"),
        (stay(9, 10), stay(12, 13), NO, "隔着两个小时"),
        (stay(9, 12), stay(10, 11), YES, "一次在另一次里面"),
        (stay(9, 10), stay(9, 10), YES, "起止完全相同"),
        (stay(9, 10, 30), stay(9.75, 11), UNSURE, "十点左右结束的，与九点三刻开始的：可能重叠"),
        (stay(9, 12, 30), stay(10, 11), YES, "起止各差三十分钟，中间一段仍然重叠"),
        (Stretch(DAY, DAY), stay(10, 11), UNSURE, "只写到日的，不能说重叠，也不能说没有"),
        (Stretch((0, 1439), (0, 1439)), Stretch((1440, 2879), (1440, 2879)), NO, "不同的两天"),
        (Stretch(at(9.5)), stay(9, 10), YES, "九点半提取物证，同一人九点至十点在讯问"),
        (Stretch(at(9)), stay(9, 10), UNSURE, "恰好在开始的那一分钟：说不准"),
        (Stretch(at(10.5)), stay(9, 10), NO, "结束以后半小时"),
        (Stretch(at(9.75, 30)), stay(9, 10), UNSURE, "九点三刻左右：可能在里面，可能在外面"),
        (Stretch(at(9)), Stretch(at(9)), YES, "都写到分，同一分钟"),
        (Stretch(at(9, 30)), Stretch(at(9)), UNSURE, "一个是九点左右"),
        (Stretch(DAY), Stretch(DAY), UNSURE, "都只写到日"),
        (Stretch(DAY), Stretch((1440, 2879)), NO, "日子不同"),
        (stay(10, 9), stay(9, 10), UNSURE, "结束早于开始的，什么都不能说"),
    ],
)
def test_是不是同一时间(one: Stretch, other: Stretch, truth: Truth, sentence: str) -> None:
    assert together(one, other) is truth, sentence
    assert together(other, one) is truth, sentence


@pytest.mark.parametrize(
    ("one", "other", "truth"),
    [
        ((0, 5), (6, 9), YES),  # 最晚也在对方最早之前
        ((6, 9), (0, 5), NO),
        ((0, 6), (6, 9), UNSURE),  # 可能同一分钟
        ((5, 5), (5, 5), NO),  # 同一分钟不是之前
        (DAY, DAY, UNSURE),
    ],
)
def test_谁在前(one: Within, other: Within, truth: Truth) -> None:
    assert before(one, other) is truth


def within(most: int = 7) -> st.SearchStrategy[Within]:
    return st.tuples(st.integers(0, most), st.integers(0, most)).map(lambda ends: (min(ends), max(ends)))


STRETCHES = st.builds(Stretch, within(), st.one_of(st.none(), within()))


def every(one: Stretch) -> list[tuple[int, int]]:
    """每一种可能的真实起止；一瞬间的，起止相同。"""
    starts = range(one.start[0], one.start[1] + 1)
    if one.end is None:
        return [(minute, minute) for minute in starts]
    return [(a, b) for a, b in product(starts, range(one.end[0], one.end[1] + 1)) if a <= b]


def shared(one: tuple[int, int], other: tuple[int, int], moments: tuple[bool, bool]) -> bool | None:
    """真实起止已知时：共有时间、没有、恰好在边上（说不准）。"""
    if all(moments):
        return one == other
    if any(moments):
        moment, (low, high) = (one[0], other) if moments[0] else (other[0], one)
        return None if moment in (low, high) else low < moment < high
    return max(one[0], other[0]) < min(one[1], other[1])


def ordered(one: Stretch) -> bool:
    """起必早于止；两端的范围相交的，只取其中起不晚于止的情形，软件不作这种细分，答不知道。"""
    return one.end is None or one.start[1] < one.end[0]


@given(STRETCHES, STRETCHES)
def test_与逐一列举每种可能的真实时间_结论相同(one: Stretch, other: Stretch) -> None:
    moments = one.end is None, other.end is None
    told = {shared(a, b, moments) for a, b in product(every(one), every(other))}
    found = together(one, other)
    if one.backwards or other.backwards:
        assert found is UNSURE
    elif found is YES:
        assert told == {True}
    elif found is NO:
        assert told == {False}
    elif ordered(one) and ordered(other):
        assert len(told) > 1 or None in told


@given(STRETCHES, STRETCHES)
def test_把起止写得更宽_是不会变成否_否不会变成是(one: Stretch, other: Stretch) -> None:
    wider = Stretch((one.start[0] - 1, one.start[1] + 1), one.end and (one.end[0] - 1, one.end[1] + 1))
    found, then = together(one, other), together(wider, other)
    assert then is found or then is UNSURE or found is UNSURE
    if found is UNSURE and not one.backwards:
        assert then is UNSURE


@given(st.lists(STRETCHES, max_size=7), st.integers(1, 9))
def test_成对比较_与两两比较相同(rows: list[Stretch], fuzz: int) -> None:
    brute = [
        (a, b, truth)
        for a in range(len(rows)) for b in range(a + 1, len(rows))
        if (truth := together(rows[a], rows[b])) is YES
        or (truth is UNSURE and max(rows[a].fuzz, rows[b].fuzz) < fuzz and rows[a].high >= rows[b].low and rows[b].high >= rows[a].low)
    ]  # fmt: skip
    assert pairs(rows, fuzz) == brute
