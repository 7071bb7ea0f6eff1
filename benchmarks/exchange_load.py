"""How long loading and saving a case file takes: `python -m benchmarks.exchange_load [ITEMS]`.

The file is invented here: every item carries 30 cells (half of its own, half of its 讯问 and 证明联系).
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from collections.abc import Callable
from typing import TypeVar

from gaoyao.dossier.exchange import load, save
from gaoyao.dossier.exchange.plain import plain_of
from gaoyao.dossier.log import Log
from gaoyao.dossier.vocabulary import Interrogation, Item
from gaoyao.logic.tree import Field, FieldType

T = TypeVar("T")


def case_text(items: int) -> str:
    """An invented file of `items` items with 30 cells each."""
    own = [field for field in Item.fields.values() if field.type is FieldType.FLAG][:12]
    asked = [field for field in Interrogation.fields.values() if field.type is FieldType.FLAG][:10]
    lines = [
        "皋陶: 1",
        "案件: {案件名称: 测速用虚构案件, 虚构案件: 是}",
        "被告人: [{id: A1, 姓名: 甲某}]",
        "待证事实: [{id: F1, 内容: 虚构}]",
        "证据:",
    ]
    for n in range(items):
        lines += [
            f"  - id: E{n}",
            f"    名称: 第{n}份证据",
            "    证据种类: 被告人供述和辩解",
            f"    卷宗页码: 卷{n % 9 + 1}第{n}页",
            "    陈述人: A1",
        ]
        lines += [f"    {field.label}: {_answer(field, n)}" for field in own]
        lines += ["    讯问:", "      讯问开始: 2021-03-05 23:00"]
        lines += [f"      {field.label}: {_answer(field, n)}" for field in asked]
        lines += ["    证明联系:", "      - 待证事实: F1", "        方向: 支持", "        联系强度: 言词"]
    return "\n".join(lines) + "\n"


def _answer(field: Field, n: int) -> str:
    return ("是", "否", "卷内无记载")[(len(field.name) + n) % 3]


def timed(what: str, work: Callable[[], T], repeat: int = 3) -> T:
    """Run `work`, print the best of `repeat` times."""
    best = float("inf")
    for _ in range(repeat):
        start = time.perf_counter()
        result = work()
        best = min(best, time.perf_counter() - start)
    print(f"{what}: {best:.2f} s")
    return result


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("items", nargs="?", type=int, default=1000)
    items: int = parser.parse_args().items
    text = case_text(items)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    log: Log = timed(
        f"载入 YAML（{items} 份证据，{len(text.encode()) / 1e6:.1f} MB）", lambda: load(text).log
    )
    cells = sum(record.field != "@" for record in log.assertions())
    print(
        f"记录 {cells} 个（每份证据 {(cells - 4) / items:.0f} 个）；内存峰值增加 {(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024:.0f} MB"
    )
    as_json = json.dumps(plain_of(text), ensure_ascii=False, indent=1)
    timed("载入 JSON", lambda: load(as_json))
    saved = timed("保存", lambda: save(log))
    timed("再载入", lambda: load(saved))


if __name__ == "__main__":
    main()
