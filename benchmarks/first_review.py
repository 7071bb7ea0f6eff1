"""From a folder to a first useful review: how many questions a person answers, and what they decide.

Usage: python -m benchmarks.first_review [--families 甲 乙 丙] [--seeds N] [--first S] [--pages P] [--ocr] [--show] [--json]

Every folder is invented (benchmarks/planted_files), read with `gaoyao read`'s own functions and reviewed.  Then the
questions of the review are answered in the order in which they stand, and the case is reviewed again after each,
until the review is useful.  `--pages P` keeps folders of at least P pages, from as many seeds as needed.

A first review is *useful* when no conclusion that waits (待查) can still be settled by a question that nobody has
answered: every question with 有结论在等 has been answered, with what its answers opened.  What stays open then stays
open because the file does not tell, or for routine and counter-check questions that hold nothing up.

One *answer* is one act: one sheet of the question's papers (`gaoyao.review.answering`): one evidence group or one kind
of paper, at most 40 of them, with all parts of the question.  *Questions* are the numbered lines of the workbench.
A counter-check, and a contradiction to be weighed, is one act.  `cells` counts every single value: the effort if
nothing were grouped.  Each folder is answered in three ways, always 是, always 否, always 卷内无记载; the way that
takes most acts counts.  What is read stays unconfirmed; confirming is counted apart, by kinds of paper.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import statistics
import tempfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from benchmarks.planted import FAMILIES, TODAY
from benchmarks.wilson import share
from gaoyao.commands.reading import read_and_draft
from gaoyao.dossier.chain import MAIN
from gaoyao.dossier.log import Log
from gaoyao.dossier.model import Absent, Value
from gaoyao.dossier.view import View, readable
from gaoyao.intake.sources.store import Store
from gaoyao.logic.tree import Field, FieldType
from gaoyao.logic.truth import Why
from gaoyao.review.answering import fields_of, open_cells, sheets
from gaoyao.review.api import review
from gaoyao.review.model import QuestionLine, Review

GOAL = 20
"""Acts from a 300-page folder to a first useful review (issue 5)."""
WAYS = ("是", "否", "卷内无记载")
SILENT = Absent(Why.FILE_SILENT, "查过卷，卷内没有记载")
MOST = 400
"""Acts after which a simulation gives up; the folder then counts as not reached."""


@dataclass(frozen=True, slots=True)
class Walk:
    """One folder answered in one way: acts, questions and cells to the first useful review and to the end."""

    way: str
    acts: int
    questions: int
    cells: int
    reached: bool
    acts_in_all: int
    settled_by_first: int
    settled_in_all: int
    decided: dict[str, int]


@dataclass(frozen=True, slots=True)
class Folder:
    """One folder: what was asked at first, and the way of answering that took most acts."""

    family: str
    seed: int
    charge: str
    pages: int
    asked_at_once: int
    confirming: int
    walk: Walk


def answer(way: str, field: Field) -> Value:
    """What somebody who always answers this way enters; what cannot be 是 or 否 takes its first or last option."""
    if way == "卷内无记载" or field.type not in (FieldType.FLAG, FieldType.CHOICE):
        return SILENT
    if field.type is FieldType.FLAG:
        return way == "是"
    return field.options[0 if way == "是" else -1][0]


def waiting(made: Review) -> int:
    """Checks that wait for a question with 有结论在等."""
    return sum(line.waits for line in made.questions if line.holds)


def looked(log: Log) -> tuple[View, Review]:
    """The case as a judge reads it."""
    view = View(log, readable("judge"))
    return view, review(view, TODAY)


def walk(log: Log, way: str) -> Walk:
    """Answer until nothing is left to be answered; counts what had been done when the review became useful."""
    view, made = looked(log)
    before, apart = waiting(made), set[tuple[str, str]]()
    acts = questions = cells = 0
    useful: tuple[int, int, int] | None = None
    first: int | None = None
    decided: Counter[str] = Counter()
    while acts < MOST:
        line = next((one for one in made.questions if left(view, one, apart)), None)
        if useful is None and not any(one.holds and left(view, one, apart) for one in made.questions):
            useful = acts, questions, cells
        if line is None:
            break
        questions += 1
        todo = sheets(view, line)
        if not fields_of(line) or not todo:
            apart.add((line.field, line.text))
            acts, cells = acts + 1, cells + len(line.subjects)
        for sheet in todo:
            open_ = open_cells(view, line, sheet.subjects)
            enter(log, open_, way)
            acts, cells = acts + 1, cells + len(open_)
        if acts - len(todo) < GOAL:
            decided[effect(line)] += line.waits
        if todo:
            view, made = looked(log)
        if first is None and acts >= GOAL:
            first = waiting(made)
    done = useful or (acts, questions, cells)
    end = waiting(made)
    return Walk(
        way,
        *done,
        useful is not None,
        acts,
        before - (end if first is None else first),
        before - end,
        dict(decided),
    )


def enter(log: Log, cells: Iterable[tuple[Field, str]], way: str) -> None:
    """One act: the same answer in every cell of the sheet, as stated by a person."""
    with log.begin(MAIN[0], "虚构的回答人", "回答", "", "2026-11-01T09:00", MAIN[1]) as change:
        for field, subject in cells:
            value = answer(way, field)
            note = value.note if isinstance(value, Absent) else ""
            change.put(field.kind, subject, field.name, value, note=note)


def left(view: View, line: QuestionLine, apart: set[tuple[str, str]]) -> bool:
    """Has nobody answered it yet?"""
    if fields_of(line) and sheets(view, line):
        return True
    return not (fields_of(line)) and (line.field, line.text) not in apart


def confirming(view: View, made: Review) -> int:
    """Steps of the workbench's confirmation queue on which the weight of a finding rests."""
    _workbench()
    from gaoyao.web.confirming.waiting import Queue

    def subject(kind: str, number: int) -> str:
        ids = view.subjects(kind)
        return ids[number] if number < len(ids) else ""

    desk: Any = SimpleNamespace(read=SimpleNamespace(view=view, review=made, subject=subject))
    queue = Queue(desk)
    return len(queue.single) + sum(group.resting > 0 for group in queue.groups)


@cache
def _workbench() -> None:
    """The queue lives in the workbench, which wants its settings; nothing is stored."""
    os.environ.setdefault("GAOYAO_WEB_DATA", tempfile.mkdtemp(prefix="gaoyao-first-"))
    os.environ["DJANGO_SETTINGS_MODULE"] = "gaoyao.web.settings"
    import django

    django.setup()


def effect(line: QuestionLine) -> str:
    """What kind of conclusion a question decides, for the table."""
    if line.opens:
        return "哪些检查进行"
    return "有结论在等" if line.holds else "法定、没有结论在等" if line.legal_duty else "其他"


def examine(family: str, seed: int, least: int, ocr: bool) -> Folder | None:
    """Build, read and answer one folder; None where it has fewer pages than asked for."""
    build = importlib.import_module(f"benchmarks.planted_files.{FAMILIES[family]}").build
    with tempfile.TemporaryDirectory(prefix="gaoyao-first-") as room:
        folder = Path(room) / "案卷"
        folder.mkdir()
        truth = build(folder, seed)
        if truth.pages < least:
            return None
        _, drafted = read_and_draft(folder, Store(Path(room) / "store"), "2026-01-01T00:00", ocr=ocr)
    view, made = looked(drafted.log)
    asked = len(made.questions)
    numbers = {key: number for key, (number, _) in drafted.log.heads.items()}
    walks = [walk(drafted.log.until(numbers), way) for way in WAYS]
    worst = max(walks, key=lambda one: (not one.reached, one.acts))
    return Folder(family, seed, truth.charge, truth.pages, asked, confirming(view, made), worst)


def figures(rows: list[Folder]) -> dict[str, Any]:
    """What is printed of some folders."""
    acts = [one.walk.acts for one in rows]
    decided: Counter[str] = Counter()
    for one in rows:
        decided.update(one.walk.decided)
    return {
        "folders": len(rows), "pages": sum(one.pages for one in rows), "reached": sum(one.walk.reached for one in rows),
        "acts": {"median": statistics.median(acts), "max": max(acts), "within": share(sum(one.walk.reached and one.walk.acts <= GOAL for one in rows), len(rows))["text"]},
        "questions": {"median": statistics.median(one.walk.questions for one in rows), "max": max(one.walk.questions for one in rows)},
        "cells": {"median": statistics.median(one.walk.cells for one in rows), "max": max(one.walk.cells for one in rows)},
        "asked_at_once": {"median": statistics.median(one.asked_at_once for one in rows), "max": max(one.asked_at_once for one in rows)},
        "with_confirming": {
            "median": statistics.median(one.walk.acts + one.confirming for one in rows), "max": max(one.walk.acts + one.confirming for one in rows),
            "within": share(sum(one.walk.reached and one.walk.acts + one.confirming <= GOAL for one in rows), len(rows))["text"],
        },
        "acts_in_all": {"median": statistics.median(one.walk.acts_in_all for one in rows), "max": max(one.walk.acts_in_all for one in rows)},
        "first_decide": dict(decided.most_common()),
        "settled_by_first": share(sum(one.walk.settled_by_first for one in rows), sum(one.walk.settled_in_all for one in rows))["text"],
    }  # fmt: skip


def show(title: str, found: dict[str, Any]) -> None:
    """Print the figures of some folders."""
    print(f"\n{title}：{found['folders']} 件，{found['pages']} 页")
    act, line, cell, whole, once = (
        found[name] for name in ("acts", "questions", "cells", "acts_in_all", "asked_at_once")
    )
    print(
        f"  到第一份有用的审查，回答次数：中位数 {act['median']}，最多 {act['max']}；不超过 {GOAL} 次的 {act['within']}；没有达到的 {found['folders'] - found['reached']} 件"
    )
    both = found["with_confirming"]
    print(
        f"  加上会改变发现分量的确认：中位数 {both['median']}，最多 {both['max']}；不超过 {GOAL} 次的 {both['within']}"
    )
    print(
        f"  其间的问题：中位数 {line['median']}，最多 {line['max']}；逐格计算的内容：中位数 {cell['median']}，最多 {cell['max']}"
    )
    print(
        f"  第一次列出的问题：中位数 {once['median']}，最多 {once['max']}；答到没有可答的：中位数 {whole['median']} 次，最多 {whole['max']} 次"
    )
    print(
        f"  前 {GOAL} 次回答决定的检查："
        + "，".join(f"{name} {number}" for name, number in found["first_decide"].items())
    )
    print(f"  因回答而不再等待的检查，前 {GOAL} 次占：{found['settled_by_first']}")  # fmt: skip


def main(argv: list[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--families", nargs="+", choices=list(FAMILIES), default=list(FAMILIES))
    parser.add_argument("--seeds", type=int, default=10, help="folders of each family")
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--pages", type=int, default=0, help="only folders of at least so many pages")
    parser.add_argument("--tried", type=int, default=400, help="seeds tried at most to find such folders")
    parser.add_argument("--ocr", action="store_true")
    parser.add_argument("--show", action="store_true", help="print every folder")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args(argv)
    rows: list[Folder] = []
    for family in args.families:
        kept = 0
        for seed in range(args.first, args.first + (args.tried if args.pages else args.seeds)):
            one = examine(family, seed, args.pages, args.ocr)
            if one is None:
                continue
            rows.append(one)
            kept += 1
            if args.show:
                print(f"{family} {seed} {one.charge} {one.pages} 页；第一次列出 {one.asked_at_once} 问；{one.walk.acts} 次、{one.walk.questions} 问、{one.walk.cells} 格（一律答“{one.walk.way}”）；全部 {one.walk.acts_in_all} 次", flush=True)  # fmt: skip
            if kept == args.seeds:
                break
    if args.json:
        print(json.dumps([asdict(one) for one in rows], ensure_ascii=False, indent=1))
        return
    for family in args.families:
        if own := [one for one in rows if one.family == family]:
            show(f"家族{family}", figures(own))
    show("合计", figures(rows))


if __name__ == "__main__":
    main()
