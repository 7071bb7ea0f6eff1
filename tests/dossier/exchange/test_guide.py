"""《交换格式》一章：表格与词表一致，例子读得进，错误与所写的一字不差。"""

import re
from pathlib import Path

import pytest

from gaoyao.dossier.exchange import load, load_many
from gaoyao.dossier.exchange.guide import main, with_tables
from gaoyao.dossier.exchange.moments import parse_moment
from gaoyao.dossier.exchange.quantities import parse_amount
from gaoyao.dossier.model import DossierError

PAGE = Path(__file__).parents[3] / "docs" / "guide" / "exchange-format.md"
TEXT = PAGE.read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)


def test_the_tables_are_current() -> None:
    """词表改了，请运行 python -m gaoyao.dossier.exchange.guide docs/guide/exchange-format.md"""
    assert with_tables(TEXT) == TEXT


def test_the_examples_load() -> None:
    case, defence = EXAMPLES
    load(case)
    load_many([case, defence])


def test_the_error_shown_is_the_error_given() -> None:
    (shown,) = re.findall(r"```text\n(.*?)\n```", TEXT, re.DOTALL)
    text = (
        "皋陶: 1\n证据:\n  - {}\n  - {}\n  - id: E3\n" + "\n" * 5 + "    讯问:\n      讯问开始: 2021-02-30\n"
    )
    with pytest.raises(DossierError) as caught:
        load(text, name="案例.yaml")
    assert caught.value.problems == (shown,)


def test_the_moments_and_amounts_shown_are_understood() -> None:
    section = TEXT.split("### 时间")[1].split("### 数量")[0]
    shown = [text for text in re.findall(r"`([^`]+)`", section) if re.match(r"\d{4}", text)]
    assert len(shown) > 12
    for text in shown:
        parse_moment(text)
    amounts = re.findall(r"`([^`]+)`", TEXT.split("### 数量")[1].split("。")[0])
    for text in amounts:
        parse_amount(text, "元" if "元" in text else "克")
    assert len(amounts) == 8


def test_the_command_writes_the_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "页.md"
    page.write_text(TEXT.replace("| 格式版本 | 1 |", "旧"), encoding="utf-8")
    assert main([str(page)]) == 0
    assert page.read_text(encoding="utf-8") == TEXT
    assert main([]) == 2
    assert "用法" in capsys.readouterr().err
    with pytest.raises(ValueError, match="页面里没有"):
        with_tables("没有标记的页面")
