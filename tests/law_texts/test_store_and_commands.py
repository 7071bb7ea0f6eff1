"""The data folder and the commands import, search, check — on invented statutes."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from gaoyao.law.citation import Citation, cite
from gaoyao.law.texts.checking import check_citations
from gaoyao.law.texts.command import import_texts, make_check, search
from gaoyao.law.texts.readers import ImportProblemError
from gaoyao.law.texts.search import Index, expand
from gaoyao.law.texts.store import Store, home
from gaoyao.law.texts.timeline import Library

LAW = """# 中华人民共和国刑事诉讼法

1979年7月1日 通过

2018年10月26日 修正

<!-- INFO END -->

第一条 采用刑讯逼供等非法方法收集的虚构供述，应当予以排除。

第二条 虚构的上诉不得加重被告人的刑罚。

下列情形除外：

（一）虚构的抗诉；

（二）虚构的自诉人上诉。

第三条 虚构的证人应当出庭。
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GAOYAO_HOME", str(tmp_path / "home"))
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "cpl.md").write_text(LAW, encoding="utf-8")
    return tmp_path


def call(command: click.Command, *arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(command, list(arguments))
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result.exit_code, result.output


def test_home_is_argument_then_variable_then_default(tmp_path: Path) -> None:
    """数据目录：参数、环境变量、默认位置，依次。"""
    assert home(tmp_path, {"GAOYAO_HOME": "x"}) == tmp_path
    assert home(None, {"GAOYAO_HOME": "x"}) == Path("x")
    assert home(None, {}).parts[-3:] == (".local", "share", "gaoyao")


def test_import_keeps_everything(folder: Path) -> None:
    """存进去再读出来，一字不差；同一文件再导入一次不重复。"""
    store = Store(folder / "home")
    (outcome,) = store.add_all([folder / "in"])
    assert store.load() == [outcome.text]
    assert outcome.text is not None
    assert (outcome.text.instrument_id, outcome.text.since) == ("cpl", date(2018, 10, 26))
    assert [row.state for row in store.add_all([folder / "in"])] == ["known"]
    assert len(list((folder / "home" / "laws").iterdir())) == 1


def test_every_file_is_accounted_for(folder: Path) -> None:
    """三个文件一个坏：坏的写明文件和行，其余照常导入，退出码 1。"""
    (folder / "in" / "坏.md").write_text("# 虚构法\n\n第一条 甲。\n\n第三条 丙。\n", encoding="utf-8")
    (folder / "in" / "图.png").write_bytes(b"png")
    code, output = call(import_texts, str(folder / "in"))
    assert code == 1
    assert "坏.md 第 5 行" in output
    assert "图.png" in output
    assert "共 3 个文件，导入或已有 1 个，未导入 2 个" in output
    assert len(list((folder / "home" / "laws").iterdir())) == 1


def test_import_of_a_missing_file(folder: Path) -> None:
    """文件不存在：退出码 2，什么也不写。"""
    code, output = call(import_texts, str(folder / "没有.md"))
    assert (code, "找不到" in output, (folder / "home").exists()) == (2, True, False)


def test_broken_store_is_reported(folder: Path) -> None:
    """已存的文件坏了：写明是哪一个，不静静跳过。"""
    call(import_texts, str(folder / "in"))
    (stored,) = (folder / "home" / "laws").iterdir()
    stored.write_text('{"format": 1, "text": {}}', encoding="utf-8")
    with pytest.raises(ImportProblemError, match="损坏"):
        Store(folder / "home").load()
    assert call(search, "供述")[0] == 2


def test_search(folder: Path) -> None:
    """日常的话查到法言法语的条文。"""
    assert call(search, "口供")[0] == 2, "还没有导入"
    call(import_texts, str(folder / "in"))
    code, output = call(search, "打人逼出来的口供能用吗", "--on", "2024-01-01")
    assert code == 0
    assert output.startswith("《中华人民共和国刑事诉讼法》第一条")
    _, raw = call(search, "上诉会不会判更重", "--on", "2024-01-01", "--format", "json")
    assert json.loads(raw)[0]["article"] == 2


def test_search_leaves_out_what_is_not_in_force(folder: Path) -> None:
    """按那一天有效的文本检索：施行之前查不到。"""
    call(import_texts, str(folder / "in"))
    assert call(search, "口供", "--on", "2010-01-01")[0] == 1


def test_expansion_adds_terms_and_keeps_the_words() -> None:
    """扩展表把“口供”变成“供述”，原来的字还在。"""
    weights = expand("口供能不能用")
    assert weights["供述"] > weights["供"]
    assert weights["口供"] == 1.0
    assert "能不" not in weights


def test_empty_question_finds_nothing(folder: Path) -> None:
    """空问题没有结果，不报错。"""
    call(import_texts, str(folder / "in"))
    assert Index(Store(folder / "home").load()).search("？？？") == []


# (说明, 引用, 结果, 代码)
CITED = [
    ("有这一条", cite("cpl", 1), "passed", "ok"),
    ("有这一款", cite("cpl", 2, 2), "passed", "ok"),
    ("有这一项", cite("cpl", 2, 2, 1), "passed", "ok"),
    ("不写款的项，只有一款有项", cite("cpl", 2, item=2), "passed", "ok"),
    ("没有第三项", cite("cpl", 2, 2, 3), "failed", "no_item"),
    ("第一款没有项", cite("cpl", 2, 1, 1), "failed", "no_item"),
    ("没有第二款", cite("cpl", 1, 2), "failed", "no_paragraph"),
    ("没有之一", cite("cpl", 1, sub=1), "failed", "no_article"),
    ("没有第四条", cite("cpl", 4), "failed", "no_article"),
    ("旧版本的条文不拿新版本的文本来核", cite("cpl2012", 1), "not_checked", "no_text"),
    ("没有导入的文件", cite("spc2021", 94), "not_checked", "no_text"),
]


@pytest.mark.parametrize(("sentence", "citation", "held", "code"), CITED, ids=[row[0] for row in CITED])
def test_citations_against_texts(
    folder: Path, sentence: str, citation: Citation, held: str, code: str
) -> None:
    call(import_texts, str(folder / "in"))
    ((_, check),) = check_citations(Library(Store(folder / "home").load()), [citation])
    assert (check.held.value, check.code) == (held, code), f"{sentence}：{check.message}"


def test_check_command(folder: Path) -> None:
    """law check：不符的逐条列出，未核的归拢，退出码 1。"""
    command = make_check(lambda: [cite("cpl", 1), cite("cpl", 9), cite("spc2021", 94)])
    assert call(command)[0] == 2
    call(import_texts, str(folder / "in"))
    code, output = call(command)
    assert code == 1
    assert "不符  刑事诉讼法第九条" in output
    assert "相符 1，不符 1，未核 1" in output
    assert call(make_check(lambda: [cite("cpl", 1)]))[0] == 0
    rows = json.loads(call(command, "--format", "json")[1])
    assert [row["result"] for row in rows] == ["passed", "failed", "not_checked"]
