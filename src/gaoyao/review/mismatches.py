"""Mismatches of papers as numbered hints: what they are about, every side with its page and words.

No rule reads them and nothing follows from them but that a person looks (ADR 0010).
"""

from __future__ import annotations

from dataclasses import dataclass

from gaoyao.dossier.model import Assertion, Basis
from gaoyao.dossier.view import View
from gaoyao.dossier.vocabulary import Mismatch

HINT = "提示"


@dataclass(frozen=True, slots=True)
class MismatchSide:
    """One paper: the page as people call it, its words, and the assertion that leads to the page."""

    page: str
    quote: str
    assertion: str


@dataclass(frozen=True, slots=True)
class MismatchLine:
    """One hint: its number, what it is about, the sides, whether a person looked, and what he found."""

    number: int
    id: str
    matter: str
    about: str
    sides: tuple[MismatchSide, ...]
    looked_at: bool
    result: str


def mismatches(view: View) -> tuple[MismatchLine, ...]:
    """The hints in the order of the file; one that a later reading does not give any more is gone."""
    said = view.cells.get(Mismatch.about.path, {})
    told = [one for one in view.subjects(Mismatch.kind) if one in said]
    return tuple(_line(view, number, one) for number, one in enumerate(told, 1))


def _line(view: View, number: int, ident: str) -> MismatchLine:
    live = view.live(Mismatch.about, ident)
    sides = {(one.address.page, one.address.quote): _side(one) for one in reversed(live.assertions)}
    result = _text(view, "result", ident)
    return MismatchLine(
        number,
        ident,
        _text(view, "matter", ident),
        _text(view, "about", ident),
        tuple(reversed(sides.values())),
        bool(result) or (live.basis is not None and live.basis is not Basis.READ),
        result,
    )


def _side(one: Assertion) -> MismatchSide:
    return MismatchSide(one.address.page, one.address.quote, one.id)


def _text(view: View, name: str, ident: str) -> str:
    value = view.live(Mismatch.fields[name], ident).value
    return value if isinstance(value, str) else ""
