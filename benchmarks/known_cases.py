"""Publicly known cases as dossiers, reviewed: states per fact beside the labels, with Wilson intervals.

    python -m benchmarks.known_cases FILE [--json]

The mapping (`known_mapping`) reads no outcome.  Labels, groups and flags are read here only, after the review,
to score it.  This is agreement with known outcomes on a selected sample, not an accuracy of anything.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.known_flags import flags_of
from benchmarks.known_mapping import Builder
from benchmarks.wilson import share
from gaoyao.dossier.schema import Part
from gaoyao.dossier.view import View
from gaoyao.law.rule import Weight
from gaoyao.review.api import review
from gaoyao.review.model import FactState, Review

Row = dict[str, Any]
TODAY = date(2024, 6, 1)
LABELS = {"clear": FactState.NO_OBSTACLE, "open": FactState.OPEN, "obstacle": FactState.OBSTACLE}
WORST = (FactState.NO_OBSTACLE, FactState.OPEN, FactState.OBSTACLE)


def load(path: Path) -> list[Row]:
    """The rows of the file.  Raises SystemExit naming the line that cannot be read."""
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            try:
                rows.append(json.loads(line))
            except ValueError as error:
                raise SystemExit(f"{path}:{number}: 不是 JSON：{error}") from None
    return rows


def reviewed(case: Row, court_view: bool = True, resolutions: bool = False) -> Review:
    """The review of a case as mapped; `court_view` drops what was withheld, missing or lost.

    `resolutions` is the second run: conflicts[].resolution is read as well.
    """
    log = Builder(case, court_view, resolutions).build()
    return review(View(log, [(Part.MAIN, "")]), TODAY)


def rows_of(case: Row, made: Review) -> list[Row]:
    """One row per accused and fact."""
    found = {one.id: one for one in made.findings}
    out = []
    for point in made.points:
        obstacles = [
            {"weight": found[i].weight.value, "article": "；".join(c.brief for c in found[i].citations), "reason": found[i].sentence,
             "rule": found[i].rule.id, "kind": "法定" if i in point.legal else "提示"}
            for i in (*point.legal, *point.hints)
        ]  # fmt: skip
        obstacles += [
            {"weight": Weight.EXPLAIN.value, "article": "", "reason": title, "rule": "", "kind": "待查"}
            for title in point.pending
        ]
        out.append({
            "case": case["id"], "accused": point.accused.name if point.accused else "", "fact": point.fact.id, "state": point.state.value,
            "route": point.route, "obstacles": obstacles,
        })  # fmt: skip
    return out


def worst(rows: list[Row], accused: object) -> FactState:
    """The worst state of a fact over the accused the label speaks of."""
    chosen = [row for row in rows if accused == "all" or row["accused"] in accused] or rows  # type: ignore[operator]
    return max((FactState(row["state"]) for row in chosen), key=WORST.index)


def per_fact(cases: list[Row], rows: list[Row]) -> Row:
    """Agreement per fact, court-based and coder-based apart; 待查 counted apart from a wrong answer."""
    by_fact: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        by_fact[row["case"], row["fact"]].append(row)
    table: dict[str, Counter[str]] = {"court": Counter(), "coder": Counter()}
    dangerous, blocking = [], []
    for case in cases:
        for fact, label in case.get("per_fact", {}).items():
            if label["label"] not in LABELS or (case["id"], fact) not in by_fact:
                continue
            state = worst(by_fact[case["id"], fact], label.get("accused", "all"))
            table[label["basis"]][f"{label['label']}→{state.value}"] += 1
            if label["label"] == "obstacle" and state is FactState.NO_OBSTACLE:
                dangerous.append(f"{case['id']} {fact}")
            if label["label"] == "clear" and state is FactState.OBSTACLE:
                blocking.append(f"{case['id']} {fact}")
    return {
        "counts": {basis: _rates(counts) for basis, counts in table.items()},
        "dangerous": dangerous,
        "clear_called_obstacle": blocking,
    }


def _rates(counts: Counter[str]) -> Row:
    total = sum(counts.values())
    same = counts["clear→no_obstacle"] + counts["open→open"] + counts["obstacle→obstacle"]
    safe = counts["obstacle→open"]
    undecided = counts["clear→open"]
    return {
        "counts": dict(sorted(counts.items())), "same_answer": share(same, total)["text"],
        "same_or_safe（障碍事实答待查算安全）": share(same + safe, total)["text"],
        "right_of_decided（不计清楚事实的待查）": share(same + safe, total - undecided)["text"],
    }  # fmt: skip


def _verdicts(cases: list[Row], rows: list[Row]) -> Row:
    """Sufficient when every fact is clear; beside the baselines of the file's README on the same cases."""
    states: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        states[row["case"]].add(row["state"])
    plain = [
        case
        for case in cases
        if case["scoring"]["use_for_verdict"]
        and case["expected"]["verdict"] in ("SUFFICIENT", "INSUFFICIENT")
    ]
    bad = [case for case in plain if case["expected"]["verdict"] == "INSUFFICIENT"]
    good = [case for case in plain if case["expected"]["verdict"] == "SUFFICIENT"]

    def line(insufficient: Any) -> str:
        return f"不足：{share(sum(map(insufficient, bad)), len(bad))['text']}；充分：{share(sum(not insufficient(c) for c in good), len(good))['text']}"

    return {
        "皋陶（有障碍或者待查＝不足）": line(lambda case: states[case["id"]] != {"no_obstacle"}),
        "皋陶（只有有障碍＝不足）": line(lambda case: "obstacle" in states[case["id"]]),
        "基线：报道称刑讯": line(lambda case: case["confession"]["torture_claimed"] == "yes"),
        "基线：一律不足": line(lambda case: True),
        "基线：案发早于2010年": line(lambda case: str(case["crime_date"])[:4] < "2010"),
    }


def score(cases: list[Row], rows: list[Row], flags: dict[str, list[str]], heavy: dict[str, int]) -> Row:
    """Agreement with the labels; each figure with its count and Wilson interval."""
    groups: dict[str, Counter[str]] = defaultdict(Counter)
    clear = []
    for case in cases:
        states = [row["state"] for row in rows if row["case"] == case["id"]]
        groups[case["group"]][max(states, key=[s.value for s in WORST].index, default="none")] += 1
        if case["group"] == "upheld" and states and set(states) == {"no_obstacle"}:
            clear.append(case["id"])
    hit = wanted = extra = 0
    missed: Counter[str] = Counter()
    for case in cases:
        want, got = set(case.get("derivable_flags", [])), set(flags[case["id"]])
        hit, wanted, extra = hit + len(want & got), wanted + len(want), extra + len(got - want)
        missed.update(want - got)
    return {
        "per_fact": per_fact(cases, rows), "verdicts": _verdicts(cases, rows),
        "groups": {name: dict(count) for name, count in groups.items()}, "upheld_all_clear": clear,
        "mandatory_in_upheld": {case["id"]: heavy[case["id"]] for case in cases if case["group"] == "upheld"},
        "flags": {"recall": share(hit, wanted)["text"], "precision（derivable_flags 只列一部分，故偏低）": share(hit, hit + extra)["text"], "missed": dict(missed)},
        "note": "与已知结局的一致程度，样本经过挑选；不是发现冤错案件的准确率",
    }  # fmt: skip


def main(argv: list[str] | None = None) -> None:
    """Print rows and scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args(argv)
    cases = load(args.file)
    rows, flags, heavy, told = [], {}, {}, []
    for case in cases:
        made = reviewed(case)
        rows += rows_of(case, made)
        flags[case["id"]] = flags_of(case, made)
        heavy[case["id"]] = sum(one.weight is Weight.MANDATORY for one in made.findings)
        told += rows_of(case, reviewed(case, resolutions=True))
    summary = score(cases, rows, flags, heavy)
    summary["second_run_reading_resolutions（另行打印）"] = per_fact(cases, told)
    if args.json:
        print(
            json.dumps(
                {
                    "rows": rows,
                    "flags": [{"case": i, "flags": f} for i, f in flags.items()],
                    "summary": summary,
                },
                ensure_ascii=False,
                indent=1,
            )
        )
        return
    for row in rows:
        print(
            f"{row['case']}\t{row['accused']}\t{row['fact']}\t{FactState(row['state']).label}\t{row['route'] or '-'}"
        )
        for one in row["obstacles"]:
            print(f"\t\t{one['kind']}\t{one['weight']}\t{one['article']}\t{one['reason']}")
    print(json.dumps(summary, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
