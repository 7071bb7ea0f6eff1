"""Everyday questions against imported statutes: how often is a right article among the first five?

    python -m benchmarks.law_search TEXTS_DIR [--on DATE] [--json]

TEXTS_DIR holds statute files (.md, .txt, .docx) or an imported data folder.  The parts of the questions are
explained in benchmarks/data/law_questions.yaml; each is reported apart.
"""

from __future__ import annotations

import argparse
import json
import time
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from benchmarks.wilson import share
from gaoyao.citing.command import load_library
from gaoyao.law.texts.search import Hit, Index

PARTS = {
    "dev": "六十问之一半（编写扩展表时用过）",
    "held": "六十问之另一半（留出）",
    "extra": "另二十五问（扩充扩展表时用过）",
    "lot": "抽签二十五问（选定融合方式时用过）",
    "fresh": "全部定稿之后抽签写的二十问",
}
_FIRST = "刑讯逼供的口供能不能用"
_EXCLUSION = {"cpl:56", "spc2021:123", "spc2021:124", "spc2013:8", "spp2019:66", "spp2019:67", "mps2020:71"}


def _name(hit: Hit) -> str:
    sub = f"-{hit.article.sub}" if hit.article.sub else ""
    return f"{hit.text.instrument_id or hit.text.title}:{hit.article.number}{sub}"


def run(folder: Path, on: date) -> dict[str, Any]:
    """Hit rates of both halves, every miss with what was found instead, and the time of a search."""
    questions = yaml.safe_load(
        (Path(__file__).parent / "data" / "law_questions.yaml").read_text(encoding="utf-8")
    )
    index = Index(load_library(folder).texts, on)
    result: dict[str, Any] = {"articles": len(index.documents), "questions": len(questions["questions"])}
    for part in PARTS:
        rows = [row for row in questions["questions"] if row["part"] == part]
        at_five = at_one = plain = 0
        misses: list[str] = []
        for row in rows:
            names = [_name(hit) for hit in index.search(row["q"], 5)]
            plain += bool(
                {_name(hit) for hit in index.search(row["q"], 5, table=False)} & set(row["articles"])
            )
            at_one += bool(names and names[0] in row["articles"])
            if set(names) & set(row["articles"]):
                at_five += 1
            else:
                misses.append(f"{row['q']} → {'、'.join(names)}（应为 {'、'.join(row['articles'][:3])}…）")
        result[part] = {
            "first_five": share(at_five, len(rows)),
            "first": share(at_one, len(rows)),
            "first_five_without_table": share(plain, len(rows)),
            "misses": misses,
        }
    start = time.process_time()
    for row in questions["questions"]:
        index.search(row["q"], 5)
    result["milliseconds_a_search"] = round(
        (time.process_time() - start) * 1000 / len(questions["questions"]), 1
    )
    first = [_name(hit) for hit in index.search(_FIRST, 5)]
    result["exclusion_rules_first"] = {
        "question": _FIRST,
        "found": first,
        "right": bool(first) and first[0] in _EXCLUSION,
    }
    return result


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--on", type=date.fromisoformat, default=date(2025, 6, 1))
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    result = run(arguments.folder, arguments.on)
    if arguments.json:
        print(json.dumps(result, ensure_ascii=False, indent=1))
        return
    print(
        f"{result['articles']} 条，{result['questions']} 个问题，每次检索 {result['milliseconds_a_search']} 毫秒"
    )
    for part, label in PARTS.items():
        figures = result[part]
        print(f"{label}：前五 {figures['first_five']['text']}；第一 {figures['first']['text']}")
        print(f"  不用扩展表，前五 {figures['first_five_without_table']['text']}")
        for miss in result[part]["misses"]:
            print(f"  未中：{miss}")
    first = result["exclusion_rules_first"]
    print(
        f"“{first['question']}” → {'、'.join(first['found'])}：{'排除规则在首位' if first['right'] else '不对'}"
    )


if __name__ == "__main__":
    main()
