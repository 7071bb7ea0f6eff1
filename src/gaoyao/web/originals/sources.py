"""Where a finding stands, page by page, each with its quotations and, where the original is kept, the way to its page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode

from gaoyao.dossier.vocabulary import Mismatch
from gaoyao.logic.frame import Source
from gaoyao.review.render.sections.mismatched import Links
from gaoyao.web.cases.policy import Permission
from gaoyao.web.cases.reading import Desk
from gaoyao.web.originals import places
from gaoyao.web.originals.models import Original
from gaoyao.web.originals.vault import LostOriginalError


@dataclass(frozen=True, slots=True)
class Place:
    """One page: as a person calls it, where it can be seen ('': nowhere here), the words quoted from it."""

    text: str
    address: str
    quotes: tuple[str, ...]


def where(desk: Desk, sources: Iterable[Source]) -> tuple[Place, ...]:
    """The places of sources, each page once; a source without a page is told by file and line."""
    quotes: dict[tuple[str, str], dict[str, None]] = {}
    lines: dict[tuple[str, str], set[int]] = {}
    for one in sources:
        if one.page or one.file:
            key = (one.page, one.file if not one.page or one.page.startswith(one.file) else "")
            quotes.setdefault(key, {}).update({one.quote: None} if one.quote else {})
            lines.setdefault(key, set()).update({one.line} if one.line else ())
    kept = {one.name: one for one in places.stored(desk).values()}
    return tuple(
        Place(
            page or _lines(file, lines[page, file]), _address(desk, kept.get(file), page, file), tuple(said)
        )
        for (page, file), said in quotes.items()
    )


def _lines(file: str, lines: set[int]) -> str:
    return file + (f"第{'、'.join(map(str, sorted(lines)))}行" if lines else "")


def _address(desk: Desk, original: Original | None, page: str, file: str) -> str:
    if original is None:
        return ""
    try:
        volume = places.volume_of(original)
    except LostOriginalError:
        return ""
    told = page.removeprefix(f"{file} ")
    first = re.match(r"第(\d+)", told)
    pages = (volume or {"pages": []})["pages"]
    labels = {told, f"第{first[1]}页" if first else told}
    number = next((one["number"] for one in pages if one["label"] in labels), None)
    if number is None:
        return ""
    return f"{reverse('page', args=[desk.case.key])}?{urlencode({'o': original.sha256, 'n': number})}"


def links_of(desk: Desk) -> Links:
    """The ways from a mismatch of papers to the pages of its sides, and to the form for what a person found."""
    log, editable = (
        desk.read.log,
        bool(desk.policy.may(Permission.CELL_EDIT, desk.assignment, Mismatch.result)),
    )

    def page(ident: str) -> str:
        found = (log.chain(*key).find(ident) for key in log.parts & desk.parts)
        record = next((one for one in found if one is not None), None)
        return places.page_address(desk, record) if record is not None else ""

    def result(entry: str) -> str:
        asked = urlencode({"f": Mismatch.result.path, "s": entry, "back": "mismatches"})
        return f"{reverse('cell', args=[desk.case.key])}?{asked}" if editable else ""

    return Links(page, result)
