"""`gaoyao quality`：编码表列得出；情景运行得了，错的说得清楚。"""

import pytest
from click.testing import CliRunner

from gaoyao.cli import main
from gaoyao.quality.codebook import codebook
from tests.quality.test_lessons import DEMO, LESSON


def run(*words):
    return CliRunner().invoke(main, ["quality", *map(str, words)])


def test_the_code_book_is_listed_with_articles():
    done = run("codes")
    assert done.exit_code == 0
    for one in codebook():
        assert f"{one.code} {one.label}" in done.output
        assert one.basis in done.output


def test_a_scenario_is_run_and_counted(tmp_path):
    file = tmp_path / "教训.yaml"
    file.write_text(LESSON, encoding="utf-8")
    done = run("run", file, "--over", DEMO, "--on", "2026-11-01")
    assert done.exit_code == 0, done.output
    assert "1 个情景的回答与预期相符" in done.output
    assert "6 件虚构案件里，1 件有这一发现" in done.output


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (LESSON.replace("含目标）: 6", "含目标）: 12").encode(), "规则的回答是“不成立”"),
        (b"\xff\xfe", "不是 UTF-8"),
        (None, "读不出来"),
    ],
)
def test_what_does_not_run_says_why(tmp_path, data, told):
    file = tmp_path / "教训.yaml"
    if data is not None:
        file.write_bytes(data)
    done = run("run", file)
    assert done.exit_code == 2
    assert told in done.output
