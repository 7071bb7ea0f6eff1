"""Time of the detectors on statements and registers, with growth.

    python -m benchmarks.statements [--sizes 250 500 1000 2000]

Invented: a case of N items, each with two claims on a handful of slots that mostly agree, half of them questionings
with officers and times.  Printed: the derived conclusions (contradictions, signs, traces), the page of statements
without records, and the shared passages of N/10 records of 3,000 characters of which one in five copies another.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable

from benchmarks.performance import PARTS
from gaoyao.dossier.frame import CaseFrame
from gaoyao.dossier.log import Log
from gaoyao.dossier.model import Span
from gaoyao.dossier.schema import Part
from gaoyao.dossier.view import View
from gaoyao.proof import disagreement, falsity
from gaoyao.proof.passages import shared
from gaoyao.review.statements import page

SLOTS = (
    ("tool", ("尖刀", "刀", "撬棍")),
    ("place", ("后门", "前门")),
    ("clothing", ("黑上衣", "黑色上衣")),
    ("loot", ("手机", "手机一部")),
)


def case_of(size: int) -> Log:
    """An invented case; the same for the same size."""
    rng = random.Random(size)
    log = Log()
    with log.begin(Part.MAIN, "benchmark", "load", "invented", "2024-01-01T00:00") as tx:
        tx.declare("case", "C")
        for n in range(4):
            tx.declare("accused", f"A{n}")
            tx.declare("person", f"P{n}")
        for n in range(max(1, size // 20)):
            tx.declare("incident", f"I{n}")
        for n in range(size):
            tx.declare("item", f"E{n}")
            kind = "confession" if n % 2 else "witness"
            for name, value in (("type", kind), ("speaker", f"{'AP'[n % 2 == 0]}{n % 4}"), ("admits", True)):
                tx.put("item", f"E{n}", name, value)
            if n % 2:
                tx.declare("interrogation", f"E{n}.a", f"E{n}")
                begin = 28_000_000 + rng.randrange(100_000)
                tx.put("interrogation", f"E{n}.a", "start", Span(begin, begin, "起"))
                tx.put("interrogation", f"E{n}.a", "end", Span(begin + 90, begin + 90, "止"))
                tx.put("interrogation", f"E{n}.a", "officers", (f"P{n % 4}",))
            for m in range(2):
                slot, values = SLOTS[(n + m) % len(SLOTS)]
                tx.declare("claim", f"E{n}.c{m}", f"E{n}")
                words = values[0] if rng.random() < 0.9 else rng.choice(values)
                for name, value in (
                    ("slot", slot),
                    ("value", words),
                    ("incident", f"I{n % max(1, size // 20)}"),
                ):
                    tx.put("claim", f"E{n}.c{m}", name, value)
    return log


def records_of(size: int) -> dict[int, str]:
    """Invented records of 3,000 characters; one in five copies a passage of an earlier one."""
    rng = random.Random(size)
    made: dict[int, str] = {}
    for n in range(size):
        lines = ["".join(chr(0x4E00 + rng.randrange(3000)) for _ in range(30)) for _ in range(100)]
        if n and n % 5 == 0:
            lines[10:40] = made[n - 1].splitlines()[10:40]
        made[n] = "\n".join(lines)
    return made


def milliseconds(work: Callable[[], object], rounds: int = 3) -> float:
    """The best of some runs, in processor time (other work on the machine does not count)."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        work()
        best = min(best, (time.process_time() - start) * 1000)
    return best


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[250, 500, 1000, 2000])
    print(
        "| items | contradictions found | claims compared, ms | signs, ms | page, ms | records | passages, ms |\n|---|---|---|---|---|---|---|"
    )
    for size in parser.parse_args().sizes:
        view = View(case_of(size), PARTS)
        found = len(disagreement.compared(CaseFrame(view)).found)
        compared = milliseconds(lambda view=view: disagreement.compared(CaseFrame(view)))
        signs = milliseconds(lambda view=view: falsity.signs(falsity.told(CaseFrame(view))))
        whole = milliseconds(lambda view=view: page(CaseFrame(view)))
        records = records_of(size // 10)
        passages = milliseconds(lambda records=records: shared(records), 1)
        print(
            f"| {size} | {found} | {compared:.1f} | {signs:.1f} | {whole:.1f} | {len(records)} | {passages:.0f} |"
        )


if __name__ == "__main__":
    main()
