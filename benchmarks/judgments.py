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
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

from gaoyao.intake.judgments import Judgment, read_judgment
from gaoyao.intake.judgments.sections import ORDER

Json = dict[str, Any]
FIELDS = ("court", "case_number", "procedure", "date", "procuratorate")


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


# ---------------------------------------------------------------- predictions in the gold schema


def prediction(document_id: str, text: str) -> Json:
    """What is read from `text`, in the shape of the gold annotation."""
    judgment = read_judgment(text)
    value = {
        name: getattr(judgment, name)
        for name in ("court", "case_number", "document_type", "date", "procuratorate")
    }
    return {
        "id": document_id,
        **{name: found.text if found else None for name, found in value.items()},
        "procedure": judgment.procedure,
        "defendants": [_defendant(p) for p in judgment.parties],
        "charges_accused": list(judgment.charges_accused),
        "charges_convicted": list(judgment.charges_convicted),
        "evidence": [
            {"kind": e.kind, "start": e.span.start, "end": e.span.end, "title": e.title, "generic": e.generic,
             "subkind": e.subkind, "section": e.section} for e in judgment.evidence
        ],
        "defence": [_point(d) for d in judgment.defence],
        "exclusion": {k: getattr(judgment.exclusion, k) for k in ("application", "by", "target", "ground", "result")},
        "cited_articles": [
            {"law": c.law, "article": c.article, "sub": c.sub, "paragraph": c.paragraph, "item": c.item,
             "raw": text[c.span.start : c.span.end]} for c in judgment.citations
        ],
        "events": [{"kind": e.kind, "date": e.date} for e in judgment.events],
        "completeness": judgment.completeness,
        "notes": [f.message for f in judgment.findings],
    }  # fmt: skip


def _defendant(party: Any) -> Json:
    return {
        "name": party.name, "role": party.role, "outcome": party.outcome, "sentence": party.sentence,
        "charges_accused": list(party.charges_accused), "charges_convicted": list(party.charges_convicted),
        "per_charge": [{"charge": d.charge, "outcome": d.outcome} for d in party.per_charge],
    }  # fmt: skip


def _point(point: Any) -> Json:
    answer = point.answer_span
    return {
        "by": point.by, "quote": point.quote, "start": point.span.start, "end": point.span.end,
        "answered": point.answered, "result": point.result or "not_answered", "reasoned": point.reasoned,
        "answer_quote": point.answer_quote,
        "answer_start": answer.start if answer else None, "answer_end": answer.end if answer else None,
    }  # fmt: skip


# ---------------------------------------------------------------- scores


class Tally:
    """Counts by name, and the misses as they are met."""

    def __init__(self) -> None:
        self.count: Counter[str] = Counter()
        self.misses: list[str] = []

    def add(self, name: str, right: bool, miss: str = "") -> None:
        """Count one decision under `name`; `miss` tells what was wrong."""
        self.count[name] += right
        self.count[f"{name}/all"] += 1
        if not right and miss:
            self.misses.append(miss)

    def f1(self, name: str) -> tuple[int, int, int, float]:
        """(hits, predicted, gold, F1) of a span or set score."""
        hits, predicted, gold = self.count[name], self.count[f"{name}/predicted"], self.count[f"{name}/gold"]
        return hits, predicted, gold, 2 * hits / (predicted + gold) if predicted + gold else 1.0


def wilson(hits: int, total: int) -> tuple[float, float]:
    """Wilson 95 % interval of a proportion; (0, 1) when there is nothing to count."""
    if not total:
        return 0.0, 1.0
    z, p = 1.96, hits / total
    middle = p + z * z / (2 * total)
    spread = z * ((p * (1 - p) + z * z / (4 * total)) / total) ** 0.5
    low, high = (middle - spread) / (1 + z * z / total), (middle + spread) / (1 + z * z / total)
    return max(0.0, low), min(1.0, high)


def plain(text: str | None) -> str | None:
    """A header value for comparison: width and bracket variants and blanks aside."""
    if text is None:
        return None
    folded = unicodedata.normalize("NFKC", text)
    return "".join(folded.split()).translate(str.maketrans("〔〕[]〇", "()()0"))


def iou(a: tuple[int, int], b: tuple[int, int]) -> float:
    """Shared part of two spans over their union."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared / (max(a[1], b[1]) - min(a[0], b[0])) if shared > 0 else 0.0


def score(gold: Json, got: Json, tally: Tally) -> None:
    """Compare one prediction with its gold annotation."""
    who = f"{gold['id']}"
    for name in FIELDS:
        right = plain(got[name]) == plain(gold[name])
        tally.add("header", right, f"{who} {name}: 读作 {got[name]!r}，应为 {gold[name]!r}")
    _score_accused(gold, got, tally)
    for name in ("charges_accused", "charges_convicted"):
        _score_set(name, set(gold[name]), set(got[name]), tally, who)
    _score_set("cited_articles", _articles(gold), _articles(got), tally, who)
    _score_evidence(gold, got, tally, generic=True)
    _score_evidence(gold, got, tally, generic=False)
    _score_defence(gold, got, tally)
    same = bool(gold["exclusion"]["application"]) == got["exclusion"]["application"]
    tally.add(
        "exclusion",
        same and (gold["exclusion"]["result"] == got["exclusion"]["result"]),
        f"{who} exclusion: {got['exclusion']} / {gold['exclusion']}",
    )


def _score_accused(gold: Json, got: Json, tally: Tally) -> None:
    read = {d["name"]: d for d in got["defendants"]}
    for person in gold["defendants"]:
        found = read.pop(person["name"], None)
        right = bool(found) and found["outcome"] == person["outcome"]  # type: ignore[index]
        tally.add(
            "accused",
            right,
            f"{gold['id']} 被告人 {person['name']}: 读作 {found and found['outcome']}，应为 {person['outcome']}",
        )
        if found:
            swapped = {found["outcome"], person["outcome"]} == {"guilty", "acquitted"}
            tally.add("no_swap", not swapped, f"{gold['id']} {person['name']} 有罪与无罪颠倒")
            tally.add(
                "sentence",
                plain(found["sentence"]) == plain(person["sentence"]),
                f"{gold['id']} {person['name']} 刑罚: 读作 {found['sentence']}，应为 {person['sentence']}",
            )
    for name in read:
        tally.add("accused_extra", False, f"{gold['id']} 多出被告人 {name}")


def _articles(row: Json) -> set[tuple[Any, ...]]:
    return {
        (a["law"], a["article"], a.get("sub"), a.get("paragraph"), a.get("item"))
        for a in row["cited_articles"]
    }


def _score_set(name: str, gold: set[Any], got: set[Any], tally: Tally, who: str) -> None:
    tally.count[name] += len(gold & got)
    tally.count[f"{name}/gold"] += len(gold)
    tally.count[f"{name}/predicted"] += len(got)
    if gold != got:
        tally.misses.append(
            f"{who} {name}: 多 {sorted(map(str, got - gold))} 少 {sorted(map(str, gold - got))}"
        )


def _pairs(gold: list[Json], got: list[Json]) -> list[tuple[Json, Json, float]]:
    """One-to-one pairs of overlapping spans, best first."""
    candidates = sorted(
        (
            (iou((g["start"], g["end"]), (p["start"], p["end"])), i, j)
            for i, g in enumerate(gold)
            for j, p in enumerate(got)
        ),
        key=lambda c: -c[0],
    )
    used_gold: set[int] = set()
    used_got: set[int] = set()
    pairs = []
    for overlap, i, j in candidates:
        if overlap > 0 and i not in used_gold and j not in used_got:
            used_gold.add(i)
            used_got.add(j)
            pairs.append((gold[i], got[j], overlap))
    return pairs


def _score_evidence(gold: Json, got: Json, tally: Tally, generic: bool) -> None:
    mine, theirs = gold["evidence"], got["evidence"]
    tag = "" if generic else "_without_generic"
    if not generic:
        mine = [e for e in mine if not e["generic"]]
        theirs = [e for e in theirs if not e["generic"]]
    pairs = [p for p in _pairs(mine, theirs) if p[2] >= 0.5]
    for name, hits in (("evidence_half", len(pairs)), ("evidence_exact", sum(p[2] == 1 for p in pairs))):
        tally.count[name + tag] += hits
        tally.count[f"{name}{tag}/gold"] += len(mine)
        tally.count[f"{name}{tag}/predicted"] += len(theirs)
    if not generic:
        return
    for want, have, overlap in pairs:
        tally.add(
            "kind",
            want["kind"] == have["kind"],
            f"{gold['id']} 种类 “{want['title']}”: 读作 {have['kind']}，应为 {want['kind']}（亦可 {want['kind_alt']}）",
        )
        tally.add("kind_alt", have["kind"] in (want["kind"], *want["kind_alt"]))
        if overlap < 1:
            tally.misses.append(f"{gold['id']} 边界 “{have['title']}” / “{want['title']}”")
    matched = {id(p[0]) for p in pairs}, {id(p[1]) for p in pairs}
    tally.misses += [f"{gold['id']} 漏证据 “{e['title']}”" for e in mine if id(e) not in matched[0]]
    tally.misses += [f"{gold['id']} 多证据 “{e['title']}”" for e in theirs if id(e) not in matched[1]]


def _score_defence(gold: Json, got: Json, tally: Tally) -> None:
    """Found: half of the argument is covered by a prediction; strict: half of the union (IoU)."""
    used = set()
    for want in gold["defence"]:
        best, covered, overlap = None, 0.0, 0.0
        for have in got["defence"]:
            shared = min(want["end"], have["end"]) - max(want["start"], have["start"])
            if shared > 0 and shared / (want["end"] - want["start"]) > covered:
                best, covered = have, shared / (want["end"] - want["start"])
                overlap = iou((want["start"], want["end"]), (have["start"], have["end"]))
        tally.add("defence_found", covered >= 0.5, f"{gold['id']} 漏辩护意见 “{want['quote']}”")
        tally.add("defence_iou", overlap >= 0.5)
        if best is not None and covered >= 0.5:
            used.add(id(best))
            tally.add(
                "answered",
                best["answered"] == want["answered"],
                f"{gold['id']} 回应 “{want['quote']}”: 读作 {best['answered']}，应为 {want['answered']}",
            )
            tally.add("answer_result", best["result"] == want["result"])
    extra = [h for h in got["defence"] if id(h) not in used]
    tally.count["defence_extra"] += len(extra)
    tally.misses += [f"{gold['id']} 多辩护意见 “{h['quote'][:60]}”" for h in extra]


def summary(tally: Tally) -> Json:
    """The figures of one tally, with intervals for proportions."""
    out: Json = {}
    for name in (
        "header",
        "accused",
        "no_swap",
        "sentence",
        "kind",
        "kind_alt",
        "defence_found",
        "defence_iou",
        "answered",
        "answer_result",
        "exclusion",
    ):
        hits, total = tally.count[name], tally.count[f"{name}/all"]
        out[name] = {
            "right": hits,
            "of": total,
            "share": round(hits / total, 4) if total else None,
            "wilson95": [round(x, 3) for x in wilson(hits, total)],
        }
    for name in (
        "charges_accused",
        "charges_convicted",
        "cited_articles",
        "evidence_half",
        "evidence_exact",
        "evidence_half_without_generic",
        "evidence_exact_without_generic",
    ):
        hits, predicted, gold, f1 = tally.f1(name)
        out[name] = {"hits": hits, "predicted": predicted, "gold": gold, "f1": round(f1, 4)}
    hits = tally.count["charges_accused"] + tally.count["charges_convicted"]
    total = sum(
        tally.count[f"charges_{k}/{s}"] for k in ("accused", "convicted") for s in ("gold", "predicted")
    )
    out["charges_f1"] = round(2 * hits / total, 4) if total else 1.0
    out["defence_extra"] = tally.count["defence_extra"]
    return out


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
    low, high = wilson(ordered, len(rows))
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
