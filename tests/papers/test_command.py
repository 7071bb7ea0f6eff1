"""`gaoyao paper`：一条命令一份文书；输入有误说得清楚，不留下半个文件。"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gaoyao.cli import main
from gaoyao.commands.papers import write
from tests.papers.making import CASES, DEMO, IN_DEMO, lines

ROBBERY, SWAP = DEMO / CASES[0], DEMO / CASES[2]


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, ["paper", *map(str, words)])


@pytest.mark.parametrize("one", IN_DEMO, ids=[one.id for one in IN_DEMO])
@pytest.mark.parametrize("named", ["id", "label"])
def test_中文名英文名都写得出(tmp_path: Path, one, named: str) -> None:
    output = tmp_path / "新文件夹" / "文书.docx"
    done = run(getattr(one, named), ROBBERY, "--output", output, "--on", "2024-05-01")
    assert done.exit_code == 0, done.output
    assert f"已写出《{one.label}》" in done.output
    assert "贺某甲" in "\n".join(lines(output.read_bytes()))
    assert [path.name for path in output.parent.iterdir()] == ["文书.docx"]


def test_换一个进程写出的字节相同(tmp_path: Path) -> None:
    made = []
    for seed in ("1", "2"):
        output = tmp_path / f"{seed}.docx"
        words = ["paper", "排除非法证据申请书", ROBBERY, "--output", output, "--on", "2024-05-01"]
        subprocess.run(
            [sys.executable, "-m", "gaoyao", *words],
            check=True,
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        made.append(output.read_bytes())
    assert made[0] == made[1]


WRONG = [
    # 没有这种文书：列出全部
    (["判决书", ROBBERY, "--output", "a.docx"], "没有“判决书”这种文书。可以写的有：阅卷笔录（notes）"),
    # 没有这个文件
    (["阅卷笔录", "没有.yaml", "--output", "a.docx"], "没有.yaml"),
    # 扩展名不对
    (["阅卷笔录", ROBBERY, "--output", "a.pdf"], "扩展名不是 .docx"),
    # 写到文件夹
    (["阅卷笔录", ROBBERY, "--output", "夹.docx"], "是文件夹"),
    # 路径中间是一个文件
    (["阅卷笔录", ROBBERY, "--output", "已有.docx/a.docx"], "路径中有一段是文件"),
    # 已经有这个文件：可能是人改过的文书，不盖掉
    (["阅卷笔录", ROBBERY, "--output", "已有.docx"], "已经存在；为免盖掉人改过的文书"),
    # 不由他写
    (["排除非法证据申请书", ROBBERY, "--output", "a.docx", "--as", "审判人员"], "由辩护人制作"),
    # 没有这一方的辩护材料
    (["审查报告", ROBBERY, "--output", "a.docx", "--as", "辩护人", "--defence", "甲"], "没有“甲”的辩护材料"),
    # 案件文件有错：说哪一行、哪一项
    (["阅卷笔录", "坏.yaml", "--output", "a.docx"], "坏.yaml:2"),
    # 日期写错
    (["阅卷笔录", ROBBERY, "--output", "a.docx", "--on", "5月1日"], "不是日期"),
    # 没有写明写到哪里
    (["阅卷笔录", ROBBERY], "--output"),
]


@pytest.mark.parametrize(("words", "told"), WRONG)
def test_输入有误_退出码是2_说明原因_什么也不写(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str | Path], told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "夹.docx").mkdir()
    (tmp_path / "已有.docx").write_bytes(b"old")
    (tmp_path / "坏.yaml").write_text("皋陶: 1\n案件: {标识: C, 诉讼阶段: 第九审}\n", encoding="utf-8")
    before = sorted(path.name for path in tmp_path.rglob("*"))
    done = run(*words)
    assert done.exit_code == 2
    assert told in done.output
    assert sorted(path.name for path in tmp_path.rglob("*")) == before
    assert (tmp_path / "已有.docx").read_bytes() == b"old"


def test_没有可写的内容_退出码是1_不动已有的文件(tmp_path: Path) -> None:
    output = tmp_path / "申请书.docx"
    output.write_bytes(b"old")
    done = run("排除非法证据申请书", SWAP, "--output", output)
    assert done.exit_code == 1
    assert "没有写文件" in done.output
    assert "取证情况" in done.output
    assert output.read_bytes() == b"old"


def test_最后一步失败_不留临时文件(tmp_path: Path) -> None:
    taken = tmp_path / "笔录.docx"
    taken.mkdir()
    (taken / "里面").write_bytes(b"old")
    with pytest.raises(OSError, match="directory"):
        write(taken, b"new")
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["笔录.docx", "里面"]


def test_文件名太长_说明原因(tmp_path: Path) -> None:
    done = run("阅卷笔录", SWAP, "--output", tmp_path / ("长" * 200 + ".docx"))
    assert done.exit_code == 2
    assert "未写出" in done.output
    assert list(tmp_path.iterdir()) == []
