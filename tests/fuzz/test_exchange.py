"""交换格式的读取器：随便什么字节，只有两种结果——读成，或者 DossierError；从不崩溃，从不半途而成。"""

import json
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gaoyao.dossier.exchange import load, save
from gaoyao.dossier.exchange.names import CELL, HEAD, KEYS, TOP
from gaoyao.dossier.log import Log
from gaoyao.dossier.model import DossierError
from tests.dossier.exchange.content import same

SMALL = """皋陶: 1
案件: {案件名称: 虚构, 虚构案件: 是}
被告人: [{id: A1, 姓名: "甲\\u67d0"}]
待证事实:
  - {id: F1, 内容: 虚构}
证据:
  - id: E1
    要点: |
      两行
      文字
    陈述人: A1
    有利于被告人: {各说: [{值: 是, 页: 3}, 否]}
    讯问: {讯问开始: 2021年3月5日23时许, 第几次: 约3}
    证明联系: [{待证事实: F1, 方向: 支持}]
"""
BAD = sorted((Path(__file__).parent.parent / "dossier" / "bad").glob("*"))
SEEDS = [SMALL.encode(), *(path.read_bytes() for path in BAD)]


def outcome(data: bytes | str) -> tuple[Log | None, tuple[str, ...]]:
    """The log, or the problems; any other exception is a bug and goes through."""
    try:
        return load(data).log, ()
    except DossierError as error:
        return None, error.problems


def survives(data: bytes | str) -> None:
    """Loads, and then survives being saved; or raises DossierError with a readable line."""
    log, problems = outcome(data)
    assert all(problem.startswith("（文本）") for problem in problems)
    assert bool(problems) is (log is None)
    "".join(problems).encode("utf-8")
    if log is not None:
        assert same(load(save(log)).log, log)


@settings(max_examples=300)
@given(st.binary(max_size=200))
@example(b"\xff\xfe")
@example(b"\x00" * 10)
@example(b"%YAML 1.1\n--- {}\n")
@example(b"- " * 1000)
@example(b"{" * 1000)
@example(b'"' * 1000)
def test_any_bytes(data: bytes) -> None:
    survives(data)


@settings(max_examples=300)
@given(st.text(st.sampled_from(list("皋陶案件: 1{}[],-\n \t\"'|>&*!%@#?~<\\x0\u2028\x85是否E")), max_size=60))
def test_any_yaml_punctuation(text: str) -> None:
    survives("皋陶: 1\n" + text)
    survives(text)


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A seed with a few pieces deleted, doubled, replaced or moved."""
    data = draw(st.sampled_from(SEEDS))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = draw(st.integers(start, min(len(data), start + 40)))
        piece = draw(
            st.one_of(
                st.just(b""),
                st.just(data[start:end] * 2),
                st.binary(max_size=4),
                st.sampled_from(
                    [b"\n", b": ", b"- ", b"{", b"}", b"[", b"]", b'"', b"~", "否".encode(), b"E1", b"99"]
                ),
            )
        )
        data = data[:start] + piece + data[end:]
    return data


@settings(max_examples=400)
@given(mutated())
def test_mutated_files(data: bytes) -> None:
    survives(data)


@pytest.mark.parametrize(
    "seed", [SMALL, '{"皋陶": 1, "证据": [{"id": "E1", "要点": "\\u865a\\n", "原物、原件": true}]}']
)
def test_truncated_at_every_byte(seed: str) -> None:
    """在每一个字节处截断。"""
    data = seed.encode()
    for end in range(len(data)):
        survives(data[:end])


keys = st.sampled_from(
    sorted({*TOP, *CELL, *HEAD, *(name for table in KEYS.values() for name in table.entries)})
)
leaves = st.one_of(
    st.sampled_from(["是", "否", "2021-03-05", "约50", "E1", "A1", "不适用", "卷内无记载", "", "main", "辩护材料:甲", "支持"]),
    st.integers(-5, 10**30), st.floats(), st.booleans(), st.none(), st.text(max_size=5),
)  # fmt: skip
trees = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=5),
    max_leaves=30,
)


@settings(max_examples=300)
@given(st.dictionaries(st.sampled_from(sorted(TOP)), trees, max_size=6))
def test_right_words_in_wrong_places(tree: dict[str, object]) -> None:
    """键都是认得的，放的地方和值是乱的。"""
    survives(json.dumps({**tree, "皋陶": 1}, ensure_ascii=False))


@pytest.mark.parametrize("depth", [10, 33, 1000, 200_000])
@pytest.mark.parametrize("opener", ["[", "{a: ", "- ", "? ", '{"a": ', "!!x "])
def test_nests(opener: str, depth: int) -> None:
    """层层嵌套，直至二十万层。"""
    survives("皋陶: 1\n案件: " + opener * depth)
    survives(opener * depth)


@pytest.mark.parametrize("width", [9, 100])
def test_bombs(width: int) -> None:
    """引用套引用的“YAML 炸弹”：在解开之前就拒绝。"""
    lines = ["皋陶: 1", "a: &a0 [" + ", ".join(["虚构"] * width) + "]"]
    lines += [f"a{n}: &a{n} [" + ", ".join([f"*a{n - 1}"] * width) + "]" for n in range(1, 30)]
    with pytest.raises(DossierError, match="不接受“&a0”锚点"):
        load("\n".join(lines))


def test_thousands_of_problems_are_all_told() -> None:
    """两万处错误，两万行提示，一处不漏。"""
    text = "皋陶: 1\n证据:\n" + "".join(
        f"  - {{id: E{n}, 派生自: X{n}, 口供{n}: 1}}\n" for n in range(10_000)
    )
    with pytest.raises(DossierError) as caught:
        load(text)
    assert len(caught.value.problems) == 20_000


def test_a_long_chain_of_sources_is_no_circle() -> None:
    """一万份证据依次派生：不是圈，也不会因为太长而崩溃。"""
    text = "皋陶: 1\n证据:\n" + "".join(f"  - {{id: E{n}, 派生自: [E{n + 1}]}}\n" for n in range(10_000))
    load(text + "  - id: E10000\n")
    with pytest.raises(DossierError, match="绕成了圈"):
        load(text + "  - {id: E10000, 派生自: [E0]}\n")
