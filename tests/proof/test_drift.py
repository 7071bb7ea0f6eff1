"""供述的变化：前后矛盾、越供越像、先供后证、公开在先、谁先说出。与逐条核对的结果一致。例子全部虚构。"""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoyao.dossier.model import Span
from gaoyao.logic.truth import Truth
from gaoyao.proof.claims import Said, Value, compare, plain
from gaoyao.proof.statements import Drift, Version, drift, first_mentions, is_novel

KEY = ("", "", "tool", "")


def span(day: int | None) -> Span | None:
    return None if day is None else Span(day * 1440, day * 1440 + 1439, f"第{day}日")


def made(*rows: tuple[str, int, str, int | None, int | None, bool], never: bool = False) -> Drift:
    """(person, day, words, day known, day public, verified) per statement, in the file's order."""
    order: dict[str, list[tuple[int, int]]] = {}
    for item, (person, day, *_) in enumerate(rows):
        order.setdefault(person, []).append((day, item))
    told = {
        person: [Version(item, person, place, span(day)) for place, (day, item) in enumerate(sorted(own), 1)]
        for person, own in order.items()
    }
    claims = [
        Said(
            f"c{item}",
            item,
            KEY,
            Value(None, None, plain(words)),
            words,
            span(known),
            span(public),
            never,
            1 if verified else 0,
            0,
        )
        for item, (_, _, words, known, public, verified) in enumerate(rows)
    ]
    return drift(told, claims)


def lists(out: Drift) -> dict[str, list[str]]:
    names = ("changed", "drifted", "novel", "public", "known", "unsure")
    return {name: [move.claim.id for move in getattr(out, name)] for name in names if getattr(out, name)}


# 说明 · 各次供述（人、日、说法、侦查机关掌握日、公开日、查证属实）· 各张表
CASES = [
    ("一直一样", [("甲", 1, "尖刀", None, None, False), ("甲", 3, "尖刀", None, None, False)], {}),
    ("改了说法", [("甲", 1, "尖刀", None, None, False), ("甲", 3, "木棍", None, None, False)], {"changed": ["c1"]}),
    ("改到侦查机关已经掌握的说法", [("甲", 1, "尖刀", None, None, False), ("甲", 3, "木棍", 2, None, False)], {"changed": ["c1"], "drifted": ["c1"]}),
    ("改口时侦查机关还不掌握", [("甲", 1, "尖刀", None, None, False), ("甲", 3, "木棍", 5, None, False)], {"changed": ["c1"]}),
    ("第一次就说出已经掌握的", [("甲", 3, "木棍", 2, None, False)], {"known": ["c0"]}),
    ("按讯问先后，不按录入先后", [("甲", 3, "木棍", 2, None, False), ("甲", 1, "尖刀", None, None, False)], {"changed": ["c0"], "drifted": ["c0"]}),
    ("先供后证，公开在后", [("甲", 1, "木棍", 5, 9, True)], {"novel": ["c0"]}),
    ("没有录入是否公开，不能算先供后证", [("甲", 1, "木棍", 5, None, True)], {"unsure": ["c0"]}),
    ("同一天掌握，先后不明", [("甲", 1, "木棍", 1, 9, True)], {"unsure": ["c0"]}),
    ("掌握在先的不是先供后证", [("甲", 3, "木棍", 1, 9, True)], {"known": ["c0"]}),
    ("公开在先的不是先供后证", [("甲", 3, "木棍", 9, 1, True)], {"public": ["c0"]}),
    ("没有查证属实的不列", [("甲", 1, "木棍", 5, 9, False)], {}),
    ("以后重复同样的话不再列", [("甲", 1, "木棍", 5, 9, True), ("甲", 8, "木棍", 5, 9, True)], {"novel": ["c0"]}),
    ("回到最初的说法", [("甲", 1, "木棍", None, None, False), ("甲", 2, "尖刀", None, None, False), ("甲", 4, "木棍", 3, None, False)], {"changed": ["c1", "c2"]}),
]  # fmt: skip


@pytest.mark.parametrize(("says", "rows", "expected"), CASES, ids=[row[0] for row in CASES])
def test_各张表(
    says: str, rows: list[tuple[str, int, str, int | None, int | None, bool]], expected: dict[str, list[str]]
) -> None:
    assert lists(made(*rows)) == expected, says


def test_写明没有公开的_可以算先供后证() -> None:
    assert lists(made(("甲", 1, "木棍", 5, None, True), never=True)) == {"novel": ["c0"]}


# 谁先说出：甲第1日，乙第3日 → 甲；同一天 → 不点名；只有一人 → 不列
@pytest.mark.parametrize(("one", "other", "first"), [(1, 3, ["c0"]), (3, 1, ["c1"]), (2, 2, [])])
def test_谁先说出(one: int, other: int, first: list[str]) -> None:
    out = made(("甲", one, "木棍", None, None, False), ("乙", other, "木棍", None, None, False))
    assert [claim.id for _, claim, _ in first_mentions(out.claims)] == first


def test_只有一个人说过的_不列谁先说出() -> None:
    assert made(("甲", 1, "木棍", None, None, False), ("甲", 3, "木棍", None, None, False)).first == []


statements = st.lists(
    st.tuples(st.sampled_from("甲乙"), st.integers(1, 6), st.sampled_from(["尖刀", "木棍", "石头"]), st.one_of(st.none(), st.integers(1, 6)),
              st.one_of(st.none(), st.integers(1, 6)), st.booleans()), max_size=7,
)  # fmt: skip


@given(statements)
def test_越供越像和先供后证_与逐条核对一致(
    rows: list[tuple[str, int, str, int | None, int | None, bool]],
) -> None:
    out = made(*rows)
    order = {item: (day, item) for item, (_, day, *_) in enumerate(rows)}
    drifted, novel = set(), set()
    for item, (person, day, words, known, _, verified) in enumerate(rows):
        before = [n for n, row in enumerate(rows) if row[0] == person and order[n] < order[item]]
        told = {rows[n][2] for n in before}
        if words in told:
            continue
        if known is not None and known < day and told:
            drifted.add(f"c{item}")
        if verified and is_novel(out_claim(out, item), span(day)) is Truth.YES:
            novel.add(f"c{item}")
    assert {move.claim.id for move in out.drifted} == drifted
    assert {move.claim.id for move in out.novel} == novel


def out_claim(out: Drift, item: int) -> Said:
    return next(claim for row in out.claims.values() for _, claim in row if claim.item == item)


def test_比对用同一把尺子() -> None:
    values = [Value(None, None, plain(text)) for text in ("尖刀", "木棍")]
    assert [compare("tool", one, other) for one, other in product(values, values)] == [1, -1, -1, 1]
