"""How fast cut sets, breaking sets and stress tests are, and whether formula and re-run agree; for docs/dev/proof.md.

    python -m benchmarks.robustness [--items 100 300 1000 2000] [--rounds 5]

Random formulas and invented cases; one core, warm interpreter.  “Route cuts” are compared with running the rules
again without the items, for every set of at most two.  Run from the root of the project.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable
from datetime import date

from benchmarks.performance import PARTS, case_of
from gaoyao.dossier.frame import CaseFrame
from gaoyao.dossier.log import Log
from gaoyao.dossier.schema import Part
from gaoyao.dossier.view import View
from gaoyao.logic.truth import Truth
from gaoyao.proof.asksets import ask_sets
from gaoyao.proof.cuts import cut_sets, fixed, path_sets
from gaoyao.proof.formula import Formula, Leaf, Least, every, flags_in, some
from gaoyao.review.api import context_of, review
from gaoyao.review.breaking import Breaker
from gaoyao.review.engine import Run, run
from gaoyao.review.losses import Losses
from gaoyao.review.model import Robustness
from gaoyao.review.stress import robustness, stress
from tests.proof import dossiers

TODAY = date(2024, 6, 1)
FLAGS = [Leaf(f"x{n}") for n in range(200)]


def timed(work: Callable[[], object], rounds: int) -> float:
    """Least milliseconds of processor time of `rounds` runs after one warm-up: what one core needs, whatever else runs."""
    work()
    spent = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        spent.append((time.process_time() - start) * 1000)
    return min(spent)


def shapes() -> list[tuple[str, Formula]]:
    """Formulas over 200 flags: what proofs look like, random ones, and the worst for the number of sets."""

    def wild(rng: random.Random, depth: int) -> Formula:
        if depth == 0:
            return rng.choice(FLAGS)
        parts = tuple(wild(rng, depth - 1) for _ in range(rng.choice((3, 4, 5, 6))))
        return Least(rng.choice((1, 2, len(parts) - 1, len(parts))), parts)

    routes = some(
        *(every(FLAGS[n], FLAGS[n + 50], some(*FLAGS[100:200])) for n in range(50)), Least(2, tuple(FLAGS[100:140])),
        every(some(*FLAGS[140:150]), some(*FLAGS[150:160])),
    )  # fmt: skip
    return [
        ("routes of one fact", routes), ("every pair", every(*(some(FLAGS[n], FLAGS[n + 1]) for n in range(0, 200, 2)))),
        ("any triple", some(*(every(*FLAGS[n : n + 3]) for n in range(0, 198, 3)))), ("2 of 200", Least(2, tuple(FLAGS))),
        ("198 of 200", Least(198, tuple(FLAGS))), *((f"random {seed}", wild(random.Random(seed), 4)) for seed in range(6)),
    ]  # fmt: skip


def formulas() -> None:
    """Times of cut, path and ask sets of at most three flags."""
    print(
        "Sets of at most 3 of 200 flags (sets listed, time; * more than the set limit, incomplete and said so)"
    )
    for name, one in shapes():
        flags = {flag: 0 if n % 2 else 1 for n, flag in enumerate(dict.fromkeys(flags_in(one)))}
        row = [f"  {name:<20} {len(flags):>3} flags"]
        for label, work in (
            ("cut", cut_sets),
            ("path", path_sets),
            ("ask yes", lambda f, flags=flags: ask_sets(f, flags).to_yes),
        ):
            start = time.process_time()
            found = work(one)
            spent = (time.process_time() - start) * 1000
            row.append(f"{label} {len(found.sets):>4}{' ' if found.complete else '*'} {spent:7.1f} ms")
        print("   ".join(row))


def officers(log: Log, items: int) -> Log:
    """One officer in twenty items' questioning or taking, twenty officers at most."""
    with log.begin(Part.MAIN, "benchmark", "load", "invented", "2024-01-01T00:00") as tx:
        for n in range(20):
            tx.declare("person", f"P{n}")
        for n in range(items):
            for kind in ("interrogation", "inquiry", "acquisition"):
                if tx.declared(kind, f"E{n}.a"):
                    tx.put(kind, f"E{n}.a", "officers", (f"P{n % 20}",))
    return log


def ran(view: View) -> Run:
    """The rules run on a view."""
    frame = CaseFrame(view)
    return run(frame, context_of(frame, TODAY))


def growth(sizes: list[int], rounds: int) -> None:
    """Times on invented cases."""
    print(
        "\nInvented cases (benchmarks.performance.case_of, with 20 officers); least milliseconds of processor time"
    )
    print(
        "  items  points  run   review  breaking sets  stress  whole layer  leave-one-out of all  exact to (points)"
    )
    for items in sizes:
        view = View(officers(case_of(items), items), PARTS)
        done = ran(view)

        def whole(view: View = view) -> Robustness:
            return robustness(Breaker(Losses(ran(view))))

        lines = Breaker(Losses(done)).lines()
        exact = {size: sum(one.item_limit == size for one in lines) for size in (1, 2)}
        every_one = [frozenset([item]) for item in range(items)]
        print(
            f"  {items:>5}  {len(done.table.point_fact):>6}  {timed(lambda view=view: ran(view), rounds):5.0f}  "
            f"{timed(lambda view=view: review(view, TODAY), rounds):6.0f}  {timed(lambda done=done: Breaker(Losses(done)).lines(), rounds):13.0f}  "
            f"{timed(lambda done=done: stress(Breaker(Losses(done))), rounds):6.0f}  {timed(whole, rounds):11.0f}  "
            f"{timed(lambda done=done, all_=every_one: Losses(done).after(all_), 1):20.0f}  {exact}"
        )


def agreement(cases: int) -> None:
    """Do sets of at most two on which every route hangs close the routes when the rules are run again?"""
    same = total = 0
    for seed in range(cases):
        done = ran(dossiers.view(dossiers.case(random.Random(seed), most=8)))
        losses = Losses(done)
        for point in done.routes.formulas:
            if done.routes.after(point).route != Truth.YES:
                continue
            settled = {
                name: value > 0
                for name, value in done.routes.flags.items()
                if not name.startswith("item:") or value != 1
            }
            cuts = {
                frozenset(int(flag[5:]) for flag in one)
                for one in cut_sets(fixed(done.routes.whole(point), settled), 2).sets
            }
            items = sorted({row.item for row in done.routes.rows[point]})
            for lost in {frozenset((one, other)) for one in items for other in items}:
                if losses.deep(lost):
                    continue
                again = ran(losses.removal.without(losses.ids(lost)))
                shut = again.routes.after(point).route != Truth.YES
                same += shut == any(cut <= lost for cut in cuts)
                total += 1
    print(
        f"\nRoute cuts by formula beside running again without the items: {same} of {total} sets of one or two agree ({cases} invented cases)"
    )


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--items", type=int, nargs="+", default=[100, 300, 1000, 2000])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--cases", type=int, default=60)
    options = parser.parse_args()
    formulas()
    growth(options.items, options.rounds)
    agreement(options.cases)


if __name__ == "__main__":
    main()
