"""Predictions about judgments in the schema of the gold annotation, and their scores against it."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import Any

from benchmarks.wilson import interval
from gaoyao.intake.judgments import read_judgment

Json = dict[str, Any]
FIELDS = ("court", "case_number", "procedure", "date", "procuratorate")


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
            "wilson95": [round(x, 3) for x in interval(hits, total)],
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
