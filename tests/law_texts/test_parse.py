"""Reading statute files: invented laws in the formats of the official sites."""

from __future__ import annotations

import random
import zipfile
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoyao.law.texts.model import StatuteText
from gaoyao.law.texts.numbers import from_chinese
from gaoyao.law.texts.parse import parse
from gaoyao.law.texts.readers import ImportProblemError, Lines, read_lines

BODY = """# 虚构保护法

2019年4月23日 虚构代表会议通过

<!-- INFO END -->

## 第一章 总 则

第一条 为了虚构，制定本法。

第二条 下列行为是虚构：

（一）甲；

（二）乙：

1.子；

2.丑。

（三）丙。

有前款行为的，从轻。

第二条之一 第一条规定的虚构，适用本条。

### 第一节 细 则

第三条 本法自2020年1月1日起施行。

附件一

不是条文
"""


def read(text: str, name: str = "虚构.md") -> StatuteText:
    return parse(Lines(name, "0" * 64, tuple(enumerate(text.splitlines(), 1))))


def test_articles_paragraphs_items() -> None:
    """条、之一、款、项、目、章节、行号都在；附件不算条文。"""
    law = read(BODY)
    assert [row.label for row in law.articles] == ["第一条", "第二条", "第二条之一", "第三条"]
    second = law.articles[1]
    assert [paragraph.text for paragraph in second.paragraphs] == ["下列行为是虚构：", "有前款行为的，从轻。"]
    assert [(item.number, item.text) for item in second.paragraphs[0].items] == [
        (1, "甲；"), (2, "乙：\n1.子；\n2.丑。"), (3, "丙。"),
    ]  # fmt: skip
    assert law.articles[3].chapter == ("第一章 总则", "第一节 细则")
    assert second.line == 11
    assert (law.passed, law.since, law.since_from) == (date(2019, 4, 23), date(2020, 1, 1), "末条")


# (说明, 文首, 末条, 施行日, 来源)
DATES = [
    (
        "文首写明施行",
        "2020年12月7日 通过\n\n2021年3月1日 施行",
        "本法自公布之日起施行。",
        date(2021, 3, 1),
        "文首",
    ),
    ("自公布之日", "2020年12月7日 通过", "本法自公布之日起施行。", date(2020, 12, 7), "公布之日"),
    (
        "中文数字日期",
        "二〇二〇年十二月七日 通过",
        "本法自二〇二一年一月一日起施行。",
        date(2021, 1, 1),
        "末条",
    ),
    (
        "修正过的法，末条是初次施行日，不能用",
        "1999年1月1日 通过\n\n2018年5月6日 修正",
        "本法自1999年7月1日起施行。",
        None,
        "",
    ),
    (
        "修正过的法，公布之日也不能当修正后的施行日",
        "1999年1月1日 通过\n\n2018年5月6日 修正",
        "本法自公布之日起施行。",
        None,
        "",
    ),
    ("没有日期就说不知道", "虚构单位", "本法解释权归虚构单位。", None, ""),
    ("不存在的日期不用", "2020年2月30日 通过", "本法自公布之日起施行。", None, ""),
]


@pytest.mark.parametrize(("sentence", "head", "last", "since", "why"), DATES, ids=[row[0] for row in DATES])
def test_day_in_force(sentence: str, head: str, last: str, since: date | None, why: str) -> None:
    law = read(f"# 虚构法\n\n{head}\n\n<!-- INFO END -->\n\n第一条 甲。\n\n第二条 {last}\n")
    assert (law.since, law.since_from) == (since, why), sentence
    assert bool(law.notes) == (since is None)


def test_given_day_wins() -> None:
    """用户指定的施行日期优先。"""
    law = parse(Lines("甲.md", "0", tuple(enumerate(BODY.splitlines(), 1))), date(2022, 2, 2))
    assert (law.since, law.since_from) == (date(2022, 2, 2), "用户指定")


def test_points_without_article_word() -> None:
    """意见按1.2.3.编号，节名另起：按点读成条。"""
    law = read(
        "虚构意见\n2013年10月9日\n\n一、总的\n1.甲。\n\n2.乙。\n续乙。\n\n二、分的\n3.丙。\n", "虚构.txt"
    )
    assert [(row.number, row.chapter, len(row.paragraphs)) for row in law.articles] == [
        (1, ("一、总的",), 1), (2, ("一、总的",), 2), (3, ("二、分的",), 1),
    ]  # fmt: skip


def test_line_broken_in_a_sentence_is_no_paragraph() -> None:
    """一句话断成两行，不多算一款。"""
    law = read("# 虚构法\n\n第一条 应当依照规\n\n定处理。\n\n另一款。\n")
    assert [row.text for row in law.articles[0].paragraphs] == ["应当依照规定处理。", "另一款。"]


def test_heading_without_number_is_told_not_swallowed() -> None:
    """没有编号的小标题不当成一款，并且说明。"""
    law = read("# 虚构法\n\n第一条 甲。\n\n勘验笔录的审查\n\n第二条 乙。\n")
    assert [len(row.paragraphs) for row in law.articles] == [1, 1]
    assert any("勘验笔录的审查" in note for note in law.notes)


def test_table_of_contents_is_skipped() -> None:
    """目录里的章名不影响条文。"""
    law = read(
        "虚构法\n\n目　录\n第一章　总则\n第二章　附则\n\n第一章　总则\n第一条　甲。\n第二章　附则\n第二条　乙。\n"
    )
    assert [row.chapter for row in law.articles] == [("第一章 总则",), ("第二章 附则",)]


def test_footnote_at_the_end_is_no_paragraph() -> None:
    """文末的①注释不是一款。"""
    law = read("# 虚构法\n\n第一条 甲。\n\n① 编者注。\n")
    assert law.articles[0].text == "甲。"


# (说明, 内容, 错误里要有的话)
BROKEN = [
    ("空文件", "\n \n", "空的"),
    ("没有条文", "# 一篇文章\n\n随便写写。\n", "没有找到条文"),
    ("缺条", "# 虚构法\n\n第一条 甲。\n\n第三条 丙。\n", "第 5 行"),
    ("条号重复", "# 虚构法\n\n第一条 甲。\n\n第二条 乙。\n\n第二条 丙。\n", "第 7 行"),
    ("条号倒退", "# 虚构法\n\n第一条 甲。\n\n第二条 乙。\n\n第一条 丙。\n", "第 7 行"),
    ("只有条号没有正文", "# 虚构法\n\n第一条 \n\n第二条 乙。\n", "没有"),
]


@pytest.mark.parametrize(("sentence", "text", "message"), BROKEN, ids=[row[0] for row in BROKEN])
def test_broken_files_are_named(sentence: str, text: str, message: str) -> None:
    with pytest.raises(ImportProblemError) as caught:
        read(text)
    assert "虚构.md" in str(caught.value), sentence
    assert message in str(caught.value)


def docx(path: Path, lines: list[str]) -> Path:
    paragraphs = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in lines)
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(
            "word/document.xml",
            f"<?xml version='1.0'?><w:document {names}><w:body>{paragraphs}</w:body></w:document>",
        )
    return path


def test_docx_gives_the_same_articles(tmp_path: Path) -> None:
    """同一部法，docx 和 Markdown 读出同样的条文。"""
    plain = [line.lstrip("# ") for line in BODY.splitlines() if not line.startswith("<!--")]
    law = parse(read_lines(docx(tmp_path / "虚构.docx", plain)))
    assert [row.text for row in law.articles] == [row.text for row in read(BODY).articles]


def test_gb18030_text(tmp_path: Path) -> None:
    """老文件是 GB18030 编码，也能读。"""
    path = tmp_path / "虚构.txt"
    path.write_bytes(BODY.encode("gb18030"))
    assert len(parse(read_lines(path)).articles) == 4


# (说明, 文件名, 内容, 错误里要有的话)
UNREADABLE = [
    ("不认识的类型", "虚构.pdf", b"%PDF", "不认识的文件类型"),
    ("坏的 docx", "虚构.docx", b"PK", "损坏"),
    ("编码坏了", "虚构.txt", b"\xe4\xb8\x80\n\xff\xff\xff", "第 2 行"),
]


@pytest.mark.parametrize(
    ("sentence", "name", "content", "message"), UNREADABLE, ids=[row[0] for row in UNREADABLE]
)
def test_unreadable_files(tmp_path: Path, sentence: str, name: str, content: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ImportProblemError, match=message):
        read_lines(tmp_path / name)
    assert sentence


def test_docx_damaged_inside_is_named(tmp_path: Path) -> None:
    """压缩内容中间坏了的 docx：说是损坏，不是程序出错。"""
    path, words = tmp_path / "虚构.docx", random.Random(1).randbytes(4000).hex()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", words)
    data = bytearray(path.read_bytes())
    data[60:160] = b"\xff" * 100
    path.write_bytes(data)
    with pytest.raises(ImportProblemError, match="损坏"):
        read_lines(path)


def test_docx_with_entities_is_refused(tmp_path: Path) -> None:
    """docx 里有实体声明（可用来撑爆内存）：拒绝。"""
    path = tmp_path / "虚构.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")
    with pytest.raises(ImportProblemError, match="实体声明"):
        read_lines(path)


# (写法, 数)
NUMERALS = [
    ("二百三十二", 232), ("一百零五", 105), ("二百", 200), ("十", 10), ("十二", 12), ("二十", 20), ("一百一十", 110), ("232", 232),
    ("２３２", 232), ("二三二", 232), ("一千二百六十", 1260), ("一〇五", 105), ("百三十", None), ("二二百", None), ("十十", None),
    ("二十百", None), ("甲", None), ("", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), NUMERALS)
def test_numerals(text: str, value: int | None) -> None:
    assert from_chinese(text) == value


@given(
    st.lists(
        st.sampled_from(
            [
                "第一条 甲。",
                "第二条 乙：",
                "第二条之一 丙",
                "（一）子；",
                "第三章 总则",
                "# 虚构法",
                "",
                "附 则",
                "一、将虚构法第一条修改为：“甲。”",
                "1.点",
                "\u3000",
                "①注",
            ]
        ),
        max_size=14,
    )
)
def test_any_lines_are_read_or_refused(rows: list[str]) -> None:
    """任意拼凑的行：要么读成条文，要么写明文件拒绝，绝不崩溃。"""
    keys: list[tuple[int, int]] | None = None
    refusal = ""
    try:
        keys = [row.key for row in read("\n".join(rows)).articles]
    except ImportProblemError as problem:
        refusal = str(problem)
    if keys is None:
        assert "虚构.md" in refusal
    else:
        assert keys == sorted(set(keys))
