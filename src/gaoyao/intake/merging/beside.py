"""Papers that one side hands in beside the main file: only what stands on them is written, and only into their part.

They are read together with the papers of the main part, so that persons and facts are recognised; what those papers
give is the main part's own business.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from gaoyao.dossier.chain import PartKey
from gaoyao.dossier.log import Log
from gaoyao.dossier.model import Absent, Assertion
from gaoyao.intake.merging.merge import COUNT, Merged
from gaoyao.intake.merging.standing import names


def beside(merged: Merged, mine: Log, part: PartKey, own: Collection[str], known: Collection[str]) -> Merged:
    """The plan without what does not stand on the part's own papers.

    `own`: sha256 of those papers; `known`: subjects that the reader of the part has.  What is taken back is of the
    part itself.  The number of unread pages is kept in the plan: it counts the part's own papers too.
    """
    put = [one for one in merged.put if one.address.sha256 in own or (one.kind, one.field) == COUNT]
    parents = {subject: parent for _, subject, parent in merged.declare}
    while True:
        needed = _with_parents({one.subject for one in put}, parents)
        kept = [one for one in put if _named(one) <= needed | set(known)]
        if len(kept) == len(put):
            break
        put = kept
    chain = mine.chain(*part)
    return replace(
        merged,
        declare=[row for row in merged.declare if row[1] in needed],
        put=put,
        retract={number: None for number in merged.retract if chain.find(number) is not None},
    )


def _with_parents(subjects: set[str], parents: dict[str, str]) -> set[str]:
    out = set[str]()
    for one in subjects:
        while one in parents and one not in out:
            out.add(one)
            one = parents[one]
    return out


def _named(one: Assertion) -> set[str]:
    """The subjects a value refers to."""
    if one.field not in names(one.kind) or isinstance(one.value, Absent):
        return set()
    return {str(part) for part in one.value} if isinstance(one.value, tuple) else {str(one.value)}
