"""Mutation test of the rules: break a rule in every small way and see whether its scenarios notice.

For every rule: each leaf negated, each comparison operator replaced, each exception, conjunct, disjunct and
option dropped, exists and forall exchanged, each burden (cannot_exclude) removed.  Only that rule's scenarios
are run.  Prints the survivors; exit status 1 when there is one.

    python -m benchmarks.mutants [RULE or MODULE …]
"""

from __future__ import annotations

import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from gaoyao.law.rule import Rule
from gaoyao.logic.columns import Columns, Plan
from gaoyao.logic.prose import describe
from gaoyao.logic.tree import (
    All,
    Always,
    Any,
    At,
    AtLeast,
    CannotExclude,
    Compare,
    Concluded,
    Flag,
    ForAll,
    Not,
    OneOf,
    Op,
    Prop,
    TreeError,
    Unresolved,
    all_of,
    any_of,
)
from gaoyao.review.engine import rules
from gaoyao.review.scenarios import Prepared, answer, prepare, read

SHARED_LIST = 6
"""A longer list of options is one shared constant; `tests/law/test_rules.py` holds it against a table."""
FOLDER = Path(__file__).parent.parent / "tests" / "scenarios"


class Mutant(NamedTuple):
    """One changed tree and what was changed."""

    change: str
    prop: Prop


def inline(prop: Prop) -> str:
    """A tree on one line."""
    return "；".join(line.strip() for line in describe(prop))[:100]


def folded(prop: Prop) -> Prop:
    """The same tree without constants inside conjunctions and disjunctions, so that no mutant is void."""
    match prop:
        case All(parts=parts):
            kept = [part for part in map(folded, parts) if part != Always(True)]
            return all_of(*kept) if kept else Always(True)
        case Any(parts=parts):
            kept = [part for part in map(folded, parts) if part != Always(False)]
            return any_of(*kept) if kept else Always(False)
        case Not(part=part) | At(part=part) | AtLeast(part=part) | ForAll(part=part):
            return replace(prop, part=folded(part))
        case CannotExclude(part=part, closed=closed):
            return CannotExclude(folded(part), folded(closed))
    return prop


def mutants(prop: Prop) -> Iterator[Mutant]:
    """Every mutant of a tree."""
    match prop:
        case Flag() | OneOf() | Compare() | Unresolved() | Concluded() | Always():
            yield from _of_leaf(prop)
        case Not(part=part) | At(part=part):
            yield from (Mutant(m.change, replace(prop, part=m.prop)) for m in mutants(part))
        case All(parts=parts) | Any(parts=parts):
            yield from _of_parts(prop, parts)
        case AtLeast(count=count, relation=relation, part=part):
            yield Mutant(f"“有一个”换成“每一个”：{relation.label}", ForAll(relation, part))
            yield Mutant(
                f"至少{count}个换成{count + 1}个：{relation.label}", AtLeast(count + 1, relation, part)
            )
            yield from (Mutant(m.change, replace(prop, part=m.prop)) for m in mutants(part))
        case ForAll(relation=relation, part=part):
            yield Mutant(f"“每一个”换成“有一个”：{relation.label}", AtLeast(1, relation, part))
            yield from (Mutant(m.change, replace(prop, part=m.prop)) for m in mutants(part))
        case CannotExclude(part=part, closed=closed):
            yield Mutant(f"去掉“查而不明”的负担：{inline(part)}", part)
            yield from (Mutant(m.change, CannotExclude(m.prop, closed)) for m in mutants(part))
            yield from (Mutant(m.change, CannotExclude(part, m.prop)) for m in mutants(closed))


def _of_leaf(leaf: Prop) -> Iterator[Mutant]:
    yield Mutant(f"取反：{inline(leaf)}", Not(leaf))
    if isinstance(leaf, Compare):
        for op in Op:
            if op is not leaf.op and op is not leaf.op.opposite:  # the opposite is the negation
                yield Mutant(f"{leaf.op.value} 换成 {op.value}：{inline(leaf)}", replace(leaf, op=op))
    if isinstance(leaf, OneOf) and 1 < len(leaf.codes) <= SHARED_LIST:
        for code in leaf.codes:
            rest = tuple(other for other in leaf.codes if other != code)
            yield Mutant(f"去掉选项 {code}：{inline(leaf)}", OneOf(leaf.field, rest))


def _of_parts(whole: All | Any, parts: tuple[Prop, ...]) -> Iterator[Mutant]:
    join = all_of if isinstance(whole, All) else any_of
    for n, part in enumerate(parts):
        others = parts[:n] + parts[n + 1 :]
        yield Mutant(f"去掉：{inline(part)}", join(*others))
        yield from (
            Mutant(m.change, type(whole)((*parts[:n], m.prop, *parts[n + 1 :]))) for m in mutants(part)
        )


def mutants_of(rule: Rule) -> Iterator[tuple[str, Rule]]:
    """Every mutant of a rule, exceptions included (they are part of the compiled breach)."""
    premise, breach = folded(rule.premise), folded(rule.breach)
    for one in mutants(premise):
        yield f"前提 {one.change}", replace(rule, premise=one.prop, breach=breach)
    for one in mutants(breach):
        yield f"违反 {one.change}", replace(rule, premise=premise, breach=one.prop)


def killed(mutant: Rule, cases: list[tuple[Prepared, Columns]]) -> bool:
    """Does one of the rule's scenarios notice?  A mutant that cannot be evaluated is noticed."""
    try:
        return any(answer(mutant, case, columns) != case.scenario.answer for case, columns in cases)
    except TreeError:
        return True


def main(arguments: list[str]) -> int:
    """Run and print; the exit status."""
    started = time.perf_counter()
    by_rule: dict[str, list[Prepared]] = defaultdict(list)
    chosen = [rule for rule in rules() if not arguments or {rule.id, rule.id.split(".")[0]} & set(arguments)]
    wanted = {rule.id for rule in chosen}
    for path in sorted(FOLDER.glob("*.yaml")):
        for scenario in read(path):
            if scenario.rule in wanted:
                by_rule[scenario.rule].append(prepare(scenario))
    count, survivors = Counter[str](), []
    for rule in chosen:
        plan = Plan()
        cases = [(case, Columns(case.frame, plan)) for case in by_rule[rule.id]]
        for change, mutant in mutants_of(rule):
            count[rule.id] += 1
            if not killed(mutant, cases):
                survivors.append(f"{rule.id}：{change}")
    for line in survivors:
        print(line)
    print(
        f"{len(chosen)} 条规则，{sum(map(len, by_rule.values()))} 个情景，{sum(count.values())} 个变异，"
        f"存活 {len(survivors)} 个，用时 {time.perf_counter() - started:.1f} 秒"
    )
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
