"""说法的比对：按时间、数、词句各有容忍度；说不清的不算一致也不算矛盾；与逐对比对的结果一致。例子全部虚构。"""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoyao.proof.claims import MOST, Compared, Said, Value, compare, contradictions, number_in, plain

YES, NO, UNKNOWN = 1, -1, 0


def words(text: str, number: float | None = None, time: tuple[int, int] | None = None) -> Value:
    return Value(time, number, plain(text))


# 细节 · 一说 · 一说 · 结果
WORDS = [
    ("tool", "尖刀", "木棍", NO),
    ("tool", "尖刀", "尖刀。", YES),
    # 一个说得笼统，不算矛盾
    ("tool", "刀", "一把尖刀", YES),
    ("clothing", "黑上衣", "黑色的上衣", YES),
    # 多出来的字把意思反过来的，是矛盾
    ("tool", "有刀", "没有刀", NO),
    ("posture", "手持刀", "左手持刀", NO),
    # 全角半角、大小写、标点不算不同
    ("place", "Ａ栋３０１", "a栋301", YES),
    ("place", "", "a栋301", UNKNOWN),
    # 尸检说的是致伤方式，不是工具的名字：能造成的不算矛盾，造成不了的是矛盾，不认识的不下结论
    ("tool", "菜刀", "单刃刺器", NO),
    ("tool", "水果刀", "单刃刺器", YES),
    ("tool", "自制工具", "锐器", UNKNOWN),
]


@pytest.mark.parametrize(("slot", "one", "other", "answer"), WORDS)
def test_词句(slot: str, one: str, other: str, answer: int) -> None:
    assert compare(slot, words(one), words(other)) == compare(slot, words(other), words(one)) == answer


# 一说 · 一说 · 相差超过三十分钟才矛盾
TIMES = [((0, 10), (41, 50), NO), ((0, 10), (40, 50), YES), ((0, 100), (50, 60), YES), ((0, 0), (0, 0), YES)]


@pytest.mark.parametrize(("one", "other", "answer"), TIMES)
def test_时间(one: tuple[int, int], other: tuple[int, int], answer: int) -> None:
    assert compare("time", words("", time=one), words("", time=other)) == answer
    assert compare("time", words("", time=other), words("", time=one)) == answer


def test_时间没有录入时刻的_文字相同才算一致_不同的不下结论() -> None:
    assert compare("time", words("晚上八点"), words("晚上八点")) == YES
    assert compare("time", words("晚上八点"), words("20时")) == UNKNOWN


NUMBERS = [("三人", 3), ("3 人", 3), ("两个", 2), ("十五人", 15), ("二十", 20), ("一百零五", 105), ("1.5万元", 15000), ("１，２００元", 1200),
           ("三万元", 30000), ("几个人", None), ("三四个，共5万", None), ("", None)]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_词句里的数(text: str, value: float | None) -> None:
    assert number_in(text) == value


def test_人数按数比_数不出的不下结论() -> None:
    assert compare("companions", words("三人", 3), words("3个", 3)) == YES
    assert compare("companions", words("三人", 3), words("四人", 4)) == NO
    assert compare("companions", words("几个人"), words("四人", 4)) == UNKNOWN


def said(n: int, item: int, value: Value, slot: str = "tool", about: str = "", material: int = 0) -> Said:
    return Said(
        f"c{n}",
        item,
        ("", "", slot, about),
        value,
        value.text or str(value.time),
        None,
        None,
        False,
        0,
        material,
    )


values = st.one_of(
    st.sampled_from(["刀", "尖刀", "木棍", "没有刀", "石头", ""]).map(words),
    st.tuples(st.integers(0, 300), st.integers(0, 60)).map(
        lambda pair: words("某时", time=(pair[0], pair[0] + pair[1]))
    ),
)
rows = st.lists(
    st.tuples(
        st.integers(0, 5),
        values,
        st.sampled_from(["tool", "time", "place", "wound"]),
        st.sampled_from(["", "甲"]),
    ),
    max_size=12,
)
pairs = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=4)


def brute(claims: list[Said], settled: set[frozenset[int]]) -> set[frozenset[str]]:
    """Every pair of claims of different items about the same thing that do not agree and that nobody dealt with."""
    return {
        frozenset((one.id, other.id))
        for one, other in combinations(claims, 2)
        if one.key == other.key and one.item != other.item and frozenset((one.item, other.item)) not in settled
        and compare(one.key[2], one.value, other.value) == NO
        and not (one.key[2] == "wound" and any(
            {one.value, other.value} <= {that.value for that in claims if that.key == one.key and that.item == item}
            for item in (one.item, other.item)
        ))
    }  # fmt: skip


def test_一份笔录说打了头又割了颈_与只说打头的不矛盾() -> None:
    both = [said(0, 0, words("砍头部"), "wound"), said(1, 0, words("划颈部"), "wound")]
    assert not contradictions([*both, said(2, 1, words("砍头部"), "wound")]).found
    assert not contradictions(
        [*both, said(2, 1, words("砍头部"), "wound"), said(3, 1, words("划颈部"), "wound")]
    ).found
    assert len(contradictions([*both, said(2, 1, words("刺胸部"), "wound")]).found) == 2
    assert (
        len(
            contradictions([said(0, 0, words("砍头部"), "wound"), said(1, 1, words("划颈部"), "wound")]).found
        )
        == 1
    )


def listed(out: Compared, settled: set[frozenset[int]]) -> set[frozenset[str]]:
    return {
        frozenset((one.id, other.id))
        for line in out.found for one in line.one_claims for other in line.other_claims
        if one.item != other.item and frozenset((one.item, other.item)) not in settled
    }  # fmt: skip


@given(rows, pairs)
def test_与逐对比对的结果一致(made: list[tuple[int, Value, str, str]], dealt: list[tuple[int, int]]) -> None:
    claims = [said(n, item, value, slot, about) for n, (item, value, slot, about) in enumerate(made)]
    settled = {frozenset(pair) for pair in dealt if len(set(pair)) == 2}

    def covered(one: Said, other: Said) -> bool:
        return frozenset((one.item, other.item)) in settled

    assert listed(contradictions(claims, covered), settled) == brute(claims, settled)


@given(rows, st.randoms())
def test_次序不改变编号(made: list[tuple[int, Value, str, str]], random: object) -> None:
    claims = [said(n, item, value, slot, about) for n, (item, value, slot, about) in enumerate(made)]
    mixed = list(claims)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert contradictions(mixed).found == contradictions(claims).found


def test_实质与否_一方说是即是_都说否才否_其余未判断() -> None:
    def essential(one: int, other: int) -> int:
        pair = [said(0, 0, words("刀"), material=one), said(1, 1, words("木棍"), material=other)]
        (found,) = contradictions(pair).found
        return found.essential

    assert [essential(*row) for row in ((1, -1), (1, 0), (0, -1), (0, 0), (-1, -1))] == [
        YES,
        YES,
        UNKNOWN,
        UNKNOWN,
        NO,
    ]


def test_太多的不全部列出_但要说出来() -> None:
    many = [
        said(n, n, words("甲乙丙丁戊己庚辛壬癸"[n % 10] + "子丑寅卯辰巳午未申酉"[n // 10])) for n in range(60)
    ]
    out = contradictions(many)
    assert len(out.found) == MOST
    assert out.unlisted
