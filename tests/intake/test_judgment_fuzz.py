"""乱的、断的、错的文本：不崩溃，位置总指得到原文。"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from gaoyao.intake.judgments import Judgment, read_judgment
from gaoyao.intake.judgments.model import Span
from tests.intake.invented import FIRST, appeal, one_line

BASES = (
    FIRST,
    one_line(FIRST),
    "".join(FIRST.split()),
    appeal("驳回上诉，维持原判。"),
    appeal("一、撤销原判；\n二、上诉人冯某×无罪。", kind="判决"),
)
SCRAPS = (
    "判决如下：",
    "本院认为，",
    "证据证实",
    "犯",
    "罪",
    "（",
    "》",
    "“",
    "第",
    "条",
    "款",
    "1、",
    "①",
    "辩护人提出",
    "二〇二一年",
    "至",
    "\n",
    "　",
    "\x1a",
    "？",
    "审判长",
    "附：",
    "𠮷",
    "某",
)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """一件虚构文书，掐头去尾、挖掉几段、插进碎片。"""
    text = draw(st.sampled_from(BASES))
    start = draw(st.integers(0, len(text)))
    text = text[start // 4 : draw(st.integers(start // 4, len(text)))]
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(text)))
        cut = draw(st.integers(0, 30))
        text = text[:at] + draw(st.sampled_from(SCRAPS)) + text[at + cut :]
    return text


def spans(read: Judgment) -> Iterator[Span]:
    yield from (s.span for s in read.sections)
    yield from (p.span for p in read.parties)
    yield from (c.span for c in read.citations)
    yield from (e.span for e in read.events)
    yield from (s for f in read.findings for s in f.spans)
    yield from (d.answer_span for d in read.defence if d.answer_span)


def check(text: str) -> None:
    read = read_judgment(text)
    assert all(0 <= s.start <= s.end <= len(text) for s in spans(read))
    assert all(text[e.span.start : e.span.end] == e.title for e in read.evidence)
    assert all(text[d.span.start : d.span.end] == d.quote for d in read.defence)
    ends = [e.span for e in read.evidence]
    assert all(a.end <= b.start for a, b in itertools.pairwise(ends))
    if read.completeness == "template":
        assert not read.charges_convicted


@given(damaged())
@settings(max_examples=150, deadline=None)
def test_残破的文书(text: str) -> None:
    check(text)


@given(st.text(max_size=300))
@settings(max_examples=100, deadline=None)
def test_任意文字(text: str) -> None:
    check(text)


def test_很长的一行也读得完() -> None:
    check("被告人" * 20000)
    check("上述事实，有" + "证人李某、" * 5000)
    check("（" * 5000 + "证据证实：1、" * 2000)
