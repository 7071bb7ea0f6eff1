"""问 and 答: the turns of a record, with the way back from every character to the paper.

Lines that the page broke are joined inside a turn, so that a detail is found whole; offsets survive.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gaoyao.intake.documents.cut import Sheet

_MARK = re.compile(r"(?P<who>[问答])(?<![^\n。？！?;…）][问答])(?:：|(?=[^题答卷过话起及到]))")
_COLON = re.compile(r"(?P<who>[问答])(?<![提询讯追盘访质责疑学慰答][问答])：")
"""The character of a turn, what may not stand before it (looked at afterwards: that is faster), what must follow."""
_CLOSE = re.compile(
    r"(?:以上|上述|这份|本)(?:的)?笔录[^\n]{0,40}|(?:被(?:讯|询)问人|讯问人|询问人|侦查人员|记录人|见证人)(?:（?签[名字]）?|[：:])|(?:阅读)?笔录(?:核对|阅读)"
)
_SENTENCE = re.compile(r"[^。；！？!?]+[。；！？!?]?")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A run of speech without line ends; `places[i]` is the place of its i-th character in the cleaned text."""

    text: str
    places: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The cleaned span of a run of characters."""
        return self.places[start], self.places[end - 1] + 1

    def sentences(self) -> list[tuple[int, int]]:
        """Start and end of every sentence."""
        return [found.span() for found in _SENTENCE.finditer(self.text)]


@dataclass(frozen=True, slots=True)
class Turn:
    """One question and its answer; `number` counts from 1.  An answer before any question has an empty one."""

    number: int
    question: Spoken
    answer: Spoken


def turns(sheet: Sheet) -> list[Turn]:
    """The turns of a record, in order; none where the paper is not written in turns."""
    text = sheet.cleaned.text
    marks = list(_MARK.finditer(text))
    if len(marks) < 2 or {mark["who"] for mark in marks} != {"问", "答"}:
        marks = list(_COLON.finditer(text))
    if {mark["who"] for mark in marks} != {"问", "答"}:
        return []
    out: list[Turn] = []
    question = Spoken("", ())
    for n, mark in enumerate(marks):
        end = marks[n + 1].start() if n + 1 < len(marks) else _end(text, mark.end())
        said = _spoken(text, mark.end(), end)
        if mark["who"] == "问":
            question = said
        elif said.text:
            out.append(Turn(len(out) + 1, question, said))
            question = Spoken("", ())
    return out


def _end(text: str, start: int) -> int:
    """The last answer ends before the words that close the record."""
    close = _CLOSE.search(text, start)
    return close.start() if close else len(text)


def _spoken(text: str, start: int, end: int) -> Spoken:
    part = text[start:end]
    if "\n" not in part:
        return Spoken(part, range(start, end))
    return Spoken(part.replace("\n", ""), tuple([at for at, char in enumerate(part, start) if char != "\n"]))
