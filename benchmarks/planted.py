"""From pages to findings: invented volumes with planted flaws, read and reviewed as a user would.

Usage: python -m benchmarks.planted [--families 甲 乙 丙] [--seeds N] [--first S] [--no-ocr] [--show] [--json]

Every case is built in an empty folder, read with `gaoyao read`'s own functions, and the draft is reviewed.  Nothing
of the truth reaches the reader.  A flaw is *told* when one of its signs (table SIGNS below) stands in the review or in
the coverage report; *asked* when a rule that is its sign is only open.  A sign without its flaw is a false alarm; so
recall and false alarms are of whole cases and kinds of flaw, with Wilson intervals.  Family 丙 was frozen before the
reader was tuned and is told apart.  The rates say how invented papers are read; nothing else.
"""

from __future__ import annotations

import argparse
import importlib
import json
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.planted_files.contract import FLAWS, Truth
from benchmarks.wilson import share
from gaoyao.commands.reading import read_and_draft
from gaoyao.dossier.view import View, readable
from gaoyao.dossier.vocabulary import Claim
from gaoyao.intake.pages.dispatch import Volume
from gaoyao.intake.sources.store import Store
from gaoyao.review.api import review
from gaoyao.review.model import Review

FAMILIES = {"甲": "family_jia", "乙": "family_yi", "丙": "family_bing"}
TODAY = date(2026, 11, 1)
HIDDEN = dict(Claim.slot.options)["disposal"]
"""Of what the police knew first only where things were hidden counts: that they knew the rest is no flaw."""

SIGNS: dict[str, tuple[str, ...]] = {
    "single_interrogator": ("conduct.single_officer",),
    "outside_detention": ("confession.outside_premises_2021", "confession.outside_premises_2013", "sign:place"),
    "summons_overlong": ("deadline:cpl-119-1",),
    "rights_not_told": ("confession.rights_unrecorded",),
    "record_unsigned": ("confession.unconfirmed",),
    "no_recording": ("confession.recording_missing", "confession.unrecorded_2013", "sign:recording"),
    "log_disagrees": ("sign:log", "mismatch:log_without_record", "confession.particulars"),
    "injury_at_entry": ("sign:injury", "confession.violence", "confession.legality_not_shown"),
    "night_without_rest": ("sign:rest", "sign:long", "mismatch:rest_untold", "confession.deprivation_2021"),
    "same_words": ("shared",),
    "officer_in_two_places": ("mismatch:officer_twice", "mismatch:recorder_twice", "sign:overlap", "testimony.same_time"),
    "minor_alone": ("confession.minor_alone", "confession.minor_alone_doubt", "testimony.minor_alone"),
    "no_interpreter": ("confession.no_interpreter", "confession.no_sign_language", "testimony.no_interpreter", "testimony.no_sign_language"),
    "identification_few": ("identification.too_few_persons_police", "identification.too_few_objects_police", "identification.not_mixed"),
    "identification_shown": ("identification.seen_before", "identification.hint"),
    "identification_together": ("identification.not_individual",),
    "search_no_witness": ("objects.unsigned", "conduct.no_attestor"),
    "seizure_no_list": ("objects.no_record", "objects.object_without_source", "objects.object_to_review", "mismatch:object_unlisted"),
    "sample_disagrees": ("mismatch:sample_weight", "mismatch:sample_mark", "mismatch:object_number", "mismatch:object_size", "mismatch:sample_description", "expertise.sample_mismatch", "expertise.sample_unreliable"),
    "appraiser_unqualified": ("expertise.agency_unqualified", "expertise.expert_unqualified"),
    "appraisal_unsigned": ("expertise.unsigned",),
    "appraisal_not_told": ("expertise.not_told", "mismatch:opinion_untold"),
    "custody_late": ("deadline:cpl-85-1",),
    "custody_before_filing": ("mismatch:detained_before_filing",),
    "arrest_overdue": ("deadline:cpl-91-1",),
    "witness_together": ("testimony.not_individual",),
    "witness_unsigned": ("testimony.unconfirmed",),
    "confession_only": ("facts.confession_alone", "facts.confession_alone_own", "facts.no_route", "who.nobody_named"),
    "confession_after_finding": ("drift", "mismatch:found_before_told"),
    "alibi_unchecked": ("facts.alibi_unchecked", "facts.alibi_stands"),
    "unmatched_trace": ("disposal.unmatched_trace", "disposal.foreign_trace", "objects.trace_without_identity", "objects.trace_to_review"),
    "exculpatory_not_moved": ("facts.withheld", "pretrial.withheld", "mismatch:kept_back", "mismatch:record_missing"),
    "dates_inside": ("mismatch:inside",),
    "page_unreadable": ("unread",),
}  # fmt: skip
"""What counts as telling a flaw: ids of rules, periods, comparisons of papers, signs of questioning, unread pages."""


class Seen(NamedTuple):
    """What the reading and the review of one case told, and what they only asked."""

    told: frozenset[str]
    asked: frozenset[str]
    seconds: float
    questions: int
    compelling: int


def signs(volumes: Iterable[Volume], mismatches: Iterable[Any], made: Review) -> tuple[set[str], set[str]]:
    """Every sign that stands, and every rule that is open."""
    told = {one.rule.id for one in made.findings}
    told |= {f"mismatch:{one.code}" for one in mismatches}
    told |= {f"deadline:{one.rule}" for one in made.deadlines if one.overdue}
    told |= {f"sign:{one.code}" for one in made.statements.questioning}
    if made.statements.shared:
        told.add("shared")
    if made.statements.drifted or any(one.slot == HIDDEN for one in made.statements.known_before):
        told.add("drift")
    if any(volume.unread for volume in volumes):
        told.add("unread")
    titles = {title for one in made.questions for title in one.because}
    titles |= {title for one in made.points for title in one.pending}
    return told, titles


def examine(family: str, seed: int, ocr: bool) -> tuple[Truth, Seen]:
    """Build one case, read it, review the draft."""
    build = importlib.import_module(f"benchmarks.planted_files.{FAMILIES[family]}").build
    with tempfile.TemporaryDirectory(prefix="gaoyao-planted-") as room:
        folder = Path(room) / "案卷"
        folder.mkdir()
        truth = build(folder, seed)
        start = time.perf_counter()
        volumes, drafted = read_and_draft(folder, Store(Path(room) / "store"), "2026-01-01T00:00", ocr=ocr)
        made = review(View(drafted.log, readable("judge")), TODAY)
        told, asked = signs(volumes, drafted.mismatches, made)
        seconds = time.perf_counter() - start
    compelling = sum(one.weight.value == "mandatory" for one in made.findings)
    return truth, Seen(frozenset(told), frozenset(asked), seconds, len(made.questions), compelling)


def titles_of(signs_: Iterable[str]) -> set[str]:
    """The titles of those signs that are rules: open questions name rules by title."""
    from gaoyao.law.rule import RULES

    return {RULES[one].title for one in signs_ if one in RULES}


def score(rows: list[tuple[Truth, Seen]]) -> dict[str, Any]:
    """Per flaw and over all: told, only asked, missed, false alarms."""
    count: dict[str, Counter[str]] = defaultdict(Counter)
    for truth, seen in rows:
        planted = {one.code for one in truth.flaws}
        for code in FLAWS:
            stands = bool(seen.told & set(SIGNS[code]))
            if code in planted:
                asked = bool(seen.asked & titles_of(SIGNS[code]))
                count[code]["told" if stands else "asked" if asked else "missed"] += 1
            else:
                count[code]["false" if stands else "silent"] += 1
    planted_all = sum(one["told"] + one["asked"] + one["missed"] for one in count.values())
    told_all = sum(one["told"] for one in count.values())
    false_all = sum(one["false"] for one in count.values())
    clean = sum(one["false"] + one["silent"] for one in count.values())
    return {
        "cases": len(rows), "pages": sum(truth.pages for truth, _ in rows), "seconds": round(sum(seen.seconds for _, seen in rows), 1),
        "compelling_on_unconfirmed": sum(seen.compelling for _, seen in rows),
        "told": share(told_all, planted_all)["text"], "told_or_asked": share(told_all + sum(one["asked"] for one in count.values()), planted_all)["text"],
        "false_alarms": share(false_all, clean)["text"], "per_flaw": {code: dict(count[code]) for code in FLAWS},
    }  # fmt: skip


def show(family: str, found: dict[str, Any]) -> None:
    """Print one family."""
    print(
        f"\n家族{family}{'（冻结，阅读程序没有据以调整）' if family == '丙' else ''}：{found['cases']} 件，{found['pages']} 页，{found['seconds']} 秒"
    )
    print(f"  种下的缺陷说出：{found['told']}；说出或者提问：{found['told_or_asked']}")
    print(
        f"  没有种下而报出（每件每类缺陷）：{found['false_alarms']}；未经确认而强制：{found['compelling_on_unconfirmed']}（应为 0）"
    )
    print("  缺陷 | 说出 | 只提问 | 漏 | 误报")
    for code, row in found["per_flaw"].items():
        if any(row.get(name) for name in ("told", "asked", "missed", "false")):
            print(
                f"  {FLAWS[code][0]} | {row.get('told', 0)} | {row.get('asked', 0)} | {row.get('missed', 0)} | {row.get('false', 0)}"
            )


def main(argv: list[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--families", nargs="+", choices=list(FAMILIES), default=list(FAMILIES))
    parser.add_argument("--seeds", type=int, default=10)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--no-ocr", action="store_true")
    parser.add_argument("--show", action="store_true", help="print every case")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args(argv)
    results: dict[str, Any] = {}
    for family in args.families:
        rows = []
        for seed in range(args.first, args.first + args.seeds):
            truth, seen = examine(family, seed, not args.no_ocr)
            rows.append((truth, seen))
            if args.show:
                missed = [one for one in truth.flaws if not seen.told & set(SIGNS[one.code])]
                extra = [
                    code
                    for code in FLAWS
                    if seen.told & set(SIGNS[code]) and code not in {one.code for one in truth.flaws}
                ]
                print(
                    f"{family} {seed} {truth.charge} {truth.pages}页 {seen.seconds:.0f}秒 问{seen.questions}；漏：{[(one.code, one.file, one.page) for one in missed]}；多：{extra}",
                    flush=True,
                )
        results[family] = score(rows)
    if args.json:
        print(json.dumps(results, ensure_ascii=False, indent=1))
        return
    for family, found in results.items():
        show(family, found)


if __name__ == "__main__":
    main()
