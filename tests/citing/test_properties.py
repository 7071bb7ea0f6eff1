"""Laws that hold for every text: offsets, no crash on garbage, what is written can be read back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gaoyao.citing import clean, compare, find, resolve
from gaoyao.citing.report import as_dict, check_text, lines
from gaoyao.law.numerals import to_chinese

_PIECES = st.sampled_from(
    ["刑法", "《刑法》", "第", "条", "款", "项", "之一", "二百", "六十四", "12", "３", "（一）", "、", "，", "和", "至", "；", "。", " ",
     "\u3000", "\n", "\u200b", "\x1a", "本法", "该解释", "前款", "法释〔2021〕1号", "（2020）苏0102刑初12号", "“", "”", "\"", "证据卷二第15页",
     "证据3", "卷P15", "《", "》", "〈", "〉", "（", "）", "[", "]", "以下简称", "《解释》", "附", "书记员", "判决如下", "号", "年", "依照"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(_PIECES, max_size=60).map("".join))


@given(TEXTS)
def test_offsets_always_give_the_cited_text(text: str) -> None:
    """不论原文怎样，source[start:end] 就是所引的文字，名称也一样。"""
    found = find(text)
    for row in (*found.laws, *found.cases, *found.exhibits, *found.quotes):
        assert 0 <= row.start < row.end <= len(text)
        assert text[row.start : row.end] == row.text
    for law in found.laws:
        assert text[law.name.start : law.name.end] == law.name.text


@given(TEXTS)
def test_cleaning_loses_no_place(text: str) -> None:
    """清洗后的每个字都能找回原处，次序不变。"""
    cleaned = clean(text)
    places = [cleaned.to_source(index) for index in range(len(cleaned.text))]
    assert places == sorted(set(places))
    assert all(0 <= place < len(text) for place in places)


@given(TEXTS)
def test_garbage_never_crashes(text: str) -> None:
    """乱七八糟的文字走完四步，每一处都有结论和理由。"""
    report = check_text(text)
    assert lines(report)
    assert as_dict(report)["problems"] == report.problems
    for row in resolve(find(text)):
        assert row.family or row.reason


@given(
    st.integers(1, 999),
    st.none() | st.integers(1, 9),
    st.none() | st.integers(1, 12),
    st.none() | st.integers(1, 20),
    st.booleans(),
)
def test_what_is_written_is_read_back(
    article: int, sub: int | None, paragraph: int | None, item: int | None, chinese: bool
) -> None:
    """任何条、之、款、项，中文或阿拉伯数字，写出来都能原样读回。"""
    write = to_chinese if chinese else str
    text = f"依照《中华人民共和国刑法》第{write(article)}条"
    text += f"之{write(sub)}" if sub else ""
    text += f"第{write(paragraph)}款" if paragraph else ""
    text += f"第（{write(item)}）项" if item else ""
    (row,) = find(text + "之规定").laws
    assert (row.article, row.sub, row.paragraph, row.item) == (article, sub, paragraph, item)


@given(st.lists(st.integers(1, 999), min_size=1, max_size=12, unique=True), st.sampled_from("、，和及；"))
def test_lists_lose_nothing(articles: list[int], separator: str) -> None:
    """列举多少条就读出多少条。"""
    text = "刑法" + separator.join(f"第{to_chinese(number)}条" for number in articles)
    assert [row.article for row in find(text).laws] == articles


@given(st.text("甲乙丙丁戊己庚辛，。", min_size=8, max_size=120), st.data())
def test_a_true_quotation_is_exact(page: str, data: st.DataObject) -> None:
    """从页上抄下来的话，一定判为一致。"""
    start = data.draw(st.integers(0, len(page) - 4))
    end = data.draw(st.integers(start + 4, len(page)))
    assert compare(page[start:end], page).match.value == "exact"


@given(st.text(max_size=60), st.text(max_size=200))
def test_compare_never_crashes(words: str, page: str) -> None:
    """任何引文、任何页，都有结论；一致必须真在页上。"""
    result = compare(words, page)
    assert 0.0 <= result.ratio <= 1.0
    if result.nearest:
        assert result.nearest in page
