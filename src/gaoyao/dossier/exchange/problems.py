"""Collecting everything that is wrong with a file, so that the user sees it all at once."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import NamedTuple

from gaoyao.dossier.model import DossierError


class Wrong(ValueError):
    """A single value cannot be understood; the text says what was expected and what to do."""


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
    """The problems of one file.  `notices` are remarks that do not stop loading."""

    __slots__ = ("file", "found", "notices")

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[Problem] = []
        self.notices: list[Problem] = []

    def add(self, line: int, path: str, text: str) -> None:
        """Note a problem; reading goes on."""
        self.found.append(Problem(self.file, line, path, text))

    def notice(self, line: int, path: str, text: str) -> None:
        """Note a remark that does not stop loading."""
        self.notices.append(Problem(self.file, line, path, text))

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
    found = get_close_matches(word[:100], list(known), n=1, cutoff=cutoff)
    return f"您是不是要写“{found[0]}”？" if found else ""
