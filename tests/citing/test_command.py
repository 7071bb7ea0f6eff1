"""`cite check` from the shell: what it prints, and its exit codes 0, 1, 2."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from gaoyao.citing.command import cite


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("GAOYAO_HOME", str(tmp_path / "home"))

    def call(text: str | bytes, *options: str, name: str = "文书.txt"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return CliRunner().invoke(cite, ["check", str(path), *options])

    return call


def test_fine(run) -> None:
    """没有问题：退出码 0；没有导入文本的写“未核”。"""
    result = run("依照刑法第十条。", "--on", "2024-05-01")
    assert result.exit_code == 0
    assert "未核 1" in result.output


def test_problems(run) -> None:
    """有问题：退出码 1，写明行号和理由。"""
    result = run("第一行\n依照合同法第五条，刑法第九百条。", "--on", "2024-05-01")
    assert result.exit_code == 1
    assert "第2行" in result.output
    assert "废止" in result.output
    assert "没有第九百条" in result.output


def test_fake_instrument(run) -> None:
    """假批复：退出码 1，写“不认识”。"""
    result = run("《最高人民检察院关于适用刑法的批复（假）》第232条", "--on", "2024-05-01")
    assert result.exit_code == 1
    assert "不认识" in result.output


def test_json(run) -> None:
    """JSON 里的位置指向原文。"""
    text = "依照刑诉法第五十五条第二款。"
    result = run(text, "--on", "2024-05-01", "--act-date", "2017-01-01", "--format", "json")
    (row,) = json.loads(result.output)["laws"]
    assert text[row["start"] : row["end"]] == row["text"] == "第五十五条第二款"
    assert (row["in_force_on_hearing"], row["in_force_on_act"]) == ("cpl", "cpl2012")


def test_quotes_with_pages(run, tmp_path: Path) -> None:
    """给出页文字就核引文。"""
    pages = tmp_path / "pages.jsonl"
    pages.write_text(
        '{"volume": "证据卷", "volume_number": 2, "page": 15, "text": "我在家"}\n', encoding="utf-8"
    )
    assert run("甲称“我在家”（证据卷二第15页）", "--pages", str(pages)).exit_code == 0
    result = run("甲称“我杀人”（证据卷二第15页）", "--pages", str(pages))
    assert result.exit_code == 1
    assert "没有这段话" in result.output


def test_folder_of_laws(run, tmp_path: Path) -> None:
    """直接给一个法规文件夹；目录里没有的虚构法，导入后就认识了。"""
    laws = tmp_path / "laws_folder"
    laws.mkdir()
    (laws / "虚构法.md").write_text(
        "# 虚构保护法\n\n第一条 甲。\n\n第二条 本法自2020年1月1日起施行。\n", encoding="utf-8"
    )
    assert run("《虚构保护法》第一条", "--laws", str(laws)).exit_code == 0
    result = run("《虚构保护法》第三条", "--laws", str(laws))
    assert (result.exit_code, "没有第三条" in result.output) == (1, True)


# (说明, 内容, 文件名, 选项, 错误里要有的话)
BAD = [
    ("编码不对", b"\xff\xfe\x00\x80\x81", "文书.txt", [], "编码"),
    ("不认识的类型", b"x", "文书.xls", [], "不认识的文件类型"),
    ("坏的 docx", b"not a zip", "文书.docx", [], "损坏"),
    ("日期写错", "甲".encode(), "文书.txt", ["--on", "2024-13-01"], "2024-13-01"),
    ("法规目录不存在", "甲".encode(), "文书.txt", ["--laws", "没有这个目录"], "找不到法规目录"),
]


@pytest.mark.parametrize(
    ("sentence", "content", "name", "options", "message"), BAD, ids=[row[0] for row in BAD]
)
def test_bad_input(run, sentence: str, content: bytes, name: str, options: list[str], message: str) -> None:
    result = run(content, *options, name=name)
    assert result.exit_code == 2, sentence
    assert message in result.output


def test_broken_page_file_is_named_with_its_line(run, tmp_path: Path) -> None:
    """页文字文件第二行坏了：写明第 2 行。"""
    pages = tmp_path / "pages.jsonl"
    pages.write_text('{"page": 1, "text": "甲"}\n{"page": "x"}\n', encoding="utf-8")
    result = run("甲", "--pages", str(pages))
    assert (result.exit_code, "第 2 行" in result.output) == (2, True)


def test_missing_file() -> None:
    """文书不存在：退出码 2。"""
    result = CliRunner().invoke(cite, ["check", "没有这个文件.txt"])
    assert (result.exit_code, "找不到文书" in result.output) == (2, True)
