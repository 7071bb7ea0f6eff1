"""Worked dates against our computation: `python -m benchmarks.deadlines FILE [--json]`.

FILE holds one JSON object a line: {"rule", "start", "facts", "due", "disputed"?, "why"?}.  Papers of an
extension are taken as complete (题设).  Every miss is printed with its explanation; a row marked disputed,
or missed by default, is also tried under every other named interpretation, and counted apart.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from gaoyao.procedure.engine import compute, readings
from gaoyao.procedure.reading import Read, read
from gaoyao.procedure.result import Computation, Moment

_NO_DAY = {None, "", "none", "null", "cannot_compute", "not_applicable", "不能计算", "不适用"}


def wilson(right: int, total: int, z: float = 1.959963984540054) -> tuple[float, float]:
    """The Wilson 95% interval of a proportion; (0, 1) when nothing was counted."""
    if total == 0:
        return 0.0, 1.0
    share, square = right / total, z * z
    centre = (share + square / (2 * total)) / (1 + square / total)
    half = z * math.sqrt(share * (1 - share) / total + square / (4 * total * total)) / (1 + square / total)
    return max(0.0, centre - half), min(1.0, centre + half)


def written(moment: Moment | None) -> str | None:
    """A moment as the file writes it: 2025-03-01, or 2025-03-01T09:00."""
    if isinstance(moment, datetime):
        return moment.isoformat(timespec="minutes")
    return moment.isoformat() if isinstance(moment, date) else None


@dataclass
class Row:
    """The outcome of one line."""

    line: int
    rule: str
    expected: str | None
    got: str | None = None
    verdict: str = "wrong"
    interpretation: str | None = None
    disputed: bool = False
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    explanation: str = ""

    @property
    def right(self) -> bool:
        """Right by the default conventions."""
        return self.verdict == "right"


def _warning_differs(known: Read, answer: Computation) -> str | None:
    if known.expected_warning is None:
        return None
    ours = answer.early_warning or answer.due
    if written(ours) == written(known.expected_warning):
        return None
    return f"保守提示时点应为 {written(known.expected_warning)}，算得 {written(ours)}"


def check(line: int, text: str) -> Row:
    """Compute one line and compare; every failure to read is a wrong row with its reason."""
    try:
        record = json.loads(text)
        row = Row(line, str(record.get("rule")), record.get("due"), disputed=bool(record.get("disputed")))
    except (json.JSONDecodeError, AttributeError) as error:
        return Row(line, "?", None, problems=[f"第 {line} 行不是 JSON 对象：{error}"])
    try:
        known = read(record, assume_papers=True)
        answer = compute(known.rule, known.declared)
    except (LookupError, ValueError) as error:
        row.problems.append(str(error))
        return row
    row.got, row.explanation = written(answer.due), answer.explain()
    row.problems, row.notes = list(known.problems), list(known.notes)
    row.notes += [f"本规则未采用：{fact}" for fact in known.unused]
    expected = None if row.expected in _NO_DAY else row.expected
    if row.got == expected:
        differs = _warning_differs(known, answer)
        row.verdict = "wrong" if differs else "right"
        row.problems += [differs] if differs else []
        return row
    others = dict(answer.candidates) | readings(known.rule, known.declared)
    for name, due in others.items():
        if written(due) == expected:
            row.verdict, row.interpretation = "interpretation", name
            break
    return row


def totals(rows: list[Row]) -> dict[str, object]:
    """Counts and the Wilson interval; under a named interpretation is counted apart."""
    right = sum(row.right for row in rows)
    named = sum(row.verdict == "interpretation" for row in rows)
    disputed = [row for row in rows if row.disputed]
    low, high = wilson(right, len(rows))
    return {
        "rows": len(rows), "right": right, "under_named_interpretation": named,
        "wrong": len(rows) - right - named,
        "disputed": len(disputed), "disputed_right_or_named": sum(row.verdict != "wrong" for row in disputed),
        "length_read_from_remark": sum(any("取自说明栏" in note for note in row.notes) for row in rows),
        "rows_with_unread_facts": sum(bool(row.problems) for row in rows),
        "wilson95": [round(low, 4), round(high, 4)],
    }  # fmt: skip


def main(arguments: list[str] | None = None) -> int:
    """Print every miss and the totals; exit 1 when a row is wrong, 2 when the file cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.deadlines", description=__doc__)
    parser.add_argument("file", type=Path, help="逐行 JSON：rule、start、facts、due")
    parser.add_argument("--json", action="store_true", help="以 JSON 输出全部结果")
    chosen = parser.parse_args(arguments)
    try:
        lines = chosen.file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        print(f"读不到 {chosen.file}：{error}", file=sys.stderr)
        return 2
    rows = [check(number, text) for number, text in enumerate(lines, 1) if text.strip()]
    summary = totals(rows)
    if chosen.json:
        print(
            json.dumps({"totals": summary, "rows": [vars(row) for row in rows]}, ensure_ascii=False, indent=1)
        )
    else:
        _print(rows, summary)
    return 1 if summary["wrong"] else 0


def _print(rows: list[Row], summary: dict[str, object]) -> None:
    for row in rows:
        label = {"wrong": "不符", "interpretation": "另一口径", "right": ""}[row.verdict]
        if label:
            print(f"第 {row.line} 行 {row.rule}：{label}，应为 {row.expected}，算得 {row.got}")
            if row.interpretation:
                print(f"  口径：{row.interpretation}")
            print("  " + row.explanation.replace("\n", "\n  "))
        for text in (*row.problems, *row.notes):
            print(f"第 {row.line} 行 {row.rule}：{text}")
    low, high = summary["wilson95"]
    print(
        f"共 {summary['rows']} 行：默认口径相符 {summary['right']}（Wilson 95% {low:.1%}—{high:.1%}），"
        f"其中长度取自说明栏 {summary['length_read_from_remark']}；另一具名口径相符 {summary['under_named_interpretation']}；"
        f"不符 {summary['wrong']}；标明有争议 {summary['disputed']}（相符或具名口径 {summary['disputed_right_or_named']}）；"
        f"有未读事实 {summary['rows_with_unread_facts']}"
    )


if __name__ == "__main__":
    sys.exit(main())
