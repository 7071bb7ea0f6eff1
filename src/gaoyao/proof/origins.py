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
    merged = merge(frame.size("item"), joins(frame, derived))
    return [frame.identifier("item", origin) for origin in merged]


def joins(frame: CaseFrame, derived: dict[int, list[int]]) -> list[list[int]]:
    """Items that are one origin, group by group: one mark, or derived and source.  Groups overlap."""
    types = [code for code, _ in Item.type.options] + [""]
    kinds = [types[n] for n in frame.choice(Item.type)[0].tolist()]
    marked: dict[tuple[str, str], list[int]] = {}
    for item in range(frame.size("item")):
        for mark in _marks(frame, item):
            marked.setdefault(mark, []).append(item)
    for sample, item in _samples(frame):
        marked.setdefault(sample, []).append(item)
    found = [
        [source, item]
        for item, sources in derived.items()
        for source in sources
        if not (kinds[source] == "confession" and kinds[item] in OBJECTIVE)
    ]
    return [group for group in marked.values() if len(group) > 1] + found


def merge(size: int, groups: list[list[int]], lost: frozenset[int] = frozenset()) -> list[int]:
    """Item → the first item of its origin, when the items in `lost` join nothing."""
    parent = list(range(size))

    def find(item: int) -> int:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for group in groups:
        left = [item for item in group if item not in lost] if lost else group
        for item in left[1:]:
            first, second = sorted((find(left[0]), find(item)))
            parent[second] = first
    return [find(item) for item in range(size)]


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
