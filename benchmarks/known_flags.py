"""Flags of the known cases that structured fields can carry, read off the mapped dossier and its review."""

from __future__ import annotations

from typing import Any

from gaoyao.review.model import Review


def flags_of(case: dict[str, Any], made: Review) -> list[str]:
    """The flags raised for a case; none of the forbidden fields is read."""
    return []
