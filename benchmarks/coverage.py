"""Where every row of the catalogue went: rule, merged, deadline, computed, record, left to a person, no text, not yet.

    python -m benchmarks.coverage [CATALOGUE.jsonl] [--rows]

Ids are those the tests hold; with the catalogue itself (JSON lines) its ids and kinds are read and rows that we do not
know are printed.  The code decides first (rules name their rows, `gaoyao.procedure` names its periods); what is left is
classified by hand in docs/law/coverage.yaml.  Exit status 1 when a row is nowhere.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml

from gaoyao.law.rule import RULES
from gaoyao.procedure import CATALOGUE
from gaoyao.review.engine import rules

ROOT = Path(__file__).parent.parent
IDS = ROOT / "tests" / "law" / "catalogue_ids.txt"
TABLE = ROOT / "docs" / "law" / "coverage.yaml"
LABELS = {
    "rule": "规则", "deadline": "期限", "merged": "并入另一条规则", "engine": "由计算模块实现", "record": "登记",
    "human": "由人判断", "no_text": "没有文本可核，暂不编入", "later": "有文本，尚未编入", "nowhere": "没有归类",
}  # fmt: skip
"""Class → Chinese label, in the order in which they are printed."""


class Place(NamedTuple):
    """Where a row went: class, and the rules, module, kind or reason."""

    kind: str
    where: tuple[str, ...]


@cache
def by_hand() -> dict[str, Place]:
    """The rows classified by hand.  Raises ValueError for one listed twice."""
    table = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    out: dict[str, Place] = {}
    for kind, rows in table.items():
        listed = rows.items() if isinstance(rows, dict) else [(one, "") for part in rows for one in part]
        for row, where in listed:
            if row in out:
                raise ValueError(f"{TABLE.name}：{row} 列了两次（{out[row].kind}、{kind}）")
            out[row] = Place(kind, (where,) if where else ())
    return out


@cache
def by_rule() -> dict[str, tuple[str, ...]]:
    """Row → the rules that name it."""
    rules()
    found: dict[str, list[str]] = defaultdict(list)
    for rule in RULES.values():
        for row in rule.rows:
            found[row].append(rule.id)
    return {row: tuple(ids) for row, ids in found.items()}


def place(row: str) -> Place:
    """Where a row of the catalogue went."""
    if row in by_rule():
        return Place("rule", by_rule()[row])
    if row in CATALOGUE:
        return Place("deadline", (row,))
    return by_hand().get(row, Place("nowhere", ()))


def known() -> list[str]:
    """Every id of the catalogue."""
    return IDS.read_text(encoding="utf-8").split()


def main(arguments: list[str]) -> int:
    """Print counts; the exit status."""
    files = [one for one in arguments if not one.startswith("--")]
    ids = known()
    kinds: dict[str, str] = {}
    if files:
        for line in Path(files[0]).read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            kinds[row["id"]] = row["kind"]
        strange = sorted(set(kinds) ^ set(ids))
        if strange:
            print(f"目录与编号表不一致：{'、'.join(strange[:10])} 等 {len(strange)} 个")
        ids = list(kinds)
    places = {row: place(row) for row in ids}
    counts = Counter(one.kind for one in places.values())
    for kind, label in LABELS.items():
        print(f"{label}：{counts[kind]}")
    print(f"共 {len(ids)} 行，规则 {len(rules())} 条")
    if kinds:
        both = Counter((kinds[row], one.kind) for row, one in places.items())
        for name in sorted(set(kinds.values())):
            print(
                f"  {name}："
                + "，".join(
                    f"{label} {both[name, kind]}" for kind, label in LABELS.items() if both[name, kind]
                )
            )
    if "--rows" in arguments:
        for row, one in places.items():
            print(f"{row}\t{LABELS[one.kind]}\t{'、'.join(one.where)}")
    return 1 if counts["nowhere"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
