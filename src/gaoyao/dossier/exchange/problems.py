"""Collecting everything that is wrong with a file, so that the user sees it all at once."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import NamedTuple

from gaoyao.dossier.model import DossierError


class Wrong(ValueError):
    """A single value cannot be understood; the text says what was expected and what to do.

    Where `known` is given, the known word nearest to `word` may be suggested between the two sentences.
    """

    def __init__(self, text: str, more: str = "", *, word: str = "", known: Iterable[str] = ()) -> None:
        super().__init__(text + more)
        self.text, self.more, self.word, self.known = text, more, word, known


class Problem(NamedTuple):
    """One line of the report: where and what.  Lines are counted from 1; 0 means the file as a whole."""

    file: str
    line: int
    path: str
    text: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.path}: {self.text}" if self.path else f"{place}: {self.text}"


class Problems:
    """The problems of one file.  Nearest words are looked up for the first `HINTS` problems only: it takes time."""

    HINTS = 50

    __slots__ = ("file", "found", "hints")

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[Problem] = []
        self.hints = self.HINTS

    def add(self, line: int, path: str, text: str) -> None:
        """Note a problem; reading goes on."""
        self.found.append(Problem(self.file, line, path, text))

    def wrong(self, line: int, path: str, wrong: Wrong) -> None:
        """Note a value that could not be understood."""
        self.add(line, path, wrong.text + self.near(wrong.word, wrong.known) + wrong.more)

    def near(self, word: str, known: Iterable[str], cutoff: float = 0.6) -> str:
        """`nearest`, while there are hints left."""
        if not word or not known or self.hints <= 0:
            return ""
        self.hints -= 1
        return nearest(word, known, cutoff)

    def stop(self, line: int, text: str) -> DossierError:
        """The error to raise when reading cannot go on."""
        self.add(line, "", text)
        return error_of(self.found)


def error_of(found: Iterable[Problem]) -> DossierError:
    """All problems as one error, in the order of the lines."""
    ordered = sorted(dict.fromkeys(found), key=lambda problem: (problem.file, problem.line))
    return DossierError(tuple(map(str, ordered)))


def nearest(word: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """“您是不是要写……？” with the nearest known word, or ''."""
    word, words = word[:100], list(known)
    found = get_close_matches(word, words, n=1, cutoff=cutoff)
    if not found and len(word) > 1:
        found = [other for other in words if word in other or (len(other) > 1 and other in word)][:1]
    return f"您是不是要写“{found[0]}”？" if found else ""
