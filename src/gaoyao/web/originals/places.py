"""From a value's address to its page: which original, which page, which characters and boxes.  Parts decide what is found."""

from __future__ import annotations

import json
import re
from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass
from threading import Lock
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode

from gaoyao.dossier.model import Assertion
from gaoyao.dossier.schema import Part
from gaoyao.intake.pages.model import SCALE, Box
from gaoyao.intake.sources.model import Form
from gaoyao.web.cases.reading import Desk
from gaoyao.web.ledger.boxes import closed
from gaoyao.web.originals.listed import files
from gaoyao.web.originals.models import Original, Upload
from gaoyao.web.originals.pictures import DRAWABLE, on_its_side
from gaoyao.web.originals.vault import COVERAGE, PAGES, LostOriginalError, Vault

AROUND = 90
"""Characters shown before and after a quotation where a page has no picture."""
_KEPT = 24


class _Reports:
    """The coverage reports read last; they never change."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: OrderedDict[str, dict[str, Any]] = OrderedDict()

    def of(self, upload: Upload) -> dict[str, Any]:
        """The report of an upload; empty where it was not kept.  Raises LostOriginalError."""
        with self._lock:
            if upload.key in self._kept:
                self._kept.move_to_end(upload.key)
                return self._kept[upload.key]
        vault = Vault(upload)
        made: dict[str, Any] = (
            json.loads(vault.get(COVERAGE, "report")) if vault.has(COVERAGE, "report") else {"volumes": []}
        )
        with self._lock:
            self._kept[upload.key] = made
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return made


REPORTS = _Reports()


@dataclass(frozen=True, slots=True)
class Spot:
    """A page of an original, and where on it a value stands (`box` None: the whole page)."""

    original: Original
    page: dict[str, Any]
    box: Box | None = None
    start: int | None = None
    end: int | None = None

    @property
    def number(self) -> int:
        """The page, counted from 1."""
        return int(self.page["number"])

    @property
    def label(self) -> str:
        """The page as a person calls it."""
        return str(self.page["label"])

    @property
    def drawable(self) -> bool:
        """Can the page be shown as a picture?"""
        form = self.original.form
        return (
            form in DRAWABLE
            and self.page["why"] != "broken"
            and (form != Form.DOCX or self.label.startswith("图"))
        )


def stored(desk: Desk) -> dict[str, Original]:
    """The originals of the parts this person reads, by sha256; one query a request."""
    found: dict[str, Original] | None = vars(desk).get("originals")
    if found is None:
        rows = (
            Original.objects.filter(upload__case=desk.case)
            .select_related("upload")
            .order_by("-upload_id", "-place")
        )
        found = {
            row.sha256: row
            for row in rows
            if row.upload.part_key in desk.parts and not closed(row.upload.part)
        }
        for upload in closed_uploads(desk):
            with suppress(LostOriginalError):
                found = {row.sha256: row for row in reversed(files(upload))} | found
        vars(desk)["originals"] = found
    return found


def closed_uploads(desk: Desk) -> list[Upload]:
    """The uploads of closed parts that this person reads."""
    own = desk.case.uploads.exclude(part=Part.MAIN.value)
    return [one for one in own if one.part_key in desk.parts]


def volume_of(original: Original) -> dict[str, Any] | None:
    """What the report says of the file; of members with the same bytes the one that was read.  Raises LostOriginalError."""
    same = [one for one in REPORTS.of(original.upload)["volumes"] if one["sha256"] == original.sha256]
    return next((one for one in same if one["pages"]), same[0] if same else None)


def page_of(original: Original, number: int) -> dict[str, Any] | None:
    """One page of the report; None where there is none."""
    volume = volume_of(original)
    return next((one for one in (volume or {"pages": []})["pages"] if one["number"] == number), None)


def spot(desk: Desk, record: Assertion) -> Spot | None:
    """Where a value stands; None where its original is not kept here or not for this reader."""
    address = record.address
    original = stored(desk).get(address.sha256) if address.sha256 else None
    if original is None:
        return None
    try:
        volume = volume_of(original)
    except LostOriginalError:
        return None
    if volume is None or not volume["pages"]:
        return None
    told = address.page.removeprefix(f"{address.file} ")
    found = next((one for one in volume["pages"] if one["label"] == told), None)
    if found is None:
        number = re.search(r"\d+", told)
        found = page_of(original, int(number[0])) if number else None
    page = found or volume["pages"][0]
    box = None if on_its_side(page["notes"]) else address.box
    return Spot(original, page, box, address.start, address.end)


def row_of(one: Original, number: int) -> dict[str, Any]:
    """The text and the lines of a page as they were read; empty where it was not.  Raises LostOriginalError."""
    vault = Vault(one.upload)
    if not vault.has(PAGES, one.sha256):
        return {"text": "", "lines": []}
    for line in vault.get(PAGES, one.sha256).decode().split("\n"):
        if line:
            row: dict[str, Any] = json.loads(line)
            if row["number"] == number:
                return row
    return {"text": "", "lines": []}


def boxes(found: Spot, row: dict[str, Any]) -> list[Box]:
    """The boxes of the quoted lines; the one box of the address where lines are not known."""
    if found.box is None or found.start is None or found.end is None:
        return [found.box] if found.box else []
    lines = [tuple(box) for start, end, box, _ in row["lines"] if start < found.end and found.start < end]
    return [(int(a), int(b), int(c), int(d)) for a, b, c, d in lines] or [found.box]


def excerpt(found: Spot) -> tuple[str, str, str]:
    """What stands before the quotation, the quotation, what stands after it.  Raises LostOriginalError."""
    text = str(row_of(found.original, found.number)["text"])
    start, end = found.start or 0, found.end if found.end is not None else 0
    return text[max(0, start - AROUND) : start], text[start:end], text[end : end + AROUND]


def page_address(desk: Desk, record: Assertion) -> str:
    """The page that shows a value in its original; '' where there is none."""
    if record.address.sha256 not in stored(desk):
        return ""
    return reverse("page", args=[desk.case.key]) + "?" + urlencode({"a": record.id})


def crop_address(desk: Desk, record: Assertion) -> str:
    """The picture of the place of a value; '' where there is none to show, or no place on the page."""
    if record.address.box is None:
        return ""
    found = spot(desk, record)
    if found is None or not found.drawable or found.box is None:
        return ""
    return reverse("crop", args=[desk.case.key]) + "?" + urlencode({"a": record.id})


def wide(box: Box) -> tuple[int, int, int, int]:
    """x, y, width, height in ten-thousandths, a little larger than the box."""
    left, top, right, bottom = box
    x, y = max(0, left - 40), max(0, top - 25)
    return x, y, min(SCALE, right + 40) - x, min(SCALE, bottom + 25) - y
