"""审查结果写到哪里：不毁案件文件，不互相覆盖，写不进去就说清楚。案件均为虚构。"""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from gaoyao.cli import main

CASE = "皋陶: 1\n案件: {标识: %s, 案件名称: 虚构案件%s, 虚构案件: 是, 诉讼阶段: 一审}\n"


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("甲", "乙"):
        Path(name).mkdir()
        Path(name, "案.yaml").write_text(CASE % (name, name), encoding="utf-8")
    Path("坏.yaml").write_text("皋陶: 1\n案件: {诉讼阶段: 三审}\n", encoding="utf-8")
    Path("卷.json").write_text('{"皋陶": 1, "案件": {"标识": "C", "虚构案件": true}}', encoding="utf-8")
    Path("旧.txt").write_text("旧", encoding="utf-8")

    def call(*words):
        return CliRunner().invoke(main, ["review", *words, "--on", "2024-06-01"])

    return call


# 参数；错误里应当说到的话
REFUSED = [
    # 输出写成案件文件自己：不写，案件文件不变
    (["甲/案.yaml", "--output", "甲/案.yaml"], "是案件文件"),
    # 写成另一件案件的文件名
    (["甲/案.yaml", "--output", "新.yaml"], "是案件文件"),
    (["甲/案.yaml", "--output", "卷.json"], "是案件文件"),
    # 文件夹里恰有同名的 JSON 案件文件
    (["卷.json", "--output", ".", "--format", "json"], "是案件文件"),
    # 不会写的种类
    (["甲/案.yaml", "--output", "审查.pdf"], "可以写 .html、.json、.txt"),
    # 几个案件不能写成一个文件，也不能把几个 JSON 连在一起
    (["甲", "乙", "--output", "审查.html"], "应写文件夹"),
    (["甲", "乙", "--output", "旧.txt"], "应写文件夹"),
    (["甲", "乙", "--format", "json"], "请用 --output 写明文件夹"),
    # 路径中有一段是文件
    (["甲/案.yaml", "--output", "旧.txt/审查.html"], "路径中有一段是文件"),
    (["甲", "乙", "--output", "旧.txt/审查", "--format", "html"], "路径中有一段是文件"),
    # 辩护材料的选项用错了身份
    (["甲/案.yaml", "--defence", "丙律师"], "--as 辩护人"),
]


@pytest.mark.parametrize(("words", "said"), REFUSED)
def test_写不得的_说明原因_什么都不改(run, words, said):
    before = {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()}
    result = run(*words)
    assert result.exit_code == 2
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert said in result.stderr
    assert {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()} == before


# 两件案件的文件同名，各写各的；审查一件写到已有的文件夹；文件夹不存在的建好
WRITTEN = [
    (
        ["甲", "乙", "--output", "果", "--format", "json"],
        {"果/案.json": "虚构案件甲", "果/乙-案.json": "虚构案件乙"},
    ),
    (
        ["甲", "甲", "--output", "果", "--format", "json"],
        {"果/案.json": "虚构案件甲", "果/甲-案.json": "虚构案件甲"},
    ),
    (["甲", "--output", "新/夹/审查.json"], {"新/夹/审查.json": "虚构案件甲"}),
    (["甲", "--output", "乙", "--format", "json"], {"乙/案.json": "虚构案件甲"}),
    (["甲", "坏.yaml", "--output", "果", "--format", "json"], {"果/案.json": "虚构案件甲"}),
]


@pytest.mark.parametrize(("words", "files"), WRITTEN)
def test_每件案件写到自己的文件(run, words, files):
    before = set(Path().rglob("*"))
    assert run(*words).exit_code == (2 if "坏.yaml" in words else 0)
    new = {path.as_posix() for path in set(Path().rglob("*")) - before if path.is_file()}
    assert new == set(files)
    for path, title in files.items():
        assert json.loads(Path(path).read_text(encoding="utf-8"))["case"]["title"] == title


def test_有误的文件写在汇总页里_不装作没有它(run):
    assert run("甲", "坏.yaml", "--output", "果", "--format", "html").exit_code == 2
    page = Path("果/index.html").read_text(encoding="utf-8")
    assert "另有 1 个文件有误，没有审查：坏.yaml" in page
    assert run("甲", "--output", "果", "--format", "html").exit_code == 0
    assert "没有审查" not in Path("果/index.html").read_text(encoding="utf-8")


def test_案件文件叫index也不与汇总页相混(run):
    Path("index.yaml").write_text(CASE % ("C", "丙"), encoding="utf-8")
    assert run("index.yaml", "甲", "--output", "果", "--format", "html").exit_code == 0
    names = {path.name for path in Path("果").iterdir()}
    assert len(names) == 3
    assert names >= {"index.html", "案.html"}


def test_空白案件文件_写不进去说原因_没有的罪名说明用的是通用提纲(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    made = CliRunner().invoke(main, ["new", "--charge", "虚构的罪", "--output", "新/案.yaml"])
    assert made.exit_code == 0
    assert "没有“虚构的罪”的专门数据" in made.stderr
    again = CliRunner().invoke(main, ["new", "--output", "新/案.yaml"])
    assert (again.exit_code, "已经存在" in again.stderr) == (2, True)
    blocked = CliRunner().invoke(main, ["new", "--output", "新/案.yaml/下.yaml"])
    assert (blocked.exit_code, "路径中有一段是文件" in blocked.stderr) == (2, True)
    assert "专门数据" not in CliRunner().invoke(main, ["new", "--charge", "盗窃"]).stderr
