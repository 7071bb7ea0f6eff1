"""Amendments of an invented law: every form of instruction, applied or refused with a reason."""

from __future__ import annotations

from datetime import date

import pytest

from gaoyao.law.texts.amend import amended_law, read_clauses
from gaoyao.law.texts.apply import CannotApplyError, apply
from gaoyao.law.texts.model import Article, Clause, Item, Paragraph
from gaoyao.law.texts.parse import parse
from gaoyao.law.texts.readers import Lines
from gaoyao.law.texts.timeline import Library

OLD = Article(
    5,
    None,
    (Paragraph("旧一。"), Paragraph("旧二：", (Item(1, "甲；"), Item(2, "乙。"))), Paragraph("旧三。")),
)


def clauses(*lines: str) -> list[Clause]:
    return read_clauses(list(enumerate(lines, 1)))


def applied(*lines: str, target: tuple[int, int | None] = (5, None), old: Article | None = OLD) -> str:
    article = old
    for clause in clauses(*lines):
        if target in clause.targets:
            article = apply(clause, article, target)
    return article.text.replace("\n", "｜") if article else "（无）"


# (说明, 修正案原文各行, 套用之后)
FORMS = [
    ("整条修改", ["一、将刑法第五条修改为：“新一。", "“新二。”"], "新一。｜新二。"),
    ("增加一款并整条修改", ["一、在刑法第五条中增加一款作为第二款，将该条修改为：“新一。", "“新二。”"], "新一。｜新二。"),
    ("修改一款", ["一、将刑法第五条第一款修改为：“新一。”"], "新一。｜旧二：｜（一）甲；｜（二）乙。｜旧三。"),
    ("修改两款", ["一、将刑法第五条第一款、第三款修改为：“新一。", "“新三。”"], "新一。｜旧二：｜（一）甲；｜（二）乙。｜新三。"),
    ("增加一款，后款顺移", ["一、在刑法第五条中增加一款作为第二款：“新二。”", "原第二款作为第三款。"], "旧一。｜新二。｜旧二：｜（一）甲；｜（二）乙。｜旧三。"),
    ("增加一款，原款改后顺移", ["一、在刑法第五条中增加一款作为第三款：“新三。”", "原第三款作为第四款，修改为：“新四。”"], "旧一。｜旧二：｜（一）甲；｜（二）乙。｜新三。｜新四。"),
    ("改一款再加一款", ["一、将刑法第五条第一款修改为：“新一。”", "增加一款作为第四款：“新四。”"], "新一。｜旧二：｜（一）甲；｜（二）乙。｜旧三。｜新四。"),
    ("删去一款", ["一、删去刑法第五条第二款。"], "旧一。｜旧三。"),
    ("删去一条", ["一、删去刑法第五条。"], "（无）"),
    ("修改一项", ["一、将刑法第五条第二项修改为：“（二）新乙。”"], "旧一。｜旧二：｜（一）甲；｜（二）新乙。｜旧三。"),
    ("增加一项，后项顺移", ["一、刑法第五条增加一项，作为第二项：“（二）新乙；”"], "旧一。｜旧二：｜（一）甲；｜（二）新乙；｜（三）乙。｜旧三。"),
    ("句号写在引号外面", ["一、将刑法第五条修改为：“新一。", "“新二”。"], "新一。｜新二。"),
    ("直引号也认", ['一、将刑法第五条修改为:"新一。', '"新二。"'], "新一。｜新二。"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "lines", "expected"), FORMS, ids=[row[0] for row in FORMS])
def test_forms(sentence: str, lines: list[str], expected: str) -> None:
    assert applied(*lines) == expected, sentence


def test_new_articles() -> None:
    """在第五条后增加两条，各得其所。"""
    text = [
        "一、在刑法第五条后增加二条，作为第五条之一、第五条之二：“第五条之一　新甲。",
        "“新甲二。",
        "“第五条之二　新乙。”",
    ]
    assert applied(*text, target=(5, 1), old=None) == "新甲。｜新甲二。"
    assert applied(*text, target=(5, 2), old=None) == "新乙。"


# (说明, 修正案原文各行, 理由里要有的话)
UNREAD = [
    ("不认识的句式", ["一、刑法第五条中的“甲”改为“乙”。"], "句式"),
    ("款数对不上", ["一、将刑法第五条第一款、第二款修改为：“只有一段。”"], "2 款"),
    ("条数对不上", ["一、在刑法第五条后增加二条，作为第五条之一、第五条之二：“只有一条。”"], "2 条"),
    ("没有新条文", ["一、将刑法第五条修改为："], "没有读到"),
    ("引号里的条号不同", ["一、将刑法第五条修改为：“第六条　新。”"], "条号"),
    ("条文重新排序，逐条套用不可靠", ["一、将第五条修改为：“新。”", "二、条文顺序作相应调整。"], "顺序"),
]


@pytest.mark.parametrize(("sentence", "lines", "why"), UNREAD, ids=[row[0] for row in UNREAD])
def test_unread_says_why(sentence: str, lines: list[str], why: str) -> None:
    found = [clause for clause in clauses(*lines) if clause.act == "unread"]
    assert found, sentence
    assert why in found[0].why
    with pytest.raises(CannotApplyError):
        apply(found[0], OLD, (5, None))


# (说明, 修正案原文, 理由里要有的话)
REFUSED = [
    ("要改的款不存在", "一、将刑法第五条第九款修改为：“新。”", "只有3款"),
    ("要增的款跳了号", "一、在刑法第五条中增加一款作为第八款：“新。”", "只有3款"),
    ("要删的款不存在", "一、删去刑法第五条第四款。", "只有3款"),
    ("要增的条已经有了", "一、在刑法第四条后增加一条，作为第五条：“新。”", "已有"),
    ("要改的项不存在", "一、将刑法第五条第九项修改为：“新。”", "只有2项"),
]


@pytest.mark.parametrize(("sentence", "line", "why"), REFUSED, ids=[row[0] for row in REFUSED])
def test_what_does_not_fit_is_refused(sentence: str, line: str, why: str) -> None:
    (clause,) = clauses(line)
    with pytest.raises(CannotApplyError, match=why):
        apply(clause, OLD, (5, None))
    assert sentence


def test_which_law() -> None:
    """从标题看修改的是哪部法。"""
    assert amended_law("中华人民共和国刑法修正案（十二）") == "刑法"
    assert amended_law("全国人民代表大会常务委员会关于修改《中华人民共和国虚构法》的决定") == "虚构法"


# ------------------------------------------------------------------ dates

FULL_2020 = """# 中华人民共和国刑法

1997年3月14日 修订

2020年12月26日 通过的《中华人民共和国刑法修正案（十一）》

<!-- INFO END -->

第一条 行贿的，处五年以下禁闭。

第二条 未改的条。

第三条 本法自1997年10月1日起施行。
"""
TWELVE = """# 中华人民共和国刑法修正案（十二）

2023年12月29日 通过

<!-- INFO END -->

一、将刑法第一条修改为：“行贿的，处三年以下禁闭。”

二、在刑法第二条后增加一条，作为第二条之一：“新增的条。”

三、本修正案自2024年3月1日起施行。
"""
FULL_2024 = FULL_2020.replace("五年", "三年").replace(
    "<!-- INFO", "2023年12月29日 通过的《中华人民共和国刑法修正案（十二）》\n\n<!-- INFO"
).replace("第三条 本法", "第二条之一 新增的条。\n\n第三条 本法")  # fmt: skip


def library(*texts: str) -> Library:
    return Library(
        [
            parse(Lines(f"{index}.md", str(index) * 64, tuple(enumerate(text.splitlines(), 1))))
            for index, text in enumerate(texts)
        ]
    )


# (说明, 手头的文本, 条, 日期, 条文, 是否确定)
READINGS = [
    ("旧全文加修正案：施行前五年", [FULL_2020, TWELVE], (1, None), "2024-02-29", "五年", True),
    ("旧全文加修正案：施行日起三年", [FULL_2020, TWELVE], (1, None), "2024-03-01", "三年", True),
    ("旧全文加修正案：增加的条施行前没有", [FULL_2020, TWELVE], (2, 1), "2024-02-29", None, True),
    ("旧全文加修正案：增加的条施行后有", [FULL_2020, TWELVE], (2, 1), "2024-03-01", "新增", True),
    ("只有新全文加修正案：新文可读", [FULL_2024, TWELVE], (1, None), "2024-03-01", "三年", True),
    (
        "只有新全文加修正案：旧文不在手头，不拿新文冒充",
        [FULL_2024, TWELVE],
        (1, None),
        "2024-02-29",
        None,
        False,
    ),
    (
        "只有新全文加修正案：没改过的条，施行前也是它",
        [FULL_2024, TWELVE],
        (2, None),
        "2024-02-29",
        "未改",
        True,
    ),
    ("只有新全文加修正案：增加的条施行前没有", [FULL_2024, TWELVE], (2, 1), "2024-02-29", None, True),
    ("缺修正案（十二）：施行前是否相同不能确定", [FULL_2024], (2, None), "2024-02-29", "未改", False),
    ("新旧全文都在：各用各的", [FULL_2020, FULL_2024, TWELVE], (1, None), "2022-01-01", "五年", True),
]


@pytest.mark.parametrize(
    ("sentence", "texts", "target", "on", "words", "certain"), READINGS, ids=[row[0] for row in READINGS]
)
def test_words_on_a_day(
    sentence: str, texts: list[str], target: tuple[int, int | None], on: str, words: str | None, certain: bool
) -> None:
    reading = library(*texts).timelines["刑法"].article(*target, date.fromisoformat(on))
    assert (words in reading.article.text if reading.article and words else reading.article) == (
        True if words else None
    ), sentence
    assert reading.certain is certain
    assert reading.notes or reading.known


def test_deleted_article_is_no_article() -> None:
    """全文里只剩“（删去）”的条，等于没有这一条。"""
    deleted = FULL_2020.replace("未改的条。", "（删去）")
    reading = library(deleted).timelines["刑法"].article(2, None, date(2022, 1, 1))
    assert (reading.known, reading.article) == (True, None)


def test_missing_version_is_named() -> None:
    """旧文不在手头时，写明缺哪个版本、哪天改的、由谁改的。"""
    reading = library(FULL_2024, TWELVE).timelines["刑法"].article(1, None, date(2023, 1, 1))
    (note,) = reading.notes
    assert "修正案（十二）" in note
    assert "2024-03-01" in note
    assert not reading.known


def test_consolidated_text_agrees_or_is_reported() -> None:
    """套用修正案得出的条文与官方新全文逐条比对：相同不说话，不同要说。"""
    assert library(FULL_2020, FULL_2024, TWELVE).timelines["刑法"].disagreements() == []
    wrong = FULL_2024.replace("三年", "四年")
    (sentence,) = library(FULL_2020, wrong, TWELVE).timelines["刑法"].disagreements()
    assert "第一条" in sentence


def test_clause_that_cannot_be_applied_leaves_the_article_open() -> None:
    """有一项改不动，就说这一条此后不能确定，而不是沿用旧文。"""
    broken = TWELVE.replace(
        "将刑法第一条修改为：“行贿的，处三年以下禁闭。”", "将刑法第一条中的“五年”改为“三年”。"
    )
    reading = library(FULL_2020, broken).timelines["刑法"].article(1, None, date(2024, 5, 1))
    assert (reading.known, reading.certain, reading.article) == (False, False, None)
    assert "句式" in reading.notes[0]
