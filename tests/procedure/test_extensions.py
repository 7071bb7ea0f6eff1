"""延长：没有文书、文号、机关的不计入；次序、次数、幅度、条件逐项核对。"""

from datetime import date

import pytest

from gaoyao.procedure import Cause, Declared, Extension, Restart, compute, days, months
from gaoyao.procedure.extensions import same_body

ARREST = date(2024, 5, 15)


def paper(authority, amount=None, **more):
    return Extension(authority, "批准延长侦查羁押期限决定书", "虚检延〔2024〕1号", amount, **more)


def custody(*extensions, **more):
    return compute("cpl-156-1", Declared(start=ARREST, in_custody=True, extensions=extensions, **more))


def codes(answer):
    return [finding.code for finding in answer.findings]


@pytest.mark.parametrize(
    ("why", "claim", "lacking"),
    [
        ("没有文书", Extension("上一级人民检察院", "", "虚1号"), "批准文书"),
        ("没有文号", Extension("上一级人民检察院", "决定书", ""), "文号"),
        ("没有机关", Extension("", "决定书", "虚1号"), "批准机关"),
        ("都没有", Extension(), "批准文书、文号、批准机关"),
    ],
)
def test_三样缺一不计入(why, claim, lacking):
    answer = custody(claim)
    assert answer.due == date(2024, 7, 15), why
    assert codes(answer) == ["extension_refused"]
    assert lacking in answer.findings[0].text


@pytest.mark.parametrize(
    ("why", "claims", "attributes", "due", "refused"),
    [
        ("上一级检察院一个月", [paper("上一级人民检察院")], {}, date(2024, 8, 15), 0),
        ("同一种延长只有一次", [paper("上一级人民检察院"), paper("上一级人民检察院")], {}, date(2024, 8, 15), 1),
        ("158条不以156条延长为前提", [paper("省级人民检察院")], {"category_158": True}, date(2024, 9, 15), 0),
        ("不属四类的不延长", [paper("省级人民检察院")], {"category_158": False}, date(2024, 7, 15), 1),
        ("159条须在158条之后", [paper("省级人民检察院", key="159")], {"possible_10y": True}, date(2024, 7, 15), 1),
        (
            "可能判处不到十年的没有再延长",
            [paper("省级人民检察院"), paper("省级人民检察院")], {"category_158": True, "possible_10y": False},
            date(2024, 9, 15), 1,
        ),
        ("无权机关", [paper("县公安局")], {}, date(2024, 7, 15), 1),
        ("长度与条文不符", [paper("上一级人民检察院", months(2))], {}, date(2024, 7, 15), 1),
    ],
)  # fmt: skip
def test_侦查羁押的延长(why, claims, attributes, due, refused):
    answer = custody(*claims, attributes=attributes)
    assert answer.due == due, why
    assert codes(answer).count("extension_refused") == refused, answer.explain()


def test_条件未录入时计入但要求补录():
    answer = custody(paper("省级人民检察院"))
    assert answer.due == date(2024, 9, 15)
    assert codes(answer) == ["extension_ground_unknown"]


def test_批准在重新计算以前的不及于重新计算的期限():
    declared = Declared(
        start=ARREST, in_custody=True, restarts=(Restart(Cause.NEW_CRIME, date(2024, 6, 20)),),
        extensions=(paper("上一级人民检察院", approved_on=date(2024, 6, 1)),),
    )  # fmt: skip
    answer = compute("cpl-156-1", declared)
    assert answer.due == date(2024, 8, 20)
    assert "extension_refused" in codes(answer)


@pytest.mark.parametrize(
    ("count", "due", "refused"),
    [(1, date(2024, 9, 5), 0), (4, date(2024, 9, 8), 0), (5, date(2024, 9, 4), 1)],
)
def test_特殊情况延长一至四日(count, due, refused):
    claim = Extension("县级以上公安机关负责人", "呈请延长拘留期限报告书", "虚公〔2024〕2号", days(count))
    answer = compute("cpl-91-1", Declared(start=date(2024, 9, 1), in_custody=True, extensions=(claim,)))
    assert (answer.due, codes(answer).count("extension_refused")) == (due, refused)


def test_长度由批准决定而文书没写的不计入():
    claim = Extension("县级以上公安机关负责人", "报告书", "虚1号")
    answer = compute("cpl-91-1", Declared(start=date(2024, 9, 1), in_custody=True, extensions=(claim,)))
    assert answer.due == date(2024, 9, 4)
    assert "未写明" in answer.findings[0].text


def test_期限本身以批准为前提_没有文书就不存在():
    answer = compute("cpl-158-1", Declared(start=date(2024, 8, 15), in_custody=True))
    assert answer.due == date(2024, 8, 15)
    assert codes(answer) == ["approval_missing"]
    with_paper = compute(
        "cpl-158-1", Declared(start=date(2024, 8, 15), extensions=(paper("省级人民检察院"),))
    )
    assert with_paper.due == date(2024, 10, 15)


def test_不超过的延长没写长度按上限并要求补录():
    claim = Extension("上一级监察机关", "延长留置时间决定书", "虚监〔2025〕3号")
    answer = compute("jcf2024-48-1", Declared(start=date(2025, 6, 30), in_custody=True, extensions=(claim,)))
    assert answer.due == date(2025, 12, 31)
    assert codes(answer) == ["extension_amount_unstated"]


@pytest.mark.parametrize(
    ("stated", "competent", "same"),
    [
        ("上一级", "上一级人民法院", True), ("省级", "省级人民检察院", True), ("最高法", "最高人民法院", True),
        ("经高级法院批准", "高级人民法院", True), ("最高法", "高级人民法院", False), ("基层法院", "上一级人民法院", False),
        ("省公安厅", "省级人民检察院", False),
    ],
)  # fmt: skip
def test_机关的说法(stated, competent, same):
    assert same_body(stated, competent) is same
