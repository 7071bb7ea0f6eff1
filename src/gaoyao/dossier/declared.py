"""Which subjects exist: the one reading of declarations that the gate and the views share."""

from __future__ import annotations

from collections.abc import Iterable

from gaoyao.dossier.model import Assertion
from gaoyao.dossier.vocabulary import KINDS


class Declared:
    """Subjects that stand, in declaration order.

    `kinds` and `parents` map a subject's id to its kind and to its parent's id ('' for none).  A subject
    nested in one that does not exist does not exist.  `clashes` tells, one sentence each, where two parts
    use one id for different things; the first declaration counts.
    """

    __slots__ = ("_clashing", "_singles", "kinds", "parents")

    def __init__(self) -> None:
        self.kinds: dict[str, str] = {}
        self.parents: dict[str, str] = {}
        self._singles: dict[tuple[str, str], str] = {}
        self._clashing: list[tuple[Assertion, str, str]] = []

    @classmethod
    def of(cls, declarations: Iterable[Assertion], dead: set[str]) -> Declared:
        """Read declarations in order (the main part first), without those whose ids are in `dead`."""
        out = cls()
        kinds, parents = out.kinds, out.parents
        for record in declarations:
            if dead and record.id in dead:
                continue
            subject, kind, parent = record.subject, record.kind, str(record.value)
            known = kinds.setdefault(subject, kind)
            if known != kind or parents.setdefault(subject, parent) != parent:
                out._clashing.append((record, known, parents[subject]))
        out._drop_orphans()
        single = {name for name, kind_class in KINDS.items() if kind_class.single}
        out._singles = {
            (kind, parents[subject]): subject for subject, kind in kinds.items() if kind in single
        }
        return out

    def _drop_orphans(self) -> None:
        while True:
            orphans = [
                subject
                for subject, parent in self.parents.items()
                if parent and self.kinds.get(parent) != KINDS[self.kinds[subject]].parent
            ]
            if not orphans:
                return
            for subject in orphans:
                del self.kinds[subject], self.parents[subject]

    def add(self, subject: str, kind: str, parent: str) -> None:
        """Add one subject that the gate has checked."""
        self.kinds[subject], self.parents[subject] = kind, parent
        if KINDS[kind].single:
            self._singles[kind, parent] = subject

    def single(self, kind: str, parent: str) -> str | None:
        """The subject of a single `kind` under `parent`, if there is one."""
        return self._singles.get((kind, parent))

    @property
    def clashes(self) -> tuple[str, ...]:
        """Sentences for the reader: one id, two meanings."""
        return tuple(
            f"{record.part.label}第{record.revision}次修改把“{record.subject}”登记为{_as(record.kind, str(record.value))}，"
            f"而它已登记为{_as(kind, parent)}；这一部分请换一个编号"
            for record, kind, parent in self._clashing
        )


def _as(kind: str, parent: str) -> str:
    return f"“{KINDS[kind].label}”" + (f"（属于 {parent}）" if parent else "")
