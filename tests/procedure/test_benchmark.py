"""例题程序：默认相符、另一具名口径、不符分开计数；读不到的文件和行有说法。"""

import json

import pytest

from benchmarks.deadlines import check, main, totals, wilson

ROWS = [
    {"rule": "cpl-97-1", "start": "2025-09-29", "facts": {}, "due": "2025-10-09"},
    {
        "rule": "cpl-156-1",
        "start": "2024-12-30",
        "facts": {"extension": "上一级检察院1个月"},
        "due": "2025-03-31",
        "disputed": True,
    },
    {"rule": "cpl-97-1", "start": "2025-09-29", "facts": {"weather": "雨"}, "due": "2025-10-08"},
    {
        "rule": "cpl-39-1",
        "start": "2025-06-03T10:20",
        "facts": {"conservative_due": "2025-06-05T10:00"},
        "due": "2025-06-05T11:00",
    },
    {"rule": "cpl-97-1", "start": None, "facts": {}, "due": None},
    {"rule": "cpl-230-1", "start": "2025-03-03", "facts": {}, "due": "2025-03-13"},
]


def verdicts(rows):
    return [check(number, json.dumps(row, ensure_ascii=False)) for number, row in enumerate(rows, 1)]


def test_三种结果():
    rows = verdicts(ROWS)
    assert [row.verdict for row in rows] == [
        "right",
        "interpretation",
        "wrong",
        "wrong",
        "right",
        "interpretation",
    ]
    assert rows[1].interpretation == "延长后连续计算＝从前一段届满日逐段计算"
    assert any("weather" in problem for problem in rows[2].problems)
    assert any("保守提示" in problem for problem in rows[3].problems)
    assert rows[5].interpretation == "不服判决的期限为十日"
    summary = totals(rows)
    assert (summary["rows"], summary["right"], summary["under_named_interpretation"], summary["wrong"]) == (
        6,
        2,
        2,
        2,
    )
    assert (summary["disputed"], summary["disputed_right_or_named"]) == (1, 1)


@pytest.mark.parametrize(
    "text", ["不是 JSON", "[1, 2]", '{"rule": "没有", "facts": {}, "due": null}', '{"facts": {}}']
)
def test_坏行算不符并说明(text):
    row = check(1, text)
    assert row.verdict == "wrong"
    assert row.problems


def test_打印每一处不符和总数(tmp_path, capsys):
    path = tmp_path / "例题.jsonl"
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in ROWS) + "\n", encoding="utf-8")
    assert main([str(path)]) == 1
    printed = capsys.readouterr().out
    assert "第 3 行 cpl-97-1：不符，应为 2025-10-08，算得 2025-10-09" in printed
    assert "共 6 行：默认口径相符 2" in printed
    assert main([str(path), "--json"]) == 1
    data = json.loads(capsys.readouterr().out)
    assert len(data["rows"]) == data["totals"]["rows"] == 6


def test_全部相符返回零_读不到返回二(tmp_path, capsys):
    path = tmp_path / "对.jsonl"
    path.write_text(json.dumps(ROWS[0]), encoding="utf-8")
    assert main([str(path)]) == 0
    assert main([str(tmp_path / "没有.jsonl")]) == 2
    assert "读不到" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("right", "total", "low", "high"),
    [(57, 57, 0.937, 1.0), (0, 0, 0.0, 1.0), (5, 10, 0.237, 0.763), (0, 10, 0.0, 0.278)],
)
def test_威尔逊区间(right, total, low, high):
    got = wilson(right, total)
    assert got == (pytest.approx(low, abs=0.001), pytest.approx(high, abs=0.001))
