"""Cut the pages of a volume into documents, by titles at the head of a page (or of a line, where there are no pages)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from gaoyao.intake.documents.flow import Flow, flow
from gaoyao.intake.documents.kinds import UNKNOWN, DocumentKind, kind_of_title, looks_like_title
from gaoyao.intake.judgments import read_judgment
from gaoyao.intake.judgments.model import Judgment
from gaoyao.intake.normalise import Cleaned, clean
from gaoyao.intake.pages.dispatch import Volume
from gaoyao.intake.pages.model import Page, State
from gaoyao.intake.sources.model import Form

_HEAD_LINES = 9
_PAGED = frozenset({Form.PDF, Form.IMAGE, Form.OFD})
_LATER = re.compile(r"第(\d{1,4})页|[-—](\d{1,4})[-—]")
_OPENS = re.compile(
    r"(?:[讯询]问|辨认|勘验|勘查|检查|搜查|扣押|提取|称量|取样|起止|开始)?时间(?=[：:\d_]|$)|(?:被[讯询]问人|辨认人)(?:姓名)?[：:]"
)
"""The fields with which the form of a record begins."""
_MORE = re.compile(r"（?续页?(?:之?[一二三四五六七八九十\d]{1,2})?）?$|续页")
"""A title that says that the paper goes on."""
_OFFICE = re.compile(r"[\u4e00-\u9fff（）]{2,30}(?:局|院|所|中心|支队|大队|委员会|总队|公司|医院)")
"""A line with nothing but the name of an office, as it stands above a title."""
_BY_POLICE = frozenset({"prosecution_opinion", "arrest_request", "examination"})
_SQUEEZE = str.maketrans({"(": "（", ")": "）", "〔": "（", "〕": "）", "[": "（", "]": "）"})


class Piece(NamedTuple):
    """A run of characters of one page."""

    page: Page
    start: int
    end: int


@dataclass(slots=True, eq=False)
class Document:
    """One paper.  `incomplete`: some page of it, or one that may be its, was not read."""

    volume: Volume
    kind: DocumentKind
    title: str
    pieces: list[Piece] = field(default_factory=list)
    incomplete: bool = False

    @property
    def text(self) -> str:
        """The whole text, pages joined by line ends."""
        return "\n".join(piece.page.text[piece.start : piece.end] for piece in self.pieces)

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages it stands on."""
        return tuple(dict.fromkeys(piece.page for piece in self.pieces))

    @property
    def where(self) -> str:
        """Volume and pages, as a person would cite them."""
        from gaoyao.intake.coverage import runs

        labels = list(dict.fromkeys(piece.page.label for piece in self.pieces))
        return f"{self.volume.source.name} {runs(labels)}".strip()


class Place(NamedTuple):
    """A span of a document on its page: the page, and the characters in the page's text."""

    page: Page
    start: int
    end: int


@dataclass(eq=False)
class Sheet:
    """A document made ready for reading: its text, the cleaned form, and the way back to the pages."""

    document: Document

    @cached_property
    def raw(self) -> str:
        """The text as it came."""
        return self.document.text

    @cached_property
    def cleaned(self) -> Cleaned:
        """The matching form."""
        return clean(self.raw)

    @cached_property
    def flow(self) -> Flow:
        """The cleaned text with the lines joined that the page broke in mid-sentence."""
        return flow(self.cleaned.text)

    def flow_span(self, start: int, end: int) -> tuple[int, int]:
        """From the running text to the raw text."""
        return self.raw_span(*self.flow.span(start, end))

    @cached_property
    def _starts(self) -> list[int]:
        out, at = [], 0
        for piece in self.document.pieces:
            out.append(at)
            at += piece.end - piece.start + 1
        return out

    @cached_property
    def judgment(self) -> Judgment:
        """The paper read as a judgment or an accusation (which it need not be)."""
        return read_judgment(self.raw, by_police=self.document.kind.code in _BY_POLICE)

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """From the cleaned text to the raw text."""
        return self.cleaned.raw_span(start, end)

    def place(self, start: int, end: int) -> Place:
        """Where a span of the raw text begins; a span over two pages is given as far as its first page goes."""
        pieces = self.document.pieces
        n = min(max(bisect_right(self._starts, start) - 1, 0), len(pieces) - 1)
        piece = pieces[n]
        at = piece.start + start - self._starts[n]
        return Place(piece.page, min(at, piece.end), min(piece.start + end - self._starts[n], piece.end))


def documents(volumes: Iterable[Volume]) -> list[Document]:
    """Every document of every volume, in order.  Pages that were not read belong to none."""
    out: list[Document] = []
    for volume in volumes:
        out.extend(_cut(volume))
    return out


def _cut(volume: Volume) -> Iterator[Document]:
    current: Document | None = None
    paged = volume.source.form in _PAGED
    running = _running(volume) if paged else frozenset()
    for page in volume.pages:
        if page.state is State.BLANK:
            continue
        if page.state is State.UNREAD:
            if current is not None:
                current.incomplete = True
            continue
        for start, end, kind, title in _parts(page, current, paged, running):
            if kind is not None or current is None:
                if current is not None:
                    yield current
                current = Document(volume, kind or UNKNOWN, title or _first_line(page.text))
            current.pieces.append(Piece(page, start, end))
            current.incomplete |= page.state is State.PARTIAL
    if current is not None:
        if volume.open_end:
            current.incomplete = True
        yield current


def _parts(
    page: Page, current: Document | None, paged: bool, running: frozenset[str]
) -> Iterator[tuple[int, int, DocumentKind | None, str]]:
    """The runs of a page: (start, end, kind where a new document begins, its title)."""
    heads = list(_titles(page.text, paged, running))
    if heads and heads[0][1] is not None and _continues(page, current, heads[0][1]):
        heads = heads[1:] if not paged else []
    if not heads:
        yield 0, len(page.text), None, ""
        return
    first = heads[0][0]
    if first > 0 and page.text[:first].strip() and not paged:
        yield 0, first, None, ""
    for n, (start, kind, title) in enumerate(heads):
        end = heads[n + 1][0] if n + 1 < len(heads) else len(page.text)
        yield (0 if paged and n == 0 else start), end, kind, title


def _running(volume: Volume) -> frozenset[str]:
    """Running heads: names of the volume, or lines that name no paper, at the head of several pages."""
    heads: Counter[str] = Counter()
    for page in volume.pages:
        lines = [line for line in page.text.split("\n", 12) if line.strip()][:2]
        heads.update({"".join(line.split()).translate(_SQUEEZE) for line in lines})
    return frozenset(
        line
        for line, times in heads.items()
        if times > 1
        and ((kind := kind_of_title(line)) is None or kind.code == "cover")
        and not _OFFICE.fullmatch(line)
    )


def _titles(text: str, paged: bool, running: frozenset[str]) -> Iterator[tuple[int, DocumentKind, str]]:
    at = seen = 0
    before = -1
    for line in text.split("\n"):
        squeezed = "".join(line.split()).translate(_SQUEEZE)
        if squeezed and squeezed not in running:
            seen += 1
            if paged and seen > _HEAD_LINES:
                return
            kind = kind_of_title(squeezed)
            if kind is None and looks_like_title(squeezed) and seen <= 3 and paged:
                kind = UNKNOWN
            if kind is not None:
                yield (before if before >= 0 else at), kind, squeezed
                if paged:
                    return
            before = at if _OFFICE.fullmatch(squeezed) else -1
        at += len(line) + 1


def _continues(page: Page, current: Document | None, kind: DocumentKind) -> bool:
    """A running title on a later page of the same paper: it says so, or its number follows on and no form begins.

    The numbers of a volume run on from paper to paper, so they do not tell.
    """
    if current is None or (kind is not current.kind and kind is not UNKNOWN):
        return False
    lines = ["".join(line.split()) for line in page.text.split("\n") if line.strip()]
    if any(_MORE.search(line.translate(_SQUEEZE)) for line in lines[:4]):
        return True
    if any(_OPENS.match(line) and not re.search("签|捺", line) for line in lines[1:_HEAD_LINES]):
        return False
    told = {int(one[1] or one[2]) for line in (*lines[:4], *lines[-2:]) for one in _LATER.finditer(line)}
    follows = len(current.pages) + 1
    return follows in told or (current.incomplete and any(one > follows for one in told))


def _first_line(text: str) -> str:
    return next((" ".join(line.split())[:40] for line in text.split("\n") if line.strip()), "")
