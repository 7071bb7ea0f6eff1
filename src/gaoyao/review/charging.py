"""Each count held against its charge: facts that the file does not have, and the charge's counter-checks.

A fact of the file answers a fact of the charge when it bears its 要件代号 (several are parted by 、), or, without
one, when it has the same 事实性质; as many facts of a kind are wanted as the charge lists.  What is missing was not
checked, so the certificate is withheld.  Counter-checks are neutral questions, not a list of what would convict.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from gaoyao.dossier.frame import CaseFrame
from gaoyao.dossier.vocabulary import Count, CounterCheck, Fact
from gaoyao.dossier.vocabulary.court import FACT_COUNTS
from gaoyao.law.charges import Charge, find, general
from gaoyao.law.charges.model import ChargeFact
from gaoyao.review.model import NotChecked, QuestionLine, Subject

MOST = 20
"""Counter-check questions shown at once (design §1)."""
_PARTS = re.compile(r"[、，,;；\s]+")


@dataclass(frozen=True, slots=True)
class CountCharge:
    """One count and the charge it is held against; `known` is False where the general template serves."""

    number: int
    written: str
    charge: Charge
    known: bool


def charged(frame: CaseFrame) -> list[CountCharge]:
    """Every count whose charge is entered."""
    cells = frame.view.cells.get(Count.charge.path, {})
    made = []
    for number, identifier in enumerate(frame.subjects("count")):
        live = cells.get(identifier)
        if live is not None and isinstance(live.value, str):
            found = find(live.value)
            made.append(CountCharge(number, live.value, found or general(), found is not None))
    return made


def missing(frame: CaseFrame, stage: str) -> list[NotChecked]:
    """One line per count: the facts its charge needs at this stage that nobody has entered."""
    facts = _facts_of(frame)
    counts = charged(frame)
    lines = []
    for one in counts:
        lacking = unmatched(one.charge.needed(stage), facts[one.number])
        if lacking:
            told = "；".join(lacking)
            source = (
                "该罪的待证事实没有录入" if one.known else "没有该罪的专门数据，按通用提纲，待证事实没有录入"
            )
            lines.append(
                NotChecked(f"{frame.name('count', one.number)}（{one.written}）", f"{source}：{told}")
            )
    silent = set(range(frame.size("count"))) - {one.number for one in counts}
    lines += [
        NotChecked(frame.name("count", number), "没有录入罪名，该罪的待证事实未核对")
        for number in sorted(silent)
    ]
    return lines


def unmatched(needed: Iterable[ChargeFact], entered: list[tuple[frozenset[str], str]]) -> list[str]:
    """The needed facts that no entered one answers; `entered` holds (codes, role) per fact of the count."""
    told = frozenset().union(*(codes for codes, _ in entered)) if entered else frozenset()
    wanted: dict[str, list[ChargeFact]] = defaultdict(list)
    known = set()
    for fact in needed:
        known.add(fact.id)
        if fact.id not in told:
            wanted[fact.role].append(fact)
    free = Counter(role for codes, role in entered if codes.isdisjoint(known))
    lines = []
    for role, lacking in wanted.items():
        if free[role] < len(lacking):
            some = f"（同一性质的事实只录入 {free[role]} 项，请写要件代号对上）" if free[role] else ""
            lines += [f"{fact.text}（代号 {fact.id}）{some}" for fact in lacking]
    return lines


def _facts_of(frame: CaseFrame) -> dict[int, list[tuple[frozenset[str], str]]]:
    roles = [code for code, _ in Fact.role.options] + [""]
    codes = frame.choice(Fact.role)[0].tolist()
    templates = frame.view.cells.get(Fact.template.path, {})
    counts: dict[int, list[int]] = defaultdict(list)
    for fact, count in zip(*(column.tolist() for column in frame.pairs(FACT_COUNTS)), strict=True):
        counts[fact].append(count)
    made: dict[int, list[tuple[frozenset[str], str]]] = defaultdict(list)
    for fact, identifier in enumerate(frame.subjects("fact")):
        live = templates.get(identifier)
        told = (
            frozenset(_PARTS.split(live.value))
            if live is not None and isinstance(live.value, str)
            else frozenset()
        )
        for count in counts.get(fact) or range(frame.size("count")):
            made[count].append((told, roles[codes[fact]]))
    return made


def counter_checks(frame: CaseFrame) -> tuple[list[QuestionLine], list[NotChecked]]:
    """The counter-checks nobody has answered with a reason, at most MOST."""
    done = answered(frame)
    waiting: dict[tuple[str, str], tuple[tuple[bool, int, int], QuestionLine]] = {}
    groups: dict[str, list[CountCharge]] = defaultdict(list)
    for one in charged(frame):
        groups[one.charge.id].append(one)
    for place, counts in enumerate(groups.values()):
        charge = counts[0].charge
        for n, check in enumerate(charge.checks):
            left = [one.number for one in counts if (check.id, one.number) not in done]
            if left:
                subjects = tuple(
                    Subject("count", frame.identifier("count", c), frame.name("count", c), c) for c in left
                )
                waiting[charge.id, check.id] = ((check.duty is None, n, place), QuestionLine(
                    check.question, check.answers.label, f"charge.{charge.id}.{check.id}", subjects, (f"反证核查：{check.trap}",),
                    (check.duty.brief,) if check.duty else (), check.duty is not None, False,
                ))  # fmt: skip
    lines = [line for _, line in sorted(waiting.values(), key=lambda row: row[0])]
    rest = len(lines) - len(lines[:MOST])
    more = [NotChecked("反证问题", f"另有 {rest} 个没有列出，见 gaoyao law charges 加罪名")] if rest else []
    return lines[:MOST], more


def answered(frame: CaseFrame) -> set[tuple[str, int]]:
    """(code, count) of every counter-check on record with a result and a reason; one without counts is for all."""
    view = frame.view
    numbers = view.index("count")
    done: set[tuple[str, int]] = set()
    for entry in view.subjects(CounterCheck.kind):
        code, result, reason, counts = (
            view.live(field, entry).value
            for field in (CounterCheck.code, CounterCheck.result, CounterCheck.reason, CounterCheck.counts)
        )
        if isinstance(code, str) and isinstance(result, str) and isinstance(reason, str) and reason.strip():
            named = (
                [numbers[str(one)] for one in counts if str(one) in numbers]
                if isinstance(counts, tuple)
                else range(len(numbers))
            )
            done.update((part, number) for part in _PARTS.split(code) for number in named)
    return done
