"""Origins: what counts once when evidence corroborates (Interp. 2021 art. 96, 139–140).

Statements of one person are one origin; reports on one named sample are one; an entered origin mark joins
items; a derived item has the origin of what it is derived from, except an object found from a confession: that is
another origin, weighed by the checklist of art. 141.
"""

from __future__ import annotations

from gaoyao.dossier.frame import CaseFrame
from gaoyao.dossier.vocabulary import Appraisal, Item
from gaoyao.dossier.vocabulary.court import ITEM_APPRAISAL
from gaoyao.proof.points import OBJECTIVE


def origins(frame: CaseFrame, derived: dict[int, list[int]]) -> list[str]:
    """The origin of every item.  Origins merge along derivation; cycles of derivation are one origin."""
    size = frame.size("item")
    parent = list(range(size))

    def find(item: int) -> int:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    def join(one: int, other: int) -> None:
        first, second = sorted((find(one), find(other)))
        parent[second] = first

    types = [code for code, _ in Item.type.options] + [""]
    kinds = [types[n] for n in frame.choice(Item.type)[0].tolist()]
    marks: dict[tuple[str, str], int] = {}
    for item in range(size):
        for mark in _marks(frame, item):
            join(marks.setdefault(mark, item), item)
        for source in derived.get(item, ()):
            if not (kinds[source] == "confession" and kinds[item] in OBJECTIVE):
                join(source, item)
    for sample, item in _samples(frame):
        join(marks.setdefault(sample, item), item)
    return [frame.identifier("item", find(item)) for item in range(size)]


def _marks(frame: CaseFrame, item: int) -> list[tuple[str, str]]:
    identifier = frame.identifier("item", item)
    found = []
    for field, name in ((Item.origin, "origin"), (Item.speaker, "speaker")):
        live = frame.view.cells.get(field.path, {}).get(identifier)
        if live is not None and isinstance(live.value, str) and live.value:
            found.append((name, live.value))
    return found


def _samples(frame: CaseFrame) -> list[tuple[tuple[str, str], int]]:
    cells = frame.view.cells.get(Appraisal.sample.path, {})
    source, target = frame.pairs(ITEM_APPRAISAL)
    found = []
    for item, appraisal in zip(source.tolist(), target.tolist(), strict=True):
        live = cells.get(frame.identifier("appraisal", appraisal))
        if live is not None and isinstance(live.value, str) and live.value:
            found.append((("sample", live.value), item))
    return found
