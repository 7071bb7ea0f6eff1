"""How well judgments are read: `python -m benchmarks.judgments GOLD.jsonl [--json]`, `--corpus FILE`, `--speed FILE`.

GOLD is hand-annotated JSON lines; only `id` and `text` of a line are shown to the reader, the rest is used to
score. Every miss is printed. Proportions carry Wilson 95 % intervals. The two halves of the gold set (even and
odd lines) are reported apart, because the reader was written on the even half.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import sys
import time
from collections import Counter
from pathlib import Path

from benchmarks.judgment_scores import FIELDS, Json, Tally, prediction, score, summary
from benchmarks.wilson import interval
from gaoyao.intake.judgments import Judgment, read_judgment
from gaoyao.intake.judgments.sections import ORDER


def main(argv: list[str] | None = None) -> int:
    """Run the part asked for and print its figures; 0 when the figures could be computed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="?", type=Path)
    parser.add_argument(
        "--json", action="store_true", help="one JSON object: predictions in the gold schema, and scores"
    )
    parser.add_argument(
        "--corpus", type=Path, help="JSON lines with `fd` or `text`: parts, empties, contradictions"
    )
    parser.add_argument(
        "--speed", type=Path, help="JSON lines: judgments a second, beside the bytes merely read"
    )
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args(argv)
    if not (options.gold or options.corpus or options.speed):
        parser.error("给出 GOLD.jsonl，或 --corpus FILE，或 --speed FILE")
    if options.gold:
        run_gold(options.gold, options.json)
    if options.corpus:
        run_corpus(options.corpus)
    if options.speed:
        run_speed(options.speed, options.processes)
    return 0


def load(path: Path) -> list[Json]:
    """The lines of a JSON-lines file; a broken line stops with its number."""
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            try:
                rows.append(json.loads(line))
            except json.JSONDecodeError as error:
                raise SystemExit(f"{path} 第 {number} 行不是 JSON：{error}") from error
    return rows


def run_gold(path: Path, as_json: bool) -> None:
    """Predict from id and text alone, score, print."""
    rows = load(path)
    got = [prediction(row["id"], row["text"]) for row in rows]
    whole, even, odd = Tally(), Tally(), Tally()
    scored = all("evidence" in row for row in rows)
    for index, (row, read) in enumerate(zip(rows, got, strict=True)):
        if scored:
            score(row, read, whole)
            score(row, read, odd if index % 2 else even)
    scores = {"all": summary(whole), "even_half": summary(even), "odd_half": summary(odd)} if scored else {}
    if as_json:
        json.dump(
            {"documents": got, "scores": scores, "misses": whole.misses}, sys.stdout, ensure_ascii=False
        )
        print()
        return
    print(f"{path.name}：{len(rows)} 份")
    for name, figures in scores.items():
        print(f"\n== {name}")
        for key, value in figures.items():
            print(f"  {key:32} {json.dumps(value, ensure_ascii=False)}")
    print(f"\n== 逐项差错（{len(whole.misses)}）")
    for miss in whole.misses:
        print("  " + miss)


# ---------------------------------------------------------------- corpus and speed


def text_of(row: Json) -> str:
    """The full text of a corpus line, whatever its field is called."""
    return str(row.get("fd") or row.get("text") or "")


def in_order(judgment: Judgment) -> bool:
    """Header, charge or facts found, reasons, operative part and signatures are there, one after another."""
    starts = {s.name: s.span.start for s in judgment.sections}
    middle = [starts[n] for n in ("proceedings", "accusation", "found") if n in starts]
    if not middle or any(n not in starts for n in ("reasons", "operative", "signatures")):
        return False
    found = starts.get("found", min(middle))
    row = [min(middle), found, starts["reasons"], starts["operative"], starts["signatures"]]
    return row == sorted(row)


def run_corpus(path: Path) -> None:
    """Sections found and in order, empties, contradictions over a corpus without annotations."""
    rows = load(path)
    sections: Counter[str] = Counter()
    empty: Counter[str] = Counter()
    codes: Counter[str] = Counter()
    ordered = 0
    for row in rows:
        judgment = read_judgment(text_of(row))
        good = in_order(judgment)
        ordered += good
        if not good:
            print("  次序不全：", row.get("text_id") or row.get("id"), [s.name for s in judgment.sections])
        sections.update({s.name for s in judgment.sections})
        empty.update(
            n
            for n in (
                *FIELDS,
                "parties",
                "charges_accused",
                "charges_convicted",
                "evidence",
                "citations",
                "events",
            )
            if not getattr(judgment, n)
        )
        empty.update("outcome" for p in judgment.parties if p.outcome == "not_decided_in_document")
        codes.update(f.code for f in judgment.findings)
        if "la" in row:
            _laws(row, judgment, codes)
    low, high = interval(ordered, len(rows))
    print(
        f"{path.name}：{len(rows)} 份；各部分依次齐全 {ordered}（{ordered / max(1, len(rows)):.1%}，Wilson {low:.3f}–{high:.3f}）"
    )
    print("  部分：", {name: sections[name] for name in ORDER})
    print("  空项：", dict(empty.most_common()))
    law = {k: codes.pop(k) for k in ("la/hit", "la/extra", "la/missed") if k in codes}
    print("  互相矛盾：", dict(codes.most_common()))
    if law:
        print(
            f"  刑法条号与语料自带标注比：F1 {2 * law.get('la/hit', 0) / max(1, 2 * law.get('la/hit', 0) + law.get('la/extra', 0) + law.get('la/missed', 0)):.4f} {law}"
        )


def _laws(row: Json, judgment: Judgment, codes: Counter[str]) -> None:
    gold = {int(a) for a in row["la"]}
    got = {c.article for c in judgment.citations if c.law == "中华人民共和国刑法"}
    codes.update({"la/hit": len(gold & got), "la/extra": len(got - gold), "la/missed": len(gold - got)})


def _work(texts: list[str]) -> float:
    """Read the texts; the processor seconds it took."""
    started = time.process_time()
    for text in texts:
        read_judgment(text)
    return time.process_time() - started


def run_speed(path: Path, processes: int) -> None:
    """Judgments a second with the full reading, beside merely reading the bytes."""
    started = time.perf_counter()
    size = len(path.read_bytes())
    bytes_only = time.perf_counter() - started
    texts = [text_of(row) for row in load(path)]
    texts = texts * max(1, 2000 // max(1, len(texts)))
    chunks = [texts[i :: processes * 4] for i in range(processes * 4)]
    with multiprocessing.get_context("spawn").Pool(processes) as pool:
        pool.map(_work, [texts[:1]] * processes)
        started = time.perf_counter()
        processor = sum(pool.map(_work, chunks))
        elapsed = time.perf_counter() - started
    megabytes = sum(len(t.encode()) for t in texts) / 1e6
    print(
        f"{path.name}：{len(texts)} 份 {megabytes:.1f} MB，{processes} 进程 {elapsed:.2f} 秒 = {len(texts) / elapsed:.0f} 份/秒，{megabytes / elapsed:.1f} MB/秒（处理器 {processor:.2f} 秒 = {len(texts) / processor:.0f} 份/核秒）；仅读字节 {size / 1e6 / max(bytes_only, 1e-9):.0f} MB/秒"
    )


if __name__ == "__main__":
    raise SystemExit(main())
