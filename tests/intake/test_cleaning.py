"""清洗：各种宽窄、空格、换行都成一种样子，而每个字仍能找回原文的位置。"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoyao.intake.judgments import read_judgment
from gaoyao.intake.normalise import clean
from tests.intake.invented import FIRST

ROWS = [
    # 全角数字、半角标点，各成一种写法
    ("于２０１６年8月2日,判处", "于2016年8月2日，判处"),
    # 标题字间的空格不算字
    ("刑 事 判 决 书", "刑事判决书"),
    # 表意空格、不换行空格都去掉
    ("审　判　长\u00a0沈　斌", "审判长沈斌"),
    # 各式括号在案号里通用
    ("〔2016〕青0199刑初3号", "（2016）青0199刑初3号"),
    # 方括号同样
    ("[2016]66号", "（2016）66号"),
    # 外文词之间的空格留着
    ("一部iPhone 6s手机", "一部iPhone 6s手机"),
    # 零的几种写法归一
    ("二○二一年", "二〇二一年"),
]


@pytest.mark.parametrize(("raw", "expected"), ROWS)
def test_一种样子(raw: str, expected: str) -> None:
    assert clean(raw).text == expected


def test_一行文书里空格就是段落() -> None:
    raw = (
        "云河县人民法院 刑事判决书 （2021）青0199刑初77号 公诉机关云河县人民检察院。 被告人赵某甲，男。"
        + "甲" * 200
    )
    assert clean(raw).text.split("\n")[:5] == [
        "云河县人民法院", "刑事判决书", "（2021）青0199刑初77号", "公诉机关云河县人民检察院。", "被告人赵某甲，男。" + "甲" * 200,
    ]  # fmt: skip


def test_硬换行的行接起来() -> None:
    line = "被告人赵某甲在云河县城关镇某街道某小区门前停放处将他人电动车一辆窃走后藏匿于家中的"
    raw = "\n".join([line] * 10) + "。\n本院认为，到此为止。"
    assert clean(raw).text == line * 10 + "。\n本院认为，到此为止。"


def test_没有任何空白的文书也分得开段() -> None:
    raw = "".join(FIRST.split())
    text = clean(raw).text
    assert "\n公诉机关云河县人民检察院。" in text
    assert "\n本院认为" in text
    assert "\n审判长吴某\n审判员郑某\n" in text
    read = {p.name: p.outcome for p in read_judgment(raw).parties}
    assert read == {"赵某甲": "acquitted", "孙某1": "guilty"}


@given(st.text(alphabet=st.sampled_from("甲乙 \u3000\n\t０1，,。（(〔被告人审判长x?"), max_size=400))
def test_每个字都找得回(raw: str) -> None:
    cleaned = clean(raw)
    for place, char in enumerate(cleaned.text):
        start, end = cleaned.raw_span(place, place + 1)
        assert end == start + 1
        assert char in "\n " or clean("乙" + raw[start:end] + "乙").text == f"乙{char}乙"
