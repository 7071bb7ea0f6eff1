"""What a result was made with: program, rule set, and the material it was made from.

The same three and the same dates give the same result on another machine, so that somebody else can work it out
again (SECURITY.md).
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from gaoyao import __version__
from gaoyao.review.engine import rules

SHOWN = 12


class Provenance(NamedTuple):
    """Version of the program, SHA-256 of the rule set, SHA-256 of the case file ('' where it is no single file)."""

    program: str
    rules: str
    material: str = ""

    def told(self) -> str:
        """One line: the version and the first figures of the digests."""
        line = f"皋陶 {self.program} · 规则集 {self.rules[:SHOWN]}"
        return f"{line} · 案件文件 {self.material[:SHOWN]}" if self.material else line


@cache
def rule_set() -> str:
    """SHA-256 (hex) over every rule: its sentences, citations, conditions and effect, in the order of their ids."""
    digest = hashlib.sha256()
    for rule in sorted(rules(), key=lambda one: one.id):
        digest.update(f"{rule!r}\n{rule.premise!r}\n{rule.breach!r}\n{rule.whole!r}\n".encode())
    return digest.hexdigest()


def provenance(material: str = "") -> Provenance:
    """What this program makes its results with."""
    return Provenance(__version__, rule_set(), material)


def digest_of(path: Path) -> str:
    """SHA-256 (hex) of a file as it stands; '' for a folder, whose coverage report has the digest of every file."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
