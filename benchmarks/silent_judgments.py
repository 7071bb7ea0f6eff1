"""Published judgments read as dossiers in which almost nothing is entered: nothing may compel.

    python -m benchmarks.silent_judgments JUDGE_TEST.jsonl [--json]

Each judgment gives the accused, one count each, two facts to be proved and its items of evidence with their kind,
offered against the accused.  No act of taking, no examination, no link is entered.  A rule that compels on such a
file strikes evidence for being silent (audit S5).  Counts per rule are printed.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from gaoyao.dossier.log import Log
from gaoyao.dossier.schema import Part
from gaoyao.dossier.view import View
from gaoyao.intake.judgments import read_judgment
from gaoyao.law.rule import Weight
from gaoyao.review.api import review
from gaoyao.review.model import FactState, Review

TODAY = date(2024, 6, 1)
KINDS = {
    "物证": "physical", "书证": "documentary", "证人证言": "witness", "被害人陈述": "victim", "供述": "confession", "被告人供述和辩解": "confession",
    "鉴定意见": "expert", "笔录": "scene", "勘验、检查、辨认、侦查实验等笔录": "scene", "视听资料": "audio_video", "电子数据": "electronic",
    "视听资料、电子数据": "electronic",
}  # fmt: skip


def dossier(text: str) -> Log:
    """The judgment as a dossier of names and kinds."""
    read = read_judgment(text)
    log = Log()
    with log.begin(Part.MAIN, "benchmark", "load", "judgment", "2024-01-01T00:00") as tx:
        tx.declare("case", "C")
        tx.put("case", "C", "stage", "first_instance")
        names = [party for party in read.parties if "被告人" in str(party.role)] or [None]
        for n, _ in enumerate(names):
            tx.declare("accused", f"A{n}")
            tx.declare("count", f"N{n}")
            tx.put("count", f"N{n}", "accused", f"A{n}")
        for ident, role in (("F1", "crime_exists"), ("F2", "identity")):
            tx.declare("fact", ident)
            tx.put("fact", ident, "role", role)
        for n, item in enumerate(read.evidence):
            tx.declare("item", f"E{n}")
            tx.put("item", f"E{n}", "against", True)
            if str(item.kind) in KINDS:
                tx.put("item", f"E{n}", "type", KINDS[str(item.kind)])
    return log


def main(argv: list[str] | None = None) -> None:
    """Print the counts; exit 1 when anything compels."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args(argv)
    rows: list[dict[str, Any]] = [
        json.loads(line) for line in args.file.read_text(encoding="utf-8").splitlines() if line.strip()
    ]
    compelling: Counter[str] = Counter()
    others: Counter[str] = Counter()
    states: Counter[str] = Counter()
    items = granted = 0
    for row in rows:
        made: Review = review(View(dossier(row.get("fd") or row["text"]), [(Part.MAIN, "")]), TODAY)
        items += len(made.items)
        granted += made.certificate.granted
        for one in made.findings:
            (compelling if one.weight is Weight.MANDATORY else others)[one.rule.id] += 1
        states.update(FactState(point.state).value for point in made.points)
    result = {
        "judgments": len(rows), "items": items, "compelling": dict(compelling), "other_findings": dict(others), "points": dict(states),
        "certificates_granted": granted,
    }  # fmt: skip
    print(json.dumps(result, ensure_ascii=False, indent=1))
    if compelling or granted:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
