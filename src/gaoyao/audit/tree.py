"""A Merkle tree that grows and changes leaf by leaf (RFC 6962 §2.1), with inclusion proofs for the verifier."""

from __future__ import annotations

from gaoyao.audit.verifier import node_hash


class Tree:
    """Leaves in fixed places.  A level is half the one below; a last node without a partner goes up as it is.

    That is the tree of RFC 6962: its split at the largest power of two leaves exactly the same pairs.
    """

    def __init__(self) -> None:
        self._levels: list[list[str]] = [[]]

    def __len__(self) -> int:
        return len(self._levels[0])

    def put(self, place: int, leaf: str) -> None:
        """Set a leaf, or add one at the end.  Raises IndexError for a place beyond the end."""
        if place == len(self):
            self._levels[0].append(leaf)
        self._levels[0][place] = leaf
        level = 0
        while len(self._levels[level]) > 1:
            below, place, level = self._levels[level], place >> 1, level + 1
            if level == len(self._levels):
                self._levels.append([])
            left, right = 2 * place, 2 * place + 1
            made = node_hash(below[left], below[right]) if right < len(below) else below[left]
            if place == len(self._levels[level]):
                self._levels[level].append(made)
            self._levels[level][place] = made

    @property
    def root(self) -> str:
        """The root; 64 zeros for no leaves."""
        return self._levels[-1][0] if len(self) else "0" * 64

    def path(self, place: int) -> list[str]:
        """The siblings from the leaf up: the inclusion proof.  Raises IndexError."""
        if not 0 <= place < len(self):
            raise IndexError(place)
        out = []
        for level in self._levels[:-1]:
            sibling = place ^ 1
            if sibling < len(level):
                out.append(level[sibling])
            place >>= 1
        return out
