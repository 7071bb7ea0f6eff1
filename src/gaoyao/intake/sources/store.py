"""The originals, each once, under its sha256; written whole or not at all."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path
from typing import IO, NamedTuple

from gaoyao.intake.sources.sniff import HEAD

_BLOCK = 1 << 20


class TooLargeError(ValueError):
    """A member unfolds to more than it may."""


class Kept(NamedTuple):
    """One original in the store."""

    sha256: str
    size: int
    path: Path
    head: bytes


class Store:
    """A folder of originals (`originals/ab/abcd…`) and of what was read from them (`pages/abcd….jsonl`)."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for part in ("originals", "pages"):
            (root / part).mkdir(parents=True, exist_ok=True)
        for left in root.glob("incoming-*"):  # of a run that was killed
            left.unlink(missing_ok=True)

    def keep(self, stream: IO[bytes], limit: int) -> Kept:
        """Copy a stream into the store.  Raises TooLargeError beyond `limit` bytes, OSError as it comes."""
        digest, size, head = hashlib.sha256(), 0, b""
        number, name = tempfile.mkstemp(dir=self.root, prefix="incoming-")
        try:
            with os.fdopen(number, "wb") as out:
                while block := stream.read(_BLOCK):
                    size += len(block)
                    if size > limit:
                        raise TooLargeError(f"展开后超过 {limit >> 20} MB")
                    head = head or block[:HEAD]
                    digest.update(block)
                    out.write(block)
            sha256 = digest.hexdigest()
            path = self.path_of(sha256)
            path.parent.mkdir(exist_ok=True)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        return Kept(sha256, size, path, head)

    def path_of(self, sha256: str) -> Path:
        """Where the original with this hash is kept."""
        return self.root / "originals" / sha256[:2] / sha256

    def pages_of(self, sha256: str) -> Path:
        """Where the pages read from it are kept: one JSON a line."""
        return self.root / "pages" / f"{sha256}.jsonl"
