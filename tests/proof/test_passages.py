"""笔录之间逐字相同的段落：与逐字比对的结果一致；格式语句不算；不给百分比。例子全部虚构。"""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gaoyao.proof.passages import LEAST, body, longest_runs, same_lines, shared

texts = st.lists(st.text(alphabet="甲乙丙", max_size=30), min_size=2, max_size=4)


def longest(one: str, other: str) -> int:
    """The length of the longest common run, by trying every pair of places."""
    best = 0
    for i in range(len(one)):
        for j in range(len(other)):
            k = 0
            while i + k < len(one) and j + k < len(other) and one[i + k] == other[j + k]:
                k += 1
            best = max(best, k)
    return best


@given(texts, st.integers(2, 9))
def test_最长的相同段落_与逐字比对一致(made: list[str], least: int) -> None:
    records = dict(enumerate(made))
    found = longest_runs(records, least)
    for one in records:
        for other in range(one + 1, len(made)):
            length = longest(made[one], made[other])
            run = found.get((one, other), "")
            assert len(run) == (length if length >= least else 0)
            assert run in made[one]
            assert run in made[other]


@given(
    st.lists(
        st.lists(
            st.sampled_from(["他从后门进入屋内翻找", "我当时在家里看电视", "短", "天黑以后才离开现场的"]),
            max_size=5,
        ),
        max_size=4,
    )
)
def test_相同的行_与逐行比对一致(bodies: list[list[str]]) -> None:
    found = same_lines(dict(enumerate(bodies)))
    brute = {
        (one, other): number
        for one in range(len(bodies)) for other in range(one + 1, len(bodies))
        if (number := len({line for line in bodies[one] if len(line) >= 8} & set(bodies[other])))
    }  # fmt: skip
    assert found == brute


FIRST = """问：你的姓名、出生日期、文化程度？
答：甲某，初中。
问：你把经过讲一下。
答：那天晚上我从后门进去，看见桌上有一部手机，就拿走了，然后从窗户翻出去，一路跑到河边。
答：手机后来扔在河边第三根电线杆下面的草丛里。
以上笔录我看过，和我说的相符。"""
SECOND = FIRST.replace("初中", "初中毕业")
OTHER = """问：你的姓名、出生日期、文化程度？
答：乙某，高中。
答：我什么也没有看见。
以上笔录我看过，和我说的相符。"""


def test_照抄的两份笔录_报出相同的行数和段落() -> None:
    (found,) = shared({0: FIRST, 1: SECOND, 2: OTHER})
    assert (found.one, found.other, found.lines) == (0, 1, 2)
    assert "从后门进去" in found.longest
    assert found.length == len(found.longest) >= LEAST


def test_格式语句和问答字样不算() -> None:
    assert body("问：你的姓名？\n答：　我拿了一部手机。\n以上笔录我看过，和我说的相符。") == [
        "我拿了一部手机"
    ]
    assert shared({0: OTHER, 1: OTHER.replace("我什么也没有看见", "我在家")}) == []


def test_各段短的相同答话连在一起_也不是一段() -> None:
    asked = "？还有补充的吗\n：没有补充\n？以上所讲是否属实，看一下笔录，与你讲的是否一致\n：属实，就这些，没有别的了\n"
    assert shared({0: "：我拿了手机\n" + asked, 1: "：我没有去过\n" + asked}) == []


def test_相同的问话和地址不算照抄() -> None:
    one = "问：你把二〇二一年三月六日晚上在东街一号院门口看见的全部经过从头到尾讲一遍？\n答：我到东街六十八号碧梧里小区十三号楼二单元三层找他。"
    other = one.replace("找他", "送外卖，别的不知道")
    assert shared({0: one, 1: other}) == []
