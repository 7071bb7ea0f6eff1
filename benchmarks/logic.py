"""How fast the readings of the logic are, and what the generated properties are made of.

    python -m benchmarks.logic [--trees 300] [--subjects 1000] [--examples 300]

Prints the time of N generated trees on a generated case with so many subjects of each kind (fresh columns,
the trees interned before and not), of the proofs and questions for one subject each, and the shares of what
`tests/logic/generate.py` generates.  Run from the root of the project; all cases are random, none is real.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Callable
from datetime import timedelta

import numpy as np

from gaoyao.logic.columns import Columns, Plan
from gaoyao.logic.frame import Floats, Int8, Ints
from gaoyao.logic.questions import settle
from gaoyao.logic.reasons import Reasons, leaves
from gaoyao.logic.relations import at, at_least, exists, forall
from gaoyao.logic.tree import (
    Choice,
    Concluded,
    Flag,
    Moment,
    Prop,
    Quantity,
    Relation,
    all_of,
    any_of,
    cannot_exclude,
)
from gaoyao.logic.truth import Truth
from gaoyao.logic.walk import nodes
from tests.logic.frames import MemoryFrame
from tests.logic.generate import CODES, KINDS, Vocabulary, make_case, shares


class ArrayFrame(MemoryFrame):
    """The same case with its columns built once, as the dossier keeps them."""

    def prepare(self, words: Vocabulary) -> None:
        """Build every column."""
        fields = [field for kind in KINDS for field in words.fields(kind)]
        self.flags = {f.path: MemoryFrame.flag(self, f) for f in fields if isinstance(f, Flag)}
        self.intervals = {
            f.path: MemoryFrame.interval(self, f) for f in fields if isinstance(f, Quantity | Moment)
        }
        self.choices = {f.path: MemoryFrame.choice(self, f) for f in fields if isinstance(f, Choice)}
        relations = [relation for kind in KINDS for relation in words.relations[kind]]
        self.conclusions = {c: MemoryFrame.concluded(self, c) for kind in KINDS for c in words.concepts[kind]}
        self.entries = {r.path: MemoryFrame.pairs(self, r) for r in relations}

    def flag(self, field: Flag) -> tuple[Int8, Int8]:
        """From memory."""
        return self.flags[field.path]

    def interval(self, field: Quantity | Moment) -> tuple[Floats, Floats, Int8]:
        """From memory."""
        return self.intervals[field.path]

    def choice(self, field: Choice) -> tuple[Ints, Int8]:
        """From memory."""
        return self.choices[field.path]

    def pairs(self, relation: Relation) -> tuple[Ints, Ints]:
        """From memory."""
        return self.entries[relation.path]

    def concluded(self, concept: Concluded) -> Int8:
        """From memory."""
        return self.conclusions[concept]


def rule(rng: random.Random, words: Vocabulary, kind: str) -> Prop:
    """A tree of the size and shape of a rule: some leaves, one or two quantifiers, an exception."""

    def leaf(about: str) -> Prop:
        first, second = words.moments[about]
        quantity = words.quantities[about][0]
        options: list[Callable[[], Prop]] = [
            lambda: rng.choice(words.flags[about]),
            lambda: ~rng.choice(words.flags[about]),
            lambda: rng.choice(words.flags[about]),
            lambda: first < second + timedelta(minutes=rng.randrange(-3, 4)),
            lambda: quantity >= rng.randrange(4),
            lambda: words.choices[about][0].isin(rng.choice(CODES)[0]),
            lambda: cannot_exclude(rng.choice(words.flags[about])),
            lambda: words.concepts[about][0],
        ]
        return rng.choice(options)()

    one, *many = words.relations[kind]
    relation = rng.choice(many)
    inner = all_of(leaf(relation.target), leaf(relation.target))
    quantified = rng.choice(
        [
            lambda: exists(relation, inner),
            lambda: forall(relation, inner),
            lambda: at_least(2, relation, leaf(relation.target)),
            lambda: at(one, leaf(one.target)),
            lambda: exists(
                relation, exists(words.relations[relation.target][1], leaf(_second(words, relation)))
            ),
        ]
    )()
    exception = any_of(leaf(kind), leaf(kind) & leaf(kind))
    return all_of(any_of(leaf(kind), leaf(kind)), any_of(leaf(kind), quantified), ~exception)


def _second(words: Vocabulary, relation: Relation) -> str:
    return words.relations[relation.target][1].target


def case_of(subjects: int) -> tuple[ArrayFrame, Vocabulary]:
    """A case with so many subjects of each kind and up to three entries a relation."""
    case = make_case(7, smallest=subjects, largest=subjects)
    frame = ArrayFrame(case.frame.sizes, case.frame.cells, case.frame.links, case.frame.results)
    frame.prepare(case.words)
    return frame, case.words


def best(work: Callable[[], object], times: int) -> tuple[float, float]:
    """Median and least milliseconds."""
    spent = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        spent.append((time.perf_counter() - start) * 1000)
    return statistics.median(spent), min(spent)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--trees", type=int, default=300)
    parser.add_argument("--subjects", type=int, default=1000)
    parser.add_argument("--examples", type=int, default=300)
    options = parser.parse_args()
    frame, words = case_of(options.subjects)
    rng = random.Random(1)
    trees = [rule(rng, words, rng.choice(KINDS)) for _ in range(options.trees)]
    size = statistics.mean(sum(1 for _ in nodes(tree)) for tree in trees)
    print(
        f"{options.trees} trees of {size:.1f} nodes on average, {options.subjects} subjects of each of {len(KINDS)} kinds"
    )
    _columns(frame, trees)
    _walks(frame, trees)
    print(f"\nShares of what the property tests generate ({options.examples} examples)")
    for name, share in shares(options.examples).items():
        print(f"  {name:<28} {share:6.1%}")


def _columns(frame: ArrayFrame, trees: list[Prop]) -> None:
    def run(plan: Plan | None) -> Columns:
        columns = Columns(frame, plan)
        for tree in trees:
            columns.evaluate(tree)
        return columns

    ready = Plan()
    run(ready)
    for label, work in (("first time", lambda: run(None)), ("trees interned before", lambda: run(ready))):
        middle, least = best(work, 15)
        print(f"  columns, {label:<24} median {middle:7.2f} ms   least {least:7.2f} ms")
    total = np.concatenate([run(ready).evaluate(tree) for tree in trees])
    print("  answers: " + ", ".join(f"{truth.label} {(total == truth).mean():.0%}" for truth in Truth))


def _walks(frame: ArrayFrame, trees: list[Prop]) -> None:
    def explain() -> None:
        reasons = Reasons(frame)
        for tree in trees:
            leaves(reasons.explain(tree, 0))

    middle, _ = best(explain, 5)
    print(f"  reasons of all trees for one subject: median {middle:7.2f} ms")
    spent, incomplete = [], 0
    for tree in trees:
        start = time.perf_counter()
        incomplete += not settle(tree, frame, 0).complete
        spent.append((time.perf_counter() - start) * 1000)
    print(
        f"  questions, one tree and subject: median {statistics.median(spent):.2f} ms, most {max(spent):.2f} ms,"
        f" incomplete {incomplete} of {len(trees)}"
    )


if __name__ == "__main__":
    main()
