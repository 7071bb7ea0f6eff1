"""The coverage report of a reading with the documents found and what was left to a person, as JSON-ready data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from gaoyao.intake.coverage import account
from gaoyao.intake.drafting.build import Drafted
from gaoyao.intake.drafting.mismatches import CODES
from gaoyao.intake.pages.dispatch import Volume


def report(volumes: Sequence[Volume], drafted: Drafted) -> dict[str, Any]:
    """The coverage report with the documents found and what was left to a person."""
    data = account(volumes)
    data["documents"] = [
        {"kind": one.kind.code, "label": one.kind.label, "title": one.title, "where": one.where, "incomplete": one.incomplete,
         "sha256": one.volume.source.sha256, "pages": [page.number for page in one.pages]}
        for one in drafted.documents
    ]  # fmt: skip
    data["left_out"] = [one._asdict() for one in drafted.left_out]
    data["mismatches"] = [
        {
            "code": one.code,
            "kind": CODES[one.code],
            "message": one.message,
            "sides": [side._asdict() for side in one.sides],
        }
        for one in drafted.mismatches
    ]
    data["proposals"], data["links"] = drafted.proposals, drafted.links
    return data
