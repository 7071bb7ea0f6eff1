"""Find quotations with the one source named beside them, and compare quoted words with the words of a
page."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from gaoyao.citing.model import Exhibit, LawCitation, Quote
from gaoyao.citing.text import Cleaned

_QUOTED = re.compile(r"“([^“”]{2,2000})”|\"([^\"\n]{2,2000})\"|「([^「」]{2,2000})」|”([^“”\n]{4,400})”")
_END = "。！？；\n"
_NEAR = 24
_LAW_NEAR = re.compile(r"^(?:第?[^“”。]{0,4})?(?:之)?(?:规定|明确规定|指出|要求|载明|明确)?[：:，,]?\s*$")


def find_quotes(
    cleaned: Cleaned, exhibits: Sequence[Exhibit], laws: Sequence[LawCitation]
) -> Iterator[Quote]:
    """Yield quotations in order.  A source is attached only when exactly one pointer stands beside the
    quotation.

    Beside: “……”（证据卷二第15页） or 证据卷二第15页载：“……”, at most 24 characters away in the same sentence.
    """
    source = cleaned.source
    starts = [row.start for row in exhibits]
    law_ends = sorted((row.end, index) for index, row in enumerate(laws) if row.article)
    for match in _QUOTED.finditer(source):
        start, end = match.span()
        words = next(group for group in match.groups() if group is not None)
        yield Quote(
            start, end, match.group(), words, _beside(source, exhibits, starts, start, end),
            _law_before(source, laws, law_ends, start),
        )  # fmt: skip


def _beside(
    source: str, exhibits: Sequence[Exhibit], starts: list[int], start: int, end: int
) -> Exhibit | None:
    low = bisect_left(starts, start - 60)
    high = bisect_left(starts, end + _NEAR)
    candidates = []
    for row in exhibits[low:high]:
        if row.start >= end:
            gap = source[end : row.start]
        elif row.end <= start and start - row.end <= _NEAR:
            gap = source[row.end : start]
        else:
            continue
        if not any(char in _END for char in gap) and "“" not in gap:
            candidates.append((row.start >= end, row))
    after = [
        row
        for is_after, row in candidates
        if is_after and source[end : row.start].strip() in ("（", "(", "[", "（见", "(见", "（引自", "")
    ]
    if len(after) == 1:
        return after[0]
    return candidates[0][1] if len(candidates) == 1 else None


def _law_before(
    source: str, laws: Sequence[LawCitation], ends: list[tuple[int, int]], start: int
) -> LawCitation | None:
    index = bisect_left(ends, (start + 1, 0)) - 1
    if index < 0:
        return None
    end, which = ends[index]
    row = laws[which]
    if start - end > 12 or not _LAW_NEAR.match(source[end:start]):
        return None
    chain = [other for other in laws if other.chain == row.chain]
    return row if len(chain) == 1 else None


class Match(StrEnum):
    """How quoted words stand to the words of the page."""

    EXACT = "exact"
    DIFFERS = "differs"
    NOT_FOUND = "not_found"

    @property
    def label(self) -> str:
        """The Chinese name."""
        return {"exact": "与原文一致", "differs": "与原文有出入", "not_found": "该页没有这段话"}[self.value]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Result of `compare`: for `differs`, where (position in the page text) and the nearest words of the
    page."""

    match: Match
    position: int | None = None
    nearest: str = ""
    ratio: float = 0.0


_DROPPED = re.compile(r"[\s\u200b-\u200f\ufeff]")
_PUNCTUATION = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "「": '"', "」": '"', "—": "-", "–": "-", "〇": "零", "○": "零"}
)


def _normal(text: str) -> tuple[str, list[int]]:
    """Text in one width without blanks, with the source position of every character kept."""
    kept: list[str] = []
    positions: list[int] = []
    for index, char in enumerate(text):
        for piece in unicodedata.normalize("NFKC", char):
            if not _DROPPED.match(piece):
                kept.append(piece.translate(_PUNCTUATION))
                positions.append(index)
    return "".join(kept), positions


def compare(words: str, page: str, threshold: float = 0.75) -> Comparison:
    """Compare quoted `words` with the text of the `page` cited.

    Width, blanks, line breaks and kinds of quotation marks do not count; every other character does.  Words
    with
    an ellipsis (……) are compared piece by piece, in order.  Below `threshold` (share of the quotation that
    the
    nearest passage repeats) the words are `not_found`: a page number in range proves nothing.
    """
    haystack, positions = _normal(page)
    pieces = [piece for piece in (_normal(part)[0] for part in re.split(r"…+|\.{3,}", words)) if piece]
    if not pieces or not haystack:
        return Comparison(Match.NOT_FOUND)
    at, first = 0, None
    for piece in pieces:
        found = haystack.find(piece, at)
        if found < 0:
            found = (
                haystack.find(piece.rstrip("。,;.、"), at) if piece is pieces[-1] and len(piece) > 4 else -1
            )
        if found < 0:
            return _nearest(piece, haystack, positions, page, threshold)
        first = found if first is None else first
        at = found + 1
    return Comparison(Match.EXACT, positions[first or 0], "", 1.0)


def _nearest(piece: str, haystack: str, positions: list[int], page: str, threshold: float) -> Comparison:
    """The passage of the page most like `piece`: seeds of four characters, then one alignment around the
    best seed."""
    offsets: dict[int, int] = {}
    for index in range(len(piece) - 1):
        seed = piece[index : index + 4]
        at = haystack.find(seed)
        while at >= 0:
            offsets[at - index] = offsets.get(at - index, 0) + 1
            at = haystack.find(seed, at + 1)
    if not offsets:
        return Comparison(Match.NOT_FOUND)
    best = max(offsets, key=lambda offset: sum(offsets.get(offset + shift, 0) for shift in (-2, -1, 0, 1, 2)))
    start = max(0, best - 4)
    window = haystack[start : best + len(piece) + 4]
    blocks = [
        block
        for block in SequenceMatcher(None, piece, window, autojunk=False).get_matching_blocks()
        if block.size
    ]
    same = sum(block.size for block in blocks)
    ratio = same / len(piece)
    if ratio < threshold or not blocks:
        return Comparison(Match.NOT_FOUND, None, "", ratio)
    low, high = start + blocks[0].b, start + blocks[-1].b + blocks[-1].size - 1
    return Comparison(Match.DIFFERS, positions[low], page[positions[low] : positions[high] + 1], ratio)
