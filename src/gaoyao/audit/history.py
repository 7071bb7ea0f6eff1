"""The days of an installation: every head, and a proof for any part under any of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from gaoyao.audit.tree import Tree
from gaoyao.audit.verifier import GENESIS, head_hash


@dataclass(frozen=True, slots=True)
class Head:
    """One head.  `head` is the value to deposit; it covers the tree and, by `previous`, every head before."""

    number: int
    date: str
    leaves: int
    root: str
    previous: str
    head: str

    @classmethod
    def after(cls, last: Head | None, date: str, tree: Tree) -> Head:
        """The head that follows, over the tree as it is now."""
        number, previous = (last.number + 1, last.head) if last else (1, GENESIS)
        return cls(
            number,
            date,
            len(tree),
            tree.root,
            previous,
            head_hash(number, date, len(tree), tree.root, previous),
        )


@dataclass(frozen=True, slots=True)
class Leaf:
    """What stands in a place from a head on: which part, up to which revision, and the leaf."""

    place: int
    part: str
    owner: str
    number: int
    hash: str
    salt: str


def proofs(
    case: str,
    heads: Iterable[Head],
    changes: Mapping[int, Iterable[tuple[int, str]]],
    own: Mapping[int, Iterable[Leaf]],
    kept: int,
) -> dict[str, object]:
    """The document that the verifier reads.

    `changes` and `own` tell, by the number of a head, the leaves that were set then (place and leaf), and those of
    the parts to be proved; proofs are written for the last `kept` heads.
    """
    tree, standing, written = Tree(), dict[int, Leaf](), list[dict[str, object]]()
    every = list(heads)
    for head in every:
        for place, leaf in changes.get(head.number, ()):
            tree.put(place, leaf)
        standing.update({one.place: one for one in own.get(head.number, ())})
        if head.number <= len(every) - kept:
            continue
        for place, one in sorted(standing.items()):
            written.append(
                {"head": head.head, "index": place, "path": tree.path(place), "part": one.part, "owner": one.owner, "number": one.number,
                 "hash": one.hash, "salt": one.salt}
            )  # fmt: skip
    return {
        "format": "gaoyao-audit",
        "version": 1,
        "case": case,
        "heads": [asdict(one) for one in every],
        "proofs": written,
    }
