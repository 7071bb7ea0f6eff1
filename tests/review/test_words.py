"""导入的法条原文显示在说明旁边；没有导入就没有原文。法条为虚构文本，只借用真实文件的名称和条号。"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from gaoyao.cli import main
from gaoyao.dossier.exchange import load
from gaoyao.dossier.view import View, readable
from gaoyao.law.numerals import to_chinese
from gaoyao.law.texts.store import Store
from gaoyao.law.texts.timeline import Library
from gaoyao.review.api import review
from gaoyao.review.words import with_words

CASE = """皋陶: 1
案件: {标识: C, 虚构案件: 是, 诉讼阶段: 一审, 开庭日期: 2024-05-10}
证据: [{标识: E1, 证据种类: 被告人供述和辩解, 用以证明不利于被告人的事实: 是, 讯问: {经被讯问人核对确认: 否}}]
"""
HEAD = "# 中华人民共和国刑事诉讼法\n\n2018年10月26日 虚构的机关《虚构的决定》第三次修正\n\n<!-- INFO END -->\n\n## 第一章 虚构\n\n"
LAW = HEAD + "\n\n".join(f"第{to_chinese(n)}条 虚构的条文，只供测试。" for n in range(1, 130)) + "\n"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    file = tmp_path / "刑事诉讼法(2018-10-26).md"
    file.write_text(LAW, encoding="utf-8")
    store = Store(tmp_path / "home")
    store.add(file)
    return Library(store.load())


def test_有原文的条显示原文_没有导入的没有(library: Library) -> None:
    one = with_words(review(View(load(CASE).log, readable("judge")), date(2024, 6, 1)), library)
    found = next(row for row in one.findings if row.rule.id == "confession.unconfirmed")
    shown = {cited.brief: one.words.get(cited.full, "") for cited in found.citations}
    assert shown["刑事诉讼法第一百二十二条"] == "虚构的条文，只供测试。"
    assert shown["刑诉法解释第九十四条第（一）项"] == ""


def test_命令用已导入的原文(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GAOYAO_HOME", str(tmp_path / "home"))
    case = tmp_path / "案.yaml"
    case.write_text(CASE, encoding="utf-8")
    out = CliRunner().invoke(main, ["review", str(case), "--on", "2024-06-01"])
    assert out.exit_code == 0
    assert "虚构的条文，只供测试。" in out.output
