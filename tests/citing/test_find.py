"""Finding: each row is a sentence of a (made-up) paper and what must be found in it, nothing more."""

from __future__ import annotations

import pytest

from gaoyao.citing import find

# (说明, 原文, [(条, 之, 款, 项)])
LAWS = [
    ("全角分号隔开的两处是两处", "刑法232条；刑法263条", [(232, None, None, None), (263, None, None, None)]),
    (
        "列举：只写一次法名",
        "《刑法》第六十四条、第六十七条第三款",
        [(64, None, None, None), (67, None, 3, None)],
    ),
    ("条之一不能截成条", "刑法第一百二十条之一第二款", [(120, 1, 2, None)]),
    ("一条下并列两款", "刑法第七十二条第一、三款", [(72, None, 1, None), (72, None, 3, None)]),
    ("款后再列款", "刑法第三百四十七条第一款、第四款", [(347, None, 1, None), (347, None, 4, None)]),
    ("两款紧挨着写", "刑法第七十三条第二款第三款", [(73, None, 2, None), (73, None, 3, None)]),
    ("款与项", "刑法第三百四十七条第二款第（一）项", [(347, None, 2, 1)]),
    ("项写成半角括号", "刑诉法第225条第1款第(3)项", [(225, None, 1, 3)]),
    ("项的列举", "解释第五条第（一）、（二）项", [(5, None, None, 1), (5, None, None, 2)]),
    ("项不带“第”字", "刑法第一百三十三条之一第一款（二）项", [(133, 1, 1, 2)]),
    (
        "只写一个条字的列举",
        "刑法第52、53、64条",
        [(52, None, None, None), (53, None, None, None), (64, None, None, None)],
    ),
    ("全角数字", "刑法第２６４条", [(264, None, None, None)]),
    ("字间有空格", "刑法第 二 百 六 十 四 条", [(264, None, None, None)]),
    ("换行断开的条号", "刑法第二百\n六十四条", [(264, None, None, None)]),
    (
        "罪名写在括号里，列举照样往下读",
        "刑法第二百三十六条〔强奸罪〕、第六十一条",
        [(236, None, None, None), (61, None, None, None)],
    ),
    (
        "之一到之三是三条",
        "刑法第一百二十条之一至第一百二十条之三",
        [(120, 1, None, None), (120, 2, None, None), (120, 3, None, None)],
    ),
    ("漏写“条”字，后面跟着款", "刑法第六十七第三款", [(67, None, 3, None)]),
    ("多写“条”字的款", "刑法第七十三条第二条款", [(73, None, 2, None)]),
    ("数量词不是条文", "香烟20条，第三条街，三条短信", []),
    ("列举之后的数量不是条文", "刑法第264条，3条香烟", [(264, None, None, None)]),
    ("读不出的条号不猜", "刑法第二二百条", []),
]


@pytest.mark.parametrize(("sentence", "text", "expected"), LAWS, ids=[row[0] for row in LAWS])
def test_provisions(sentence: str, text: str, expected: list[tuple[int, ...]]) -> None:
    found = find(text).laws
    assert [(row.article, row.sub, row.paragraph, row.item) for row in found] == expected, sentence
    assert all(text[row.start : row.end] == row.text for row in found)


def test_range_keeps_both_ends() -> None:
    """第八十条至第八十三条：起止都在。"""
    (row,) = find("依照刑事诉讼法第八十条至第八十三条").laws
    assert (row.article, row.last_article, row.text) == (80, 83, "第八十条至第八十三条")


# (说明, 原文, 名称的原文, 规范名, 文号)
NAMES = [
    ("书名号", "依照《中华人民共和国刑法》第一条", "《中华人民共和国刑法》", "刑法", ""),
    ("不带书名号", "依照刑诉法解释第一条", "刑诉法解释", "刑诉法解释", ""),
    ("发文机关写在书名号外", "最高人民法院《关于适用〈中华人民共和国刑事诉讼法〉的解释》第一条",
     "最高人民法院《关于适用〈中华人民共和国刑事诉讼法〉的解释》", "最高人民法院关于适用刑事诉讼法的解释", ""),
    ("半角尖括号套在书名号里", "《关于适用<刑事诉讼法>的解释》第一条", "《关于适用<刑事诉讼法>的解释》", "关于适用刑事诉讼法的解释", ""),
    ("只写文号", "依照法释[2021]1号第12条", "法释[2021]1号", "", "法释〔2021〕1号"),
    ("名称后带文号", "《关于适用刑事诉讼法的解释》（法释（2021）1号）第1条".replace("（2021）", "〔2021〕"),
     "《关于适用刑事诉讼法的解释》", "关于适用刑事诉讼法的解释", "法释〔2021〕1号"),
    ("“的”字隔开", "刑法的第20条", "刑法", "刑法", ""),
    ("前书名号丢了", "中华人民共和国刑法》第六十四条", "中华人民共和国刑法", "刑法", ""),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "text", "name", "key", "number"), NAMES, ids=[row[0] for row in NAMES])
def test_names(sentence: str, text: str, name: str, key: str, number: str) -> None:
    row = find(text).laws[0]
    assert (row.name.text, row.name.key, row.name.number) == (name, key, number), sentence
    assert text[row.name.start : row.name.end] == name


def test_laws_named_without_an_article() -> None:
    """只写法名也是引用；劳动合同法里的“合同法”三个字不是合同法。"""
    assert [row.text for row in find("合同法, 婚姻法").laws] == ["合同法", "婚姻法"]
    assert find("违反劳动合同法").laws == ()


# (说明, 原文, [(种类, 规范写法)])
NUMBERS = [
    ("现行案号", "（2020）苏0102刑初12号", [("case", "（2020）苏0102刑初12号")]),
    ("半角括号", "(2020)苏0102刑初12号", [("case", "（2020）苏0102刑初12号")]),
    ("六角括号", "〔2016〕最高法刑核123号", [("case", "（2016）最高法刑核123号")]),
    ("方头括号与空格", "【2020】 苏0102刑初 12 号", [("case", "（2020）苏0102刑初12号")]),
    ("旧案号带字、第", "（2011）浦刑初字第307号", [("case", "（2011）浦刑初字第307号")]),
    ("案号之一", "（2019）虚01刑终5号之一", [("case", "（2019）虚01刑终5号之一")]),
    ("起诉书文号不是案号", "以虚检刑诉〔2015〕101号起诉书指控", [("document", "虚检刑诉〔2015〕101号")]),
    ("法释文号是法律文件，不是案号", "法释〔2021〕1号", []),
    ("门牌号不是案号", "福泉路（2020年建）12号", []),
]


@pytest.mark.parametrize(("sentence", "text", "expected"), NUMBERS, ids=[row[0] for row in NUMBERS])
def test_numbers(sentence: str, text: str, expected: list[tuple[str, str]]) -> None:
    found = find(text).cases
    assert [(row.kind, row.standard) for row in found] == expected, sentence
    assert all(text[row.start : row.end] == row.text for row in found)


# (说明, 原文, [(卷名, 卷号, 起页, 止页, 证据号)])
EXHIBITS = [
    ("卷与页", "见证据卷二第15页", [("证据卷", 2, 15, 15, None)]),
    ("括号卷号与P页码范围", "侦查卷（三）P12-15", [("侦查卷", 3, 12, 15, None)]),
    ("只有“卷”和页码", "卷P15", [("卷", None, 15, 15, None)]),
    ("第二卷第20至22页", "第二卷第20至22页", [("卷", 2, 20, 22, None)]),
    ("证据编号", "证据3：书证", [("", None, None, None, 3)]),
    ("证据十二", "证据十二，勘验笔录", [("", None, None, None, 12)]),
    ("日期不是证据编号", "上述证据2019年取得", []),
]


@pytest.mark.parametrize(("sentence", "text", "expected"), EXHIBITS, ids=[row[0] for row in EXHIBITS])
def test_exhibits(sentence: str, text: str, expected: list[tuple[object, ...]]) -> None:
    found = find(text).exhibits
    assert [(row.volume, row.volume_number, row.first, row.last, row.number) for row in found] == expected, (
        sentence
    )
    assert all(text[row.start : row.end] == row.text for row in found)


def test_quote_takes_the_one_pointer_beside_it() -> None:
    """引文后面括号里的卷页是它的出处；隔了一句就不是。"""
    found = find("甲供称“我当时在家”（证据卷二第15页）。乙说“不知道”。证据卷二第16页另有记载。")
    assert [(row.words, row.exhibit.text if row.exhibit else None) for row in found.quotes] == [
        ("我当时在家", "证据卷二第15页"),
        ("不知道", None),
    ]
