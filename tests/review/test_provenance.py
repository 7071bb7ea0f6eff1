"""每份结果写明用什么做的：程序版本、规则集、案件文件的校验值；别人可以照样再算一遍。"""

import hashlib
import os
import re
import subprocess
import sys

import pytest

from gaoyao import __version__
from gaoyao.review.provenance import provenance, rule_set

CASE = "皋陶: 1\n案件: {标识: C0, 虚构案件: 是, 诉讼阶段: 一审}\n"
FORMATS = [("终端", "terminal"), ("网页", "html"), ("数据", "json")]


@pytest.mark.parametrize("form", [code for _, code in FORMATS], ids=[name for name, _ in FORMATS])
def test_结果写明版本_规则集和案件文件的校验值(tmp_path, form):
    path = tmp_path / "案.yaml"
    path.write_text(CASE, encoding="utf-8")
    out = tmp_path / "out"
    words = [sys.executable, "-m", "gaoyao", "review", str(path), "--on", "2024-06-01", "--format", form]
    done = subprocess.run(
        [*words, *([] if form == "terminal" else ["--output", str(out)])],
        capture_output=True,
        text=True,
        check=False,
    )
    shown = (
        done.stdout
        if form == "terminal"
        else next(one for one in out.rglob("*") if one.is_file()).read_text(encoding="utf-8")
    )
    for mark in (__version__, rule_set()[:12], hashlib.sha256(path.read_bytes()).hexdigest()[:12]):
        assert mark in shown


def test_规则集的校验值在每台机器上相同():
    code = "from gaoyao.review.provenance import rule_set; print(rule_set())"
    seen = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout.strip()
        for seed in ("1", "2")
    }
    assert seen == {rule_set()}
    assert re.fullmatch("[0-9a-f]{64}", rule_set())


def test_没有单个案件文件的_不写案件文件的校验值():
    assert "案件文件" not in provenance().told()
