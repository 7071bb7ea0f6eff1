"""剖析：编码表连着法条；提交以前互相看不到；一致程度没有定义时不写数；不算任何人的数。"""

import ast
from dataclasses import fields
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoyao.quality import agreement, overview
from gaoyao.quality.agreement import cohen, krippendorff
from gaoyao.quality.codebook import CodeBookError, Gate, Visible, codebook, read
from gaoyao.quality.dissection import (
    Cause,
    Coding,
    DissectionRefused,
    Feedback,
    Lesson,
    Measure,
    Opening,
    Part,
    Scenario,
    Trigger,
    opened,
)

ROOT = Path(__file__).parents[2]
DEMO = ROOT / "demo"
DAY = date(2026, 11, 1)
OPENING = Opening(Trigger.ACQUITTED, DAY, "（2026）虚01刑初1号", "第3页")
PEOPLE = {Part.SELF: "自", Part.PEER: "同", Part.EXPERT: "专"}


# ---------------------------------------------------------------- 编码表


def test_every_code_has_articles_gates_and_a_definition_of_its_own():
    book = codebook()
    assert len(book) > 20
    assert len({one.label for one in book}) == len({one.definition for one in book}) == len(book)
    for one in book:
        assert one.citations, one.code
        assert one.gates, one.code
        assert "〔条号未核〕" not in one.basis, one.code
    # 撤回起诉的七种情形、证据不足的五种情形，一项也不缺
    for instrument, article, number in (("spp2019", 424, 7), ("spp2019", 368, 5)):
        items = {
            cited.item
            for one in book
            for cited in one.citations
            if (cited.instrument_id, cited.article) == (instrument, article)
        }
        assert items == set(range(1, number + 1))
    assert {gate for one in book for gate in one.gates} == set(Gate)


BAD = [
    (
        "编码重复",
        "- &a {code: A, group: 组, label: 名, definition: 话, articles: [[cpl, 55]], gates: [trial]}\n- *a",
        "出现了两次",
    ),
    ("没有定义", "- {code: A, group: 组, label: 名, articles: [[cpl, 55]], gates: [trial]}", "definition"),
    ("没有条文", "- {code: A, group: 组, label: 名, definition: 话, gates: [trial]}", "都要有条文"),
    (
        "没有这部法律",
        "- {code: A, group: 组, label: 名, definition: 话, articles: [[xyz, 1]], gates: [trial]}",
        "有误",
    ),
    (
        "没有这个关口",
        "- {code: A, group: 组, label: 名, definition: 话, articles: [[cpl, 55]], gates: [moon]}",
        "有误",
    ),
    ("不是列表", "code: A", "列表"),
    ("写法有误", "- {", "写法有误"),
]


@pytest.mark.parametrize(("case", "text", "told"), BAD, ids=[one[0] for one in BAD])
def test_a_wrong_code_book_says_where(tmp_path, case, text, told):
    path = tmp_path / "编码.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CodeBookError, match=told):
        read(path)


# ---------------------------------------------------------------- 一致程度


def test_cohen_on_a_worked_example():
    # Cohen 式的 2×2：两人都选 20，只甲 5，只乙 10，都不选 15；po=0.70，pe=0.50，κ=0.40
    first = [True] * 25 + [False] * 25
    second = [True] * 20 + [False] * 5 + [True] * 10 + [False] * 15
    made = cohen(first, second)
    assert (made.units, made.alike) == (50, 35)
    assert made.expected == pytest.approx(0.5)
    assert made.value == pytest.approx(0.4)
    assert "50 项里，35 项判断相同" in made.words
    assert "0.40" in made.words


UNDEFINED = [
    ("没有可比的", cohen([], [])),
    ("两人都全不选", cohen([False] * 9, [False] * 9)),
    ("没有两人都编码的", krippendorff([[True, None], [None, False]])),
    ("全部相同", krippendorff([["a", "a"], ["a", "a"]])),
]


@pytest.mark.parametrize(("case", "made"), UNDEFINED, ids=[one[0] for one in UNDEFINED])
def test_where_it_is_not_defined_no_number_is_shown(case, made):
    assert made.value is None
    assert "没有定义" in made.words
    assert made.why


def test_two_coders_of_different_units_are_refused():
    with pytest.raises(ValueError, match="项数不同"):
        cohen([True], [True, False])


def brute_alpha(units):
    """α 的定义式：逐对计算观察到的和凭偶然的不一致。"""
    units = [[v for v in unit if v is not None] for unit in units]
    units = [unit for unit in units if len(unit) > 1]
    values = [v for unit in units for v in unit]
    n = len(values)
    if n < 2:
        return None
    observed = (
        sum(
            sum(a != b for i, a in enumerate(u) for j, b in enumerate(u) if i != j) / (len(u) - 1)
            for u in units
        )
        / n
    )
    expected = sum(a != b for i, a in enumerate(values) for j, b in enumerate(values) if i != j) / (
        n * (n - 1)
    )
    return None if expected == 0 else 1 - observed / expected


@given(st.lists(st.lists(st.sampled_from(["a", "b", "c", None]), min_size=1, max_size=4), max_size=9))
def test_alpha_is_its_definition(units):
    made, brute = krippendorff(units), brute_alpha(units)
    assert (made.value is None) == (brute is None)
    if brute is not None:
        assert made.value == pytest.approx(brute, abs=1e-9)


@given(st.lists(st.tuples(st.booleans(), st.booleans()), max_size=40))
def test_kappa_does_not_depend_on_who_is_first_and_is_at_most_one(pairs):
    first, second = [a for a, _ in pairs], [b for _, b in pairs]
    one, other = cohen(first, second), cohen(second, first)
    assert one.value == other.value or one.value == pytest.approx(other.value)
    assert one.value is None or -1 - 1e-9 <= one.value <= 1 + 1e-9
    if one.value is not None and first == second:
        assert one.value == pytest.approx(1)


# ---------------------------------------------------------------- 程序


def filed():
    made = opened(OPENING, PEOPLE)
    for name in PEOPLE.values():
        made = made.file(name, f"{name}的意见")
    return made


def coding(code, gate=Gate.CHARGE):
    return Coding(code, Visible.YES, gate, "卷三第5页就有")


def coded():
    return filed().code("同", (coding("C3"), coding("E1"))).code("专", (coding("C3"),))


def settled():
    return coded().settle((Cause("C3", Visible.YES, Gate.CHARGE, "没有逐项核对", "两人一致"),))


def learned():
    return settled().learn(Lesson("矛盾在起诉以前逐项核对", "C3"))


REFUSED = [
    ("没有触发的文书", lambda: opened(Opening(Trigger.WITHDRAWN, DAY, " ", ""), PEOPLE), "文书"),
    ("一人两个角色", lambda: opened(OPENING, {**PEOPLE, Part.PEER: "自"}), "三个不同的人"),
    ("少一个角色", lambda: opened(OPENING, {Part.SELF: "自"}), "各需要一人"),
    ("外人提交", lambda: opened(OPENING, PEOPLE).file("外人", "意见"), "各自提交"),
    ("空的自查", lambda: opened(OPENING, PEOPLE).file("自", " "), "没有内容"),
    ("提交后更改", lambda: opened(OPENING, PEOPLE).file("自", "甲").file("自", "乙"), "不能更改"),
    (
        "没有全部提交就看别人的",
        lambda: opened(OPENING, PEOPLE).file("自", "甲").read("同", Part.SELF),
        "不能查看他人的",
    ),
    (
        "没有全部提交就编码",
        lambda: opened(OPENING, PEOPLE).file("同", "甲").code("同", (coding("C3"),)),
        "不能编码",
    ),
    ("承办人编码", lambda: filed().code("自", (coding("C3"),)), "承办人不编码"),
    ("编码表里没有的", lambda: filed().code("同", (coding("Z9"),)), "编码表里没有"),
    ("同一编码两次", lambda: filed().code("同", (coding("C3"), coding("C3"))), "选了两次"),
    ("什么也不选", lambda: filed().code("同", ()), "没有选择"),
    ("不写理由", lambda: filed().code("同", (Coding("C3", Visible.NO, Gate.TRIAL, " "),)), "没有写明理由"),
    (
        "看另一人的编码",
        lambda: filed().code("同", (coding("C3"),)).coded("专", Part.PEER),
        "不能查看另一人的编码",
    ),
    (
        "一人编码就定原因",
        lambda: (
            filed().code("同", (coding("C3"),)).settle((Cause("C3", Visible.YES, Gate.TRIAL, "", "理由"),))
        ),
        "两人都提交",
    ),
    (
        "没有人编码的原因",
        lambda: coded().settle((Cause("A1", Visible.YES, Gate.TRIAL, "", "理由"),)),
        "都没有编码",
    ),
    ("再定一次", lambda: settled().settle((Cause("C3", Visible.YES, Gate.TRIAL, "", "理由"),)), "已经确定"),
    ("教训没有原因", lambda: settled().learn(Lesson("教训", "E1")), "已经确定的原因"),
    ("措施没有负责的部门", lambda: learned().plan(Measure(0, "做", " ", DAY)), "负责的部门"),
    ("没有这条教训", lambda: learned().plan(Measure(3, "做", "某庭", DAY)), "选择一条教训"),
    ("定原因以前反馈", lambda: coded().send(Feedback("某机关", "内容", DAY)), "原因确定以后"),
    (
        "发出以前签收",
        lambda: settled().send(Feedback("某机关", "内容", DAY)).hear(0, date(2026, 10, 1), None, ""),
        "以前",
    ),
    (
        "答复没有内容",
        lambda: settled().send(Feedback("某机关", "内容", DAY)).hear(0, None, DAY, " "),
        "答复的内容",
    ),
    (
        "完成两次",
        lambda: learned().plan(Measure(0, "做", "某庭", DAY)).finish(0, DAY, "好").finish(0, DAY, "好"),
        "已经完成",
    ),
]


@pytest.mark.parametrize(("case", "act", "told"), REFUSED, ids=[one[0] for one in REFUSED])
def test_an_act_out_of_order_is_refused_in_words(case, act, told):
    with pytest.raises(DissectionRefused, match=told):
        act()


def test_from_the_trigger_to_the_answer():
    made = opened(OPENING, PEOPLE)
    assert made.state == "等待提交：承办人自查、同行评议、专家点评"
    made = filed()
    assert made.read("自", Part.EXPERT) == "专的意见"
    assert made.agreement is None
    made = coded()
    assert made.agreement is not None
    assert (made.agreement.units, made.agreement.alike) == (len(codebook()), len(codebook()) - 1)
    made = learned().plan(Measure(0, "增加核对表", "审查起诉部门", date(2026, 11, 30)))
    assert made.measures[0].overdue(date(2026, 12, 1))
    assert not made.measures[0].overdue(date(2026, 11, 30))
    assert not made.finish(0, date(2026, 12, 5), "已用").measures[0].overdue(date(2027, 1, 1))
    made = made.send(Feedback("某侦查机关", "请补", DAY)).hear(0, date(2026, 11, 3), None, "")
    assert made.feedback[0].state == "已签收"
    assert made.hear(0, None, date(2026, 11, 20), "已改进").feedback[0].state == "已答复"
    assert made.keep(Scenario(0, "x.y", "文", (("a", "甲", 2), ("b", "乙", 0)))).scenarios[0].showing == 1


# ---------------------------------------------------------------- 不算任何人的数


def test_the_overview_counts_causes_gates_and_visibility_only():
    assert {one.name for one in fields(overview.Overview)} == {
        "cases",
        "causes",
        "gates",
        "visible",
        "agreement",
    }
    made = overview.overview([settled(), learned(), opened(OPENING, PEOPLE)])
    assert made.cases == 2
    assert made.causes == (("C3", "矛盾没有合理排除", 2),)
    assert made.gates == (("审查起诉", 2),)
    # 换了人，一个数也不变
    others = {Part.SELF: "甲", Part.PEER: "乙", Part.EXPERT: "丙"}
    again = opened(OPENING, others)
    for name in others.values():
        again = again.file(name, "意见")
    again = again.code("乙", (coding("C3"), coding("E1"))).code("丙", (coding("C3"),))
    again = again.settle((Cause("C3", Visible.YES, Gate.CHARGE, "没有逐项核对", "两人一致"),))
    assert overview.overview([again, again, opened(OPENING, others)]) == made
    assert not any(name in repr(made) for name in PEOPLE.values())


PERSONAL = {"account", "people", "name", "username", "actor", "by", "member", "owner"}
COUNTING = {"Counter", "groupby", "annotate", "aggregate", "Count", "Sum", "Avg"}


def test_no_module_counts_by_a_person():
    # 计数的地方，参数里不出现人
    looked = 0
    for path in [
        *(ROOT / "src/gaoyao/quality").glob("*.py"),
        *(ROOT / "src/gaoyao/web/dissection").glob("*.py"),
    ]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and getattr(node.func, "id", getattr(node.func, "attr", "")) in COUNTING
            ):
                looked += 1
                inside = {
                    getattr(one, "id", getattr(one, "attr", getattr(one, "value", None)))
                    for one in ast.walk(node)
                }
                assert not {one for one in inside if isinstance(one, str)} & PERSONAL, (
                    path.name,
                    ast.unparse(node),
                )
    assert looked >= 4


def test_the_words_of_agreement_never_name_anybody():
    for first, second in product([[True, False], [False, False]], repeat=2):
        told = agreement.cohen(first, second).words
        assert "甲" not in told
        assert "编码员" not in told
