"""The statute texts this installation imported with `gaoyao law import`; read once a process, again when they change."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from gaoyao.law.texts.readers import ImportProblemError
from gaoyao.law.texts.search import Index
from gaoyao.law.texts.store import Store, home
from gaoyao.law.texts.timeline import Library

State = tuple[tuple[str, int], ...]


def imported() -> Library | None:
    """The texts; None where there are none or the folder cannot be read (`gaoyao law check` says why)."""
    state = _state()
    return _library(state) if state else None


def index(on: date) -> Index | None:
    """The articles in force on a day, ready to be searched; None as above."""
    state = _state()
    return _index(state, on) if state and _library(state) is not None else None


def _state() -> State:
    folder = home() / "laws"
    try:
        return tuple(sorted((one.name, one.stat().st_mtime_ns) for one in folder.glob("*.json")))
    except OSError:
        return ()


@lru_cache(maxsize=1)
def _library(state: State) -> Library | None:
    try:
        return Library(Store(home()).load())
    except ImportProblemError:
        return None


@lru_cache(maxsize=2)
def _index(state: State, on: date) -> Index | None:
    library = _library(state)
    return None if library is None else Index(library.texts, on)
