"""Speed and memory of a review, printed for docs/dev/performance.md.

    python -m benchmarks.performance [--items 1000 5000] [--rounds 7] [--json] [--write docs/dev/performance.md]

Invented cases of N items; one core, warm interpreter, no cache, garbage collection as in the command line.  “Review” starts from assertions in memory: it
includes the view, the columns, every rule, standings, points, findings with their reasons, and questions.
"""

from __future__ import annotations

import argparse
import gc
import json
import resource
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from gaoyao.cli import COLLECT
from gaoyao.dossier.exchange import load, save
from gaoyao.dossier.frame import CaseFrame
from gaoyao.dossier.log import Log
from gaoyao.dossier.model import Span
from gaoyao.dossier.schema import Part
from gaoyao.dossier.view import View
from gaoyao.review.api import context_of, review
from gaoyao.review.engine import rules, run
from gaoyao.review.render.as_json import dumps
from gaoyao.review.render.html import page

TODAY = date(2024, 6, 1)
TYPES = (
    "confession",
    "witness",
    "victim",
    "expert",
    "physical",
    "documentary",
    "scene",
    "electronic",
    "identification",
    "seizure",
)
PARTS = [(Part.MAIN, ""), (Part.COURT_INNER, "")]


def case_of(items: int) -> Log:
    """An invented case: items in ten kinds, one link each, acts with dates and papers; one in fifty has a flaw."""
    log = Log()
    with log.begin(Part.MAIN, "benchmark", "load", "invented", "2024-01-01T00:00") as tx:
        put = tx.put
        tx.declare("case", "C")
        for name, value in (("title", "虚构案件"), ("invented", True), ("stage", "first_instance"), ("procedure", "ordinary"),
                            ("evidence_complete", True), ("hearing_on", Span(28500000, 28500000, "2024-03-08"))):  # fmt: skip
            put("case", "C", name, value)
        for n in range(4):
            tx.declare("accused", f"A{n}")
            put("accused", f"A{n}", "name", f"{'甲乙丙丁'[n]}某")
        people = max(1, items // 40)
        for n in range(people):
            tx.declare("incident", f"I{n}")
            put("incident", f"I{n}", "happened", Span(27000000 + n * 1440, 27000000 + n * 1440, "2021-05-01"))
            tx.declare("count", f"N{n}")
            for name, value in (("accused", f"A{n % 4}"), ("incident", f"I{n}"), ("charge", "盗窃罪")):
                put("count", f"N{n}", name, value)
            for role in ("crime_exists", "identity", "quantity"):
                tx.declare("fact", f"F{n}{role}")
                put("fact", f"F{n}{role}", "counts", (f"N{n}",))
                put("fact", f"F{n}{role}", "role", role)
                put("fact", f"F{n}{role}", "text", "虚构的待证事实")
        for n in range(items):
            _item(tx, n, people)
    return log


def _item(tx: Any, n: int, people: int) -> None:
    kind, ident, flaw = TYPES[n % len(TYPES)], f"E{n}", n % 50 == 0
    tx.declare("item", ident)
    values: dict[str, Any] = {
        "title": f"虚构证据{n}", "type": kind, "page": f"卷{n // 100 + 1}第{n % 100}页", "against": True, "shown": True, "confronted": not flaw,
        "verified": True, "offered_by": "prosecution", "original": True, "withdrawn": False, "happened": Span(27100000 + n, 27100100 + n, "2021-07"),
        "technical_measure": False, "disputed": False, "police_note": False, "altered_unexplained": False, "only_restates_confession": False,
    }  # fmt: skip
    if kind == "confession":
        values |= {"speaker": f"A{n % 4}", "admits": True}
    for name, value in values.items():
        tx.put("item", ident, name, value)
    child, more = _act(kind, n, flaw)
    tx.declare(child, f"{ident}.a", ident)
    for name, value in more.items():
        tx.put(child, f"{ident}.a", name, value)
    tx.declare("link", f"{ident}.l", ident)
    fact = f"F{n % people}{('crime_exists', 'identity', 'quantity')[n % 3]}"
    for name, value in (
        ("fact", fact),
        ("direction", "supports"),
        ("tie", "individual" if kind == "expert" else "circumstance"),
    ):
        tx.put("link", f"{ident}.l", name, value)


def _act(kind: str, n: int, flaw: bool) -> tuple[str, dict[str, Any]]:
    when = Span(27100000 + n, 27100000 + n, "2021-07-10 02:40")
    if kind == "confession":
        return "interrogation", {"start": when, "end": when, "confirmed": not flaw, "officers_signed": True, "recorded": True,
                                 "recording_complete": True, "recording_transferred": True, "rights_recorded": True, "first": n < 40,
                                 "outside_premises": False, "violence": False, "threat": False, "minor": False}  # fmt: skip
    if kind in ("witness", "victim"):
        return "inquiry", {"start": when, "individual": True, "confirmed": not flaw, "particulars_missing": False, "rights_recorded": True,
                           "minor": False, "impaired": False, "opinion": False, "deaf_or_mute": False, "needs_interpreter": False}  # fmt: skip
    if kind == "expert":
        return "appraisal", {"agency_unqualified": False, "expert_unqualified": False, "sample_unreliable": False, "sample_mismatch": False,
                             "procedure_violated": False, "method_improper": False, "unsigned": flaw, "irrelevant": False, "issued_on": when}  # fmt: skip
    if kind == "electronic":
        return "digital_copy", {
            "forged": False,
            "unsealed": flaw,
            "unsigned": False,
            "described_unclearly": False,
            "happened": when,
        }
    if kind == "identification":
        return "identification", {
            "conducted_by_officers": True,
            "seen_before": False,
            "individual": True,
            "mixed": True,
            "hint": flaw,
            "happened": when,
        }
    return "acquisition", {"happened": when, "by_search_or_scene": True, "record_or_list": True, "source_provable": True,
                           "signatures_missing": flaw, "copy_unmarked": False, "source_doubt_unexplained": False, "serious_illegality": False}  # fmt: skip


def timed(work: Callable[[], object], rounds: int) -> float:
    """Median milliseconds of `rounds` runs after one warm-up."""
    work()
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return median(times)


def process_start(rounds: int) -> float:
    """Milliseconds of `gaoyao --version` as a process."""
    return timed(
        lambda: subprocess.run(
            [sys.executable, "-m", "gaoyao", "--version"], check=True, capture_output=True
        ),
        rounds,
    )


def measure(items: int, rounds: int) -> dict[str, Any]:
    """Every figure for one size."""
    log = case_of(items)
    view = View(log, PARTS)
    made = review(view, TODAY)
    with TemporaryDirectory() as folder:
        file = Path(folder) / "case.yaml"
        file.write_text(save(log), encoding="utf-8")
        loading = timed(lambda: load(file), max(1, rounds // 3))
    tracemalloc.start()
    review(View(log, PARTS), TODAY)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    def rules_only() -> None:
        frame = CaseFrame(view)
        run(frame, context_of(frame, TODAY))

    return {
        "items": items, "assertions": len(log.assertions()), "rules": len(rules()), "findings": len(made.findings), "points": len(made.points),
        "view_ms": timed(lambda: View(log, PARTS), rounds), "columns_and_rules_ms": timed(rules_only, rounds),
        "review_ms": timed(lambda: review(View(log, PARTS), TODAY), rounds), "json_ms": timed(lambda: dumps(made), rounds),
        "html_ms": timed(lambda: page(made), max(1, rounds // 3)), "html_kb": len(page(made).encode()) / 1024, "loading_ms": loading,
        "review_peak_mb": peak / 1e6,
    }  # fmt: skip


def main(argv: list[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, nargs="+", default=[100, 1000, 5000])
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--write", type=Path)
    args = parser.parse_args(argv)
    gc.set_threshold(*COLLECT)
    start = process_start(args.rounds)
    rows = [measure(items, args.rounds) for items in args.items]
    resident = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    if args.json:
        print(json.dumps({"process_start_ms": start, "resident_mb": resident, "rows": rows}, indent=1))
        return
    text = table(start, resident, rows)
    print(text)
    if args.write:
        args.write.write_text(PAGE.format(table=text, rounds=args.rounds), encoding="utf-8", newline="\n")


NAMES = {
    "items": "items", "assertions": "assertions", "rules": "rules", "findings": "findings", "points": "points", "loading_ms": "load YAML",
    "view_ms": "view", "columns_and_rules_ms": "columns, all rules, proof", "review_ms": "**review, whole**", "json_ms": "JSON", "html_ms": "HTML",
    "html_kb": "HTML kB", "review_peak_mb": "peak MB of a review",
}  # fmt: skip
PAGE = """# Performance

Written by `python -m benchmarks.performance --write docs/dev/performance.md`. Invented cases; one process, one core, warm interpreter,
no cache between reviews; medians of {rounds} runs in milliseconds. “Review, whole” starts from assertions in memory: view, columns, every
rule, standings, routes, findings with their reasons, questions. Loading, JSON and HTML are apart. Figures depend on the machine and on
what else runs on it; the shape of the growth does not.

{table}
"""


def table(start: float, resident: float, rows: list[dict[str, Any]]) -> str:
    """The figures turned on their side: one line a figure, one column a size."""
    lines = [
        "| | " + " | ".join(f"{row['items']:,} items" for row in rows) + " |",
        "|---|" + "---:|" * len(rows),
    ]
    for key, name in list(NAMES.items())[1:]:
        shown = [f"{row[key]:,.1f}" if isinstance(row[key], float) else f"{row[key]:,}" for row in rows]
        lines.append(f"| {name}{' (ms)' if key.endswith('_ms') else ''} | " + " | ".join(shown) + " |")
    lines += [
        "",
        f"Process start (`gaoyao --version`): {start:.0f} ms. Resident memory at the end of the whole run: {resident:.0f} MB.",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
