"""May an item be used?  The ladder of design §5, computed from the rules' outcomes and the rulings in the file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np

from gaoyao.dossier.frame import CaseFrame
from gaoyao.dossier.vocabulary import Item, Ruling
from gaoyao.dossier.vocabulary.court import ITEM_RULINGS
from gaoyao.law.rule import Effect, Rule
from gaoyao.logic.frame import Int8
from gaoyao.logic.truth import Truth

FOUND, PENDING = 4, 3


class Rung(StrEnum):
    """The ladder; only a named body's ruling makes `excluded`."""

    USABLE = "usable"
    CURED = "cured"
    UNEXAMINED = "unexamined"
    PENDING = "pending"
    CURABLE = "curable"
    GROUND_FOUND = "ground_found"
    NOT_BASIS = "not_basis"
    EXCLUDED = "excluded"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        """The words on the page."""
        return {
            "usable": "未见障碍", "cured": "瑕疵已补正", "unexamined": "取证检查未进行", "pending": "待查明", "curable": "瑕疵待补", "ground_found": "理由已现，待裁",
            "not_basis": "依规定不得作为定案根据", "excluded": "经裁定排除", "withdrawn": "控方已撤回",
        }[self.value]  # fmt: skip

    @property
    def truth(self) -> Truth:
        """May it carry a fact: yes, no, or not yet decided."""
        if self in (Rung.USABLE, Rung.CURED):
            return Truth.YES
        return (
            Truth.UNKNOWN
            if self in (Rung.UNEXAMINED, Rung.PENDING, Rung.CURABLE, Rung.GROUND_FOUND)
            else Truth.NO
        )


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one item stands and which rules put it there (found first, then pending); `cured`: its last cure was accepted."""

    rung: Rung
    rules: tuple[str, ...]
    cured: bool = False


_CLEAR, _UNEXAMINED = Standing(Rung.USABLE, ()), Standing(Rung.UNEXAMINED, ())
_EFFECTS = {Effect.NOT_BASIS: Rung.NOT_BASIS, Effect.GROUND: Rung.GROUND_FOUND, Effect.CURABLE: Rung.CURABLE}


def standings(
    frame: CaseFrame, rules: tuple[Rule, ...], outcomes: dict[str, Int8], on: date, silent: Int8
) -> list[Standing]:
    """The standing of every item, in the frame's order.  A rule none of whose
    sources in force on the day `on` was read against its text never lowers an item below pending.
    An item that nobody said the use of (`silent`) and no rule speaks of is unexamined, not clear."""
    size = frame.size("item")
    found: list[dict[tuple[Rung, bool], list[str]]] = [{} for _ in range(size)]
    for rule in rules:
        if rule.about != "item" or rule.effect not in _EFFECTS or rule.id not in outcomes:
            continue
        codes, verified = outcomes[rule.id], rule.verified_on(on)
        for n in np.flatnonzero(codes >= PENDING).tolist():
            sure = bool(codes[n] == FOUND) and verified
            found[n].setdefault((_EFFECTS[rule.effect], sure), []).append(rule.id)
    withdrawn = frame.flag(Item.withdrawn)[0]
    rulings = rulings_of(frame)
    out = []
    for n in range(size):
        one = _CLEAR
        if found[n] or n in rulings or withdrawn[n] == Truth.YES:
            one = _ladder(found[n], rulings.get(n, []), bool(withdrawn[n] == Truth.YES))
        out.append(
            _UNEXAMINED if one.rung is Rung.USABLE and n not in rulings and silent[n] == Truth.YES else one
        )
    return out


def rulings_of(frame: CaseFrame) -> dict[int, list[str]]:
    """Item number → the outcomes of its rulings in the order of the file."""
    codes, _ = frame.choice(Ruling.outcome)
    names = [code for code, _ in Ruling.outcome.options]
    out: dict[int, list[str]] = {}
    for item, ruling in zip(*(column.tolist() for column in frame.pairs(ITEM_RULINGS)), strict=True):
        if codes[ruling] >= 0:
            out.setdefault(item, []).append(names[codes[ruling]])
    return out


def _ladder(found: dict[tuple[Rung, bool], list[str]], rulings: list[str], withdrawn: bool) -> Standing:
    """A ruling settles what it is about: not excluded settles grounds, an accepted cure settles defects."""
    legality = next((one for one in reversed(rulings) if one in ("excluded", "not_excluded")), "")
    cure = next((one for one in reversed(rulings) if one in ("cure_accepted", "cure_refused")), "")
    settled = {Rung.GROUND_FOUND: legality == "not_excluded", Rung.CURABLE: cure == "cure_accepted"}
    sure = {rung for (rung, certain) in found if certain}
    live = {key for key in found if not settled.get(key[0], False)}
    why = tuple(one for key in sorted(found, key=lambda key: (not key[1], key[0])) for one in found[key])
    cured = cure == "cure_accepted"
    if withdrawn:
        return Standing(Rung.WITHDRAWN, why, cured)
    if legality == "excluded":
        return Standing(Rung.EXCLUDED, why, cured)
    if "not_basis" in rulings or Rung.NOT_BASIS in sure or (Rung.CURABLE in sure and cure == "cure_refused"):
        return Standing(Rung.NOT_BASIS, why, cured)
    for rung in (Rung.GROUND_FOUND, Rung.CURABLE):
        if (rung, True) in live:
            return Standing(rung, why, cured)
    if any(not certain for _, certain in live):
        return Standing(Rung.PENDING, why, cured)
    return Standing(Rung.CURED if Rung.CURABLE in sure else Rung.USABLE, why, cured)


def usable(standing: list[Standing]) -> Int8:
    """The ladder as a truth per item."""
    return np.array([one.rung.truth for one in standing], np.int8)
