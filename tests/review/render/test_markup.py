"""转义由构造保证：任何文字都不能变成标记。"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoyao.logic.frame import Source
from gaoyao.review.render.markup import esc, row, table, tag
from gaoyao.review.render.wording import places
from tests.review.render.pages import parsed


@given(st.text(), st.text())
def test_any_text_comes_back_as_text(words: str, attribute: str) -> None:
    # 任意文字放进元素和属性，读回来仍是同样的文字，没有多出元素
    page = tag("p", tag("b", words, title=attribute))
    page.encode("utf-8")
    (p,) = parsed(page).all("p")
    (b,) = p.all("b")
    assert len(p.walk()) == 2
    assert b.text == esc_free(words)
    assert b.attributes["title"] == esc_free(attribute)


def esc_free(words: str) -> str:
    """What a reader sees: barred characters as U+FFFD."""
    import html

    return html.unescape(esc(words))


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("甲\u202e乙", "甲\ufffd乙"),  # 反转阅读顺序的字符不能改变读者看到的内容
        ("甲\u2066乙\u2069", "甲\ufffd乙\ufffd"),  # 隔离方向的字符也一样
        ("甲\x00乙\x1b[31m", "甲\ufffd乙\ufffd[31m"),  # 控制字符
        ("甲\ud800", "甲\ufffd"),  # 不成对的代理码写不进文件
        ("甲\n乙\t丙", "甲\n乙\t丙"),  # 换行和制表是正常文字
    ],
)
def test_barred_characters_are_shown(words: str, shown: str) -> None:
    assert esc(words) == shown


def test_markup_is_not_escaped_twice_and_attributes_always_are() -> None:
    # 已经是标记的不再转义；属性里的标记按文字处理
    inner = tag("b", "甲")
    assert tag("p", inner) == "<p><b>甲</b></p>"
    assert tag("p", title=inner) == '<p title="&lt;b&gt;甲&lt;/b&gt;"></p>'


def test_tables_have_caption_and_scopes() -> None:
    # 表格有标题，列头和行头都写明范围
    made = table("标题", ("甲", "乙"), [row(("一", "二"), "row")])
    assert made == (
        '<table><caption>标题</caption><thead><tr><th scope="col">甲</th><th scope="col">乙</th></tr></thead>'
        '<tbody><tr><th scope="row">一</th><td>二</td></tr></tbody></table>'
    )


@pytest.mark.parametrize(
    ("sources", "told"),
    [
        # 同一页的几行写在一起，页码在前，文件名在后
        ([("卷一第2页", "案.yaml", 9), ("卷一第2页", "案.yaml", 3)], ["卷一第2页（3、9行）｜案.yaml"]),
        # 连续的行写作“至”
        ([("", "案.yaml", n) for n in (4, 5, 6, 8)], ["未记页码（4至6、8行）｜案.yaml"]),
        # 有页码的在前，没有页码的在后
        ([("", "案.yaml", 1), ("卷一第2页", "案.yaml", 7)], ["卷一第2页（7行）、未记页码（1行）｜案.yaml"]),
        # 只有页码
        ([("卷一第2页", "", 0)], ["卷一第2页"]),
        # 两个文件分开写
        ([("", "甲.yaml", 1), ("", "乙.yaml", 2)], ["未记页码（1行）｜甲.yaml", "未记页码（2行）｜乙.yaml"]),
        # 什么都没有的不写
        ([("", "", 0)], []),
    ],
)
def test_addresses(sources: list[tuple[str, str, int]], told: list[str]) -> None:
    assert places(Source(page, file, line) for page, file, line in sources) == told
