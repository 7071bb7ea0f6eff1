"""How long a case takes as log, view and columns: `python -m benchmarks.dossier [ITEMS …] [--rounds N]`.

An invented case: every item has 18 cells of its own and a questioning with 12, that is 30 cells an item, each
with file and line.  Prints the best and the median of the rounds; memory is what the objects of one step hold.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import time
import tracemalloc
from collections.abc import Callable
from typing import TypeVar

from gaoyao.dossier.chain import MAIN
from gaoyao.dossier.frame import CaseFrame
from gaoyao.dossier.log import Log
from gaoyao.dossier.model import Address, Basis, Span, Value
from gaoyao.dossier.raw import load
from gaoyao.dossier.schema import KINDS, RELATIONS, Part
from gaoyao.dossier.view import View
from gaoyao.dossier.vocabulary import Interrogation, Item
from gaoyao.logic.tree import Choice, Field, FieldType, Flag, Moment, Quantity

T = TypeVar("T")
Row = tuple[str, str, str, Value, Basis, Address]


def value_of(field: Field, number: int) -> Value:
    """An invented value of the field's type."""
    if field.type is FieldType.FLAG:
        return number % 3 > 0
    if field.type is FieldType.CHOICE:
        return field.options[number % len(field.options)][0]
    if field.type is FieldType.MOMENT:
        return Span(number, number + 1439, "某日")
    return f"虚构内容{number}"


def rows_of(items: int) -> list[Row]:
    """The 30 assertions of every item, as a loader would have them before it writes the log."""
    plain = (FieldType.FLAG, FieldType.CHOICE, FieldType.MOMENT, FieldType.TEXT)
    own = [field for field in Item.fields.values() if field.type in plain][:18]
    asked = [field for field in Interrogation.fields.values() if field.type in plain][:12]
    out: list[Row] = []
    for number in range(items):
        for subject, fields in ((f"E{number}", own), (f"E{number}/讯问", asked)):
            for field in fields:
                address = Address("虚构.yaml", len(out) + 1)
                out.append((field.kind, subject, field.name, value_of(field, number), Basis.STATED, address))
    return out


def build(rows: list[Row], items: int) -> Log:
    """One transaction with everything, checked at the gate and hashed."""
    log = Log()
    with log.begin(Part.MAIN, "书记员", "导入", "测速", "2024-01-01") as transaction:
        for number in range(items):
            transaction.declare("item", f"E{number}")
            transaction.declare("interrogation", f"E{number}/讯问", f"E{number}")
        put = transaction.put
        for row in rows:
            put(*row)
    return log


def read_all(frame: CaseFrame) -> int:
    """Every field that a rule may read and every relation, once."""
    read = 0
    for kind in [kind for kind in KINDS.values() if not kind.derived]:
        for field in kind.fields.values():
            read += 1
            if isinstance(field, Flag):
                frame.flag(field)
            elif isinstance(field, Quantity | Moment):
                frame.interval(field)
            elif isinstance(field, Choice):
                frame.choice(field)
    for relation in RELATIONS.values():
        if not KINDS[relation.source].derived and not KINDS[relation.target].derived:
            read += 1
            frame.pairs(relation)
    return read


def timed(rounds: int, work: Callable[[], T]) -> tuple[str, T]:
    """Best and median milliseconds of the rounds, and the last result."""
    times = []
    for _ in range(rounds):
        gc.collect()
        start = time.perf_counter()
        result = work()
        times.append((time.perf_counter() - start) * 1000)
    return f"{min(times):8.1f} ms  (median {statistics.median(times):.1f})", result


def held(work: Callable[[], T]) -> tuple[str, T]:
    """Megabytes that the result of `work` holds."""
    gc.collect()
    tracemalloc.start()
    result = work()
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return f"{size / 1e6:8.1f} MB", result


def measure(items: int, rounds: int) -> None:
    """Print the figures for one size."""
    rows = rows_of(items)
    print(f"{items} items, {len(rows)} cells, {rounds} rounds")
    took, log = timed(rounds, lambda: build(rows, items))
    print(f"  log, one transaction   {took}")
    took, _ = timed(rounds, log.verify)
    print(f"  verify the chain       {took}")
    took, raw = timed(rounds, log.dump)
    print(f"  dump ({len(raw) / 1e6:.1f} MB)          {took}")
    took, _ = timed(min(rounds, 3), lambda: load(raw))
    print(f"  load and verify        {took}")
    took, view = timed(rounds, lambda: View(log, [MAIN]))
    print(f"  view                   {took}")
    took, read = timed(rounds, lambda: read_all(CaseFrame(view)))
    print(f"  frame ({read} columns)    {took}")
    for name, work in (
        ("log", lambda: build(rows, items)),
        ("view", lambda: View(log, [MAIN])),
        ("frame", lambda: filled(view)),
    ):
        size, _ = held(work)
        print(f"  memory of the {name:<8} {size}")


def filled(view: View) -> CaseFrame:
    """A frame with everything read."""
    frame = CaseFrame(view)
    read_all(frame)
    return frame


def main() -> None:
    """Measure the sizes given."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "items", nargs="*", type=int, default=[1000, 5000], help="items of evidence (default: 1000 5000)"
    )
    parser.add_argument("--rounds", type=int, default=7)
    given = parser.parse_args()
    for items in given.items:
        measure(items, given.rounds)


if __name__ == "__main__":
    main()
