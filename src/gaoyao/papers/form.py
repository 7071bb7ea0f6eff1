"""What one kind of paper is: names, readers, layout."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gaoyao.papers.material import Material
from gaoyao.papers.sheet import Sheet
from gaoyao.review.api import Reader


def never(_: Material) -> str:
    """A paper that can always be written: what is missing is said in it."""
    return ""


@dataclass(frozen=True)
class Form:
    """One kind of paper.

    `id` is its English name, `label` the Chinese one by which it is asked for; `title` what stands on it;
    `readers` who may write it, the first by default; `wide` landscape; `layout` fills a sheet; `lacking` says why
    there is nothing to write ('' when there is).  An `outgoing` paper leaves the institution: it is made from the main part alone (a defender's
    also from his own material), so nothing of a court's or procuratorate's inner file can be in it.
    """

    id: str
    label: str
    about: str
    readers: tuple[Reader, ...]
    layout: Callable[[Sheet, Material], None]
    title: Callable[[Material], str]
    wide: bool = False
    lacking: Callable[[Material], str] = never
    outgoing: bool = False
