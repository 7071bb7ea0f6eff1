"""Find what the prosecution charged each accused with."""

from __future__ import annotations

import re

from gaoyao.intake.judgments.charges import as_charge, committed, named_as_case, named_in_reasons, unique
from gaoyao.intake.judgments.parties import Accused
from gaoyao.intake.judgments.sections import Parts

_CHARGING = re.compile(r"公诉|指控|起诉|一案|检察院")
_BROUGHT = re.compile(
    r"(?<=[。\n])(?:被告人|关于)[^。\n]{2,60}案，(?=由[^。，\n]{2,24}检察院[^。，\n]{0,20}提起公诉)"
)
_OWN_CASE = r"(?:犯|涉嫌)?([\u4e00-\u9fff]{2,16}?)(?:罪)?(?=、被告人|一案|案[，由]|，(?!判处|处))"


def _sentence(text: str, start: int, place: int, end: int) -> str:
    begin = max(text.rfind("。", start, place), text.rfind("\n", start, place), start - 1) + 1
    stop = text.find("。", place, end)
    return text[begin : stop if stop > 0 else end]


def _own_case(text: str, person: Accused, end: int) -> list[str]:
    """The offence named right after the person, as 被告人某甲滥用职权、被告人某乙玩忽职守一案 does."""
    found: list[str] = []
    for match in re.finditer("被告人" + re.escape(person.name) + _OWN_CASE, text[:end]):
        charge = as_charge(match.group(1))
        found += [charge] if charge else []
    return unique(found)


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
    said = committed(text, start, end)
    if parts.report:
        charging = [s for s in said if _CHARGING.search(_sentence(text, start, s[1], end))]
        people = tuple(n for p in accused for n in p.names)
        said = charging or ([] if named_as_case(text, 0, limit, people) else said)
    for names, at, stop in said:
        if _EARLIER_CONVICTION.match(text, stop) or "撤销" in text[max(previous, at - 30) : at]:
            previous = stop
            continue
        explicit = [p for p in accused if any(n in text[previous:at] for n in p.names)]
        for person in explicit or (accused if not any(charged.values()) else []):
            charged[person.name] = unique(charged[person.name] + names)
        previous = stop
    if not all(charged.values()):
        own = {p.name: _own_case(text, p, max(limit, end)) for p in accused}
        if all(own.values()):
            return own
    if parts.report and not any(charged.values()) and not _CHARGING.search(text[start:end]):
        for names, at, _ in committed(text, start, limit):
            for person in [p for p in accused if any(n in text[max(start, at - 24) : at] for n in p.names)]:
                charged[person.name] = unique(charged[person.name] + names)
    if not any(charged.values()):
        people = tuple(n for p in accused for n in p.names)
        brought = _BROUGHT.search(text, start, limit) if parts.report else None
        names = named_as_case(text, *brought.span(), people) if brought else []
        names = names or named_in_reasons(text, start, limit) or named_as_case(text, 0, limit, people)
        charged = {p.name: list(names) for p in accused}
    everyone = unique([c for names in charged.values() for c in names])
    return {name: names or everyone for name, names in charged.items()}
