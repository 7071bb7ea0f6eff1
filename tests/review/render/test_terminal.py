"""终端上的审查意见：先列法律强制的，折行不断在标点之前，案卷里的控制字符不起作用。"""

from __future__ import annotations

from dataclasses import replace
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from gaoyao.review.deadlines import DeadlineLine
from gaoyao.review.model import Review
from gaoyao.review.render.terminal import SHOWN_QUESTIONS, render, summary
from gaoyao.review.render.wording import told
from gaoyao.review.render.wrapping import wrapped
from tests.review.render.pages import sample


def printed(review: Review, width: int = 120) -> str:
    """What goes into a pipe."""
    text = StringIO()
    render(review, Console(width=width, no_color=True, file=text))
    return text.getvalue()


def unwrapped(text: str) -> str:
    """Without line breaks, margins and blanks."""
    return "".join(text.split())


def test_what_compels_comes_first() -> None:
    # 先法律强制，再应当说明，再证据、事实、问题、口径
    text = printed(sample())
    places = [
        text.index(words)
        for words in (
            "不出具“未见障碍”",
            "■ 法律强制",
            "▲ 应当说明",
            "证据的处境",
            "待证事实（",
            "接下来要查明的",
            "解释口径（可用",
        )
    ]
    assert places == sorted(places)


@pytest.mark.parametrize("width", [60, 100, 160])
def test_every_finding_whatever_the_width(width: int) -> None:
    # 无论屏幕多宽，每一发现的名称、对象、理由、条文、后果、补救都在
    text = unwrapped(printed(sample(), width))
    for one in sample().findings:
        for words in (
            one.rule.title,
            one.subject.name,
            told(one),
            one.rule.consequence,
            one.rule.cure,
            *(cited.brief for cited in one.citations),
        ):
            assert unwrapped(words) in text
    for question in sample().questions[:SHOWN_QUESTIONS]:
        assert unwrapped(question.text) in text


def test_every_finding_names_its_rule_for_explain() -> None:
    # 每条发现写明规则，才能接着问为什么；没有发现就不提
    lines = printed(sample()).splitlines()
    assert {one.rule.id for one in sample().findings} == {
        line.split("：")[1] for line in lines if line.startswith("     规则：")
    }
    assert "问一条为什么：gaoyao explain 规则 案件文件" in lines
    assert "gaoyao explain" not in printed(replace(sample(), findings=(), points=(), items=()))


def test_items_without_obstacle_are_named_by_number() -> None:
    # 未见障碍的证据只列编号，要处理的列全
    text = printed(sample())
    assert "E1《第一次讯问笔录》" in text
    assert "未见障碍：E2 E4（2 件）" in text or "未见障碍：E2" in text


def test_no_line_is_wider_than_the_screen() -> None:
    # 除行末标点外，没有一行超出屏幕
    assert (
        max(cell_len(line.rstrip("，。；：、？！）》”")) for line in printed(sample(), 100).splitlines())
        <= 100
    )


def test_escapes_and_markup_of_a_file_do_nothing() -> None:
    # 案卷里写的终端控制字符、格式标记只当文字显示
    hostile = "\x1b[2J[bold red]甲[/]\u202e"
    points = tuple(
        replace(one, charge=hostile, fact=replace(one.fact, name=hostile)) for one in sample().points
    )
    items = tuple(
        replace(one, page=hostile, subject=replace(one.subject, name=hostile)) for one in sample().items
    )
    text = printed(replace(sample(), title=hostile, points=points, items=items))
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "[bold red]甲[/]" in text


def test_periods_tell_what_is_missing() -> None:
    # 期限：超期的有标记；缺什么、依据什么都写明
    line = DeadlineLine(
        "r", "提请逮捕", "甲某", "2021-03-06", "", "cannot_compute", "不能计算", False, (), ("延长没有批准文书",), ("收到日期",),
        ("刑事诉讼法第九十一条",), "",
    )  # fmt: skip
    late = replace(
        line, status="overdue", status_label="已超期", overdue=True, due="2021-03-09", missing=(), findings=()
    )
    text = printed(replace(sample(), deadlines=(line, late)))
    assert "△ 提请逮捕（甲某）：自 2021-03-06 至 不能计算，不能计算" in text
    assert "说明：缺：收到日期；延长没有批准文书" in text
    assert "■ 提请逮捕（甲某）：自 2021-03-06 至 2021-03-09，已超期" in text


def test_summary_names_every_case() -> None:
    # 汇总：一件一行
    text = StringIO()
    summary([sample(), replace(sample(), title="另一案")], Console(width=120, no_color=True, file=text))
    assert "河边命案（虚构）" in text.getvalue()
    assert "另一案" in text.getvalue()


@pytest.mark.parametrize(
    ("words", "width", "lines"),
    [
        ("一二三四五", 4, ["一二", "三四", "五"]),  # 汉字之间可以断
        ("一二，三四", 4, ["一二，", "三四"]),  # 逗号不在行首，宁可多占一格
        ("一（二三）", 4, ["一", "（二", "三）"]),  # 前括号不在行末，后括号不在行首
        ("见E100号", 6, ["见E100", "号"]),  # 编号中间不断
        ("一 E1 E2", 4, ["一", "E1", "E2"]),  # 空格处断开，行首不留空格
    ],
)
def test_wrapping(words: str, width: int, lines: list[str]) -> None:
    assert wrapped(words, width) == lines


@given(st.text(alphabet="一二，。（）《》abc12 ", max_size=60), st.integers(4, 20))
def test_wrapping_loses_nothing(words: str, width: int) -> None:
    # 折行只加换行，不丢一个字
    assert unwrapped("".join(wrapped(words, width))) == unwrapped(words)
