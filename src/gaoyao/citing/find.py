"""Find everything cited in a text.  Finding never guesses: what names no instrument stays without one."""

from __future__ import annotations

from functools import lru_cache

from gaoyao.citing.cases import find_cases
from gaoyao.citing.exhibits import find_exhibits
from gaoyao.citing.laws import find_laws
from gaoyao.citing.model import Found
from gaoyao.citing.names import Catalogue
from gaoyao.citing.quotes import find_quotes
from gaoyao.citing.text import Cleaned, clean


@lru_cache(maxsize=1)
def default_catalogue() -> Catalogue:
    """The instruments this software knows by itself (imported texts add to them)."""
    return Catalogue()


def find(text: str | Cleaned, catalogue: Catalogue | None = None) -> Found:
    """Return every law citation, case number, exhibit and quotation of `text`, each with its offsets.

    `source[start:end]` of every result is exactly its `text`, also when cleaning removed or changed
    characters.
    """
    cleaned = clean(text) if isinstance(text, str) else text
    laws = tuple(
        sorted(find_laws(cleaned, catalogue or default_catalogue()), key=lambda row: (row.start, row.end))
    )
    exhibits = tuple(find_exhibits(cleaned))
    return Found(
        laws,
        tuple(find_cases(cleaned)),
        exhibits,
        tuple(find_quotes(cleaned, exhibits, laws)),
        cleaned.source,
    )
