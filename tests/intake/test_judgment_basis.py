"""法律依据：只算本文书自己依照的条、款、项；原判的、附录的、解释性引用的都不算。"""

from __future__ import annotations

import pytest

from gaoyao.intake.judgments import read_judgment
from tests.intake.invented import FIRST, appeal

START = FIRST.index("依照《中华人民共和国刑法》第二百六十四条")
END = FIRST.index("一、被告人赵某甲无罪")
XF = "中华人民共和国刑法"
XS = "中华人民共和国刑事诉讼法"
JS = "最高人民法院关于适用《中华人民共和国刑事诉讼法》的解释"

ROWS = [
    # 条、款、项、之一
    (
        "依照《中华人民共和国刑法》第一百三十三条之一第一款第（二）项、第六十四条之规定，判决如下：",
        [(XF, 133, "之一", 1, 2), (XF, 64, None, None, None)],
    ),
    # 一条几款
    (
        "依照《中华人民共和国刑法》第三百四十七条第一款、第四款、第七款的规定，判决如下：",
        [(XF, 347, None, 1, None), (XF, 347, None, 4, None), (XF, 347, None, 7, None)],
    ),
    # 款数连写
    (
        "依照《中华人民共和国刑法》第三百四十七条第一、四款，第六十四条之规定，判决如下：",
        [(XF, 347, None, 1, None), (XF, 347, None, 4, None), (XF, 64, None, None, None)],
    ),
    # 第一款及第三款
    (
        "依照《中华人民共和国刑法》第七十二条第一款及第三款之规定，判决如下：",
        [(XF, 72, None, 1, None), (XF, 72, None, 3, None)],
    ),
    # 漏写条字
    ("依照《中华人民共和国刑法》第六十七第三款之规定，判决如下：", [(XF, 67, None, 3, None)]),
    # 漏写第字
    (
        "依照《中华人民共和国刑法》第二十三条和六十七条第三款的规定，判决如下：",
        [(XF, 23, None, None, None), (XF, 67, None, 3, None)],
    ),
    # 解释的名称里套着刑事诉讼法
    (
        "依照最高人民法院《关于适用＜中华人民共和国刑事诉讼法＞的解释》第三百四十九条第一款第一项之规定，判决如下：",
        [(JS, 349, None, 1, 1)],
    ),
    (
        "依照《最高人民法院关于适用〈中华人民共和国刑事诉讼法〉的解释》第三百八十九条之规定，判决如下：",
        [(JS, 389, None, None, None)],
    ),
    # 两部法律
    (
        "依照《中华人民共和国刑法》第二百六十四条、《中华人民共和国刑事诉讼法》第二百条第（三）项之规定，判决如下：",
        [(XF, 264, None, None, None), (XS, 200, None, None, 3)],
    ),
    # 简称不带书名号
    ("依照刑法第二百六十四条之规定，判决如下：", [(XF, 264, None, None, None)]),
    # 阿拉伯数字
    (
        "依照《中华人民共和国刑法》第264条、第67条第3款之规定，判决如下：",
        [(XF, 264, None, None, None), (XF, 67, None, 3, None)],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), ROWS)
def test_条款项(sentence: str, expected: list[tuple[str, int, str | None, int | None, int | None]]) -> None:
    read = read_judgment(FIRST[:START] + sentence + "\n" + FIRST[END:])
    assert [(c.law, c.article, c.sub, c.paragraph, c.item) for c in read.citations] == expected


def test_原判的依据不算() -> None:
    text = appeal("驳回上诉，维持原判。").replace(
        "以被告人冯某×犯诈骗罪，判处",
        "依照《中华人民共和国刑法》第二百六十六条之规定，以被告人冯某×犯诈骗罪，判处",
    )
    assert [(c.law, c.article) for c in read_judgment(text).citations] == [(XS, 236)]


def test_没有总括句时取本院适用的条文() -> None:
    text = (
        FIRST[:START].replace(
            "可以从轻处罚。", "依照《中华人民共和国刑法》第六十七条第三款的规定，可以从轻处罚。"
        )
        + "本院为维护社会秩序，判决如下：\n"
        + FIRST[END:]
    )
    assert [(c.article, c.paragraph) for c in read_judgment(text).citations] == [(67, 3)]


def test_旧法时的判决引的是旧刑法() -> None:
    text = FIRST.replace("二〇二一年五月二十日", "一九九四年五月二十日")
    assert {c.law for c in read_judgment(text).citations} == {f"{XF}（1979）", f"{XS}（1979）"}
