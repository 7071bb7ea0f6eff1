"""Verification against invented statutes (虚构法) and invented pages."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from gaoyao.citing import Match, compare, find
from gaoyao.citing.report import Report, check_text
from gaoyao.law.texts.parse import parse
from gaoyao.law.texts.readers import read_lines
from gaoyao.law.texts.timeline import Library

LAW = """# 中华人民共和国刑法

1997年3月14日 虚构的全国代表会议修订

2017年11月4日 虚构会议通过的《中华人民共和国刑法修正案（十）》

<!-- INFO END -->

第一条 虚构之罪，处五年以下禁闭。

情节严重的，处十年禁闭。

第二条 下列行为是虚构行为：

（一）甲行为；

（二）乙行为。

第二条之一 丙行为，依照前条处理。

第三条 本法自1997年10月1日起施行。
"""
AMENDMENT = """# 中华人民共和国刑法修正案（十二）

2023年12月29日 虚构会议通过

<!-- INFO END -->

一、将刑法第一条第一款修改为：“虚构之罪，处三年以下禁闭。”

二、本修正案自2024年3月1日起施行。
"""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    for name, text in (("law.md", LAW), ("amendment.md", AMENDMENT)):
        (tmp_path / name).write_text(
            text.replace("（十）", "（十一）").replace("2017年11月4日", "2020年12月26日"), encoding="utf-8"
        )
    return Library([parse(read_lines(path)) for path in sorted(tmp_path.iterdir())])


# (说明, 原文, 审理日, 结果, 代码)
ROWS = [
    ("有这一款", "刑法第一条第二款", "2022-01-01", "passed", "ok"),
    ("没有第三款", "刑法第一条第三款", "2022-01-01", "failed", "no_paragraph"),
    ("有这一项", "刑法第二条第（二）项", "2022-01-01", "passed", "ok"),
    ("没有第三项", "刑法第二条第（三）项", "2022-01-01", "failed", "no_item"),
    ("有之一", "刑法第二条之一", "2022-01-01", "passed", "ok"),
    ("没有之二", "刑法第二条之二", "2022-01-01", "failed", "no_article"),
    ("没有这一条", "刑法第四条", "2022-01-01", "failed", "no_article"),
    (
        "未知文件不算核过，也不当刑法核",
        "《最高人民检察院关于适用刑法的批复（假）》第一条",
        "2022-01-01",
        "not_checked",
        "unknown_instrument",
    ),
    ("没有导入的文件：未核", "监察法第一条", "2022-01-01", "not_checked", "no_text"),
    ("没有导入，但条号超过最后一条", "刑诉法第三百九十条", "2022-01-01", "failed", "no_article"),
    ("合同法已废止", "合同法第五十二条", "2022-01-01", "failed", "repealed"),
    ("合同法当时还在施行", "合同法第五十二条", "2019-01-01", "not_checked", "no_text"),
    ("范围的末条不存在", "刑法第一条至第九条", "2022-01-01", "failed", "no_article"),
    ("2022年引2012年的解释", "法释〔2012〕21号第八十条", "2022-01-01", "failed", "not_in_force"),
]


def check(library: Library, text: str, on: str | None = None, act: str | None = None) -> Report:
    return check_text(
        text,
        library=library,
        on=date.fromisoformat(on) if on else None,
        act=date.fromisoformat(act) if act else None,
    )


@pytest.mark.parametrize(("sentence", "text", "on", "held", "code"), ROWS, ids=[row[0] for row in ROWS])
def test_verdicts(library: Library, sentence: str, text: str, on: str, held: str, code: str) -> None:
    (row,) = check(library, text, on).verdicts
    assert (row.held.value, row.code) == (held, code), f"{sentence}：{row.message}"
    assert row.message or row.code == "ok"


def test_repeal_is_told_with_date_and_law(library: Library) -> None:
    """合同法、婚姻法：什么时候、被什么废止。"""
    rows = check(library, "依据合同法、婚姻法", "2022-01-01").verdicts
    assert [row.code for row in rows] == ["repealed", "repealed"]
    assert all("2021-01-01" in row.message and "民法典" in row.message for row in rows)


def test_words_on_both_dates(library: Library) -> None:
    """行为时五年，审理时三年：两个日期各有各的条文，并提醒比较。"""
    (row,) = check(library, "刑法第一条第一款", "2024-05-01", "2022-05-01").verdicts
    assert row.hearing is not None
    assert row.hearing.provision is not None
    assert row.act is not None
    assert row.act.provision is not None
    assert ("三年" in row.hearing.provision.words, "五年" in row.act.provision.words) == (True, True)
    assert "从旧兼从轻" in row.message


def test_quoted_law_is_held_against_the_words_in_force(library: Library) -> None:
    """引用的条文：日期不同，同一句话一个相符一个有出入。"""
    text = "刑法第一条第一款规定：“虚构之罪，处五年以下禁闭。”"
    assert [row.code for row in check(library, text, "2022-05-01").quotes] == ["exact"]
    (changed,) = check(library, text, "2024-05-01").quotes
    assert (changed.code, "三年" in changed.message) == ("differs", True)


def test_repealed_law_may_govern_the_act(library: Library) -> None:
    """行为时在施行、审理时已废止：不算引错，但要说明。"""
    (row,) = check(library, "合同法第五十二条", "2022-01-01", "2019-01-01").verdicts
    assert (row.held.value, row.code) == ("not_checked", "repealed")


PAGE = "问：你当晚在哪里？\n答：我当时在家\n看电视，没有出门。问：有谁能证明？"
# (说明, 引文, 结果)
QUOTES = [
    ("逐字一致", "没有出门", Match.EXACT),
    ("换行和空格不算出入", "我当时在家看电视", Match.EXACT),
    ("全角半角不算出入", "你当晚在哪里?", Match.EXACT),
    ("省略号分段比对", "我当时在家……没有出门", Match.EXACT),
    ("省略号前后颠倒就不一致", "没有出门……我当时在家看电视", Match.DIFFERS),
    ("一字之差是出入", "我当时在家看电影，没有出门", Match.DIFFERS),
    ("页上没有的话", "是我杀了他，后来跑了", Match.NOT_FOUND),
    ("多了“不”字", "我当时不在家看电视", Match.DIFFERS),
]


@pytest.mark.parametrize(("sentence", "words", "match"), QUOTES, ids=[row[0] for row in QUOTES])
def test_compare(sentence: str, words: str, match: Match) -> None:
    assert compare(words, PAGE).match is match, sentence


def test_difference_gives_the_words_of_the_page() -> None:
    """有出入时给出原文和位置。"""
    result = compare("我当时在家看电影，没有出门", PAGE)
    assert result.nearest.replace("\n", "") == "我当时在家看电视，没有出门"
    assert result.position is not None
    assert PAGE[result.position] == "我"


def test_quote_not_on_the_page_is_refused() -> None:
    """页码在范围内不等于引文在那一页。"""
    pages = {(2, 15): PAGE, (2, 16): "别的内容"}

    def lookup(_: str, volume: int | None, page: int) -> str | None:
        return pages.get((volume or 0, page))

    text = "甲称“没有出门”（证据卷二第15页），又称“没有出门”（证据卷二第16页），再称“没有出门”（证据卷二第99页）。"
    codes = [row.code for row in check_text(text, pages=lookup).quotes]
    assert codes == ["exact", "not_found", "page_missing"]


def test_quote_across_two_pages() -> None:
    """跨页引文：两页连起来比。"""
    text = "甲称“我当时在家看电视”（证据卷二第15至16页）"
    report = check_text(text, pages=lambda *key: {15: "答：我当时在", 16: "家看电视"}.get(key[2]))
    assert [row.code for row in report.quotes] == ["exact"]


def test_no_pages_given_is_not_a_pass() -> None:
    """没有页文字：未核，不是相符。"""
    (row,) = check_text("甲称“没有出门”（证据卷二第15页）").quotes
    assert row.held.value == "not_checked"


def test_other_papers_are_no_unknown_laws() -> None:
    """《关于给予王某处分的决定》不带条文，不当作不认识的法律来报。"""
    assert check_text("见《关于给予王某处分的决定》").verdicts == ()
    assert find("见《关于给予王某处分的决定》").laws
