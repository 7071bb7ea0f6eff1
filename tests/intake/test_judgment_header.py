"""首部：法院、案号、程序、检察院、日期、被告人——写了才读，没写就空着。"""

from __future__ import annotations

import pytest

from gaoyao.intake.judgments import read_judgment
from tests.intake.invented import FIRST, appeal, first, one_line


@pytest.mark.parametrize("text", [FIRST, one_line(FIRST), FIRST.replace("（2021）青", "(2021)青")])
def test_首部五项(text: str) -> None:
    """分行的、一行的、半角括号的，读出来一样。"""
    read = read_judgment(text)
    assert read.court is not None
    assert read.court.text == "青岭省云河县人民法院"
    assert read.case_number is not None
    assert read.case_number.text.strip("（(").startswith("2021")
    assert read.procedure == "一审"
    assert read.procuratorate is not None
    assert read.procuratorate.text == "云河县人民检察院"
    assert read.date is not None
    assert read.date.text == "2021-05-20"


PARTIES = [
    # 某甲
    ("被告人赵某甲，男", "赵某甲"),
    # 加数字的匿名
    ("被告人赵某1，男", "赵某1"),
    # 叉号匿名
    ("被告人赵××，男", "赵××"),
    # 拉丁字母匿名
    ("被告人XX新，男", "XX新"),
    # 自报姓名
    ("被告人自报赵某某，男", "赵某某"),
    # 括号里的自报
    ("被告人（自报）赵某某，男", "赵某某"),
    # 只有名字没有身份
    ("被告人赵某。", "赵某"),
    # 姓于的人，于不是介词
    ("被告人于萍萍，女", "于萍萍"),
    # 名字里有在字
    ("被告人文在山，农民", "文在山"),
    # 冒号写法
    ("被告人：赵某，男", "赵某"),
    # 带间隔号的名字
    ("被告人阿里·买买提，男", "阿里·买买提"),
    # 名字里有均字
    ("被告人俞均，男", "俞均"),
]


@pytest.mark.parametrize(("line", "name"), PARTIES)
def test_被告人的各种写法(line: str, name: str) -> None:
    text = FIRST.replace("被告人赵某甲，曾用名赵小甲，男", line).replace("赵某甲", name)
    assert name in [p.name for p in read_judgment(text).parties]


def test_曾用名是别名不是另一个人() -> None:
    read = read_judgment(FIRST)
    assert [p.name for p in read.parties] == ["赵某甲", "孙某1"]
    assert read.parties[0].aliases == ("赵小甲",)


def test_辩护人归在他前面的被告人名下() -> None:
    (counsel,) = read_judgment(FIRST).counsel
    assert (counsel.name, counsel.accused, counsel.appointed) == ("钱某", "赵某甲", False)


PROCEDURES = [
    # 案号里的初
    ("刑初77号", "刑初77号", "一审"),
    # 再审
    ("刑初77号", "刑再7号", "再审"),
    # 审判监督抗诉
    ("刑初77号", "刑抗7号", "再审（审判监督抗诉）"),
    # 驳回申诉的审查
    ("刑初77号", "刑申7号", "申诉审查"),
]


@pytest.mark.parametrize(("old", "new", "procedure"), PROCEDURES)
def test_程序看案号(old: str, new: str, procedure: str) -> None:
    assert read_judgment(FIRST.replace(old, new)).procedure == procedure


def test_发回重审仍是一审但要说明() -> None:
    text = FIRST.replace(
        "本院依法组成合议庭，于",
        "南山市中级人民法院裁定撤销原判，发回云河县人民法院重新审判。本院另行组成合议庭，于",
    )
    assert read_judgment(text).procedure == "一审（发回重审）"


def test_落款日打叉就留着叉() -> None:
    read = read_judgment(FIRST.replace("二〇二一年五月二十日", "二〇二一年五月××日"))
    assert read.date is not None
    assert read.date.text == "2021-05-××"


def test_二审读原公诉机关() -> None:
    read = read_judgment(appeal("驳回上诉，维持原判。"))
    assert read.procedure == "二审"
    assert read.procuratorate is not None
    assert read.procuratorate.text == "云河县人民检察院"
    assert [(p.name, p.role) for p in read.parties] == [("冯某×", "上诉人（原审被告人）")]


def test_空文和闲文什么也不猜() -> None:
    for text in ("", "？", "今天天气很好。", "人民法院"):
        read = read_judgment(text)
        assert (read.court, read.case_number, read.date, read.parties, read.evidence) == (
            None,
            None,
            None,
            [],
            (),
        )


def test_开庭与起诉的日期() -> None:
    events = [(e.kind, e.date) for e in read_judgment(FIRST).events]
    assert ("起诉", "2021-03-01") in events
    assert ("开庭", "2021-04-02") in events
    assert ("开庭", "2021-05-06") in events


def test_各部分依次() -> None:
    names = [s.name for s in read_judgment(first()).sections]
    assert names == [
        "header",
        "proceedings",
        "accusation",
        "defence",
        "found",
        "reasons",
        "operative",
        "notice",
        "signatures",
        "appendix",
    ]
