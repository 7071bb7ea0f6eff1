"""规则网页：每条规则一页，与代码一致；目录的每一行都有归类；覆盖表不含目录内容。"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import coverage
from gaoyao.law.rule import RULES
from gaoyao.procedure import CATALOGUE
from gaoyao.review.engine import rules

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "law"


def test_规则网页与代码一致() -> None:
    done = subprocess.run(
        [sys.executable, "scripts/law_pages.py", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("rule", [rule.id for rule in rules()])
def test_每条规则一页_写明依据_前提_违反_情景(rule: str) -> None:
    module, name = rule.split(".")
    text = (FOLDER / module / f"{name}.md").read_text(encoding="utf-8")
    for part in ("## 依据", "**前提**", "**违反**", "## 需要查明什么", "## 情景", "## 覆盖的目录行"):
        assert part in text
    assert RULES[rule].title in text


def test_意见二十七条在索引里都有规则() -> None:
    text = (FOLDER / "index.md").read_text(encoding="utf-8")
    part = text.partition("## 按法发〔2013〕11号的条文")[2].partition("## 全部规则")[0]
    articles = part.split("### ")[1:]
    assert len(articles) == 27
    assert [one.splitlines()[0] for one in articles if "](" not in one] == []


def test_目录的每一行都有归类_手工归类没有写错编号() -> None:
    ids = set(coverage.known())
    assert [row for row in ids if coverage.place(row).kind == "nowhere"] == []
    assert set(coverage.by_hand()) <= ids
    assert set(CATALOGUE) <= ids


@pytest.mark.parametrize(
    ("kind", "known"),
    [("merged", lambda name: name in RULES), ("engine", lambda name: name.startswith("gaoyao."))],
)
def test_手工归类的落点确实存在(kind: str, known: object) -> None:
    rows = {row: one.where[0] for row, one in coverage.by_hand().items() if one.kind == kind}
    assert {row: name for row, name in rows.items() if not known(name)} == {}


def test_命令打印总数_有目录文件时核对编号(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert coverage.main([]) == 0
    assert f"共 {len(coverage.known())} 行" in capsys.readouterr().out
    made = tmp_path / "catalogue.jsonl"
    rows = [{"id": row, "kind": "record"} for row in coverage.known()[:-1]]
    made.write_text(
        "\n".join(json.dumps(row) for row in [*rows, {"id": "新-1", "kind": "record"}]) + "\n",
        encoding="utf-8",
    )
    assert coverage.main([str(made)]) == 1, "没有归类的行使命令失败"
    out = capsys.readouterr().out
    assert "不一致" in out
    assert "没有归类：1" in out


def test_归类表只有编号_没有目录的文字() -> None:
    text = (FOLDER / "coverage.yaml").read_text(encoding="utf-8")
    assert "condition" not in text
    assert max(len(line) for line in text.splitlines() if not line.startswith("#")) < 160
