"""审查意见页的其余部分：条文原文、期限、经不经得起去掉证据。"""

from __future__ import annotations

from dataclasses import replace

import pytest

from gaoyao.review.deadlines import DeadlineLine
from gaoyao.review.render.html import page
from tests.review.render.pages import parsed, sample

HOSTILE = "</dd><script>甲</script>\u202e"


def test_imported_words_of_the_law_stand_once() -> None:
    # 导入了条文的，每条原文只列一次，从发现处有链接；没有导入的不列这一部分
    cited = sample().findings[0].citations[0]
    root = parsed(page(replace(sample(), words={cited.full: HOSTILE})))
    section = root.at("statutes")
    assert section.text.count(HOSTILE.replace("\u202e", "\ufffd")) == 1
    assert section.text.count(cited.full) == 1
    assert "#law-1" in [one.attributes["href"] for one in root.at("findings-mandatory").all("a")]
    assert not [one for one in parsed(page(sample())).all("section") if one.attributes["id"] == "statutes"]


@pytest.mark.parametrize(
    ("status", "label", "overdue", "sign"),
    [
        ("overdue", "已超期", True, "■ 已超期"),  # 超期的，标记和文字都有
        (
            "not_entered",
            "期限已过，完成事项没有录入",
            False,
            "△ 期限已过，完成事项没有录入",
        ),  # 没有录入不等于没有办
        ("met", "已按期完成", False, "○ 已按期完成"),
    ],
)
def test_periods(status: str, label: str, overdue: bool, sign: str) -> None:
    line = DeadlineLine(
        "r", "提请逮捕", "甲某", "2021-03-06 18:00:00", "2021-03-09", status, label, overdue, ("三日", "顺延"), ("延长没有批准文书",),
        ("批准机关",), ("刑事诉讼法第九十一条",), "卷一第8页",
    )  # fmt: skip
    words = parsed(page(replace(sample(), deadlines=(line,)))).at("periods").text
    for part in (
        sign,
        "提请逮捕",
        "甲某",
        "自 2021-03-06 18:00至 2021-03-09",
        "三日",
        "延长没有批准文书",
        "缺：批准机关",
        "刑事诉讼法第九十一条",
        "卷一第8页",
    ):
        assert part in words


def test_without_steps_periods_are_not_checked() -> None:
    # 没有录入程序事项的，写明期限未检查
    assert "期限未检查" in parsed(page(sample())).at("periods").text


def test_robustness_only_when_given() -> None:
    # “经不经得起去掉证据”须另行计算，给了才列；不是评分
    assert not [one for one in parsed(page(sample())).all("section") if one.attributes["id"] == "robustness"]
    words = parsed(page(sample(), sample().robustness)).at("robustness").text
    assert "不是评分" in words
    assert "去掉全部被告人供述和辩解" in words
    assert all(one.sentence in words for one in sample().robustness.stress)
    for point in sample().robustness.points:
        if point.by_item:
            assert point.point.name in words
            assert "、".join(item.id for item in point.by_item[0].items) in words
