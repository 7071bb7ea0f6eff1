"""Where in a judgment its lists of evidence stand, and which of them the court finds by.

The court's own list comes first, then that of the decision below, then the prosecution's. The court may also take over
an earlier list and only add to it.
"""

from __future__ import annotations

import re

from gaoyao.intake.judgments.sections import Parts

_TAKES_OVER = re.compile(
    r"事实[^。\n]{0,12}有(?:上述|以上)?公诉(?:人|机关)(?:当庭)?(?:出示|提供|提交|宣读)的(?:上述|以上|前述)?(?:各项|全部)?证据(?=，|、|予以|证实|等|以及|和)"
)
_CHARGE_STANDS = re.compile(r"指控[^。]{0,80}事实[^。]{0,30}(?:清楚|属实|一致)[^。]{0,60}(?:确认|证据|质证)")
_CONFIRMS = re.compile(
    r"(?:一审|原审|原判|原[一二]|原[^。，]{0,6}判决)[^。]{0,60}(?:外，(?=[另又还])|相同|一致|证据[^。]{0,60}(?:确认|采信|属实|质证))"
)
_BY_LIST_BELOW = re.compile(
    r"事实[^。\n]{0,6}有(?:原审|一审|原判)(?:判决|法院)?(?:认定|采信|确认|列举|所列)的(?:上述|全部)?证据(?=，|、|以及|和|及)"
)
_ADDS = re.compile(r"(?:另|又|还|补充|同时)查明|二审期间")


def whose_lists(parts: Parts) -> list[tuple[str, int, int]]:
    """Where to look for lists, and whose they are, the court's own first."""
    reasons = parts.get("reasons")[0] or parts.get("operative")[0] or len(parts.text)
    found_in = []
    found = parts.get("found")
    if found[1]:
        found_in.append(("本院认定", found[0], found[1]))
    if parts.instance:
        found_in.append(("原判认定", 0, parts.instance))
    below = parts.get("earlier_decision")
    if below[1]:
        found_in.append(("原判认定", below[0], below[1]))
    whole = parts.get("proceedings")[0] if parts.report else 0
    start = (
        whole
        or parts.get("defence")[0]
        or parts.get("accusation")[0]
        or parts.get("proceedings")[1]
        or parts.get("header")[1]
    )
    if not found[1]:
        found_in.append(("本院认定", start, reasons))
    accusation = parts.get("accusation")
    if accusation[1]:
        found_in.append(("公诉机关提供", accusation[0], max(accusation[1], reasons if not found[1] else 0)))
    if not found[1] and parts.get("proceedings")[1]:
        found_in.append(("公诉机关提供", parts.get("proceedings")[1], reasons))
    return found_in


def of_prosecution(parts: Parts) -> tuple[int, int]:
    """Where the prosecution's own list stands."""
    return parts.get("accusation")[0] or parts.get("proceedings")[1], parts.get("found")[0]


def of_court_below(parts: Parts) -> list[tuple[int, int]]:
    """Where the list of the court below may stand."""
    return [(start, end) for section, start, end in whose_lists(parts) if section == "原判认定"]


def adds_to_charge(parts: Parts, start: int, end: int, first: int) -> bool:
    """Does the court find by the prosecution's list, its own (from first) only adding to it?"""
    if _TAKES_OVER.search(parts.text, start, end):
        return True
    stands = _CHARGE_STANDS.search(parts.text, start, first)
    return bool(stands and _ADDS.search(parts.text, stands.start(), first))


def adds_to_below(parts: Parts, first: int) -> bool:
    """On appeal: are the items from first for what was found besides, after the list below was confirmed?"""
    if not of_court_below(parts):
        return False
    if _BY_LIST_BELOW.search(parts.text, parts.get("found")[0], first):
        return True
    confirmed = _CONFIRMS.search(parts.text, parts.get("found")[0], first)
    return bool(confirmed and _ADDS.search(parts.text, confirmed.start(), first))
