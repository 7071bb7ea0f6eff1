"""命令写错了，用中文说错在哪里、可以写什么；没有一句英文，没有程序的出错堆栈。"""

import re

import pytest
from click.testing import CliRunner

from gaoyao.cli import main

WRONG = [
    # 日期不是日期
    (["review", "x.yaml", "--on", "昨天"], "“--on”：“昨天”不是日期，应写作 2024-05-01"),
    # 没有的阶段、身份、格式：列出可写的中文
    (["review", "x.yaml", "--stage", "三审"], "“--stage”：没有“三审”；可写：侦查、审查逮捕"),
    (["review", "x.yaml", "--as", "旁听人"], "可写：审判人员、检察人员、辩护人"),
    (["review", "x.yaml", "--format", "pdf"], "可写：terminal、html、json"),
    (["schema", "--of", "foo"], "可写：case、review"),
    # 拼错的命令、选项：指出相近的
    (["reviw", "x.yaml"], "没有命令“reviw”。您是不是要写“review”？"),
    (["law", "lst"], "没有命令“lst”。您是不是要写“list”？"),
    (["完全没有的命令"], "没有命令“完全没有的命令”。"),
    (["review", "x.yaml", "--fromat", "html"], "没有选项“--fromat”。您是不是要写“--format”？"),
    (["review", "x.yaml", "--zzzz"], "没有选项“--zzzz”。可用的选项见 --help"),
    # 少写、多写
    (["review"], "缺少“PATHS”"),
    (["review", "x.yaml", "--on"], "选项“--on”后面要写一个值"),
    (["review", "x.yaml", "--strict=1"], "选项“--strict”后面不写值"),
    (["explain", "规则", "文件", "多余"], "多写了“多余”"),
    (["whatif"], "缺少“案件文件”"),
    (["review", "x.yaml", "--interpretation", "recording"], "不是“名称=学派”的写法"),
]


@pytest.mark.parametrize(("words", "said"), WRONG, ids=[" ".join(words) for words, _ in WRONG])
def test_写错的命令用中文说明(words, said):
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert said in result.stderr
    assert not re.search(r"\b(Error|Invalid|Missing|Try|Usage|is not|No such|Did you|Got)\b", result.stderr)


def test_读取空文件夹_没有材料就不写草稿(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "空" / "里面也空").mkdir(parents=True)
    result = CliRunner().invoke(main, ["read", "空", "--output", "案.yaml"])
    assert (result.exit_code, "没有可以读取的材料" in result.stderr) == (2, True)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["空", "里面也空"]
