"""What every addition brought, as the pages tell it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from gaoyao.dossier.chain import part_name
from gaoyao.intake.merging.notes import HEADS
from gaoyao.web.cases.reading import Desk
from gaoyao.web.originals.listed import title
from gaoyao.web.originals.models import Upload
from gaoyao.web.originals.places import REPORTS
from gaoyao.web.originals.vault import LostOriginalError

NOTED = ("conflicts", "kept", "superseded", "deleted", "unread")
"""What of a merge is for a person to look at, in this order."""
SHOWN = 30


@dataclass(frozen=True, slots=True)
class Addition:
    """One act of adding: who, when, what, the numbers, what was there already, what a person should look at."""

    title: str
    who: str
    at: str
    part: str
    came: dict[str, Any]
    known: tuple[tuple[str, str], ...]
    notes: tuple[tuple[str, tuple[str, ...], int], ...]


def additions(desk: Desk) -> list[Addition]:
    """The additions to the parts that this person reads, newest first; those whose report is lost are left out."""
    found = []
    for one in desk.case.uploads.select_related("account").order_by("-pk"):
        if one.part_key not in desk.parts:
            continue
        try:
            report = REPORTS.of(one)
            if "came" in report:
                found.append(_addition(one, report))
        except LostOriginalError:
            continue
    return found


def _addition(upload: Upload, report: dict[str, Any]) -> Addition:
    merge = report["merge"]
    known = [
        *report["known"].items(),
        *((one["name"], one["same_as"]) for one in report["volumes"] if one["same_as"]),
    ]
    return Addition(
        title(upload), str(upload.account), report["at"][:16].replace("T", " "), part_name(upload.part_key), report["came"], tuple(known),
        tuple((HEADS[name], tuple(merge[name][:SHOWN]), max(0, len(merge[name]) - SHOWN)) for name in NOTED if merge[name])
        if upload.part == "main" else (),
    )  # fmt: skip
