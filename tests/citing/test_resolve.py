"""Resolution: which instrument, which version — or declined, with the reason."""

from __future__ import annotations

from datetime import date

import pytest

from gaoyao.citing import Status, Within, find, resolve

# (说明, 原文, [(结果, 族)])
ROWS = [
    ("假批复不是刑法", "《最高人民检察院关于适用刑法的批复（假）》第232条", [("unknown", "")]),
    ("解释的124条不是刑诉法124条", "《最高人民法院关于适用〈刑事诉讼法〉的解释》第124条", [("resolved", "spcint")]),
    ("发文机关不对就不认", "《最高人民检察院关于适用〈刑事诉讼法〉的解释》第124条", [("unknown", "")]),
    ("四处引用、三部文件", "《刑事诉讼法》第五十五条、第五十六条第一款；刑诉法第200条；法释〔2021〕1号第12条",
     [("resolved", "cpl"), ("resolved", "cpl"), ("resolved", "cpl"), ("resolved", "spcint")]),
    ("高检规则", "高检规则第三百六十条", [("resolved", "spprules")]),
    ("两份文件共用一个文号，不猜", "法发〔2024〕12号第3条", [("declined", "")]),
    ("名称和文号对不上，不猜", "《刑诉法解释》（法释〔2016〕8号）第3条", [("declined", "")]),
    ("没有法名的条文不猜", "第六十七条规定了自首。", [("declined", "")]),
    ("同一句里承前", "依照刑法第二十五条认定共犯，并依照第六十七条从轻处罚", [("resolved", "cl"), ("resolved", "cl")]),
    ("隔了句号不承前", "依照刑法第二十五条处罚。第六十七条另议", [("resolved", "cl"), ("declined", "")]),
    ("合同条款不是法条", "依据该合同第三条付款", [("not_law", "")]),
    ("同法指前一部法", "刑法第二十五条，同法第二十六条", [("resolved", "cl"), ("resolved", "cl")]),
    ("该法指的是最近那部，哪怕不认识它", "刑法第一条。《虚构保护法》第二条。该法第三条", [("resolved", "cl"), ("unknown", ""), ("declined", "")]),
    ("该解释找最近的解释，不找法律", "《刑诉法解释》第九条、刑法第二十条；该解释第十条",
     [("resolved", "spcint"), ("resolved", "cl"), ("resolved", "spcint")]),
    ("前文只有一部法，本法就是它", "刑法第十七条。不适用本法第十八条", [("resolved", "cl"), ("resolved", "cl")]),
    ("前文有两部法，本法不猜", "刑法第十七条、刑诉法第五十条。依本法第十八条", [("resolved", "cl"), ("resolved", "cpl"), ("declined", "")]),
    ("以下简称之后用简称", "《最高人民法院关于适用财产刑若干问题的规定》（以下简称《规定》）第一条。《规定》第二条",
     [("resolved", "ji2000_fine"), ("resolved", "ji2000_fine")]),
    ("书名号里带修正年份", "《中华人民共和国刑事诉讼法（2018年修正）》第五十五条", [("resolved", "cpl")]),
    ("修订前的刑法没有写明年份，不猜", "依照修订前的刑法第三百九十条", [("declined", "")]),
    ("文号写在括号里、前面没有名称", "（法释〔2021〕1号）第九十四条", [("resolved", "spcint")]),
    ("刑法修正案本身不是刑法", "刑法修正案（十一）第三条", [("resolved", "cl_am11")]),
    ("最高检没有发布过这部解释", "最高检《关于适用刑诉法的解释》第12条", [("unknown", "")]),
    ("前款在法条正文之外不猜", "依照前款的规定处罚", [("declined", "")]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "text", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_resolution(sentence: str, text: str, expected: list[tuple[str, str]]) -> None:
    results = resolve(find(text))
    assert [(row.status.value, row.family) for row in results] == expected, sentence
    assert all(row.reason for row in results if row.status is not Status.RESOLVED)


# (说明, 原文, 审理日, 行为日, 审理时的版本, 行为时的版本)
DATES = [
    ("2018年修正前后是两个版本", "刑诉法第五十条", "2019-01-01", "2017-01-01", "cpl", "cpl2012"),
    ("刑法跨1997年", "刑法第十二条", "1998-01-01", "1996-01-01", "cl", "cl1979"),
    ("解释2021年3月1日起换本", "刑诉法解释第九十四条", "2021-03-01", "2021-02-28", "spc2021", "spc2012"),
    ("写明文号就定住版本", "法释〔2012〕21号第八十条", "2015-01-01", "2014-01-01", "spc2012", "spc2012"),
    ("写明年份就定住版本", "1979年刑法第十条", "1990-01-01", "1989-01-01", "cl1979", "cl1979"),
]


@pytest.mark.parametrize(
    ("sentence", "text", "on", "act", "hearing", "then"), DATES, ids=[row[0] for row in DATES]
)
def test_version_in_force(sentence: str, text: str, on: str, act: str, hearing: str, then: str) -> None:
    (row,) = resolve(find(text), on=date.fromisoformat(on), act=date.fromisoformat(act))
    assert row.on_hearing is not None
    assert row.on_act is not None
    assert (row.on_hearing.id, row.on_act.id) == (hearing, then), sentence


def test_fixed_version_out_of_force_says_what_was_in_force() -> None:
    """2022年还引2012年的解释：写明当日施行的是哪一部。"""
    (row,) = resolve(find("法释〔2012〕21号第八十条"), on=date(2022, 1, 1))
    assert row.on_hearing is None
    assert "法释〔2021〕1号" in row.reason


def test_without_a_date_the_version_stays_open() -> None:
    """不给日期就不定版本，并说明有哪几个版本。"""
    (row,) = resolve(find("刑诉法第五十条"))
    assert row.instrument is None
    assert len(row.versions) == 4
    assert "2012" in row.reason


def test_inside_a_provision_references_are_read() -> None:
    """在法条正文里：本法、前款、前两款、本条各有所指。"""
    within = Within("cl", 390, None, 3)
    results = resolve(find("依照前款的规定；犯前两款罪的；本条第一款规定；本法第六十七条"), within=within)
    read = sorted((row.article, row.paragraph) for row in results if row.article)
    assert read == [(67, None), (390, 1), (390, 1), (390, 2), (390, 2)]


def test_first_paragraph_has_none_before_it() -> None:
    """第一款里的“前款”没有所指，不猜。"""
    (row,) = resolve(find("依照前款的规定处罚"), within=Within("cl", 390, None, 1))
    assert row.status is Status.DECLINED


def test_appendix_of_a_judgment_keeps_its_heading() -> None:
    """判决书后附的法条，承接附录里写的法名。"""
    text = (
        "依照《中华人民共和国刑法》第十条之规定，判决如下：被告人无罪。审判员虚某 书记员构某 附：法律条文 "
        "《中华人民共和国刑事诉讼法》第五十五条甲。 第二百条乙。"
    )
    assert [(row.family, row.article) for row in resolve(find(text))] == [
        ("cl", 10),
        ("cpl", 55),
        ("cpl", 200),
    ]
