"""Which subject of one reading is which of another: by where their values stand, not by their ids.

Two subjects are one where they are of one kind, under matched parents, and share a value at one place of one file,
or a person's name.  Pairs that share most are taken first; nothing is matched twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from gaoyao.dossier.vocabulary import KINDS
from gaoyao.intake.merging.standing import Mark, Standing, meaning, names, place

_NAMED = frozenset(("accused", "person"))


def match(
    new: Standing, known: Standing, free: Collection[str], start: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Subject of `new` → subject of `known` (only those in `free`), beside the pairs of `start`.

    Parents first, then what is nested in them.
    """
    out: dict[str, str] = dict(start or {})
    for level in _levels(new):
        rows: dict[tuple[str, str], tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
        for subject in level:
            kind, parent = new.subjects[subject]
            if subject not in out and (not parent or parent in out):
                rows[kind, out.get(parent, "")][0].append(subject)
        for subject in known.subjects:
            if subject in free and known.subjects[subject] in rows:
                rows[known.subjects[subject]][1].append(subject)
        for (kind, _), (left, right) in rows.items():
            out |= _pair(new, known, kind, left, right)
    return out


def _levels(new: Standing) -> list[list[str]]:
    depth: dict[str, int] = {}
    for subject, (_, parent) in new.subjects.items():
        depth[subject] = depth.get(parent, -1) + 1
    return [
        [one for one, at in depth.items() if at == level]
        for level in range(max(depth.values(), default=-1) + 1)
    ]


def _pair(new: Standing, known: Standing, kind: str, left: list[str], right: list[str]) -> dict[str, str]:
    if KINDS[kind].single:
        return {left[0]: right[0]} if left and right else {}
    where: dict[Mark, list[str]] = defaultdict(list)
    for subject in right:
        for mark in _marks(known, subject, kind):
            where[mark].append(subject)
    scores: dict[tuple[str, str], int] = defaultdict(int)
    for subject in left:
        for mark in _marks(new, subject, kind):
            for other in where.get(mark, ()):
                scores[subject, other] += 1
    order, places = {one: n for n, one in enumerate(left)}, {one: n for n, one in enumerate(right)}
    out: dict[str, str] = {}
    taken: set[str] = set()
    for (one, other), _ in sorted(
        scores.items(), key=lambda row: (-row[1], row[0][0] != row[0][1], order[row[0][0]], places[row[0][1]])
    ):
        if one not in out and other not in taken:
            out[one] = other
            taken.add(other)
    return out


def _marks(within: Standing, subject: str, kind: str) -> set[Mark]:
    """What a subject is recognised by: fields at places, again with their values, and a person's name."""
    references, out = names(kind), set[Mark]()
    for one in within.of(subject):
        if one.address.sha256 and one.address.start is not None:
            out.add((one.field, *place(one)))
            if one.field not in references:
                out.add((one.field, repr(meaning(one.value)), *place(one)))
        if kind in _NAMED and one.field == "name":
            out |= {("name", str(one.value), str(n)) for n in range(4)}
    return out
