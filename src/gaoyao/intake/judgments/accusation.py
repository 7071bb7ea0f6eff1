"""Find what the prosecution charged each accused with."""

from __future__ import annotations

import re

from gaoyao.intake.judgments.charges import committed, named_as_case, named_in_reasons, unique
from gaoyao.intake.judgments.parties import Accused
from gaoyao.intake.judgments.sections import Parts

_EARLIER_CONVICTION = re.compile(r"，?(?:已|一案)?(?:被)?(?:依法)?(?:另案)?(?:判|处)")


def find_accusations(parts: Parts, accused: list[Accused]) -> dict[str, list[str]]:
    """The offences charged, by accused; an accused not named with a charge shares what is charged in common."""
    text = parts.text
    limit = parts.get("found")[0] or parts.get("reasons")[0] or parts.get("operative")[0] or len(text)
    start = parts.get("proceedings")[0] or parts.get("accusation")[0]
    end = (
        max(parts.get("proceedings")[1], parts.get("accusation")[1] if not parts.get("proceedings")[1] else 0)
        or limit
    )
    charged: dict[str, list[str]] = {p.name: [] for p in accused}
    previous = start
    for names, at, stop in committed(text, start, end):
        if _EARLIER_CONVICTION.match(text, stop) or "撤销" in text[max(previous, at - 30) : at]:
            previous = stop
            continue
        explicit = [p for p in accused if any(n in text[previous:at] for n in p.names)]
        for person in explicit or (accused if not any(charged.values()) else []):
            charged[person.name] = unique(charged[person.name] + names)
        previous = stop
    if not any(charged.values()):
        people = tuple(n for p in accused for n in p.names)
        names = named_in_reasons(text, start, limit) or named_as_case(text, 0, limit, people)
        charged = {p.name: list(names) for p in accused}
    everyone = unique([c for names in charged.values() for c in names])
    return {name: names or everyone for name, names in charged.items()}
