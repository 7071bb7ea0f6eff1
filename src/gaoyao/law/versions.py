"""Which version of a law was in force on a day, and whether its words were at hand.

A rule cites the versions it was read against.  Where the version in force on the day of the hearing is not at hand
(Criminal Procedure Law 1996 and 2012, the interpretation of 1998, earlier rules of police and procuratorate), what is
said rests on unverified numbers or on other instruments only; the review names that version instead of falling silent.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from gaoyao.law.citation import Citation
from gaoyao.law.instruments import INSTRUMENTS, Instrument, family_in_force

FAMILIES = frozenset(
    family
    for family in {row.family for row in INSTRUMENTS.values()}
    if sum(row.family == family for row in INSTRUMENTS.values()) > 1
)
"""Families of which more than one version is in the table."""


def unavailable(sources: Iterable[Citation], on: date) -> tuple[Instrument, ...]:
    """The versions in force on `on`, of the families cited, whose words were not at hand; in the order cited."""
    families = dict.fromkeys(source.instrument.family for source in sources)
    found = (family_in_force(family, on) for family in families if family in FAMILIES)
    return tuple(row for row in found if row is not None and not row.text_at_hand)


def uncited(sources: Iterable[Citation], on: date) -> tuple[Instrument, ...]:
    """The versions in force on `on`, of the families cited, of which no article is cited; at hand or not."""
    sources = tuple(sources)
    cited = {source.instrument_id for source in sources if source.in_force(on)}
    families = dict.fromkeys(source.instrument.family for source in sources)
    found = (family_in_force(family, on) for family in families if family in FAMILIES)
    return tuple(row for row in found if row is not None and row.id not in cited)


def named(rows: Iterable[Instrument]) -> str:
    """《…》（1996） and so on, joined."""
    return "、".join(row.short for row in rows)
