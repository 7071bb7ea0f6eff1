"""笔录之间逐字相同的段落：与逐字比对的结果一致；格式语句不算；不给百分比。例子全部虚构。"""

from __future__ import annotations

import pytest
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
    assert body("问：你做了什么？\n答：　我拿了一部手机。\n以上笔录我看过，和我说的相符。") == [
        "我拿了一部手机"
    ]
    assert shared({0: OTHER, 1: OTHER.replace("我什么也没有看见", "我在家")}) == []


SELF = "我叫孙小满，男，一九九〇年生，汉族，初中文化，在青岭县东街开一家修理铺，家里有父亲、母亲和一个儿子，以前没有受过处罚。"
USUAL = [
    ("自我介绍每份都一样", f"问：你讲一下你的情况？\n答：{SELF}"),
    ("简历每份都一样", "问：你的个人简历？\n答：小时候在村里上学，后来在南方的厂里做了八年工，前年回到县城租了一间门面修车，一直做到现在没有换过地方也没有别的收入。"),
    ("对权利的回答", "问：以上权利和义务你是否听清？\n答：我都看清楚了，也听明白了，我没有要求回避的人，也不用请律师，我会如实回答你们的全部问题，没有别的要求。"),
    ("身体和饮食", "问：你的身体状况和饮食休息怎么样？\n答：身体很好没有病，早上吃的稀饭馒头，中午吃的米饭和两个菜，晚上睡了八个小时，没有人打我也没有人骂我，一切正常没有意见。"),
    ("只有一段四十个字相同", "问：你把经过讲一下？\n答：我从后门进去，看见桌上有一部手机，就拿走了，然后从窗户翻出去，一路跑到河边。"),
]  # fmt: skip


@pytest.mark.parametrize(("says", "words"), USUAL, ids=[row[0] for row in USUAL])
def test_格式问答和短的相同段落不算照抄(says: str, words: str) -> None:
    one = f"{words}\n问：你还做了什么？\n答：我把手机卖给了路边收旧货的人。"
    other = f"{words}\n问：后来呢？\n答：我第二天去了外地的亲戚家。"
    assert shared({0: one, 1: other}) == []


COPIED = [
    ("一大段叙述逐字相同", ["那天下午三点左右他在微信上问我有没有东西，我叫他到人民公园东侧的公厕旁边，他转给我八百元，我给了他一小包，大约两克不到，没有称过，给完我就走了。"]),
    ("三段短的回答整段相同", ["衬衣扣子扯掉了两颗，是我拉扯时弄的。", "讲过喊也没人听见，还说要把她的代理资格取消，没有动刀子。", "心里有那个想法，样品是借口，屋里根本没有什么样品。"]),
]  # fmt: skip


@pytest.mark.parametrize(("says", "answers"), COPIED, ids=[row[0] for row in COPIED])
def test_长段或者几段整段相同是照抄(says: str, answers: list[str]) -> None:
    text = "\n".join(f"问：接着说？\n答：{answer}" for answer in answers)
    (found,) = shared({0: text, 1: text + "\n问：还去了哪里？\n答：哪里也没有去。"})
    assert found.lines == len(answers)


def test_各段短的相同答话连在一起_也不是一段() -> None:
    asked = "？还有补充的吗\n：没有补充\n？以上所讲是否属实，看一下笔录，与你讲的是否一致\n：属实，就这些，没有别的了\n"
    assert shared({0: "：我拿了手机\n" + asked, 1: "：我没有去过\n" + asked}) == []


def test_相同的问话和地址不算照抄() -> None:
    one = "问：你把二〇二一年三月六日晚上在东街一号院门口看见的全部经过从头到尾讲一遍？\n答：我到东街六十八号碧梧里小区十三号楼二单元三层找他。"
    other = one.replace("找他", "送外卖，别的不知道")
    assert shared({0: one, 1: other}) == []
