"""Origins: what counts once when evidence corroborates (Interp. 2021 art. 96, 139–140).

Statements of one person are one origin; reports on one named sample are one; an entered origin mark joins
items; one record entered twice is one; a derived item has the origin of what it is derived from, except an object found
from a confession: that is another origin, weighed by the checklist of art. 141.
"""

from __future__ import annotations

from gaoyao.dossier.frame import CaseFrame
from gaoyao.dossier.vocabulary import Appraisal, Item
from gaoyao.dossier.vocabulary.court import ITEM_APPRAISAL
from gaoyao.proof.drawn import OBJECTIVE, YES, derivations, once, restating_by, types_of

SPOKEN = frozenset(("witness", "victim", "identification", "special_report"))
_SAME = (
    Item.title,
    Item.page,
    Item.file,
    Item.transcript,
    Item.summary,
    Item.happened,
    Item.origin,
    Item.speaker,
)
_TELLING = (Item.page, Item.file, Item.transcript)
"""What two entries of one record have in common; without one of these nothing says that they are one."""


def origins(frame: CaseFrame, derived: dict[int, list[int]]) -> list[str]:
    """The origin of every item.  Origins merge along derivation; cycles of derivation are one origin."""
    merged = merge(frame.size("item"), joins(frame, derived))
    return [frame.identifier("item", origin) for origin in merged]


@once
def origins_of(frame: CaseFrame) -> list[str]:
    """The origin of every item as the file derives them."""
    return origins(frame, derivations(frame))


def joins(frame: CaseFrame, derived: dict[int, list[int]]) -> list[list[int]]:
    """Items that are one origin, group by group: one mark, or derived and source.  Groups overlap."""
    kinds = types_of(frame)
    restates = restating_by(frame, derived)
    marked: dict[tuple[str, ...], list[int]] = {}
    for item in range(frame.size("item")):
        for mark in _marks(frame, item):
            marked.setdefault(mark, []).append(item)
    for one, item in (*_samples(frame), *_records(frame, kinds)):
        marked.setdefault(one, []).append(item)
    found = [
        [source, item]
        for item, sources in derived.items()
        for source in sources
        if not (kinds[source] == "confession" and kinds[item] in OBJECTIVE and restates[item] != YES)
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


def _records(frame: CaseFrame, kinds: list[str]) -> list[tuple[tuple[str, ...], int]]:
    """A mark of the record itself: its type, name, page, file, words, time and speaker, where a page, file or words
    are entered at all.  Two entries with one mark are one record entered twice."""
    columns = [frame.view.cells.get(field.path, {}) for field in _SAME]
    telling = [frame.view.cells.get(field.path, {}) for field in _TELLING]
    found = []
    for item, kind in enumerate(kinds):
        ident = frame.identifier("item", item)
        if kind and any(ident in column for column in telling):
            words = (str(column[ident].value) if ident in column else "" for column in columns)
            found.append((("record", kind, *words), item))
    return found


def unnamed(frame: CaseFrame) -> frozenset[int]:
    """Statements of others of whom nobody has entered whose they are: whether two of them are one person's is open."""
    speakers, marks = (frame.view.cells.get(field.path, {}) for field in (Item.speaker, Item.origin))
    return frozenset(
        item
        for item, kind in enumerate(types_of(frame))
        if kind in SPOKEN and not {frame.identifier("item", item)} & (speakers.keys() | marks.keys())
    )
