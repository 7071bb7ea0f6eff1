"""指控与罪名核对：缺的待证事实列为未检查，不出具未见障碍；反证问题列在最后，写了理由的不再问。案例全部虚构。"""

from __future__ import annotations

from datetime import date

import pytest

from gaoyao.dossier.exchange import load
from gaoyao.dossier.view import View, readable
from gaoyao.law.charges import charges, find
from gaoyao.law.charges.model import ChargeFact
from gaoyao.review.api import review
from gaoyao.review.charging import MOST, unmatched
from gaoyao.review.model import Review

TODAY = date(2024, 6, 1)
HEAD = """皋陶: 1
案件: {{标识: C, 案件名称: 虚构案, 虚构案件: 是, 诉讼阶段: {stage}, 开庭日期: 2024-05-10}}
被告人: [{{标识: A1, 姓名: 甲某}}, {{标识: A2, 姓名: 乙某}}]
犯罪事实: [{{标识: I1, 简述: 某事}}]
指控: [{{标识: N1, 被告人: A1, 犯罪事实: I1, 罪名: {charge}}}]
"""


def made(body: str = "", charge: str = "非法经营罪", stage: str = "一审") -> Review:
    return review(View(load(HEAD.format(charge=charge, stage=stage) + body).log, readable("judge")), TODAY)


def lacking(one: Review) -> str:
    return "".join(line.why for line in one.not_checked if "待证事实" in line.why)


def asked(one: Review) -> list[str]:
    return [line.field for line in one.questions if line.field.startswith("charge.")]


def facts(*rows: tuple[str, str]) -> str:
    return "待证事实:\n" + "\n".join(
        f"  - {{标识: F{n}, 内容: 某事实, 所属指控: [N1], 事实性质: {role}{f', 要件代号: {code}' if code else ''}}}"
        for n, (role, code) in enumerate(rows)
    )


def test_没有录入的待证事实逐项列出_不出具未见障碍() -> None:
    one = made(facts(("犯罪发生", "business_act"), ("系被告人所为", "")))
    assert "该罪的待证事实没有录入" in lacking(one)
    assert "state_rule" in lacking(one)
    assert "business_act" not in lacking(one)
    assert "by_defendant" not in lacking(one), "没有写代号的，按事实性质对上"
    assert not one.certificate.granted


def test_全部录入以后不再列() -> None:
    charge = find("非法经营")
    assert charge is not None
    rows = [(fact.role, fact.id) for fact in charge.facts]
    assert lacking(made(facts(*rows))) == ""


def test_一项事实可以包括几个代号() -> None:
    one = made(facts(("其他要件", "state_rule、listed_conduct")))
    assert "state_rule" not in lacking(one)
    assert "listed_conduct" not in lacking(one)


@pytest.mark.parametrize(("stage", "wanted"), [("审查逮捕", False), ("审查起诉", True), ("一审", True)])
def test_各阶段要的不同(stage: str, wanted: bool) -> None:
    assert ("market_disorder" in lacking(made(stage=stage))) is wanted
    assert "business_act" in lacking(made(stage=stage))


def test_没有专门数据的罪名按通用提纲() -> None:
    assert "按通用提纲" in lacking(made(charge="重婚罪"))


def test_没有写罪名的指控也列为未检查() -> None:
    one = review(View(load(HEAD.format(charge="", stage="一审")).log, readable("judge")), TODAY)
    assert any("没有录入罪名" in line.why for line in one.not_checked)


def test_事实都有而要件在法律上不具备_列为法定障碍() -> None:
    """非法经营：收购行为查清，但不违反国家规定，要件在法律上不具备。"""
    charge = find("非法经营")
    assert charge is not None
    body = facts(*((fact.role, fact.id) for fact in charge.facts)).replace(
        "要件代号: state_rule", "要件代号: state_rule, 要件在法律上不具备: 是"
    )
    one = made(body)
    found = [line for line in one.findings if line.rule.id == "facts.element_absent"]
    assert [line.subject.id for line in found] == ["N1/F2"]


def test_影响结论的问题在前_法律要求问的其次_反证问题不超过二十个() -> None:
    one = made()
    order = [(not line.opens, not line.holds, not line.legal_duty) for line in one.questions]
    assert order == sorted(order)
    assert any(line.legal_duty for line in one.questions if line.field.startswith("charge."))
    assert 0 < len(asked(one)) <= MOST


def test_罪名多了只列二十个_其余说明在哪里看() -> None:
    counts = "\n".join(
        f"  - {{标识: M{n}, 被告人: A2, 犯罪事实: I1, 罪名: {charge.name}}}"
        for n, charge in enumerate(charges().values())
        if not charge.general
    )
    text = (
        HEAD.format(charge="非法经营罪", stage="一审")
        .replace("指控: [", "指控:\n  - ")
        .replace("}]\n", "}]\n")
    )
    text = text.replace("罪名: 非法经营罪}]", "罪名: 非法经营罪}") + counts
    one = review(View(load(text).log, readable("judge")), TODAY)
    assert len(asked(one)) == MOST
    assert any("反证问题" in line.what for line in one.not_checked)


# 反证核查的记载 · 还问不问
ANSWERS = [
    (
        "查过并写明理由的，不再问",
        "核查代号: which_rule, 结果: 已查，没有这种情形, 理由: 依据为某条例第三条",
        False,
    ),
    ("没有写理由的，还要问", "核查代号: which_rule, 结果: 已查，没有这种情形", True),
    ("没有写结果的，还要问", "核查代号: which_rule, 理由: 已看", True),
    ("写的是另一个代号的，还要问", "核查代号: harm, 结果: 已查，没有这种情形, 理由: 有证言", True),
    (
        "写明是另一项指控的，还要问",
        "核查代号: which_rule, 所涉指控: [N2], 结果: 本案不涉及, 理由: 无关",
        True,
    ),
]


@pytest.mark.parametrize(("says", "entry", "still"), ANSWERS, ids=[row[0] for row in ANSWERS])
def test_反证核查写明理由才算(says: str, entry: str, still: bool) -> None:
    text = HEAD.format(charge="非法经营罪", stage="一审").replace(
        "罪名: 非法经营罪}]", "罪名: 非法经营罪}, {标识: N2, 被告人: A2, 犯罪事实: I1, 罪名: 盗窃罪}]"
    )
    one = review(View(load(text + f"反证核查: [{{标识: K1, {entry}}}]").log, readable("judge")), TODAY)
    assert ("charge.illegal_business.which_rule" in asked(one)) is still, says


def needed(ident: str, role: str) -> ChargeFact:
    return ChargeFact(ident, ident, role, True, "arrest", False, (), "材料")


# 要的事实（代号, 性质）· 录入的（代号, 性质）· 缺几项
MATCHES = [
    ([("a", "act")], [((), "act")], 0),
    ([("a", "act")], [], 1),
    # 同一性质要两项而只有一项没有写代号的，两项都列出
    ([("a", "element"), ("b", "element")], [((), "element")], 2),
    # 写了代号的先对上，其余按性质
    ([("a", "element"), ("b", "element")], [(("a",), "element"), ((), "element")], 0),
    # 用代号对上的一项，不能再按性质顶替另一项
    ([("a", "element"), ("b", "element")], [(("a",), "element")], 1),
    # 代号写对了，性质写得不同也算
    ([("a", "element")], [(("a",), "act")], 0),
]


@pytest.mark.parametrize(("wanted", "entered", "number"), MATCHES)
def test_怎样算对上(
    wanted: list[tuple[str, str]], entered: list[tuple[tuple[str, ...], str]], number: int
) -> None:
    assert (
        len(
            unmatched([needed(*one) for one in wanted], [(frozenset(codes), role) for codes, role in entered])
        )
        == number
    )
